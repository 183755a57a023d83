"""Charts drawn on the server: positions in percent of the width, never a style attribute."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Any

from opensakip.hitung.angka import bulatkan
from opensakip.web.penyaji.bacaan import Bacaan
from opensakip.web.penyaji.rupiah import miliar, selisih

_SERATUS = Decimal(100)
#: Steps between the ticks of the capaian axis, from the finest; the first that needs few ticks is used.
_LANGKAH = (5, 10, 20, 50, 100, 200, 500, 1000)
_TANDA_TERBANYAK = 5
#: Lollipops that can still be read on one page.
TERBANYAK = 40


@dataclass(frozen=True, slots=True)
class Titik:
    """One lollipop. ``x`` and ``acuan`` are percents of the width; ``x`` None: nothing to draw."""

    nomor: int
    indikator: Mapping[str, Any]
    x: str
    awal: str
    lebar: str
    bawah: bool
    dibawa: bool


@dataclass(frozen=True, slots=True)
class BaganCapaian:
    """Lollipops from 100, highest first, with the ticks of their axis; ``semua`` counts all indicators."""

    titik: list[Titik]
    tanda: list[tuple[str, str]]
    acuan: str
    semua: int


@dataclass(frozen=True, slots=True)
class Batang:
    """One bar round zero; ``x`` and ``lebar`` are percents of the width."""

    nama: str
    tampil: str
    x: str
    lebar: str
    naik: bool


def _letak(nilai: Decimal, bawah: int, atas: int) -> Decimal:
    return (nilai - bawah) / (atas - bawah) * _SERATUS


def _persen(nilai: Decimal) -> str:
    return f"{bulatkan(nilai)}%"


def _skala(nilai: list[Decimal]) -> tuple[int, int, int]:
    """Lower end, upper end and step of the axis: 100 is always on it."""
    kecil, besar = min([*nilai, Decimal(95)]), max([*nilai, Decimal(105)])
    for langkah in _LANGKAH:
        bawah = int((kecil / langkah).to_integral_value(ROUND_FLOOR)) * langkah
        atas = int((besar / langkah).to_integral_value(ROUND_CEILING)) * langkah
        if (atas - bawah) // langkah <= _TANDA_TERBANYAK:
            return bawah, atas, langkah
    return bawah, atas, langkah


def bagan_capaian(b: Bacaan, *, batas: int = TERBANYAK) -> BaganCapaian:
    """Lollipop chart of all indicators; those without a capaian stand last and have no mark.

    Of more than ``batas`` indicators the lowest are drawn.
    """
    baris = [(n, i, b.nilai(i["capaian"])) for n, i in enumerate(b.bagian("indikator"), start=1)]
    semua = len(baris)
    if semua > batas:
        ternilai = (t for t in baris if t[2] is not None)
        baris = sorted(ternilai, key=lambda t: t[2] or Decimal(0))[:batas]
    bawah, atas, langkah = _skala([v for _, _, v in baris if v is not None])
    acuan = _letak(_SERATUS, bawah, atas)
    titik = []
    for nomor, ind, nilai in sorted(baris, key=lambda t: (t[2] is None, -(t[2] or Decimal(0)))):
        x = None if nilai is None else _letak(nilai, bawah, atas)
        titik.append(
            Titik(
                nomor=nomor,
                indikator=ind,
                x="" if x is None else _persen(x),
                awal="" if x is None else _persen(min(x, acuan)),
                lebar="" if x is None else _persen(abs(x - acuan)),
                bawah=ind["terhadap"] == "bawah",
                dibawa=ind["status_nilai"] == "dibawa",
            )
        )
    tanda = [(str(t), _persen(_letak(Decimal(t), bawah, atas))) for t in range(bawah, atas + 1, langkah)]
    return BaganCapaian(titik, tanda, _persen(acuan), semua)


def geser_pagu(b: Bacaan) -> list[Batang]:
    """Change of ceiling by unit between the last two versions, largest rise first; empty if one version."""
    anggaran = b.bagian("anggaran", {})
    kolom = [k["kunci"] for k in anggaran.get("kolom", ()) if k["kunci"].startswith("v")]
    if len(kolom) < 2:
        return []
    beda = []
    for unit in anggaran.get("unit", ()):
        nilai = selisih(b.nilai(unit["pagu"].get(kolom[-2])), b.nilai(unit["pagu"].get(kolom[-1]))).nilai
        if nilai is not None:
            beda.append((unit["nama"], nilai))
    terbesar = max((abs(n) for _, n in beda), default=Decimal(0))
    if not terbesar:
        return []
    batang = []
    for nama, nilai in sorted(beda, key=lambda t: -t[1]):
        lebar = abs(nilai) / terbesar * 50
        x = Decimal(50) if nilai > 0 else 50 - lebar
        batang.append(Batang(nama, miliar(nilai), _persen(x), _persen(lebar), nilai > 0))
    return batang
