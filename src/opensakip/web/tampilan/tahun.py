"""The dashboard of a year."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from opensakip.web.penyaji import kalimat, tata
from opensakip.web.penyaji.bacaan import Bacaan
from opensakip.web.penyaji.bagan import bagan_capaian
from opensakip.web.penyaji.capaian import BATAS_RINCI, Baris, Saringan, saring, semua_baris
from opensakip.web.penyaji.pokok import penjelasan, pokok
from opensakip.web.penyaji.sebaran import SEMPIT, sebaran
from opensakip.web.tampilan.umum import baca, halaman


def _baris(b: Bacaan) -> Sequence[Baris]:
    """Rows of the table: all of them, or the lowest when there are too many for one page."""
    semua = semua_baris(b)
    if len(semua) <= BATAS_RINCI:
        return semua
    return saring(b, Saringan(urut="capaian"))[:BATAS_RINCI]


@require_safe
def tahun(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """One year in one minute: the sentence, four figures, two charts, what to discuss, the indicators."""
    b = baca(request, slug, tahun)
    indikator = b.bagian("indikator")
    return halaman(
        request,
        "tahun/halaman.html",
        b,
        judul=(_("Kinerja %(tahun)s dalam satu menit") if indikator else _("Rencana dan anggaran %(tahun)s"))
        % {"tahun": tahun},
        remah=[],
        judul_remah=_("Kinerja %(tahun)s") % {"tahun": tahun},
        hitungan=kalimat.hitungan(b.bagian("ringkas", {})),
        seratus=kalimat.rupiah_dari_seratus(b),
        tahun_bawaan=kalimat.tahun_bawaan(indikator),
        pokok=pokok(b),
        penjelasan=penjelasan(),
        grafik=bagan_capaian(b) if indikator else None,
        sebaran=sebaran(b),
        sebaran_sempit=sebaran(b, SEMPIT),
        baris=_baris(b),
        pagu_kolom=tata.pagu_kolom(b),
        satuan_pagu=tata.satuan_pagu(b),
        ada_laporan=bool(b.bagian("pk")),
    )
