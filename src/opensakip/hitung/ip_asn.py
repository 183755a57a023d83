"""Indeks profesionalitas ASN: qualification from the education of the staff, sum of dimensions, category."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from .hasil import Hasil, belum, jadi
from .presisi import pecahan
from .skala import HasilKelas, Skala, golongkan
from .tampilan import tampil_penuh

ATURAN: Final = "hitung/ip_asn@1"
DASAR: Final = ("PermenPANRB 38/2018: pengukuran indeks profesionalitas ASN",)


@dataclass(frozen=True, slots=True)
class Dimensi:
    """One dimension with its weight (the most it can score) and its score."""

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
                f"dimensi {self.nama}: nilai {tampil_penuh(nilai)} di luar 0 sampai bobotnya "
                f"{tampil_penuh(self.bobot)}"
            )
        return nilai


@dataclass(frozen=True, slots=True)
class HasilIpAsn:
    """Index, category, and the share of its weight that each dimension reached, in per cent."""

    indeks: Hasil
    kategori: HasilKelas
    porsi: tuple[Hasil, ...]


def kualifikasi(
    pegawai: Mapping[str, int],
    nilai_jenjang: Mapping[str, Decimal],
    *,
    dasar: Sequence[str] = DASAR,
    aturan: str = ATURAN,
) -> Hasil:
    """Mean qualification score of the staff: people by highest education, score of each education.

    >>> skala = {"S2": Decimal(20), "S1": Decimal(15), "SMA": Decimal(5)}
    >>> kualifikasi({"S2": 3, "S1": 5, "SMA": 2}, skala).tampil
    '14,50'
    """
    asing = [j for j in pegawai if j not in nilai_jenjang]
    if asing:
        raise ValueError(f"jenjang {', '.join(asing)} tidak ada nilainya; pilih {', '.join(nilai_jenjang)}")
    if any(n < 0 for n in pegawai.values()):
        raise ValueError("jumlah pegawai tidak boleh negatif")
    orang = sum(pegawai.values())
    if orang == 0:
        return belum("tidak ada pegawai", dasar=dasar, aturan=aturan)
    total = sum((pecahan(nilai_jenjang[j]) * n for j, n in pegawai.items()), Fraction(0))
    hasil = total / orang
    suku = " + ".join(f"{n} × {tampil_penuh(nilai_jenjang[j])} ({j})" for j, n in pegawai.items() if n)
    langkah = (
        f"{suku} = {tampil_penuh(total)}",
        f"{tampil_penuh(total)} ÷ {orang} pegawai = {tampil_penuh(hasil)}",
    )
    return jadi(hasil, langkah, dasar=dasar, aturan=aturan)


def indeks(
    dimensi: Sequence[Dimensi],
    skala: Skala,
    *,
    dasar: Sequence[str] = DASAR,
    aturan: str = ATURAN,
) -> HasilIpAsn:
    """Sum of the dimensions and its category; a missing dimension gives no index.

    The sum of rounded dimensions may differ in the last digit from a sum of unrounded ones: print both
    where a document states another total.

    >>> from .skala import Kelas
    >>> skala = Skala("kategori", (Kelas("Sedang", "", Decimal(71), Decimal(80)),
    ...                            Kelas("Rendah", "", Decimal(61), Decimal(70))), celah="bulatkan_bulat")
    >>> d = [Dimensi(n, Decimal(b), Decimal(v)) for n, b, v in (
    ...     ("kualifikasi", 25, "15.5"), ("kompetensi", 40, "30"),
    ...     ("kinerja", 30, "25.5"), ("disiplin", 5, "4"))]
    >>> h = indeks(d, skala); h.indeks.tampil, h.kategori.kode, h.porsi[2].tampil
    ('75,00', 'Sedang', '85,00')
    """
    nilai = [d.tepat() for d in dimensi]
    kosong = [d.nama for d, n in zip(dimensi, nilai, strict=True) if n is None]
    porsi = tuple(_porsi(d, dasar, aturan) for d in dimensi)
    if kosong or not nilai:
        alasan = f"{', '.join(kosong) or 'dimensi'} belum ada nilainya"
        tanpa = belum(alasan, dasar=dasar, aturan=aturan)
        return HasilIpAsn(tanpa, golongkan(tanpa, skala), porsi)
    terisi = [n for n in nilai if n is not None]
    total = sum(terisi, Fraction(0))
    langkah = f"{' + '.join(tampil_penuh(n, 6) for n in terisi)} = {tampil_penuh(total)}"
    hasil = jadi(total, (langkah,), dasar=dasar, aturan=aturan)
    return HasilIpAsn(hasil, golongkan(hasil, skala), porsi)


def _porsi(dimensi: Dimensi, dasar: Sequence[str], aturan: str) -> Hasil:
    nilai = dimensi.tepat()
    if nilai is None or dimensi.bobot == 0:
        return belum(f"{dimensi.nama} belum ada nilainya", dasar=dasar, aturan=aturan)
    hasil = nilai / pecahan(dimensi.bobot) * 100
    langkah = f"{tampil_penuh(nilai)} ÷ {tampil_penuh(dimensi.bobot)} × 100 = {tampil_penuh(hasil)}"
    return jadi(hasil, (langkah,), dasar=dasar, aturan=aturan)
