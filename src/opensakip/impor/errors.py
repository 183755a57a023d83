"""What an import can say when it refuses: one entry per fault, each with its place and its mend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from opensakip.inti.errors import TidakDapatDilakukan


class Tingkat(IntEnum):
    """How basic a fault is. Reports list the most basic first: a missing column explains many bad cells."""

    FOLDER = 0
    BERKAS = 1
    KOLOM = 2
    BARIS = 3
    SEL = 4
    KEMBAR = 5
    ACUAN = 6
    POHON = 7
    ISI = 8
    PERINGATAN = 9


@dataclass(frozen=True, slots=True)
class Kesalahan:
    """One fault of a data set: where it is, what stands there now, why it is refused, how to mend it.

    ``baris`` is the line number as an editor shows it (the header is line 1); None = the whole file.
    """

    berkas: str
    baris: int | None
    kolom: str
    isi: str
    pesan: str
    perbaikan: str
    tingkat: Tingkat = Tingkat.ISI

    @property
    def tempat(self) -> str:
        """The place in words: ``realisasi.csv baris 3 kolom nilai``."""
        bagian = [self.berkas] if self.berkas else []
        if self.baris is not None:
            bagian.append(f"baris {self.baris}")
        if self.kolom:
            bagian.append(f"kolom {self.kolom}")
        return " ".join(bagian)

    def __str__(self) -> str:
        kepala = f"{self.tempat}: " if self.tempat else ""
        akhir = f" Perbaikan: {self.perbaikan}" if self.perbaikan else ""
        return f"{kepala}{self.pesan}{akhir}"


class ImporDitolak(Exception):
    """The data set was refused as a whole; nothing was written."""

    def __init__(self, kesalahan: Sequence[Kesalahan], kepala: str = "") -> None:
        self.kesalahan = tuple(kesalahan)
        self.kepala = kepala or f"Data tidak dimuat: {len(self.kesalahan)} kesalahan."
        super().__init__(self.kepala)


def rangkum(kesalahan: Sequence[Kesalahan], batas: int = 40) -> list[str]:
    """Lines to show a person, most basic cause first, capped with ``dan n lagi``."""
    baris = [str(k) for k in kesalahan[:batas]]
    sisa = len(kesalahan) - batas
    if sisa > 0:
        baris.append(f"… dan {sisa} lagi")
    return baris


def potong(teks: str, panjang: int = 60) -> str:
    """Cell content for a message: one line, quoted, cut when long."""
    satu = " ".join(teks.split())
    return f'"{satu[: panjang - 1]}…"' if len(satu) > panjang else f'"{satu}"'


class TidakDikenali(TidakDapatDilakukan):
    """No table of the document has the shape that is looked for."""


class BatchTidakSiap(TidakDapatDilakukan):
    """The batch cannot be applied, changed or undone in its state, or something stands on it."""
