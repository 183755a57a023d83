"""One page of a PDF as words with boxes and ruling lines, as the reader of the page sees them.

Coordinates are points from the upper left corner of the page as shown: turned pages, and pages whose text is
turned as a whole, are turned upright first. What pdfium answers is only measured here, never reckoned with
as a figure of the document.
"""

from __future__ import annotations

import ctypes
import math
import re
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as r

HURUF_MAKS = 60_000  # characters of one page
BENDA_MAKS = 60_000  # drawn things of one page
DALAM_MAKS = 6  # forms in forms
TEBAL_GARIS = 4  # points; a drawn box thinner than this is a line
_TEBAL = re.compile(r"bold|black|heavy|semibold|demi|,b$|-b$", re.I)
_SERING = {u: chr(u) for u in range(0x21, 0x7F)}
_LIGATUR = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}
TANDA_PENGGAL = "\u00ad"  # a hyphen that only divides a word at the end of a line


@dataclass(slots=True)
class Kata:
    """A word: text, box, base line, height of type, bold, turned; `batas`: left edges of its letters."""

    teks: str
    x0: Any
    y0: Any
    x1: Any
    y1: Any
    alas: Any
    tinggi: Any
    tebal: bool = False
    putar: int = 0
    batas: list[Any] = field(default_factory=list)
    mcid: int = -1

    @property
    def tengah(self) -> Any:
        """The middle of the box from left to right."""
        return (self.x0 + self.x1) / 2


@dataclass(slots=True)
class Garis:
    """A ruling line: place across (y of a level line, x of an upright one), and from where to where."""

    letak: Any
    awal: Any
    akhir: Any


@dataclass(slots=True)
class Halaman:
    """What a page shows."""

    nomor: int
    lebar: Any
    tinggi: Any
    kata: list[Kata] = field(default_factory=list)
    datar: list[Garis] = field(default_factory=list)
    tegak: list[Garis] = field(default_factory=list)
    isian: list[tuple[Any, Any, Any, Any]] = field(default_factory=list)  # filled boxes
    gambar: int = 0
    penuh: bool = False  # more was drawn than is read


class Putaran:
    """From the coordinates of the file (origin below left) to those of the page as shown."""

    def __init__(self, kotak: tuple[Any, Any, Any, Any], arah: int) -> None:
        self.x0, self.y0, self.x1, self.y1 = kotak
        self.arah = arah % 4  # quarter turns clockwise

    @property
    def ukuran(self) -> tuple[Any, Any]:
        """Width and height as shown."""
        lebar, tinggi = self.x1 - self.x0, self.y1 - self.y0
        return (tinggi, lebar) if self.arah % 2 else (lebar, tinggi)

    def titik(self, x: Any, y: Any) -> tuple[Any, Any]:
        """A point as shown."""
        if self.arah == 0:
            return x - self.x0, self.y1 - y
        if self.arah == 1:
            return y - self.y0, x - self.x0
        if self.arah == 2:
            return self.x1 - x, y - self.y0
        return self.y1 - y, self.x1 - x

    def kotak(self, a: Any, b: Any, c: Any, d: Any) -> tuple[Any, Any, Any, Any]:
        """A box (left, bottom, right, top of the file) as (x0, y0, x1, y1) as shown."""
        x, y = self.titik(a, b)
        u, v = self.titik(c, d)
        return min(x, u), min(y, v), max(x, u), max(y, v)


def baca_halaman(dok: Any, indeks: int, bertanda: bool = False) -> tuple[Halaman, Any, Any]:
    """(page, raw page, raw text page); the caller closes the raw ones.

    bertanda: the file is tagged, so every word also tells its marked content.
    """
    mentah = r.FPDF_LoadPage(dok, indeks)
    isi = r.FPDFText_LoadPage(mentah)
    huruf = _Huruf(isi, bertanda)
    kotak = _kotak_halaman(mentah)
    umum = huruf.arah_umum()
    arah = r.FPDFPage_GetRotation(mentah) if umum is None else (4 - umum) % 4
    putar = Putaran(kotak, arah)
    lebar, tinggi = putar.ukuran
    hal = Halaman(indeks + 1, lebar, tinggi)
    hal.kata = huruf.kata(putar)
    _baca_garis(mentah, putar, hal)
    hal.penuh = huruf.terpotong or hal.penuh
    return hal, mentah, isi


def _kotak_halaman(mentah: Any) -> tuple[Any, Any, Any, Any]:
    """The box that is shown; pdfium's sizes are those of the turned page."""
    nilai = [ctypes.c_float() for _ in range(4)]
    for ambil in (r.FPDFPage_GetCropBox, r.FPDFPage_GetMediaBox):
        if ambil(mentah, *(ctypes.byref(n) for n in nilai)):
            a, b, c, d = (n.value for n in nilai)
            if c > a and d > b:
                return a, b, c, d
    return 0, 0, r.FPDF_GetPageWidthF(mentah), r.FPDF_GetPageHeightF(mentah)


