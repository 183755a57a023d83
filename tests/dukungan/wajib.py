"""What a machine must have, and what may be missing.

Some tests need something outside Python: PostgreSQL, Chromium, LibreOffice, the reference material. Where it
is missing they skip, and the closing summary lists them. ``OPENSAKIP_WAJIB=pg,peramban,lo,bahan`` names what
must be there: then the same absence is a failure, so that CI can never be green for want of a program.
"""

from __future__ import annotations

import os
from typing import NoReturn

import pytest

DIKENAL = frozenset({"pg", "peramban", "lo", "bahan"})


def daftar_wajib() -> frozenset[str]:
    """Return the names in OPENSAKIP_WAJIB; an unknown name is a usage error, not silently ignored."""
    nama = frozenset(n.strip() for n in os.environ.get("OPENSAKIP_WAJIB", "").split(",") if n.strip())
    asing = nama - DIKENAL
    if asing:
        raise pytest.UsageError(
            f"OPENSAKIP_WAJIB memuat nama yang tidak dikenal: {', '.join(sorted(asing))}. "
            f"Yang dikenal: {', '.join(sorted(DIKENAL))}."
        )
    return nama


def lewati_atau_gagal(nama: str, alasan: str) -> NoReturn:
    """Skip the running test with a reason, or fail it where OPENSAKIP_WAJIB names what is missing."""
    if nama in daftar_wajib():
        pytest.fail(f"OPENSAKIP_WAJIB={nama}: {alasan}", pytrace=False)
    pytest.skip(alasan)
