"""``opensakip publik``: open the frozen figures of an agency to everybody, or close them again."""

from __future__ import annotations

import argparse
from typing import Any

from opensakip.cli import django_siap
from opensakip.cli.galat import BERHASIL


def daftarkan(sub: Any) -> None:
    """Add the command to the parser."""
    p: argparse.ArgumentParser = sub.add_parser(
        "publik",
        help="buka atau tutup angka beku satu instansi untuk umum",
        description="Buka atau tutup halaman satu instansi bagi pembaca yang tidak masuk. Yang terbuka hanya "
        "angka yang sudah dibekukan dan laporannya. Tanpa pilihan: sebutkan keadaannya.",
    )
    p.add_argument("--instansi", required=True, metavar="SLUG", help="nama pendek instansi")
    pilih = p.add_mutually_exclusive_group()
    pilih.add_argument("--buka", action="store_true", help="boleh dibaca siapa pun")
    pilih.add_argument("--tutup", action="store_true", help="hanya untuk yang ditugaskan")
    p.add_argument("--alasan", default="", help="dasar keputusan, tercatat pada jurnal")
    p.set_defaults(jalankan=jalankan)


def jalankan(args: argparse.Namespace) -> int:
    """Change it, or say how it is."""
    django_siap.siapkan()
    from opensakip.audit.services import Pelaku
    from opensakip.cli.instansi import instansi_atau_galat
    from opensakip.organisasi.services import ubah_publik

    instansi = instansi_atau_galat(args.instansi)
    if args.buka or args.tutup:
        oleh = Pelaku(nama="Admin instansi", peran="admin", sumber="cli")
        ubah_publik(instansi=instansi, publik=args.buka, alasan=args.alasan, oleh=oleh)
    keadaan = "terbuka untuk umum" if instansi.publik else "hanya untuk yang ditugaskan"
    django_siap.tulis(f"{instansi.slug}: angka yang sudah dibekukan {keadaan}")
    return BERHASIL
