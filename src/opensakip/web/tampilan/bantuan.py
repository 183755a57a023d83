"""Help and shortcuts; the first link at the foot of every page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from opensakip.web.tampilan.umum import nama_pengguna


@require_safe
def bantuan(request: HttpRequest) -> HttpResponse:
    """Keys that do something here, how to read the pages, and whom to ask."""
    konteks = {
        "judul": _("Bantuan dan pintasan papan tik"),
        "pengguna": nama_pengguna(request),
        "pintasan": [
            ("Ctrl + K", _("ke kotak cari, dari halaman mana pun")),
            ("Tab", _("ke tautan atau isian berikutnya; dengan Shift ke sebelumnya")),
            ("Enter", _("membuka tautan, atau asal sebuah angka")),
            ("Esc", _("menutup asal angka dan kembali ke angkanya")),
        ],
    }
    return render(request, "bantuan.html", konteks)
