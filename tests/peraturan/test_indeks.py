"""The index page is made from the data and is current."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from opensakip import peraturan
from opensakip.peraturan.bentuk import JENIS
from opensakip.peraturan.indeks import NAMA_JENIS, susun


def test_halaman_rujukan_mutakhir(akar: Path) -> None:
    tercatat = (akar / "docs" / "rujukan" / "peraturan.md").read_text(encoding="utf-8")
    assert tercatat == susun(), "jalankan: python -m opensakip.peraturan.indeks > docs/rujukan/peraturan.md"


def test_setiap_aturan_dan_sumbernya_ada_di_halaman() -> None:
    halaman = susun()
    for aturan in peraturan.semua():
        assert f"### `{aturan.id}`" in halaman
        assert all(s.sebutan() in halaman for s in aturan.sumber)


def test_setiap_jenis_mempunyai_judul() -> None:
    assert set(NAMA_JENIS) == set(JENIS)


def test_perintah_menulis_halaman_yang_sama(akar: Path) -> None:
    hasil = subprocess.run(
        [sys.executable, "-m", "opensakip.peraturan.indeks"], capture_output=True, cwd=akar, check=True
    )
    assert hasil.stdout.decode("utf-8") == susun()
