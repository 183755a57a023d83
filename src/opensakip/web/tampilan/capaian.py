"""All indicators of a year: as a list with filters in the address, and as files of exactly that list."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from opensakip.inti.errors import TidakDapatDilakukan
from opensakip.web.penyaji import catatan, lembar_capaian
from opensakip.web.penyaji.capaian import BATAS_RINCI, baca_saringan, daftar_capaian, rincian
from opensakip.web.penyaji.instrumen import instrumen
from opensakip.web.tampilan.umum import baca, halaman
from opensakip.web.tampilan.unduhan import unduh


@require_safe
def capaian(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """The list, then what it adds up to: sasaran, efficiency, instruments, and the years before."""
    b = baca(request, slug, tahun)
    d = daftar_capaian(b, request.GET)
    return halaman(
        request,
        "capaian/halaman.html",
        b,
        "pengukuran",
        judul=_("Capaian kinerja %(tahun)s") % {"tahun": tahun},
        remah=[(_("Kinerja %(tahun)s") % {"tahun": tahun}, b.alamat)],
        judul_remah=_("Capaian"),
        d=d,
        banyak_catatan=catatan.banyak_per_indikator(b),
        rinci=rincian(b, d),
        batas_rinci=BATAS_RINCI,
        instrumen_tabel=instrumen(b),
    )


@require_safe
def berkas(request: HttpRequest, slug: str, tahun: int, format: str) -> HttpResponse:
    """The same rows in the same order as a file; ``?bentuk=mesin`` gives CSV with comma and point.

    Raises:
        TidakDapatDilakukan: the address asks for a filter that names nothing; a file of other rows than
            asked for would mislead.
    """
    b = baca(request, slug, tahun)
    saringan, salah = baca_saringan(b, request.GET)
    if salah:
        raise TidakDapatDilakukan(" ".join(salah))
    tabel = lembar_capaian.tabel(b, saringan, mesin=request.GET.get("bentuk") == "mesin")
    return unduh(request, b, tabel, f"capaian-{slug}-{tahun}", format)
