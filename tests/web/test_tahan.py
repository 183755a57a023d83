"""Guessing passwords is slowed down: by account and address, without telling which accounts exist."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from opensakip.inti import jam
from tests.web.klien import Halaman, Klien
from tests.web.perabot import SANDI, petugas, tanam

SUREL = "koordinator@uji.example"
KINI = datetime(2031, 3, 1, 2, tzinfo=UTC)


def _masuk(klien: Klien, sandi: str = "salah", surel: str = SUREL, dari: str = "10.0.0.1") -> tuple[int, str]:
    jawaban = klien.asli.post("/masuk/", {"username": surel, "password": sandi}, REMOTE_ADDR=dari)
    teks = jawaban.content.decode()
    h = Halaman("/masuk/", teks, dict(jawaban.headers), jawaban.status_code) if teks else None
    return jawaban.status_code, h.tulisan(h.satu("//div[@role='alert']")) if h else ""


@pytest.mark.parametrize("surel", [SUREL, "khayal@uji.example"])
def test_lima_kali_salah_lalu_ditahan(db: None, klien: Klien, surel: str) -> None:
    """The same for an account that exists and one that does not, even with the right password."""
    petugas(tanam(contoh=False))
    with jam.tetap(KINI):
        assert [_masuk(klien, surel=surel)[0] for _ in range(5)] == [422] * 5
        status, pesan = _masuk(klien, SANDI, surel)
    assert status == 429
    assert "Tunggu 15 menit, lalu coba lagi" in pesan
    with jam.tetap(KINI + timedelta(minutes=10, seconds=1)):
        assert "Tunggu 5 menit" in _masuk(klien, SANDI, surel)[1]


def test_sesudah_seperempat_jam_terbuka_lagi(db: None, klien: Klien) -> None:
    petugas(tanam(contoh=False))
    with jam.tetap(KINI):
        for _ in range(5):
            _masuk(klien)
    with jam.tetap(KINI + timedelta(minutes=15)):
        assert _masuk(klien, SANDI)[0] == 303


def test_orang_lain_dan_tempat_lain_tidak_ikut_tertahan(db: None, klien: Klien) -> None:
    """Five wrong words lock one account at one address: not the office, not the person elsewhere."""
    instansi = tanam(contoh=False)
    petugas(instansi)
    petugas(instansi, surel="lain@uji.example")
    with jam.tetap(KINI):
        for _ in range(6):
            _masuk(klien)
        assert _masuk(klien, SANDI, "lain@uji.example")[0] == 303
        assert _masuk(Klien(), SANDI, dari="10.0.0.2")[0] == 303


def test_banyak_alamat_atau_banyak_akun_pun_ditahan(db: None, klien: Klien) -> None:
    petugas(tanam(contoh=False))
    with jam.tetap(KINI):
        for n in range(20):
            assert _masuk(klien, dari=f"10.0.1.{n}")[0] == 422
        assert _masuk(klien, SANDI, dari="10.0.2.1")[0] == 429
        for n in range(50):
            assert _masuk(klien, surel=f"orang{n}@uji.example", dari="10.9.9.9")[0] == 422
        assert _masuk(klien, surel="baru@uji.example", dari="10.9.9.9")[0] == 429


def test_benar_menghapus_hitungan(db: None, klien: Klien) -> None:
    petugas(tanam(contoh=False))
    with jam.tetap(KINI):
        for _ in range(4):
            _masuk(klien)
        assert _masuk(klien, SANDI)[0] == 303
        klien.asli.post("/keluar/")
        assert [_masuk(klien)[0] for _ in range(5)] == [422] * 5


def test_tertahan_tercatat_sekali_dan_tanpa_alamat(db: None, klien: Klien) -> None:
    from opensakip.akun.models import GagalMasuk
    from opensakip.audit.models import Jurnal

    petugas(tanam(contoh=False))
    with jam.tetap(KINI):
        for _ in range(9):
            _masuk(klien)
        catatan = Jurnal.objects.get(tindakan="akun.masuk.ditahan")
        assert (catatan.hasil, catatan.objek_nama) == ("ditolak", "Koordinator SAKIP")
        isi = str(list(GagalMasuk.objects.values()))
        assert SUREL not in isi
        assert "10.0.0.1" not in isi
    with jam.tetap(KINI + timedelta(hours=1)):
        _masuk(klien)
        assert GagalMasuk.objects.count() == 3, "yang lama dibersihkan"


def test_kepala_proksi_hanya_dipercaya_bila_dinyatakan(db: None, klien: Klien, settings: object) -> None:
    """A client may send the header itself; only our own proxy, and its last entry, is believed."""
    from django.test import RequestFactory

    from opensakip.web.tampilan.umum import alamat_pengunjung

    minta = RequestFactory().get("/", REMOTE_ADDR="10.0.0.9", HTTP_X_FORWARDED_FOR="1.1.1.1, 2.2.2.2")
    assert alamat_pengunjung(minta) == "10.0.0.9"
    settings.OPENSAKIP_PROKSI = True  # type: ignore[attr-defined]
    assert alamat_pengunjung(minta) == "2.2.2.2"
