"""Addresses of the pages. Slash at the end; codes and years are part of the address."""

from django.urls import path, register_converter

from opensakip.web.tampilan import (
    anggaran,
    angka,
    bantuan,
    beranda,
    capaian,
    cari,
    catatan,
    daftar,
    impor,
    indikator,
    jurnal,
    laporan,
    masuk,
    peraturan,
    pilihan,
    pk,
    profil,
    rencana,
    reviu,
    tahun,
)

app_name = "web"


class BentukLaporan:
    """The formats of a report, as the end of an address."""

    regex = "pdf|docx|html"

    def to_python(self, value: str) -> str:
        """The address already holds the format."""
        return value

    def to_url(self, value: str) -> str:
        """The format as it stands."""
        return value


class BentukLembar(BentukLaporan):
    """The formats of a table, as the end of an address."""

    regex = "xlsx|csv"


class BentukNaskah(BentukLaporan):
    """The formats of a form to be signed, as the end of an address."""

    regex = "pdf|docx"


register_converter(BentukLaporan, "bentuk")
register_converter(BentukNaskah, "naskah")
register_converter(BentukLembar, "lembar")

urlpatterns = [
    path("", daftar.daftar, name="daftar"),
    path("masuk/", masuk.masuk, name="masuk"),
    path("keluar/", masuk.keluar, name="keluar"),
    path("i/<slug:slug>/", beranda.beranda, name="instansi"),
    path("i/<slug:slug>/jurnal/", jurnal.jurnal, name="jurnal"),
    path("bantuan/", bantuan.bantuan, name="bantuan"),
    path("profil/", profil.profil, name="profil"),
    path("pilihan/", pilihan.pilih, name="pilihan"),
    path("cari/", cari.cari, name="cari"),
    path("peraturan/", peraturan.daftar, name="peraturan"),
    path("peraturan/<path:id>/", peraturan.aturan, name="aturan"),
    path("i/<slug:slug>/<int:tahun>/", tahun.tahun, name="tahun"),
    path("i/<slug:slug>/<int:tahun>/anggaran/", anggaran.anggaran, name="anggaran"),
    path("i/<slug:slug>/<int:tahun>/anggaran.<lembar:format>", anggaran.lembar, name="anggaran-lembar"),
    path("i/<slug:slug>/<int:tahun>/angka/<str:id>/", angka.angka, name="angka"),
    path("i/<slug:slug>/<int:tahun>/indikator/<str:ind>/", indikator.indikator, name="indikator"),
    path("i/<slug:slug>/<int:tahun>/indikator/<str:ind>.<lembar:format>", indikator.deret, name="deret"),
    path("i/<slug:slug>/<int:tahun>/capaian/", capaian.capaian, name="capaian"),
    path("i/<slug:slug>/<int:tahun>/capaian.<lembar:format>", capaian.berkas, name="capaian-berkas"),
    path("i/<slug:slug>/<int:tahun>/catatan/", catatan.catatan, name="catatan"),
    path("i/<slug:slug>/<int:tahun>/pk/", pk.perjanjian, name="pk"),
    path("i/<slug:slug>/<int:tahun>/pk/<int:nomor>.<naskah:format>", pk.berkas, name="pk-berkas"),
    path("i/<slug:slug>/<int:tahun>/laporan/", laporan.daftar, name="laporan"),
    path("i/<slug:slug>/<int:tahun>/laporan/susun/", laporan.susun, name="laporan-susun"),
    path("i/<slug:slug>/<int:tahun>/laporan/selisih/", laporan.selisih, name="laporan-selisih"),
    path("i/<slug:slug>/<int:tahun>/laporan.<bentuk:format>", laporan.berkas, name="laporan-berkas"),
    path("i/<slug:slug>/<int:tahun>/renstra/", rencana.renstra, name="renstra"),
    path("i/<slug:slug>/<int:tahun>/renstra.<lembar:format>", rencana.renstra_lembar, name="renstra-lembar"),
    path("i/<slug:slug>/<int:tahun>/pohon/", rencana.pohon, name="pohon"),
    path("i/<slug:slug>/<int:tahun>/pohon.<lembar:format>", rencana.pohon_lembar, name="pohon-lembar"),
    path("i/<slug:slug>/<int:tahun>/reviu/", reviu.daftar, name="reviu"),
    path("i/<slug:slug>/<int:tahun>/reviu/buka/", reviu.buka, name="reviu-buka"),
    path("i/<slug:slug>/<int:tahun>/reviu/tetapkan/", reviu.tetapkan, name="reviu-tetapkan"),
    path("i/<slug:slug>/<int:tahun>/reviu/<int:putaran>/", reviu.putaran, name="reviu-putaran"),
    path(
        "i/<slug:slug>/<int:tahun>/reviu/<int:putaran>/temuan/<int:urut>/", reviu.temuan, name="reviu-temuan"
    ),
    path("i/<slug:slug>/<int:tahun>/reviu/<int:putaran>/tambah/", reviu.tambah, name="reviu-tambah"),
    path("i/<slug:slug>/<int:tahun>/reviu/<int:putaran>/daftar-uji/", reviu.daftar_uji, name="reviu-uji"),
    path("i/<slug:slug>/<int:tahun>/reviu/<int:putaran>/kembalikan/", reviu.kembalikan, name="reviu-kembali"),
    path("i/<slug:slug>/<int:tahun>/reviu/<int:putaran>/nyatakan/", reviu.nyatakan, name="reviu-nyatakan"),
    path(
        "i/<slug:slug>/<int:tahun>/reviu/<int:putaran>/<str:naskah>.<naskah:format>",
        reviu.naskah,
        name="reviu-naskah",
    ),
    path("i/<slug:slug>/<int:tahun>/impor/", impor.daftar, name="impor"),
    path("i/<slug:slug>/<int:tahun>/impor/unggah/", impor.unggah, name="impor-unggah"),
    path("i/<slug:slug>/<int:tahun>/impor/<uuid:uid>/", impor.batch, name="impor-batch"),
    path("i/<slug:slug>/<int:tahun>/impor/<uuid:uid>/<slug:aksi>/", impor.aksi, name="impor-aksi"),
    path("kode/<str:kode>/", laporan.kode, name="kode"),
]
