"""The browser itself: it renders, runs scripts, and the fixtures catch what they are there to catch."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from playwright.sync_api import BrowserContext, Page

HALAMAN = """<!doctype html><html lang="id"><head><title>Uji</title><link rel="icon" href="data:,"></head>
<body><h1 id="j">belum</h1><script>
document.getElementById('j').textContent = (1234.5).toLocaleString('id-ID')
</script></body></html>"""


def aplikasi(isi: str) -> Callable[..., Iterable[bytes]]:
    def layani(_lingkungan: dict[str, object], mulai: Callable[..., object]) -> Iterable[bytes]:
        mulai("200 OK", [("Content-Type", "text/html; charset=utf-8")])
        return [isi.encode()]

    return layani


def test_halaman_dan_skrip_berjalan(halaman: Page, server_kecil: Callable[..., str]) -> None:
    halaman.goto(server_kecil(aplikasi(HALAMAN)))
    assert halaman.title() == "Uji"
    assert halaman.inner_text("#j") == "1.234,5"


def test_alamat_luar_tidak_tercapai(konteks: BrowserContext, server_kecil: Callable[..., str]) -> None:
    terminta: list[str] = []
    konteks.unroute("**/*")
    konteks.route("**/*", lambda r: (terminta.append(r.request.url), r.continue_()))
    halaman = konteks.new_page()
    gagal: list[str] = []
    halaman.on("requestfailed", lambda r: gagal.append(r.url))
    halaman.goto(
        server_kecil(aplikasi(HALAMAN.replace("</body>", '<img src="http://contoh.invalid/a.png"></body>')))
    )
    assert "http://contoh.invalid/a.png" in terminta
    assert gagal == ["http://contoh.invalid/a.png"]


@pytest.mark.parametrize("lebar", [360, 1280])
def test_gambar_layar_sesuai_lebar(halaman: Page, server_kecil: Callable[..., str], lebar: int) -> None:
    halaman.set_viewport_size({"width": lebar, "height": 700})
    halaman.goto(server_kecil(aplikasi(HALAMAN)))
    assert halaman.evaluate("document.documentElement.clientWidth") == lebar
    assert halaman.screenshot()[:8] == b"\x89PNG\r\n\x1a\n"
