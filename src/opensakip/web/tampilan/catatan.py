"""Notes about the source, and what the figures of a year rest on."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from opensakip.web.penyaji.catatan import catatan as semua_catatan
from opensakip.web.tampilan.umum import baca, halaman


@require_safe
def catatan(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """What the source prints and what it should be; the frozen snapshot; the rules used."""
    b = baca(request, slug, tahun)
    return halaman(
        request,
        "catatan/halaman.html",
        b,
        judul=_("Catatan dan dasar angka %(tahun)s") % {"tahun": tahun},
        remah=[(_("Kinerja %(tahun)s") % {"tahun": tahun}, b.alamat)],
        judul_remah=_("Catatan dan dasar angka"),
        catatan_tabel=semua_catatan(b),
    )
