"""Numbers at the edge: Indonesian and English forms told apart, never guessed.

A text is read in one pass by its separators:

* none: an integer;
* both kinds: the last one is the decimal mark (``1.234,56`` and ``1,234.56``);
* one kind, several times: thousands (``1.234.567``);
* one separator: a decimal mark, unless exactly three digits follow and the digits before it could
  be a group of thousands (one to three digits, not beginning with 0). That one case, ``12.348``,
  is ambiguous: the caller says which form is meant, or :class:`AngkaAmbigu` is raised.

``87.25`` is therefore a decimal even where the Indonesian form is expected.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from .presisi import bulatkan
from .tampilan import tampil, tampil_persen, tampil_rupiah, tampil_rupiah_ringkas

__all__ = [
    "AngkaAmbigu",
    "AngkaSalah",
    "Bentuk",
    "BuktiBentuk",
    "baca_angka",
    "baca_rupiah",
    "bentuk_kolom",
    "bukti_bentuk",
    "bulatkan",
    "tampil",
    "tampil_persen",
    "tampil_rupiah",
    "tampil_rupiah_ringkas",
]

Bentuk = Literal["id", "en"]

PANJANG_MAKS = 60
"""Longest text taken for a number; anything longer is a mistake, not a figure."""

_RUPA = re.compile(r"([+\-\u2212]?)(\d+(?:[.,]\d+)*)", re.ASCII)
_KELOMPOK = re.compile(r"[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3})*", re.ASCII)
_TOKEN = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)+(?![\w.,]*\w)", re.ASCII)
_RUPIAH = re.compile(r"^([+\-\u2212]?)\s*(?:Rp\.?|IDR)\s*|\s*(?:,-|,--|,–)$", re.IGNORECASE)


class AngkaSalah(ValueError):
    """A text that is not a number; ``teks`` keeps it, the message names the mend."""

    def __init__(self, teks: str, pesan: str) -> None:
        self.teks = teks
        super().__init__(pesan)


class AngkaAmbigu(AngkaSalah):
    """A text that can be read two ways; ``pilihan`` is (as thousands, as decimal) in machine form."""

    def __init__(self, teks: str, pilihan: tuple[str, str]) -> None:
        self.pilihan = pilihan
        ribuan, pecahan = pilihan
        aman = pecahan.replace(".", ",") + "0"
        super().__init__(
            teks,
            f"“{teks}” dapat dibaca dua cara: {ribuan} (pemisah ribuan) atau "
            f"{pecahan.replace('.', ',')} (tanda desimal); tulis {ribuan} atau {aman}, "
            "atau nyatakan bentuk angkanya: id (1.234,56) atau en (1,234.56)",
        )


@dataclass(frozen=True, slots=True)
class BuktiBentuk:
    """How many texts can only be Indonesian, and how many only English."""

    id: int
    en: int

    @property
    def bentuk(self) -> Bentuk | None:
        """The form all evidence points to; None without evidence or with evidence both ways."""
        if self.id and not self.en:
            return "id"
        if self.en and not self.id:
            return "en"
        return None

    @property
    def bertentangan(self) -> bool:
        """True when both forms occur."""
        return bool(self.id and self.en)


def _polos(teks: str) -> str:
    """Strip blanks of any kind and a byte order mark around the text."""
    return teks.strip().strip("\ufeff\u200b").strip()


def _tolak(teks: str, isi: str) -> AngkaSalah:
    """Name what is wrong with a text that has not the shape of a number."""
    if not isi:
        return AngkaSalah(teks, "angka kosong; isi dengan angka, misalnya 87,5")
    if len(isi) > PANJANG_MAKS:
        return AngkaSalah(teks, f"teks terlalu panjang untuk sebuah angka ({len(isi)} huruf)")
    contoh = f"“{isi}” bukan angka"
    if re.fullmatch(r"[+\-\u2212]?(?:s?nan|inf(?:inity)?)", isi, re.IGNORECASE):
        return AngkaSalah(teks, f"{contoh}; kosongkan bila nilainya belum ada")
    if re.fullmatch(r"[+\-\u2212]?[\d.,]+[eE][+\-]?\d+", isi):
        return AngkaSalah(teks, f"{contoh} biasa (bentuk pangkat); tulis semua digitnya")
    if re.search(r"\d[\s_']\d", isi):
        return AngkaSalah(teks, f"{contoh}; hapus spasi di antara digit, misalnya 1.234.567")
    if re.fullmatch(r"[+\-\u2212]?[\d.,]+", isi, re.ASCII):
        return AngkaSalah(teks, f"{contoh}; tulis angka di kedua sisi tanda desimal, misalnya 0,5")
    return AngkaSalah(teks, f"{contoh}; tulis digit saja, misalnya 87,5")


def _urai(badan: str) -> tuple[str, Bentuk | None, bool] | None:
    """Read an unsigned body: machine text as a decimal reading, form shown, ambiguous or not.

    None when the separators fit no form.
    """
    titik, koma = badan.count("."), badan.count(",")
    if not titik and not koma:
        return badan, None, False
    if titik and koma:
        akhir = "," if badan.rindex(",") > badan.rindex(".") else "."
        bulat, _, sisa = badan.rpartition(akhir)
        if akhir in bulat or not _KELOMPOK.fullmatch(bulat):
            return None
        ribuan = "." if akhir == "," else ","
        return f"{bulat.replace(ribuan, '')}.{sisa}", "id" if akhir == "," else "en", False
    pemisah = "." if titik else ","
    if titik + koma > 1:
        if not _KELOMPOK.fullmatch(badan):
            return None
        return badan.replace(pemisah, ""), "id" if pemisah == "." else "en", False
    bentuk: Bentuk = "en" if pemisah == "." else "id"
    return badan.replace(pemisah, "."), bentuk, bool(_KELOMPOK.fullmatch(badan))


def baca_angka(teks: str, *, bentuk: Literal["auto", "id", "en"] = "auto") -> Decimal:
    """Read one number exactly as written.

    ``bentuk`` only settles the ambiguous case; a text that has one reading keeps it.

    >>> baca_angka("1.234,56"), baca_angka("1,234.56"), baca_angka("87.25", bentuk="id")
    (Decimal('1234.56'), Decimal('1234.56'), Decimal('87.25'))
    >>> baca_angka("12.348", bentuk="id"), baca_angka("0.348"), baca_angka("−7")
    (Decimal('12348'), Decimal('0.348'), Decimal('-7'))
    >>> try:
    ...     baca_angka("12.348")
    ... except AngkaAmbigu as galat:
    ...     galat.pilihan
    ('12348', '12.348')
    """
    isi = _polos(teks)
    cocok = _RUPA.fullmatch(isi) if len(isi) <= PANJANG_MAKS else None
    if cocok is None:
        raise _tolak(teks, isi)
    tanda = "" if cocok[1] in ("", "+") else "-"
    terbaca = _urai(cocok[2])
    if terbaca is None:
        raise AngkaSalah(
            teks, f"pemisah pada “{isi}” tidak teratur; tulis seperti 1.234.567,89 atau 1,234,567.89"
        )
    mesin, bukti, ambigu = terbaca
    if ambigu:
        ribuan = tanda + mesin.replace(".", "")
        if bentuk == "auto":
            raise AngkaAmbigu(isi, (ribuan, tanda + mesin))
        if bentuk != bukti:
            return Decimal(ribuan)
    return Decimal(tanda + mesin)


def baca_rupiah(teks: str) -> Decimal:
    """Read an amount of money: a lone separator before three digits is thousands, sen at most two.

    >>> baca_rupiah("Rp1.234.567.890"), baca_rupiah("Rp. 12.348,-"), baca_rupiah("1.500,50")
    (Decimal('1234567890'), Decimal('12348'), Decimal('1500.50'))
    """
    isi = _polos(teks)
    kurung = re.fullmatch(r"\((.*)\)", isi)
    tanpa = _RUPIAH.sub(lambda m: m[1] or "", kurung[1] if kurung else isi)
    try:
        nilai = baca_angka(tanpa)
    except AngkaAmbigu as galat:
        nilai = Decimal(galat.pilihan[0])
    eksponen = nilai.as_tuple().exponent
    if isinstance(eksponen, int) and eksponen < -2:
        raise AngkaSalah(teks, f"“{isi}” bukan jumlah uang; rupiah paling banyak dua desimal (sen)")
    return -nilai if kurung else nilai


def bukti_bentuk(teks: Iterable[str], *, kuat_saja: bool = False) -> BuktiBentuk:
    """Count the numbers in these texts that can be read only one way.

    ``kuat_saja`` counts only numbers with two or more separators: in a column that may hold codes,
    ``1.2`` proves nothing.

    >>> bukti_bentuk(["12.348", "90,5", "2,5-3,75", "1.234.567"])
    BuktiBentuk(id=4, en=0)
    """
    jumlah = {"id": 0, "en": 0}
    for isi in teks:
        for cocok in _TOKEN.finditer(isi):
            terbaca = _urai(cocok[0])
            if terbaca is None or terbaca[1] is None or terbaca[2]:
                continue
            if not kuat_saja or cocok[0].count(".") + cocok[0].count(",") > 1:
                jumlah[terbaca[1]] += 1
    return BuktiBentuk(jumlah["id"], jumlah["en"])


def bentuk_kolom(teks: Iterable[str]) -> Bentuk | None:
    """Return the number form a column (or a file) proves; None without proof or with contradicting proof.

    >>> bentuk_kolom(["12.348", "1.250,75"]), bentuk_kolom(["12.348"]), bentuk_kolom(["90,5", "79.9"])
    ('id', None, None)
    """
    return bukti_bentuk(teks).bentuk