class _Huruf:
    """The characters of a text page."""

    def __init__(self, isi: Any, bertanda: bool) -> None:
        self.isi = isi
        self.bertanda = bertanda
        jumlah = max(0, r.FPDFText_CountChars(isi))
        self.terpotong = jumlah > HURUF_MAKS
        self.jumlah = min(jumlah, HURUF_MAKS)
        self._sudut: list[int] | None = None
        self._nama = ctypes.create_string_buffer(128)

    def sudut(self) -> list[int]:
        """Direction of every character in quarter turns clockwise of the file."""
        if self._sudut is None:
            seperempat = math.pi / 2
            self._sudut = [
                round(max(0, r.FPDFText_GetCharAngle(self.isi, i)) / seperempat) % 4
                for i in range(self.jumlah)
            ]
        return self._sudut

    def arah_umum(self) -> int | None:
        """The direction of more than two thirds of the text; None where there is no such direction."""
        s = self.sudut()
        return next((q for q in range(4) if s.count(q) * 3 > len(s) * 2), None)

    def kata(self, putar: Putaran) -> list[Kata]:
        """All words in the order of the file."""
        hasil: list[Kata] = []
        kini: Kata | None = None
        isi = self.isi
        kotak, ox, oy = r.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
        p_kotak, p_ox, p_oy = ctypes.byref(kotak), ctypes.byref(ox), ctypes.byref(oy)
        lurus = putar.arah == 0
        kiri, puncak = putar.x0, putar.y1
        for i, s in enumerate(self.sudut()):
            huruf = _SERING.get(u := r.FPDFText_GetUnicode(isi, i)) or self._teks(u)
            if huruf == " " or not huruf:
                kini = None if huruf == " " else kini
                continue
            if not r.FPDFText_GetLooseCharBox(isi, i, p_kotak):
                continue
            r.FPDFText_GetCharOrigin(isi, i, p_ox, p_oy)
            if lurus:
                arah = s
                x0, x1 = kotak.left - kiri, kotak.right - kiri
                y0, y1 = puncak - kotak.top, puncak - kotak.bottom
                ax, ay = ox.value - kiri, puncak - oy.value
            else:
                arah = (s + putar.arah) % 4
                x0, y0, x1, y1 = putar.kotak(kotak.left, kotak.bottom, kotak.right, kotak.top)
                ax, ay = putar.titik(ox.value, oy.value)
            alas = ay if arah % 2 == 0 else ax
            if kini is not None and _sekata(kini, arah, x0, y0, x1, y1, alas):
                _tambah(kini, huruf, x0, y0, x1, y1)
                continue
            tinggi = (y1 - y0) if arah % 2 == 0 else (x1 - x0)
            kini = Kata(huruf, x0, y0, x1, y1, alas, tinggi, self._tebal(i), arah, [x0] * len(huruf))
            if self.bertanda:
                kini.mcid = r.FPDFPageObj_GetMarkedContentID(r.FPDFText_GetTextObject(isi, i))
            hasil.append(kini)
        return hasil

    def _teks(self, u: int) -> str:
        if u in _LIGATUR:
            return _LIGATUR[u]
        if u in (0x02, 0xAD, 0xFFFE):
            return TANDA_PENGGAL
        if u <= 0x20 or u in (0xA0, 0x2028, 0x2029, 0x3000) or 0x2000 <= u <= 0x200A:
            return " "
        if u in (0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF) or 0xD800 <= u <= 0xDFFF or u > 0x10FFFF:
            return ""
        return chr(u)

    def _tebal(self, i: int) -> bool:
        if r.FPDFText_GetFontWeight(self.isi, i) >= 600:
            return True
        n = r.FPDFText_GetFontInfo(self.isi, i, self._nama, 128, None)
        return bool(_TEBAL.search(self._nama.raw[: max(0, min(n, 128) - 1)].decode("latin-1")))


def _sekata(k: Kata, arah: int, x0: Any, y0: Any, x1: Any, y1: Any, alas: Any) -> bool:
    """Whether a character follows the last one of the word without a gap on the same line."""
    if arah != k.putar or abs(alas - k.alas) > k.tinggi * 0.35:
        return False
    if arah == 0 and (y1 - y0) * 10 < k.tinggi * 8 and alas < k.alas - k.tinggi * 0.15:
        return False  # a raised mark is a word of its own
    if arah == 0:
        celah = x0 - k.x1
    elif arah == 1:
        celah = y0 - k.y1
    elif arah == 2:
        celah = k.x0 - x1
    else:
        celah = k.y0 - y1
    return bool(-k.tinggi * 0.9 < celah < k.tinggi * 0.28)


def _tambah(k: Kata, huruf: str, x0: Any, y0: Any, x1: Any, y1: Any) -> None:
    k.teks += huruf
    k.batas += [x0] * len(huruf)
    if x0 < k.x0:
        k.x0 = x0
    if y0 < k.y0:
        k.y0 = y0
    if x1 > k.x1:
        k.x1 = x1
    if y1 > k.y1:
        k.y1 = y1


