"""Use of money against results: E_RO, efficiency in points, absorption, remainder.

Three different quantities that reports call "efisiensi" keep three names: :func:`efisiensi_ro`
(PMK 22/2021), :func:`efisiensi_poin` (capaian minus absorption) and :func:`sisa` (money left).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal

from .hasil import Hasil, belum, jadi
from .presisi import bulatkan, desimal, pecahan
from .tampilan import tampil, tampil_penuh, tampil_rupiah

ATURAN: Final = "hitung/efisiensi@1"
DASAR_RO: Final = ("PMK 22/PMK.02/2021: efisiensi keluaran (rincian output)",)
DASAR_POIN: Final = ("selisih capaian kinerja dan persentase realisasi anggaran",)
DASAR_SERAPAN: Final = ("realisasi anggaran ÷ pagu × 100",)
DASAR_SISA: Final = ("pagu − realisasi anggaran",)
DASAR_PERUBAHAN: Final = ("pagu perubahan − pagu semula",)

PembulatanCro = Literal["dua_desimal", "penuh"]


@dataclass(frozen=True, slots=True)
class ButirEfisiensi:
    """One output: allocation (AARO), capaian in per cent (CRO), realised spending (RARO), rupiah.

    ``cro_pct`` may be a result of :func:`~opensakip.hitung.capaian.capaian`, whose exact value counts.
    """

    aaro: Decimal
    cro_pct: Decimal | Hasil | None
    raro: Decimal | None
    nama: str = ""


@dataclass(frozen=True, slots=True)
class HasilEfisiensi:
    """E_RO with its parts; ``tanpa_pembulatan`` is the same with nothing rounded before the end."""

    nilai: Decimal | None
    tanpa_pembulatan: Decimal | None
    aaro: Decimal | None
    aaro_x_cro: Decimal | None
    raro: Decimal | None
    selisih: Decimal | None
    hasil: Hasil


def _cro(butir: ButirEfisiensi) -> Fraction | None:
    if butir.cro_pct is None:
        return None
    return butir.cro_pct.pecahan() if isinstance(butir.cro_pct, Hasil) else pecahan(butir.cro_pct)


def _sebutan(butir: ButirEfisiensi, i: int) -> str:
    return butir.nama or f"butir ke-{i + 1}"


def _kekurangan(butir: Sequence[ButirEfisiensi]) -> str:
    """Say what is missing, or an empty text."""
    if not butir:
        return "tidak ada butir"
    for i, b in enumerate(butir):
        if _cro(b) is None:
            return f"capaian {_sebutan(b, i)} belum ada"
        if b.raro is None:
            return f"realisasi anggaran {_sebutan(b, i)} belum ada"
        if b.aaro < 0 or b.raro < 0:
            return f"anggaran {_sebutan(b, i)} negatif"
    return "" if any(b.aaro for b in butir) else "jumlah pagu 0, tidak dapat menjadi pembagi"


def _hasil_kali(butir: ButirEfisiensi, pembulatan_cro: str, produk_bulat: bool) -> tuple[Fraction, str]:
    """AARO x CRO of one output by the declared rounding, with its step."""
    tepat = _cro(butir) or Fraction(0)
    cro = pecahan(bulatkan(desimal(tepat))) if pembulatan_cro == "dua_desimal" else tepat
    kali = pecahan(butir.aaro) * cro / 100
    if produk_bulat:
        kali = pecahan(bulatkan(desimal(kali), 0))
    tulis_cro = tampil(desimal(cro)) if pembulatan_cro == "dua_desimal" else tampil_penuh(cro)
    awal = f"{butir.nama}: " if butir.nama else ""
    tulis_kali = tampil_penuh(kali)
    return kali, f"{awal}AARO × CRO = {tampil_penuh(butir.aaro)} × {tulis_cro}% = {tulis_kali}"


def efisiensi_ro(
    butir: Sequence[ButirEfisiensi],
    *,
    pembulatan_cro: PembulatanCro = "dua_desimal",
    produk_bulat: bool = True,
    dasar: Sequence[str] = DASAR_RO,
    aturan: str = ATURAN,
) -> HasilEfisiensi:
    """E_RO = sum(AARO x CRO - RARO) / sum(AARO) x 100, not clamped.

    The rounding of CRO is a declared choice of the agency; the unrounded result is given beside it.

    >>> b = ButirEfisiensi(Decimal(1000000000), Decimal(200) / Decimal(3), Decimal(500018000))
    >>> e = efisiensi_ro([b]); e.hasil.tampil, e.aaro_x_cro, e.selisih
    ('16,67', Decimal('666700000'), Decimal('166682000'))
    >>> efisiensi_ro([b], pembulatan_cro="penuh").hasil.tampil
    '16,66'
    """
    if pembulatan_cro not in ("dua_desimal", "penuh"):
        raise ValueError(f"pembulatan_cro “{pembulatan_cro}” tidak dikenal; pilih dua_desimal atau penuh")
    kurang = _kekurangan(butir)
    if kurang:
        return HasilEfisiensi(None, None, None, None, None, None, belum(kurang, dasar=dasar, aturan=aturan))
    kali = [_hasil_kali(b, pembulatan_cro, produk_bulat) for b in butir]
    penuh = sum((pecahan(b.aaro) * (_cro(b) or 0) / 100 for b in butir), Fraction(0))
    aaro = sum((pecahan(b.aaro) for b in butir), Fraction(0))
    raro = sum((pecahan(b.raro or 0) for b in butir), Fraction(0))
    produk = sum((k for k, _ in kali), Fraction(0))
    nilai = (produk - raro) / aaro * 100
    langkah = [
        *([] if pembulatan_cro == "penuh" else ["CRO dibulatkan setengah ke atas ke 2 desimal"]),
        *(teks for _, teks in kali),
        f"selisih: {tampil_penuh(produk)} − {tampil_penuh(raro)} = {tampil_penuh(produk - raro)}",
        f"{tampil_penuh(produk - raro)} ÷ {tampil_penuh(aaro)} × 100 = {tampil_penuh(nilai)}",
    ]
    return HasilEfisiensi(
        nilai=desimal(nilai),
        tanpa_pembulatan=desimal((penuh - raro) / aaro * 100),
        aaro=desimal(aaro),
        aaro_x_cro=desimal(produk),
        raro=desimal(raro),
        selisih=desimal(produk - raro),
        hasil=jadi(nilai, langkah, dasar=dasar, aturan=aturan),
    )


def _dua(a: Decimal | Hasil | None, b: Decimal | Hasil | None) -> tuple[Fraction, Fraction] | None:
    """Both exact values, or None when one is missing."""
    if a is None or b is None:
        return None
    kiri = a.pecahan() if isinstance(a, Hasil) else pecahan(a)
    kanan = b.pecahan() if isinstance(b, Hasil) else pecahan(b)
    return None if kiri is None or kanan is None else (kiri, kanan)


def efisiensi_poin(
    capaian: Decimal | Hasil | None,
    serapan: Decimal | Hasil | None,
    *,
    dasar: Sequence[str] = DASAR_POIN,
    aturan: str = ATURAN,
) -> Hasil:
    """Capaian minus absorption, in percentage points.

    >>> efisiensi_poin(Decimal("104.5"), Decimal("98.25")).tampil
    '6,25'
    """
    pasang = _dua(capaian, serapan)
    if pasang is None:
        return belum("capaian atau serapan belum ada", dasar=dasar, aturan=aturan)
    beda = pasang[0] - pasang[1]
    langkah = f"{tampil_penuh(pasang[0])} − {tampil_penuh(pasang[1])} = {tampil_penuh(beda)} poin persentase"
    return jadi(beda, (langkah,), dasar=dasar, aturan=aturan)


def serapan(
    realisasi: Decimal | None,
    pagu: Decimal | None,
    *,
    dasar: Sequence[str] = DASAR_SERAPAN,
    aturan: str = ATURAN,
) -> Hasil:
    """Absorption: realised spending over ceiling, per cent.

    >>> serapan(Decimal(450000000), Decimal(480000000)).tampil
    '93,75'
    """
    pasang = _dua(realisasi, pagu)
    if pasang is None:
        return belum("realisasi anggaran atau pagu belum ada", dasar=dasar, aturan=aturan)
    if pasang[1] <= 0:
        return belum("pagu tidak positif, tidak dapat menjadi pembagi", dasar=dasar, aturan=aturan)
    hasil = pasang[0] / pasang[1] * 100
    langkah = f"{tampil_penuh(pasang[0])} ÷ {tampil_penuh(pasang[1])} × 100 = {tampil_penuh(hasil)}"
    return jadi(hasil, (langkah,), dasar=dasar, aturan=aturan)


def sisa(
    realisasi: Decimal | None,
    pagu: Decimal | None,
    *,
    dasar: Sequence[str] = DASAR_SISA,
    aturan: str = ATURAN,
) -> Hasil:
    """Money left of the ceiling, rupiah; negative when overspent.

    >>> sisa(Decimal(450000000), Decimal(480000000)).tampil
    '30.000.000'
    """
    pasang = _dua(realisasi, pagu)
    if pasang is None:
        return belum("realisasi anggaran atau pagu belum ada", dasar=dasar, aturan=aturan)
    beda = pasang[1] - pasang[0]
    langkah = f"{tampil_penuh(pasang[1])} − {tampil_penuh(pasang[0])} = {tampil_penuh(beda)}"
    return jadi(beda, (langkah,), dasar=dasar, aturan=aturan, desimal_tampil=0, penulis=tampil_rupiah)


def perubahan_pagu(
    baru: Decimal | None,
    lama: Decimal | None,
    *,
    dasar: Sequence[str] = DASAR_PERUBAHAN,
    aturan: str = ATURAN,
) -> Hasil:
    """Change of a ceiling between two versions, rupiah: the newer minus the older.

    >>> perubahan_pagu(Decimal(1_250_000), Decimal(1_500_000)).tampil
    '(250.000)'
    """
    pasang = _dua(baru, lama)
    if pasang is None:
        return belum("salah satu pagu belum ada", dasar=dasar, aturan=aturan)
    beda = pasang[0] - pasang[1]
    langkah = f"{tampil_penuh(pasang[0])} − {tampil_penuh(pasang[1])} = {tampil_penuh(beda)}"
    return jadi(beda, (langkah,), dasar=dasar, aturan=aturan, desimal_tampil=0, penulis=tampil_rupiah)


def perubahan_pagu_persen(
    baru: Decimal | None,
    lama: Decimal | None,
    *,
    dasar: Sequence[str] = DASAR_PERUBAHAN,
    aturan: str = ATURAN,
) -> Hasil:
    """Change of a ceiling between two versions, per cent of the older one.

    >>> perubahan_pagu_persen(Decimal(1_250_000), Decimal(1_500_000)).tampil
    '−16,67'
    """
    pasang = _dua(baru, lama)
    if pasang is None:
        return belum("salah satu pagu belum ada", dasar=dasar, aturan=aturan)
    if pasang[1] <= 0:
        return belum("pagu semula tidak positif, tidak dapat menjadi pembagi", dasar=dasar, aturan=aturan)
    hasil = (pasang[0] - pasang[1]) / pasang[1] * 100
    awal = f"({tampil_penuh(pasang[0])} − {tampil_penuh(pasang[1])}) ÷ {tampil_penuh(pasang[1])}"
    return jadi(hasil, (f"{awal} × 100 = {tampil_penuh(hasil)}",), dasar=dasar, aturan=aturan)
