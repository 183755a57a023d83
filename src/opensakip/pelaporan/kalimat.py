"""Sentences that state figures, chosen by facts and never by hand.

A pattern has a condition on the facts and two to four wordings. The wording is chosen by a stable hash of
report, subject and pattern, so the same snapshot gives the same text; one wording is not used twice running.
A wording whose slots the snapshot cannot fill is not eligible. Causes are never generated: generated text
ends where the data end.

Rules of wording: one claim per sentence; the direction is in the verb, differences are absolute numbers;
"meningkat" only for a rise in a series without break; carried-over values are never part of a trend.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from opensakip.dokumen.model import Isi, Potong, isi
from opensakip.pelaporan.blok.fakta import Fakta

_SLOT = re.compile(r"\{(\w+)\}")
SERATUS = Decimal(100)


@dataclass(frozen=True, slots=True)
class Pola:
    """A sentence pattern: id, condition, wordings."""

    id: str
    bila: Callable[[Fakta], bool]
    varian: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kalimat:
    """A finished sentence with the ids of the figures it shows."""

    pola: str
    isi: Isi

    @property
    def angka(self) -> tuple[str, ...]:
        """Ids of the figures in the sentence."""
        return tuple(p.angka for p in self.isi if isinstance(p, Potong) and p.angka)

    @property
    def teks(self) -> str:
        """The bare sentence."""
        return "".join(p.teks for p in self.isi)


def kata(*perlu: str, tanpa: Sequence[str] = ()) -> Callable[[Fakta], bool]:
    """Condition: all of these flags, none of those."""
    return lambda f: all(k in f.kata for k in perlu) and not any(k in f.kata for k in tanpa)


def antara(bawah: str | None, atas: str | None, *, sama_bawah: bool = False) -> Callable[[Fakta], bool]:
    """Condition: capaian above (or at) the lower and below the upper bound."""

    def bila(f: Fakta) -> bool:
        if f.c is None:
            return False
        b = bawah is None or f.c > Decimal(bawah) or (sama_bawah and f.c == Decimal(bawah))
        return b and (atas is None or f.c < Decimal(atas))

    return bila


def dan(*syarat: Callable[[Fakta], bool]) -> Callable[[Fakta], bool]:
    return lambda f: all(s(f) for s in syarat)


@dataclass
class Penutur:
    """Speaks the sentences of one report and remembers the last wording of each pattern."""

    laporan: str
    terakhir: dict[str, int] = field(default_factory=dict)

    def ucapkan(self, pola: Sequence[Pola], f: Fakta) -> list[Kalimat]:
        """All sentences of the group whose condition holds, in order."""
        hasil = []
        for p in pola:
            if p.bila(f) and (k := self._satu(p, f)) is not None:
                hasil.append(k)
        return hasil

    def _satu(self, p: Pola, f: Fakta) -> Kalimat | None:
        layak = [i for i, v in enumerate(p.varian) if all(s in f.slot for s in _SLOT.findall(v))]
        if not layak:
            return None
        kunci = hashlib.sha256(f"{self.laporan}|{f.subjek}|{p.id}".encode()).digest()
        ke = int.from_bytes(kunci[:4], "big") % len(layak)
        if len(layak) > 1 and self.terakhir.get(p.id) == layak[ke]:
            ke = (ke + 1) % len(layak)
        self.terakhir[p.id] = layak[ke]
        return Kalimat(p.id, isi_varian(p.varian[layak[ke]], f))


def isi_varian(varian: str, f: Fakta) -> Isi:
    """Fill the slots of a wording."""
    bagian: list[object] = []
    for i, b in enumerate(_SLOT.split(varian)):
        bagian.append(f.slot[b] if i % 2 else b)
    return isi(*bagian)  # type: ignore[arg-type]


def gabung(kalimat: Sequence[Kalimat]) -> Isi:
    """Sentences as one running text."""
    bagian: list[object] = []
    for k in kalimat:
        if bagian:
            bagian.append(" ")
        bagian.append(k.isi)
    return isi(*bagian)  # type: ignore[arg-type]
