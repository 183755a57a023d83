"""Styles of a DOCX: level of headings, bold, numbering, all through the chain of inheritance."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from opensakip.dokumen.bacaan.wadah import bulat
from opensakip.dokumen.bacaan.word.nama import W, nyala, val

_JUDUL = re.compile(r"^(?:heading|judul|titre|überschrift)\s*([1-9])$", re.I)
_KETERANGAN = re.compile(r"^(?:caption|keterangan|legenda)\b", re.I)
BUKAN_JUDUL = 9  # outline level of body text, from 0


@dataclass(frozen=True)
class Gaya:
    """What a paragraph style means for reading; None where it says nothing."""

    nama: str = ""
    tingkat: int | None = None
    tebal: bool = False
    num: str | None = None
    ilvl: int | None = None
    daftar_isi: bool = False

    @property
    def keterangan(self) -> bool:
        """Whether it is the style of captions."""
        return bool(_KETERANGAN.match(self.nama))


class DaftarGaya:
    """All styles by id, resolved on demand."""

    def __init__(self, akar: Any | None) -> None:
        self._mentah = (
            {str(s.get(f"{W}styleId")): s for s in akar.iter(f"{W}style")} if akar is not None else {}
        )
        self._jadi: dict[str, Gaya] = {}
        self._baku = next(
            (
                k
                for k, s in self._mentah.items()
                if s.get(f"{W}default") == "1" and s.get(f"{W}type") == "paragraph"
            ),
            "",
        )

    def gaya(self, kode: str) -> Gaya:
        """The style of an id; the default style for an unknown one."""
        return self._urai(kode if kode in self._mentah else self._baku, 0)

    def _urai(self, kode: str, dalam: int) -> Gaya:
        if kode in self._jadi:
            return self._jadi[kode]
        s = self._mentah.get(kode)
        if s is None or dalam > 20:
            return Gaya()
        dasar = self._urai(val(s.find(f"{W}basedOn")), dalam + 1)
        hasil = self._satu(s, dasar)
        self._jadi[kode] = hasil
        return hasil

    def _satu(self, s: Any, dasar: Gaya) -> Gaya:
        nama = val(s.find(f"{W}name"))
        ppr, rpr = s.find(f"{W}pPr"), s.find(f"{W}rPr")
        peringkat = ppr.find(f"{W}outlineLvl") if ppr is not None else None
        tingkat = dasar.tingkat
        if m := _JUDUL.match(nama):
            tingkat = int(m[1])
        elif nama.lower() in ("title", "judul"):
            tingkat = 1
        elif peringkat is not None and (n := bulat(val(peringkat), BUKAN_JUDUL)) < BUKAN_JUDUL:
            tingkat = n + 1
        tebal = rpr.find(f"{W}b") if rpr is not None else None
        num = ppr.find(f"{W}numPr") if ppr is not None else None
        ilvl = num.find(f"{W}ilvl") if num is not None else None
        return Gaya(
            nama,
            tingkat,
            nyala(tebal) if tebal is not None else dasar.tebal,
            val(num.find(f"{W}numId")) if num is not None else dasar.num,
            bulat(val(ilvl)) if ilvl is not None else dasar.ilvl,
            nama.lower().startswith(("toc ", "table of figures")) or dasar.daftar_isi,
        )
