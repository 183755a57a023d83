"""A result: a value, or no value, together with the way that led to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction
from typing import Any

from .presisi import bulatkan, desimal, pecahan
from .tampilan import KOSONG, tampil

DIGIT_JSON = 28
"""Significant digits of ``nilai`` in JSON; what the database columns and other languages can hold."""
BELUM = "belum dapat dinilai"

Angka = Decimal | int
"""What formulas accept as a number; never a float."""


@dataclass(frozen=True, slots=True)
class Hasil:
    """Value with its steps, legal basis and rule version.

    ``nilai`` None means *belum dapat dinilai*; it is never replaced by 0 or 100. ``tampil`` is the
    only rounded form, and status or colour must be decided from it (see :attr:`dibulatkan`).
    ``tepat`` keeps the exact rational for further computing; it takes no part in comparison.
    """

    nilai: Decimal | None
    tampil: str
    langkah: tuple[str, ...]
    dasar: tuple[str, ...]
    aturan: str
    keterangan: str = ""
    desimal: int = 2
    tepat: Fraction | None = field(default=None, compare=False, repr=False)

    @property
    def ada(self) -> bool:
        """True when there is a value."""
        return self.nilai is not None

    @property
    def dibulatkan(self) -> Decimal | None:
        """The number that is shown, as a decimal: what status and class are decided from."""
        return None if self.nilai is None else bulatkan(self.nilai, self.desimal)

    def pecahan(self) -> Fraction | None:
        """The exact value, or None."""
        if self.tepat is not None:
            return self.tepat
        return None if self.nilai is None else pecahan(self.nilai)

    def dengan_keterangan(self, keterangan: str) -> Hasil:
        """Return the same result with a further remark."""
        gabung = "; ".join(k for k in (self.keterangan, keterangan) if k)
        return replace(self, keterangan=gabung)

    def ke_json(self) -> dict[str, Any]:
        """Return the plain form of the contract: decimals are strings, no exponent, no float."""
        return {
            "nilai": teks_mesin(self.nilai),
            "tampil": self.tampil,
            "langkah": list(self.langkah),
            "dasar": list(self.dasar),
            "aturan": self.aturan,
            "keterangan": self.keterangan,
        }


def teks_mesin(nilai: Decimal | None) -> str | None:
    """Write a decimal for machines: a point, no grouping, no exponent, at most 28 significant digits.

    >>> teks_mesin(Decimal(2) / Decimal(3)), teks_mesin(Decimal("1E+3")), teks_mesin(None)
    ('0.6666666666666666666666666667', '1000', None)
    """
    if nilai is None:
        return None
    return format(Context(prec=DIGIT_JSON, rounding=ROUND_HALF_EVEN).plus(nilai), "f")


def belum(alasan: str, *, dasar: Iterable[str], aturan: str, langkah: Iterable[str] = ()) -> Hasil:
    """Build the result that has no value and says why."""
    return Hasil(None, KOSONG, (*langkah, f"{BELUM}: {alasan}"), tuple(dasar), aturan, f"{BELUM}: {alasan}")


def jadi(
    nilai: Fraction | Decimal,
    langkah: Iterable[str],
    *,
    dasar: Iterable[str],
    aturan: str,
    keterangan: str = "",
    desimal_tampil: int = 2,
    penulis: Callable[[Decimal], str] | None = None,
) -> Hasil:
    """Build a result with a value and add the one rounding step.

    ``penulis`` writes the shown value where it is not a plain number (rupiah, for instance).
    """
    angka = desimal(nilai) if isinstance(nilai, Fraction) else nilai
    bulat = bulatkan(angka, desimal_tampil)
    teks = penulis(bulat) if penulis else tampil(bulat, desimal_tampil)
    langkah_bulat = f"dibulatkan setengah ke atas ke {desimal_tampil} desimal: {teks}"
    return Hasil(
        nilai=angka,
        tampil=teks,
        langkah=(*langkah, langkah_bulat),
        dasar=tuple(dasar),
        aturan=aturan,
        keterangan=keterangan,
        desimal=desimal_tampil,
        tepat=nilai if isinstance(nilai, Fraction) else None,
    )
