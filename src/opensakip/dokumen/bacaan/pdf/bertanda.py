"""Tagged PDF: tables and headings as the file itself names them, told apart by their path in the tree.

A table that runs over pages has the same path on each of them, so its rows need no guessing. Cells that
print nothing are missing from the tree of a page; their place is known from the number of children.
"""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as r

from opensakip.dokumen.bacaan.pdf.baris import teks_sel
from opensakip.dokumen.bacaan.pdf.blok import SelCetak, TabelCetak
from opensakip.dokumen.bacaan.pdf.halaman import Kata

DALAM_MAKS = 60
SIMPUL_MAKS = 100_000  # elements of one page
KOLOM_MAKS = 500
_JUDUL = re.compile(r"^H([1-6])$")
_BARIS = {"THead", "TBody", "TFoot", "TR"}
Jalur = tuple[int, ...]


@dataclass
class SelTanda:
    """A cell of the tree: its contents and spans."""

    mcid: set[int] = field(default_factory=set)
    kolom: int = 1
    baris: int = 1
    kepala: bool = False


@dataclass
class BarisTanda:
    """A row of the tree, with its path; a place without contents is None."""

    jalur: Jalur
    sel: list[SelTanda | None]


@dataclass
class TabelTanda:
    """A table of the tree as far as it stands on one page."""

    jalur: Jalur
    baris: list[BarisTanda] = field(default_factory=list)


@dataclass
class Pohon:
    """What the tree of a page tells: tables, level of headings and letters in pictures by marked content."""

    tabel: list[TabelTanda] = field(default_factory=list)
    judul: dict[int, int] = field(default_factory=dict)
    gambar: set[int] = field(default_factory=set)
    sisa: int = SIMPUL_MAKS


def baca_pohon(halaman: Any) -> Pohon:
    """Read the tree of a raw page; empty where the file has none."""
    pohon = Pohon()
    akar = r.FPDF_StructTree_GetForPage(halaman)
    if not akar:
        return pohon
    try:
        for i in range(max(0, min(r.FPDF_StructTree_CountChildren(akar), SIMPUL_MAKS))):
            anak = r.FPDF_StructTree_GetChildAtIndex(akar, i)
            if anak:
                _telusuri(anak, (i,), pohon)
    finally:
        r.FPDF_StructTree_Close(akar)
    return pohon


def _jenis(e: Any) -> str:
    penyangga = ctypes.create_string_buffer(64)
    n = r.FPDF_StructElement_GetType(e, penyangga, 64)
    return penyangga.raw[: max(0, min(n, 64) - 2)].decode("utf-16-le", "replace")


def _anak(e: Any, jalur: Jalur, pohon: Pohon) -> list[tuple[int, Any, int]]:
    """(place, element or None, marked content or -1) of the children."""
    n = min(max(0, r.FPDF_StructElement_CountChildren(e)), 20_000)
    pohon.sisa -= n
    if pohon.sisa <= 0 or len(jalur) > DALAM_MAKS:
        return []
    return [
        (i, r.FPDF_StructElement_GetChildAtIndex(e, i), r.FPDF_StructElement_GetChildMarkedContentID(e, i))
        for i in range(n)
    ]


def _telusuri(e: Any, jalur: Jalur, pohon: Pohon) -> None:
    jenis = _jenis(e)
    if jenis == "Table":
        tabel = TabelTanda(jalur)
        _baris_tabel(e, jalur, tabel, pohon)
        if tabel.baris:
            pohon.tabel.append(tabel)
        return
    if jenis == "Figure":
        pohon.gambar |= _semua_mcid(e, jalur, pohon)
        return
    if m := _JUDUL.match(jenis):
        for mcid in _semua_mcid(e, jalur, pohon):
            pohon.judul[mcid] = int(m[1])
        return
    for i, anak, _ in _anak(e, jalur, pohon):
        if anak:
            _telusuri(anak, (*jalur, i), pohon)


def _semua_mcid(e: Any, jalur: Jalur, pohon: Pohon) -> set[int]:
    hasil: set[int] = set()
    for i, anak, mcid in _anak(e, jalur, pohon):
        if mcid >= 0:
            hasil.add(mcid)
        elif anak:
            hasil |= _semua_mcid(anak, (*jalur, i), pohon)
    return hasil


