"""Typed values: what a target or a realisation *is*, with the printed text kept."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from .angka import AngkaSalah
from .tampilan import tampil_penuh

DIGIT_MAKS = 15
"""Significant digits a typed value may have: what every supported database keeps unchanged."""
DESIMAL_MAKS = 8
"""Decimals a typed value may have, for the same reason."""


class JenisNilai(StrEnum):
    """Kind of a value."""

    ANGKA = "angka"
    PERSEN = "persen"
    RENTANG = "rentang"
    SKALA = "skala"
    ORDINAL = "ordinal"
    LEVEL = "level"
    TEKS = "teks"


BERANGKA = frozenset({JenisNilai.ANGKA, JenisNilai.PERSEN, JenisNilai.SKALA})
BERURUT = frozenset({JenisNilai.ORDINAL, JenisNilai.LEVEL})


def periksa_digit(nilai: Decimal, teks: str) -> Decimal:
    """Return the number unchanged, or refuse what storage would change silently.

    >>> periksa_digit(Decimal("1234567890123.4567"), "1234567890123,4567")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    opensakip.hitung.angka.AngkaSalah: “1234567890123,4567” memuat 17 digit, paling banyak 15; ...
    """
    if not nilai.is_finite():
        raise AngkaSalah(teks, f"“{teks}” bukan angka; kosongkan bila nilainya belum ada")
    bulat, _, sisa = format(nilai.copy_abs(), "f").partition(".")
    sisa = sisa.rstrip("0")
    if len(sisa) > DESIMAL_MAKS:
        raise AngkaSalah(
            teks,
            f"“{teks}” memuat {len(sisa)} desimal, paling banyak {DESIMAL_MAKS}; "
            f"bulatkan menjadi {DESIMAL_MAKS} desimal",
        )
    digit = len((bulat + sisa).lstrip("0"))
    if digit > DIGIT_MAKS:
        raise AngkaSalah(
            teks,
            f"“{teks}” memuat {digit} digit, paling banyak {DIGIT_MAKS}; "
            "pakai satuan dengan pengali (misalnya juta rupiah) atau kurangi desimalnya",
        )
    return nilai


@dataclass(frozen=True, slots=True)
class Nilai:
    """One value: a number, a percentage, a range, a score on a scale, an ordinal, a level, or text.

    ``angka`` is comparable as printed (38% is 38, never 0.38). ``bawah`` or ``atas`` may be None on
    a range that is open on that side. ``urut`` is the rank of ``kode`` in its list, 1 = worst.
    ``maks`` is the top of the scale as printed, ``desimal`` the number of decimals printed.
    """

    jenis: JenisNilai
    angka: Decimal | None = None
    bawah: Decimal | None = None
    atas: Decimal | None = None
    kode: str = ""
    urut: int | None = None
    maks: Decimal | None = None
    desimal: int | None = None
    teks: str = ""

    def __post_init__(self) -> None:
        """Refuse a value whose parts do not fit its kind."""
        for bagian in (self.angka, self.bawah, self.atas, self.maks):
            if bagian is not None:
                periksa_digit(bagian, self.teks or str(bagian))
        if self.jenis in BERANGKA and self.angka is None:
            raise AngkaSalah(self.teks, f"nilai {self.jenis} memerlukan angka")
        if self.jenis is JenisNilai.RENTANG:
            self._periksa_rentang()
        elif self.bawah is not None or self.atas is not None:
            raise AngkaSalah(self.teks, f"nilai {self.jenis} tidak memiliki batas rentang")
        if self.jenis in BERURUT and not self.kode:
            raise AngkaSalah(self.teks, f"nilai {self.jenis} memerlukan kode, misalnya WTP atau Level 3")

    def _periksa_rentang(self) -> None:
        if self.bawah is None and self.atas is None:
            raise AngkaSalah(self.teks, "rentang memerlukan paling sedikit satu batas, misalnya 4-6")
        if self.angka is not None:
            raise AngkaSalah(self.teks, "rentang tidak memiliki angka tunggal")
        if self.bawah is not None and self.atas is not None and self.bawah > self.atas:
            raise AngkaSalah(
                self.teks,
                f"batas bawah {tampil_penuh(self.bawah)} lebih besar daripada batas atas "
                f"{tampil_penuh(self.atas)}; tulis batas yang lebih kecil lebih dahulu",
            )

    @classmethod
    def dari_angka(cls, angka: Decimal | int) -> Nilai:
        """Wrap a bare number.

        >>> Nilai.dari_angka(Decimal("2.50")).tampil()
        '2,50'
        """
        if isinstance(angka, bool) or not isinstance(angka, Decimal | int):
            raise TypeError(f"angka harus Decimal atau int, bukan {type(angka).__name__}")
        isi = Decimal(angka)
        eksponen = isi.as_tuple().exponent
        desimal = max(0, -eksponen) if isinstance(eksponen, int) else None
        return cls(JenisNilai.ANGKA, angka=isi, desimal=desimal, teks=str(angka))

    def tampil(self) -> str:
        """Write the value for a step or a cell, Indonesian form, nothing rounded.

        >>> Nilai(JenisNilai.RENTANG, bawah=Decimal(4), atas=Decimal(6)).tampil()
        '4–6'
        """
        if self.jenis is JenisNilai.RENTANG:
            return self._tampil_rentang()
        if self.jenis in BERANGKA and self.angka is not None:
            return tampil_penuh(self.angka) + ("%" if self.jenis is JenisNilai.PERSEN else "")
        return self.kode or self.teks

    def sebutan(self) -> str:
        """The code if there is one, else what :meth:`tampil` writes."""
        return self.kode or self.tampil()

    def _tampil_rentang(self) -> str:
        if self.bawah is None:
            return f"≤ {tampil_penuh(self.atas)}" if self.atas is not None else self.teks
        if self.atas is None:
            return f"≥ {tampil_penuh(self.bawah)}"
        return f"{tampil_penuh(self.bawah)}–{tampil_penuh(self.atas)}"
