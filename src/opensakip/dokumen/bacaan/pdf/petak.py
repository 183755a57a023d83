"""Ruled tables: lines that cross become a grid, missing lines between places merge them into one cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from opensakip.dokumen.bacaan.pdf.halaman import Garis, Halaman, Kata

DEKAT = 2.6  # points within which lines are one line, and ends touch
SEMPIT = 4  # points; a column or row narrower than this is a double line
GARIS_MAKS = 4000  # lines of one page that are put together


@dataclass
class Petak:
    """A cell of the grid: where it begins, how far it reaches, its words."""

    baris: int
    kolom: int
    tinggi: int = 1
    lebar: int = 1
    kata: list[Kata] = field(default_factory=list)


@dataclass
class Bingkai:
    """A table by its lines: edges of columns and rows, and the cells."""

    x: list[Any]
    y: list[Any]
    petak: list[Petak]
    duga: bool = False  # columns told by white, not by lines

    @property
    def kotak(self) -> tuple[Any, Any, Any, Any]:
        """The outer box."""
        return self.x[0], self.y[0], self.x[-1], self.y[-1]


def rapatkan_garis(garis: Sequence[Garis], dekat: Any = DEKAT, celah: Any = 3) -> list[Garis]:
    """Pieces of one line become one line; lines closer than `dekat` too."""
    hasil: list[Garis] = []
    for kelompok in _kelompok(sorted(garis, key=lambda g: g.letak), dekat):
        letak = sum(g.letak for g in kelompok) / len(kelompok)
        kini: Garis | None = None
        for g in sorted(kelompok, key=lambda g: g.awal):
            if kini is not None and g.awal <= kini.akhir + celah:
                kini.akhir = max(kini.akhir, g.akhir)
            else:
                kini = Garis(letak, g.awal, g.akhir)
                hasil.append(kini)
    return hasil


def _kelompok(urut: Sequence[Garis], dekat: Any) -> list[list[Garis]]:
    hasil: list[list[Garis]] = []
    for g in urut:
        if hasil and g.letak - hasil[-1][0].letak <= dekat:
            hasil[-1].append(g)
        else:
            hasil.append([g])
    return hasil


def bingkai(hal: Halaman) -> list[Bingkai]:
    """All ruled tables of a page, from top to bottom; boxes of a single cell are not tables."""
    datar, tegak = rapatkan_garis(hal.datar), rapatkan_garis(hal.tegak)
    if len(datar) + len(tegak) > GARIS_MAKS:
        return []
    hasil = []
    for ds, ts in _gugus(datar, tegak):
        if len(ds) < 2 or not ts:
            continue
        x, y = _tepi(ds, ts)
        if len(x) < 2 or len(y) < 2 or (len(x) - 1) * (len(y) - 1) < 2 or not _berisi(x, y, ds, ts):
            continue
        hasil.append(Bingkai(x, y, _petak(x, y, ds, ts)))
    hasil = [b for b in hasil if len(b.petak) > 1]
    hasil = [b for b in hasil if not any(_di_dalam(b, c) for c in hasil if c is not b)]
    return sorted(hasil, key=lambda b: (b.y[0], b.x[0]))


def _berisi(x: list[Any], y: list[Any], datar: list[Garis], tegak: list[Garis]) -> bool:
    """Whether the lines draw a table: most of the grid is there. Boxes joined by lines (a chart) are not."""
    panjang = sum(min(g.akhir, x[-1]) - max(g.awal, x[0]) for g in datar)
    tinggi = sum(min(g.akhir, y[-1]) - max(g.awal, y[0]) for g in tegak)
    return bool(panjang >= (x[-1] - x[0]) * len(y) * 0.5 and tinggi >= (y[-1] - y[0]) * len(x) * 0.5)


def susun_bingkai(datar: list[Garis], tegak: list[Garis]) -> Bingkai | None:
    """A table of lines that are known to belong together; None where they make no more than one cell."""
    x, y = _letak(tegak), _letak(datar)
    if len(x) < 3 or len(y) < 2:
        return None
    return Bingkai(x, y, _petak(x, y, datar, tegak), duga=True)


def _di_dalam(b: Bingkai, c: Bingkai) -> bool:
    """A small frame inside a table (a tick box) is no table of its own."""
    a, d = b.kotak, c.kotak
    dalam = a[0] >= d[0] - 1 and a[1] >= d[1] - 1 and a[2] <= d[2] + 1 and a[3] <= d[3] + 1
    return bool(dalam and (a[2] - a[0]) * (a[3] - a[1]) < (d[2] - d[0]) * (d[3] - d[1]) / 2)


def _gugus(datar: list[Garis], tegak: list[Garis]) -> list[tuple[list[Garis], list[Garis]]]:
    """Lines that touch each other belong together."""
    induk = list(range(len(datar) + len(tegak)))

    def akar(i: int) -> int:
        while induk[i] != i:
            induk[i] = induk[induk[i]]
            i = induk[i]
        return i

    for i, d in enumerate(datar):
        for j, t in enumerate(tegak, len(datar)):
            if d.awal - DEKAT <= t.letak <= d.akhir + DEKAT and t.awal - DEKAT <= d.letak <= t.akhir + DEKAT:
                induk[akar(i)] = akar(j)
    hasil: dict[int, tuple[list[Garis], list[Garis]]] = {}
    for i, g in enumerate([*datar, *tegak]):
        hasil.setdefault(akar(i), ([], []))[i >= len(datar)].append(g)
    return list(hasil.values())


def _tepi(datar: list[Garis], tegak: list[Garis]) -> tuple[list[Any], list[Any]]:
    """Edges of columns and rows; where outer lines are left out, the ends of the others stand for them."""
    x, y = _letak(tegak), _letak(datar)
    kiri, kanan = min(d.awal for d in datar), max(d.akhir for d in datar)
    atas, bawah = min(t.awal for t in tegak), max(t.akhir for t in tegak)
    if kiri < x[0] - 12:
        x.insert(0, kiri)
        tegak.append(Garis(kiri, y[0], y[-1]))
    if kanan > x[-1] + 12:
        x.append(kanan)
        tegak.append(Garis(kanan, y[0], y[-1]))
    if atas < y[0] - 8:
        y.insert(0, atas)
        datar.append(Garis(atas, x[0], x[-1]))
    if bawah > y[-1] + 8:
        y.append(bawah)
        datar.append(Garis(bawah, x[0], x[-1]))
    return x, y


def _letak(garis: list[Garis]) -> list[Any]:
    hasil: list[Any] = []
    for letak in sorted(g.letak for g in garis):
        if not hasil or letak - hasil[-1] > SEMPIT:
            hasil.append(letak)
    return hasil


def _petak(x: list[Any], y: list[Any], datar: list[Garis], tegak: list[Garis]) -> list[Petak]:
    """Cells: places of the grid without a line between them are one cell."""
    m, n = len(y) - 1, len(x) - 1
    induk = list(range(m * n))

    def akar(i: int) -> int:
        while induk[i] != i:
            induk[i] = induk[induk[i]]
            i = induk[i]
        return i

    for i in range(m):
        tengah_y = (y[i] + y[i + 1]) / 2
        for j in range(n):
            tengah_x = (x[j] + x[j + 1]) / 2
            if j + 1 < n and not _ada(tegak, x[j + 1], tengah_y):
                induk[akar(i * n + j + 1)] = akar(i * n + j)
            if i + 1 < m and not _ada(datar, y[i + 1], tengah_x):
                induk[akar((i + 1) * n + j)] = akar(i * n + j)
    kumpul: dict[int, list[tuple[int, int]]] = {}
    for i in range(m):
        for j in range(n):
            kumpul.setdefault(akar(i * n + j), []).append((i, j))
    hasil = []
    for sel in kumpul.values():
        hasil.extend(_persegi(sel))
    return sorted(hasil, key=lambda p: (p.baris, p.kolom))


def _ada(garis: list[Garis], letak: Any, pada: Any) -> bool:
    return any(abs(g.letak - letak) <= SEMPIT and g.awal - DEKAT <= pada <= g.akhir + DEKAT for g in garis)


def _persegi(sel: list[tuple[int, int]]) -> list[Petak]:
    """One cell where the places fill a rectangle; else a cell for each run of places in a row."""
    a, b = min(i for i, _ in sel), min(j for _, j in sel)
    c, d = max(i for i, _ in sel), max(j for _, j in sel)
    if (c - a + 1) * (d - b + 1) == len(sel):
        return [Petak(a, b, c - a + 1, d - b + 1)]
    hasil: list[Petak] = []
    for i, j in sorted(sel):
        akhir = hasil[-1] if hasil else None
        if akhir is not None and akhir.baris == i and akhir.kolom + akhir.lebar == j:
            akhir.lebar += 1
        else:
            hasil.append(Petak(i, j))
    return hasil


def isi_petak(b: Bingkai, kata: list[Kata]) -> list[Kata]:
    """Put the words of the page into the cells; what stands outside is given back."""
    kiri, atas, kanan, bawah = b.kotak
    peta = {(i, j): p for p in b.petak for i in range(p.baris, p.baris + p.tinggi)
            for j in range(p.kolom, p.kolom + p.lebar)}  # fmt: skip
    luar: list[Kata] = []
    lalu: tuple[Kata, Petak] | None = None
    for k in kata:
        tengah_y = (k.y0 + k.y1) / 2
        if not (kiri - 2 <= k.tengah <= kanan + 2 and atas - 2 <= tengah_y <= bawah + 2):
            luar.append(k)
            continue
        if lalu is not None and _ekor_putar(lalu[0], k):
            lalu[1].kata.append(k)
            continue
        i = _ruang(b.y, tengah_y)
        for bagian in _belah(k, b, i, peta):
            tempat = peta[i, _ruang(b.x, bagian.tengah)]
            tempat.kata.append(bagian)
            lalu = bagian, tempat
    return luar


def _ekor_putar(lalu: Kata, k: Kata) -> bool:
    """The last digits of a turned number that no longer fitted: set beside it, next in the file."""
    if k.putar not in (1, 3) or lalu.putar != k.putar or len(k.teks) > 2 or not k.teks.isdigit():
        return False
    dekat = abs(lalu.alas - k.alas) <= k.tinggi * 1.6
    return bool(dekat and lalu.y0 - 2 <= k.y0 and k.y1 <= lalu.y1 + 2 and len(lalu.teks) > 4)


def _ruang(tepi: list[Any], letak: Any) -> int:
    for i in range(len(tepi) - 2):
        if letak < tepi[i + 1]:
            return i
    return len(tepi) - 2


def _belah(k: Kata, b: Bingkai, i: int, peta: dict[tuple[int, int], Petak]) -> list[Kata]:
    """A word that runs over a line between two cells is two words that the file set without a gap."""
    if k.putar or len(k.teks) < 2:
        return [k]
    kiri, kanan = _ruang(b.x, k.x0 + 1), _ruang(b.x, k.x1 - 1)
    if peta[i, kiri] is peta[i, kanan]:
        return [k]
    hasil: list[Kata] = []
    lalu = -1
    for n, huruf in enumerate(k.teks):
        ujung = k.batas[n + 1] if n + 1 < len(k.batas) else k.x1
        kolom = _ruang(b.x, (k.batas[n] + max(ujung, k.batas[n])) / 2)
        if hasil and peta[i, kolom] is peta[i, lalu]:
            hasil[-1].teks += huruf
            hasil[-1].batas.append(k.batas[n])
            hasil[-1].x1 = ujung
        else:
            hasil.append(
                Kata(huruf, k.batas[n], k.y0, ujung, k.y1, k.alas, k.tinggi, k.tebal, k.putar, [k.batas[n]])
            )
            lalu = kolom
    return hasil if all(len(h.teks) > 1 or h.teks.isdigit() for h in hasil) else [k]
