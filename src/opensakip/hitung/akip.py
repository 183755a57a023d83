"""Nilai AKIP: components (or their sub-components) -> total -> predikat."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from .hasil import Hasil, belum, jadi
from .presisi import pecahan
from .skala import HasilKelas, Skala, golongkan
from .tampilan import tampil_penuh

ATURAN: Final = "hitung/akip@1"
DASAR: Final = ("PermenPANRB 88/2021: evaluasi akuntabilitas kinerja instansi pemerintah",)


@dataclass(frozen=True, slots=True)
class Komponen:
    """A component with its weight and the score it got (on the scale of the weight)."""

    kode: str
    nama: str
    bobot: Decimal
    nilai: Decimal | Hasil | None

    def tepat(self) -> Fraction | None:
        """Exact score, refused when it lies outside 0..weight."""
        if self.nilai is None:
            return None
        nilai = self.nilai.pecahan() if isinstance(self.nilai, Hasil) else pecahan(self.nilai)
        if nilai is not None and not 0 <= nilai <= pecahan(self.bobot):
            raise ValueError(
                f"komponen {self.nama}: nilai {tampil_penuh(nilai)} di luar 0 sampai bobotnya "
                f"{tampil_penuh(self.bobot)}"
            )
        return nilai


@dataclass(frozen=True, slots=True)
class HasilAkip:
    """Total with predikat, and the share each component reached of its weight, in per cent."""

    total: Hasil
    predikat: HasilKelas
    porsi: tuple[Hasil, ...]


def nilai_subkomponen(
    nilai: Decimal | None, bobot: Decimal, *, dasar: Sequence[str] = DASAR, aturan: str = ATURAN
) -> Hasil:
    """Score of a sub-component: grade value (0..100) of its weight.

    >>> nilai_subkomponen(Decimal(80), Decimal("4.5")).tampil
    '3,60'
    """
    if nilai is None:
        return belum("subkomponen belum dinilai", dasar=dasar, aturan=aturan)
    if not 0 <= nilai <= 100:
        raise ValueError(f"nilai subkomponen {tampil_penuh(nilai)} di luar 0 sampai 100")
    hasil = pecahan(nilai) * pecahan(bobot) / 100
    langkah = f"{tampil_penuh(nilai)} ÷ 100 × {tampil_penuh(bobot)} = {tampil_penuh(hasil)}"
    return jadi(hasil, (langkah,), dasar=dasar, aturan=aturan)


def nilai_komponen(
    nama: str, subkomponen: Sequence[Hasil], *, dasar: Sequence[str] = DASAR, aturan: str = ATURAN
) -> Hasil:
    """Score of a component: sum of its sub-components, none of which may be missing.

    >>> s = [nilai_subkomponen(Decimal(n), Decimal(b)) for n, b in ((80, 6), (70, 9), (60, 15))]
    >>> nilai_komponen("Perencanaan Kinerja", s).tampil
    '20,10'
    """
    return _jumlah([(f"ke-{i}", s.pecahan()) for i, s in enumerate(subkomponen, 1)], nama, dasar, aturan)


def _jumlah(
    bagian: Sequence[tuple[str, Fraction | None]], nama: str, dasar: Sequence[str], aturan: str
) -> Hasil:
    """Sum in which every part must be there."""
    kosong = [sebutan for sebutan, n in bagian if n is None]
    if kosong or not bagian:
        alasan = f"{nama}: {', '.join(kosong) or 'bagiannya'} belum dinilai"
        return belum(alasan, dasar=dasar, aturan=aturan)
    terisi = [n for _, n in bagian if n is not None]
    total = sum(terisi, Fraction(0))
    suku = " + ".join(tampil_penuh(n, 6) for n in terisi)
    return jadi(total, (f"{nama}: {suku} = {tampil_penuh(total)}",), dasar=dasar, aturan=aturan)


def _porsi(komponen: Komponen, dasar: Sequence[str], aturan: str) -> Hasil:
    """Share of the weight that was reached."""
    nilai = komponen.tepat()
    if nilai is None:
        return belum(f"{komponen.nama} belum dinilai", dasar=dasar, aturan=aturan)
    if komponen.bobot == 0:
        return belum(f"{komponen.nama} berbobot 0", dasar=dasar, aturan=aturan)
    hasil = nilai / pecahan(komponen.bobot) * 100
    langkah = f"{tampil_penuh(nilai)} ÷ {tampil_penuh(komponen.bobot)} × 100 = {tampil_penuh(hasil)}"
    return jadi(hasil, (langkah,), dasar=dasar, aturan=aturan)


def nilai_akip(
    komponen: Sequence[Komponen],
    skala: Skala,
    *,
    dasar: Sequence[str] = DASAR,
    aturan: str = ATURAN,
) -> HasilAkip:
    """Total of the components, its predikat, and the share each component reached.

    The predikat is decided from the shown total. Weights that do not add up to 100 are named.

    >>> from .skala import Kelas
    >>> skala = Skala("predikat", (Kelas("B", "Baik", Decimal(60), Decimal(70), bawah_termasuk=False),))
    >>> k = [Komponen(str(i), n, Decimal(b), Decimal(v)) for i, (n, b, v) in enumerate((
    ...     ("Perencanaan", 30, "20"), ("Pengukuran", 30, "19.5"),
    ...     ("Pelaporan", 15, "10"), ("Evaluasi", 25, "15")))]
    >>> h = nilai_akip(k, skala); h.total.tampil, h.predikat.kode, h.porsi[1].tampil
    ('64,50', 'B', '65,00')
    """
    total = _jumlah([(k.nama, k.tepat()) for k in komponen], "nilai AKIP", dasar, aturan)
    bobot = sum((pecahan(k.bobot) for k in komponen), Fraction(0))
    if bobot != 100:
        total = total.dengan_keterangan(f"bobot komponen berjumlah {tampil_penuh(bobot)}, bukan 100")
    return HasilAkip(total, golongkan(total, skala), tuple(_porsi(k, dasar, aturan) for k in komponen))
