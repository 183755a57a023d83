"""Pages of the report: formats with progress, history, differences, and finding a report by its code."""

from __future__ import annotations

import time
from typing import Any

import pytest

from opensakip.pelaporan import antrean, keluaran
from opensakip.pelaporan.kode import kode_pendek
from opensakip.pelaporan.models import Cuplikan
from tests.web.klien import Klien
from tests.web.perabot import petugas, tanam

pytestmark = pytest.mark.django_db
DASAR = "/i/milik/2030/laporan/"


@pytest.fixture
def masuk(klien: Klien, settings: Any, tmp_path: Any) -> Klien:
    settings.OPENSAKIP_DATA = tmp_path
    klien.asli.force_login(petugas(tanam("milik", contoh=False), surel="milik@uji.example"))
    return klien


def test_menyusun_dari_laman_dengan_kemajuan(masuk: Klien) -> None:
    h = masuk.buka(DASAR)
    assert "belum disusun" in h.teks
    jawab = masuk.asli.post(DASAR + "susun/", {"format": "html"})
    assert jawab.status_code == 302
    assert jawab.headers["Location"] == DASAR
    for _ in range(400):
        teks = masuk.asli.get(DASAR).content.decode()
        if "siap," in teks:
            break
        assert "langkah" in teks
        assert 'http-equiv="refresh"' in teks, "laman melihat lagi sendiri, tanpa skrip"
        time.sleep(0.05)
    assert "Unduh HTML" in teks
    unduh = masuk.asli.get("/i/milik/2030/laporan.html")
    assert unduh.status_code == 200
    assert unduh.headers["Content-Disposition"] == 'attachment; filename="lkjip-milik-2030.html"'


@pytest.mark.parametrize("format", ["pdf", "docx", "html"])
def test_unduhan_bertanda_dan_berjenis(masuk: Klien, format: str) -> None:
    jawab = masuk.asli.get(f"/i/milik/2030/laporan.{format}")
    assert jawab.status_code == 200
    assert jawab.headers["Content-Type"] == keluaran.JENIS_ISI[format]
    assert "no-store" in jawab.headers["Cache-Control"]
    lagi = masuk.asli.get(f"/i/milik/2030/laporan.{format}", headers={"If-None-Match": jawab.headers["ETag"]})
    assert lagi.status_code == 304


def test_bentuk_asing_dan_cara_asing(masuk: Klien) -> None:
    assert masuk.asli.get("/i/milik/2030/laporan.exe").status_code == 404
    assert masuk.asli.post(DASAR + "susun/", {"format": "../../x"}).status_code == 404
    assert masuk.asli.get(DASAR + "susun/").status_code == 405


def test_instansi_lain_tidak_ada_di_setiap_pintu(masuk: Klien) -> None:
    tanam("rahasia", contoh=False)
    kode = kode_pendek(Cuplikan.semua.get(instansi__slug="rahasia").sidik)
    assert masuk.asli.post("/i/rahasia/2030/laporan/susun/", {"format": "pdf"}).status_code == 404
    for alamat in ("laporan/", "laporan/selisih/", "laporan.docx", "laporan.html"):
        masuk.buka(f"/i/rahasia/2030/{alamat}", 404)
    masuk.buka(f"/kode/{kode}/", 404)
    masuk.buka("/kode/0000-0000/", 404)


def test_kode_menemukan_laporan_sendiri(masuk: Klien) -> None:
    cuplikan = Cuplikan.semua.get(instansi__slug="milik")
    jawab = masuk.asli.get(f"/kode/{kode_pendek(cuplikan.sidik).lower()}/")
    assert jawab.status_code == 302
    assert jawab.headers["Location"] == f"{DASAR}#c{cuplikan.nomor}"


def test_kegagalan_disebut_dan_dapat_dicoba_lagi(masuk: Klien, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        antrean, "keadaan", lambda _c, f, _s: antrean.Keadaan(f, gagal="Kosongkan ruang penyimpanan.")
    )
    h = masuk.buka(DASAR)
    assert "Kosongkan ruang penyimpanan." in h.teks
    assert "Susun PDF" in h.teks
