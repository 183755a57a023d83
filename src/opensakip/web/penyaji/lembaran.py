"""What a page shows, as tables of the document model: the source of its XLSX and CSV."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from opensakip.dokumen.model import Baris, JenisBaris, Kolom, Rata, Sel, Tabel, isi
from opensakip.web.penyaji import indikator
from opensakip.web.penyaji.anggaran import Rangka
from opensakip.web.penyaji.anggaran_tampil import SEMUA, BarisTampil, Permintaan, Tampilan, tampilkan
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


def _keterangan_saring(t: Tampilan, p: Permintaan) -> str:
    if not p.menyaring:
        return ""
    saring = (
        f"“{p.kata.teks}”" if p.kata else "",
        dict(t.pilihan_unit).get(p.unit, p.unit),
        dict(t.pilihan_tingkat).get(p.tingkat, p.tingkat),
        p.arah,
    )
    teks = _(
        "Saringan: %(saring)s. %(cocok)s dari %(semua)s baris cocok; baris induk hanya menunjukkan jalan."
    )
    return teks % {
        "saring": ", ".join(x for x in saring if x),
        "cocok": t.cocok,
        "semua": t.rangka.banyak,
    }


def label_uang(r: Rangka) -> list[str]:
    """Heads of the columns of money, without their unit."""
    if not r.versi:
        return [k["judul"] for k in r.kolom]
    pagu = [_("Pagu %(kolom)s") % {"kolom": k["judul"].lower()} for k in r.kolom]
    return [*pagu, _("Selisih"), _("Selisih (%%)") % {}]


def anggaran(b: Bacaan, r: Rangka, p: Permintaan) -> Tabel:
    """The rows of the plan that a query shows, with all branches open, and their sum."""
    t = tampilkan(b, r, replace(p, buka=(SEMUA,)))
    kepala = [
        kolom(_("Kedudukan"), "16mm"),
        kolom(_("Jenis"), "26mm"),
        kolom(_("Kode"), "24mm"),
        kolom(_("Uraian"), "70mm"),
        kolom(_("Indikator"), "60mm"),
        kolom(_("Penanggung jawab"), "40mm"),
        *([kolom(_("Target"))] if r.versi else []),
        *(kolom(judul, "30mm", angka=True) for judul in label_uang(r)),
        kolom(_("Keadaan sumber"), "30mm"),
    ]
    isi_baris = [_baris_anggaran(y, r, len(label_uang(r))) for y in t.baris]
    if t.jumlah:
        kata = _("Jumlah baris yang cocok") if t.jumlah.tersaring else _("Jumlah")
        uang = [_polos(c.tampil) for c in t.jumlah.sel]
        kosong = [""] * (3 if r.versi else 2)
        isi_baris.append(baris("", "", "", kata, *kosong, *uang, "", jenis=JenisBaris.TOTAL))
    judul = _("Pohon anggaran %(tahun)s, %(nama)s (%(satuan)s)") % {
        "tahun": b.tahun,
        "nama": b.meta["instansi"]["nama"],
        "satuan": r.satuan,
    }
    return tabel(judul, kepala, isi_baris, _keterangan_saring(t, p), catatan_beku(b))


def _polos(tampil: str) -> str:
    """A shown figure without the plus sign of a rise, so that a spreadsheet reads it as a number."""
    return tampil.removeprefix("+")


def _baris_anggaran(y: BarisTampil, r: Rangka, banyak_uang: int) -> Baris:
    x = y.isi
    nama, indikator_teks = ("", x.nama) if x.milik else (x.nama, "; ".join(n for n, _alamat in x.indikator))
    uang = [_polos(c.tampil) for c in x.sel] or [""] * banyak_uang
    return baris(
        "" if y.cocok else _("induk"),
        _("Indikator") if x.milik else x.tingkat_nama or _("Unit"),
        x.kode,
        nama,
        indikator_teks,
        x.unit_nama,
        *([x.target] if r.versi else []),
        *uang,
        "" if x.keadaan in ("", "tercetak") else x.keadaan,
        takik=x.dalam,
    )
