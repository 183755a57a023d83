"""Fonts, cleaning of text, places to break."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opensakip.dokumen.huruf import FOLDER_FON, PENGGANTI, bersihkan, tercakup
from opensakip.dokumen.penggal import PANJANG_PAKSA, aman_lebar, penggal
from tests.dukungan.berkas import SRC

FON_WEB = SRC / "web" / "static" / "fon"


@pytest.mark.parametrize("folder", [FOLDER_FON, FON_WEB], ids=["laporan", "web"])
def test_setiap_huruf_sesuai_sidik_dan_berlisensi(folder) -> None:
    daftar = {}
    for baris in (folder / "sidik.txt").read_text(encoding="ascii").splitlines():
        sidik, nama = baris.split("  ")
        daftar[nama] = sidik
    ada = {p.name for p in folder.iterdir() if p.is_file() and p.name not in ("sidik.txt", "__init__.py")}
    assert set(daftar) == ada
    for nama, sidik in daftar.items():
        assert hashlib.sha256((folder / nama).read_bytes()).hexdigest() == sidik, nama
    assert any("LI" in n for n in ada), "teks lisensi menyertai huruf"


def test_huruf_tidak_memberatkan() -> None:
    assert sum(p.stat().st_size for p in FOLDER_FON.iterdir()) < 2_500_000
    assert sum(p.stat().st_size for p in FON_WEB.glob("*.woff2")) < 40_000


@pytest.mark.parametrize("huruf", "aZ9é≤≥–−…†‡•×÷→“”≠±µب○●■▲▼✓")
def test_huruf_yang_dipakai_laporan_tercakup(huruf: str) -> None:
    assert tercakup(huruf)


@pytest.mark.parametrize(
    ("asal", "jadi"),
    [
        ("biasa saja", "biasa saja"),
        ("e\u0301", "é"),
        ("a\x00b\x07c", "abc"),
        ("a\nb\tc\r\nd", "a b c  d"),
        ("\u202edcba", "dcba"),
        ("😀 ok", f"{PENGGANTI} ok"),
        ("漢字", PENGGANTI * 2),
        ("\ud800", PENGGANTI),
        ("❤\ufe0f", "❤"),
        ("kata\u00adpenggal", "kata\u00adpenggal"),
        ("بِسْمِ", "بِسْمِ"),
    ],
)
def test_teks_dibersihkan(asal: str, jadi: str) -> None:
    assert bersihkan(asal)[0] == jadi


@given(st.text(max_size=200))
def test_hasil_bersih_selalu_dapat_dicetak(asal: str) -> None:
    jadi, hilang = bersihkan(asal)
    assert all(tercakup(h) for h in jadi)
    assert not set(hilang) & set(jadi)
    assert bersihkan(jadi) == (jadi, ())


@pytest.mark.parametrize(
    ("kata", "jadi"),
    [
        ("Koordinasi", "Koor-di-nasi"),
        ("mempertanggungjawabkan", "mem-per-tang-gung-ja-wab-kan"),
        ("Meningkat", "Meningkat"),
        ("4.01.02.1.01", "4.01.02.1.01"),
    ],
)
def test_pemenggalan(kata: str, jadi: str) -> None:
    assert penggal(kata).replace("\u00ad", "-") == jadi


@given(
    st.text(
        st.characters(exclude_categories=["Cs", "Cc", "Z"], exclude_characters="\u00ad\u200b"), max_size=120
    )
)
def test_tidak_ada_gumpal_tanpa_tempat_putus(teks: str) -> None:
    import re

    hasil = penggal(teks)
    assert hasil.replace("\u00ad", "").replace("\u200b", "") == teks
    assert all(len(g) <= PANJANG_PAKSA for g in re.split("[\u00ad\u200b/\\s-]", hasil))


def test_kata_pendek_tidak_disentuh() -> None:
    assert aman_lebar("kata biasa 123") == "kata biasa 123"
