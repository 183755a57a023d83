"""A document as it is read back from a finished file: headings, texts, tables with their cells.

One shape for the model and for all three formats, so that they can be compared cell by cell. What only one
medium has (soft hyphens, line ends, "lanjutan", repeated heads, drawn marks) is taken away.
"""

from __future__ import annotations

import ctypes
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2
import pypdfium2.raw as mentah
from lxml import etree, html

from opensakip.dokumen.model import (
    GANTI_BARIS,
    Centang,
    Dokumen,
    Gambar,
    Isi,
    JenisBaris,
    Judul,
    Paragraf,
    Potong,
    Tabel,
)
from opensakip.dokumen.nomor import nomori
from opensakip.dokumen.telusur import telusuri

_HILANG = dict.fromkeys((0xAD, 0x200B, 0x2060, 0xFFFE, 0x2, 0x2007, 0x2008))
_CENTANG = str.maketrans("", "", "☐☑☒")
KEPALA_KECIL = 4  # from this level on a heading is a small one, not in the contents
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def padat(teks: str) -> str:
    """Text without white space, hyphens and marks that print nothing: line ends do not matter."""
    bersih = teks.replace("\ufb01", "fi").replace("\ufb02", "fl").translate(_HILANG).translate(_CENTANG)
    return re.sub(r"[\s\-]", "", bersih)


@dataclass
class TabelTerbaca:
    """A table: caption, and the cells of its body rows (group heads left out)."""

    judul: str
    baris: list[list[str]] = field(default_factory=list)
    kelompok: set[str] = field(default_factory=set)


@dataclass
class Terbaca:
    """A document as read."""

    judul: list[str]
    tabel: list[TabelTerbaca]
    teks: str


# ------------------------------------------------ the model: what has to be there


def _polos(isi: Isi) -> str:
    bagian = []
    for r in isi:
        if isinstance(r, Centang) or r.teks == GANTI_BARIS:
            continue
        bagian.append(r.teks + (r.tanda if isinstance(r, Potong) else ""))
    return padat("".join(bagian))


def dari_model(dok: Dokumen) -> Terbaca:
    """The expectation."""
    blok = list(telusuri(b for bagian in nomori(dok).bagian for b in bagian.blok))
    tabel = [
        TabelTerbaca(
            padat(f"Tabel {t.nomor}{t.judul}"),
            [
                [_polos(s.isi) for s in b.sel]
                for b in t.baris
                if not (b.jenis is JenisBaris.KELOMPOK and t.panjang)
            ],
            {_polos(b.sel[0].isi) for b in t.baris if b.jenis is JenisBaris.KELOMPOK and t.panjang},
        )
        for t in blok
        if isinstance(t, Tabel)
    ]
    judul = [
        padat(f"{j.nomor}{j.teks}").upper() for j in blok if isinstance(j, Judul) and j.tingkat < KEPALA_KECIL
    ]
    teks = "".join(_polos(p.isi) for p in blok if isinstance(p, Paragraf))
    return Terbaca(judul, tabel, teks)


def paragraf_model(dok: Dokumen) -> list[str]:
    """Every paragraph, as it must stand in each format."""
    return [
        _polos(p.isi)
        for bagian in nomori(dok).bagian
        for p in telusuri(bagian.blok)
        if isinstance(p, Paragraf) and _polos(p.isi)
    ]


def alt_model(dok: Dokumen) -> list[str]:
    """Alternative texts of all pictures."""
    return [padat(g.alt) for b in dok.bagian for g in telusuri(b.blok) if isinstance(g, Gambar)]


# ------------------------------------------------ PDF, by its structure tree


