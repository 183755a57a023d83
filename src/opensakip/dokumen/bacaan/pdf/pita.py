"""Tables ruled between rows only: level lines and filled boxes give the rows, white the columns.

Upright lines are put where at least most rows have white and no text runs through; then the same grid as for
fully ruled tables is made of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from opensakip.dokumen.bacaan import tanda
from opensakip.dokumen.bacaan.pdf.baris import susun_baris
from opensakip.dokumen.bacaan.pdf.halaman import Garis, Halaman, Kata
from opensakip.dokumen.bacaan.pdf.petak import Bingkai, rapatkan_garis, susun_bingkai

UJUNG = 4  # points that boxes may reach over the ends of lines
SAMA = 2.5  # points that the ends of lines of one table may differ
DEKAT = 1.2  # points between lines that are one; a rule of the page may stand near the last of a table
PANJANG = 120  # points; a shorter line is an ornament
SUNGAI = 3.5  # points; a narrower white column is a space between words
PITA_MIN = 2
Kotak = tuple[Any, Any, Any, Any]


@dataclass
class Pita:
    """A stretch between two level lines: its upper and lower edge and its words."""

    atas: Any
    bawah: Any
    kata: list[Kata] = field(default_factory=list)


def bingkai_pita(
    hal: Halaman, kata: list[Kata], lain: Sequence[Bingkai], petunjuk: list[Any]
) -> list[Bingkai]:
    """Tables of a page by their level lines, outside the frames that are known already.

    petunjuk: edges of the columns of the table that ended the page before; a table that goes on keeps them.
    """
    garis = [g for g in rapatkan_garis(hal.datar, DEKAT) if not _di_dalam(g, lain)]
    tegak = [k for k in kata if k.putar == 0]
    hasil: list[Bingkai] = []
    kelompok = _kelompok([g for g in garis if g.akhir - g.awal >= PANJANG])
    for kiri, kanan, deret in sorted(kelompok, key=lambda k: -len(k[2])):
        for atas, ys in _ruas(hal, tegak, kiri, kanan, deret):
            if any(b.y[0] < ys[-1] and atas < b.y[-1] for b in hasil):
                continue
            b = _bingkai(hal, garis, tegak, (kiri, kanan), [atas, *ys], petunjuk)
            if b is not None:
                hasil.append(b)
    return hasil


def _di_dalam(g: Garis, lain: Sequence[Bingkai]) -> bool:
    return any(b.y[0] - 3 <= g.letak <= b.y[-1] + 3 and g.awal < b.x[-1] and g.akhir > b.x[0] for b in lain)


def _kelompok(garis: list[Garis]) -> list[tuple[Any, Any, list[Any]]]:
    """(left, right, heights) of lines with the same ends."""
    hasil: list[tuple[Any, Any, list[Any]]] = []
    for g in garis:
        for kiri, kanan, ys in hasil:
            if abs(g.awal - kiri) <= SAMA and abs(g.akhir - kanan) <= SAMA:
                ys.append(g.letak)
                break
        else:
            hasil.append((g.awal, g.akhir, [g.letak]))
    return [(a, b, sorted(ys)) for a, b, ys in hasil if len(ys) >= PITA_MIN]


def _ruas(
    hal: Halaman, kata: list[Kata], kiri: Any, kanan: Any, ys: list[Any]
) -> list[tuple[Any, list[Any]]]:
    """(top, lines) of every table among lines of the same width: a caption or a new head begins another."""
    hasil: list[tuple[Any, list[Any]]] = []
    lalu: Any = None
    for y in ys:
        isi = [k for k in kata if kiri - 3 <= k.tengah <= kanan + 3 and (lalu or 0) < (k.y0 + k.y1) / 2 < y]
        isian = _isian(hal, kiri, kanan, lalu or 0, y)
        jauh = y - (lalu or 0) > hal.tinggi * 0.5
        if jauh and lalu is not None:
            hasil.append((None, [y]))  # rules of the page itself
        elif isian:
            atas = min(b[1] for b in isian)
            hasil.append((atas, [*_tepi_isian(isian, kanan - kiri, y), y]))
        elif lalu is None or not isi or _ada_keterangan(isi):
            hasil.append((_atas_teks(isi, y) if isi else None, [y]))
        else:
            hasil[-1][1].append(y)
        lalu = y
    return [
        (atas if atas is not None else y[0], y if atas is not None else y[1:])
        for atas, y in hasil
        if len(y) >= (PITA_MIN if atas is not None else PITA_MIN + 1)
    ]


def _isian(hal: Halaman, kiri: Any, kanan: Any, atas: Any, bawah: Any) -> list[Kotak]:
    """Filled boxes between two lines that make a head: they touch each other and fill most of the width."""
    isi = [
        b for b in hal.isian
        if b[1] > atas + UJUNG and b[3] <= bawah + UJUNG and b[0] >= kiri - UJUNG and b[2] <= kanan + UJUNG
    ]  # fmt: skip
    penuh = [b for b in isi if sum(c[2] - c[0] for c in isi if abs(c[1] - b[1]) < 2) >= (kanan - kiri) * 0.5]
    if not penuh:
        return []
    hasil = [max(penuh, key=lambda b: b[3])]
    sisa = [b for b in isi if b is not hasil[0]]
    while tambah := [b for b in sisa if any(_menyentuh(b, c) for c in hasil)]:
        hasil += tambah
        sisa = [b for b in sisa if b not in tambah]
    return hasil


def _menyentuh(a: Kotak, b: Kotak) -> bool:
    """Whether two boxes stand side by side or one on the other."""
    mendatar = a[1] < b[3] - 1 and b[1] < a[3] - 1 and min(abs(a[0] - b[2]), abs(b[0] - a[2])) < 2
    menegak = a[0] < b[2] - 1 and b[0] < a[2] - 1 and min(abs(a[1] - b[3]), abs(b[1] - a[3])) < 2
    return bool(mendatar or menegak or (abs(a[1] - b[1]) < 1 and abs(a[0] - b[0]) < 1))


def _tepi_isian(isian: list[Kotak], lebar: Any, bawah: Any) -> list[Any]:
    """Lower edges of filled rows: lines between rows that were not drawn."""
    hasil: list[Any] = []
    for y in sorted({round(b[3] * 2) / 2 for b in isian}):
        penuh = sum(b[2] - b[0] for b in isian if abs(b[3] - y) < 1.5)
        if penuh >= lebar * 0.9 and y < bawah - UJUNG and (not hasil or y - hasil[-1] > UJUNG):
            hasil.append(y)
    return hasil


def _ada_keterangan(isi: list[Kata]) -> bool:
    return any(tanda.keterangan(b.teks) for b in susun_baris(isi))


def _atas_teks(isi: list[Kata], y: Any) -> Any | None:
    """The top of the lines of a head without fill right above its line."""
    baris = susun_baris(isi)
    atas = None
    for b in reversed(baris):
        bawah = atas if atas is not None else y
        if bawah - b.y1 > b.tinggi * 0.7 or tanda.keterangan(b.teks):
            break
        atas = b.y0
    return atas - 1 if atas is not None else None


def _bingkai(
    hal: Halaman,
    garis: list[Garis],
    kata: list[Kata],
    lebar: tuple[Any, Any],
    ys: list[Any],
    petunjuk: list[Any],
) -> Bingkai | None:
    kiri, kanan = lebar
    atas, bawah = ys[0], ys[-1]
    isian = [
        b for b in hal.isian
        if atas - 2 <= b[1] and b[3] <= bawah + 2 and b[0] >= kiri - UJUNG and b[2] <= kanan + UJUNG
    ]  # fmt: skip
    pita = [Pita(a, b) for a, b in zip(ys, ys[1:], strict=False)]
    for k in kata:
        tengah = (k.y0 + k.y1) / 2
        if kiri - 3 <= k.tengah <= kanan + 3:
            for p in pita:
                if p.atas < tengah <= p.bawah:
                    p.kata.append(k)
    pita = [p for p in pita if p.kata]
    if len(pita) < PITA_MIN or sum(len(susun_baris(p.kata)) for p in pita) > len(pita) * 12:
        return None
    potong = _kolom_isian(isian, kiri, kanan)
    if (
        not potong
        and len(petunjuk) > 2
        and abs(petunjuk[0] - kiri) < SAMA
        and abs(petunjuk[-1] - kanan) < SAMA
    ):
        potong = petunjuk[1:-1]
    potong = potong or _potong(pita, kiri, kanan)
    if not potong:
        return None
    if (akhir := _buang_ekor(pita, potong)) < len(pita):
        ys = [y for y in ys if y <= pita[akhir - 1].bawah]
        return _bingkai(hal, garis, kata, lebar, ys, petunjuk) if akhir > 1 else None
    datar = [Garis(y, kiri, kanan) for y in ys]
    datar += [
        g for g in garis
        if atas + 2 < g.letak < bawah - 2 and kiri - UJUNG <= g.awal and g.akhir <= kanan + UJUNG
        and g.akhir - g.awal < (kanan - kiri) * 0.95
    ]  # fmt: skip
    datar += [
        Garis(y, b[0], b[2]) for b in isian for y in (b[1], b[3]) if b[2] - b[0] < (kanan - kiri) * 0.95
    ]
    datar = rapatkan_garis(datar)
    tegak = [Garis(kiri, atas, bawah), Garis(kanan, atas, bawah)]
    isi = [k for p in pita for k in p.kata]
    for x in potong:
        batas = sorted({g.letak for g in datar if g.awal - 1 <= x <= g.akhir + 1})
        tegak += [Garis(x, a, b) for a, b in zip(batas, batas[1:], strict=False) if not _lewat(isi, x, a, b)]
    return susun_bingkai(datar, tegak)


def _buang_ekor(pita: list[Pita], potong: list[Any]) -> int:
    """How many stretches are the table; text below its last line, up to a rule of the page, is not."""
    tinggi = sorted(p.bawah - p.atas for p in pita)[len(pita) // 2]
    n = len(pita)
    while n > 1 and pita[n - 1].bawah - pita[n - 1].atas > tinggi * 2.5:
        p = pita[n - 1]
        if sum(_lewat(p.kata, x, p.atas, p.bawah) for x in potong) * 2 <= len(potong):
            break
        n -= 1
    return n


def _kolom_isian(isian: list[Kotak], kiri: Any, kanan: Any) -> list[Any]:
    """Edges between filled boxes of a head, where three or more stand side by side."""
    dalam = sorted(x for b in isian for x in (b[0], b[2]) if kiri + UJUNG < x < kanan - UJUNG)
    hasil: list[Any] = []
    for x in dalam:
        if not hasil or x - hasil[-1] > UJUNG:
            hasil.append(x)
    return hasil


def _potong(pita: list[Pita], kiri: Any, kanan: Any) -> list[Any]:
    """Where columns are cut: the clearest place of every white column that most rows share."""
    batas = sorted({kiri, kanan, *(x for p in pita for k in p.kata for x in (k.x0, k.x1))})
    tutup = []
    for a, b in zip(batas, batas[1:], strict=False):
        tengah = (a + b) / 2
        n = sum(any(k.x0 < tengah < k.x1 for k in p.kata) for p in pita)
        tutup.append((a, b, n))
    hasil = []
    i = 0
    while i < len(tutup):
        if tutup[i][2] * 6 > len(pita):
            i += 1
            continue
        j = i
        while j + 1 < len(tutup) and tutup[j + 1][2] * 6 <= len(pita):
            j += 1
        if i > 0 and j < len(tutup) - 1 and tutup[j][1] - tutup[i][0] >= SUNGAI:
            hasil.append(_tempat(tutup[i : j + 1]))
        i = j + 1
    return [x for x in hasil if _sungguh(pita, x)]


def _tempat(ruas: list[tuple[Any, Any, int]]) -> Any:
    """The middle of the widest stretch that the fewest rows cover."""
    paling = min(n for *_, n in ruas)
    terbaik = (0, 0)
    i = 0
    while i < len(ruas):
        if ruas[i][2] != paling:
            i += 1
            continue
        j = i
        while j + 1 < len(ruas) and ruas[j + 1][2] == paling:
            j += 1
        terbaik = max(terbaik, (ruas[i][0], ruas[j][1]), key=lambda r: r[1] - r[0])
        i = j + 1
    return (terbaik[0] + terbaik[1]) / 2


def _sungguh(pita: list[Pita], x: Any) -> bool:
    """Whether the cut separates columns: text seldom runs through it, and both sides are used."""
    lewat = sum(_lewat(p.kata, x, p.atas, p.bawah) for p in pita)
    dua_sisi = sum(any(k.x1 <= x for k in p.kata) and any(k.x0 >= x for k in p.kata) for p in pita)
    return lewat * 5 <= len(pita) * 2 and dua_sisi * 3 >= len(pita)


def _lewat(kata: list[Kata], x: Any, atas: Any, bawah: Any) -> bool:
    """Whether text runs through x between two heights: a word over it, or words on it with but a space."""
    isi = [k for k in kata if atas <= (k.y0 + k.y1) / 2 <= bawah]
    if any(k.x0 + 1 < x < k.x1 - 1 for k in isi):
        return True
    for b in susun_baris(isi):
        for p, q in zip(b.kata, b.kata[1:], strict=False):
            if p.x1 <= x <= q.x0 and q.x0 - p.x1 < p.tinggi * 0.35:
                return True
    return False
