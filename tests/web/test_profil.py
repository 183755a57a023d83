"""One's own page: assignments, password with a journal entry, and nobody else's."""

from __future__ import annotations

from datetime import date

import pytest

from tests.web.klien import Halaman, Klien
from tests.web.perabot import SANDI, petugas, tanam

BARU = "lumbung padi di tepi sungai"


def _kirim(klien: Klien, **isian: str) -> tuple[int, Halaman | None]:
    jawaban = klien.asli.post("/profil/", {"lama": SANDI, "baru": BARU, "ulang": BARU} | isian)
    teks = jawaban.content.decode()
    return jawaban.status_code, Halaman("/profil/", teks, dict(jawaban.headers), 422) if teks else None


def test_pengunjung_disuruh_masuk(db: None, klien: Klien) -> None:
    assert klien.asli.get("/profil/").headers["Location"] == "/masuk/?next=/profil/"


def test_penugasan_menurut_jabatan(db: None, klien: Klien) -> None:
    from opensakip.akun.models import Penugasan

    orang = petugas(tanam("milik", contoh=False), unit="BID1")
    petugas(tanam("lalu", contoh=False))
    Penugasan.semua.filter(instansi__slug="lalu").update(berlaku_sampai=date(2024, 1, 1))
    klien.asli.force_login(orang)
    h = klien.buka("/profil/")
    baris = [[h.tulisan(s) for s in r] for r in h.semua("//tbody/tr")]
    assert [b[2:] for b in baris] == [
        ["Koordinator SAKIP", "1 Januari 2020, sampai diakhiri", "berlaku"],
        ["Koordinator SAKIP", "1 Januari 2020 – 1 Januari 2024", "berakhir"],
    ]
    assert baris[0][1].startswith("Bidang Ketersediaan Pangan")
    assert "/i/milik/" in set(h.tautan())
    assert "/i/lalu/" not in set(h.tautan())


def test_ganti_sandi_tercatat_dan_berlaku(db: None, klien: Klien) -> None:
    from opensakip.audit.models import Jurnal

    instansi = tanam("milik", contoh=False)
    orang = petugas(instansi)
    lain = Klien()
    for k in (klien, lain):
        k.asli.post("/masuk/", {"username": orang.surel, "password": SANDI})
    assert _kirim(klien)[0] == 303
    assert "sudah diganti" in klien.buka("/profil/?diganti=1").teks, "sesi ini tetap masuk"
    assert lain.asli.get("/profil/").status_code == 302, "sesi lain berakhir"
    orang.refresh_from_db()
    assert orang.check_password(BARU)
    catatan = Jurnal.objects.get(tindakan="akun.sandi.diganti")
    assert (catatan.instansi_uid, catatan.pelaku_uid, catatan.sumber) == (instansi.uid, orang.uid, "web")
    assert BARU not in str(catatan.__dict__)


@pytest.mark.parametrize(
    ("isian", "bidang", "pesan"),
    [
        ({"lama": "salah"}, "#id_lama", "Kata sandi sekarang tidak cocok"),
        ({"ulang": "lain"}, "#id_ulang", "Ulangan kata sandi berbeda"),
        ({"baru": SANDI, "ulang": SANDI}, "#id_baru", "sama dengan yang sekarang"),
        ({"baru": "pendek", "ulang": "pendek"}, "#id_baru", "12 karakter"),
    ],
)
def test_penolakan_menyebut_isian(
    db: None, klien: Klien, isian: dict[str, str], bidang: str, pesan: str
) -> None:
    orang = petugas(tanam("milik", contoh=False))
    klien.asli.force_login(orang)
    status, h = _kirim(klien, **isian)
    assert status == 422
    assert h is not None
    assert pesan in h.tulisan(h.satu("//div[@role='alert']"))
    assert h.satu("//div[@role='alert']//a").get("href") == bidang
    assert not [i for i in h.semua("//input[@type='password']") if i.get("value")]
    orang.refresh_from_db()
    assert orang.check_password(SANDI)


def test_menebak_sandi_lama_pun_ditahan(db: None, klien: Klien) -> None:
    klien.asli.force_login(petugas(tanam("milik", contoh=False)))
    for _ in range(5):
        assert _kirim(klien, lama="salah")[0] == 422
    _, h = _kirim(klien)
    assert h is not None
    assert "Tunggu 15 menit" in h.teks


def test_tanpa_penugasan_menyuruh_apa(db: None, klien: Klien) -> None:
    klien.asli.force_login(petugas(None))
    assert "Minta Koordinator SAKIP" in klien.buka("/profil/").teks
