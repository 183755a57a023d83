"""The one guard. Every door (web, API, CLI, export) gets an agency here or not at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

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
    boleh = Q(publik=True)
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
    if _terbuka(instansi):
        return instansi, Cakupan(instansi_id=instansi.pk, slug=slug, peran=("pembaca",), pelaku="Pengunjung")
    raise TidakAda(PESAN_TIDAK_ADA.format(slug=slug))


def kode_unit_terlihat(
    pengguna: Pengunjung, instansi: Sequence[Instansi]
) -> dict[int, frozenset[str] | None]:
    """For readable agencies: the unit codes that exist for this visitor, by agency; None means all.

    The same answer as :func:`cakupan` gives for each.
    """
    hasil: dict[int, frozenset[str] | None] = {}
    tugas: dict[int, list[Penugasan]] = defaultdict(list)
    if pengguna.is_authenticated:
        for t in _penugasan_kini(pengguna).filter(instansi__in=instansi):
            tugas[t.instansi_id].append(t)
    for i in instansi:
        if tugas[i.pk]:
            hasil[i.pk] = _cakupan_tugas(i, tugas[i.pk], pengguna).kode_unit
        else:
            hasil[i.pk] = None if _terbuka(i) else frozenset()
    return hasil


def _terbuka(instansi: Instansi) -> bool:
    """True when everybody may read what this agency has ratified: its own choice, or an example in a demo."""
    return instansi.publik or (settings.OPENSAKIP_BACA_CONTOH and instansi.contoh)


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
