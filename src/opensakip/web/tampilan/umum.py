"""What every page of an agency and year needs: the snapshot, and the frame around it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from opensakip.akun import penjaga
from opensakip.inti.errors import TidakAda
from opensakip.pelaporan import selectors
from opensakip.reviu.selectors import putaran_terakhir, ruang
from opensakip.web.penyaji.bacaan import Bacaan
from opensakip.web.penyaji.siklus import siklus


def nama_pengguna(request: HttpRequest) -> str:
    """Jabatan of the account that is signed in; empty for visitors."""
    return str(request.user) if request.user.is_authenticated else ""


def alamat_sendiri(request: HttpRequest, lanjut: str, lain: str) -> str:
    """The address if it is one of our own host, else ``lain``: nobody is led elsewhere."""
    aman = url_has_allowed_host_and_scheme(
        lanjut, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return lanjut if aman else lain


def alamat_pengunjung(request: HttpRequest) -> str:
    """Network address of the visitor: the one our own proxy saw last, else that of the connection."""
    langsung = str(request.META.get("REMOTE_ADDR", ""))
    lewat = str(request.META.get("HTTP_X_FORWARDED_FOR", "")) if settings.OPENSAKIP_PROKSI else ""
    return lewat.rpartition(",")[2].strip() or langsung


def baca(request: HttpRequest, slug: str, tahun: int) -> Bacaan:
    """Read the frozen figures of a year, as far as this visitor may see them.

    Raises:
        TidakAda: unknown, not frozen, or not for this visitor (answered 404 by the middleware).
    """
    penjaga.ingat(request.user)
    isi = selectors.isi_tahun(request.user, slug, tahun)
    return Bacaan(
        isi=isi, alamat=reverse("web:tahun", args=[slug, tahun]), sidik=isi["meta"].get("sidik", "")
    )


def _reviu(request: HttpRequest, b: Bacaan) -> tuple[str, str, str] | None:
    """Fact, state and address of the review; None for those for whom it does not exist."""
    if not request.user.is_authenticated:
        return None
    slug = str(b.meta["instansi"]["slug"])
    try:
        akhir = putaran_terakhir(ruang(request.user, slug), b.tahun)
    except TidakAda:
        return None
    alamat = reverse("web:reviu", args=[slug, b.tahun])
    if akhir is None:
        return _("Belum dimulai"), "kosong", alamat
    if akhir.keadaan == "selesai":
        return _("Pernyataan terbit"), "ok", alamat
    return _("Putaran %(nomor)s") % {"nomor": akhir.putaran}, "jalan", alamat


def halaman(request: HttpRequest, templat: str, b: Bacaan, kini: str = "", **konteks: Any) -> HttpResponse:
    """Render a page of an agency and year inside the frame; ``kini`` is its stage of the cycle.

    A page with a breadcrumb (``remah``) begins it with the home of the agency.
    """
    if "remah" in konteks:
        instansi = b.meta["instansi"]
        rumah = reverse("web:instansi", args=[instansi["slug"]])
        konteks["remah"] = [(instansi.get("singkatan") or instansi["nama"], rumah), *konteks["remah"]]
    dasar = {"b": b, "siklus": siklus(b, kini, _reviu(request, b)), "pengguna": nama_pengguna(request)}
    return render(request, templat, dasar | konteks)
