"""Charts: well formed, described, values printed, equal input gives equal bytes."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opensakip.dokumen import bagan
from opensakip.dokumen.model import Nada
from opensakip.dokumen.svg import Kanvas, a, bungkus, lebar_teks

D = Decimal
SVG = "{http://www.w3.org/2000/svg}"


def butir(nama: str, nilai: str | None, *, sementara: bool = False) -> bagan.ButirSimpangan:
    """One bar of the deviation chart."""
    n = None if nilai is None else D(nilai)
    nada, kata = (Nada.KOSONG, "belum dinilai")
    if n is not None:
        nada, kata = (Nada.MELAMPAUI, "melampaui") if n > 100 else (Nada.BAWAH, "di bawah")
    return bagan.ButirSimpangan(
        nama, n, "–" if n is None else f"{n}%".replace(".", ","), nada, kata, sementara
    )


def teks(svg: str) -> list[str]:
    """Every text of a drawing."""
    return ["".join(t.itertext()) for t in ET.fromstring(svg).iter(f"{SVG}text")]


def test_simpangan_menulis_semua_nilai_dan_status() -> None:
    svg = bagan.simpangan(
        [butir("A", "98.85", sementara=True), butir("B", "138.06"), butir("C", None)], judul="J"
    )
    t = teks(svg)
    assert {"98,85%", "138,06%", "di bawah", "melampaui", "belum dinilai", "target = 100", "A*"} <= set(t)
    akar = ET.fromstring(svg)
    assert akar.attrib["role"] == "img"
    assert akar.find(f"{SVG}title").text == "J"
    assert "A: 98,85%, di bawah" in akar.find(f"{SVG}desc").text
    assert "url(#arsir-" in svg, "nilai sementara berarsir"


def test_simpangan_memotong_batang_yang_jauh() -> None:
    dekat = bagan.simpangan([butir("A", "104")], judul="J")
    jauh = bagan.simpangan([butir("A", "480")], judul="J")
    assert jauh.count('stroke="#ffffff"') == 2
    assert '#ffffff" stroke-width="0.55"' not in dekat


def test_tren_tidak_menyambung_melewati_perubahan_metode() -> None:
    titik = [
        bagan.TitikTren(str(t), D(n), f"{n}", putus=p)
        for t, n, p in ((2022, 60, False), (2023, 70, False), (2024, 90, True))
    ]
    svg = bagan.tren(titik, [bagan.GarisAcuan(D(80), "80,00", "target 2024")], judul="J")
    garis = re.findall(r'stroke="#1f5f99" stroke-width="0.55"', svg)
    assert len(garis) == 1
    assert "metode berubah" in teks(svg)
    assert "80,00" in teks(svg)
    lanjut = bagan.tren(
        [bagan.TitikTren("2022", D(60), "60"), bagan.TitikTren("2023", D(70), "70")], judul="J"
    )
    assert "metode berubah" not in teks(lanjut)


def test_tren_nilai_dibawa_putus_putus() -> None:
    titik = [bagan.TitikTren("2024", D(60), "60"), bagan.TitikTren("2025", D(60), "60", sementara=True)]
    svg = bagan.tren(titik, judul="J")
    assert 'stroke-dasharray="1.4 1"' in svg
    assert "60*" in teks(svg)


def test_batang_mulai_dari_nol() -> None:
    svg = bagan.batang(
        [bagan.ButirBatang("A", D(50), "50,00"), bagan.ButirBatang("B", D(100), "100,00")], judul="J"
    )
    lebar = [
        D(r.attrib["width"]) for r in ET.fromstring(svg).iter(f"{SVG}rect") if r.attrib["fill"] == "#1f5f99"
    ]
    assert lebar[0] * 2 == pytest.approx(lebar[1], abs=D("0.02"))


def test_teks_petugas_tidak_menjadi_markup() -> None:
    svg = bagan.batang(
        [bagan.ButirBatang('<script>alert("x")</script> & \x00 \u202e', D(1), "1")], judul="<b>"
    )
    assert "<script" not in svg
    assert ET.fromstring(svg) is not None


angka = st.decimals("-1000000", "1000000", places=4)


@given(st.lists(angka, min_size=2, max_size=8), st.lists(angka, max_size=2))
def test_tren_sah_untuk_nilai_apa_pun(nilai: list[Decimal], acuan: list[Decimal]) -> None:
    titik = [bagan.TitikTren(str(2000 + i), n, str(n), putus=i == 3) for i, n in enumerate(nilai)]
    garis = [bagan.GarisAcuan(n, str(n), "target") for n in acuan]
    svg = bagan.tren(titik, garis, judul="J")
    ET.fromstring(svg)
    assert svg == bagan.tren(titik, garis, judul="J")
    assert "NaN" not in svg
    assert "E+" not in svg


@given(st.lists(st.one_of(st.none(), st.decimals("0", "100000", places=3)), min_size=1, max_size=30))
def test_simpangan_sah_untuk_capaian_apa_pun(nilai: list[Decimal | None]) -> None:
    svg = bagan.simpangan(
        [butir(f"Indikator {i}", None if n is None else str(n)) for i, n in enumerate(nilai)], judul="J"
    )
    akar = ET.fromstring(svg)
    lebar = D(akar.attrib["viewBox"].split()[2])
    for r in akar.iter(f"{SVG}rect"):
        x, w = D(r.attrib["x"]), D(r.attrib["width"])
        assert x >= 0
        assert w >= 0
        assert x + w <= lebar


@given(st.text(max_size=80), st.integers(15, 80), st.integers(1, 4))
def test_bungkus_tidak_melewati_lebar(isi: str, lebar: int, maks: int) -> None:
    baris = bungkus(isi, lebar, D(8), maks)
    assert 1 <= len(baris) <= maks
    assert all(lebar_teks(b, D(8)) <= lebar + 4 for b in baris)


def test_koordinat_ringkas() -> None:
    assert [a(D("1.5000")), a(D("-0.001")), a(3), a(D("2.345"))] == ["1.5", "0", "3", "2.35"]
    assert Kanvas(10, 5).selesai("J", "U").startswith("<svg")
