"""axe-core on every page: no violation, light and dark, wide and narrow.

The checker is vendored in ``axe/`` with its licence (MPL-2.0); it is used by these tests alone.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.peramban.jalan import DASAR, alamat_halaman, masuk_sebagai

pytestmark = pytest.mark.django_db

AXE = Path(__file__).parent / "axe" / "axe.min.js"
SIDIK = "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c"
ATURAN = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PERIKSA = f"axe.run(document, {{runOnly: {ATURAN}, resultTypes: ['violations']}})"


def _langgar(halaman: Page) -> list[str]:
    """What axe has to say against a page; folds are opened first, so that nothing hides."""
    halaman.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    halaman.add_script_tag(path=AXE)
    return [
        f"{halaman.url} {v['id']}: {v['nodes'][0]['html'][:160]} {v['nodes'][0].get('failureSummary')}"
        for v in halaman.evaluate(PERIKSA)["violations"]
    ]


def test_axe_utuh_dan_berlisensi() -> None:
    assert hashlib.sha256(AXE.read_bytes()).hexdigest() == SIDIK
    assert "Mozilla Public License" in (AXE.parent / "LICENSE").read_text(encoding="utf-8")[:200]


@pytest.mark.parametrize("tema", ["light", "dark"])
@pytest.mark.parametrize("lebar", [1280, 360])
@pytest.mark.parametrize("bagian", [0, 1])
def test_tanpa_pelanggaran(
    chromium: Browser, situs: str, tema: Literal["light", "dark"], lebar: int, bagian: int
) -> None:
    konteks = chromium.new_context(
        viewport={"width": lebar, "height": 900}, color_scheme=tema, bypass_csp=True, reduced_motion="reduce"
    )
    halaman = konteks.new_page()
    salah: list[str] = []
    for alamat in alamat_halaman()[bagian::2]:
        halaman.goto(situs + alamat)
        salah += _langgar(halaman)
    konteks.close()
    assert not salah, "\n".join(salah)


def _halaman_petugas(instansi: Any) -> list[str]:
    tahun = ("", "laporan/", "reviu/", "impor/")
    return ["/profil/", "/i/milik/", "/i/milik/jurnal/", *(f"/i/milik/2030/{t}" for t in tahun)]


@pytest.mark.parametrize("tema", ["light", "dark"])
def test_sesudah_masuk_tanpa_pelanggaran(
    chromium: Browser, situs: str, tema: Literal["light", "dark"]
) -> None:
    from tests.web.perabot import petugas, tanam

    instansi = tanam("milik", contoh=False)
    konteks = chromium.new_context(color_scheme=tema, bypass_csp=True, reduced_motion="reduce")
    masuk_sebagai(konteks, situs, petugas(instansi))
    halaman = konteks.new_page()
    salah: list[str] = []
    for alamat in _halaman_petugas(instansi):
        halaman.goto(situs + alamat)
        salah += _langgar(halaman)
    konteks.close()
    assert not salah, "\n".join(salah)


def test_panel_asal_terbuka_tanpa_pelanggaran(chromium: Browser, situs: str) -> None:
    """The state that a script makes is looked at as well."""
    konteks = chromium.new_context(bypass_csp=True)
    halaman = konteks.new_page()
    halaman.goto(situs + DASAR + "capaian/")
    halaman.click("#ind-I-0 a.asal[href*='capaian']")
    halaman.locator("tr.baris-asal").wait_for()
    salah = _langgar(halaman)
    konteks.close()
    assert not salah, "\n".join(salah)


def test_axe_tidak_buta(halaman: Page, konteks: Any, chromium: Browser, situs: str) -> None:
    """A page with faults is found out."""
    k = chromium.new_context(bypass_csp=True)
    h = k.new_page()
    h.goto(situs + "/masuk/")
    h.evaluate("document.querySelectorAll('label').forEach(l => l.remove())")
    h.evaluate("document.documentElement.removeAttribute('lang')")
    temuan = " ".join(_langgar(h))
    k.close()
    assert "html-has-lang" in temuan
    assert "label" in temuan
