"""A load that is killed in the middle leaves nothing, and can be repeated."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.impor.kecil import KECIL, RENCANA, tulis

BUNUH = """
import os, signal, sys
from opensakip.cli import django_siap
django_siap.siapkan()
from opensakip.impor import muat_ukur
muat_ukur.muat_realisasi = lambda *a: os.kill(os.getpid(), signal.SIGKILL)
from opensakip.cli.utama import utama
utama(["muat", sys.argv[1]])
"""
PERINTAH = [sys.executable, "-m", "opensakip.cli.utama"]


@pytest.mark.sqlite
def test_proses_yang_dibunuh_di_tengah(tmp_path: Path) -> None:
    folder = tulis(tmp_path / "data", KECIL, RENCANA)
    tempat = tmp_path / "opensakip"
    lingkungan = {
        k: v for k, v in os.environ.items() if k not in ("DJANGO_SETTINGS_MODULE", "OPENSAKIP_BASIS_DATA")
    }
    lingkungan["OPENSAKIP_DATA"] = str(tempat)
    bunuh = subprocess.run(
        [sys.executable, "-c", BUNUH, str(folder)],
        env=lingkungan,
        capture_output=True,
        text=True,
        check=False,
    )
    assert bunuh.returncode == -signal.SIGKILL
    assert "Perjanjian Kinerja 2025 nomor 1" in bunuh.stderr, "dibunuh sebelum menulis apa pun"
    with closing(sqlite3.connect(tempat / "opensakip.sqlite3")) as basis:
        tabel = [t for (t,) in basis.execute("select name from sqlite_master where type='table'")]
        isi = {t: basis.execute(f'select count(*) from "{t}"').fetchone()[0] for t in tabel}
    assert isi["organisasi_instansi"] == isi["perencanaan_butir"] == isi["audit_jurnal"] == 0
    ulang = subprocess.run(
        [*PERINTAH, "muat", str(folder)], env=lingkungan, capture_output=True, text=True, check=False
    )
    assert (ulang.returncode, ulang.stdout.splitlines()[0]) == (
        0,
        "Dimuat: Dinas Uji Kabupaten Rekaan (dinas-uji), tahun laporan 2025.",
    )
