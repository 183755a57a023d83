"""Search over everything that the visitor may see."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from opensakip.pelaporan.cari import PANJANG
from opensakip.web.penyaji import cari as penyaji
from opensakip.web.tampilan.umum import nama_pengguna


@require_safe
def cari(request: HttpRequest) -> HttpResponse:
    """``?q=`` are the words, ``?jenis=`` one kind with all its hits; without words the empty form."""
    ketikan = "".join(h if h.isprintable() else " " for h in request.GET.get("q", ""))
    tanya = " ".join(ketikan.split())[:PANJANG]
    jenis = request.GET.get("jenis", "")
    nama = penyaji.nama_jenis()
    jenis = jenis if jenis in nama else ""
    kelompok = penyaji.hasil(request.user, tanya, jenis) if tanya else []
    konteks = {
        "judul": _("Hasil pencarian “%(tanya)s”") % {"tanya": tanya} if tanya else _("Cari"),
        "pengguna": nama_pengguna(request),
        "tanya": tanya,
        "jenis": jenis,
        "nama_jenis": nama,
        "kelompok": kelompok,
        "banyak": sum(k.banyak for k in kelompok),
    }
    return render(request, "cari.html", konteks)
