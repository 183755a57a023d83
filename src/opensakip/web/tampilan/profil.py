"""One's own page: jabatan, assignments, password."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from opensakip.akun import selectors, services, tahan
from opensakip.akun.errors import MasukTertahan, SandiBaruLemah, SandiLamaSalah
from opensakip.audit.services import Pelaku
from opensakip.web.tampilan.umum import alamat_pengunjung, nama_pengguna


def _ganti(request: HttpRequest) -> tuple[str, str]:
    """Change the password of the form. Returns the field at fault and the message; both empty when done."""
    assert request.user.is_authenticated
    orang, alamat = request.user, alamat_pengunjung(request)
    baru = request.POST.get("baru", "")
    if baru != request.POST.get("ulang", ""):
        return "id_ulang", _("Ulangan kata sandi berbeda dari kata sandi baru. Ketik keduanya sekali lagi.")
    try:
        tahan.wajib_boleh(orang.surel, alamat)
        services.ganti_sandi(
            pengguna=orang,
            lama=request.POST.get("lama", ""),
            baru=baru,
            oleh=Pelaku(nama=orang.nama, sumber="web", uid=orang.uid),
        )
    except MasukTertahan as sebab:
        return "id_lama", str(sebab)
    except SandiLamaSalah as sebab:
        tahan.catat_gagal(orang.surel, alamat)
        return "id_lama", str(sebab)
    except SandiBaruLemah as sebab:
        return "id_baru", str(sebab)
    update_session_auth_hash(request, orang)
    return "", ""


@sensitive_post_parameters("lama", "baru", "ulang")
@require_http_methods(["GET", "HEAD", "POST"])
def profil(request: HttpRequest) -> HttpResponse:
    """Show who is signed in and what for; change the password. Other sessions of the person then end."""
    if not request.user.is_authenticated:
        return redirect_to_login(reverse("web:profil"), settings.LOGIN_URL)
    bidang, galat = _ganti(request) if request.method == "POST" else ("", "")
    if request.method == "POST" and not galat:
        return HttpResponseRedirect(f"{reverse('web:profil')}?diganti=1", status=303)
    konteks = {
        "judul": _("Profil"),
        "pengguna": nama_pengguna(request),
        "orang": request.user,
        "penugasan": selectors.penugasan(request.user),
        "bidang": bidang,
        "galat": galat,
        "diganti": request.GET.get("diganti") == "1",
        "nama_peran": {
            "operator": _("Operator"),
            "verifikator": _("Verifikator"),
            "koordinator": _("Koordinator SAKIP"),
            "pimpinan": _("Pimpinan"),
            "apip": _("APIP"),
            "evaluator": _("Evaluator"),
            "admin_instansi": _("Admin instansi"),
            "pembaca": _("Pembaca"),
        },
    }
    return render(request, "profil.html", konteks, status=422 if galat else 200)
