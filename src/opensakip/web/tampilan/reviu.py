"""Review of the report: rounds, findings beside the text, checklist, notes and statement."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from opensakip.audit.services import Pelaku
from opensakip.inti.errors import TidakAda
from opensakip.pelaporan import keluaran
from opensakip.pelaporan.models import Laporan
from opensakip.pelaporan.selectors import cuplikan_terkini
from opensakip.reviu import latar, rules, selectors, services
from opensakip.reviu.cetak import buat_naskah
from opensakip.reviu.errors import ReviuTidakSah
from opensakip.reviu.models import Reviu
from opensakip.web.penyaji import reviu as penyaji
from opensakip.web.tampilan.umum import baca, halaman

JENIS_ISI = {k: keluaran.JENIS_ISI[k] for k in ("pdf", "docx")}


def _pelaku(request: HttpRequest, r: selectors.Ruang) -> Pelaku:
    return Pelaku(
        nama=str(request.user),
        peran=", ".join(r.cakupan.peran),
        sumber="web",
        uid=getattr(request.user, "uid", None),
    )


def _boleh(syarat: bool) -> None:
    """Refuse an act outside the assignment with 403; what exists for this person stays visible."""
    if not syarat:
        raise PermissionDenied


def _ke(slug: str, tahun: int, putaran: int | None = None, jangkar: str = "") -> HttpResponse:
    alamat = (
        reverse("web:reviu", args=[slug, tahun])
        if putaran is None
        else reverse("web:reviu-putaran", args=[slug, tahun, putaran])
    )
    return HttpResponseRedirect(alamat + (f"#{jangkar}" if jangkar else ""), status=303)


@require_safe
def daftar(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """The rounds of a year, and the door to a new one."""
    b = baca(request, slug, tahun)
    r = selectors.ruang(request.user, slug)
    cuplikan, _cakupan = cuplikan_terkini(request.user, slug, tahun)
    putaran = selectors.semua_reviu(r, tahun)
    laporan = Laporan.semua.filter(cuplikan=cuplikan).first()
    sah = any(p.surat and p.surat.sidik_laporan == cuplikan.sidik for p in putaran)
    return halaman(
        request,
        "reviu/daftar.html",
        b,
        "reviu",
        judul=_("Reviu laporan kinerja %(tahun)s") % {"tahun": tahun},
        remah=[(_("Kinerja %(tahun)s") % {"tahun": tahun}, b.alamat)],
        judul_remah=_("Reviu"),
        putaran=putaran,
        berjalan=any(p.reviu.keadaan == "memeriksa" for p in putaran),
        aktif=any(p.reviu.keadaan in ("memeriksa", "berjalan") for p in putaran),
        boleh_membuka=rules.boleh_membuka(r.cakupan),
        cuplikan=cuplikan,
        ada_laporan=bool(b.bagian("indikator")),
        sah=sah,
        ditetapkan=bool(laporan and laporan.keadaan == "ditetapkan"),
        boleh_menetapkan=rules.boleh_menanggapi(r.cakupan),
        batas_mb=settings.OPENSAKIP_UNGGAH_MB,
    )


@require_POST
def buka(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Begin a round on the frozen report or on an uploaded file."""
    r = selectors.ruang(request.user, slug)
    _boleh(rules.boleh_membuka(r.cakupan))
    oleh = _pelaku(request, r)
    unggahan = request.FILES.get("berkas")
    if request.POST.get("sumber") == "unggahan":
        if unggahan is None:
            raise ReviuTidakSah(_("Belum ada berkas yang dipilih. Pilih PDF, DOCX, atau teks laporannya."))
        if (unggahan.size or 0) > settings.OPENSAKIP_UNGGAH_MB * 1024 * 1024:
            raise ReviuTidakSah(
                _("Berkas lebih besar daripada %(mb)s MB. Kecilkan, atau pisahkan lampirannya.")
                % {"mb": settings.OPENSAKIP_UNGGAH_MB}
            )
        isi = unggahan.read()
        reviu = services.buka_reviu(
            instansi=r.instansi, tahun=tahun, oleh=oleh, nama_berkas=str(unggahan.name), isi=isi
        )
        latar.mulai(reviu, str(unggahan.name), lambda: isi, oleh)
    else:
        cuplikan, _cakupan = cuplikan_terkini(request.user, slug, tahun)
        reviu = services.buka_reviu(instansi=r.instansi, tahun=tahun, oleh=oleh, cuplikan=cuplikan)
        latar.mulai(reviu, f"lkjip-{slug}-{tahun}.pdf", lambda: keluaran.buat(cuplikan, "pdf").isi, oleh)
    return _ke(slug, tahun, reviu.putaran)


