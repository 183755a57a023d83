"""What is recognised in a table of a plan or budget: nodes of a tree, and questions about what is unsure."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from opensakip.dokumen.bacaan.model import Tempat

TERCETAK = "tercetak"
DIPULIHKAN = "dipulihkan"
DITURUNKAN = "diturunkan"
"""How a node or cell is known: as printed, put back in its place, or computed from totals."""


@dataclass(slots=True)
class Isi:
    """A text of a cell. `tempat` lists every place it was put together from; empty text = not printed."""

    teks: str = ""
    tempat: tuple[Tempat, ...] = ()
    keadaan: str = TERCETAK

    def sambung(self, teks: str, tempat: Tempat) -> None:
        """Append what the next row or page prints of the same text."""
        if self.teks.endswith("-") and teks[:1].isupper():
            self.teks += teks
        else:
            self.teks = f"{self.teks} {teks}".strip()
        self.tempat = (*self.tempat, tempat)


@dataclass(slots=True)
class Uang:
    """An amount as printed; `nilai` in the printed unit. `terbukti`: a sum confirms it."""

    teks: str
    nilai: Decimal
    tempat: tuple[Tempat, ...] = ()
    keadaan: str = TERCETAK
    terbukti: bool = False


@dataclass(slots=True)
class Indikator:
    """An indicator of a node with its unit and targets by column (a year, or "target")."""

    nama: Isi
    satuan: Isi = field(default_factory=Isi)
    target: dict[str, Isi] = field(default_factory=dict)


@dataclass(slots=True)
class Simpul:
    """One node. `pagu` by money column; `induk` the id of the parent, empty for a root.

    `hilang` marks a place-holder: the table shows by its sums that something stood there.
    """

    id: str
    tingkat: str
    nama: Isi
    tempat: Tempat
    kode: str = ""
    indikator: list[Indikator] = field(default_factory=list)
    pagu: dict[str, Uang] = field(default_factory=dict)
    pemilik: Isi = field(default_factory=Isi)
    induk: str = ""
    keadaan: str = TERCETAK
    hilang: bool = False
    tingkat_pasti: bool = True


@dataclass(frozen=True, slots=True)
class Tanya:
    """A question. `jenis` groups; `ruas` names the field of the node; `usul` is our proposal, may be empty.
    `catatan`: only a remark, the printed text stands unless somebody changes it."""

    jenis: str
    simpul: str
    ruas: str
    kalimat: str
    tempat: tuple[Tempat, ...]
    tercetak: str = ""
    usul: str = ""
    catatan: bool = False

    @property
    def id(self) -> str:
        """Stable within one reading of one file."""
        return f"{self.simpul}.{self.ruas}.{self.jenis}"


@dataclass(slots=True)
class Pohon:
    """A recognised tree in printed order. `kolom_uang` in printed order with their head texts."""

    jenis: str
    simpul: list[Simpul]
    tanya: list[Tanya]
    tingkat: tuple[str, ...]
    kolom_uang: tuple[tuple[str, str], ...]
    tempat: Tempat
    judul: str = ""
    pengali: int = 1
    satuan_uang: str = ""

    def anak(self, id_: str) -> list[Simpul]:
        """Children of a node, in printed order ("" = roots)."""
        return [s for s in self.simpul if s.induk == id_]


JENIS_TANYA = {
    "nama_tidak_tercetak": "Nama tidak tercetak",
    "nama_terpotong": "Teks terpotong",
    "baris_hilang": "Baris atau halaman hilang",
    "angka_bergeser": "Angka tercetak di baris lain",
    "angka_tidak_tercetak": "Pagu tidak tercetak",
    "jumlah_tidak_cocok": "Jumlah tidak cocok",
    "kolom_bergeser": "Kolom tergeser",
    "satuan_janggal": "Satuan janggal",
    "ejaan": "Kemungkinan salah baca",
    "pemilik": "Penanggung jawab tidak terbaca",
    "angka_janggal": "Angka tidak terbaca pasti",
    "kode_janggal": "Kode tidak sesuai susunannya",
    "nilai_berbeda": "Nilai tercetak berbeda",
}
"""Kinds of questions with the heading they are grouped under."""
