"""The one guard. Every door (web, API, CLI, export) gets an agency here or not at all."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet

from opensakip.akun.models import Pengguna, Penugasan
from opensakip.inti import jam
from opensakip.inti.cakupan import Cakupan
from opensakip.inti.errors import TidakAda
from opensakip.organisasi.models import Instansi
from opensakip.organisasi.selectors import instansi_menurut_slug, unit_pada

PESAN_TIDAK_ADA = "Instansi “{slug}” tidak ditemukan. Periksa ejaannya, atau lihat daftar instansi."

Pengunjung = Pengguna | AnonymousUser


def instansi_terbaca(pengguna: Pengunjung) -> QuerySet[Instansi]:
    """Return the agencies that exist for this visitor, by name."""
    boleh = Q(pk__in=[])
    if pengguna.is_authenticated:
        boleh |= Q(pk__in=_penugasan_kini(pengguna).values("instansi"))
    if settings.OPENSAKIP_BACA_CONTOH:
        boleh |= Q(contoh=True)
    return Instansi.objects.filter(boleh).order_by("nama")


def ingat(pengguna: Pengunjung) -> None:
    """Let the guard answer once per agency for this object of a person: that of one request, never longer."""
    pengguna._cakupan = {}  # type: ignore[union-attr]


def cakupan(pengguna: Pengunjung, slug: str) -> tuple[Instansi, Cakupan]:
    """Return the agency and what this visitor may see of it today.

    Raises:
        TidakAda: the agency is unknown, or is somebody else's: the same answer for both.
    """
    ingatan: dict[str, tuple[Instansi, Cakupan]] | None = getattr(pengguna, "_cakupan", None)
    if ingatan is None:
        return _cakupan(pengguna, slug)
    if slug not in ingatan:
        ingatan[slug] = _cakupan(pengguna, slug)
    return ingatan[slug]


def _cakupan(pengguna: Pengunjung, slug: str) -> tuple[Instansi, Cakupan]:
    instansi = instansi_menurut_slug(slug)
    if instansi is None:
        raise TidakAda(PESAN_TIDAK_ADA.format(slug=slug))
    tugas = (
        list(_penugasan_kini(pengguna, instansi.zona).filter(instansi=instansi))
        if pengguna.is_authenticated
        else []
    )
    if tugas:
        return instansi, _cakupan_tugas(instansi, tugas, pengguna)
    if settings.OPENSAKIP_BACA_CONTOH and instansi.contoh:
        return instansi, Cakupan(instansi_id=instansi.pk, slug=slug, peran=("pembaca",), pelaku="Pengunjung")
    raise TidakAda(PESAN_TIDAK_ADA.format(slug=slug))


def _penugasan_kini(pengguna: Pengunjung, zona: str = "Asia/Jakarta") -> QuerySet[Penugasan]:
    hari = jam.hari_ini(zona)
    return Penugasan.semua.filter(pengguna_id=pengguna.pk or 0, berlaku_mulai__lte=hari).filter(
        Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gt=hari)
    )


def _cakupan_tugas(instansi: Instansi, tugas: list[Penugasan], pengguna: Pengunjung) -> Cakupan:
    """Turn assignments into unit ids once per request; all units together are written as None."""
    semua = list(unit_pada(instansi, jam.hari_ini(instansi.zona)))
    jalur = {v.unit_id: v.jalur for v in semua}
    terlihat: set[int] = set()
    for t in tugas:
        terlihat.add(t.unit_id)
        if t.beserta_bawahan and t.unit_id in jalur:
            terlihat |= {u for u, j in jalur.items() if j.startswith(jalur[t.unit_id])}
    # No unit valid today means nothing to see, not everything.
    penuh = bool(jalur) and terlihat >= set(jalur)
    return Cakupan(
        instansi_id=instansi.pk,
        slug=instansi.slug,
        unit=None if penuh else frozenset(terlihat),
        kode_unit=None if penuh else frozenset(v.unit.kode for v in semua if v.unit_id in terlihat),
        peran=tuple(sorted({t.peran for t in tugas})),
        pelaku=str(pengguna),
        pengguna_id=pengguna.pk,
    )
