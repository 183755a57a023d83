"""A stranger's whole way: own files, load, freeze, report, one correction, freeze again.

Page and report change together; the report of the first freezing can be made again to the byte.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest

from opensakip.impor.berkas_templat import FOLDER_TEMPLAT

SLUG, TAHUN = "dinas-teluk-biru", "2025"
# Fetched without a server: the test client in a process that has the demo's settings.
_LAMAN = (
    "import os,sys,django;os.environ['DJANGO_SETTINGS_MODULE']='opensakip.proyek.settings.demo';"
    "django.setup();"
    "from django.test import Client;r=Client(headers={'host':'localhost'}).get(sys.argv[1]);"
    "sys.stdout.write(r.content.decode());sys.exit(r.status_code!=200)"
)


@dataclass
class Pemakai:
    """Somebody with a terminal and an empty data folder."""

    folder: Path

    def _jalankan(self, *perintah: str) -> subprocess.CompletedProcess[str]:
        lingkungan = {k: v for k, v in os.environ.items() if not k.startswith(("DJANGO_", "OPENSAKIP_BASIS"))}
        lingkungan["OPENSAKIP_DATA"] = str(self.folder / "data")
        return subprocess.run(
            [sys.executable, *perintah], env=lingkungan, capture_output=True, text=True, timeout=60
        )

    def perintah(self, *argumen: str, kode: int = 0) -> subprocess.CompletedProcess[str]:
        hasil = self._jalankan("-m", "opensakip.cli.utama", *argumen)
        assert hasil.returncode == kode, hasil.stderr
        return hasil

    def laporan(self, *lagi: str) -> tuple[dict, bytes, str]:
        dasar = ["lkjip", "buat", "--instansi", SLUG, "--tahun", TAHUN, "--json"]
        hasil = self.perintah(*dasar, "--keluaran", str(self.folder / "hasil"), *lagi)
        isi = json.loads(hasil.stdout)
        pdf = Path(isi["berkas"][0]["jalur"]).read_bytes()
        dokumen = pypdfium2.PdfDocument(pdf)
        return isi, pdf, "\n".join(h.get_textpage().get_text_range() for h in dokumen)

    def nyatakan_contoh(self) -> None:
        """Open the agency to visitors of the demo, which a copied template never is by itself."""
        berkas = self.folder / "data-saya" / "instansi.csv"
        isi = berkas.read_text(encoding="utf-8")
        assert isi.count(",tidak,") == 1, "templat tidak boleh terbuka bagi pengunjung"
        berkas.write_text(isi.replace(",tidak,", ",ya,"), encoding="utf-8")

    def laman(self) -> str:
        hasil = self._jalankan("-c", _LAMAN, f"/i/{SLUG}/{TAHUN}/")
        assert hasil.returncode == 0, hasil.stderr
        return hasil.stdout


@pytest.fixture
def pemakai(tmp_path: Path) -> Pemakai:
    shutil.copytree(FOLDER_TEMPLAT / "contoh-isi", tmp_path / "data-saya")
    return Pemakai(tmp_path)


def test_dari_berkas_sendiri_sampai_laporan_yang_dibekukan_lagi(pemakai: Pemakai) -> None:
    pemakai.nyatakan_contoh()
    pemakai.perintah("muat", str(pemakai.folder / "data-saya"))
    belum = pemakai.perintah("lkjip", "buat", "--instansi", SLUG, "--tahun", TAHUN, kode=2)
    assert "bekukan dahulu" in belum.stderr
    pemakai.perintah("bekukan", "--instansi", SLUG, "--tahun", TAHUN)
    isi_lama, pdf_lama, teks_lama = pemakai.laporan()
    # 1.313,0 of 1.250,5 tonnes
    assert "105,00" in teks_lama
    assert "105,00" in pemakai.laman()
    assert isi_lama["peringatan"] == []

    koreksi = ["realisasi", "ubah", "--instansi", SLUG, "--indikator", "IKU-1", "--tahun", TAHUN]
    pemakai.perintah(*koreksi, "--nilai", "1.200,0", "--alasan", "Data panen diperbaiki")
    isi_sela, pdf_sela, _ = pemakai.laporan()
    assert pdf_sela == pdf_lama, "laporan yang beku tidak ikut berubah"
    assert "berubah sejak cuplikan nomor 1" in isi_sela["peringatan"][0]
    tanpa_alasan = pemakai.perintah("bekukan", "--instansi", SLUG, "--tahun", TAHUN, kode=2)
    assert "alasan" in tanpa_alasan.stderr

    pemakai.perintah("bekukan", "--instansi", SLUG, "--tahun", TAHUN, "--alasan", "Koreksi panen")
    isi_baru, _, teks_baru = pemakai.laporan()
    laman = pemakai.laman()
    # 1.200,0 of 1.250,5 tonnes
    assert "95,96" in teks_baru
    assert "105,00" not in teks_baru
    assert "95,96" in laman
    assert "105,00" not in laman
    assert isi_baru["sidik"] != isi_lama["sidik"]
    isi_ulang, pdf_ulang, _ = pemakai.laporan("--nomor", "1")
    assert (isi_ulang["sidik"], pdf_ulang) == (isi_lama["sidik"], pdf_lama)
