"""Floor 0 stands without Django: imported, and its doctests run, where Django cannot be imported."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.dukungan.berkas import AKAR, ruang

SKRIP = """
import doctest, importlib, pkgutil, sys

class Tolak:
    def find_spec(self, nama, jalur=None, sasaran=None):
        if nama.split(".")[0] in {"django", "sqlite3", "psycopg", "requests"}:
            raise ImportError(f"{nama} tidak boleh dipakai di lantai 0")

sys.meta_path.insert(0, Tolak())
paket = importlib.import_module("opensakip." + sys.argv[1])
modul = [paket] + [
    importlib.import_module(m.name) for m in pkgutil.walk_packages(paket.__path__, paket.__name__ + ".")
]
gagal = dicoba = 0
for m in modul:
    hasil = doctest.testmod(m)
    gagal += hasil.failed
    dicoba += hasil.attempted
print(f"{len(modul)} modul, {dicoba} contoh, {gagal} gagal")
sys.exit(1 if gagal or "django" in sys.modules else 0)
"""


@pytest.mark.parametrize("nama", [r for r in ("hitung", "peraturan", "dokumen", "periksa") if r in ruang()])
def test_tanpa_django_dan_contoh_docstring_benar(nama: str) -> None:
    selesai = subprocess.run(
        [sys.executable, "-c", SKRIP, nama], cwd=AKAR, capture_output=True, text=True, check=False
    )
    assert selesai.returncode == 0, (selesai.stdout + selesai.stderr)[-3000:]
    if nama == "hitung":
        assert ", 0 contoh" not in selesai.stdout, "hitung harus punya contoh yang dijalankan di docstring"
