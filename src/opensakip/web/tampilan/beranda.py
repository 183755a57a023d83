"""The home of an agency."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from opensakip.akun import penjaga
from opensakip.inti import jam
from opensakip.pelaporan import beranda as selektor
from opensakip.web.penyaji import beranda as penyaji
from opensakip.web.penyaji.bacaan import Bacaan
from opensakip.web.penyaji.kabar import kabar
from opensakip.web.penyaji.pokok import pokok
from opensakip.web.tampilan.impor import alamat_impor
from opensakip.web.tampilan.umum import halaman, nama_pengguna

_MENONJOL = 4


@require_safe
def beranda(request: HttpRequest, slug: str) -> HttpResponse:
    """Where the cycle stands, what stands out, what happened last, and the years that can be opened.

    Raises:
        TidakAda: unknown agency, or not for this visitor.
    """
    penjaga.ingat(request.user)
    h = selektor.beranda(request.user, slug)
    dasar: dict[str, Any] = {
        "instansi": h.instansi,
        "judul": h.instansi.nama,
        "tahun_beku": h.tahun,
        "kabar": kabar(h.kejadian),
        "impor": alamat_impor(
            request, slug, h.tahun[0].tahun if h.tahun else jam.hari_ini(h.instansi.zona).year
        ),
    }
    if h.isi is None:
        konteks = dasar | {"pengguna": nama_pengguna(request)}
        return render(request, "beranda/halaman.html", konteks)
    tahun = h.tahun[0].tahun
    b = Bacaan(h.isi, reverse("web:tahun", args=[slug, tahun]), h.isi["meta"].get("sidik", ""))
    menonjol = pokok(b)
    kotak = penyaji.kotak_unit(b)
    return halaman(
        request,
        "beranda/halaman.html",
        b,
        hal=penyaji.hal(b),
        hitungan=penyaji.hitungan(b),
        menonjol=menonjol[:_MENONJOL],
        sisa_menonjol=len(menonjol) - _MENONJOL,
        kotak=kotak,
        legenda=penyaji.legenda(kotak),
        anak_judul=_("Siklus kinerja %(tahun)s") % {"tahun": tahun},
        **dasar,
    )
