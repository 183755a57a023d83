"""The national grid of periods; the fiscal year is the calendar year."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q


class Periode(models.Model):
    """A month, quarter, semester or year. National rows: no agency column."""

    tahun = models.SmallIntegerField()
    jenis = models.CharField(max_length=10)
    ke = models.SmallIntegerField()
    mulai = models.DateField()
    selesai = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["tahun", "jenis", "ke"], name="periode_unik"),
            models.CheckConstraint(
                name="periode_jenis", condition=Q(jenis__in=["bulan", "triwulan", "semester", "tahun"])
            ),
            models.CheckConstraint(name="periode_urut", condition=Q(selesai__gt=F("mulai"))),
        ]

    def __str__(self) -> str:
        return str(self.tahun) if self.jenis == "tahun" else f"{self.jenis} {self.ke} {self.tahun}"
