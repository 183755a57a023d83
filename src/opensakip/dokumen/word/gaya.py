"""Styles, lists and language of the Word document."""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from opensakip.dokumen.word.xml import Elemen, Ukuran, el

HURUF_TEKS, HURUF_TABEL = "Bookman Old Style", "Calibri"
TUA, BIRU, EMAS, ABU, TEKS = "10304F", "1F5F99", "946822", "5B6670", "1B2430"

DAFTAR_BAB, DAFTAR_LAMPIRAN, DAFTAR_BUTIR, DAFTAR_ANGKA = 1, 2, 3, 4
NUM_BAB, NUM_LAMPIRAN, NUM_BUTIR = 1, 2, 3
NUM_SUBBAB_AWAL = 100
NUM_ANGKA_AWAL = 1000

# Style ids are names without spaces; the name is what the officer sees in Word.
_TENGAH = WD_ALIGN_PARAGRAPH.CENTER
_KEPALA = {"tebal": True, "sambung": True}
_BUTIR = {"tabel": True, **_KEPALA}
_PARAGRAF: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("Body Text", "", {"ukuran": 10.5, "sesudah": 7, "spasi": 1.25, "rata": WD_ALIGN_PARAGRAPH.JUSTIFY}),
    ("List Bullet", "", {"ukuran": 10.5, "sesudah": 3, "spasi": 1.2}),
    ("List Number", "", {"ukuran": 10.5, "sesudah": 3, "spasi": 1.2}),
    ("Heading 1", "", {"ukuran": 18, "warna": TUA, "sesudah": 14, **_KEPALA}),
    ("Heading 2", "", {"ukuran": 13, "warna": TUA, "sebelum": 14, "sesudah": 6, **_KEPALA}),
    ("Heading 3", "", {"ukuran": 11, "warna": BIRU, "sebelum": 12, "sesudah": 5, **_KEPALA}),
    ("Caption", "", {"ukuran": 9.5, "tebal": True, "warna": TUA, "sebelum": 8, "sesudah": 4, "tabel": True}),
    ("Judul Depan", "Heading 1", {"peringkat": 0}),
    ("Judul Tanpa Daftar", "Heading 1", {"peringkat": 9}),
    ("Subjudul Tanpa Nomor", "Heading 2", {"peringkat": 9}),
    ("Lampiran", "Heading 1", {"ukuran": 13, "peringkat": 0}),
    ("Judul Butir", "Normal", {"ukuran": 10.5, "warna": BIRU, "sebelum": 10, "sesudah": 4, **_BUTIR}),
    ("Table Text", "Normal", {"ukuran": 9, "tabel": True}),
    ("Table Head", "Table Text", {"tebal": True, "warna": "FFFFFF", "rata": _TENGAH}),
    ("Table Note", "Table Text", {"ukuran": 8.5, "warna": ABU, "sebelum": 3, "sesudah": 4}),
    ("Kotak Judul", "Normal", {"ukuran": 9.5, "warna": BIRU, "sebelum": 8, "tabel": True, **_KEPALA}),
    ("Kotak", "Normal", {"ukuran": 10, "sesudah": 3}),
    ("Belum Diisi", "Normal", {"ukuran": 9.5, "warna": "B4501A", "sebelum": 6, "sesudah": 6, "tabel": True}),
    ("Gambar", "Normal", {"sebelum": 6, "sambung": True}),
    ("Ubin Nilai", "Table Text", {"ukuran": 14, "tebal": True, "warna": TUA}),
    ("Ubin Label", "Table Text", {"ukuran": 8, "warna": ABU}),
    ("Naskah Judul", "Normal", {"ukuran": 12, "tebal": True, "sesudah": 10, "rata": _TENGAH}),
    ("Naskah Kop", "Normal", {"ukuran": 13, "tebal": True, "rata": _TENGAH, "sambung": True}),
    ("Sampul Instansi", "Normal", {"ukuran": 14, "tebal": True, "warna": TUA, "sebelum": 60, "sesudah": 40}),
    ("Sampul Label", "Normal", {"ukuran": 13, "tebal": True, "warna": EMAS, "sebelum": 90, "sesudah": 10}),
    ("Sampul Judul", "Normal", {"ukuran": 30, "tebal": True, "warna": TUA, "sesudah": 24}),
    ("Sampul Tahun", "Normal", {"ukuran": 54, "tebal": True, "warna": EMAS, "sesudah": 90}),
    ("Sampul Teks", "Normal", {"ukuran": 10, "warna": ABU, "sesudah": 3, "tabel": True}),
    ("TOC 1", "Normal", {"ukuran": 10, "tebal": True, "sebelum": 5, "sesudah": 1}),
    ("TOC 2", "Normal", {"ukuran": 10, "sesudah": 1, "masuk": 6}),
    ("TOC 3", "Normal", {"ukuran": 9.5, "sesudah": 1, "masuk": 12}),
    ("Table of Figures", "Normal", {"ukuran": 9.5, "sesudah": 2, "gantung": 20}),
    ("Header", "", {"ukuran": 8, "warna": ABU, "tabel": True}),
    ("Footer", "", {"ukuran": 8, "warna": ABU, "tabel": True}),
)  # fmt: skip


