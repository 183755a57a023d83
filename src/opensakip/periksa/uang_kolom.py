"""Columns of budget tables that follow from each other: share realised, remainder, change, product."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from opensakip.dokumen.bacaan.model import Bacaan, Sel, Tabel
from opensakip.hitung.presisi import desimal
from opensakip.hitung.tampilan import tampil_persen, tampil_rupiah
from opensakip.periksa.bahan import catatan_ragu, lokasi, rapikan, yakin
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
from opensakip.periksa.temuan import Temuan, Tingkat, pemeriksaan
from opensakip.periksa.uang_kalimat import cocok

_PAGU = re.compile(r"\b(?:pagu|anggaran|alokasi|target)\b")
_REALISASI = re.compile(r"\brealisasi\b|\bserapan\b|\bpenyerapan\b")
_PERSEN = re.compile(r"%|\bpersen|\bcapaian\b|\bserapan\b|\bpenyerapan\b|^\s*$|\brealisasi\b")
_SISA = re.compile(r"\bsisa\b|\bsilpa\b|\bselisih\b|\blebih\b|\bbelum terserap\b")
_UBAH = re.compile(r"\bselisih\b|\bbertambah\b|\bberkurang\b|\bnaik\b|\bturun\b|\bperubahan\b|\bkenaikan\b")
_MURNI = re.compile(r"\b(?:murni|semula|sebelum|awal)\b")
_SESUDAH = re.compile(r"\b(?:perubahan|menjadi|sesudah|setelah)\b")


@dataclass(frozen=True)
class Hubungan:
    """Three columns of a table and how the third follows from the first two."""

    a: int
    b: int
    hasil: int
    rumus: str
    hitung: Callable[[Decimal, Decimal], Fraction | None]
    persen: bool


def _serapan(pagu: Decimal, realisasi: Decimal) -> Fraction | None:
    return Fraction(realisasi) / Fraction(pagu) * 100 if pagu else None


def _kurang(a: Decimal, b: Decimal) -> Fraction | None:
    return Fraction(a) - Fraction(b)


def hubungan(t: Tabel) -> list[Hubungan]:
    """Relations that the titles of the columns announce; whether they hold is for the rows to say."""
    nama = judul_kolom(t)
    uang = kolom_uang(t)
    pagu = [
        j
        for j in uang
        if _PAGU.search(nama[j]) and not _REALISASI.search(nama[j]) and not _SISA.search(nama[j])
    ]
    realisasi = [j for j in uang if _REALISASI.search(nama[j])]
    hasil: list[Hubungan] = []
    for r in realisasi:
        p = max((x for x in pagu if x < r), default=None)
        if p is None:
            continue
        persen = next(
            (j for j in range(r + 1, min(r + 3, t.lebar)) if j not in uang and _berpersen(t, j, nama[j])),
            None,
        )
        if persen is not None:
            hasil.append(Hubungan(p, r, persen, "realisasi ÷ pagu × 100", _serapan, True))
        sisa = next((j for j in uang if j > r and _SISA.search(nama[j])), None)
        if sisa is not None:
            hasil.append(Hubungan(p, r, sisa, "pagu − realisasi", _kurang, False))
    murni = [j for j in uang if _MURNI.search(nama[j])]
    sesudah = [j for j in uang if _SESUDAH.search(nama[j]) and j not in murni]
    if len(murni) == 1 and sesudah:
        beda = next((j for j in uang if j > sesudah[0] and _UBAH.search(nama[j]) and j not in murni), None)
        if beda is not None:
            hasil.append(Hubungan(sesudah[0], murni[0], beda, "perubahan − murni", _kurang, False))
    return hasil


def _berpersen(t: Tabel, j: int, nama: str) -> bool:
    """True for a column of percentages: by its title or by the signs in its cells."""
    isi = [x for i in badan(t) if (x := teks_sel(t, i, j))]
    tanda = sum("%" in x for x in isi) * 2 > len(isi)
    return bool(isi) and (tanda or "%" in nama or bool(re.search(r"persen|capaian|serapan", nama)))


@pemeriksaan(
    "kolom-anggaran",
    judul="Persentase, sisa, dan selisih pada tabel anggaran",
    tingkat=Tingkat.TINGGI,
    dasar="persentase = realisasi ÷ pagu × 100; sisa = pagu − realisasi; selisih = perubahan − murni",
    penjelasan=(
        "Kolom yang mengikuti dua kolom lain dihitung ulang baris demi baris. Hubungan kolom dianggap "
        "berlaku bila "
        "sebagian besar baris memenuhinya; baris yang menyimpang dilaporkan."
    ),
)
def periksa_kolom(dokumen: tuple[Bacaan, ...]) -> Iterable[Temuan]:
    """Recompute derived columns of budget tables."""
    for b in dokumen:
        for _, t in rangkai(b):
            for h in hubungan(t):
                yield from _baris(b, t, h)


def _nilai(t: Tabel, h: Hubungan) -> Iterator[tuple[int, Sel, Decimal, Fraction]]:
    """Rows where all three columns hold a figure: (row, cell of the result, printed, exact)."""
    bentuk_hasil = bentuk(t, h.hasil) or "id"
    for i in badan(t):
        a, c = uang_sel(teks_sel(t, i, h.a)), uang_sel(teks_sel(t, i, h.b))
        s = sel(t, i, h.hasil)
        if s is None or a is None or c is None:
            continue
        cetak = angka_sel(s.teks, bentuk_hasil) if h.persen else uang_sel(s.teks)
        tepat = h.hitung(a, c)
        if cetak is not None and tepat is not None:
            yield i, s, cetak, tepat


def _sesuai(h: Hubungan, cetak: Decimal, tepat: Fraction) -> str:
    if not h.persen:
        return "tepat" if abs(cetak) == abs(desimal(tepat)) else ""
    return cocok(cetak, tepat) or cocok(cetak * 100, tepat)


def _baris(b: Bacaan, t: Tabel, h: Hubungan) -> Iterator[Temuan]:
    baris = list(_nilai(t, h))
    hasil = [_sesuai(h, cetak, tepat) for _, _, cetak, tepat in baris]
    benar = sum(bool(x) for x in hasil)
    jelas = len(baris) == 1 or (len(baris) == 2 and benar >= 1)
    if not baris or not (jelas or benar * 10 >= len(baris) * 6):
        return
    for (i, s, cetak, tepat), cara in zip(baris, hasil, strict=True):
        if cara == "tepat" or (cara == "dipotong" and hasil.count("dipotong") * 2 > len(hasil)):
            continue
        yield _temuan(b, t, h, i, s, cetak, tepat, cara)


def _temuan(
    b: Bacaan, t: Tabel, h: Hubungan, i: int, s: Sel, cetak: Decimal, tepat: Fraction, cara: str
) -> Temuan:
    seharusnya = tampil_persen(desimal(tepat)) if h.persen else tampil_rupiah(desimal(tepat))
    kecil = h.persen and abs(desimal(tepat) - cetak) <= Decimal("0.02")
    sebab = " Angkanya dipotong, bukan dibulatkan." if cara == "dipotong" else ""
    teks = (rapikan(teks_sel(t, i, j)) for j in range(t.lebar))
    nama = next((x for x in teks if len(x) > 6 and not x[0].isdigit()), "")
    asal = [x for j in (h.a, h.b) if (x := sel(t, i, j)) is not None]
    ragu = s.ragu or any(x.ragu for x in asal)
    return Temuan(
        "kolom-anggaran",
        Tingkat.RENDAH if kecil or cara else Tingkat.SEDANG if ragu else Tingkat.TINGGI,
        yakin(b, 90, ragu),
        f"{f'“{nama}”: t' if nama else 'T'}ercetak {s.teks}, padahal {h.rumus} = {seharusnya} "
        f"({' dan '.join(x.teks for x in asal)}).{sebab}{catatan_ragu(b, ragu)}",
        tuple(lokasi(b, x.tempat, x.teks) for x in (s, *asal)),
        tercetak=s.teks,
        seharusnya=seharusnya,
        dasar=h.rumus,
    )
