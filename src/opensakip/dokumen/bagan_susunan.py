"""Organisation chart and pohon kinerja: boxes under boxes, in rows that a page can hold.

A chart holds at most twelve boxes; the report splits a larger tree by branch. Letters never fall below
7,5 points: a box grows in height instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from opensakip.dokumen.svg import WARNA, Kanvas, bungkus, titik

D = Decimal
PT = D("8.2")
SELA = D(4)
ISIAN = D("1.8")
BARIS = titik(PT) * D("1.14")
JARAK_TINGKAT = D(9)
MAKS_SEJAJAR = 4
BATAS_KOTAK = 12


@dataclass(frozen=True, slots=True)
class Kotak:
    """A box: its text, a small line below it (head of the unit, indicator), and the boxes under it."""

    teks: str
    bawah: str = ""
    anak: Sequence[Kotak] = field(default=())

    @property
    def jumlah(self) -> int:
        """Boxes of this branch."""
        return 1 + sum(a.jumlah for a in self.anak)


def _baris(k: Kotak, lebar: Decimal) -> tuple[list[str], list[str]]:
    dalam = lebar - ISIAN * 2
    return bungkus(k.teks, dalam, PT, maks=5), bungkus(k.bawah, dalam, PT, maks=3) if k.bawah else []


def _tinggi(k: Kotak, lebar: Decimal) -> Decimal:
    atas, bawah = _baris(k, lebar)
    return ISIAN * 2 + BARIS * (len(atas) + len(bawah)) + (D("1.2") if bawah else D(0))


def _gambar(
    kanvas: Kanvas, k: Kotak, x: Decimal, y: Decimal, lebar: Decimal, tinggi: Decimal, *, puncak: bool
) -> None:
    atas, bawah = _baris(k, lebar)
    kanvas.kotak(x, y, lebar, tinggi, WARNA["tua"] if puncak else WARNA["pucat"], WARNA["tua"], D("0.25"))
    tengah = x + lebar / 2
    isi = BARIS * (len(atas) + len(bawah)) + (D("1.2") if bawah else D(0))
    dasar = y + (tinggi - isi) / 2 + titik(PT) * D("0.86")
    warna, redup = (WARNA["putih"], WARNA["putih"]) if puncak else (WARNA["tua"], WARNA["abu"])
    for i, b in enumerate(atas):
        kanvas.teks(tengah, dasar + BARIS * i, b, pt=PT, warna=warna, rata="middle", tebal=600)
    for i, b in enumerate(bawah):
        letak = dasar + BARIS * (len(atas) + i) + D("1.2")
        kanvas.teks(tengah, letak, b, pt=PT, warna=redup, rata="middle")


def susunan(puncak: Kotak, *, judul: str, lebar: int = 158) -> str:
    """The top box, its children beside each other, their children listed below each of them."""
    penuh = D(lebar)
    kolom = list(puncak.anak)
    n = max(1, min(MAKS_SEJAJAR, len(kolom)))
    lebar_kolom = (penuh - SELA * (n - 1)) / n
    lebar_puncak = max(penuh * D("0.45"), min(penuh, lebar_kolom))
    tinggi_puncak = _tinggi(puncak, lebar_puncak)
    deret = [kolom[i : i + n] for i in range(0, len(kolom), n)]
    tinggi = tinggi_puncak + sum((_tinggi_deret(d, lebar_kolom) + JARAK_TINGKAT for d in deret), D(0))
    kanvas = Kanvas(lebar, tinggi + 1)
    tengah = penuh / 2
    y = tinggi_puncak + D("0.5")
    for d in deret:
        # Connectors first, so that boxes lie on top of them.
        palang = y + JARAK_TINGKAT / 2
        geser = (penuh - (lebar_kolom * len(d) + SELA * (len(d) - 1))) / 2
        pusat = [geser + (lebar_kolom + SELA) * i + lebar_kolom / 2 for i in range(len(d))]
        kanvas.garis(tengah, tinggi_puncak, tengah, palang, WARNA["abu"], D("0.3"))
        kanvas.garis(min([tengah, *pusat]), palang, max([tengah, *pusat]), palang, WARNA["abu"], D("0.3"))
        for p, k in zip(pusat, d, strict=True):
            kanvas.garis(p, palang, p, y + JARAK_TINGKAT, WARNA["abu"], D("0.3"))
            _cabang(
                kanvas, k, p - lebar_kolom / 2, y + JARAK_TINGKAT, lebar_kolom, _tinggi_kepala(d, lebar_kolom)
            )
        y += _tinggi_deret(d, lebar_kolom) + JARAK_TINGKAT
    _gambar(kanvas, puncak, (penuh - lebar_puncak) / 2, D("0.5"), lebar_puncak, tinggi_puncak, puncak=True)
    return kanvas.selesai(judul, alt_susunan(puncak))


def _tinggi_kepala(deret: Sequence[Kotak], lebar: Decimal) -> Decimal:
    return max(_tinggi(k, lebar) for k in deret)


def _tinggi_deret(deret: Sequence[Kotak], lebar: Decimal) -> Decimal:
    dalam = lebar - SELA
    anak = [sum((_tinggi(a, dalam) + SELA / 2 for a in k.anak), D(0)) for k in deret]
    return _tinggi_kepala(deret, lebar) + max(anak) + (SELA / 2 if max(anak) else D(0))


def _cabang(kanvas: Kanvas, k: Kotak, x: Decimal, y: Decimal, lebar: Decimal, tinggi: Decimal) -> None:
    """A box of the second level and, hanging from a line at its left, the boxes below it."""
    _gambar(kanvas, k, x, y, lebar, tinggi, puncak=False)
    letak, dalam = y + tinggi + SELA / 2, lebar - SELA
    for a in k.anak:
        t = _tinggi(a, dalam)
        kanvas.garis(x + D("1.6"), letak + t / 2, x + SELA, letak + t / 2, WARNA["garis"], D("0.3"))
        kanvas.garis(x + D("1.6"), y + tinggi, x + D("1.6"), letak + t / 2, WARNA["garis"], D("0.3"))
        _gambar(kanvas, a, x + SELA, letak, dalam, t, puncak=False)
        letak += t + SELA / 2


def alt_susunan(k: Kotak) -> str:
    """The tree in words."""

    def kata(x: Kotak) -> str:
        bawah = f" ({x.bawah})" if x.bawah else ""
        anak = f", membawahkan: {'; '.join(kata(a) for a in x.anak)}" if x.anak else ""
        return f"{x.teks}{bawah}{anak}"

    return f"Bagan susunan: {kata(k)}."
