"""Sections: paper, margins, page numbers, headers and footers."""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.parts.hdrftr import FooterPart, HeaderPart

from opensakip.dokumen.model import Kertas
from opensakip.dokumen.word.xml import Elemen, Ukuran, dxa, el, medan, paragraf, run

MARGIN_TEGAK = {"left": 30, "right": 22, "top": 27, "bottom": 24}
MARGIN_TIDUR = {"left": 16, "right": 16, "top": 20, "bottom": 17}


class Bagian:
    """Makes section properties; headers and footers exist once per direction of the page."""

    def __init__(self, doc: Document, kertas: Kertas, kaki: str, pernyataan: str) -> None:
        self.kertas = kertas
        self._rid: dict[bool, tuple[str, str]] = {}
        for tidur in (False, True):
            kepala, kaki_bagian = HeaderPart.new(doc.part.package), FooterPart.new(doc.part.package)
            _isi(kepala, _kepala(self.lebar_teks(tidur)))
            _isi(kaki_bagian, *_kaki(self.lebar_teks(tidur), kaki, pernyataan))
            self._rid[tidur] = (
                doc.part.relate_to(kepala, RT.HEADER),
                doc.part.relate_to(kaki_bagian, RT.FOOTER),
            )

    def lebar_teks(self, tidur: bool = False) -> Ukuran:
        """Width of the text in millimetres."""
        lebar, tinggi = self.kertas.ukuran
        m = MARGIN_TIDUR if tidur else MARGIN_TEGAK
        return (tinggi if tidur else lebar) - m["left"] - m["right"]

    def sifat(
        self, *, tidur: bool = False, angka: str = "", mulai: int | None = None, sampul: bool = False
    ) -> Elemen:
        """A `w:sectPr`; `angka` is the form of page numbers, `mulai` where they begin again."""
        from docx.oxml.ns import qn

        lebar, tinggi = self.kertas.ukuran
        if tidur:
            lebar, tinggi = tinggi, lebar
        m = MARGIN_TIDUR if tidur else MARGIN_TEGAK
        arah = {"orient": "landscape"} if tidur else {}
        sifat = el("sectPr")
        if not sampul:
            for nama, rid in zip(("headerReference", "footerReference"), self._rid[tidur], strict=True):
                acuan = el(nama, type="default")
                acuan.set(qn("r:id"), rid)
                sifat.append(acuan)
        sifat.append(el("type", val="nextPage"))
        sifat.append(el("pgSz", w=dxa(lebar), h=dxa(tinggi), **arah))
        sifat.append(
            el("pgMar", **{k: dxa(v) for k, v in m.items()}, header=dxa(12), footer=dxa(9), gutter=0)
        )
        if angka:
            nomor: dict[str, Any] = {"fmt": angka}
            if mulai is not None:
                nomor["start"] = mulai
            sifat.append(el("pgNumType", **nomor))
        return sifat


def _isi(bagian: Any, *paragraf_baru: Elemen) -> None:
    akar = bagian.element
    for lama in list(akar):
        akar.remove(lama)
    akar.extend(paragraf_baru)


def _tab(lebar: Ukuran) -> Elemen:
    return el(
        "tabs",
        el("tab", val="clear", pos=4680),
        el("tab", val="clear", pos=9360),
        el("tab", val="right", pos=dxa(lebar)),
    )


def _garis(sisi: str) -> Elemen:
    return el("pBdr", el(sisi, val="single", sz=4, space=3, color="B9C4CE"))


def _kepala(lebar: Ukuran) -> Elemen:
    return paragraf("Header", *medan('STYLEREF "Heading 1"', ""), sifat=[_garis("bottom"), _tab(lebar)])


def _kaki(lebar: Ukuran, kaki: str, pernyataan: str) -> list[Elemen]:
    nomor = medan("PAGE", "1", [el("b"), el("color", val="10304F")])
    hasil = [paragraf("Footer", run(kaki), el("r", el("tab")), *nomor, sifat=[_garis("top"), _tab(lebar)])]
    if pernyataan:
        hasil.append(paragraf("Footer", run(pernyataan, [el("b"), el("color", val="946822")])))
    return hasil
