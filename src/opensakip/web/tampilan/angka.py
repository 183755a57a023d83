"""Where a figure comes from."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from opensakip.inti.errors import TidakAda
from opensakip.peraturan import TAG
from opensakip.web.penyaji import asal as penyaji
from opensakip.web.tampilan.umum import baca, halaman


@require_safe
def angka(request: HttpRequest, slug: str, tahun: int, id: str) -> HttpResponse:
    """Inputs, steps, rule, printed place, who and when; what the figure is used for.

    Raises:
        TidakAda: no such figure in what this visitor may see.
    """
    b = baca(request, slug, tahun)
    asal = penyaji.asal(b, id)
    if asal is None:
        raise TidakAda(id)
    return halaman(
        request,
        "asal.html",
        b,
        asal.tahap,
        judul=_("Dari mana angka %(tampil)s ini?") % {"tampil": asal.angka["tampil"]},
        remah=[(_("Kinerja %(tahun)s") % {"tahun": tahun}, b.alamat)],
        judul_remah=asal.angka["nama"],
        asal=asal,
        tag_aturan=TAG,
    )
