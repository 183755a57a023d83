"""The performance agreement: its versions side by side, and the form of each as a file."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from opensakip.pelaporan import keluaran
from opensakip.pelaporan.berkas_pk import buat_pk
from opensakip.web.penyaji import pertentangan
from opensakip.web.penyaji.pk import pasangan
from opensakip.web.tampilan.umum import baca, halaman


@require_safe
def perjanjian(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Two versions side by side; ``?baru=<number>`` chooses the right one, ``?lama=`` the left one."""
    b = baca(request, slug, tahun)
    pk = pasangan(b, request.GET.get("lama", ""), request.GET.get("baru", ""))
    return halaman(
        request,
        "pk/halaman.html",
        b,
        "perjanjian",
        judul=_("Perjanjian kinerja %(tahun)s") % {"tahun": tahun},
        remah=[(_("Kinerja %(tahun)s") % {"tahun": tahun}, b.alamat)],
        judul_remah=_("Perjanjian"),
        pk=pk,
        pertentangan=pertentangan.pertentangan(b, pk),
        tercetak_lain=pertentangan.tercetak_lain(b, pk),
    )


@require_safe
def berkas(request: HttpRequest, slug: str, tahun: int, nomor: int, format: str) -> HttpResponse:
    """The form of one version; it speaks for the whole agency, so holders of single units have none.

    Raises:
        TidakAda: nothing there for this visitor, or no such version.
    """
    cuplikan = keluaran.cuplikan_utuh(request.user, slug, tahun)
    tanda = f'"{keluaran.tanda_keluaran(cuplikan)}-pk-{nomor}-{format}"'
    sama = get_conditional_response(request, etag=tanda)
    if sama is not None:
        return sama
    isi = buat_pk(cuplikan, nomor, format)
    jawaban = HttpResponse(isi, content_type=keluaran.JENIS_ISI[format])
    jawaban.headers["Content-Disposition"] = f'attachment; filename="pk-{slug}-{tahun}-{nomor}.{format}"'
    jawaban.headers["ETag"] = tanda
    return jawaban
