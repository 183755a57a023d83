"""Places where a narrow table cell may break a word.

Typst has no Indonesian hyphenation. Soft hyphens (U+00AD) by the `id_ID` patterns go into words of ten
letters and more, at least three letters from either end. A reader of the file strips U+00AD; running text
and headings get none. A word without any break and longer than a column (a code, an address) gets
zero-width spaces instead, which print nothing.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

import pyphen

HUBUNG_LUNAK = "\u00ad"
RUANG_NOL = "\u200b"
PANJANG_KATA = 10
PANJANG_PAKSA = 24
_KATA = re.compile(rf"[^\W\d_]{{{PANJANG_KATA},}}")
_GUMPAL = re.compile(rf"\S{{{PANJANG_PAKSA + 1},}}")


@cache
def _kamus() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="id_ID", left=3, right=3)


@lru_cache(maxsize=20_000)
def penggal_kata(kata: str) -> str:
    """Insert soft hyphens into one word."""
    return str(_kamus().inserted(kata, hyphen=HUBUNG_LUNAK))


def _paksa(cocok: re.Match[str]) -> str:
    gumpal = cocok.group()
    bagian = re.split(rf"([{HUBUNG_LUNAK}{RUANG_NOL}/\-])", gumpal)
    return "".join(
        RUANG_NOL.join(b[i : i + PANJANG_PAKSA] for i in range(0, len(b), PANJANG_PAKSA)) if b else ""
        for b in bagian
    )


def aman_lebar(teks: str) -> str:
    """Give every chunk of more than 24 characters without a break a place to break."""
    return _GUMPAL.sub(_paksa, teks)


@lru_cache(maxsize=20_000)
def penggal(teks: str) -> str:
    """Soft hyphens for the long words of a table cell, and forced breaks for chunks that still have none."""
    return aman_lebar(_KATA.sub(lambda m: penggal_kata(m.group()), teks))
