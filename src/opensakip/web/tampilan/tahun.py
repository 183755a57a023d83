"""The page of an agency and year."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from opensakip.web.penyaji import catatan, deret, kalimat, tata
from opensakip.web.penyaji.bagan import bagan_capaian
from opensakip.web.penyaji.instrumen import instrumen
from opensakip.web.penyaji.pk import pasangan
from opensakip.web.penyaji.pohon import pohon
from opensakip.web.tampilan.umum import baca, halaman


@require_safe
def tahun(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """One year in one minute: the sentence, the figures, every table, and what they rest on."""
    b = baca(request, slug, tahun)
    indikator = b.bagian("indikator")
    pk = pasangan(b)
    return halaman(
        request,
        "tahun/halaman.html",
        b,
        judul=(_("Kinerja %(tahun)s dalam satu menit") if indikator else _("Rencana dan anggaran %(tahun)s"))
        % {"tahun": tahun},
        daftar_isi=tata.daftar_isi(b),
        hitungan=kalimat.hitungan(b.bagian("ringkas", {})),
        seratus=kalimat.rupiah_dari_seratus(b),
        tahun_bawaan=kalimat.tahun_bawaan(indikator),
        pokok=kalimat.pokok(b),
        grafik=bagan_capaian(b) if indikator else None,
        deret=deret.deret(b),
        pk=pk,
        pohon=None if indikator else pohon(b),
        sasaran_teks={s["kode"]: s["teks"] for s in b.bagian("sasaran")},
        instrumen_tabel=instrumen(b),
        catatan_tabel=catatan.catatan(b),
        banyak_catatan=catatan.banyak_per_indikator(b),
        tercetak_lain=catatan.tercetak_lain(b),
        satuan_pagu=tata.satuan_pagu(b),
        induk_kaskade=tata.induk_kaskade(b),
        ada_laporan=bool(pk),
    )
