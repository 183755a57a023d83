"""Reading the example data files for their own tests: plain csv and Decimal, none of the product's readers.

The tests must not believe the loader, so numbers are read here by the rule that the format document states:
comma is the decimal mark, a point before three digits separates thousands.
"""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path

from tests.dukungan.berkas import SRC

IMPOR = SRC / "impor"
CONTOH = ("setda-banten", "biro-perencanaan-kemensos", "setneg")
FOLDER = {nama: IMPOR / "contoh" / nama for nama in CONTOH} | {"contoh-isi": IMPOR / "templat" / "contoh-isi"}
Baris = dict[str, str]


@cache
def tabel(folder: str, berkas: str) -> tuple[Baris, ...]:
    """Rows of one file of an example; an absent file has none."""
    jalur = FOLDER[folder] / f"{berkas}.csv"
    if not jalur.exists():
        return ()
    with jalur.open(encoding="utf-8", newline="") as f:
        return tuple(csv.DictReader(f, strict=True))


def kepala(jalur: Path) -> list[str]:
    """Column names of a file."""
    with jalur.open(encoding="utf-8", newline="") as f:
        return next(csv.reader(f))


def angka(teks: str) -> Decimal:
    """Read a plain number in the Indonesian form."""
    if re.fullmatch(r"-?\d{1,3}(\.\d{3})+(,\d+)?", teks):
        teks = teks.replace(".", "")
    return Decimal(teks.replace(",", "."))


def bulat2(nilai: Decimal) -> Decimal:
    """Half up, two decimals."""
    return nilai.quantize(Decimal("0.01"), ROUND_HALF_UP)


def sumber(baris: Baris) -> list[tuple[str, str]]:
    """Key and line of each origin of a row."""
    return [tuple(bagian.split(":", 1)) for bagian in baris["sumber"].split(";") if bagian]  # type: ignore[misc]


@dataclass(frozen=True)
class Pohon:
    """One version of a budget tree: parents, amounts and what the rows are."""

    butir: dict[str, Baris]
    anak: dict[str, list[str]]
    daun: dict[str, Decimal]
    cetak: dict[str, Decimal]

    def jumlah(self, id_butir: str) -> Decimal:
        """Sum of the leaves at and below a row."""
        sendiri = self.daun.get(id_butir, Decimal(0))
        return sendiri + sum((self.jumlah(a) for a in self.anak.get(id_butir, ())), Decimal(0))

    def akar(self) -> list[str]:
        """Rows without a parent."""
        return [i for i, b in self.butir.items() if not b["induk"]]


@cache
def pohon(folder: str, dokumen: str, versi: str, tahun: str, kolom: str = "nilai") -> Pohon:
    """Lay out one version of a document for one year."""
    butir = {
        b["id"]: b for b in tabel(folder, "butir") if b["dokumen"] == dokumen and b["versi"] in ("", versi)
    }
    anak: dict[str, list[str]] = defaultdict(list)
    for i, b in butir.items():
        if b["induk"]:
            anak[b["induk"]].append(i)
    pagu: dict[str, dict[str, Decimal]] = {"daun": {}, "cetak": {}}
    for p in tabel(folder, "pagu"):
        if (p["dokumen"], p["versi"], p["tahun"]) == (dokumen, versi, tahun):
            pagu[p["peran"]][p["butir"]] = Decimal(p[kolom])
    return Pohon(butir, dict(anak), pagu["daun"], pagu["cetak"])


def capaian_pk(folder: str, pk: str, tahun: str) -> dict[str, Decimal]:
    """Capaian of each line of a paper: realisation over target, in percent, not rounded."""
    nyata = {r["indikator"]: angka(r["nilai"]) for r in tabel(folder, "realisasi") if r["tahun"] == tahun}
    return {
        b["indikator"]: nyata[b["indikator"]] / angka(b["target"]) * 100
        for b in tabel(folder, "pk_baris")
        if b["pk"] == pk
    }


def banyak_butir(folder: str, dokumen: str) -> Counter[str]:
    """Number of rows of a document by level."""
    return Counter(b["tingkat"] for b in tabel(folder, "butir") if b["dokumen"] == dokumen)
