"""The open scope: which agency, and which of its units, the running act may see.

Every model of an agency inherits ``Milik``; its default manager asks here. A query made outside a
scope raises instead of answering with everybody's rows, so a forgotten filter cannot leak.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from django.db import models


class TanpaCakupan(RuntimeError):
    """A query on agency data was made although no scope is open: a programming error."""


@dataclass(frozen=True, slots=True)
class Cakupan:
    """What one person may see in one agency at one moment.

    ``unit`` None means every unit; otherwise the ids of the units whose rows exist for this person.
    """

    instansi_id: int
    slug: str
    unit: frozenset[int] | None = None
    kode_unit: frozenset[str] | None = None
    peran: tuple[str, ...] = field(default=())
    pelaku: str = ""
    pengguna_id: int | None = None


_aktif: ContextVar[Cakupan | None] = ContextVar("cakupan_aktif", default=None)


def sekarang() -> Cakupan:
    """Return the open scope.

    Raises:
        TanpaCakupan: none is open.
    """
    cakupan = _aktif.get()
    if cakupan is None:
        raise TanpaCakupan("data instansi dibaca tanpa cakupan; buka lewat akun.penjaga")
    return cakupan


@contextmanager
def buka(cakupan: Cakupan) -> Iterator[Cakupan]:
    """Open a scope for the block. Scopes nest; leaving restores the outer one."""
    kunci = _aktif.set(cakupan)
    try:
        yield cakupan
    finally:
        _aktif.reset(kunci)


def batasi(qs: models.QuerySet, *, kolom: str = "unit") -> models.QuerySet:
    """Narrow a queryset to the units of the open scope; the only place that does so."""
    unit = sekarang().unit
    return qs if unit is None else qs.filter(**{f"{kolom}_id__in": unit})


class ManajerMilik(models.Manager):
    """Manager that sees the agency of the open scope and nothing else."""

    def get_queryset(self) -> models.QuerySet:
        """Rows of the agency of the open scope."""
        return super().get_queryset().filter(instansi_id=sekarang().instansi_id)
