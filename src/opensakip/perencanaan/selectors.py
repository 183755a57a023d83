"""Reading plans and cards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from opensakip.perencanaan.models import KartuIndikator, VersiDokumen


def kartu_berlaku(instansi_id: int, kode: Sequence[str], hari: date) -> Mapping[str, KartuIndikator]:
    """Return the set card of each indicator in force on ``hari``, in one query."""
    hasil: dict[str, KartuIndikator] = {}
    for k in (
        KartuIndikator.semua.filter(
            instansi_id=instansi_id,
            indikator__kode__in=list(kode),
            keadaan="ditetapkan",
            berlaku_mulai__lte=hari,
        )
        .select_related("indikator")
        .order_by("berlaku_mulai")
    ):
        hasil[k.indikator.kode] = k
    return hasil


def versi_ditetapkan(instansi_id: int, tahun: int) -> list[VersiDokumen]:
    """Return the set versions of documents whose years include ``tahun``, by document and number."""
    return list(
        VersiDokumen.semua.filter(
            instansi_id=instansi_id,
            keadaan="ditetapkan",
            dokumen__tahun_awal__lte=tahun,
            dokumen__tahun_akhir__gte=tahun,
        )
        .select_related("dokumen")
        .order_by("dokumen__jenis", "dokumen__kode", "nomor")
    )
