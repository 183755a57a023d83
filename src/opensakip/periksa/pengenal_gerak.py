"""Movements in a sentence: "naik dari 6 pada 2024 menjadi 7 pada 2025, bertambah 1 poin"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from opensakip.hitung.angka import AngkaSalah
from opensakip.hitung.nilai import Nilai, baca_nilai
from opensakip.periksa.pengenal_angka import Bentuk

_A = r"\d+(?:[.,]\d+)*"
_TAHUN = r"(?:\s*\(?\s*(?:pada\s+|di\s+|tahun\s+)*(?P<{}>20\d\d)\)?)?"
_GERAK = re.compile(
    r"\b(?P<kata>naik|turun|meningkat|menurun|bertambah|berkurang|kenaikan|penurunan|peningkatan)\b"
    r"(?P<sela>[^.;]{0,60}?)\bdari\s+(?:\w+\s+){0,3}?"
    rf"(?P<a>{_A})(?:\s*(?P<pa>%))?(?:\s+(?!menjadi|ke\b|pada|di\b|tahun)[^\W\d_]+){{0,2}}"
    + _TAHUN.format("ta")
    + r"\s*,?\s*(?:menjadi|ke)\s+(?:\w+\s+){0,2}?"
    rf"(?P<b>{_A})(?:\s*(?P<pb>%))?(?:\s+(?!pada|di\b|tahun|bertambah|berkurang|atau|naik|turun|selisih)[^\W\d_]+){{0,2}}"
    + _TAHUN.format("tb")
    + rf"(?:\s*,?\s*(?:atau\s+)?(?:bertambah|berkurang|naik|turun|selisih|sebesar)\s+(?P<d>{_A})\s*poin)?",
    re.IGNORECASE,
)
_NAIK = re.compile(r"naik|meningkat|bertambah|peningkatan", re.IGNORECASE)


@dataclass(frozen=True)
class Gerak:
    """A movement: word, direction, the two values with their years, the difference; positions in the text."""

    kata: str
    naik: bool
    a: Nilai
    b: Nilai
    tahun_a: int | None
    tahun_b: int | None
    selisih: Nilai | None
    di_a: int
    di_b: int
    teks: str

    @property
    def benar(self) -> bool:
        """Whether the values move as the word says."""
        return self.a.angka == self.b.angka or (_n(self.b) > _n(self.a)) is self.naik

    @property
    def jarak(self) -> Decimal:
        """The difference of the two values."""
        return abs(_n(self.b) - _n(self.a))


def _n(nilai: Nilai) -> Decimal:
    return nilai.angka if nilai.angka is not None else Decimal(0)


def gerak(teks: str, bentuk: Bentuk = "id") -> Iterator[Gerak]:
    """All movements of a text.

    >>> g = next(gerak("Nilai naik dari 6 unit pada 2024 menjadi 7 unit pada 2025, bertambah 1 poin."))
    >>> g.benar, g.tahun_a, g.tahun_b, g.jarak == g.selisih.angka
    (True, 2024, 2025, True)
    """
    for m in _GERAK.finditer(teks):
        if re.search(r"\brp\b|anggaran|pagu|\bjuta\b|\bmiliar\b", m[0], re.IGNORECASE):
            continue
        try:
            a = baca_nilai(m["a"] + (m["pa"] or ""), bentuk=bentuk)
            b = baca_nilai(m["b"] + (m["pb"] or ""), bentuk=bentuk)
            d = baca_nilai(m["d"], bentuk=bentuk) if m["d"] else None
        except AngkaSalah:
            continue
        tahun = [re.fullmatch(r"(?:19|20)\d\d", m[x]) for x in ("a", "b")]
        if a.angka is None or b.angka is None or any(tahun):
            continue
        yield Gerak(
            m["kata"], bool(_NAIK.match(m["kata"])), a, b, int(m["ta"]) if m["ta"] else None,
            int(m["tb"]) if m["tb"] else None, d, m.start("a"), m.start("b"), m[0],
        )  # fmt: skip


_JARAK = re.compile(
    rf"(?P<a>{_A})(?:\s*(?P<pa>%))?[^.;]{{0,40}}?\b(?:berada|lebih\s+(?:tinggi|rendah)|terpaut|selisih|berselisih)\s+"
    rf"(?:sebesar\s+)?(?P<d>{_A})\s*poin(?:\s+persentase)?\s+(?P<sisi>di\s*atas|di\s*bawah|dari|dibanding\w*|terhadap)\s+"
    rf"(?:[^\W\d_]+\s+){{0,6}}?(?P<b>{_A})\s*(?P<pb>%)?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Jarak:
    """ "A berada D poin di atas B": two values and their printed difference, "atas", "bawah" or ""."""

    a: Nilai
    b: Nilai
    selisih: Nilai
    sisi: str
    teks: str

    @property
    def jarak(self) -> Decimal:
        """The difference of the two values."""
        return abs(_n(self.a) - _n(self.b))

    @property
    def sisi_benar(self) -> bool:
        """Whether the first value stands on the side that is said."""
        if not self.sisi or _n(self.a) == _n(self.b):
            return True
        return (_n(self.a) > _n(self.b)) is (self.sisi == "atas")


def jarak(teks: str, bentuk: Bentuk = "id") -> Iterator[Jarak]:
    """All statements of a difference between two values of one sentence.

    >>> j = next(jarak("Capaian 95,5% berada 4,5 poin di bawah 100%"))
    >>> j.jarak == j.selisih.angka, j.sisi_benar
    (True, True)
    """
    for m in _JARAK.finditer(teks):
        try:
            a = baca_nilai(m["a"] + (m["pa"] or ""), bentuk=bentuk)
            b = baca_nilai(m["b"] + (m["pb"] or ""), bentuk=bentuk)
            d = baca_nilai(m["d"], bentuk=bentuk)
        except AngkaSalah:
            continue
        kata = m[0].casefold()
        sisi = "atas" if "atas" in m["sisi"].casefold() or "lebih tinggi" in kata else ""
        if "bawah" in m["sisi"].casefold() or "lebih rendah" in kata:
            sisi = "bawah"
        if bool(m["pa"]) == bool(m["pb"]) and not any(re.fullmatch(r"20\d\d", m[x]) for x in "ab"):
            yield Jarak(a, b, d, sisi, m[0])
