"""From rows of cells to a table: which rows are the head, what is merged there, what has shifted.

Shared by the readers whose source has rows but no merged cells of its own (scanned text, CSV, sheets and
tables without rules). Heads are told by form: years, column numbers, bold, capitals, words of tables.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from opensakip.dokumen.bacaan import tanda
from opensakip.dokumen.bacaan.model import Sel, Tempat

_ANGKA = re.compile(
    r"^[<>\u2264\u2265\u00b1=\s]*(?:rp\.?\s*)?[-(\u2212]?\s*\d[\d.,\s]*\)?\s*(?:%|,-|\*+|persen|poin)?\s*\*?$",
    re.I,
)
_TAHUN = re.compile(r"^(?:tahun\s*)?(?:19|20)\d\d(?:\s*[-\u2013/]\s*(?:19|20)\d\d)?$", re.I)
_NOMOR_KOLOM = re.compile(r"^[\"'\u201c]?\(?\s*(\d{1,2}|[a-z])\s*\)?(?:\s*=.*)?$", re.I)
_CAMPUR = re.compile(r"^(?=.*\d)(?=.*[OolISB])[\dOolISB.,]{2,}%?$")
_KATA_KEPALA = re.compile(
    r"^(?:no(?:mor)?\.?$|kode|uraian|sasaran|tujuan|indikator|target|realisasi|capaian|satuan|program|kegiatan"
    r"|sub[ -]?(?:kegiatan|komponen)|pagu|anggaran|alokasi|jumlah|keterangan|penanggung|pelaksana|perangkat"
    r"|tahun|nilai|bobot|kategori|predikat|unsur|komponen|kriteria|semula|menjadi|selisih|persentase|%|triwulan|tw"
    r"|rasio|formula|sumber|rekening|urusan|nama|jabatan|volume|lokasi|kondisi|kinerja|rencana|interval"
    r"|penyerapan|efisiensi|hasil|analisis|isu|dokumen|unit)",
    re.I,
)
PALING_KEPALA = 5  # rows; a head of more is a body that looks like one


@dataclass(frozen=True)
class BarisMentah:
    """One row as it stands in the source: cells with mark-up, and its place."""

    sel: tuple[str, ...]
    tempat: Tempat


def angka(teks: str) -> bool:
    """Whether a cell is a number (with percent, rupiah or brackets); a year is not counted."""
    return bool(_ANGKA.match(teks)) and not _TAHUN.match(teks)


def tahun(teks: str) -> bool:
    """Whether a cell is nothing but a year or a span of years."""
    return bool(_TAHUN.match(teks))


def bersih(baris: BarisMentah) -> tuple[str, ...]:
    """The cells of a row without mark-up."""
    return tuple(tanda.tanpa_markah(s) for s in baris.sel)


def nomor_kolom(isi: Sequence[str]) -> bool:
    """Whether a row holds nothing but the numbers of the columns: (1) (2) (3) = (2) / (1)."""
    ada = [s for s in isi if s]
    cocok = [m for s in ada if (m := _NOMOR_KOLOM.match(s))]
    berkurung = all("(" in s for s in ada)
    if len(ada) < (2 if berkurung else 4 if any(s.isalpha() for s in ada) else 3) or len(cocok) < len(ada):
        return False
    huruf = [m[1].lower() for m in cocok]
    urut = [int(h) if h.isdigit() else ord(h) - 96 for h in huruf]
    return (
        urut[0] <= 2 and all(b > a for a, b in zip(urut, urut[1:], strict=False)) and urut[-1] <= len(isi) + 3
    )


def _bobot_kepala(s: str, mentah: str) -> int:
    if tahun(s) or tanda.serba_tebal(mentah) or _KATA_KEPALA.match(s):
        return 2
    huruf = [h for h in s if h.isalpha()]
    return 2 if huruf and len(s) <= 60 and all(h.isupper() for h in huruf) else 0


def mirip_kepala(isi: Sequence[str], mentah: Sequence[str]) -> bool:
    """Whether a row by itself looks like the first row of a head."""
    ada = [(s, m) for s, m in zip(isi, mentah, strict=True) if s]
    if not ada or any(angka(s) or len(s) > 120 for s, _ in ada):
        return nomor_kolom(isi)
    if len(ada) == 1:
        return len(isi) > 1 and _bobot_kepala(*ada[0]) > 0 and not tahun(ada[0][0])
    return sum(_bobot_kepala(s, m) for s, m in ada) > len(ada)


def tinggi_kepala(baris: Sequence[BarisMentah]) -> int:
    """How many rows at the top are the head (0 when the first row is already content)."""
    if not baris:
        return 0
    isi = [bersih(b) for b in baris[: PALING_KEPALA + 1]]
    bernomor = len(isi) > 1 and nomor_kolom(isi[1]) and not any(angka(s) for s in isi[0])
    if not bernomor and not mirip_kepala(isi[0], baris[0].sel):
        return 0
    n = 1
    while n < min(len(isi), PALING_KEPALA) and _lanjut_kepala(isi, n, baris[n].sel):
        n += 1
    return n


def _lanjut_kepala(isi: Sequence[tuple[str, ...]], n: int, mentah: Sequence[str]) -> bool:
    """Whether row n still belongs to the head: column numbers, or names below a wider cell."""
    kini = isi[n]
    if nomor_kolom(kini):
        return True
    ada = [j for j, s in enumerate(kini) if s]
    if not ada or any(angka(kini[j]) or _bernama(isi, n, j) for j in ada):
        return False
    berjudul = n == 1 and sum(bool(s) for s in isi[0]) == 1 and len(ada) > 1
    return berjudul or not kini[0] or all(_bobot_kepala(kini[j], mentah[j]) for j in ada)


def _bernama(isi: Sequence[tuple[str, ...]], n: int, j: int) -> bool:
    """Whether column j already has its own name above row n (one that is not the left end of a wide cell)."""
    for atas in isi[:n]:
        if j >= len(atas) or not atas[j]:
            continue
        lebar = j + 1 < len(atas) and not atas[j + 1] and j + 1 < len(isi[n]) and bool(isi[n][j + 1])
        if not lebar:
            return True
    return False


def sel_baris(baris: BarisMentah, isi: Sequence[str], nomor: int, tabel: int) -> tuple[Sel, ...]:
    """The cells of a row with their places; row and column count from 1."""
    hasil = []
    for j, teks in enumerate(isi):
        mentah = baris.sel[j]
        tempat = replace(baris.tempat, tabel=tabel, baris_tabel=nomor, kolom=j + 1)
        par = tanda.paragraf_sel(mentah)
        alasan = "angka bercampur huruf" if _CAMPUR.match(teks) else ""
        hasil.append(
            Sel(
                teks,
                tempat,
                ragu=bool(alasan),
                alasan_ragu=alasan,
                paragraf=par if len(par) > 1 else (),
                tebal=tanda.serba_tebal(mentah),
            )
        )
    return tuple(hasil)


def gabung_kepala(baris: Sequence[tuple[Sel, ...]], kepala: int) -> list[tuple[Sel | None, ...]]:
    """Empty places of the head become part of the cell that covers them, first to the right, then down."""
    kisi: list[list[Sel | None]] = [list(b) for b in baris]
    for i in range(kepala):
        for j in range(len(kisi[i])):
            _lebarkan(kisi, i, j, kepala)
    for i in range(kepala):
        for j in range(len(kisi[i])):
            _tinggikan(kisi, i, j, kepala)
    return [tuple(b) for b in kisi]


def turunkan_kepala(baris: Sequence[tuple[Sel | None, ...]], kepala: int) -> list[tuple[Sel | None, ...]]:
    """Empty places below a name of the head become part of it; nothing else is changed."""
    kisi: list[list[Sel | None]] = [list(b) for b in baris]
    for i in range(kepala):
        for j in range(len(kisi[i])):
            s = kisi[i][j]
            if s is not None and s.baris == 1:
                _tinggikan(kisi, i, j, kepala)
    return [tuple(b) for b in kisi]


def _kosong(kisi: list[list[Sel | None]], i: int, j: int) -> bool:
    if not (0 <= i < len(kisi) and 0 <= j < len(kisi[i])):
        return False
    s = kisi[i][j]
    return s is not None and not s.teks


def _lebarkan(kisi: list[list[Sel | None]], i: int, j: int, kepala: int) -> None:
    """A named cell takes the empty ones to its right that have names of their own below."""
    s = kisi[i][j]
    if s is None or not s.teks or i + 1 >= kepala or _kosong(kisi, i + 1, j):
        return
    lebar = 1
    while (
        _kosong(kisi, i, j + lebar) and not _kosong(kisi, i + 1, j + lebar) and j + lebar < len(kisi[i + 1])
    ):
        kisi[i][j + lebar] = None
        lebar += 1
    kisi[i][j] = replace(s, kolom=lebar)


def _tinggikan(kisi: list[list[Sel | None]], i: int, j: int, kepala: int) -> None:
    s = kisi[i][j]
    if s is None or not s.teks:
        return
    tinggi = 1
    while i + tinggi < kepala and all(_kosong(kisi, i + tinggi, j + k) for k in range(s.kolom)):
        for k in range(s.kolom):
            kisi[i + tinggi][j + k] = None
        tinggi += 1
    kisi[i][j] = replace(s, baris=tinggi)


def tandai_geser(baris: list[tuple[Sel | None, ...]], kepala: int) -> list[tuple[Sel | None, ...]]:
    """Cells that fit the columns better one place to the side are marked doubtful, with the reason.

    A column is one of figures or of words when at least 80 % of five or more filled cells are so.
    """
    jenis = _jenis_kolom(baris[kepala:])
    if sum(k is not None for k in jenis) < 3:
        return baris
    hasil = list(baris)
    for i in range(kepala, len(baris)):
        if _bentrok(baris[i], jenis, 0, 0) and (awal := _awal_geser(baris[i], jenis)) is not None:
            hasil[i] = tuple(
                replace(s, ragu=True, alasan_ragu=s.alasan_ragu or "isi baris ini tampak bergeser satu kolom")
                if s is not None and s.teks and j >= awal
                else s
                for j, s in enumerate(baris[i])
            )
    return hasil


def _awal_geser(baris: tuple[Sel | None, ...], jenis: list[bool | None]) -> int | None:
    """From which column the row fits without conflict when it is moved by one; None where it never does."""
    for awal in range(len(baris)):
        s = baris[awal]
        if s is None or not s.teks:
            continue
        sebelum = baris[awal - 1] if awal else None
        kiri_kosong = sebelum is not None and not sebelum.teks
        akhir = baris[-1]
        kanan_kosong = akhir is not None and not akhir.teks
        for geser, boleh in ((-1, kiri_kosong), (1, kanan_kosong)):
            isi = sum(1 for t in baris[awal:] if t is not None and t.teks)
            if boleh and isi >= 2 and not _bentrok(baris, jenis, awal, geser):
                return awal
    return None


def _jenis_kolom(baris: Sequence[tuple[Sel | None, ...]]) -> list[bool | None]:
    lebar = max((len(b) for b in baris), default=0)
    hasil: list[bool | None] = []
    for j in range(lebar):
        isi = [s.teks for b in baris if j < len(b) and (s := b[j]) is not None and s.teks]
        n = sum(angka(t) for t in isi)
        besar = len(isi) >= 5
        hasil.append(
            True if besar and n * 5 >= len(isi) * 4 else False if besar and n * 5 <= len(isi) else None
        )
    return hasil


def _bentrok(baris: tuple[Sel | None, ...], jenis: list[bool | None], awal: int, geser: int) -> int:
    """How many cells stand in a column of the other kind when those from `awal` are moved."""
    salah = 0
    for j, s in enumerate(baris):
        if s is None or not s.teks:
            continue
        k = j + geser if j >= awal else j
        seharusnya = jenis[k] if 0 <= k < len(jenis) else None
        salah += seharusnya is not None and seharusnya != angka(s.teks)
    return salah
