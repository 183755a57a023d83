"""Reading batches: lists, questions by kind, and the preview beside what is there."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from opensakip.impor.batch.jawaban import Isian, isi_akhir
from opensakip.impor.batch.muat import Rencana, rencanakan
from opensakip.impor.models import BarisImpor, Batch, TanyaImpor
from opensakip.inti.errors import TidakAda
from opensakip.organisasi.models import Instansi
from opensakip.organisasi.selectors import unit_pada
from opensakip.perencanaan.models import KartuIndikator


@dataclass(slots=True)
class Pratinjau:
    """What applying a batch would do. `tindakan`: identifier -> (act, message)."""

    batch: Batch
    rencana: Rencana
    terbuka: int
    tindakan: dict[str, tuple[str, str]] = field(default_factory=dict)

    @property
    def jumlah(self) -> Counter[str]:
        """How many rows are new, changed, the same, doubtful."""
        return Counter(t for t, _ in self.tindakan.values())

    @property
    def siap(self) -> bool:
        """Nothing is open and something would be written."""
        return not (self.terbuka or self.rencana.kurang) and self.batch.dapat_dimuat and self.rencana.berubah


def batch_menurut_uid(instansi: Instansi, tahun: int, uid: UUID) -> Batch:
    """The batch of this agency and year.

    Raises:
        TidakAda: unknown, thrown away, or another agency's.
    """
    batch = Batch.semua.filter(instansi=instansi, tahun=tahun, uid=uid).exclude(keadaan="dibuang").first()
    if batch is None:
        raise TidakAda("Batch impor tidak ditemukan. Periksa alamatnya, atau unggah berkasnya lagi.")
    return batch


def daftar_batch(instansi: Instansi, tahun: int) -> list[Batch]:
    """Batches of a year, newest first, without the bytes of the files."""
    return list(
        Batch.semua.filter(instansi=instansi, tahun=tahun)
        .exclude(keadaan="dibuang")
        .defer("isi", "pemetaan")
        .order_by("-dibuat_pada")
    )


def kode_unit(batch: Batch) -> dict[str, str]:
    """Units that may be chosen: code to name."""
    return {v.unit.kode: v.nama for v in unit_pada(batch.instansi, date(batch.tahun, 12, 31))}


def kode_indikator(instansi: Instansi) -> dict[str, str]:
    """Indicators with a set card: code to name, newest card last."""
    kartu = KartuIndikator.semua.filter(instansi=instansi, keadaan="ditetapkan").select_related("indikator")
    return {k.indikator.kode: k.nama for k in kartu.order_by("indikator__kode", "versi")}


def soal(batch: Batch) -> list[TanyaImpor]:
    """All questions in printed order."""
    return list(TanyaImpor.semua.filter(batch=batch).order_by("urut"))


def isian(batch: Batch, tanya: list[TanyaImpor] | None = None) -> list[Isian]:
    """Rows with the answers put in."""
    baris = BarisImpor.semua.filter(batch=batch).order_by("urut")
    data: list[tuple[str, str, dict[str, Any], dict[str, Any]]] = [
        (b.pengenal, b.induk, b.terurai, b.lokasi) for b in baris
    ]
    return isi_akhir(data, soal(batch) if tanya is None else tanya)


def pratinjau(batch: Batch) -> Pratinjau:
    """What would be written, beside what is there now."""
    tanya = soal(batch)
    rencana = rencanakan(batch, isian(batch, tanya))
    terbuka = {t.pengenal: t.kalimat for t in tanya if not t.pilihan and not t.catatan}
    p = Pratinjau(batch, rencana, sum(1 for t in tanya if not t.pilihan and not t.catatan))
    p.tindakan = {k: ("ragu", terbuka[k]) if k in terbuka else v for k, v in rencana.tindakan.items()}
    return p