def _putaran(request: HttpRequest, slug: str, tahun: int, putaran: int) -> tuple[selectors.Ruang, Reviu]:
    r = selectors.ruang(request.user, slug)
    return r, selectors.satu_reviu(r, tahun, putaran)


def _remah(b: Any, slug: str, tahun: int) -> list[tuple[str, str]]:
    return [
        (_("Kinerja %(tahun)s") % {"tahun": tahun}, b.alamat),
        (_("Reviu"), reverse("web:reviu", args=[slug, tahun])),
    ]


@require_safe
def putaran(request: HttpRequest, slug: str, tahun: int, putaran: int) -> HttpResponse:
    """The text beside the findings, each with its decision."""
    b = baca(request, slug, tahun)
    r, reviu = _putaran(request, slug, tahun, putaran)
    temuan = selectors.temuan_reviu(reviu)
    saringan = penyaji.saringan(request.GET)
    terpilih = penyaji.pilih(temuan, saringan)
    return halaman(
        request,
        "reviu/putaran.html",
        b,
        "reviu",
        judul=_("Reviu %(tahun)s putaran %(putaran)s") % {"tahun": tahun, "putaran": putaran},
        remah=_remah(b, slug, tahun),
        judul_remah=_("Putaran %(putaran)s") % {"putaran": putaran},
        reviu=reviu,
        temuan=terpilih,
        lembar=penyaji.lembar(reviu.naskah, {t.urut for t in terpilih}),
        hitung=selectors.ringkas(temuan),
        perubahan=selectors.perubahan(reviu, temuan),
        saringan=saringan,
        jenis=penyaji.jenis(temuan),
        pernyataan=selectors.pernyataan_reviu(reviu),
        belum_dijawab=sum(1 for i in selectors.isian_reviu(reviu) if not i.jawaban),
        mereviu=rules.boleh_mereviu(r.cakupan) and reviu.keadaan == "berjalan",
        menanggapi=rules.boleh_menanggapi(r.cakupan) and reviu.keadaan in ("berjalan", "dikembalikan"),
        alamat_putaran=reverse("web:reviu-putaran", args=[slug, tahun, putaran]),
    )


@require_POST
def temuan(request: HttpRequest, slug: str, tahun: int, putaran: int, urut: int) -> HttpResponse:
    """Decide one finding, or answer it."""
    r, reviu = _putaran(request, slug, tahun, putaran)
    t = selectors.satu_temuan(reviu, urut)
    tindakan, teks = request.POST.get("tindakan", ""), request.POST.get("teks", "")
    oleh = _pelaku(request, r)
    if tindakan == "tanggapi":
        _boleh(rules.boleh_menanggapi(r.cakupan))
        services.tanggapi(temuan=t, tanggapan=teks, oleh=oleh)
    else:
        _boleh(rules.boleh_mereviu(r.cakupan))
        keputusan = {"terima": "diterima", "tolak": "ditolak", "batal": "baru"}.get(tindakan, "")
        services.putuskan(temuan=t, keputusan=keputusan, alasan=teks, oleh=oleh)
    return _ke(slug, tahun, putaran, f"t{urut}")


@require_POST
def tambah(request: HttpRequest, slug: str, tahun: int, putaran: int) -> HttpResponse:
    """Add a finding of the reviewer's own."""
    r, reviu = _putaran(request, slug, tahun, putaran)
    _boleh(rules.boleh_mereviu(r.cakupan))
    isian = {
        k: request.POST.get(k, "")
        for k in ("judul", "kalimat", "tingkat", "tempat", "tercetak", "seharusnya")
    }
    t = services.tambah_temuan(reviu=reviu, data=services.DataTemuan(**isian), oleh=_pelaku(request, r))
    return _ke(slug, tahun, putaran, f"t{t.urut}")