class _HalamanPdf:
    def __init__(self, halaman: pypdfium2.PdfPage) -> None:
        self.halaman = halaman
        self.isi: dict[int, str] = {}
        teks = halaman.get_textpage()
        for benda in halaman.get_objects(filter=[mentah.FPDF_PAGEOBJ_TEXT]):
            nomor = mentah.FPDFPageObj_GetMarkedContentID(benda)
            if nomor >= 0:
                self.isi[nomor] = self.isi.get(nomor, "") + _teks_benda(benda, teks)
        self.pohon = mentah.FPDF_StructTree_GetForPage(halaman)

    def akar(self) -> Iterator[Any]:
        for i in range(mentah.FPDF_StructTree_CountChildren(self.pohon)):
            yield mentah.FPDF_StructTree_GetChildAtIndex(self.pohon, i)

    def teks(self, unsur: Any) -> str:
        """Text of an element and all below it, in order of reading."""
        bagian = []
        for i in range(mentah.FPDF_StructElement_CountChildren(unsur)):
            anak = mentah.FPDF_StructElement_GetChildAtIndex(unsur, i)
            if anak:
                bagian.append(self.teks(anak))
            else:
                nomor = mentah.FPDF_StructElement_GetChildMarkedContentID(unsur, i)
                bagian.append(self.isi.get(nomor, ""))
        return "".join(bagian)


def _teks_benda(benda: Any, halaman: Any) -> str:
    n = mentah.FPDFTextObj_GetText(benda, halaman, None, 0)
    wadah = (ctypes.c_ushort * n)()
    mentah.FPDFTextObj_GetText(benda, halaman, wadah, n)
    return bytes(wadah).decode("utf-16-le", "replace").rstrip("\0")


def _jenis(unsur: Any) -> str:
    n = mentah.FPDF_StructElement_GetType(unsur, None, 0)
    wadah = ctypes.create_string_buffer(n)
    mentah.FPDF_StructElement_GetType(unsur, wadah, n)
    return wadah.raw.decode("utf-16-le").rstrip("\0")


def _anak(unsur: Any) -> Iterator[Any]:
    for i in range(mentah.FPDF_StructElement_CountChildren(unsur)):
        anak = mentah.FPDF_StructElement_GetChildAtIndex(unsur, i)
        if anak:
            yield anak


def berisi(baris: Iterable[list[str]], kelompok: set[str]) -> list[list[str]]:
    """Rows as tags can hold them: a cell without content has none, and group heads stand among the rows."""
    rapi = ([s for s in b if s] for b in baris)
    return [b for b in rapi if b and not (len(b) == 1 and b[0] in kelompok)]


def dari_pdf(isi: bytes) -> Terbaca:
    """Headings and tables from the tags; a table without caption goes on from the page before."""
    dok = pypdfium2.PdfDocument(isi)
    judul: list[str] = []
    tabel: list[TabelTerbaca] = []
    teks: list[str] = []

    def jalan(h: _HalamanPdf, unsur: Any) -> None:
        jenis = _jenis(unsur)
        if jenis == "Table":
            _tabel_pdf(h, unsur, tabel)
            return
        if re.fullmatch(r"H\d", jenis) and jenis != "H4":
            judul.append(padat(h.teks(unsur)).upper())
        for anak in _anak(unsur):
            jalan(h, anak)

    for i in range(len(dok)):
        h = _HalamanPdf(dok[i])
        teks.append("".join(h.teks(a) for a in h.akar()))
        for akar in h.akar():
            jalan(h, akar)
        mentah.FPDF_StructTree_Close(h.pohon)
    dok.close()
    return Terbaca(judul, tabel, padat("".join(teks)))


def _tabel_pdf(h: _HalamanPdf, unsur: Any, tabel: list[TabelTerbaca]) -> None:
    judul = next((padat(h.teks(a)) for a in _anak(unsur) if _jenis(a) == "Caption"), "")
    if judul or not tabel:
        tabel.append(TabelTerbaca(judul))
    for bagian in _anak(unsur):
        if _jenis(bagian) != "TBody":
            continue
        for tr in _anak(bagian):
            if _jenis(tr) == "TR":
                tabel[-1].baris.append([padat(h.teks(td)) for td in _anak(tr)])


# ------------------------------------------------ HTML


