"""`python -m bench [nama ...]`: run the benchmarks and print one table for each."""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
from importlib import import_module
from pathlib import Path

from bench import beban
from bench.ukur import AKAR, TidakAda, Tolok, lingkungan, tabel, ukur

TOLOK = ("hitung", "halaman", "laporan", "baca", "periksa")

#: Pages under load measure themselves; the others are sides of one comparison.
BEBAN = "beban"


def muat(nama: str) -> Tolok:
    """Return a benchmark by name."""
    return import_module(f"bench.tolok_{nama}").TOLOK


def satu(nama: str, sisi: str, *, kecil: bool) -> int:
    """Measure one side in this process and print the seconds as JSON."""
    try:
        detik = muat(nama).sisi[sisi](kecil)
        puncak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(json.dumps({"detik": detik, "puncak_mb": puncak}))
    except TidakAda as sebab:
        print(json.dumps({"tiada": str(sebab)}))
    return 0


def siapkan_contoh(data: Path) -> None:
    """Load the examples into a data folder of this run."""
    print("memuat contoh untuk diukur ...", file=sys.stderr, flush=True)
    perintah = [str(Path(sys.executable).parent / "opensakip"), "contoh", "muat"]
    subprocess.run(perintah, cwd=AKAR, env=lingkungan(data), check=True, capture_output=True)


def main() -> int:
    """Run. Returns the exit code."""
    pengurai = argparse.ArgumentParser(prog="make bench", description=__doc__)
    pengurai.add_argument("nama", nargs="*", help=f"bawaan: {' '.join(TOLOK)} beban")
    pengurai.add_argument("--ulang", type=int, default=5, help="berapa kali tiap sisi (bawaan 5)")
    pengurai.add_argument("--kecil", action="store_true", help="ukuran kecil, untuk mencoba perkakas")
    pengurai.add_argument("--json", type=Path, help="tulis pula semua pengukuran ke berkas ini")
    pengurai.add_argument("--satu", nargs=2, help=argparse.SUPPRESS)
    args = pengurai.parse_args()
    if args.satu:
        return satu(*args.satu, kecil=args.kecil)
    nama = args.nama or [*TOLOK, BEBAN]
    pilih = {n: muat(n) for n in nama if n != BEBAN}
    mesin = f"Python {platform.python_version()}, {os.cpu_count()} inti"
    print(f"{mesin}; median dari {args.ulang}, proses baru tiap kali\n")
    semua = {}
    with tempfile.TemporaryDirectory(prefix="opensakip-bench-") as folder:
        data = Path(folder)
        if any(t.perlu_contoh for t in pilih.values()):
            siapkan_contoh(data)
        for nama, tolok in pilih.items():
            hasil = ukur(nama, tolok, ulang=args.ulang, kecil=args.kecil, data=data)
            print(tabel(tolok, hasil) + "\n", flush=True)
            semua[nama] = {s: h.detik or h.tiada for s, h in hasil.items()}
    if BEBAN in nama:
        dari = beban.jalankan(kecil=args.kecil)
        print(beban.tabel_beban(dari) + "\n", flush=True)
        semua[BEBAN] = {f"{n} ({kali}×)": ms for kali, per in dari.ms.items() for n, ms in per.items()}
    if args.json:
        args.json.write_text(json.dumps(semua, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
