"""Arithmetic of money inside sentences: share realised, remainder, change, and their percentages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from fractions import Fraction

from opensakip.dokumen.bacaan.model import Bacaan, Judul
from opensakip.hitung.angka import AngkaSalah, baca_angka, bulatkan
from opensakip.hitung.presisi import desimal
from opensakip.hitung.tampilan import tampil, tampil_persen, tampil_rupiah
from opensakip.periksa.bahan import Potong, catatan_ragu, potong, yakin
from opensakip.periksa.temuan import Temuan, Tingkat, pemeriksaan
from opensakip.periksa.uang import Uang, cari_uang

PERSEN = re.compile(r"(?<![\d.,])(?P<angka>\d{1,3}(?:[.,]\d{1,4})?)\s?(?:%|persen\b)", re.IGNORECASE)
_PERAN = (
    ("sisa", re.compile(r"\bsisa\b|tidak terserap|belum terserap|\bsilpa\b|\bselisih")),
    (
        "beda",
        re.compile(r"tambah|berkurang|pengurangan|kenaikan|penurunan|peningkatan|\bnaik\b|\bturun\b|selisih"),
    ),
    ("realisasi", re.compile(r"realisa\w*|\w*serap\w*|\bterpakai\b|\bdibelanjakan\b")),
    ("semula", re.compile(r"\bsemula\b|\bmurni\b|\bsebelum\w*|tahun lalu|tahun sebelumnya")),
    ("menjadi", re.compile(r"\bmenjadi\b|\bperubahan\b")),
    ("pagu", re.compile(r"\bpagu\b|\banggaran\b|\balokasi\w*|\bdialokasikan\b")),
)
_KEUANGAN = re.compile(
    r"serapan|penyerapan|kinerja keuangan|realisasi (?:keuangan|anggaran|belanja)|sisa anggaran",
    re.IGNORECASE,
)
_REALISASI_ANGGARAN = re.compile(r"realisa\w*\s+(?:\w+\s+){0,2}$")
_JARAK = re.compile(r"\([^()]*\)|rupiah|[^\w]", re.IGNORECASE)


@dataclass(frozen=True)
class Peran:
    """An amount with what it is called: pagu, realisasi, sisa, beda, semula, menjadi; "" where unnamed."""

    uang: Uang
    peran: str
    asal: Potong


Harapan = tuple[Fraction, str, tuple[Peran, ...]]
"""What a percentage should be: its exact value, the formula in words, the amounts it comes from."""


def peran_uang(p: Potong) -> tuple[Peran, ...]:
    """The amounts of a piece of text with the role that the words just before each one give it."""
    hasil: list[Peran] = []
    batas = 0
    for u in cari_uang(p.teks):
        depan = p.teks[max(batas, u.awal - 110) : u.awal].casefold()
        letak = {nama: max((c.start() for c in pola.finditer(depan)), default=-1) for nama, pola in _PERAN}
        terdekat = max(letak.values())
        peran = next((nama for nama, di in letak.items() if di == terdekat), "") if terdekat >= 0 else ""
        if (
            peran == "pagu"
            and letak["realisasi"] >= 0
            and re.search(r"realisa\w*\s+(?:\w+\s+){0,2}$", depan[:terdekat])
        ):
            peran = "realisasi"
        if peran == "pagu" and letak["sisa"] >= 0 and terdekat - letak["sisa"] <= 8:
            peran = "sisa"
        hasil.append(Peran(u, peran, p))
        batas = u.akhir
    return tuple(hasil)


def cocok(cetak: Decimal, tepat: Fraction) -> str:
    """How a printed figure stands to the exact one: "tepat", "dipotong" (cut instead of rounded), or ""."""
    eksponen = cetak.as_tuple().exponent
    tempat = -eksponen if isinstance(eksponen, int) and eksponen < 0 else 0
    nilai = desimal(tepat)
    if bulatkan(nilai, tempat) == cetak:
        return "tepat"
    return "dipotong" if nilai.quantize(Decimal(1).scaleb(-tempat), rounding=ROUND_DOWN) == cetak else ""


def _jendela(bagian: Sequence[Potong], i: int) -> list[Peran]:
    """Amounts of a piece and of the two before it under the same heading."""
    hasil: list[Peran] = []
    for j in range(max(0, i - 2), i + 1):
        if bagian[j].jalur == bagian[i].jalur and bagian[i].ke - bagian[j].ke <= 3:
            hasil += peran_uang(bagian[j])
    return hasil


def _satu(kolam: Sequence[Peran], *peran: str) -> Peran | None:
    """The amount of a role, None where there is none or there are two different ones."""
    ada = [x for x in kolam if x.peran in peran and not x.uang.kasar]
    return ada[-1] if ada and len({x.uang.nilai for x in ada}) == 1 else None


@pemeriksaan(
    "hitung-anggaran",
    judul="Hitungan anggaran dalam kalimat",
    tingkat=Tingkat.TINGGI,
    dasar="serapan = realisasi ÷ pagu × 100; sisa = pagu − realisasi; perubahan = menjadi − semula",
    penjelasan=(
        "Persentase realisasi, sisa anggaran, dan selisih perubahan pagu yang disebut dalam kalimat "
        "dihitung ulang "
        "dari jumlah rupiah di kalimat atau alinea yang sama. Persentase yang dapat diperoleh dari pasangan "
        "jumlah "
        "mana pun di alinea itu dianggap benar."
    ),
)
def periksa_hitung_anggaran(dokumen: tuple[Bacaan, ...]) -> Iterable[Temuan]:
    """Recompute shares, remainders and changes of money that sentences state."""
    for b in dokumen:
        bagian = [p for p in potong(b, sel=False) if not isinstance(p.unsur, Judul)]
        for i, p in enumerate(bagian):
            if not re.search(r"\d", p.teks):
                continue
            kolam = _jendela(bagian, i)
            if kolam:
                yield from _persen(p, kolam)
                yield from _selisih(p, kolam)


def _mungkin(kolam: Sequence[Peran]) -> Iterator[Fraction]:
    """Every percentage that two amounts of the pool can give."""
    nilai = {x.uang.nilai for x in kolam if x.uang.nilai}
    for a in nilai:
        for c in nilai:
            if a != c:
                rasio = Fraction(a) / Fraction(c) * 100
                yield rasio
                yield abs(100 - rasio)


def _persen(p: Potong, kolam: Sequence[Peran]) -> Iterator[Temuan]:
    sudah = list(_mungkin(kolam))
    for c in PERSEN.finditer(p.teks):
        try:
            cetak = baca_angka(c["angka"], bentuk="id")
        except AngkaSalah:
            continue
        if any(cocok(cetak, x) for x in sudah):
            continue
        harap = _harapan(p, c.start(), kolam)
        if harap is None or cocok(cetak, harap[0]):
            continue
        nilai, rumus, asal = harap
        if abs(desimal(nilai) - cetak) < Decimal("0.02"):
            tingkat, tambah = Tingkat.RENDAH, " Selisihnya sekecil pembulatan."
        else:
            tingkat, tambah = Tingkat.TINGGI, ""
        yield Temuan(
            "hitung-anggaran",
            tingkat,
            yakin(p.bacaan, 85, p.ragu),
            f"Tercetak {c[0].strip()}, padahal {rumus} = {tampil_persen(desimal(nilai))}.{tambah}"
            f"{catatan_ragu(p.bacaan, p.ragu)}",
            (p.lokasi(c.start(), c.end()), *(x.asal.lokasi(x.uang.awal, x.uang.akhir) for x in asal)),
            tercetak=c[0].strip(),
            seharusnya=tampil_persen(desimal(nilai)),
            dasar="persentase = bagian ÷ pagu × 100",
        )


def _harapan(p: Potong, posisi: int, kolam: Sequence[Peran]) -> Harapan | None:
    """What the percentage at this position should be; None where that is not sure."""
    depan = [x for x in kolam if x.asal is p or x.asal == p]
    dekat = [x for x in depan if x.uang.akhir <= posisi]
    terakhir = dekat[-1] if dekat else None
    antara = p.teks[terakhir.uang.akhir : posisi] if terakhir else ""
    if re.search(r"efisiensi|\bcro\b|capaian", antara, re.IGNORECASE):
        return None
    melekat = (
        terakhir is not None and len(_JARAK.sub("", antara)) <= 18 and not re.search(r"[.;]\s+[A-Z]", antara)
    )
    pagu = _pagu_sesudah(p, posisi, depan) or _satu(depan, "pagu") or _satu(kolam, "pagu")
    pagu = pagu or _satu(kolam, "pagu", "menjadi")
    if melekat and terakhir is not None and not terakhir.uang.kasar:
        return _dari_melekat(terakhir, pagu, kolam)
    realisasi = _satu(kolam, "realisasi")
    if pagu and realisasi and _KEUANGAN.search(p.teks[max(0, posisi - 60) : posisi]):
        return _bagi(realisasi, pagu)
    return None


def _pagu_sesudah(p: Potong, posisi: int, depan: Sequence[Peran]) -> Peran | None:
    """The ceiling that a sentence names right behind its percentage: "92% dari pagu Rp..."."""
    sesudah = next((x for x in depan if x.uang.awal >= posisi), None)
    if sesudah is None or sesudah.uang.kasar:
        return None
    antara = p.teks[posisi : sesudah.uang.awal]
    dari = re.search(r"(?:%|persen)\s+(?:dari|terhadap)\s+(?:\w+\s+){0,3}(?:pagu|anggaran|alokasi)\b", antara)
    return sesudah if dari and len(antara) < 70 else None


def _dari_melekat(x: Peran, pagu: Peran | None, kolam: Sequence[Peran]) -> Harapan | None:
    if x.peran in ("realisasi", "sisa") and pagu is not None:
        return _bagi(x, pagu)
    semula = _satu(kolam, "semula")
    if x.peran == "beda" and semula is not None:
        return _bagi(x, semula)
    return None


def _bagi(a: Peran, c: Peran) -> Harapan | None:
    if not c.uang.nilai:
        return None
    rumus = f"{a.peran} {tampil_rupiah(a.uang.nilai)} ÷ {c.peran} {tampil_rupiah(c.uang.nilai)} × 100"
    return Fraction(a.uang.nilai) / Fraction(c.uang.nilai) * 100, rumus, (a, c)


def _mungkin_selisih(kolam: Sequence[Peran]) -> set[Decimal]:
    """Every difference of two amounts that are no differences themselves."""
    nilai = {x.uang.nilai for x in kolam if x.peran not in ("sisa", "beda")}
    return {abs(a - b) for a in nilai for b in nilai if a != b}


def _selisih(p: Potong, kolam: Sequence[Peran]) -> Iterator[Temuan]:
    """Remainder against ceiling and realisation, change against before and after."""
    realisasi, semula, menjadi = (_satu(kolam, k) for k in ("realisasi", "semula", "menjadi"))
    for ke, x in enumerate(kolam):
        if x.asal != p or x.uang.kasar:
            continue
        sini = [y for y in kolam[:ke] if y.asal == p]
        pagu = _satu(kolam, "pagu", "menjadi") or next((y for y in sini[::-1] if y.peran == "pagu"), None)
        if x.peran == "sisa" and pagu and realisasi:
            a, c, rumus = pagu, realisasi, "pagu − realisasi"
        elif x.peran == "beda" and semula and menjadi:
            a, c, rumus = menjadi, semula, "menjadi − semula"
        else:
            continue
        tepat = abs(a.uang.nilai - c.uang.nilai)
        if (
            x.uang.nilai in (tepat, 0)
            or x.uang.nilai in _mungkin_selisih(kolam)
            or any(x.uang.nilai == y.uang.nilai for y in (a, c))
        ):
            continue
        yield Temuan(
            "hitung-anggaran",
            Tingkat.TINGGI,
            yakin(p.bacaan, 90, p.ragu),
            f"Tercetak {x.uang.cetak}, padahal {rumus} = {tampil(a.uang.nilai, 0)} − "
            f"{tampil(c.uang.nilai, 0)} = "
            f"{tampil_rupiah(tepat, awalan=True)}.{catatan_ragu(p.bacaan, p.ragu)}",
            tuple(y.asal.lokasi(y.uang.awal, y.uang.akhir) for y in (x, a, c)),
            tercetak=x.uang.cetak,
            seharusnya=tampil_rupiah(tepat, awalan=True),
            dasar=rumus,
        )
