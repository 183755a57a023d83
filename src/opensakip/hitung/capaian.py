"""Capaian: how far a realisation reaches its target, in per cent.

The formula, cap, floor and zero-target rule are a declared policy of the indicator
(:class:`Kebijakan`), never a guess. An input that is missing or cannot be compared gives a result
without a value and with the reason; it never gives 0 or 100.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from .hasil import Hasil, belum, jadi
from .presisi import pecahan
from .rumus import (
    DASAR_RUMUS,
    RASIO,
    RUMUS_ARAH,
    RUMUS_BAWAAN,
    SERATUS,
    Arah,
    Rumus,
    TakTerhitung,
    rentang,
)
from .tampilan import tampil_penuh
from .tipe import BERANGKA, BERURUT, JenisNilai, Nilai

__all__ = ["ATURAN_NOL", "Arah", "Kebijakan", "KebijakanSalah", "Rumus", "capaian"]

ATURAN: Final = "hitung/capaian@1"
"""Rule version written on results whose policy does not come from ``peraturan``."""
ATURAN_NOL: Final = ("baku", "tidak_dinilai")
"""Zero-target rules. ``baku``: lower-is-better with realisation 0 gives 100, all else no value."""
_NOL: Final = Fraction(0)
_BERLANTAI: Final = frozenset({Rumus.MIN_2T, Rumus.RENTANG})


class KebijakanSalah(ValueError):
    """A policy that contradicts itself or the direction of the indicator."""


@dataclass(frozen=True, slots=True)
class Kebijakan:
    """Declared policy of an indicator.

    ``rumus`` None takes the usual one of the direction. ``batas_atas`` None means no cap.
    ``batas_bawah`` None means the floor of the formula: 0 for ``min_2t`` and ``rentang``, none else.
    ``dasar`` empty means the basis of the formula itself.
    """

    rumus: Rumus | None = None
    batas_atas: Decimal | None = None
    batas_bawah: Decimal | None = None
    aturan_nol: str = "baku"
    aturan: str = ATURAN
    dasar: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse an unknown zero rule and crossed limits."""
        if self.aturan_nol not in ATURAN_NOL:
            pilihan = " atau ".join(ATURAN_NOL)
            raise KebijakanSalah(f"aturan_nol “{self.aturan_nol}” tidak dikenal; pilih {pilihan}")
        for nama, batas in (("batas_atas", self.batas_atas), ("batas_bawah", self.batas_bawah)):
            if batas is not None and not batas.is_finite():
                raise KebijakanSalah(f"{nama} harus angka terhingga")
        atas, bawah = self.batas_atas, self.batas_bawah
        if atas is not None and bawah is not None and bawah > atas:
            raise KebijakanSalah("batas_bawah lebih besar daripada batas_atas")

    def rumus_untuk(self, arah: Arah) -> Rumus:
        """Return the formula to use, or refuse one that does not fit the direction.

        >>> Kebijakan().rumus_untuk(Arah.TURUN).value
        'min_2t'
        """
        rumus = RUMUS_BAWAAN[arah] if self.rumus is None else Rumus(self.rumus)
        if rumus not in RUMUS_ARAH[arah]:
            cocok = ", ".join(RUMUS_ARAH[arah])
            raise KebijakanSalah(f"rumus {rumus} tidak sesuai dengan arah {arah}; pilih {cocok}")
        return rumus


BAWAAN: Final = Kebijakan()

Masukan = Nilai | Hasil | Decimal | int | None
"""A typed value as printed, a computed result, or a bare number."""


