"""The promise of ``make demo``: one command, a running example, reports that the pages serve as well."""

from __future__ import annotations

import signal
import socket
import subprocess
import time
import urllib.request
from pathlib import Path

import pytest

from tests.dukungan.perintah import OPENSAKIP, lingkungan

BATAS_DETIK = 60


def _port_bebas() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


def _ambil(alamat: str) -> bytes:
    with urllib.request.urlopen(alamat, timeout=30) as jawab:
        return jawab.read()


def _tunggu_siap(alamat: str, proses: subprocess.Popen[str]) -> None:
    batas = time.monotonic() + BATAS_DETIK
    while time.monotonic() < batas:
        if proses.poll() is not None:
            pytest.fail(f"demo berhenti sendiri: {proses.communicate()}")
        try:
            _ambil(alamat)
        except OSError:
            time.sleep(0.2)
        else:
            return
    pytest.fail("demo tidak siap dalam satu menit")


def test_demo_dari_kosong_lalu_laporan_diunduh_dari_laman(tmp_path: Path) -> None:
    """Also guards against a server forked from a process whose PDF writer has started threads: it hangs."""
    port = _port_bebas()
    perintah = [*OPENSAKIP, "demo", "--port", str(port)]
    with subprocess.Popen(
        perintah, env=lingkungan(tmp_path), text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as proses:
        try:
            alamat = f"http://127.0.0.1:{port}"
            _tunggu_siap(alamat, proses)
            tersimpan = tmp_path / "keluaran" / "lkjip-setda-banten-2025.pdf"
            assert _ambil(f"{alamat}/i/setda-banten/2025/laporan.pdf") == tersimpan.read_bytes()
            assert b"96,94" in _ambil(f"{alamat}/i/setda-banten/2025/")
        finally:
            proses.send_signal(signal.SIGINT)
            try:
                keluaran, _ = proses.communicate(timeout=15)
            except subprocess.TimeoutExpired:
                proses.kill()
                raise
    assert alamat in keluaran
    assert "koordinator" in keluaran
    assert str(tersimpan) in keluaran
