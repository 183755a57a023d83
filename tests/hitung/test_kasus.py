"""Golden cases: figures typed from real documents and clauses, computed by the product.

Each case stands in ``kasus/*.yaml`` and names the document and line (or the clause) it comes from. The
expected value was typed, never produced by this code; where the document prints another figure, ``cetak``
keeps it and ``catatan`` says why. ``bahan`` points to the same figures in the reference material, which is
compared where it is at hand, so that a typing mistake in a case does not pass for a formula.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import pytest

from tests.hitung.pelaksana_kasus import JALANKAN, semua

KUNCI_WAJIB = {"id", "sumber", "jenis", "masukan", "harapan"}
KUNCI_PILIHAN = {"cetak", "catatan", "bahan"}
PENJUMLAHAN = {"jumlah", "jumlah_angka"}
DOKUMEN = {"lkip-setda-banten-2025", "lkj-biroren-kemensos-2023", "rka-setneg-2024"}


def sama(kunci: str, harapan: Any, hasil: Mapping[str, Any]) -> bool:
    """Compare one expectation; figures by value, texts by letter."""
    if kunci == "keterangan_memuat":
        return str(harapan) in hasil["keterangan"]
    nyata = hasil[kunci]
    if isinstance(nyata, Decimal) and harapan is not None:
        return nyata == Decimal(harapan)
    return bool(nyata == harapan)


@pytest.mark.parametrize("kasus", semua(), ids=lambda k: k["id"])
def test_kasus(kasus: dict[str, Any]) -> None:
    hasil = JALANKAN[kasus["jenis"]](kasus["masukan"])
    beda = {k: (v, hasil.get(k)) for k, v in kasus["harapan"].items() if not sama(k, v, hasil)}
    assert not beda, (
        f"{kasus['berkas']} {kasus['sumber']}: (harapan, hasil) {beda} {kasus.get('catatan', '')}"
    )


# ── the cases themselves ────────────────────────────────────────────────────────────────────────────


def test_banyaknya_kasus() -> None:
    assert len(semua()) >= 600
    assert len([k for k in semua() if k["jenis"] not in PENJUMLAHAN]) >= 400
    nyata = [k for k in semua() if k["sumber"].split(":")[0] in DOKUMEN]
    assert len(nyata) >= 450
    assert len([k for k in nyata if k["jenis"] not in PENJUMLAHAN]) >= 250


def test_setiap_jenis_terpakai() -> None:
    assert {k["jenis"] for k in semua()} == set(JALANKAN)


def test_id_unik_dan_bentuk_kasus() -> None:
    assert len({k["id"] for k in semua()}) == len(semua())
    for k in semua():
        kunci = set(k) - {"berkas"}
        assert kunci >= KUNCI_WAJIB, k["id"]
        assert kunci <= KUNCI_WAJIB | KUNCI_PILIHAN, k["id"]
        assert k["harapan"], k["id"]
        assert "cetak" not in k or k.get("catatan"), f"{k['id']}: angka cetak lain perlu alasan"


def test_setiap_kasus_bersumber() -> None:
    """A document is cited by line, a rule by clause."""
    for k in semua():
        for bagian in k["sumber"].split(";"):
            kunci, _, letak = bagian.partition(":")
            assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", kunci), k["id"]
            pola = r"\d+(-\d+)?(,\d+(-\d+)?)*" if kunci in DOKUMEN else r"[\w.-]+"
            assert re.fullmatch(pola, letak), f"{k['id']}: {bagian}"


# ── against the reference material ──────────────────────────────────────────────────────────────────


def ambil(kasus: Mapping[str, Any], jalan: str) -> list[Any]:
    """Follow ``masukan.nilai`` or, for a column of a list of rows, ``masukan.butir.0``."""
    isi: Any = kasus
    for kunci in jalan.split("."):
        isi = [baris[int(kunci)] for baris in isi] if isinstance(isi, list) else isi[kunci]
    return isi if isinstance(isi, list) else [isi]


def sel(folder: Path, rujukan: str) -> list[str]:
    """Read the cells of a reference ``file|column=value;column!=value|column``, in the order of the file."""
    berkas, saring, kolom = rujukan.split("|")
    syarat = [re.fullmatch(r"(\w+)(!?=)(.*)", s) for s in saring.split(";") if s]
    with (folder / "data" / berkas).open(encoding="utf-8", newline="") as f:
        return [
            baris[kolom]
            for baris in csv.DictReader(f)
            if all(s and (baris[s[1]] == s[3]) == (s[2] == "=") for s in syarat)
        ]


def seragam(isi: object) -> Decimal | str | None:
    """Bring a figure of a case or of the data to one form; other text stays text."""
    teks = "" if isi is None else str(isi)
    if re.fullmatch(r"-?\d{1,3}(\.\d{3})+", teks):
        teks = teks.replace(".", "")
    try:
        return Decimal(teks.replace(",", ".").replace("\u2212", "-")) if teks else None
    except InvalidOperation:
        return teks


@pytest.mark.parametrize("berkas", sorted({k["berkas"] for k in semua() if "bahan" in k}))
def test_masukan_sama_dengan_bahan(bahan: Path, berkas: str) -> None:
    beda = []
    for kasus in (k for k in semua() if k["berkas"] == berkas):
        for jalan, rujukan in kasus.get("bahan", {}).items():
            tertulis, data = ambil(kasus, jalan), sel(bahan, rujukan)
            baca = _mesin if jalan == "harapan.nilai" else seragam
            if [baca(t) for t in tertulis] != [_mesin(d) for d in data]:
                beda.append(f"{kasus['id']} {jalan}: {tertulis} lain dari {data}")
    assert not beda, "\n".join(beda)


def _mesin(isi: str) -> Decimal | str | None:
    """A cell of the data: machine numbers, point for decimals; printed texts as they are."""
    try:
        return Decimal(isi) if isi else None
    except InvalidOperation:
        return seragam(isi)


def test_kasus_dokumen_dapat_dicocokkan() -> None:
    """Most cases of real documents point to the same figures in the data, so they can be compared."""
    nyata = [k for k in semua() if k["sumber"].split(":")[0] in DOKUMEN]
    assert len([k for k in nyata if "bahan" in k]) >= 400
