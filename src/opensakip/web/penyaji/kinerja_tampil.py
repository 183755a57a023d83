"""Which nodes of the pohon kinerja a reader asked for, and which branches stand open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from opensakip.web.penyaji.kinerja import PohonKinerja, Simpul
from opensakip.web.penyaji.saringan import Kata, kata

#: A tree with more nodes opens folded below its second level; one with many more sends only open branches.
_SEKALIGUS, _KIRIM = 60, 200
PERHATIAN = "perhatian"


@dataclass(frozen=True, slots=True)
class TanyaPohon:
    """What the address asks for: words, a unit, only what needs attention, how branches stand."""

    kata: Kata
    unit: str = ""
    tampil: str = ""
    lipatan: str = ""
    tabel: bool = False
    buka: tuple[str, ...] = ()

    @property
    def menyaring(self) -> bool:
        """True when only some nodes were asked for."""
        return bool(self.kata or self.unit or self.tampil == PERHATIAN)

    def alamat(self, **ubah: str) -> str:
        """Query with some parts replaced; an empty one drops out."""
        isi = {
            "q": self.kata.teks,
            "unit": self.unit,
            "tampil": self.tampil,
            "lipatan": self.lipatan,
            "bentuk": "tabel" if self.tabel else "",
        } | ubah
        sisa = urlencode([(k, v) for k, v in isi.items() if v])
        return f"?{sisa}" if sisa else "?"


def tanya(get: Mapping[str, str], buka: Sequence[str] = ()) -> TanyaPohon:
    """Read the query of an address; ``buka`` are ids of branches of a very large tree."""
    return TanyaPohon(
        kata=kata(get.get("q")),
        unit=get.get("unit", ""),
        tampil=get.get("tampil", ""),
        lipatan=get.get("lipatan", ""),
        tabel=get.get("bentuk") == "tabel",
        buka=tuple(dict.fromkeys(buka)),
    )


@dataclass(frozen=True, slots=True)
class SimpulTampil:
    """A node on the page. ``cocok`` False: it only shows the way. ``tautan`` opens a branch that was not
    sent."""

    isi: Simpul
    cocok: bool
    terbuka: bool
    anak: list[SimpulTampil]
    tautan: str = ""


@dataclass(frozen=True, slots=True)
class BarisPohon:
    """A node as a row of the table, with its parent."""

    isi: Simpul
    dalam: int
    induk: Simpul | None
    cocok: bool


@dataclass(frozen=True, slots=True)
class TampilanPohon:
    """What the page shows."""

    akar: list[SimpulTampil]
    lepas: list[SimpulTampil]
    cocok: int
    banyak: int
    perhatian: int
    pilihan_unit: list[tuple[str, str]]
    celah: list[tuple[Simpul, str]]


def tampilkan(p: PohonKinerja, t: TanyaPohon) -> TampilanPohon:
    """Choose nodes; one that was asked for keeps the way to it."""
    semua = [s for s, _dalam, _induk in p.semua()]
    buka = t.lipatan != "tutup" and (t.menyaring or t.lipatan == "buka" or len(semua) <= _SEKALIGUS)

    ringan = not (t.menyaring or t.lipatan == "buka" or t.tabel) and len(semua) > _KIRIM

    def turun(s: Simpul, dalam: int) -> SimpulTampil | None:
        if ringan and (dalam or not s.anak) and s.id not in t.buka:
            return SimpulTampil(s, True, False, [], _tautan(s, t))
        anak = [x for a in s.anak if (x := turun(a, dalam + 1)) is not None]
        cocok = _kena(s, t)
        if not cocok and not anak:
            return None
        terbuka = buka or s.id in t.buka or (t.lipatan != "tutup" and dalam == 0)
        return SimpulTampil(s, cocok, terbuka, anak)

    return TampilanPohon(
        akar=[x for s in p.akar if (x := turun(s, 0)) is not None],
        lepas=[x for s in p.lepas if (x := turun(s, 0)) is not None],
        cocok=sum(_kena(s, t) for s in semua),
        banyak=len(semua),
        perhatian=sum(s.perlu_perhatian for s in semua),
        pilihan_unit=list(dict.fromkeys((s.unit, s.unit_nama) for s in semua if s.unit)),
        celah=[(s, c) for s in semua for c in ([s.lepas] if s.lepas else []) + s.celah],
    )


def _tautan(s: Simpul, t: TanyaPohon) -> str:
    """Address that opens one more branch and leads to it."""
    return f"?{urlencode([('buka', i) for i in (*t.buka, s.id)])}#{s.jangkar}"


def _kena(s: Simpul, t: TanyaPohon) -> bool:
    return (
        t.kata.cocok(s.cari)
        and (not t.unit or s.unit == t.unit)
        and (t.tampil != PERHATIAN or s.perlu_perhatian)
    )


def baris(p: PohonKinerja, t: TanyaPohon) -> list[BarisPohon]:
    """The same nodes as rows of a table, parents above what hangs under them."""
    tampilan = tampilkan(p, t)
    hasil: list[BarisPohon] = []

    def turun(x: SimpulTampil, dalam: int, induk: Simpul | None) -> None:
        hasil.append(BarisPohon(x.isi, dalam, induk, x.cocok))
        for a in x.anak:
            turun(a, dalam + 1, x.isi)

    for x in (*tampilan.akar, *tampilan.lepas):
        turun(x, 0, None)
    return hasil