def capaian(
    target: Masukan,
    realisasi: Masukan,
    arah: Arah,
    kebijakan: Kebijakan = BAWAAN,
    *,
    keterangan_realisasi: str = "",
) -> Hasil:
    """Percentage of achievement of one indicator in one period, with its steps.

    ``keterangan_realisasi`` says what the reader must know of the realisation: that it was carried
    over from an earlier year, is provisional, or why it is missing. It is kept on the result.

    >>> h = capaian(Decimal(90), Decimal("83.5"), Arah.NAIK)
    >>> h.tampil, h.langkah
    ('92,78', ('83,5 ÷ 90 × 100 = 92,7777777777…', 'dibulatkan setengah ke atas ke 2 desimal: 92,78'))

    No realisation is not zero.

    >>> h = capaian(Decimal(84), None, Arah.NAIK); h.nilai, h.keterangan
    (None, 'belum dapat dinilai: realisasi belum diisi')
    >>> capaian(Decimal(0), Decimal(0), Arah.TURUN).tampil, capaian(Decimal(0), Decimal(5), Arah.TURUN).nilai
    ('100,00', None)
    """
    arah = Arah(arah)
    rumus = kebijakan.rumus_untuk(arah)
    dasar = kebijakan.dasar or DASAR_RUMUS[rumus]
    catatan = (f"realisasi: {keterangan_realisasi}",) if keterangan_realisasi else ()
    try:
        t, r = _terisi(target, realisasi, keterangan_realisasi)
        if rumus is Rumus.ORDINAL:
            nilai, langkah = _ordinal(t, r)
        elif rumus is Rumus.RENTANG:
            nilai, langkah = _rentang(t, r)
        else:
            nilai, langkah = _rasio(t, r, arah, rumus, kebijakan)
    except TakTerhitung as sebab:
        return belum(str(sebab), dasar=dasar, aturan=kebijakan.aturan, langkah=catatan)
    nilai, batas = _batasi(nilai, rumus, kebijakan)
    return jadi(
        nilai,
        (*catatan, langkah, *batas),
        dasar=dasar,
        aturan=kebijakan.aturan,
        keterangan=keterangan_realisasi,
    )


def _isi(masukan: Masukan) -> Nilai | Fraction | None:
    """A typed value stays itself; anything else becomes its exact number."""
    if masukan is None or isinstance(masukan, Nilai):
        return masukan
    return masukan.pecahan() if isinstance(masukan, Hasil) else pecahan(masukan)


def _terisi(
    target: Masukan, realisasi: Masukan, keterangan: str
) -> tuple[Nilai | Fraction, Nilai | Fraction]:
    """Return both values, or say which one is missing or that their scales differ."""
    t, r = _isi(target), _isi(realisasi)
    if t is None:
        raise TakTerhitung("target belum ditetapkan")
    if r is None:
        raise TakTerhitung(f"realisasi belum diisi ({keterangan})" if keterangan else "realisasi belum diisi")
    if isinstance(t, Nilai) and isinstance(r, Nilai):
        _periksa_skala(t.maks, r.maks)
    return t, r


def _periksa_skala(target: Decimal | None, realisasi: Decimal | None) -> None:
    """Two numbers printed on different scales are not comparable."""
    if target is not None and realisasi is not None and target != realisasi:
        raise TakTerhitung(
            f"skala target ({tampil_penuh(target)}) berbeda dari skala realisasi ({tampil_penuh(realisasi)})"
        )


def _angka(nilai: Nilai | Fraction, peran: str) -> Fraction:
    """The number of a value, or the reason why it has none."""
    if isinstance(nilai, Fraction):
        return nilai
    if nilai.angka is not None:
        return pecahan(nilai.angka)
    if nilai.jenis is JenisNilai.RENTANG:
        raise TakTerhitung(
            f"{peran} berupa rentang ({nilai.tampil()}); pakai arah rentang dan realisasi satu angka"
        )
    saran = "pakai arah ordinal" if nilai.jenis in BERURUT else "isi dengan angka"
    raise TakTerhitung(f"{peran} “{nilai.tampil()}” bukan angka; {saran}")


def _angka_target(nilai: Nilai | Fraction, arah: Arah) -> Fraction:
    """The number to measure against; a bound open towards the good side counts as the target."""
    if isinstance(nilai, Nilai) and nilai.jenis is JenisNilai.RENTANG:
        if arah is Arah.NAIK and nilai.bawah is not None and nilai.atas is None:
            return pecahan(nilai.bawah)
        if arah is Arah.TURUN and nilai.atas is not None and nilai.bawah is None:
            return pecahan(nilai.atas)
    return _angka(nilai, "target")


