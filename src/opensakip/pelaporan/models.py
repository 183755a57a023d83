"""Frozen figures, reports and their words. A set snapshot never changes (trigger)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from opensakip.inti.models import Beruid, Milik
from opensakip.organisasi.models import Unit


class Cuplikan(Milik, Beruid):
    """The frozen figures of a unit and year: one canonical JSON text and its SHA-256.

    Kept as text, because a JSON column would rewrite the bytes that the hash speaks of.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    tahun = models.SmallIntegerField()
    jenis = models.CharField(max_length=12, default="lkjip")
    nomor = models.SmallIntegerField()
    skema = models.CharField(max_length=24)
    isi = models.TextField()
    per = models.DateTimeField()
    jurnal_seq = models.BigIntegerField()
    sidik = models.CharField(max_length=64)
    sidik_angka = models.CharField(max_length=64)
    menggantikan = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    alasan = models.TextField(blank=True, default="")
    oleh = models.CharField(max_length=255, blank=True, default="")

    class Meta(Milik.Meta):
        constraints = [
            models.UniqueConstraint(fields=["unit", "tahun", "jenis", "nomor"], name="cuplikan_nomor"),
            models.CheckConstraint(
                name="cuplikan_pengganti",
                condition=Q(nomor=1) | (Q(menggantikan__isnull=False) & ~Q(alasan="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.jenis} {self.tahun} #{self.nomor}"


class Laporan(Milik, Beruid):
    """A report of a unit and year; it reads its snapshot and its own words, nothing else."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    tahun = models.SmallIntegerField()
    jenis = models.CharField(max_length=12, default="lkjip")
    nomor = models.SmallIntegerField()
    keadaan = models.CharField(max_length=16, default="beku")
    cuplikan = models.ForeignKey(
        Cuplikan, on_delete=models.PROTECT, null=True, blank=True, related_name="laporan"
    )
    menggantikan = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta(Milik.Meta):
        constraints = [
            models.UniqueConstraint(fields=["unit", "tahun", "jenis", "nomor"], name="laporan_nomor"),
            models.CheckConstraint(
                name="laporan_keadaan", condition=Q(keadaan__in=["draf", "beku", "ditetapkan"])
            ),
            models.CheckConstraint(
                name="laporan_cuplikan", condition=Q(keadaan="draf") | Q(cuplikan__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.jenis} {self.tahun} #{self.nomor}"


class Naskah(Milik):
    """Words of an officer at a place of the report of a year, for example ``sasaran.S5.sebab``."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    tahun = models.SmallIntegerField()
    tempat = models.CharField(max_length=120)
    isi = models.TextField()
    cara = models.CharField(max_length=10, default="disunting")

    class Meta(Milik.Meta):
        constraints = [models.UniqueConstraint(fields=["unit", "tahun", "tempat"], name="naskah_tempat")]

    def __str__(self) -> str:
        return self.tempat


class IsianLaporan(Milik):
    """A typed line of the report's input: staff counts, isu strategis and the like."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    tahun = models.SmallIntegerField()
    jenis = models.CharField(max_length=24)
    urut = models.SmallIntegerField()
    kelompok = models.CharField(max_length=120, blank=True, default="")
    teks = models.TextField()
    jumlah = models.IntegerField(null=True, blank=True)

    class Meta(Milik.Meta):
        constraints = [models.UniqueConstraint(fields=["unit", "tahun", "jenis", "urut"], name="isian_urut")]

    def __str__(self) -> str:
        return self.teks


class CatatanAngka(Milik):
    """Where a source prints another figure than the one computed: both, and why."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    tahun = models.SmallIntegerField()
    urut = models.SmallIntegerField()
    subjek = models.CharField(max_length=120)
    tercetak = models.CharField(max_length=120, blank=True, default="")
    seharusnya = models.CharField(max_length=120, blank=True, default="")
    kalimat = models.TextField()

    class Meta(Milik.Meta):
        constraints = [models.UniqueConstraint(fields=["unit", "tahun", "urut"], name="catatan_urut")]

    def __str__(self) -> str:
        return self.kalimat
