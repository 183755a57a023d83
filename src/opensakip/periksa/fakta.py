"""Facts about indicators: what a document prints about an indicator, and where.

A fact keeps the printed text and its place; the number beside it is a reading, never a correction. Facts
of one table row or of one statement carry the same `kelompok`, so that a check sees target, realisation
and achievement that were printed together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from opensakip.dokumen.bacaan.model import Bacaan
from opensakip.hitung.nilai import Nilai
from opensakip.periksa.temuan import Lokasi


class Jenis(StrEnum):
    """What a fact says about its indicator."""

    TARGET = "target"
    TARGET_AKHIR = "target akhir"
    REALISASI = "realisasi"
    CAPAIAN = "capaian"
    SELISIH = "selisih"
    KATEGORI = "kategori"
    NAMA = "nama indikator"
    SASARAN = "nama sasaran"
    SATUAN = "satuan"
    PENANGGUNG_JAWAB = "penanggung jawab"


class Asal(StrEnum):
    """The kind of place a fact comes from, the more binding first."""

    PK = "lampiran perjanjian kinerja"
    RENCANA = "tabel target"
    UKUR = "tabel capaian"
    RIWAYAT = "tabel riwayat"
    EFISIENSI = "tabel efisiensi"
    DAFTAR = "daftar"
    PROSA = "teks"


@dataclass(frozen=True)
class Fakta:
    """One fact. `indikator` is the key in the register, "" where it is not known which one is meant.

    tahun: the year the value is about, None where the document does not say; versi: "murni", "perubahan"
    or "" of the agreement it stands in; persen: printed with a per cent sign; tanda: a mark of the value
    ("bawaan" = taken over from an earlier year, "kumulatif" = up to a year, "ditandai" = marked in print).
    """

    jenis: Jenis
    teks: str
    lokasi: Lokasi
    asal: Asal
    indikator: str = ""
    nilai: Nilai | None = None
    tahun: int | None = None
    versi: str = ""
    kelompok: int = 0
    persen: bool = False
    tanda: str = ""
    arah: str = ""
    ragu: bool = False
    jalur: tuple[str, ...] = ()

    @property
    def angka(self) -> Decimal | None:
        """The bare number, None for ranges, codes and texts."""
        return self.nilai.angka if self.nilai else None


@dataclass(frozen=True)
class Indikator:
    """An indicator of the document's own register, under its best-attested name."""

    kunci: str
    nama: str
    varian: tuple[str, ...] = ()
    sasaran: str = ""
    urut: int = 0
    versi: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Kalimat:
    """A sentence and its indicator; `ke` numbers its element, `bernama`: the sentence names it."""

    indikator: str
    teks: str
    lokasi: Lokasi
    jalur: tuple[str, ...] = ()
    ke: int = 0
    bernama: bool = False
    ragu: bool = False


@dataclass(frozen=True)
class Kumpulan:
    """All facts of one document with its register of indicators and the year it reports on."""

    bacaan: Bacaan
    tahun: int | None
    indikator: tuple[Indikator, ...]
    fakta: tuple[Fakta, ...]
    kalimat: tuple[Kalimat, ...] = ()
    _kelompok: dict[int, tuple[Fakta, ...]] = field(default_factory=dict, compare=False)

    def kelompok(self) -> Iterator[tuple[Fakta, ...]]:
        """Facts printed together, group by group, in order of reading."""
        if not self._kelompok:
            wadah: dict[int, list[Fakta]] = {}
            for f in self.fakta:
                wadah.setdefault(f.kelompok, []).append(f)
            self._kelompok.update({k: tuple(v) for k, v in wadah.items()})
        return iter(self._kelompok.values())

    def sekelompok(self, fakta: Fakta) -> tuple[Fakta, ...]:
        """The facts printed together with this one."""
        list(self.kelompok()) if not self._kelompok else None
        return self._kelompok.get(fakta.kelompok, ())

    def pilih(self, *jenis: Jenis, indikator: str | None = None) -> tuple[Fakta, ...]:
        """Facts of some kinds, of one indicator or of all."""
        return tuple(
            f for f in self.fakta if f.jenis in jenis and (indikator is None or f.indikator == indikator)
        )

    def nama(self, kunci: str) -> str:
        """The name of an indicator for sentences."""
        return next((i.nama for i in self.indikator if i.kunci == kunci), "")


def satu(fakta: Iterable[Fakta], jenis: Jenis) -> Fakta | None:
    """The first fact of a kind in a group, None without one."""
    return next((f for f in fakta if f.jenis is jenis), None)
