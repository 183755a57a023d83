"""The tool that changes formulas: its list fits the source; caught, survived and broken are told apart."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from alat.mutasi import AKAR, KASUS, MUTASI, RUANG, SRC, Mutasi, PerluDiperbaiki, main, pilih, salin, ubah
from tests.hitung.pelaksana_kasus import semua

SETENGAH = MUTASI[0]


def sidik_sumber() -> str:
    isi = hashlib.sha256()
    for ruang in RUANG:
        for berkas in sorted((SRC / ruang).rglob("*")):
            if berkas.is_file() and "__pycache__" not in berkas.parts:
                isi.update(berkas.relative_to(SRC).as_posix().encode() + berkas.read_bytes())
    return isi.hexdigest()


def test_sepuluh_perubahan_yang_berlainan() -> None:
    assert len(MUTASI) == 10
    assert len({m.nama for m in MUTASI}) == len({(m.berkas, m.lama) for m in MUTASI}) == 10
    assert all(m.lama != m.baru for m in MUTASI)


@pytest.mark.parametrize("mutasi", MUTASI, ids=lambda m: m.nama)
def test_teks_ditemukan_tepat_sekali(mutasi: Mutasi) -> None:
    asli = (SRC / mutasi.berkas).read_text(encoding="utf-8")
    assert ubah(asli, mutasi) != asli


@pytest.mark.parametrize("mutasi", MUTASI, ids=lambda m: m.nama)
def test_uji_yang_disebut_ada(mutasi: Mutasi) -> None:
    berkas, _, sisa = mutasi.uji.partition("::")
    assert (AKAR / berkas).is_file()
    assert sisa.removeprefix("test_kasus[").removesuffix("]") in {k["id"] for k in semua()}


def test_teks_yang_hilang_disebut() -> None:
    with pytest.raises(PerluDiperbaiki, match="ditemukan 0 kali, harus tepat sekali"):
        ubah("isi lain", SETENGAH)
    with pytest.raises(PerluDiperbaiki, match="ditemukan 2 kali"):
        ubah(SETENGAH.lama * 2, SETENGAH)


def test_salinan_tidak_menyentuh_sumber(tmp_path: Path) -> None:
    paket = salin(tmp_path) / "opensakip"
    assert not any((paket / r).is_symlink() for r in RUANG)
    assert all(p.is_symlink() for p in paket.iterdir() if p.name not in RUANG)
    assert {p.name for p in paket.iterdir()} == {p.name for p in SRC.iterdir()} - {"__pycache__"}


def test_perubahan_tertangkap_dan_sumber_utuh(capsys: pytest.CaptureFixture[str]) -> None:
    sebelum = sidik_sumber()
    assert main([SETENGAH]) == 0
    keluaran = capsys.readouterr().out
    assert "tertangkap  pembulatan setengah ke atas" in keluaran
    assert "test_kasus[banten-s12-capaian]" in keluaran
    assert sidik_sumber() == sebelum


def test_perubahan_yang_lolos_memberi_kode_1(capsys: pytest.CaptureFixture[str]) -> None:
    """Half even and half up agree away from a tie: this test cannot see the change."""
    assert main([replace(SETENGAH, uji=f"{KASUS}[banten-s11-capaian]")]) == 1
    keluaran = capsys.readouterr().out
    assert "LOLOS" in keluaran
    assert "TIDAK ADA" in keluaran
    assert "0 dari 1 perubahan tertangkap" in keluaran


@pytest.mark.parametrize(
    ("perubahan", "pesan"),
    [
        ({"lama": "teks yang tidak ada"}, "hitung/presisi.py: teks untuk"),
        ({"uji": f"{KASUS}[kasus-yang-tidak-ada]"}, "tidak hijau tanpa perubahan"),
        ({"baru": "rounding=PEMBULATAN_ASING, context=luas"}, "tidak menghasilkan angka"),
    ],
)
def test_daftar_yang_tidak_cocok_lagi_gagal_keras(
    perubahan: dict[str, str], pesan: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([replace(SETENGAH, **perubahan)]) == 2
    assert pesan in capsys.readouterr().err


def test_memilih_menurut_nomor() -> None:
    assert pilih(["3", "10"]) == (MUTASI[2], MUTASI[9])
    assert pilih([]) == MUTASI
    for salah in (["0"], ["11"], ["tiga"]):
        with pytest.raises(SystemExit, match="pakai nomor 1 sampai 10"):
            pilih(salah)
