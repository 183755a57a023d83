"""Comparisons of a report: last year, Renstra end target, next year's target, benchmark.

Differences are in points, never in per cent. Nothing is computed across a break of the series:
two numbers made by two methods have no difference.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from .capaian import BAWAAN, Arah, Kebijakan, Masukan, capaian
from .hasil import Hasil, belum, jadi
from .presisi import pecahan
from .tampilan import tampil_penuh
from .tipe import Nilai

ATURAN: Final = "hitung/banding@1"
DASAR: Final = ("PermenPANRB 53/2014 Lampiran II: perbandingan realisasi dalam laporan kinerja",)
PUTUS: Final = "deret terputus: cara mengukur berubah sehingga nilainya tidak dapat diperbandingkan"

Bandingan = Masukan


def _tepat(nilai: Bandingan) -> Fraction | None:
    """The comparable number, or None."""
    if nilai is None:
        return None
    if isinstance(nilai, Hasil):
        return nilai.pecahan()
    angka = nilai.angka if isinstance(nilai, Nilai) else nilai
    return None if angka is None else pecahan(angka)


def _urut(nilai: Bandingan) -> Fraction | None:
    """The rank of an ordinal value, else its number."""
    if isinstance(nilai, Nilai) and nilai.urut is not None:
        return Fraction(nilai.urut)
    return _tepat(nilai)


def _selisih(
    a: Bandingan, b: Bandingan, nama: tuple[str, str], putus: bool, dasar: Sequence[str], aturan: str
) -> Hasil:
    """a - b in points, or the reason why there is none."""
    if putus:
        return belum(PUTUS, dasar=dasar, aturan=aturan)
    kiri, kanan = _tepat(a), _tepat(b)
    if kiri is None or kanan is None:
        sebutan = nama[0] if kiri is None else nama[1]
        return belum(f"{sebutan} tidak memiliki angka", dasar=dasar, aturan=aturan)
    hasil = kiri - kanan
    suku = f"({tampil_penuh(kanan)})" if kanan < 0 else tampil_penuh(kanan)
    langkah = f"{nama[0]} {tampil_penuh(kiri)} − {nama[1]} {suku} = {tampil_penuh(hasil)} poin"
    return jadi(hasil, (langkah,), dasar=dasar, aturan=aturan)


def selisih_poin(
    kini: Bandingan,
    lalu: Bandingan,
    putus: bool = False,
    *,
    dibawa_dari: int | None = None,
    dasar: Sequence[str] = DASAR,
    aturan: str = ATURAN,
) -> Hasil:
    """Change against last year in points.

    ``dibawa_dari`` is the earlier year whose value stands in for this year's: a value is not compared
    with itself, so there is no change to speak of until the year's own value is out.

    >>> selisih_poin(Decimal("70.5"), Decimal("70")).tampil, selisih_poin(1, 2, putus=True).nilai
    ('0,50', None)
    """
    if dibawa_dari is not None:
        alasan = f"nilai tahun ini dibawa dari tahun {dibawa_dari}; perubahannya belum dapat dihitung"
        return belum(alasan, dasar=dasar, aturan=aturan)
    return _selisih(kini, lalu, ("tahun ini", "tahun lalu"), putus, dasar, aturan)


def pertumbuhan(
    kini: Bandingan,
    lalu: Bandingan,
    putus: bool = False,
    *,
    dasar: Sequence[str] = DASAR,
    aturan: str = ATURAN,
) -> Hasil:
    """Relative change in per cent of last year; a different quantity from :func:`selisih_poin`.

    >>> pertumbuhan(Decimal("82"), Decimal("80")).tampil
    '2,50'
    """
    selisih = _selisih(kini, lalu, ("tahun ini", "tahun lalu"), putus, dasar, aturan)
    beda, dasar_lalu = selisih.pecahan(), _tepat(lalu)
    if beda is None or dasar_lalu is None:
        return selisih
    if dasar_lalu <= 0:
        return belum(
            "nilai tahun lalu tidak positif, tidak dapat menjadi pembagi", dasar=dasar, aturan=aturan
        )
    hasil = beda / dasar_lalu * 100
    langkah = f"{tampil_penuh(beda)} ÷ {tampil_penuh(dasar_lalu)} × 100 = {tampil_penuh(hasil)}"
    return jadi(hasil, (langkah,), dasar=dasar, aturan=aturan)


def _terhadap(
    realisasi: Bandingan,
    target: Bandingan,
    arah: Arah,
    kebijakan: Kebijakan,
    putus: bool,
) -> Hasil:
    """Capaian against another target of the same indicator."""
    if putus:
        return belum(PUTUS, dasar=DASAR, aturan=ATURAN)
    return capaian(target, realisasi, arah, kebijakan)


def terhadap_akhir(
    realisasi: Bandingan,
    target_akhir: Bandingan,
    *,
    arah: Arah = Arah.NAIK,
    kebijakan: Kebijakan = BAWAAN,
    putus: bool = False,
) -> Hasil:
    """Progress towards the end target of the Renstra, by the formula of the indicator.

    >>> terhadap_akhir(Decimal(80), Decimal(88)).tampil
    '90,91'
    """
    return _terhadap(realisasi, target_akhir, arah, kebijakan, putus)


def jarak_ke_akhir(
    realisasi: Bandingan,
    target_akhir: Bandingan,
    putus: bool = False,
    *,
    dasar: Sequence[str] = DASAR,
    aturan: str = ATURAN,
) -> Hasil:
    """Points still to go: end target minus realisation.

    >>> jarak_ke_akhir(Decimal("3.5"), Decimal("4")).tampil
    '0,50'
    """
    return _selisih(target_akhir, realisasi, ("target akhir", "realisasi"), putus, dasar, aturan)


def jarak_ke_target(
    realisasi: Bandingan,
    target: Bandingan,
    *,
    dasar: Sequence[str] = DASAR,
    aturan: str = ATURAN,
) -> Hasil:
    """Realisation minus target in points; its sign says on which side of the target the value lies.

    >>> jarak_ke_target(Decimal("7.5"), Decimal(8)).tampil
    '−0,50'
    """
    return _selisih(realisasi, target, ("realisasi", "target"), False, dasar, aturan)


def perlu_per_tahun(
    jarak: Bandingan, tahun: int, *, dasar: Sequence[str] = DASAR, aturan: str = ATURAN
) -> Hasil:
    """Points that every remaining year must add on average; None when no year is left.

    >>> perlu_per_tahun(Decimal("2.5"), 4).tampil
    '0,63'
    """
    sisa = _tepat(jarak)
    if sisa is None or tahun < 1:
        alasan = "jarak ke target akhir tidak memiliki angka" if sisa is None else "tidak ada tahun tersisa"
        return belum(alasan, dasar=dasar, aturan=aturan)
    hasil = sisa / tahun
    langkah = f"jarak {tampil_penuh(sisa)} : {tahun} tahun = {tampil_penuh(hasil)} poin per tahun"
    return jadi(hasil, (langkah,), dasar=dasar, aturan=aturan)


def terhadap_tahun_depan(
    realisasi: Bandingan,
    target_depan: Bandingan,
    *,
    arah: Arah = Arah.NAIK,
    kebijakan: Kebijakan = BAWAAN,
    putus: bool = False,
) -> Hasil:
    """This year's realisation against next year's target.

    >>> terhadap_tahun_depan(Decimal("79"), Decimal(80)).tampil
    '98,75'
    """
    return _terhadap(realisasi, target_depan, arah, kebijakan, putus)


def terhadap_pembanding(
    realisasi: Bandingan,
    pembanding: Bandingan,
    *,
    dapat_dibandingkan: bool = True,
    dasar: Sequence[str] = DASAR,
    aturan: str = ATURAN,
) -> Hasil:
    """Difference in points from a benchmark (national, province, peers).

    ``dapat_dibandingkan`` False is the declared state *belum dapat diperbandingkan*.
    """
    if not dapat_dibandingkan:
        return belum("belum dapat diperbandingkan dengan pembanding ini", dasar=dasar, aturan=aturan)
    return _selisih(realisasi, pembanding, ("realisasi", "pembanding"), False, dasar, aturan)


def perlu_naik_target(
    realisasi: Bandingan,
    target_depan: Bandingan,
    *,
    arah: Arah = Arah.NAIK,
    putus: bool = False,
    dasar: Sequence[str] = (
        "realisasi tahun ini melampaui target tahun depan: target disarankan disesuaikan",
    ),
    aturan: str = ATURAN,
) -> Hasil:
    """Recommend a stronger target for next year: only when it is already strictly surpassed.

    ``nilai`` is 1 (recommend) or 0, ``tampil`` is Ya or Tidak. For an indicator that should fall,
    surpassed means lower. A range has no stronger target.

    >>> [perlu_naik_target(r, Decimal(7)).tampil for r in (Decimal("7.01"), Decimal(7))]
    ['Ya', 'Tidak']
    """
    if putus:
        return belum(PUTUS, dasar=dasar, aturan=aturan)
    if arah is Arah.RENTANG:
        return belum("indikator berarah rentang tidak dinaikkan targetnya", dasar=dasar, aturan=aturan)
    ambil = _urut if arah is Arah.ORDINAL else _tepat
    r, t = ambil(realisasi), ambil(target_depan)
    if r is None or t is None:
        sebutan = "realisasi" if r is None else "target tahun depan"
        return belum(f"{sebutan} tidak memiliki angka", dasar=dasar, aturan=aturan)
    perlu = r < t if arah is Arah.TURUN else r > t
    tanda = "<" if arah is Arah.TURUN else ">"
    jawab = "Ya" if perlu else "Tidak"
    langkah = f"realisasi {tampil_penuh(r)} {tanda} target tahun depan {tampil_penuh(t)}: {jawab.lower()}"
    return Hasil(Decimal(int(perlu)), jawab, (langkah,), tuple(dasar), aturan, desimal=0)
