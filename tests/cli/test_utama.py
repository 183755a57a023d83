"""The entry point: registry, help, and every way a command can end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from opensakip.cli.galat import GalatPerintah, sebab_sistem
from opensakip.cli.pengurai import rapikan_negatif, terjemahkan
from opensakip.cli.utama import PERINTAH, Perintah, utama


class GalatRuang(Exception):
    """Stands for the error of a room."""


GalatRuang.__module__ = "opensakip.perjanjian.errors"


def perintah_uji(monkeypatch: pytest.MonkeyPatch, akibat: Any) -> tuple[Perintah, ...]:
    """A registry with one command that does ``akibat``."""
    modul: Any = ModuleType("opensakip_uji_perintah")

    def jalankan(_: object) -> int:
        if isinstance(akibat, BaseException):
            raise akibat
        return akibat()

    def daftarkan(sub: Any) -> None:
        sub.add_parser("uji").set_defaults(jalankan=jalankan)

    modul.daftarkan = daftarkan
    monkeypatch.setitem(sys.modules, "opensakip_uji_perintah", modul)
    return (Perintah("uji", "opensakip_uji_perintah", "perintah uji"), *PERINTAH)


@pytest.mark.parametrize("perintah", PERINTAH, ids=[p.nama for p in PERINTAH])
def test_setiap_perintah_punya_modul(perintah: Perintah) -> None:
    assert find_spec(perintah.modul) is not None


def test_nama_perintah_unik() -> None:
    assert len({p.nama for p in PERINTAH}) == len(PERINTAH)


def test_bantuan_menyebut_semua_perintah(capsys: pytest.CaptureFixture[str]) -> None:
    assert utama(["--help"]) == 0
    teks = capsys.readouterr().out
    assert teks.startswith("pemakaian: opensakip")
    for p in PERINTAH:
        assert p.nama in teks
    for inggris in ("usage", "options", "positional", "show "):
        assert inggris not in teks


def test_tanpa_perintah(capsys: pytest.CaptureFixture[str]) -> None:
    assert utama([]) == 2
    keluar = capsys.readouterr()
    assert keluar.out == ""
    assert "PERINTAH" in keluar.err


def test_perintah_tak_dikenal(capsys: pytest.CaptureFixture[str]) -> None:
    assert utama(["hitong"]) == 2
    err = capsys.readouterr().err
    assert "PERINTAH: “hitong” tidak dikenal; pilih" in err
    assert "hitung" in err


def test_versi(capsys: pytest.CaptureFixture[str]) -> None:
    assert utama(["--versi"]) == 0
    assert capsys.readouterr().out.startswith("opensakip 0.")


def test_hanya_modul_perintah_yang_diminta_dimuat(monkeypatch: pytest.MonkeyPatch) -> None:
    daftar = (*perintah_uji(monkeypatch, lambda: 0), Perintah("lain", "opensakip_tidak_ada", "tidak dimuat"))
    assert utama(["uji"], perintah=daftar) == 0


@pytest.mark.parametrize("kode", [0, 1, 2])
def test_kode_keluar_diteruskan(monkeypatch: pytest.MonkeyPatch, kode: int) -> None:
    assert utama(["uji"], perintah=perintah_uji(monkeypatch, lambda: kode)) == kode


@pytest.mark.parametrize(
    ("akibat", "kode", "pesan"),
    [
        (GalatPerintah("instansi x tidak ada"), 2, "opensakip: instansi x tidak ada\n"),
        (GalatPerintah("sebagian", kode=1), 1, "opensakip: sebagian\n"),
        (GalatRuang("PK sudah\nditetapkan"), 2, "opensakip: PK sudah ditetapkan\n"),
        (PermissionError(13, "Permission denied", "k.pdf"), 2, "opensakip: k.pdf: tidak ada izin\n"),
        (KeyboardInterrupt(), 130, "opensakip: dihentikan\n"),
        (SystemExit(3), 3, ""),
        (SystemExit(None), 0, ""),
        (SystemExit("pesan"), 2, ""),
    ],
)
def test_galat_menjadi_satu_baris(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    akibat: BaseException,
    kode: int,
    pesan: str,
) -> None:
    assert utama(["uji"], perintah=perintah_uji(monkeypatch, akibat)) == kode
    assert capsys.readouterr().err == pesan


def test_cacat_program_satu_baris_dan_jejak_bila_diminta(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    daftar = perintah_uji(monkeypatch, KeyError("rahasia"))
    assert utama(["uji"], perintah=daftar) == 70
    err = capsys.readouterr().err
    assert "kesalahan tak terduga (KeyError" in err
    assert "Traceback" not in err
    monkeypatch.setenv("OPENSAKIP_JEJAK", "1")
    assert utama(["uji"], perintah=daftar) == 70
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("argv", "hasil"),
    [
        (["--realisasi", "-5,2"], ["--realisasi=-5,2"]),
        (["--realisasi", "−5"], ["--realisasi=−5"]),
        (["--target", "5", "-3"], ["--target", "5", "-3"]),
        (["--realisasi=1", "-5"], ["--realisasi=1", "-5"]),
        (["--", "-5"], ["--", "-5"]),
        (["--json", "--target", "-"], ["--json", "--target", "-"]),
    ],
)
def test_bilangan_negatif_terikat_pada_pilihannya(argv: list[str], hasil: list[str]) -> None:
    assert rapikan_negatif(argv) == hasil


@pytest.mark.parametrize(
    ("inggris", "indonesia"),
    [
        ("argument --a: expected one argument", "--a: nilainya belum diisi"),
        ("argument --a: invalid int value: 'x'", "--a: “x” bukan bilangan bulat"),
        ("argument --a: not allowed with argument --b", "--a: tidak dapat bersama --b"),
        ("argument x: invalid choice: 'q' (choose from 'a', 'b')", "x: “q” tidak dikenal; pilih a, b"),
        ("argument x: invalid choice: 'q' (choose from a, b)", "x: “q” tidak dikenal; pilih a, b"),
        ("unrecognized arguments: --z", "tidak dikenal: --z"),
        ("pesan lain", "pesan lain"),
    ],
)
def test_pesan_argparse_diterjemahkan(inggris: str, indonesia: str) -> None:
    assert terjemahkan(inggris) == indonesia


def test_sebab_sistem_yang_tidak_dikenal_tetap_terbaca() -> None:
    assert sebab_sistem(OSError(9999, "aneh")) == "aneh"


def test_pembaca_yang_pergi_tidak_membuat_jejak(tmp_path: Path) -> None:
    """``opensakip … | head``: the pipe is closed before anything is read."""
    masuk = tmp_path / "m.csv"
    masuk.write_text("target,realisasi,arah\n" + "3,1,naik\n" * 5000)
    baca, tulis = os.pipe()
    os.close(baca)
    jadi = subprocess.run(
        [sys.executable, "-m", "opensakip.cli.utama", "hitung", "berkas", str(masuk), "-"],
        stdout=tulis,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(tulis)
    assert jadi.returncode == 141
    assert b"Traceback" not in jadi.stderr
    assert b"BrokenPipe" not in jadi.stderr


def test_kode_sinyal_sesuai_kebiasaan() -> None:
    from opensakip.cli.galat import DIHENTIKAN, PIPA_PUTUS

    assert (DIHENTIKAN, PIPA_PUTUS) == (128 + signal.SIGINT, 128 + signal.SIGPIPE)
