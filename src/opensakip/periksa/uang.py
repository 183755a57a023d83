"""Amounts of money in running text, and the check of figures against words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from opensakip.dokumen.bacaan.model import Bacaan
from opensakip.hitung.angka import AngkaSalah, baca_angka, baca_rupiah
from opensakip.hitung.tampilan import tampil_rupiah
from opensakip.hitung.terbilang import terbilang
from opensakip.periksa.bahan import Potong, catatan_ragu, potong, yakin
from opensakip.periksa.ejaan_angka import Terbaca, baca_kata
from opensakip.periksa.temuan import Temuan, Tingkat, pemeriksaan

_KALI = {
    "triliun": 10**12,
    "trilyun": 10**12,
    "miliar": 10**9,
    "milyar": 10**9,
    "milliar": 10**9,
    "juta": 10**6,
    "ribu": 10**3,
    "": 1,
}
UANG = re.compile(
    r"\b(?:Rp(?![a-z])\.?|IDR)\s*:?\s*(?P<angka>\d[\d.,]*\d|\d)(?P<ekor>[.,]?\s?[-–]{1,2})?"
    r"(?:\s*(?P<kali>triliun|trilyun|miliar|milyar|milliar|juta|ribu)\b)?",
    re.IGNORECASE,
)
"""An amount as printed in a sentence, with its magnitude word."""


@dataclass(frozen=True)
class Uang:
    """An amount found in a text: exact rupiah, span, print, and whether a magnitude word rounded it."""

    nilai: Decimal
    awal: int
    akhir: int
    cetak: str
    kasar: bool = False


def cari_uang(teks: str) -> tuple[Uang, ...]:
    """All readable amounts of a text in order.

    >>> [(u.nilai, u.kasar) for u in cari_uang("pagu Rp. 1.250.000,- dan Rp2,5 miliar")]
    [(Decimal('1250000'), False), (Decimal('2500000000.0'), True)]
    """
    hasil: list[Uang] = []
    for c in UANG.finditer(teks):
        kali = _KALI[(c["kali"] or "").casefold()]
        try:
            nilai = baca_rupiah(c["angka"]) if kali == 1 else baca_angka(c["angka"], bentuk="id") * kali
        except AngkaSalah:
            continue
        hasil.append(Uang(nilai, c.start(), c.end(), c[0].strip(" .,"), kali != 1))
    return tuple(hasil)


_KURUNG = re.compile(r"\s*[)\]*_\s]*\(\s*(?P<kata>[^()\d]{3,400}?)\s*\)")
_TERBILANG = re.compile(r"[\s(]*terbilang\s*:?\s*(?P<kata>[^()\d.;]{3,400})", re.IGNORECASE)
_BILANGAN = re.compile(
    r"(?<![\d.,/\-(])(?P<angka>\d[\d.,]*\d|\d)\s?(?P<persen>%|persen)?\s*\(\s*(?P<kata>[^\W\d][^()\d]{2,120}?)\s*\)",
    re.IGNORECASE,
)


def _pasangan(teks: str) -> Iterator[tuple[int, int, str, Decimal, str, bool]]:
    """Figures that carry their own words: (start, end, printed figure, value, words, is it money)."""
    uang = cari_uang(teks)
    for u in uang:
        kata = _KURUNG.match(teks, u.akhir) or _TERBILANG.match(teks, u.akhir)
        if kata and not u.kasar:
            yield u.awal, kata.end(), u.cetak, u.nilai, kata["kata"], True
    for c in _BILANGAN.finditer(teks):
        if any(u.awal <= c.start() < u.akhir for u in uang):
            continue
        try:
            nilai = baca_angka(c["angka"], bentuk="id")
        except AngkaSalah:
            continue
        yield c.start(), c.end(), c["angka"] + ("%" if c["persen"] else ""), nilai, c["kata"], False


def _sama(nilai: Decimal, kata: Terbaca) -> bool:
    dari_kata = Decimal(f"{kata.nilai}.{kata.pecahan}") if kata.pecahan else Decimal(kata.nilai)
    return nilai == dari_kata or (not kata.pecahan and nilai == nilai.to_integral_value() == dari_kata)


def _kata_benar(nilai: Decimal, uang: bool) -> str:
    if nilai == nilai.to_integral_value():
        return terbilang(int(nilai), rupiah=uang)
    return terbilang(nilai)


@pemeriksaan(
    "terbilang",
    judul="Angka dan terbilang berbeda",
    tingkat=Tingkat.TINGGI,
    dasar="Angka dan kata dari jumlah yang sama harus menyebut bilangan yang sama",
    penjelasan=(
        "Jumlah yang ditulis dengan angka lalu dengan kata di dalam kurung, misalnya Rp1.500.000 (satu juta "
        "lima "
        "ratus ribu rupiah), dibaca dua kali dan dibandingkan. Ejaan milyar dan miliar, kata yang "
        "tersambung, dan "
        "kata rupiah yang tidak ditulis tidak dianggap salah."
    ),
)
def periksa_terbilang(dokumen: tuple[Bacaan, ...]) -> Iterable[Temuan]:
    """Compare figures with the words that stand beside them."""
    for b in dokumen:
        bagian = list(potong(b))
        sering = Counter(u.nilai for p in bagian for u in cari_uang(p.teks))
        for p in bagian:
            yield from _terbilang(p, sering)


def _terbilang(p: Potong, sering: Counter[Decimal]) -> Iterator[Temuan]:
    for awal, akhir, cetak, nilai, kata, uang in _pasangan(p.teks):
        terbaca = baca_kata(kata)
        if terbaca is None or _sama(nilai, terbaca):
            continue
        benar = _kata_benar(nilai, uang)
        lain = Decimal(terbaca.nilai)
        sebut = (
            tampil_rupiah(lain)
            if uang
            else f"{terbaca.nilai}{',' + terbaca.pecahan if terbaca.pecahan else ''}"
        )
        petunjuk = ""
        if uang and sering[nilai] > 1 and not sering[lain]:
            petunjuk = " Angkanya tercetak sama di tempat lain, jadi katanya yang perlu diperbaiki."
        elif uang and sering[lain]:
            petunjuk = " Jumlah menurut katanya tercetak di tempat lain, jadi angkanya yang perlu dicocokkan."
        yield Temuan(
            "terbilang",
            Tingkat.TINGGI if uang else Tingkat.SEDANG,
            yakin(p.bacaan, 95, p.ragu),
            f"Tercetak {cetak}, tetapi terbilangnya “{kata.strip()}” berarti {sebut}. Terbilang dari {cetak} "
            f"ialah “{benar}”.{petunjuk}{catatan_ragu(p.bacaan, p.ragu)}",
            (p.lokasi(awal, akhir),),
            tercetak=f"{cetak} ({kata.strip()})",
            seharusnya=f"{cetak} ({benar})",
            dasar="angka = terbilang",
        )
