"""Where a finding stands in what was read: the words of a text, or the cell of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from opensakip.dokumen.bacaan.model import Bacaan, ButirDaftar, Paragraf, Tabel, Tempat, Unsur
from opensakip.periksa.jalan import urutan_tempat
from opensakip.periksa.temuan import Lokasi, Temuan, Tingkat

BATAS_KUTIPAN: Final = 90
"""A longer quotation is not marked as a whole: a page full of marks shows nothing."""
_ANGKA = re.compile(r"\d+(?:[.,]\d+)*%?")


@dataclass(frozen=True, order=True)
class Tanda:
    """A mark: from and to in the text (both 0 for a whole cell), number of the finding, its anchor."""

    awal: int
    akhir: int
    nomor: int
    jangkar: str
    tingkat: Tingkat


@dataclass
class Sorot:
    """The marks of one document: by element, and for a table by row and column (from 1)."""

    teks: dict[int, list[Tanda]] = field(default_factory=dict)
    sel: dict[int, dict[tuple[int, int], list[Tanda]]] = field(default_factory=dict)
    terpasang: dict[tuple[int, int], str] = field(default_factory=dict)


def sorot(dokumen: int, bacaan: Bacaan, temuan: Sequence[Temuan]) -> Sorot:
    """Put every place of every finding onto the document; what has no place in it is left out."""
    hasil = Sorot()
    peta = _Peta(bacaan)
    for nomor, t in enumerate(temuan, 1):
        for i, lokasi in enumerate(t.lokasi):
            if lokasi.berkas == bacaan.berkas:
                _pasang(hasil, peta, dokumen, nomor, i, t, lokasi)
    for daftar in hasil.teks.values():
        daftar.sort()
    return hasil


def _pasang(hasil: Sorot, peta: _Peta, dokumen: int, nomor: int, i: int, t: Temuan, lokasi: Lokasi) -> None:
    jangkar = f"d{nomor}-{i}" if not dokumen else f"d{nomor}-{i}-{dokumen}"
    n = peta.unsur(lokasi.tempat)
    if n is None:
        return
    u = peta.bacaan.unsur[n]
    if isinstance(u, Tabel):
        sel = _sel_di(u, lokasi.tempat)
        hasil.sel.setdefault(n, {}).setdefault(sel, []).append(Tanda(0, 0, nomor, jangkar, t.tingkat))
    else:
        awal, akhir = _rentang(u, lokasi, [x for x in (t.tercetak, t.seharusnya) if x])
        hasil.teks.setdefault(n, []).append(Tanda(awal, akhir, nomor, jangkar, t.tingkat))
    hasil.terpasang[nomor, i] = jangkar


class _Peta:
    """Finds the element of a place."""

    def __init__(self, bacaan: Bacaan) -> None:
        self.bacaan = bacaan
        self.tabel = {u.tempat.tabel: n for n, u in enumerate(bacaan.unsur) if isinstance(u, Tabel)}
        self.teks = sorted(
            (urutan_tempat(_tanpa_tabel(t)), n)
            for n, u in enumerate(bacaan.unsur)
            if not isinstance(u, Tabel)
            for t in _tempat_semua(u)
        )

    def unsur(self, t: Tempat) -> int | None:
        """Index of the table, or of the last text that begins at or before the place."""
        if t.tabel is not None and t.tabel in self.tabel:
            return self.tabel[t.tabel]
        dicari = urutan_tempat(_tanpa_tabel(t))
        sampai = [n for kunci, n in self.teks if kunci <= dicari]
        return sampai[-1] if sampai else None


def _tanpa_tabel(t: Tempat) -> Tempat:
    return Tempat(halaman=t.halaman, baris=t.baris)


def _tempat_semua(u: Unsur) -> Iterator[Tempat]:
    yield u.tempat
    if isinstance(u, Paragraf | ButirDaftar):
        yield from (t for _, t in u.potongan)


def _sel_di(u: Tabel, t: Tempat) -> tuple[int, int]:
    """Row and column of the cell; (0, 0) stands for the table as a whole."""
    if t.baris_tabel is not None:
        return t.baris_tabel, t.kolom or 1
    if t.baris is not None:
        for i, baris in enumerate(u.baris, 1):
            if any(s is not None and s.tempat.baris == t.baris for s in baris):
                return i, t.kolom or 1
    return 0, 0


def _rentang(u: Unsur, lokasi: Lokasi, dicari: Sequence[str]) -> tuple[int, int]:
    """Which letters of a text to mark: the quoted figure, else a figure of the quotation, else its begin."""
    teks = "" if isinstance(u, Tabel) else u.teks
    awal, batas = _potongan(u, lokasi.tempat)
    kutip = " ".join(lokasi.kutipan.split())
    p = teks.find(kutip, 0) if kutip else -1
    if p >= 0:
        awal, batas = p, p + len(kutip)
    angka = [a for x in dicari for a in _ANGKA.findall(x)]
    for kata in [*dicari, *angka]:
        if len(kata) <= BATAS_KUTIPAN and (cocok := _cari(teks, kata, awal, batas)):
            return cocok
    if 0 < len(kutip) <= BATAS_KUTIPAN and p >= 0:
        return awal, batas
    return awal, min(len(teks), teks.find(" ", awal + 24) if teks.find(" ", awal + 24) > 0 else len(teks))


def _cari(teks: str, kata: str, awal: int, batas: int) -> tuple[int, int] | None:
    """The word in the part asked for, else anywhere; a figure is not found inside a longer one."""
    pola = re.compile(rf"(?<![\d.,]){re.escape(kata)}(?![.,]?\d)" if kata[:1].isdigit() else re.escape(kata))
    cocok = pola.search(teks, awal, batas) or pola.search(teks)
    return cocok.span() if cocok else None


def _potongan(u: Unsur, t: Tempat) -> tuple[int, int]:
    """From and to of the piece of a running text that stands at a place."""
    if not isinstance(u, Paragraf | ButirDaftar):
        return 0, 0 if isinstance(u, Tabel) else len(u.teks)
    awal, batas = 0, len(u.teks)
    for posisi, tempat in u.potongan:
        if urutan_tempat(_tanpa_tabel(tempat)) <= urutan_tempat(_tanpa_tabel(t)):
            awal = posisi
        else:
            batas = posisi
            break
    return awal, batas
