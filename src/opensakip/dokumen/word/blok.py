"""Every block of the model as Word paragraphs and tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn

from opensakip.dokumen import model as m
from opensakip.dokumen.model import JenisBagian
from opensakip.dokumen.word.daftar_isi import DaftarHalaman, daftar_isi
from opensakip.dokumen.word.formulir import isian, kop, tanda_tangan
from opensakip.dokumen.word.gaya import daftar_baru, daftar_subbab, kode_gaya
from opensakip.dokumen.word.ruas import NADA, Perangkai
from opensakip.dokumen.word.tabel import tabel
from opensakip.dokumen.word.xml import EMU_PER_MM, Elemen, Ukuran, dxa, el, medan, paragraf, run

GambarSiap = Mapping[int, tuple[str, int, int]]
"""id() of a picture of the model -> relation, width and height in pixels."""


class Penulis:
    """Writes blocks in order; knows the chapter, the counters and the width of the page."""

    def __init__(self, doc: Document, p: Perangkai, daftar: DaftarHalaman, gambar: GambarSiap) -> None:
        self.doc, self.p, self.daftar, self.gambar_siap = doc, p, daftar, gambar
        self.jenis = JenisBagian.DEPAN
        self.lebar: Ukuran = 158
        self.kecil = False
        self.urut_tanda = 0
        self.urut_daftar = 0
        self.urut_gambar = 0
        self.num_subbab = 0
        self.pertama: set[str] = set()
        self._cetak: dict[type, Callable[[Any], Iterable[Elemen]]] = {
            m.Judul: self.judul, m.JudulButir: self.judul_butir, m.Paragraf: self.paragraf,
            m.BelumDiisi: self.belum_diisi, m.Daftar: self.daftar_butir, m.Catatan: self.catatan,
            m.Kotak: self.kotak, m.Tabel: self.tabel, m.Gambar: self.gambar, m.Ubin: self.ubin,
            m.DaftarIsi: lambda b: daftar_isi(b.sasaran, self.daftar), m.Utuh: self.utuh,
            m.GantiHalaman: lambda b: [el("p", el("r", el("br", type="page")))],
            m.Berdampingan: self.berdampingan, m.Narasi: self.narasi,
            m.Kop: lambda b: kop(b, self.p), m.Isian: lambda b: isian(b, self.p),
            m.JudulNaskah: lambda b: [paragraf("NaskahJudul", run(self.p.bersih(x))) for x in b.baris],
            m.TandaTangan: lambda b: tanda_tangan(b, self.p, self.lebar),
        }  # fmt: skip

    def blok(self, b: m.Blok) -> list[Elemen]:
        """Elements of one block; sections are the caller's."""
        return list(self._cetak[type(b)](b))

    def semua(self, blok: Iterable[m.Blok]) -> list[Elemen]:
        """Elements of many blocks."""
        return [e for b in blok for e in self.blok(b)]

    # ------------------------------------------------------------ text
    def judul(self, b: m.Judul) -> list[Elemen]:
        """A heading, with its bookmark; chapters count for the captions in a hidden field."""
        gaya = {1: "Heading 1", 2: "Heading 2", 3: "Heading 3"}.get(b.tingkat, "Judul Butir")
        sebelum: list[Elemen] = []
        sifat: list[Elemen] = []
        if not b.bernomor or not b.nomor:
            tanpa = "Judul Depan" if b.daftar else "Judul Tanpa Daftar"
            gaya = tanpa if b.tingkat == 1 else "Subjudul Tanpa Nomor" if b.tingkat < 4 else "Judul Butir"
        elif b.tingkat == 1:
            lampiran = self.jenis is JenisBagian.LAMPIRAN
            gaya = "Lampiran" if lampiran else gaya
            nomor = b.nomor.split()[-1]
            perintah = "SEQ Lampiran \\* ARABIC" if lampiran else "SEQ Bab \\* ARABIC"
            angka = nomor if lampiran else str(self.daftar.bab(b.nomor))
            sebelum = medan(perintah, angka, [el("vanish")])
            self.pertama = {"Tabel", "Gambar"}
            self.num_subbab = 0 if lampiran else daftar_subbab(self.doc, int(angka))
        elif b.tingkat < 4 and self.num_subbab:
            sifat = [el("numPr", el("ilvl", val=b.tingkat - 1), el("numId", val=self.num_subbab))]
        teks = run(self.p.bersih(b.teks))
        if nama := self.daftar.tanda_judul(b):
            isi = self._bertanda(nama, [*sebelum, teks])
        else:
            isi = [*sebelum, teks]
        return [paragraf(kode_gaya(gaya), *isi, sifat=sifat)]

    def _bertanda(self, nama: str, isi: list[Elemen]) -> list[Elemen]:
        self.urut_tanda += 1
        mulai = el("bookmarkStart", id=self.urut_tanda, name=nama)
        return [mulai, *isi, el("bookmarkEnd", id=self.urut_tanda)]

    def judul_butir(self, b: m.JudulButir) -> list[Elemen]:
        """A small heading with a boxed digit."""
        kotak = [el("b"), el("color", val="FFFFFF"), el("shd", val="clear", color="auto", fill="1F5F99")]
        isi = [run(f"\u00a0{b.angka}\u00a0", kotak), run("  " + self.p.bersih(b.teks))]
        return [paragraf("JudulButir", *isi)]

    def paragraf(self, b: m.Paragraf) -> list[Elemen]:
        """Running text."""
        return [paragraf("BodyText", *self.p.isi(b.isi))]

    def belum_diisi(self, b: m.BelumDiisi) -> list[Elemen]:
        """A place that still has to be filled."""
        isi = [run(self.p.bersih(b.teks), [el("b")]), run(f" · {self.p.bersih(b.petunjuk)}")]
        sisi = [
            el(s, val="dashed", sz=6, space=4, color="B9C4CE") for s in ("top", "left", "bottom", "right")
        ]
        return [paragraf("BelumDiisi", *isi, sifat=[el("pBdr", *sisi)])]

    def daftar_butir(self, b: m.Daftar) -> list[Elemen]:
        """A list; numbered ones begin at 1."""
        if not b.bernomor:
            return [paragraf("ListBullet", *self.p.isi(x)) for x in b.butir]
        nomor = daftar_baru(self.doc, self.urut_daftar)
        self.urut_daftar += 1
        nomor_p = el("numPr", el("ilvl", val=0), el("numId", val=nomor))
        return [paragraf("ListNumber", *self.p.isi(x), sifat=[_salin(nomor_p)]) for x in b.butir]

    def catatan(self, b: m.Catatan) -> list[Elemen]:
        """Small print."""
        return [paragraf("TableNote", *self.p.isi(b.isi))]

    def kotak(self, b: m.Kotak) -> list[Elemen]:
        """A boxed remark: paragraphs with a rule at the left, so that it stays running text."""
        warna = NADA[b.nada][0]
        sifat = [
            el("pBdr", el("left", val="single", sz=18, space=8, color=warna)),
            el("shd", val="clear", color="auto", fill="F5F8FB"),
            el("ind", left=200),
        ]
        hasil = [
            paragraf(
                "KotakJudul", run(self.p.bersih(b.judul), [el("color", val=warna)]), sifat=map(_salin, sifat)
            )
        ]
        for i, x in enumerate(b.isi, 1):
            awal = [run(f"{i}. ")] if b.bernomor else []
            sambung = [el("keepNext")] if i < len(b.isi) else []
            hasil.append(paragraf("Kotak", *awal, *self.p.isi(x), sifat=[*sambung, *map(_salin, sifat)]))
        return hasil

    # ------------------------------------------------------------ tables and pictures
    def _keterangan(self, jenis: str, b: m.Tabel | m.Gambar) -> Elemen:
        """A caption that numbers itself: chapter by a hidden counter, running number within it."""
        awal, _, angka = b.nomor.rpartition(".")
        ulang = " \\r 1" if jenis in self.pertama else ""
        self.pertama.discard(jenis)
        isi: list[Elemen] = [run(f"{jenis} ")]
        if awal:
            lampiran = awal.startswith("L")
            nama, bab = ("Lampiran", awal[1:]) if lampiran else ("Bab", awal)
            isi += [*([run("L")] if lampiran else []), *medan(f"SEQ {nama} \\c \\* ARABIC", bab), run(".")]
        isi += medan(f"SEQ {jenis} \\* ARABIC{ulang}", angka)
        isi = self._bertanda(self.daftar.tanda(jenis, b), isi)
        sambung = [el("keepNext")] if jenis == "Tabel" else []
        return paragraf("Caption", *isi, run("  " + self.p.bersih(b.judul), [el("b", val=0)]), sifat=sambung)

    def tabel(self, b: m.Tabel) -> list[Elemen]:
        """Caption, table, notes."""
        hasil = [self._keterangan("Tabel", b), tabel(b, self.p, lebar_mm=self.lebar, kecil=self.kecil)]
        catatan = [paragraf("TableNote", *self.p.isi(c)) for c in b.catatan]
        return [*hasil, *(catatan or [paragraf("TableNote")])]

    def gambar(self, b: m.Gambar) -> list[Elemen]:
        """Picture with alternative text, caption below."""
        rid, piksel_l, piksel_t = self.gambar_siap[id(b)]
        self.urut_gambar += 1
        lebar = min(b.lebar_mm, int(self.lebar))
        inline = _inline(
            rid, lebar, Decimal(lebar) * piksel_t / piksel_l, self.p.bersih(b.alt), self.urut_gambar
        )
        hasil = [paragraf("Gambar", el("r", inline))]
        if not b.hiasan:
            hasil.append(self._keterangan("Gambar", b))
        return [*hasil, *(paragraf("TableNote", *self.p.isi(c)) for c in b.catatan)]

    def ubin(self, b: m.Ubin) -> list[Elemen]:
        """Tiles as one row of a plain table."""
        n = len(b.butir)
        lebar = dxa(Decimal(self.lebar) / n)
        sel = []
        for u in b.butir:
            warna = NADA[u.nada][0] if u.nada else "10304F"
            tepi = el(
                "tcBorders",
                el("top", val="single", sz=12, color=warna),
                el("right", val="single", sz=24, color="FFFFFF"),
            )
            sel.append(
                el(
                    "tc",
                    el(
                        "tcPr",
                        el("tcW", w=lebar, type="dxa"),
                        tepi,
                        el("shd", val="clear", color="auto", fill="F5F8FB"),
                    ),
                    paragraf("UbinLabel", run(self.p.bersih(u.label))),
                    paragraf("UbinNilai", *self.p.isi((u.nilai,), tebal=True, warna=warna)),
                    *([paragraf("UbinLabel", *self.p.isi(u.keterangan))] if u.keterangan else []),
                )
            )
        return [_tabel_tata([lebar] * n, [sel]), paragraf("TableNote")]

    # ------------------------------------------------------------ groups
    def utuh(self, b: m.Utuh) -> list[Elemen]:
        """Blocks on one page: every paragraph but the last keeps with the next."""
        isi = self.semua(b.blok)
        for e in isi[:-1]:
            for p in e.iter(qn("w:p")):
                _sambungkan(p)
        return isi

    def narasi(self, b: m.Narasi) -> list[Elemen]:
        """The officer's place as a content control whose tag is the key of the text."""
        isi = self.semua(b.blok)
        self.urut_tanda += 1
        sifat = el(
            "sdtPr",
            el("alias", val=b.tempat[:60]),
            el("tag", val=b.tempat[:64]),
            el("id", val=self.urut_tanda),
        )
        return [el("sdt", sifat, el("sdtContent", *isi))]

    def berdampingan(self, b: m.Berdampingan) -> list[Elemen]:
        """Two cells of a table without lines."""
        penuh = self.lebar
        lebar, sel = [], []
        for blok, porsi in ((b.kiri, b.porsi[0]), (b.kanan, b.porsi[1])):
            self.lebar = Decimal(penuh) * porsi / sum(b.porsi) - 4
            isi = self.semua(blok)
            if not isi or isi[-1].tag != qn("w:p"):
                isi.append(paragraf("TableNote"))
            lebar.append(dxa(self.lebar + 4))
            sel.append(el("tc", el("tcPr", el("tcW", w=lebar[-1], type="dxa")), *isi))
        self.lebar = penuh
        return [_tabel_tata(lebar, [sel]), paragraf("TableNote")]


