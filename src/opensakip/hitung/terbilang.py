"""Numbers in Indonesian words, for signed documents."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from .angka import AngkaSalah, baca_angka, baca_rupiah

_SATUAN: Final = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_TINGKAT: Final = (
    (10**15, "kuadriliun"),
    (10**12, "triliun"),
    (10**9, "miliar"),
    (10**6, "juta"),
    (1000, "ribu"),
)
BATAS: Final = 10**18
"""First number that has no word here (one thousand kuadriliun)."""


def _di_bawah_seratus(n: int) -> list[str]:
    if n < 10:
        return [_SATUAN[n]] if n else []
    if n < 20:
        return [("sepuluh", "sebelas")[n - 10]] if n < 12 else [_SATUAN[n - 10], "belas"]
    return [_SATUAN[n // 10], "puluh", *([_SATUAN[n % 10]] if n % 10 else [])]


def _di_bawah_seribu(n: int) -> list[str]:
    ratus, sisa = divmod(n, 100)
    depan = [] if not ratus else ["seratus"] if ratus == 1 else [_SATUAN[ratus], "ratus"]
    return [*depan, *_di_bawah_seratus(sisa)]


def _kata(n: int) -> list[str]:
    """Words of a non-negative integer; "se-" stands only before belas, puluh, ratus, ribu."""
    if n == 0:
        return [_SATUAN[0]]
    kata: list[str] = []
    for nilai, nama in _TINGKAT:
        banyak, n = divmod(n, nilai)
        if banyak == 1 and nama == "ribu":
            kata.append("seribu")
        elif banyak:
            kata += [*_di_bawah_seribu(banyak), nama]
    return kata + _di_bawah_seribu(n)


def _sebagai_teks(nilai: int | Decimal | str, rupiah: bool) -> str:
    """Bring the input to machine text with the decimals it was written with."""
    if isinstance(nilai, bool) or not isinstance(nilai, int | Decimal | str):
        raise TypeError(f"terbilang hanya untuk int, Decimal, atau teks, bukan {type(nilai).__name__}")
    if isinstance(nilai, str):
        nilai = baca_rupiah(nilai) if rupiah else baca_angka(nilai)
    if isinstance(nilai, Decimal) and not nilai.is_finite():
        raise AngkaSalah(str(nilai), "hanya bilangan terhingga yang dapat ditulis dengan kata")
    return format(nilai, "f") if isinstance(nilai, Decimal) else str(nilai)


def terbilang(nilai: int | Decimal | str, *, rupiah: bool = False) -> str:
    """Write a number in words, lower case; with ``rupiah`` the currency at the end.

    Decimals are read digit by digit after "koma". Money is a whole number: sen are refused.

    >>> terbilang(1_001_001), terbilang("87,25"), terbilang(-7)
    ('satu juta seribu satu', 'delapan puluh tujuh koma dua lima', 'minus tujuh')
    >>> terbilang(21_000, rupiah=True)
    'dua puluh satu ribu rupiah'
    """
    teks = _sebagai_teks(nilai, rupiah)
    bulat, _, sisa = teks.lstrip("-").partition(".")
    if int(bulat) >= BATAS:
        raise AngkaSalah(teks, "angka terlalu besar untuk ditulis dengan kata (paling banyak 18 digit)")
    if rupiah and sisa.strip("0"):
        raise AngkaSalah(teks, "uang ditulis dengan kata dalam rupiah bulat; bulatkan sen lebih dahulu")
    kata = _kata(int(bulat))
    if sisa and not rupiah:
        kata += ["koma", *(_SATUAN[int(d)] for d in sisa)]
    if teks.startswith("-") and re.search(r"[1-9]", teks):
        kata.insert(0, "minus")
    if rupiah:
        kata.append("rupiah")
    return " ".join(kata)


def bilangan_tingkat(nilai: int) -> str:
    """Write an ordinal number in words.

    >>> bilangan_tingkat(1), bilangan_tingkat(2), bilangan_tingkat(12)
    ('pertama', 'kedua', 'kedua belas')
    """
    if nilai < 1:
        raise AngkaSalah(str(nilai), "bilangan tingkat mulai dari 1")
    return "pertama" if nilai == 1 else f"ke{terbilang(nilai)}"
