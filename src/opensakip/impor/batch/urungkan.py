"""Undoing a batch: what it made is removed, unless something else stands on it by now."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import models

from opensakip.anggaran.models import Pagu
from opensakip.audit.models import Jurnal
from opensakip.berkas.models import Asal, Fakta, SumberDokumen
from opensakip.impor.errors import BatchTidakSiap
from opensakip.impor.models import Batch, PerubahanImpor
from opensakip.pelaporan.models import Cuplikan
from opensakip.pengukuran.models import Realisasi
from opensakip.perencanaan.models import (
    Butir,
    ButirIndikator,
    Dokumen,
    Indikator,
    KartuIndikator,
    PeranIndikator,
    Simpul,
    Sisi,
    Target,
    Unsur,
    VersiDokumen,
)

_SEBUTAN = {
    "VersiDokumen": "versi dokumen yang lebih baru",
    "PKBaris": "baris perjanjian kinerja",
    "Realisasi": "realisasi yang lebih baru",
    "Pembanding": "pembanding",
    "Butir": "butir dokumen lain",
    "ButirIndikator": "indikator dokumen lain",
    "Target": "target dokumen lain",
}
_URUTAN: tuple[Any, ...] = (
    Realisasi, Pagu, Target, ButirIndikator, Sisi, Simpul, Butir, VersiDokumen, Dokumen,
    PeranIndikator, KartuIndikator, Indikator, Unsur,
)  # fmt: skip


def hapus_batch(batch: Batch) -> int:
    """Remove everything that applying the batch made; returns the number of records.

    Raises:
        BatchTidakSiap: a report froze the figures, or a record elsewhere points at them; nothing is removed.
    """
    if _objek(batch, "perjanjian.VersiPK"):
        raise BatchTidakSiap(
            "Perjanjian kinerja yang ditetapkan tidak dapat dihapus; muat perubahannya sebagai versi baru."
        )
    hapus = _himpun(batch)
    _tolak_cuplikan(batch)
    for model in (VersiDokumen, *_URUTAN):  # the most telling refusal first
        _tolak_penunjuk(model, hapus)
    return _hapus(batch, hapus)


def _objek(batch: Batch, jenis: str) -> list[int]:
    return list(
        PerubahanImpor.semua.filter(batch=batch, objek_jenis=jenis).values_list("objek_id", flat=True)
    )


def _himpun(batch: Batch) -> dict[Any, set[int]]:
    """Records to remove, by model."""
    versi = set(_objek(batch, "perencanaan.VersiDokumen"))
    hapus: dict[Any, set[int]] = {
        VersiDokumen: versi,
        Dokumen: set(_objek(batch, "perencanaan.Dokumen")),
        Realisasi: set(_objek(batch, "pengukuran.Realisasi")),
    }
    for model in (Pagu, Target, ButirIndikator, Sisi, Simpul, Butir):
        hapus[model] = set(model.semua.filter(versi_id__in=versi).values_list("pk", flat=True))
    unsur = set(Butir.semua.filter(pk__in=hapus[Butir]).values_list("unsur_id", flat=True))
    hapus[Unsur] = unsur - _dipakai(Butir, "unsur_id", unsur, hapus[Butir])
    indikator = set(
        ButirIndikator.semua.filter(pk__in=hapus[ButirIndikator]).values_list("indikator_id", flat=True)
    )
    ringkas = set(Indikator.semua.filter(pk__in=indikator, kode__startswith="~").values_list("pk", flat=True))
    hapus[Indikator] = ringkas - _dipakai(ButirIndikator, "indikator_id", ringkas, hapus[ButirIndikator])
    for lain in (KartuIndikator, PeranIndikator):
        hapus[lain] = set(lain.semua.filter(indikator_id__in=hapus[Indikator]).values_list("pk", flat=True))
    return hapus


def _dipakai(model: Any, kolom: str, nilai: Iterable[int], kecuali: set[int]) -> set[int]:
    """Which of the values rows outside the removed ones use."""
    lain = model.semua.filter(**{f"{kolom}__in": list(nilai)}).values_list("pk", kolom)
    return {v for pk, v in lain if pk not in kecuali}


def _tolak_cuplikan(batch: Batch) -> None:
    """A snapshot of the year that was taken after the batch was applied rests on it."""
    entri = Jurnal.objects.filter(
        instansi_uid=batch.instansi.uid, objek_uid=batch.uid, tindakan="impor.batch.diterapkan"
    ).last()
    beku = Cuplikan.semua.filter(
        instansi=batch.instansi, tahun=batch.tahun, jurnal_seq__gte=entri.seq if entri else 0
    ).first()
    if beku is not None:
        raise BatchTidakSiap(
            f"Batch ini tidak dapat diurungkan: angkanya sudah dibekukan pada cuplikan nomor {beku.nomor} "
            f"tahun {beku.tahun}. Muat perbaikannya sebagai versi baru."
        )


def _tolak_penunjuk(model: Any, hapus: dict[Any, set[int]]) -> None:
    """Refuse when a row outside points at one that would go."""
    if not hapus.get(model):
        return
    for relasi in model._meta.get_fields(include_hidden=True):  # relations without a name of their own too
        if not isinstance(relasi, models.ManyToOneRel):
            continue
        lain: Any = relasi.related_model
        kolom = relasi.field.name
        menunjuk = lain.semua.filter(**{f"{kolom}_id__in": list(hapus[model])})
        sisa = [pk for pk in menunjuk.values_list("pk", flat=True) if pk not in hapus.get(lain, set())]
        if sisa:
            sebut = _SEBUTAN.get(lain.__name__, lain.__name__)
            raise BatchTidakSiap(
                f"Batch ini tidak dapat diurungkan: {len(sisa)} {sebut} sudah memakai datanya. "
                "Hapus atau ganti yang itu lebih dahulu."
            )


def _hapus(batch: Batch, hapus: dict[Any, set[int]]) -> int:
    jumlah = 0
    fakta: set[int] = set()
    for model in (Realisasi, Butir, Target, Pagu, VersiDokumen, KartuIndikator):
        asal = Asal.semua.filter(
            instansi=batch.instansi, objek_jenis=model._meta.label, objek_id__in=list(hapus[model])
        )
        fakta |= set(asal.values_list("fakta_id", flat=True))
        jumlah += asal._raw_delete(asal.db) or 0
    lama = set(
        Realisasi.semua.filter(pk__in=hapus[Realisasi], menggantikan__isnull=False).values_list(
            "menggantikan_id", flat=True
        )
    )
    fakta -= set(Asal.semua.filter(fakta_id__in=fakta).values_list("fakta_id", flat=True))
    jumlah += _buang(Fakta, fakta)
    for model in _URUTAN:
        jumlah += _buang(model, hapus.get(model, set()))
    Realisasi.semua.filter(pk__in=lama).update(terkini=True)
    sumber = set(_objek(batch, "berkas.SumberDokumen"))
    sumber -= set(Fakta.semua.filter(sumber_id__in=sumber).values_list("sumber_id", flat=True))
    return jumlah + _buang(SumberDokumen, sumber)


def _buang(model: Any, pk: set[int]) -> int:
    """Delete without following relations (all were looked at); the database checks keys at commit."""
    jumlah = 0
    daftar = sorted(pk)
    for i in range(0, len(daftar), 500):
        qs = model.semua.filter(pk__in=daftar[i : i + 500])
        jumlah += qs._raw_delete(qs.db) or 0
    return jumlah
