"""`make env` answers clearly where the machine lacks something, before it does any work."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest


def siapkan(akar: Path, folder: Path, **lingkungan: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(akar / "alat" / "lingkungan.sh"), "inti"],
        env={"PATH": os.environ["PATH"], "VENV": str(folder), **lingkungan},
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip


def python_tiruan(folder: Path, isi: str) -> str:
    berkas = folder / "python-tiruan"
    berkas.write_text(f"#!/bin/sh\n{isi}\n")
    berkas.chmod(0o755)
    return str(berkas)


def test_python_terlalu_tua(akar: Path, tmp_path: Path) -> None:
    tua = python_tiruan(tmp_path, "exit 1")
    hasil = siapkan(akar, tmp_path / "venv", PYTHON=tua)
    assert hasil.returncode == 1
    assert "3.11" in hasil.stderr
    assert "make env PYTHON=" in hasil.stderr
    assert not (tmp_path / "venv").exists()


def test_modul_venv_tidak_ada(akar: Path, tmp_path: Path) -> None:
    tanpa = python_tiruan(tmp_path, 'case "$*" in *ensurepip*) exit 1;; esac; exec python3 "$@"')
    hasil = siapkan(akar, tmp_path / "venv", PYTHON=tanpa)
    assert hasil.returncode == 1
    assert "apt install python3-venv" in hasil.stderr
    assert not (tmp_path / "venv").exists()


def test_folder_lain_tidak_dihapus(akar: Path, tmp_path: Path) -> None:
    milik_orang = tmp_path / "penting"
    milik_orang.mkdir()
    (milik_orang / "naskah.txt").write_text("jangan hapus")
    hasil = siapkan(akar, milik_orang)
    assert hasil.returncode == 1
    assert "sudah berisi hal lain" in hasil.stderr
    assert (milik_orang / "naskah.txt").read_text() == "jangan hapus"


def test_tanpa_jaringan(akar: Path, tmp_path: Path) -> None:
    hasil = siapkan(
        akar, tmp_path / "venv", PIP_CONFIG_FILE=os.devnull, PIP_NO_INDEX="1", PIP_NO_CACHE_DIR="1"
    )
    assert hasil.returncode == 1
    assert "Periksa sambungan internet" in hasil.stderr
    assert not list((tmp_path / "venv").glob(".stempel-*")), "yang gagal tidak boleh bertanda selesai"


@pytest.mark.parametrize("sasaran", ["env", "demo", "test", "lint", "bench", "mutasi", "kunci", "help"])
def test_semua_perintah_dijelaskan(akar: Path, sasaran: str) -> None:
    hasil = subprocess.run(
        ["make", "--no-print-directory"], cwd=akar, capture_output=True, text=True, check=True
    )
    assert f"make {sasaran} " in hasil.stdout
