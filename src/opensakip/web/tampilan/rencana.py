"""The planning stage: documents with targets over the years, and the pohon kinerja; both also as files."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from opensakip.inti.errors import TidakAda
from opensakip.web.penyaji import kinerja, kinerja_tampil, lembaran_rencana
from opensakip.web.penyaji import renstra as penyaji
from opensakip.web.tampilan.umum import baca, halaman
from opensakip.web.tampilan.unduhan import unduh


@require_safe
def renstra(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Vision, missions, and every document with results: rows, indicators, targets, versions, gaps."""
    b = baca(request, slug, tahun)
    semua = penyaji.dokumen(b)
    utama = next((d for d in semua if d.menengah and d.masa), None)
    return halaman(
        request,
        "rencana/renstra.html",
        b,
        "rencana",
        judul=_("Rencana strategis %(masa)s") % {"masa": utama.masa} if utama else _("Rencana strategis"),
        remah=[(_("Kinerja %(tahun)s") % {"tahun": tahun}, b.alamat)],
        judul_remah=_("Rencana strategis"),
        arah=penyaji.arah(b),
        dokumen=semua,
        kosong=penyaji.tanpa_hasil(b),
        utama=utama,
        celah=penyaji.celah(b, semua),
    )


@require_safe
def renstra_lembar(request: HttpRequest, slug: str, tahun: int, format: str) -> HttpResponse:
    """Rows, indicators and targets of all documents as XLSX or CSV.

    Raises:
        TidakAda: no document with results for this visitor.
    """
    b = baca(request, slug, tahun)
    semua = penyaji.dokumen(b)
    if not semua:
        raise TidakAda(_("Rencana strategis tahun itu belum ada."))
    return unduh(request, b, lembaran_rencana.renstra(b, semua), f"renstra-{slug}-{tahun}", format)


@require_safe
def pohon(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """The pohon kinerja; ``q``, ``unit`` and ``tampil`` narrow it, ``bentuk=tabel`` shows it as a table."""
    b = baca(request, slug, tahun)
    p = kinerja_tampil.tanya(request.GET, request.GET.getlist("buka"))
    pohon = kinerja.pohon_kinerja(b)
    return halaman(
        request,
        "rencana/pohon.html",
        b,
        "rencana",
        judul=_("Pohon kinerja %(tahun)s") % {"tahun": tahun},
        remah=[(_("Kinerja %(tahun)s") % {"tahun": tahun}, b.alamat)],
        judul_remah=_("Pohon kinerja"),
        pohon=pohon,
        p=p,
        t=kinerja_tampil.tampilkan(pohon, p) if pohon else None,
        baris=kinerja_tampil.baris(pohon, p) if pohon and p.tabel else (),
    )


@require_safe
def pohon_lembar(request: HttpRequest, slug: str, tahun: int, format: str) -> HttpResponse:
    """The nodes that the same query shows, one row for each indicator, as XLSX or CSV.

    Raises:
        TidakAda: no tree for this visitor.
    """
    b = baca(request, slug, tahun)
    pohon = kinerja.pohon_kinerja(b)
    if pohon is None:
        raise TidakAda(_("Pohon kinerja tahun itu belum ada."))
    tanya = replace(kinerja_tampil.tanya(request.GET), tabel=True)
    baris = kinerja_tampil.baris(pohon, tanya)
    return unduh(request, b, lembaran_rencana.pohon(b, baris), f"pohon-kinerja-{slug}-{tahun}", format)
