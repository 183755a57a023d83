"""How full the pages of a PDF are: measured on the drawn page, not guessed from the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2

SKALA = 0.5  # pixels per point: enough to see a line of text
KEPALA_MM, KAKI_MM = 20, 21
TITIK_PER_MM = 72 / 25.4
PUTIH = 235


@dataclass(frozen=True, slots=True)
class Halaman:
    """A page: its number in the file, the filled share of its body (0 to 1), and where it ends a chapter."""

    urut: int
    penuh: float
    akhir_bab: bool
    tidur: bool


def ukur(pdf: bytes) -> list[Halaman]:
    """Measure every page but the cover; the last page before a new chapter or annex ends one."""
    dok = pypdfium2.PdfDocument(pdf)
    try:
        mulai = set(_halaman_bab(dok))
        jumlah = len(dok)
        return [
            Halaman(i + 1, _penuh(dok[i]), i + 1 in mulai or i + 1 == jumlah, _tidur(dok[i]))
            for i in range(1, jumlah)
        ]
    finally:
        dok.close()


def _halaman_bab(dok: pypdfium2.PdfDocument) -> Iterator[int]:
    """Indices of pages that open a chapter: level 0 of the bookmarks."""
    for b in dok.get_toc(max_depth=1):
        tujuan = b.get_dest()
        if tujuan is not None:
            yield tujuan.get_index()


def _tidur(halaman: pypdfium2.PdfPage) -> bool:
    lebar, tinggi = halaman.get_size()
    return bool(lebar > tinggi)


def _penuh(halaman: pypdfium2.PdfPage) -> float:
    """Share of the body height down to the lowest ink above the footer."""
    gambar = halaman.render(scale=SKALA, grayscale=True)
    baris, langkah, isi = gambar.height, gambar.stride, bytes(gambar.buffer)
    atas = int(KEPALA_MM * TITIK_PER_MM * SKALA)
    bawah = baris - int(KAKI_MM * TITIK_PER_MM * SKALA)
    for y in range(bawah - 1, atas, -1):
        if min(isi[y * langkah : y * langkah + gambar.width]) < PUTIH:
            return (y - atas) / (bawah - atas)
    return 0.0
