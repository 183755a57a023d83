"""Capaian against absorption: one point per sasaran, with the mean absorption as a line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Any

from django.utils.translation import gettext as _

from opensakip.hitung.angka import bulatkan
from opensakip.hitung.tampilan import tampil_penuh
from opensakip.web.penyaji.bacaan import Bacaan

D = Decimal
_LANGKAH = tuple(
    D(x) for x in ("0.1", "0.2", "0.5", "1", "2", "5", "10", "20", "25", "50", "100", "200", "500")
)
_TANDA_TERBANYAK = 8
_SERATUS = D(100)
#: Places of a number beside its point, tried in this order: (dx, dy, text-anchor).
_LETAK = (
    (D(10), D(4), "start"),
    (D(-10), D(4), "end"),
    (D(0), D(-10), "middle"),
    (D(0), D(18), "middle"),
    (D(9), D(-7), "start"),
    (D(-9), D(-7), "end"),
    (D(9), D(15), "start"),
    (D(-9), D(15), "end"),
)
_LEBAR_ANGKA = D(8)
#: More points than this would lie on each other; the table holds them all.
TERBANYAK = 60


@dataclass(frozen=True, slots=True)
class Ukuran:
    """A drawing in its own units: whole size and field of the plot."""

    lebar: int
    tinggi: int
    kiri: int
    kanan: int
    atas: int
    bawah: int


LEBAR = Ukuran(520, 330, 44, 504, 14, 288)
SEMPIT = Ukuran(328, 300, 34, 318, 14, 258)


@dataclass(frozen=True, slots=True)
class TitikSebar:
    """One sasaran. ``x`` and ``y`` are places in the drawing, ``tx`` and ``ty`` the place of its number."""

    nomor: int
    sasaran: Mapping[str, Any]
    tautan: str
    kata: str
    x: str
    y: str
    tx: str
    ty: str
    rata: str
    bawah: bool
    dibawa: bool


@dataclass(frozen=True, slots=True)
class Sebaran:
    """The chart: points, ticks of both axes as (text, place), the lines, and its message in words."""

    ukuran: Ukuran
    titik: Sequence[TitikSebar]
    tanda_x: Sequence[tuple[str, str]]
    tanda_y: Sequence[tuple[str, str]]
    acuan_y: str
    acuan_x: str
    rata_serapan: str
    kata: str
    tanpa: int


def _teks(nilai: Decimal) -> str:
    return str(bulatkan(nilai, 1))


def _skala(nilai: Sequence[Decimal], wajib: Decimal) -> tuple[Decimal, Decimal, Decimal]:
    """Lower end, upper end and step of an axis that holds all values and the wished one."""
    kecil, besar = min([*nilai, wajib]), max([*nilai, wajib])
    for s in _LANGKAH:
        bawah = (kecil / s).to_integral_value(ROUND_FLOOR) * s
        atas = (besar / s).to_integral_value(ROUND_CEILING) * s
        if atas == bawah:
            atas += s
        if (atas - bawah) / s <= _TANDA_TERBANYAK:
            return bawah, atas, s
    return bawah, atas, (atas - bawah) / _TANDA_TERBANYAK


def _tanda(bawah: Decimal, atas: Decimal, langkah: Decimal) -> list[Decimal]:
    banyak = int((atas - bawah) / langkah)
    return [bawah + langkah * n for n in range(banyak + 1)]


def _kotak(x: Decimal, y: Decimal, rata: str, lebar: Decimal) -> tuple[Decimal, Decimal, Decimal, Decimal]:
    """Box that a number takes when written at a place."""
    kiri = x if rata == "start" else x - lebar if rata == "end" else x - lebar / 2
    return kiri, y - 11, kiri + lebar, y + 2


def _bertindih(a: tuple[Decimal, ...], b: tuple[Decimal, ...]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _letakkan(titik: Sequence[tuple[int, Decimal, Decimal]], u: Ukuran) -> list[tuple[Decimal, Decimal, str]]:
    """Place of every number: the first try that covers neither a point nor a number; else the first."""
    penuh = [(x - 6, y - 6, x + 6, y + 6) for _n, x, y in titik]
    hasil = []
    for nomor, x, y in titik:
        lebar = _LEBAR_ANGKA * len(str(nomor))
        calon = [(x + dx, y + dy, rata) for dx, dy, rata in _LETAK]
        muat = (
            c
            for c in calon
            if _kotak(*c, lebar)[0] > u.kiri
            and _kotak(*c, lebar)[2] < u.lebar
            and not any(_bertindih(_kotak(*c, lebar), k) for k in penuh)
        )
        pilih = next(muat, calon[0])
        penuh.append(_kotak(*pilih, lebar))
        hasil.append(pilih)
    return hasil


def _bawah_dibawa(b: Bacaan, s: Mapping[str, Any]) -> tuple[bool, bool]:
    milik = [i for i in b.bagian("indikator") if i["kode"] in s["indikator"]]
    capaian = b.nilai(s["capaian"])
    return capaian is not None and capaian < _SERATUS, any(i["status_nilai"] == "dibawa" for i in milik)


def _tautan(b: Bacaan, s: Mapping[str, Any]) -> str:
    """A sasaran of one indicator leads to it, else to its row."""
    if len(s["indikator"]) == 1:
        return b.ke_indikator(s["indikator"][0])
    return b.ke_sasaran(s["kode"])


def _pesan(b: Bacaan, ada: Sequence[tuple[int, Mapping[str, Any], Decimal, Decimal]]) -> str:
    """The sentence of the chart: who is lowest on both, or on each."""
    rendah_y = min(ada, key=lambda t: t[3])
    rendah_x = min(ada, key=lambda t: t[2])

    def sebut(t: tuple[int, Mapping[str, Any], Decimal, Decimal]) -> dict[str, Any]:
        return {
            "n": t[0],
            "nama": t[1]["teks"],
            "capaian": b.angka(t[1]["capaian"])["tampil"],
            "serapan": b.angka(t[1]["serapan"])["tampil"],
        }

    if rendah_x[0] == rendah_y[0]:
        return _(
            "Nomor %(n)s (%(nama)s) paling rendah pada keduanya: "
            "capaian %(capaian)s%%, serapan %(serapan)s%%."
        ) % sebut(rendah_y)
    return " ".join(
        (
            _("Capaian terendah: nomor %(n)s (%(nama)s), %(capaian)s%% dengan serapan %(serapan)s%%.")
            % sebut(rendah_y),
            _("Serapan terendah: nomor %(n)s (%(nama)s), %(serapan)s%% dengan capaian %(capaian)s%%.")
            % sebut(rendah_x),
        )
    )


def sebaran(b: Bacaan, u: Ukuran = LEBAR) -> Sebaran | None:
    """The scatter of all sasaran with both figures; None when there are fewer than two."""
    ada: list[tuple[int, Mapping[str, Any], Decimal, Decimal]] = []
    semua = b.bagian("sasaran")
    for nomor, s in enumerate(semua, start=1):
        x, y = b.nilai(s["serapan"]), b.nilai(s["capaian"])
        if x is not None and y is not None:
            ada.append((nomor, s, x, y))
    if not 1 < len(ada) <= TERBANYAK:
        return None
    rata = b.nilai(b.bagian("anggaran", {}).get("serapan"))
    xs = _skala([x for _n, _s, x, _y in ada], _SERATUS if rata is None else rata)
    ys = _skala([y for _n, _s, _x, y in ada], _SERATUS)

    def px(v: Decimal) -> Decimal:
        return u.kiri + (u.kanan - u.kiri) * (v - xs[0]) / (xs[1] - xs[0])

    def py(v: Decimal) -> Decimal:
        return u.bawah - (u.bawah - u.atas) * (v - ys[0]) / (ys[1] - ys[0])

    letak = _letakkan([(n, px(x), py(y)) for n, _s, x, y in ada], u)
    titik = []
    for (nomor, s, x, y), (tx, ty, sisi) in zip(ada, letak, strict=True):
        bawah, dibawa = _bawah_dibawa(b, s)
        kata = _("%(n)s, %(nama)s: capaian %(capaian)s%%, serapan %(serapan)s%%") % {
            "n": nomor,
            "nama": s["teks"],
            "capaian": b.angka(s["capaian"])["tampil"],
            "serapan": b.angka(s["serapan"])["tampil"],
        }
        titik.append(
            TitikSebar(
                nomor,
                s,
                _tautan(b, s),
                kata,
                _teks(px(x)),
                _teks(py(y)),
                _teks(tx),
                _teks(ty),
                sisi,
                bawah,
                dibawa,
            )
        )
    return Sebaran(
        ukuran=u,
        titik=titik,
        tanda_x=[(tampil_penuh(t.normalize()), _teks(px(t))) for t in _tanda(*xs)],
        tanda_y=[(tampil_penuh(t.normalize()), _teks(py(t))) for t in _tanda(*ys)],
        acuan_y=_teks(py(_SERATUS)),
        acuan_x="" if rata is None else _teks(px(rata)),
        rata_serapan="" if rata is None else str(b.angka(b.bagian("anggaran", {})["serapan"])["tampil"]),
        kata=_pesan(b, ada),
        tanpa=len(semua) - len(ada),
    )
