"""Plant one error of every kind into a report, each at a place of chance, none upon another."""

from __future__ import annotations

import random
from dataclasses import dataclass

from opensakip.dokumen.model import Dokumen

from . import kalimat, tabel
from .model import BENIH, Tanaman
from .pohon import tukar

__all__ = ["BENIH", "Kebun", "kalimat", "tabel", "tanam"]


@dataclass(frozen=True)
class Kebun:
    """A report with its planted errors; `tiada`: kinds for which the report offers no place."""

    dok: Dokumen
    tanaman: tuple[Tanaman, ...]
    tiada: tuple[str, ...]


def tanam(dok: Dokumen, benih: int, jenis: tuple[str, ...] = ()) -> Kebun:
    """Plant. Equal seeds give equal errors; what takes blocks away comes first, the contents last."""
    acak = random.Random(benih)  # noqa: S311  chance that can be repeated
    urut = list(jenis or BENIH)
    acak.shuffle(urut)
    urut.sort(key=lambda j: (j.startswith("daftar isi"), not j.startswith("bab")))
    tanaman: list[Tanaman] = []
    tiada: list[str] = []
    terpakai: set[object] = set()
    for j in urut:
        calon = [t for t in BENIH[j](dok, acak) if t.tempat not in terpakai]
        if not calon:
            tiada.append(j)
            continue
        t = acak.choice(calon)
        dok = tukar(dok, t.jalur, t.baru, t.banyak)
        terpakai.add(t.tempat)
        tanaman.append(t)
    return Kebun(dok, tuple(tanaman), tuple(tiada))
