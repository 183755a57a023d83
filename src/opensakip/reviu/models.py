"""A review in rounds (PermenPANRB 53/2014 Lampiran III): findings, checklist, and the statement."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from opensakip.inti.models import Beruid, Milik
from opensakip.organisasi.models import Unit
from opensakip.pelaporan.models import Cuplikan

KEADAAN = ["memeriksa", "gagal", "berjalan", "dikembalikan", "selesai"]
KEPUTUSAN = ["baru", "diterima", "ditolak"]
TINGKAT = ["tinggi", "sedang", "rendah", "catatan"]
JAWABAN = ["", "ya", "tidak", "tidak_berlaku"]


class Reviu(Milik, Beruid):
    """One round of the review of a unit's report of a year.

    The report is the frozen one (``cuplikan``) or an uploaded file; ``sidik_laporan`` is the hash that the
    statement will name. ``naskah`` keeps the passages that findings stand in, as they were read.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    tahun = models.SmallIntegerField()
    putaran = models.SmallIntegerField()
    keadaan = models.CharField(max_length=12, default="memeriksa")
    cuplikan = models.ForeignKey(
        Cuplikan, on_delete=models.PROTECT, null=True, blank=True, related_name="reviu"
    )
    nama_berkas = models.CharField(max_length=255)
    sidik_laporan = models.CharField(max_length=64)
    halaman = models.IntegerField(null=True, blank=True)
    aturan_daftar = models.CharField(max_length=80, blank=True, default="")
    naskah = models.JSONField(default=list)
    peringatan = models.JSONField(default=list)
    sebab_gagal = models.TextField(blank=True, default="")
    catatan = models.TextField(blank=True, default="")
    dibuka_pada = models.DateTimeField()
    dibuka_oleh = models.CharField(max_length=255)
    dikembalikan_pada = models.DateTimeField(null=True, blank=True)
    selesai_pada = models.DateTimeField(null=True, blank=True)

    class Meta(Milik.Meta):
        constraints = [
            models.UniqueConstraint(fields=["unit", "tahun", "putaran"], name="reviu_putaran"),
            models.UniqueConstraint(
                fields=["unit", "tahun"],
                condition=Q(keadaan__in=["memeriksa", "berjalan"]),
                name="reviu_satu_berjalan",
            ),
            models.CheckConstraint(name="reviu_keadaan", condition=Q(keadaan__in=KEADAAN)),
        ]

    def __str__(self) -> str:
        return f"Reviu {self.tahun} putaran {self.putaran}"


class TemuanReviu(Milik, Beruid):
    """A finding of the checker or of the reviewer, what was decided about it, and what the unit answered."""

    reviu = models.ForeignKey(Reviu, on_delete=models.PROTECT, related_name="temuan", db_index=False)
    urut = models.IntegerField()
    asal = models.CharField(max_length=8, default="sistem")
    pemeriksaan = models.CharField(max_length=40, blank=True, default="")
    judul = models.CharField(max_length=255)
    tingkat = models.CharField(max_length=8)
    keyakinan = models.SmallIntegerField(default=100)
    tercetak = models.TextField(blank=True, default="")
    seharusnya = models.TextField(blank=True, default="")
    kalimat = models.TextField()
    dasar = models.TextField(blank=True, default="")
    lokasi = models.JSONField(default=list)
    sidik_temuan = models.CharField(max_length=64)
    keadaan = models.CharField(max_length=10, default="baru")
    alasan = models.TextField(blank=True, default="")
    diputuskan_oleh = models.CharField(max_length=255, blank=True, default="")
    tanggapan = models.TextField(blank=True, default="")
    ditanggapi_oleh = models.CharField(max_length=255, blank=True, default="")

    class Meta(Milik.Meta):
        constraints = [
            models.UniqueConstraint(fields=["reviu", "urut"], name="temuan_urut"),
            models.CheckConstraint(name="temuan_keadaan", condition=Q(keadaan__in=KEPUTUSAN)),
            models.CheckConstraint(name="temuan_tingkat", condition=Q(tingkat__in=TINGKAT)),
            models.CheckConstraint(name="temuan_asal", condition=Q(asal__in=["sistem", "pereviu"])),
            models.CheckConstraint(name="temuan_alasan", condition=~Q(keadaan="ditolak") | ~Q(alasan="")),
        ]

    def __str__(self) -> str:
        return self.judul


class IsianReviu(Milik):
    """One statement of the checklist: what the system knows, and what a person answered."""

    reviu = models.ForeignKey(Reviu, on_delete=models.PROTECT, related_name="isian", db_index=False)
    urut = models.SmallIntegerField()
    kode = models.CharField(max_length=12)
    bagian = models.CharField(max_length=120)
    uraian = models.TextField()
    hanya_bila = models.CharField(max_length=120, blank=True, default="")
    jawaban_sistem = models.CharField(max_length=14, blank=True, default="")
    petunjuk = models.TextField(blank=True, default="")
    jawaban = models.CharField(max_length=14, blank=True, default="")
    keterangan = models.TextField(blank=True, default="")
    dijawab_oleh = models.CharField(max_length=255, blank=True, default="")

    class Meta(Milik.Meta):
        constraints = [
            models.UniqueConstraint(fields=["reviu", "kode"], name="isian_reviu_kode"),
            models.CheckConstraint(name="isian_reviu_jawaban", condition=Q(jawaban__in=JAWABAN)),
        ]

    def __str__(self) -> str:
        return f"{self.kode} {self.uraian}"


class PernyataanReviu(Milik, Beruid):
    """The statement. It names the hash of the report it speaks about and never changes (trigger)."""

    reviu = models.OneToOneField(Reviu, on_delete=models.PROTECT, related_name="pernyataan")
    sidik_laporan = models.CharField(max_length=64)
    simpulan = models.CharField(max_length=10)
    perhatian = models.TextField(blank=True, default="")
    nomor = models.CharField(max_length=80, blank=True, default="")
    tanggal = models.DateField()
    jabatan = models.CharField(max_length=255)
    dinyatakan_pada = models.DateTimeField()
    sidik = models.CharField(max_length=64)

    class Meta(Milik.Meta):
        constraints = [
            models.CheckConstraint(
                name="pernyataan_simpulan",
                condition=Q(simpulan="bersih") | (Q(simpulan="perhatian") & ~Q(perhatian="")),
            )
        ]

    def __str__(self) -> str:
        return f"Pernyataan {self.nomor or self.tanggal}"
