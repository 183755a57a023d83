"""``opensakip muat``, ``contoh``, ``realisasi ubah`` and ``bekukan`` as a person meets them."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from opensakip.cli.utama import utama
from opensakip.impor.format import FORMAT
from opensakip.organisasi.models import Instansi
from opensakip.pelaporan.models import Cuplikan
from opensakip.pengukuran.models import Realisasi
from tests.impor.kecil import KECIL, ganti, tulis

pytestmark = pytest.mark.django_db


class Jalan:
    """Runs commands and keeps the last answer."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys
        self.keluar = self.galat = ""

    def __call__(self, *argumen: str | Path) -> int:
        kode = utama([str(a) for a in argumen])
        self.keluar, self.galat = self.capsys.readouterr()
        assert "Traceback" not in self.galat
        return kode


@pytest.fixture
def jalan(capsys: pytest.CaptureFixture[str]) -> Jalan:
    """A command line."""
    return Jalan(capsys)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A sound small data set."""
    return tulis(tmp_path / "data", KECIL)


def test_muat_melaporkan_hasil_dan_kemajuan_terpisah(jalan: Jalan, folder: Path) -> None:
    assert jalan("muat", folder) == 0
    assert jalan.keluar.startswith("Dimuat: Dinas Uji Kabupaten Rekaan (dinas-uji), tahun laporan 2025.\n")
    assert "2 baris PK, 3 realisasi" in jalan.keluar
    assert "memeriksa data" in jalan.galat
    assert "memeriksa data" not in jalan.keluar
    assert jalan("muat", folder) == 0
    assert jalan.keluar == "Tidak ada perubahan: Dinas Uji Kabupaten Rekaan (dinas-uji).\n"


def test_muat_data_salah(jalan: Jalan, folder: Path) -> None:
    ganti(folder, "pk_baris.csv", '"80,5"', "80,5")
    ganti(folder, "realisasi.csv", "8,final", "8,akhir")
    assert jalan("muat", folder) == 2
    assert jalan.keluar == ""
    baris = jalan.galat.splitlines()
    assert baris[1:] == [
        "Data tidak dimuat: 2 kesalahan.",
        "pk_baris.csv baris 2: baris ini berisi 7 sel, kepala hanya 6. Perbaikan: apit isi yang memuat "
        "koma dengan "
        'tanda petik, misalnya "3,5".',
        'realisasi.csv baris 4 kolom status: "akhir" bukan pilihan kolom ini. Perbaikan: pakai salah satu: '
        "final | "
        "sementara | dibawa | belum_ada | tidak_berlaku.",
    ]
    assert Instansi.objects.count() == 0


def test_muat_daftar_kesalahan_yang_panjang_dipotong(jalan: Jalan, folder: Path) -> None:
    (folder / "realisasi.csv").write_text(
        KECIL["realisasi.csv"] + "".join(f"IKU-1,{1990 + i},x,final\n" for i in range(60)), encoding="utf-8"
    )
    assert jalan("muat", folder) == 2
    assert jalan.galat.splitlines()[-1].startswith("… dan ")


def test_muat_pratinjau(jalan: Jalan, folder: Path) -> None:
    assert jalan("muat", folder, "--pratinjau") == 0
    assert jalan.keluar.startswith(
        "Instansi baru: Dinas Uji Kabupaten Rekaan (dinas-uji). Akan dimuat:\n  2 unit, 2 kartu indikator"
    )
    assert Instansi.objects.count() == 0
    jalan("muat", folder)
    ganti(folder, "realisasi.csv", "8,final", "9,final")
    assert jalan("muat", folder, "--pratinjau") == 0
    assert jalan.keluar == (
        "Perubahan yang akan dimuat untuk Dinas Uji Kabupaten Rekaan (dinas-uji):\n"
        "  ubah: realisasi IKU-2 2025: 8 (final) → 9 (final)\n"
    )
    assert jalan("muat", folder) == 2
    assert 'ulangi perintahnya dengan --alasan "...".' in jalan.galat
    assert jalan("muat", folder, "--alasan", "terlewat satu") == 0
    assert jalan.keluar.startswith("Perubahan dimuat: ")


def test_muat_peringatan_tidak_menghentikan(jalan: Jalan, folder: Path) -> None:
    ganti(folder, "realisasi.csv", "IKU-2,2025,8,final\n", "")
    ganti(folder, "realisasi.csv", "84,525", "84,52")
    assert jalan("muat", folder) == 0
    assert (
        "Catatan: pk_baris.csv baris 3 kolom indikator: indikator IKU-2 belum punya baris realisasi"
        in jalan.galat
    )


def test_muat_tanpa_folder_dan_folder_tiada(jalan: Jalan, tmp_path: Path) -> None:
    assert jalan("muat") == 2
    assert "sebutkan folder datanya" in jalan.galat
    assert jalan("muat", tmp_path / "tiada") == 2
    assert f"Folder data tidak ditemukan: {tmp_path / 'tiada'}" in jalan.galat


def test_templat(jalan: Jalan, tmp_path: Path) -> None:
    tujuan = tmp_path / "baru"
    assert jalan("muat", "--templat", tujuan) == 0
    assert jalan.keluar == f"{len(FORMAT)} templat ditulis ke {tujuan}. Isi, lalu: opensakip muat {tujuan}\n"
    (tujuan / "unit.csv").write_text("milik saya", encoding="utf-8")
    (tujuan / "pk.csv").unlink()
    assert jalan("muat", "--templat", tujuan) == 0
    assert jalan.keluar.startswith("1 templat ditulis")
    assert (tujuan / "unit.csv").read_text(encoding="utf-8") == "milik saya"
    assert jalan("muat", "--templat", tujuan) == 0
    assert jalan.keluar == f"Semua templat sudah ada di {tujuan}; tidak ada yang ditimpa.\n"
    (tmp_path / "berkas").write_text("x", encoding="utf-8")
    assert jalan("muat", "--templat", tmp_path / "berkas" / "x") == 2
    assert "templat tidak dapat ditulis ke" in jalan.galat


def test_berkas_yang_tidak_boleh_dibaca(jalan: Jalan, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may read everything, so the refusal of the system is put in by hand."""
    asli = Path.read_bytes

    def tolak(self: Path) -> bytes:
        if self.name == "unit.csv":
            raise PermissionError(13, "Permission denied")
        return asli(self)

    monkeypatch.setattr(Path, "read_bytes", tolak)
    assert jalan("muat", folder) == 2
    assert (
        "unit.csv: berkas tidak dapat dibuka (Permission denied). Perbaikan: periksa hak baca" in jalan.galat
    )
    assert stat.S_ISREG((folder / "unit.csv").stat().st_mode)


