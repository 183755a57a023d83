"""Signing in and out."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import login, logout
from django.contrib.auth.forms import AuthenticationForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from opensakip.akun import tahan
from opensakip.akun.errors import MasukTertahan
from opensakip.web.tampilan.umum import alamat_pengunjung, alamat_sendiri, nama_pengguna


def _tujuan(request: HttpRequest, lanjut: str) -> str:
    """Where to go after signing in: only an address of our own host, else the list."""
    return alamat_sendiri(request, lanjut, settings.LOGIN_REDIRECT_URL)


@sensitive_post_parameters("password")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def masuk(request: HttpRequest) -> HttpResponse:
    """Sign in. One message for every refusal, so that accounts cannot be probed; 422 keeps the name.

    After too many wrong passwords 429 says how long to wait, for accounts that exist and others alike.
    """
    lanjut = request.POST.get("next") or request.GET.get("next") or ""
    if request.user.is_authenticated:
        return redirect(_tujuan(request, lanjut))
    konteks = {
        "judul": _("Masuk"),
        "lanjut": lanjut,
        "galat": "",
        "nama_diketik": request.POST.get("username", ""),
        "pengguna": nama_pengguna(request),
        "contoh_terbuka": settings.OPENSAKIP_BACA_CONTOH,
    }
    if request.method != "POST":
        return render(request, "masuk.html", konteks)
    surel, alamat = str(konteks["nama_diketik"]), alamat_pengunjung(request)
    try:
        tahan.wajib_boleh(surel, alamat)
    except MasukTertahan as sebab:
        return render(request, "masuk.html", konteks | {"galat": str(sebab)}, status=429)
    formulir = AuthenticationForm(request, data=request.POST)
    if formulir.is_valid():
        login(request, formulir.get_user())
        tahan.lupakan(surel, alamat)
        return HttpResponseRedirect(_tujuan(request, lanjut), status=303)
    tahan.catat_gagal(surel, alamat)
    konteks["galat"] = _("Alamat surel atau kata sandi tidak cocok. Periksa keduanya, lalu coba lagi.")
    return render(request, "masuk.html", konteks, status=422)


@require_POST
def keluar(request: HttpRequest) -> HttpResponse:
    """Sign out and lead to the list."""
    logout(request)
    return HttpResponseRedirect(settings.LOGOUT_REDIRECT_URL, status=303)
