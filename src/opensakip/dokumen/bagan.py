"""Charts of the reports, each from plain values to one SVG with title and description.

The same drawing goes into PDF, DOCX and HTML. A chart prints the value at every mark, so that no axis has to
be read, never shows a figure that no table holds, and says nothing by colour alone. Which chart is used when
is settled by the report, not here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from opensakip.dokumen.model import Nada
from opensakip.dokumen.svg import WARNA, Kanvas, bungkus, lebar_teks, titik

D = Decimal
SERATUS = D(100)
Letak = Callable[[Decimal], Decimal]
NADA_WARNA = {
    Nada.MELAMPAUI: WARNA["hijau"],
    Nada.TERCAPAI: WARNA["biru"],
    Nada.BAWAH: WARNA["jingga"],
    Nada.KOSONG: WARNA["abu"],
}
LANGKAH = tuple(D(x) for x in ("0.1", "0.2", "0.5", "1", "2", "5", "10", "20", "25", "50", "100"))


def langkah_sumbu(rentang: Decimal, garis: int = 9) -> Decimal:
    """A round step that gives at most `garis` grid lines over the range."""
    for faktor in (D(1), D(1000), D(10) ** 6, D(10) ** 9, D(10) ** 12):
        for s in LANGKAH:
            if rentang <= s * faktor * garis:
                return s * faktor
    return rentang


def _label(nilai: Decimal) -> str:
    """Axis label in Indonesian form, without thousands separator below 10.000."""
    s = format(nilai.normalize(), "f")
    return s.replace(".", ",")


# ------------------------------------------------ deviation from target


@dataclass(frozen=True, slots=True)
class ButirSimpangan:
    """One indicator: achievement in percent (None = not assessable), its printed form and its status word."""

    nama: str
    nilai: Decimal | None
    teks: str
    nada: Nada
    kata: str
    sementara: bool = False


def _batas_simpangan(butir: Sequence[ButirSimpangan]) -> tuple[Decimal, Decimal]:
    """Ends of the axis: close to the data, but at most 25 points from 100 (farther bars are cut)."""
    ada = [b.nilai for b in butir if b.nilai is not None]
    bawah = max(min([*ada, D(98)]), D(75))
    atas = min(max([*ada, D(102)]), D(125))
    s = langkah_sumbu(atas - bawah, 8)
    return (
        SERATUS - ((SERATUS - bawah) / s).to_integral_value(ROUND_CEILING) * s,
        SERATUS + ((atas - SERATUS) / s).to_integral_value(ROUND_CEILING) * s,
    )


def simpangan(butir: Sequence[ButirSimpangan], *, judul: str, lebar: int = 158) -> str:
    """Bars left and right of 100 %: how far each indicator is from its target.

    Bars farther than 25 points are cut with a break mark and carry their value. Hatched bars are values that
    are carried over or provisional; an indicator without value has the words only.
    """
    rapat, kiri, kanan, tepi = D("7.4"), D(56), D(23), D(15)
    minimum, maksimum = _batas_simpangan(butir)
    L = D(lebar) - kiri - kanan - 2 * tepi
    H = rapat * len(butir)
    k = Kanvas(lebar, H + 7)

    def x(v: Decimal) -> Decimal:
        return kiri + tepi + L * (min(max(v, minimum), maksimum) - minimum) / (maksimum - minimum)

    for i, _ in enumerate(butir):
        if i % 2:
            k.kotak(0, rapat * i, lebar, rapat, WARNA["pucat"])
    langkah = langkah_sumbu(maksimum - minimum, 8)
    g = minimum
    while g <= maksimum:
        utama = g == SERATUS
        k.garis(x(g), 0, x(g), H, WARNA["tua" if utama else "garismuda"], D("0.35") if utama else D("0.14"))
        if utama:
            k.teks(
                x(g), H + D("4.4"), "target = 100", pt=D("7.6"), rata="middle", warna=WARNA["tua"], tebal=700
            )
        elif abs(x(g) - x(SERATUS)) > 12:
            k.teks(x(g), H + D("4.4"), _label(g), pt=D("7.6"), rata="middle", warna=WARNA["abu"])
        g += langkah
    for i, b in enumerate(butir):
        _batang_simpangan(k, b, rapat * i, rapat, x, kiri, D(lebar) - kanan)
    uraian = "; ".join(f"{b.nama}: {b.teks}, {b.kata}" for b in butir[:15])
    return k.selesai(judul, uraian)


def _batang_simpangan(
    k: Kanvas,
    b: ButirSimpangan,
    atas: Decimal,
    rapat: Decimal,
    x: Letak,
    kiri: Decimal,
    x_status: Decimal,
) -> None:
    tengah = atas + rapat / 2
    warna = NADA_WARNA.get(b.nada, WARNA["abu"])
    dasar = tengah + titik(D("8.6")) * D("0.34")
    nama = bungkus(b.nama + ("*" if b.sementara else ""), kiri - 3, D("8.6"), 2)
    k.paragraf(kiri - D("2.5"), tengah, nama, pt=D("8.2") if len(nama) > 1 else D("8.6"), rata="end")
    tanda_status(k, x_status, tengah, b.nada, warna)
    k.teks(x_status + D("3"), dasar, b.kata, pt=D("8.6"), warna=warna, tebal=600)
    if b.nilai is None:
        return
    x0, x1 = x(SERATUS), x(b.nilai)
    if b.nilai == SERATUS:
        k.bulat(x0, tengah, D("1.4"), warna)
    else:
        isi = k.arsir(warna) if b.sementara else warna
        k.kotak(min(x0, x1), atas + D("1.5"), abs(x1 - x0), rapat - 3, isi, warna if b.sementara else "")
    if b.nilai > D(125) or b.nilai < D(75):
        arah = D(1) if b.nilai > SERATUS else D(-1)
        for geser in (D("3.2"), D("4.4")):
            xs = x1 - arah * geser
            k.garis(
                xs - D("0.6"),
                atas + rapat - D("0.9"),
                xs + D("0.6"),
                atas + D("0.9"),
                WARNA["putih"],
                D("0.55"),
            )
    if b.nilai < SERATUS:
        k.teks(x1 - D("1.5"), dasar, b.teks, pt=D("8.6"), rata="end", tebal=700)
    else:
        k.teks(x1 + D("2.2"), dasar, b.teks, pt=D("8.6"), tebal=700)


def tanda_status(k: Kanvas, x: Decimal, tengah: Decimal, nada: Nada, warna: str) -> None:
    """The shape that stands before a status word: up, disc, down or ring."""
    r = D("0.95")
    if nada is Nada.MELAMPAUI:
        k.poligon([(x, tengah + r), (x + r, tengah - r), (x + 2 * r, tengah + r)], warna)
    elif nada is Nada.BAWAH:
        k.poligon([(x, tengah - r), (x + 2 * r, tengah - r), (x + r, tengah + r)], warna)
    elif nada is Nada.TERCAPAI:
        k.bulat(x + r, tengah, r, warna)
    else:
        k.bulat(x + r, tengah, r - D("0.15"), "none", warna, D("0.3"))


# ---------------------------------------------------------------- trend


@dataclass(frozen=True, slots=True)
class TitikTren:
    """One year of a series; `putus` says that the method changed before this year."""

    tahun: str
    nilai: Decimal | None
    teks: str
    putus: bool = False
    sementara: bool = False


@dataclass(frozen=True, slots=True)
class GarisAcuan:
    """A horizontal reference line: target of the year, or end target of the plan."""

    nilai: Decimal
    teks: str
    keterangan: str
    akhir: bool = False


def _sumbu(nilai: Sequence[Decimal]) -> tuple[Decimal, Decimal, Decimal]:
    """Lower end, upper end and step of a value axis around the data."""
    lo, hi = min(nilai), max(nilai)
    ruang = (hi - lo) / 6 or max(abs(hi) / 10, D(1))
    s = langkah_sumbu(hi - lo + 2 * ruang, 5)
    bawah = ((lo - ruang) / s).to_integral_value(ROUND_FLOOR) * s
    atas = ((hi + ruang) / s).to_integral_value(ROUND_CEILING) * s
    if lo >= 0 > bawah:
        bawah = D(0)
    return bawah, atas, s


def tren(
    titik_tren: Sequence[TitikTren], acuan: Sequence[GarisAcuan] = (), *, judul: str, lebar: int = 150
) -> str:
    """Line of some years with reference lines. A change of method breaks the line and opens the mark."""
    tinggi, kiri, kanan, atas, bawah = D(50), D(13), D(34), D(6), D(7)
    ada = [t.nilai for t in titik_tren if t.nilai is not None]
    lo, hi, s = _sumbu([*ada, *(g.nilai for g in acuan)])
    L, H = D(lebar) - kiri - kanan, tinggi - atas - bawah
    k = Kanvas(lebar, tinggi)

    def px(i: int) -> Decimal:
        return kiri + L * (2 * i + 1) / (2 * len(titik_tren))

    def py(v: Decimal) -> Decimal:
        return atas + H * (1 - (v - lo) / (hi - lo))

    g = lo
    while g <= hi:
        k.garis(kiri, py(g), kiri + L, py(g), WARNA["garismuda"])
        k.teks(kiri - D("1.8"), py(g) + D("0.9"), _label(g), pt=D("7.6"), rata="end", warna=WARNA["abu"])
        g += s
    _garis_acuan(k, acuan, py, kiri, L)
    _garis_tren(k, titik_tren, px, py, atas, H)
    for i, t in enumerate(titik_tren):
        k.teks(px(i), tinggi - D("2.4"), t.tahun, pt=D("8.2"), rata="middle", warna=WARNA["abu"])
        _titik_tren(k, titik_tren, i, px(i), py, acuan, atas + H)
    k.garis(kiri, atas + H, kiri + L, atas + H, WARNA["abu"], D("0.28"))
    uraian = "; ".join(f"{t.tahun}: {t.teks}" for t in titik_tren)
    uraian += "".join(f"; {g.keterangan} {g.teks}" for g in acuan)
    return k.selesai(judul, uraian)


def _garis_acuan(k: Kanvas, acuan: Sequence[GarisAcuan], py: Letak, kiri: Decimal, L: Decimal) -> None:
    susun = sorted(acuan, key=lambda g: g.nilai, reverse=True)
    sebelum = D(-100)
    for g in susun:
        y = py(g.nilai)
        warna = WARNA["emas" if g.akhir else "merah"]
        k.garis(kiri, y, kiri + L, y, warna, D("0.32"), ".5 .8" if g.akhir else "1.6 1")
        yt = max(y, sebelum + D("7.4"))
        k.teks(kiri + L + D("1.5"), yt + D("0.2"), g.teks, pt=D("8.2"), warna=warna, tebal=700)
        k.teks(kiri + L + D("1.5"), yt + D("3.3"), g.keterangan, pt=D("7.6"), warna=warna)
        sebelum = yt


def _garis_tren(
    k: Kanvas, deret: Sequence[TitikTren], px: Callable[[int], Decimal], py: Letak, atas: Decimal, H: Decimal
) -> None:
    for i in range(1, len(deret)):
        kini, lalu = deret[i], deret[i - 1]
        if kini.putus:
            x = (px(i - 1) + px(i)) / 2
            k.garis(x, atas - 1, x, atas + H, WARNA["abu"], D("0.25"), "1 .7")
            k.teks(x, atas - 2, "metode berubah", pt=D("7.4"), rata="middle", warna=WARNA["abu"], miring=True)
        elif kini.nilai is not None and lalu.nilai is not None:
            k.garis(
                px(i - 1),
                py(lalu.nilai),
                px(i),
                py(kini.nilai),
                WARNA["biru"],
                D("0.55"),
                "1.4 1" if kini.sementara else "",
            )


def _titik_tren(
    k: Kanvas,
    deret: Sequence[TitikTren],
    i: int,
    x: Decimal,
    py: Letak,
    acuan: Sequence[GarisAcuan],
    dasar: Decimal,
) -> None:
    t = deret[i]
    if t.nilai is None:
        return
    nilai, y = t.nilai, py(t.nilai)
    terbuka = any(d.putus for d in deret[: i + 1]) or t.sementara
    k.bulat(x, y, D("1.35"), WARNA["putih" if terbuka else "biru"], WARNA["biru"], D("0.5"))
    samping = [deret[j].nilai for j in (i - 1, i + 1) if 0 <= j < len(deret)]
    tetangga = [n for n in samping if n is not None]
    lembah = bool(tetangga) and all(n > nilai for n in tetangga)
    tertutup = any(D(0) <= y - py(g.nilai) < D("6.2") for g in acuan)
    di_bawah = (lembah or tertutup) and y + D("5.6") < dasar
    teks = t.teks + ("*" if t.sementara else "")
    w = lebar_teks(teks, D("8.6"), True) + D("1.2")
    yt = y + D("4.6") if di_bawah else y - D("2.4")
    k.kotak(x - w / 2, yt - D("2.6"), w, D("3.3"), WARNA["putih"])
    k.teks(x, yt, teks, pt=D("8.6"), rata="middle", warna=WARNA["tua"], tebal=700)


# ------------------------------------------------- horizontal bars, dots


@dataclass(frozen=True, slots=True)
class ButirBatang:
    """A bar or dot: name, value, printed value; `sorot` marks "we" or what needs attention."""

    nama: str
    nilai: Decimal
    teks: str
    sorot: bool = False


def batang(butir: Sequence[ButirBatang], *, judul: str, lebar: int = 158, penuh: Decimal = SERATUS) -> str:
    """Horizontal bars from zero to `penuh` (or the largest value); the highlighted ones are orange."""
    rapat, kiri, kanan = D("6.6"), D(62), D(17)
    maks = max([penuh, *(b.nilai for b in butir)])
    L = D(lebar) - kiri - kanan
    k = Kanvas(lebar, rapat * len(butir))
    for i, b in enumerate(butir):
        atas = rapat * i
        nama = bungkus(b.nama, kiri - 3, D("8.2"), 2)
        k.paragraf(
            kiri - D("2.5"), atas + rapat / 2, nama, pt=D("7.6") if len(nama) > 1 else D("8.4"), rata="end"
        )
        k.kotak(kiri, atas + D("1.2"), L, rapat - D("2.4"), WARNA["pucat"])
        panjang = L * max(b.nilai, D(0)) / maks
        k.kotak(kiri, atas + D("1.2"), panjang, rapat - D("2.4"), WARNA["jingga" if b.sorot else "biru"])
        k.teks(kiri + L + D("1.5"), atas + rapat / 2 + D("1.05"), b.teks, pt=D("8.6"), tebal=700)
    return k.selesai(judul, "; ".join(f"{b.nama}: {b.teks}" for b in butir[:15]))


def titik_banding(butir: Sequence[ButirBatang], *, judul: str, lebar: int = 130) -> str:
    """Dots on a cut axis for values that lie close together; the highlighted one is ours."""
    rapat, kiri, kanan = D("7.2"), D(48), D(24)
    lo, hi, s = _sumbu([b.nilai for b in butir])
    L, H = D(lebar) - kiri - kanan, rapat * len(butir)
    k = Kanvas(lebar, H + 6)

    def x(v: Decimal) -> Decimal:
        return kiri + L * (v - lo) / (hi - lo)

    g = lo
    while g <= hi:
        k.garis(x(g), 0, x(g), H, WARNA["garismuda"])
        k.teks(x(g), H + D("4.2"), _label(g), pt=D("7.6"), rata="middle", warna=WARNA["abu"])
        g += s
    for i, b in enumerate(butir):
        y = rapat * i + rapat / 2
        warna = WARNA["biru" if b.sorot else "abu"]
        k.paragraf(kiri - D("2.5"), y, bungkus(b.nama, kiri - 4, D("8.6"), 2), pt=D("8.6"), rata="end")
        k.garis(kiri, y, kiri + L, y, WARNA["garismuda"])
        k.bulat(x(b.nilai), y, D("1.8"), warna)
        w = lebar_teks(b.teks, D("8.6"), True)
        k.kotak(x(b.nilai) + D("2.6"), y - D("1.7"), w + D("1"), D("3.4"), WARNA["putih"])
        k.teks(
            x(b.nilai) + D("3"),
            y + D("1.05"),
            b.teks,
            pt=D("8.6"),
            tebal=700,
            warna=WARNA["biru" if b.sorot else "tua"],
        )
    return k.selesai(judul, "; ".join(f"{b.nama}: {b.teks}" for b in butir))


# ------------------------------------------------ ring


def cincin(
    persen: Decimal, teks: str, baris: Sequence[tuple[str, str]], *, judul: str, lebar: int = 76
) -> str:
    """One share as a ring, with amounts beside it; more than 100 percent fills the ring."""
    jari, tebal = D(15), D(5)
    k = Kanvas(lebar, D(40))
    x, y = D(19), D(20)
    k.cincin(x, y, jari, tebal, WARNA["garismuda"], D(1))
    k.cincin(x, y, jari, tebal, WARNA["biru"], min(max(persen, D(0)), SERATUS) / SERATUS)
    k.teks(x, y + D("1.8"), teks, pt=D(12), warna=WARNA["tua"], rata="middle", tebal=700)
    atas = y - D("4.2") * (len(baris) - 1)
    for i, (nama, nilai) in enumerate(baris):
        letak = atas + D("8.4") * i
        k.teks(D(40), letak - D("0.6"), nama, pt=D("8.2"), warna=WARNA["abu"])
        k.teks(D(40), letak + D("3.2"), nilai, pt=D("9.4"), warna=WARNA["tua"], tebal=600)
    rincian = "; ".join(f"{n} {v}" for n, v in baris)
    return k.selesai(judul, f"{judul}: {teks}. {rincian}.")
