"""The runner of the suite: both engines, counts that add up, and no green without tests."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.dukungan import pg_sementara
from tests.dukungan.wajib import daftar_wajib, lewati_atau_gagal

UJI_KECIL = "tests/arsitektur/test_migrasi.py"


def jalankan(akar: Path, *argumen: str, **lingkungan: str) -> subprocess.CompletedProcess[str]:
    bersih = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST_", "OPENSAKIP_", "DJANGO_"))}
    return subprocess.run(
        [sys.executable, "alat/uji.py", *argumen, "-p", "no:cacheprovider"],
        cwd=akar, env=bersih | {"OPENSAKIP_UJI_PEKERJA": "0"} | lingkungan,
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip


def test_uji_basis_data_berjalan_pada_kedua_mesin(akar: Path) -> None:
    try:
        pg_sementara.cari_biner()
    except pg_sementara.PgTidakAda as sebab:
        lewati_atau_gagal("pg", str(sebab))
    hasil = jalankan(akar, UJI_KECIL)
    assert hasil.returncode == 0, hasil.stdout[-2000:]
    assert re.search(r"^SQLite \(semua uji\): 1 lulus, 0 gagal, 0 dilewati", hasil.stdout, re.MULTILINE)
    assert re.search(r"^PostgreSQL \(uji basis data\): 1 lulus, 0 gagal", hasil.stdout, re.MULTILINE)
    assert hasil.stdout.splitlines()[-1] == "2 passed, 0 failed, 0 skipped"


def test_tanpa_uji_bukan_hasil_yang_sah(akar: Path) -> None:
    hasil = jalankan(akar, UJI_KECIL, "-k", "tidak_ada_yang_bernama_begini")
    assert hasil.returncode == 5
    assert hasil.stdout.splitlines()[-1] == "0 passed, 0 failed, 0 skipped"


def test_yang_tidak_ada_didaftar_atau_gagal_bila_wajib(akar: Path, tmp_path: Path) -> None:
    perlu_bahan = "tests/peraturan/test_data.py::test_skema_memuat_tingkat_data_contoh"
    lewat = jalankan(akar, perlu_bahan, UJI_KECIL, OPENSAKIP_BAHAN=str(tmp_path))
    assert lewat.returncode == 0
    assert "1 × bahan rujukan tidak ada" in lewat.stdout
    assert f"[sqlite] {perlu_bahan}" in lewat.stdout
    assert re.search(r"passed, 0 failed, [12] skipped$", lewat.stdout.rstrip())
    gagal = jalankan(akar, perlu_bahan, OPENSAKIP_BAHAN=str(tmp_path), OPENSAKIP_WAJIB="bahan")
    assert gagal.returncode == 1
    assert gagal.stdout.splitlines()[-1] == "0 passed, 1 failed, 0 skipped"


def test_nama_wajib_yang_asing_ditolak(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENSAKIP_WAJIB", "pg, perambah")
    with pytest.raises(pytest.UsageError, match="perambah"):
        daftar_wajib()


def test_yang_wajib_gagal_dan_yang_lain_dilewati(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENSAKIP_WAJIB", "pg")
    with pytest.raises(pytest.fail.Exception, match="OPENSAKIP_WAJIB=pg: tiada"):
        lewati_atau_gagal("pg", "tiada")
    with pytest.raises(pytest.skip.Exception, match="tiada"):
        lewati_atau_gagal("lo", "tiada")


def test_skrip_ci_menuntut_semua_dan_memakai_perintah_readme(akar: Path) -> None:
    skrip = (akar / ".ci" / "run").read_text(encoding="utf-8")
    assert os.access(akar / ".ci" / "run", os.X_OK)
    assert "OPENSAKIP_WAJIB=pg,peramban" in skrip
    assert "make --no-print-directory test" in skrip
    assert "make test" in (akar / "README.md").read_text(encoding="utf-8")
