"""The history of one indicator as a line: a line only within one way of measuring, a gap at every break."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Any

from opensakip.dokumen.bagan import langkah_sumbu
from opensakip.hitung.angka import bulatkan
from opensakip.hitung.tampilan import tampil_penuh
from opensakip.web.penyaji.bacaan import Bacaan

_TERBANYAK = 5


Letak = tuple[Callable[[int], Decimal], Callable[[Decimal], Decimal]]
"""Where a year and a value stand."""


@dataclass(frozen=True, slots=True)
class TitikDeret:
    """One year; ``y`` empty where there is no number to draw. ``baru``: after the last break."""

    tahun: int
    x: str
    y: str
    teks: str
    teks_y: str
    di_kanan: bool
    dibawa: bool
    baru: bool


@dataclass(frozen=True, slots=True)
class SasaranTahun:
    """The target of a year as a short dash."""

    x1: str
    x2: str
    y: str
    teks: str
    teks_y: str


@dataclass(frozen=True, slots=True)
class BaganDeret:
    """A drawn chart of one size; all positions are units of its view box."""

    lebar: int
    tinggi: int
    kiri: str
    kanan: str
    dasar: str
    atas: str
    kisi: list[tuple[str, str]]
    garis: list[str]
    titik: list[TitikDeret]
    putus: list[tuple[str, int]]
    arsir: tuple[str, str] | None
    target: SasaranTahun | None


@dataclass(frozen=True, slots=True)
class Ukuran:
    """Size of the drawing area inside its view box."""

    lebar: int
    tinggi: int
    kiri: int
    kanan: int
    atas: int
    bawah: int


LEBAR = Ukuran(700, 300, 40, 660, 18, 266)
SEMPIT = Ukuran(328, 270, 34, 324, 22, 238)


def _u(nilai: Decimal) -> str:
    return str(bulatkan(nilai, 1))


def _sumbu(nilai: Sequence[Decimal]) -> tuple[Decimal, Decimal, Decimal]:
    """Lower end, upper end and step around the data; never below zero for values that are not."""
    kecil, besar = min(nilai), max(nilai)
    ruang = (besar - kecil) / 8 or max(abs(besar) / 10, Decimal(1))
    langkah = langkah_sumbu(besar - kecil + 2 * ruang, _TERBANYAK)
    bawah = ((kecil - ruang) / langkah).to_integral_value(ROUND_FLOOR) * langkah
    atas = ((besar + ruang) / langkah).to_integral_value(ROUND_CEILING) * langkah
    return (max(bawah, Decimal(0)) if kecil >= 0 else bawah), atas, langkah


def bagan_deret(b: Bacaan, ind: Mapping[str, Any], ukuran: Ukuran = LEBAR) -> BaganDeret | None:
    """Draw the series of an indicator with the target of the year; None when no year has a number."""
    seri: list[Mapping[str, Any]] = list(ind["seri"])
    nilai = [b.nilai(s["angka"]) for s in seri]
    angka = [v for v in nilai if v is not None]
    if not angka:
        return None
    target = b.nilai(ind["target"])
    bawah, atas, langkah = _sumbu([*angka, target] if target is not None else angka)
    tahun = [int(s["tahun"]) for s in seri]
    awal, banyak = tahun[0], tahun[-1] - tahun[0] + 1
    lajur = Decimal(ukuran.kanan - ukuran.kiri) / banyak

    def x(t: int) -> Decimal:
        return ukuran.kiri + lajur * (t - awal) + lajur / 2

    def y(v: Decimal) -> Decimal:
        return ukuran.bawah - (v - bawah) / (atas - bawah) * (ukuran.bawah - ukuran.atas)

    putus = [n for n, s in enumerate(seri) if s["putus"]]
    terakhir = putus[-1] if putus else None
    batas = [(_u(x(tahun[n]) - lajur / 2), tahun[n]) for n in putus]
    garis_kisi = int((atas - bawah) / langkah) + 1
    return BaganDeret(
        lebar=ukuran.lebar,
        tinggi=ukuran.tinggi,
        kiri=str(ukuran.kiri),
        kanan=str(ukuran.kanan),
        dasar=str(ukuran.bawah),
        atas=str(ukuran.atas),
        kisi=[(tampil_penuh(bawah + langkah * n), _u(y(bawah + langkah * n))) for n in range(garis_kisi)],
        garis=[" ".join(f"{_u(x(t))},{_u(y(v))}" for t, v in bagian) for bagian in _bagian(seri, nilai)],
        titik=[
            _titik(
                b, s, (v, *_tetangga(seri, nilai, n)), (x, y), target if n == len(seri) - 1 else None, baru
            )
            for n, (s, v) in enumerate(zip(seri, nilai, strict=True))
            for baru in (terakhir is not None and n >= terakhir,)
        ],
        putus=batas,
        arsir=(batas[-1][0], _u(ukuran.kanan - Decimal(batas[-1][0]))) if batas else None,
        target=_target(b, ind, x(b.tahun), y, lajur, nilai[-1]) if tahun[-1] == b.tahun else None,
    )


def _bagian(
    seri: Sequence[Mapping[str, Any]], nilai: Sequence[Decimal | None]
) -> list[list[tuple[int, Decimal]]]:
    """Runs of consecutive years within one way of measuring, of two points or more."""
    semua: list[list[tuple[int, Decimal]]] = [[]]
    for s, v in zip(seri, nilai, strict=True):
        tahun = int(s["tahun"])
        if s["putus"] or v is None or (semua[-1] and semua[-1][-1][0] != tahun - 1):
            semua.append([])
        if v is not None:
            semua[-1].append((tahun, v))
    return [bagian for bagian in semua if len(bagian) > 1]


def _tetangga(
    seri: Sequence[Mapping[str, Any]], nilai: Sequence[Decimal | None], n: int
) -> tuple[Decimal | None, Decimal | None]:
    """Values before and after that a line connects with the n-th."""
    lalu = nilai[n - 1] if n and not seri[n]["putus"] else None
    depan = nilai[n + 1] if n + 1 < len(seri) and not seri[n + 1]["putus"] else None
    return lalu, depan


def _tempat_teks(
    v: Decimal, lalu: Decimal | None, depan: Decimal | None, target: Decimal | None
) -> tuple[int, bool]:
    """Where a label keeps off the line and the dash of the target: offset downwards, beside or under."""
    if target is not None:
        return (22 if target >= v else -12), False
    naik_ke_sini = lalu is not None and lalu < v
    turun_ke_sini = lalu is not None and lalu > v
    if depan is not None and depan > v:
        return 22, not turun_ke_sini
    if turun_ke_sini:
        return (-12, True) if depan is not None and depan < v else (22, False)
    return (-12, False) if naik_ke_sini or depan is not None else (22, False)


def _titik(
    b: Bacaan,
    s: Mapping[str, Any],
    isi: tuple[Decimal | None, ...],
    letak: Letak,
    target: Decimal | None,
    baru: bool,
) -> TitikDeret:
    (v, lalu, depan), (x, y) = isi, letak
    turun, di_kanan = (0, False) if v is None else _tempat_teks(v, lalu, depan, target)
    return TitikDeret(
        tahun=int(s["tahun"]),
        x=_u(x(int(s["tahun"]))),
        y="" if v is None else _u(y(v)),
        teks=b.angka(s["angka"])["tampil"],
        teks_y="" if v is None else _u(y(v) + turun),
        di_kanan=di_kanan,
        dibawa=s["status"] == "dibawa",
        baru=baru,
    )


def _target(
    b: Bacaan, ind: Mapping[str, Any], tengah: Decimal, y: Any, lajur: Decimal, kini: Decimal | None
) -> SasaranTahun | None:
    """The dash of the target; its label stands on the side away from the value of the year."""
    nilai = b.nilai(ind["target"])
    if nilai is None:
        return None
    setengah = min(lajur * Decimal("0.3"), Decimal(34))
    return SasaranTahun(
        x1=_u(tengah - setengah),
        x2=_u(tengah + setengah),
        y=_u(y(nilai)),
        teks=b.angka(ind["target"])["tampil"],
        teks_y=_u(y(nilai) + (18 if kini is not None and kini > nilai else -8)),
    )
