"""One indicator: how it stands, how it got there, what was agreed, and its series as a file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from opensakip.inti.errors import TidakAda
from opensakip.pelaporan.jurnal import jurnal_indikator
from opensakip.peraturan import TAG
from opensakip.web.penyaji import asal, bagan_deret, lembaran
from opensakip.web.penyaji import indikator as penyaji
from opensakip.web.penyaji.bacaan import Bacaan
from opensakip.web.tampilan.umum import baca, halaman
from opensakip.web.tampilan.unduhan import unduh

#: A longer name would fill the breadcrumb; it stands in the heading right below, so the code will do.
_REMAH = 70


def _cari(b: Bacaan, kode: str) -> Mapping[str, Any]:
    """The indicator of an address.

    Raises:
        TidakAda: no such indicator in what this visitor may see.
    """
    ind = b.indikator(kode)
    if ind is None:
        raise TidakAda(kode)
    return ind


@require_safe
def indikator(request: HttpRequest, slug: str, tahun: int, ind: str) -> HttpResponse:
    """History with its breaks, card, agreements, targets, benchmarks, origin, journal.

    Raises:
        TidakAda: no such indicator for this visitor.
    """
    b = baca(request, slug, tahun)
    kode, i = ind, _cari(b, ind)
    sasaran = next((s for s in b.bagian("sasaran") if s["kode"] == i["sasaran_kode"]), None)
    pk = {str(v["uid"]) for v in b.bagian("pk") if any(r["indikator_kode"] == i["kode"] for r in v["baris"])}
    return halaman(
        request,
        "indikator/halaman.html",
        b,
        "rencana" if i.get("rencana") else "pengukuran",
        judul=i["nama"],
        judul_remah=i["nama"] if len(i["nama"]) <= _REMAH else _("Indikator %(kode)s") % {"kode": i["kode"]},
        remah=[(_("Kinerja %(tahun)s") % {"tahun": tahun}, b.alamat)],
        ind=i,
        sasaran=sasaran,
        riwayat=penyaji.riwayat(b, i),
        bagan=[bagan_deret.bagan_deret(b, i, u) for u in (bagan_deret.LEBAR, bagan_deret.SEMPIT)],
        kalimat_bagan=penyaji.kalimat_bagan(b, i),
        kartu=penyaji.kartu(i),
        versi_kartu=penyaji.versi_kartu(i),
        janji=penyaji.janji(b, i),
        jalur=penyaji.jalur(b, i),
        efisiensi=next(
            (e for e in b.bagian("efisiensi", {}).get("baris", ()) if e["sasaran_kode"] == i["sasaran_kode"]),
            None,
        ),
        asal=asal.asal(b, i["capaian"]),
        tag_aturan=TAG,
        jurnal=penyaji.jurnal(jurnal_indikator(request.user, slug, i["kode"], pk=pk)),
        berkas=f"{b.alamat}indikator/{kode}",
    )


@require_safe
def deret(request: HttpRequest, slug: str, tahun: int, ind: str, format: str) -> HttpResponse:
    """The series of an indicator as XLSX or CSV.

    Raises:
        TidakAda: no such indicator for this visitor, or nothing was measured yet.
    """
    b = baca(request, slug, tahun)
    kode, i = ind, _cari(b, ind)
    if not i["seri"]:
        raise TidakAda(kode)
    return unduh(request, b, lembaran.deret(b, i), f"deret-{slug}-{kode}-{tahun}", format)
