"""Perjanjian Kinerja (PermenPANRB 53/2014 Lampiran I): between posts, in immutable versions."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from opensakip.inti.fields import RupiahField
from opensakip.inti.models import Bernilai, Beruid, Milik, nilai_sah
from opensakip.organisasi.models import Jabatan, Unit
from opensakip.perencanaan.models import Indikator, KartuIndikator


class PerjanjianKinerja(Milik, Beruid):
    """The agreement of a post for a year; its papers are the versions."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    jabatan = models.ForeignKey(Jabatan, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    tahun = models.SmallIntegerField()

    class Meta(Milik.Meta):
        constraints = [models.UniqueConstraint(fields=["unit", "tahun"], name="pk_unik")]
        indexes = [models.Index(fields=["instansi", "tahun"], name="ix_pk_tahun")]

    def __str__(self) -> str:
        return f"PK {self.tahun}"


class VersiPK(Milik, Beruid):
    """The paper: murni, revisi or perubahan. Set versions accept no change and no new rows (trigger)."""

    pk_induk = models.ForeignKey(
        PerjanjianKinerja, on_delete=models.PROTECT, related_name="versi", db_index=False
    )
    kode = models.CharField(max_length=60)
    nomor = models.SmallIntegerField()
    tahap = models.CharField(max_length=12)
    keadaan = models.CharField(max_length=12, default="draf")
    tanggal = models.DateField()
    tanggal_teliti = models.CharField(max_length=5, default="hari")
    ditetapkan_pada = models.DateTimeField(null=True, blank=True)
    menggantikan = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    alasan_kode = models.CharField(max_length=24, blank=True, default="")
    alasan = models.TextField(blank=True, default="")
    dilampirkan = models.BooleanField(default=True)
    sidik = models.CharField(max_length=64, blank=True, default="")

    class Meta(Milik.Meta):
        constraints = [
            models.UniqueConstraint(fields=["pk_induk", "nomor"], name="vpk_nomor"),
            models.UniqueConstraint(fields=["instansi", "kode"], name="vpk_kode"),
            models.UniqueConstraint(fields=["pk_induk"], condition=Q(keadaan="draf"), name="vpk_satu_draf"),
            models.CheckConstraint(name="vpk_tahap", condition=Q(tahap__in=["murni", "revisi", "perubahan"])),
            models.CheckConstraint(name="vpk_keadaan", condition=Q(keadaan__in=["draf", "ditetapkan"])),
            models.CheckConstraint(name="vpk_teliti", condition=Q(tanggal_teliti__in=["hari", "bulan"])),
            models.CheckConstraint(
                name="vpk_tetap", condition=~Q(keadaan="ditetapkan") | Q(ditetapkan_pada__isnull=False)
            ),
            models.CheckConstraint(
                name="vpk_alasan",
                condition=Q(nomor=1) | Q(alasan_kode__in=["pejabat", "strategi", "asumsi"]),
            ),
        ]
        indexes = [models.Index(fields=["pk_induk", "-tanggal"], name="ix_vpk_berlaku")]

    def __str__(self) -> str:
        return self.kode


class PihakPK(Milik):
    """A party, frozen as on the paper: jabatan and whether definitif, Plt., Plh. or Pj."""

    versi = models.ForeignKey(VersiPK, on_delete=models.PROTECT, related_name="pihak", db_index=False)
    peran = models.CharField(max_length=8)
    jabatan_cetak = models.CharField(max_length=255)
    sebagai = models.CharField(max_length=10, default="definitif")

    class Meta(Milik.Meta):
        constraints = [
            models.UniqueConstraint(fields=["versi", "peran"], name="pihak_peran"),
            models.CheckConstraint(name="pihak_peran_sah", condition=Q(peran__in=["pertama", "kedua"])),
            models.CheckConstraint(
                name="pihak_sebagai", condition=Q(sebagai__in=["definitif", "plt", "plh", "pj"])
            ),
        ]

    def __str__(self) -> str:
        return self.jabatan_cetak


class BarisPK(Milik, Bernilai):
    """One agreed indicator with its target, copied onto the paper."""

    versi = models.ForeignKey(VersiPK, on_delete=models.PROTECT, related_name="baris", db_index=False)
    urut = models.SmallIntegerField()
    sasaran_kode = models.CharField(max_length=60)
    sasaran_cetak = models.TextField()
    indikator = models.ForeignKey(Indikator, on_delete=models.PROTECT, related_name="+", db_index=False)
    kartu = models.ForeignKey(KartuIndikator, on_delete=models.PROTECT, related_name="+", db_index=False)
    indikator_cetak = models.TextField()
    satuan_cetak = models.CharField(max_length=80, blank=True, default="")
    tahun = models.SmallIntegerField()
    alasan_beda = models.TextField(blank=True, default="")

    class Meta(Milik.Meta):
        constraints = [
            models.UniqueConstraint(fields=["versi", "urut"], name="baris_pk_urut"),
            models.UniqueConstraint(fields=["versi", "indikator"], name="baris_pk_ind"),
            nilai_sah("baris_pk_nilai", boleh_kosong=False),
        ]
        indexes = [
            models.Index(fields=["indikator", "tahun"], name="ix_baris_ind"),
            models.Index(fields=["instansi", "tahun"], name="ix_baris_tahun"),
        ]

    def __str__(self) -> str:
        return self.indikator_cetak


class AnggaranPK(Milik):
    """One budget line of the paper, a frozen copy."""

    versi = models.ForeignKey(VersiPK, on_delete=models.PROTECT, related_name="anggaran", db_index=False)
    urut = models.SmallIntegerField()
    kode = models.CharField(max_length=60, blank=True, default="")
    uraian = models.TextField()
    nilai = RupiahField()

    class Meta(Milik.Meta):
        constraints = [models.UniqueConstraint(fields=["versi", "urut"], name="anggaran_pk_urut")]

    def __str__(self) -> str:
        return self.uraian
