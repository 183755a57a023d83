"""Planning pages in Chromium: rows that fold in place, search by keys, the tree on A3."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.django_db

DASAR = "/i/dinas-uji/2030/"
A3, A4 = (842, 1191), (595, 842)


def test_baris_anggaran_dilipat_di_tempat(halaman: Page, situs: str) -> None:
    """A fold hides what is below it; an inner fold stays shut when the outer one opens again."""
    halaman.goto(situs + DASAR + "anggaran/")
    luar = halaman.locator("#butir-P0 button.buka")
    dalam = halaman.locator("#butir-P0-K1 button.buka")
    anak = halaman.locator("#butir-P0-K1-S1")
    assert anak.is_visible()
    dalam.focus()
    halaman.keyboard.press("Enter")
    assert dalam.get_attribute("aria-expanded") == "false"
    assert not anak.is_visible()
    luar.click()
    assert not halaman.locator("#butir-P0-K1").is_visible()
    assert halaman.locator("#butir-P1").is_visible(), "cabang lain tidak ikut terlipat"
    luar.click()
    assert halaman.locator("#butir-P0-K1").is_visible()
    assert not anak.is_visible(), "lipatan di dalam tetap"
    assert (dalam.get_attribute("aria-label") or "").startswith("Buka ")


@pytest.mark.parametrize("skrip", [True, False])
def test_cari_pada_pohon_lalu_buka_indikator(chromium: Browser, situs: str, skrip: bool) -> None:
    """With and without a script: type, Enter, the way to the hit stands open, its name leads on."""
    konteks = chromium.new_context(java_script_enabled=skrip, viewport={"width": 360, "height": 900})
    halaman = konteks.new_page()
    halaman.goto(situs + DASAR + "pohon/")
    halaman.fill("#q", "cadangan")
    halaman.press("#q", "Enter")
    halaman.wait_for_url("**/pohon/?q=cadangan*")
    assert "1 dari 4 simpul cocok." in halaman.inner_text("[role=status]")
    halaman.locator("summary", has_text="Cadangan naik").click()
    assert not halaman.get_by_text("Indeks A").is_visible(), "lipatan tanpa skrip"
    halaman.locator("summary", has_text="Cadangan naik").click()
    halaman.click("a.nama-ind")
    halaman.wait_for_url("**/indikator/I-0/")
    konteks.close()


def _ukuran(berkas: Path) -> set[tuple[int, ...]]:
    dokumen = pypdfium2.PdfDocument(berkas)
    try:
        return {tuple(round(x) for x in dokumen[n].get_size()) for n in range(len(dokumen))}
    finally:
        dokumen.close()


@pytest.mark.parametrize(
    ("laman", "lebar_tinggi"),
    [("pohon/?lipatan=tutup", A3[::-1]), ("anggaran/?buka=semua", A4[::-1]), ("indikator/I-2/", A4)],
)
def test_cetak(halaman: Page, situs: str, tmp_path: Path, laman: str, lebar_tinggi: tuple[int, int]) -> None:
    """The tree prints on A3 across with all folds open, the plan on A4 across, the rest upright."""
    halaman.goto(situs + DASAR + laman)
    berkas = tmp_path / "cetak.pdf"
    halaman.pdf(path=berkas, prefer_css_page_size=True)
    assert _ukuran(berkas) == {lebar_tinggi}
    if laman.startswith("pohon"):
        isi = pypdfium2.PdfDocument(berkas)
        teks = "".join(isi[n].get_textpage().get_text_range() for n in range(len(isi)))
        isi.close()
        assert "Indeks A" in teks, "lipatan tertutup ikut tercetak"
