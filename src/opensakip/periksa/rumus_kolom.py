"""The formula that a computed column of a table follows, found from its own rows.

A column titled as a difference, a share or a growth must be computable from other columns of the same table.
The formula is not guessed from titles alone: it is the one that most rows obey. A row that does not obey it
then speaks against itself, whatever the table calls its columns.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import permutations
from typing import Final

SERATUS: Final = Decimal(100)
KOLOM_MAKS: Final = 10
"""A wider set of number columns has too many formulas for one of them to prove anything."""
_BEDA = re.compile(
    r"bertambah|berkurang|selisih|jarak|\bsisa|kenaikan|penurunan|perubahan$|lebih|\bgap\b|deviasi"
)
_BAGIAN = re.compile(r"%|persen|serapan|penyerapan|kemajuan|rasio|kontribusi|proporsi|bobot")
_EFISIENSI = re.compile(r"efisiensi")
_CAPAIAN = re.compile(r"capaian|\bcro\b")


@dataclass(frozen=True)
class Butir:
    """A printed number: its value, the digits after the comma, whether it is money."""

    nilai: Decimal
    desimal: int
    teks: str

    @property
    def setengah(self) -> Decimal:
        """How far the exact value may lie from the printed one; a whole number is exact."""
        return Decimal(5).scaleb(-self.desimal - 1) if self.desimal else Decimal(0)


@dataclass(frozen=True)
class Rumus:
    """A formula: its name in words with places for the titles, how it computes, how exact it can be."""

    kalimat: str
    hitung: Callable[[Sequence[Butir]], Decimal | None]
    toleransi: Callable[[Sequence[Butir]], Decimal]
    masukan: int = 2
    mutlak: bool = False


def _bagi(a: Decimal, b: Decimal) -> Decimal | None:
    return a * SERATUS / b if b else None


def _tol_beda(x: Sequence[Butir]) -> Decimal:
    return x[0].setengah + x[1].setengah


def _tol_bagi(x: Sequence[Butir]) -> Decimal:
    if not x[1].nilai:
        return Decimal(0)
    return (x[0].setengah + x[1].setengah * abs(x[0].nilai / x[1].nilai)) * SERATUS / abs(x[1].nilai)


def _tumbuh(x: Sequence[Butir]) -> Decimal | None:
    return _bagi(x[0].nilai - x[1].nilai, x[1].nilai)


def _efisien(x: Sequence[Butir]) -> Decimal | None:
    a, k, r = (b.nilai for b in x)
    return _bagi(a * k / SERATUS - r, a)


BEDA: Final = Rumus("{0} dikurangi {1}", lambda x: x[0].nilai - x[1].nilai, _tol_beda, mutlak=True)
BAGIAN: Final = Rumus("{0} dibagi {1} dikali 100", lambda x: _bagi(x[0].nilai, x[1].nilai), _tol_bagi)
TUMBUH: Final = Rumus("selisih {0} dan {1} dibagi {1} dikali 100", _tumbuh, _tol_bagi, mutlak=True)
EFISIEN: Final = Rumus(
    "({0} dikali {1} persen dikurangi {2}) dibagi {0} dikali 100",
    _efisien,
    lambda x: x[1].setengah,
    masukan=3,
)


def rumus_untuk(judul: str) -> tuple[Rumus, ...]:
    """The formulas that a title allows; a column of capaian has a check of its own.

    >>> [r.kalimat for r in rumus_untuk("serapan (%)")][0]
    '{0} dibagi {1} dikali 100'
    >>> rumus_untuk("target")
    ()
    """
    if _EFISIENSI.search(judul):
        return (EFISIEN,)
    if _CAPAIAN.search(judul):
        return ()
    if _BAGIAN.search(judul):
        return (BAGIAN, TUMBUH, BEDA) if _BEDA.search(judul) else (BAGIAN, TUMBUH)
    return (BEDA,) if _BEDA.search(judul) else ()


@dataclass(frozen=True)
class Kaidah:
    """A formula with its columns, and the rows that keep it and that break it with the right value."""

    rumus: Rumus
    kolom: tuple[int, ...]
    patuh: tuple[int, ...]
    langgar: Mapping[int, Decimal]
    searah: int = 0

    @property
    def kuat(self) -> tuple[int, int]:
        """Rows that keep it, and of these the ones with the same sign."""
        return len(self.patuh), self.searah


Baris = Mapping[int, Butir]
"""The numbers of a row by column."""


def cari_kaidah(judul: str, kolom: int, calon: Sequence[int], baris: Mapping[int, Baris]) -> Kaidah | None:
    """The formula that most rows of a column obey, None where none is proved.

    judul: title of the column; calon: the other columns with numbers; baris: the rows by number.
    """
    if not calon or len(calon) > KOLOM_MAKS:
        return None
    terbaik: Kaidah | None = None
    for rumus in rumus_untuk(judul):
        for pilih in permutations(calon, rumus.masukan):
            k = _uji(rumus, pilih, kolom, baris, tepat=True) or _uji(rumus, pilih, kolom, baris)
            if k is not None and (terbaik is None or k.kuat > terbaik.kuat):
                terbaik = k
    return terbaik


def _uji(
    rumus: Rumus, pilih: tuple[int, ...], kolom: int, baris: Mapping[int, Baris], *, tepat: bool = False
) -> Kaidah | None:
    """The rows that keep and break a formula; None where it is not proved by the rows.

    tepat: the printed inputs are taken as exact. Many rows must prove that, because a report often prints
    less digits than it computed with.
    """
    patuh, bukti, searah = [], 0, 0
    langgar: dict[int, Decimal] = {}
    for n, b in baris.items():
        if kolom not in b or any(j not in b for j in pilih):
            continue
        x = [b[j] for j in pilih]
        benar = rumus.hitung(x)
        if benar is None:
            continue
        if _sama(b[kolom], benar, Decimal(0) if tepat else rumus.toleransi(x), rumus.mutlak):
            patuh.append(n)
            searah += b[kolom].nilai * benar >= 0
            bukti += _berarti(x, benar)
        else:
            langgar[n] = benar
            if len(langgar) > 3 and len(langgar) > len(patuh):
                return None
    if bukti < (5 if tepat else 2):
        return None
    if len(langgar) > (1 + len(patuh) // 8 if tepat else max(1, len(patuh) // 3)):
        return None
    return Kaidah(rumus, pilih, tuple(patuh), langgar, searah)


def _sama(cetak: Butir, benar: Decimal, toleransi: Decimal, mutlak: bool) -> bool:
    """Whether a printed value is the right one, rounded or cut off, given how exact its inputs are."""
    batas = toleransi + (Decimal(1).scaleb(-cetak.desimal) if cetak.desimal or toleransi else Decimal(0))
    if cetak.desimal == 0 and benar != benar.to_integral_value():
        batas = max(batas, Decimal(1))
    a, b = (abs(cetak.nilai), abs(benar)) if mutlak else (cetak.nilai, benar)
    return abs(a - b) <= batas if not cetak.desimal else abs(a - b) < batas or a == b


def _berarti(x: Sequence[Butir], benar: Decimal) -> bool:
    """Whether a row proves something: nothing and nothing, or the same and the same, prove any formula."""
    return all(b.nilai for b in x) and benar not in (0, SERATUS) and len({b.nilai for b in x}) > 1


def pasangan_angka(baris: Mapping[int, Baris]) -> Iterator[int]:
    """Columns in which at least two rows hold a number."""
    hitung: dict[int, int] = {}
    for b in baris.values():
        for j in b:
            hitung[j] = hitung.get(j, 0) + 1
    yield from sorted(j for j, n in hitung.items() if n >= 2)
