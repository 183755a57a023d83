"""Instruments in the report: their sentences, each with a case, and their charts."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opensakip.dokumen.bagan import cincin
from opensakip.dokumen.bagan_instrumen import DuaTahun, Porsi, Sumbu, batang_bobot, halter, radar
from opensakip.dokumen.bagan_susunan import Kotak, alt_susunan, susunan
from opensakip.pelaporan.blok.cuplik import Cuplik
from opensakip.pelaporan.blok.gambar_instrumen import kalimat_instrumen
from opensakip.pelaporan.blok.pola_instrumen import POLA_BOBOT, POLA_NKA, POLA_SKM
from opensakip.pelaporan.kalimat import Penutur
from tests.pelaporan.bahan_laporan import Pembuat, cuplikan, indikator

D = Decimal


def _kalimat(kunci: str, ins: dict[str, Any], p: Pembuat) -> tuple[set[str], str]:
    c = Cuplik(cuplikan(p, [indikator(p, "I1")]))
    kalimat = kalimat_instrumen(c, kunci, ins, Penutur("uji"))
    return {k.pola for k in kalimat}, " ".join(k.teks for k in kalimat)


def _skm(
    p: Pembuat, kini: Decimal, lalu: Decimal | None, unsur: list[tuple[str, str, str]], responden: bool = True
) -> dict[str, Any]:
    p.isi("s.v", kini, "")
    ins: dict[str, Any] = {"hasil": "s.v", "kelas": "B (Baik)", "tahun": 2025, "baris": []}
    dulu = []
    for n, (nama, a, b) in enumerate(unsur):
        p.isi(f"s.{n}", D(b), "")
        p.isi(f"s.{n}.k", D(b) * 25, "")
        ins["baris"].append({"kode": f"U{n}", "uraian": nama, "nilai": f"s.{n}", "konversi": f"s.{n}.k"})
        p.isi(f"l.{n}", D(a), "")
        dulu.append({"kode": f"U{n}", "uraian": nama, "nilai": f"l.{n}"})
    if lalu is not None:
        p.isi("s.l", lalu, "")
        ins["lalu"] = {"tahun": 2024, "hasil": "s.l", "baris": dulu}
    if responden:
        p.isi("s.r", D(50), "")
        ins["responden"] = [{"kelompok": "seluruh", "uraian": "Seluruh", "jumlah": "s.r"}]
    return ins


@pytest.mark.parametrize(
    ("kini", "lalu", "responden", "ada", "tiada"),
    [
        ("85", "80", True, {"K43", "K43b", "K43e", "K43f"}, {"K43a", "K43c", "K43d"}),
        ("80", "85", True, {"K43", "K43c"}, {"K43b", "K43d"}),
        ("80", "80", True, {"K43d"}, {"K43b", "K43c"}),
        ("80", None, False, {"K43a"}, {"K43", "K43b", "K43c", "K43d", "K43e"}),
    ],
)
def test_survei(kini: str, lalu: str | None, responden: bool, ada: set[str], tiada: set[str]) -> None:
    p = Pembuat()
    unsur = [("Prosedur", "3.1", "3.3"), ("Biaya", "3.9", "3.9"), ("Waktu", "3.5", "3.2")]
    ins = _skm(p, D(kini), None if lalu is None else D(lalu), unsur, responden)
    pola, teks = _kalimat("skm", ins, p)
    assert ada <= pola
    assert not tiada & pola
    if "K43e" in ada:
        assert "satu unsur naik, satu unsur turun, dan satu unsur tetap" in teks
        assert "tertinggi Biaya" in teks
        assert "terendah Waktu" in teks


@given(st.decimals("1", "4", places=3), st.decimals("1", "4", places=3))
def test_tidak_pernah_naik_untuk_yang_turun(kini: Decimal, lalu: Decimal) -> None:
    p = Pembuat()
    pola, teks = _kalimat("skm", _skm(p, kini * 25, lalu * 25, [("Prosedur", str(lalu), str(kini))]), p)
    v, v0 = p.angka["s.v"]["tampil"], p.angka["s.l"]["tampil"]
    if v == v0:
        assert pola & {"K43d"}
    elif kini > lalu:
        assert "turun dari" not in teks
        assert "lebih rendah" not in teks
    else:
        assert "naik dari" not in teks
        assert "lebih tinggi" not in teks
    assert len(pola & {"K43b", "K43c", "K43d"}) == 1


@pytest.mark.parametrize(("kunci", "id"), [("akip", "K44"), ("ip_asn", "K46")])
def test_bagian_dari_bobot(kunci: str, id: str) -> None:
    p = Pembuat()
    baris = []
    for n, (nama, porsi) in enumerate(
        [("Perencanaan", "76.57"), ("Pengukuran", "63.70"), ("Pelaporan", "70")]
    ):
        p.isi(f"b.{n}", D(porsi), "%")
        baris.append({"uraian": nama, "porsi": f"b.{n}", "nilai": f"b.{n}", "bobot": "30"})
    pola, teks = _kalimat(kunci, {"baris": baris}, p)
    assert pola == {id}
    assert "Perencanaan" in teks
    assert "Pengukuran" in teks
    assert "76,57%" in teks


@pytest.mark.parametrize(("satker", "ada", "tiada"), [("88", "K45a", "K45b"), ("95", "K45b", "K45a")])
def test_nilai_kinerja_anggaran(satker: str, ada: str, tiada: str) -> None:
    p = Pembuat()
    for kunci, nilai in {"a": "91.76", "b": "88.85", "s": satker, "e": "53.03", "p": "98", "k": "97"}.items():
        p.isi(f"n.{kunci}", D(nilai), "")
    baris = [
        {
            "uraian": "Unit A", "nilai": "n.a", "satker": "n.s", "nilai_efisiensi": "n.e",
            "csp": "n.p", "konsistensi": "n.k",
        },
        {"uraian": "Unit B", "nilai": "n.b"},
    ]  # fmt: skip
    pola, teks = _kalimat("nka", {"baris": baris}, p)
    assert {"K45", "K45c", ada} <= pola
    assert tiada not in pola
    assert "Unit A" in teks
    assert "53,03" in teks


def test_setiap_pola_punya_dua_wajah_atau_satu_yang_tetap() -> None:
    semua = (*POLA_SKM, *POLA_BOBOT, *POLA_NKA)
    assert len({p.id for p in semua}) == len(semua) == 13
    assert sum(len(p.varian) >= 2 for p in semua) >= 6


# ------------------------------------------------ charts


def test_bagan_memuat_nilainya_sebagai_teks() -> None:
    svg = radar(
        [Sumbu(n, D(v), v) for n, v in (("A", "70"), ("B", "60"), ("C", "80"), ("D", "75"))], judul="Uji"
    )
    assert all(f"{v}%" in svg for v in ("70", "60", "80", "75"))
    svg = batang_bobot(
        [Porsi("A", D(20), D(30), "20,00", "66,67"), Porsi("B", D(40), D(30), "40,00", "133,33")], judul="Uji"
    )
    assert "20,00 (66,67%)" in svg
    lebar = [D(x) for x in _sifat(svg, "width") if x not in ("158mm",)]
    assert max(lebar) <= 158, "yang melebihi bobot tidak keluar dari bingkainya"
    svg = halter(
        [DuaTahun("U1", D(80), D(85), "80,00", "85,00"), DuaTahun("U2", None, D(90), "–", "90,00")],
        judul="Uji", tahun=("2024", "2025"), ambang=[(D("76.61"), "B"), (D("88.31"), "A")],
    )  # fmt: skip
    for kata in ("80,00", "85,00", "90,00", "mutu A", "mutu B"):
        assert kata in svg


def _sifat(svg: str, nama: str) -> list[str]:
    import re

    return re.findall(rf'{nama}="([\d.]+)"', svg)


@given(st.decimals("-50", "250", places=2))
def test_cincin_tidak_pernah_lebih_dari_penuh(persen: Decimal) -> None:
    svg = cincin(persen, f"{persen}%", [("Pagu", "Rp1")], judul="Uji")
    bagian = [D(x.split()[0]) for x in __import__("re").findall(r'stroke-dasharray="([\d. ]+)"', svg)]
    assert 0 <= bagian[1] <= bagian[0]


@given(st.integers(0, 14), st.integers(0, 5))
def test_bagan_susunan_memuat_setiap_unit_sekali(n: int, m: int) -> None:
    puncak = Kotak(
        "Puncak",
        anak=tuple(Kotak(f"Unit{i}x", anak=tuple(Kotak(f"Sub{i}y{j}z") for j in range(m))) for i in range(n)),
    )
    svg = susunan(puncak, judul="Uji")
    badan = svg.split("</desc>")[1]
    assert badan.count(">Puncak<") == 1
    for i in range(n):
        assert badan.count(f">Unit{i}x<") == 1
        for j in range(m):
            assert badan.count(f">Sub{i}y{j}z<") == 1
    assert puncak.jumlah == 1 + n + n * m
    assert alt_susunan(puncak).startswith("Bagan susunan: Puncak")
