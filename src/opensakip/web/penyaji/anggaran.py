"""The plan with its money as one table: rows prepared once per snapshot, then folded, searched, filtered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from opensakip.hitung.tampilan import KOSONG
from opensakip.web import rupa
from opensakip.web.penyaji.bacaan import Bacaan
from opensakip.web.penyaji.rupiah import Selisih, selisih
from opensakip.web.penyaji.saringan import lipat
from opensakip.web.penyaji.sel import Sel, sel_angka

Simpul = Mapping[str, Any]

#: Kinds printed bold: weight goes by kind, not by depth.
_TEBAL = frozenset({"visi", "sasaran", "sasaran_strategis", "eselon_1", "program"})
_TAKIK_TERBANYAK = 6


@dataclass(frozen=True, slots=True)
class Baris:
    """One row. ``induk`` is the place of its parent in the list, -1 at the top; a row with ``milik`` is an
    indicator that has a row of its own below the row it belongs to. ``uang`` holds one amount per column,
    ``indikator`` names with the addresses of their pages."""

    id: str
    jangkar: str
    nama: str
    kode: str
    tingkat: str
    tingkat_nama: str
    unit: str
    unit_nama: str
    dalam: int
    induk: int
    anak: tuple[int, ...]
    milik: bool
    indikator: tuple[tuple[str, str], ...]
    alamat: str
    target: str
    sel: tuple[Sel, ...]
    uang: tuple[Decimal | None, ...]
    arah: str
    keadaan: str
    catatan: str
    cari: str

    @property
    def kelas(self) -> str:
        """Class of the table row: head of a branch, upper kind, indicator, or plain."""
        if self.milik:
            return "ind"
        return "t0" if self.induk < 0 else "t1" if self.tingkat in _TEBAL else ""

    @property
    def takik(self) -> int:
        """Indent that still fits on a page."""
        return min(self.dalam, _TAKIK_TERBANYAK)


@dataclass(frozen=True, slots=True)
class Rangka:
    """All rows in printed order with their columns. ``versi``: columns are two versions of one year."""

    baris: tuple[Baris, ...]
    kolom: tuple[Mapping[str, str], ...]
    versi: bool
    satuan: str
    banyak: int
    puncak: tuple[int, ...]


class _Kunci:
    """Name of a prepared plan: the snapshot, and which rows and units the reader sees of it."""

    __slots__ = ("b", "tanda")

    def __init__(self, b: Bacaan) -> None:
        a = b.bagian("anggaran", {})
        self.b = b
        self.tanda = (
            b.sidik,
            b.alamat,
            tuple(s["id"] for s in a.get("pohon", ())),
            tuple(u["kode"] for u in a.get("unit", ())),
        )

    def __hash__(self) -> int:
        return hash(self.tanda)

    def __eq__(self, lain: object) -> bool:
        return isinstance(lain, _Kunci) and self.tanda == lain.tanda


def rangka(b: Bacaan) -> Rangka | None:
    """Rows of the plan; None when no plan was loaded. A frozen plan is prepared once per process."""
    if not b.bagian("anggaran", {}).get("pohon"):
        return None
    kunci = _Kunci(b)
    return _tersimpan(kunci) if b.sidik else _Penyusun(b).susun()


@lru_cache(maxsize=16)
def _tersimpan(kunci: _Kunci) -> Rangka:
    return _Penyusun(kunci.b).susun()


class _Penyusun:
    """Puts the rows of one plan in order."""

    def __init__(self, b: Bacaan) -> None:
        self.b = b
        anggaran = b.bagian("anggaran", {})
        self.semua: list[Simpul] = list(anggaran["pohon"])
        self.kolom = tuple(anggaran.get("kolom", ()))
        self.versi = len(self.kolom) == 2 and all(k["kunci"].startswith("v") for k in self.kolom)
        self.satuan = str(anggaran.get("satuan") or "Rp")
        self.unit = list(anggaran.get("unit", ()))
        self.anak: dict[str | None, list[Simpul]] = defaultdict(list)
        for s in self.semua:
            self.anak[s["induk"]].append(s)
        self.baris: list[dict[str, Any]] = []

    def susun(self) -> Rangka:
        """Walk the tree from the top; units stand above their rows where several share the plan."""
        for simpul, isi in self._puncak():
            letak = self._tambah(simpul, -1, 0)
            for s in isi if isi is not None else self.anak[simpul["id"]]:
                self._turun(s, letak, 1)
        anak: dict[int, list[int]] = defaultdict(list)
        for n, isi_baris in enumerate(self.baris):
            anak[isi_baris["induk"]].append(n)
        baris = tuple(Baris(anak=tuple(anak[n]), **isi) for n, isi in enumerate(self.baris))
        return Rangka(baris, self.kolom, self.versi, self.satuan, len(self.semua), tuple(anak[-1]))

    def _puncak(self) -> list[tuple[Simpul, list[Simpul] | None]]:
        """Heads of the branches; for a unit also the rows that stand under it."""
        akar = self.anak[None]
        per_unit: list[tuple[Simpul, list[Simpul] | None]] = [
            (_simpul_unit(u), milik)
            for u in self.unit
            if (milik := [s for s in akar if s["unit"] == u["kode"]])
        ]
        if len(per_unit) > 1:
            terambil = {s["id"] for _u, milik in per_unit for s in milik or ()}
            return per_unit + [(s, None) for s in akar if s["id"] not in terambil]
        return [(s, None) for s in akar]

    def _turun(self, simpul: Simpul, induk: int, dalam: int) -> None:
        letak = self._tambah(simpul, induk, dalam)
        for s in self.anak[simpul["id"]]:
            self._turun(s, letak, dalam + 1)

    def _tambah(self, simpul: Simpul, induk: int, dalam: int) -> int:
        """Add a row, and rows for its indicators unless one fits into the row itself."""
        letak = len(self.baris)
        indikator = list(simpul.get("indikator", ()))
        sebaris = self.versi and len(indikator) == 1
        uang = tuple(self.b.nilai(simpul["pagu"].get(k["kunci"])) for k in self.kolom)
        beda = selisih(*uang) if self.versi else None
        self.baris.append(
            {
                **_dasar(simpul, induk, dalam),
                "jangkar": rupa.jangkar("butir", simpul["id"]),
                "milik": False,
                "indikator": ((indikator[0]["nama"], self._alamat(indikator[0])),) if sebaris else (),
                "alamat": "",
                "target": self._target(indikator[0]) if sebaris else "",
                "sel": self._sel(simpul, beda),
                "uang": uang,
                "arah": beda.arah if beda else "",
                "keadaan": simpul.get("keadaan", ""),
                "catatan": simpul.get("catatan", ""),
                "nama": simpul["nama"],
                "cari": lipat(" ".join([simpul["kode"], simpul["nama"], *(i["nama"] for i in indikator)])),
            }
        )
        for i in () if sebaris else indikator:
            self.baris.append(
                {
                    **_dasar(simpul, letak, dalam + 1),
                    "jangkar": "",
                    "milik": True,
                    "indikator": (),
                    "alamat": self._alamat(i),
                    "target": self._target(i) if self.versi else "",
                    "sel": () if self.versi else tuple(self._target_tahun(i)),
                    "uang": (),
                    "arah": "",
                    "keadaan": "",
                    "catatan": "",
                    "nama": i["nama"],
                    "kode": "",
                    "cari": lipat(i["nama"]),
                }
            )
        return letak

    def _sel(self, simpul: Simpul, beda: Any) -> tuple[Sel, ...]:
        """Amounts, difference and per cent; none for a row that is only a heading of the rows below it."""
        pagu = simpul["pagu"]
        if not pagu:
            return ()
        sel = [sel_angka(self.b, pagu.get(k["kunci"])) for k in self.kolom]
        if beda is not None:
            sel += sel_beda(self.b, beda, simpul.get("selisih"), simpul.get("selisih_pct"))
        return tuple(sel)

    def _alamat(self, i: Mapping[str, Any]) -> str:
        """Page of an indicator; empty for one that is only a printed name."""
        return self.b.ke_indikator(i["kode"]) if i.get("kode") else ""

    def _target(self, i: Mapping[str, Any]) -> str:
        """One text when all versions agree, else old and new."""
        teks = dict.fromkeys(t for k in self.kolom if (t := i["target"].get(k["kunci"])))
        return " ".join([" → ".join(teks), i.get("satuan") or ""]).strip() if teks else KOSONG

    def _target_tahun(self, i: Mapping[str, Any]) -> Iterator[Sel]:
        satuan = i.get("satuan") or ""
        for k in self.kolom:
            teks = i["target"].get(k["kunci"])
            yield Sel(f"{teks} {satuan}".strip() if teks else KOSONG)


def sel_beda(b: Bacaan, beda: Selisih, rupiah: str | None, persen: str | None) -> tuple[Sel, Sel]:
    """Cells of a change in rupiah and per cent, with the frozen figures behind them where there are any."""
    nilai = "" if beda.nilai is None else str(beda.nilai)
    asal_rp, asal_pct = sel_angka(b, rupiah), sel_angka(b, persen)
    return Sel(beda.tampil, nilai, asal_rp.alamat), Sel(beda.persen, asal_pct.nilai, asal_pct.alamat)


def _dasar(simpul: Simpul, induk: int, dalam: int) -> dict[str, Any]:
    return {
        "id": simpul["id"],
        "kode": simpul["kode"],
        "tingkat": simpul.get("tingkat", ""),
        "tingkat_nama": simpul["tingkat_nama"],
        "unit": simpul["unit"],
        "unit_nama": simpul.get("unit_nama", ""),
        "dalam": dalam,
        "induk": induk,
    }


def _simpul_unit(unit: Simpul) -> Simpul:
    """A unit as the head of a branch; its row carries the frozen sum of the rows below."""
    kosong: dict[str, Any] = {
        "induk": None,
        "tingkat": "",
        "tingkat_nama": "",
        "kode": "",
        "indikator": [],
        "catatan": "",
        "keadaan": "",
    }
    return kosong | {
        "id": f"unit-{unit['kode']}",
        "nama": unit["nama"],
        "unit": unit["kode"],
        "unit_nama": unit["nama"],
        "pagu": unit["pagu"],
        "selisih": unit.get("selisih"),
        "selisih_pct": unit.get("selisih_pct"),
    }
