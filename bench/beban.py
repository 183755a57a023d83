"""Pages under load: server time of each kind, the same with ten times the data, and requests a second.

One agency has 40 units, 480 indicators and five years of targets (2,400); ten times the data are ten such
agencies in one database. Server time is the whole stack in process after a first visit; requests a second go
over the network to gunicorn with two workers, asked through 32 connections.
"""

from __future__ import annotations

import asyncio
import json
import math
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from bench.data_besar import KECIL, PENUH, TAHUN, Ukuran, tulis_instansi
from bench.ukur import AKAR, lingkungan

MILIK = "/i/tolok-1/"
TAHUNAN = f"{MILIK}{TAHUN}/"
#: Kind of page -> address; the marked ones are bound by the limits below. The list of agencies itself grows.
HALAMAN = {
    "daftar instansi": "/",
    "beranda instansi *": MILIK,
    "dasbor satu tahun *": TAHUNAN,
    "capaian, 200 baris *": f"{TAHUNAN}capaian/",
    "perjanjian, 200 baris *": f"{TAHUNAN}pk/",
    "indikator": f"{TAHUNAN}indikator/IK-01-01/",
    "dari mana angka ini": f"{TAHUNAN}angka/ind.IK-01-01.capaian/",
    "renstra, 480 indikator": f"{TAHUNAN}renstra/",
    "pohon kinerja": f"{TAHUNAN}pohon/",
    "anggaran, terlipat *": f"{TAHUNAN}anggaran/",
    "anggaran, 280 baris": f"{TAHUNAN}anggaran/?buka=semua",
    "laporan dan pembekuan *": f"{TAHUNAN}laporan/",
    "jurnal *": f"{MILIK}jurnal/",
    "pencarian": "/cari/?q=layanan+urusan",
    "peraturan": "/peraturan/",
}
BATAS_MS, BATAS_KALI = 25.0, 1.3
PEKERJA, SAMBUNGAN = 2, 32


@dataclass
class Laju:
    """Requests a second and the 95th percentile in milliseconds, by kind of page."""

    per_detik: float
    p95_ms: float


@dataclass
class Hasil:
    """Milliseconds of every request by kind, for one and for ten agencies, and the rates."""

    ms: dict[int, dict[str, list[float]]] = field(default_factory=dict)
    laju: dict[str, Laju] = field(default_factory=dict)


def persentil(nilai: list[float], bagian: float = 0.95) -> float:
    """Nearest-rank percentile."""
    return sorted(nilai)[max(0, math.ceil(bagian * len(nilai)) - 1)]


def _jalankan(data: Path, *perintah: str) -> None:
    alat = str(Path(sys.executable).parent / "opensakip")
    hasil = subprocess.run([alat, *perintah], cwd=AKAR, env=lingkungan(data), capture_output=True, text=True)
    if hasil.returncode:
        raise RuntimeError(f"opensakip {' '.join(perintah)}: {hasil.stderr[-500:]}")


def isi(data: Path, dari: int, sampai: int, ukuran: Ukuran) -> None:
    """Load and freeze agencies number ``dari`` to ``sampai``."""
    for nomor in range(dari, sampai + 1):
        print(f"memuat instansi {nomor} ...", file=sys.stderr, flush=True)
        with tempfile.TemporaryDirectory(prefix="tolok-") as folder:
            slug = tulis_instansi(Path(folder) / "data", nomor, ukuran)
            _jalankan(data, "muat", str(Path(folder) / "data"))
        _jalankan(data, "bekukan", "--instansi", slug, "--tahun", str(TAHUN))


def ukur_di_sini(kali: int) -> dict[str, list[float]]:
    """Milliseconds of ``kali`` requests of every page in this process, each after one visit."""
    from opensakip.cli.django_siap import siapkan

    siapkan()
    from django.test import Client

    klien = Client(headers={"host": "127.0.0.1", "accept-encoding": "gzip"})
    hasil: dict[str, list[float]] = {}
    for nama, alamat in HALAMAN.items():
        jawab = klien.get(alamat)
        assert jawab.status_code == 200, (alamat, jawab.status_code)
        ms = []
        for _ in range(kali):
            awal = time.perf_counter()
            klien.get(alamat)
            ms.append((time.perf_counter() - awal) * 1000)
        hasil[nama] = ms
    return hasil


def _di_proses_baru(data: Path, kali: int) -> dict[str, list[float]]:
    perintah = [sys.executable, "-m", "bench.beban", str(kali)]
    env = lingkungan(data) | {"PYTHONPATH": os.pathsep.join([str(AKAR), str(AKAR / "src")])}
    hasil = subprocess.run(perintah, cwd=AKAR, env=env, capture_output=True, text=True)
    if hasil.returncode:
        raise RuntimeError(hasil.stderr[-2000:])
    return dict(json.loads(hasil.stdout.splitlines()[-1]))


