"""Search: what it finds, in which order, with which way; and that it knows nothing a visitor may not know."""

from __future__ import annotations

import pytest

from opensakip.pelaporan.cari import PANJANG, kata_kunci, ratakan
from opensakip.web.penyaji.cari import ruas
from tests.web.klien import Halaman, Klien
from tests.web.perabot import petugas, tanam


def _kelompok(h: Halaman) -> dict[str, list[str]]:
    """Names of the hits by the heading of their group."""
    hasil = {}
    for s in h.semua("//main//section[.//ol]"):
        hasil[h.tulisan(s.xpath(".//h2")[0])] = [h.tulisan(a) for a in s.xpath(".//ol/li/a")]
    return hasil


def test_tanpa_kata_hanya_formulir(dinas: object, klien: Klien) -> None:
    h = klien.buka("/cari/")
    assert h.judul == "Cari"
    assert "Cara mencari" in h.teks
    assert not _kelompok(h)


def test_menemukan_semua_jenis(dinas: object, klien: Klien) -> None:
    hasil = _kelompok(klien.buka("/cari/?q=pangan"))
    assert list(hasil) == ["Instansi", "Indikator", "Sasaran", "Rencana dan anggaran", "Unit"]
    assert hasil["Instansi"] == ["Dinas Ketahanan Pangan Kabupaten Uji"]
    assert len(hasil["Indikator"]) == 4
    assert len(hasil["Rencana dan anggaran"]) == 8


def test_setiap_hasil_terbuka_di_tempatnya(dinas: object, klien: Klien) -> None:
    """Follow every hit: the page opens and has the place that the address names."""
    alamat = [
        a.get("href")
        for tanya in ("pangan", "perjanjian kinerja", "laporan uji")
        for a in klien.buka(f"/cari/?q={tanya}").semua("//ol[contains(@class, 'temu')]//a")
    ]
    assert len(alamat) > 15
    for tujuan in set(alamat):
        halaman, _, jangkar = tujuan.partition("#")
        h = klien.buka(halaman)
        assert not jangkar or h.semua(f"//*[@id='{jangkar}']"), tujuan


def test_menurut_kode_dan_urutan(dinas: object, klien: Klien) -> None:
    h = klien.buka("/cari/?q=i-2")
    assert _kelompok(h)["Indikator"] == ["Indeks Ketahanan Pangan Wilayah 2"]
    assert _kelompok(klien.buka("/cari/?q=9.P0"))["Rencana dan anggaran"][0] == (
        "Program Penguatan Cadangan Pangan P0"
    ), "kode yang tepat lebih dahulu"


def test_jalur_dan_kata_yang_ditandai(dinas: object, klien: Klien) -> None:
    h = klien.buka("/cari/?q=CADANGAN p0-k1-s1")
    butir = h.satu("//ol[contains(@class, 'temu')]/li")
    assert h.tulisan(butir.xpath("span[@class='jalur']")[0]) == (
        "DKP 2030 › Program Penguatan Cadangan Pangan P0 › Kegiatan Penguatan Cadangan Pangan P0-K1"
    )
    assert [h.tulisan(m) for m in butir.xpath(".//mark")] == ["Cadangan", "P0-K1-S1"]


def test_semua_kata_harus_ada(dinas: object, klien: Klien) -> None:
    h = klien.buka("/cari/?q=pangan zzz")
    assert h.judul == "Hasil pencarian “pangan zzz”"
    assert "Tidak ada yang cocok" in h.teks


def test_satu_jenis_menunjukkan_lebih_banyak(db: None, klien: Klien) -> None:
    tanam(ganda=10)
    semua = klien.buka("/cari/?q=wilayah")
    assert len(_kelompok(semua)["Indikator"]) == 8
    lanjut = [a for a in semua.tautan() if "jenis=indikator" in a]
    assert len(_kelompok(klien.buka(lanjut[0]))["Indikator"]) == 40


def test_peraturan_ikut_dicari(db: None, klien: Klien) -> None:
    hasil = _kelompok(klien.buka("/cari/?q=88/2021 predikat"))
    assert list(hasil) == ["Peraturan"]


def test_petugas_bidang_menemukan_miliknya_saja(db: None, klien: Klien) -> None:
    """Hits, counts and units follow the assignment."""
    klien.asli.force_login(petugas(tanam("milik", contoh=False), unit="BID2"))
    h = klien.buka("/cari/?q=pangan")
    assert list(_kelompok(h)) == ["Instansi"]
    assert _kelompok(klien.buka("/cari/?q=bidang"))["Unit"] == ["Bidang Konsumsi"]


def test_jumlah_tidak_membocorkan(db: None, klien: Klien) -> None:
    """Whether the closed agency is there or not, the answer is the same to the letter."""
    tanam("terbuka")
    sebelum = klien.buka("/cari/?q=pangan").teks
    tanam("tertutup", contoh=False)
    assert klien.buka("/cari/?q=pangan").teks == sebelum
    klien.asli.force_login(petugas(None))
    assert klien.buka("/cari/?q=pangan").teks == sebelum


def test_tahun_lama_tidak_menggandakan(db: None, klien: Klien) -> None:
    from opensakip.organisasi.models import Unit
    from opensakip.pelaporan.models import Cuplikan

    instansi = tanam()
    c = Cuplikan.semua.get(instansi=instansi)
    c.pk, c.tahun, c.uid = None, 2029, Unit.semua.filter(instansi=instansi)[0].uid
    c._state.adding = True
    c.save()
    h = klien.buka("/cari/?q=wilayah 1")
    assert _kelompok(h)["Indikator"] == ["Indeks Ketahanan Pangan Wilayah 1"]
    assert "/2030/" in h.satu("//ol[contains(@class, 'temu')]//a").get("href")


@pytest.mark.parametrize("tanya", ["<script>alert(1)</script>", '"><b>x', "%", "a" * 500, "\x00", "é"])
def test_ketikan_aneh_tetap_halaman(dinas: object, klien: Klien, tanya: str) -> None:
    from urllib.parse import quote

    h = klien.buka(f"/cari/?q={quote(tanya)}")
    assert len(h.satu("//input[@id='q-isi']").get("value")) <= PANJANG


def test_ratakan_dan_kata() -> None:
    assert ratakan("  Été  RAYA\n2") == "ete raya 2"
    assert kata_kunci("Nilai nilai AKIP") == ("nilai", "akip")
    assert kata_kunci("   ") == ()


def test_ruas_menandai_di_tempatnya() -> None:
    assert ruas("Nilai AKIP naik", ["akip", "nilai"]) == ("", "Nilai", " ", "AKIP", " naik")
    assert ruas("polos", ["x"]) == ("polos",)
    assert "".join(ruas("aaaa", ["aa", "aaa"])) == "aaaa"


def test_kotak_cari_ada_di_setiap_halaman(dinas: object, klien: Klien) -> None:
    for alamat in ("/", "/masuk/", "/i/dinas-uji/2030/", "/tidak-ada/"):
        h = klien.buka(alamat, 404 if "tidak" in alamat else 200)
        f = h.satu("//header//form[@role='search']")
        assert f.get("action") == "/cari/"
