"""The journal of an agency."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from opensakip.pelaporan.jurnal_instansi import baca_jurnal, perubahan
from opensakip.web.penyaji import jurnal as penyaji
from opensakip.web.tampilan.umum import nama_pengguna


@require_safe
def jurnal(request: HttpRequest, slug: str) -> HttpResponse:
    """Acts with who, when and what; filters in the address, pages by the number of the entry.

    Raises:
        TidakAda: unknown agency or somebody else's.
    """
    saringan = penyaji.baca_saringan(request.GET.dict())
    lembar = baca_jurnal(request.user, slug, saringan)
    boleh_rinci = request.user.is_authenticated or lembar.instansi.contoh
    konteks = {
        "judul": _("Jurnal %(instansi)s") % {"instansi": lembar.instansi.nama},
        "judul_remah": _("Jurnal"),
        "remah": [(lembar.instansi.nama, reverse("web:instansi", args=[slug]))],
        "pengguna": nama_pengguna(request),
        "instansi": lembar.instansi,
        "entri": [(j, penyaji.nama(j.tindakan), perubahan(j) if boleh_rinci else ()) for j in lembar.entri],
        "saringan": saringan,
        "ruang": [(r, n) for r, n in penyaji.nama_ruang().items() if r in lembar.ruang],
        "penuh": lembar.penuh,
        "lanjut": penyaji.tanya(saringan, lembar.lanjut) if lembar.lanjut is not None else "",
        "nama_sumber": {
            "web": _("halaman"),
            "impor": _("impor"),
            "cli": _("baris perintah"),
            "api": _("antarmuka program"),
            "tugas": _("tugas berkala"),
        },
    }
    return render(request, "jurnal.html", konteks)
