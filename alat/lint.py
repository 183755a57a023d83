"""Style, types and layers (called by `make lint`): ruff, mypy and import-linter, two at a time.

Prints one line per tool, and the whole output of those that found something. Exit code 0 only if all are
clean.
"""

from __future__ import annotations

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

AKAR = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
PERKAKAS = {
    "mypy": ["mypy"],
    "import-linter": ["lint-imports"],
    "ruff": ["ruff", "check", "."],
}


def jalankan(nama: str) -> tuple[str, int, str, float]:
    """Run one tool; return its name, exit code, output and seconds."""
    perintah = PERKAKAS[nama]
    awal = time.monotonic()
    selesai = subprocess.run(
        [str(BIN / perintah[0]), *perintah[1:]],
        cwd=AKAR, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, check=False,
    )  # fmt: skip
    return nama, selesai.returncode, selesai.stdout, time.monotonic() - awal


def main() -> int:
    """Run all tools and report. Returns the exit code."""
    gagal = 0
    with ThreadPoolExecutor(max_workers=2) as kolam:
        for nama, kode, keluaran, detik in kolam.map(jalankan, PERKAKAS):
            print(f"{'bersih' if kode == 0 else 'GAGAL ':6}  {nama:14} {detik:5.1f} detik", flush=True)
            if kode:
                gagal += 1
                print(keluaran.rstrip(), flush=True)
    return 1 if gagal else 0


if __name__ == "__main__":
    sys.exit(main())
