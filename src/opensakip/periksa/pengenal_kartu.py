"""Cards of one indicator: a small table of labels and values below the indicator's name.

Three shapes: label and value in one cell ("Target 2025 | 90"), labels in the first row and values below,
labels in the first column and values beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from opensakip.dokumen.bacaan.model import Sel, Tabel
from opensakip.periksa.fakta import Jenis
from opensakip.periksa.pengenal_angka import Bentuk, IsiSel, baca_sel, tahun_dalam
from opensakip.periksa.pengenal_kepala import Peran, peran_kepala
from opensakip.periksa.pengenal_nama import polos

_JENIS = {
    Peran.TARGET: Jenis.TARGET,
    Peran.TARGET_AKHIR: Jenis.TARGET_AKHIR,
    Peran.REALISASI: Jenis.REALISASI,
    Peran.CAPAIAN: Jenis.CAPAIAN,
}
_GABUNG = re.compile(
    r"^(?P<label>(?:target|realisasi|capaian)(?:\s+(?:kinerja|akhir|renstra|rpjmd|tahun|20\d\d))*)\s*[:=]?\s+"
    r"(?P<nilai>[-+]?\d[\d.,]*\s*(?:%|persen)?\**)(?:\s+[^\W\d_].*)?$",
    re.IGNORECASE,
)
BARIS_MAKS = 8
"""A card has few rows; a longer table is something else."""


def baca_kartu(
    tabel: Tabel, bentuk: Bentuk, tahun: int | None
) -> list[tuple[Jenis, int | None, Sel, IsiSel]]:
    """Values of a card; empty where the table is none (no target and realisation side by side)."""
    if len(tabel.baris) > BARIS_MAKS:
        return []
    for bentuk_kartu in (_dalam_sel, _ke_bawah, _ke_samping):
        isi = [x for x in bentuk_kartu(tabel, bentuk, tahun) if x[3].nilai is not None]
        jenis = [x[0] for x in isi]
        if {Jenis.TARGET, Jenis.REALISASI} <= set(jenis) and len(set(jenis)) == len(jenis):
            return isi
    return []


def _label(teks: str, tahun: int | None) -> tuple[Jenis, int | None] | None:
    jenis = _JENIS.get(peran_kepala(teks))
    if jenis is None or len(polos(teks)) > 60:
        return None
    ada = tahun_dalam(teks)
    if jenis is Jenis.TARGET and ada and tahun and ada[-1] > tahun:
        return Jenis.TARGET_AKHIR, None
    return jenis, None if jenis is Jenis.TARGET_AKHIR else (ada[-1] if ada else tahun)


def _dalam_sel(
    tabel: Tabel, bentuk: Bentuk, tahun: int | None
) -> Iterator[tuple[Jenis, int | None, Sel, IsiSel]]:
    for b in tabel.baris:
        for s in b:
            cocok = _GABUNG.match(polos(s.teks)) if s is not None else None
            arti = _label(cocok["label"], tahun) if cocok else None
            if s is not None and cocok and arti and not re.fullmatch(r"(?:19|20)\d\d", cocok["nilai"]):
                yield *arti, replace(s, teks=cocok["nilai"]), baca_sel(cocok["nilai"], bentuk)


def _ke_bawah(
    tabel: Tabel, bentuk: Bentuk, tahun: int | None
) -> Iterator[tuple[Jenis, int | None, Sel, IsiSel]]:
    if len(tabel.baris) != 2:
        return
    for j in range(tabel.lebar):
        arti, s = _label(tabel.teks(0, j), tahun), tabel.sel(1, j)
        if arti and s is not None:
            yield *arti, s, baca_sel(s.teks, bentuk)


def _ke_samping(
    tabel: Tabel, bentuk: Bentuk, tahun: int | None
) -> Iterator[tuple[Jenis, int | None, Sel, IsiSel]]:
    if tabel.lebar not in (2, 3):
        return
    for i in range(len(tabel.baris)):
        arti = _label(tabel.teks(i, 0), tahun)
        s = tabel.sel(i, tabel.lebar - 1)
        if arti and s is not None:
            yield *arti, s, baca_sel(s.teks, bentuk)
