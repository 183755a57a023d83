"""Differences between two ceilings, in words of money and percent."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from opensakip.hitung.angka import bulatkan, tampil


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
    if lama is None or baru is None:
        return Selisih(None, "–", "–", "")
    beda = baru - lama
    persen = "–"
    if lama:
        bagian = bulatkan(beda / lama * 100)
        persen = bertanda(bagian, tampil(bagian))
    arah = "naik" if beda > 0 else "turun" if beda < 0 else "tetap"
    return Selisih(beda, bertanda(beda, tampil(beda, 0)), persen, arah)


def miliar(nilai: Decimal) -> str:
    """Rupiah as billions with two decimals and the sign of a change: "+11,63"."""
    bagian = bulatkan(nilai / 1_000_000_000)
    return bertanda(bagian, tampil(bagian))
