"""Numbers of chapters, sections, tables and pictures, and the references to them.

Given once on the model, so that PDF, DOCX and HTML print the same numbers: chapters "BAB III", sections
"3.2" and "3.2.1", annexes "LAMPIRAN 1", tables "3.1" and "L2.1" (running within the chapter).
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Any

from opensakip.dokumen.model import (
    Bagian,
    Berdampingan,
    Blok,
    Dokumen,
    Gambar,
    JenisBagian,
    Judul,
    Lanskap,
    Narasi,
    Rujuk,
    Tabel,
    Utuh,
)


class RujukanPutus(LookupError):
    """A reference names a label that no block of the document has, or a label is used twice."""


_ROMAWI = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def romawi(n: int) -> str:
    """Upper roman numeral of 1 to 39 (chapters)."""
    hasil = ""
    for nilai, huruf in _ROMAWI:
        while n >= nilai:
            hasil += huruf
            n -= nilai
    return hasil


@dataclass
class _Pencacah:
    jenis: JenisBagian = JenisBagian.DEPAN
    bab: int = 0
    lampiran: int = 0
    tingkat2: int = 0
    tingkat3: int = 0
    tabel: int = 0
    gambar: int = 0
    nama: dict[str, str] = field(default_factory=dict)

    def awalan(self) -> str:
        """Chapter part of a table number."""
        if self.jenis is JenisBagian.LAMPIRAN:
            return f"L{self.lampiran}."
        return f"{self.bab}." if self.bab else ""

    def catat(self, label: str, sebutan: str) -> None:
        """Remember what a label is called."""
        if not label:
            return
        if label in self.nama:
            raise RujukanPutus(f"label {label!r} dipakai dua kali")
        self.nama[label] = sebutan

    def judul(self, j: Judul) -> Judul:
        """Number a heading."""
        if not j.bernomor:
            self.catat(j.label, j.teks)
            return replace(j, nomor="")
        nomor, sebutan = self._nomor_judul(j.tingkat)
        self.catat(j.label, sebutan or j.teks)
        return replace(j, nomor=nomor)

    def _nomor_judul(self, tingkat: int) -> tuple[str, str]:
        """The printed number of the next heading and the way a sentence names it."""
        if tingkat == 1:
            self.tingkat2 = self.tingkat3 = self.tabel = self.gambar = 0
            if self.jenis is JenisBagian.LAMPIRAN:
                self.lampiran += 1
                return f"LAMPIRAN {self.lampiran}", f"Lampiran {self.lampiran}"
            self.bab += 1
            return f"BAB {romawi(self.bab)}", f"Bab {romawi(self.bab)}"
        if self.jenis is JenisBagian.LAMPIRAN:
            return "", ""
        if tingkat == 2:
            self.tingkat2, self.tingkat3 = self.tingkat2 + 1, 0
            nomor = f"{self.awalan()}{self.tingkat2}"
        else:
            self.tingkat3 += 1
            nomor = f"{self.awalan()}{self.tingkat2}.{self.tingkat3}"
        return nomor, f"Bagian {nomor}"

    def blok(self, b: Blok) -> Blok:
        """Number one block and all blocks inside it."""
        match b:
            case Judul():
                return self.judul(b)
            case Tabel():
                self.tabel += 1
                nomor = f"{self.awalan()}{self.tabel}"
                self.catat(b.label, f"Tabel {nomor}")
                return replace(b, nomor=nomor)
            case Gambar() if not b.hiasan:
                self.gambar += 1
                nomor = f"{self.awalan()}{self.gambar}"
                self.catat(b.label, f"Gambar {nomor}")
                return replace(b, nomor=nomor)
            case Utuh() | Lanskap() | Narasi():
                return replace(b, blok=tuple(self.blok(x) for x in b.blok))
            case Berdampingan():
                kiri = tuple(self.blok(x) for x in b.kiri)
                return replace(b, kiri=kiri, kanan=tuple(self.blok(x) for x in b.kanan))
            case _:
                return b


def _pasang(benda: Any, nama: dict[str, str]) -> Any:
    """Fill in the text of every reference inside a model object; untouched objects are kept as they are."""
    if isinstance(benda, Rujuk):
        if benda.label not in nama:
            raise RujukanPutus(f"rujukan ke {benda.label!r}, tetapi label itu tidak ada pada dokumen")
        return replace(benda, teks=nama[benda.label])
    if isinstance(benda, tuple):
        baru = tuple(_pasang(b, nama) for b in benda)
        return baru if any(x is not y for x, y in zip(baru, benda, strict=True)) else benda
    if is_dataclass(benda) and not isinstance(benda, type):
        ubah = {}
        for f in fields(benda):
            lama = getattr(benda, f.name)
            if isinstance(lama, tuple) or is_dataclass(lama):
                baru_f = _pasang(lama, nama)
                if baru_f is not lama:
                    ubah[f.name] = baru_f
        return replace(benda, **ubah) if ubah else benda
    return benda


def nomori(dok: Dokumen) -> Dokumen:
    """Return the document with all numbers given and all references resolved.

    Raises RujukanPutus when a label is missing or used twice; both are mistakes of the code that built
    the document, never of the data.
    """
    pencacah = _Pencacah()
    bagian = []
    for b in dok.bagian:
        pencacah.jenis = b.jenis
        bagian.append(Bagian(b.jenis, tuple(pencacah.blok(x) for x in b.blok)))
    hasil = replace(dok, bagian=tuple(bagian))
    terpasang: Dokumen = _pasang(hasil, pencacah.nama)
    return terpasang
