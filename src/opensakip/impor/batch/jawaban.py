"""Answers to questions: which are allowed, and what each does to the rows."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from opensakip.periksa.pohon.baris import baca_uang

TANPA_NAMA = "(nama tidak tercetak pada sumber)"
TAK_TERBACA = "(rincian tidak terbaca pada sumber)"

PILIHAN: dict[str, tuple[str, ...]] = {
    "nama_tidak_tercetak": ("usul", "isian", "tercetak"),
    "nama_terpotong": ("usul", "isian", "tercetak"),
    "baris_hilang": ("tercetak", "kosongkan"),
    "angka_bergeser": ("tercetak", "kosongkan"),
    "angka_tidak_tercetak": ("usul", "isian", "kosongkan"),
    "jumlah_tidak_cocok": ("tercetak",),
    "kolom_bergeser": ("usul",),
    "satuan_janggal": ("usul", "isian", "tercetak", "kosongkan"),
    "ejaan": ("usul", "isian", "tercetak"),
    "pemilik": ("isian", "kosongkan"),
    "angka_janggal": ("isian", "kosongkan"),
    "kode_janggal": ("isian", "tercetak"),
    "nilai_berbeda": ("usul", "isian", "kosongkan"),
}
"""Answers by kind of question, the usual one first."""

SEBUTAN = {
    "usul": "Pakai usulan",
    "isian": "Tulis sendiri",
    "tercetak": "Terima seperti tercetak",
    "kosongkan": "Kosongkan",
}


class Soal(Protocol):
    """A stored question with its answer."""

    jenis: str
    pengenal: str
    ruas: str
    usul: str
    catatan: bool
    pilihan: str
    isian: str


@dataclass(slots=True)
class Isian:
    """One row as it will be written: recognised fields with the answers put in."""

    pengenal: str
    induk: str
    isi: dict[str, Any]
    lokasi: dict[str, Any]

    @property
    def hilang(self) -> bool:
        """A place-holder for rows that the document lost."""
        return bool(self.isi.get("hilang"))


def pilihan_soal(jenis: str, usul: str) -> tuple[str, ...]:
    """Answers that a question admits; a proposal only where there is one."""
    return tuple(p for p in PILIHAN.get(jenis, ("isian", "tercetak")) if p != "usul" or usul)


def terjawab(soal: Iterable[Soal]) -> bool:
    """Every question that must be answered is."""
    return all(s.pilihan or s.catatan for s in soal)


def isi_akhir(
    baris: Iterable[tuple[str, str, dict[str, Any], dict[str, Any]]], soal: Sequence[Soal]
) -> list[Isian]:
    """Rows (identifier, parent, fields, places) with every answer put in, in printed order."""
    hasil = [Isian(p, i, copy.deepcopy(isi), lokasi) for p, i, isi, lokasi in baris]
    menurut = {b.pengenal: b for b in hasil}
    for s in soal:
        if s.pilihan and s.pengenal in menurut:
            _pasang(menurut[s.pengenal], s, hasil)
    beranak = {b.induk for b in hasil}
    hasil = [b for b in hasil if not (b.isi.get("buang") and b.pengenal not in beranak)]
    for b in hasil:
        if "nama" in b.isi and not b.isi["nama"]:
            b.isi["nama"] = TAK_TERBACA if b.hilang else TANPA_NAMA
    return hasil


def _pasang(b: Isian, s: Soal, semua: Sequence[Isian]) -> None:
    ruas = s.ruas.split(".")
    teks = s.usul if s.pilihan == "usul" else s.isian if s.pilihan == "isian" else ""
    if ruas[0] == "pemilik":
        _pemilik(b, s, semua)
    elif ruas[0] == "simpul":
        b.isi["buang"] = s.pilihan == "kosongkan"
    elif ruas[0] == "pagu":
        _pagu(b, s, ruas[1:])
    elif s.pilihan != "tercetak":
        _teks(b, ruas, teks)


def _teks(b: Isian, ruas: list[str], teks: str) -> None:
    indikator = b.isi.get("indikator", [])
    if ruas[0] in ("nama", "kode"):
        b.isi[ruas[0]] = teks or b.isi[ruas[0]]
    elif ruas[0] == "indikator" and ruas[-1] == "target":
        indikator[int(ruas[1])]["target"] = _tahunan(teks)
    elif ruas[0] == "indikator":
        indikator[int(ruas[1])]["nama"] = teks or indikator[int(ruas[1])]["nama"]
    elif ruas[0] == "satuan":
        indikator[int(ruas[1])]["satuan"] = teks
    elif ruas[0] == "target":
        target = indikator[int(ruas[1])]["target"]
        target[ruas[2]] = teks
        if not teks:
            del target[ruas[2]]
    elif ruas[0] in b.isi:
        b.isi[ruas[0]] = teks


def _tahunan(teks: str) -> dict[str, str]:
    """Targets typed as "2030: 10; 2031: 11".

    >>> _tahunan("2030: 10; 2031: 11,5")
    {'2030': '10', '2031': '11,5'}
    """
    return {m[1]: m[2].strip() for m in re.finditer(r"(\d{4})\s*[:=]\s*([^;]+)", teks)}


def _pagu(b: Isian, s: Soal, kunci: list[str]) -> None:
    if s.pilihan == "kosongkan":
        for k in kunci or list(b.isi["pagu"]):
            b.isi["pagu"].pop(k, None)
    elif s.pilihan == "isian" and (angka := baca_uang(s.isian)) is not None:
        for k in kunci or list(b.isi["pagu"]):
            b.isi["pagu"][k] = {"teks": s.isian, "nilai": str(angka), "keadaan": "diketik"}


def _pemilik(b: Isian, s: Soal, semua: Sequence[Isian]) -> None:
    """The owner of a row and of all after it that print none, until another owner is printed."""
    mulai = semua.index(b)
    for x in semua[mulai:]:
        if x is not b and x.isi.get("pemilik"):
            break
        x.isi["pemilik_unit"] = s.isian if s.pilihan == "isian" else ""


def sah(jenis: str, usul: str, pilihan: str, isian: str, unit: Mapping[str, Any]) -> str:
    """Why an answer is refused, in Indonesian; empty when it is good."""
    boleh = pilihan_soal(jenis, usul)
    if pilihan not in boleh:
        return f"Pilih salah satu: {', '.join(SEBUTAN[p].lower() for p in boleh)}."
    if pilihan == "isian" and not isian.strip():
        return "Isi jawabannya, atau pilih jawaban lain."
    if pilihan == "isian" and jenis == "pemilik" and isian not in unit:
        return f"Unit “{isian}” tidak dikenal. Pilih salah satu unit instansi."
    return ""
