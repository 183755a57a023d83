"""Signing in and out: one message for every refusal, no open redirect, nothing cached, forms with a token."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.web.klien import Halaman, Klien
from tests.web.perabot import SANDI, petugas, tanam

SUREL = "koordinator@uji.example"


def _kirim(klien: Klien, **isian: str) -> tuple[int, Halaman | None, str]:
    jawaban = klien.asli.post("/masuk/", {"username": SUREL, "password": SANDI} | isian)
    teks = jawaban.content.decode()
    h = Halaman("/masuk/", teks, dict(jawaban.headers), jawaban.status_code) if teks else None
    return jawaban.status_code, h, jawaban.headers.get("Location", "")


def test_masuk_lalu_keluar(db: None, klien: Klien) -> None:
    petugas(tanam(contoh=False))
    assert _kirim(klien) == (303, None, "/")
    h = klien.buka("/")
    assert "Koordinator SAKIP" in h.html
    assert SUREL not in h.html
    assert klien.asli.get("/keluar/").status_code == 405
    assert klien.asli.post("/keluar/").status_code == 303
    klien.buka("/i/dinas-uji/2030/", 404)


def test_penolakan_tidak_membocorkan_akun(db: None, klien: Klien) -> None:
    """Wrong password, unknown address and switched-off account read the same; what was typed stays."""
    petugas(tanam(contoh=False))
    mati = petugas(None, surel="mati@uji.example")
    mati.is_active = False
    mati.save()
    teks = []
    for surel, sandi in ((SUREL, "salah"), ("khayal@uji.example", SANDI), ("mati@uji.example", SANDI)):
        status, h, _ = _kirim(klien, username=surel, password=sandi)
        assert status == 422
        assert h is not None
        assert h.satu("//input[@name='username']").get("value") == surel
        assert h.satu("//input[@name='password']").get("value") is None
        teks.append(h.teks)
    assert len(set(teks)) == 1
    assert "Alamat surel atau kata sandi tidak cocok" in teks[0]


@pytest.mark.parametrize(
    ("lanjut", "ke"),
    [
        ("/i/dinas-uji/2030/", "/i/dinas-uji/2030/"),
        ("https://jahat.example/", "/"),
        ("//jahat.example/", "/"),
        ("javascript:alert(1)", "/"),
        ("", "/"),
    ],
)
def test_tujuan_hanya_di_sini(db: None, klien: Klien, lanjut: str, ke: str) -> None:
    petugas(tanam(contoh=False))
    assert klien.buka(f"/masuk/?next={lanjut}").satu("//input[@name='next']").get("value") == lanjut
    assert _kirim(klien, next=lanjut)[2] == ke
    assert klien.asli.get(f"/masuk/?next={lanjut}").headers["Location"] == ke


def test_formulir_tanpa_token_ditolak_dengan_penjelasan(db: None) -> None:
    petugas(tanam(contoh=False))
    ketat = Client(enforce_csrf_checks=True)
    jawaban = ketat.post("/masuk/", {"username": SUREL, "password": SANDI})
    assert jawaban.status_code == 403
    assert "Formulir tidak berlaku lagi" in jawaban.content.decode()


def test_galat_masuk_tertuju_ke_isian(db: None, klien: Klien) -> None:
    _, h, _ = _kirim(klien, username="")
    assert h is not None
    assert h.satu("//div[@role='alert']//a").get("href") == "#id_username"
    assert {i.get("aria-invalid") for i in h.semua("//input[@required]")} == {"true"}
