"""Language and theme: chosen without a script, kept in a cookie, said in the answer."""

from __future__ import annotations

import pytest

from tests.web.klien import Klien

DASAR = "/i/dinas-uji/2030/"


def test_bahasa_bawaan_indonesia_apa_pun_perambannya(dinas: object, klien: Klien) -> None:
    klien.asli.defaults["HTTP_ACCEPT_LANGUAGE"] = "en-US,en;q=0.9"
    h = klien.buka(DASAR)
    assert h.satu("/html").get("lang") == "id"
    assert h.kepala["Content-Language"] == "id"


def test_memilih_inggris_lalu_kembali(dinas: object, klien: Klien) -> None:
    jawaban = klien.asli.post("/pilihan/", {"bahasa": "en"}, headers={"referer": "http://testserver" + DASAR})
    assert (jawaban.status_code, jawaban.headers["Location"]) == (303, "http://testserver" + DASAR)
    kuki = klien.asli.cookies["bahasa"]
    assert (kuki.value, kuki["samesite"], kuki["httponly"], kuki["path"]) == ("en", "Lax", True, "/")
    h = klien.buka("/masuk/")
    assert h.kepala["Content-Language"] == "en"
    assert h.satu("/html").get("lang") == "en"
    assert h.judul == "Sign in"
    klien.asli.post("/pilihan/", {"bahasa": "id"}, headers={"referer": "http://testserver" + DASAR})
    assert klien.buka("/masuk/").judul == "Masuk"


@pytest.mark.parametrize("tema", ["terang", "gelap"])
def test_tema_tertulis_pada_halaman(dinas: object, klien: Klien, tema: str) -> None:
    assert klien.buka(DASAR).satu("/html").get("data-tema") is None
    klien.asli.post("/pilihan/", {"tema": tema}, headers={"referer": "http://testserver" + DASAR})
    h = klien.buka(DASAR)
    assert h.satu("/html").get("data-tema") == tema
    tertekan = h.semua("//footer//button[@aria-pressed='true']")
    assert [b.get("value") for b in tertekan] == [tema]
    klien.asli.post("/pilihan/", {"tema": "perangkat"}, headers={"referer": "http://testserver" + DASAR})
    assert klien.buka(DASAR).satu("/html").get("data-tema") is None


@pytest.mark.parametrize("kembali", ["https://jahat.example/", "//jahat.example", "javascript:1", ""])
def test_tidak_dibawa_ke_tempat_lain(db: None, klien: Klien, kembali: str) -> None:
    assert klien.asli.post("/pilihan/", {}, headers={"referer": kembali}).headers["Location"] == "/"


def test_pilihan_asing_tidak_mengubah_apa_pun(dinas: object, klien: Klien) -> None:
    klien.asli.post(
        "/pilihan/", {"bahasa": "xx", "tema": '"><script>'}, headers={"referer": "http://testserver" + DASAR}
    )
    klien.asli.cookies["bahasa"] = "../../en"
    klien.asli.cookies["tema"] = '"><b>'
    h = klien.buka(DASAR)
    assert h.satu("/html").get("lang") == "id"
    assert h.satu("/html").get("data-tema") is None
    assert klien.asli.get("/pilihan/").status_code == 405