def kode_gaya(nama: str) -> str:
    """Style id of a style name."""
    return nama.replace(" ", "")


def pasang_gaya(doc: Document, *, lebar_mm: Ukuran) -> None:
    """Define all styles; `lebar_mm` is the text width for the tab of contents."""
    bawaan = doc.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for lama in bawaan.findall(qn("w:lang")):
        bawaan.remove(lama)
    bawaan.append(el("lang", val="id-ID", eastAsia="id-ID", bidi="ar-SA"))
    normal = doc.styles["Normal"]
    _huruf(normal, HURUF_TEKS)
    normal.font.size = Pt(10.5)
    normal.font.color.rgb = RGBColor.from_string(TEKS)
    normal.paragraph_format.space_after = Pt(0)
    for nama, dasar, ciri in _PARAGRAF:
        ada = {s.name for s in doc.styles}
        gaya: Any = doc.styles[nama] if nama in ada else doc.styles.add_style(nama, WD_STYLE_TYPE.PARAGRAPH)
        gaya.element.set(qn("w:styleId"), kode_gaya(nama))
        if dasar:
            gaya.base_style = doc.styles[dasar]
        _ciri(gaya, ciri)
        if nama.startswith(("TOC", "Table of")):
            gaya.paragraph_format.tab_stops.add_tab_stop(
                Mm(int(lebar_mm)), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS
            )
    _penomoran(doc)


def _huruf(gaya: Any, nama: str) -> None:
    gaya.font.name = nama
    fon = gaya.element.get_or_add_rPr().get_or_add_rFonts()
    for k in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fon.attrib.pop(qn(f"w:{k}"), None)
    for k in ("ascii", "hAnsi", "cs"):
        fon.set(qn(f"w:{k}"), nama)


def _ciri(gaya: Any, ciri: dict[str, Any]) -> None:
    pf = gaya.paragraph_format
    _huruf(
        gaya,
        HURUF_TABEL if ciri.get("tabel") or gaya.name.startswith(("Table", "TOC", "Ubin")) else HURUF_TEKS,
    )
    if "ukuran" in ciri:
        gaya.font.size = Pt(ciri["ukuran"])
    gaya.font.bold = ciri.get("tebal", gaya.font.bold if gaya.name in _TURUNAN else False)
    gaya.font.italic = False
    if "warna" in ciri:
        gaya.font.color.rgb = RGBColor.from_string(ciri["warna"])
    pf.space_before, pf.space_after = Pt(ciri.get("sebelum", 0)), Pt(ciri.get("sesudah", 0))
    pf.line_spacing = ciri.get("spasi", 1.05)
    if "rata" in ciri:
        pf.alignment = ciri["rata"]
    pf.keep_with_next = bool(ciri.get("sambung"))
    if "masuk" in ciri:
        pf.left_indent = Mm(ciri["masuk"])
    if "gantung" in ciri:
        pf.left_indent, pf.first_line_indent = Mm(ciri["gantung"]), Mm(-ciri["gantung"])
    if gaya.name in ("Heading 1", "Judul Depan", "Judul Tanpa Daftar", "Lampiran"):
        pf.page_break_before = True
        pf.keep_with_next = True
        gaya.font.bold, pf.space_after = True, Pt(14)
    if gaya.name == "Subjudul Tanpa Nomor":
        gaya.font.bold, pf.keep_with_next, pf.space_before, pf.space_after = True, True, Pt(12), Pt(6)
    if "peringkat" in ciri:
        ppr = gaya.element.get_or_add_pPr()
        for lama in ppr.findall(qn("w:outlineLvl")):
            ppr.remove(lama)
        ppr.append(el("outlineLvl", val=ciri["peringkat"]))


