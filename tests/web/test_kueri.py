"""Database questions per page, kept in ``kueri.json``: they may fall, and never grow with the rows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from opensakip.pelaporan import selectors
from tests.web.jelajah import isi_pola, kode_laporan
from tests.web.klien import Klien
from tests.web.perabot import petugas, tanam
from tests.web.test_izin import ALAMAT

BATAS: dict[str, int] = json.loads((Path(__file__).parent / "kueri.json").read_text(encoding="utf-8"))


def _hitung(klien: Klien, alamat: str) -> int:
    """Questions of a page whose frozen text was parsed before; a first visit may ask one more."""
    klien.buka(alamat)
    with CaptureQueriesContext(connection) as catat:
        klien.buka(alamat)
    hangat = len(catat)
    selectors.isi_cuplikan.__globals__["_urai"].cache_clear()
    with CaptureQueriesContext(connection) as catat:
        klien.buka(alamat)
    assert len(catat) <= hangat + 1
    return hangat


@pytest.mark.parametrize("alamat", sorted(BATAS))
def test_kueri_tetap(db: None, alamat: str) -> None:
    """Signed in, small and ten times as large: the same number, at most the kept one."""
    jumlah = {}
    for ganda in (1, 10):
        slug = f"kali-{ganda}"
        klien = Klien()
        klien.asli.force_login(petugas(tanam(slug, contoh=False, ganda=ganda), surel=f"{slug}@uji.example"))
        jumlah[ganda] = _hitung(klien, alamat.replace("SLUG", slug))
    assert jumlah[1] == jumlah[10]
    assert jumlah[1] <= BATAS[alamat], f"{alamat}: {jumlah[1]} pertanyaan, batas {BATAS[alamat]}"


def test_setiap_halaman_punya_batas(db: None, klien: Klien) -> None:
    """A page without a kept number of questions could grow unseen: enter it in kueri.json."""
    instansi = tanam()
    ada = {a.partition("?")[0] for a in BATAS}
    kurang = []
    for pola in ALAMAT:
        if "<bentuk:format>" in pola:
            continue
        alamat = isi_pola(pola, "SLUG", **{"<str:kode>": kode_laporan(instansi)})
        jawaban = klien.asli.get(alamat.replace("SLUG", "dinas-uji"))
        halaman = jawaban.status_code == 200 and jawaban.headers["Content-Type"].startswith("text/html")
        if halaman and alamat not in ada:
            kurang.append(alamat)
    assert not kurang


def test_daftar_tidak_bertambah_dengan_instansi(db: None, klien: Klien) -> None:
    tanam("satu")
    sebelum = _hitung(klien, "/")
    for n in range(8):
        tanam(f"lagi-{n}")
    assert _hitung(klien, "/") == sebelum
