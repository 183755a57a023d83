"""A small SVG canvas in millimetres, with text that is measured well enough to be wrapped.

Coordinates are Decimal: a drawing is made of the figures of the report, and equal input must give equal
bytes on every machine. Text stays text (searchable, readable in HTML) and names the bundled table face.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from xml.sax.saxutils import escape, quoteattr

from opensakip.dokumen.huruf import bersihkan_bagan

Angka = Decimal | int
HURUF = "'Source Sans 3', Arial, sans-serif"
# Contrast on white at least 4.5:1 for every colour used as text.
WARNA = {
    "tua": "#10304f",
    "biru": "#1f5f99",
    "pucat": "#f5f8fb",
    "emas": "#946822",
    "abu": "#5b6670",
    "garis": "#b9c4ce",
    "garismuda": "#dde4ea",
    "hijau": "#1a7048",
    "jingga": "#b4501a",
    "merah": "#a32626",
    "putih": "#ffffff",
    "teks": "#1b2430",
}
_SATU = Decimal("0.01")
_PT = Decimal("0.352778")
PI = Decimal("3.14159265")
# Advance widths of Source Sans 3 in thousandths of the size, by groups; others count as 560.
_LEBAR_HURUF = {
    **dict.fromkeys("0123456789", 497),
    **dict.fromkeys("abdeghknopquvxyzCLFTEJ", 520),
    **dict.fromkeys("crstf", 390),
    **dict.fromkeys("ijl.,:;'|!()[]/-", 280),
    **dict.fromkeys("mwMW", 830),
    " ": 200,
    "%": 830,
}


def titik(pt: Angka) -> Decimal:
    """Points to millimetres."""
    return Decimal(pt) * _PT


def a(nilai: Angka) -> str:
    """A coordinate with at most two decimals, without trailing zeros."""
    s = str(Decimal(nilai).quantize(_SATU, ROUND_HALF_UP))
    s = s.rstrip("0").rstrip(".") if "." in s else s
    return "0" if s == "-0" else s


@lru_cache(maxsize=8_000)
def lebar_teks(teks: str, pt: Decimal, tebal: bool = False) -> Decimal:
    """Estimated width in millimetres; a little too wide rather than too narrow."""
    ribu = sum(_LEBAR_HURUF.get(h, 560) for h in teks)
    return titik(pt) * ribu / 1000 * (Decimal("1.06") if tebal else Decimal("1.02"))


def _potong(kata: str, lebar: Decimal, pt: Decimal) -> list[str]:
    """Cut a word that is wider than the line."""
    bagian, kini = [], ""
    for h in kata:
        if kini and lebar_teks(kini + h, pt) > lebar:
            bagian.append(kini)
            kini = ""
        kini += h
    return [*bagian, kini]


def bungkus(teks: str, lebar: Angka, pt: Angka, maks: int = 2) -> list[str]:
    """Wrap a label into at most `maks` lines; what does not fit ends in an ellipsis."""
    w, p = Decimal(lebar), Decimal(pt)
    baris: list[str] = []
    kini = ""
    for kata in teks.split():
        for k in _potong(kata, w, p):
            coba = f"{kini} {k}".strip()
            if kini and lebar_teks(coba, p) > w:
                baris.append(kini)
                kini = k
            else:
                kini = coba
    baris.append(kini)
    if len(baris) <= maks:
        return baris
    akhir = baris[maks - 1]
    while akhir and lebar_teks(akhir + "…", p) > w:
        akhir = akhir[:-1]
    return [*baris[: maks - 1], akhir.rstrip(" ,;") + "…"]


class Kanvas:
    """Collects SVG elements; `selesai` returns the drawing with title and description."""

    def __init__(self, lebar: Angka, tinggi: Angka) -> None:
        self.lebar, self.tinggi = Decimal(lebar), Decimal(tinggi)
        self._isi: list[str] = []
        self._arsir: dict[str, str] = {}

    def arsir(self, warna: str) -> str:
        """Name of a hatch in the colour, for values that are not final."""
        nama = f"arsir-{warna.lstrip('#')}"
        self._arsir[nama] = (
            f'<pattern id="{nama}" width="1.2" height="1.2" patternUnits="userSpaceOnUse">'
            f'<rect width="1.2" height="1.2" fill="#ffffff"/>'
            f'<path d="M0 1.2L1.2 0" stroke="{warna}" stroke-width=".3"/></pattern>'
        )
        return f"url(#{nama})"

    def garis(
        self, x1: Angka, y1: Angka, x2: Angka, y2: Angka, warna: str, tebal: Angka = 0, putus: str = ""
    ) -> None:
        """A line; `putus` is a dash pattern in millimetres."""
        dash = f' stroke-dasharray="{putus}"' if putus else ""
        self._isi.append(
            f'<path d="M{a(x1)} {a(y1)}L{a(x2)} {a(y2)}" fill="none" stroke="{warna}"'
            f' stroke-width="{a(tebal or Decimal("0.14"))}"{dash}/>'
        )

    def kotak(
        self, x: Angka, y: Angka, w: Angka, h: Angka, isi: str, garis: str = "", tebal: Angka = 0
    ) -> None:
        """A rectangle."""
        tepi = f' stroke="{garis}" stroke-width="{a(tebal or Decimal("0.2"))}"' if garis else ""
        self._isi.append(f'<rect x="{a(x)}" y="{a(y)}" width="{a(w)}" height="{a(h)}" fill="{isi}"{tepi}/>')

    def bulat(self, x: Angka, y: Angka, r: Angka, isi: str, garis: str = "", tebal: Angka = 0) -> None:
        """A circle."""
        tepi = f' stroke="{garis}" stroke-width="{a(tebal or Decimal("0.5"))}"' if garis else ""
        self._isi.append(f'<circle cx="{a(x)}" cy="{a(y)}" r="{a(r)}" fill="{isi}"{tepi}/>')

    def cincin(self, x: Angka, y: Angka, r: Angka, tebal: Angka, warna: str, bagian: Decimal) -> None:
        """A part of a ring (0 to 1), from the top clockwise: a dashed circle, so no angle is computed."""
        keliling = Decimal(r) * 2 * PI
        isi = keliling * bagian
        self._isi.append(
            f'<circle cx="{a(x)}" cy="{a(y)}" r="{a(r)}" fill="none" stroke="{warna}"'
            f' stroke-width="{a(tebal)}" stroke-dasharray="{a(isi)} {a(keliling - isi + 1)}"'
            f' transform="rotate(-90 {a(x)} {a(y)})"/>'
        )

    def poligon(self, sudut: Iterable[tuple[Angka, Angka]], isi: str) -> None:
        """A filled polygon."""
        d = "L".join(f"{a(x)} {a(y)}" for x, y in sudut)
        self._isi.append(f'<path d="M{d}Z" fill="{isi}"/>')

    def teks(
        self,
        x: Angka,
        y: Angka,
        teks: str,
        *,
        pt: Angka = Decimal("8.6"),
        warna: str = WARNA["teks"],
        rata: str = "start",
        tebal: int = 400,
        miring: bool = False,
    ) -> None:
        """One line of text; `y` is the base line, `rata` is start, middle or end."""
        gaya = ' font-style="italic"' if miring else ""
        self._isi.append(
            f'<text x="{a(x)}" y="{a(y)}" font-size="{a(titik(pt))}" font-weight="{tebal}" fill="{warna}"'
            f' text-anchor="{rata}"{gaya}>{escape(bersihkan_bagan(teks))}</text>'
        )

    def paragraf(
        self, x: Angka, tengah: Angka, baris: list[str], *, pt: Angka = Decimal("8.6"), **sisa: str
    ) -> None:
        """Some lines, centred vertically around `tengah`."""
        jarak = titik(pt) * Decimal("1.12")
        y = Decimal(tengah) - jarak * (len(baris) - 1) / 2 + titik(pt) * Decimal("0.34")
        for i, b in enumerate(baris):
            self.teks(
                x,
                y + jarak * i,
                b,
                pt=pt,
                rata=sisa.get("rata", "start"),
                warna=sisa.get("warna", WARNA["teks"]),
            )

    def selesai(self, judul: str, uraian: str) -> str:
        """The finished drawing; `judul` and `uraian` are what a screen reader says."""
        defs = f"<defs>{''.join(self._arsir.values())}</defs>" if self._arsir else ""
        w, h = a(self.lebar), a(self.tinggi)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {w} {h}" width="{w}mm"'
            f' height="{h}mm" font-family={quoteattr(HURUF)}><title>{escape(bersihkan_bagan(judul))}</title>'
            f"<desc>{escape(bersihkan_bagan(uraian))}</desc>{defs}{''.join(self._isi)}</svg>"
        )
