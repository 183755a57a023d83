"""Run the checks over what was read: all of them, whatever one of them does; then sift, order and sum up.

A check that fails does not stop the others; it becomes a warning, so that a fault of ours costs one kind of
finding and not the whole review. `ketat` lets it through, for tests.
"""

from __future__ import annotations

import pkgutil
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Final

import opensakip.periksa
from opensakip.dokumen.bacaan.model import Bacaan, Tempat
from opensakip.periksa.temuan import DAFTAR, Lokasi, Pemeriksaan, Temuan, Tingkat

URUTAN: Final = tuple(Tingkat)
"""The degrees, most serious first."""
_ANGKA = re.compile(r"\d+(?:[.,]\d+)*")
Laju = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Hasil:
    """What the checks found in documents that were checked together, most serious first."""

    bacaan: tuple[Bacaan, ...]
    temuan: tuple[Temuan, ...]
    peringatan: tuple[str, ...] = ()

    @property
    def ringkasan(self) -> dict[str, object]:
        """Counts: in all, by degree, by kind, and the checks that ran."""
        tingkat = Counter(t.tingkat for t in self.temuan)
        jenis = Counter(t.jenis for t in self.temuan)
        return {
            "jumlah": len(self.temuan),
            "tingkat": {t.value: tingkat[t] for t in URUTAN},
            "jenis": dict(sorted(jenis.items())),
        }

    @property
    def ada_tinggi(self) -> bool:
        """True where a finding is serious: the report should not go out like this."""
        return any(t.tingkat is Tingkat.TINGGI for t in self.temuan)

    def paling_tidak(self, tingkat: Tingkat) -> Hasil:
        """The same result with only the findings of this degree and the more serious ones."""
        batas = URUTAN.index(tingkat)
        return Hasil(
            self.bacaan,
            tuple(t for t in self.temuan if URUTAN.index(t.tingkat) <= batas),
            self.peringatan,
        )


def muat_semua() -> Mapping[str, Pemeriksaan]:
    """Import every module of the room, so that every check stands in the register; return the register."""
    for modul in pkgutil.walk_packages(opensakip.periksa.__path__, opensakip.periksa.__name__ + "."):
        import_module(modul.name)
    return DAFTAR


def periksa(
    bacaan: Iterable[Bacaan],
    *,
    daftar: Mapping[str, Pemeriksaan] | None = None,
    laju: Laju | None = None,
    ketat: bool = False,
) -> Hasil:
    """Check documents of one agency, each in itself and against the others.

    daftar: the checks to run, default all; laju: told the name, number and count of each check before it
    runs; ketat: a failing check raises instead of becoming a warning.
    """
    dokumen = tuple(bacaan)
    dipakai = muat_semua() if daftar is None else daftar
    temuan: list[Temuan] = []
    peringatan = [f"{b.berkas}: {p}" for b in dokumen for p in b.peringatan]
    for ke, p in enumerate(dipakai.values(), 1):
        if laju:
            laju(p.judul, ke, len(dipakai))
        try:
            temuan += p.fungsi(dokumen)
        except Exception as sebab:
            if ketat:
                raise
            peringatan.append(
                f"pemeriksaan {p.kode} berhenti ({type(sebab).__name__}); temuan jenis ini mungkin kurang"
            )
    berkas = {b.berkas: n for n, b in reversed(list(enumerate(dokumen)))}
    sisa = sorted(saring(temuan), key=lambda t: _urut(t, berkas))
    return Hasil(dokumen, tuple(sisa), tuple(peringatan))


def gabung(hasil: Iterable[Hasil]) -> Hasil:
    """Results of documents that were checked each by itself, as one list in order of seriousness."""
    semua = tuple(hasil)
    bacaan = tuple(b for h in semua for b in h.bacaan)
    berkas = {b.berkas: n for n, b in reversed(list(enumerate(bacaan)))}
    temuan = sorted((t for h in semua for t in h.temuan), key=lambda t: _urut(t, berkas))
    return Hasil(bacaan, tuple(temuan), tuple(p for h in semua for p in h.peringatan))


def _urut(t: Temuan, berkas: Mapping[str, int]) -> tuple[object, ...]:
    tempat = t.lokasi[0] if t.lokasi else Lokasi("", Tempat())
    return (
        URUTAN.index(t.tingkat),
        berkas.get(tempat.berkas, len(berkas)),
        *urutan_tempat(tempat.tempat),
        t.jenis,
        t.id,
    )


def urutan_tempat(t: Tempat) -> tuple[int, ...]:
    """Where a place stands in the order of reading; what is unknown comes first.

    >>> urutan_tempat(Tempat(halaman=3, baris=12)) < urutan_tempat(Tempat(halaman=12, baris=1))
    True
    """
    if t.halaman is None and t.baris is not None:
        return (0, t.baris, t.tabel or 0, t.baris_tabel or 0, t.kolom or 0)
    return (t.halaman or 0, t.tabel or 0, t.baris_tabel or 0, t.kolom or 0, t.baris or 0)


def saring(temuan: Iterable[Temuan]) -> list[Temuan]:
    """Leave one of the findings that say the same of the same printed figure: the most specific one.

    Two findings are the same where place and printed figure are the same and nothing in what they hold to be
    right differs. Two that hold different things to be right both stay.
    """
    kelompok: dict[tuple[object, ...], list[Temuan]] = {}
    for t in temuan:
        sekutu = kelompok.setdefault(_kunci(t), [])
        sama = next((n for n, s in enumerate(sekutu) if _searti(s, t)), None)
        if sama is None:
            sekutu.append(t)
        elif _khusus(t) > _khusus(sekutu[sama]):
            sekutu[sama] = t
    return [t for sekutu in kelompok.values() for t in sekutu]


def _kunci(t: Temuan) -> tuple[object, ...]:
    """The main place and what is printed there; a finding without print stands for itself by its kind."""
    tempat = t.lokasi[0] if t.lokasi else None
    cetak = _angka(t.tercetak) or (t.tercetak or "").casefold().strip()
    return (tempat and tempat.berkas, tempat and tempat.tempat, cetak or t.jenis)


def _angka(teks: str | None) -> tuple[str, ...]:
    return tuple(_ANGKA.findall(teks or ""))


def _searti(a: Temuan, b: Temuan) -> bool:
    if a.seharusnya is None or b.seharusnya is None:
        return a.jenis == b.jenis
    x, y = _angka(a.seharusnya), _angka(b.seharusnya)
    if x and y:
        return bool(set(x) & set(y))
    return a.seharusnya.casefold() == b.seharusnya.casefold()


def _khusus(t: Temuan) -> tuple[object, ...]:
    """How much a finding says: what is right, how sure, how serious, how many places."""
    return (
        t.seharusnya is not None,
        t.keyakinan,
        -URUTAN.index(t.tingkat),
        len(t.lokasi),
        -len(t.jenis),
    )
