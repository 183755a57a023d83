"""Base models: identity for URLs, tenancy, validity in time and typed values."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from opensakip.hitung.nilai import JenisNilai, Nilai
from opensakip.inti.cakupan import ManajerMilik


class Beruid(models.Model):
    """A row that has a page or an export: the outside world knows it by ``uid`` only."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        abstract = True


class Milik(models.Model):
    """A row of one agency.

    ``objects`` refuses to work outside an opened scope and inside one sees that agency only;
    ``semua`` is for the loader, migrations and tests. The foreign key carries no index of its own:
    composite indexes start with the selective column.
    """

    instansi = models.ForeignKey(
        "organisasi.Instansi", on_delete=models.PROTECT, db_index=False, related_name="+"
    )

    semua = models.Manager()
    objects: ClassVar[ManajerMilik] = ManajerMilik()

    class Meta:
        abstract = True
        base_manager_name = "semua"
        default_manager_name = "objects"


class Berlaku(models.Model):
    """Half-open validity ``[berlaku_mulai, berlaku_sampai)`` in agency-local dates; null = still valid."""

    berlaku_mulai = models.DateField()
    berlaku_sampai = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True


def berlaku_sah(nama: str) -> models.CheckConstraint:
    """Constraint for :class:`Berlaku`: an end, when there is one, lies after the start."""
    return models.CheckConstraint(
        name=nama, condition=Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gt=models.F("berlaku_mulai"))
    )


class Bernilai(models.Model):
    """Nine columns that hold one typed value; read and write through :attr:`nilai` only.

    A value never carries a unit: unit and scale belong to the indicator card.
    """

    # Null, not empty: "no value" must differ from every kind in the check constraint.
    nilai_jenis = models.CharField(max_length=8, null=True, blank=True)  # noqa: DJ001
    nilai_angka = models.DecimalField(max_digits=24, decimal_places=8, null=True, blank=True)
    nilai_bawah = models.DecimalField(max_digits=24, decimal_places=8, null=True, blank=True)
    nilai_atas = models.DecimalField(max_digits=24, decimal_places=8, null=True, blank=True)
    nilai_kode = models.CharField(max_length=40, blank=True, default="")
    nilai_urut = models.SmallIntegerField(null=True, blank=True)
    nilai_maks = models.DecimalField(max_digits=12, decimal_places=4, null=True, blank=True)
    nilai_desimal = models.SmallIntegerField(null=True, blank=True)
    nilai_teks = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        abstract = True

    @property
    def nilai(self) -> Nilai | None:
        """The typed value, or None where the table allows "no value"."""
        if not self.nilai_jenis:
            return None
        return Nilai(
            jenis=JenisNilai(self.nilai_jenis),
            angka=_polos(self.nilai_angka),
            bawah=_polos(self.nilai_bawah),
            atas=_polos(self.nilai_atas),
            kode=self.nilai_kode,
            urut=self.nilai_urut,
            maks=_polos(self.nilai_maks),
            desimal=self.nilai_desimal,
            teks=self.nilai_teks,
        )

    @nilai.setter
    def nilai(self, isi: Nilai | None) -> None:
        self.nilai_jenis = str(isi.jenis) if isi else None
        self.nilai_angka = isi.angka if isi else None
        self.nilai_bawah = isi.bawah if isi else None
        self.nilai_atas = isi.atas if isi else None
        self.nilai_kode = isi.kode if isi else ""
        self.nilai_urut = isi.urut if isi else None
        self.nilai_maks = isi.maks if isi else None
        self.nilai_desimal = isi.desimal if isi else None
        self.nilai_teks = isi.teks if isi else ""


def _polos(angka: Any) -> Any:
    """Strip the padding zeros that the database column adds, keeping the number itself."""
    if angka is None:
        return None
    return angka.quantize(1) if angka == angka.to_integral_value() else angka.normalize()


def nilai_sah(nama: str, *, boleh_kosong: bool) -> models.CheckConstraint:
    """Constraint for :class:`Bernilai`: each kind has exactly the columns it needs."""
    tanpa_batas = Q(nilai_bawah__isnull=True, nilai_atas__isnull=True)
    bilangan = Q(nilai_jenis__in=["angka", "persen", "skala"], nilai_angka__isnull=False) & tanpa_batas
    rentang = (
        Q(nilai_jenis="rentang", nilai_angka__isnull=True)
        & (Q(nilai_bawah__isnull=False) | Q(nilai_atas__isnull=False))
        & (
            Q(nilai_bawah__isnull=True)
            | Q(nilai_atas__isnull=True)
            | Q(nilai_bawah__lte=models.F("nilai_atas"))
        )
    )
    bertingkat = (
        Q(nilai_jenis__in=["ordinal", "level"], nilai_urut__isnull=False) & ~Q(nilai_kode="") & tanpa_batas
    )
    teks = Q(nilai_jenis="teks") & ~Q(nilai_teks="")
    sah = bilangan | rentang | bertingkat | teks
    if boleh_kosong:
        sah |= (
            Q(nilai_jenis__isnull=True, nilai_angka__isnull=True, nilai_kode="", nilai_teks="") & tanpa_batas
        )
    return models.CheckConstraint(name=nama, condition=sah)
