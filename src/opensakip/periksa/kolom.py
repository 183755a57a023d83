"""Columns of tables that were read: their titles, what they hold, where the body begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from opensakip.dokumen.bacaan.model import Bacaan, Judul, Keterangan, Sel, Tabel
from opensakip.hitung.angka import AngkaSalah, Bentuk, baca_angka, baca_rupiah, bentuk_kolom
from opensakip.periksa.bahan import kunci

_NOMOR_KOLOM = re.compile(r"^\(?\d{1,2}\)?(?:\s*=.*)?$")
_LANJUTAN = re.compile(r"^(?:sambungan|lanjutan)?\s*tabel\s[\w ]{1,12}(?:lanjutan|sambungan)$")
_ANGKA = re.compile(r"^[-+−(]?\s*(?:Rp\.?)?\s*\d[\d.,]*\s*(?:,-|-)?\)?\s*%?$", re.IGNORECASE)
_JUMLAH = re.compile(
    r"^(?:sub ?|grand )?(?:jumlah|total)(?: (?:total|jumlah|pagu|anggaran|belanja|daerah|biaya|keseluruhan"
    r"|seluruhnya"
    r"|semua|besar|akhir|rp|rupiah|realisasi|program|kegiatan|sub|murni|perubahan|apbd|apbn|[ivx]+|\d+"
    r"|[a-z]))*$"
)
_JUMLAH_BESAR = re.compile(r"^(?:SUB ?|GRAND )?(?:JUMLAH|TOTAL)\b(?! INDIKATOR)[^a-z]*$")


def kepala(t: Tabel) -> int:
    """How many rows are head: as read, else the first rows without a figure."""
    if t.kepala:
        return t.kepala
    for i, baris in enumerate(t.baris[:3]):
        if any(s is not None and _ANGKA.match(s.teks) for s in baris):
            return i
    return 1 if t.baris else 0


def judul_kolom(t: Tabel) -> tuple[str, ...]:
    """Title of each column in lower case, all head rows joined; "target" for "TARGE T"."""
    hasil: list[str] = []
    for j in range(t.lebar):
        bagian: list[str] = []
        for i in range(kepala(t)):
            teks = kunci(t.teks(i, j)) + (" %" if "%" in t.teks(i, j) else "")
            teks = teks.strip()
            if teks and teks not in bagian and not (_NOMOR_KOLOM.match(teks) or _LANJUTAN.match(teks)):
                bagian.append(teks)
        hasil.append(" ".join(bagian).replace("targe t", "target"))
    return tuple(hasil)


def kolom(t: Tabel, pola: str, kecuali: str = "") -> tuple[int, ...]:
    """Columns whose title fits a pattern and not the other."""
    return tuple(
        j
        for j, nama in enumerate(judul_kolom(t))
        if re.search(pola, nama) and not (kecuali and re.search(kecuali, nama))
    )


def badan(t: Tabel) -> Iterator[int]:
    """Indexes of the rows of the body, without rows that number the columns or repeat the head."""
    awal = kepala(t)
    nama = {kunci(t.teks(i, 0)) + "|" + kunci(t.teks(i, 1)) for i in range(awal)}
    for i in range(awal, len(t.baris)):
        isi = [s.teks for s in t.baris[i] if s is not None and s.teks]
        if (
            not isi
            or all(_NOMOR_KOLOM.match(x.replace(" ", "")) for x in isi)
            and len(isi) > 2
            and "(" in isi[0]
        ):
            continue
        if kunci(t.teks(i, 0)) + "|" + kunci(t.teks(i, 1)) in nama and kunci(t.teks(i, 0)):
            continue
        yield i


def sel(t: Tabel, i: int, j: int) -> Sel | None:
    """The cell that stands at a place itself, not one that covers it from elsewhere."""
    return t.baris[i][j] if 0 <= j < len(t.baris[i]) else None


def teks_sel(t: Tabel, i: int, j: int) -> str:
    """Text of the cell at a place; empty where there is none."""
    s = sel(t, i, j)
    return s.teks if s is not None else ""


def uang_sel(teks: str) -> Decimal | None:
    """Money of a cell; None where it holds none.

    >>> uang_sel("1.250.000"), uang_sel("(500.000)"), uang_sel("-"), uang_sel("2 Paket")
    (Decimal('1250000'), Decimal('-500000'), None, None)
    """
    if not _ANGKA.match(teks.strip()) or "%" in teks:
        return None
    try:
        return baca_rupiah(re.sub(r"(?<=\d)[.,]?-$", "", teks.strip()))
    except AngkaSalah:
        return None


def angka_sel(teks: str, bentuk: Bentuk | None) -> Decimal | None:
    """Number or percentage of a cell; None where it holds none or could be read two ways."""
    polos = teks.strip().rstrip("%").strip()
    if not _ANGKA.match(polos):
        return None
    try:
        return baca_angka(polos, bentuk=bentuk or "auto")
    except AngkaSalah:
        return None


def bentuk(t: Tabel, j: int) -> Bentuk | None:
    """Number form that the cells of a column prove."""
    return bentuk_kolom(teks_sel(t, i, j) for i in badan(t))


def kolom_uang(t: Tabel) -> tuple[int, ...]:
    """Columns of money: most filled cells are amounts, and the title or the size of the amounts says so."""
    hasil: list[int] = []
    nama = judul_kolom(t)
    for j in range(t.lebar):
        isi = [x for i in badan(t) if (x := teks_sel(t, i, j))]
        nilai = [v for x in isi if (v := uang_sel(x)) is not None]
        if len(nilai) < 2 or len(nilai) * 10 < len(isi) * 7:
            continue
        besar = sum(abs(v) >= 100_000 for v in nilai) * 2 > len(nilai)
        sebut = re.search(r"\b(?:pagu|anggaran|rp|rupiah|alokasi|belanja|aaro|raro|biaya|dana)\b", nama[j])
        if (
            besar
            and not re.search(r"\b(?:kode|rekening|nip|tahun)\b", nama[j])
            or (sebut and max(nilai) >= 1000)
        ):
            hasil.append(j)
    return tuple(hasil)


def baris_jumlah(t: Tabel, i: int) -> bool:
    """True for a row of totals: one of its texts is "Jumlah ..." or "Total ..."."""
    isi = [s.teks for s in t.baris[i] if s is not None and s.teks]
    return any(_JUMLAH.match(kunci(x)) or _JUMLAH_BESAR.match(x.strip()) for x in isi if not x[0].isdigit())


def rangkai(b: Bacaan) -> list[tuple[int, Tabel]]:
    """The tables of a document, each with its continuations joined to it: (position of the first, table).

    A continuation follows without heading, caption or long text between, and has the same column titles,
    perhaps without some of them; its rows are put under the titles of the first. Cells keep their places.
    """
    hasil: list[tuple[int, Tabel]] = []
    nama: tuple[str, ...] = ()
    boleh = False
    for ke, u in enumerate(b.unsur):
        if not isinstance(u, Tabel):
            boleh = boleh and not isinstance(u, Judul | Keterangan) and len(u.teks) < 60
            continue
        ini = judul_kolom(u)
        if boleh and (peta := _peta_kolom(nama, ini)):
            awal, t = hasil[-1]
            hasil[-1] = (awal, replace(t, baris=(*t.baris, *_pindah(u, peta, t.lebar))))
        else:
            hasil.append((ke, u))
            nama = ini
        boleh = True
    return hasil


def _peta_kolom(nama: tuple[str, ...], ini: tuple[str, ...]) -> dict[int, int]:
    """Columns of a continuation to columns of the table it continues; empty where it is another table."""
    isi = [n for n in ini if n]
    if len(isi) < 3 or len(set(nama)) != len(nama) or sum(n in nama for n in isi) * 10 < len(isi) * 8:
        return {}
    return {j: nama.index(n) for j, n in enumerate(ini) if n in nama}


def _pindah(t: Tabel, peta: dict[int, int], lebar: int) -> list[tuple[Sel | None, ...]]:
    """The body rows of a continuation under the columns of the table it continues."""
    hasil: list[tuple[Sel | None, ...]] = []
    for i in badan(t):
        baris: list[Sel | None] = [None] * lebar
        for j, s in enumerate(t.baris[i]):
            if s is not None and j in peta:
                baris[peta[j]] = s
        hasil.append(tuple(baris))
    return hasil
