"""Ceilings on the planning tree (leaves count, upper rows are claims), realisation, efficiency basis."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from opensakip.inti.fields import RupiahField
from opensakip.inti.models import Milik
from opensakip.organisasi.models import Unit
from opensakip.perencanaan.models import Butir, Unsur, VersiDokumen


class Pagu(Milik):
    """An amount at a row for a year: ``daun`` counts, ``cetak`` is what the document prints above."""

    versi = models.ForeignKey(VersiDokumen, on_delete=models.PROTECT, related_name="+", db_index=False)
    butir = models.ForeignKey(Butir, on_delete=models.PROTECT, related_name="pagu", db_index=False)
    tahun = models.SmallIntegerField()
    sumber_dana = models.CharField(max_length=24, blank=True, default="")
    peran = models.CharField(max_length=8)
    nilai = RupiahField()
    angka_cetak = models.CharField(max_length=40, blank=True, default="")
    keadaan = models.CharField(max_length=12, default="tercetak")

    class Meta(Milik.Meta):
        constraints = [
            models.UniqueConstraint(fields=["butir", "tahun", "sumber_dana", "peran"], name="pagu_unik"),
            models.CheckConstraint(name="pagu_peran", condition=Q(peran__in=["daun", "cetak"])),
        ]
        indexes = [models.Index(fields=["versi", "tahun", "peran"], name="ix_pagu_versi")]

    def __str__(self) -> str:
        return f"{self.butir_id} {self.tahun} {self.nilai}"


class RealisasiAnggaran(Milik):
    """Money spent, kept at the level at which it was reported; nothing is divided or computed back.

    ``instansi``: the whole agency; ``sasaran``: what the efficiency basis of a result spent;
    ``rincian``: a programme or RO, by code or name. Amount, percentage, or both as printed.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    unsur = models.ForeignKey(Unsur, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    tingkat = models.CharField(max_length=12)
    kunci = models.CharField(max_length=120, blank=True, default="")
    uraian = models.TextField(blank=True, default="")
    tahun = models.SmallIntegerField()
    nilai = RupiahField(null=True, blank=True)
    persen_cetak = models.DecimalField(max_digits=9, decimal_places=4, null=True, blank=True)
    versi = models.SmallIntegerField(default=1)
    terkini = models.BooleanField(default=True)
    alasan = models.TextField(blank=True, default="")

    class Meta(Milik.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "tahun", "tingkat", "kunci"],
                condition=Q(terkini=True),
                name="realang_terkini",
            ),
            models.UniqueConstraint(
                fields=["unit", "tahun", "tingkat", "kunci", "versi"], name="realang_versi"
            ),
            models.CheckConstraint(
                name="realang_tingkat", condition=Q(tingkat__in=["instansi", "sasaran", "rincian"])
            ),
            models.CheckConstraint(
                name="realang_isi", condition=Q(nilai__isnull=False) | Q(persen_cetak__isnull=False)
            ),
        ]
        indexes = [models.Index(fields=["instansi", "tahun", "terkini"], name="ix_ra_tahun")]

    def __str__(self) -> str:
        return f"{self.tingkat} {self.kunci} {self.tahun}"


class DasarEfisiensi(Milik):
    """Which part of the budget a result is measured against: declared by the agency, never guessed."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    tahun = models.SmallIntegerField()
    hasil_kode = models.CharField(max_length=60)
    tingkat = models.CharField(max_length=32)
    uraian = models.TextField()
    pembulatan_cro = models.CharField(max_length=12, default="dua_desimal")
    alasan = models.TextField(blank=True, default="")

    class Meta(Milik.Meta):
        constraints = [
            models.UniqueConstraint(fields=["unit", "tahun", "hasil_kode"], name="dasar_unik"),
            models.CheckConstraint(
                name="dasar_cro", condition=Q(pembulatan_cro__in=["dua_desimal", "penuh"])
            ),
        ]

    def __str__(self) -> str:
        return f"{self.hasil_kode} {self.tahun}"


class AnggotaDasar(Milik):
    """One row of the plan that belongs to a basis, named by document and row identifier."""

    dasar = models.ForeignKey(
        DasarEfisiensi, on_delete=models.PROTECT, related_name="anggota", db_index=False
    )
    dokumen_kode = models.CharField(max_length=60)
    butir_pengenal = models.CharField(max_length=60)

    class Meta(Milik.Meta):
        constraints = [
            models.UniqueConstraint(fields=["dasar", "dokumen_kode", "butir_pengenal"], name="anggota_unik")
        ]

    def __str__(self) -> str:
        return self.butir_pengenal
