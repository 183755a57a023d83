"""A stranger's own agency from nothing: load, freeze, correct one value, freeze again.

The page and the report change together; what was frozen before stays the same, byte for byte.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from opensakip.cli.utama import utama
from opensakip.pelaporan.keluaran import buat_pdf
from opensakip.pelaporan.models import Cuplikan
from tests.impor.kecil import KECIL, tulis

pytestmark = pytest.mark.django_db


def jalankan(capsys: pytest.CaptureFixture[str], *argumen: str) -> tuple[int, str, str]:
    """Run a command; exit code, stdout, stderr."""
    kode = utama(list(argumen))
    keluar = capsys.readouterr()
    return kode, keluar.out, keluar.err


def angka(cuplikan: Cuplikan, id_: str) -> Any:
    """A frozen figure."""
    return json.loads(cuplikan.isi)["angka"][id_]


def test_dari_folder_kosong_sampai_laporan_kedua(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "instansi-saya"
    assert jalankan(capsys, "muat", "--templat", str(folder))[0] == 0
    for templat in folder.glob("*.csv"):  # the stranger keeps what is needed
        if templat.name not in KECIL:
            templat.unlink()
    tulis(folder, KECIL)
    assert jalankan(capsys, "muat", str(folder))[0] == 0
    kode, keluar, _ = jalankan(capsys, "bekukan", "--instansi", "dinas-uji", "--tahun", "2025")
    assert (kode, "cuplikan nomor 1" in keluar) == (0, True)
    satu = Cuplikan.semua.get(nomor=1)
    teks_satu, pdf_satu = satu.isi, buat_pdf(satu)
    assert angka(satu, "ind.IKU-1.capaian")["tampil"] == "105,00"
    assert angka(satu, "ind.IKU-2.capaian")["tampil"] == "120,00"
    asal = angka(satu, "ind.IKU-2.realisasi")["asal"]
    assert [(a["sumber"], a["baris"], a["keadaan"]) for a in asal] == [("csv:realisasi", "4", "diketik")]

    ubah = ["realisasi", "ubah", "--instansi", "dinas-uji", "--indikator", "IKU-2", "--tahun", "2025"]
    kode, keluar, _ = jalankan(capsys, *ubah, "--nilai", "9", "--alasan", "dua keluhan terlewat")
    assert kode == 0
    assert keluar.startswith("Realisasi IKU-2 2025 kini 9 (versi 2).")
    bekukan = ["bekukan", "--instansi", "dinas-uji", "--tahun", "2025"]
    kode, _, pesan = jalankan(capsys, *bekukan)
    assert kode == 2
    assert "Sebutkan alasan membekukan lagi" in pesan
    assert jalankan(capsys, *bekukan, "--alasan", "koreksi IKU-2")[0] == 0
    kode, keluar, _ = jalankan(capsys, *bekukan, "--alasan", "lagi")
    assert (kode, "Tidak ada angka yang berubah" in keluar) == (0, True)

    dua = Cuplikan.semua.get(nomor=2)
    satu.refresh_from_db()
    assert satu.isi == teks_satu
    assert buat_pdf(satu).isi == pdf_satu.isi
    assert angka(dua, "ind.IKU-2.capaian")["tampil"] == "110,00"
    assert angka(dua, "ind.IKU-1.capaian") == angka(satu, "ind.IKU-1.capaian")
    assert [(a["sumber"], a["keadaan"]) for a in angka(dua, "ind.IKU-2.realisasi")["asal"]] == [
        ("ketikan", "diketik")
    ]
    assert buat_pdf(dua).sidik != pdf_satu.sidik


def test_contoh_isian_templat_dapat_dimuat(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The filled template of the documentation: plan, amounts, efficiency, a value that is not out yet."""
    from opensakip.impor.paket import FOLDER

    contoh = FOLDER.parent / "templat" / "contoh-isi"
    tulis(tmp_path / "c", {p.name: p.read_text(encoding="utf-8") for p in contoh.glob("*.csv")})
    assert jalankan(capsys, "muat", str(tmp_path / "c"))[0] == 0
    assert jalankan(capsys, "bekukan", "--instansi", "dinas-teluk-biru", "--tahun", "2025")[0] == 0
    cuplikan = Cuplikan.semua.get()
    isi = json.loads(cuplikan.isi)
    tampil = {i["kode"]: isi["angka"][i["capaian"]]["tampil"] for i in isi["indikator"]}
    assert tampil == {"IKU-1": "105,00", "IKU-2": "125,00", "IKU-3": "100,00", "IKU-4": "–"}
    assert isi["ringkas"]["belum"] == 1
