"""How a benchmark is measured.

A benchmark has sides: ours, a plain way to do the same (the limit that we compare with), and sometimes a peer
that may be absent. Every measurement runs in a fresh process, the sides take turns, and the median of the
runs counts, so that a warm cache or a busy moment of the machine favours nobody.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

AKAR = Path(__file__).resolve().parent.parent
Sisi = Callable[[bool], float]
"""Does the work (small or full size) and returns the seconds of the work alone, without start-up."""


class TidakAda(RuntimeError):
    """A peer that this machine does not have."""


def lingkungan(data: Path) -> dict[str, str]:
    """Return the environment of a measured process: embedded database in ``data``, nothing from outside."""
    luar = {"DJANGO_SETTINGS_MODULE", "OPENSAKIP_BASIS_DATA"}
    dalam = {k: v for k, v in os.environ.items() if k not in luar}
    return dalam | {"OPENSAKIP_DATA": str(data), "PYTHONPATH": str(AKAR)}


@dataclass(frozen=True)
class Batas:
    """A promise: the median of ``sisi`` stays within ``kali`` times another side, ``detik`` or ``mb``.

    ``mb`` is the largest memory of the process in any run, in megabytes.
    """

    sisi: str
    detik: float | None = None
    terhadap: str = ""
    kali: float | None = None
    mb: int | None = None

    def sebut(self, hasil: Mapping[str, Hasil]) -> str:
        """One line: the promise, the measured figure, and whether it was kept."""
        kita = hasil[self.sisi].median
        lawan = hasil[self.terhadap].median if self.terhadap else None
        if kita is None or (self.terhadap and lawan is None):
            return f"  –    {self.sisi}: tidak diukur"
        if self.mb is not None:
            puncak = max(hasil[self.sisi].puncak_mb)
            return (
                f"  {'ya  ' if puncak <= self.mb else 'TIDAK'} {self.sisi}: {puncak} MB (batas {self.mb} MB)"
            )
        if lawan is not None and self.kali is not None:
            ukuran, batas = kita / lawan, self.kali
            janji = f"{ukuran:.2f} × {self.terhadap} (batas {batas:g} ×)"
        else:
            ukuran, batas = kita, self.detik or 0.0
            janji = f"{ukuran:.2f} detik (batas {batas:g} detik)"
        return f"  {'ya  ' if ukuran <= batas else 'TIDAK'} {self.sisi}: {janji}"


@dataclass(frozen=True)
class Tolok:
    """One benchmark: ``sisi`` in the order of the table; ratios are taken against ``dasar``."""

    judul: str
    dasar: str
    sisi: Mapping[str, Sisi]
    perlu_contoh: bool = False
    batas: Sequence[Batas] = ()


@dataclass
class Hasil:
    """Seconds and peak memory of one side, or the reason why there are none."""

    detik: list[float] = field(default_factory=list)
    puncak_mb: list[int] = field(default_factory=list)
    tiada: str = ""

    @property
    def median(self) -> float | None:
        """Median of the runs."""
        return statistics.median(self.detik) if self.detik else None


def ukur(nama: str, tolok: Tolok, *, ulang: int, kecil: bool, data: Path) -> dict[str, Hasil]:
    """Run all sides in turns, ``ulang`` times each."""
    hasil = {s: Hasil() for s in tolok.sisi}
    for _ in range(ulang):
        for sisi, catatan in hasil.items():
            if not catatan.tiada:
                _sekali(nama, sisi, catatan, kecil=kecil, data=data)
    return hasil


def _sekali(nama: str, sisi: str, catatan: Hasil, *, kecil: bool, data: Path) -> None:
    perintah = [sys.executable, "-m", "bench", "--satu", nama, sisi, *(["--kecil"] if kecil else [])]
    selesai = subprocess.run(
        perintah, cwd=AKAR, env=lingkungan(data), capture_output=True, text=True, check=False
    )
    if selesai.returncode:
        raise RuntimeError(f"{nama}/{sisi}: {selesai.stderr.strip()[-2000:]}")
    jawab = json.loads(selesai.stdout.splitlines()[-1])
    if "tiada" in jawab:
        catatan.tiada = jawab["tiada"]
    else:
        catatan.detik.append(jawab["detik"])
        catatan.puncak_mb.append(jawab["puncak_mb"])


def tabel(tolok: Tolok, hasil: Mapping[str, Hasil]) -> str:
    """Return the printed table of one benchmark."""
    dasar = hasil[tolok.dasar].median
    baris = [tolok.judul, f"  {'sisi':44} {'median':>10}  {'rentang':>21}  {'× dasar':>8}"]
    for nama, h in hasil.items():
        if h.median is None:
            baris.append(f"  {nama:44} {'tidak ada':>10}  {h.tiada}")
            continue
        rentang = f"{_ms(min(h.detik))} – {_ms(max(h.detik))}"
        kali = f"{h.median / dasar:8.2f}" if dasar else "       –"
        baris.append(f"  {nama:44} {_ms(h.median):>10}  {rentang:>21}  {kali}")
    baris += [b.sebut(hasil) for b in tolok.batas]
    return "\n".join(baris)


def _ms(detik: float) -> str:
    return f"{detik * 1000:.1f} ms"
