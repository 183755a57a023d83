"""Where figures come from: documents that speak, facts as they print them, and what rests on them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from opensakip.inti.fields import RupiahField
from opensakip.inti.models import Bernilai, Milik

KEADAAN = ["tercetak", "dipulihkan", "diturunkan", "diketik"]


class SumberDokumen(Milik):
    """A paper that speaks: a report, a signed agreement, a letter."""

    kunci = models.CharField(max_length=120)
    judul = models.CharField(max_length=500)
    tanggal = models.DateField(null=True, blank=True)
    keterangan = models.TextField(blank=True, default="")

    class Meta(Milik.Meta):
        constraints = [models.UniqueConstraint(fields=["instansi", "kunci"], name="sumber_kunci")]

    def __str__(self) -> str:
        return self.judul


class Fakta(Milik, Bernilai):
    """One figure at one place of one document, exactly as printed there."""

    sumber = models.ForeignKey(SumberDokumen, on_delete=models.PROTECT, related_name="fakta", db_index=False)
    baris = models.IntegerField(null=True, blank=True)
    halaman = models.IntegerField(null=True, blank=True)
    peran = models.CharField(max_length=24)
    tahun = models.SmallIntegerField(null=True, blank=True)
    tercetak = models.TextField(blank=True, default="")
    rupiah = RupiahField(null=True, blank=True)
    keadaan = models.CharField(max_length=12, default="tercetak")
    catatan = models.TextField(blank=True, default="")

    class Meta(Milik.Meta):
        constraints = [models.CheckConstraint(name="fakta_keadaan", condition=Q(keadaan__in=KEADAAN))]
        indexes = [models.Index(fields=["sumber", "baris"], name="ix_fakta_tempat")]

    def __str__(self) -> str:
        return f"{self.peran} {self.tercetak}"


class Asal(Milik):
    """ "This field of this record rests on this fact." The record is named by pair, not by key."""

    objek_jenis = models.CharField(max_length=60)
    objek_id = models.BigIntegerField()
    bidang = models.CharField(max_length=40)
    fakta = models.ForeignKey(Fakta, on_delete=models.PROTECT, related_name="asal")

    class Meta(Milik.Meta):
        constraints = [
            models.UniqueConstraint(fields=["objek_jenis", "objek_id", "bidang", "fakta"], name="asal_unik")
        ]

    def __str__(self) -> str:
        return f"{self.objek_jenis}:{self.objek_id}.{self.bidang}"