def test_contoh_daftar_dan_muat(jalan: Jalan) -> None:
    assert jalan("contoh", "daftar") == 0
    assert [b.split()[0] for b in jalan.keluar.splitlines()] == [
        "biro-perencanaan-kemensos",
        "setda-banten",
        "setneg",
    ]
    assert Instansi.objects.count() == 0
    assert jalan("contoh", "muat", "setneg") == 0
    assert "angka 2024 dibekukan: cuplikan nomor 1" in jalan.keluar
    assert [i.slug for i in Instansi.objects.all()] == ["setneg"]
    assert jalan("contoh", "muat", "setneg") == 0
    assert jalan.keluar.startswith("Tidak ada perubahan:")
    assert Cuplikan.semua.count() == 1


def test_contoh_yang_tidak_ada(jalan: Jalan) -> None:
    assert jalan("contoh", "muat", "setneq") == 2
    assert jalan.galat == (
        "opensakip: contoh “setneq” tidak ada; maksudnya setneg? Yang ada: biro-perencanaan-kemensos, "
        "setda-banten, "
        "setneg\n"
    )
    assert jalan("contoh") == 2


def test_realisasi_ubah(jalan: Jalan, folder: Path) -> None:
    jalan("muat", folder)
    ubah = ("realisasi", "ubah", "--instansi", "dinas-uji", "--indikator", "IKU-1", "--tahun", "2025")
    assert jalan(*ubah, "--nilai", "85,5", "--alasan", "salah ketik") == 0
    assert jalan.keluar.splitlines()[0] == "Realisasi IKU-1 2025 kini 85,5 (versi 2)."
    assert jalan(*ubah, "--nilai", "85,5", "--alasan", "lagi") == 2
    assert jalan.galat == "opensakip: Realisasi IKU-1 tahun 2025 sudah 85,5; tidak ada yang diubah.\n"
    assert jalan(*ubah, "--nilai", "12.348", "--alasan", "x") == 2
    assert '"12.348" dapat dibaca dua cara: 12348 (ribuan) atau 12,348 (pecahan)' in jalan.galat
    assert jalan(*ubah, "--nilai", "banyak", "--alasan", "x") == 2
    assert "“banyak”" in jalan.galat
    assert jalan(*ubah, "--nilai", "85", "--alasan", " ") == 2
    assert "memerlukan alasan" in jalan.galat
    assert jalan(*ubah, "--alasan", "ditarik", "--status", "belum_ada") == 0
    kini = Realisasi.semua.get(indikator__kode="IKU-1", tahun=2025, terkini=True)
    assert (kini.versi, kini.nilai, kini.status_nilai) == (3, None, "belum_ada")
    assert jalan(*ubah, "--alasan", "x") == 2
    assert "status final memerlukan nilai" in jalan.galat
    assert (
        jalan(
            *ubah, "--nilai", "80", "--status", "dibawa", "--tahun-nilai", "2024", "--alasan", "belum terbit"
        )
        == 0
    )
    assert Realisasi.semua.get(versi=4).alasan == "belum terbit"
    assert jalan(*ubah, "--nilai", "20", "--periode", "TW1", "--alasan", "triwulan") == 0
    assert jalan(*ubah, "--nilai", "20", "--periode", "TW9", "--alasan", "triwulan") == 2


