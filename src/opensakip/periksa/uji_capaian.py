"""Whether a printed achievement follows from target and realisation, under any formula that is admissible.

Four ways to be right: exactly; capped; from a value that was rounded for print (then it is only near); under
the formula of a falling or a range indicator. Two ways to be wrong: cut off instead of rounded, and wrong.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import ROUND_DOWN, Decimal
from enum import StrEnum
from fractions import Fraction

from opensakip.hitung.angka import bulatkan
from opensakip.hitung.capaian import Arah, Kebijakan, Rumus, capaian
from opensakip.hitung.presisi import desimal as ke_desimal
from opensakip.hitung.tampilan import tampil
from opensakip.hitung.tipe import JenisNilai, Nilai


class Sebab(StrEnum):
    """How a printed achievement stands to the computed one."""

    TEPAT = "tepat"
    BATAS = "dibatasi"
    DEKAT = "sesuai dengan nilai yang belum dibulatkan"
    POTONG = "dipotong"
    SALAH = "salah"
    TAK_TERHITUNG = "tidak dapat dihitung"


@dataclass(frozen=True)
class Uji:
    """Outcome: how it stands, the figure that should be printed, and the way to it in words."""

    sebab: Sebab
    seharusnya: Decimal | None = None
    langkah: str = ""
    rumus: str = ""


_RUMUS: tuple[tuple[Arah, Rumus], ...] = (
    (Arah.NAIK, Rumus.MAKS),
    (Arah.TURUN, Rumus.MIN_2T),
    (Arah.TURUN, Rumus.MIN_RASIO),
)
_BATAS = tuple(Decimal(n) for n in (100, 105, 110, 115, 120, 125, 130, 140, 150, 200))
"""Caps that agencies declare; a higher computed figure printed as one of them is capped, not wrong."""
DESIMAL_MAKS = 6
RASIO_MAKS = 10
"""A figure below this may be a ratio and no percentage."""


def desimal_tercetak(nilai: Nilai) -> int:
    """Decimals as printed."""
    return nilai.desimal or 0


def uji(tercetak: Nilai, target: Nilai, realisasi: Nilai) -> Uji:
    """Compare a printed achievement with all admissible ones.

    >>> from opensakip.hitung.nilai import baca_nilai as n
    >>> uji(n("92,78%"), n("90"), n("83,5")).sebab.value, uji(n("99,73%"), n("76"), n("75,8")).sebab.value
    ('tepat', 'dipotong')
    >>> u = uji(n("97%"), n("56"), n("52,4")); u.sebab.value, u.seharusnya
    ('salah', Decimal('94'))
    """
    if tercetak.angka is None:
        return Uji(Sebab.TAK_TERHITUNG)
    calon = _calon(target, realisasi)
    if not calon:
        return _berurut(tercetak, target, realisasi)
    d = min(desimal_tercetak(tercetak), DESIMAL_MAKS)
    cetak = tercetak.angka
    if cetak < RASIO_MAKS and tercetak.jenis is not JenisNilai.PERSEN and _rasio(calon, cetak, d):
        return Uji(Sebab.TEPAT, cetak)
    pasti = _pasti(calon, cetak, d)
    if pasti is not None:
        return pasti
    nama, nilai, langkah = min(calon, key=lambda c: abs(c[1] - Fraction(cetak)))
    if calon[0][0] == Rumus.MAKS and abs(nilai - Fraction(cetak)) > 1:
        nama, nilai, langkah = calon[0]
    bulat = bulatkan(ke_desimal(nilai), max(d, 2) if d else d)
    dekat = any(_dalam_selang(cetak, d, n, target, realisasi) for n, _, _ in calon)
    return Uji(Sebab.DEKAT if dekat else Sebab.SALAH, bulat, langkah, nama)


def _rasio(calon: list[tuple[str, Fraction, str]], cetak: Decimal, d: int) -> bool:
    """Whether the figure is printed as a ratio, 1,04 for 104%."""
    return any(bulatkan(ke_desimal(nilai / 100), d) == cetak for _, nilai, _ in calon)


def _pasti(calon: list[tuple[str, Fraction, str]], cetak: Decimal, d: int) -> Uji | None:
    """Right, capped or cut off under one of the formulas; None where none of the three holds."""
    for nama, nilai, langkah in calon:
        if bulatkan(ke_desimal(nilai), d) == cetak:
            return Uji(Sebab.TEPAT, cetak, langkah, nama)
    for nama, nilai, langkah in calon:
        if (cetak in _BATAS and nilai > Fraction(cetak)) or (cetak == 0 and nilai < 0):
            return Uji(Sebab.BATAS, cetak, langkah, nama)
    for nama, nilai, langkah in calon:
        if ke_desimal(nilai).quantize(Decimal((0, (1,), -d)), rounding=ROUND_DOWN) == cetak:
            return Uji(Sebab.POTONG, bulatkan(ke_desimal(nilai), d), langkah, nama)
    return None


def _calon(target: Nilai, realisasi: Nilai) -> list[tuple[str, Fraction, str]]:
    rumus = [(Arah.RENTANG, Rumus.RENTANG)] if target.jenis is JenisNilai.RENTANG else list(_RUMUS)
    hasil: list[tuple[str, Fraction, str]] = []
    if target.jenis is JenisNilai.RENTANG:
        for arah in (Arah.NAIK, Arah.TURUN):
            rumus.append((arah, Rumus.MAKS if arah is Arah.NAIK else Rumus.MIN_2T))
    for arah, r in rumus:
        h = capaian(_polos(target), _polos(realisasi), arah, Kebijakan(rumus=r))
        nilai = h.pecahan()
        if nilai is None and target.angka == 0 and realisasi.angka == 0:
            continue
        if nilai is not None:
            hasil.append((r, nilai, h.langkah[0]))
    return hasil


def _polos(nilai: Nilai) -> Nilai:
    """Scale remarks left out: "3,9 dari 4" against "3,5" is still a ratio of numbers."""
    return replace(nilai, maks=None)


def _berurut(tercetak: Nilai, target: Nilai, realisasi: Nilai) -> Uji:
    """Codes and texts: equal ones give 100; what is below or above is for people to say."""
    sama = (target.kode or target.teks).casefold() == (realisasi.kode or realisasi.teks).casefold()
    if target.angka is None and realisasi.angka is None and sama and tercetak.angka is not None:
        if tercetak.angka < 100:
            return Uji(Sebab.SALAH, Decimal(100), f"{realisasi.teks} sama dengan target", "ordinal")
        return Uji(Sebab.TEPAT, tercetak.angka)
    return Uji(Sebab.TAK_TERHITUNG)


def _dalam_selang(cetak: Decimal, d: int, rumus: str, target: Nilai, realisasi: Nilai) -> bool:
    """Whether values that print as these could give the printed figure; whole numbers count as exact."""
    if target.angka is None or realisasi.angka is None:
        return False
    setengah = Fraction(1, 2 * 10**d)
    pojok = [
        n
        for t in _tepi(target)
        for r in _tepi(realisasi)
        for nama, n, _ in _calon(_ganti(target, t), _ganti(realisasi, r))
        if nama == rumus
    ]
    return bool(pojok) and min(pojok) - setengah <= Fraction(cetak) <= max(pojok) + setengah


def _tepi(nilai: Nilai) -> list[Decimal]:
    d = desimal_tercetak(nilai)
    if nilai.angka is None or not d:
        return [nilai.angka] if nilai.angka is not None else []
    tepi = Decimal((0, (5,), -d - 1))
    return [nilai.angka - tepi, nilai.angka + tepi]


def _ganti(nilai: Nilai, angka: Decimal) -> Nilai:
    return replace(nilai, angka=angka, desimal=None)


def jelas(u: Uji, tercetak: Nilai) -> str:
    """The computed figure in words: "93,57% (...)"."""
    d = desimal_tercetak(tercetak)
    return f"{tampil(u.seharusnya, max(d, 0))}% ({u.langkah})" if u.seharusnya is not None else ""
