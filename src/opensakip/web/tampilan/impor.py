"""Import of documents: upload, what it was recognised as, mapping, questions, preview, apply, undo."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from opensakip.akun import penjaga
from opensakip.audit.services import Pelaku
from opensakip.impor import rules, selectors, services
from opensakip.impor.errors import TidakDikenali
from opensakip.impor.models import Batch
from opensakip.inti.cakupan import Cakupan
from opensakip.inti.errors import TidakAda
from opensakip.organisasi.models import Instansi, Unit
from opensakip.web.penyaji import impor as penyaji
from opensakip.web.penyaji.bacaan import Bacaan
from opensakip.web.penyaji.siklus import siklus
from opensakip.web.tampilan.umum import baca, nama_pengguna


@dataclass(frozen=True, slots=True)
class Ruang:
    """The agency and the year, opened for somebody who may import."""

    instansi: Instansi
    cakupan: Cakupan
    tahun: int

    def unit(self) -> list[tuple[str, str]]:
        """Units that this person may choose, by code and name."""
        boleh = self.cakupan.kode_unit
        return [
            (k, nama)
            for k, nama in penyaji.pilihan_unit(self.instansi, self.tahun)
            if boleh is None or k in boleh
        ]

    def pelaku(self, request: HttpRequest) -> Pelaku:
        """Who acts, for the journal."""
        return Pelaku(
            nama=str(request.user),
            peran=", ".join(self.cakupan.peran),
            sumber="web",
            uid=getattr(request.user, "uid", None),
        )


def _ruang(request: HttpRequest, slug: str, tahun: int) -> Ruang:
    """Open the room; whoever may not import, or does not see the reporting unit, finds nothing here.

    Raises:
        TidakAda: unknown agency, a year that no data has, or not for this visitor.
    """
    instansi, cakupan = penjaga.cakupan(request.user, slug)
    seluruh = cakupan.kode_unit is None or instansi.unit_pelapor in cakupan.kode_unit
    if not rules.boleh_impor(cakupan.peran) or not seluruh or not 2000 <= tahun <= 2100:
        raise TidakAda(penjaga.PESAN_TIDAK_ADA.format(slug=slug))
    return Ruang(instansi, cakupan, tahun)


def alamat_impor(request: HttpRequest, slug: str, tahun: int) -> str:
    """Address of the import for somebody who may use it, else empty."""
    if not request.user.is_authenticated:
        return ""
    try:
        _ruang(request, slug, tahun)
    except TidakAda:
        return ""
    return reverse("web:impor", args=[slug, tahun])


def _halaman(
    request: HttpRequest, r: Ruang, templat: str, remah: list[tuple[str, str]], **konteks: Any
) -> HttpResponse:
    """Render inside the frame; with the cycle where the year is frozen already."""
    b: Bacaan | None = None
    try:
        b = baca(request, r.instansi.slug, r.tahun)
    except TidakAda:
        b = None
    dasar = {
        "b": b,
        "siklus": siklus(b, "") if b else [],
        "pengguna": nama_pengguna(request),
        "instansi": r.instansi,
        "tahun": r.tahun,
        "alamat": reverse("web:impor", args=[r.instansi.slug, r.tahun]),
        "remah": _remah(r, b) + remah,
    }
    return render(request, templat, dasar | konteks)


def _remah(r: Ruang, b: Bacaan | None) -> list[tuple[str, str]]:
    awal = [(r.instansi.nama, reverse("web:instansi", args=[r.instansi.slug]))]
    return awal if b is None else [(_("Kinerja %(tahun)s") % {"tahun": r.tahun}, b.alamat)]


@require_safe
def daftar(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Batches of the year and the form for the next file."""
    r = _ruang(request, slug, tahun)
    return _halaman(
        request,
        r,
        "impor/daftar.html",
        [],
        judul=_("Impor dokumen %(tahun)s") % {"tahun": tahun},
        judul_remah=_("Impor"),
        batch=selectors.daftar_batch(r.instansi, tahun),
        unit=r.unit(),
        jenis=penyaji.jenis(),
        batas_mb=_batas_mb(),
    )


