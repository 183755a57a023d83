"""Writing the journal. Called inside the transaction of the act, so both happen or neither."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Max

from opensakip.audit.models import Jurnal
from opensakip.inti import jam


@dataclass(frozen=True, slots=True)
class Pelaku:
    """Who acts: frozen into the journal as they were called at that moment.

    Persons appear by jabatan; ``sumber`` is the door used (web, impor, api, cli, tugas).
    """

    nama: str
    peran: str = ""
    sumber: str = "cli"
    uid: UUID | None = None


@transaction.atomic
def catat(
    tindakan: str,
    *,
    instansi_uid: UUID | None,
    objek_jenis: str,
    objek_uid: UUID | None,
    objek_nama: str = "",
    oleh: Pelaku,
    alasan: str = "",
    sebelum: dict[str, Any] | None = None,
    sesudah: dict[str, Any] | None = None,
    hasil: str = "jadi",
) -> Jurnal:
    """Append one entry with the next number of the agency, without gaps.

    On PostgreSQL an advisory lock held to the end of the transaction puts writers of one agency in
    line; on SQLite transactions begin IMMEDIATE and are in line already.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as kursor:
            kursor.execute(
                "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"jurnal:{instansi_uid}"]
            )
    terakhir = Jurnal.objects.filter(instansi_uid=instansi_uid).aggregate(n=Max("seq"))["n"] or 0
    return Jurnal.objects.create(
        instansi_uid=instansi_uid,
        seq=terakhir + 1,
        waktu=jam.kini(),
        tindakan=tindakan,
        hasil=hasil,
        objek_jenis=objek_jenis,
        objek_uid=objek_uid,
        objek_nama=objek_nama[:500],
        pelaku_uid=oleh.uid,
        pelaku_nama=oleh.nama,
        peran=oleh.peran,
        sumber=oleh.sumber,
        alasan=alasan,
        sebelum=sebelum,
        sesudah=sesudah,
    )
