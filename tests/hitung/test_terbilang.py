"""Numbers in words: the table of the print guide and the edges around it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from opensakip.hitung.angka import AngkaAmbigu, AngkaSalah
from opensakip.hitung.terbilang import bilangan_tingkat, terbilang

KASUS: list[tuple[int | str, str]] = [
    (0, "nol"),
    (1, "satu"),
    (2, "dua"),
    (3, "tiga"),
    (4, "empat"),
    (5, "lima"),
    (6, "enam"),
    (7, "tujuh"),
    (8, "delapan"),
    (9, "sembilan"),
    (10, "sepuluh"),
    (11, "sebelas"),
    (12, "dua belas"),
    (15, "lima belas"),
    (19, "sembilan belas"),
    (20, "dua puluh"),
    (21, "dua puluh satu"),
    (30, "tiga puluh"),
    (99, "sembilan puluh sembilan"),
    (100, "seratus"),
    (101, "seratus satu"),
    (110, "seratus sepuluh"),
    (111, "seratus sebelas"),
    (119, "seratus sembilan belas"),
    (120, "seratus dua puluh"),
    (199, "seratus sembilan puluh sembilan"),
    (200, "dua ratus"),
    (211, "dua ratus sebelas"),
    (999, "sembilan ratus sembilan puluh sembilan"),
    (1000, "seribu"),
    (1001, "seribu satu"),
    (1010, "seribu sepuluh"),
    (1011, "seribu sebelas"),
    (1100, "seribu seratus"),
    (1111, "seribu seratus sebelas"),
    (1999, "seribu sembilan ratus sembilan puluh sembilan"),
    (2000, "dua ribu"),
    (2001, "dua ribu satu"),
    (10000, "sepuluh ribu"),
    (11000, "sebelas ribu"),
    (21000, "dua puluh satu ribu"),
    (100000, "seratus ribu"),
    (101000, "seratus satu ribu"),
    (111111, "seratus sebelas ribu seratus sebelas"),
    (201000, "dua ratus satu ribu"),
    (999999, "sembilan ratus sembilan puluh sembilan ribu sembilan ratus sembilan puluh sembilan"),
    (1000000, "satu juta"),
    (1000001, "satu juta satu"),
    (1001000, "satu juta seribu"),
    (1001001, "satu juta seribu satu"),
    (1100000, "satu juta seratus ribu"),
    (11000000, "sebelas juta"),
    (100000000, "seratus juta"),
    (10**9, "satu miliar"),
    (10**9 + 1000, "satu miliar seribu"),
    (10**12, "satu triliun"),
    (10**15, "satu kuadriliun"),
    (
        9960052227,
        "sembilan miliar sembilan ratus enam puluh juta lima puluh dua ribu dua ratus dua puluh tujuh",
    ),
    (13393506000, "tiga belas miliar tiga ratus sembilan puluh tiga juta lima ratus enam ribu"),
    (
        225565789216,
        "dua ratus dua puluh lima miliar lima ratus enam puluh lima juta tujuh ratus delapan puluh sembilan "
        "ribu dua ratus enam belas",
    ),
    (
        245137431880,
        "dua ratus empat puluh lima miliar seratus tiga puluh tujuh juta empat ratus tiga puluh satu ribu "
        "delapan ratus delapan puluh",
    ),
    (
        253786078000,
        "dua ratus lima puluh tiga miliar tujuh ratus delapan puluh enam juta tujuh puluh delapan ribu",
    ),
    ("98,85", "sembilan puluh delapan koma delapan lima"),
    ("0,05", "nol koma nol lima"),
    ("3,20", "tiga koma dua nol"),
    ("1.234,5", "seribu dua ratus tiga puluh empat koma lima"),
    ("245.137.431.880", "dua ratus empat puluh lima miliar seratus tiga puluh tujuh juta empat ratus tiga "
     "puluh satu ribu delapan ratus delapan puluh"),
    (-7, "minus tujuh"),
    ("-0,5", "minus nol koma lima"),
    (0, "nol"),
]  # fmt: skip


def test_jumlah_kasus() -> None:
    assert len(KASUS) >= 60


@pytest.mark.parametrize(("angka", "kata"), KASUS)
def test_terbilang(angka: int | str, kata: str) -> None:
    assert terbilang(angka) == kata


def test_batas_atas() -> None:
    terbesar = terbilang(10**18 - 1)
    assert terbesar.startswith("sembilan ratus sembilan puluh sembilan kuadriliun")
    with pytest.raises(AngkaSalah, match="terlalu besar"):
        terbilang(10**18)


@pytest.mark.parametrize(
    ("nilai", "kata"),
    [
        (0, "nol rupiah"),
        (1000, "seribu rupiah"),
        (Decimal("21000.00"), "dua puluh satu ribu rupiah"),
        ("Rp12.348", "dua belas ribu tiga ratus empat puluh delapan rupiah"),
        ("(5.000)", "minus lima ribu rupiah"),
    ],
)
def test_uang(nilai: int | Decimal | str, kata: str) -> None:
    assert terbilang(nilai, rupiah=True) == kata


def test_sen_tidak_dieja() -> None:
    with pytest.raises(AngkaSalah, match="sen"):
        terbilang(Decimal("1000.50"), rupiah=True)


@pytest.mark.parametrize("salah", [0.5, True, None, [1]])
def test_jenis_lain_ditolak(salah: object) -> None:
    with pytest.raises(TypeError, match="int, Decimal, atau teks"):
        terbilang(salah)  # type: ignore[arg-type]


def test_teks_salah_dan_ambigu() -> None:
    with pytest.raises(AngkaAmbigu):
        terbilang("12.348")
    with pytest.raises(AngkaSalah):
        terbilang("dua")
    with pytest.raises(AngkaSalah, match="terhingga"):
        terbilang(Decimal("NaN"))


def test_minus_nol_adalah_nol() -> None:
    assert terbilang(Decimal("-0")) == "nol"
    assert terbilang(Decimal("1E+3")) == "seribu"


def test_bilangan_tingkat() -> None:
    assert [bilangan_tingkat(n) for n in (1, 2, 10, 12, 100)] == [
        "pertama",
        "kedua",
        "kesepuluh",
        "kedua belas",
        "keseratus",
    ]
    with pytest.raises(AngkaSalah):
        bilangan_tingkat(0)
