"""Which rows of the plan a reader asked for: search, unit, level, direction of change, open branches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlencode

from opensakip.hitung.agregasi import jumlah
from opensakip.hitung.tampilan import KOSONG
from opensakip.web.penyaji.anggaran import Baris, Rangka, sel_beda
from opensakip.web.penyaji.bacaan import Bacaan
from opensakip.web.penyaji.rupiah import selisih
from opensakip.web.penyaji.saringan import Kata, kata
from opensakip.web.penyaji.sel import Sel, sel_angka

SEMUA = "semua"
ARAH = ("naik", "turun", "tetap")
#: A plan with more rows opens folded, so that a first view stays light.
_SEKALIGUS = 120


@dataclass(frozen=True, slots=True)
class Permintaan:
    """What the address asks for; empty fields ask for everything."""

    kata: Kata
    unit: str = ""
    tingkat: str = ""
    arah: str = ""
    buka: tuple[str, ...] = ()

    @property
    def menyaring(self) -> bool:
        """True when only some rows were asked for."""
        return bool(self.kata or self.unit or self.tingkat or self.arah)

    def kueri(self, **ubah: str) -> str:
        """The filters as a query, without the open branches; ``ubah`` replaces or (empty) drops some."""
        isi = {"q": self.kata.teks, "unit": self.unit, "tingkat": self.tingkat, "arah": self.arah} | ubah
        return urlencode([(k, v) for k, v in isi.items() if v])


def permintaan(get: Mapping[str, str], buka: Sequence[str] = ()) -> Permintaan:
    """Read the query of an address."""
    return Permintaan(
        kata=kata(get.get("q")),
        unit=get.get("unit", ""),
        tingkat=get.get("tingkat", ""),
        arah=get.get("arah", ""),
        buka=tuple(dict.fromkeys(buka)),
    )


@dataclass(frozen=True, slots=True)
class BarisTampil:
    """A row on the page. ``cocok`` False: it is there only to show the way to a row that was asked for.
    ``tautan`` opens or folds the branch; empty for a row without one."""

    isi: Baris
    cocok: bool
    tautan: str = ""
    terbuka: bool = False


@dataclass(frozen=True, slots=True)
class Jumlah:
    """The sum line: cells like those of a row, and the names of the rows it adds up."""

    sel: tuple[Sel, ...]
    tersaring: bool


@dataclass(frozen=True, slots=True)
class Tampilan:
    """What the page shows: rows, sum, counts, and the choices of its filters."""

    rangka: Rangka
    baris: list[BarisTampil]
    jumlah: Jumlah | None
    cocok: int
    cabang: int
    indikator: int
    berlipat: bool
    pilihan_unit: list[tuple[str, str]]
    pilihan_tingkat: list[tuple[str, str]]
    diturunkan: int
    dipulihkan: int


def tampilkan(b: Bacaan, r: Rangka, p: Permintaan) -> Tampilan:
    """Choose the rows; a row that was asked for keeps its parents."""
    kena = {n for n, x in enumerate(r.baris) if not x.milik and _kena(x, p)}
    baris = _tersaring(r, kena, p) if p.menyaring else _terlipat(r, p)
    butir = [x for x in r.baris if not x.milik]
    return Tampilan(
        rangka=r,
        baris=baris,
        jumlah=_jumlah(b, r, kena, p),
        cocok=len(kena),
        cabang=len(_kepala(r)),
        indikator=sum(x.milik for x in r.baris) + sum(len(x.indikator) for x in r.baris),
        berlipat=not p.menyaring and r.banyak > _SEKALIGUS,
        pilihan_unit=list(dict.fromkeys((x.unit, x.unit_nama) for x in butir if x.unit)),
        pilihan_tingkat=list(dict.fromkeys((x.tingkat, x.tingkat_nama) for x in butir if x.tingkat)),
        diturunkan=sum(x.keadaan == "diturunkan" for x in butir),
        dipulihkan=sum(x.keadaan == "dipulihkan" for x in butir),
    )


def _kena(x: Baris, p: Permintaan) -> bool:
    """True when a row itself is what was asked for. The heads of units are ways, never answers."""
    if p.menyaring and not x.tingkat:
        return False
    return (
        (not p.unit or x.unit == p.unit)
        and (not p.tingkat or x.tingkat == p.tingkat)
        and (not p.arah or x.arah == p.arah)
        and p.kata.cocok(x.cari)
    )


def _tersaring(r: Rangka, kena: set[int], p: Permintaan) -> list[BarisTampil]:
    ikut: set[int] = set()
    for n in kena:
        while n >= 0 and n not in ikut:
            ikut.add(n)
            n = r.baris[n].induk
    hasil = []
    for n, x in enumerate(r.baris):
        if x.milik:
            if x.induk in kena:
                hasil.append(BarisTampil(x, True))
        elif n in ikut:
            butir = [a for a in x.anak if not r.baris[a].milik]
            tertutup = n in kena and butir and ikut.isdisjoint(butir)
            tautan = f"?{urlencode({'buka': x.id})}#{x.jangkar}" if tertutup else ""
            hasil.append(BarisTampil(x, n in kena, tautan))
    return hasil


def _terlipat(r: Rangka, p: Permintaan) -> list[BarisTampil]:
    """All rows of open branches, only the head of the others."""
    kepala = _kepala(r)
    semua = SEMUA in p.buka or r.banyak <= _SEKALIGUS or len(kepala) == 1
    hasil = [BarisTampil(x, True) for x in r.baris[: kepala[0]]]
    for awal, akhir in zip(kepala, [*kepala[1:], len(r.baris)], strict=True):
        x = r.baris[awal]
        milik = {y.id for y in r.baris[awal:akhir]}
        terbuka = semua or not milik.isdisjoint(p.buka)
        tautan = ""
        if akhir - awal > 1 and not semua:
            buka = [i for i in p.buka if i not in milik] if terbuka else [*p.buka, x.id]
            tautan = f"?{urlencode([('buka', i) for i in buka])}#{x.jangkar}"
        hasil.append(BarisTampil(x, True, tautan, terbuka))
        hasil += [BarisTampil(y, True) for y in r.baris[awal + 1 : akhir]] if terbuka else []
    return hasil


def _kepala(r: Rangka) -> list[int]:
    """Heads of the branches that fold: the top rows, or the rows below the only top row."""
    if len(r.puncak) > 1:
        return list(r.puncak)
    anak = [a for a in r.baris[r.puncak[0]].anak if not r.baris[a].milik]
    return anak if len(anak) > 1 else list(r.puncak)


def _jumlah(b: Bacaan, r: Rangka, kena: set[int], p: Permintaan) -> Jumlah | None:
    """The frozen total, or with a filter the sum of the topmost rows that were asked for."""
    anggaran = b.bagian("anggaran", {})
    if not p.menyaring:
        beku = anggaran.get("jumlah", {})
        return Jumlah(_sel_beku(b, r, beku, anggaran), False) if any(beku.values()) else None
    if p.unit and not (p.kata or p.tingkat or p.arah):
        unit = next((u for u in anggaran.get("unit", ()) if u["kode"] == p.unit), None)
        if unit is not None:
            return Jumlah(_sel_beku(b, r, unit["pagu"], unit), True)
    if not kena:
        return None
    uang = [_kolom(r, kena, k) for k in range(len(r.kolom))]
    sel = [Sel(KOSONG if u is None else tampil_jumlah(u)) for u in uang]
    return Jumlah((*sel, *_sel_beda(b, r, uang, {})), True)


def _kolom(r: Rangka, kena: set[int], k: int) -> Decimal | None:
    """Sum of one column over rows that were asked for, none of them below another one that counts."""
    nilai: list[Decimal] = []
    antre = list(r.puncak)
    while antre:
        n = antre.pop()
        x = r.baris[n]
        uang = x.uang[k] if x.uang else None
        if n in kena and uang is not None:
            nilai.append(uang)
        else:
            antre += x.anak
    return jumlah(nilai, nama="jumlah", rupiah=True).nilai


def tampil_jumlah(nilai: Decimal) -> str:
    """A sum as it is written in a column of money."""
    return jumlah([nilai], nama="jumlah", rupiah=True).tampil


def _sel_beku(
    b: Bacaan, r: Rangka, pagu: Mapping[str, str | None], beda: Mapping[str, str | None]
) -> tuple[Sel, ...]:
    id_ = [pagu.get(k["kunci"]) for k in r.kolom]
    return (*(sel_angka(b, i) for i in id_), *_sel_beda(b, r, [b.nilai(i) for i in id_], beda))


def _sel_beda(
    b: Bacaan, r: Rangka, uang: Sequence[Decimal | None], beda: Mapping[str, str | None]
) -> tuple[Sel, ...]:
    if not r.versi:
        return ()
    return sel_beda(b, selisih(uang[0], uang[1]), beda.get("selisih"), beda.get("selisih_pct"))
