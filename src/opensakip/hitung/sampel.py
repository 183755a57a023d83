"""Sample sizes: the quality index of policies (LAN) and the table of Krejcie and Morgan."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from .hasil import Hasil, belum
from .presisi import akar, bulatkan, desimal, pecahan
from .tampilan import tampil, tampil_penuh

ATURAN: Final = "hitung/sampel@1"
DASAR_IKK: Final = ("SE Kepala LAN 22/K.1.HKM.02.2/2021: sampel kebijakan = akar (N + 1)",)
DASAR_KREJCIE: Final = ("Krejcie dan Morgan (1970): ukuran sampel untuk populasi terhingga",)


def _periksa(populasi: int) -> None:
    if isinstance(populasi, bool) or not isinstance(populasi, int):
        raise TypeError(f"populasi harus bilangan bulat, bukan {type(populasi).__name__}")
    if populasi < 0:
        raise ValueError("populasi tidak boleh negatif")


def _ukuran(nilai: Decimal, langkah: Sequence[str], dasar: Sequence[str], aturan: str) -> Hasil:
    return Hasil(nilai, tampil(nilai, 0), tuple(langkah), tuple(dasar), aturan, desimal=0)


def sampel_ikk(populasi: int, *, dasar: Sequence[str] = DASAR_IKK, aturan: str = ATURAN) -> Hasil:
    """Number of policies to sample: the root of N + 1, up to the next whole number.

    Up, because a sample below the root is too small; and never more than the population.

    >>> h = sampel_ikk(10); h.nilai, h.langkah[0]
    (Decimal('4'), '√(10 + 1) = 3,3166247903…')
    """
    _periksa(populasi)
    if populasi == 0:
        return belum("populasi 0", dasar=dasar, aturan=aturan)
    kasar = akar(Fraction(populasi + 1), 2)
    bulat = int(kasar)
    ukuran = min(populasi, bulat if kasar == bulat else bulat + 1)
    langkah = [
        f"√({populasi} + 1) = {tampil_penuh(kasar)}",
        f"dibulatkan ke atas ke bilangan bulat: {ukuran}",
    ]
    return _ukuran(Decimal(ukuran), langkah, dasar, aturan)


def krejcie_morgan(
    populasi: int,
    *,
    khi_kuadrat: Decimal = Decimal("3.841"),
    proporsi: Decimal = Decimal("0.5"),
    galat: Decimal = Decimal("0.05"),
    dasar: Sequence[str] = DASAR_KREJCIE,
    aturan: str = ATURAN,
) -> Hasil:
    """Sample size for a finite population (95 per cent, proportion one half, error five points).

    Half up to a whole number reproduces the published table from N = 10 to 10 000.

    >>> [krejcie_morgan(n).tampil for n in (10, 100, 1000, 10000)]
    ['10', '80', '278', '370']
    """
    _periksa(populasi)
    if populasi == 0:
        return belum("populasi 0", dasar=dasar, aturan=aturan)
    x, p, d = pecahan(khi_kuadrat), pecahan(proporsi), pecahan(galat)
    atas = x * populasi * p * (1 - p)
    bawah = d * d * (populasi - 1) + x * p * (1 - p)
    kasar = desimal(atas / bawah)
    ukuran = bulatkan(kasar, 0)
    langkah = [
        f"{tampil_penuh(atas)} ÷ {tampil_penuh(bawah)} = {tampil_penuh(kasar)}",
        f"dibulatkan setengah ke atas ke bilangan bulat: {tampil(ukuran, 0)}",
    ]
    return _ukuran(ukuran, langkah, dasar, aturan)
