"""PDF writer: document model -> JSON -> Typst -> bytes.

The whole text goes to the compiler as data (`sys.inputs`), never as source, so markup characters of an
officer's text stay characters. Output is tagged PDF/UA-1 with PDF/A-2a markers. Only the bundled fonts are
loaded and the time is given by the caller, so equal documents give equal bytes on every machine.
"""

from __future__ import annotations

import json
import logging
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

import typst

from opensakip.dokumen.huruf import FOLDER_FON, PENGGANTI, bersihkan, bersihkan_bagan
from opensakip.dokumen.lambang import sebagai_svg
from opensakip.dokumen.model import (
    GANTI_BARIS,
    Centang,
    Dokumen,
    Gambar,
    Judul,
    JudulButir,
    Kolom,
    Potong,
    Ruas,
    Rujuk,
    Sel,
    Tabel,
    polos,
)
from opensakip.dokumen.nomor import nomori
from opensakip.dokumen.penggal import aman_lebar, penggal

CATAT = logging.getLogger(__name__)
FOLDER_TYPST = Path(__file__).parent / "typst"
STANDAR: list[typst.PDFStandard] = ["ua-1", "a-2a"]
_WAJIB_BERISI = {(Judul, "teks"), (JudulButir, "teks"), (Gambar, "alt")}
_HURUF_RUMIT = ("missing codepoints", "could not be displayed with font")
_BARIS_UTUH = 700  # characters; a row with a longer cell may break over pages
_HALAMAN = re.compile(rb"/Type\s*/Pages\b[^>]*?/Count\s+(\d+)|/Count\s+(\d+)[^>]*?/Type\s*/Pages\b")
_LEBAR = re.compile(r"(\d+(?:\.\d+)?)(mm|fr)")


class GagalSusunPdf(RuntimeError):
    """The document could not be turned into a PDF. `diagnostik` is for the log, not for the reader."""

    def __init__(self, pesan: str, diagnostik: str = "") -> None:
        super().__init__(pesan)
        self.diagnostik = diagnostik


@dataclass(frozen=True, slots=True)
class HasilPdf:
    """A finished PDF: bytes, number of pages, and the characters that no bundled font could print."""

    isi: bytes
    halaman: int
    tak_tercetak: tuple[str, ...] = ()

    @property
    def peringatan(self) -> tuple[str, ...]:
        """Indonesian warnings for the person who made the report."""
        if not self.tak_tercetak:
            return ()
        daftar = ", ".join(f"U+{ord(h):04X}" for h in self.tak_tercetak[:8])
        lebih = f" dan {len(self.tak_tercetak) - 8} lainnya" if len(self.tak_tercetak) > 8 else ""
        return (
            f"{len(self.tak_tercetak)} karakter tidak ada pada huruf laporan ({daftar}{lebih}); "
            f"dicetak sebagai {PENGGANTI}. Ganti karakter itu pada naskah bila perlu.",
        )


