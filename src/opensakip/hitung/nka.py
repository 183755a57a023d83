"""Nilai kinerja anggaran of PMK 22/2021 on all its levels.

The weights and the form of the efficiency value are figures of the regulation and come in as
parameters; what stands here is how the levels build on each other: indicators -> output ->
program -> unit by geometric means, then implementation, the unit's own value, eselon I, K/L.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from decimal import Decimal
from fractions import Fraction
from typing import Final

from .agregasi import rata_rata
from .hasil import Hasil, belum, jadi
from .presisi import akar, pecahan
from .tampilan import tampil_penuh

ATURAN: Final = "hitung/nka@1"
DASAR: Final = ("PMK 22/PMK.02/2021: pengukuran dan evaluasi kinerja anggaran",)
Masukan = Decimal | Hasil | None


def _tepat(nilai: Masukan) -> Fraction | None:
    if nilai is None:
        return None
    return nilai.pecahan() if isinstance(nilai, Hasil) else pecahan(nilai)


@dataclass(frozen=True, slots=True)
class BobotImplementasi:
    """Weights in per cent of the implementation value; they must add up to 100."""

    capaian_output: Decimal
    efisiensi: Decimal
    konsistensi: Decimal
    penyerapan: Decimal

    def __post_init__(self) -> None:
        """Refuse weights that do not add up to 100."""
        _periksa_bobot([getattr(self, f.name) for f in fields(self)], "implementasi")


@dataclass(frozen=True, slots=True)
class BobotSendiri:
    """Weights in per cent of a unit's own value: result of its program and implementation."""

    capaian_program: Decimal
    implementasi: Decimal

    def __post_init__(self) -> None:
        """Refuse weights that do not add up to 100."""
        _periksa_bobot([self.capaian_program, self.implementasi], "nilai unit sendiri")


@dataclass(frozen=True, slots=True)
class AturanEfisiensi:
    """Form of the efficiency value: ``tengah + E / lebar x tengah``, clamped to bawah..atas.

    With tengah 50 and lebar 20: E = 0 gives 50, +20 per cent gives 100, -20 per cent gives 0.
    """

    tengah: Decimal
    lebar: Decimal
    bawah: Decimal = Decimal(0)
    atas: Decimal = Decimal(100)


def _periksa_bobot(bobot: Sequence[Decimal], nama: str) -> None:
    total = sum((pecahan(b) for b in bobot), Fraction(0))
    if total != 100 or any(b < 0 for b in bobot):
        raise ValueError(f"bobot {nama} berjumlah {tampil_penuh(total)}; harus 100 dan tidak negatif")


def _tertimbang(
    suku: Sequence[tuple[str, Masukan, Decimal]], nama: str, dasar: Sequence[str], aturan: str
) -> Hasil:
    """Sum of value x weight / 100; without one of the values there is no result."""
    total, tulis = Fraction(0), []
    for sebutan, masukan, bobot in suku:
        nilai = _tepat(masukan)
        if nilai is None:
            return belum(f"{sebutan} belum ada", dasar=dasar, aturan=aturan)
        total += nilai * pecahan(bobot) / 100
        tulis.append(f"{tampil_penuh(nilai, 6)} × {tampil_penuh(bobot)}%")
    return jadi(total, (f"{nama}: {' + '.join(tulis)} = {tampil_penuh(total)}",), dasar=dasar, aturan=aturan)


def rata_geometrik(
    nilai: Sequence[Masukan], *, nama: str, dasar: Sequence[str] = DASAR, aturan: str = ATURAN
) -> Hasil:
    """Geometric mean, used at each step of output capaian; one 0 makes it 0, a missing value makes it none.

    >>> rata_geometrik([Decimal(90), Decimal(100)], nama="output").tampil
    '94,87'
    >>> rata_geometrik([Decimal(90), None], nama="output").nilai is None
    True
    """
    terisi = [_tepat(n) for n in nilai]
    if not terisi:
        return belum(f"{nama}: tidak ada nilai", dasar=dasar, aturan=aturan)
    kali = Fraction(1)
    for i, n in enumerate(terisi):
        if n is None:
            return belum(f"{nama}: nilai ke-{i + 1} belum ada", dasar=dasar, aturan=aturan)
        if n < 0:
            return belum(f"{nama}: nilai ke-{i + 1} negatif", dasar=dasar, aturan=aturan)
        kali *= n
    hasil = akar(kali, len(terisi))
    suku = " × ".join(tampil_penuh(n, 4) for n in terisi if n is not None)
    langkah = f"{nama}: akar pangkat {len(terisi)} dari ({suku}) = {tampil_penuh(hasil)}"
    return jadi(hasil, (langkah,), dasar=dasar, aturan=aturan)


