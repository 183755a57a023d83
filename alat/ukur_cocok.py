"""Whether a finding of ours is a known error of the list: the same place and the same figure."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from opensakip.periksa.temuan import Temuan

DEKAT = 2
"""Lines that a place may lie away: a cell or sentence of a scan runs over line ends."""
_ANGKA = re.compile(r"\d+(?:[.,]\d+)*")
_SEBUTAN = re.compile(r"(?i)\b(?:tabel|bab)\s+[\dIVX.]+")
"""A table or chapter by its number: no line, and no figure."""
_TAHUN = re.compile(r"(?:19|20)\d\d")
_SEARTI = {"kosong": "tanpa", "hilang": "tanpa"}
_UMUM = {
    "yang",
    "dengan",
    "dari",
    "pada",
    "tidak",
    "atau",
    "untuk",
    "tahun",
    "dalam",
    "oleh",
    "baris",
    "lihat",
}


def angka(teks: str | None) -> set[str]:
    """The figures of a text in one spelling; years only where there is nothing else."""
    semua = {_baku(a) for a in _ANGKA.findall(teks or "")}
    tanpa_tahun = {a for a in semua if not _TAHUN.fullmatch(a)}
    return tanpa_tahun or semua


def _baku(a: str) -> str:
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3}){2,}", a):
        return re.sub(r"\D", "", a)
    return a.replace(",", ".")


def kata(teks: str | None) -> set[str]:
    """The words that carry meaning."""
    isi = (_SEARTI.get(k, k) for k in re.findall(r"[^\W\d_]{4,}", (teks or "").casefold()))
    return {k for k in isi if k not in _UMUM}


@dataclass(frozen=True)
class Diketahui:
    """A known error: row of the list, and the check that should find it; none where no program can know."""

    id: str
    tempat: str
    jenis: str
    tercetak: str
    seharusnya: str
    tingkat: str
    pemeriksaan: str
    alasan: str

    @cached_property
    def baris(self) -> tuple[tuple[int, int], ...]:
        """Lines of the place, as ranges; words such as "tabel 2.1" name none."""
        teks = _SEBUTAN.sub("", self.tempat)
        return tuple((int(m[1]), int(m[2] or m[1])) for m in re.finditer(r"(\d+)(?:-(\d+))?", teks))

    @property
    def dapat_diketahui(self) -> bool:
        """Whether a program can know it."""
        return bool(self.pemeriksaan)

    def kena(self, t: Temuan) -> bool:
        """Whether a finding is this error."""
        return self.setempat(t) and (self._angka_sama(t) or self._kata_sama(t))

    def setempat(self, t: Temuan) -> bool:
        """Whether a place of the finding lies at a place of the error."""
        di = [x.tempat.baris for x in t.lokasi if x.tempat.baris is not None]
        return any(a - DEKAT <= b <= z + DEKAT for b in di for a, z in self.baris)

    def _angka_sama(self, t: Temuan) -> bool:
        cetak, benar = angka(_SEBUTAN.sub("", self.tercetak)), angka(self.seharusnya)
        kita, kata_kita = angka(t.tercetak), angka(t.seharusnya)
        lain = kata_kita if not cetak else cetak & (kata_kita | angka(t.kalimat))
        return bool(cetak & kita) or bool(benar & kita and lain) or bool(not cetak and benar & kata_kita)

    def _kata_sama(self, t: Temuan) -> bool:
        """For errors in words: the check that should find it, and half of the words.

        Where the list prints a figure beside the words ("7 Persen"), all words of the finding must be there.
        """
        if t.jenis != self.pemeriksaan:
            return False
        if angka(_SEBUTAN.sub("", self.tercetak)):
            return (
                bool(kata(t.tercetak)) and not angka(t.tercetak) and kata(t.tercetak) <= kata(self.tercetak)
            )
        kita = kata(
            " ".join([t.tercetak or "", t.seharusnya or "", t.kalimat, *(x.kutipan for x in t.lokasi)])
        )
        return any(k and len(k & kita) * 2 >= len(k) for k in (kata(self.tercetak), kata(self.seharusnya)))


def daftar_diketahui(daftar: Path, peta: Path) -> list[Diketahui]:
    """The known errors with the check that each is mapped to."""
    with peta.open(encoding="utf-8", newline="") as f:
        ke = {b["id"]: b for b in csv.DictReader(f)}
    with daftar.open(encoding="utf-8", newline="") as f:
        return [
            Diketahui(
                b["id"], b["where"], b["kind"], b["printed"], b["recomputed"], b["severity"],
                ke[b["id"]]["pemeriksaan"], ke[b["id"]]["alasan"],
            )
            for b in csv.DictReader(f)
        ]  # fmt: skip


@dataclass(frozen=True)
class Putusan:
    """The judgement of a person on a further finding: benar, salah or meragukan, with the reason."""

    id: str
    jenis: str
    baris: str
    putusan: str
    alasan: str


def putusan(berkas: Path) -> dict[tuple[str, ...], Putusan]:
    """Judgements by id, and by check, line and print, so that a better sentence keeps its judgement."""
    hasil: dict[tuple[str, ...], Putusan] = {}
    if not berkas.exists():
        return hasil
    with berkas.open(encoding="utf-8", newline="") as f:
        for b in csv.DictReader(f):
            p = Putusan(b["id"], b["jenis"], b["baris"], b["putusan"], b["alasan"])
            hasil[(b["id"] or b["alasan"],)] = hasil[b["jenis"], b["baris"], b["tercetak"]] = p
    return hasil


def kunci_putusan(t: Temuan) -> tuple[str, str, str]:
    """Check, first line and the printed text cut short."""
    baris = next((str(x.tempat.baris) for x in t.lokasi if x.tempat.baris is not None), "")
    return t.jenis, baris, " ".join((t.tercetak or "").split()[:6])


def putuskan(t: Temuan, semua: dict[tuple[str, ...], Putusan]) -> Putusan | None:
    """The judgement on a finding, if there is one."""
    return semua.get((t.id,)) or semua.get(kunci_putusan(t))


def pasangkan(diketahui: Iterable[Diketahui], temuan: Iterable[Temuan]) -> dict[str, list[Temuan]]:
    """By known error, the findings that are it."""
    semua = list(temuan)
    return {d.id: [t for t in semua if d.kena(t)] for d in diketahui}
