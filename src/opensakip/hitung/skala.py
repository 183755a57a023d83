"""Classes of a number: predikat, mutu, peringkat; how a gap between classes is treated is stated.

A class is decided from the number that is shown (``Skala.desimal``), so that the reader can check it.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Any, Final

from .hasil import BELUM, Hasil
from .presisi import bulatkan
from .tampilan import tampil, tampil_penuh

CELAH: Final = ("bulatkan_bulat", "tutup_bawah", "tidak_ada")
"""What happens between two classes: round half up to a whole number first; lower bounds alone
decide; or the classes leave no gap."""


class SkalaSalah(ValueError):
    """A scale whose classes overlap or whose rule is unknown."""


@dataclass(frozen=True, slots=True)
class Kelas:
    """One class; None as a bound means open on that side."""

    kode: str
    nama: str
    bawah: Decimal | None
    atas: Decimal | None
    bawah_termasuk: bool = True
    atas_termasuk: bool = True

    def di_atas_bawah(self, nilai: Decimal) -> bool:
        """True when the number reaches the lower bound."""
        if self.bawah is None:
            return True
        return nilai >= self.bawah if self.bawah_termasuk else nilai > self.bawah

    def di_bawah_atas(self, nilai: Decimal) -> bool:
        """True when the number does not pass the upper bound."""
        if self.atas is None:
            return True
        return nilai <= self.atas if self.atas_termasuk else nilai < self.atas

    def memuat(self, nilai: Decimal) -> bool:
        """True when the number lies in the class."""
        return self.di_atas_bawah(nilai) and self.di_bawah_atas(nilai)

    def batas(self) -> str:
        """Write the bounds in words, Indonesian numbers."""
        bagian = []
        if self.bawah is not None:
            kata = "paling rendah" if self.bawah_termasuk else "lebih dari"
            bagian.append(f"{kata} {tampil_penuh(self.bawah)}")
        if self.atas is not None:
            kata = "paling tinggi" if self.atas_termasuk else "kurang dari"
            bagian.append(f"{kata} {tampil_penuh(self.atas)}")
        return " dan ".join(bagian) or "semua nilai"


@dataclass(frozen=True, slots=True)
class Skala:
    """A scale with its classes, best first, and its rule for gaps.

    ``atas_terbuka``: a number above the highest class still belongs to it. ``desimal`` is the
    rounding before classification; None classifies the number as it is.
    """

    id: str
    kelas: tuple[Kelas, ...]
    celah: str = "tidak_ada"
    atas_terbuka: bool = False
    dasar: tuple[str, ...] = ()
    aturan: str = ""
    desimal: int | None = 2

    def __post_init__(self) -> None:
        """Refuse a scale that could put one number into two classes."""
        if self.celah not in CELAH:
            raise SkalaSalah(f"skala {self.id}: celah “{self.celah}” tidak dikenal; pilih {', '.join(CELAH)}")
        if not self.kelas:
            raise SkalaSalah(f"skala {self.id}: tidak ada kelas")
        if len({k.kode for k in self.kelas}) != len(self.kelas):
            raise SkalaSalah(f"skala {self.id}: kode kelas tidak boleh berulang")
        for atas, bawah in pairwise(self.kelas):
            if not _terpisah(bawah, atas):
                raise SkalaSalah(
                    f"skala {self.id}: kelas {bawah.kode} dan {atas.kode} bertumpang tindih atau tidak urut; "
                    "tulis dari kelas terbaik"
                )

    def urut(self, kode: str) -> int:
        """Rank of a class, 1 = worst.

        >>> bawah = Kelas("B", "", None, Decimal(50), atas_termasuk=False)
        >>> s = Skala("s", (Kelas("A", "", Decimal(50), None), bawah))
        >>> s.urut("A"), s.urut("B")
        (2, 1)
        """
        for i, kelas in enumerate(reversed(self.kelas), start=1):
            if kelas.kode == kode:
                return i
        raise LookupError(f"skala {self.id} tidak memiliki kelas “{kode}”")


def _terpisah(bawah: Kelas, atas: Kelas) -> bool:
    """True when the whole lower class lies under the higher one."""
    if bawah.atas is None or atas.bawah is None:
        return False
    return bawah.atas < atas.bawah or (
        bawah.atas == atas.bawah and not (bawah.atas_termasuk and atas.bawah_termasuk)
    )


@dataclass(frozen=True, slots=True)
class HasilKelas:
    """The class of a number with the way to it; ``kelas`` None means *belum dapat dinilai*."""

    kelas: Kelas | None
    langkah: tuple[str, ...]
    dasar: tuple[str, ...]
    aturan: str
    keterangan: str = ""

    @property
    def kode(self) -> str | None:
        """Code of the class, or None."""
        return None if self.kelas is None else self.kelas.kode

    @property
    def nama(self) -> str | None:
        """Name of the class, or None."""
        return None if self.kelas is None else self.kelas.nama

    def ke_json(self) -> dict[str, Any]:
        """Return the plain form of the contract."""
        return {
            "kelas": self.kode,
            "nama": self.nama,
            "langkah": list(self.langkah),
            "dasar": list(self.dasar),
            "aturan": self.aturan,
            "keterangan": self.keterangan,
        }


def _pilih(nilai: Decimal, skala: Skala) -> Kelas | None:
    """Find the class of a prepared number."""
    if skala.atas_terbuka and not skala.kelas[0].di_bawah_atas(nilai):
        return skala.kelas[0]
    for kelas in skala.kelas:
        if skala.celah == "tutup_bawah":
            if kelas.di_atas_bawah(nilai):
                return kelas if kelas is not skala.kelas[0] or kelas.di_bawah_atas(nilai) else None
        elif kelas.memuat(nilai):
            return kelas
    return None


def golongkan(nilai: Decimal | Hasil | None, skala: Skala) -> HasilKelas:
    """Put a number into its class by the rule of the scale.

    >>> s = Skala("p", (Kelas("A", "Memuaskan", Decimal(80), Decimal(100), bawah_termasuk=False),
    ...                 Kelas("BB", "Sangat Baik", Decimal(70), Decimal(80), bawah_termasuk=False)))
    >>> golongkan(Decimal("80.00"), s).kode, golongkan(Decimal("80.01"), s).kode, golongkan(None, s).kode
    ('BB', 'A', None)
    >>> golongkan(Decimal("80.004"), s).kode
    'BB'
    """
    angka = nilai.nilai if isinstance(nilai, Hasil) else nilai
    if angka is None:
        alasan = f"{BELUM}: tidak ada nilai untuk digolongkan"
        return HasilKelas(None, (alasan,), skala.dasar, skala.aturan, alasan)
    langkah = []
    if skala.desimal is not None:
        angka = bulatkan(angka, skala.desimal)
        langkah.append(f"digolongkan menurut nilai yang ditampilkan: {tampil(angka, skala.desimal)}")
    if skala.celah == "bulatkan_bulat":
        angka = bulatkan(angka, 0)
        bulat = tampil(angka, 0)
        langkah.append(f"dibulatkan setengah ke atas ke bilangan bulat karena kelas berbatas bulat: {bulat}")
    kelas = _pilih(angka, skala)
    if kelas is None:
        alasan = f"{BELUM}: {tampil_penuh(angka)} di luar skala {skala.id}"
        return HasilKelas(None, (*langkah, alasan), skala.dasar, skala.aturan, alasan)
    return HasilKelas(kelas, (*langkah, _alasan(angka, kelas, skala)), skala.dasar, skala.aturan)


def _alasan(nilai: Decimal, kelas: Kelas, skala: Skala) -> str:
    """Say in one step why the number is in the class."""
    nama = f"{kelas.kode} ({kelas.nama})" if kelas.nama and kelas.nama != kelas.kode else kelas.kode
    if not kelas.di_bawah_atas(nilai):
        sebab = "di atas kelas tertinggi" if kelas is skala.kelas[0] else "hanya batas bawah yang menentukan"
        return f"{tampil_penuh(nilai)}: {sebab}, jadi {nama}"
    return f"{tampil_penuh(nilai)} termasuk {nama}: {kelas.batas()}"
