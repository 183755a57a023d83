"""Tables without rules: lines whose words stand in columns, told by the white between them.

Looser than the ruled kind: a block counts as a table only when several lines share the same white columns,
and rows are told by distance and by the columns of figures.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from opensakip.dokumen.bacaan import tanda
from opensakip.dokumen.bacaan.kisi import angka
from opensakip.dokumen.bacaan.pdf.baris import Baris, gabung_baris, gabung_kata
from opensakip.dokumen.bacaan.pdf.halaman import Kata

CELAH = 1.0  # white between columns, in heights of type
SUNGAI = 5  # points; a white column narrower than this is chance


@dataclass
class Lajur:
    """A block of lines that is a table: rows of cells, each cell its words."""

    baris: list[list[list[Kata]]]
    x: list[Any]
    y0: Any
    y1: Any

    def teks(self) -> list[list[str]]:
        """The cells as text."""
        from opensakip.dokumen.bacaan.pdf.baris import susun_baris

        return [
            [gabung_baris([gabung_kata(b.kata) for b in susun_baris(sel)]) for sel in baris]
            for baris in self.baris
        ]


def potongan(b: Baris) -> list[list[Kata]]:
    """The words of a line in groups with white between them."""
    hasil: list[list[Kata]] = [[b.kata[0]]]
    tinggi = b.tinggi
    for k in b.kata[1:]:
        if k.x0 - hasil[-1][-1].x1 > tinggi * CELAH:
            hasil.append([k])
        else:
            hasil[-1].append(k)
    return hasil


def cari_lajur(baris: Sequence[Baris]) -> list[tuple[int, int, Lajur]]:
    """(first line, line after the last, table) of every block of lines that is a table."""
    hasil = []
    i = 0
    while i < len(baris):
        if len(potongan(baris[i])) < 2:
            i += 1
            continue
        akhir = _ujung(baris, i)
        lajur = _lajur(baris[i:akhir]) if akhir - i >= 2 else None
        if lajur is None:
            i += 1
        else:
            hasil.append((i, akhir, lajur))
            i = akhir
    return hasil


def _ujung(baris: Sequence[Baris], awal: int) -> int:
    """The line after the last one that keeps at least two columns."""
    akhir, bertiang = awal + 1, awal + 1
    sungai = _sungai([baris[awal]])
    while akhir < len(baris) and akhir - bertiang < 4:
        b, atas = baris[akhir], baris[akhir - 1]
        if b.y0 - atas.y1 > atas.tinggi * 2.2:
            break
        baru = _potong_sungai(sungai, b)
        if not baru:
            break
        sungai = baru
        akhir += 1
        if len(potongan(b)) > 1:
            bertiang = akhir
    return bertiang


def _sungai(baris: Sequence[Baris]) -> list[tuple[Any, Any]]:
    """White columns between the words of the lines."""
    isi = sorted((p[0].x0, p[-1].x1) for b in baris for p in potongan(b))
    hasil: list[tuple[Any, Any]] = []
    kanan = isi[0][1]
    for a, z in isi[1:]:
        if a - kanan >= SUNGAI:
            hasil.append((kanan, a))
        kanan = max(kanan, z)
    return hasil


def _potong_sungai(sungai: list[tuple[Any, Any]], b: Baris) -> list[tuple[Any, Any]]:
    """What is left of white columns when a line is laid over them; its own outer white is kept."""
    hasil = []
    isi = [(p[0].x0, p[-1].x1) for p in potongan(b)]
    for a, z in sungai:
        sisa = [(a, z)]
        for x0, x1 in isi:
            sisa = [
                q
                for s in sisa
                for q in ((s[0], min(s[1], x0)), (max(s[0], x1), s[1]))
                if q[1] - q[0] >= SUNGAI
            ]
        hasil.extend(sisa)
    return hasil


def _lajur(baris: Sequence[Baris]) -> Lajur | None:
    bertiang = [b for b in baris if len(potongan(b)) > 1]
    sungai = _sungai(bertiang)
    if not sungai or len(bertiang) < 2:
        return None
    tepi = [(a + z) / 2 for a, z in sungai]
    isi = [_masuk(b, tepi) for b in baris]
    batas = [min(b.x0 for b in baris), *tepi, max(b.x1 for b in baris)]
    for n in range(min(2, len(isi) - 1)):
        _ketengahkan(isi[n], isi[n + 1 :], batas)
    if not _layak(isi, len(tepi) + 1, len(bertiang)):
        return None
    kiri, kanan = min(b.x0 for b in baris), max(b.x1 for b in baris)
    return Lajur(_gabung(baris, isi), [kiri, *tepi, kanan], baris[0].y0, baris[-1].y1)


def _masuk(b: Baris, tepi: list[Any]) -> list[list[Kata]]:
    sel: list[list[Kata]] = [[] for _ in range(len(tepi) + 1)]
    for k in b.kata:
        sel[sum(k.tengah > t for t in tepi)].append(k)
    return sel


def _ketengahkan(atas: list[list[Kata]], sisa: list[list[list[Kata]]], batas: list[Any]) -> None:
    """A name that stands in the middle over several columns goes to the first of them, as merged heads do."""
    bawah = sisa[0]
    lengkap = sum(bool(s) for s in atas) >= sum(bool(s) for s in bawah)
    if lengkap or any(angka(gabung_kata(s)) for s in atas if s):
        return
    for j in [j for j, s in enumerate(atas) if s]:
        if not bawah[j] or _selurus(atas[j], [b[j] for b in sisa if b[j]]):
            continue
        tengah = (atas[j][0].x0 + atas[j][-1].x1) / 2
        kiri = j
        while kiri > 0 and not atas[kiri - 1] and bawah[kiri - 1]:
            kiri -= 1
        kanan = j
        while kanan + 1 < len(atas) and not atas[kanan + 1] and bawah[kanan + 1]:
            kanan += 1
        calon = [(a, b) for a in range(kiri, j + 1) for b in range(j, kanan + 1) if b > a]
        if not calon:
            continue
        a, _ = min(calon, key=lambda c: abs((batas[c[0]] + batas[c[1] + 1]) / 2 - tengah))
        if a != j:
            atas[a], atas[j] = atas[j], []


def _selurus(a: list[Kata], kolom: list[list[Kata]]) -> bool:
    """Whether a name stands as the cells of the column do: flush left, flush right or on one middle."""
    letak = [(s[0].x0, s[-1].x1, (s[0].x0 + s[-1].x1) / 2) for s in kolom]
    sebaran = [max(n) - min(n) for n in zip(*letak, strict=True)]
    cara = sebaran.index(min(sebaran))
    sendiri = (a[0].x0, a[-1].x1, (a[0].x0 + a[-1].x1) / 2)
    return bool(abs(sendiri[cara] - letak[0][cara]) < max(2, sebaran[cara]))


def _layak(isi: list[list[list[Kata]]], lebar: int, bertiang: int) -> bool:
    """Whether the block is a table of figures, not chance white in running text."""
    teks = [[gabung_kata(s) if s else "" for s in b] for b in isi]
    angka_kolom = 0
    for j in range(lebar):
        ada = [b[j] for b in teks if b[j]]
        angka_kolom += len(ada) >= 2 and sum(angka(t) for t in ada) * 2 >= len(ada)
    penuh = sum(sum(bool(s) for s in b) >= 2 for b in teks)
    if angka_kolom and bertiang >= 2 and penuh >= 2:
        return True
    return lebar >= 3 and bertiang >= 3 and penuh * 2 >= len(teks)


def _gabung(baris: Sequence[Baris], isi: list[list[list[Kata]]]) -> list[list[list[Kata]]]:
    """Lines that belong to one row are put together."""
    lebar = len(isi[0])
    teks = [[gabung_kata(s) if s else "" for s in b] for b in isi]
    kolom_angka = [
        j for j in range(lebar) if sum(angka(b[j]) for b in teks if b[j]) * 2 > sum(bool(b[j]) for b in teks)
    ]
    jarak = [b.alas - a.alas for a, b in zip(baris, baris[1:], strict=False)]
    rapat = min(jarak) if jarak else 0
    hasil: list[list[list[Kata]]] = []
    terisi: set[int] = set()
    for n, b in enumerate(isi):
        ada = {j for j in range(lebar) if b[j]}
        lanjut = (
            bool(hasil)
            and not (ada & terisi & set(kolom_angka))
            and (
                _sebaris(n, jarak, rapat, ada, kolom_angka)
                or (jarak[n - 1] <= rapat * 1.3 and _lipatan(isi, n, ada))
            )
        )
        if lanjut:
            for j in ada:
                hasil[-1][j].extend(b[j])
            terisi |= ada
        else:
            hasil.append([list(s) for s in b])
            terisi = ada
    return hasil


def _lipatan(isi: list[list[list[Kata]]], n: int, ada: set[int]) -> bool:
    """Whether a line with only its first column filled goes on with a cell that was as wide as the column."""
    if ada != {0} or not isi[n - 1][0]:
        return False
    penuh = max(s[0][-1].x1 for s in isi if s[0])
    kiri = min(s[0][0].x0 for s in isi if s[0])
    baru = isi[n][0][0]
    selebar = isi[n - 1][0][-1].x1 >= penuh - (penuh - kiri) * 0.15
    return bool(selebar and not tanda.tanda_butir(gabung_kata(isi[n][0])) and not baru.teks[0].isdigit())


def _sebaris(n: int, jarak: list[Any], rapat: Any, ada: set[int], kolom_angka: list[int]) -> bool:
    """Whether line n stands so near to the one above that it can be of its row."""
    if jarak[n - 1] > rapat * 1.3:
        return False
    bertiang = max(jarak) > rapat * 1.3  # rows stand apart: near lines belong together
    return bertiang or (0 not in ada and not ada & set(kolom_angka))
