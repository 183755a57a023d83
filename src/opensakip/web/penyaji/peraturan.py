"""Regulations for reading: in force or not, how well read, what they say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from opensakip import peraturan
from opensakip.peraturan import Aturan, Riwayat
from opensakip.peraturan.indeks import NAMA_JENIS
from opensakip.peraturan.isi import CELAH, rincian


@dataclass(frozen=True, slots=True)
class Ringkas:
    """A line of the list. ``keadaan``: berlaku, belum, dicabut, mati (switched off here)."""

    id: str
    judul: str
    dasar: str
    berlaku: date
    tag: str
    keadaan: str


def keadaan(r: Riwayat, hari: date) -> str:
    """State of a rule on a day, in one word that :func:`nama_keadaan` explains."""
    if r.dicabut_sejak is not None and hari >= r.dicabut_sejak:
        return "dicabut"
    if hari < r.versi[0].berlaku:
        return "belum"
    return "mati" if peraturan.dimatikan(_pada(r, hari)) else "berlaku"


def nama_keadaan() -> dict[str, str]:
    """States in the words of the reader."""
    return {
        "berlaku": _("berlaku"),
        "belum": _("belum berlaku"),
        "dicabut": _("tidak berlaku lagi"),
        "mati": _("dimatikan pada pemasangan ini"),
    }


def _pada(r: Riwayat, hari: date) -> Aturan:
    return max((v for v in r.versi if v.berlaku <= hari), key=lambda v: v.berlaku, default=r.versi[0])


def daftar(hari: date, kata: Sequence[str] = (), pilih: str = "") -> dict[str, list[Ringkas]]:
    """All rules by kind, in the order of the index; ``pilih`` keeps one state only."""
    semua: dict[str, list[Ringkas]] = {}
    for id_ in peraturan.daftar_id():
        r = peraturan.riwayat(id_)
        a, k = _pada(r, hari), keadaan(r, hari)
        teks = f"{id_} {a.judul} {' '.join(a.dasar)}".casefold()
        if (pilih and pilih != k) or not all(w in teks for w in kata):
            continue
        baris = Ringkas(id_, a.judul, a.dasar[0] if a.dasar else "", a.berlaku, a.tag, k)
        semua.setdefault(a.jenis, []).append(baris)
    return {nama: semua[jenis] for jenis, nama in NAMA_JENIS.items() if jenis in semua}


@dataclass(frozen=True, slots=True)
class Versi:
    """One version of a rule with what it says as a table."""

    aturan: Aturan
    kini: bool
    mati: bool
    celah: str
    kepala: tuple[str, ...]
    baris: list[tuple[str, ...]]


def versi(r: Riwayat, hari: date) -> list[Versi]:
    """Versions of a rule, newest first; ``kini`` is the one in force on the day."""
    kini = _pada(r, hari) if keadaan(r, hari) in ("berlaku", "mati") else None
    hasil = []
    for a in reversed(r.versi):
        kepala, baris = rincian(a)
        celah = CELAH[a.nilai["celah"]] if a.jenis == "skala" else ""
        hasil.append(Versi(a, a is kini, peraturan.dimatikan(a), celah, kepala, baris))
    return hasil
