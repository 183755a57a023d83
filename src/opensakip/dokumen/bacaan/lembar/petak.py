"""A sheet as rows of cells, and the rows as titles, notes and tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from opensakip.dokumen.bacaan import kisi, tanda
from opensakip.dokumen.bacaan.galat import TidakTerbaca
from opensakip.dokumen.bacaan.kisi import BarisMentah
from opensakip.dokumen.bacaan.model import Judul, Keterangan, Paragraf, Sel, Tabel, Tempat, Unsur

BARIS_MAKS = 200_000
KOLOM_MAKS = 2_000
SEL_MAKS = 2_000_000  # places of the grid of one sheet
KEPALA_MAKS = 8


@dataclass(slots=True)
class Petak:
    """A filled cell."""

    teks: str
    nilai: Decimal | None = None
    tebal: bool = False


@dataclass
class Lembar:
    """A sheet: rows and columns from 0, merged ranges as (top, left, bottom, right)."""

    nama: str
    baris: dict[int, dict[int, Petak]] = field(default_factory=dict)
    gabung: list[tuple[int, int, int, int]] = field(default_factory=list)
    tersembunyi: bool = False
    nomor: dict[int, int] = field(default_factory=dict)  # line of the file, where it is not row + 1

    def jaga(self, berkas: str, baris: int, kolom: int) -> None:
        """Refuse a sheet that is larger than what is read; row and column from 0."""
        if kolom >= KOLOM_MAKS:
            raise TidakTerbaca(
                berkas,
                f"lembar “{self.nama}” memakai lebih dari {KOLOM_MAKS} kolom.",
                "Hapus kolom kosong di kanan, atau bagi lembar itu.",
            )
        if baris >= BARIS_MAKS:
            raise TidakTerbaca(
                berkas,
                f"lembar “{self.nama}” memakai lebih dari {BARIS_MAKS} baris.",
                "Hapus baris kosong di bawah, atau bagi menjadi beberapa berkas.",
            )


def unsur_lembar(berkas: str, lembar: Lembar, nomor: int) -> tuple[list[Unsur], int]:
    """(elements of a sheet, number of the last table); `nomor` is that of the last table before."""
    hasil: list[Unsur] = []
    for blok in _blok(lembar):
        atas = _judul_atas(lembar, blok)
        for i in blok[:atas]:
            hasil.append(_teks(lembar, i))
        isi = blok[atas:]
        if (
            isi
            and all(len(lembar.baris[i]) == 1 for i in isi)
            and len({min(lembar.baris[i]) for i in isi}) == 1
        ):
            hasil.extend(_teks(lembar, i) for i in isi)
            continue
        if not isi:
            continue
        nomor += 1
        akhir = hasil[-1] if hasil else None
        hasil.append(_tabel(berkas, lembar, isi, nomor, akhir if isinstance(akhir, Keterangan) else None))
    return hasil, nomor


def _blok(lembar: Lembar) -> list[list[int]]:
    """Rows in runs; two empty rows end a run, one does when what follows begins like a new table."""
    hasil: list[list[int]] = []
    for i in sorted(lembar.baris):
        if not lembar.baris[i]:
            continue
        celah = i - hasil[-1][-1] - 1 if hasil else 2
        if celah >= 2 or (celah == 1 and _mulai(lembar, i)):
            hasil.append([i])
        else:
            hasil[-1].append(i)
    return hasil


def _mulai(lembar: Lembar, i: int) -> bool:
    isi = [p.teks for _, p in sorted(lembar.baris[i].items())]
    if len(isi) == 1:
        return tanda.keterangan(isi[0]) is not None or (i + 1 in lembar.baris and _kepala(lembar, i + 1))
    return _kepala(lembar, i)


def _kepala(lembar: Lembar, i: int) -> bool:
    isi = [p.teks for _, p in sorted(lembar.baris[i].items())]
    return len(isi) > 2 and kisi.mirip_kepala(isi, isi)


def _judul_atas(lembar: Lembar, blok: list[int]) -> int:
    """How many rows at the top hold one text alone: titles above the table."""
    n = 0
    while n < len(blok) and len(lembar.baris[blok[n]]) == 1 and n < 12:
        n += 1
    return n if n < len(blok) or len(blok) <= 3 else 0


def _teks(lembar: Lembar, i: int) -> Unsur:
    ((j, p),) = lembar.baris[i].items()
    tempat = Tempat(lembar=lembar.nama or None, baris=lembar.nomor.get(i, i + 1), kolom=j + 1)
    if (ket := tanda.keterangan(p.teks)) is not None:
        return Keterangan(p.teks, tempat, ket[0], ket[1])
    if len(p.teks) <= 160 and (p.tebal or p.teks.isupper() or tanda.judul_polos(p.teks)):
        n = tanda.nomor_judul(p.teks)
        return Judul((n.isi or n.nomor) if n else p.teks, n.tingkat if n else 1, tempat, n.nomor if n else "")
    return Paragraf(p.teks, tempat, ((0, tempat),), tebal=p.tebal)


def _tabel(berkas: str, lembar: Lembar, blok: list[int], nomor: int, ket: Keterangan | None) -> Tabel:
    """Rows from the first to the last of the run, columns from the first of the sheet."""
    atas, bawah = blok[0], blok[-1]
    lebar = max(max(lembar.baris[i]) for i in blok) + 1
    if lebar * (bawah - atas + 1) > SEL_MAKS:
        raise TidakTerbaca(
            berkas,
            f"lembar “{lembar.nama}” memuat lebih dari {SEL_MAKS} sel.",
            "Bagi menjadi beberapa berkas.",
        )
    baris = [_baris(lembar, i, atas, lebar, nomor) for i in range(atas, bawah + 1)]
    penuh = _gabungkan(baris, lembar.gabung, atas)
    kepala = _tinggi_kepala(penuh)
    if not lembar.gabung:
        penuh = kisi.gabung_kepala([tuple(s for s in b if s is not None) for b in penuh], kepala)
    else:
        penuh = kisi.turunkan_kepala(penuh, kepala)
    return Tabel(
        tuple(penuh),
        Tempat(lembar=lembar.nama or None, baris=lembar.nomor.get(atas, atas + 1), tabel=nomor),
        kepala=kepala,
        keterangan=ket.teks if ket else "",
        nomor=ket.nomor if ket else "",
    )


def _baris(lembar: Lembar, i: int, atas: int, lebar: int, nomor: int) -> list[Sel | None]:
    isi = lembar.baris.get(i, {})
    asal = Tempat(
        lembar=lembar.nama or None, baris=lembar.nomor.get(i, i + 1), tabel=nomor, baris_tabel=i - atas + 1
    )
    hasil: list[Sel | None] = []
    for j in range(lebar):
        tempat = replace(asal, kolom=j + 1)
        p = isi.get(j)
        hasil.append(Sel(p.teks, tempat, nilai=p.nilai, tebal=p.tebal) if p else Sel("", tempat))
    return hasil


def _gabungkan(
    baris: list[list[Sel | None]], gabung: Sequence[tuple[int, int, int, int]], atas: int
) -> list[tuple[Sel | None, ...]]:
    tinggi, lebar = len(baris), len(baris[0])
    for a, b, c, d in gabung:
        a, c, d = a - atas, min(c - atas, tinggi - 1), min(d, lebar - 1)
        if a < 0 or a >= tinggi or b >= lebar or c < a or d < b:
            continue
        s = baris[a][b]
        if s is None:
            continue
        for x in range(a, c + 1):
            for y in range(b, d + 1):
                baris[x][y] = None
        baris[a][b] = replace(s, kolom=d - b + 1, baris=c - a + 1)
    return [tuple(b) for b in baris]


def _tinggi_kepala(baris: list[tuple[Sel | None, ...]]) -> int:
    mentah = [BarisMentah(tuple(_mentah(s) for s in b), Tempat()) for b in baris[: kisi.PALING_KEPALA + 1]]
    n = kisi.tinggi_kepala(mentah) or _nama_kolom(baris)
    if not n:
        return 0
    jangkau = max(
        (i + s.baris for i, b in enumerate(baris[:n]) for s in b if s is not None and s.teks), default=n
    )
    if n < jangkau <= min(KEPALA_MAKS, len(baris) - 1):
        n = jangkau
    while n < min(len(baris), KEPALA_MAKS) and kisi.nomor_kolom([s.teks if s else "" for s in baris[n]]):
        n += 1
    return n


def _nama_kolom(baris: list[tuple[Sel | None, ...]]) -> int:
    """1 when the first row names every column with a short word of its own, as files of programs do."""
    isi = [s.teks for s in baris[0] if s is not None]
    if len(baris) < 2 or len(isi) < 2 or len(isi) != len(set(isi)) or not all(isi):
        return 0
    return int(not any(kisi.angka(t) or len(t) > 60 for t in isi))


def _mentah(s: Sel | None) -> str:
    if s is None or not s.teks:
        return ""
    return f"<b>{s.teks}</b>" if s.tebal and "<" not in s.teks else s.teks
