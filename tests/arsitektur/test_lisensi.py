"""Every bundled font and script stands beside its licence, and is the file that its list of hashes names."""

from __future__ import annotations

import hashlib
import re

import pytest

from tests.dukungan.berkas import AKAR, milik_proyek, nama, teks

FON = [p for p in milik_proyek() if p.suffix in {".otf", ".ttf", ".woff2"}]
FOLDER = sorted({p.parent for p in FON})


@pytest.mark.parametrize("folder", FOLDER, ids=nama)
def test_fon_berlisensi(folder: object) -> None:
    isi = {p.name: p for p in milik_proyek() if p.parent == folder}
    lisensi = [teks(p) for n, p in isi.items() if re.search(r"LISENSI|LICENSE|OFL", n, re.IGNORECASE)]
    assert lisensi, f"{folder}: teks lisensi fon tidak ada"
    assert any("Open Font License" in t or "OPEN FONT LICENSE" in t or "GUST" in t for t in lisensi)


@pytest.mark.parametrize("folder", FOLDER, ids=nama)
def test_fon_sesuai_sidiknya(folder: object) -> None:
    daftar = next(p for p in milik_proyek() if p.parent == folder and p.name == "sidik.txt")
    tertulis = {n: s for s, n in re.findall(r"^([0-9a-f]{64})\s+\*?(\S+)", teks(daftar), re.MULTILINE)}
    nyata = {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in FON if p.parent == folder}
    assert nyata == {n: s for n, s in tertulis.items() if n in nyata}
    assert nyata.keys() == {n for n in tertulis if n.endswith((".otf", ".ttf", ".woff2"))}


def test_proyek_berlisensi_apache() -> None:
    assert "Apache License" in teks(AKAR / "LICENSE")[:200]
    assert 'license = "Apache-2.0"' in teks(AKAR / "pyproject.toml")
