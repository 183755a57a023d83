"""Differences between two ceilings, in words of money and percent."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from opensakip.hitung.efisiensi import perubahan_pagu, perubahan_pagu_persen
from opensakip.hitung.presisi import bulatkan
from opensakip.hitung.tampilan import KOSONG, tampil


@dataclass(frozen=True, slots=True)
class Selisih:
    """A change between two amounts. ``arah`` is naik, turun, tetap, or empty when one is missing."""

    nilai: Decimal | None
    tampil: str
    persen: str
    arah: str


def bertanda(nilai: Decimal, teks: str) -> str:
    """Put the plus sign before a rise; a fall carries its minus already."""
    return f"+{teks}" if nilai > 0 else teks


def selisih(lama: Decimal | None, baru: Decimal | None) -> Selisih:
    """Change from ``lama`` to ``baru``; nothing is said when one of the two is unknown."""
    beda = perubahan_pagu(baru, lama).nilai
    if beda is None:
        return Selisih(None, KOSONG, KOSONG, "")
    persen = perubahan_pagu_persen(baru, lama)
    arah = "naik" if beda > 0 else "turun" if beda < 0 else "tetap"
    tulis = persen.tampil if persen.nilai is None else bertanda(persen.nilai, persen.tampil)
    return Selisih(beda, bertanda(beda, tampil(beda, 0)), tulis, arah)


def miliar(nilai: Decimal) -> str:
    """Rupiah as billions with two decimals and the sign of a change: "+11,63"."""
    bagian = bulatkan(nilai / 1_000_000_000)
    return bertanda(bagian, tampil(bagian))
