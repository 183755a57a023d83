"""A page of the examples through the whole stack in process, against an empty answer of the same stack."""

from __future__ import annotations

import statistics
import time

from bench.ukur import Tolok

INSTANSI, TAHUN = "setda-banten", 2025
PENUH, KECIL = 40, 2


def _ambil(jalur: str, kecil: bool) -> float:
    """Median seconds of one request after the first."""
    from opensakip.cli.django_siap import siapkan

    siapkan()
    from django.test import Client

    klien = Client(headers={"host": "127.0.0.1"})
    jawab = klien.get(jalur)
    assert jawab.status_code == 200, (jalur, jawab.status_code)
    detik = []
    for _ in range(KECIL if kecil else PENUH):
        awal = time.perf_counter()
        klien.get(jalur)
        detik.append(time.perf_counter() - awal)
    return statistics.median(detik)


def masuk(kecil: bool) -> float:
    """The sign-in page: the stack, no data."""
    return _ambil("/masuk/", kecil)


def daftar(kecil: bool) -> float:
    """The list of agencies."""
    return _ambil("/", kecil)


def capaian(kecil: bool) -> float:
    """The capaian page of a year."""
    return _ambil(f"/i/{INSTANSI}/{TAHUN}/", kecil)


def angka(kecil: bool) -> float:
    """The explanation of one figure."""
    return _ambil(f"/i/{INSTANSI}/{TAHUN}/angka/ringkas.rata_indikator/", kecil)


def anggaran(kecil: bool) -> float:
    """The whole budget tree of the year in both ceilings."""
    return _ambil(f"/i/{INSTANSI}/{TAHUN}/anggaran/", kecil)


TOLOK = Tolok(
    judul=f"Halaman {INSTANSI} {TAHUN} (klien uji dalam proses, SQLite)",
    dasar="halaman masuk (tanpa data)",
    sisi={
        "halaman masuk (tanpa data)": masuk,
        "daftar instansi": daftar,
        "capaian satu tahun": capaian,
        "dari mana angka ini": angka,
        "pohon anggaran": anggaran,
    },
    perlu_contoh=True,
)
