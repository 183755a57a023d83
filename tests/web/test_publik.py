"""The public face: an agency opens what it has ratified; everything else stays as closed as before."""

from __future__ import annotations

from typing import Any

import pytest

from opensakip.audit.models import Jurnal
from opensakip.organisasi.services import ubah_publik
from tests.web.jelajah import semua_alamat
from tests.web.klien import Klien
from tests.web.perabot import OLEH, petugas, tanam

pytestmark = pytest.mark.django_db


@pytest.fixture
def produksi(settings: Any) -> None:
    """No examples for visitors: only what an agency opened itself."""
    settings.OPENSAKIP_BACA_CONTOH = False


def test_dibuka_lalu_ditutup(produksi: None, klien: Klien) -> None:
    instansi = tanam("milik", contoh=False)
    klien.buka("/i/milik/2030/", 404)
    assert ubah_publik(instansi=instansi, publik=True, oleh=OLEH, alasan="Keputusan 1/2031")
    for alamat in ("/i/milik/", "/i/milik/2030/", "/i/milik/2030/anggaran/", "/i/milik/2030/capaian/"):
        klien.buka(alamat)
    assert "/i/milik/" in set(klien.buka("/").tautan())
    assert ubah_publik(instansi=instansi, publik=False, oleh=OLEH)
    klien.buka("/i/milik/2030/", 404)
    assert "milik" not in klien.buka("/").html


def test_terbuka_pun_tiap_alamat_utuh(produksi: None, klien: Klien) -> None:
    """Every address of an open agency answers a visitor with a page, or does not exist for them."""
    instansi = tanam("milik", contoh=False)
    ubah_publik(instansi=instansi, publik=True, oleh=OLEH)
    for alamat in semua_alamat(instansi):
        status = klien.asli.get(alamat, follow=True).status_code
        assert status in (200, 404, 405), alamat
        assert status != 404 or "/reviu" in alamat or "/impor" in alamat, alamat


def test_menulis_tetap_tertutup_bagi_umum(produksi: None, klien: Klien) -> None:
    """Reading is open, acting is not: no visitor starts work on the server of an agency."""
    instansi = tanam("milik", contoh=False)
    ubah_publik(instansi=instansi, publik=True, oleh=OLEH)
    sebelum = Jurnal.objects.count()
    for alamat in semua_alamat(instansi):
        if alamat.startswith("/i/"):
            klien.asli.post(alamat, {"isi": "x"})
    assert Jurnal.objects.count() == sebelum


def test_jurnal_bagi_umum_hanya_penetapan(produksi: None, klien: Klien) -> None:
    from opensakip.audit.services import catat

    instansi = tanam("milik", contoh=False)
    for tindakan in ("pengukuran.realisasi.dicatat", "akun.sandi.diganti", "pelaporan.angka.dibekukan"):
        catat(
            tindakan,
            instansi_uid=instansi.uid,
            objek_jenis="x",
            objek_uid=None,
            objek_nama="Objek " + tindakan,
            oleh=OLEH,
            sesudah={"rinci": "angka-dalam"},
        )
    ubah_publik(instansi=instansi, publik=True, oleh=OLEH)
    h = klien.buka("/i/milik/jurnal/")
    assert "Angka dibekukan" in h.teks
    assert "Dibuka untuk umum" in h.teks
    for rahasia in ("Realisasi dicatat", "Kata sandi", "angka-dalam", "Unit kerja disusun"):
        assert rahasia not in h.html


def test_publik_tidak_membuka_yang_lain(produksi: None, klien: Klien) -> None:
    ubah_publik(instansi=tanam("milik", contoh=False), publik=True, oleh=OLEH)
    tanam("lain", contoh=False)
    klien.buka("/i/lain/2030/", 404)
    klien.asli.force_login(petugas(None))
    klien.buka("/i/milik/2030/")
    klien.buka("/i/lain/2030/", 404)


def test_keputusan_tercatat_sekali(klien: Klien) -> None:
    instansi = tanam("milik", contoh=False)
    assert ubah_publik(instansi=instansi, publik=True, oleh=OLEH, alasan="Keputusan 1/2031")
    assert not ubah_publik(instansi=instansi, publik=True, oleh=OLEH)
    catatan = Jurnal.objects.get(tindakan="organisasi.instansi.dibuka")
    assert (catatan.alasan, catatan.sebelum, catatan.sesudah) == (
        "Keputusan 1/2031",
        {"publik": False},
        {"publik": True},
    )


def test_petugas_satu_bidang_tetap_sempit(produksi: None, klien: Klien) -> None:
    """Somebody assigned to one unit keeps that narrow view in search and pages alike."""
    instansi = tanam("milik", contoh=False)
    ubah_publik(instansi=instansi, publik=True, oleh=OLEH)
    klien.asli.force_login(petugas(instansi, unit="BID2"))
    assert "Wilayah" not in klien.buka("/cari/?q=ketahanan").teks
