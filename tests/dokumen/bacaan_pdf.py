"""Reading a PDF back the way a reader sees it, for tests of the writer and of the report."""

from __future__ import annotations

import re

import pypdfium2 as pdfium

_HILANG = dict.fromkeys((0xAD, 0x200B, 0x2060, 0xFFFE, 0x2))


def rapikan(teks: str) -> str:
    """Drop soft hyphens and zero-width marks, and make all white space one space."""
    bersih = teks.replace("\ufb01", "fi").replace("\ufb02", "fl").translate(_HILANG)
    return re.sub(r"\s+", " ", bersih)


def padat(teks: str) -> str:
    """The text without any white space and hyphen, so that line ends do not matter."""
    return re.sub(r"[\s\-]", "", rapikan(teks))


def halaman(pdf: bytes) -> list[str]:
    """Text of every page."""
    dok = pdfium.PdfDocument(pdf)
    try:
        return [dok[i].get_textpage().get_text_range() for i in range(len(dok))]
    finally:
        dok.close()


def teks(pdf: bytes) -> str:
    """Text of the whole file."""
    return rapikan("\n".join(halaman(pdf)))


def tepi_kanan(pdf: bytes) -> list[tuple[int, float, float]]:
    """Per page: number, right edge of the rightmost character, width of the page (points)."""
    dok = pdfium.PdfDocument(pdf)
    hasil = []
    for i in range(len(dok)):
        hal = dok[i]
        isi = hal.get_textpage()
        kanan = max((isi.get_charbox(n)[2] for n in range(isi.count_chars())), default=0.0)
        hasil.append((i + 1, kanan, hal.get_width()))
    dok.close()
    return hasil
