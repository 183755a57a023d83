"""``opensakip contoh``: list the example agencies that the product ships, load and freeze them."""

from __future__ import annotations

import argparse
import difflib
from typing import Any

from opensakip.cli import django_siap
from opensakip.cli.galat import BERHASIL, PEMAKAIAN, GalatPerintah


def daftarkan(sub: Any) -> None:
    """Add the command to the parser."""
    p = sub.add_parser("contoh", help="muat instansi contoh yang dibawa produk")
    aksi = p.add_subparsers(title="perintah", metavar="PERINTAH", dest="aksi", required=True)
    d: argparse.ArgumentParser = aksi.add_parser("daftar", help="sebutkan contoh yang ada")
    d.set_defaults(jalankan=daftar)
    m: argparse.ArgumentParser = aksi.add_parser(
        "muat", help="muat dan bekukan contoh (tanpa nama: semuanya)", description="Aman diulang."
    )
    m.add_argument("nama", nargs="*", metavar="NAMA", help="nama contoh, lihat: opensakip contoh daftar")
    m.set_defaults(jalankan=muat)


def daftar(_: argparse.Namespace) -> int:
    """Name the examples."""
    django_siap.siapkan_django()
    from opensakip.impor.paket import daftar_contoh

    for c in daftar_contoh():
        django_siap.tulis(f"{c.slug}  {c.tahun}  {c.nama}")
    return BERHASIL


def muat(args: argparse.Namespace) -> int:
    """Load and freeze the named examples, or all."""
    django_siap.siapkan()
    from opensakip.cli.muat import laporkan_penolakan, tampilkan
    from opensakip.impor.errors import ImporDitolak
    from opensakip.impor.paket import Contoh, daftar_contoh, muat_contoh

    ada: dict[str, Contoh] = {c.slug: c for c in daftar_contoh()}
    for nama in args.nama:
        if nama not in ada:
            mirip = difflib.get_close_matches(nama, ada, n=1)
            saran = f"; maksudnya {mirip[0]}?" if mirip else ""
            raise GalatPerintah(f"contoh “{nama}” tidak ada{saran} Yang ada: {', '.join(ada)}")
    for nama in args.nama or ada:
        try:
            hasil, cuplikan = muat_contoh(ada[nama], kemajuan=django_siap.lapor)
        except ImporDitolak as sebab:
            laporkan_penolakan(sebab)
            return PEMAKAIAN
        tampilkan(hasil)
        django_siap.tulis(f"  angka {cuplikan.tahun} dibekukan: cuplikan nomor {cuplikan.nomor}")
    return BERHASIL
