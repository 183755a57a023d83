"""Every page of the small agency for the browser tests, and ways to sign in and to walk with keys alone."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import BrowserContext, Page

DASAR = "/i/dinas-uji/2030/"
#: Questions that show a state of a page which its plain address does not show.
KEADAAN = (
    DASAR + "anggaran/?buka=semua",
    DASAR + "anggaran/?q=lumbung",
    DASAR + "capaian/?status=bawah",
    DASAR + "angka/ind.I-3.capaian/",
    "/cari/?q=pangan",
    "/cari/?q=zzz",
    "/peraturan/?q=zzz",
    "/tidak-ada/",
)


def alamat_halaman() -> list[str]:
    """Addresses of the pages that one reader of the small agency can open, each once."""
    from tests.web.jelajah import isi_pola
    from tests.web.test_semua_halaman import POLA

    bukan = ("<str:kode>", ":format>", "keluar/", "pilihan/", "susun/", "profil/")
    return [isi_pola(p, "dinas-uji") for p in POLA if not any(b in p for b in bukan)] + list(KEADAAN)


def masuk_sebagai(konteks: BrowserContext, situs: str, orang: Any) -> None:
    """Sign a person in without the form: the cookie of a session that the server knows."""
    from django.test import Client

    klien = Client()
    klien.force_login(orang)
    kuki = klien.cookies["sessionid"]
    konteks.add_cookies([{"name": "sessionid", "value": kuki.value, "url": situs}])


def tab_sampai(halaman: Page, pemilih: str, paling_banyak: int = 120) -> None:
    """Press Tab until the focus stands on an element; it must be visible there, with its ring."""
    for _ in range(paling_banyak):
        halaman.keyboard.press("Tab")
        if halaman.evaluate("p => document.activeElement.matches(p)", pemilih):
            break
    else:
        raise AssertionError(f"{halaman.url}: {pemilih} tidak tercapai dengan Tab")
    rupa = halaman.evaluate(
        """() => {
            const unsur = document.activeElement, kotak = unsur.getBoundingClientRect();
            const x = kotak.left + Math.min(kotak.width / 2, 12), y = kotak.top + kotak.height / 2;
            const atas = document.elementFromPoint(x, y);
            return {
                cincin: getComputedStyle(unsur).outlineStyle !== 'none',
                tampak: kotak.bottom > 0 && kotak.top < innerHeight && kotak.width > 0,
                tertutup: !!atas && atas !== unsur && !unsur.contains(atas) && !atas.contains(unsur),
            };
        }"""
    )
    assert rupa == {"cincin": True, "tampak": True, "tertutup": False}, f"{halaman.url}: {pemilih} {rupa}"
