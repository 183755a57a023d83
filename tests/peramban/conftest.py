"""Chromium for the browser tests: Debian's binary, driven by playwright, kept off the network.

One browser per session, a fresh context per test, at most 60 seconds per test. A page that asks for anything
outside this machine fails its test: OpenSAKIP must work in an office without internet.
"""

from __future__ import annotations

import os
import shutil
import signal
import threading
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any
from urllib.parse import urlsplit
from wsgiref.simple_server import WSGIRequestHandler, make_server
from wsgiref.types import WSGIApplication

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright

from tests.dukungan.wajib import lewati_atau_gagal

CALON = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
BENDERA = [
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    "--font-render-hinting=none",
]
BATAS_DETIK = 60
TUAN_RUMAH = {"127.0.0.1", "localhost", ""}


def cari_chromium() -> str | None:
    """Return the path of an installed Chromium, or None."""
    tunjuk = os.environ.get("OPENSAKIP_CHROMIUM")
    return tunjuk or next((jalur for nama in CALON if (jalur := shutil.which(nama))), None)


@pytest.fixture(autouse=True)
def _batas_waktu() -> Iterator[None]:
    """Fail the test after 60 s instead of hanging the suite."""

    def habis(_sinyal: int, _bingkai: FrameType | None) -> None:
        pytest.fail(f"uji peramban melewati {BATAS_DETIK} detik", pytrace=True)

    lama = signal.signal(signal.SIGALRM, habis)
    signal.alarm(BATAS_DETIK)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, lama)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start Chromium once. Its event loop keeps running, which Django's guard would take for async code."""
    jalur = cari_chromium()
    if jalur is None:
        lewati_atau_gagal("peramban", "Chromium tidak ditemukan (Debian: apt install chromium)")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    try:
        pw = sync_playwright().start()
        peramban = pw.chromium.launch(executable_path=jalur, args=BENDERA, timeout=45_000)
    except Exception as sebab:  # noqa: BLE001  whatever keeps the browser from starting, the reason is told
        lewati_atau_gagal(
            "peramban", f"Chromium tidak dapat dimulai: {sebab} (Debian: apt install chromium libatomic1)"
        )
    yield peramban
    peramban.close()
    pw.stop()


@pytest.fixture
def konteks(chromium: Browser) -> Iterator[BrowserContext]:
    """Return a fresh browser context, Indonesian, with the network closed but for this machine."""
    konteks = chromium.new_context(
        locale="id-ID", timezone_id="Asia/Jakarta", viewport={"width": 1280, "height": 900}
    )
    konteks.set_default_timeout(15_000)
    keluar: list[str] = []

    def jaga(rute: Route) -> None:
        bagian = urlsplit(rute.request.url)
        if (bagian.hostname or "") in TUAN_RUMAH:
            rute.continue_()
        else:
            keluar.append(rute.request.url)
            rute.abort()

    konteks.route("**/*", jaga)
    yield konteks
    konteks.close()
    assert not keluar, f"halaman meminta alamat di luar mesin ini: {keluar}"


@pytest.fixture
def halaman(konteks: BrowserContext) -> Iterator[Page]:
    """Return a page; script errors and failed requests of the page fail the test."""
    halaman = konteks.new_page()
    galat: list[str] = []
    halaman.on("pageerror", lambda e: galat.append(str(e)))
    halaman.on("console", lambda m: galat.append(m.text) if m.type == "error" else None)
    yield halaman
    assert not galat, f"galat di peramban: {galat}"


class _Diam(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Keep the test output clean."""


@pytest.fixture
def server_kecil() -> Iterator[object]:
    """Serve a WSGI application on a free local port: ``alamat = server_kecil(aplikasi)``."""
    hidup = []

    def mulai(aplikasi: WSGIApplication) -> str:
        server = make_server("127.0.0.1", 0, aplikasi, handler_class=_Diam)
        utas = threading.Thread(target=server.serve_forever, daemon=True)
        utas.start()
        hidup.append((server, utas))
        return f"http://127.0.0.1:{server.server_port}"

    yield mulai
    for server, utas in hidup:
        server.shutdown()
        server.server_close()
        utas.join(timeout=5)


@pytest.fixture
def situs(db: None, server_kecil: Callable[..., str]) -> Iterator[str]:
    """Serve the pages of one small agency and return their address.

    The server thread answers through the connection of the test, so it sees what the test planted and
    nothing has to be committed. The test waits in the browser meanwhile: one thread at a time.
    """
    from django.core.signals import request_finished, request_started
    from django.core.wsgi import get_wsgi_application
    from django.db import close_old_connections, connections

    from tests.web.perabot import tanam

    tanam()
    aplikasi, milik_uji = get_wsgi_application(), connections["default"]
    milik_uji.inc_thread_sharing()
    tanda = (request_started, request_finished)
    for t in tanda:  # as Django's own test client does: the connection belongs to the test
        t.disconnect(close_old_connections)

    def layani(lingkungan: dict[str, Any], mulai: Callable[..., Any]) -> Any:
        connections["default"] = milik_uji
        return aplikasi(lingkungan, mulai)

    yield server_kecil(layani)
    milik_uji.dec_thread_sharing()
    for t in tanda:
        t.connect(close_old_connections)
