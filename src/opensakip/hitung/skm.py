"""Survei kepuasan masyarakat: NRR per element, index, mutu of each element and of the whole.

Every element weighs exactly 1/n (1/9 in PermenPANRB 14/2017). A weight written as 0,111 loses a
tenth of a point of the index; so the weight is never written as a decimal.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from .hasil import Hasil, belum, jadi
from .presisi import pecahan
from .skala import HasilKelas, Skala, golongkan
from .tampilan import tampil_penuh

ATURAN: Final = "hitung/skm@1"
DASAR: Final = ("PermenPANRB 14/2017: pedoman survei kepuasan masyarakat",)
KONVERSI: Final = 25
"""Answers run from 1 to 4; times 25 brings the index to 25..100."""
JAWABAN: Final = (1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class UnsurSkm:
    """One element: its mean answer (NRR), the converted value and its mutu."""

    kode: str
    nrr: Hasil
    nilai: Hasil
    mutu: HasilKelas


@dataclass(frozen=True, slots=True)
class HasilSkm:
    """Index of a survey: ``tertimbang`` on 1..4, ``nilai`` on 25..100, mutu, and the elements."""

    tertimbang: Hasil
    nilai: Hasil
    mutu: HasilKelas
    unsur: tuple[UnsurSkm, ...]


def nrr(
    jawaban: Iterable[int | None], *, nama: str = "NRR", dasar: Sequence[str] = DASAR, aturan: str = ATURAN
) -> Hasil:
    """Mean of the answers 1..4 to one element; unanswered is left out, another number is refused.

    >>> nrr([4, 3, None, 4]).tampil
    '3,667'
    """
    terisi = [j for j in jawaban if j is not None]
    salah = sorted({j for j in terisi if j not in JAWABAN})
    if salah:
        raise ValueError(f"{nama}: jawaban {salah[0]} tidak dikenal; jawaban SKM 1 sampai 4")
    if not terisi:
        return belum(f"{nama}: tidak ada jawaban", dasar=dasar, aturan=aturan)
    hasil = Fraction(sum(terisi), len(terisi))
    langkah = f"{nama}: {sum(terisi)} ÷ {len(terisi)} jawaban = {tampil_penuh(hasil)}"
    return jadi(hasil, (langkah,), dasar=dasar, aturan=aturan, desimal_tampil=3)


def _unsur(
    kode: str, nilai: Decimal | Hasil | None, skala: Skala, dasar: Sequence[str], aturan: str
) -> UnsurSkm:
    """Build one element from its NRR."""
    tepat = nilai.pecahan() if isinstance(nilai, Hasil) else None if nilai is None else pecahan(nilai)
    if tepat is None:
        tanpa = belum(f"unsur {kode} belum ada nilainya", dasar=dasar, aturan=aturan)
        return UnsurSkm(kode, tanpa, tanpa, golongkan(tanpa, skala))
    if not 1 <= tepat <= 4:
        raise ValueError(f"unsur {kode}: NRR {tampil_penuh(tepat)} di luar 1 sampai 4")
    asal = nilai.langkah[:-1] if isinstance(nilai, Hasil) else (f"NRR unsur {kode}: {tampil_penuh(tepat)}",)
    rata = jadi(tepat, asal, dasar=dasar, aturan=aturan, desimal_tampil=3)
    kali = tepat * KONVERSI
    langkah = f"{tampil_penuh(tepat)} × {KONVERSI} = {tampil_penuh(kali)}"
    konversi = jadi(kali, (langkah,), dasar=dasar, aturan=aturan)
    return UnsurSkm(kode, rata, konversi, golongkan(konversi, skala))


def indeks(
    unsur: Mapping[str, Decimal | Hasil | None],
    skala: Skala,
    *,
    jumlah_unsur: int = 9,
    dasar: Sequence[str] = DASAR,
    aturan: str = ATURAN,
) -> HasilSkm:
    """Index of the survey from the NRR of its elements, in the order given.

    A missing element gives no index: the weight 1/n would no longer be true.

    >>> from .skala import Kelas
    >>> skala = Skala("mutu", (Kelas("A", "", Decimal("88.31"), Decimal(100)),
    ...                        Kelas("B", "", Decimal("76.61"), Decimal("88.30"))))
    >>> h = indeks({f"U{i}": Decimal("3.5") for i in range(1, 10)}, skala)
    >>> h.nilai.tampil, h.mutu.kode
    ('87,50', 'B')
    """
    if len(unsur) != jumlah_unsur:
        raise ValueError(f"SKM memerlukan {jumlah_unsur} unsur, diberikan {len(unsur)}")
    rinci = tuple(_unsur(kode, n, skala, dasar, aturan) for kode, n in unsur.items())
    kosong = [u.kode for u in rinci if not u.nrr.ada]
    if kosong:
        tanpa = belum(f"unsur {', '.join(kosong)} belum ada nilainya", dasar=dasar, aturan=aturan)
        return HasilSkm(tanpa, tanpa, golongkan(tanpa, skala), rinci)
    tepat = [u.nrr.pecahan() or Fraction(0) for u in rinci]
    total = sum(tepat, Fraction(0))
    rata = total / jumlah_unsur
    suku = " + ".join(tampil_penuh(n, 4) for n in tepat)
    langkah = (
        f"jumlah NRR: {suku} = {tampil_penuh(total)}",
        f"{tampil_penuh(total)} × 1/{jumlah_unsur} = {tampil_penuh(rata)}",
    )
    tertimbang = jadi(rata, langkah, dasar=dasar, aturan=aturan, desimal_tampil=3)
    kali = rata * KONVERSI
    akhir = (*langkah, f"{tampil_penuh(rata)} × {KONVERSI} = {tampil_penuh(kali)}")
    nilai = jadi(kali, akhir, dasar=dasar, aturan=aturan)
    return HasilSkm(tertimbang, nilai, golongkan(nilai, skala), rinci)
