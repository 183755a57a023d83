"""The page of findings: every finding leads to its place and back, nothing runs, nothing is loaded."""

from __future__ import annotations

import re
from dataclasses import replace

import html5lib
import pytest

from opensakip.dokumen.bacaan.model import Bacaan, Paragraf, Sel, Tabel, Tempat
from opensakip.periksa.jalan import gabung, periksa
from opensakip.periksa.laman import laman
from opensakip.periksa.temuan import Temuan, Tingkat
from tests.dukungan.bacaan_uji import cek, dokumen, sel, temuan

SEL = Tempat(baris=10, tabel=1, baris_tabel=2, kolom=3)


def _laman(*semua: Temuan, bacaan: Bacaan | None = None) -> str:
    return laman(periksa([bacaan or dokumen()], daftar={"x": cek("x", lambda _: semua)}))


def _pohon(html: str) -> None:
    html5lib.HTMLParser(strict=True).parse(html)


def test_setiap_tautan_menuju_jangkar_yang_ada_dan_jangkar_unik() -> None:
    html = _laman(
        temuan(),
        temuan("sel", tempat=SEL, tercetak="80", seharusnya="81"),
        temuan("c", tempat=Tempat(baris=6)),
    )
    _pohon(html)
    jangkar = re.findall(r'id="([^"]+)"', html)
    assert len(jangkar) == len(set(jangkar))
    tujuan = re.findall(r'href="#([^"]+)"', html)
    assert set(tujuan) <= set(jangkar)
    assert {"t1", "t2", "t3", "d1-0", "d2-0", "d3-0"} <= set(tujuan)


def test_angka_yang_salah_disorot_di_tempatnya() -> None:
    html = _laman(temuan(), temuan("sel", tempat=SEL, tercetak="80", seharusnya="81", tingkat=Tingkat.SEDANG))
    assert '<mark class="tinggi">91,63%</mark>' in html
    assert '<td><mark class="sedang">80</mark>' in html


def test_angka_pendek_tidak_ditemukan_di_dalam_angka_panjang() -> None:
    teks = "Angka 172,5 lalu 72,5 dan 2,5."
    b = Bacaan("a.txt", "teks", (Paragraf(teks, Tempat(baris=1)),))
    html = _laman(temuan(tempat=Tempat(baris=1), tercetak="2,5", seharusnya="3", berkas="a.txt"), bacaan=b)
    assert 'dan <mark class="tinggi">2,5</mark>' in html


def test_baris_berkas_memilih_potongan_paragraf() -> None:
    b = Bacaan(
        "a.txt",
        "teks",
        (
            Paragraf(
                "nilai 10 lalu. nilai 10 kini.",
                Tempat(baris=1),
                ((0, Tempat(baris=1)), (15, Tempat(baris=2))),
            ),
        ),
    )
    html = _laman(temuan(tempat=Tempat(baris=2), tercetak="10", seharusnya="11", berkas="a.txt"), bacaan=b)
    assert 'nilai 10 lalu. nilai <mark class="tinggi">10</mark>' in html


def test_tanpa_skrip_tanpa_jaringan_dan_isi_dokumen_tidak_menjadi_html() -> None:
    jahat = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    b = replace(dokumen(), unsur=(Paragraf(jahat, Tempat(baris=3)),), berkas="<b>.txt")
    html = _laman(
        replace(
            temuan(jahat, berkas="<b>.txt", tercetak=jahat, seharusnya=jahat), kalimat=jahat, dasar=jahat
        ),
        bacaan=b,
    )
    _pohon(html)
    assert "<script" not in html
    assert "<img" not in html
    assert not re.search(r"<[^>]+\son\w+=", html)
    assert not re.search(r"https?://|style=\"", html)
    assert "default-src 'none'" in html


def test_tabel_sangat_panjang_dipotong_di_sekitar_temuan() -> None:
    baris = tuple((sel(f"nilai {i}", i, 1),) for i in range(1, 5001))
    b = Bacaan("a.csv", "csv", (Tabel(baris, Tempat(tabel=1), kepala=1),))
    html = _laman(temuan(tempat=Tempat(tabel=1, baris_tabel=2500, kolom=1), berkas="a.csv"), bacaan=b)
    assert '<mark class="tinggi">nilai 2500</mark>' in html
    assert "nilai 2502" in html
    assert "nilai 3000" not in html
    assert "baris tanpa temuan" in html
    assert len(html) < 40_000


def test_sel_yang_tertutup_dan_tabel_utuh_dapat_ditunjuk() -> None:
    gabungan = Sel("gabung", Tempat(tabel=1, baris_tabel=1, kolom=1), kolom=2)
    b = Bacaan("a.csv", "csv", (Tabel(((gabungan, None),), Tempat(tabel=1)),))
    html = _laman(
        temuan(tempat=Tempat(tabel=1, baris_tabel=1, kolom=2), berkas="a.csv"),
        temuan("utuh", tempat=Tempat(tabel=1), berkas="a.csv"),
        bacaan=b,
    )
    _pohon(html)
    assert 'colspan="2"><mark class="tinggi">gabung</mark>' in html
    assert "<caption><sup" in html


def test_dua_dokumen_punya_jangkar_masing_masing() -> None:
    a = periksa([dokumen()], daftar={"x": cek("x", lambda _: [temuan()])})
    b = periksa([dokumen("b.txt")], daftar={"x": cek("x", lambda _: [temuan(berkas="b.txt")])})
    html = laman(gabung([a, b]))
    _pohon(html)
    jangkar = re.findall(r'id="([^"]+)"', html)
    assert len(jangkar) == len(set(jangkar))
    assert html.count('<mark class="tinggi">91,63%</mark>') == 2


@pytest.mark.parametrize("semua", [(), (temuan(),)])
def test_satu_h1_dan_judul_yang_sama(semua: tuple[Temuan, ...]) -> None:
    html = _laman(*semua)
    _pohon(html)
    assert re.findall(r"<h1>(.*?)</h1>", html) == re.findall(r"<title>(.*?)</title>", html)
    assert ("Tidak ada temuan" in html) == (not semua)
