"""Every kind of batch has one way to be laid beside what is there, and one way to be written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from opensakip.audit.services import Pelaku
from opensakip.impor.batch.jawaban import Isian
from opensakip.impor.batch.muat_pohon import Objek, Siap, banding_batch, kode_dokumen, terapkan_pohon
from opensakip.impor.batch.muat_ukur import (
    SiapUkur,
    banding_capaian,
    banding_pk,
    terapkan_capaian,
    terapkan_pk,
)
from opensakip.impor.models import Batch

POHON = frozenset({"renja", "rka", "dpa"})


@dataclass(slots=True)
class Rencana:
    """What applying would do, in words and by row."""

    baris: list[Isian]
    tindakan: dict[str, tuple[str, str]] = field(default_factory=dict)
    tujuan: list[str] = field(default_factory=list)
    hilang: list[str] = field(default_factory=list)
    kurang: list[str] = field(default_factory=list)
    berubah: bool = False


def rencanakan(batch: Batch, isian: Sequence[Isian]) -> Rencana:
    """Lay a batch beside the data of its agency; writes nothing."""
    if batch.sebagai in POHON:
        return _rencana_pohon(banding_batch(batch, isian))
    if batch.sebagai == "capaian":
        return _rencana_ukur(banding_capaian(batch, isian), "realisasi")
    if batch.sebagai == "pk":
        return _rencana_ukur(banding_pk(batch, isian), f"perjanjian kinerja {batch.tahun}")
    return Rencana(list(isian), {b.pengenal: ("lewati", "") for b in isian})


def terapkan_siap(batch: Batch, isian: Sequence[Isian], oleh: Pelaku) -> list[Objek]:
    """Write a batch whose questions are answered; returns the records made."""
    if batch.sebagai == "capaian":
        return terapkan_capaian(banding_capaian(batch, isian), oleh)
    if batch.sebagai == "pk":
        return terapkan_pk(banding_pk(batch, isian), oleh)
    return terapkan_pohon(banding_batch(batch, isian), oleh)


def _rencana_ukur(siap: SiapUkur, tujuan: str) -> Rencana:
    tulis = len(siap.tulis)
    return Rencana(
        siap.baris,
        siap.tindakan,
        [f"{tujuan}: {tulis} dari {len(siap.baris)} baris ditulis"],
        kurang=siap.kurang,
        berubah=bool(tulis),
    )


_BERAT: dict[str, int] = {"sama": 0, "baru": 1, "berubah": 2}


def _rencana_pohon(siap: Siap) -> Rencana:
    r = Rencana(siap.baris)
    for b in siap.baris:
        semua: list[tuple[str, str, str]] = [(v.rencana.tahap, *v.tindakan[b.pengenal]) for v in siap.versi]
        berat = max((t for _, t, _ in semua), key=lambda t: _BERAT[t])
        r.tindakan[b.pengenal] = (berat, "; ".join(f"{tahap}: {x}" for tahap, _, x in semua if x))
    r.berubah = any(v.berubah for v in siap.versi)
    r.hilang = list(dict.fromkeys(x for v in siap.versi for x in v.hilang))
    r.tujuan = [_tujuan(siap, v) for v in siap.versi]
    return r


def _tujuan(siap: Siap, v: Any) -> str:
    kode = kode_dokumen(siap.batch)
    if not v.berubah:
        return f"{kode} tahap {v.rencana.tahap}: sama dengan versi {v.lama.nomor}, tidak ditulis lagi"
    baru = "dokumen baru" if siap.dokumen is None else "versi baru"
    return f"{kode} tahap {v.rencana.tahap}: {baru}, {len(siap.baris)} butir"
