"""What was planted: the kind, what is printed now, what should stand there, and where."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from opensakip.dokumen.model import Blok, Dokumen

from .pohon import Jalur


@dataclass(frozen=True)
class Tanaman:
    """One planted error.

    baru: the block that takes the place of the one at `jalur`, None takes it away; kunci: the texts of the
    row, or one text of the paragraph, as printed now; empty where the error is that something is missing.
    """

    jenis: str
    tercetak: str
    asli: str
    jalur: Jalur
    baru: Blok | None
    kunci: tuple[str, ...]
    baris: int = -1
    banyak: int = 1

    @property
    def tempat(self) -> tuple[Jalur, int]:
        """What no second error may touch."""
        return self.jalur, self.baris


Benih = Callable[[Dokumen, random.Random], Iterable[Tanaman]]
BENIH: dict[str, Benih] = {}


def benih(jenis: str) -> Callable[[Benih], Benih]:
    """Enter a kind of error under its name."""

    def catat(f: Benih) -> Benih:
        BENIH[jenis] = f
        return f

    return catat


def salah_angka(teks: str, acak: random.Random) -> str:
    """The number with one digit changed so that the value differs by more than any rounding.

    The last digit after the comma stays; the first digit never becomes 0.
    """
    bulat, koma, pecahan = teks.partition(",")
    tempat = [i for i, h in enumerate(bulat) if h.isdigit()]
    boleh = tempat if len(tempat) < 4 else tempat[: max(3, len(tempat) // 2)]
    if koma and len(pecahan) > 1 and len(tempat) < 3:
        boleh = [*tempat, len(bulat) + 1]
    i = acak.choice(boleh)
    lama = int(teks[i])
    pilihan = [d for d in range(10) if abs(d - lama) in (1, 2, 3, 4) and (d or i != tempat[0])]
    baru = f"{teks[:i]}{acak.choice(pilihan)}{teks[i + 1 :]}"
    return baru if re.sub(r"\D", "", baru) != re.sub(r"\D", "", teks) else teks
