"""The journal: who, when, what, scoped to the reader, filtered by the address, paged by the entry."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from opensakip.audit.services import Pelaku, catat
from opensakip.inti import jam
from opensakip.web.penyaji.jurnal import nama_ruang, nama_tindakan
from tests.web.klien import Halaman, Klien
from tests.web.perabot import petugas, tanam

pytestmark = pytest.mark.django_db
AWAL = datetime(2031, 1, 1, 2, tzinfo=UTC)
ALAMAT = "/i/milik/jurnal/"


def _isi(instansi: Any, banyak: int = 3, tindakan: str = "pengukuran.realisasi.dicatat", **lain: Any) -> None:
    for n in range(banyak):
        with jam.tetap(AWAL + timedelta(days=n)):
            catat(
                tindakan,
                instansi_uid=instansi.uid,
                objek_jenis="x",
                objek_uid=None,
                objek_nama=f"Butir {n}",
                **({"oleh": Pelaku(nama="Operator Bidang", sumber="web")} | lain),
            )


def _baris(h: Halaman) -> list[list[str]]:
    return [[h.tulisan(s) for s in r] for r in h.semua("//tbody/tr")]


def _masuk(klien: Klien, instansi: Any, peran: str = "koordinator", unit: str = "DKP") -> None:
    from opensakip.akun.models import Penugasan

    orang = petugas(instansi, unit=unit)
    Penugasan.semua.filter(pengguna=orang).update(peran=peran)
    klien.asli.force_login(orang)


def test_siapa_kapan_apa(klien: Klien) -> None:
    instansi = tanam("milik", contoh=False)
    _isi(
        instansi, 1, alasan="Salah ketik", sebelum={"nilai": "1"}, sesudah={"nilai": "2", "sel": [1, 2, 3, 4]}
    )
    _masuk(klien, instansi)
    baris = _baris(klien.buka(ALAMAT))
    catatan = next(b for b in baris if "Realisasi dicatat" in b[2])
    assert catatan[1] == "1 Januari 2031 pukul 10.00 WITA"
    assert catatan[2] == "Realisasi dicatatAlasan: Salah ketik"
    assert catatan[3] == "Butir 0nilai: 1 → 2sel: 1, 2, 3, dan 1 lainnya"
    assert catatan[4] == "Operator Bidanglewat halaman"


def test_halaman_demi_halaman_tanpa_celah(klien: Klien) -> None:
    """Every entry exactly once, in order, however many pages."""
    instansi = tanam("milik", contoh=False)
    _isi(instansi, 120)
    _masuk(klien, instansi)
    alamat, nomor, lembar = ALAMAT, [], 0
    while alamat:
        h = klien.buka(alamat)
        nomor += [int(b[0]) for b in _baris(h)]
        lanjut = [a for a in h.semua("//p/a") if h.tulisan(a) == "Yang lebih lama"]
        alamat = ALAMAT + lanjut[0].get("href") if lanjut else ""
        lembar += 1
    assert lembar == 3
    assert nomor == list(range(nomor[0], 0, -1))


@pytest.mark.parametrize(
    ("tanya", "harap"),
    [
        ("?ruang=pengukuran", 3),
        ("?ruang=perjanjian", 0),
        ("?q=butir 1", 1),
        ("?q=operator", 3),
        ("?ruang=pengukuran&dari=2031-01-02", 2),
        ("?ruang=pengukuran&sampai=2031-01-01", 1),
        ("?ruang=pengukuran&dari=2031-01-02&sampai=2031-01-02", 1),
        ("?hasil=ditolak", 0),
        ("?ruang=pengukuran&dari=bukan-tanggal&sebelum=x", 3),
    ],
)
def test_saringan(klien: Klien, tanya: str, harap: int) -> None:
    instansi = tanam("milik", contoh=False)
    _isi(instansi)
    _masuk(klien, instansi)
    h = klien.buka(ALAMAT + tanya)
    assert len(_baris(h)) == harap
    if not harap:
        assert "Tidak ada perbuatan yang cocok" in h.teks


def test_saringan_ikut_ke_halaman_berikut(klien: Klien) -> None:
    instansi = tanam("milik", contoh=False)
    _isi(instansi, 60)
    _masuk(klien, instansi)
    h = klien.buka(ALAMAT + "?ruang=pengukuran&q=butir")
    lanjut = next(a.get("href") for a in h.semua("//p/a") if "sebelum" in a.get("href"))
    assert "ruang=pengukuran" in lanjut
    assert len(_baris(klien.buka(ALAMAT + lanjut))) == 10


@pytest.mark.parametrize(
    ("peran", "unit", "melihat"),
    [
        ("koordinator", "DKP", {"Realisasi dicatat", "Kata sandi diganti", "Unit kerja disusun"}),
        ("apip", "DKP", {"Realisasi dicatat", "Kata sandi diganti", "Unit kerja disusun"}),
        ("pembaca", "DKP", {"Realisasi dicatat", "Unit kerja disusun"}),
        ("operator", "BID1", {"Unit kerja disusun"}),
    ],
)
def test_menurut_penugasan(klien: Klien, peran: str, unit: str, melihat: set[str]) -> None:
    instansi = tanam("milik", contoh=False)
    _isi(instansi, 1)
    _isi(instansi, 1, "akun.sandi.diganti")
    _masuk(klien, instansi, peran, unit)
    teks = klien.buka(ALAMAT).teks
    semua = {"Realisasi dicatat", "Kata sandi diganti", "Unit kerja disusun"}
    assert {n for n in semua if n in teks} == melihat


def test_perbuatan_sendiri_selalu_terlihat(klien: Klien) -> None:
    instansi = tanam("milik", contoh=False)
    _masuk(klien, instansi, "operator", "BID1")
    from opensakip.akun.models import Pengguna

    saya = Pengguna.objects.get()
    _isi(instansi, 1, oleh=Pelaku(nama=saya.nama, uid=saya.uid, sumber="web"))
    assert "Realisasi dicatat" in klien.buka(ALAMAT).teks


def test_jurnal_instansi_lain_tidak_ada(klien: Klien) -> None:
    _isi(tanam("milik", contoh=False))
    klien.asli.force_login(petugas(tanam("lain", contoh=False)))
    klien.buka(ALAMAT, 404)
    assert "Butir" not in klien.buka("/i/lain/jurnal/").html


def test_setiap_perbuatan_punya_nama() -> None:
    """An act that the code writes has words of its own; so has its field of work."""
    sumber = "\n".join(p.read_text("utf-8") for p in (Path("src") / "opensakip").rglob("services*.py"))
    ditulis = set(re.findall(r"catat\(\s*(?:\w+,\s*)?\"([a-z_]+(?:\.[a-z_]+)+)\"", sumber))
    assert len(ditulis) > 15
    assert ditulis <= set(nama_tindakan()), ditulis - set(nama_tindakan())
    assert {t.partition(".")[0] for t in ditulis} <= set(nama_ruang())
