"""What travels for a first view, page and stylesheet and scripts and font: at most 60 kB compressed."""

from __future__ import annotations

import gzip
import re
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

pytestmark = pytest.mark.django_db

BATAS = 60_000
ALAMAT = [
    "/",
    "/masuk/",
    "/i/setda-banten/2025/",
    "/i/setda-banten/2025/anggaran/",
    "/i/setda-banten/",
    "/i/setda-banten/jurnal/",
    "/i/setda-banten/2025/capaian/",
    "/i/setda-banten/2025/catatan/",
    "/i/setda-banten/2025/indikator/I-S5/",
    "/i/setda-banten/2025/pk/",
    "/i/setda-banten/2025/pohon/",
    "/i/setda-banten/2025/renstra/",
    "/i/setda-banten/2025/laporan/",
    "/cari/?q=pelayanan",
    "/peraturan/",
    "/i/setda-banten/2025/angka/ringkas.rata_indikator/",
    "/i/biro-perencanaan-kemensos/2023/",
    "/i/setneg/2024/",
    "/i/setneg/2024/anggaran/",
    "/tidak-ada/",
]


def berat(html: bytes) -> dict[str, int]:
    """Bytes on the wire of a page and of everything it names, fonts as they are."""
    hasil = {"halaman": len(gzip.compress(html, 6))}
    for alamat in set(re.findall(rb'(?:src|href)="(/static/[^"]+)"', html)):
        nama = urlsplit(alamat.decode()).path.removeprefix("/static/")
        with open(finders.find(nama), "rb") as berkas:
            bita = berkas.read()
        hasil[nama] = len(bita) if nama.endswith(".woff2") else len(gzip.compress(bita, 6))
    return hasil


@pytest.mark.parametrize("alamat", ALAMAT)
def test_pandangan_pertama_ringan(contoh_produk: None, alamat: str) -> None:
    rincian = berat(Client().get(alamat).content)
    assert {"opensakip.css", "fon/plus-jakarta-sans-latin-wght.woff2"} < set(rincian)
    assert sum(rincian.values()) <= BATAS, rincian


@pytest.mark.parametrize("alamat", ["/", "/static/opensakip.css", "/static/asal.js"])
def test_teks_dikirim_terkompres(db: None, alamat: str) -> None:
    """Pages, styles and scripts are compressed by the server itself; nobody needs a proxy for it."""
    jawaban = Client(headers={"accept-encoding": "gzip"}).get(alamat)
    assert jawaban.status_code == 200
    assert jawaban.headers.get("Content-Encoding") == "gzip"


def test_huruf_tidak_dikompres_dua_kali(db: None) -> None:
    jawaban = Client(headers={"accept-encoding": "gzip"}).get(
        "/static/fon/plus-jakarta-sans-latin-wght.woff2"
    )
    assert jawaban.status_code == 200
    assert "Content-Encoding" not in jawaban.headers
