"""Made-up documents for the checks of text: short notation to `Bacaan`, one line of the file per element."""

from __future__ import annotations

import re
from collections.abc import Iterable

from opensakip.dokumen.bacaan.model import (
    Bacaan,
    ButirDaftar,
    Judul,
    Keterangan,
    Paragraf,
    Sel,
    Tabel,
    Tempat,
    Unsur,
)
from opensakip.periksa.temuan import DAFTAR, Temuan

Baris = list[str]


def tabel(baris: Iterable[Baris], *, mulai: int = 1, nomor: int = 1, kepala: int = 1, **sifat: str) -> Tabel:
    """A table of plain cells; every row is one line of the file."""
    isi = tuple(
        tuple(
            Sel(teks, Tempat(baris=mulai + i, tabel=nomor, baris_tabel=i + 1, kolom=j + 1))
            for j, teks in enumerate(sel)
        )
        for i, sel in enumerate(baris)
    )
    return Tabel(
        isi, Tempat(baris=mulai, tabel=nomor), kepala, sifat.get("keterangan", ""), sifat.get("nomor", "")
    )


def _unsur(bahan: str | list[Baris], baris: int, nomor_tabel: int) -> Unsur:
    if isinstance(bahan, list):
        return tabel(bahan, mulai=baris, nomor=nomor_tabel)
    di = Tempat(baris=baris)
    if c := re.match(r"(#+) (?:(BAB [IVX]+|\d[\d.]*) )?(.*)", bahan):
        return Judul(c[3], len(c[1]), di, c[2] or "")
    if c := re.match(r"(\d+[.)]|[a-z][.)]|-) (.*)", bahan):
        return ButirDaftar(c[2], di, c[1])
    if c := re.match(r"(Tabel|Gambar) (\d[\d.]*) .*", bahan):
        return Keterangan(bahan, di, c[1].lower(), c[2])
    return Paragraf(bahan, di)


def naskah(*bahan: str | list[Baris], berkas: str = "uji.txt", pindaian: bool = False) -> Bacaan:
    """Texts become headings ("# 1.1 A"), items ("1. butir"), captions or paragraphs; lists are tables."""
    unsur: list[Unsur] = []
    baris, ke = 1, 0
    for b in bahan:
        ke += isinstance(b, list)
        unsur.append(_unsur(b, baris, ke))
        baris += len(b) if isinstance(b, list) else 1
    return Bacaan(berkas, "teks", tuple(unsur), pindaian=pindaian)


def temukan(kode: str, *bahan: str | list[Baris] | Bacaan) -> list[Temuan]:
    """Findings of one check over a made-up document (or whole documents)."""
    utuh = tuple(b for b in bahan if isinstance(b, Bacaan))
    dokumen = utuh or (naskah(*(b for b in bahan if not isinstance(b, Bacaan))),)
    return list(DAFTAR[kode].fungsi(dokumen))