def nilai_efisiensi(
    e: Masukan, bentuk: AturanEfisiensi, *, dasar: Sequence[str] = DASAR, aturan: str = ATURAN
) -> Hasil:
    """Efficiency value from the efficiency in per cent.

    >>> b = AturanEfisiensi(Decimal(50), Decimal(20))
    >>> [nilai_efisiensi(Decimal(e), b).nilai for e in ("3", "0", "-20", "30")]
    [Decimal('57.5'), Decimal('50'), Decimal('0'), Decimal('100')]
    """
    efisiensi = _tepat(e)
    if efisiensi is None:
        return belum("efisiensi belum ada", dasar=dasar, aturan=aturan)
    tengah, lebar = pecahan(bentuk.tengah), pecahan(bentuk.lebar)
    hasil = tengah + efisiensi / lebar * tengah
    suku = f"({tampil_penuh(efisiensi)})" if efisiensi < 0 else tampil_penuh(efisiensi)
    langkah = [
        f"{tampil_penuh(tengah)} + {suku} ÷ {tampil_penuh(lebar)} × {tampil_penuh(tengah)} = "
        f"{tampil_penuh(hasil)}"
    ]
    bawah, atas = pecahan(bentuk.bawah), pecahan(bentuk.atas)
    if hasil < bawah:
        hasil = bawah
        langkah.append(f"dibatasi paling rendah {tampil_penuh(bawah)}")
    elif hasil > atas:
        hasil = atas
        langkah.append(f"dibatasi paling tinggi {tampil_penuh(atas)}")
    return jadi(hasil, langkah, dasar=dasar, aturan=aturan)


def implementasi(
    capaian_output: Masukan,
    efisiensi: Masukan,
    konsistensi: Masukan,
    penyerapan: Masukan,
    bobot: BobotImplementasi,
    *,
    dasar: Sequence[str] = DASAR,
    aturan: str = ATURAN,
) -> Hasil:
    """Implementation value of a unit; ``efisiensi`` is the efficiency *value*, not E.

    >>> b = BobotImplementasi(Decimal("43.5"), Decimal("28.6"), Decimal("18.2"), Decimal("9.7"))
    >>> implementasi(Decimal(100), Decimal("57.5"), Decimal(96), Decimal(98), b).nilai
    Decimal('86.923')
    """
    suku = [
        ("capaian output", capaian_output, bobot.capaian_output),
        ("nilai efisiensi", efisiensi, bobot.efisiensi),
        ("konsistensi", konsistensi, bobot.konsistensi),
        ("penyerapan", penyerapan, bobot.penyerapan),
    ]
    return _tertimbang(suku, "nilai implementasi", dasar, aturan)


def nilai_sendiri(
    capaian_program: Masukan,
    nilai_implementasi: Masukan,
    bobot: BobotSendiri,
    *,
    dasar: Sequence[str] = DASAR,
    aturan: str = ATURAN,
) -> Hasil:
    """A unit's own value before its satker are taken in.

    >>> b = BobotSendiri(Decimal("66.7"), Decimal("33.3"))
    >>> nilai_sendiri(Decimal(100), Decimal("86.923"), b).tampil
    '95,65'
    """
    suku = [
        ("capaian sasaran program", capaian_program, bobot.capaian_program),
        ("nilai implementasi", nilai_implementasi, bobot.implementasi),
    ]
    return _tertimbang(suku, "nilai unit sendiri", dasar, aturan)


def _rata_lengkap(
    pasangan: Sequence[tuple[str, Masukan]], nama: str, dasar: Sequence[str], aturan: str
) -> Hasil:
    """Mean in which every part must be there."""
    for sebutan, nilai in pasangan:
        if _tepat(nilai) is None:
            return belum(f"{sebutan} belum ada", dasar=dasar, aturan=aturan)
    return rata_rata([n for _, n in pasangan], nama=nama, dasar=dasar, aturan=aturan)


def nka_eselon1(
    sendiri: Masukan, satker: Masukan, *, dasar: Sequence[str] = DASAR, aturan: str = ATURAN
) -> Hasil:
    """NKA of an eselon I unit: mean of its own value and the mean of its satker.

    >>> nka_eselon1(Decimal("95.6"), Decimal(84)).tampil
    '89,80'
    """
    pasangan = [("nilai unit sendiri", sendiri), ("rata-rata satker", satker)]
    return _rata_lengkap(pasangan, "NKA eselon I", dasar, aturan)


def nka_kl(
    manfaat: Masukan, eselon1: Sequence[Masukan], *, dasar: Sequence[str] = DASAR, aturan: str = ATURAN
) -> Hasil:
    """NKA of a ministry: mean of the benefit aspect and the mean NKA of its eselon I units.

    >>> nka_kl(Decimal(100), [Decimal(88), Decimal(92)]).tampil
    '95,00'
    """
    if not eselon1:
        return belum("tidak ada unit eselon I", dasar=dasar, aturan=aturan)
    pasangan = [(f"NKA eselon I ke-{i}", n) for i, n in enumerate(eselon1, start=1)]
    rata = _rata_lengkap(pasangan, "rata-rata NKA eselon I", dasar, aturan)
    if not rata.ada:
        return rata
    return _rata_lengkap([("aspek manfaat", manfaat), ("NKA eselon I", rata)], "NKA K/L", dasar, aturan)
