"""What the bundled fonts can print, and the cleaning of text before it reaches a writer.

A PDF/A file must not hold a character without a glyph, and the compiler refuses it. An officer's text may
hold anything, so characters that no bundled font has are replaced by a visible box and counted; the caller
turns the count into a warning. Control characters and invisible direction overrides never pass.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from functools import cache
from pathlib import Path

FOLDER_FON = Path(__file__).parent / "fon"
PENGGANTI = "\u25a1"
_BUANG = {
    *range(0x00, 0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0),
    0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xFE00, 0xFE10), *range(0xE0000, 0xE0200),
}  # fmt: skip
_RUANG = {0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029}
_TANPA_GLIF = {0xAD, 0x200B, 0x200C, 0x200D, 0x2060}
_TABEL = {**dict.fromkeys(_BUANG), **dict.fromkeys(_RUANG, " ")}


@cache
def _rentang(liputan: str) -> tuple[list[int], list[int]]:
    awal, akhir = [], []
    for baris in (FOLDER_FON / f"{liputan}.txt").read_text(encoding="ascii").split():
        a, b = baris.split("-")
        awal.append(int(a, 16))
        akhir.append(int(b, 16))
    return awal, akhir


@cache
def tercakup(huruf: str, liputan: str = "liputan") -> bool:
    """Whether a bundled font has a glyph for the character (or it needs none)."""
    titik = ord(huruf)
    if titik in _TANPA_GLIF:
        return True
    awal, akhir = _rentang(liputan)
    i = bisect_right(awal, titik) - 1
    return i >= 0 and titik <= akhir[i]


def bersihkan_bagan(teks: str) -> str:
    """Text of a chart: only the table face is there, so everything else becomes a box.

    Loose combining marks are dropped: stacked in SVG text they cannot be written as PDF/A.
    """
    rapi = bersihkan(teks, "liputan-bagan")[0]
    return rapi if rapi.isascii() else "".join(h for h in rapi if unicodedata.category(h) != "Mn")


def bersihkan(teks: str, liputan: str = "liputan") -> tuple[str, tuple[str, ...]]:
    """Return the printable form of `teks` and the characters that had to be replaced.

    Normalises to NFC, turns line ends and tabs into spaces, drops control characters, direction overrides
    and variation selectors, and puts a box where no bundled font has a glyph.
    """
    if teks.isascii() and teks.isprintable():
        return teks, ()
    rapi = unicodedata.normalize("NFC", teks.translate(_TABEL))
    hilang = tuple(dict.fromkeys(h for h in rapi if not tercakup(h, liputan)))
    for h in hilang:
        rapi = rapi.replace(h, PENGGANTI)
    return rapi, hilang


_LUAR_XML = {0xAD, 0x200B, 0x2060, 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)}
_TABEL_BEBAS = {**_TABEL, **dict.fromkeys(_LUAR_XML)}


def rapikan(teks: str) -> str:
    """Text for formats whose reader brings the fonts (Word, browser): cleaned, but no glyph is replaced.

    The same rules as `bersihkan`, and without soft hyphens and what XML cannot hold.
    """
    if teks.isascii() and teks.isprintable():
        return teks
    return unicodedata.normalize("NFC", teks.translate(_TABEL_BEBAS))
