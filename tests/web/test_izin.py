"""Who may see what: another agency, another unit, and nobody at all, on every address."""

from __future__ import annotations

import pytest
from django.urls import get_resolver
from django.urls.resolvers import URLPattern, URLResolver

from tests.web.klien import Klien
from tests.web.perabot import petugas, tanam

#: Every address of the pages, and whether it shows data of one agency. A new address has to be entered here.
ALAMAT = {
    "": False,
    "masuk/": False,
    "keluar/": False,
    "bantuan/": False,
    "profil/": False,
    "pilihan/": False,
    "cari/": False,
    "peraturan/": False,
    "peraturan/<path:id>/": False,
    "i/<slug:slug>/": True,
    "i/<slug:slug>/jurnal/": True,
    "i/<slug:slug>/<int:tahun>/": True,
    "i/<slug:slug>/<int:tahun>/anggaran/": True,
    "i/<slug:slug>/<int:tahun>/anggaran.<lembar:format>": True,
    "i/<slug:slug>/<int:tahun>/angka/<str:id>/": True,
    "i/<slug:slug>/<int:tahun>/indikator/<str:ind>/": True,
    "i/<slug:slug>/<int:tahun>/indikator/<str:ind>.<lembar:format>": True,
    "i/<slug:slug>/<int:tahun>/capaian/": True,
    "i/<slug:slug>/<int:tahun>/capaian.<lembar:format>": True,
    "i/<slug:slug>/<int:tahun>/catatan/": True,
    "i/<slug:slug>/<int:tahun>/pk/": True,
    "i/<slug:slug>/<int:tahun>/pk/<int:nomor>.<naskah:format>": True,
    "i/<slug:slug>/<int:tahun>/laporan/": True,
    "i/<slug:slug>/<int:tahun>/laporan/susun/": False,  # POST only; tested by itself
    "i/<slug:slug>/<int:tahun>/laporan/selisih/": True,
    "i/<slug:slug>/<int:tahun>/laporan.<bentuk:format>": True,
    "i/<slug:slug>/<int:tahun>/renstra/": True,
    "i/<slug:slug>/<int:tahun>/renstra.<lembar:format>": True,
    "i/<slug:slug>/<int:tahun>/pohon/": True,
    "i/<slug:slug>/<int:tahun>/pohon.<lembar:format>": True,
    "i/<slug:slug>/<int:tahun>/reviu/": False,  # the review has tests of its own: tests/web/test_reviu.py
    "i/<slug:slug>/<int:tahun>/reviu/buka/": False,
    "i/<slug:slug>/<int:tahun>/reviu/tetapkan/": False,
    "i/<slug:slug>/<int:tahun>/reviu/<int:putaran>/": False,
    "i/<slug:slug>/<int:tahun>/reviu/<int:putaran>/temuan/<int:urut>/": False,
    "i/<slug:slug>/<int:tahun>/reviu/<int:putaran>/tambah/": False,
    "i/<slug:slug>/<int:tahun>/reviu/<int:putaran>/daftar-uji/": False,
    "i/<slug:slug>/<int:tahun>/reviu/<int:putaran>/kembalikan/": False,
    "i/<slug:slug>/<int:tahun>/reviu/<int:putaran>/nyatakan/": False,
    "i/<slug:slug>/<int:tahun>/reviu/<int:putaran>/<str:naskah>.<naskah:format>": False,
    "i/<slug:slug>/<int:tahun>/impor/": False,  # for those who may import: tests/web/test_impor.py
    "i/<slug:slug>/<int:tahun>/impor/unggah/": False,
    "i/<slug:slug>/<int:tahun>/impor/<uuid:uid>/": False,
    "i/<slug:slug>/<int:tahun>/impor/<uuid:uid>/<slug:aksi>/": False,
    "kode/<str:kode>/": False,  # tested by itself: a code of another agency is no code
}
ISIAN = {
    "<slug:slug>": "rahasia",
    "<int:tahun>": "2030",
    "<int:putaran>": "1",
    "<int:urut>": "1",
    "<str:naskah>": "catatan",
    "<str:id>": "ind.I-0.capaian",
    "<str:ind>": "I-0",
    "<lembar:format>": "csv",
    "<path:id>": "permenpanrb-88-2021/predikat",
    "<bentuk:format>": "pdf",
    "<naskah:format>": "pdf",
    "<int:nomor>": "2",
}


def _pola(penyelesai: URLResolver, awalan: str = "") -> list[str]:
    hasil = []
    for p in penyelesai.url_patterns:
        if isinstance(p, URLPattern):
            hasil.append(awalan + str(p.pattern))
        else:
            hasil += _pola(p, awalan + str(p.pattern))
    return hasil


def _milik_instansi(slug: str = "rahasia") -> list[str]:
    alamat = []
    for pola, milik in ALAMAT.items():
        if milik:
            for kunci, isi in (ISIAN | {"<slug:slug>": slug}).items():
                pola = pola.replace(kunci, isi)
            alamat.append("/" + pola)
    return alamat


def test_setiap_alamat_terdaftar() -> None:
    assert sorted(_pola(get_resolver())) == sorted(ALAMAT)


