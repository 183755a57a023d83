"""Kinds of report as data: which blocks stand in which chapter.

One YAML file per kind; the file name is the code that an agency chooses. The same blocks serve all kinds,
so a figure is printed by one piece of code whatever the frame.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent
BAKU = "lkjip"


@dataclass(frozen=True, slots=True)
class Subbab:
    """A section: heading and the names of the blocks that fill it."""

    judul: str
    blok: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bab:
    """A chapter; `petunjuk` is what an officer still has to supply when all its sections are empty."""

    judul: str
    subbab: tuple[Subbab, ...]
    petunjuk: str = ""


@dataclass(frozen=True, slots=True)
class Bentuk:
    """A kind of report: words of the cover, blocks before the chapters, chapters, annexes."""

    kode: str
    nama: str
    label: str
    judul: str
    depan: tuple[str, ...]
    bab: tuple[Bab, ...]
    lampiran: tuple[str, ...]

    @property
    def blok(self) -> tuple[str, ...]:
        """Names of all blocks, in order of printing."""
        isi = (b for bab in self.bab for s in bab.subbab for b in s.blok)
        return (*self.depan, *isi, *self.lampiran)


def daftar() -> tuple[str, ...]:
    """Codes of the kinds of report that exist."""
    return tuple(sorted(p.stem for p in FOLDER.glob("*.yaml")))


@cache
def ambil(kode: str) -> Bentuk:
    """Return a kind of report; an empty code means the usual one.

    Raises:
        LookupError: no kind has this code.
    """
    kode = kode or BAKU
    if kode not in daftar():
        raise LookupError(f"bentuk laporan “{kode}” tidak dikenal; yang ada: {', '.join(daftar())}")
    return _baca(yaml.safe_load((FOLDER / f"{kode}.yaml").read_text(encoding="utf-8")))


def _baca(d: dict[str, Any]) -> Bentuk:
    return Bentuk(
        kode=d["kode"],
        nama=d["nama"],
        label=d["sampul"]["label"],
        judul=d["sampul"]["judul"],
        depan=tuple(d["depan"]),
        bab=tuple(
            Bab(
                b["judul"],
                tuple(Subbab(s["judul"], tuple(s["blok"])) for s in b["subbab"]),
                b.get("petunjuk", ""),
            )
            for b in d["bab"]
        ),
        lampiran=tuple(d["lampiran"]),
    )
