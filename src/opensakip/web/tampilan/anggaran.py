"""The plan with its money as a tree table, and the same rows as a file."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from opensakip.inti.errors import TidakAda
from opensakip.web.penyaji import lembaran, tata
from opensakip.web.penyaji.anggaran import rangka
from opensakip.web.penyaji.anggaran_tampil import SEMUA, Permintaan, permintaan, tampilkan
from opensakip.web.penyaji.bagan import geser_pagu
from opensakip.web.penyaji.rupiah import miliar, selisih
from opensakip.web.tampilan.umum import baca, halaman
from opensakip.web.tampilan.unduhan import unduh


def _permintaan(request: HttpRequest) -> Permintaan:
    return permintaan(request.GET, request.GET.getlist("buka"))


@require_safe
def anggaran(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Rows of the plan. ``?buka=semua`` opens every branch, each ``?buka=<id>`` one of them; ``q``, ``unit``,
    ``tingkat`` and ``arah`` narrow the rows."""
    b = baca(request, slug, tahun)
    p = _permintaan(request)
    r = rangka(b)
    geser = geser_pagu(b)
    bagian = b.bagian("anggaran", {})
    kolom = [k["kunci"] for k in bagian.get("kolom", ())][-2:]
    beda = selisih(*(b.nilai(bagian["jumlah"].get(k)) for k in kolom)).nilai if len(kolom) == 2 else None
    return halaman(
        request,
        "anggaran/halaman.html",
        b,
        "rencana",
        judul=_("Pohon anggaran %(tahun)s") % {"tahun": tahun},
        remah=[(_("Kinerja %(tahun)s") % {"tahun": tahun}, b.alamat)],
        judul_remah=_("Pohon anggaran"),
        p=p,
        tabel=tampilkan(b, r, p) if r else None,
        label=lembaran.label_uang(r) if r else [],
        semua_terbuka=SEMUA in p.buka,
        kueri_unduh=f"?{p.kueri()}" if p.menyaring else "",
        geser=geser,
        judul_geser=tata.judul_geser(geser),
        jumlah_geser="" if beda is None else miliar(beda),
        satuan_pagu=tata.satuan_pagu(b),
        dokumen=tata.dokumen_anggaran(b),
        judul_kolom={k["kunci"]: k["judul"] for k in bagian.get("kolom", ())},
    )


@require_safe
def lembar(request: HttpRequest, slug: str, tahun: int, format: str) -> HttpResponse:
    """The rows that the same query shows on the page, folded ones too, as XLSX or CSV.

    Raises:
        TidakAda: no plan for this visitor.
    """
    b = baca(request, slug, tahun)
    r = rangka(b)
    if r is None:
        raise TidakAda(_("Rencana anggaran tahun itu belum ada."))
    p = _permintaan(request)
    return unduh(request, b, lembaran.anggaran(b, r, p), f"anggaran-{slug}-{tahun}", format)
