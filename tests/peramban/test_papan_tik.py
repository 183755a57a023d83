"""Ten journeys with keys alone: everything is reached, seen, not covered, and works."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.peramban.jalan import DASAR, masuk_sebagai, tab_sampai

pytestmark = pytest.mark.django_db


def _enter(halaman: Page, pemilih: str, menuju: str = "") -> None:
    tab_sampai(halaman, pemilih)
    halaman.keyboard.press("Enter")
    if menuju:
        halaman.wait_for_url(menuju)


def test_1_langsung_ke_isi(halaman: Page, situs: str) -> None:
    halaman.goto(situs + DASAR)
    _enter(halaman, "a.lompat")
    assert halaman.evaluate("document.activeElement.id") == "isi"


def test_2_dari_daftar_ke_dasbor(halaman: Page, situs: str) -> None:
    halaman.goto(situs + "/")
    _enter(halaman, "main a[href='/i/dinas-uji/']", "**/i/dinas-uji/")
    _enter(halaman, f"main a[href='{DASAR}']", "**" + DASAR)
    assert halaman.inner_text("h1") == "Kinerja 2030 dalam satu menit"


def test_3_asal_angka_terbuka_dan_tertutup(halaman: Page, situs: str) -> None:
    halaman.goto(situs + DASAR + "capaian/")
    _enter(halaman, "#ind-I-0 a.asal[href*='capaian']")
    halaman.locator("tr.baris-asal").wait_for()
    assert halaman.evaluate("document.activeElement.tagName") == "H2"
    _enter(halaman, ".panel-alat a", "**/angka/ind.I-0.capaian/")
    _enter(halaman, "main a[href*='ind.I-0.target']", "**/angka/ind.I-0.target/")


def test_4_mencari_dari_mana_pun(halaman: Page, situs: str) -> None:
    halaman.goto(situs + DASAR)
    halaman.keyboard.press("Control+k")
    assert halaman.evaluate("document.activeElement.id") == "q-kepala"
    halaman.keyboard.type("wilayah 2")
    halaman.keyboard.press("Enter")
    halaman.wait_for_url("**/cari/?q=wilayah+2")
    _enter(halaman, "ol.temu a", "**/indikator/I-2/")
    halaman.keyboard.press("Control+k")
    assert halaman.evaluate("document.activeElement.id") == "q-kepala"


def test_5_menyaring_capaian(halaman: Page, situs: str) -> None:
    halaman.goto(situs + DASAR + "capaian/")
    tab_sampai(halaman, "main select[name='status']")
    halaman.keyboard.press("ArrowDown")
    _enter(halaman, "main form button")
    halaman.wait_for_url("**/capaian/?*status=*")


def test_6_membuka_cabang_anggaran(halaman: Page, situs: str) -> None:
    halaman.goto(situs + DASAR + "anggaran/")
    semula = halaman.locator("#butir-P0-K1").is_visible()
    _enter(halaman, "#butir-P0 button[aria-expanded]")
    assert halaman.locator("#butir-P0-K1").is_visible() is not semula
    halaman.keyboard.press("Space")
    assert halaman.locator("#butir-P0-K1").is_visible() is semula


def test_7_tahap_siklus(halaman: Page, situs: str) -> None:
    halaman.goto(situs + DASAR)
    _enter(halaman, "nav.siklus a[href*='pk/']", "**/pk/")
    assert halaman.inner_text("h1") == "Perjanjian kinerja 2030"
    _enter(halaman, f"nav.remah a[href='{DASAR}']", "**" + DASAR)


def test_8_masuk_dan_keluar(halaman: Page, situs: str) -> None:
    from tests.web.perabot import SANDI, petugas, tanam

    petugas(tanam("milik", contoh=False))
    halaman.goto(situs + "/masuk/")
    tab_sampai(halaman, "#id_username")
    halaman.keyboard.type("koordinator@uji.example")
    halaman.keyboard.press("Tab")
    halaman.keyboard.type(SANDI)
    halaman.keyboard.press("Enter")
    halaman.wait_for_url(situs + "/")
    assert "Koordinator SAKIP" in halaman.inner_text("header")
    _enter(halaman, "header form button.tautan")
    halaman.wait_for_selector("header a[href='/masuk/']")


def test_9_bahasa_dan_tema(halaman: Page, situs: str) -> None:
    halaman.goto(situs + "/masuk/")
    _enter(halaman, "footer button[value='gelap']")
    halaman.wait_for_selector("html[data-tema='gelap']")
    assert halaman.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(14, 23, 27)"
    _enter(halaman, "footer button[value='en']")
    halaman.wait_for_selector("html[lang='en']")
    assert halaman.inner_text("h1") == "Sign in"
    assert halaman.url == situs + "/masuk/"


def test_10_menyaring_jurnal(halaman: Page, konteks: object, situs: str) -> None:
    from tests.web.perabot import petugas, tanam

    masuk_sebagai(halaman.context, situs, petugas(tanam("milik", contoh=False)))
    halaman.goto(situs + "/i/milik/jurnal/")
    tab_sampai(halaman, "#s-kata")
    halaman.keyboard.type("koordinator")
    halaman.keyboard.press("Enter")
    halaman.wait_for_url("**/jurnal/?*q=koordinator*")
    assert "Penugasan ditetapkan" in halaman.inner_text("main")


def test_fokus_kembali_sesudah_salah(konteks: BrowserContext, situs: str) -> None:
    """After a refusal the summary has the focus, and its link leads to the field."""
    halaman = konteks.new_page()  # a refusal is written to the console; that is no fault here
    halaman.goto(situs + "/masuk/")
    tab_sampai(halaman, "#id_username")
    halaman.keyboard.type("khayal@uji.example")
    halaman.keyboard.press("Tab")
    halaman.keyboard.type("bukan kata sandi")
    with halaman.expect_response(lambda r: r.status == 422):
        halaman.keyboard.press("Enter")
    halaman.wait_for_selector("[role='alert']")
    _enter(halaman, "[role='alert'] a")
    assert halaman.evaluate("document.activeElement.id") == "id_username"
