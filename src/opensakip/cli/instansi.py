"""Finding the agency that a command names. Who keeps the machine sees them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from opensakip.cli.galat import GalatPerintah

if TYPE_CHECKING:
    from opensakip.organisasi.models import Instansi


def instansi_atau_galat(slug: str) -> Instansi:
    """Return the agency with this short name.

    Raises:
        GalatPerintah: there is none; the message lists those that are there.
    """
    from opensakip.organisasi.models import Instansi
    from opensakip.organisasi.selectors import instansi_menurut_slug

    instansi = instansi_menurut_slug(slug)
    if instansi is not None:
        return instansi
    ada = ", ".join(Instansi.objects.order_by("slug").values_list("slug", flat=True)[:30])
    raise GalatPerintah(
        f"instansi “{slug}” tidak ditemukan; yang ada: {ada}"
        if ada
        else f"instansi “{slug}” tidak ditemukan; belum ada satu pun, muat dahulu: opensakip contoh muat"
    )