def _batas_mb() -> int:
    return min(settings.OPENSAKIP_UNGGAH_MB, rules.BESAR_MAKS // 1024 // 1024)


@require_POST
def unggah(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Stage a file and show what it was recognised as."""
    r = _ruang(request, slug, tahun)
    berkas = request.FILES.get("berkas")
    if berkas is None:
        raise TidakDikenali(_("Belum ada berkas yang dipilih. Pilih PDF, DOCX, XLSX, CSV, atau teksnya."))
    if (berkas.size or 0) > _batas_mb() * 1024 * 1024:
        raise TidakDikenali(
            _("Berkas lebih besar daripada %(mb)s MB. Bagi per unit, atau simpan tanpa gambar.")
            % {"mb": _batas_mb()}
        )
    kode = str(request.POST.get("unit") or r.instansi.unit_pelapor)
    unit = Unit.semua.filter(instansi=r.instansi, kode=kode).first()
    sebagai = str(request.POST.get("sebagai") or "")
    if unit is None or kode not in dict(r.unit()) or sebagai not in ("", *penyaji.jenis()):
        raise TidakDikenali(_("Unit atau jenis dokumen tidak dikenal. Pilih dari daftar."))
    batch = services.unggah(
        instansi=r.instansi,
        unit=unit,
        tahun=tahun,
        nama=str(berkas.name),
        isi=berkas.read(),
        sebagai=sebagai,
        oleh=r.pelaku(request),
    )
    return _ke(slug, tahun, batch)


def _ke(slug: str, tahun: int, batch: Batch, jangkar: str = "") -> HttpResponse:
    alamat = reverse("web:impor-batch", args=[slug, tahun, batch.uid])
    return HttpResponseRedirect(alamat + (f"#{jangkar}" if jangkar else ""), status=303)


@require_safe
def batch(request: HttpRequest, slug: str, tahun: int, uid: UUID) -> HttpResponse:
    """One batch: mapping, questions with the text of their place, preview, and the next act."""
    r = _ruang(request, slug, tahun)
    satu = selectors.batch_menurut_uid(r.instansi, tahun, uid)
    terbuka = satu.keadaan == "dikenali"
    p = selectors.pratinjau(satu) if terbuka else None
    soal = selectors.soal(satu)
    return _halaman(
        request,
        r,
        "impor/batch.html",
        [(_("Impor"), reverse("web:impor", args=[slug, tahun]))],
        judul=_("Impor %(berkas)s") % {"berkas": satu.nama_berkas},
        judul_remah=satu.nama_berkas,
        batch=satu,
        alamat_batch=reverse("web:impor-batch", args=[slug, tahun, uid]),
        p=p,
        peta=penyaji.peta(satu),
        indikator=list(selectors.kode_indikator(r.instansi).items()) if terbuka else [],
        kelompok=penyaji.kelompok(soal),
        catatan=penyaji.catatan(soal),
        terjawab=sum(1 for t in soal if t.pilihan and not t.catatan),
        wajib=sum(1 for t in soal if not t.catatan),
        baris=penyaji.baris(p, request.GET) if p else None,
        unit=r.unit(),
        jenis=penyaji.jenis(),
        tahap_uang=penyaji.tahap(),
    )


@require_POST
def aksi(request: HttpRequest, slug: str, tahun: int, uid: UUID, aksi: str) -> HttpResponse:
    """One act on a batch.

    Raises:
        TidakAda: no such batch, or no such act.
    """
    r = _ruang(request, slug, tahun)
    satu = selectors.batch_menurut_uid(r.instansi, tahun, uid)
    if aksi not in _AKSI:
        raise TidakAda(_("Perbuatan ini tidak dikenal."))
    jangkar = _AKSI[aksi](request, satu, r.pelaku(request))
    if aksi == "buang":
        return HttpResponseRedirect(reverse("web:impor", args=[slug, tahun]), status=303)
    return _ke(slug, tahun, satu, jangkar)


_RUAS_PETA = ("dokumen", "judul", "alasan", "pengali", "pihak_pertama", "pihak_kedua")


def _petakan(request: HttpRequest, batch: Batch, oleh: Pelaku) -> str:
    p = request.POST
    ubah: dict[str, Any] = {k: p[k] for k in _RUAS_PETA if k in p}
    ubah["berlaku"] = {k.removeprefix("berlaku-"): str(v) for k, v in p.items() if k.startswith("berlaku-")}
    ubah["uang"] = {k.removeprefix("uang-"): str(v) for k, v in p.items() if k.startswith("uang-")}
    for ruas in ("pemilik", "indikator"):
        ubah[ruas] = {
            teks: str(p.get(f"{ruas}-{n}", kode))
            for n, (teks, kode) in enumerate(batch.pemetaan.get(ruas, {}).items())
        }
    services.petakan(batch=batch, ubah=ubah, oleh=oleh)
    return "pemetaan"


def _kenali(request: HttpRequest, batch: Batch, oleh: Pelaku) -> str:
    sebagai = str(request.POST.get("sebagai") or "")
    if sebagai not in penyaji.jenis():
        raise TidakDikenali(_("Jenis dokumen tidak dikenal. Pilih dari daftar."))
    services.kenali_ulang(batch=batch, sebagai=sebagai, oleh=oleh)
    return "pemetaan"


def _jawab(request: HttpRequest, batch: Batch, oleh: Pelaku) -> str:
    jawaban: dict[int, tuple[str, str]] = {}
    for kunci, nilai in request.POST.items():
        cocok = re.fullmatch(r"p-(\d{1,6})", kunci)
        if cocok and nilai:
            jawaban[int(cocok[1])] = (str(nilai), str(request.POST.get(f"i-{cocok[1]}", ""))[:2000])
    if jawaban:
        services.jawab(batch=batch, jawaban=jawaban, oleh=oleh)
    return "pertanyaan"


def _jawab_usulan(request: HttpRequest, batch: Batch, oleh: Pelaku) -> str:
    services.jawab_kelompok(batch=batch, jenis=str(request.POST.get("jenis") or ""), oleh=oleh)
    return "pertanyaan"


def _terapkan(request: HttpRequest, batch: Batch, oleh: Pelaku) -> str:
    services.terapkan(batch=batch, oleh=oleh)
    return ""


def _urungkan(request: HttpRequest, batch: Batch, oleh: Pelaku) -> str:
    services.urungkan(batch=batch, oleh=oleh, alasan=str(request.POST.get("alasan") or "")[:2000])
    return ""


def _buang(request: HttpRequest, batch: Batch, oleh: Pelaku) -> str:
    services.buang(batch=batch, oleh=oleh)
    return ""


_AKSI: dict[str, Callable[[HttpRequest, Batch, Pelaku], str]] = {
    "petakan": _petakan,
    "kenali": _kenali,
    "jawab": _jawab,
    "usulan": _jawab_usulan,
    "terapkan": _terapkan,
    "urungkan": _urungkan,
    "buang": _buang,
}
