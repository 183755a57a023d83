"""Planning documents and the pohon kinerja as tables of the document model, for XLSX and CSV."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from opensakip.dokumen.model import Tabel
from opensakip.web.penyaji.bacaan import Bacaan
from opensakip.web.penyaji.kinerja_tampil import BarisPohon
from opensakip.web.penyaji.lembaran import baris, catatan_beku, kolom, tabel
from opensakip.web.penyaji.renstra import DokumenRencana


def renstra(b: Bacaan, semua: Sequence[DokumenRencana]) -> Tabel:
    """All documents below each other; the columns of targets are those of any of them."""
    judul_kolom = list(dict.fromkeys(k for d in semua for k in d.kolom))
    kepala = [
        kolom(_("Dokumen"), "50mm"),
        kolom(_("Jenis"), "26mm"),
        kolom(_("Kode"), "16mm"),
        kolom(_("Uraian"), "70mm"),
        kolom(_("Indikator"), "60mm"),
        kolom(_("Satuan")),
        kolom(_("Penanggung jawab"), "40mm"),
        *(kolom(k, "20mm", angka=True) for k in judul_kolom),
    ]
    isi = []
    for d in semua:
        for r in d.baris:
            kosong = [""] * len(judul_kolom)
            isi.append(
                baris(d.judul, r.tingkat_nama, r.kode, r.nama, "", "", r.unit_nama, *kosong, takik=r.dalam)
            )
            for i in r.indikator:
                nilai = dict(zip(d.kolom, i.sel, strict=True))
                target = [nilai[k].tampil if k in nilai else "" for k in judul_kolom]
                isi.append(
                    baris(
                        d.judul,
                        _("Indikator"),
                        "",
                        r.nama,
                        i.nama,
                        i.satuan,
                        r.unit_nama,
                        *target,
                        takik=r.dalam + 1,
                    )
                )
    judul = _("Rencana strategis %(nama)s") % {"nama": b.meta["instansi"]["nama"]}
    return tabel(judul, kepala, isi, catatan_beku(b))


def pohon(b: Bacaan, semua: Sequence[BarisPohon]) -> Tabel:
    """One row for each indicator of a node; a node without one has a row of its own."""
    kepala = [
        kolom(_("Kedudukan"), "16mm"),
        kolom(_("Tingkat"), "30mm"),
        kolom(_("Kode"), "16mm"),
        kolom(_("Kinerja"), "70mm"),
        kolom(_("Di bawah"), "24mm"),
        kolom(_("Penanggung jawab"), "40mm"),
        kolom(_("Indikator"), "60mm"),
        kolom(_("Target"), angka=True),
        kolom(_("Realisasi"), angka=True),
        kolom(_("Capaian (%%)") % {}, angka=True),
        kolom(_("Kaitan dan alasan"), "60mm"),
        kolom(_("Celah"), "30mm"),
    ]
    isi = []
    for r in semua:
        s = r.isi
        induk = (r.induk.kode or r.induk.nama) if r.induk else ""
        kaitan = "; ".join(f"{k.ke_nama} ({k.jenis}){': ' + k.alasan if k.alasan else ''}" for k in s.kaitan)
        celah = "; ".join(([s.lepas] if s.lepas else []) + s.celah)
        awal = ["" if r.cocok else _("induk"), s.tingkat, s.kode, s.nama, induk, s.unit_nama]
        for i in s.indikator or (None,):
            angka = [c.tampil for c in i.sel] if i else ["", "", ""]
            isi.append(baris(*awal, i.nama if i else "", *angka, kaitan, celah, takik=r.dalam))
    judul = _("Pohon kinerja %(tahun)s, %(nama)s") % {"tahun": b.tahun, "nama": b.meta["instansi"]["nama"]}
    return tabel(judul, kepala, isi, catatan_beku(b))
