"""Money of one column in one form: a few cells with other separators are easily read as fractions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from opensakip.dokumen.bacaan.model import Bacaan, Sel, Tabel
from opensakip.periksa.bahan import catatan_ragu, lokasi, yakin
from opensakip.periksa.kolom import badan, kolom_uang, rangkai, sel
from opensakip.periksa.temuan import Temuan, Tingkat, pemeriksaan

_TITIK = re.compile(r"^\(?\d{1,3}(?:\.\d{3})+\)?$")
_KOMA = re.compile(r"^\(?\d{1,3}(?:,\d{3})+\)?$")
KALI = 5
"""So many times as often must one form stand before the other counts as a slip."""


@pemeriksaan(
    "format-kolom",
    judul="Pemisah ribuan lain di satu tabel",
    tingkat=Tingkat.RENDAH,
    dasar="Pedoman umum ejaan: titik memisahkan ribuan; satu tabel memakai satu cara menulis",
    penjelasan="Tabel uang yang hampir seluruhnya memakai satu pemisah ribuan, tetapi beberapa selnya "
    "memakai yang lain. Angka seperti itu mudah terbaca sebagai pecahan. Tabel yang bercampur rata tidak "
    "diperiksa.",
)
def periksa_format_kolom(dokumen: tuple[Bacaan, ...]) -> Iterator[Temuan]:
    """Every column of money of every table."""
    for b in dokumen:
        for _, t in rangkai(b):
            yield from _tabel(b, t)


def _tabel(b: Bacaan, t: Tabel) -> Iterator[Temuan]:
    """The columns of money of one table together: a short table proves nothing by one column."""
    kolom = kolom_uang(t)
    isi = [s for i in badan(t) for j in kolom if (s := sel(t, i, j)) is not None]
    titik = [s for s in isi if _TITIK.match(s.teks.strip())]
    koma = [s for s in isi if _KOMA.match(s.teks.strip())]
    sedikit, banyak = sorted((titik, koma), key=len)
    if sedikit and len(banyak) >= KALI * len(sedikit):
        for s in sedikit:
            yield _temuan(b, s, "titik" if banyak is titik else "koma")


def _temuan(b: Bacaan, s: Sel, cara: str) -> Temuan:
    benar = s.teks.translate(str.maketrans(",.", ".,"))
    return Temuan(
        "format-kolom", Tingkat.RENDAH, yakin(b, 85, s.ragu),
        f"Tabel ini memakai {cara} sebagai pemisah ribuan, tetapi di sini tercetak {s.teks}."
        f"{catatan_ragu(b, s.ragu)}",
        (lokasi(b, s.tempat, s.teks),), s.teks, benar, "Satu tabel, satu cara menulis angka",
    )  # fmt: skip
