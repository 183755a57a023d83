"""Commands that need a database: refusals before any work, steps that may be repeated, private secrets."""

from __future__ import annotations

import hashlib
import re
import shutil
import socket
import stat
from pathlib import Path

import pytest

from opensakip.akun import penjaga
from opensakip.akun.models import Pengguna
from opensakip.cli import akun_demo
from tests.dukungan.perintah import opensakip
from tests.web.perabot import tanam


def isi_folder(folder: Path) -> dict[str, str]:
    return {
        str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in sorted(folder.rglob("*"))
        if p.is_file() and not p.name.endswith(("-wal", "-shm"))
    }


@pytest.fixture(scope="module")
def data_demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    hasil = opensakip(folder, "demo", "--tanpa-server")
    assert hasil.returncode == 0, hasil.stderr
    return folder


def test_mengulang_demo_tidak_mengubah_apa_pun(data_demo: Path) -> None:
    sebelum = isi_folder(data_demo)
    hasil = opensakip(data_demo, "demo", "--tanpa-server")
    assert hasil.returncode == 0
    assert hasil.stderr == "", "tidak ada langkah yang dikerjakan ulang"
    assert isi_folder(data_demo) == sebelum


def test_rahasia_demo_hanya_terbaca_pemiliknya(data_demo: Path) -> None:
    for nama in ("sandi-demo", "kunci-rahasia"):
        assert stat.S_IMODE((data_demo / nama).stat().st_mode) == 0o600
    assert re.fullmatch(r"([0-9a-f]{4}-){3}[0-9a-f]{4}", (data_demo / "sandi-demo").read_text().strip())


def test_laporan_yang_tidak_dapat_ditulis_dikatakan(data_demo: Path, tmp_path: Path) -> None:
    salinan = tmp_path / "salinan"
    shutil.copytree(data_demo, salinan)
    shutil.rmtree(salinan / "keluaran")
    (salinan / "keluaran").write_text("bukan folder")
    hasil = opensakip(salinan, "demo", "--tanpa-server")
    assert hasil.returncode == 2
    assert "laporan biro-perencanaan-kemensos 2023: folder keluaran" in hasil.stderr
    assert "Traceback" not in hasil.stderr


@pytest.mark.django_db
def test_akun_demo_masuk_dan_bertugas_lalu_berganti_sandi() -> None:
    """A lost password file is not a locked door: the new password is set on every demo account."""
    instansi = tanam()
    akun = akun_demo.daftar_akun([instansi])
    assert [a.peran for a in akun] == list(akun_demo.PERAN)
    assert akun_demo.belum_ada(akun, sandi_baru=False) == akun
    akun_demo.siapkan_akun([instansi], akun, "lama-lama-lama")
    assert akun_demo.belum_ada(akun, sandi_baru=False) == []
    assert akun_demo.belum_ada(akun, sandi_baru=True) == akun
    akun_demo.siapkan_akun([instansi], akun, "baru-baru-baru")
    for a in akun:
        orang = Pengguna.objects.get_by_natural_key(a.surel)
        assert orang.check_password("baru-baru-baru")
        _, cakupan = penjaga.cakupan(orang, instansi.slug)
        assert cakupan.peran == (a.peran,)
        assert (cakupan.unit is None) == (a.peran != "operator")


def test_sandi_dicetak_sama_dengan_berkasnya(data_demo: Path) -> None:
    hasil = opensakip(data_demo, "demo", "--tanpa-server")
    assert f"sandi semua akun: {(data_demo / 'sandi-demo').read_text().strip()}" in hasil.stdout


def test_port_terpakai_ditolak_sebelum_bekerja(tmp_path: Path) -> None:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        s.listen()
        port = s.getsockname()[1]
        for perintah in ("demo", "sajikan"):
            hasil = opensakip(tmp_path / "data", perintah, "--port", str(port))
            assert hasil.returncode == 2
            assert f"port {port} sedang dipakai" in hasil.stderr
            assert f"make demo PORT={port + 1}" in hasil.stderr
    assert not (tmp_path / "data").exists(), "belum ada yang dikerjakan"


@pytest.mark.parametrize("port", ["0", "70000", "-1"])
def test_port_di_luar_batas(tmp_path: Path, port: str) -> None:
    hasil = opensakip(tmp_path, "sajikan", "--port", port)
    assert hasil.returncode == 2
    assert "pilih bilangan 1024 sampai 65535" in hasil.stderr


@pytest.mark.parametrize("perintah", [["demo", "--tanpa-server"], ["basis-data", "siapkan"]])
def test_folder_data_tidak_dapat_dibuat(tmp_path: Path, perintah: list[str]) -> None:
    penghalang = tmp_path / "berkas"
    penghalang.write_text("bukan folder")
    hasil = opensakip(penghalang / "data", *perintah)
    assert hasil.returncode == 2
    assert "tidak dapat ditulis" in hasil.stderr
    assert "OPENSAKIP_DATA=" in hasil.stderr
    assert "Traceback" not in hasil.stderr


def test_basis_data_disiapkan_lalu_mutakhir(tmp_path: Path) -> None:
    assert "langkah tertunda" in opensakip(tmp_path, "basis-data", "periksa").stdout
    assert opensakip(tmp_path, "basis-data", "periksa").returncode == 1
    assert "langkah dijalankan" in opensakip(tmp_path, "basis-data", "siapkan").stdout
    assert "sudah mutakhir" in opensakip(tmp_path, "basis-data", "siapkan").stdout
    hasil = opensakip(tmp_path, "basis-data", "periksa")
    assert (hasil.returncode, hasil.stdout.strip()[-8:]) == (0, "mutakhir")


@pytest.mark.parametrize(
    ("alamat", "pesan"),
    [
        ("mysql://x@localhost/x", "postgresql://pengguna:sandi@host:port/nama"),
        ("postgresql://x@127.0.0.1:9/x", "basis data tidak menjawab"),
    ],
)
def test_alamat_basis_data_salah(tmp_path: Path, alamat: str, pesan: str) -> None:
    hasil = opensakip(tmp_path, "basis-data", "periksa", OPENSAKIP_BASIS_DATA=alamat)
    assert hasil.returncode == 2
    assert pesan in hasil.stderr
    assert "Traceback" not in hasil.stderr
