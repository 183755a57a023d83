"""Acts on what a report takes in besides figures: words, typed lines, notes on figures of the source.

These are inputs of the next snapshot, not set papers: giving them again replaces them. What was
frozen with them stays as it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from opensakip.audit import services as audit
from opensakip.audit.services import Pelaku
from opensakip.organisasi.models import Instansi, Unit
from opensakip.pelaporan.models import CatatanAngka, IsianLaporan, Naskah


@dataclass(frozen=True, slots=True)
class DataNaskah:
    """Words at a place of the report, for example ``sasaran.S5.sebab``."""

    tempat: str
    isi: str


@dataclass(frozen=True, slots=True)
class DataIsian:
    """A typed line: a staff count, an isu strategis."""

    jenis: str
    urut: int
    teks: str
    kelompok: str = ""
    jumlah: int | None = None


@dataclass(frozen=True, slots=True)
class DataCatatan:
    """A figure that a source prints differently: as printed, as it should be, and why."""

    subjek: str
    kalimat: str
    tercetak: str = ""
    seharusnya: str = ""


@transaction.atomic
def isi_naskah(
    *, instansi: Instansi, unit: Unit, tahun: int, naskah: Sequence[DataNaskah], oleh: Pelaku
) -> list[Naskah]:
    """Replace the words of the report of a unit and year."""
    Naskah.semua.filter(instansi=instansi, unit=unit, tahun=tahun).delete()
    hasil = Naskah.semua.bulk_create(
        [Naskah(instansi=instansi, unit=unit, tahun=tahun, tempat=n.tempat, isi=n.isi) for n in naskah],
        batch_size=400,
    )
    _catat("naskah", instansi, tahun, oleh, [n.tempat for n in naskah])
    return hasil


@transaction.atomic
def isi_isian(
    *, instansi: Instansi, unit: Unit, tahun: int, isian: Sequence[DataIsian], oleh: Pelaku
) -> list[IsianLaporan]:
    """Replace the typed lines of the report of a unit and year."""
    IsianLaporan.semua.filter(instansi=instansi, unit=unit, tahun=tahun).delete()
    hasil = IsianLaporan.semua.bulk_create(
        [
            IsianLaporan(
                instansi=instansi,
                unit=unit,
                tahun=tahun,
                jenis=i.jenis,
                urut=i.urut,
                kelompok=i.kelompok,
                teks=i.teks,
                jumlah=i.jumlah,
            )
            for i in isian
        ],
        batch_size=400,
    )
    _catat("isian", instansi, tahun, oleh, [f"{i.jenis} {i.urut}" for i in isian])
    return hasil


@transaction.atomic
def isi_catatan(
    *, instansi: Instansi, unit: Unit, tahun: int, catatan: Sequence[DataCatatan], oleh: Pelaku
) -> list[CatatanAngka]:
    """Replace the notes on figures of the report of a unit and year, in the given order."""
    CatatanAngka.semua.filter(instansi=instansi, unit=unit, tahun=tahun).delete()
    hasil = CatatanAngka.semua.bulk_create(
        [
            CatatanAngka(
                instansi=instansi,
                unit=unit,
                tahun=tahun,
                urut=urut,
                subjek=c.subjek,
                tercetak=c.tercetak,
                seharusnya=c.seharusnya,
                kalimat=c.kalimat,
            )
            for urut, c in enumerate(catatan, start=1)
        ],
        batch_size=400,
    )
    _catat("catatan", instansi, tahun, oleh, [c.subjek for c in catatan])
    return hasil


def _catat(apa: str, instansi: Instansi, tahun: int, oleh: Pelaku, isi: Sequence[str]) -> None:
    audit.catat(
        f"pelaporan.{apa}.diisi",
        instansi_uid=instansi.uid,
        objek_jenis="organisasi.Instansi",
        objek_uid=instansi.uid,
        objek_nama=f"{instansi.nama} {tahun}",
        oleh=oleh,
        sesudah={"tahun": tahun, "isi": list(isi)},
    )
