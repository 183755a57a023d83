"""Small documents put together by hand, for tests of recognisers and checks."""

from __future__ import annotations

from collections.abc import Iterable

from opensakip.dokumen.bacaan.model import (
    Bacaan,
    ButirDaftar,
    Judul,
    Keterangan,
    Paragraf,
    Sel,
    Tabel,
    Tempat,
    Unsur,
)
from opensakip.periksa.temuan import DAFTAR, Temuan, Tingkat


class Naskah:
    """Elements in order, each with a line number of its own."""

    def __init__(self, judul: str = "LAPORAN KINERJA DINAS CONTOH TAHUN 2025") -> None:
        self.unsur: list[Unsur] = []
        self.n = 0
        if judul:
            self.judul(judul, 1)

    def _tempat(self) -> Tempat:
        self.n += 1
        return Tempat(baris=self.n)

    def judul(self, teks: str, tingkat: int = 2, nomor: str = "") -> Naskah:
        self.unsur.append(Judul(teks, tingkat, self._tempat(), nomor))
        return self

    def p(self, teks: str) -> Naskah:
        self.unsur.append(Paragraf(teks, self._tempat()))
        return self

    def butir(self, teks: str, tanda: str = "-") -> Naskah:
        self.unsur.append(ButirDaftar(teks, self._tempat(), tanda))
        return self

    def keterangan(self, teks: str) -> Naskah:
        self.unsur.append(Keterangan(teks, self._tempat()))
        return self

    def tabel(self, *baris: str, kepala: int = 1, keterangan: str = "") -> Naskah:
        """Rows as texts, cells parted by "|"; an empty cell of a head that a wider one covers is "^"."""
        tempat = self._tempat()
        nomor = sum(isinstance(u, Tabel) for u in self.unsur) + 1
        isi: list[tuple[Sel | None, ...]] = []
        for i, b in enumerate(baris):
            self.n += 1
            sel: list[Sel | None] = []
            for j, t in enumerate(b.split("|")):
                tempat_sel = Tempat(baris=self.n, tabel=nomor, baris_tabel=i + 1, kolom=j + 1)
                sel.append(None if t.strip() == "^" else Sel(t.strip(), tempat_sel))
            isi.append(tuple(sel))
        self.unsur.append(Tabel(tuple(isi), Tempat(baris=tempat.baris, tabel=nomor), kepala, keterangan))
        return self

    def baca(self, berkas: str = "contoh.txt") -> Bacaan:
        return Bacaan(berkas, "teks", tuple(self.unsur))


def temuan(kode: str, *naskah: Naskah, catatan: bool = True) -> list[Temuan]:
    """Findings of one check over documents."""
    dokumen = tuple(n.baca(f"berkas-{i}.txt") for i, n in enumerate(naskah, 1))
    hasil: Iterable[Temuan] = DAFTAR[kode].fungsi(dokumen)
    return [t for t in hasil if catatan or t.tingkat is not Tingkat.CATATAN]


def baris(t: Temuan) -> list[int | None]:
    """Line numbers of a finding's places."""
    return [x.tempat.baris for x in t.lokasi]
