"""What the acts of ``pengukuran`` are given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from opensakip.hitung.nilai import Nilai


@dataclass(frozen=True, slots=True)
class DataRealisasi:
    """A measured value of an indicator (by code) for a year, or for a period inside it.

    ``periode``: empty for the year, ``TW1``..``TW4``, ``S1``, ``S2``, ``B01``..``B12``.
    """

    indikator: str
    tahun: int
    nilai: Nilai | None
    status: str = "final"
    periode: str = ""
    tahun_nilai: int | None = None
    alasan: str = ""
    perkiraan_terbit: date | None = None
    bukti: str = ""
    keterangan: str = ""


@dataclass(frozen=True, slots=True)
class DataPembanding:
    """A benchmark, or the statement that there is none."""

    indikator: str
    tahun: int
    entitas: str
    keadaan: str
    tingkat: str = "nasional"
    nilai: Nilai | None = None
    keterangan: str = ""


@dataclass(frozen=True, slots=True)
class DataInstrumen:
    """A component value of an instrument."""

    instrumen: str
    tahun: int
    komponen: str
    nilai: Decimal
    kelompok: str = ""
    uraian: str = ""
    nilai_cetak: str = ""
    keterangan: str = ""
