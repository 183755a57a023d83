"""What a page shows, as tables of the document model: the source of its XLSX and CSV."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from opensakip.dokumen.model import Baris, JenisBaris, Kolom, Rata, Sel, Tabel, isi
from opensakip.web.penyaji import indikator
from opensakip.web.penyaji.bacaan import Bacaan


def kolom(judul: str, lebar: str = "24mm", *, angka: bool = False) -> tuple[str, Kolom]:
    """Head and kind of a column; numbers stand right and stay numbers in a spreadsheet."""
    return judul, Kolom(lebar, Rata.KANAN if angka else Rata.KIRI)


def tabel(judul: str, kepala: Sequence[tuple[str, Kolom]], baris: Sequence[Baris], *catatan: str) -> Tabel:
    """A table with one head row; notes stand under it in a spreadsheet."""
    return Tabel(
        judul=judul,
        kolom=tuple(k for _judul, k in kepala),
        kepala=(tuple(Sel(isi(j)) for j, _kolom in kepala),),
        baris=tuple(baris),
        catatan=tuple(isi(c) for c in catatan if c),
    )


def baris(*sel: str, jenis: JenisBaris = JenisBaris.ISI, takik: int = 0) -> Baris:
    """A row of texts as shown; ``takik`` folds the row in a spreadsheet."""
    return Baris(tuple(Sel(isi(s), takik=takik) for s in sel), jenis)


def catatan_beku(b: Bacaan) -> str:
    """Which snapshot the figures are from."""
    sidik = f" {b.sidik[:12]}" if b.sidik else ""
    return _("%(nama)s, tahun %(tahun)s, cuplikan nomor %(nomor)s%(sidik)s.") % {
        "nama": b.meta["instansi"]["nama"],
        "tahun": b.tahun,
        "nomor": b.meta["nomor"],
        "sidik": sidik,
    }


def deret(b: Bacaan, ind: Mapping[str, Any]) -> Tabel:
    """The series of an indicator: a row for each year, the target in the year of the report."""
    kepala = [
        kolom(_("Tahun"), "14mm"),
        kolom(_("Nilai"), angka=True),
        kolom(_("Satuan")),
        kolom(_("Sifat nilai")),
        kolom(_("Deret"), "30mm"),
        kolom(_("Target PK"), angka=True),
        kolom(_("Capaian (%%)") % {}, angka=True),
        kolom(_("Keterangan"), "60mm"),
        kolom(_("Sumber"), "80mm"),
    ]
    isi_baris = []
    for r in indikator.riwayat(b, ind):
        kini = r.tahun == b.tahun
        sumber = "; ".join(
            f"{x.judul}{', ' + _('baris %(baris)s') % {'baris': x.baris} if x.baris else ''}" for x in r.bukti
        )
        isi_baris.append(
            baris(
                str(r.tahun),
                r.teks,
                ind["satuan"],
                r.sifat,
                _("deret baru, tidak sebanding dengan sebelumnya") if r.putus else "",
                b.angka(ind["target"])["tampil"] if kini else "",
                b.angka(ind["capaian"])["tampil"] if kini else "",
                "; ".join(t for t in (r.keterangan, r.bukti_isi) if t),
                sumber,
            )
        )
    return tabel(ind["nama"], kepala, isi_baris, catatan_beku(b))