class _Penyusun:
    """Turns model objects into JSON values, cleaning every text on the way."""

    def __init__(self, liputan: str = "liputan") -> None:
        self.hilang: dict[str, None] = {}
        self.liputan = liputan

    def teks(self, teks: str, olah: Callable[[str], str] = aman_lebar) -> str:
        """Cleaned text with places to break."""
        rapi, hilang = bersihkan(teks, self.liputan)
        self.hilang.update(dict.fromkeys(hilang))
        return olah(rapi)

    def berisi(self, teks: str) -> str:
        """Text where PDF/UA demands some: a title that prints nothing becomes a dash."""
        rapi = self.teks(teks)
        return rapi if any(unicodedata.category(h)[0] not in "ZC" for h in rapi) else "–"

    def ruas(self, r: Ruas, olah: Callable[[str], str] = aman_lebar, gantung: bool = False) -> Any:
        """A run; a plain one is just its string."""
        if isinstance(r, Centang):
            return {"centang": r.keadaan}
        if isinstance(r, Rujuk):
            return {"t": self.teks(r.teks), "label": r.label}
        if r.teks == GANTI_BARIS:
            return {"br": True}
        t = self.teks(r.teks, olah)
        gaya: dict[str, Any] = {}
        for nama, kunci in (("tebal", "b"), ("miring", "i"), ("redup", "r")):
            if getattr(r, nama):
                gaya[kunci] = True
        if r.nada is not None:
            gaya["n"] = r.nada.value
        if r.tanda:
            gaya["m"] = r.tanda
            gaya["gantung"] = gantung
        return {"t": t, **gaya} if gaya else t

    def sel(self, s: Sel, kolom: Kolom) -> dict[str, Any]:
        """A table cell; marks hang outside the digits."""
        olah = penggal if kolom.penggal and s.kolom == 1 else aman_lebar
        return {
            "isi": [self.ruas(r, olah, gantung=True) for r in s.isi],
            "kolom": s.kolom,
            "baris": s.baris,
            "rata": s.rata.value if s.rata else None,
            "takik": s.takik,
        }

    def tabel(self, t: Tabel) -> dict[str, Any]:
        """A table with its columns resolved."""
        lebar_sempit = Kolom("1fr", penggal=True)
        baris = []
        for b in t.baris:
            sel, i, panjang = [], 0, 0
            for s in b.sel:
                sel.append(self.sel(s, t.kolom[min(i, len(t.kolom) - 1)]))
                i += s.kolom
                panjang = max(panjang, len(polos(s.isi)))
            baris.append({"jenis": b.jenis.value, "utuh": panjang < _BARIS_UTUH, "sel": sel})
        return {
            "j": "tabel",
            "judul": self.teks(t.judul),
            "label": t.label,
            "nomor": t.nomor,
            "panjang": t.panjang,
            "nomor_kolom": t.nomor_kolom,
            "kolom": [
                {"lebar": _lebar(k.lebar), "rata": k.rata.value, "desimal": k.desimal} for k in t.kolom
            ],
            "kepala": [[self.sel(s, lebar_sempit) for s in b] for b in t.kepala],
            "baris": baris,
            "catatan": [[self.ruas(r) for r in c] for c in t.catatan],
        }

    def nilai(self, v: Any) -> Any:
        """Any field of a model object."""
        match v:
            case StrEnum():
                return v.value
            case str():
                return self.teks(v)
            case None | bool() | int():
                return v
            case Potong() | Rujuk() | Centang():
                r = self.ruas(v)
                return {"t": r} if isinstance(r, str) else r
            case tuple():
                if v and isinstance(v[0], Potong | Rujuk | Centang):
                    return [self.ruas(x) for x in v]
                return [self.nilai(x) for x in v]
            case Tabel():
                return self.tabel(v)
            case _:
                return self.benda(v)

    def benda(self, v: Any) -> dict[str, Any]:
        """A dataclass of the model, named by `j`."""
        hasil: dict[str, Any] = {"j": type(v).__name__.lower()}
        for f in fields(v):
            isi = getattr(v, f.name)
            if f.name in ("label", "lebar", "nomor"):
                hasil[f.name] = isi
            elif (type(v), f.name) in _WAJIB_BERISI:
                hasil[f.name] = self.berisi(isi)
            elif f.name == "svg":
                hasil[f.name] = bersihkan_bagan(isi)
            else:
                hasil[f.name] = self.nilai(isi)
        return hasil


def _lebar(teks: str) -> Any:
    """Column width as data: "16mm" -> {"mm": 16}, "1fr" -> {"fr": 1}, "auto"."""
    if teks == "auto":
        return teks
    cocok = _LEBAR.fullmatch(teks)
    if cocok is None:
        raise ValueError(f"lebar kolom {teks!r} tidak dikenal; pakai mm, fr, atau auto")
    return {cocok[2]: json.loads(cocok[1])}