async def _tembak(port: int, alamat: str, detik: float) -> Laju:
    """Ask for one page over ``SAMBUNGAN`` kept connections for ``detik`` seconds."""
    lama: list[float] = []
    henti = time.perf_counter() + detik
    pesan = f"GET {alamat} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n\r\n".encode()

    async def satu() -> None:
        baca, tulis = await asyncio.open_connection("127.0.0.1", port)
        while time.perf_counter() < henti:
            awal = time.perf_counter()
            tulis.write(pesan)
            kepala = await baca.readuntil(b"\r\n\r\n")
            assert b" 200 " in kepala[:20], kepala[:80]
            panjang = next(b for b in kepala.lower().split(b"\r\n") if b.startswith(b"content-length:"))
            await baca.readexactly(int(panjang.partition(b":")[2]))
            lama.append((time.perf_counter() - awal) * 1000)
            if b"connection: close" in kepala.lower():
                tulis.close()
                baca, tulis = await asyncio.open_connection("127.0.0.1", port)
        tulis.close()

    awal = time.perf_counter()
    await asyncio.gather(*(satu() for _ in range(SAMBUNGAN)))
    return Laju(len(lama) / (time.perf_counter() - awal), persentil(lama))


def ukur_laju(data: Path, detik: float) -> dict[str, Laju]:
    """Serve with the product's own command and ask for four kinds of page."""
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
    alat = str(Path(sys.executable).parent / "opensakip")
    server = subprocess.Popen(
        [alat, "sajikan", "--port", str(port)], cwd=AKAR, env=lingkungan(data), stderr=subprocess.DEVNULL
    )
    try:
        for _ in range(100):
            with socket.socket() as s:
                if s.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        pilih = [n for n in HALAMAN if n.startswith(("daftar", "dasbor", "capaian", "indikator"))]
        hasil = {}
        for nama in pilih:
            asyncio.run(_tembak(port, HALAMAN[nama], min(detik, 1.0)))  # both workers parse the text once
            hasil[nama] = asyncio.run(_tembak(port, HALAMAN[nama], detik))
        return hasil
    finally:
        server.terminate()
        server.wait(timeout=20)


def tabel_beban(h: Hasil) -> str:
    """The printed table with the limits."""
    satu, sepuluh = h.ms[1], h.ms[10]
    baris = [
        "Halaman: 40 unit, 480 indikator × 5 tahun; ms di server, dan dengan sepuluh kali datanya",
        f"  {'halaman':26} {'median':>8} {'p95':>8}   {'10×':>8} {'p95':>8}   {'kali':>5}",
    ]
    lewat = []
    for nama, ms in satu.items():
        m1, m10 = statistics.median(ms), statistics.median(sepuluh[nama])
        baris.append(
            f"  {nama:26} {m1:8.1f} {persentil(ms):8.1f}   {m10:8.1f} {persentil(sepuluh[nama]):8.1f}"
            f"   {m10 / m1:5.2f}"
        )
        if nama.endswith("*") and m10 > BATAS_MS:
            lewat.append(f"{nama}: {m10:.1f} ms")
        if nama.endswith("*") and m10 > m1 * BATAS_KALI and m10 - m1 > 1:
            lewat.append(f"{nama}: {m10 / m1:.2f} kali")
    janji = (
        f"bertanda *: median paling banyak {BATAS_MS:g} ms dan {BATAS_KALI:g} kali dengan data sepuluh kali"
    )
    baris.append(f"  {'TIDAK' if lewat else 'ya'}  {janji}" + (f" ({'; '.join(lewat)})" if lewat else ""))
    for nama, laju in h.laju.items():
        baris.append(f"  {nama:26} {laju.per_detik:8.1f} permintaan/detik, p95 {laju.p95_ms:.0f} ms")
    baris.append(f"  ({PEKERJA} pekerja gunicorn, {SAMBUNGAN} sambungan, klien pada mesin yang sama)")
    return "\n".join(baris)


def jalankan(*, kecil: bool) -> Hasil:
    """Measure everything in a data folder of its own."""
    hasil, ukuran = Hasil(), KECIL if kecil else PENUH
    kali, detik = (3, 0.3) if kecil else (40, 6.0)
    with tempfile.TemporaryDirectory(prefix="opensakip-beban-") as folder:
        data = Path(folder)
        isi(data, 1, 1, ukuran)
        hasil.ms[1] = _di_proses_baru(data, kali)
        isi(data, 2, 2 if kecil else 10, ukuran)
        hasil.ms[10] = _di_proses_baru(data, kali)
        hasil.laju = ukur_laju(data, detik)
    return hasil


if __name__ == "__main__":
    print(json.dumps(ukur_di_sini(int(sys.argv[1]))))
