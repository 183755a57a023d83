"""Regulations: every rule has its page, with citation, date, tag, what it says, and whether it is on."""

from __future__ import annotations

import pytest

from opensakip import peraturan
from tests.web.klien import Klien

pytestmark = pytest.mark.django_db


def test_daftar_memuat_semua(klien: Klien) -> None:
    h = klien.buka("/peraturan/")
    alamat = [a.get("href") for a in h.semua("//tbody//th/a")]
    assert sorted(alamat) == sorted(f"/peraturan/{i}/" for i in peraturan.daftar_id())
    assert f"{len(peraturan.daftar_id())} aturan" in h.teks


@pytest.mark.parametrize("jenis", sorted({a.jenis for a in peraturan.semua()}))
def test_setiap_jenis_punya_halaman_utuh(klien: Klien, jenis: str) -> None:
    """One page of every kind is inspected; every version shows its citations and a table."""
    id_ = next(a.id for a in peraturan.semua() if a.jenis == jenis)
    h = klien.buka(f"/peraturan/{id_}/")
    versi = peraturan.riwayat(id_).versi
    assert h.judul == versi[-1].judul
    assert len(h.semua("//main//table")) == len(versi)
    for v in versi:
        assert v.aturan in h.teks
        for s in v.sumber:
            assert s.sebutan() in h.teks


def test_isi_skala_terbaca(klien: Klien) -> None:
    h = klien.buka("/peraturan/permenpanrb-88-2021/predikat/")
    baris = [[h.tulisan(s) for s in r] for r in h.semua("//tbody/tr")]
    skala = peraturan.riwayat("permenpanrb-88-2021/predikat").versi[-1].nilai["kelas"]
    assert [b[0] for b in baris] == [k["kode"] for k in skala]
    assert baris[0][2].startswith(("> ", "≥ "))


def test_aturan_yang_dimatikan_disebut(klien: Klien, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENSAKIP_ATURAN_MATI", "permenpanrb-88-2021/predikat")
    h = klien.buka("/peraturan/permenpanrb-88-2021/predikat/")
    assert "dimatikan pada pemasangan ini" in h.teks
    mati = klien.buka("/peraturan/?keadaan=mati")
    assert [a.get("href") for a in mati.semua("//tbody//th/a")] == [
        "/peraturan/permenpanrb-88-2021/predikat/"
    ]


def test_dicabut_menyebut_pengganti(klien: Klien) -> None:
    h = klien.buka("/peraturan/ombudsman/zona-kepatuhan/")
    assert "Tidak berlaku sejak 1 Januari 2025" in h.teks
    assert "/peraturan/ombudsman/opini/" in set(h.tautan())
    assert "tidak berlaku lagi" in h.teks


def test_saringan_dan_hampa(klien: Klien) -> None:
    h = klien.buka("/peraturan/?q=predikat 88/2021")
    assert len(h.semua("//tbody//th/a")) >= 1
    assert "dari" in h.tulisan(h.satu("//p[@role='status']"))
    kosong = klien.buka("/peraturan/?q=zzz")
    assert "Tidak ada aturan yang cocok" in kosong.teks


@pytest.mark.parametrize("id_", ["tidak/ada", "permenpanrb-88-2021", "../etc/passwd", "a"])
def test_aturan_asing_404(klien: Klien, id_: str) -> None:
    assert klien.asli.get(f"/peraturan/{id_}/").status_code == 404
