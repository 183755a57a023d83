"""Means, sums and consolidation over periods, on exact values and independent of order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from .hasil import BELUM, Hasil, belum, jadi
from .presisi import pecahan
from .tampilan import tampil_penuh, tampil_rupiah

ATURAN: Final = "hitung/agregasi@1"
DASAR_RATA: Final = ("rata-rata nilai yang belum dibulatkan",)
DASAR_JUMLAH: Final = ("penjumlahan",)
_TAMPAK: Final = 24
"""How many terms a step spells out; longer sums are given by count and total."""

Butir = Hasil | Decimal | None


def _tepat(butir: Butir) -> Fraction | None:
    """Exact value of an item; a result keeps the value it had before rounding."""
    if butir is None:
        return None
    return butir.pecahan() if isinstance(butir, Hasil) else pecahan(butir)


def _suku(nilai: Fraction) -> str:
    """Write one term, in brackets when negative."""
    teks = tampil_penuh(nilai, 4)
    return f"({teks})" if nilai < 0 else teks


def _uraian(suku: Sequence[str], pemisah: str = " + ") -> str:
    """Spell the terms out, or count them when there are many."""
    return pemisah.join(suku) if len(suku) <= _TAMPAK else f"{len(suku)} nilai"


def _tertinggal(kosong: Sequence[int], label: Sequence[str] | None, satuan: str) -> str:
    """Say which items were left out, by label or by place."""
    if not kosong:
        return ""
    nama = ", ".join(label[i] if label else f"ke-{i + 1}" for i in kosong)
    return f"{len(kosong)} {satuan} {BELUM} dan tidak diikutkan: {nama}"


def _periksa_label(label: Sequence[str] | None, butir: Sequence[object]) -> None:
    if label is not None and len(label) != len(butir):
        raise ValueError(f"jumlah label ({len(label)}) berbeda dari jumlah butir ({len(butir)})")


def rata_rata(
    butir: Sequence[Butir],
    *,
    nama: str,
    bobot: Sequence[Decimal] | None = None,
    label: Sequence[str] | None = None,
    dasar: Sequence[str] = DASAR_RATA,
    aturan: str = ATURAN,
) -> Hasil:
    """Mean of the items that have a value, weighted when ``bobot`` is given.

    Items without a value are left out, with their weight, and the remark says so. Pass results
    (not their rounded forms): means are taken over unrounded values.

    >>> rata_rata([Decimal("109.5"), None, Decimal("100")], nama="capaian").tampil
    '104,75'
    >>> rata_rata([Decimal(80), Decimal(100)], nama="nilai", bobot=[Decimal(3), Decimal(1)]).tampil
    '85,00'
    >>> rata_rata([None, None], nama="capaian").nilai is None
    True
    """
    _periksa_label(label, butir)
    if bobot is not None and len(bobot) != len(butir):
        raise ValueError(f"jumlah bobot ({len(bobot)}) berbeda dari jumlah butir ({len(butir)})")
    nilai = [_tepat(b) for b in butir]
    berat = [Fraction(1)] * len(nilai) if bobot is None else [pecahan(b) for b in bobot]
    if any(b < 0 for b in berat):
        raise ValueError("bobot tidak boleh negatif")
    terisi = [(n, b) for n, b in zip(nilai, berat, strict=True) if n is not None]
    keterangan = _tertinggal([i for i, n in enumerate(nilai) if n is None], label, "butir")
    pembagi = sum((b for _, b in terisi), Fraction(0))
    if not terisi or pembagi == 0:
        alasan = f"{nama}: tidak ada nilai untuk dirata-ratakan"
        return belum(alasan, dasar=dasar, aturan=aturan)
    total = sum((n * b for n, b in terisi), Fraction(0))
    hasil = total / pembagi
    if bobot is None:
        suku = _uraian([_suku(n) for n, _ in terisi])
    else:
        suku = _uraian([f"{_suku(n)} × {tampil_penuh(b, 6)}" for n, b in terisi])
    langkah = f"{nama}: ({suku}) ÷ {tampil_penuh(pembagi, 6)} = {tampil_penuh(hasil)}"
    return jadi(hasil, (langkah,), dasar=dasar, aturan=aturan, keterangan=keterangan)


def jumlah(
    nilai: Sequence[Butir],
    *,
    nama: str,
    label: Sequence[str] | None = None,
    rupiah: bool = False,
    dasar: Sequence[str] = DASAR_JUMLAH,
    aturan: str = ATURAN,
) -> Hasil:
    """Sum of the values, exact; one missing value is left out and named. Nothing to add gives no value.

    >>> jumlah([Decimal(1250000), Decimal(750000)], nama="pagu", rupiah=True).tampil
    '2.000.000'
    """
    _periksa_label(label, nilai)
    isi = [_tepat(n) for n in nilai]
    terisi = [n for n in isi if n is not None]
    if not terisi:
        return belum(f"{nama}: tidak ada nilai untuk dijumlahkan", dasar=dasar, aturan=aturan)
    total = sum(terisi, Fraction(0))
    keterangan = _tertinggal([i for i, n in enumerate(isi) if n is None], label, "butir")
    langkah = f"{nama}: {_uraian([_suku(n) for n in terisi])} = {tampil_penuh(total)}"
    if not rupiah:
        return jadi(total, (langkah,), dasar=dasar, aturan=aturan, keterangan=keterangan)
    return jadi(
        total,
        (langkah,),
        dasar=dasar,
        aturan=aturan,
        keterangan=keterangan,
        desimal_tampil=0,
        penulis=tampil_rupiah,
    )


def _akhir(nilai: Sequence[Fraction]) -> Fraction:
    return nilai[-1]


def _jumlah(nilai: Sequence[Fraction]) -> Fraction:
    return sum(nilai, Fraction(0))


def _rata(nilai: Sequence[Fraction]) -> Fraction:
    return _jumlah(nilai) / len(nilai)


_CARA: Final[dict[str, tuple[str, Callable[[Sequence[Fraction]], Fraction]]]] = {
    "jumlah": ("jumlah", _jumlah),
    "akhir": ("nilai akhir", _akhir),
    "rata_rata": ("rata-rata", _rata),
    "maks": ("nilai terbesar", max),
    "min": ("nilai terkecil", min),
}
CARA_KONSOLIDASI: Final = (*_CARA, "pembilang_penyebut")
"""Ways to bring the values of periods together; an attribute of the indicator."""


def konsolidasi(
    nilai: Sequence[Decimal | None],
    cara: str,
    *,
    penyebut: Sequence[Decimal | None] | None = None,
    pengali: Decimal | int = 100,
    label: Sequence[str] | None = None,
    dasar: Sequence[str] = ("konsolidasi antarperiode menurut kartu indikator",),
    aturan: str = ATURAN,
) -> Hasil:
    """Bring the values of the periods (in order of time) together into one.

    A period that is not filled in is left out and named; it never counts as 0. With
    ``pembilang_penyebut`` the values are numerators: numerators and denominators are added up first
    and then divided, because a percentage of a year is not the mean of its quarters.

    >>> q = [Decimal(20), Decimal(45), None, None]
    >>> konsolidasi(q, "jumlah").tampil, konsolidasi(q, "akhir").tampil
    ('65,00', '45,00')
    >>> n, t = [Decimal(9), Decimal(1)], [Decimal(10), Decimal(10)]
    >>> konsolidasi(n, "pembilang_penyebut", penyebut=t).tampil
    '50,00'
    """
    if cara not in CARA_KONSOLIDASI:
        raise ValueError(f"cara konsolidasi “{cara}” tidak dikenal; pilih {', '.join(CARA_KONSOLIDASI)}")
    _periksa_label(label, nilai)
    if cara == "pembilang_penyebut":
        return _pembilang_penyebut(nilai, penyebut, pecahan(pengali), label, dasar, aturan)
    if penyebut is not None:
        raise ValueError("penyebut hanya untuk cara pembilang_penyebut")
    isi = [None if n is None else pecahan(n) for n in nilai]
    terisi = [n for n in isi if n is not None]
    if not terisi:
        return belum("belum ada periode yang terisi", dasar=dasar, aturan=aturan)
    judul, hitung = _CARA[cara]
    hasil = hitung(terisi)
    keterangan = _tertinggal([i for i, n in enumerate(isi) if n is None], label, "periode")
    langkah = f"{judul} dari {_uraian([_suku(n) for n in terisi], '; ')} = {tampil_penuh(hasil)}"
    return jadi(hasil, (langkah,), dasar=dasar, aturan=aturan, keterangan=keterangan)


def _pembilang_penyebut(
    pembilang: Sequence[Decimal | None],
    penyebut: Sequence[Decimal | None] | None,
    pengali: Fraction,
    label: Sequence[str] | None,
    dasar: Sequence[str],
    aturan: str,
) -> Hasil:
    """Sum of numerators over sum of denominators; a pair counts only when both are filled in."""
    if penyebut is None or len(penyebut) != len(pembilang):
        raise ValueError("pembilang_penyebut memerlukan penyebut untuk setiap periode")
    pasangan = list(zip(pembilang, penyebut, strict=True))
    terisi = [(pecahan(a), pecahan(b)) for a, b in pasangan if a is not None and b is not None]
    kosong = [i for i, (a, b) in enumerate(pasangan) if a is None or b is None]
    keterangan = _tertinggal(kosong, label, "periode")
    if not terisi:
        return belum("belum ada periode yang terisi", dasar=dasar, aturan=aturan)
    atas, bawah = _jumlah([a for a, _ in terisi]), _jumlah([b for _, b in terisi])
    langkah = [
        f"pembilang: {_uraian([_suku(a) for a, _ in terisi])} = {tampil_penuh(atas)}",
        f"penyebut: {_uraian([_suku(b) for _, b in terisi])} = {tampil_penuh(bawah)}",
    ]
    if bawah == 0:
        alasan = "jumlah penyebut 0, tidak dapat menjadi pembagi"
        return belum(alasan, dasar=dasar, aturan=aturan, langkah=langkah)
    hasil = atas / bawah * pengali
    rasio = f"{tampil_penuh(atas)} ÷ {tampil_penuh(bawah)} × {tampil_penuh(pengali)}"
    langkah.append(f"{rasio} = {tampil_penuh(hasil)}")
    return jadi(hasil, langkah, dasar=dasar, aturan=aturan, keterangan=keterangan)
