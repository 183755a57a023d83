"""Averages and counts in sentences: against the table of achievements, and parts against their whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from opensakip.dokumen.bacaan.model import Bacaan, Tabel
from opensakip.hitung.agregasi import rata_rata
from opensakip.hitung.angka import AngkaSalah, baca_angka
from opensakip.hitung.tampilan import tampil
from opensakip.periksa.bahan import Potong, lokasi, potong
from opensakip.periksa.ejaan_angka import baca_kata
from opensakip.periksa.kolom import (
    angka_sel,
    badan,
    baris_jumlah,
    bentuk,
    judul_kolom,
    rangkai,
    sel,
    teks_sel,
)
from opensakip.periksa.temuan import Lokasi, Temuan, Tingkat, pemeriksaan

_RATA = re.compile(
    r"(?i)\brata-?\s?rata\s+(?:nilai\s+|persentase\s+|tingkat\s+)?capaian(?:nya|\s+kinerja|\s+indikator|\s+sasaran)*"
    r"(?:\s+(?:kinerja|indikator|sasaran|utama|tahun|20\d\d|adalah|sebesar|mencapai|yaitu|ialah|:))*"
    r"\s+(\d+(?:[.,]\d+)?)\s?%"
)
_RINCI = re.compile(
    r"(?i)\bdari\s+(?P<semua>\d+|[a-z]+(?:\s(?:belas|puluh)(?:\s[a-z]+)?)?)\s+(?P<benda>indikator|sasaran|target)\b"
    r"(?P<isi>[^.;]{10,240})"
)
_BAGIAN = re.compile(
    r"(?i)(?:^|,|\bdan\b)\s*(?:sebanyak\s+)?(?P<n>\d+|[a-z]+(?:\s(?:belas|puluh)(?:\s[a-z]+)?)?)\s+"
    r"(?:(?:indikator|sasaran|target)\s+)?(?:(?:yang|telah|sudah|berhasil)\s+)*"
    r"(?P<kata>melampaui|melebihi|mencapai|tercapai|memenuhi|di\s?bawah|belum|tidak|sesuai)\b"
)
_BARIS_RATA = re.compile(r"(?i)\s*rata-?\s?rata\b")
_TANDA = re.compile(r"\s*[*†‡]+\)?\s*$")


def bilangan(teks: str) -> int | None:
    """A count in figures or in words.

    >>> bilangan("12"), bilangan("dua belas"), bilangan("taman")
    (12, 12, None)
    """
    if teks.isdigit():
        return int(teks)
    terbaca = baca_kata(teks)
    return terbaca.nilai if terbaca is not None and not terbaca.ejaan_salah else None


@pemeriksaan(
    "rata-rata",
    judul="Rata-rata capaian dihitung ulang",
    tingkat=Tingkat.SEDANG,
    dasar="Hitungan: rata-rata sederhana kolom capaian; satu rata-rata sama di semua tempat",
    penjelasan="Rata-rata capaian yang disebut dalam kalimat dibandingkan dengan rata-rata kolom capaian "
    "pada tabel yang memuat target dan realisasi indikator. Bila tabelnya tidak ada, penyebutan yang satu "
    "dibandingkan dengan penyebutan yang lain.",
)
def periksa_rata(dokumen: tuple[Bacaan, ...]) -> Iterator[Temuan]:
    """Each document by itself."""
    for b in dokumen:
        sebut = [
            (p, m, v) for p in potong(b, sel=False) for m in _RATA.finditer(p.teks) if (v := _nilai(m[1]))
        ]
        if sebut:
            yield from _rata(b, sebut, list(_kolom_capaian(b)))


def _nilai(teks: str) -> Decimal | None:
    try:
        return baca_angka(teks, bentuk="en" if re.fullmatch(r"\d+\.\d{1,2}", teks) else "id")
    except AngkaSalah:
        return None


def _rata(
    b: Bacaan, sebut: list[tuple[Potong, re.Match[str], Decimal]], tabel: list[tuple[Tabel, Decimal]]
) -> Iterator[Temuan]:
    """Statements that no table of achievements bears out; without such a table, those that differ."""
    benar = {r for _, r in tabel}
    banyak = [v for _, _, v in sebut]
    acuan = _acuan(benar, banyak)
    if acuan is None:
        return
    tertulis = benar | _rata_tertulis(b)
    for p, m, v in sebut:
        if _dekat(v, acuan) or any(_dekat(v, r) for r in tertulis):
            continue
        tempat: list[Lokasi] = [p.lokasi(m.start(1), m.end(1))]
        tempat += [lokasi(b, t.tempat, t.keterangan) for t, r in tabel if r == acuan]
        tempat += [q.lokasi(n.start(1), n.end(1)) for q, n, w in sebut if _dekat(w, acuan)][:2]
        yield Temuan(
            "rata-rata", Tingkat.SEDANG, 55 if b.pindaian else 80,
            f"Rata-rata capaian disebut {m[1]}%, sedangkan menurut tabel capaian atau penyebutan lain "
            f"{tampil(acuan)}%.",
            tuple(tempat), f"{m[1]}%", f"{tampil(acuan)}%", "Rata-rata sederhana kolom capaian",
        )  # fmt: skip


def _acuan(benar: set[Decimal], sebut: list[Decimal]) -> Decimal | None:
    """The mean to measure by: of a table that a statement agrees with, of the only table, or said twice."""
    sepakat = [r for r in benar if any(_dekat(v, r) for v in sebut)]
    if sepakat:
        return max(sepakat, key=lambda r: sum(_dekat(v, r) for v in sebut))
    if len(benar) == 1:
        return next(iter(benar))
    sering = max(set(sebut), key=sebut.count)
    return sering if sebut.count(sering) > 1 else None


def _dekat(a: Decimal, b: Decimal) -> bool:
    """Equal but for rounding or cutting off of the second digit."""
    return abs(a - b) < Decimal("0.02")


def _kolom_capaian(b: Bacaan) -> Iterator[tuple[Tabel, Decimal]]:
    """Tables with target, realisasi and capaian, each with the mean of its capaian."""
    for _, t in rangkai(b):
        nama = judul_kolom(t)
        kolom = [j for j, n in enumerate(nama) if "capaian" in n and "realisasi" not in n]
        if not kolom or not all(any(k in n for n in nama) for k in ("target", "realisasi")):
            continue
        j = kolom[-1]
        nilai = list(_nilai_indikator(t, nama, j))
        if len(nilai) >= 3 and (rata := rata_rata(nilai, nama="capaian").nilai) is not None:
            yield t, rata


def _nilai_indikator(t: Tabel, nama: tuple[str, ...], j: int) -> Iterator[Decimal]:
    """The capaian of the rows that have a target and a realisation of their own, so no group and no mean."""
    cara = bentuk(t, j) or "id"
    perlu = [next(k for k, n in enumerate(nama) if x in n) for x in ("target", "realisasi")]
    for i in badan(t):
        if not baris_jumlah(t, i) and all(sel(t, i, k) and teks_sel(t, i, k) for k in perlu):
            nilai = angka_sel(_TANDA.sub("", teks_sel(t, i, j)), cara)
            if nilai is not None:
                yield nilai


def _rata_tertulis(b: Bacaan) -> set[Decimal]:
    """Means that rows of tables print, of all indicators or of some."""
    hasil = set()
    for t in b.tabel():
        for i in badan(t):
            isi = [s.teks for s in t.baris[i] if s is not None and s.teks]
            if isi and _BARIS_RATA.match(isi[0]):
                hasil |= {v for x in isi[1:] if (v := angka_sel(_TANDA.sub("", x), "id")) is not None}
    return hasil


@pemeriksaan(
    "rincian-jumlah",
    judul="Rincian tidak sama dengan jumlahnya",
    tingkat=Tingkat.SEDANG,
    dasar="Hitungan: bagian-bagian yang saling lepas berjumlah seluruhnya",
    penjelasan="Kalimat seperti “dari N indikator, a melampaui, b mencapai, dan c di bawah target” "
    "dijumlahkan; a, b, dan c harus berjumlah N. Kalimat yang hanya menyebut satu bagian tidak diperiksa.",
)
def periksa_rincian(dokumen: tuple[Bacaan, ...]) -> Iterator[Temuan]:
    """Sentences that split a count into parts that exclude each other."""
    for b in dokumen:
        for p in potong(b, sel=False):
            for m in _RINCI.finditer(p.teks):
                semua = bilangan(m["semua"])
                bagian = [(x, bilangan(x["n"])) for x in _BAGIAN.finditer(m["isi"])]
                angka = [n for _, n in bagian if n is not None]
                if semua is None or len(angka) < 2 or len(angka) != len(bagian) or sum(angka) == semua:
                    continue
                if sum(angka) < semua and len(angka) < 3:
                    continue
                yield _temuan_rincian(p, m, semua, [x["n"] for x, _ in bagian], sum(angka))


def _temuan_rincian(p: Potong, m: re.Match[str], semua: int, bagian: list[str], jumlah: int) -> Temuan:
    return Temuan(
        "rincian-jumlah", Tingkat.SEDANG, 85,
        f"Disebut {m['semua']} {m['benda']}, tetapi rinciannya {' + '.join(bagian)} berjumlah {jumlah}.",
        (p.lokasi(m.start(), m.start("isi")),), m["semua"], str(jumlah), "Jumlah bagian sama dengan semuanya",
    )  # fmt: skip
