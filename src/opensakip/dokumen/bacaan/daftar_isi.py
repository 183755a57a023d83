"""Lists of contents, tables and pictures: every reader gives them as one table of two columns, marked so."""

from __future__ import annotations

import re
from dataclasses import replace

from opensakip.dokumen.bacaan.model import Sel, Tabel, Tempat

_TITIK = re.compile(r"\s*(?:\.\s?){4,}\s*|\s*\u2026{2,}[\s.\u2026]*|\s*_{4,}\s*")
_HALAMAN = re.compile(r"^(?:[ivxlc]{1,8}|[IVXLC]{1,8}|\d{1,4}|[A-Z]{1,3}-?\d{1,3})?$")


def pisah(teks: str) -> tuple[str, str] | None:
    """(title, page) of a line whose dots lead to a page; None for other lines.

    >>> pisah("1.1 Latar Belakang ........ 12"), pisah("Nilai 3.5")
    (('1.1 Latar Belakang', '12'), None)
    """
    semua = list(_TITIK.finditer(teks))
    if not semua or not semua[-1].start():
        return None
    m = semua[-1]
    halaman = teks[m.end() :].strip()
    return (teks[: m.start()].strip(), halaman) if _HALAMAN.match(halaman) else None


def tanpa_titik(teks: str) -> str:
    """A cell of a list of contents without the dots that lead to the page."""
    bersih = _TITIK.sub(" ", teks).strip()
    return bersih if bersih else ""


def nomor_saja(teks: str) -> bool:
    """Whether a cell is the number of a page, or empty.

    >>> nomor_saja("vii"), nomor_saja("12"), nomor_saja("12,5")
    (True, True, False)
    """
    return bool(_HALAMAN.match(teks))


def tabel_daftar(baris: list[tuple[str, str, Tempat]], nomor: int) -> Tabel:
    """The list as a table; `nomor` counts the tables of the document."""
    isi = tuple(
        (
            Sel(judul, replace(t, tabel=nomor, baris_tabel=i, kolom=1)),
            Sel(halaman, replace(t, tabel=nomor, baris_tabel=i, kolom=2)),
        )
        for i, (judul, halaman, t) in enumerate(baris, 1)
    )
    return Tabel(isi, replace(baris[0][2], tabel=nomor), daftar=True)
