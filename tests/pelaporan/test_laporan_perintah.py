"""`opensakip lkjip buat`: the file, the JSON, and every refusal in one clear line."""

from __future__ import annotations

import errno
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from opensakip.cli.utama import utama
from opensakip.impor.paket import daftar_contoh, muat_contoh
from opensakip.pelaporan import keluaran
from tests.dokumen.bacaan_pdf import halaman

pytestmark = pytest.mark.django_db
SLUG, TAHUN = "biro-perencanaan-kemensos", "2023"
BUAT = ["lkjip", "buat", "--instansi", SLUG, "--tahun", TAHUN]


@pytest.fixture
def dimuat(settings: Any, tmp_path: Path) -> Path:
    """One example in the database and an empty data folder."""
    settings.OPENSAKIP_DATA = tmp_path / "data"
    muat_contoh(next(c for c in daftar_contoh() if c.slug == SLUG))
    return tmp_path


def jalankan(capsys: pytest.CaptureFixture[str], *argumen: str) -> tuple[int, str, str]:
    """Run a command; returns exit code, standard output and error."""
    kode = utama(argumen)
    keluar = capsys.readouterr()
    return kode, keluar.out, keluar.err


def test_menulis_berkas_dan_json(dimuat: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kode, keluar, kemajuan = jalankan(capsys, *BUAT, "--json")
    assert kode == 0
    isi = json.loads(keluar)
    assert set(isi) == {"instansi", "tahun", "sidik", "berkas", "peringatan", "detik"}
    (berkas,) = isi["berkas"]
    jalur = Path(berkas["jalur"])
    assert jalur == dimuat / "data" / "keluaran" / f"lkjip-{SLUG}-{TAHUN}.pdf"
    assert berkas["sidik"] == hashlib.sha256(jalur.read_bytes()).hexdigest()
    assert berkas["halaman"] == len(halaman(jalur.read_bytes()))
    assert berkas["format"] == "pdf"
    assert isi["sidik"][:4] in " ".join(halaman(jalur.read_bytes()))
    assert "menyusun LKjIP" in kemajuan
    assert isi["detik"] > 0
    assert [p.name for p in jalur.parent.iterdir()] == [jalur.name], "tidak ada berkas sementara tertinggal"


def test_mengulang_menghasilkan_bita_yang_sama(dimuat: Path, capsys: pytest.CaptureFixture[str]) -> None:
    satu = [jalankan(capsys, *BUAT, "--keluaran", str(dimuat / f"k{n}"))[0] for n in (1, 2)]
    assert satu == [0, 0]
    nama = f"lkjip-{SLUG}-{TAHUN}.pdf"
    assert (dimuat / "k1" / nama).read_bytes() == (dimuat / "k2" / nama).read_bytes()


def test_ringkasan_tanpa_json(dimuat: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kode, keluar, _ = jalankan(capsys, *BUAT, "--keluaran", str(dimuat / "k"))
    assert kode == 0
    assert keluar.startswith(str(dimuat / "k" / f"lkjip-{SLUG}-{TAHUN}.pdf"))
    assert keluar.strip().endswith("halaman")


@pytest.mark.parametrize(
    ("argumen", "kata"),
    [
        (["--instansi", "tidak-ada", "--tahun", TAHUN], ["“tidak-ada” tidak ditemukan", SLUG]),
        (["--instansi", SLUG, "--tahun", "2019"], ["angka beku tahun 2019", "2023", "opensakip bekukan"]),
        (["--instansi", SLUG, "--tahun", "dua ribu"], ["--tahun"]),
        (["--instansi", SLUG, "--tahun", TAHUN, "--format", "odt"], ["--format"]),
        (["--tahun", TAHUN], ["--instansi"]),
    ],
)
def test_masukan_salah_dijawab_jelas(
    dimuat: Path, capsys: pytest.CaptureFixture[str], argumen: list[str], kata: list[str]
) -> None:
    kode, keluar, galat = jalankan(capsys, "lkjip", "buat", *argumen)
    assert kode == 2
    assert keluar == ""
    assert all(k in galat for k in kata), galat
    assert "Traceback" not in galat


def test_folder_keluaran_yang_tidak_dapat_ditulis(dimuat: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (dimuat / "berkas").write_text("bukan folder", encoding="utf-8")
    kode, _, galat = jalankan(capsys, *BUAT, "--keluaran", str(dimuat / "berkas" / "dalam"))
    assert kode == 2
    assert "tidak dapat ditulis" in galat
    assert "--keluaran" in galat
    assert "menyusun" not in galat, "ditolak sebelum laporan disusun"


def test_cakram_penuh_tidak_meninggalkan_setengah_berkas(
    dimuat: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = dimuat / "k"
    assert jalankan(capsys, *BUAT, "--keluaran", str(folder))[0] == 0
    lama = (folder / f"lkjip-{SLUG}-{TAHUN}.pdf").read_bytes()

    def penuh(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(keluaran.os, "fsync", penuh)
    kode, keluar, galat = jalankan(capsys, *BUAT, "--keluaran", str(folder))
    assert kode == 1
    assert keluar == ""
    assert "ruang penyimpanan habis" in galat
    assert [p.name for p in folder.iterdir()] == [f"lkjip-{SLUG}-{TAHUN}.pdf"]
    assert (folder / f"lkjip-{SLUG}-{TAHUN}.pdf").read_bytes() == lama


def test_karakter_yang_tidak_tercetak_menjadi_peringatan(
    dimuat: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from opensakip.audit.services import Pelaku
    from opensakip.organisasi.models import Instansi
    from opensakip.pelaporan import services
    from opensakip.pelaporan.selectors import unit_pelapor

    instansi = Instansi.objects.get(slug=SLUG)
    services.tulis_naskah(
        oleh=Pelaku(nama="Uji"),
        instansi=instansi,
        unit=unit_pelapor(instansi),
        tahun=int(TAHUN),
        naskah={"penutup.simpulan": "Baik 😀"},
    )
    services.bekukan(
        instansi=instansi,
        tahun=int(TAHUN),
        oleh=Pelaku(nama="Koordinator", peran="koordinator"),
        alasan="naskah",
    )
    kode, keluar, galat = jalankan(capsys, *BUAT, "--json")
    assert kode == 0
    assert "U+1F600" in json.loads(keluar)["peringatan"][0]
    assert "peringatan:" in galat
