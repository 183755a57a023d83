"""Production settings: a host is required, a proxy is believed only when one is declared."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

_PERINTAH = (
    "from opensakip.proyek.settings import produksi as p;"
    "print(p.ALLOWED_HOSTS, getattr(p, 'SECURE_PROXY_SSL_HEADER', None))"
)


def _muat(data: Path, **lingkungan: str) -> subprocess.CompletedProcess[str]:
    bersih = {k: v for k, v in os.environ.items() if k not in ("OPENSAKIP_HOST", "OPENSAKIP_PROKSI")}
    return subprocess.run(
        [sys.executable, "-c", _PERINTAH],
        env={**bersih, "OPENSAKIP_DATA": str(data), "OPENSAKIP_KUNCI": "kunci-uji", **lingkungan},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize("host", ["", " , "])
def test_tanpa_host_menolak_mulai(tmp_path: Path, host: str) -> None:
    hasil = _muat(tmp_path, OPENSAKIP_HOST=host)
    assert hasil.returncode != 0
    assert "OPENSAKIP_HOST belum diisi" in hasil.stderr


def test_host_dirapikan_dan_kepala_proksi_tidak_dipercaya(tmp_path: Path) -> None:
    hasil = _muat(tmp_path, OPENSAKIP_HOST=" sakip.contoh.go.id , lain.go.id,")
    assert hasil.stdout.strip() == "['sakip.contoh.go.id', 'lain.go.id'] None", hasil.stderr


def test_kepala_proksi_dipercaya_bila_dinyatakan(tmp_path: Path) -> None:
    hasil = _muat(tmp_path, OPENSAKIP_HOST="a.go.id", OPENSAKIP_PROKSI="ya")
    assert hasil.stdout.strip() == "['a.go.id'] ('HTTP_X_FORWARDED_PROTO', 'https')", hasil.stderr
