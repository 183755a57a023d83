"""The benchmarks run: one small pass over every one of them, and a table that can be read."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from bench.ukur import Batas, Hasil, Tolok, tabel


def test_sekali_jalan_ukuran_kecil(akar: Path, tmp_path: Path) -> None:
    berkas = tmp_path / "bench.json"
    perintah = [sys.executable, "-m", "bench", "--kecil", "--ulang", "1", "--json", str(berkas)]
    hasil = subprocess.run(perintah, cwd=akar, capture_output=True, text=True, check=False, timeout=180)
    assert hasil.returncode == 0, hasil.stderr[-2000:]
    isi = json.loads(berkas.read_text(encoding="utf-8"))
    assert set(isi) == {"hitung", "halaman", "laporan", "baca", "periksa"}
    for sisi in isi.values():
        for nama, ukuran in sisi.items():
            assert ukuran if isinstance(ukuran, list) else "tidak terpasang" in ukuran, nama
    assert "Laporan setda-banten 2025" in hasil.stdout
    assert "batas 2 ×" in hasil.stdout
    assert "× dasar" in hasil.stdout


def test_tabel_menyebut_median_dan_yang_tidak_ada() -> None:
    tolok = Tolok("Judul", "polos", {"polos": lambda _: 0.0, "kita": lambda _: 0.0, "lain": lambda _: 0.0})
    hasil = {
        "polos": Hasil([0.001, 0.003, 0.002]),
        "kita": Hasil([0.004, 0.004, 0.1]),
        "lain": Hasil(tiada="tidak terpasang"),
    }
    baris = tabel(tolok, hasil).splitlines()
    assert baris[2].split()[1:3] == ["2.0", "ms"]
    assert baris[3].split()[1:3] == ["4.0", "ms"]
    assert baris[3].endswith("2.00")
    assert "tidak ada" in baris[4]
    assert baris[4].endswith("tidak terpasang")


def test_batas_menyebut_yang_ditepati_dan_yang_tidak() -> None:
    hasil = {"a": Hasil([1.0]), "b": Hasil([2.5]), "c": Hasil(tiada="tidak terpasang")}
    assert Batas("b", terhadap="a", kali=2).sebut(hasil).startswith("  TIDAK b: 2.50 × a")
    assert Batas("b", terhadap="a", kali=3).sebut(hasil).startswith("  ya")
    assert Batas("a", detik=0.5).sebut(hasil).startswith("  TIDAK")
    assert Batas("a", detik=1).sebut(hasil).startswith("  ya")
    assert "tidak diukur" in Batas("a", terhadap="c", kali=2).sebut(hasil)
