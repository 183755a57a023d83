"""Reading a snapshot for printing: figures by id as runs of text that remember the id."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from opensakip.dokumen.model import Nada, Potong
from opensakip.hitung.angka import bulatkan, tampil_rupiah
from opensakip.hitung.terbilang import terbilang

KOSONG = "–"
BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
KATA_TERHADAP = {
    "melampaui": (Nada.MELAMPAUI, "melampaui"),
    "tercapai": (Nada.TERCAPAI, "tercapai"),
    "bawah": (Nada.BAWAH, "di bawah"),
    "belum": (Nada.KOSONG, "belum dinilai"),
}
# Names of rating classes -> shape and colour. Scales differ per agency; an unknown name gets a plain mark.
KATA_PERINGKAT = {
    "sangat baik": Nada.SANGAT_BAIK,
    "sangat tinggi": Nada.SANGAT_BAIK,
    "istimewa": Nada.SANGAT_BAIK,
    "sangat memuaskan": Nada.SANGAT_BAIK,
    "memuaskan": Nada.SANGAT_BAIK,
    "tinggi": Nada.TINGGI,
    "baik": Nada.TINGGI,
    "sedang": Nada.SEDANG,
    "cukup": Nada.SEDANG,
    "rendah": Nada.RENDAH,
    "kurang": Nada.RENDAH,
    "kurang baik": Nada.RENDAH,
    "sangat rendah": Nada.SANGAT_RENDAH,
    "sangat kurang": Nada.SANGAT_RENDAH,
    "tidak baik": Nada.SANGAT_RENDAH,
}
# One meaning for each mark in the whole report.
TANDA_STATUS = {"dibawa": "*", "sementara": "‡"}
_TANPA_SATUAN = {
    "", "nilai", "indeks", "skor", "poin", "angka", "skala", "level", "tingkat", "opini", "predikat",
    "kategori",
}  # fmt: skip


class Cuplik:
    """A snapshot with the ways a report reads it. Missing ids give a dash, never an error or a zero."""

    def __init__(self, isi: Mapping[str, Any], sidik: str = "") -> None:
        self.isi = isi
        self.angka: Mapping[str, Any] = isi.get("angka") or {}
        self.sidik = sidik

    @property
    def tahun(self) -> int:
        """Year of the report."""
        return int(self.isi["meta"]["tahun"])

    def nilai(self, id: str | None) -> Decimal | None:
        """Unrounded value, for deciding only; what is printed comes from `tampil`."""
        butir = self.angka.get(id or "")
        teks = butir.get("nilai") if butir else None
        return None if teks is None else Decimal(teks)

    def bulat(self, id: str | None) -> Decimal | None:
        """Value as shown (2 decimals); words and marks are decided from it."""
        n = self.nilai(id)
        return None if n is None else bulatkan(n, 2)

    def tampil(self, id: str | None) -> str:
        """Printed form of a figure."""
        butir = self.angka.get(id or "")
        return str(butir["tampil"]) if butir else KOSONG

    def ada(self, id: str | None) -> bool:
        """Whether the figure exists and is more than a dash."""
        return self.tampil(id) not in (KOSONG, "")

    def potong(self, id: str | None, akhiran: str = "", *, tebal: bool = False, tanda: str = "") -> Potong:
        """A run that shows a figure; `akhiran` ("%") is left out behind a dash."""
        t = self.tampil(id)
        return Potong(
            t + (akhiran if t != KOSONG else ""),
            tebal=tebal,
            tanda=tanda,
            angka=id if id and id in self.angka else "",
        )

    def rupiah(self, id: str | None, *, awalan: bool = False, tebal: bool = False) -> Potong:
        """Money by its value: digits in columns, with "Rp" in sentences."""
        n = self.nilai(id)
        if n is None:
            return Potong(self.tampil(id), tebal=tebal)
        return Potong(tampil_rupiah(n, awalan=awalan), tebal=tebal, angka=id or "")

    def asal(self, id: str | None) -> str:
        """Where the figure was recorded as something other than plainly printed ("dugaan" and the like)."""
        butir = self.angka.get(id or "") or {}
        return str(butir.get("keterangan") or "")


def bilangan(n: int) -> str:
    """Counts in prose: words below twelve, digits from twelve upward."""
    return terbilang(n) if 0 <= n < 12 else str(n)


def akhiran_satuan(satuan: str) -> str:
    """What stands behind a value in a sentence: "%" for percent, nothing for scores, else the noun."""
    s = satuan.strip().lower()
    if s in ("persen", "%", "persentase"):
        return "%"
    return "" if s in _TANPA_SATUAN else f" {s}"


def satuan_selisih(satuan: str) -> str:
    """Unit of a difference: percentage points, score points, or the counted noun."""
    a = akhiran_satuan(satuan)
    return " poin persentase" if a == "%" else a or " poin"


def nada_peringkat(nama: str | None) -> Nada:
    """Mark of a rating class."""
    if not nama:
        return Nada.KOSONG
    return KATA_PERINGKAT.get(nama.strip().lower(), Nada.TETAP)


def tanggal(hari: date) -> str:
    """A date in words: "28 Oktober 2025"."""
    return f"{hari.day} {BULAN[hari.month - 1]} {hari.year}"


def tanggal_teliti(iso: str, teliti: str) -> str:
    """A printed date as exactly as it is known: with day, or month and year only."""
    hari = date.fromisoformat(iso[:10])
    return f"{BULAN[hari.month - 1]} {hari.year}" if teliti == "bulan" else tanggal(hari)


def waktu_setempat(iso: str, zona: str) -> str:
    """A moment in the zone of the agency: "27 Februari 2026 pukul 09.00 WIB"."""
    w = datetime.fromisoformat(iso).astimezone(ZoneInfo(zona))
    return f"{tanggal(w.date())} pukul {w:%H.%M} {w.tzname()}"


def ringkas(teks: str, panjang: int) -> str:
    """Cut a long name at a word for footers and narrow labels."""
    if len(teks) <= panjang:
        return teks
    potong = teks[: panjang - 1].rsplit(" ", 1)[0]
    return (potong or teks[: panjang - 1]).rstrip(" ,;:") + "…"
