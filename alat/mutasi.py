"""Ten formulas changed one at a time (called by `make mutasi`): each change must turn a named test red.

The source is never touched. Floor 0 (hitung, peraturan) is copied into a temporary folder, one text of the
copy is replaced, and only the named test runs against it. Before that all named tests must be green on the
unchanged copy. `python alat/mutasi.py 3 7` runs only these two.

Exit code 0: every change was caught. 1: a change survived. 2: the tool itself has to be mended, because a
text is no longer found exactly once, a named test is gone or red without any change, or a change breaks the
program instead of changing a figure.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

AKAR = Path(__file__).resolve().parent.parent
SRC = AKAR / "src" / "opensakip"
RUANG = ("hitung", "peraturan")
KASUS = "tests/hitung/test_kasus.py::test_kasus"
BATAS_DETIK = 60
LULUS, GAGAL = 0, 1  # exit codes of pytest; every other one is an error of the run, not a red test


class PerluDiperbaiki(Exception):
    """The list of changes no longer fits the source or the tests; the message says where."""


@dataclass(frozen=True, slots=True)
class Mutasi:
    """One change: replace ``lama``, found exactly once in ``berkas``, by ``baru``; ``uji`` must turn red."""

    nama: str
    berkas: str
    lama: str
    baru: str
    uji: str


MUTASI: tuple[Mutasi, ...] = (
    Mutasi(
        "pembulatan setengah ke atas menjadi setengah genap",
        "hitung/presisi.py",
        "rounding=ROUND_HALF_UP, context=luas",
        "rounding=ROUND_HALF_EVEN, context=luas",
        f"{KASUS}[banten-s12-capaian]",
    ),
    Mutasi(
        "maks: R/T menjadi T/R",
        "hitung/rumus.py",
        "hasil = realisasi / target * SERATUS",
        "hasil = target / realisasi * SERATUS",
        f"{KASUS}[banten-s11-capaian]",
    ),
    Mutasi(
        "min_2t: (2T - R)/T menjadi (T - R)/T",
        "hitung/rumus.py",
        "hasil = (2 * target - realisasi) / target * SERATUS",
        "hasil = (target - realisasi) / target * SERATUS",
        f"{KASUS}[min-2t-lebih-rendah]",
    ),
    Mutasi(
        "rata-rata dari nilai yang sudah dibulatkan",
        "hitung/agregasi.py",
        "return butir.pecahan() if isinstance(butir, Hasil) else pecahan(butir)",
        "return pecahan(butir.dibulatkan) if isinstance(butir, Hasil) else pecahan(butir)",
        f"{KASUS}[kemensos-sasaran-1]",
    ),
    Mutasi(
        "efisiensi: CRO tidak dibulatkan dua desimal",
        "hitung/efisiensi.py",
        'cro = pecahan(bulatkan(desimal(tepat))) if pembulatan_cro == "dua_desimal" else tepat',
        "cro = tepat",
        f"{KASUS}[banten-s12-efisiensi-dua-desimal]",
    ),
    Mutasi(
        "SKM: bobot 1/9 menjadi 0,111",
        "hitung/skm.py",
        "rata = total / jumlah_unsur",
        "rata = total * Fraction(111, 1000)",
        f"{KASUS}[kemensos-skm-2023-indeks]",
    ),
    Mutasi(
        "NKA: nilai efisiensi tanpa pembagi lebar",
        "hitung/nka.py",
        "hasil = tengah + efisiensi / lebar * tengah",
        "hasil = tengah + efisiensi * tengah / 100",
        f"{KASUS}[kemensos-nka-setjen]",
    ),
    Mutasi(
        "skala: lebih dari menjadi paling rendah",
        "hitung/skala.py",
        "return nilai >= self.bawah if self.bawah_termasuk else nilai > self.bawah",
        "return nilai >= self.bawah",
        f"{KASUS}[akip-predikat-80-00]",
    ),
    Mutasi(
        "selisih poin terbalik",
        "hitung/banding.py",
        "hasil = kiri - kanan",
        "hasil = kanan - kiri",
        f"{KASUS}[kemensos-ikk-1-4-selisih]",
    ),
    Mutasi(
        "IP ASN: nilai jenjang S2 pada data peraturan",
        "peraturan/data/permenpanrb-38-2018/ip-asn.yaml",
        "S2: 20,",
        "S2: 18,",
        f"{KASUS}[kemensos-ip-asn-kualifikasi]",
    ),
)


def ubah(isi: str, mutasi: Mutasi) -> str:
    """Return the text with the change.

    Raises PerluDiperbaiki when the text to be changed is not there exactly once.
    """
    kali = isi.count(mutasi.lama)
    if kali != 1:
        raise PerluDiperbaiki(
            f"{mutasi.berkas}: teks untuk “{mutasi.nama}” ditemukan {kali} kali, harus tepat sekali: "
            f"{mutasi.lama}"
        )
    return isi.replace(mutasi.lama, mutasi.baru)


def salin(tujuan: Path) -> Path:
    """Make a package like the real one: floor 0 copied, all other rooms as links. Returns its src folder."""
    paket = tujuan / "src" / "opensakip"
    paket.mkdir(parents=True)
    for anak in SRC.iterdir():
        if anak.name in RUANG:
            shutil.copytree(anak, paket / anak.name, ignore=shutil.ignore_patterns("__pycache__"))
        elif anak.name != "__pycache__":
            (paket / anak.name).symlink_to(anak)
    return paket.parent


def jalankan(src: Path, uji: Sequence[str]) -> tuple[int, str]:
    """Run the tests against the package in ``src``; return the exit code of pytest and its output."""
    lingkungan = {**os.environ, "PYTHONPATH": str(src), "PYTHONDONTWRITEBYTECODE": "1"}
    selesai = subprocess.run(
        [
            sys.executable, "-m", "pytest", *uji, "-q", "-x", "--noconftest", "--no-header",
            "-p", "no:cacheprovider", "-p", "no:django", "-p", "no:xdist", "-p", "no:hypothesispytest",
        ],
        cwd=AKAR, env=lingkungan, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, check=False, timeout=BATAS_DETIK,
    )  # fmt: skip
    return selesai.returncode, selesai.stdout


def periksa_salinan(src: Path, mutasi: Sequence[Mutasi]) -> None:
    """Prove that the copy is what gets imported, and that the named tests are green on it.

    Raises PerluDiperbaiki otherwise: a red test would catch every change, for no merit of its own.
    """
    selesai = subprocess.run(
        [sys.executable, "-c", "import opensakip.hitung, opensakip.peraturan as p; print(p.__file__)"],
        cwd=AKAR, env={**os.environ, "PYTHONPATH": str(src), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True, text=True, check=False, timeout=BATAS_DETIK,
    )  # fmt: skip
    if not selesai.stdout.startswith(str(src)):
        raise PerluDiperbaiki(f"yang terimpor bukan salinan: {selesai.stdout or selesai.stderr}")
    kode, keluaran = jalankan(src, sorted({m.uji for m in mutasi}))
    if kode != LULUS:
        raise PerluDiperbaiki(f"uji yang disebut tidak hijau tanpa perubahan apa pun:\n{keluaran}")


def tertangkap(src: Path, mutasi: Mutasi) -> bool:
    """Apply one change to the copy, run its test, put the copy back; tell whether the test turned red.

    Red means a wrong figure. A change that merely breaks the program proves nothing: PerluDiperbaiki.
    """
    berkas = src / "opensakip" / mutasi.berkas
    asli = berkas.read_text(encoding="utf-8")
    berkas.write_text(ubah(asli, mutasi), encoding="utf-8")
    try:
        kode, keluaran = jalankan(src, [mutasi.uji])
    finally:
        berkas.write_text(asli, encoding="utf-8")
    if kode not in (LULUS, GAGAL) or (kode == GAGAL and "AssertionError" not in keluaran):
        raise PerluDiperbaiki(f"mutasi “{mutasi.nama}” tidak menghasilkan angka (kode {kode}):\n{keluaran}")
    return kode == GAGAL


def main(mutasi: Sequence[Mutasi] = MUTASI) -> int:
    """Run the changes and print the table. Returns the exit code."""
    awal = time.monotonic()
    lolos = 0
    with tempfile.TemporaryDirectory(prefix="opensakip-mutasi-") as sementara:
        src = salin(Path(sementara))
        try:
            for m in mutasi:
                ubah((src / "opensakip" / m.berkas).read_text(encoding="utf-8"), m)
            periksa_salinan(src, mutasi)
            print(f"{'hasil':10}  {'perubahan':52}  {'berkas':48}  uji yang merah")
            for m in mutasi:
                kena = tertangkap(src, m)
                lolos += not kena
                uji = m.uji.rpartition("::")[2] if kena else f"TIDAK ADA ({m.uji} tetap hijau)"
                print(
                    f"{'tertangkap' if kena else 'LOLOS':10}  {m.nama:52}  {m.berkas:48}  {uji}", flush=True
                )
        except PerluDiperbaiki as sebab:
            print(f"alat/mutasi.py perlu diperbaiki: {sebab}", file=sys.stderr)
            return 2
    detik = time.monotonic() - awal
    print(f"{len(mutasi) - lolos} dari {len(mutasi)} perubahan tertangkap, {detik:.1f} detik")
    return 1 if lolos else 0


def pilih(argumen: Sequence[str]) -> tuple[Mutasi, ...]:
    """Choose changes by their numbers, counted from 1; without numbers all of them."""
    if not argumen:
        return MUTASI
    try:
        nomor = [int(a) for a in argumen]
    except ValueError:
        nomor = []
    if not nomor or not all(1 <= n <= len(MUTASI) for n in nomor):
        raise SystemExit(f"pakai nomor 1 sampai {len(MUTASI)}: alat/mutasi.py [NOMOR ...]")
    return tuple(MUTASI[n - 1] for n in nomor)


if __name__ == "__main__":
    sys.exit(main(pilih(sys.argv[1:])))
