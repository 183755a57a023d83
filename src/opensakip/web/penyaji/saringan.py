"""Searching inside a page: words of a query, whether a text holds them all, and where they stand."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

#: Longer queries are cut: nobody types them, and each word costs a pass over every row.
_TERPANJANG, _KATA_TERBANYAK = 200, 12


def lipat(teks: str) -> str:
    """Text without case, in one Unicode form, spaces folded."""
    return " ".join(unicodedata.normalize("NFKC", teks).casefold().split())


@dataclass(frozen=True, slots=True)
class Kata:
    """The words of a query; empty when nothing was asked."""

    teks: str
    semua: tuple[str, ...]

    def __bool__(self) -> bool:
        """True when there is something to look for."""
        return bool(self.semua)

    def cocok(self, terlipat: str) -> bool:
        """True when a folded text holds every word."""
        return all(k in terlipat for k in self.semua)

    def tandai(self, teks: str) -> list[tuple[str, bool]]:
        """A text in pieces, those that were looked for marked True.

        >>> kata("harga beras").tandai("Harga pokok")
        [('Harga', True), (' pokok', False)]
        """
        if not self.semua or not teks:
            return [(teks, False)]
        pola = "|".join(re.escape(k) for k in sorted(self.semua, key=len, reverse=True))
        bagian = re.split(f"({pola})", teks, flags=re.IGNORECASE)
        return [(b, n % 2 == 1) for n, b in enumerate(bagian) if b]


def kata(teks: str | None) -> Kata:
    """Read a query as a person typed it."""
    bersih = " ".join((teks or "").replace("\x00", " ").split())[:_TERPANJANG]
    return Kata(bersih, tuple(dict.fromkeys(lipat(bersih).split()))[:_KATA_TERBANYAK])
