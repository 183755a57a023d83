"""The HTML report: one file, valid, accessible by structure, without any address of another host."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import html5lib
import pytest
from lxml import html

from opensakip.dokumen.laman import susun_html
from opensakip.dokumen.model import Judul, Kotak, Paragraf, Potong, Tata, isi
from tests.dokumen.test_word import LENGKAP, SVG, WAKTU, dokumen, tabel


@pytest.fixture(scope="module")
def lengkap() -> bytes:
    return susun_html(dokumen(*LENGKAP), waktu=WAKTU).isi


def test_html_sah_dan_bita_sama(lengkap: bytes) -> None:
    html5lib.HTMLParser(strict=True).parse(lengkap.decode())
    assert susun_html(dokumen(*LENGKAP), waktu=WAKTU).isi == lengkap
    with pytest.raises(ValueError, match="zona"):
        susun_html(dokumen(Judul(1, "A")), waktu=datetime(2026, 1, 1))


def test_satu_berkas_tanpa_tuan_rumah_lain(lengkap: bytes) -> None:
    teks = lengkap.decode()
    tanpa_nama = re.sub(r'xmlns(:\w+)?="[^"]*"', "", teks)
    assert not re.search(r"(?:src|href)\s*=\s*[\"'](?!#|data:)", tanpa_nama)
    assert "http://" not in tanpa_nama
    assert "https://" not in tanpa_nama
    assert "<script" not in teks
    assert "default-src 'none'" in teks


def test_susunan_untuk_pembaca_layar(lengkap: bytes) -> None:
    akar = html.fromstring(lengkap.decode())
    assert akar.get("lang") == "id"
    assert len(akar.xpath("//h1")) == 1
    assert akar.xpath("//title")[0].text == "Laporan Uji"
    kenal = akar.xpath("//@id")
    assert len(kenal) == len(set(kenal)), "id tidak berulang"
    for tujuan in akar.xpath("//a/@href"):
        assert tujuan.removeprefix("#") in kenal, tujuan
    for t in akar.xpath("//table"):
        assert t.xpath("./caption"), "tiap tabel berjudul"
        assert all(h.get("scope") for h in t.xpath("./thead//th"))
        assert t.xpath("./tbody//th[@scope='row']"), "tiap baris punya kepala"
    for s in akar.xpath("//*[local-name()='svg']"):
        assert s.get("role") == "img"
        assert s.get("aria-label")
    tingkat = [
        int(h.tag[1]) for h in akar.xpath("//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5]")
    ]
    assert all(b - a <= 1 for a, b in zip(tingkat, tingkat[1:], strict=False)), "judul tidak melompat"
    assert [n.get("data-tempat") for n in akar.xpath("//*[@data-tempat]")] == [
        "sasaran.S1.sebab",
        "sasaran.S2.sebab",
    ]


def test_angka_membawa_idnya() -> None:
    hasil = susun_html(
        dokumen(Judul(1, "A"), Paragraf(isi(Potong("9,5", angka="ind.X.target")))), waktu=WAKTU
    ).isi
    assert html.fromstring(hasil.decode()).xpath("//*[@data-angka='ind.X.target']")[0].text == "9,5"


def test_lambang_di_sampul() -> None:
    hasil = susun_html(
        dokumen(Judul(1, "A"), tata=Tata(lambang=SVG.encode(), jenis_lambang="svg")), waktu=WAKTU
    ).isi
    assert b'class="lambang"' in hasil


@pytest.mark.parametrize(
    "jahat", ["<script>alert(1)</script>", "\x00\x1b", "😀", "بِسْمِ", '" onload="x', "]]>&amp;"]
)
def test_teks_jahat(jahat: str) -> None:
    blok = (Judul(1, jahat + "A"), Paragraf(isi(jahat)), tabel(jahat or "x"), Kotak(jahat, (isi(jahat),)))
    hasil = susun_html(dokumen(*blok), waktu=WAKTU).isi.decode()
    html5lib.HTMLParser(strict=True).parse(hasil)
    akar = html.fromstring(hasil)
    assert not akar.xpath("//script")
    assert not akar.xpath("//@onload")
    assert datetime(2026, 2, 27, 2, tzinfo=UTC) == WAKTU
