"""Building WordprocessingML elements."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from docx.oxml.ns import nsmap, qn
from lxml import etree

W = nsmap["w"]
_NS = {k: nsmap[k] for k in ("w", "r")}
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
DXA_PER_MM = Decimal("56.6929")
EMU_PER_MM = 36000

Elemen = Any
Ukuran = Decimal | int


def dxa(mm: Ukuran) -> int:
    """Millimetres as twentieths of a point."""
    return round(Decimal(mm) * DXA_PER_MM)


def el(nama: str, *anak: Elemen | None, **sifat: Any) -> Elemen:
    """An element `w:nama` with attributes `w:...` and children; `None` children are left out."""
    e = etree.Element(qn(f"w:{nama}"), {qn(f"w:{k}"): str(v) for k, v in sifat.items()}, nsmap=_NS)
    e.extend(a for a in anak if a is not None)
    return e


def teks(isi: str) -> Elemen:
    """A `w:t` that keeps its spaces."""
    t = el("t")
    t.text = isi
    t.set(XML_SPACE, "preserve")
    return t


def run(isi: str, sifat: Iterable[Elemen] = ()) -> Elemen:
    """A run of text with run properties."""
    rpr = list(sifat)
    return el("r", el("rPr", *rpr) if rpr else None, teks(isi))


def medan(perintah: str, hasil: str, sifat: Iterable[Elemen] = ()) -> list[Elemen]:
    """A field with its cached result, as five runs."""
    rpr = list(sifat)

    def r(*anak: Elemen) -> Elemen:
        return el("r", el("rPr", *(etree.fromstring(etree.tostring(x)) for x in rpr)) if rpr else None, *anak)

    instr = el("instrText")
    instr.text = f" {perintah} "
    instr.set(XML_SPACE, "preserve")
    return [
        r(el("fldChar", fldCharType="begin")),
        r(instr),
        r(el("fldChar", fldCharType="separate")),
        r(teks(hasil)),
        r(el("fldChar", fldCharType="end")),
    ]


def paragraf(gaya: str, *isi: Elemen, sifat: Iterable[Elemen] = ()) -> Elemen:
    """A paragraph with a style; extra properties must come in the order of the schema."""
    return el("p", el("pPr", el("pStyle", val=gaya), *sifat), *isi)