@require_http_methods(["GET", "HEAD", "POST"])
def daftar_uji(request: HttpRequest, slug: str, tahun: int, putaran: int) -> HttpResponse:
    """The checklist: what the system knows beside what the person confirms."""
    r, reviu = _putaran(request, slug, tahun, putaran)
    mereviu = rules.boleh_mereviu(r.cakupan)
    if request.method == "POST":
        _boleh(mereviu)
        kode = [i.kode for i in selectors.isian_reviu(reviu)]
        jawaban = {k: (request.POST.get(f"j-{k}", ""), request.POST.get(f"k-{k}", "")) for k in kode}
        services.jawab_daftar(reviu=reviu, jawaban=jawaban, oleh=_pelaku(request, r))
        return HttpResponseRedirect(request.path, status=303)
    b = baca(request, slug, tahun)
    isian = selectors.isian_reviu(reviu)
    return halaman(
        request,
        "reviu/daftar_uji.html",
        b,
        "reviu",
        judul=_("Daftar uji reviu %(tahun)s putaran %(putaran)s") % {"tahun": tahun, "putaran": putaran},
        remah=[
            *_remah(b, slug, tahun),
            (
                _("Putaran %(putaran)s") % {"putaran": putaran},
                reverse("web:reviu-putaran", args=[slug, tahun, putaran]),
            ),
        ],
        judul_remah=_("Daftar uji"),
        reviu=reviu,
        bagian=penyaji.bagian_daftar(isian),
        alamat_putaran=reverse("web:reviu-putaran", args=[slug, tahun, putaran]),
        sisa=sum(1 for i in isian if not i.jawaban),
        mereviu=mereviu and reviu.keadaan == "berjalan",
    )


@require_POST
def kembalikan(request: HttpRequest, slug: str, tahun: int, putaran: int) -> HttpResponse:
    """Send the accepted findings to the unit."""
    r, reviu = _putaran(request, slug, tahun, putaran)
    _boleh(rules.boleh_mereviu(r.cakupan))
    services.kembalikan(reviu=reviu, catatan=request.POST.get("catatan", ""), oleh=_pelaku(request, r))
    return _ke(slug, tahun, putaran)


@require_POST
def nyatakan(request: HttpRequest, slug: str, tahun: int, putaran: int) -> HttpResponse:
    """Issue the statement."""
    r, reviu = _putaran(request, slug, tahun, putaran)
    _boleh(rules.boleh_mereviu(r.cakupan))
    try:
        tanggal = date.fromisoformat(request.POST.get("tanggal", ""))
    except ValueError as sebab:
        raise ReviuTidakSah(_("Tanggal pernyataan belum diisi. Tulis tanggalnya.")) from sebab
    isian = {k: request.POST.get(k, "") for k in ("simpulan", "jabatan", "nomor", "perhatian")}
    data = services.DataPernyataan(tanggal=tanggal, **isian)
    services.nyatakan(reviu=reviu, data=data, oleh=_pelaku(request, r))
    return _ke(slug, tahun, putaran)


@require_POST
def tetapkan(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Set the newest report as signed; refused without a statement on its very hash."""
    r = selectors.ruang(request.user, slug)
    _boleh(rules.boleh_menanggapi(r.cakupan))
    cuplikan, _cakupan = cuplikan_terkini(request.user, slug, tahun)
    laporan = Laporan.semua.select_related("cuplikan", "instansi").filter(cuplikan=cuplikan).first()
    if laporan is None:
        raise TidakAda(_("Pembekuan ini belum mempunyai laporan."))
    services.tetapkan_laporan(laporan=laporan, oleh=_pelaku(request, r))
    return _ke(slug, tahun)


@require_safe
def naskah(
    request: HttpRequest, slug: str, tahun: int, putaran: int, naskah: str, format: str
) -> HttpResponse:
    """Notes or statement as PDF or DOCX."""
    _r, reviu = _putaran(request, slug, tahun, putaran)
    isi = buat_naskah(reviu, naskah, format)
    jawaban = HttpResponse(isi, content_type=JENIS_ISI[format])
    nama = f"{naskah}-reviu-{slug}-{tahun}-{putaran}.{format}"
    jawaban.headers["Content-Disposition"] = f'attachment; filename="{nama}"'
    return jawaban