def test_realisasi_ubah_yang_tidak_dikenal(jalan: Jalan, folder: Path) -> None:
    ubah = ("realisasi", "ubah", "--tahun", "2025", "--nilai", "1", "--alasan", "x")
    assert jalan(*ubah, "--instansi", "tiada", "--indikator", "IKU-1") == 2
    assert "instansi “tiada” tidak ditemukan; belum ada satu pun" in jalan.galat
    jalan("muat", folder)
    assert jalan(*ubah, "--instansi", "tiada", "--indikator", "IKU-1") == 2
    assert "yang ada: dinas-uji" in jalan.galat
    assert jalan(*ubah, "--instansi", "dinas-uji", "--indikator", "IKU-9") == 2
    assert jalan.galat == (
        "opensakip: Indikator “IKU-9” tidak punya kartu yang berlaku pada 2025. Yang ada: IKU-1, IKU-2.\n"
    )


def test_bekukan(jalan: Jalan, folder: Path) -> None:
    jalan("muat", folder)
    assert jalan("bekukan", "--instansi", "dinas-uji", "--tahun", "2019") == 2
    assert "tahun 2019" in jalan.galat
    assert Cuplikan.semua.count() == 0
    assert jalan("bekukan", "--instansi", "dinas-uji", "--tahun", "2025") == 0
    assert Cuplikan.semua.get().sidik in jalan.keluar
    assert jalan("bekukan", "--instansi", "tiada", "--tahun", "2025") == 2
    assert jalan("bekukan", "--instansi", "dinas-uji", "--tahun", "dua") == 2
    assert "--tahun" in jalan.galat
