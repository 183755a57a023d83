"""What was measured: realisasi in versions, benchmarks, and values of evaluation instruments."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from opensakip.inti.models import Bernilai, Beruid, Milik, nilai_sah
from opensakip.kalender.models import Periode
from opensakip.organisasi.models import Unit
from opensakip.perencanaan.models import Indikator, KartuIndikator

STATUS_BERNILAI = ["final", "sementara", "dibawa"]
STATUS_KOSONG = ["belum_ada", "tidak_berlaku"]


class Realisasi(Milik, Beruid, Bernilai):
    """One version of a measured cell (indicator, unit, period). Empty is never zero.

    ``dibawa`` is a value of an earlier year used because the year's own is not out yet.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    indikator = models.ForeignKey(Indikator, on_delete=models.PROTECT, related_name="+", db_index=False)
    kartu = models.ForeignKey(KartuIndikator, on_delete=models.PROTECT, related_name="+", db_index=False)
    periode = models.ForeignKey(Periode, on_delete=models.PROTECT, related_name="+", db_index=False)
    tahun = models.SmallIntegerField()
    versi = models.SmallIntegerField(default=1)
    terkini = models.BooleanField(default=True)
    keadaan = models.CharField(max_length=12, default="terkunci")
    status_nilai = models.CharField(max_length=14)
    tahun_nilai = models.SmallIntegerField(null=True, blank=True)
    alasan = models.TextField(blank=True, default="")
    perkiraan_terbit = models.DateField(null=True, blank=True)
    bukti = models.TextField(blank=True, default="")
    keterangan = models.TextField(blank=True, default="")
    menggantikan = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    alasan_koreksi = models.TextField(blank=True, default="")
    diisi_oleh = models.CharField(max_length=255, blank=True, default="")
    diisi_pada = models.DateTimeField()

    class Meta(Milik.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["indikator", "unit", "periode"], condition=Q(terkini=True), name="real_terkini"
            ),
            models.UniqueConstraint(fields=["indikator", "unit", "periode", "versi"], name="real_versi"),
            models.CheckConstraint(
                name="real_status",
                condition=Q(status_nilai__in=STATUS_BERNILAI, nilai_jenis__isnull=False)
                | Q(status_nilai__in=STATUS_KOSONG, nilai_jenis__isnull=True),
            ),
            models.CheckConstraint(
                name="real_dibawa",
                condition=~Q(status_nilai="dibawa") | (Q(tahun_nilai__lt=F("tahun")) & ~Q(alasan="")),
            ),
            models.CheckConstraint(
                name="real_koreksi", condition=Q(menggantikan__isnull=True) | ~Q(alasan_koreksi="")
            ),
            nilai_sah("real_nilai", boleh_kosong=True),
        ]
        indexes = [
            models.Index(fields=["indikator", "tahun"], name="ix_real_deret", condition=Q(terkini=True)),
            models.Index(
                fields=["instansi", "tahun", "unit"], name="ix_real_tahun", condition=Q(terkini=True)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indikator_id} {self.tahun}: {self.nilai_teks or self.status_nilai}"


class Pembanding(Milik, Bernilai):
    """A benchmark of an indicator (analysis 4), or the statement that there is none yet."""

    indikator = models.ForeignKey(Indikator, on_delete=models.PROTECT, related_name="+", db_index=False)
    tahun = models.SmallIntegerField()
    tingkat = models.CharField(max_length=10, default="nasional")
    entitas = models.CharField(max_length=255)
    keadaan = models.CharField(max_length=28)
    keterangan = models.TextField(blank=True, default="")

    class Meta(Milik.Meta):
        constraints = [
            models.UniqueConstraint(fields=["indikator", "tahun", "entitas"], name="pembanding_unik"),
            models.CheckConstraint(
                name="pembanding_keadaan",
                condition=Q(keadaan="ada", nilai_jenis__isnull=False)
                | Q(keadaan__in=["belum_dapat_diperbandingkan", "tidak_ada"], nilai_jenis__isnull=True),
            ),
            nilai_sah("pembanding_nilai", boleh_kosong=True),
        ]

    def __str__(self) -> str:
        return f"{self.entitas} {self.tahun}"


class NilaiInstrumen(Milik):
    """A component of an instrument (SKM element, AKIP component, NKA part, IP ASN dimension).

    Totals are derived by ``hitung``; only components and a total that a body stated are kept.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    tahun = models.SmallIntegerField()
    instrumen = models.CharField(max_length=40)
    kelompok = models.CharField(max_length=120, blank=True, default="")
    komponen = models.CharField(max_length=120)
    urut = models.SmallIntegerField(default=0)
    uraian = models.TextField(blank=True, default="")
    nilai = models.DecimalField(max_digits=14, decimal_places=6)
    nilai_cetak = models.CharField(max_length=40, blank=True, default="")
    keterangan = models.TextField(blank=True, default="")

    class Meta(Milik.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "tahun", "instrumen", "kelompok", "komponen"], name="instrumen_unik"
            )
        ]

    def __str__(self) -> str:
        return f"{self.instrumen} {self.komponen} {self.tahun}"
