"""The floors of the house: import-linter passes, and its contracts cover every room that exists."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import grimp

from tests.dukungan.berkas import AKAR, SRC, ruang

RUANG_SIKLUS = ("perencanaan", "anggaran", "perjanjian", "pengukuran")
LANTAI_0 = {"hitung", "peraturan", "dokumen", "periksa"}


@cache
def kontrak() -> dict[str, dict[str, Any]]:
    isi = tomllib.loads((AKAR / "pyproject.toml").read_text(encoding="utf-8"))
    return {k["id"]: k for k in isi["tool"]["importlinter"]["contracts"]}


def test_kontrak_impor_ditaati() -> None:
    perintah = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    selesai = subprocess.run(perintah, cwd=AKAR, capture_output=True, text=True, check=False)
    assert selesai.returncode == 0, selesai.stdout[-3000:]


def test_lantai_nol_seluruhnya_dijaga() -> None:
    ada = {f"opensakip.{r}" for r in LANTAI_0 & set(ruang())}
    assert ada == set(kontrak()["inti-murni"]["source_modules"])


def test_ruang_dengan_layanan_dijaga_di_dalam() -> None:
    """A room with services follows services > selectors > rules > models."""
    berlayanan = {
        f"opensakip.{r}"
        for r in ruang()
        if (SRC / r / "services.py").exists() or (SRC / r / "services").is_dir()
    }
    assert berlayanan <= set(kontrak()["dalam-ruang"]["containers"])


def test_hanya_penyusun_cuplikan_membaca_ruang_siklus() -> None:
    """In pelaporan ``bahan`` and ``susun_*`` know the cycle; everything else knows the snapshot."""
    graf = grimp.build_graph("opensakip", cache_dir=None)
    pembaca = {
        modul.split(".")[2]
        for modul in graf.modules
        if modul.startswith("opensakip.pelaporan.")
        for diimpor in graf.find_modules_directly_imported_by(modul)
        if diimpor.startswith(tuple(f"opensakip.{r}." for r in RUANG_SIKLUS))
    }
    assert "bahan" in pembaca
    assert not [p for p in pembaca if p != "bahan" and not p.startswith("susun_")]
