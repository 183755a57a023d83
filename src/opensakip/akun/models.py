"""Users and their dated assignments. A person without an assignment sees nothing."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from opensakip.inti.models import Berlaku, Beruid, Milik, berlaku_sah
from opensakip.organisasi.models import Unit

PERAN = [
    "operator",
    "verifikator",
    "koordinator",
    "pimpinan",
    "apip",
    "evaluator",
    "admin_instansi",
    "pembaca",
]


class ManajerPengguna(BaseUserManager["Pengguna"]):
    """Makes users; the e-mail address is the sign-in name."""

    def create_user(self, surel: str, nama: str, password: str | None = None) -> Pengguna:
        """Create a user without any right; rights come from assignments."""
        pengguna = self.model(surel=self.normalize_email(surel).lower(), nama=nama)
        pengguna.set_password(password)
        pengguna.save(using=self._db)
        return pengguna

    def get_by_natural_key(self, username: str | None) -> Pengguna:
        """Find by address in any case."""
        return self.get(surel__iexact=username)


class Pengguna(AbstractBaseUser, Beruid):
    """Somebody who signs in. ``nama`` is a jabatan; persons' names are not kept here."""

    surel = models.EmailField(max_length=254, unique=True)
    nama = models.CharField(max_length=255)
    is_active = models.BooleanField(default=True)

    USERNAME_FIELD = "surel"
    EMAIL_FIELD = "surel"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["nama"]

    objects: ClassVar[Any] = ManajerPengguna()

    class Meta:
        constraints = [models.UniqueConstraint(Lower("surel"), name="pengguna_surel")]

    def __str__(self) -> str:
        return self.nama


class Penugasan(Milik, Berlaku):
    """A role in one unit (and those below it) from a date to a date, by decree. Ended, never deleted."""

    pengguna = models.ForeignKey(Pengguna, on_delete=models.PROTECT, related_name="penugasan", db_index=False)
    peran = models.CharField(max_length=24)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    beserta_bawahan = models.BooleanField(default=True)
    dasar = models.CharField(max_length=255, blank=True, default="")

    class Meta(Milik.Meta):
        constraints = [
            models.CheckConstraint(name="penugasan_peran", condition=Q(peran__in=PERAN)),
            berlaku_sah("penugasan_berlaku"),
        ]
        indexes = [models.Index(fields=["pengguna", "berlaku_mulai"], name="ix_penugasan_pengguna")]

    def __str__(self) -> str:
        return f"{self.peran} {self.unit_id}"


class GagalMasuk(models.Model):
    """One wrong password, as long as it counts. ``kunci`` is a keyed hash, so no address is stored."""

    kunci = models.CharField(max_length=64)
    waktu = models.DateTimeField(db_index=True)

    class Meta:
        indexes = [models.Index(fields=["kunci", "waktu"], name="ix_gagal_masuk")]

    def __str__(self) -> str:
        return self.kunci
