"""Run the whole test suite and print its counts (called by `make test`).

Two runs of pytest: everything on SQLite, then the database tests on a temporary PostgreSQL. The closing lines
add both up, list every skipped test with its reason, and the exit code is 0 only when something was run and
nothing failed. Further arguments go to pytest: make test ARG="-k capaian".
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

AKAR = Path(__file__).resolve().parent.parent
TANPA_UJI = 5  # pytest's own exit code for "no test was collected"


def jalankan(mesin: str, argumen: list[str], folder: Path) -> tuple[int, dict[str, object] | None, float]:
    """Run pytest on one engine; return its exit code, its counts and the seconds."""
    laporan = folder / f"{mesin}.json"
    pekerja = os.environ.get("OPENSAKIP_UJI_PEKERJA", "2")
    perintah = [sys.executable, "-m", "pytest", "-q", "-n", pekerja, "--dist", "loadgroup", *argumen]
    lingkungan = os.environ | {"OPENSAKIP_UJI_BASISDATA": mesin, "OPENSAKIP_UJI_LAPORAN": str(laporan)}
    awal = time.monotonic()
    kode = subprocess.run(perintah, cwd=AKAR, env=lingkungan, check=False).returncode
    isi = json.loads(laporan.read_text(encoding="utf-8")) if laporan.exists() else None
    return kode, isi, time.monotonic() - awal


def cetak_lewat(lewat: list[tuple[str, str, str]]) -> None:
    """List the skipped tests, grouped by reason."""
    if not lewat:
        return
    print(f"\nDilewati ({len(lewat)}), menurut sebab:")
    for sebab, jumlah in Counter(s for _, _, s in lewat).most_common():
        print(f"  {jumlah} × {sebab.removeprefix('Skipped: ')}")
        for mesin, uji, s in lewat:
            if s == sebab:
                print(f"      [{mesin}] {uji}")


def main(argumen: list[str]) -> int:
    """Run both engines and print the sum. Returns the exit code."""
    lulus, gagal, lewat, kode_akhir = 0, 0, [], 0
    ringkas = []
    with tempfile.TemporaryDirectory(prefix="opensakip-uji-") as folder:
        for mesin, judul in (("sqlite", "SQLite (semua uji)"), ("pg", "PostgreSQL (uji basis data)")):
            print(f"\n── {judul} " + "─" * (70 - len(judul)), flush=True)
            kode, isi, detik = jalankan(mesin, argumen, Path(folder))
            if isi is None or kode not in (0, 1, TANPA_UJI):
                print(f"pytest berhenti sebelum selesai pada {judul} (kode {kode}).")
                kode_akhir = kode or 2
                continue
            rusak = len(isi["gagal"]) + len(isi["galat"])
            lulus, gagal = lulus + isi["lulus"], gagal + rusak
            lewat += [(mesin, x["uji"], x["sebab"]) for x in isi["lewat"]]
            kode_akhir = kode_akhir or (kode if kode != TANPA_UJI else 0)
            dilewati = len(isi["lewat"])
            ringkas.append(
                f"{judul}: {isi['lulus']} lulus, {rusak} gagal, {dilewati} dilewati, {detik:.0f} detik"
            )
    cetak_lewat(lewat)
    print("\n" + "\n".join(ringkas))
    if lulus == 0 and not kode_akhir:
        print("Tidak ada uji yang lulus dijalankan: itu bukan hasil yang sah.")
        kode_akhir = TANPA_UJI
    print(f"{lulus} passed, {gagal} failed, {len(lewat)} skipped")
    return kode_akhir


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