# ── ruling lines ─────────────────────────────────────────────────────────────────────────────────────

Matriks = tuple[Any, Any, Any, Any, Any, Any]
_SATUAN: Matriks = (1, 0, 0, 1, 0, 0)


def _kali(m: Matriks, n: Matriks) -> Matriks:
    """First `m`, then `n`."""
    a, b, c, d, e, f = m
    p, q, s, t, u, v = n
    return a * p + b * s, a * q + b * t, c * p + d * s, c * q + d * t, e * p + f * s + u, e * q + f * t + v


def _baca_garis(mentah: Any, putar: Putaran, hal: Halaman) -> None:
    sisa = [BENDA_MAKS]
    benda = [r.FPDFPage_GetObject(mentah, i) for i in range(min(r.FPDFPage_CountObjects(mentah), BENDA_MAKS))]
    _benda(benda, _SATUAN, putar, hal, sisa, 0)
    hal.penuh = sisa[0] <= 0


def _benda(benda: list[Any], m: Matriks, putar: Putaran, hal: Halaman, sisa: list[int], dalam: int) -> None:
    for o in benda:
        sisa[0] -= 1
        if sisa[0] <= 0:
            return
        jenis = r.FPDFPageObj_GetType(o)
        if jenis == r.FPDF_PAGEOBJ_PATH:
            _jalur(o, m, putar, hal)
        elif jenis == r.FPDF_PAGEOBJ_IMAGE:
            hal.gambar += 1
        elif jenis == r.FPDF_PAGEOBJ_FORM and dalam < DALAM_MAKS:
            n = min(max(0, r.FPDFFormObj_CountObjects(o)), sisa[0])
            anak = [r.FPDFFormObj_GetObject(o, i) for i in range(n)]
            _benda(anak, _kali(_matriks(o), m), putar, hal, sisa, dalam + 1)


def _matriks(o: Any) -> Matriks:
    mt = r.FS_MATRIX()
    if not r.FPDFPageObj_GetMatrix(o, ctypes.byref(mt)):
        return _SATUAN
    return mt.a, mt.b, mt.c, mt.d, mt.e, mt.f


def _jalur(o: Any, m: Matriks, putar: Putaran, hal: Halaman) -> None:
    """A thin box or a straight stroke is a line; a stroked box is four."""
    isi, garis = ctypes.c_int(), ctypes.c_int()
    r.FPDFPath_GetDrawMode(o, ctypes.byref(isi), ctypes.byref(garis))
    if not isi.value and not garis.value:
        return
    a, b, c, d = (ctypes.c_float() for _ in range(4))
    if not r.FPDFPageObj_GetBounds(o, ctypes.byref(a), ctypes.byref(b), ctypes.byref(c), ctypes.byref(d)):
        return
    x0, y0, x1, y1 = putar.kotak(*_titik(m, a.value, b.value), *_titik(m, c.value, d.value))
    if y1 - y0 <= TEBAL_GARIS or x1 - x0 <= TEBAL_GARIS:
        _catat(hal, x0, y0, x1, y1)
        return
    if isi.value and (x1 - x0) * (y1 - y0) < hal.lebar * hal.tinggi * 0.4:
        hal.isian.append((x0, y0, x1, y1))
    if garis.value:
        _ruas(o, _kali(_matriks(o), m), putar, hal)


def _titik(m: Matriks, x: Any, y: Any) -> tuple[Any, Any]:
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


def _catat(hal: Halaman, x0: Any, y0: Any, x1: Any, y1: Any) -> None:
    if x1 - x0 >= y1 - y0:
        if x1 - x0 > TEBAL_GARIS:
            hal.datar.append(Garis((y0 + y1) / 2, x0, x1))
    elif y1 - y0 > TEBAL_GARIS:
        hal.tegak.append(Garis((x0 + x1) / 2, y0, y1))


def _ruas(o: Any, m: Matriks, putar: Putaran, hal: Halaman) -> None:
    """Level and upright pieces of a stroked path."""
    x, y = ctypes.c_float(), ctypes.c_float()
    awal = kini = None
    for i in range(min(r.FPDFPath_CountSegments(o), 4000)):
        s = r.FPDFPath_GetPathSegment(o, i)
        r.FPDFPathSegment_GetPoint(s, ctypes.byref(x), ctypes.byref(y))
        titik = putar.titik(*_titik(m, x.value, y.value))
        jenis = r.FPDFPathSegment_GetType(s)
        if jenis == r.FPDF_SEGMENT_MOVETO:
            awal = titik
        elif jenis == r.FPDF_SEGMENT_LINETO and kini is not None:
            _lurus(hal, kini, titik)
        kini = titik
        if r.FPDFPathSegment_GetClose(s) and awal is not None:
            _lurus(hal, kini, awal)


def _lurus(hal: Halaman, a: tuple[Any, Any], b: tuple[Any, Any]) -> None:
    if abs(a[0] - b[0]) < 1 or abs(a[1] - b[1]) < 1:
        _catat(hal, min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))