def _rasio(
    t: Nilai | Fraction, r: Nilai | Fraction, arah: Arah, rumus: Rumus, kebijakan: Kebijakan
) -> tuple[Fraction, str]:
    """The four ratio formulas behind their common guards for zero and negative targets."""
    target, realisasi = _angka_target(t, arah), _angka(r, "realisasi")
    if target < 0:
        raise TakTerhitung(f"target negatif ({tampil_penuh(target)}) tidak dapat menjadi pembanding rasio")
    if target == 0:
        if arah is Arah.TURUN and realisasi == 0 and kebijakan.aturan_nol == "baku":
            return SERATUS, "target 0 dan realisasi 0 pada indikator menurun: 100"
        raise TakTerhitung("target 0: persentase tidak terdefinisi; jelaskan dengan kalimat")
    return RASIO[rumus](target, realisasi)


def _rentang(t: Nilai | Fraction, r: Nilai | Fraction) -> tuple[Fraction, str]:
    """Range formula; a single target number is a range of one point."""
    realisasi = _angka(r, "realisasi")
    if isinstance(t, Nilai) and t.jenis is JenisNilai.RENTANG:
        bawah = None if t.bawah is None else pecahan(t.bawah)
        atas = None if t.atas is None else pecahan(t.atas)
        return rentang(bawah, atas, realisasi)
    titik = _angka(t, "target")
    return rentang(titik, titik, realisasi)


def _ordinal(t: Nilai | Fraction, r: Nilai | Fraction) -> tuple[Fraction, str]:
    """Met or not met on a ranked list: 100 or 0, nothing between."""
    if (
        isinstance(t, Nilai)
        and isinstance(r, Nilai)
        and (t.kode or r.kode or JenisNilai.TEKS in (t.jenis, r.jenis))
    ):
        tercapai, rincian = _banding_kode(t, r)
    else:
        target, realisasi = _angka(t, "target"), _angka(r, "realisasi")
        tercapai = realisasi >= target
        rincian = f"{tampil_penuh(realisasi)} terhadap target {tampil_penuh(target)}"
    return (SERATUS, f"{rincian}: tercapai, 100") if tercapai else (_NOL, f"{rincian}: tidak tercapai, 0")


def _banding_kode(t: Nilai, r: Nilai) -> tuple[bool, str]:
    """Compare by rank; without ranks only equal codes (or two numbers) can be compared."""
    if t.urut is not None and r.urut is not None:
        return (
            r.urut >= t.urut,
            f"{r.sebutan()} (urutan {r.urut}) terhadap target {t.sebutan()} (urutan {t.urut})",
        )
    if t.jenis in BERANGKA and r.jenis in BERANGKA and t.angka is not None and r.angka is not None:
        return r.angka >= t.angka, f"{r.tampil()} terhadap target {t.tampil()}"
    if (t.kode or t.teks).casefold() == (r.kode or r.teks).casefold():
        return True, f"{r.sebutan()} sama dengan target"
    raise TakTerhitung(
        f"urutan “{r.sebutan()}” terhadap “{t.sebutan()}” tidak diketahui; nyatakan daftar berurutnya"
    )


def _batasi(nilai: Fraction, rumus: Rumus, kebijakan: Kebijakan) -> tuple[Fraction, tuple[str, ...]]:
    """Apply floor and cap; each one that bites adds its step."""
    lantai = kebijakan.batas_bawah
    if lantai is None and rumus in _BERLANTAI:
        lantai = Decimal(0)
    if lantai is not None and nilai < pecahan(lantai):
        return pecahan(lantai), (f"dibatasi paling rendah {tampil_penuh(lantai)}",)
    if kebijakan.batas_atas is not None and nilai > pecahan(kebijakan.batas_atas):
        atap = kebijakan.batas_atas
        return pecahan(atap), (f"dibatasi paling tinggi {tampil_penuh(atap)}",)
    return nilai, ()
