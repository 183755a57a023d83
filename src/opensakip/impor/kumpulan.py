"""The data set in memory: typed rows by file, and the collector of faults."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from opensakip.hitung.nilai import Nilai
from opensakip.impor.errors import Kesalahan, Tingkat


@dataclass(slots=True)
class Baris:
    """One typed row. ``isi`` holds the typed value of every column (None = empty or unreadable).

    ``mentah`` keeps the text of the cells; ``cacat`` names the columns that could not be read, so that
    later checks do not report consequences of a fault that is reported already. ``nilai`` is the typed
    value of the row's one value column, once the card is known.
    """

    berkas: str
    nomor: int
    isi: dict[str, Any]
    mentah: dict[str, str]
    cacat: set[str] = field(default_factory=set)
    nilai: Nilai | None = None

    def __getitem__(self, kolom: str) -> Any:
        return self.isi[kolom]

    def teks(self, kolom: str) -> str:
        """Text of a column, empty when not stated."""
        return self.isi[kolom] or ""

    def utuh(self, *kolom: str) -> bool:
        """True when none of these columns was refused."""
        return not self.cacat.intersection(kolom)


@dataclass(slots=True)
class Kumpulan:
    """All typed rows of a folder. A file that is absent is an empty list."""

    berkas: dict[str, list[Baris]] = field(default_factory=dict)
    ada: frozenset[str] = frozenset()
    rusak: frozenset[str] = frozenset()
    sidik_berkas: dict[str, str] = field(default_factory=dict)
    lain: dict[str, Any] = field(default_factory=dict)

    def __getitem__(self, nama: str) -> list[Baris]:
        return self.berkas.get(nama, [])

    @property
    def instansi(self) -> Baris | None:
        """The single row of instansi.csv."""
        baris = self["instansi"]
        return baris[0] if baris else None

    @property
    def tahun(self) -> int | None:
        """The year the report is about."""
        return self.instansi["tahun"] if self.instansi else None

    def nilai_kolom(self, nama: str, kolom: str) -> set[str]:
        """Every text that stands in a column, also unreadable ones (so that references do not fail twice)."""
        return {b.mentah[kolom] for b in self[nama] if b.mentah[kolom]}

    def menurut(self, nama: str, kolom: str) -> dict[str, Baris]:
        """Rows by one key column; the first wins (doubles are reported elsewhere)."""
        hasil: dict[str, Baris] = {}
        for b in self[nama]:
            hasil.setdefault(b.teks(kolom), b)
        return hasil


class Pencatat:
    """Collects faults and remarks about rows."""

    def __init__(self) -> None:
        self.kesalahan: list[Kesalahan] = []
        self.peringatan: list[Kesalahan] = []

    def salah(self, b: Baris, kolom: str, pesan: str, perbaikan: str, tingkat: Tingkat = Tingkat.ISI) -> None:
        """A fault at one cell of a row (``kolom`` may be empty: the row as a whole)."""
        isi = b.mentah.get(kolom, "")
        self.kesalahan.append(Kesalahan(f"{b.berkas}.csv", b.nomor, kolom, isi, pesan, perbaikan, tingkat))

    def salah_berkas(self, berkas: str, pesan: str, perbaikan: str, tingkat: Tingkat = Tingkat.ISI) -> None:
        """A fault of a file as a whole."""
        self.kesalahan.append(Kesalahan(f"{berkas}.csv", None, "", "", pesan, perbaikan, tingkat))

    def ingatkan(self, b: Baris, kolom: str, pesan: str, saran: str = "") -> None:
        """A remark that does not stop the load."""
        isi = b.mentah.get(kolom, "")
        self.peringatan.append(
            Kesalahan(f"{b.berkas}.csv", b.nomor, kolom, isi, pesan, saran, Tingkat.PERINGATAN)
        )


def rantai_berputar(induk: dict[str, str]) -> Iterator[list[str]]:
    """Yield each cycle of a parent relation once, as the list of its members.

    >>> list(rantai_berputar({"a": "b", "b": "c", "c": "b", "d": ""}))
    [['b', 'c']]
    """
    selesai: set[str] = set()
    for mulai in induk:
        jejak: list[str] = []
        kini = mulai
        while kini and kini in induk and kini not in selesai and kini not in jejak:
            jejak.append(kini)
            kini = induk[kini]
        if kini in jejak:
            yield jejak[jejak.index(kini) :]
        selesai.update(jejak)
