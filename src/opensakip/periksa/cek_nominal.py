"""One amount printed in two ways: a long rupiah figure that differs by a slip from one printed elsewhere."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from opensakip.dokumen.bacaan.model import Bacaan
from opensakip.periksa.bahan import Potong, catatan_ragu, potong, yakin
from opensakip.periksa.temuan import Temuan, Tingkat, pemeriksaan

_UANG = re.compile(r"(?<![\d.,])\d{1,3}(?:([.,])\d{3})(?:\1\d{3}){2,}(?![\d]|[.,]\d)")
DIGIT_MIN = 7
"""Digits that must count in a figure, from the first one that is not nothing to the last."""


@pemeriksaan(
    "nominal-beda",
    judul="Jumlah rupiah yang sama tercetak berbeda",
    tingkat=Tingkat.TINGGI,
    dasar="PermenPANRB 53/2014 lampiran III: informasi laporan harus dapat diandalkan dan konsisten",
    penjelasan="Jumlah rupiah yang panjang dan hanya berbeda satu angka, atau dua angka bertukar, dari "
    "jumlah yang tercetak berkali-kali di tempat lain hampir selalu salah ketik. Disebut bila jumlah yang "
    "menyimpang tercetak dalam kalimat satu kali saja, dan pembandingnya paling sedikit dua kali.",
)
def periksa_nominal(dokumen: tuple[Bacaan, ...]) -> Iterator[Temuan]:
    """Each document by itself: another document may well have another amount."""
    for b in dokumen:
        letak: dict[str, list[tuple[Potong, re.Match[str]]]] = defaultdict(list)
        for p in potong(b):
            for m in _UANG.finditer(p.teks):
                digit = re.sub(r"\D", "", m[0])
                if len(digit.strip("0")) >= DIGIT_MIN:
                    letak[digit].append((p, m))
        yield from _bandingkan(letak)


def _bandingkan(letak: Mapping[str, list[tuple[Potong, re.Match[str]]]]) -> Iterator[Temuan]:
    sering = [d for d, x in letak.items() if len(x) > 1]
    for digit, tempat in letak.items():
        if len(tempat) > 1 or tempat[0][0].dalam is not None:
            continue
        mirip = [d for d in sering if slip(digit, d)]
        if len(mirip) == 1:
            yield _temuan(*tempat[0], letak[mirip[0]])


def slip(a: str, b: str) -> bool:
    """Whether two rows of digits differ by one digit, or by two neighbours that changed places.

    >>> slip("2451374", "2451474"), slip("2451374", "2451734"), slip("2451374", "9451734"), slip("12", "123")
    (True, True, False, False)
    """
    if len(a) != len(b):
        return False
    beda = [i for i in range(len(a)) if a[i] != b[i]]
    if len(beda) == 1:
        return True
    return len(beda) == 2 and beda[1] == beda[0] + 1 and a[beda[0]] == b[beda[1]] and a[beda[1]] == b[beda[0]]


def _temuan(p: Potong, m: re.Match[str], lain: list[tuple[Potong, re.Match[str]]]) -> Temuan:
    benar = lain[0][1][0]
    tempat = [p.lokasi(*m.span())] + [q.lokasi(*n.span()) for q, n in lain[:3]]
    return Temuan(
        "nominal-beda", Tingkat.TINGGI, yakin(p.bacaan, 82, p.ragu),
        f"Tercetak {m[0]}, padahal jumlah yang hampir sama tercetak {benar} di {len(lain)} tempat lain; "
        f"satu angkanya berbeda.{catatan_ragu(p.bacaan, p.ragu)}",
        tuple(tempat), m[0], benar, "Satu jumlah dicetak sama di semua tempat",
    )  # fmt: skip
