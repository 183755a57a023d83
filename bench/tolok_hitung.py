"""What steps, legal basis and typed values cost, against a bare Decimal loop."""

from __future__ import annotations

import time
from decimal import ROUND_HALF_UP, Decimal

from bench.ukur import Tolok

PENUH, KECIL = 10_000, 50


def _baris(kecil: bool) -> list[tuple[Decimal, Decimal]]:
    jumlah = KECIL if kecil else PENUH
    return [(Decimal(60 + i % 40), Decimal(5000 + (i * 37) % 5000) / 100) for i in range(jumlah)]


def kita(kecil: bool) -> float:
    """Compute capaian with steps and basis, and show it."""
    from opensakip.hitung.capaian import Arah, capaian

    baris = _baris(kecil)
    awal = time.perf_counter()
    for target, realisasi in baris:
        assert capaian(target, realisasi, Arah.NAIK).tampil
    return time.perf_counter() - awal


def berkas(kecil: bool) -> float:
    """Read values from text as well, as `opensakip hitung berkas` does."""
    from opensakip.hitung.capaian import Arah, capaian
    from opensakip.hitung.nilai import baca_nilai

    teks = [(str(t), str(r).replace(".", ",")) for t, r in _baris(kecil)]
    awal = time.perf_counter()
    for target, realisasi in teks:
        assert capaian(baca_nilai(target), baca_nilai(realisasi, bentuk="id"), Arah.NAIK).tampil
    return time.perf_counter() - awal


def polos(kecil: bool) -> float:
    """Divide, multiply, round: what a formula in a spreadsheet does."""
    baris = _baris(kecil)
    sen = Decimal("0.01")
    awal = time.perf_counter()
    for target, realisasi in baris:
        assert str((realisasi / target * 100).quantize(sen, ROUND_HALF_UP))
    return time.perf_counter() - awal


TOLOK = Tolok(
    judul=f"Capaian {PENUH:,} baris".replace(",", "."),
    dasar="Decimal polos, tanpa penjelasan",
    sisi={
        "Decimal polos, tanpa penjelasan": polos,
        "hitung.capaian, dengan langkah dan dasar": kita,
        "dari teks: baca_nilai lalu capaian": berkas,
    },
)
