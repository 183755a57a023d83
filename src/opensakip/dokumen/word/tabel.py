"""Tables of the model as real Word tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from opensakip.dokumen.model import Baris, JenisBaris, Kolom, Rata, Sel, Tabel, polos
from opensakip.dokumen.word.ruas import Perangkai, ganjal_desimal
from opensakip.dokumen.word.xml import Elemen, Ukuran, dxa, el, paragraf, run

GARIS, GARIS_KUAT = "DDE4EA", "946822"
# role of a row -> fill, bold
GAYA_BARIS = {
    JenisBaris.ISI: ("", False), JenisBaris.KELOMPOK: ("F4EAD6", True), JenisBaris.TINGKAT1: ("D3E1EE", True),
    JenisBaris.TINGKAT2: ("E3ECF4", True), JenisBaris.TINGKAT3: ("F3F7FA", True),
    JenisBaris.SUBJUMLAH: ("F5F8FB", True), JenisBaris.JUMLAH: ("F4EAD6", True),
    JenisBaris.TOTAL: ("10304F", True),
}  # fmt: skip
RATA = {Rata.KIRI: "left", Rata.TENGAH: "center", Rata.KANAN: "right", Rata.DESIMAL: "right"}
MM_PER_HURUF = Decimal("1.9")
AUTO_MAKS_MM = Decimal(60)

# Word knows no measured height: a table of more rows than this may be higher than what is left of a page, and
# keeping it whole would leave half a page empty.
BARIS_UTUH = 8


def lebar_kolom(kolom: Sequence[Kolom], baris: Sequence[Baris], lebar_mm: Ukuran) -> list[int]:
    """Column widths in twentieths of a point that fill `lebar_mm`."""
    mm: list[Decimal | None] = []
    bagi: list[Decimal] = []
    for i, k in enumerate(kolom):
        bagi.append(Decimal(k.lebar[:-2]) if k.lebar.endswith("fr") else Decimal(0))
        if k.lebar.endswith("mm"):
            mm.append(Decimal(k.lebar[:-2]))
        elif k.lebar == "auto":
            terpanjang = max((len(polos(b.sel[i].isi)) for b in baris if i < len(b.sel)), default=8)
            mm.append(min(AUTO_MAKS_MM, 4 + MM_PER_HURUF * terpanjang))
        else:
            mm.append(None)
    tetap = sum((m for m in mm if m is not None), Decimal(0))
    penuh = Decimal(lebar_mm)
    if not sum(bagi):
        return [dxa((m or Decimal(0)) * penuh / tetap) for m in mm]
    sisa = max(penuh - tetap, Decimal(10 * sum(1 for b in bagi if b)))
    return [dxa(m if m is not None else sisa * b / sum(bagi)) for m, b in zip(mm, bagi, strict=True)]


def tabel(t: Tabel, p: Perangkai, *, lebar_mm: Ukuran, kecil: bool = False) -> Elemen:
    """The table itself; caption and notes are paragraphs around it."""
    lebar = lebar_kolom(t.kolom, t.baris, lebar_mm)
    deskripsi = f"{t.judul}. {len(t.baris)} baris, {len(t.kolom)} kolom."
    sifat = el(
        "tblPr",
        el("tblW", w=sum(lebar), type="dxa"),
        el("tblLayout", type="fixed"),
        el(
            "tblCellMar",
            *(el(s, w=w, type="dxa") for s, w in (("top", 40), ("left", 70), ("bottom", 40), ("right", 70))),
        ),
        el("tblLook", firstRow=1, firstColumn=1, noVBand=1),
        el("tblCaption", val=p.bersih(t.judul)[:250]),
        el("tblDescription", val=p.bersih(deskripsi)[:250]),
    )
    hasil = el("tbl", sifat, el("tblGrid", *(el("gridCol", w=w) for w in lebar)))
    for baris in _kisi_kepala(t.kepala, len(t.kolom)):
        hasil.append(_baris_kepala(baris, lebar, p))
    if t.nomor_kolom:
        hasil.append(_nomor_kolom(lebar))
    utuh = not t.panjang and len(t.baris) <= BARIS_UTUH
    for i, b in enumerate(t.baris):
        lanjut = t.baris[i + 1].jenis if i + 1 < len(t.baris) else None
        terakhir = lanjut is None
        sambung = (utuh and not terakhir) or lanjut in (
            JenisBaris.JUMLAH,
            JenisBaris.SUBJUMLAH,
            JenisBaris.TOTAL,
        )
        sambung = sambung or b.jenis is JenisBaris.KELOMPOK or (terakhir and bool(t.catatan))
        hasil.append(_baris(b, t, lebar, p, sambung=sambung, kecil=kecil))
    return hasil


@dataclass(frozen=True, slots=True)
class _SelKepala:
    """A place of the head grid; `lanjutan` stands below a cell that reaches down."""

    sel: Sel
    lanjutan: bool


def _kisi_kepala(kepala: Sequence[Sequence[Sel]], n: int) -> list[list[_SelKepala]]:
    """Head rows as a grid of `n` columns, with places for cells that reach into the next row."""
    hasil: list[list[_SelKepala]] = []
    turun: dict[int, tuple[Sel, int]] = {}
    for k in kepala:
        baris: list[_SelKepala] = []
        sel = iter(k)
        i = 0
        while i < n:
            if i in turun:
                s, sisa = turun.pop(i)
                if sisa > 1:
                    turun[i] = (s, sisa - 1)
                baris.append(_SelKepala(s, lanjutan=True))
            else:
                s = next(sel, Sel())
                if s.baris > 1:
                    turun[i] = (s, s.baris - 1)
                baris.append(_SelKepala(s, lanjutan=False))
            i += s.kolom
        hasil.append(baris)
    return hasil


def _baris_kepala(baris: Sequence[_SelKepala], lebar: Sequence[int], p: Perangkai) -> Elemen:
    tr = el("tr", el("trPr", el("cantSplit"), el("tblHeader")))
    i = 0
    for b in baris:
        s, n = b.sel, b.sel.kolom
        gabung = el("vMerge", **({} if b.lanjutan else {"val": "restart"})) if s.baris > 1 else None
        isi = [] if b.lanjutan else p.isi(s.isi, tebal=True, warna="FFFFFF")
        tr.append(
            el(
                "tc",
                el(
                    "tcPr",
                    el("tcW", w=sum(lebar[i : i + n]), type="dxa"),
                    el("gridSpan", val=n) if n > 1 else None,
                    gabung,
                    el("shd", val="clear", color="auto", fill="10304F"),
                    el("vAlign", val="center"),
                ),
                paragraf("TableHead", *isi, sifat=[el("keepNext")]),
            )
        )
        i += n
    return tr


def _nomor_kolom(lebar: Sequence[int]) -> Elemen:
    sel = (
        el(
            "tc",
            el("tcPr", el("tcW", w=w, type="dxa"), el("shd", val="clear", color="auto", fill="E8EFF6")),
            paragraf(
                "TableText",
                run(f"({i})", [el("color", val="5B6670"), el("sz", val=14)]),
                sifat=[el("keepNext"), el("jc", val="center")],
            ),
        )
        for i, w in enumerate(lebar, 1)
    )
    return el("tr", el("trPr", el("cantSplit"), el("tblHeader")), *sel)


def _baris(b: Baris, t: Tabel, lebar: Sequence[int], p: Perangkai, *, sambung: bool, kecil: bool) -> Elemen:
    isian, tebal = GAYA_BARIS[b.jenis]
    tr = el("tr", el("trPr", el("cantSplit")))
    i = 0
    sel = b.sel
    if b.jenis is JenisBaris.KELOMPOK and t.panjang:
        sel = (Sel(b.sel[0].isi, kolom=len(lebar)),)
    for s in sel:
        kolom = t.kolom[min(i, len(t.kolom) - 1)]
        rata = s.rata or kolom.rata
        isi = p.isi(s.isi, tebal=tebal, warna="FFFFFF" if b.jenis is JenisBaris.TOTAL else "")
        if rata is Rata.DESIMAL and (ganjal := ganjal_desimal(s.isi, kolom.desimal)):
            isi.append(run(ganjal))
        if kecil:
            _kecilkan(isi)
        sifat = [el("keepNext")] if sambung else []
        if s.takik:
            sifat.append(el("ind", left=dxa(Decimal("3.2") * s.takik)))
        if rata is not Rata.KIRI:
            sifat.append(el("jc", val=RATA[rata]))
        atas = [el("top", val="single", sz=8, color=GARIS_KUAT)] if b.jenis is JenisBaris.JUMLAH else []
        tr.append(
            el(
                "tc",
                el(
                    "tcPr",
                    el("tcW", w=sum(lebar[i : i + s.kolom]), type="dxa"),
                    el("gridSpan", val=s.kolom) if s.kolom > 1 else None,
                    el("tcBorders", *atas, el("bottom", val="single", sz=4, color=GARIS)),
                    el("shd", val="clear", color="auto", fill=isian) if isian else None,
                    el("vAlign", val="center"),
                ),
                paragraf("TableText", *isi, sifat=sifat),
            )
        )
        i += s.kolom
    return tr


def _kecilkan(isi: Sequence[Elemen]) -> None:
    """Landscape tables are set one step smaller."""
    from docx.oxml.ns import qn

    for r in isi:
        if r.tag != qn("w:r"):
            continue
        rpr = r.find(qn("w:rPr"))
        if rpr is None:
            rpr = el("rPr")
            r.insert(0, rpr)
        tegak = rpr.find(qn("w:vertAlign"))
        ukuran = el("sz", val=16)
        if tegak is not None:
            tegak.addprevious(ukuran)
        else:
            rpr.append(ukuran)
