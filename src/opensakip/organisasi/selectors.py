"""Reading agencies and units."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from opensakip.organisasi.models import Instansi, Jabatan, VersiUnit


def instansi_menurut_slug(slug: str) -> Instansi | None:
    """Return the agency with this slug, or None."""
    return Instansi.objects.filter(slug=slug).first()


def unit_pada(instansi: Instansi, hari: date) -> QuerySet[VersiUnit]:
    """Return the unit versions of an agency valid on ``hari``, in printed order."""
    return (
        VersiUnit.semua.filter(instansi=instansi, berlaku_mulai__lte=hari)
        .filter(Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gt=hari))
        .select_related("unit", "induk")
        .order_by("urut")
    )


def pimpinan_pada(instansi: Instansi, hari: date) -> dict[int, str]:
    """Return the title of the head of each unit on ``hari``, by unit id."""
    baris = Jabatan.semua.filter(instansi=instansi, pimpinan_unit=True, berlaku_mulai__lte=hari).filter(
        Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gt=hari)
    )
    return {j.unit_id: j.nama for j in baris}
