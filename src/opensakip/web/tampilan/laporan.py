"""The report: its snapshots and formats, making one with progress, downloads, and what changed."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from opensakip.inti.errors import TidakAda
from opensakip.pelaporan import antrean, keluaran, riwayat
from opensakip.pelaporan.kode import kode_pendek
from opensakip.web.tampilan.umum import baca, halaman


def _simpanan() -> Path:
    """Where finished reports are kept."""
    return Path(settings.OPENSAKIP_DATA) / "simpanan" / "laporan"


@require_safe
def berkas(request: HttpRequest, slug: str, tahun: int, format: str) -> HttpResponse:
    """The LKjIP of the newest snapshot. Its tag is the hash of the snapshot: unchanged figures, 304.

    Raises:
        TidakAda: nothing there for this visitor.
        BelumAdaData: no agreed indicator yet; answered with the mend.
    """
    cuplikan, isi = keluaran.berkas_untuk(request.user, slug, tahun, format, simpanan=_simpanan())
    tanda = f'"{keluaran.tanda_keluaran(cuplikan)}-{format}"'
    jawaban = HttpResponse(isi, content_type=keluaran.JENIS_ISI[format])
    jawaban.headers["Content-Disposition"] = f'attachment; filename="lkjip-{slug}-{tahun}.{format}"'
    jawaban.headers["ETag"] = tanda
    return get_conditional_response(request, etag=tanda, response=jawaban) or jawaban


@require_safe
def daftar(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Snapshots of the year and the state of every format; the page looks again while one is made."""
    b = baca(request, slug, tahun)
    cuplikan, riwayat_tahun = riwayat.semua_cuplikan(request.user, slug, tahun)
    bentuk = [antrean.keadaan(cuplikan, f, _simpanan()) for f in keluaran.FORMAT]
    return halaman(
        request,
        "laporan/halaman.html",
        b,
        "laporan",
        judul=_("Laporan kinerja %(tahun)s") % {"tahun": tahun},
        remah=[(_("Kinerja %(tahun)s") % {"tahun": tahun}, b.alamat)],
        judul_remah=_("Laporan"),
        bentuk=bentuk,
        berjalan=any(k.berjalan for k in bentuk),
        ada_laporan=bool(b.bagian("indikator")),
        cuplikan=riwayat_tahun,
        kode=kode_pendek(cuplikan.sidik),
        sidik=cuplikan.sidik,
    )


@require_POST
def susun(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Begin to make one format; the page of reports then shows how far it is."""
    cuplikan = keluaran.cuplikan_utuh(request.user, slug, tahun)
    format = str(request.POST.get("format") or "")
    if format not in keluaran.FORMAT:
        raise TidakAda(_("Bentuk laporan tidak dikenal; yang ada: PDF, DOCX, dan HTML."))
    antrean.mulai(cuplikan, format, _simpanan())
    return HttpResponseRedirect(reverse("web:laporan", args=[slug, tahun]))


def _judul_selisih(lama: int, baru: int) -> str:
    if lama == baru:
        return str(_("Belum ada pembekuan lain untuk dibandingkan"))
    return str(_("Perubahan dari cuplikan %(lama)s ke %(baru)s") % {"lama": lama, "baru": baru})


@require_safe
def selisih(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """What changed between two snapshots; without numbers the newest against the one before."""
    b = baca(request, slug, tahun)
    lama, baru, beda = riwayat.selisih_cuplikan(
        request.user, slug, tahun, request.GET.get("dari", ""), request.GET.get("ke", "")
    )
    alamat = reverse("web:laporan", args=[slug, tahun])
    return halaman(
        request,
        "laporan/selisih.html",
        b,
        "laporan",
        judul=_judul_selisih(lama["nomor"], baru["nomor"]),
        remah=[(_("Kinerja %(tahun)s") % {"tahun": tahun}, b.alamat), (_("Laporan"), alamat)],
        judul_remah=_("Perubahan"),
        lama=lama,
        baru=baru,
        beda=beda,
    )


@require_safe
def kode(request: HttpRequest, kode: str) -> HttpResponse:
    """Find the report that carries a short code, for those who may read it."""
    slug, tahun, nomor = riwayat.menurut_kode(request.user, kode)
    return HttpResponseRedirect(f"{reverse('web:laporan', args=[slug, tahun])}#c{nomor}")