@cache
def _fon() -> typst.Fonts:
    """The bundled fonts, read once per process."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FOLDER_FON)])


def susun_json(dok: Dokumen, liputan: str = "liputan") -> tuple[str, tuple[str, ...]]:
    """The numbered document as JSON for the templates, and the characters that cannot be printed."""
    p = _Penyusun(liputan)
    d = nomori(dok)
    isi = {
        "judul": p.berisi(d.judul),
        "penulis": p.teks(d.penulis),
        "kaki": p.teks(d.kaki),
        "pernyataan": p.teks(d.pernyataan),
        "kata_kunci": [p.teks(k) for k in d.kata_kunci],
        "bahasa": d.bahasa,
        "tata": {
            "kertas": d.tata.kertas.ukuran,
            "motif": d.tata.motif.value,
            "lambang": sebagai_svg(d.tata.lambang, d.tata.jenis_lambang),
        },
        "bagian": [{"jenis": b.jenis.value, "blok": [p.nilai(x) for x in b.blok]} for b in d.bagian],
    }
    return json.dumps(isi, ensure_ascii=False, separators=(",", ":")), tuple(p.hilang)


def _penyusun(data: str) -> typst.Compiler:
    return typst.Compiler(
        input=str(FOLDER_TYPST / "utama.typ"),
        root=str(FOLDER_TYPST),
        font_paths=_fon(),
        ignore_system_fonts=True,
        sys_inputs={"dok": data},
    )


def nomor_halaman(dok: Dokumen) -> dict[str, list[str]]:
    """Printed page numbers of the entries of the lists: {"judul": [...], "tabel": [...], "gambar": [...]}.

    In order of the document, for a writer whose lists hold a copy until the reader updates them. Raises
    GagalSusunPdf as `susun_pdf`.
    """
    try:
        jawab = _penyusun(susun_json(dok)[0]).query("<halaman-daftar>", field="value", one=True)
    except typst.TypstError:
        try:
            data = susun_json(dok, "liputan-bagan")[0]
            jawab = _penyusun(data).query("<halaman-daftar>", field="value", one=True)
        except typst.TypstError as e:
            raise _gagal(e) from e
    return {k: [str(x) for x in v] for k, v in json.loads(jawab).items()}


def _susun(dok: Dokumen, waktu: datetime, liputan: str) -> tuple[Any, tuple[str, ...]]:
    """One run of the compiler."""
    data, hilang = susun_json(dok, liputan)
    penyusun = _penyusun(data)
    isi = penyusun.compile(format="pdf", pdf_standards=STANDAR, timestamp=int(waktu.timestamp()))
    return isi, hilang


def _gagal(e: typst.TypstError) -> GagalSusunPdf:
    """Log the diagnostic and return the error for the person."""
    CATAT.error("PDF tidak tersusun: %s", e.diagnostic)
    return GagalSusunPdf(
        "Laporan tidak dapat disusun menjadi PDF. Rincian teknis tercatat pada log; "
        "laporkan bersama nama instansi dan tahunnya.",
        e.diagnostic,
    )


def susun_pdf(dok: Dokumen, *, waktu: datetime) -> HasilPdf:
    """Make the PDF of `dok`; `waktu` is the moment of freezing and must know its time zone.

    Raises GagalSusunPdf with a plain message; the compiler's own diagnostic goes to the log.
    """
    if waktu.tzinfo is None:
        raise ValueError("waktu pembekuan harus membawa zona waktu")
    try:
        isi, hilang = _susun(dok, waktu, "liputan")
    except typst.TypstError as e:
        if not any(k in e.diagnostic for k in _HURUF_RUMIT):
            raise _gagal(e) from e
        # Some rare sequences of scripts find no common face: print boxes there, and say so.
        try:
            isi, hilang = _susun(dok, waktu, "liputan-bagan")
        except typst.TypstError as lagi:
            raise _gagal(lagi) from lagi
    if not isinstance(isi, bytes):
        raise GagalSusunPdf("Penyusun PDF tidak menghasilkan berkas.", repr(type(isi)))
    return HasilPdf(isi, jumlah_halaman(isi), hilang)


def tulis_pdf(dok: Dokumen, *, waktu: datetime) -> bytes:
    """Make the PDF of `dok` and return its bytes."""
    return susun_pdf(dok, waktu=waktu).isi


def jumlah_halaman(pdf: bytes) -> int:
    """Number of pages, read from the root of the page tree (its count is the largest)."""
    semua = [int(x or y) for x, y in _HALAMAN.findall(pdf)]
    if not semua:
        raise GagalSusunPdf("Jumlah halaman PDF tidak terbaca.")
    return max(semua)
