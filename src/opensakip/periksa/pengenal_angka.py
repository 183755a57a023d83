"""Numbers as reports print them: in cells with marks and units, and in sentences between other numbers.

A number that counts something else (a year, a date, an article, a page, rupiah, a rank) is left out here, so
that what remains may be a value of an indicator.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from opensakip.hitung.angka import AngkaSalah
from opensakip.hitung.nilai import JenisNilai, Nilai, baca_nilai, nilai_kosong
from opensakip.periksa.pengenal_nama import polos, tutup_markah

Bentuk = Literal["id", "en"]
_A = r"\d+(?:[.,]\d+)*"
_SEL_GANDA = re.compile(rf"^(?P<nilai>[^()]*?{_A}[^()]*?)\(\s*(?P<persen>{_A}\s*%)\s*\)$")
_SEL_SATUAN = re.compile(rf"^(?P<angka>[-+\u2212]?{_A})\s*(?P<satuan>[^\W\d_][^\d]*)$")
_TANDA_CATATAN = re.compile(r"\s*(?:\*+\)?|\^?\d?\)|†|‡)\s*$")
_TAHUN = re.compile(r"\b(?:19|20)\d\d\b")
_BULAN = [
    "januari",
    "februari",
    "maret",
    "april",
    "mei",
    "juni",
    "juli",
    "agustus",
    "september",
    "oktober",
    "november",
    "desember",
]
_SEBELUM = re.compile(
    r"(?:\b(?:nomor|no|pasal|ayat|angka|huruf|tahun|tanggal|tgl|urutan|peringkat|rangking|ranking|lampiran"
    r"|tabel|gambar|grafik|halaman|hal|bab|bagian|ikk|iku|sasaran|strategis|misi|tujuan|ke|level|pp|uu|tw"
    r"|triwulan|semester|eselon|golongan)\b[.\s:]*|\bke-\s*|[/\-–]\s*|\bRp\.?\s*|\brupiah\s*|[A-Z]\.?)$",
    re.IGNORECASE,
)
_NOMOR = re.compile(
    r"\b(?:nomor|no|pasal|ayat|angka|huruf|tanggal|tgl|urutan|peringkat|lampiran|tabel|gambar)\b[.\s:]*$"
    r"|\bke\s*$|\brp\.?\s*$",
    re.IGNORECASE,
)
_PENCACAH = re.compile(
    r"\s*(?:\([a-z ]+\)\s*)?(?:indikator|sasaran|program|tujuan|besar|faktor|unsur|misi|biro)\b",
    re.IGNORECASE,
)
_PECAHAN = re.compile(r"(?<![\w.,])\d{1,3}([.,])\d{1,2}(?![\w.,]*\d)")
_TOKEN = re.compile(rf"(?<![\w.,/]){_A}(?![\w/])")


@dataclass(frozen=True)
class Angka:
    """A number in a sentence: where it stands, what it is, and whether a per cent sign follows."""

    awal: int
    akhir: int
    teks: str
    nilai: Nilai
    persen: bool
    satuan: str = ""


def bentuk_dokumen(teks: Iterable[str]) -> Bentuk:
    """The form most fractions of a document have; Indonesian where nothing speaks for the other.

    Money grouped by commas says nothing about the decimal mark: many tables copy it from spreadsheets.

    >>> bentuk_dokumen(["1.250,75", "98.7", "12,5"])
    'id'
    """
    koma = titik = 0
    for t in teks:
        for tanda in _PECAHAN.findall(t):
            koma += tanda == ","
            titik += tanda == "."
    return "en" if titik > 2 * koma else "id"


def tahun_dalam(teks: str) -> list[int]:
    """All years named in a text, in order."""
    return [int(t) for t in _TAHUN.findall(teks)]


@dataclass(frozen=True)
class IsiSel:
    """What a value cell holds: the value, a percentage printed behind it in brackets, a mark."""

    nilai: Nilai | None
    persen: Nilai | None = None
    bertanda: bool = False
    satuan: str = ""


def baca_sel(teks: str, bentuk: Bentuk = "id") -> IsiSel:
    """Read a value cell; a cell without a value has none, a text stays a text.

    >>> isi = baca_sel("71,25 (101,5%)"); isi.nilai.angka, isi.persen.angka
    (Decimal('71.25'), Decimal('101.5'))
    >>> baca_sel("81,5*").bertanda, baca_sel("7 kerja sama").nilai.angka, baca_sel("n/a").nilai
    (True, Decimal('7'), None)
    """
    isi = _TANDA_CATATAN.sub("", " ".join(teks.split())) if "(" not in teks else " ".join(teks.split())
    isi = re.sub(r"(?<=\d)\s*\*+\s*(?=\()", " ", isi)
    isi_polos = polos(isi).strip()
    bertanda = "*" in teks.replace("**", "") or "†" in teks
    if nilai_kosong(isi_polos):
        return IsiSel(None, bertanda=bertanda)
    ganda = _SEL_GANDA.match(isi_polos)
    if ganda:
        kiri = baca_sel(ganda["nilai"], bentuk)
        return IsiSel(kiri.nilai, _coba(ganda["persen"], bentuk), bertanda, kiri.satuan)
    nilai = _coba(isi_polos, bentuk)
    if nilai is not None and nilai.jenis is JenisNilai.TEKS:
        bersatuan = _SEL_SATUAN.match(isi_polos)
        if bersatuan:
            angka = _coba(bersatuan["angka"], bentuk)
            return IsiSel(angka, None, bertanda, bersatuan["satuan"].strip())
    return IsiSel(nilai, None, bertanda)


def _coba(teks: str, bentuk: Bentuk) -> Nilai | None:
    try:
        return baca_nilai(re.sub(r"(?<=\d)\s+%", "%", teks.strip()), bentuk=bentuk)
    except AngkaSalah:
        return None


def angka_dalam(teks: str, bentuk: Bentuk = "id") -> Iterator[Angka]:
    """All numbers of a sentence that may be values, in order.

    >>> [a.teks for a in angka_dalam("Pada tahun 2025 nilai 3,45 atau 98,85%, Pasal 5, 26 Januari 2026.")]
    ['3,45', '98,85']
    """
    isi = tutup_markah(teks)
    for cocok in _TOKEN.finditer(isi):
        angka, akhir = cocok[0], cocok.end()
        if _bukan_nilai(isi, cocok):
            continue
        sesudah = re.match(r"\s*(%|persen\b)", isi[akhir:])
        nilai = _coba(angka + ("%" if sesudah else ""), bentuk)
        if nilai is None or nilai.angka is None:
            continue
        ujung = akhir + (sesudah.end() if sesudah else 0)
        satuan = re.match(r"\s+([^\W\d_]+)", isi[ujung:])
        yield Angka(cocok.start(), ujung, angka, nilai, bool(sesudah), satuan[1] if satuan else "")


def _bukan_nilai(isi: str, cocok: re.Match[str]) -> bool:
    """A year, a date, a number of something, money: no value of an indicator."""
    angka, sebelum = cocok[0], isi[max(0, cocok.start() - 24) : cocok.start()]
    sesudah = isi[cocok.end() : cocok.end() + 14]
    if _TAHUN.fullmatch(angka) and not re.match(r"\s*%", sesudah):
        return True
    if _SEBELUM.search(sebelum) and not re.search(r"[a-z]{2,}\s$", sebelum):
        return True
    if _NOMOR.search(sebelum):
        return True
    if _PENCACAH.match(isi[cocok.end() : cocok.end() + 60]):
        return True
    if re.match(r"\s*(?:" + "|".join(_BULAN) + r")\b", sesudah, re.IGNORECASE):
        return True
    return bool(re.match(r"\s*(?:,-|\.-|(?:juta|miliar|milyar|triliun|ribu)\b)", sesudah)) or bool(
        re.match(r"\s*\(\s*[a-z]+(?:\s+[a-z]+)*\s*\)\s*(?:orang|halaman)", sesudah)
    )
