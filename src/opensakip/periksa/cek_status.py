"""The word that judges an achievement against the achievement printed in the same row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from opensakip.dokumen.bacaan.model import Bacaan, Tabel
from opensakip.periksa.bahan import catatan_ragu, lokasi, yakin
from opensakip.periksa.kolom import angka_sel, badan, bentuk, judul_kolom, rangkai, sel, teks_sel
from opensakip.periksa.temuan import Temuan, Tingkat, pemeriksaan

SERATUS: Final = Decimal(100)
_LEWAT = re.compile(r"(?i)^(?:melampaui|melebihi|terlampaui|di\s?atas)\b")
_SAMPAI = re.compile(r"(?i)^(?:tercapai|mencapai|memenuhi|sesuai)\b")
_KURANG = re.compile(r"(?i)^(?:di\s?bawah|belum|tidak\s+(?:tercapai|mencapai|memenuhi)|kurang)\b")
_TANDA = re.compile(r"\s*[*†‡]+\)?\s*$")


@pemeriksaan(
    "status-capaian",
    judul="Sebutan capaian tidak sesuai dengan angkanya",
    tingkat=Tingkat.SEDANG,
    dasar="Capaian 100% berarti target tercapai; di atasnya melampaui, di bawahnya belum tercapai",
    penjelasan="Kolom yang menyebut melampaui, tercapai, atau di bawah target dibandingkan dengan kolom "
    "capaian di baris yang sama. “Tercapai” untuk capaian di atas 100% tidak dianggap salah.",
)
def periksa_status(dokumen: tuple[Bacaan, ...]) -> Iterator[Temuan]:
    """Rows that hold both an achievement in per cent and a word about it."""
    for b in dokumen:
        for _, t in rangkai(b):
            nama = judul_kolom(t)
            capaian = [
                j for j, n in enumerate(nama) if re.search(r"\bcapaian\b", n) and "target akhir" not in n
            ]
            if capaian:
                yield from _tabel(b, t, capaian[-1])


def _tabel(b: Bacaan, t: Tabel, j: int) -> Iterator[Temuan]:
    cara = bentuk(t, j) or "id"
    for i in badan(t):
        nilai = angka_sel(_TANDA.sub("", teks_sel(t, i, j)), cara)
        if nilai is None:
            continue
        for k in range(j + 1, t.lebar):
            teks = teks_sel(t, i, k)
            benar = sebutan(teks, nilai)
            if benar:
                s, ragu = sel(t, i, k), t.ragu
                assert s is not None
                yield Temuan(
                    "status-capaian", Tingkat.SEDANG, yakin(b, 85, ragu or s.ragu),
                    f"Disebut “{teks}”, padahal capaian di baris ini {teks_sel(t, i, j)}: target {benar}."
                    f"{catatan_ragu(b, ragu)}",
                    (lokasi(b, s.tempat, teks),), teks, benar, "Capaian terhadap target di baris yang sama",
                )  # fmt: skip


def sebutan(teks: str, capaian: Decimal) -> str:
    """The right word where the printed one is wrong; empty where it is right or says nothing of the kind.

    >>> sebutan("melampaui", Decimal("98.85")), sebutan("tercapai", SERATUS)
    ('di bawah target', '')
    """
    teks = re.sub(r"^[^\w]+", "", teks)  # a sign of shape and colour may stand before the word
    if _LEWAT.match(teks) and capaian <= SERATUS:
        return "tercapai" if capaian == SERATUS else "di bawah target"
    if _SAMPAI.match(teks) and capaian < SERATUS:
        return "di bawah target"
    if _KURANG.match(teks) and capaian >= SERATUS:
        return "tercapai" if capaian == SERATUS else "melampaui"
    return ""
