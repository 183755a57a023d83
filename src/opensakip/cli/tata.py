"""``opensakip tata``: paper, motif, emblem and kind of report of an agency."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from opensakip.cli import django_siap
from opensakip.cli.galat import BERHASIL, GalatPerintah, sebab_sistem
from opensakip.pelaporan.bentuk import daftar as daftar_bentuk


def daftarkan(sub: Any) -> None:
    """Add the command to the parser."""
    p: argparse.ArgumentParser = sub.add_parser(
        "tata",
        help="atur kertas, motif, lambang, dan bentuk laporan satu instansi",
        description="Atur tampilan laporan satu instansi. Berlaku mulai pembekuan berikutnya; laporan yang "
        "sudah dibekukan tetap seperti semula. Tanpa pilihan apa pun: sebutkan setelan yang ada.",
    )
    p.add_argument("--instansi", required=True, metavar="SLUG", help="nama pendek instansi")
    p.add_argument("--kertas", choices=("a4", "f4"), help="ukuran kertas")
    p.add_argument("--motif", choices=("kawung", "polos"), help="hiasan sampul dan judul bab")
    p.add_argument("--bentuk", choices=daftar_bentuk(), help="susunan laporan")
    p.add_argument(
        "--lambang", type=Path, metavar="BERKAS", help="gambar PNG, JPEG, atau SVG, paling besar 1 MB"
    )
    p.add_argument("--tanpa-lambang", action="store_true", help="hapus lambang")
    p.set_defaults(jalankan=jalankan)


def jalankan(args: argparse.Namespace) -> int:
    """Change the settings, or show them."""
    if args.lambang and args.tanpa_lambang:
        raise GalatPerintah("pilih salah satu: --lambang BERKAS atau --tanpa-lambang")
    lambang = _svg(args.lambang) if args.lambang else "" if args.tanpa_lambang else None
    django_siap.siapkan()
    from opensakip.audit.services import Pelaku
    from opensakip.cli.instansi import instansi_atau_galat
    from opensakip.organisasi.services import ubah_tata

    instansi = instansi_atau_galat(args.instansi)
    ubah = {"kertas": args.kertas, "motif": args.motif, "bentuk_laporan": args.bentuk, "lambang": lambang}
    baru = {k: v for k, v in ubah.items() if v is not None}
    if baru:
        ubah_tata(
            instansi=instansi, baru=baru, oleh=Pelaku(nama="Admin instansi", peran="admin", sumber="cli")
        )
    django_siap.tulis(
        f"{instansi.slug}: kertas {instansi.kertas}, motif {instansi.motif}, bentuk "
        f"{instansi.bentuk_laporan or 'lkjip'}, "
        f"lambang {'ada' if instansi.lambang else 'tidak ada'}"
    )
    if baru:
        django_siap.tulis(
            "Berlaku pada pembekuan berikutnya: opensakip bekukan --instansi SLUG --tahun TAHUN --alasan ..."
        )
    return BERHASIL


def _svg(berkas: Path) -> str:
    """Read, check and convert the emblem.

    Raises:
        GalatPerintah: unreadable, or not a picture that can serve.
    """
    from opensakip.dokumen.lambang import BATAS_BITA, LambangSalah, kenali, sebagai_svg

    try:
        with berkas.open("rb") as b:
            isi = b.read(BATAS_BITA + 1)
    except OSError as sebab:
        raise GalatPerintah(f"lambang {berkas} tidak dapat dibaca ({sebab_sistem(sebab)})") from sebab
    try:
        return sebagai_svg(isi, kenali(isi))
    except LambangSalah as sebab:
        raise GalatPerintah(f"{berkas}: {sebab}") from sebab
