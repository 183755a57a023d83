"""A page as blocks from top to bottom: lines of running text, tables with and without rules."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from opensakip.dokumen.bacaan.daftar_isi import pisah
from opensakip.dokumen.bacaan.pdf.baris import Baris, susun_baris, teks_sel
from opensakip.dokumen.bacaan.pdf.halaman import TANDA_PENGGAL, Halaman, Kata
from opensakip.dokumen.bacaan.pdf.kolom import Lajur, cari_lajur
from opensakip.dokumen.bacaan.pdf.petak import Bingkai, bingkai, isi_petak
from opensakip.dokumen.bacaan.pdf.pita import bingkai_pita


@dataclass(slots=True)
class BarisCetak:
    """A line of running text with what is needed to put paragraphs together."""

    teks: str
    halaman: int
    nomor: int
    x0: Any
    x1: Any
    y0: Any
    y1: Any
    tinggi: Any
    tebal: bool
    tajuk: int = 0  # level of a heading by the tags of the file; 0 where they say nothing


@dataclass(slots=True)
class SelCetak:
    """A cell of a table of one page."""

    teks: str
    kolom: int = 1
    baris: int = 1
    tebal: bool = False
    tanda: str = ""


@dataclass
class TabelCetak:
    """A table of one page: a full grid, covered places None; edges of columns in points.

    jalur, kunci, kepala: path of the table and of its rows in the tree of a tagged file, and its head rows.
    """

    sel: list[list[SelCetak | None]]
    x: list[Any]
    halaman: int
    y0: Any
    y1: Any
    bergaris: bool = True
    duga: bool = False
    daftar: bool = False
    jalur: tuple[int, ...] = ()
    kunci: list[tuple[int, ...]] = field(default_factory=list)
    kepala: int | None = None


Blok = BarisCetak | TabelCetak


@dataclass
class HalamanCetak:
    """The blocks of a page, and its size."""

    nomor: int
    lebar: Any
    tinggi: Any
    blok: list[Blok] = field(default_factory=list)


def susun_halaman(
    hal: Halaman,
    tabel_tanda: list[TabelCetak],
    sisa: list[Kata],
    judul: dict[int, int],
    petunjuk: list[Any],
) -> HalamanCetak:
    """Tables first (those of the tags, then those by their lines), then what stands around them.

    sisa: the words outside the tables of the tags; judul: level of headings by marked content;
    petunjuk: edges of the columns of the last table of the page before.
    """
    hasil = HalamanCetak(hal.nomor, hal.lebar, hal.tinggi)
    tabel: list[TabelCetak] = [*tabel_tanda]
    rangka = bingkai(hal)
    # where the file itself marks the tables of a page, level lines there belong to charts and boxes
    pita = [] if tabel_tanda else bingkai_pita(hal, sisa, rangka, petunjuk)
    for b in [*rangka, *pita]:
        sisa = isi_petak(b, sisa)
        t = _dari_bingkai(b, hal.nomor)
        if t is not None:
            tabel.append(t)
        else:
            sisa = [*sisa, *(k for p in b.petak for k in p.kata)]
    tegak = [k for k in sisa if k.putar == 0]
    blok: list[Blok] = [*tabel]
    blok.extend(_di_luar(susun_baris(tegak), hal.nomor, tabel, judul))
    hasil.blok = sorted(blok, key=lambda b: b.y0)
    for n, baris in enumerate((c for c in hasil.blok if isinstance(c, BarisCetak)), 1):
        baris.nomor = n
    return hasil


def tepi_terakhir(h: HalamanCetak) -> list[Any]:
    """Edges of the columns of the last table of a page."""
    return next((b.x for b in reversed(h.blok) if isinstance(b, TabelCetak) and not b.daftar), [])


def _dari_bingkai(b: Bingkai, halaman: int) -> TabelCetak | None:
    """A ruled table; None for rangkas that hold no table (one filled cell, a drawing)."""
    terisi = [p for p in b.petak if p.kata]
    if len(terisi) < 2 or (len(b.x) == 2 and len(b.y) <= 3):
        return None
    kisi: list[list[SelCetak | None]] = [[None] * (len(b.x) - 1) for _ in range(len(b.y) - 1)]
    for p in b.petak:
        teks, tebal, tanda = teks_sel(p.kata)
        kisi[p.baris][p.kolom] = SelCetak(teks, p.lebar, p.tinggi, tebal, tanda)
    return TabelCetak(_tanpa_kosong(kisi), b.x, halaman, b.y[0], b.y[-1], duga=b.duga)


def _tanpa_kosong(kisi: list[list[SelCetak | None]]) -> list[list[SelCetak | None]]:
    """Rows at the end that hold nothing are the rangka, not the table."""
    n = len(kisi)
    while n > 1 and all(s is None or (not s.teks and s.baris == 1) for s in kisi[n - 1]) and any(kisi[n - 1]):
        n -= 1
    for i, b in enumerate(kisi[:n]):
        for s in b:
            if s is not None:
                s.baris = min(s.baris, n - i)
    return kisi[:n]


def _di_luar(baris: list[Baris], halaman: int, tabel: list[TabelCetak], judul: dict[int, int]) -> list[Blok]:
    """Running lines, contents lines and tables without rules."""
    hasil: list[Blok] = []
    for deret in _deret(baris, tabel):
        i = 0
        lajur = {a: (z, t) for a, z, t in cari_lajur(deret)}
        while i < len(deret):
            n = _panjang_daftar(deret, i)
            if n:
                hasil.append(_daftar(deret[i : i + n], halaman))
                i += n
            elif i in lajur and not any(_panjang_daftar(deret, k) for k in range(i, lajur[i][0])):
                hasil.append(_dari_lajur(lajur[i][1], halaman))
                i = lajur[i][0]
            else:
                hasil.append(_cetak(deret[i], halaman, judul))
                i += 1
    return hasil


def _deret(baris: list[Baris], tabel: list[TabelCetak]) -> list[list[Baris]]:
    """Lines in runs between ruled tables, so that no table without rules reaches over one."""
    hasil: list[list[Baris]] = [[]]
    batas = sorted(t.y0 for t in tabel)
    for b in baris:
        if hasil[-1] and any(hasil[-1][-1].y0 < y <= b.y0 for y in batas):
            hasil.append([])
        hasil[-1].append(b)
    return hasil


def _cetak(b: Baris, halaman: int, judul: dict[int, int]) -> BarisCetak:
    tajuk = judul.get(b.kata[-1].mcid, 0) if judul else 0
    return BarisCetak(b.teks, halaman, 0, b.x0, b.x1, b.y0, b.y1, b.tinggi, b.tebal, tajuk)


def _panjang_daftar(baris: list[Baris], i: int) -> int:
    """How many lines from i on are lines of a list of contents; a title may take two lines."""
    n = 0
    while i + n < len(baris):
        if pisah(baris[i + n].teks) is not None:
            n += 1
        elif (
            n
            and i + n + 1 < len(baris)
            and pisah(baris[i + n + 1].teks)
            and _dekat(baris[i + n], baris[i + n + 1])
        ):
            n += 2
        else:
            break
    return n


def _dekat(a: Baris, b: Baris) -> bool:
    return bool(b.alas - a.alas <= a.tinggi * 2)


def _daftar(baris: list[Baris], halaman: int) -> TabelCetak:
    sel: list[list[SelCetak | None]] = []
    awal = ""
    for b in baris:
        dua = pisah(b.teks)
        if dua is None:
            awal = b.teks.replace(TANDA_PENGGAL, "") + " "
        else:
            sel.append([SelCetak((awal + dua[0]).replace(TANDA_PENGGAL, "")), SelCetak(dua[1])])
            awal = ""
    x = [min(b.x0 for b in baris), max(b.x1 for b in baris) - 20, max(b.x1 for b in baris)]
    return TabelCetak(sel, x, halaman, baris[0].y0, baris[-1].y1, bergaris=False, daftar=True)


def _dari_lajur(t: Lajur, halaman: int) -> TabelCetak:
    sel: list[list[SelCetak | None]] = [
        [
            SelCetak(teks, tebal=bool(kata) and all(k.tebal for k in kata))
            for teks, kata in zip(bt, bk, strict=True)
        ]
        for bt, bk in zip(t.teks(), t.baris, strict=True)
    ]
    return TabelCetak(sel, t.x, halaman, t.y0, t.y1, bergaris=False)
