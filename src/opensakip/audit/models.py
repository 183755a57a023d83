"""The journal. Insert only; it names objects and persons by (kind, uid), never by foreign key."""

from __future__ import annotations

from django.db import models


class Jurnal(models.Model):
    """One entry: an act that happened, or an attempt that was refused."""

    instansi_uid = models.UUIDField(null=True, blank=True)
    seq = models.BigIntegerField()
    waktu = models.DateTimeField()
    tindakan = models.CharField(max_length=80)
    hasil = models.CharField(max_length=8, default="jadi", choices=[("jadi", "jadi"), ("ditolak", "ditolak")])
    objek_jenis = models.CharField(max_length=60)
    objek_uid = models.UUIDField(null=True, blank=True)
    objek_nama = models.CharField(max_length=500, blank=True, default="")
    pelaku_uid = models.UUIDField(null=True, blank=True)
    pelaku_nama = models.CharField(max_length=255, blank=True, default="")
    peran = models.CharField(max_length=60, blank=True, default="")
    sumber = models.CharField(max_length=8)
    alasan = models.TextField(blank=True, default="")
    sebelum = models.JSONField(null=True, blank=True)
    sesudah = models.JSONField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["instansi_uid", "seq"], name="jurnal_urut"),
            models.CheckConstraint(
                name="jurnal_sumber", condition=models.Q(sumber__in=["web", "impor", "api", "cli", "tugas"])
            ),
        ]
        indexes = [
            models.Index(fields=["objek_jenis", "objek_uid", "seq"], name="ix_jurnal_objek"),
            models.Index(fields=["instansi_uid", "waktu"], name="ix_jurnal_waktu"),
        ]

    def __str__(self) -> str:
        return f"{self.seq} {self.tindakan} {self.objek_nama}"
