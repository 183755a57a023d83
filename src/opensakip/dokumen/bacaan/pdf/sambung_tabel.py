"""Tables of single pages into tables of the document: over pages, with repeated heads, as the model wants."""

from __future__ import annotations

from dataclasses import dataclass

from opensakip.dokumen.bacaan import kisi
from opensakip.dokumen.bacaan.kisi import BarisMentah
from opensakip.dokumen.bacaan.model import Keterangan, Sel, Tabel, Tempat
from opensakip.dokumen.bacaan.pdf.baris import gabung_baris
from opensakip.dokumen.bacaan.pdf.blok import SelCetak, TabelCetak

GESER_MAKS = 9  # points that the edges of columns may differ between pages


@dataclass
class BarisTabel:
    """A row with the page it stands on."""

    sel: list[SelCetak | None]
    halaman: int


@dataclass
class TabelTumbuh:
    """A table while pages are read."""

    baris: list[BarisTabel]
    asal: TabelCetak
    kepala: int
    keterangan: Keterangan | None = None
    kunci_akhir: tuple[int, ...] = ()

    @staticmethod
    def dari(t: TabelCetak, ket: Keterangan | None) -> TabelTumbuh:
        """Begin with the table of a page."""
        baris = [BarisTabel(b, t.halaman) for b in t.sel]
        kepala = t.kepala or (0 if t.daftar else tinggi_kepala(t.sel))
        tumbuh = TabelTumbuh(baris, t, kepala, ket)
        tumbuh.kunci_akhir = t.kunci[-1] if t.kunci else ()
        return tumbuh

    def sambung(self, t: TabelCetak) -> bool:
        """Take the table of the next page when it goes on with this one."""
        if t.daftar != self.asal.daftar or t.halaman > self.baris[-1].halaman + 1:
            return False
        if t.jalur or self.asal.jalur:
            return t.jalur == self.asal.jalur and self._sambung_tanda(t)
        if t.daftar:
            self.baris.extend(BarisTabel(b, t.halaman) for b in t.sel)
            return True
        if len(t.x) != len(self.asal.x):
            return False
        while len(t.sel) > 1 and not any(s is not None and s.teks for s in t.sel[0]):
            t.sel.pop(0)  # the place of a repeated head whose letters the file calls decoration
        ulang = self._kepala_ulang(t)
        if not ulang and not (self._sejajar(t) and tinggi_kepala(t.sel) == 0):
            return False
        baru = [BarisTabel(b, t.halaman) for b in t.sel[ulang:]]
        if baru and t.halaman != self.baris[-1].halaman and _ekor(self.baris[-1].sel, baru[0].sel):
            _tempel(self.baris[-1].sel, baru.pop(0).sel)
        self.baris.extend(baru)
        return True

    def _sambung_tanda(self, t: TabelCetak) -> bool:
        """Rows of the same table of a tagged file; a row that a page has cut is one row again."""
        baru = [BarisTabel(b, t.halaman) for b in t.sel]
        lebar = len(self.baris[0].sel)
        for b in baru:
            b.sel.extend(SelCetak("") for _ in range(lebar - len(b.sel)))
        if t.kunci[0] == self.kunci_akhir:
            _tempel(self.baris[-1].sel, baru.pop(0).sel)
        self.kunci_akhir = t.kunci[-1]
        self.baris.extend(baru)
        return True

    def _kepala_ulang(self, t: TabelCetak) -> int:
        lama = [_kunci(b.sel) for b in self.baris[: self.kepala]]
        baru = [_kunci(b) for b in t.sel[: self.kepala]]
        sama = 0
        for a, b in zip(lama, baru, strict=False):
            if a != b:
                break
            sama += 1
        return sama if sama and sama == len(lama) else 0

    def _sejajar(self, t: TabelCetak) -> bool:
        geser = [abs(a - b) for a, b in zip(self.asal.x, t.x, strict=True)]
        return bool(max(geser) <= GESER_MAKS)

    def jadi(self, nomor: int) -> Tabel:
        """The finished table, the `nomor`-th of the document."""
        baris = [self._baris(i, b, nomor) for i, b in enumerate(self.baris)]
        if not self.asal.bergaris and not self.asal.daftar:
            penuh = [tuple(s for s in b if s is not None) for b in baris]
            baris = [list(b) for b in kisi.gabung_kepala(penuh, self.kepala)]
        elif self.kepala > 1:
            baris = [list(b) for b in kisi.turunkan_kepala([tuple(b) for b in baris], self.kepala)]
        ket = self.keterangan
        return Tabel(
            tuple(tuple(b) for b in baris),
            Tempat(halaman=self.baris[0].halaman, tabel=nomor),
            kepala=self.kepala,
            keterangan=ket.teks if ket else "",
            nomor=ket.nomor if ket else "",
            ragu=self.asal.duga or (not self.asal.bergaris and not self.asal.daftar),
            daftar=self.asal.daftar,
        )

    def _baris(self, i: int, b: BarisTabel, nomor: int) -> list[Sel | None]:
        hasil: list[Sel | None] = []
        for j, s in enumerate(b.sel):
            if s is None:
                hasil.append(None)
                continue
            tempat = Tempat(halaman=b.halaman, tabel=nomor, baris_tabel=i + 1, kolom=j + 1)
            hasil.append(
                Sel(s.teks, tempat, s.kolom, min(s.baris, len(self.baris) - i), tebal=s.tebal, tanda=s.tanda)
            )
        return hasil


