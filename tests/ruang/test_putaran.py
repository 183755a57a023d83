"""Cycles in a pohon kinerja: found, and found without walking every path."""

from __future__ import annotations

import time

import pytest

from opensakip.perencanaan.data import DataSisi
from opensakip.perencanaan.errors import SusunanButirSalah
from opensakip.perencanaan.rules import wajib_tanpa_putaran


def _permata(banyak: int) -> list[DataSisi]:
    """Return diamonds in a chain: 2 ** banyak paths over 4 * banyak edges."""
    pasangan = [
        p
        for i in range(banyak)
        for p in ((f"n{i}", f"l{i}"), (f"n{i}", f"r{i}"), (f"l{i}", f"n{i + 1}"), (f"r{i}", f"n{i + 1}"))
    ]
    return [DataSisi(dari=d, ke=k, jenis="mendukung") for d, k in pasangan]


def test_empat_puluh_permata_selesai_segera() -> None:
    mulai = time.perf_counter()
    wajib_tanpa_putaran(_permata(40))
    assert time.perf_counter() - mulai < 2


def test_putaran_di_ujung_permata_ditemukan() -> None:
    with pytest.raises(SusunanButirSalah, match="mendukung dirinya sendiri"):
        wajib_tanpa_putaran([*_permata(40), DataSisi(dari="n40", ke="n0", jenis="mendukung")])


def test_simpul_yang_menunjuk_dirinya_ditolak() -> None:
    with pytest.raises(SusunanButirSalah, match="“a”"):
        wajib_tanpa_putaran([DataSisi(dari="a", ke="a", jenis="mendukung")])
