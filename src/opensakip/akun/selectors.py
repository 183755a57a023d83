"""Reading accounts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from opensakip.akun.models import Pengguna, Penugasan
from opensakip.inti import jam
from opensakip.organisasi.models import VersiUnit


@dataclass(frozen=True, slots=True)
class Tugas:
    """One assignment as its holder reads it. ``sampai`` None means until further notice."""

    slug: str
    instansi: str
    unit: str
    peran: str
    beserta_bawahan: bool
    mulai: date
    sampai: date | None
    berlaku: bool


def penugasan(pengguna: Pengguna) -> list[Tugas]:
    """All assignments of a person, those in force first, then the newest; two queries."""
    semua = list(Penugasan.semua.filter(pengguna=pengguna).select_related("instansi", "unit"))
    nama = {
        v.unit_id: v.nama
        for v in VersiUnit.semua.filter(unit__in=[t.unit_id for t in semua]).order_by("berlaku_mulai")
    }
    hasil = []
    for t in semua:
        hari = jam.hari_ini(t.instansi.zona)
        berlaku = t.berlaku_mulai <= hari and (t.berlaku_sampai is None or t.berlaku_sampai > hari)
        hasil.append(
            Tugas(
                slug=t.instansi.slug,
                instansi=t.instansi.nama,
                unit=nama.get(t.unit_id, t.unit.kode),
                peran=t.peran,
                beserta_bawahan=t.beserta_bawahan,
                mulai=t.berlaku_mulai,
                sampai=t.berlaku_sampai,
                berlaku=berlaku,
            )
        )
    return sorted(hasil, key=lambda t: (not t.berlaku, -t.mulai.toordinal()))
