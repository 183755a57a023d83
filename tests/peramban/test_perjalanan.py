"""The main journey in Chromium: list, year, origin of a figure; with a mouse, with keys, without script."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route

pytestmark = pytest.mark.django_db

DASAR = "/i/dinas-uji/2030/"
LEBAR = [360, 768, 1280]


def _tanpa_luapan(halaman: Page) -> None:
    """Nothing runs out of the window to the right."""
    lebar = halaman.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert lebar[0] <= lebar[1], f"{halaman.url}: meluap {lebar}"


@pytest.mark.parametrize("lebar", LEBAR)
def test_daftar_tahun_asal(halaman: Page, situs: str, lebar: int, tmp_path: Path) -> None:
    halaman.set_viewport_size({"width": lebar, "height": 900})
    halaman.goto(situs + "/")
    _tanpa_luapan(halaman)
    halaman.click("text=Dinas Ketahanan Pangan Kabupaten Uji")
    halaman.wait_for_url("**/i/dinas-uji/")
    _tanpa_luapan(halaman)
    halaman.click("text=Kinerja 2030 dalam satu menit")
    halaman.wait_for_url("**" + DASAR)
    assert halaman.inner_text("h1") == "Kinerja 2030 dalam satu menit"
    _tanpa_luapan(halaman)
    halaman.click("#ind-I-2 a.asal[href*='capaian']")
    panel = halaman.locator("tr.baris-asal .asal-panel")
    panel.wait_for()
    assert "85,5 ÷ 90 × 100 = 95" in panel.inner_text()
    _tanpa_luapan(halaman)
    assert halaman.url.endswith(DASAR), "panel terbuka di tempat"
    panel.get_by_text("Buka sebagai halaman").click()
    halaman.wait_for_url("**/angka/ind.I-2.capaian/")
    assert halaman.inner_text("h1") == "Dari mana angka 95,00 ini?"
    _tanpa_luapan(halaman)
    halaman.click("text=Target Indeks Ketahanan Pangan Wilayah 2")
    halaman.wait_for_url("**/angka/ind.I-2.target/")
    assert "Laporan uji 2030" in halaman.inner_text("main")
    assert halaman.screenshot(path=tmp_path / f"asal-{lebar}.png")


def test_papan_tik_saja(halaman: Page, situs: str) -> None:
    """Skip link, then a figure, its panel with Enter, back with Escape: focus is never lost."""
    halaman.goto(situs + DASAR)
    halaman.keyboard.press("Tab")
    assert halaman.evaluate("document.activeElement.className") == "lompat"
    halaman.keyboard.press("Enter")
    halaman.keyboard.press("Tab")
    angka = halaman.locator("#ind-I-0 a.asal[href*='capaian']")
    angka.focus()
    halaman.keyboard.press("Enter")
    halaman.locator("tr.baris-asal").wait_for()
    assert halaman.evaluate("document.activeElement.tagName") == "H2"
    assert angka.get_attribute("aria-expanded") == "true"
    halaman.keyboard.press("Escape")
    assert halaman.locator("tr.baris-asal").count() == 0
    assert halaman.evaluate("document.activeElement.textContent") == "105,00"
    assert angka.get_attribute("aria-expanded") is None


def test_satu_panel_dan_menutup_dengan_tautannya(halaman: Page, situs: str) -> None:
    halaman.goto(situs + DASAR)
    halaman.click(".ringkas a.asal >> nth=0")
    halaman.locator(".panel-sisip").wait_for()
    halaman.click("#ind-I-1 a.asal[href*='capaian']")
    halaman.locator("tr.baris-asal").wait_for()
    assert halaman.locator(".asal-panel").count() == 1
    halaman.click("#ind-I-1 a.asal[href*='capaian']")
    assert halaman.locator(".asal-panel").count() == 0


def test_putus_jaringan_tetap_membuka_halaman(konteks: BrowserContext, situs: str) -> None:
    """If the panel cannot be fetched, the figure is the plain link it always was."""
    gagal = []

    def jaga(rute: Route) -> None:
        if rute.request.resource_type == "fetch":
            gagal.append(rute.request.url)
            rute.fulfill(status=503, body="")
        else:
            rute.continue_()

    halaman = konteks.new_page()
    halaman.goto(situs + DASAR)
    halaman.route("**/angka/**", jaga)
    halaman.click("#ind-I-0 a.asal[href*='capaian']")
    halaman.wait_for_url("**/angka/ind.I-0.capaian/")
    assert gagal == [situs + DASAR + "angka/ind.I-0.capaian/"]


def test_tanpa_skrip_angkanya_sama(chromium: Browser, situs: str) -> None:
    """Pages fetched without JavaScript hold the same figures, and the same way leads to their origin."""
    angka = {}
    for skrip in (True, False):
        konteks = chromium.new_context(java_script_enabled=skrip, viewport={"width": 1280, "height": 900})
        halaman = konteks.new_page()
        angka[skrip] = []
        for laman in ("pk/", "capaian/", ""):
            halaman.goto(situs + DASAR + laman)
            angka[skrip] += halaman.locator("a.asal").all_inner_texts()
        if not skrip:
            halaman.click("#ind-I-0 a.asal[href*='capaian']")
            halaman.wait_for_url("**/angka/ind.I-0.capaian/")
            halaman.goto(situs + DASAR + "anggaran/")
            assert halaman.locator("#butir-P0-K1").is_visible()
        konteks.close()
    assert angka[True] == angka[False]
    assert len(angka[True]) > 40


@pytest.mark.parametrize("tema", ["light", "dark"])
@pytest.mark.parametrize("lebar", LEBAR)
@pytest.mark.parametrize(
    "alamat",
    [
        "/masuk/",
        "/i/dinas-uji/",
        DASAR,
        DASAR + "anggaran/?buka=semua",
        DASAR + "capaian/?status=bawah",
        DASAR + "pk/",
        DASAR + "catatan/",
        "/tidak-ada/",
    ],
)
def test_tidak_meluap(chromium: Browser, situs: str, alamat: str, lebar: int, tema: Any) -> None:
    konteks = chromium.new_context(viewport={"width": lebar, "height": 900}, color_scheme=tema)
    halaman = konteks.new_page()
    halaman.goto(situs + alamat)
    _tanpa_luapan(halaman)
    kontras = halaman.evaluate(
        "[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]"
    )
    assert kontras == (
        ["rgb(231, 238, 240)", "rgb(14, 23, 27)"]
        if tema == "dark"
        else ["rgb(19, 34, 42)", "rgb(243, 246, 246)"]
    )
    huruf = halaman.evaluate("document.fonts.check('16px \"Plus Jakarta Sans Variable\"')")
    assert huruf, "huruf sendiri termuat"
    konteks.close()


def test_cetak_membuka_lipatan(halaman: Page, situs: str) -> None:
    """Paper has no folds: everything is there, and the frame is gone."""
    halaman.goto(situs + DASAR + "anggaran/")
    halaman.emulate_media(media="print")
    assert halaman.locator("#butir-P0-K1").is_visible()
    assert not halaman.locator("header.kepala").is_visible()
    assert not halaman.locator("nav.siklus").is_visible()


def test_masuk_lewat_formulir(konteks: BrowserContext, situs: str) -> None:
    from tests.web.perabot import SANDI, petugas, tanam

    petugas(tanam("milik", contoh=False))
    halaman = konteks.new_page()
    halaman.goto(situs + "/i/milik/2030/")
    assert halaman.inner_text("h1") == "Halaman tidak ditemukan"
    halaman.get_by_role("main").get_by_role("link", name="Masuk", exact=True).click()
    halaman.fill("#id_username", "koordinator@uji.example")
    halaman.fill("#id_password", SANDI)
    halaman.click("form.formulir button")
    halaman.wait_for_url(situs + "/")
    assert "Koordinator SAKIP" in halaman.inner_text("header")
    halaman.goto(situs + "/i/milik/2030/")
    assert halaman.inner_text("h1") == "Kinerja 2030 dalam satu menit"
    halaman.click("text=Keluar")
    halaman.wait_for_url(situs + "/")
    assert "Masuk" in halaman.inner_text("header")
