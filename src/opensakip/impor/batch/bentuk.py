"""What a recogniser hands to the staging tables, before anything is stored."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from opensakip.dokumen.bacaan.model import Bacaan, Tabel, Tempat

NAMA_JENIS = {
    "renja": "Rencana kerja (Renja) dengan pagu",
    "rka": "Rencana kerja dan anggaran kementerian/lembaga (RKA-K/L)",
    "dpa": "Pelaksanaan anggaran (DPA) menurut kode",
    "pk": "Perjanjian kinerja",
    "iku": "Daftar indikator kinerja utama",
    "capaian": "Sasaran, target, realisasi, dan capaian",
    "pohon": "Pohon kinerja atau cascading",
    "lke": "Kriteria lembar kerja evaluasi",
    "skm": "Jawaban survei kepuasan masyarakat",
    "kode": "Tabel kode",
}
"""What a document can be imported as."""


@dataclass(slots=True)
class BarisBaca:
    """One row: `terurai` by field, `lokasi` the places of each field."""

    pengenal: str
    terurai: dict[str, Any]
    lokasi: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    induk: str = ""


@dataclass(slots=True)
class TanyaBaca:
    """One question about a field of a row."""

    jenis: str
    pengenal: str
    ruas: str
    kalimat: str
    lokasi: list[dict[str, Any]]
    kutipan: str = ""
    tercetak: str = ""
    usul: str = ""
    catatan: bool = False


@dataclass(slots=True)
class Hasil:
    """A recognised document. `dapat_dimuat` False: recognised, but the room for it is not built yet."""

    sebagai: str
    judul: str
    baris: list[BarisBaca]
    tanya: list[TanyaBaca] = field(default_factory=list)
    pemetaan: dict[str, Any] = field(default_factory=dict)
    peringatan: list[str] = field(default_factory=list)
    dapat_dimuat: bool = True


def tempat_json(tempat: Iterable[Tempat]) -> list[dict[str, Any]]:
    """Places as plain data, without what is unknown."""
    ruas = ("halaman", "baris", "tabel", "baris_tabel", "kolom", "lembar")
    return [{k: getattr(t, k) for k in ruas if getattr(t, k) is not None} for t in tempat]


def sebut_tempat(lokasi: dict[str, Any]) -> str:
    """A stored place in words."""
    return Tempat(**lokasi).sebut()


def sebut_singkat(lokasi: dict[str, Any]) -> str:
    """The same, short: the line of a text file, else page, sheet, table and row.

    >>> sebut_singkat({"baris": 12, "tabel": 1, "kolom": 2}), sebut_singkat({"halaman": 3, "baris_tabel": 4})
    ('baris 12', 'halaman 3, baris 4')
    """
    if "baris" in lokasi and "halaman" not in lokasi and "lembar" not in lokasi:
        return f"baris {lokasi['baris']}"
    return Tempat(**{k: v for k, v in lokasi.items() if k not in ("kolom", "baris")}).sebut()


class Kutipan:
    """The text that stands at a place: the row of the table, else nothing."""

    def __init__(self, bacaan: Bacaan) -> None:
        self._baris: dict[tuple[Any, ...], str] = {}
        for t in bacaan.tabel():
            self._tabel(t)

    def _tabel(self, t: Tabel) -> None:
        for b in t.baris:
            sel = [s for s in b if s is not None]
            if sel:
                teks = " | ".join(s.teks for s in sel if s.teks)
                self._baris.setdefault(_kunci(sel[0].tempat), teks)

    def pada(self, tempat: Tempat) -> str:
        """Text of the row at a place."""
        return self._baris.get(_kunci(tempat), "")


def _kunci(t: Tempat) -> tuple[Any, ...]:
    return (t.lembar, t.halaman, t.tabel, t.baris_tabel, t.baris)