def tinggi_kepala(sel: list[list[SelCetak | None]]) -> int:
    """How many rows are the head: by form, and at least as far as its own cells reach down."""
    mentah = [BarisMentah(tuple(_mentah(s) for s in b), Tempat()) for b in sel[: kisi.PALING_KEPALA + 1]]
    n = kisi.tinggi_kepala(mentah)
    if not n:
        return 0
    jangkau = max(
        (i + s.baris for i, b in enumerate(sel[:n]) for s in b if s is not None and s.teks), default=n
    )
    if n < jangkau <= min(kisi.PALING_KEPALA, len(sel) - 1):
        dalam = [s.teks for b in sel[n:jangkau] for s in b if s is not None and s.teks]
        n = n if any(kisi.angka(t) and len(t) > 2 for t in dalam) else jangkau
    while n < len(mentah) and n < len(sel) and kisi.nomor_kolom(kisi.bersih(mentah[n])):
        n += 1
    return n


def _mentah(s: SelCetak | None) -> str:
    if s is None or not s.teks:
        return ""
    return f"<b>{s.teks}</b>" if s.tebal and "<" not in s.teks else s.teks


def _kunci(sel: list[SelCetak | None]) -> str:
    isi = ("".join(h for h in s.teks.casefold() if h.isalnum()) if s is not None else "" for s in sel)
    return "|".join(isi).strip("|")


def _ekor(atas: list[SelCetak | None], bawah: list[SelCetak | None]) -> bool:
    """Whether the first row of a page is the rest of cells that the page before has cut."""
    ada = [j for j, s in enumerate(bawah) if s is not None and s.teks]
    if not ada or len(ada) * 2 > len(bawah):
        return False
    for j in ada:
        a, b = atas[j] if j < len(atas) else None, bawah[j]
        if a is None or b is None or not a.teks or kisi.angka(b.teks) or b.kolom != a.kolom:
            return False
    b = bawah[ada[0]]
    return b is not None and not b.teks.lower().startswith(("jumlah", "total"))


def _tempel(atas: list[SelCetak | None], bawah: list[SelCetak | None]) -> None:
    for a, b in zip(atas, bawah, strict=False):
        if a is not None and b is not None and b.teks:
            a.teks = gabung_baris([a.teks, b.teks])
