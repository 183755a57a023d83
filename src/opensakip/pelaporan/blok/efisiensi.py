"""Efficiency: facts for the sentences and the table with its declared basis."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from opensakip.dokumen.model import Baris, Blok, Isi, JenisBaris, Kolom, Paragraf, Potong, Rata, Tabel, isi
from opensakip.pelaporan.blok.cuplik import Cuplik
from opensakip.pelaporan.blok.fakta import Fakta
from opensakip.pelaporan.blok.tata import BARIS_BARU, baris, kepala, sel


def _baris_sasaran(c: Cuplik, kode: str) -> Mapping[str, Any] | None:
    for b in (c.isi.get("efisiensi") or {}).get("baris") or ():
        if b.get("sasaran_kode") == kode:
            return dict(b)
    return None


def _serapan(c: Cuplik, b: Mapping[str, Any]) -> str | None:
    """Id of the absorption of an efficiency row: its own, else the one of the sasaran."""
    if b.get("serapan"):
        return str(b["serapan"])
    for s in c.isi.get("sasaran") or ():
        if s["kode"] == b.get("sasaran_kode"):
            return s.get("serapan")
    return None


def fakta_efisiensi(c: Cuplik, s: Mapping[str, Any]) -> Fakta | None:
    """Facts about the efficiency of one sasaran, None where it is not computed."""
    metode = (c.isi.get("efisiensi") or {}).get("metode")
    b = _baris_sasaran(c, str(s["kode"]))
    if b is None:
        return None
    f = Fakta(f"efisiensi.{s['kode']}")
    f.kata.add("ro" if metode == "e_ro" else "poin")
    id_s = _serapan(c, b)
    f.c, f.e, f.s = c.bulat(b.get("cro")), c.bulat(b.get("nilai")), c.bulat(id_s)
    akhiran = "%" if metode == "e_ro" else ""
    e = c.potong(b.get("nilai"), akhiran)
    if metode != "e_ro":
        e = Potong(e.teks.lstrip("−+"), angka=e.angka)
    f.isi_slot(
        A=c.rupiah(b["aaro"], awalan=True) if c.ada(b.get("aaro")) else None,
        R=c.rupiah(b["raro"], awalan=True) if c.ada(b.get("raro")) else None,
        c=c.potong(b.get("cro"), "%") if f.c is not None else None,
        s=c.potong(id_s, "%") if f.s is not None else None,
        E=e if f.e is not None else None,
    )
    return f


def tabel_efisiensi(c: Cuplik) -> tuple[Blok, ...]:
    """The efficiency section; absent when the agency declares no method."""
    e = c.isi.get("efisiensi") or {}
    if not e.get("metode") or not e.get("baris"):
        return ()
    return _tabel_ro(c, e) if e["metode"] == "e_ro" else _tabel_poin(c, e)


def _teks_sasaran(c: Cuplik, kode: str) -> str:
    return next((str(s["teks"]) for s in c.isi.get("sasaran") or () if s["kode"] == kode), "")


def _tanda(c: Cuplik, b: Mapping[str, Any]) -> str:
    """A dagger where the target was missed: the figure is then not called a success."""
    n = c.bulat(b.get("cro"))
    return "†" if n is not None and n < 100 else ""


def _tabel_ro(c: Cuplik, e: Mapping[str, Any]) -> tuple[Blok, ...]:
    isi_baris: list[Baris] = []
    for b in e["baris"]:
        nama: list[Any] = [_teks_sasaran(c, b["sasaran_kode"])]
        if b.get("uraian"):
            nama += [BARIS_BARU, Potong(str(b["uraian"]), redup=True)]
        isi_baris.append(
            baris(
                str(b["sasaran_kode"]),
                sel(*nama),
                sel(c.potong(b.get("cro"))),
                sel(c.potong(b.get("aaro"))),
                sel(c.potong(b.get("raro"))),
                sel(c.potong(_serapan(c, b))),
                sel(c.potong(b.get("nilai"), tebal=True, tanda=_tanda(c, b))),
            )
        )
    jumlah = e.get("jumlah") or {}
    if jumlah:
        isi_baris.append(
            baris(
                sel("Jumlah anggaran yang dianalisis", kolom=3, rata=Rata.KANAN),
                sel(c.potong(jumlah.get("aaro"))),
                sel(c.potong(jumlah.get("raro"))),
                sel(c.potong(jumlah.get("serapan"))),
                sel("–"),
                jenis=JenisBaris.JUMLAH,
            )
        )
    catatan: list[Isi] = []
    if any(_tanda(c, b) for b in e["baris"]):
        catatan.append(isi("†) Target belum tercapai; angka efisiensinya tidak disebut keberhasilan."))
    tabel = Tabel(
        judul="Efisiensi anggaran menurut sasaran",
        kolom=(
            Kolom("10mm", Rata.TENGAH),
            Kolom("1fr", penggal=True),
            Kolom("15mm", Rata.KANAN),
            Kolom("26mm", Rata.KANAN),
            Kolom("26mm", Rata.KANAN),
            Kolom("15mm", Rata.KANAN),
            Kolom("17mm", Rata.KANAN),
        ),
        kepala=(
            kepala(
                "Kode",
                "Sasaran dan dasar alokasi",
                "Capaian (%)",
                "Alokasi (Rp)",
                "Realisasi (Rp)",
                "Serapan (%)",
                "Efisiensi (%)",
            ),
        ),
        baris=tuple(isi_baris),
        label="tabel-efisiensi",
        catatan=tuple(catatan),
        nomor_kolom=True,
        boleh_putus=True,
    )
    teks = (
        "Efisiensi dihitung per sasaran: alokasi dikalikan capaian, dikurangi realisasi, lalu dibagi "
        "alokasi. Cakupan alokasi "
        "tiap sasaran berbeda (program, kegiatan, atau sub kegiatan) dan disebut pada setiap baris, "
        "sehingga angkanya dibaca "
        "per baris dan tidak dijumlahkan menjadi nilai organisasi."
    )
    return (Paragraf(isi(teks)), tabel)


def _tabel_poin(c: Cuplik, e: Mapping[str, Any]) -> tuple[Blok, ...]:
    isi_baris = []
    for b in e["baris"]:
        isi_baris.append(
            baris(
                str(b["sasaran_kode"]),
                _teks_sasaran(c, b["sasaran_kode"]) or str(b.get("uraian") or ""),
                sel(c.potong(b.get("cro"))),
                sel(c.potong(_serapan(c, b))),
                sel(c.potong(b.get("nilai"), tebal=True, tanda=_tanda(c, b))),
            )
        )
    g = e.get("gabungan")
    if c.ada(g):
        r, a = c.isi.get("ringkas") or {}, c.isi.get("anggaran") or {}
        isi_baris.append(
            baris(
                sel("Keseluruhan", kolom=2, rata=Rata.KANAN),
                sel(c.potong(r.get("rata_indikator"))),
                sel(c.potong(a.get("serapan"))),
                sel(c.potong(g)),
                jenis=JenisBaris.JUMLAH,
            )
        )
    tabel = Tabel(
        judul="Selisih capaian dan realisasi anggaran menurut sasaran (poin persentase)",
        kolom=(
            Kolom("16mm", Rata.TENGAH),
            Kolom("1fr", penggal=True),
            Kolom("22mm", Rata.KANAN),
            Kolom("26mm", Rata.KANAN),
            Kolom("20mm", Rata.KANAN),
        ),
        kepala=(kepala("Kode", "Sasaran", "Capaian (%)", "Realisasi anggaran (%)", "Selisih (poin)"),),
        baris=tuple(isi_baris),
        label="tabel-efisiensi",
        catatan=(isi("†) Target belum tercapai; selisihnya tidak disebut keberhasilan."),)
        if any(_tanda(c, b) for b in e["baris"])
        else (),
        nomor_kolom=True,
    )
    teks = (
        "Efisiensi dinyatakan sebagai selisih antara capaian kinerja dan realisasi anggaran dalam poin "
        "persentase. Selisih "
        "positif berarti hasil lebih besar daripada bagian anggaran yang dipakai."
    )
    return (Paragraf(isi(teks)), tabel)
