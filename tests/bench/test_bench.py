"""The benchmarks run: one small pass over every one of them, and a table that can be read."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from bench.__main__ import TOLOK
from bench.beban import HALAMAN, Laju, persentil, tabel_beban
from bench.beban import Hasil as HasilBeban
from bench.data_besar import PENUH, tulis_instansi
from bench.ukur import Batas, Hasil, Tolok, tabel


def test_sekali_jalan_ukuran_kecil(akar: Path, tmp_path: Path) -> None:
    berkas = tmp_path / "bench.json"
    perintah = [sys.executable, "-m", "bench", *TOLOK, "--kecil", "--ulang", "1", "--json", str(berkas)]
    hasil = subprocess.run(perintah, cwd=akar, capture_output=True, text=True, check=False, timeout=180)
    assert hasil.returncode == 0, hasil.stderr[-2000:]
    isi = json.loads(berkas.read_text(encoding="utf-8"))
    assert set(isi) == set(TOLOK)
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


def test_data_besar_sebesar_yang_dijanjikan(tmp_path: Path) -> None:
    """40 units, 480 indicators, 2,400 targets, lists of 200 rows."""
    tulis_instansi(tmp_path / "data", 1)
    baris = {p.stem: len(p.read_text("utf-8").splitlines()) - 1 for p in (tmp_path / "data").glob("*.csv")}
    assert (baris["unit"], baris["indikator"], baris["target"]) == (PENUH.unit + 1, 480, 2400)
    assert baris["pk_baris"] == 200


def test_beban_sekali_jalan(akar: Path, tmp_path: Path) -> None:
    """The load benchmark loads, freezes, asks every page and serves; on a small agency."""
    berkas = tmp_path / "beban.json"
    perintah = [sys.executable, "-m", "bench", "beban", "--kecil", "--json", str(berkas)]
    hasil = subprocess.run(perintah, cwd=akar, capture_output=True, text=True, check=False, timeout=180)
    assert hasil.returncode == 0, hasil.stderr[-2000:]
    isi = json.loads(berkas.read_text(encoding="utf-8"))["beban"]
    assert set(isi) == {f"{n} ({k}×)" for n in HALAMAN for k in (1, 10)}
    assert hasil.stdout.count("permintaan/detik") == 4


def test_beban_menyebut_yang_lewat_batas() -> None:
    assert persentil([float(n) for n in range(1, 101)]) == 95.0
    ms = {n: [10.0] for n in HALAMAN}
    lambat = ms | {"dasbor satu tahun *": [14.0]}
    laju = {"dasbor satu tahun *": Laju(100.0, 50.0)}
    assert "\n  ya  bertanda" in tabel_beban(HasilBeban({1: ms, 10: ms}, laju))
    teks = tabel_beban(HasilBeban({1: ms, 10: lambat}, laju))
    assert "TIDAK" in teks
    assert "dasbor satu tahun *: 1.40 kali" in teks
    assert "100.0 permintaan/detik" in teks
