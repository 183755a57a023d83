"""Comparisons with other years, end targets and benchmarks."""

from __future__ import annotations

from decimal import Decimal

import pytest

from opensakip.hitung.banding import (
    jarak_ke_akhir,
    perlu_naik_target,
    pertumbuhan,
    selisih_poin,
    terhadap_akhir,
    terhadap_pembanding,
    terhadap_tahun_depan,
)
from opensakip.hitung.capaian import Arah, capaian
from opensakip.hitung.nilai import baca_nilai

D = Decimal
OPINI = ("TMP", "TW", "WDP", "WTP")


@pytest.mark.parametrize(
    ("kini", "lalu", "tampil"),
    [
        ("69.31", "68.81", "0,50"),
        ("100", "28.67", "71,33"),
        ("95.50", "97.54", "−2,04"),
        ("3.80", "3.80", "0,00"),
    ],
)
def test_selisih_dalam_poin(kini: str, lalu: str, tampil: str) -> None:
    assert selisih_poin(D(kini), D(lalu)).tampil == tampil


def test_selisih_menerima_nilai_bertipe_dan_hasil() -> None:
    hasil = selisih_poin(baca_nilai("76,12 (BB)"), capaian(D(2), D(1), Arah.NAIK))
    assert hasil.tampil == "26,12"
    assert hasil.langkah[0] == "tahun ini 76,12 − tahun lalu 50 = 26,12 poin"


def test_putus_deret_tidak_dibandingkan() -> None:
    a, b = D(90), D(80)
    for hasil in (
        selisih_poin(a, b, putus=True),
        pertumbuhan(a, b, putus=True),
        terhadap_akhir(a, b, putus=True),
        jarak_ke_akhir(a, b, putus=True),
        terhadap_tahun_depan(a, b, putus=True),
        terhadap_pembanding(a, b, dapat_dibandingkan=False),
        perlu_naik_target(a, b, putus=True),
    ):
        assert hasil.nilai is None
        assert hasil.tampil == "–"
        assert "diperbandingkan" in hasil.keterangan


@pytest.mark.parametrize(
    "fungsi",
    [
        selisih_poin,
        pertumbuhan,
        terhadap_akhir,
        jarak_ke_akhir,
        terhadap_tahun_depan,
        terhadap_pembanding,
        perlu_naik_target,
    ],
)
@pytest.mark.parametrize(("a", "b"), [(None, D(1)), (D(1), None), (baca_nilai("Baik"), D(1))])
def test_tanpa_angka_tidak_ada_hasil(fungsi: object, a: object, b: object) -> None:
    assert fungsi(a, b).nilai is None  # type: ignore[operator]


def test_pertumbuhan_relatif() -> None:
    assert pertumbuhan(D("3.41"), D("3.5")).tampil == "−2,57"
    assert pertumbuhan(D(5), D(0)).nilai is None
    assert pertumbuhan(D(5), D(-2)).nilai is None


@pytest.mark.parametrize(
    ("realisasi", "akhir", "tampil"),
    [("10", "11", "90,91"), ("99.64", "99.46", "100,18"), ("3.46", "3.80", "91,05")],
)
def test_terhadap_target_akhir(realisasi: str, akhir: str, tampil: str) -> None:
    assert terhadap_akhir(D(realisasi), D(akhir)).tampil == tampil


def test_terhadap_target_akhir_memakai_rumus_indikator() -> None:
    assert terhadap_akhir(D(12), D(10), arah=Arah.TURUN).tampil == "80,00"


def test_jarak_tanpa_salah_hitung() -> None:
    assert jarak_ke_akhir(D("3.46"), D("3.80")).tampil == "0,34"
    assert jarak_ke_akhir(D(12), D(10)).tampil == "−2,00"


def test_terhadap_tahun_depan() -> None:
    assert terhadap_tahun_depan(D("96.64"), D(97)).tampil == "99,63"


def test_terhadap_pembanding_dalam_poin() -> None:
    assert terhadap_pembanding(D("89.53"), D("74.12")).tampil == "15,41"


@pytest.mark.parametrize(
    ("realisasi", "depan", "arah", "tampil"),
    [
        ("11", "10.9", Arah.NAIK, "Ya"),
        ("11", "11", Arah.NAIK, "Tidak"),
        ("10", "11", Arah.NAIK, "Tidak"),
        ("9", "10", Arah.TURUN, "Ya"),
        ("10", "10", Arah.TURUN, "Tidak"),
        ("11", "10", Arah.TURUN, "Tidak"),
    ],
)
def test_usul_menaikkan_target_hanya_bila_terlampaui(
    realisasi: str, depan: str, arah: Arah, tampil: str
) -> None:
    hasil = perlu_naik_target(D(realisasi), D(depan), arah=arah)
    assert hasil.tampil == tampil
    assert hasil.nilai == (1 if tampil == "Ya" else 0)


def test_usul_pada_ordinal_dan_rentang() -> None:
    wtp, wdp = (baca_nilai(x, ordinal=OPINI) for x in ("WTP", "WDP"))
    assert perlu_naik_target(wtp, wdp, arah=Arah.ORDINAL).tampil == "Ya"
    assert perlu_naik_target(wtp, wtp, arah=Arah.ORDINAL).tampil == "Tidak"
    assert perlu_naik_target(D(3), baca_nilai("2-3"), arah=Arah.RENTANG).nilai is None


def test_langkah_dan_sebutan() -> None:
    assert selisih_poin(D(1), D(-2)).langkah[0] == "tahun ini 1 − tahun lalu (−2) = 3 poin"
    assert selisih_poin(D(1), D(0)).langkah[0] == "tahun ini 1 − tahun lalu 0 = 1 poin"
    assert "tahun ini tidak memiliki angka" in selisih_poin(None, D(1)).keterangan
    assert "tahun lalu tidak memiliki angka" in selisih_poin(D(1), None).keterangan
    assert "realisasi tidak" in perlu_naik_target(None, D(1)).keterangan
    assert "target tahun depan tidak" in perlu_naik_target(D(1), None).keterangan
    assert perlu_naik_target(D(9), D(10), arah=Arah.TURUN).langkah == (
        "realisasi 9 < target tahun depan 10: ya",
    )
    assert perlu_naik_target(D(9), D(10)).langkah == ("realisasi 9 > target tahun depan 10: tidak",)


def test_usul_ordinal_tanpa_urutan() -> None:
    assert perlu_naik_target(baca_nilai("Baik"), baca_nilai("Cukup"), arah=Arah.ORDINAL).nilai is None
