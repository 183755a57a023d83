"""A review lived through in Chromium: APIP and koordinator, two rounds, to the statement."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.peramban.test_perjalanan import _tanpa_luapan

pytestmark = pytest.mark.django_db
AKAR = "/i/dinas-uji/2030/reviu/"
LAPORAN = """# LAPORAN KINERJA TAHUN 2030

## BAB III AKUNTABILITAS KINERJA

### 3.1 Capaian Kinerja

Indikator Indeks Ketahanan Pangan Wilayah ditargetkan 80,00 dengan realisasi 72,00, capaian {capaian}%.

Sasaran\tIndikator\tTarget\tRealisasi\tCapaian
Meningkatnya cadangan pangan\tIndeks Ketahanan Pangan Wilayah\t80,00\t72,00\t{capaian}
"""


def _masuk(halaman: Page, alamat: str, peran: str) -> None:
    """Sign in as the person of a role, signing out whoever was in."""
    from tests.web.perabot import SANDI

    halaman.context.clear_cookies()
    halaman.goto(alamat + "/masuk/")
    halaman.fill("input[name=username]", f"{peran}@uji.example")
    halaman.fill("input[name=password]", SANDI)
    halaman.press("input[name=password]", "Enter")
    halaman.wait_for_url(lambda url: not url.endswith("/masuk/"))


def _unggah(halaman: Page, alamat: str, capaian: str) -> None:
    halaman.goto(alamat + AKAR)
    isi = {"name": "laporan.md", "mimeType": "text/plain", "buffer": LAPORAN.format(capaian=capaian).encode()}
    halaman.set_input_files("#berkas", isi)  # type: ignore[arg-type]
    halaman.click("text=Unggah dan periksa")
    halaman.wait_for_url("**/reviu/*/")


def _putuskan_semua(halaman: Page) -> None:
    """Accept what speaks about achievement, dismiss the rest with a reason."""
    halaman.goto(halaman.url.partition("#")[0])
    while halaman.locator("button[value=terima]").count():
        temuan = halaman.locator("ol.temuan > li").filter(has=halaman.locator("button[value=terima]")).first
        if "Capaian" in temuan.locator("h3").inner_text():
            temuan.locator("button[value=terima]").click()
        else:
            temuan.locator("summary").first.click()
            temuan.locator("textarea").first.fill("Di luar lingkup reviu ini.")
            temuan.locator("button[value=tolak]").click()
        halaman.wait_for_load_state()


def test_reviu_dua_putaran_sampai_pernyataan(
    halaman: Page,
    situs: str,
    tmp_path: Path,
) -> None:
    from opensakip.organisasi.models import Instansi
    from opensakip.reviu.models import PernyataanReviu
    from tests.web.test_reviu import orang

    dinas = Instansi.objects.get(slug="dinas-uji")
    for peran in ("apip", "koordinator"):
        orang(dinas, peran)

    _masuk(halaman, situs, "apip")
    _unggah(halaman, situs, "95,00")
    salah = halaman.locator("ol.temuan > li").filter(has_text="95,00").first
    assert "90" in salah.inner_text(), "yang seharusnya disebut"
    salah.locator(".atas a").first.click()
    assert "#d" in halaman.url, "tempat temuan menuju kutipannya"
    _putuskan_semua(halaman)
    halaman.screenshot(path=tmp_path / "putaran-1.png", full_page=True)
    halaman.fill("#f-catatan", "Mohon capaian dihitung ulang.")
    halaman.click("text=Kembalikan untuk diperbaiki")
    assert "dikembalikan ke unit" in halaman.inner_text("main")

    _masuk(halaman, situs, "koordinator")
    halaman.goto(situs + AKAR + "1/?keadaan=diterima")
    assert not halaman.locator("button[value=terima]").count()
    halaman.locator("summary", has_text="Tanggapi").first.click()
    halaman.locator("textarea[id^=tanggap]").first.fill("Capaian sudah diperbaiki menjadi 90,00.")
    halaman.locator("button[value=tanggapi]").first.click()
    assert "Capaian sudah diperbaiki" in halaman.inner_text("main")
    _unggah(halaman, situs, "90,00")

    _masuk(halaman, situs, "apip")
    halaman.goto(situs + AKAR + "2/")
    assert "temuan hilang" in halaman.inner_text("main")
    assert not halaman.locator("ol.temuan > li").filter(has_text="95,00").count()
    _putuskan_semua(halaman)
    halaman.goto(situs + AKAR + "2/daftar-uji/")
    for pilihan in halaman.locator("input[type=radio][value=ya]").all():
        pilihan.check()
    halaman.click("text=Simpan jawaban")
    assert "Semua butir sudah dijawab" in halaman.inner_text("main")
    halaman.goto(situs + AKAR + "2/")
    halaman.check("#f-bersih")
    halaman.fill("#f-nomor", "700/12/2031")
    halaman.fill("#f-tanggal", "2031-03-05")
    halaman.fill("#f-jabatan", "Inspektur")
    halaman.click("button:has-text('Terbitkan pernyataan')")
    with halaman.expect_download() as unduhan:
        halaman.click("text=Pernyataan PDF")
    assert Path(unduhan.value.path()).read_bytes().startswith(b"%PDF")
    for lebar in (360, 768, 1280):
        halaman.set_viewport_size({"width": lebar, "height": 900})
        for tujuan in (AKAR, AKAR + "1/", AKAR + "2/daftar-uji/"):
            halaman.goto(situs + tujuan)
            _tanpa_luapan(halaman)
    halaman.screenshot(path=tmp_path / "daftar-uji.png", full_page=True)
    assert PernyataanReviu.semua.get().nomor == "700/12/2031"
