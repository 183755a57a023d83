"""An uploaded document on its way into the rooms: what was recognised, asked, answered, written."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from opensakip.inti.models import Beruid, Milik
from opensakip.organisasi.models import Unit

KEADAAN = ["dikenali", "diterapkan", "diurungkan", "dibuang"]
TINDAKAN = ["baru", "berubah", "sama", "ragu", "lewati"]
PILIHAN = ["", "tercetak", "usul", "isian", "kosongkan"]


class Batch(Milik, Beruid):
    """One uploaded file and what becomes of it. ``isi`` is kept until it is applied or thrown away."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    tahun = models.SmallIntegerField()
    nama_berkas = models.CharField(max_length=255)
    jenis_berkas = models.CharField(max_length=12)
    sidik = models.CharField(max_length=64)
    ukuran = models.IntegerField()
    isi = models.BinaryField(blank=True, default=b"")
    sebagai = models.CharField(max_length=16)
    judul = models.CharField(max_length=500, blank=True, default="")
    keadaan = models.CharField(max_length=12, default="dikenali")
    dapat_dimuat = models.BooleanField(default=True)
    pemetaan = models.JSONField(default=dict)
    peringatan = models.JSONField(default=list)
    oleh_nama = models.CharField(max_length=255)
    dibuat_pada = models.DateTimeField()
    diterapkan_pada = models.DateTimeField(null=True, blank=True)
    diurungkan_pada = models.DateTimeField(null=True, blank=True)

    class Meta(Milik.Meta):
        constraints = [
            models.CheckConstraint(name="batch_keadaan", condition=Q(keadaan__in=KEADAAN)),
            models.CheckConstraint(
                name="batch_diterapkan",
                condition=~Q(keadaan__in=["diterapkan", "diurungkan"]) | Q(diterapkan_pada__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["instansi", "tahun", "-dibuat_pada"], name="ix_batch_tahun")]

    def __str__(self) -> str:
        return f"{self.nama_berkas} ({self.keadaan})"


class BarisImpor(Milik):
    """One recognised row. ``terurai`` are its fields, ``lokasi`` the places of each field."""

    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="baris", db_index=False)
    urut = models.IntegerField()
    pengenal = models.CharField(max_length=60)
    induk = models.CharField(max_length=60, blank=True, default="")
    terurai = models.JSONField()
    lokasi = models.JSONField()
    tindakan = models.CharField(max_length=8, default="baru")
    pesan = models.TextField(blank=True, default="")

    class Meta(Milik.Meta):
        constraints = [
            models.UniqueConstraint(fields=["batch", "urut"], name="baris_impor_urut"),
            models.UniqueConstraint(fields=["batch", "pengenal"], name="baris_impor_pengenal"),
            models.CheckConstraint(name="baris_impor_tindakan", condition=Q(tindakan__in=TINDAKAN)),
        ]

    def __str__(self) -> str:
        return f"{self.urut} {self.pengenal}"


class TanyaImpor(Milik):
    """A question to a person about one field of one row, and the answer. ``catatan``: only a remark."""

    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="tanya", db_index=False)
    urut = models.IntegerField()
    jenis = models.CharField(max_length=24)
    pengenal = models.CharField(max_length=60)
    ruas = models.CharField(max_length=40)
    kalimat = models.TextField()
    lokasi = models.JSONField(default=list)
    kutipan = models.TextField(blank=True, default="")
    tercetak = models.TextField(blank=True, default="")
    usul = models.TextField(blank=True, default="")
    catatan = models.BooleanField(default=False)
    pilihan = models.CharField(max_length=10, blank=True, default="")
    isian = models.TextField(blank=True, default="")
    dijawab_oleh = models.CharField(max_length=255, blank=True, default="")
    dijawab_pada = models.DateTimeField(null=True, blank=True)

    class Meta(Milik.Meta):
        constraints = [
            models.UniqueConstraint(fields=["batch", "urut"], name="tanya_impor_urut"),
            models.CheckConstraint(name="tanya_impor_pilihan", condition=Q(pilihan__in=PILIHAN)),
            models.CheckConstraint(name="tanya_impor_isian", condition=~Q(pilihan="isian") | ~Q(isian="")),
        ]

    def __str__(self) -> str:
        return self.kalimat


class PerubahanImpor(Milik):
    """One record that applying a batch made; undoing walks them backwards."""

    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="perubahan", db_index=False)
    urut = models.IntegerField()
    objek_jenis = models.CharField(max_length=60)
    objek_id = models.BigIntegerField()
    sebelum = models.JSONField(null=True, blank=True)

    class Meta(Milik.Meta):
        constraints = [models.UniqueConstraint(fields=["batch", "urut"], name="perubahan_impor_urut")]
        indexes = [models.Index(fields=["objek_jenis", "objek_id"], name="ix_perubahan_objek")]

    def __str__(self) -> str:
        return f"{self.objek_jenis}:{self.objek_id}"
