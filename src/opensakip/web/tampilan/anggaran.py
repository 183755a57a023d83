"""The plan with its money as a tree table."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from opensakip.web.penyaji import tata
from opensakip.web.penyaji.bagan import geser_pagu
from opensakip.web.penyaji.pohon import pohon
from opensakip.web.penyaji.rupiah import miliar
from opensakip.web.tampilan.umum import baca, halaman


@require_safe
def anggaran(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """All rows of the plan; ``?buka=semua`` opens every branch, each ``?buka=<id>`` one of them."""
    b = baca(request, slug, tahun)
    buka = request.GET.getlist("buka")
    tabel = pohon(b, buka=buka)
    geser = geser_pagu(b)
    beda = tabel.selisih.nilai if tabel and tabel.selisih else None
    return halaman(
        request,
        "anggaran/halaman.html",
        b,
        "rencana",
        judul=_("Pohon anggaran %(tahun)s") % {"tahun": tahun},
        remah=[(_("Kinerja %(tahun)s") % {"tahun": tahun}, b.alamat)],
        judul_remah=_("Pohon anggaran"),
        semua_terbuka="semua" in buka,
        pohon=tabel,
        geser=geser,
        judul_geser=tata.judul_geser(geser),
        jumlah_geser="" if beda is None else miliar(beda),
        satuan_pagu=tata.satuan_pagu(b),
        dokumen=tata.dokumen_anggaran(b),
        judul_kolom={k["kunci"]: k["judul"] for k in b.bagian("anggaran", {}).get("kolom", ())},
    )
