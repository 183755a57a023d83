"""``opensakip bekukan``: freeze the figures of an agency and year."""

from __future__ import annotations

import argparse
from typing import Any

from opensakip.cli import django_siap
from opensakip.cli.galat import BERHASIL, GalatPerintah
from opensakip.cli.pengurai import tahun_sah


def daftarkan(sub: Any) -> None:
    """Add the command to the parser."""
    p: argparse.ArgumentParser = sub.add_parser(
        "bekukan",
        help="bekukan angka satu instansi dan tahun",
        description="Bekukan angka untuk laporan. Cuplikan lama tetap ada dan tidak berubah; bila tidak ada "
        "angka yang berubah, tidak ada cuplikan baru.",
    )
    p.add_argument("--instansi", required=True, metavar="SLUG", help="nama pendek instansi")
    p.add_argument("--tahun", required=True, type=tahun_sah, help="tahun laporan")
    p.add_argument("--alasan", default="", help="alasan, bila menggantikan cuplikan yang ada")
    p.set_defaults(jalankan=jalankan)


def jalankan(args: argparse.Namespace) -> int:
    """Freeze, or say that nothing changed."""
    django_siap.siapkan()
    from opensakip.audit.services import Pelaku
    from opensakip.cli.instansi import instansi_atau_galat
    from opensakip.inti.errors import TidakDapatDilakukan
    from opensakip.pelaporan.services import bekukan

    instansi = instansi_atau_galat(args.instansi)
    try:
        cuplikan, baru = bekukan(
            instansi=instansi,
            tahun=args.tahun,
            oleh=Pelaku(nama="Koordinator", peran="koordinator", sumber="cli"),
            alasan=args.alasan,
        )
    except TidakDapatDilakukan as sebab:
        raise GalatPerintah(str(sebab)) from sebab
    nama = f"{instansi.nama} {args.tahun}"
    if baru:
        django_siap.tulis(f"Dibekukan: {nama}, cuplikan nomor {cuplikan.nomor}, sidik {cuplikan.sidik}.")
    else:
        django_siap.tulis(f"Tidak ada angka yang berubah: {nama} tetap pada cuplikan nomor {cuplikan.nomor}.")
    return BERHASIL
