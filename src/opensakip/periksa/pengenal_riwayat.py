"""History tables: years side by side, values beneath, the indicator named above the table and not in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from opensakip.dokumen.bacaan.model import Sel, Tabel
from opensakip.hitung.tipe import JenisNilai
from opensakip.periksa.fakta import Jenis
from opensakip.periksa.pengenal_angka import Bentuk, IsiSel, baca_sel
from opensakip.periksa.pengenal_kepala import Peran, Susunan, susunan
from opensakip.periksa.pengenal_nama import polos

_BERTAHUN = frozenset({Peran.TAHUN, Peran.TARGET, Peran.REALISASI, Peran.CAPAIAN})
_LABEL: tuple[tuple[str, Jenis], ...] = (
    (r"target", Jenis.TARGET),
    (r"realisasi|hasil", Jenis.REALISASI),
    (r"capaian|%|persen", Jenis.CAPAIAN),
    (r"kategori|predikat|kualifikasi", Jenis.KATEGORI),
    (r"nilai|skor|indeks", Jenis.REALISASI),
)


def tata_riwayat(tabel: Tabel) -> Susunan | None:
    """The layout, if this is a history table: two or more years across, no column of indicators or money."""
    tata = susunan(tabel)
    if tata.punya(Peran.INDIKATOR) or tata.punya(Peran.UANG):
        return None
    tahun = [k.tahun for k in tata.kolom if k.tahun and k.peran in _BERTAHUN]
    return tata if len(set(tahun)) >= 2 else None


def baca_riwayat(
    tabel: Tabel, bentuk: Bentuk, tahun: int | None, label: list[str]
) -> Iterator[tuple[Jenis, int, Sel, IsiSel]]:
    """Values of a history table: kind, year, cell, reading. Rows whose kind is not clear are left out."""
    tata = tata_riwayat(tabel)
    if tata is None:
        yield from _menurun(tabel, bentuk, tahun)
        return
    lajur = [(j, k) for j, k in enumerate(tata.kolom) if k.tahun and k.peran in _BERTAHUN]
    pinggir = [j for j, k in enumerate(tata.kolom) if not k.tahun and k.peran is not Peran.NOMOR]
    angka_terbaca = False
    for i in range(tata.kepala, len(tabel.baris)):
        nama = " ".join(polos(tabel.teks(i, j)) for j in pinggir).casefold()
        sel = [(k, tabel.sel(i, j)) for j, k in lajur]
        isi = [(k, s, baca_sel(s.teks, bentuk)) for k, s in sel if s is not None and s.teks.strip()]
        berangka = [x for x in isi if x[2].nilai is not None and x[2].nilai.angka is not None]
        jenis_baris = next((j for pola, j in _LABEL if nama and re.search(pola, nama)), None)
        if pinggir and jenis_baris is None and nama:
            continue
        if not berangka:
            yield from (
                (Jenis.KATEGORI, k.tahun, s, n)
                for k, s, n in isi
                if k.tahun and n.nilai is not None and n.nilai.jenis is JenisNilai.TEKS and angka_terbaca
                and not re.match(r"(?:ke|peringkat|urutan)\b", polos(s.teks), re.IGNORECASE)
            )  # fmt: skip
            continue
        if angka_terbaca and jenis_baris is None:
            continue
        angka_terbaca = True
        for k, s, n in isi:
            jenis = jenis_baris or _jenis_kolom(k.peran)
            if (
                k.tahun
                and n.nilai is not None
                and (tahun is None or k.tahun <= tahun or jenis is Jenis.TARGET)
            ):
                yield jenis, k.tahun, s, _tertanda(n, k.kepala)


def _menurun(tabel: Tabel, bentuk: Bentuk, tahun: int | None) -> Iterator[tuple[Jenis, int, Sel, IsiSel]]:
    """History with the years in the first column, one row a year."""
    tata = susunan(tabel)
    if tata.punya(Peran.INDIKATOR) or tata.punya(Peran.UANG) or tata.punya(Peran.SASARAN):
        return
    nilai = [(j, k) for j, k in enumerate(tata.kolom) if k.peran in _ARTI and j > 0]
    baris = [(i, re.match(r"\W*((?:19|20)\d\d)\b", polos(tabel.teks(i, 0)))) for i in range(len(tabel.baris))]
    bertahun = [(i, int(m[1])) for i, m in baris if m and i >= tata.kepala]
    if len(bertahun) < 2 or len({t for _, t in bertahun}) != len(bertahun) or not nilai:
        return
    for i, t in bertahun:
        for j, k in nilai:
            sel = tabel.sel(i, j)
            isi = baca_sel(sel.teks, bentuk) if sel is not None else None
            if (
                sel is None
                or isi is None
                or isi.nilai is None
                or (tahun and t > tahun and k.peran is not Peran.TARGET)
            ):
                continue
            yield _ARTI[k.peran], t, sel, isi


_ARTI = {
    Peran.TARGET: Jenis.TARGET,
    Peran.REALISASI: Jenis.REALISASI,
    Peran.CAPAIAN: Jenis.CAPAIAN,
    Peran.KATEGORI: Jenis.KATEGORI,
}


def _jenis_kolom(peran: Peran) -> Jenis:
    return {Peran.TARGET: Jenis.TARGET, Peran.CAPAIAN: Jenis.CAPAIAN}.get(peran, Jenis.REALISASI)


def _tertanda(isi: IsiSel, kepala: str) -> IsiSel:
    if re.search(r"\bawal\b|sementara|\*", kepala, re.IGNORECASE):
        return IsiSel(isi.nilai, isi.persen, True, isi.satuan)
    return isi
