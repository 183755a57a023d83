"""Make the pictures of the README anew from the running demo (called by `make gambar`).

Needs Chromium and pdftoppm (poppler-utils), like the tests.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

AKAR = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(AKAR))

from tests.peramban.conftest import BENDERA, cari_chromium  # noqa: E402  the same browser as the tests

TUJUAN = AKAR / "docs" / "gambar"
INSTANSI, TAHUN = "setda-banten", 2025
CIRI_HALAMAN = ("Sasaran S6", "Target dan realisasi tahun ini")


HALAMAN = {
    "halaman-beranda": "",
    "halaman-satu-menit": f"{TAHUN}/",
    "halaman-perjanjian": f"{TAHUN}/pk/",
    "halaman-anggaran": f"{TAHUN}/anggaran/",
    "halaman-renstra": f"{TAHUN}/renstra/",
}


def potret_halaman(alamat: str) -> None:
    """Photograph the pages, one indicator, and the capaian table with the origin of one figure open."""
    with sync_playwright() as pw:
        peramban = pw.chromium.launch(executable_path=cari_chromium(), args=BENDERA)
        halaman = peramban.new_page(viewport={"width": 1280, "height": 860}, locale="id-ID")
        for nama, jalur in HALAMAN.items():
            halaman.goto(f"{alamat}/i/{INSTANSI}/{jalur}")
            halaman.screenshot(path=TUJUAN / f"{nama}.png")
        halaman.goto(f"{alamat}/i/{INSTANSI}/{TAHUN}/capaian/")
        tautan = halaman.locator("table a[href*='/indikator/']").nth(4).get_attribute("href")
        baris = halaman.locator("table a.asal[href*='.capaian']").nth(5)
        baris.scroll_into_view_if_needed()
        baris.click()
        halaman.locator("tr.baris-asal .asal-panel").first.wait_for()
        baris.evaluate("e => window.scrollBy(0, e.getBoundingClientRect().top - 250)")
        halaman.screenshot(path=TUJUAN / "halaman-capaian.png")
        halaman.goto(f"{alamat}{tautan}")
        halaman.screenshot(path=TUJUAN / "halaman-indikator.png")
        peramban.close()


def potret_laporan(pdf: Path, berkas: Path) -> None:
    """Turn the page of one sasaran into a picture."""
    isi = subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    halaman = next(n for n, h in enumerate(isi.split("\f"), 1) if all(c in h for c in CIRI_HALAMAN))
    perintah = ["pdftoppm", "-png", "-r", "80", "-f", str(halaman), "-l", str(halaman), "-singlefile"]
    subprocess.run([*perintah, str(pdf), str(berkas.with_suffix(""))], check=True)


def main() -> int:
    """Make the pictures. Returns the exit code."""
    TUJUAN.mkdir(parents=True, exist_ok=True)
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
    with tempfile.TemporaryDirectory(prefix="opensakip-gambar-") as folder:
        lingkungan = os.environ | {"OPENSAKIP_DATA": folder}
        perintah = [str(Path(sys.executable).parent / "opensakip"), "demo", "--port", str(port)]
        with subprocess.Popen(perintah, cwd=AKAR, env=lingkungan, stdout=subprocess.PIPE, text=True) as demo:
            try:
                for baris in demo.stdout or ():
                    if "berjalan di" in baris:
                        break
                potret_halaman(f"http://127.0.0.1:{port}")
            finally:
                demo.terminate()
        laporan = Path(folder) / "keluaran" / f"lkjip-{INSTANSI}-{TAHUN}.pdf"
        potret_laporan(laporan, TUJUAN / "halaman-laporan.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())
