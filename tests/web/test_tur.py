"""The README's tour: every address answers, and every word it shows in bold stands on that page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.web.klien import Klien

AKAR = Path(__file__).parents[2]
TUR = re.search(
    r"## The first five minutes\n(.*?)\nSign in with", (AKAR / "README.md").read_text("utf-8"), re.DOTALL
)
LANGKAH = re.findall(
    r"^\d+\. <http://127\.0\.0\.1:8000(\S*)>:(.*?)(?=^\d+\. |\Z)",
    TUR[1] if TUR else "",
    re.DOTALL | re.MULTILINE,
)


def test_tur_terbaca() -> None:
    assert len(LANGKAH) == 8
    assert all("**" in kata for _, kata in LANGKAH)


@pytest.mark.usefixtures("contoh_produk")
@pytest.mark.parametrize(("alamat", "kata"), LANGKAH, ids=[a for a, _ in LANGKAH])
def test_kata_tebal_ada_di_halamannya(db: None, klien: Klien, alamat: str, kata: str) -> None:
    teks = " ".join(klien.buka(alamat).teks.split())
    for tebal in re.findall(r"\*\*(.+?)\*\*", kata, re.DOTALL):
        assert " ".join(tebal.split()) in teks
