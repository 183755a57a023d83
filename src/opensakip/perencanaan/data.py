"""What the acts of ``perencanaan`` are given: plain, typed, without database identities."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from opensakip.hitung.nilai import Nilai


@dataclass(frozen=True, slots=True)
class DataDokumen:
    """A planning document; ``unit`` is a unit code, ``skema`` a level scheme of ``peraturan``."""

    kode: str
    jenis: str
    judul: str
    unit: str
    tahun_awal: int
    tahun_akhir: int
    skema: str


@dataclass(frozen=True, slots=True)
class DataVersi:
    """One version of a document."""

    nomor: int
    tahap: str
    berlaku_mulai: date
    judul: str = ""
    alasan_kode: str = ""
    alasan: str = ""
    pengali_cetak: int | None = None
    pengali_uang: int | None = None
    satuan_cetak: str = ""
    catatan: str = ""


@dataclass(frozen=True, slots=True)
class DataButir:
    """One row. ``pengenal`` is unique in the version, ``induk`` the ``pengenal`` of its parent.

    Rows with the same ``unsur`` are the same thing, in other versions or elsewhere in the tree.
    """

    pengenal: str
    tingkat: str
    teks: str
    induk: str = ""
    kode: str = ""
    unit: str = ""
    unsur: str = ""
    keadaan: str = "tercetak"
    catatan: str = ""


@dataclass(frozen=True, slots=True)
class DataButirIndikator:
    """An indicator at a row. Empty ``indikator`` makes a brief card from the printed name."""

    butir: str
    urut: int
    nama_cetak: str
    satuan_cetak: str = ""
    indikator: str = ""


@dataclass(frozen=True, slots=True)
class DataTarget:
    """A target of a year for the ``urut``-th indicator of a row."""

    butir: str
    urut: int
    tahun: int
    nilai: Nilai
    jenis: str = "target"


@dataclass(frozen=True, slots=True)
class DataKartu:
    """One version of the card of an indicator."""

    kode: str
    unit: str
    nama: str
    satuan: str
    jenis_nilai: str
    arah: str
    berlaku_mulai: date
    versi: int = 1
    rumus: str = ""
    desimal: int = 2
    skala_min: Decimal | None = None
    skala_maks: Decimal | None = None
    skala_ordinal: str = ""
    konsolidasi: str = "akhir"
    batas_atas: Decimal | None = None
    batas_bawah: Decimal | None = None
    aturan_nol: str = "baku"
    putus_deret: bool = False
    alasan: str = ""
    definisi: str = ""
    rumus_teks: str = ""
    sumber_data: str = ""
    asumsi_arah: bool = False
    dasar: str = ""
    penanggung_jawab: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DataSimpul:
    """One box of the pohon kinerja or cascade; ``indikator`` are names as printed."""

    pengenal: str
    teks: str
    tingkat: str = ""
    logika: str = ""
    kode: str = ""
    indikator: tuple[str, ...] = ()
    unit: str = ""
    unit_cetak: str = ""


@dataclass(frozen=True, slots=True)
class DataSisi:
    """An edge from what contributes to what it serves."""

    dari: str
    ke: str
    jenis: str
    utama: bool = True
    alasan: str = ""


@dataclass(frozen=True, slots=True)
class IsiVersi:
    """Everything that stands in one version, rows in printed order."""

    butir: tuple[DataButir, ...] = ()
    indikator: tuple[DataButirIndikator, ...] = ()
    target: tuple[DataTarget, ...] = ()
    simpul: tuple[DataSimpul, ...] = ()
    sisi: tuple[DataSisi, ...] = ()
