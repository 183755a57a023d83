"""The plan as a tree table: branches that fold, rows with their level, targets and ceilings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from opensakip.web import rupa
from opensakip.web.penyaji.bacaan import Bacaan
from opensakip.web.penyaji.rupiah import Selisih, selisih

Simpul = Mapping[str, Any]

#: A plan with more rows sends only its open branches, so that a page stays light; all are sent on demand.
_SEKALIGUS = 120
#: Kinds printed bold: weight goes by kind, not by depth.
_TEBAL = frozenset({"visi", "sasaran", "sasaran_strategis", "eselon_1", "program"})


@dataclass(frozen=True, slots=True)
class Baris:
    """One row. ``indikator`` holds the indicators printed in the row of their own node; a row with
    ``milik`` is an indicator that has a row of its own below the node."""

    simpul: Simpul
    tingkat: int
    beranak: bool
    selisih: Selisih | None
    indikator: tuple[Mapping[str, Any], ...] = ()
    milik: Mapping[str, Any] | None = None

    @property
    def tebal(self) -> bool:
        """True for the head of a branch and for the upper kinds of the plan."""
        return self.tingkat == 0 or str(self.simpul.get("tingkat")) in _TEBAL


@dataclass(frozen=True, slots=True)
class Cabang:
    """A branch of the top level: its own row, and the rows under it.

    ``tautan`` is set where the rows are not sent: the address that opens this branch besides the open ones.
    """

    kepala: Baris
    baris: list[Baris]
    terbuka: bool
    tautan: str = ""


@dataclass(frozen=True, slots=True)
class Pohon:
    """The tree table. ``versi`` True: columns are versions of one year, with a difference."""

    cabang: list[Cabang]
    kolom: list[Mapping[str, str]]
    versi: bool
    jumlah: Mapping[str, str]
    selisih: Selisih | None
    banyak: int
    diturunkan: int
    dipulihkan: int
    satuan: str
    catatan: str


def _kolom(anggaran: Mapping[str, Any]) -> tuple[list[Mapping[str, str]], bool]:
    kolom = list(anggaran.get("kolom", ()))
    return kolom, len(kolom) == 2 and all(k["kunci"].startswith("v") for k in kolom)


def _beda(b: Bacaan, pagu: Mapping[str, str], kolom: list[Mapping[str, str]]) -> Selisih:
    lama, baru = (b.nilai(pagu.get(k["kunci"])) for k in kolom)
    return selisih(lama, baru)


def _baris(b: Bacaan, simpul: Simpul, tingkat: int, beranak: bool, sendiri: bool, kolom: Any) -> list[Baris]:
    """Row of a node, and rows for its indicators unless one fits into the row of the node."""
    indikator = tuple(simpul.get("indikator", ()))
    beda = _beda(b, simpul["pagu"], kolom) if sendiri else None
    if sendiri and len(indikator) == 1:
        return [Baris(simpul, tingkat, beranak, beda, indikator)]
    utama = Baris(simpul, tingkat, beranak or bool(indikator), beda)
    return [utama, *(Baris(simpul, tingkat + 1, False, None, milik=i) for i in indikator)]


def _puncak(b: Bacaan, anak: Mapping[str | None, list[Simpul]]) -> list[tuple[Simpul, list[Simpul]]]:
    """Top branches with their first rows: the units when several share the plan, else its roots."""
    akar = anak[None]
    per_unit = [
        (_simpul_unit(u), milik)
        for u in b.bagian("anggaran", {}).get("unit", ())
        if (milik := [s for s in akar if s["unit"] == u["kode"]])
    ]
    if len(per_unit) > 1:
        terambil = {s["id"] for _, milik in per_unit for s in milik}
        return per_unit + [(s, []) for s in akar if s["id"] not in terambil]
    if len(akar) == 1 and len(anak[akar[0]["id"]]) > 1:
        akar = anak[akar[0]["id"]]
    return [(s, []) for s in akar]


def _simpul_unit(unit: Simpul) -> Simpul:
    """A unit as the head of a branch; its row carries the sum of the rows below."""
    kosong: dict[str, Any] = {
        "induk": None,
        "tingkat_nama": "",
        "kode": "",
        "indikator": [],
        "catatan": "",
        "keadaan": "tercetak",
    }
    return kosong | {"id": f"unit-{unit['kode']}", "nama": unit["nama"], "pagu": unit["pagu"]}


def _tautan(id_: str, buka: Sequence[str]) -> str:
    """Address that opens one more branch and leads to it."""
    return f"?{urlencode([('buka', n) for n in (*buka, id_)])}#{rupa.jangkar('cabang', id_)}"


def pohon(b: Bacaan, *, buka: Sequence[str] = ()) -> Pohon | None:
    """Build the tree table; None when no plan was loaded.

    ``buka`` are ids of rows whose branches stand open; "semua" opens all.
    """
    anggaran = b.bagian("anggaran", {})
    semua: list[Simpul] = list(anggaran.get("pohon", ()))
    if not semua:
        return None
    kolom, versi = _kolom(anggaran)
    anak: dict[str | None, list[Simpul]] = defaultdict(list)
    for simpul in semua:
        anak[simpul["induk"]].append(simpul)

    def turun(simpul: Simpul, tingkat: int) -> list[Baris]:
        hasil = []
        for di_bawah in anak[simpul["id"]]:
            hasil += _baris(b, di_bawah, tingkat, bool(anak[di_bawah["id"]]), versi, kolom)
            hasil += turun(di_bawah, tingkat + 1)
        return hasil

    puncak = _puncak(b, anak)
    cabang = []
    for simpul, isi in puncak:
        kepala, *baris = _baris(b, simpul, 0, True, versi, kolom)
        for s in isi:
            baris += _baris(b, s, 1, bool(anak[s["id"]]), versi, kolom) + turun(s, 2)
        baris += turun(simpul, 1) if not isi else []
        memuat = {simpul["id"], *(r.simpul["id"] for r in baris)}
        terbuka = "semua" in buka or not memuat.isdisjoint(buka) or len(puncak) == 1
        if terbuka or len(semua) <= _SEKALIGUS:
            cabang.append(Cabang(kepala, baris, terbuka))
        else:
            cabang.append(Cabang(kepala, [], False, _tautan(simpul["id"], buka)))
    jumlah = {k: v for k, v in anggaran.get("jumlah", {}).items() if v}
    return Pohon(
        cabang=cabang,
        kolom=kolom,
        versi=versi,
        jumlah=jumlah,
        selisih=_beda(b, jumlah, kolom) if versi and jumlah else None,
        banyak=len(semua),
        diturunkan=sum(s.get("keadaan") == "diturunkan" for s in semua),
        dipulihkan=sum(s.get("keadaan") == "dipulihkan" for s in semua),
        satuan=str(anggaran.get("satuan") or "Rp"),
        catatan=str(anggaran.get("catatan") or ""),
    )