def _tabel_tata(lebar: list[int], baris: list[list[Elemen]]) -> Elemen:
    """A table that only places things: no lines, no head."""
    sifat = el(
        "tblPr",
        el("tblW", w=sum(lebar), type="dxa"),
        el("tblLayout", type="fixed"),
        el("tblLook", noHBand=1, noVBand=1),
    )
    kisi = el("tblGrid", *(el("gridCol", w=w) for w in lebar))
    return el("tbl", sifat, kisi, *(el("tr", el("trPr", el("cantSplit")), *sel) for sel in baris))


def _salin(e: Elemen) -> Elemen:
    from copy import deepcopy

    return deepcopy(e)


def _sambungkan(p: Elemen) -> None:
    ppr = p.find(qn("w:pPr"))
    if ppr is not None and ppr.find(qn("w:keepNext")) is None:
        gaya = ppr.find(qn("w:pStyle"))
        if gaya is not None:
            gaya.addnext(el("keepNext"))
        else:
            ppr.insert(0, el("keepNext"))


_INLINE = (
    '<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent/><wp:docPr/>'
    '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
    "<pic:nvPicPr><pic:cNvPr/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip/><a:stretch><a:fillRect/>"
    '</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
    "</wp:inline></w:drawing>"
)


def _inline(rid: str, lebar_mm: Ukuran, tinggi_mm: Ukuran, alt: str, urut: int) -> Elemen:
    """A drawing in the line; measures in millimetres."""
    from lxml import etree

    e = etree.fromstring(_INLINE)
    cx, cy = str(round(lebar_mm * EMU_PER_MM)), str(round(tinggi_mm * EMU_PER_MM))
    for ukuran in (e.find(f".//{qn('wp:extent')}"), e.find(f".//{qn('a:ext')}")):
        ukuran.set("cx", cx)
        ukuran.set("cy", cy)
    for nama in (qn("wp:docPr"), qn("pic:cNvPr")):
        sifat = e.find(f".//{nama}")
        sifat.set("id", str(urut))
        sifat.set("name", f"Gambar {urut}")
        sifat.set("descr", alt)
    e.find(f".//{qn('a:blip')}").set(qn("r:embed"), rid)
    return e
