"""Figures as Indonesian readers expect them: point for thousands, comma for decimals.

Negative scores carry the minus sign U+2212; negative money in a column stands in brackets.
"""

from __future__ import annotations

from decimal import ROUND_DOWN, Context, Decimal
from fractions import Fraction

from .presisi import DIGIT, bulatkan
from .presisi import desimal as ke_desimal

KOSONG = "–"
"""Shown where there is no value; never 0."""
MINUS = "\u2212"
ELIPSIS = "…"
_BESAR = ((10**15, "kuadriliun"), (10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"))


def _ribuan(bulat: str) -> str:
    """Group an unsigned run of digits by three with points."""
    awal = len(bulat) % 3
    kelompok = [bulat[:awal]] if awal else []
    kelompok += [bulat[i : i + 3] for i in range(awal, len(bulat), 3)]
    return ".".join(kelompok)


def _tulis(nilai: Decimal) -> str:
    """Write a finite decimal with exactly the decimals it has."""
    bulat, _, sisa = format(nilai.copy_abs(), "f").partition(".")
    tanda = MINUS if nilai.is_signed() and not nilai.is_zero() else ""
    return tanda + _ribuan(bulat) + (f",{sisa}" if sisa else "")


def tampil(nilai: Decimal | int | None, desimal: int = 2) -> str:
    """Round half up once and write the figure; no value gives an en dash.

    >>> tampil(Decimal("1234.565"))
    '1.234,57'
    >>> tampil(Decimal("-1.2")), tampil(None), tampil(37, 0)
    ('−1,20', '–', '37')
    """
    if nilai is None:
        return KOSONG
    return _tulis(bulatkan(Decimal(nilai), desimal))


def tampil_penuh(nilai: Decimal | Fraction | int, desimal: int = 10) -> str:
    """Write an unrounded figure for a step: exact when short, else cut off and marked with an ellipsis.

    >>> tampil_penuh(Decimal("2.50")), tampil_penuh(Fraction(835, 9))
    ('2,50', '92,7777777777…')
    """
    angka = ke_desimal(nilai) if isinstance(nilai, Fraction) else Decimal(nilai)
    eksponen = angka.as_tuple().exponent
    if not isinstance(eksponen, int):
        raise ValueError(f"angka harus terhingga, bukan {angka}")
    if -eksponen <= desimal:
        return _tulis(angka)
    luas = Context(prec=max(DIGIT, angka.adjusted() + desimal + 3))
    potong = angka.quantize(Decimal((0, (1,), -desimal)), rounding=ROUND_DOWN, context=luas)
    if potong == angka:
        return _tulis(angka.normalize(luas))
    return _tulis(potong) + ELIPSIS


def tampil_rupiah(nilai: Decimal | int | None, *, awalan: bool = False) -> str:
    """Write whole rupiah: digits only for a column, with ``Rp`` for running text.

    >>> tampil_rupiah(1234567890), tampil_rupiah(1234567890, awalan=True)
    ('1.234.567.890', 'Rp1.234.567.890')
    >>> tampil_rupiah(-1250000), tampil_rupiah(-1250000, awalan=True)
    ('(1.250.000)', '−Rp1.250.000')
    """
    if nilai is None:
        return KOSONG
    bulat = bulatkan(Decimal(nilai), 0)
    digit = _tulis(bulat.copy_abs())
    if awalan:
        return f"{MINUS if bulat < 0 else ''}Rp{digit}"
    return f"({digit})" if bulat < 0 else digit


def tampil_rupiah_ringkas(nilai: Decimal | int | None) -> str:
    """Write large money in words for running text, two decimals half up.

    >>> tampil_rupiah_ringkas(1234567890), tampil_rupiah_ringkas(950000)
    ('Rp1,23 miliar', 'Rp950.000')
    """
    if nilai is None:
        return KOSONG
    angka = Decimal(nilai)
    for batas, nama in _BESAR:
        bagian = bulatkan(ke_desimal(Fraction(angka) / batas))
        if abs(bagian) >= 1:
            return f"{MINUS if bagian < 0 else ''}Rp{_tulis(bagian.copy_abs())} {nama}"
    return tampil_rupiah(angka, awalan=True)


def tampil_persen(nilai: Decimal | int | None, desimal: int = 2) -> str:
    """Write a percentage, the sign without a space.

    >>> tampil_persen(Decimal("87.6543"))
    '87,65%'
    """
    return KOSONG if nilai is None else f"{tampil(nilai, desimal)}%"
