"""Whether a finding names the planted error: the same place and the same figure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from opensakip.dokumen.bacaan.model import Bacaan, ButirDaftar, Paragraf, Tabel, Tempat, Unsur
from opensakip.periksa.temuan import Temuan

from .model import Tanaman

BARIS_DEKAT = 1
_ANGKA = re.compile(r"\d+(?:[.,]\d+)*")


def padat(teks: str) -> str:
    """Letters and digits alone: line ends, hyphens and spaces of a medium do not matter."""
    return re.sub(r"[^\w%]", "", teks.casefold())


def kena(t: Tanaman, bacaan: Bacaan, temuan: Iterable[Temuan]) -> Temuan | None:
    """The first finding that names the planted error, or None."""
    tempat = list(_tempat(t, bacaan))
    for f in temuan:
        teks = " ".join(x or "" for x in (f.tercetak, f.seharusnya, f.kalimat))
        if not t.kunci:
            if padat(t.asli) in padat(teks):
                return f
        elif _sama(t, teks) and any(_di(x.tempat, p) for x in f.lokasi for p in tempat):
            return f
    return None


def terbaca(t: Tanaman, bacaan: Bacaan) -> bool:
    """Whether the reader brought back the planted letters at all."""
    return not t.kunci or any(True for _ in _tempat(t, bacaan))


def _sama(t: Tanaman, teks: str) -> bool:
    """The planted figure, or for words the planted or the right words."""
    angka = _ANGKA.findall(t.tercetak)
    if angka:
        return any(a in _ANGKA.findall(teks) for a in angka)
    return any(padat(k) in padat(teks) for k in (*t.tercetak.split("\n"), t.asli) if k)


def _tempat(t: Tanaman, bacaan: Bacaan) -> Iterator[Tempat]:
    for u in bacaan.unsur:
        if isinstance(u, Tabel):
            yield from _baris(t, u)
        elif len(t.kunci) == 1 and padat(t.kunci[0]) in padat(_utuh(u)):
            yield from _bagian(u)


def _utuh(u: Unsur) -> str:
    if isinstance(u, Tabel):
        return ""
    return (u.tanda if isinstance(u, ButirDaftar) else getattr(u, "nomor", "")) + " " + u.teks


def _bagian(u: Unsur) -> Iterator[Tempat]:
    yield u.tempat
    if isinstance(u, Paragraf | ButirDaftar):
        yield from (p for _, p in u.potongan)


def _baris(t: Tanaman, u: Tabel) -> Iterator[Tempat]:
    kunci = [padat(k) for k in t.kunci if padat(k)]
    ubahan = padat(t.tercetak)
    for n, baris in enumerate(u.baris, 1):
        sel = [padat(s.teks) for s in baris if s is not None]
        ada = sum(k in sel for k in kunci)
        satu = len(t.kunci) == 1 and any(kunci[0] in s for s in sel)
        if satu or (ubahan in sel and ada * 2 >= len(kunci) and ada > 1):
            for s in baris:
                if s is not None:
                    yield Tempat(s.tempat.halaman, s.tempat.baris, u.tempat.tabel, s.tempat.baris_tabel or n)
                    break


def _di(a: Tempat, b: Tempat) -> bool:
    if a.tabel is not None and b.tabel is not None:
        return a.tabel == b.tabel and abs((a.baris_tabel or 0) - (b.baris_tabel or 0)) <= BARIS_DEKAT
    if a.baris is not None and b.baris is not None:
        return a.halaman == b.halaman and abs(a.baris - b.baris) <= BARIS_DEKAT
    return a == b
