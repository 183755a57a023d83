"""Planning documents and pohon kinerja: order, gaps, search that keeps the way, table, files."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from opensakip.web.penyaji import kinerja, kinerja_tampil, renstra
from opensakip.web.penyaji.bacaan import Bacaan
from tests.web.contoh import buat_isi
from tests.web.klien import Klien
from tests.web.perabot import petugas, tanam

DASAR = "/i/dinas-uji/2030/"
SETDA, BIRO, SETNEG = "/i/setda-banten/2025/", "/i/biro-perencanaan-kemensos/2023/", "/i/setneg/2024/"


def baca(*, kaskade: bool = True, **pilihan: Any) -> Bacaan:
    b = Bacaan(buat_isi(**pilihan), "/i/x/2030/")
    if not kaskade:
        b.isi["kaskade"] = {"simpul": [], "sisi": []}
    return b


def pohon(b: Bacaan, **tanya: str) -> kinerja_tampil.TampilanPohon:
    p = kinerja.pohon_kinerja(b)
    assert p is not None
    return kinerja_tampil.tampilkan(p, kinerja_tampil.tanya(tanya))


def _id(semua: list[kinerja_tampil.SimpulTampil]) -> list[Any]:
    """Nodes as nested lists of ids."""
    return [[x.isi.id, *_id(x.anak)] for x in semua]


class TestRenstra:
    def test_kolom_target_menurut_tahun(self) -> None:
        (d,) = renstra.dokumen(baca())
        assert d.kolom == ["2030", "2031", "Akhir 2034"]
        assert [(r.kode, r.dalam) for r in d.baris][:3] == [("1", 0), ("S0", 1), ("S1", 1)]
        akhir = d.baris[1].indikator[0].sel[2]
        assert akhir.tampil == "90"
        assert akhir.alamat == "/i/x/2030/angka/target.renstra-2030.v1.RS0.1.2034.akhir/"
        assert [v["nomor"] for v in d.versi] == [2, 1]

    def test_celah_menyebut_jenis_dan_tempatnya(self) -> None:
        b = baca()
        celah = {c.judul: [nama for nama, _j in c.isi] for c in renstra.celah(b, renstra.dokumen(b))}
        assert celah == {
            "Tanpa induk": ["SX Terisinya lumbung desa"],
            "Tanpa indikator": ["1 Terjaganya kecukupan pangan"],
            "Indikator tanpa target": ["Persentase lumbung terisi"],
            "Indikator tanpa kartu": ["Persentase lumbung terisi"],
            "Tanpa penanggung jawab": ["SX Terisinya lumbung desa"],
        }

    def test_halaman(self, dinas: object, klien: Klien) -> None:
        h = klien.buka(DASAR + "renstra/")
        assert h.judul == "Rencana strategis 2030–2034"
        assert "Pangan cukup bagi semua" in h.teks
        assert h.angka("target.renstra-2030.v1.RS2.1.2031") == ["82"]
        asal = klien.buka(DASAR + "angka/target.renstra-2030.v1.RS2.1.2031/")
        kembali = asal.satu("//div[@class='tindakan']/a").get("href")
        assert kembali == DASAR + "renstra/#ren-renstra-2030-RS2"
        assert h.semua(f"//*[@id='{kembali.partition('#')[2]}']")
        nama = h.satu("//a[@class='nama-ind'][contains(., 'Wilayah 2')]")
        assert nama.get("href") == DASAR + "indikator/I-2/"

    def test_cuplikan_lama_tanpa_bagian_rencana(self, db: None, klien: Klien) -> None:
        """A snapshot from before the plan was frozen with it: the direction stays, nothing breaks."""
        tanam(tanpa_capaian=True)
        for halaman in ("renstra/", "pohon/"):
            h = klien.buka(DASAR + halaman)
            assert "opensakip muat FOLDER" in h.teks
        assert klien.asli.get(DASAR + "pohon.csv").status_code == 404
        assert klien.asli.get(DASAR + "renstra.xlsx").status_code == 404


class TestPohon:
    def test_dari_kaskade_menurut_sisi_utama(self) -> None:
        b = baca()
        b.isi["kaskade"]["simpul"].append(
            {
                "id": "n3",
                "tingkat": "Sasaran",
                "kode": "SL",
                "teks": "Lepas",
                "indikator": [],
                "unit_nama": "A",
            }
        )
        t = pohon(b)
        assert _id(t.akar) == [["n1", ["n2"]]]
        assert [x[0] for x in _id(t.lepas)] == ["n3", "sasaran-S1", "sasaran-S2"]
        (kaitan,) = t.akar[0].anak[0].isi.kaitan
        assert (kaitan.ke_nama, kaitan.jenis, kaitan.utama) == ("T 1", "kontribusi", True)

    def test_sisi_silang_tidak_membentuk_cabang(self) -> None:
        b = baca()
        b.isi["kaskade"]["sisi"][0] |= {"utama": False, "alasan": "berbagi data"}
        t = pohon(b)
        assert [x[0] for x in _id(t.akar)] == ["n1", "n2"]
        assert t.akar[1].isi.kaitan[0].alasan == "berbagi data"

    def test_indikator_terukur_menurut_nama_dan_sasaran(self) -> None:
        """What the node prints comes first, then the other indicators of its sasaran."""
        t = pohon(baca())
        simpul = t.akar[0].anak[0].isi
        assert [i.nama for i in simpul.indikator][:2] == ["Indeks A", "Indeks B"]
        assert [i.kode for i in simpul.indikator if i.kode] == ["I-0"]
        assert (simpul.tercapai, simpul.dinilai) == (1, 1)

    def test_dari_rencana_bila_tanpa_kaskade(self) -> None:
        t = pohon(baca(kaskade=False))
        assert _id(t.akar) == [["T1", ["RS0"], ["RS1"], ["RS2"], ["RS3"]]]
        assert _id(t.lepas) == [["LEPAS"]]
        assert [c for s, c in t.celah if s.id == "LEPAS"] == [
            "belum dihubungkan dengan tingkat di atasnya",
            "tanpa penanggung jawab",
        ]

    def test_program_di_bawah_sasarannya(self) -> None:
        b = baca(kaskade=False)
        akar = b.isi["anggaran"]["pohon"][0]
        b.isi["anggaran"]["pohon"].insert(0, akar | {"id": "R1", "tingkat": "sasaran", "kode": "S2"})
        akar |= {"induk": "R1", "tingkat": "program"}
        anak = next(x for x in pohon(b).akar[0].anak if x.isi.id == "RS2").anak
        assert [(x.isi.id, x.isi.pagu and x.isi.pagu.tampil) for x in anak] == [
            ("program-P0", "2.500.000.000")
        ]

    def test_cari_menyimpan_jalan(self) -> None:
        t = pohon(baca(kaskade=False), q="wilayah 2")
        assert _id(t.akar) == [["T1", ["RS2"]]]
        assert (t.cocok, t.akar[0].cocok, t.akar[0].anak[0].cocok) == (1, False, True)
        assert not pohon(baca(), q="tidak ada").akar

    def test_perlu_perhatian_saja(self) -> None:
        t = pohon(baca(kaskade=False), tampil="perhatian")
        assert _id(t.akar) == [["T1", ["RS2"]]], "hanya yang di bawah target; tujuan tanpa indikator ikut"
        assert [x.isi.id for x in t.lepas] == ["LEPAS"]

    def test_lipatan(self) -> None:
        assert all(x.terbuka for x in pohon(baca()).akar)
        assert not any(x.terbuka for x in pohon(baca(), lipatan="tutup").akar)
        banyak = pohon(baca(kaskade=False, ganda=20))
        assert banyak.akar[0].terbuka
        assert not banyak.akar[0].anak[0].terbuka
        assert not banyak.akar[0].anak[0].tautan, "terlipat, tetapi terkirim"

    def test_pohon_sangat_besar_mengirim_cabang_yang_terbuka_saja(self) -> None:
        """Closed branches are links that keep the open ones open; search and table send what they show."""
        b = baca(kaskade=False, ganda=60)
        p = kinerja.pohon_kinerja(b)
        assert p is not None
        t = kinerja_tampil.tampilkan(p, kinerja_tampil.tanya({}, ["RS7"]))
        tautan = {x.isi.id: x.tautan for x in t.akar[0].anak}
        assert tautan["RS7"] == ""
        assert tautan["RS8"] == "?buka=RS7&buka=RS8#simpul-RS8"
        assert not any(x.tautan for x in pohon(b, lipatan="buka").akar[0].anak)
        assert len(kinerja_tampil.baris(p, kinerja_tampil.tanya({"bentuk": "tabel"}))) == len(p.semua())

    def test_tabel_memuat_simpul_yang_sama(self, dinas: object, klien: Klien) -> None:
        for kueri in ("", "q=pangan", "tampil=perhatian"):
            sebagai_pohon = klien.buka(f"{DASAR}pohon/?{kueri}")
            sebagai_tabel = klien.buka(f"{DASAR}pohon/?bentuk=tabel&{kueri}")
            simpul = {d.get("id") for d in sebagai_pohon.semua("//details[@class='simpul']")}
            assert simpul == {r.get("id") for r in sebagai_tabel.semua("//tbody/tr[@id]")}
            for id_ in ("ind.I-0.target", "ind.I-0.capaian"):
                assert sebagai_pohon.angka(id_) == sebagai_tabel.angka(id_)

    def test_lembar_cetak_a3_dan_tanpa_skrip(self, dinas: object, klien: Klien) -> None:
        """Folds are <details>, so they work without a script; the print sheet is A3 across."""
        from opensakip.web.bahasa import WEB

        h = klien.buka(DASAR + "pohon/")
        assert h.semua("//details[@class='simpul'][@open]/summary")
        cetak = h.satu("//link[@media='print']").get("href")
        assert cetak.startswith("/static/cetak-a3")
        assert "size: A3 landscape" in (WEB / "static" / "cetak-a3.css").read_text(encoding="utf-8")

    def test_csv_satu_baris_tiap_indikator(self, dinas: object, klien: Klien) -> None:
        isi = klien.asli.get(DASAR + "pohon.csv?q=cadangan").content.decode("utf-8-sig")
        baris = list(csv.reader(io.StringIO(isi), delimiter=";"))
        assert [(r[0], r[2], r[6]) for r in baris[1:]] == [
            ("induk", "T 1", ""),
            ("", "S0", "Indeks A"),
            ("", "S0", "Indeks B"),
            ("", "S0", "Indeks Ketahanan Pangan Wilayah 0"),
        ]
        assert baris[4][7:10] == ["80", "84", "105,00"]
        mesin = klien.asli.get(DASAR + "pohon.csv?q=cadangan&bentuk=mesin").content.decode()
        assert list(csv.reader(io.StringIO(mesin)))[4][7:10] == ["80", "84", "105.00"]


def test_unit_lain_tidak_ada(db: None, klien: Klien) -> None:
    """A person of one unit sees no row, node, target or file line of another."""
    klien.asli.force_login(petugas(tanam("milik", contoh=False), unit="BID2"))
    for halaman in ("renstra/", "pohon/", "pohon/?bentuk=tabel", "renstra/?x=1"):
        h = klien.buka("/i/milik/2030/" + halaman)
        assert "wilayah" not in h.html.casefold()
        assert "kecukupan" not in h.html
    for berkas in ("renstra.csv", "pohon.csv", "pohon.xlsx"):
        assert klien.asli.get("/i/milik/2030/" + berkas).status_code == 404


@pytest.mark.django_db
@pytest.mark.usefixtures("contoh_produk")
class TestContoh:
    """The examples as people see them."""

    def test_kaskade_kemensos_dengan_capaian(self, klien: Klien) -> None:
        h = klien.buka(BIRO + "pohon/")
        assert len(h.semua("//details[@class='simpul']")) == 7
        assert [h.tulisan(x) for x in h.semua("//ul[@class='pohon lepas']//span[@class='kode']")] == [
            "SK2",
            "SK3",
        ]
        assert set(h.angka("ind.IKK-1-3.capaian")) == {"138,06"}
        assert "2 dari 3 tercapai" in h.teks

    def test_renstra_setda_dengan_target_akhir(self, klien: Klien) -> None:
        h = klien.buka(SETDA + "renstra/")
        assert h.judul == "Rencana strategis 2025–2029"
        assert h.angka("target.renstra-2025.v1.RS3.1.2029.akhir") == ["3,64"]
        celah = [h.tulisan(s) for s in h.semua("//ul[@class='celah']/li/details/summary")]
        assert [c.split(" Hub")[0].split(" Isi")[0].split(" Leng")[0] for c in celah] == [
            "Tanpa induk 15", "Indikator tanpa target 4", "Indikator tanpa kartu 4",
        ]  # fmt: skip

    def test_renstra_kemensos_hanya_visi_misi(self, klien: Klien) -> None:
        h = klien.buka(BIRO + "renstra/")
        assert "hanya memuat visi dan misi" in h.teks
        assert h.angka("target.renja-2023.v1.SK1.2.2023") == ["83,00"]

    def test_sasaran_setda_memuat_programnya(self, klien: Klien) -> None:
        h = klien.buka(SETDA + "pohon/?q=harmonisasi")
        assert "Program Fasilitasi dan Koordinasi Hukum" not in h.teks, "hanya yang cocok dan jalannya"
        assert "Program Fasilitasi dan Koordinasi Hukum" in klien.buka(SETDA + "pohon/").teks

    def test_semua_halaman_contoh_utuh(self, klien: Klien) -> None:
        for dasar in (SETDA, BIRO, SETNEG):
            for halaman in ("renstra/", "pohon/", "pohon/?bentuk=tabel", "pohon/?lipatan=tutup"):
                klien.buka(dasar + halaman)
            for berkas in ("renstra.xlsx", "pohon.xlsx", "anggaran.xlsx"):
                assert klien.asli.get(dasar + berkas).status_code == 200
