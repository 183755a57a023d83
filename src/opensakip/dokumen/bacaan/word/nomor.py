"""Automatic numbers of a DOCX as Word prints them: levels, formats, restarts, overrides."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from opensakip.dokumen.bacaan.wadah import bulat
from opensakip.dokumen.bacaan.word.nama import W, nyala, val

_ROMAWI = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
           (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_BUTIR = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "o": "o", "\uf02d": "-"}


@dataclass
class Tingkat:
    """One level of a list."""

    mulai: int = 1
    bentuk: str = "decimal"
    pola: str = ""
    legal: bool = False
    gaya: str = ""


@dataclass
class Daftar:
    """A list: its levels, and the counters that run in it."""

    tingkat: dict[int, Tingkat]
    hitungan: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True)
class NomorJadi:
    """A number as printed; `butir` when it is a bullet, `tingkat` from 0."""

    teks: str
    tingkat: int
    butir: bool


def angka(n: int, bentuk: str) -> str:
    """A counter in a format of Word.

    >>> angka(4, "upperRoman"), angka(28, "lowerLetter"), angka(3, "decimalZero"), angka(2, "decimal")
    ('IV', 'bb', '03', '2')
    """
    if bentuk in ("upperRoman", "lowerRoman"):
        hasil, sisa = "", min(n, 4000)
        for nilai, huruf in _ROMAWI:
            hasil += huruf * (sisa // nilai)
            sisa %= nilai
        return hasil.upper() if bentuk == "upperRoman" else hasil
    if bentuk in ("upperLetter", "lowerLetter"):
        huruf = chr(97 + (n - 1) % 26) * min((n - 1) // 26 + 1, 10) if n > 0 else ""
        return huruf.upper() if bentuk == "upperLetter" else huruf
    if bentuk == "none":
        return ""
    return f"{n:02d}" if bentuk == "decimalZero" else str(n)


class Penomoran:
    """Counts the numbered paragraphs of a document in order."""

    def __init__(self, akar: Any | None) -> None:
        self._abstrak: dict[str, Daftar] = {}
        self._num: dict[str, Daftar] = {}
        if akar is None:
            return
        for a in akar.iter(f"{W}abstractNum"):
            tingkat = {bulat(lv.get(f"{W}ilvl", "0")): _tingkat(lv) for lv in a.iter(f"{W}lvl")}
            self._abstrak[str(a.get(f"{W}abstractNumId"))] = Daftar(tingkat)
        for n in akar.iter(f"{W}num"):
            dasar = self._abstrak.get(val(n.find(f"{W}abstractNumId")))
            if dasar is not None:
                self._num[str(n.get(f"{W}numId"))] = _timpa(n, dasar)

    def tingkat_gaya(self, num: str, kode: str) -> int:
        """The level that a list ties to a style; 0 where it names none."""
        d = self._num.get(num)
        return next((i for i, t in (d.tingkat if d else {}).items() if t.gaya == kode), 0)

    def berikut(self, num: str, ilvl: int) -> NomorJadi | None:
        """Count one paragraph and tell its number; None where the list does not exist or is switched off."""
        d = self._num.get(num)
        if d is None or num == "0":
            return None
        t = d.tingkat.get(ilvl, Tingkat())
        d.hitungan[ilvl] = d.hitungan.get(ilvl, t.mulai - 1) + 1
        for dalam in [k for k in d.hitungan if k > ilvl]:
            del d.hitungan[dalam]
        if t.bentuk == "bullet":
            return NomorJadi(_BUTIR.get(t.pola, t.pola) or "•", ilvl, butir=True)
        return NomorJadi(self._cetak(d, t), ilvl, butir=False)

    @staticmethod
    def _cetak(d: Daftar, t: Tingkat) -> str:
        def ganti(m: re.Match[str]) -> str:
            k = int(m[1]) - 1
            lapis = d.tingkat.get(k, Tingkat())
            bentuk = "decimal" if t.legal and lapis.bentuk != "bullet" else lapis.bentuk
            return angka(d.hitungan.get(k, lapis.mulai), bentuk)

        return re.sub(r"%([1-9])", ganti, t.pola).strip()


def _tingkat(lv: Any) -> Tingkat:
    return Tingkat(
        bulat(val(lv.find(f"{W}start"), "1"), 1),
        val(lv.find(f"{W}numFmt"), "decimal"),
        val(lv.find(f"{W}lvlText")),
        nyala(lv.find(f"{W}isLgl")),
        val(lv.find(f"{W}pStyle")),
    )


def _timpa(n: Any, dasar: Daftar) -> Daftar:
    """A list with overrides counts for itself; without, it counts on in the list it is made of."""
    timpa = n.findall(f"{W}lvlOverride")
    if not timpa:
        return dasar
    tingkat = dict(dasar.tingkat)
    for o in timpa:
        k = bulat(o.get(f"{W}ilvl", "0"))
        lv, mulai = o.find(f"{W}lvl"), o.find(f"{W}startOverride")
        baru = _tingkat(lv) if lv is not None else tingkat.get(k, Tingkat())
        if mulai is not None:
            baru = Tingkat(bulat(val(mulai), 1), baru.bentuk, baru.pola, baru.legal, baru.gaya)
        tingkat[k] = baru
    return Daftar(tingkat)
