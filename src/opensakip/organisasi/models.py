"""Agencies (the tenants), units whose name and place are dated, and posts."""

from __future__ import annotations

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q

from opensakip.inti.models import Berlaku, Beruid, Milik, berlaku_sah

POLA_SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"


class Instansi(Beruid):
    """Entitas akuntabilitas kinerja (Perpres 29/2014). It *is* the tenant, so it has no agency column."""

    slug = models.CharField(max_length=40, unique=True, validators=[RegexValidator(POLA_SLUG)])
    nama = models.CharField(max_length=255)
    singkatan = models.CharField(max_length=60, blank=True, default="")
    rumpun = models.CharField(max_length=8)
    zona = models.CharField(max_length=40, default="Asia/Jakarta")
    tempat = models.CharField(max_length=80, blank=True, default="")
    contoh = models.BooleanField(default=False)
    publik = models.BooleanField(default=False)  # what is frozen may be read without signing in
    pernyataan = models.TextField(blank=True, default="")
    skala_peringkat = models.CharField(max_length=80, blank=True, default="")
    unit_pelapor = models.CharField(max_length=60, blank=True, default="")
    metode_efisiensi = models.CharField(max_length=8, blank=True, default="")
    bentuk_laporan = models.CharField(max_length=32, blank=True, default="")
    kertas = models.CharField(max_length=8, default="a4")
    motif = models.CharField(max_length=16, default="kawung")
    lambang = models.TextField(blank=True, default="")  # an SVG; a raster image is wrapped into one
    ditutup_pada = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="instansi_rumpun", condition=Q(rumpun__in=["kl", "provinsi", "kabkota"])
            ),
            models.CheckConstraint(
                name="instansi_efisiensi", condition=Q(metode_efisiensi__in=["", "e_ro", "poin"])
            ),
            models.CheckConstraint(name="instansi_kertas", condition=Q(kertas__in=["a4", "f4"])),
            models.CheckConstraint(name="instansi_motif", condition=Q(motif__in=["kawung", "polos"])),
        ]

    def __str__(self) -> str:
        return self.nama


class Unit(Milik, Beruid):
    """Identity of a unit organisasi, satker, perangkat daerah, biro, bagian or tim kerja."""

    kode = models.CharField(max_length=60)
    kode_luar = models.CharField(max_length=60, blank=True, default="")
    jenis = models.CharField(max_length=32)

    class Meta(Milik.Meta):
        constraints = [models.UniqueConstraint(fields=["instansi", "kode"], name="unit_kode")]

    def __str__(self) -> str:
        return self.kode


class VersiUnit(Milik, Berlaku):
    """Name and place of a unit from a date on. A rename is a new row, never an edit."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="versi", db_index=False)
    nama = models.CharField(max_length=255)
    singkatan = models.CharField(max_length=60, blank=True, default="")
    induk = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    urut = models.IntegerField(default=0)
    jalur = models.CharField(max_length=200)
    dasar = models.CharField(max_length=255, blank=True, default="")

    class Meta(Milik.Meta):
        constraints = [
            models.UniqueConstraint(fields=["unit", "berlaku_mulai"], name="versi_unit_mulai"),
            models.UniqueConstraint(
                fields=["unit"], condition=Q(berlaku_sampai__isnull=True), name="versi_unit_terbuka"
            ),
            berlaku_sah("versi_unit_berlaku"),
        ]
        indexes = [models.Index(fields=["instansi", "jalur"], name="ix_vunit_jalur")]

    def __str__(self) -> str:
        return self.nama


class Jabatan(Milik, Berlaku, Beruid):
    """A post. A Perjanjian Kinerja is between posts (PermenPANRB 53/2014 Lampiran I)."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="jabatan")
    nama = models.CharField(max_length=255)
    jenjang = models.CharField(max_length=24, blank=True, default="")
    atasan = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    pimpinan_unit = models.BooleanField(default=False)

    class Meta(Milik.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["unit"],
                condition=Q(pimpinan_unit=True, berlaku_sampai__isnull=True),
                name="jabatan_satu_pimpinan",
            ),
            berlaku_sah("jabatan_berlaku"),
        ]

    def __str__(self) -> str:
        return self.nama
