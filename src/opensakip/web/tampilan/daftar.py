"""The way in: agencies the visitor may read."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from opensakip.pelaporan import selectors
from opensakip.web.tampilan.umum import nama_pengguna


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """All agencies this visitor may read, with their frozen years."""
    konteks = {
        "judul": _("Instansi"),
        "instansi": selectors.daftar_instansi(request.user),
        "pengguna": nama_pengguna(request),
    }
    return render(request, "daftar.html", konteks)
