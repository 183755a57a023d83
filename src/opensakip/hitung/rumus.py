"""The formulas of capaian, one small function each, on exact rationals.

Every function returns the percentage and the words of its step, or raises
:class:`TakTerhitung` with the reason why there is no percentage.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from fractions import Fraction

from .tampilan import tampil_penuh

SERATUS = Fraction(100)


class Arah(StrEnum):
    """Direction in which an indicator is better."""

    NAIK = "naik"
    TURUN = "turun"
    RENTANG = "rentang"
    ORDINAL = "ordinal"


class Rumus(StrEnum):
    """Variant of the formula; an attribute of the indicator, printed in its manual."""

    MAKS = "maks"
    MIN_2T = "min_2t"
    MIN_RASIO = "min_rasio"
    MIN_REDUKSI = "min_reduksi"
    RENTANG = "rentang"
    ORDINAL = "ordinal"


RUMUS_BAWAAN: dict[Arah, Rumus] = {
    Arah.NAIK: Rumus.MAKS,
    Arah.TURUN: Rumus.MIN_2T,
    Arah.RENTANG: Rumus.RENTANG,
    Arah.ORDINAL: Rumus.ORDINAL,
}
RUMUS_ARAH: dict[Arah, tuple[Rumus, ...]] = {
    Arah.NAIK: (Rumus.MAKS,),
    Arah.TURUN: (Rumus.MIN_2T, Rumus.MIN_RASIO, Rumus.MIN_REDUKSI),
    Arah.RENTANG: (Rumus.RENTANG,),
    Arah.ORDINAL: (Rumus.ORDINAL,),
}
DASAR_RUMUS: dict[Rumus, tuple[str, ...]] = {
    Rumus.MAKS: ("realisasi ÷ target × 100; konvensi, bandingkan PermenPANRB 8/2021 lampiran hlm. 91",),
    Rumus.MIN_2T: (
        "(2 × target − realisasi) ÷ target × 100; konvensi, bandingkan PermenPANRB 8/2021 lampiran hlm. 100",
    ),
    Rumus.MIN_RASIO: ("target ÷ realisasi × 100; kebijakan instansi untuk indikator menurun",),
    Rumus.MIN_REDUKSI: ("(target − realisasi) ÷ target × 100; kebijakan instansi untuk pengurangan",),
    Rumus.RENTANG: (
        "target berbatas bawah dan atas; konvensi, bandingkan PermenPANRB 8/2021 lampiran hlm. 91 dan 100",
        "di dalam rentang bernilai 100; ketetapan OpenSAKIP",
    ),
    Rumus.ORDINAL: ("tercapai atau tidak tercapai menurut daftar berurut; ketetapan OpenSAKIP",),
}
"""Where each formula stands. PermenPANRB 8/2021 is about employees' targets: here it is a convention."""


class TakTerhitung(Exception):
    """There is no percentage for these inputs; the message is the reason shown to the reader."""


def _t(nilai: Fraction) -> str:
    return tampil_penuh(nilai)


def maks(target: Fraction, realisasi: Fraction) -> tuple[Fraction, str]:
    """Higher is better: R/T.

    >>> maks(Fraction(90), Fraction("83.5"))[1]
    '83,5 ÷ 90 × 100 = 92,7777777777…'
    """
    hasil = realisasi / target * SERATUS
    return hasil, f"{_t(realisasi)} ÷ {_t(target)} × 100 = {_t(hasil)}"


def min_2t(target: Fraction, realisasi: Fraction) -> tuple[Fraction, str]:
    """Lower is better: (2T - R)/T, the form of the regulation; met exactly gives 100.

    >>> min_2t(Fraction(10), Fraction(12))[1]
    '(2 × 10 − 12) ÷ 10 × 100 = 80'
    """
    hasil = (2 * target - realisasi) / target * SERATUS
    return hasil, f"(2 × {_t(target)} − {_t(realisasi)}) ÷ {_t(target)} × 100 = {_t(hasil)}"


def min_rasio(target: Fraction, realisasi: Fraction) -> tuple[Fraction, str]:
    """Lower is better: T/R; undefined at R = 0."""
    if realisasi == 0:
        raise TakTerhitung("realisasi 0 tidak dapat menjadi pembagi pada rumus min_rasio; pakai min_2t")
    if realisasi < 0:
        raise TakTerhitung("realisasi negatif tidak bermakna pada rumus min_rasio")
    hasil = target / realisasi * SERATUS
    return hasil, f"{_t(target)} ÷ {_t(realisasi)} × 100 = {_t(hasil)}"


def min_reduksi(target: Fraction, realisasi: Fraction) -> tuple[Fraction, str]:
    """Size of a reduction: (T - R)/T; 0 when R = T, so not a ratio of achievement."""
    hasil = (target - realisasi) / target * SERATUS
    return hasil, f"({_t(target)} − {_t(realisasi)}) ÷ {_t(target)} × 100 = {_t(hasil)}"


def rentang(bawah: Fraction | None, atas: Fraction | None, realisasi: Fraction) -> tuple[Fraction, str]:
    """Keep within bounds: inside 100, below R/a, above (2b - R)/b.

    >>> rentang(Fraction(4), Fraction(6), Fraction(7))[1]
    '7 di atas batas atas 6: (2 × 6 − 7) ÷ 6 × 100 = 83,3333333333…'
    """
    if bawah is not None and realisasi < bawah:
        if bawah <= 0:
            raise TakTerhitung(f"batas bawah {_t(bawah)} tidak dapat menjadi pembagi")
        hasil, langkah = maks(bawah, realisasi)
        return hasil, f"{_t(realisasi)} di bawah batas bawah {_t(bawah)}: {langkah}"
    if atas is not None and realisasi > atas:
        if atas <= 0:
            raise TakTerhitung(f"batas atas {_t(atas)} tidak dapat menjadi pembagi")
        hasil, langkah = min_2t(atas, realisasi)
        return hasil, f"{_t(realisasi)} di atas batas atas {_t(atas)}: {langkah}"
    batas = [
        f"{kata} {_t(nilai)}"
        for kata, nilai in (("paling sedikit", bawah), ("paling banyak", atas))
        if nilai is not None
    ]
    return SERATUS, f"{_t(realisasi)} berada dalam rentang ({' dan '.join(batas)}): 100"


RASIO: dict[Rumus, Callable[[Fraction, Fraction], tuple[Fraction, str]]] = {
    Rumus.MAKS: maks,
    Rumus.MIN_2T: min_2t,
    Rumus.MIN_RASIO: min_rasio,
    Rumus.MIN_REDUKSI: min_reduksi,
}
