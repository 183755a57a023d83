"""The locked lists: every package with a version and hashes, nothing that names an address, and in step with
the metadata."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.dukungan.berkas import AKAR, milik_proyek, nama, teks

FOLDER = AKAR / "persyaratan"
ALAMAT = re.compile(r"://|\bwww\.|^\s*-|--(?!hash=)[a-z]|@|(?<![a-z0-9])/[a-z]", re.IGNORECASE)
PAKET = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)==([^ ]+)")
DAFTAR_KUNCI = ("inti", "pg", "uji", "alat")


def terkunci(daftar: str) -> dict[str, str]:
    """Return the pinned versions of a list."""
    isi = teks(FOLDER / f"{daftar}.txt")
    return {canonicalize_name(m[1]): m[2] for baris in isi.splitlines() if (m := PAKET.match(baris))}


def metadata() -> dict[str, list[str]]:
    """Return the requirements of the package: the core under "", the extras by name."""
    proyek = tomllib.loads(teks(AKAR / "pyproject.toml"))["project"]
    return {"": proyek["dependencies"], **proyek["optional-dependencies"]}


@pytest.mark.parametrize("daftar", DAFTAR_KUNCI)
def test_tidak_memuat_alamat(daftar: str) -> None:
    salah = [
        f"{n}: {baris}"
        for n, baris in enumerate(teks(FOLDER / f"{daftar}.txt").splitlines(), 1)
        if ALAMAT.search(re.sub(r"^\s+--hash=sha256:[0-9a-f]{64}( \\)?$", "", baris))
    ]
    assert not salah, salah


@pytest.mark.parametrize("daftar", DAFTAR_KUNCI)
def test_setiap_paket_bersidik(daftar: str) -> None:
    blok = re.split(r"\n(?=[A-Za-z0-9])", teks(FOLDER / f"{daftar}.txt"))[1:]
    assert blok
    tanpa = [b.splitlines()[0] for b in blok if not re.search(r"--hash=sha256:[0-9a-f]{64}", b)]
    assert not tanpa


@pytest.mark.parametrize(("daftar", "tambahan"), [("inti", ""), ("pg", "pg"), ("uji", "uji")])
def test_sejalan_dengan_metadata(daftar: str, tambahan: str) -> None:
    kunci = terkunci(daftar)
    for baris in metadata()[""] + (metadata()[tambahan] if tambahan else []):
        syarat = Requirement(baris)
        versi = kunci.get(canonicalize_name(syarat.name))
        assert versi, f"{syarat.name} tidak ada di persyaratan/{daftar}.txt: jalankan make kunci"
        assert syarat.specifier.contains(versi), f"{syarat} tidak cocok dengan {versi}: jalankan make kunci"
    assert "setuptools" in kunci, "alat bangun harus ikut terkunci"


def test_daftar_besar_memuat_yang_kecil_dengan_versi_sama() -> None:
    inti, pg, uji = terkunci("inti"), terkunci("pg"), terkunci("uji")
    assert inti.items() <= pg.items()
    assert pg.items() <= uji.items()


def test_inti_tetap_kecil() -> None:
    """Kep. 20: few dependencies. A new one enters with the issue that uses it, and this number with it."""
    assert len(metadata()[""]) <= 14
    assert len(terkunci("inti")) <= 24


def test_tidak_ada_alamat_registri_di_berkas_lain() -> None:
    pola = re.compile(
        r'--(extra-)?index-url|find-links *=|"resolved": *"http|registry *= *"http|^source = \{', re.MULTILINE
    )
    ujung = {".txt", ".toml", ".cfg", ".json", ".in", ".lock", ".ini", ".yaml", ".yml"}
    salah = [nama(p) for p in milik_proyek() if p.suffix in ujung and pola.search(teks(p))]
    assert not salah


def test_setiap_daftar_punya_pembuatnya(akar: Path) -> None:
    resep = teks(akar / "alat" / "kunci.sh")
    for daftar in DAFTAR_KUNCI:
        assert f"kunci {daftar} " in resep
