"""Every page without JavaScript: the same figures in the same order, and nothing runs out of the window."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser

from tests.peramban.jalan import alamat_halaman

#: Every figure as it is read, with its separators and its minus.
ANGKA = re.compile(r"−?\d[\d.,]*")
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("lebar", [1280, 360])
def test_setiap_halaman_sama_tanpa_skrip(chromium: Browser, situs: str, lebar: int) -> None:
    isi: dict[bool, dict[str, list[str]]] = {}
    for skrip in (True, False):
        konteks = chromium.new_context(java_script_enabled=skrip, viewport={"width": lebar, "height": 900})
        halaman = konteks.new_page()
        isi[skrip] = {}
        for alamat in alamat_halaman():
            halaman.goto(situs + alamat)
            teks = halaman.locator("main").text_content() or ""
            for tombol in halaman.locator("main button[type='button']").all_text_contents():
                teks = teks.replace(tombol, "", 1)  # made by a script; "Cetak (A3)" holds no figure
            isi[skrip][alamat] = ANGKA.findall(teks)
            if skrip:
                lebih = halaman.evaluate(
                    "document.documentElement.scrollWidth - document.documentElement.clientWidth"
                )
                assert lebih <= 0, f"{alamat}: meluap {lebih} px pada {lebar}"
        konteks.close()
    for alamat, angka in isi[True].items():
        assert angka == isi[False][alamat], alamat
    assert sum(len(a) for a in isi[True].values()) > 1_000
