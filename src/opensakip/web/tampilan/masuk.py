"""Signing in and out."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import login, logout
from django.contrib.auth.forms import AuthenticationForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from opensakip.web.tampilan.umum import nama_pengguna


def _tujuan(request: HttpRequest, lanjut: str) -> str:
    """Where to go after signing in: only an address of our own host, else the list."""
    aman = url_has_allowed_host_and_scheme(
        lanjut, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return lanjut if aman else settings.LOGIN_REDIRECT_URL


@sensitive_post_parameters("password")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def masuk(request: HttpRequest) -> HttpResponse:
    """Sign in. One message for every refusal, so that accounts cannot be probed; 422 keeps the name."""
    lanjut = request.POST.get("next") or request.GET.get("next") or ""
    if request.user.is_authenticated:
        return redirect(_tujuan(request, lanjut))
    konteks = {
        "judul": _("Masuk"),
        "lanjut": lanjut,
        "galat": "",
        "nama_diketik": "",
        "pengguna": nama_pengguna(request),
        "contoh_terbuka": settings.OPENSAKIP_BACA_CONTOH,
    }
    if request.method != "POST":
        return render(request, "masuk.html", konteks)
    formulir = AuthenticationForm(request, data=request.POST)
    if formulir.is_valid():
        login(request, formulir.get_user())
        return HttpResponseRedirect(_tujuan(request, lanjut), status=303)
    konteks["galat"] = _("Alamat surel atau kata sandi tidak cocok. Periksa keduanya, lalu coba lagi.")
    konteks["nama_diketik"] = request.POST.get("username", "")
    return render(request, "masuk.html", konteks, status=422)


@require_POST
def keluar(request: HttpRequest) -> HttpResponse:
    """Sign out and lead to the list."""
    logout(request)
    return HttpResponseRedirect(settings.LOGOUT_REDIRECT_URL, status=303)
