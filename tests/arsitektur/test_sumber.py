"""Rules of the source that a reader may rely on everywhere: Decimal, one clock, short files, no silence."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.dukungan.berkas import AKAR, SRC, milik_proyek, modul_src, nama, pohon, teks

BATAS_BARIS = 400
JAM = SRC / "inti" / "jam.py"
JAM_TERLARANG = {
    ("datetime", "now"), ("datetime", "utcnow"), ("datetime", "today"), ("date", "today"),
    ("timezone", "now"), ("timezone", "localdate"), ("timezone", "localtime"), ("time", "time"),
    ("time", "localtime"), ("time", "gmtime"),
}  # fmt: skip
DIBUNGKAM = re.compile(
    r"pytest\.mark\.(skip|skipif|xfail)|pytest\.(xfail|importorskip)|unittest\.skip|pragma[:] no cover"
)
# Brackets keep these patterns from finding themselves.
BELUM = re.compile(r"\b(TO[D]O|FI[X]ME|X{3})\b|Not[I]mplementedError")


def panggilan(jalur: Path) -> Iterator[tuple[int, str, str]]:
    """Yield line, owner and name of every call and attribute in a file."""
    for simpul in ast.walk(pohon(jalur)):
        if isinstance(simpul, ast.Attribute):
            pemilik = simpul.value
            akhir = pemilik.attr if isinstance(pemilik, ast.Attribute) else getattr(pemilik, "id", "")
            yield simpul.lineno, akhir, simpul.attr
        elif isinstance(simpul, ast.Call) and isinstance(simpul.func, ast.Name):
            yield simpul.lineno, "", simpul.func.id


def test_hanya_satu_jam() -> None:
    salah = [
        f"{nama(p)}:{baris} {pemilik}.{atribut}"
        for p in modul_src()
        if p != JAM
        for baris, pemilik, atribut in panggilan(p)
        if (pemilik, atribut) in JAM_TERLARANG
    ]
    assert not salah, f"jam sistem dibaca di luar inti/jam.py: {salah}"


def test_tanpa_bilangan_biner() -> None:
    salah = [
        f"{nama(p)}:{baris} {atribut}"
        for p in modul_src()
        for baris, pemilik, atribut in panggilan(p)
        if (pemilik == "" and atribut == "float") or atribut in {"FloatField", "as_tuple_float"}
    ]
    salah += [
        f"{nama(p)}:{s.lineno} {s.value}"
        for p in modul_src()
        for s in ast.walk(pohon(p))
        if isinstance(s, ast.Constant) and isinstance(s.value, float) and "hitung" in p.parts
    ]
    assert not salah, f"angka adalah Decimal, bukan float: {salah}"


def test_berkas_tidak_panjang() -> None:
    panjang = {
        nama(p): jumlah
        for p in modul_src()
        if "migrations" not in p.parts and (jumlah := len(teks(p).splitlines())) > BATAS_BARIS
    }
    assert not panjang, f"pecah berkas yang melewati {BATAS_BARIS} baris: {panjang}"


def _fungsi_umum(jalur: Path) -> Iterator[ast.FunctionDef | ast.ClassDef]:
    for simpul in pohon(jalur).body:
        if isinstance(simpul, (ast.FunctionDef, ast.ClassDef)) and not simpul.name.startswith("_"):
            yield simpul
            if isinstance(simpul, ast.ClassDef) and "hitung" in jalur.parts:
                yield from (
                    s for s in simpul.body if isinstance(s, ast.FunctionDef) and not s.name.startswith("_")
                )


@pytest.mark.parametrize("ruang", ["hitung", "peraturan", "dokumen", "inti", "audit"])
def test_semua_yang_umum_dijelaskan(ruang: str) -> None:
    tanpa = [
        f"{nama(p)}:{s.lineno} {s.name}"
        for p in modul_src()
        if SRC / ruang in p.parents and "migrations" not in p.parts
        for s in _fungsi_umum(p)
        if not ast.get_docstring(s)
    ]
    assert not tanpa, f"tanpa docstring: {tanpa}"


def test_layanan_dijelaskan_dan_berkata_kunci() -> None:
    salah = []
    for p in modul_src():
        if p.name != "services.py" and "services" not in p.parent.name:
            continue
        for s in pohon(p).body:
            if isinstance(s, ast.FunctionDef) and not s.name.startswith("_"):
                if not ast.get_docstring(s):
                    salah.append(f"{nama(p)}:{s.lineno} {s.name}: tanpa docstring")
                posisi = [a.arg for a in s.args.args]
                if "oleh" in posisi and len(posisi) > 2:
                    salah.append(f"{nama(p)}:{s.lineno} {s.name}: argumen harus berkata kunci (*, ...)")
    assert not salah, "\n".join(salah)


def test_tidak_ada_yang_belum_selesai_atau_dibungkam() -> None:
    sendiri = Path(__file__)
    salah = [
        f"{nama(p)}:{n} {baris.strip()}"
        for p in milik_proyek()
        if p.suffix == ".py" and p not in {sendiri, AKAR / "conftest.py"}
        for n, baris in enumerate(teks(p).splitlines(), 1)
        if DIBUNGKAM.search(baris) or BELUM.search(baris)
    ]
    assert not salah, "\n".join(salah)