@pytest.mark.parametrize("alamat", _milik_instansi())
def test_pengunjung_tidak_melihat_yang_bukan_contoh(db: None, klien: Klien, alamat: str) -> None:
    tanam("rahasia", contoh=False)
    assert "rahasia" not in klien.buka("/").html
    h = klien.buka(alamat, 404)
    assert "Ketahanan Pangan" not in h.html


@pytest.mark.parametrize("alamat", _milik_instansi())
def test_petugas_instansi_lain_mendapat_404(db: None, klien: Klien, alamat: str) -> None:
    """The same answer for what is not yours and for what is not there."""
    tanam("rahasia", contoh=False)
    klien.asli.force_login(petugas(tanam("lain", contoh=False)))
    h = klien.buka(alamat, 404)
    tidak_ada = klien.buka(alamat.replace("rahasia", "khayalan"), 404)
    assert h.teks == tidak_ada.teks
    assert "Koordinator SAKIP" in h.html
    assert "/masuk/" not in set(h.tautan()), "sudah masuk, tidak disuruh masuk lagi"
    assert [a for a in klien.buka("/").tautan() if a.startswith("/i/")] == ["/i/lain/", "/i/lain/2030/"]


@pytest.mark.parametrize("alamat", _milik_instansi("dinas-uji"))
def test_tanpa_peragaan_contoh_pun_tertutup(
    dinas: object, klien: Klien, settings: object, alamat: str
) -> None:
    """Production settings: visitors read nothing, not even what is flagged as an example."""
    settings.OPENSAKIP_BACA_CONTOH = False  # type: ignore[attr-defined]
    klien.buka(alamat, 404)
    assert "dinas-uji" not in klien.buka("/").html


def test_petugas_sendiri_membaca_semua(db: None, klien: Klien) -> None:
    klien.asli.force_login(petugas(tanam("milik", contoh=False)))
    for alamat in _milik_instansi("milik"):
        if not alamat.endswith((".pdf", ".csv")):
            klien.buka(alamat)


def test_petugas_bidang_hanya_melihat_bidangnya(db: None, klien: Klien) -> None:
    """A person of one unit: own rows yes; agreement, totals, notes, report and other units no."""
    klien.asli.force_login(petugas(tanam("milik", contoh=False), unit="BID2"))
    h = klien.buka("/i/milik/2030/")
    assert h.judul == "Rencana dan anggaran 2030"
    assert "Indeks Ketahanan Pangan Wilayah" not in h.html
    assert "Cadangan" not in h.html
    for angka in ("ind.I-0.capaian", "ringkas.rata_indikator", "pagu.P0.v2", "pk.2.jumlah", "ins.skm.hasil"):
        klien.buka(f"/i/milik/2030/angka/{angka}/", 404)
    for berkas in ("laporan.pdf", "pk/2.pdf", "pk/2.docx"):
        klien.buka(f"/i/milik/2030/{berkas}", 404)
    for bagian in ("", "capaian/", "pk/", "catatan/", "anggaran/"):
        isi = klien.buka(f"/i/milik/2030/{bagian}").html
        assert "Indeks Ketahanan Pangan Wilayah" not in isi
        assert "Sumber membulatkan" not in isi
    for format in ("csv", "xlsx"):
        isi = klien.asli.get(f"/i/milik/2030/capaian.{format}").content
        assert b"Wilayah" not in isi, "unduhan sesempit halamannya"


def test_petugas_bidang_melihat_indikatornya(db: None, klien: Klien) -> None:
    klien.asli.force_login(petugas(tanam("milik", contoh=False), unit="BID1"))
    h = klien.buka("/i/milik/2030/")
    assert len(h.semua("//tr[starts-with(@id, 'ind-')]")) == 4
    assert not h.semua("//a[contains(@href, 'laporan.pdf')]"), "laporan memuat seluruh unit"
    assert not h.semua("//*[@id='perjanjian']")
    for alamat in set(h.tautan()):
        if not alamat.endswith(".xlsx"):
            klien.buka(alamat)


@pytest.mark.parametrize("tahun", ["1999", "2031", "20300"])
def test_tahun_tanpa_data(dinas: object, klien: Klien, tahun: str) -> None:
    """An empty year of an agency one may read leads to the years that have figures; others stay unknown."""
    for laman in ("", "capaian/", "pk/", "laporan/", "anggaran/"):
        h = klien.buka(f"/i/dinas-uji/{tahun}/{laman}", 404)
        assert h.judul == f"Belum ada data tahun {tahun}"
        assert {"/i/dinas-uji/", "/i/dinas-uji/2030/"} <= set(h.tautan())
    asing = klien.buka(f"/i/khayalan/{tahun}/", 404)
    assert "Periksa ejaan alamat dan tahunnya" in asing.teks


@pytest.mark.parametrize("cara", ["post", "put", "delete"])
def test_halaman_baca_menolak_tulis(dinas: object, klien: Klien, cara: str) -> None:
    for alamat in _milik_instansi("dinas-uji"):
        assert getattr(klien.asli, cara)(alamat).status_code == 405
