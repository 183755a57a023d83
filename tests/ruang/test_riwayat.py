"""History of a year's snapshots, and making a report in the background with its progress."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser

from opensakip.inti.errors import TidakAda
from opensakip.pelaporan import antrean, keluaran, riwayat
from opensakip.pelaporan.kode import kode_pendek
from tests.ruang.kecil import TAHUN, Kecil

SLUG = "dinas-teluk-biru"

SELESAI_DETIK = 60


def _pembaca() -> AnonymousUser:
    """A visitor; the small agency is open to them in these tests."""
    return AnonymousUser()


def test_riwayat_selisih_dan_kode(kecil: Kecil) -> None:
    satu = kecil.bekukan()
    terkini, baris = riwayat.semua_cuplikan(_pembaca(), SLUG, TAHUN)
    assert terkini.pk == satu.pk
    assert [b["kode"] for b in baris] == [kode_pendek(satu.sidik)]
    lama, baru, beda, semua = riwayat.selisih_cuplikan(_pembaca(), SLUG, TAHUN, "", "")
    assert lama == baru
    assert beda == ()
    assert semua == [lama]
    assert riwayat.menurut_kode(_pembaca(), kode_pendek(satu.sidik)) == (
        SLUG,
        TAHUN,
        satu.nomor,
    )
    with pytest.raises(TidakAda):
        riwayat.menurut_kode(_pembaca(), "0000-0000")
    with pytest.raises(TidakAda, match="nomor yang ada: 1"):
        riwayat.selisih_cuplikan(_pembaca(), SLUG, TAHUN, "7", "9")


def test_antrean_menyusun_sekali_dan_memberi_tahu(
    kecil: Kecil, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cuplikan_kecil = kecil.bekukan()
    panggilan: list[str] = []
    asli = keluaran.buat

    def hitung(*a: Any, **k: Any) -> Any:
        panggilan.append(a[1])
        return asli(*a, **k)

    monkeypatch.setattr(keluaran, "buat", hitung)
    assert antrean.keadaan(cuplikan_kecil, "html", tmp_path).berjalan is False
    antrean.mulai(cuplikan_kecil, "html", tmp_path)
    antrean.mulai(cuplikan_kecil, "html", tmp_path)
    akhir = _tunggu(cuplikan_kecil, "html", tmp_path)
    assert akhir.siap, akhir
    assert akhir.ukuran > 1000
    assert panggilan == ["html"], "yang kedua memakai yang pertama"
    assert not list(tmp_path.glob(".*")), "tidak ada kunci atau berkas sementara tertinggal"


def test_antrean_menyebut_kegagalan_dan_dapat_dicoba_lagi(
    kecil: Kecil, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cuplikan_kecil = kecil.bekukan()

    def penuh(*_a: Any, **_k: Any) -> None:
        raise OSError(28, "ruang habis")

    asli = keluaran.tulis_utuh
    monkeypatch.setattr(keluaran, "tulis_utuh", penuh)
    antrean.mulai(cuplikan_kecil, "html", tmp_path)
    akhir = _tunggu(cuplikan_kecil, "html", tmp_path)
    assert "Kosongkan ruang" in akhir.gagal
    assert not list(tmp_path.glob("*.html"))
    monkeypatch.setattr(keluaran, "tulis_utuh", asli)
    antrean.mulai(cuplikan_kecil, "html", tmp_path)
    assert _tunggu(cuplikan_kecil, "html", tmp_path).siap


def test_kunci_yang_ditinggalkan_diambil_alih(kecil: Kecil, tmp_path: Path) -> None:
    cuplikan_kecil = kecil.bekukan()
    jadi = antrean.berkas(cuplikan_kecil, "html", tmp_path)
    laju = jadi.with_name(f".{jadi.name}.laju")
    laju.write_text(json.dumps({"langkah": "mencetak", "ke": 1, "dari": 2}), encoding="utf-8")
    os.utime(laju, (1_000_000, 1_000_000))
    assert not antrean.keadaan(cuplikan_kecil, "html", tmp_path).berjalan
    antrean.mulai(cuplikan_kecil, "html", tmp_path)
    assert _tunggu(cuplikan_kecil, "html", tmp_path).siap


def _tunggu(cuplikan_kecil: Any, format: str, folder: Path) -> antrean.Keadaan:
    """Wait until it is ready or has failed."""
    for _ in range(SELESAI_DETIK * 20):
        kini = antrean.keadaan(cuplikan_kecil, format, folder)
        if kini.siap or kini.gagal:
            return kini
        time.sleep(0.05)
    return kini
