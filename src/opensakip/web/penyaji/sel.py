"""Cells with figures, ready to print: pages with hundreds of them ask no macro for each."""

from __future__ import annotations

from dataclasses import dataclass

from opensakip.hitung.tampilan import KOSONG
from opensakip.web.penyaji.bacaan import Bacaan


@dataclass(frozen=True, slots=True)
class Sel:
    """A cell: shown text, exact value for machines, address of its origin (empty: none)."""

    tampil: str
    nilai: str = ""
    alamat: str = ""


SEL_KOSONG = Sel(KOSONG)


def sel_angka(b: Bacaan, id_: str | None) -> Sel:
    """The cell of a figure; a dash without an address when the snapshot has no such figure."""
    if not id_ or not b.ada(id_):
        return SEL_KOSONG
    a = b.angka(id_)
    return Sel(a["tampil"], a["nilai"] or "", b.ke(id_))