def _baris_tabel(e: Any, jalur: Jalur, tabel: TabelTanda, pohon: Pohon) -> None:
    for i, anak, _ in _anak(e, jalur, pohon):
        if not anak:
            continue
        jenis = _jenis(anak)
        if jenis == "TR":
            sel = [
                _sel(s, (*jalur, i, k), pohon) if s else None for k, s, _ in _anak(anak, (*jalur, i), pohon)
            ]
            tabel.baris.append(BarisTanda((*jalur, i), sel))
        elif jenis in _BARIS:
            _baris_tabel(anak, (*jalur, i), tabel, pohon)


def _sel(e: Any, jalur: Jalur, pohon: Pohon) -> SelTanda:
    sel = SelTanda(_semua_mcid(e, jalur, pohon), kepala=_jenis(e) == "TH")
    for i in range(max(0, min(r.FPDF_StructElement_GetAttributeCount(e), 16))):
        sifat = r.FPDF_StructElement_GetAttributeAtIndex(e, i)
        sel.kolom = max(sel.kolom, _bulat(sifat, b"ColSpan"))
        sel.baris = max(sel.baris, _bulat(sifat, b"RowSpan"))
    return sel


def _bulat(sifat: Any, nama: bytes) -> int:
    nilai = r.FPDF_StructElement_Attr_GetValue(sifat, nama)
    angka = ctypes.c_float()
    if not nilai or not r.FPDF_StructElement_Attr_GetNumberValue(nilai, ctypes.byref(angka)):
        return 1
    return max(1, min(round(angka.value), KOLOM_MAKS))


# ── tables of a page ─────────────────────────────────────────────────────────────────────────────────


def ambil_tabel(pohon: Pohon, kata: list[Kata], halaman: int) -> tuple[list[TabelCetak], list[Kata]]:
    """(tables, words that stand in none of them)."""
    milik: dict[int, list[Kata]] = {}
    for k in kata:
        milik.setdefault(k.mcid, []).append(k)
    hasil, dipakai = [], set[int]()
    for t in pohon.tabel:
        sel = {m for b in t.baris for s in b.sel if s is not None for m in s.mcid}
        isi = [k for m in sel for k in milik.get(m, [])]
        if not isi or not _tabel_sungguh(t):
            continue
        dipakai |= sel
        hasil.append(_cetak(t, milik, halaman, min(k.y0 for k in isi), max(k.y1 for k in isi)))
    return hasil, [k for k in kata if k.mcid not in dipakai]


def _tabel_sungguh(t: TabelTanda) -> bool:
    """A table of one column or one cell only places things."""
    return max(sum(s.kolom if s else 1 for s in b.sel) for b in t.baris) > 1


def _cetak(t: TabelTanda, milik: dict[int, list[Kata]], halaman: int, y0: Any, y1: Any) -> TabelCetak:
    kisi: list[list[SelCetak | None]] = []
    turun: dict[int, int] = {}
    kepala = 0
    for n, b in enumerate(t.baris):
        kisi.append(_baris_cetak(b, milik, turun))
        penuh = len(b.sel) == 1 and n > 0  # a name over the whole width heads a group, not the columns
        if kepala == n and all(s is None or s.kepala for s in b.sel) and any(b.sel) and not penuh:
            kepala = n + 1
    lebar = max(len(b) for b in kisi)
    for baris in kisi:
        baris.extend(SelCetak("") for _ in range(lebar - len(baris)))
    return TabelCetak(
        kisi, list(range(lebar + 1)), halaman, y0, y1,
        jalur=t.jalur, kunci=[b.jalur for b in t.baris], kepala=kepala,
    )  # fmt: skip


def _baris_cetak(b: BarisTanda, milik: dict[int, list[Kata]], turun: dict[int, int]) -> list[SelCetak | None]:
    """Cells of a row on the grid; `turun` says how many rows each column is still covered from above."""
    baris: list[SelCetak | None] = []

    def lewati() -> None:
        while turun.get(len(baris), 0) > 0:
            turun[len(baris)] -= 1
            baris.append(None)

    for s in b.sel:
        lewati()
        s = s or SelTanda()
        teks, tebal, tanda = teks_sel([k for m in sorted(s.mcid) for k in milik.get(m, [])])
        awal = len(baris)
        baris.append(SelCetak(teks, s.kolom, s.baris, tebal, tanda))
        baris.extend(None for _ in range(s.kolom - 1))
        for j in range(awal, len(baris)):
            turun[j] = s.baris - 1
    lewati()
    return baris
