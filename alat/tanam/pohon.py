"""The document as a tree of blocks: find them with their headings, exchange one, change letters of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace

from opensakip.dokumen.model import Blok, Dokumen, Isi, Judul, Potong, polos

Jalur = tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Simpul:
    """A block with its path in the document and the headings it stands under."""

    jalur: Jalur
    blok: Blok
    judul: tuple[str, ...]


def simpul(dok: Dokumen) -> Iterator[Simpul]:
    """Every block in order of reading."""
    for n, bagian in enumerate(dok.bagian):
        judul: list[tuple[int, str]] = []
        yield from _telusuri(bagian.blok, (("bagian", n), ("blok", -1)), judul)


def _telusuri(blok: tuple[Blok, ...], jalur: Jalur, judul: list[tuple[int, str]]) -> Iterator[Simpul]:
    for n, b in enumerate(blok):
        di = (*jalur[:-1], (jalur[-1][0], n))
        if isinstance(b, Judul):
            judul[:] = [j for j in judul if j[0] < b.tingkat] + [(b.tingkat, b.teks)]
        yield Simpul(di, b, tuple(t for _, t in judul))
        for f in fields(b):
            anak = getattr(b, f.name)
            if isinstance(anak, tuple) and anak and isinstance(anak[0], Blok):
                yield from _telusuri(anak, (*di, (f.name, -1)), judul)


def tukar(dok: Dokumen, jalur: Jalur, baru: Blok | None, banyak: int = 1) -> Dokumen:
    """The document with the block at a path exchanged, or taken away with those behind it."""

    def dalam(induk: object, sisa: Jalur) -> object:
        (nama, n), lanjut = sisa[0], sisa[1:]
        anak = list(getattr(induk, nama))
        if lanjut:
            anak[n] = dalam(anak[n], lanjut)
        elif baru is None:
            del anak[n : n + banyak]
        else:
            anak[n] = baru
        return replace(induk, **{nama: tuple(anak)})  # type: ignore[type-var]

    hasil = dalam(dok, jalur)
    assert isinstance(hasil, Dokumen)
    return hasil


def sunting(isi: Isi, cocok: re.Match[str], grup: int, baru: str) -> Isi:
    """A text with the letters of one group of a match changed; runs and their marks stay."""
    awal, akhir = cocok.span(grup)
    keluar: list[object] = []
    posisi = 0
    for r in isi:
        teks = polos((r,))
        dari, sampai = posisi, posisi + len(teks)
        posisi = sampai
        if not isinstance(r, Potong) or sampai <= awal or dari >= akhir:
            keluar.append(r)
            continue
        kiri = teks[: max(awal - dari, 0)]
        kanan = teks[max(min(akhir - dari, len(teks)), 0) :]
        tengah = baru if dari <= awal < sampai else ""
        keluar.append(replace(r, teks=kiri + tengah + kanan))
    return tuple(k for k in keluar if not isinstance(k, Potong) or k.teks)  # type: ignore[misc]
