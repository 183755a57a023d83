"""Regulations in force: public, because everybody may know by what they are judged."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from opensakip import peraturan
from opensakip.inti import jam
from opensakip.inti.errors import TidakAda
from opensakip.peraturan.indeks import NAMA_JENIS
from opensakip.web.penyaji import peraturan as penyaji
from opensakip.web.tampilan.umum import nama_pengguna


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """All rules by kind; ``?q=`` words, ``?keadaan=`` one state."""
    tanya = " ".join(request.GET.get("q", "").split())[:100]
    pilih = request.GET.get("keadaan", "")
    nama = penyaji.nama_keadaan()
    pilih = pilih if pilih in nama else ""
    kelompok = penyaji.daftar(jam.hari_ini(), tanya.casefold().split(), pilih)
    konteks = {
        "judul": _("Peraturan yang dipakai"),
        "pengguna": nama_pengguna(request),
        "kelompok": kelompok,
        "banyak": sum(len(k) for k in kelompok.values()),
        "semua": len(peraturan.daftar_id()),
        "tanya": tanya,
        "pilih": pilih,
        "nama_keadaan": nama,
        "tag": peraturan.TAG,
    }
    return render(request, "peraturan/daftar.html", konteks)


@require_safe
def aturan(request: HttpRequest, id: str) -> HttpResponse:
    """One rule: what it says, since when, by which text, how well that text was read.

    Raises:
        TidakAda: no such rule.
    """
    if id not in peraturan.daftar_id():
        raise TidakAda(id)
    r = peraturan.riwayat(id)
    hari = jam.hari_ini()
    konteks = {
        "judul": r.versi[-1].judul,
        "pengguna": nama_pengguna(request),
        "remah": [(_("Peraturan"), reverse("web:peraturan"))],
        "r": r,
        "versi": penyaji.versi(r, hari),
        "keadaan": penyaji.keadaan(r, hari),
        "nama_keadaan": penyaji.nama_keadaan(),
        "nama_jenis": NAMA_JENIS[r.versi[-1].jenis],
        "tag": peraturan.TAG,
        "penerus": [(p, peraturan.riwayat(p).versi[-1].judul) for p in r.versi[-1].penerus],
    }
    return render(request, "peraturan/aturan.html", konteks)
