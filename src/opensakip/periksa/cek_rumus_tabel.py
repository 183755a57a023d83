"""Computed columns of tables against the columns they are computed from, row by row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from opensakip.dokumen.bacaan.model import Bacaan, Tabel
from opensakip.hitung.tampilan import tampil
from opensakip.periksa.bahan import lokasi
from opensakip.periksa.kolom import (
    angka_sel,
    badan,
    bentuk,
    judul_kolom,
    kolom_uang,
    rangkai,
    sel,
    teks_sel,
    uang_sel,
)
from opensakip.periksa.rumus_kolom import Baris, Butir, Kaidah, cari_kaidah, pasangan_angka, rumus_untuk
from opensakip.periksa.temuan import Temuan, Tingkat, pemeriksaan

_PECAHAN = re.compile(r"[.,](\d+)\D*$")
_TANDA = re.compile(r"\s*(?:[*†‡]+\)?)\s*$")
_BARIS_MAKS = 5000


@pemeriksaan(
    "rumus-tabel",
    judul="Kolom hitungan tabel dihitung ulang",
    tingkat=Tingkat.SEDANG,
    dasar="Hitungan: selisih, bagian per seratus, pertumbuhan, dan efisiensi menurut kolom tabel itu",
    penjelasan="Kolom selisih, serapan, kemajuan, pertumbuhan, dan efisiensi dihitung ulang dari kolom lain "
    "di tabel yang sama. Rumusnya tidak ditebak dari judul saja: dipakai rumus yang ditaati hampir semua "
    "baris, dan paling sedikit dua baris membuktikannya. Baris yang menyimpang disebut dengan nilai menurut "
    "rumus itu. Pembulatan dan pemotongan angka terakhir tidak dianggap salah.",
)
def periksa_rumus_tabel(dokumen: tuple[Bacaan, ...]) -> Iterator[Temuan]:
    """Every table of every document."""
    for b in dokumen:
        for _, t in rangkai(b):
            if len(t.baris) <= _BARIS_MAKS:
                yield from _tabel(b, t)


def _tabel(b: Bacaan, t: Tabel) -> Iterator[Temuan]:
    nama = judul_kolom(t)
    sasaran = [j for j, n in enumerate(nama) if rumus_untuk(n)]
    if not sasaran:
        return
    baris = dict(_angka(t))
    ada = list(pasangan_angka(baris))
    for j in sasaran:
        if j not in ada:
            continue
        kaidah = cari_kaidah(nama[j], j, [x for x in ada if x != j], baris)
        if kaidah is not None:
            for i, benar in kaidah.langgar.items():
                yield _temuan(b, t, i, j, kaidah, baris[i], benar)


def _angka(t: Tabel) -> Iterator[tuple[int, Baris]]:
    """The numbers of every row of the body.

    A row without number and name goes on with the one above: what it leaves blank stands there.
    """
    uang = set(kolom_uang(t))
    bentuk_angka = {j: bentuk(t, j) or "id" for j in range(t.lebar)}
    atas: Baris = {}
    for i in badan(t):
        sambungan = not teks_sel(t, i, 0) and not teks_sel(t, i, 1)
        baris = {j: x for j, x in atas.items() if sambungan and not teks_sel(t, i, j)}
        for j in range(t.lebar):
            teks = _TANDA.sub("", teks_sel(t, i, j))
            nilai = uang_sel(teks) if j in uang else angka_sel(teks, bentuk_angka[j])
            if nilai is not None:
                baris[j] = Butir(nilai, _desimal(teks, nilai), teks)
        yield i, baris
        atas = baris


def _desimal(teks: str, nilai: Decimal) -> int:
    """Digits after the comma as printed; none where the number has none."""
    cocok = _PECAHAN.search(teks)
    eksponen = nilai.as_tuple().exponent
    return len(cocok[1]) if cocok and isinstance(eksponen, int) and eksponen < 0 else 0


def _temuan(b: Bacaan, t: Tabel, i: int, j: int, kaidah: Kaidah, baris: Baris, benar: Decimal) -> Temuan:
    nama = judul_kolom(t)
    cetak = baris[j]
    hitungan = kaidah.rumus.kalimat.format(*(f"{nama[k]} {baris[k].teks}" for k in kaidah.kolom))
    seharusnya = tampil(benar, cetak.desimal)
    s = sel(t, i, j)
    ragu = t.ragu or b.pindaian or any(x is not None and x.ragu for x in t.baris[i])
    tempat = (s.tempat if s else t.tempat,)
    return Temuan(
        "rumus-tabel",
        Tingkat.SEDANG,
        60 if ragu else 88,
        f"Kolom “{nama[j]}” tercetak {cetak.teks}, sedangkan {hitungan} menghasilkan {seharusnya}; "
        f"{len(kaidah.patuh)} baris lain di tabel ini mengikuti hitungan itu."
        + (" Dokumen dibaca dari hasil pindai; cocokkan dengan aslinya." if ragu else ""),
        tuple(lokasi(b, x, _sebut(t, i)) for x in tempat),
        cetak.teks,
        seharusnya,
        "Hitungan menurut kolom tabel itu sendiri",
    )


def _sebut(t: Tabel, i: int) -> str:
    """The first words of the row, so that a reader finds it."""
    return " | ".join(s.teks for s in t.baris[i][:4] if s is not None and s.teks)
