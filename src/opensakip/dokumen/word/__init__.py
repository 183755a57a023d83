"""DOCX writer: document model -> a Word document for further work.

Headings, captions, contents and references are Word's own, so they keep counting when an officer adds a
table. The officer's texts are content controls whose tag is the place of the text. Equal documents with an
equal time give equal bytes.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn

from opensakip.dokumen.huruf import rapikan
from opensakip.dokumen.lambang import sebagai_svg
from opensakip.dokumen.model import Bagian as BagianModel
from opensakip.dokumen.model import Blok, Dokumen, Gambar, JenisBagian, Lanskap, Sampul
from opensakip.dokumen.nomor import nomori
from opensakip.dokumen.telusur import telusuri
from opensakip.dokumen.word.bagian import Bagian
from opensakip.dokumen.word.blok import Penulis, _inline
from opensakip.dokumen.word.daftar_isi import DaftarHalaman
from opensakip.dokumen.word.formulir import sampul
from opensakip.dokumen.word.gambar import jadikan_png, ukuran_png
from opensakip.dokumen.word.gaya import pasang_gaya
from opensakip.dokumen.word.ruas import GAYA_TANDA, Perangkai
from opensakip.dokumen.word.xml import Elemen, el, paragraf

LAMBANG_MM = 30
_WAKTU_ZIP_AWAL = 1980


@dataclass(frozen=True, slots=True)
class HasilDocx:
    """A finished DOCX."""

    isi: bytes


def susun_docx(
    dok: Dokumen, *, waktu: datetime, halaman: Mapping[str, Sequence[str]] | None = None
) -> HasilDocx:
    """Make the DOCX of `dok`; `waktu` is the moment of freezing and must know its time zone.

    `halaman` are page numbers for the contents as `pdf.nomor_halaman` gives them; without them the lists
    stand without numbers until the reader updates the fields.
    """
    if waktu.tzinfo is None:
        raise ValueError("waktu pembekuan harus membawa zona waktu")
    d = nomori(dok)
    doc = docx.Document()
    bagian = Bagian(doc, d.tata.kertas, rapikan(d.kaki), rapikan(d.pernyataan))
    pasang_gaya(doc, lebar_mm=bagian.lebar_teks())
    tanda: Any = doc.styles.add_style(GAYA_TANDA, WD_STYLE_TYPE.CHARACTER)
    tanda.font.name = "Segoe UI Symbol"
    daftar = DaftarHalaman(d, halaman or {})
    gambar, lambang = _pasang_gambar(doc, d)
    penulis = Penulis(doc, Perangkai(daftar.rujukan()), daftar, gambar)
    _tulis_badan(doc, d, bagian, penulis, lambang)
    _sifat(doc, d, waktu)
    return HasilDocx(_simpan(doc, waktu))


def _pasang_gambar(
    doc: Document, d: Dokumen
) -> tuple[dict[int, tuple[str, int, int]], tuple[str, int, int] | None]:
    """Render all pictures and put them into the package; the emblem comes last."""
    semua = [b for bagian in d.bagian for b in telusuri(bagian.blok) if isinstance(b, Gambar)]
    minta = [(g.svg, g.lebar_mm) for g in semua]
    svg = sebagai_svg(d.tata.lambang, d.tata.jenis_lambang)
    png = jadikan_png([*minta, *([(svg, LAMBANG_MM)] if svg else [])])
    siap = []
    for isi in png:
        rid, _ = doc.part.get_or_add_image(io.BytesIO(isi))
        siap.append((rid, *ukuran_png(isi)))
    return {id(g): s for g, s in zip(semua, siap, strict=False)}, siap[-1] if svg else None


def _tulis_badan(
    doc: Document, d: Dokumen, bagian: Bagian, penulis: Penulis, lambang: tuple[str, int, int] | None
) -> None:
    badan = doc.element.body
    for lama in list(badan):
        badan.remove(lama)
    terakhir = len(d.bagian) - 1
    for i, b in enumerate(d.bagian):
        penulis.jenis = b.jenis
        if b.jenis is JenisBagian.SAMPUL:
            for e in _sampul(b.blok, penulis, bagian, lambang):
                badan.append(e)
            badan.append(_akhir(bagian.sifat(sampul=True)))
            continue
        _tulis_bagian(badan, b, bagian, penulis, terakhir=i == terakhir)


def _tulis_bagian(badan: Elemen, b: BagianModel, bagian: Bagian, penulis: Penulis, *, terakhir: bool) -> None:
    """One part: stretches of upright and turned pages, each a section of its own."""
    angka = "lowerRoman" if b.jenis is JenisBagian.DEPAN else "decimal"
    mulai: int | None = 1 if b.jenis in (JenisBagian.DEPAN, JenisBagian.ISI) else None
    ruas = _penggalan(b.blok)
    for n, (tidur, blok) in enumerate(ruas):
        penulis.lebar, penulis.kecil = bagian.lebar_teks(tidur), tidur
        for e in penulis.semua(blok):
            badan.append(e)
        sifat = bagian.sifat(tidur=tidur, angka=angka, mulai=mulai)
        mulai = None
        badan.append(sifat if terakhir and n == len(ruas) - 1 else _akhir(sifat))


def _penggalan(blok: Sequence[Blok]) -> list[tuple[bool, list[Blok]]]:
    """Runs of blocks by direction of the page."""
    hasil: list[tuple[bool, list[Blok]]] = []
    for b in blok:
        tidur = isinstance(b, Lanskap)
        isi: list[Blok] = [*b.blok] if isinstance(b, Lanskap) else [b]
        if hasil and hasil[-1][0] == tidur:
            hasil[-1][1].extend(isi)
        else:
            hasil.append((tidur, isi))
    return hasil or [(False, [])]


def _akhir(sifat: Elemen) -> Elemen:
    """The last paragraph of a section: as small as can be, so that it opens no page of its own."""
    return el(
        "p",
        el(
            "pPr",
            el("pStyle", val="TableNote"),
            el("spacing", before=0, after=0, line=20, lineRule="exact"),
            sifat,
        ),
    )


def _sampul(
    blok: Sequence[Blok], penulis: Penulis, bagian: Bagian, lambang: tuple[str, int, int] | None
) -> list[Elemen]:
    gambar = None
    if lambang:
        rid, lebar, tinggi = lambang
        gambar = _inline(
            rid,
            Decimal(LAMBANG_MM) * lebar / max(lebar, tinggi),
            Decimal(LAMBANG_MM) * tinggi / max(lebar, tinggi),
            "Lambang",
            9000,
        )
    hasil: list[Elemen] = []
    for b in blok:
        if isinstance(b, Sampul):
            tinggi_mm = bagian.kertas.ukuran[1] - 27 - 24 - 8
            hasil += sampul(b, penulis.p, lebar_mm=bagian.lebar_teks(), tinggi_mm=tinggi_mm, lambang=gambar)
    return hasil or [paragraf("Normal")]


def _sifat(doc: Document, d: Dokumen, waktu: datetime) -> None:
    """Properties of the file: who, what, and which frozen figures."""
    s = doc.core_properties
    s.title, s.author, s.language = rapikan(d.judul)[:250], rapikan(d.penulis)[:250], "id-ID"
    s.last_modified_by, s.revision = rapikan(d.penulis)[:250], 1
    s.created = s.modified = waktu.astimezone(UTC).replace(tzinfo=None)
    s.keywords = ", ".join(d.kata_kunci)
    s.subject = rapikan(d.pernyataan)[:250]
    s.identifier = d.sidik
    s.comments = (
        "Nomor halaman pada daftar isi berasal dari PDF yang sama; perbarui dengan F9 sesudah menyunting."
    )
    atur = doc.settings.element
    if atur.find(qn("w:autoHyphenation")) is None:
        _sisip_penggalan(atur)
    paket = doc.part.package
    for rid, rel in list(paket.rels.items()):
        if rel.reltype == RT.THUMBNAIL:
            del paket.rels[rid]


def _sisip_penggalan(atur: Elemen) -> None:
    """Let Word break words; the schema wants the setting before the tab stop."""
    setelan = el("autoHyphenation", val=1)
    tab = atur.find(qn("w:defaultTabStop"))
    if tab is None:
        atur.append(setelan)
    else:
        tab.addnext(setelan)


def _simpan(doc: Document, waktu: datetime) -> bytes:
    """The package with fixed times and a fixed order of parts."""
    kasar = io.BytesIO()
    doc.save(kasar)
    saat = waktu.astimezone(UTC)
    cap = (max(saat.year, _WAKTU_ZIP_AWAL), saat.month, saat.day, saat.hour, saat.minute, 0)
    rapi = io.BytesIO()
    with zipfile.ZipFile(kasar) as lama, zipfile.ZipFile(rapi, "w", zipfile.ZIP_DEFLATED) as baru:
        for nama in sorted(lama.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            info = zipfile.ZipInfo(nama, cap)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            baru.writestr(info, lama.read(nama))
    return rapi.getvalue()