def dari_html(isi: bytes) -> Terbaca:
    """The file as a browser sees it."""
    akar = html.fromstring(isi.decode())
    for tanda in akar.xpath("//*[contains(@class,'bentuk')] | //style | //title"):
        tanda.drop_tree()
    judul = [
        padat(j.text_content()).upper() for j in akar.xpath("//main//*[self::h2 or self::h3 or self::h4]")
    ]
    judul += []
    tabel = []
    for t in akar.xpath("//main//table"):
        baris = [
            [padat(s.text_content()) for s in tr.xpath("./td|./th")]
            for tr in t.xpath("./tbody/tr")
            if "kelompok" not in (tr.get("class") or "") or len(tr) > 1
        ]
        tabel.append(TabelTerbaca(padat(t.xpath("./caption")[0].text_content()), baris))
    return Terbaca(judul, tabel, padat(akar.xpath("//main")[0].text_content()))


def alt_html(isi: bytes) -> list[str]:
    """Names of the charts as a screen reader says them."""
    akar = html.fromstring(isi.decode())
    return [padat(s.get("aria-label") or "") for s in akar.xpath("//figure//*[local-name()='svg']")]


# ------------------------------------------------ DOCX


def badan_docx(isi: bytes) -> Any:
    """The root of word/document.xml."""
    with zipfile.ZipFile(io.BytesIO(isi)) as z:
        return etree.fromstring(z.read("word/document.xml"))


def teks_docx(e: Any, *, tersembunyi: bool = False) -> str:
    """Text of an element as a reader sees it: cached results of fields, no hidden runs, no drawn marks."""
    bagian = []
    for r in e.iter(f"{W}r"):
        rpr = r.find(f"{W}rPr")
        if rpr is not None and not tersembunyi and rpr.find(f"{W}vanish") is not None:
            continue
        gaya = rpr.find(f"{W}rStyle") if rpr is not None else None
        if gaya is not None and gaya.get(f"{W}val") == "TandaStatus":
            continue
        bagian += [t.text or "" for t in r.findall(f"{W}t")]
    return "".join(bagian)


def _gaya(p: Any) -> str:
    g = p.find(f"{W}pPr/{W}pStyle")
    return g.get(f"{W}val") if g is not None else ""


def dari_docx(isi: bytes) -> Terbaca:
    """Tables by their captions; numbers of headings are Word's own, so only their words are read."""
    badan = badan_docx(isi).find(f"{W}body")
    judul, tabel = [], []
    keterangan = ""
    gaya_judul = ("Heading", "JudulDepan", "JudulTanpaDaftar", "Lampiran", "SubjudulTanpaNomor")
    for e in _urut(badan):
        if e.tag == f"{W}p":
            g = _gaya(e)
            if g.startswith(gaya_judul):
                judul.append(padat(teks_docx(e)).upper())
            elif g == "Caption" and teks_docx(e).startswith("Tabel"):
                keterangan = padat(teks_docx(e))
        elif keterangan:
            tabel.append(TabelTerbaca(keterangan, list(_baris_docx(e))))
            keterangan = ""
    return Terbaca(judul, tabel, padat(teks_docx(badan)))


def _urut(badan: Any) -> Iterator[Any]:
    """Paragraphs and tables in order; inside content controls and tables that only place things, too."""
    for e in badan:
        if e.tag == f"{W}sdt":
            yield from _urut(e.find(f"{W}sdtContent"))
        else:
            yield e


def _baris_docx(tabel: Any) -> Iterable[list[str]]:
    for tr in tabel.findall(f"{W}tr"):
        if tr.find(f"{W}trPr/{W}tblHeader") is not None:
            continue
        sel = tr.findall(f"{W}tc")
        rentang = sel[0].find(f"{W}tcPr/{W}gridSpan")
        kisi = len(tabel.find(f"{W}tblGrid"))
        if len(sel) == 1 and rentang is not None and int(rentang.get(f"{W}val")) == kisi:
            continue  # a group head
        yield [padat(teks_docx(s)) for s in sel]


def alt_docx(isi: bytes) -> list[str]:
    """Descriptions of the pictures."""
    ns = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
    return [padat(d.get("descr") or "") for d in badan_docx(isi).iter(f"{ns}docPr")]