_TURUNAN = {"Judul Depan", "Judul Tanpa Daftar", "Subjudul Tanpa Nomor", "Lampiran"}
# Which list and level a style counts in; 0 switches an inherited number off.
_BERNOMOR = {
    "Heading 1": (NUM_BAB, 0),
    "Heading 2": (NUM_BAB, 1),
    "Heading 3": (NUM_BAB, 2),
    "Lampiran": (NUM_LAMPIRAN, 0),
    "Judul Depan": (0, 0),
    "Judul Tanpa Daftar": (0, 0),
    "Subjudul Tanpa Nomor": (0, 0),
    "List Bullet": (NUM_BUTIR, 0),
}


def _tingkat(
    i: int, bentuk: str, pola: str, gaya: str | None, *, legal: bool = False, akhir: str = "space"
) -> Elemen:
    return el(
        "lvl",
        el("start", val=1),
        el("numFmt", val=bentuk),
        el("pStyle", val=kode_gaya(gaya)) if gaya else None,
        el("isLgl") if legal else None,
        el("suff", val=akhir),
        el("lvlText", val=pola),
        el("lvlJc", val="left"),
        el(
            "pPr",
            el("ind", left=0 if akhir == "space" else 360, **({} if akhir == "space" else {"hanging": 360})),
        ),
        ilvl=i,
    )


def _penomoran(doc: Document) -> None:
    """Replace the lists of the template by ours and tie them to the styles."""
    akar = doc.part.numbering_part.element
    for lama in list(akar):
        akar.remove(lama)
    daftar = (
        (DAFTAR_BAB, "multilevel", (
            _tingkat(0, "upperRoman", "BAB %1", "Heading 1"),
            _tingkat(1, "decimal", "%1.%2", "Heading 2", legal=True),
            _tingkat(2, "decimal", "%1.%2.%3", "Heading 3", legal=True),
        )),
        (DAFTAR_LAMPIRAN, "singleLevel", (_tingkat(0, "decimal", "LAMPIRAN %1", "Lampiran"),)),
        (DAFTAR_BUTIR, "singleLevel", (_tingkat(0, "bullet", "•", "List Bullet", akhir="tab"),)),
        (DAFTAR_ANGKA, "singleLevel", (_tingkat(0, "decimal", "%1.", None, akhir="tab"),)),
    )  # fmt: skip
    for nomor, jenis, tingkat in daftar:
        akar.append(el("abstractNum", el("multiLevelType", val=jenis), *tingkat, abstractNumId=nomor))
    for nomor, abstrak in ((NUM_BAB, DAFTAR_BAB), (NUM_LAMPIRAN, DAFTAR_LAMPIRAN), (NUM_BUTIR, DAFTAR_BUTIR)):
        akar.append(el("num", el("abstractNumId", val=abstrak), numId=nomor))
    for nama, (num, ke) in _BERNOMOR.items():
        ppr = doc.styles[nama].element.get_or_add_pPr()
        for lama in ppr.findall(qn("w:numPr")):
            ppr.remove(lama)
        ppr._insert_numPr(el("numPr", el("ilvl", val=ke), el("numId", val=num)))


def daftar_subbab(doc: Document, bab: int) -> int:
    """The list of the sections of one chapter; returns its number.

    It counts in the same list as the chapters, but names the chapter in digits itself: readers that do not
    know `isLgl` would print "III.1".
    """
    nomor = NUM_SUBBAB_AWAL + bab
    angka = _tingkat(0, "decimal", "%1", None)
    angka.find(qn("w:start")).set(qn("w:val"), str(bab))
    doc.part.numbering_part.element.append(
        el(
            "num",
            el("abstractNumId", val=DAFTAR_BAB),
            el("lvlOverride", el("startOverride", val=bab), angka, ilvl=0),
            numId=nomor,
        )
    )
    return nomor


def daftar_baru(doc: Document, ke: int) -> int:
    """A numbered list of its own that begins at 1; returns its number."""
    nomor = NUM_ANGKA_AWAL + ke
    mulai = el("lvlOverride", el("startOverride", val=1), ilvl=0)
    doc.part.numbering_part.element.append(
        el("num", el("abstractNumId", val=DAFTAR_ANGKA), mulai, numId=nomor)
    )
    return nomor
