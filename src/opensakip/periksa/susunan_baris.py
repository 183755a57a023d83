"""Running numbers: of the rows of a table, and of headings with a single number under one parent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from opensakip.dokumen.bacaan.model import Bacaan, Judul, Tabel, Tempat
from opensakip.periksa.bahan import catatan_ragu, lokasi, rapikan, yakin
from opensakip.periksa.kolom import badan, judul_kolom, rangkai, teks_sel
from opensakip.periksa.temuan import Temuan, Tingkat, pemeriksaan

_NO = re.compile(r"^(?:no|nomor|no urut)$")
_BULAT = re.compile(r"^(\d{1,3})[.)]?$")
_DEPAN = re.compile(r"^(\d{1,2})[.)]?\s+[A-Z]")


@dataclass(frozen=True)
class Urutan:
    """A numbered thing with its place."""

    nomor: int
    cetak: str
    tempat: Tempat


@pemeriksaan(
    "nomor-urut",
    judul="Nomor urut baris tabel dan anak judul",
    tingkat=Tingkat.RENDAH,
    dasar="Nomor berurut tanpa celah dan tanpa pengulangan",
    penjelasan="Kolom nomor tabel dan nomor anak judul di bawah satu judul harus berurut. Disebut hanya bila "
    "satu nomor menyimpang sedangkan nomor sebelum dan sesudahnya berurut; tabel yang memulai ulang nomornya "
    "dan tabel yang hanya memilih sebagian nomor tidak diperiksa.",
)
def periksa_nomor_urut(dokumen: tuple[Bacaan, ...]) -> Iterator[Temuan]:
    """Tables and headings of every document."""
    for b in dokumen:
        for _, t in rangkai(b):
            yield from _temuan(b, _baris(t), "Kolom nomor tabel")
        for isi in _anak_judul(b):
            yield from _temuan(b, isi, "Nomor anak judul")


def _baris(t: Tabel) -> list[Urutan]:
    """The numbers of the rows; a table without a column of them has none."""
    nama = judul_kolom(t)
    if not nama or not _NO.match(nama[0]):
        return []
    hasil = []
    for i in badan(t):
        s = t.baris[i][0]
        cocok = _BULAT.match(s.teks.strip()) if s is not None else None
        if s is not None and cocok:
            hasil.append(Urutan(int(cocok[1]), f"{s.teks} {teks_sel(t, i, 1)}", s.tempat))
    return hasil


def _anak_judul(b: Bacaan) -> Iterator[list[Urutan]]:
    """Runs of headings "1", "2", ... of one depth under one parent."""
    kini: dict[int, list[Urutan]] = {}
    for u in b.unsur:
        if not isinstance(u, Judul):
            continue
        for tingkat in [t for t in kini if t > u.tingkat]:
            yield kini.pop(tingkat)
        cocok = _BULAT.match(u.nomor.strip()) or (None if u.nomor else _DEPAN.match(u.teks))
        if cocok is None:
            if u.tingkat in kini:
                yield kini.pop(u.tingkat)
            continue
        n = int(cocok[1])
        if n == 1 and u.tingkat in kini:
            yield kini.pop(u.tingkat)
        kini.setdefault(u.tingkat, []).append(Urutan(n, f"{u.nomor} {u.teks}", u.tempat))
    yield from kini.values()


def menyimpang(nomor: Sequence[int]) -> int | None:
    """The position of the one number that is wrong in a run that is otherwise in order; None without.

    A number at an end counts only where its neighbour has the same one: a gap there may be meant.

    >>> menyimpang([1, 2, 4, 4, 5]), menyimpang([6, 6, 7]), menyimpang([1, 2, 3, 5]), menyimpang([1, 2, 3])
    (2, 0, None, None)
    """
    if len(nomor) < 3:
        return None
    calon = []
    for i in range(len(nomor)):
        awal = nomor[1] - 1 if i == 0 else nomor[0]
        salah = [j for j, n in enumerate(nomor) if n != awal + j]
        ujung = i in (0, len(nomor) - 1)
        kembar = ujung and nomor[i] == nomor[1 if i == 0 else i - 1]
        if salah == [i] and (not ujung or kembar or (i and len(nomor) > 5)):
            calon.append(i)
    return calon[0] if len(calon) == 1 else None


def _temuan(b: Bacaan, isi: Sequence[Urutan], benda: str) -> Iterator[Temuan]:
    i = menyimpang([x.nomor for x in isi])
    if i is None:
        return
    salah, benar = isi[i], (isi[0].nomor if i else isi[1].nomor - 1) + i
    cetak, dekat = rapikan(salah.cetak)[:60], isi[i - 1 if i else 1]
    yield Temuan(
        "nomor-urut", Tingkat.RENDAH, yakin(b, 80),
        f"{benda} tercetak {salah.nomor} di dekat {dekat.nomor}; urutannya {benar}.{catatan_ragu(b)}",
        (lokasi(b, salah.tempat, salah.cetak), lokasi(b, dekat.tempat, dekat.cetak)),
        cetak, str(benar), "Nomor berurut",
    )  # fmt: skip
