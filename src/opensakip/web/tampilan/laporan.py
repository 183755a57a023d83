"""The report: its snapshots and formats, making one with progress, downloads, and what changed."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from opensakip.dokumen.laman import sidik_gaya
from opensakip.inti.errors import TidakAda
from opensakip.pelaporan import antrean, keluaran, riwayat
from opensakip.pelaporan.kode import kode_pendek
from opensakip.web.tampilan.umum import baca, halaman


def _simpanan() -> Path:
    """Where finished reports are kept."""
    return Path(settings.OPENSAKIP_DATA) / "simpanan" / "laporan"


#: A report shown in the browser may use its own style sheet, named by its hash, and nothing else.
_KEBIJAKAN_BACA = (
    "default-src 'none'; style-src '{gaya}'; img-src data:; form-action 'none'; base-uri 'none'; "
    "frame-ancestors 'none'"
)


def _nomor(teks: str) -> int | None:
    """Number of a snapshot in an address; None for the newest.

    Raises:
        TidakAda: not a number.
    """
    if not teks:
        return None
    if not (teks.isascii() and teks.isdigit() and len(teks) < 7):
        raise TidakAda(teks)
    return int(teks)


@require_safe
def berkas(request: HttpRequest, slug: str, tahun: int, format: str) -> HttpResponse:
    """The LKjIP of the newest snapshot, or of ``?nomor=``. Its tag is the hash of the snapshot: same, 304.

    ``?baca=1`` shows the HTML form in the browser instead of saving it.

    Raises:
        TidakAda: nothing there for this visitor.
        BelumAdaData: no agreed indicator yet; answered with the mend.
    """
    nomor = _nomor(request.GET.get("nomor", ""))
    cuplikan = keluaran.cuplikan_utuh(request.user, slug, tahun, nomor)
    baca_saja = format == "html" and bool(request.GET.get("baca"))
    tanda = f'"{keluaran.tanda_keluaran(cuplikan)}-{format}{"-baca" if baca_saja else ""}"'
    sama = get_conditional_response(request, etag=tanda)
    if sama is not None:
        return sama
    isi = keluaran.berkas_cuplikan(cuplikan, format, simpanan=_simpanan())
    jawaban = HttpResponse(isi, content_type=keluaran.JENIS_ISI[format])
    if baca_saja:
        jawaban.headers["Content-Security-Policy"] = _KEBIJAKAN_BACA.format(gaya=sidik_gaya(isi))
    else:
        nama = f"lkjip-{slug}-{tahun}{f'-{nomor}' if nomor else ''}.{format}"
        jawaban.headers["Content-Disposition"] = f'attachment; filename="{nama}"'
    jawaban.headers["ETag"] = tanda
    return jawaban


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
    lama, baru, beda, semua = riwayat.selisih_cuplikan(
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
        cuplikan=semua,
    )


@require_safe
def kode(request: HttpRequest, kode: str) -> HttpResponse:
    """Find the report that carries a short code, for those who may read it."""
    slug, tahun, nomor = riwayat.menurut_kode(request.user, kode)
    return HttpResponseRedirect(f"{reverse('web:laporan', args=[slug, tahun])}#c{nomor}")
