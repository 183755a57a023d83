"""The same budget of a programme printed with different amounts in two tables."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from opensakip.dokumen.bacaan.model import Bacaan, Sel, Tabel
from opensakip.hitung.tampilan import tampil_rupiah
from opensakip.periksa.bahan import catatan_ragu, kunci, lokasi, yakin
from opensakip.periksa.kolom import (
    badan,
    baris_jumlah,
    judul_kolom,
    kolom_uang,
    rangkai,
    sel,
    teks_sel,
    uang_sel,
)
from opensakip.periksa.temuan import Temuan, Tingkat, pemeriksaan

KODE = "anggaran-beda"
_BUKAN_PAGU = re.compile(
    r"\brealisasi\b|\bsisa\b|\bselisih\b|\braro\b|\bcro\b|\bserapan\b|bertambah|berkurang|triwulan"
)
_NAMA = re.compile(r"^(?:program|kegiatan|sub ?kegiatan)\b")


@dataclass(frozen=True)
class Pagu:
    """A budget of a named row: its name, amount, cell, the table it stands in."""

    nama: str
    nilai: Decimal
    sel: Sel
    berkas: Bacaan
    tabel: int


def pagu_bernama(b: Bacaan, awal: int = 0) -> list[Pagu]:
    """Budgets of rows named as programme or activity whose name stands once in its table."""
    hasil: list[Pagu] = []
    for nomor, (_, t) in enumerate(rangkai(b), awal):
        judul = judul_kolom(t)
        uang = [j for j in kolom_uang(t) if not _BUKAN_PAGU.search(judul[j])]
        baris = [(i, n) for i in badan(t) if not baris_jumlah(t, i) and (n := _nama_baris(t, i, uang))]
        kali = Counter(n for _, n in baris)
        for i, nama in baris:
            for j in uang:
                s = sel(t, i, j)
                nilai = uang_sel(s.teks) if s is not None else None
                if s is not None and nilai and kali[nama] == 1:
                    hasil.append(Pagu(nama, nilai, s, b, nomor))
    return hasil


def _nama_baris(t: Tabel, i: int, uang: Sequence[int]) -> str:
    """The name of a row that says what it is; "program" or "kegiatan" may stand in the title of its
    column.
    """
    judul = judul_kolom(t)
    for j in range(t.lebar):
        teks = kunci(teks_sel(t, i, j))
        if j in uang or len(teks) < 12 or teks[0].isdigit():
            continue
        if _NAMA.match(teks):
            return re.sub(r"^(?:program|sub ?kegiatan|kegiatan)\s+", "", teks)
        if _NAMA.match(judul[j]):
            return teks
    return ""


@pemeriksaan(
    KODE,
    judul="Anggaran yang sama berbeda antartempat",
    tingkat=Tingkat.TINGGI,
    dasar="Pagu program menurut PK sama dengan pagu di bab perencanaan dan akuntabilitas",
    penjelasan=(
        "Pagu program dan kegiatan yang bernama sama dibandingkan antartabel: perencanaan, lampiran "
        "perjanjian "
        "kinerja, dan realisasi anggaran. Jumlah instansi dalam kalimat yang berbeda satu angka atau "
        "tertukar dua "
        "angka dari jumlah yang tercetak berulang juga dilaporkan."
    ),
)
def periksa_beda(dokumen: tuple[Bacaan, ...]) -> Iterable[Temuan]:
    """Compare budgets of the same name."""
    semua: list[Pagu] = []
    for b in dokumen:
        semua += pagu_bernama(b, 1000 * len(semua))
    yield from _antartabel(semua)


def _antartabel(semua: Sequence[Pagu]) -> Iterator[Temuan]:
    """A budget that no other table has for this name, in a table whose other rows agree with theirs."""
    nama: dict[str, list[Pagu]] = defaultdict(list)
    for x in semua:
        nama[x.nama].append(x)
    for tabel in sorted({x.tabel for x in semua}):
        sama, beda = 0, list[tuple[Pagu, list[Pagu]]]()
        for x in (x for x in semua if x.tabel == tabel):
            lain = [y for y in nama[x.nama] if y.tabel != tabel]
            if not lain:
                continue
            if any(y.nilai == x.nilai for y in lain):
                sama += 1
            elif not any(
                y.nilai == z.nilai for y in lain for z in semua if z.tabel == tabel and z.nama == x.nama
            ):
                beda.append((x, lain))
        if not beda or sama < 2 or sama < 2 * len(beda):
            continue
        for x, lain in beda:
            if _saling(x, lain, tabel):
                yield _temuan_tabel(x, lain)


def _saling(x: Pagu, lain: Sequence[Pagu], tabel: int) -> bool:
    """True for the side to report: two or more tables against one, else the later one."""
    banyak = Counter(y.nilai for y in lain).most_common(1)[0][1]
    return banyak >= 2 or all(y.tabel < tabel for y in lain)


def _temuan_tabel(x: Pagu, lain: Sequence[Pagu]) -> Temuan:
    benar = Counter(y.nilai for y in lain).most_common(1)[0][0]
    ragu = x.sel.ragu or any(y.sel.ragu for y in lain)
    return Temuan(
        KODE,
        Tingkat.SEDANG if ragu else Tingkat.TINGGI,
        yakin(x.berkas, 82, ragu),
        f"Pagu “{x.nama.title()}” tercetak {x.sel.teks} di sini, {tampil_rupiah(benar)} di tabel lain."
        f"{catatan_ragu(x.berkas, ragu)}",
        (
            lokasi(x.berkas, x.sel.tempat, f"{x.nama} {x.sel.teks}"),
            *(lokasi(y.berkas, y.sel.tempat, f"{y.nama} {y.sel.teks}") for y in lain[:6]),
        ),
        tercetak=x.sel.teks,
        seharusnya=tampil_rupiah(benar),
        dasar="satu program, satu pagu pada versi yang sama",
    )
