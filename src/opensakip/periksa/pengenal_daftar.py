"""The document's own register of indicators, built from its best tables, and where texts mention them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from opensakip.periksa.fakta import Asal, Indikator
from opensakip.periksa.pengenal_nama import inti, mirip, peras, sama, serumpun
from opensakip.periksa.pengenal_tabel import Baris, TabelIndikator

_MUTU = {Asal.PK: 0, Asal.UKUR: 1, Asal.RENCANA: 2, Asal.RIWAYAT: 3, Asal.DAFTAR: 4}
DIKENAL_CUKUP = 3
"""Rows of a table without sasaran that must be known before a further one may be a rewording."""
PANJANG_TERPENDEK = 7
"""Letters a name must have to be looked for in running text."""


@dataclass
class _Entri:
    """An indicator while the register grows."""

    kunci: str
    nama: list[str] = field(default_factory=list)
    sasaran: list[str] = field(default_factory=list)
    versi: set[str] = field(default_factory=set)

    def cocok(self, nama: str) -> bool:
        return any(sama(nama, n) for n in self.nama)


@dataclass(frozen=True)
class Daftar:
    """The register: which indicator a printed name means."""

    indikator: tuple[Indikator, ...]
    _cari: dict[str, str] = field(default_factory=dict, compare=False)

    def kunci(self, nama: str) -> str:
        """The key of the indicator a name means, "" where none is known by it."""
        padat = peras(inti(nama))
        if padat not in self._cari:
            self._cari[padat] = self._temukan(nama)
        return self._cari[padat]

    def _temukan(self, nama: str) -> str:
        calon = [(mirip(nama, v), i.kunci) for i in self.indikator for v in i.varian if sama(nama, v)]
        return max(calon)[1] if calon else ""


def bangun(tabel: Sequence[TabelIndikator]) -> Daftar:
    """Build the register from all tables, the most telling first; names of one thing become one entry."""
    entri: list[_Entri] = []
    for t in sorted(tabel, key=lambda t: _MUTU.get(t.asal, 9)):
        baris = [b for b in t.baris if b.nama and not b.rerata and len(peras(b.nama)) > 3]
        pasti: dict[int, _Entri] = {}
        for n, b in enumerate(baris):
            cocok = [e for e in entri if e.cocok(b.nama)]
            if cocok:
                pasti[n] = _terdekat(b.nama, cocok)
        terpakai = {id(e) for e in pasti.values()}
        for n, b in enumerate(baris):
            e = pasti.get(n) or _serumpun(b, entri, terpakai, len(pasti))
            if e is None:
                e = _Entri(peras(inti(b.nama)))
                entri.append(e)
            terpakai.add(id(e))
            _catat(e, b, t.versi)
    return Daftar(
        tuple(
            Indikator(e.kunci, inti(e.nama[0]), tuple(e.nama), (e.sasaran or [""])[0], n, frozenset(e.versi))
            for n, e in enumerate(entri)
        )
    )


def _terdekat(nama: str, calon: Sequence[_Entri]) -> _Entri:
    """The entry with the most alike name."""
    return max(calon, key=lambda e: max(mirip(nama, x) for x in e.nama))


def _catat(e: _Entri, b: Baris, versi: str) -> None:
    if b.nama not in e.nama:
        e.nama.append(b.nama)
    if b.sasaran and b.sasaran not in e.sasaran:
        e.sasaran.append(b.sasaran)
    e.versi.add(versi)


def _serumpun(b: Baris, entri: Iterable[_Entri], terpakai: set[int], dikenal: int) -> _Entri | None:
    """An entry under the same sasaran that no other row of this table means, worded nearly alike.

    In a table without sasaran the company of known rows (`dikenal`) must speak for it.
    """
    if not b.sasaran and dikenal < DIKENAL_CUKUP:
        return None
    calon = [
        e
        for e in entri
        if id(e) not in terpakai
        and any(serumpun(b.nama, n) for n in e.nama)
        and (not b.sasaran or any(sama(b.sasaran, s) or serumpun(b.sasaran, s) for s in e.sasaran))
    ]
    return _terdekat(b.nama, calon) if calon else None


@dataclass(frozen=True)
class Sebutan:
    """A mention in a text: positions in the text as given, and the indicator."""

    awal: int
    akhir: int
    kunci: str


class Pencari:
    """Finds names of the register in running text, over line breaks, hyphens and markup."""

    def __init__(self, daftar: Daftar) -> None:
        self._kunci: dict[str, str] = {}
        for i in daftar.indikator:
            for v in i.varian:
                for bentuk in {peras(inti(v)), peras(v), peras(_tanpa_kurung(v))}:
                    if len(bentuk) >= PANJANG_TERPENDEK:
                        self._kunci.setdefault(bentuk, i.kunci)
        urut = sorted(self._kunci, key=len, reverse=True)
        self._pola = re.compile("|".join(map(re.escape, urut))) if urut else None

    def dalam(self, teks: str) -> Iterator[Sebutan]:
        """All mentions, the longest name first where names hold one another."""
        if self._pola is None:
            return
        tempat = [i for i, h in enumerate(teks) if h.casefold().isalnum() and len(h.casefold()) == 1]
        padat = "".join(teks[i].casefold() for i in tempat)
        for cocok in self._pola.finditer(padat):
            awal, akhir = tempat[cocok.start()], tempat[cocok.end() - 1] + 1
            if (awal and teks[awal - 1].isalnum()) or (akhir < len(teks) and teks[akhir].isalnum()):
                continue
            yield Sebutan(awal, akhir, self._kunci[cocok[0]])


def _tanpa_kurung(nama: str) -> str:
    return re.sub(r"\([^()]*\)", " ", nama)
