"""Charts of the instruments: radar, two years of survey elements, shares of a weight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from opensakip.dokumen.svg import WARNA, Kanvas, bungkus

D = Decimal
SERATUS = D(100)
PI = D("3.14159265358979")
CINCIN = (25, 50, 75, 100)
PT = D("8.4")


def _sinus(x: Decimal) -> Decimal:
    """Sine by its series; exact enough for a drawing, and the same on every machine."""
    x = (x + PI) % (2 * PI) - PI
    if x < -PI:
        x += 2 * PI
    suku = hasil = x
    for n in range(1, 12):
        suku = -suku * x * x / ((2 * n) * (2 * n + 1))
        hasil += suku
    return hasil


def _arah(i: int, n: int) -> tuple[Decimal, Decimal]:
    """Unit vector of the i-th of n axes, from the top clockwise."""
    sudut = 2 * PI * i / n
    return _sinus(sudut), -_sinus(sudut + PI / 2)


@dataclass(frozen=True, slots=True)
class Sumbu:
    """One component: name, percent of its weight, printed form."""

    nama: str
    persen: Decimal
    teks: str


def radar(sumbu: Sequence[Sumbu], *, judul: str, lebar: int = 110) -> str:
    """Percent of the weight of each component; needs four axes or more, and its table beside it."""
    n, jari = len(sumbu), D(27)
    k = Kanvas(lebar, D(78))
    x, y = D(lebar) / 2, D(38)
    arah = [_arah(i, n) for i in range(n)]
    for c in CINCIN:
        r = jari * c / 100
        titik = [(x + ax * r, y + ay * r) for ax, ay in arah]
        for (x1, y1), (x2, y2) in zip(titik, [*titik[1:], titik[0]], strict=True):
            k.garis(x1, y1, x2, y2, WARNA["garis" if c == CINCIN[-1] else "garismuda"], D("0.25"))
        k.teks(x + D("0.8"), y - r + D("2.4"), f"{c}", pt=D("7.5"), warna=WARNA["abu"])
    for ax, ay in arah:
        k.garis(x, y, x + ax * jari, y + ay * jari, WARNA["garismuda"], D("0.2"))
    isi = [
        (x + ax * jari * s.persen / 100, y + ay * jari * s.persen / 100)
        for (ax, ay), s in zip(arah, sumbu, strict=True)
    ]
    for (x1, y1), (x2, y2) in zip(isi, [*isi[1:], isi[0]], strict=True):
        k.garis(x1, y1, x2, y2, WARNA["biru"], D("0.7"))
    for (ax, ay), (px, py), s in zip(arah, isi, sumbu, strict=True):
        k.bulat(px, py, D("1.1"), WARNA["biru"])
        tepi = "middle" if abs(ax) < D("0.3") else "start" if ax > 0 else "end"
        baris = [*bungkus(s.nama, 34, PT, 3), f"{s.teks}%"]
        tx = x + ax * (jari + 3)
        ty = y + ay * (jari + (7 if abs(ax) < D("0.3") else 4))
        k.paragraf(tx, ty, baris, pt=PT, rata=tepi)
    return k.selesai(judul, "; ".join(f"{s.nama} {s.teks} persen dari bobot" for s in sumbu))


@dataclass(frozen=True, slots=True)
class Porsi:
    """A part of a weight: name, value, weight, printed forms."""

    nama: str
    nilai: Decimal
    bobot: Decimal
    teks: str
    teks_persen: str


def batang_bobot(butir: Sequence[Porsi], *, judul: str, lebar: int = 158) -> str:
    """Bars inside the outline of their weight: the same data as the radar, easier to compare."""
    rapat, kiri, kanan = D("8.4"), D(56), D(34)
    maks = max(b.bobot for b in butir)
    L = D(lebar) - kiri - kanan
    k = Kanvas(lebar, rapat * len(butir))
    for i, b in enumerate(butir):
        atas = rapat * i
        k.paragraf(kiri - D("2.5"), atas + rapat / 2, bungkus(b.nama, kiri - 3, PT, 2), pt=PT, rata="end")
        k.kotak(
            kiri,
            atas + D("1.4"),
            L * b.bobot / maks,
            rapat - D("2.8"),
            WARNA["pucat"],
            WARNA["abu"],
            D("0.25"),
        )
        k.kotak(
            kiri,
            atas + D("1.4"),
            L * max(min(b.nilai, b.bobot), D(0)) / maks,
            rapat - D("2.8"),
            WARNA["biru"],
        )
        k.teks(
            kiri + L + D("1.5"),
            atas + rapat / 2 + D("1.05"),
            f"{b.teks} ({b.teks_persen}%)",
            pt=PT,
            tebal=700,
        )
    return k.selesai(judul, "; ".join(f"{b.nama} {b.teks} dari bobot, {b.teks_persen} persen" for b in butir))


@dataclass(frozen=True, slots=True)
class DuaTahun:
    """One element in two years; either may be missing."""

    nama: str
    lalu: Decimal | None
    kini: Decimal | None
    teks_lalu: str
    teks_kini: str


def halter(
    butir: Sequence[DuaTahun],
    *,
    judul: str,
    tahun: tuple[str, str],
    ambang: Sequence[tuple[Decimal, str]],
    lebar: int = 158,
) -> str:
    """Two years of every element on one line; lower bounds of the classes are shaded and named."""
    rapat, kiri, kanan, atas = D("8.6"), D(46), D(12), D(9)
    ada = [v for b in butir for v in (b.lalu, b.kini) if v is not None]
    lo, hi = (min(ada, default=D(0)) - 5).to_integral_value(), D(100)
    L = D(lebar) - kiri - kanan
    k = Kanvas(lebar, atas + rapat * len(butir) + 2)

    def px(v: Decimal) -> Decimal:
        return kiri + L * (v - lo) / (hi - lo)

    batas = [(max(a, lo), n) for a, n in ambang if a < hi]
    for i, (a, n) in enumerate(sorted(batas)):
        akhir = sorted(batas)[i + 1][0] if i + 1 < len(batas) else hi
        if akhir <= lo:
            continue
        k.kotak(
            px(a), atas - 2, px(akhir) - px(a), rapat * len(butir) + 2, WARNA["pucat" if i % 2 else "putih"]
        )
        k.garis(px(a), atas - 2, px(a), atas + rapat * len(butir), WARNA["garis"], D("0.2"))
        k.teks((px(a) + px(akhir)) / 2, D("3.4"), f"mutu {n}", pt=D("8"), warna=WARNA["abu"], rata="middle")
    for i, b in enumerate(butir):
        y = atas + rapat * i + rapat / 2
        k.paragraf(kiri - D("2.5"), y, bungkus(b.nama, kiri - 3, PT, 2), pt=PT, rata="end")
        if b.lalu is not None and b.kini is not None:
            k.garis(px(b.lalu), y, px(b.kini), y, WARNA["garis"], D("0.8"))
        naik = b.lalu is None or b.kini is None or b.kini >= b.lalu
        if b.lalu is not None:
            k.bulat(px(b.lalu), y, D("1.3"), WARNA["putih"], WARNA["abu"], D("0.4"))
            k.teks(
                px(b.lalu) + (D(-2) if naik else D(2)),
                y + D("1.1"),
                b.teks_lalu,
                pt=D("8"),
                warna=WARNA["abu"],
                rata="end" if naik else "start",
            )
        if b.kini is not None:
            k.bulat(px(b.kini), y, D("1.5"), WARNA["biru"])
            k.teks(
                px(b.kini) + (D(2) if naik else D(-2)),
                y + D("1.1"),
                b.teks_kini,
                pt=D("8.4"),
                tebal=700,
                rata="start" if naik else "end",
            )
    uraian = "; ".join(f"{b.nama}: {tahun[0]} {b.teks_lalu}, {tahun[1]} {b.teks_kini}" for b in butir)
    return k.selesai(judul, uraian)
