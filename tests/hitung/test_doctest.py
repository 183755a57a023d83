"""Every example in a docstring of the core is run; every public function is documented."""

from __future__ import annotations

import doctest
import importlib
import inspect
import pkgutil
import subprocess
import sys
from types import ModuleType

import pytest

import opensakip.hitung

MODUL = [
    "opensakip.hitung",
    *(f"opensakip.hitung.{m.name}" for m in pkgutil.iter_modules(opensakip.hitung.__path__)),
]


@pytest.mark.parametrize("nama", MODUL)
def test_contoh_dalam_docstring(nama: str) -> None:
    hasil = doctest.testmod(importlib.import_module(nama))
    assert hasil.failed == 0


def test_ada_contoh_yang_dijalankan() -> None:
    pencari = doctest.DocTestFinder(exclude_empty=True)
    contoh = sum(len(t.examples) for n in MODUL for t in pencari.find(importlib.import_module(n)))
    assert contoh >= 60


def _umum(modul: ModuleType) -> list[object]:
    """Public functions and classes that the module defines itself."""
    return [
        isi
        for nama, isi in vars(modul).items()
        if not nama.startswith("_")
        and (inspect.isfunction(isi) or inspect.isclass(isi))
        and isi.__module__ == modul.__name__
    ]


@pytest.mark.parametrize("nama", MODUL)
def test_semua_yang_umum_berdocstring(nama: str) -> None:
    tanpa = [isi for isi in _umum(importlib.import_module(nama)) if not inspect.getdoc(isi)]
    assert tanpa == []


def test_nama_paket_tidak_menutupi_modul() -> None:
    """``opensakip.hitung.capaian`` stays the module: no re-exported function hides it."""
    for m in pkgutil.iter_modules(opensakip.hitung.__path__):
        importlib.import_module(f"opensakip.hitung.{m.name}")
        assert inspect.ismodule(getattr(opensakip.hitung, m.name))


def test_berjalan_tanpa_django_tanpa_jaringan_tanpa_yaml() -> None:
    """The core is imported in a fresh interpreter in which everything else is forbidden."""
    kode = """
import sys
class Larang:
    def find_spec(self, nama, jalur=None, sasaran=None):
        if nama.split(".")[0] in {"django", "yaml", "socket", "sqlite3", "jinja2", "urllib", "http"}:
            raise ImportError(f"{nama} dilarang")
sys.meta_path.insert(0, Larang())
import importlib, pkgutil, opensakip.hitung
for m in pkgutil.iter_modules(opensakip.hitung.__path__):
    importlib.import_module(f"opensakip.hitung.{m.name}")
from decimal import Decimal
from opensakip.hitung.capaian import Arah, capaian
assert capaian(Decimal(69), Decimal("69.31"), Arah.NAIK).tampil == "100,45"
"""
    jadi = subprocess.run([sys.executable, "-c", kode], capture_output=True, text=True, check=False)
    assert jadi.returncode == 0, jadi.stderr
