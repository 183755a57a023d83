"""What a rule is once it has been read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

TAG = {
    "T": "dibaca pada teks peraturan atau naskah resmi",
    "S": "tercetak pada laporan atau formulir resmi yang dibaca",
    "R": "dibaca pada sumber publik yang mengutip peraturan",
    "V": "terbukti dengan hitungan ulang angka tercetak",
    "K": "kebijakan OpenSAKIP sendiri, bukan bunyi peraturan",
    "X": "disimpulkan dari angka tercetak, belum dibaca",
    "M": "dari ingatan, belum dibaca pada sumber mana pun",
}
BELUM_TERVERIFIKASI = frozenset("XM")


@dataclass(frozen=True, slots=True)
class Sumber:
    """One citation: the rule text, the part of it, where it was read, and how strong that reading is."""

    kunci: str
    peraturan: str
    bagian: str
    rujukan: str
    tag: str

    def sebutan(self) -> str:
        """Return the citation as one line, as it stands beside a result."""
        return f"{self.peraturan}, {self.bagian}" if self.bagian else self.peraturan


@dataclass(frozen=True, slots=True)
class Aturan:
    """A rule as it stands on one day. ``nilai`` is parsed, exact and read-only."""

    id: str
    judul: str
    jenis: str
    satuan: str
    nilai: Mapping[str, Any]
    sumber: tuple[Sumber, ...]
    tag: str
    berlaku: date
    tanggal_dasar: str
    sampai: date | None
    putus_deret: str
    catatan: str
    masih_berlaku_per: date
    penerus: tuple[str, ...]
    sidik: str

    @property
    def aturan(self) -> str:
        """Name of this version of the rule, as results carry it: ``id@YYYY-MM-DD``."""
        return f"{self.id}@{self.berlaku.isoformat()}"

    @property
    def dasar(self) -> tuple[str, ...]:
        """Citations, one line each, strongest first as the file lists them."""
        return tuple(s.sebutan() for s in self.sumber)

    @property
    def terverifikasi(self) -> bool:
        """False when the figures are recalled or inferred and still wait for the text."""
        return self.tag not in BELUM_TERVERIFIKASI
