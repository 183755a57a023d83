"""Nothing in the repository that belongs to a machine or a person."""

from __future__ import annotations

import re

import pytest

from tests.dukungan.berkas import AKAR, berkas_teks, nama, teks

POLA = {
    "jalur mesin": re.compile(r"(?<![A-Za-z0-9_.])/(work|root|farm|opt|home/[a-z]+)/"),
    "nomor induk pegawai": re.compile(r"(?<!\d)(19|20)\d{6} ?(19|20)\d{4} ?[12] ?\d{3}(?!\d)"),
    "nomor induk kependudukan": re.compile(r"\bNIK\b[^0-9\n]{0,12}\d{16}(?!\d)"),
    "nomor telepon": re.compile(r"(?<![\d.,])(\+62|08)\d{2}[- ]?\d{3,4}[- ]?\d{3,5}(?![\d.,])"),
    "kunci rahasia": re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY|AKIA[0-9A-Z]{16}|ghp_[A-Za-z0-9]{30}"),
    # Indonesian officials are printed with their degrees; a degree behind a name gives a person away.
    "nama orang bergelar": re.compile(
        r"\b(Drs?|Dra|Ir|Hj?|KH|Prof)\. [A-Z][a-z]+ [A-Z]"
        r"|[A-Z][a-zA-Z]+, (S|M)\.? ?(Sos|Si|E|H|Pd|T|Kom|AP|IP|M|STP|Ak)\b\.?"
    ),
}
LISENSI = re.compile(r"(LISENSI|LICENSE|OFL|GUST|liputan)", re.IGNORECASE)


@pytest.mark.parametrize("apa", POLA)
def test_tidak_ada(apa: str) -> None:
    salah = []
    for p in berkas_teks():
        if LISENSI.search(p.name) or p.parent.name == "persyaratan" or p.name == "test_rahasia.py":
            continue
        for n, baris in enumerate(teks(p).splitlines(), 1):
            if POLA[apa].search(baris):
                salah.append(f"{nama(p)}:{n} {baris.strip()[:120]}")
    assert not salah, "\n".join(salah[:20])


def test_folder_kerja_diabaikan_git() -> None:
    abai = set(teks(AKAR / ".gitignore").split())
    assert {".venv/", "data-lokal/", "__pycache__/"} <= abai
