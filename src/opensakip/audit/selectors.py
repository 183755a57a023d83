"""Reading the journal."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.db import models

from opensakip.audit.models import Jurnal


def seq_terakhir(instansi_uid: UUID) -> int:
    """Return the number of the newest entry of an agency, 0 when there is none."""
    return Jurnal.objects.filter(instansi_uid=instansi_uid).aggregate(n=models.Max("seq"))["n"] or 0


def riwayat_objek(instansi_uid: UUID, objek_jenis: str, objek_uid: UUID) -> models.QuerySet[Jurnal]:
    """Return the entries about one object, oldest first."""
    return Jurnal.objects.filter(
        instansi_uid=instansi_uid, objek_jenis=objek_jenis, objek_uid=objek_uid
    ).order_by("seq")


def terakhir(instansi_uid: UUID, tindakan: str) -> Jurnal | None:
    """Return the newest successful entry of an act, for example the last import."""
    return (
        Jurnal.objects.filter(instansi_uid=instansi_uid, tindakan=tindakan, hasil="jadi")
        .order_by("-seq")
        .first()
    )


def menurut_tindakan(instansi_uid: UUID, tindakan: list[str]) -> models.QuerySet[Jurnal]:
    """Return the successful entries of these acts of one agency, newest first."""
    return Jurnal.objects.filter(instansi_uid=instansi_uid, tindakan__in=tindakan, hasil="jadi").order_by(
        "-seq"
    )


def terbaru(
    instansi_uid: UUID, *, tindakan: Collection[str] | None, pelaku_uid: UUID | None = None
) -> models.QuerySet[Jurnal]:
    """Return the successful entries of these acts (None: of all), and all of one person, newest first."""
    if tindakan is None:
        return Jurnal.objects.filter(instansi_uid=instansi_uid, hasil="jadi").order_by("-seq")
    boleh = models.Q(tindakan__in=list(tindakan))
    if pelaku_uid is not None:
        boleh |= models.Q(pelaku_uid=pelaku_uid)
    return Jurnal.objects.filter(boleh, instansi_uid=instansi_uid, hasil="jadi").order_by("-seq")
