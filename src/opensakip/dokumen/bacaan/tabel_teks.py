"""Tables of scanned text: tab-separated lines, put together again where a page has cut them.

A block is a run of table lines without a blank line. A block goes on with the table before it when it
repeats its head (also one misread in a letter), or has the same width and no head of its own. Repeated heads
are left out; a row that only carries the rest of a row of the page before is kept and marked doubtful.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from opensakip.dokumen.bacaan import kisi
from opensakip.dokumen.bacaan.daftar_isi import tanpa_titik
from opensakip.dokumen.bacaan.kisi import BarisMentah
from opensakip.dokumen.bacaan.model import Keterangan, Sel, Tabel


@dataclass
class TabelTumbuh:
    """A table while its blocks are being read."""

    baris: list[BarisMentah]
    kepala: int
    sambungan: set[int] = field(default_factory=set)
    keterangan: Keterangan | None = None

    @property
    def lebar(self) -> int:
        """Columns that carry something; an empty column at the right edge is a slip of the scan."""
        return _lebar(self.baris)

    def sambung(self, blok: Sequence[BarisMentah]) -> bool:
        """Take a block that goes on with this table; False where it is a table of its own."""
        if (ulang := _kepala_ulang(self.baris[: self.kepala], blok)) or self._lanjut_tanpa_kepala(blok):
            self.sambungan.add(len(self.baris))
            self.baris.extend(blok[ulang:])
            return True
        return False

    def _lanjut_tanpa_kepala(self, blok: Sequence[BarisMentah]) -> bool:
        sama = _lebar(blok, penuh=True) == _lebar(self.baris, penuh=True)
        isi = self.lebar > 2 or (_daftar_isi(self.baris) and _daftar_isi(blok))
        return sama and isi and kisi.tinggi_kepala(blok) == 0

    def jadi(self, nomor: int) -> Tabel:
        """The finished table, the `nomor`-th of the document."""
        lebar = self.lebar
        penuh: list[tuple[Sel, ...]] = []
        for i, b in enumerate(self.baris):
            sel = kisi.sel_baris(b, kisi.bersih(b), i + 1, nomor)[:lebar]
            if i in self.sambungan and _ekor(self.baris[i - 1], b):
                sel = _ragukan(sel, "lanjutan isi baris terakhir halaman sebelumnya")
            if 0 < len(sel) < lebar and i >= self.kepala:
                sel = _ragukan(sel, "baris ini kurang kolom dibandingkan tabelnya")
            penuh.append(sel + tuple(self._tambahan(b, i, j, nomor) for j in range(len(sel), lebar)))
        daftar = _daftar_isi(self.baris)
        if daftar:
            penuh = [tuple(replace(x, teks=tanpa_titik(x.teks), paragraf=()) for x in b) for b in penuh]
        tepi = kisi.tandai_geser(kisi.gabung_kepala(penuh, self.kepala), self.kepala)
        awal = self.baris[0].tempat
        ket = self.keterangan
        return Tabel(
            tuple(tepi),
            replace(awal, tabel=nomor),
            kepala=self.kepala,
            keterangan=ket.teks if ket else "",
            nomor=ket.nomor if ket else "",
            daftar=daftar,
        )

    @staticmethod
    def _tambahan(b: BarisMentah, i: int, j: int, nomor: int) -> Sel:
        return Sel("", replace(b.tempat, tabel=nomor, baris_tabel=i + 1, kolom=j + 1))


def _lebar(baris: Sequence[BarisMentah], penuh: bool = False) -> int:
    if penuh:
        return max(len(b.sel) for b in baris)
    return max((j + 1 for b in baris for j, s in enumerate(b.sel) if s.strip()), default=1)


def _daftar_isi(baris: Sequence[BarisMentah]) -> bool:
    """Whether the rows are those of a table of contents: dots that lead to a page."""
    return sum(any("...." in s or ". . . ." in s for s in b.sel) for b in baris) * 2 >= len(baris)


def _ragukan(sel: tuple[Sel, ...], alasan: str) -> tuple[Sel, ...]:
    return tuple(replace(s, ragu=True, alasan_ragu=alasan) if s.teks else s for s in sel)


def _ekor(atas: BarisMentah, bawah: BarisMentah) -> bool:
    """Whether a row at the top of a page only finishes texts of the row above."""
    kiri, kanan = kisi.bersih(atas), kisi.bersih(bawah)
    ada = [j for j, s in enumerate(kanan) if s]
    if not 1 <= len(ada) <= 3 or any(kisi.angka(kanan[j]) for j in ada) or kanan[0]:
        return False
    return all(j < len(kiri) and kiri[j] and kiri[j][-1] not in ".;" for j in ada) and any(
        kanan[j][0].islower() or kiri[j].endswith(("-", ",", "/")) or len(kanan[j]) <= 12 for j in ada
    )


def kunci_kepala(baris: Sequence[BarisMentah]) -> list[str]:
    """What is compared of a head: letters and figures alone, without spaces and case."""
    return [
        "|".join("".join(h for h in s.casefold() if h.isalnum()) for s in kisi.bersih(b)).strip("|")
        for b in baris
    ]


def _kepala_ulang(kepala: Sequence[BarisMentah], blok: Sequence[BarisMentah]) -> int:
    """How many rows at the top of the block repeat the head; 0 when it does not."""
    if not kepala:
        return 0
    lama, baru = kunci_kepala(kepala), kunci_kepala(blok[: len(kepala)])
    sama = 0
    for a, b in zip(lama, baru, strict=False):
        if a != b:
            break
        sama += 1
    return sama if sama == len(lama) or (sama and sama == len(baru)) else 0


def serupa(kiri: Sequence[BarisMentah], kanan: Sequence[BarisMentah]) -> bool:
    """Whether two heads differ in few cells: the same table, a column of which the scan lost."""
    a = {s for k in kunci_kepala(kiri) for s in k.split("|") if s}
    b = {s for k in kunci_kepala(kanan) for s in k.split("|") if s}
    return bool(a and b) and len(a & b) * 10 >= len(a | b) * 7
