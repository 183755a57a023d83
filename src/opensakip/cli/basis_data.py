"""``opensakip basis-data``: prepare the database, or say how it stands."""

from __future__ import annotations

import argparse

from . import django_siap
from .galat import BERHASIL, SEBAGIAN


def daftarkan(sub: argparse._SubParsersAction) -> None:
    """Add the command and its acts."""
    pengurai = sub.add_parser("basis-data", help="siapkan atau periksa basis data")
    tindakan = pengurai.add_subparsers(title="tindakan", metavar="TINDAKAN", dest="tindakan", required=True)
    siapkan = tindakan.add_parser("siapkan", help="buat atau mutakhirkan tabel; aman diulang")
    siapkan.set_defaults(jalankan=_siapkan)
    periksa = tindakan.add_parser("periksa", help="sebut mesin, tempat, dan langkah yang tertunda")
    periksa.set_defaults(jalankan=_periksa)


def _keterangan() -> str:
    from django.db import connection

    nama = connection.settings_dict["NAME"]
    mesin = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}.get(connection.vendor, connection.vendor)
    return f"{mesin}: {nama}"


def _siapkan(_: argparse.Namespace) -> int:
    django_siap.siapkan_django()
    jumlah = django_siap.siapkan_basis_data()
    django_siap.tulis(f"{_keterangan()}: {f'{jumlah} langkah dijalankan' if jumlah else 'sudah mutakhir'}")
    return BERHASIL


def _periksa(_: argparse.Namespace) -> int:
    django_siap.siapkan_django()
    jumlah = django_siap.migrasi_tertunda()
    if jumlah:
        django_siap.tulis(f"{_keterangan()}: {jumlah} langkah tertunda (opensakip basis-data siapkan)")
        return SEBAGIAN
    django_siap.tulis(f"{_keterangan()}: mutakhir")
    return BERHASIL
