"""Exact arithmetic: rationals inside, one conversion to Decimal at the end.

A capaian such as 83,5 / 90 has no finite decimal form. If it were kept as a rounded
decimal, a mean of three thirds could land a hair under a tie and round the wrong way.
So every formula of this package that needs only the four operations computes with
``fractions.Fraction`` and turns the result into a ``Decimal`` once, with
``DIGIT`` significant digits. The caller's decimal context is never used.
"""

from __future__ import annotations

from decimal import (
    ROUND_HALF_EVEN,
    ROUND_HALF_UP,
    Clamped,
    Context,
    Decimal,
    DivisionByZero,
    InvalidOperation,
    Overflow,
)
from fractions import Fraction

DIGIT = 50
"""Significant digits of every unrounded result."""

KONTEKS = Context(
    prec=DIGIT,
    rounding=ROUND_HALF_EVEN,
    Emin=-999_999,
    Emax=999_999,
    traps=[InvalidOperation, DivisionByZero, Overflow, Clamped],
)
"""Read-only by convention: methods are called on it, it is never installed as the current context."""


def pecahan(nilai: Decimal | Fraction | int) -> Fraction:
    """Return the exact rational behind a decimal or an integer.

    >>> pecahan(Decimal("0.25"))
    Fraction(1, 4)
    >>> pecahan(0.25)
    Traceback (most recent call last):
    ...
    TypeError: angka harus Decimal atau int, bukan float
    """
    if isinstance(nilai, bool) or not isinstance(nilai, Decimal | Fraction | int):
        raise TypeError(f"angka harus Decimal atau int, bukan {type(nilai).__name__}")
    if isinstance(nilai, Decimal) and not nilai.is_finite():
        raise ValueError(f"angka harus terhingga, bukan {nilai}")
    return Fraction(nilai)


def desimal(nilai: Fraction) -> Decimal:
    """Return the rational as a decimal of ``DIGIT`` significant digits, exact when it fits.

    >>> desimal(Fraction(1, 8))
    Decimal('0.125')
    >>> len(desimal(Fraction(1, 3)).as_tuple().digits)
    50
    """
    return KONTEKS.divide(Decimal(nilai.numerator), Decimal(nilai.denominator))


def bulatkan(nilai: Decimal, desimal: int = 2) -> Decimal:
    """Round half up (away from zero at a tie) to ``desimal`` decimals: the only rounding there is.

    Half up, not half even: reports print 0,13 for exactly 0,125.

    >>> bulatkan(Decimal("0.125"))
    Decimal('0.13')
    >>> bulatkan(Decimal("-0.125"))
    Decimal('-0.13')
    >>> bulatkan(Decimal("-0.004"))
    Decimal('0.00')
    """
    if desimal < 0:
        raise ValueError(f"jumlah desimal tidak boleh negatif: {desimal}")
    if not nilai.is_finite():
        raise ValueError(f"angka harus terhingga, bukan {nilai}")
    luas = Context(prec=max(DIGIT, nilai.adjusted() + desimal + 3), traps=[InvalidOperation])
    hasil = nilai.quantize(Decimal((0, (1,), -desimal)), rounding=ROUND_HALF_UP, context=luas)
    return hasil.copy_abs() if hasil.is_zero() else hasil


def akar(nilai: Fraction, derajat: int) -> Decimal:
    """Return the real root of a rational that is not negative; exact when the root is a short decimal.

    Ten guard digits are computed and rounded away, so that roots like 100 come back as 100.

    >>> akar(Fraction(1_000_000), 3)
    Decimal('100')
    >>> str(akar(Fraction(8), 2))[:12]
    '2.8284271247'
    """
    if nilai < 0 or derajat < 1:
        raise ValueError("akar hanya untuk bilangan tidak negatif dan derajat mulai 1")
    if nilai == 0:
        return Decimal(0)
    jaga = KONTEKS.copy()
    jaga.prec = DIGIT + 20
    isi = jaga.divide(Decimal(nilai.numerator), Decimal(nilai.denominator))
    kasar = jaga.power(isi, jaga.divide(Decimal(1), Decimal(derajat)))
    return _rapi(KONTEKS.plus(kasar))


def _rapi(nilai: Decimal) -> Decimal:
    """Drop trailing zeros after the point without ever using an exponent."""
    if nilai == nilai.to_integral_value():
        return nilai.quantize(Decimal(1), context=Context(prec=max(DIGIT, nilai.adjusted() + 2)))
    return nilai.normalize(KONTEKS)
