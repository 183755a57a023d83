"""Pages of the report: formats with progress, history, differences, and finding a report by its code."""

from __future__ import annotations

import base64
import hashlib
import json
import time
from typing import Any

import pytest

from opensakip.pelaporan import antrean, keluaran
from opensakip.pelaporan.cuplikan import sidik, sidik_angka, teks_kanonis
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


def _bekukan_lagi(slug: str = "milik") -> None:
    """A second snapshot of the planted agency, with one figure changed."""
    lama = Cuplikan.semua.get(instansi__slug=slug)
    isi = json.loads(lama.isi)
    isi["meta"] |= {"nomor": 2, "alasan": "Pembetulan"}
    isi["angka"]["ind.I-0.realisasi"] |= {"nilai": "83", "tampil": "83"}
    teks = teks_kanonis(isi)
    Cuplikan.semua.create(
        instansi=lama.instansi,
        unit=lama.unit,
        tahun=2030,
        nomor=2,
        skema=lama.skema,
        isi=teks,
        per=lama.per,
        jurnal_seq=0,
        sidik=sidik(teks),
        sidik_angka=sidik_angka(isi),
        alasan="Pembetulan",
        menggantikan=lama,
    )


def test_dibaca_di_peramban_dengan_gayanya_saja(masuk: Klien) -> None:
    """Shown, not saved; the policy names the one style sheet by its hash and allows nothing else."""
    jawab = masuk.asli.get("/i/milik/2030/laporan.html?baca=1")
    assert "Content-Disposition" not in jawab.headers
    kebijakan = jawab.headers["Content-Security-Policy"]
    assert kebijakan.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in kebijakan
    gaya = jawab.content.partition(b"<style>")[2].partition(b"</style>")[0]
    cocok = base64.b64encode(hashlib.sha256(gaya).digest()).decode()
    assert f"'sha256-{cocok}'" in kebijakan
    assert b" style=" not in jawab.content
    lagi = masuk.asli.get(
        "/i/milik/2030/laporan.html?baca=1", headers={"If-None-Match": jawab.headers["ETag"]}
    )
    assert lagi.status_code == 304
    assert masuk.asli.get("/i/milik/2030/laporan.pdf?baca=1").headers["Content-Disposition"]


def test_pembekuan_lama_tetap_dapat_diunduh(masuk: Klien) -> None:
    _bekukan_lagi()
    baru = masuk.asli.get("/i/milik/2030/laporan.html")
    lama = masuk.asli.get("/i/milik/2030/laporan.html?nomor=1")
    assert lama.headers["Content-Disposition"] == 'attachment; filename="lkjip-milik-2030-1.html"'
    kode = {n: kode_pendek(Cuplikan.semua.get(nomor=n).sidik) for n in (1, 2)}
    assert kode[1] in lama.content.decode()
    assert kode[2] in baru.content.decode()
    assert kode[1] not in baru.content.decode()
    for asing in ("3", "0", "x", "-1", "9999999"):
        masuk.buka(f"/i/milik/2030/laporan.html?nomor={asing}", 404)


def test_dua_pembekuan_dibandingkan(masuk: Klien) -> None:
    h = masuk.buka(DASAR)
    assert not h.semua("//form[@method='get'][contains(@action, 'selisih')]")
    _bekukan_lagi()
    h = masuk.buka(DASAR)
    assert h.tulisan(h.satu("//h2[@id='cuplikan']")) == "2 pembekuan tahun ini"
    assert h.satu("//select[@name='dari']/option[@selected]").get("value") == "1"
    selisih = masuk.buka(DASAR + "selisih/?dari=1&ke=2")
    assert selisih.judul == "Perubahan dari cuplikan 1 ke 2"
    baris = [selisih.tulisan(r) for r in selisih.semua("//tbody/tr")]
    assert baris == ["Realisasi Indeks Ketahanan Pangan Wilayah 0berubah8483"]
    assert selisih.angka("ind.I-0.realisasi") == ["83"], "angka yang berlaku berasal-usul"
    balik = masuk.buka(DASAR + "selisih/?dari=2&ke=1")
    assert not balik.angka("ind.I-0.realisasi"), "angka lama tidak ada di halaman asal yang terbaru"


def test_pembekuan_instansi_lain_tidak_ada(masuk: Klien) -> None:
    tanam("rahasia", contoh=False)
    for berkas in ("laporan.html?baca=1", "laporan.html?nomor=1", "laporan.docx?nomor=1"):
        masuk.buka(f"/i/rahasia/2030/{berkas}", 404)
