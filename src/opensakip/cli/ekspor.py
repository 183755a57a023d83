"""``opensakip ekspor``: planning forms of an agency as PDF, XLSX or CSV."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from opensakip.cli import django_siap
from opensakip.cli.galat import BERHASIL, GalatPerintah
from opensakip.cli.lkjip import cuplikan_atau_galat, tulis_atau_galat, wajib_folder
from opensakip.cli.pengurai import tahun_sah

FORMAT = ("pdf", "xlsx", "csv")


def daftarkan(sub: Any) -> None:
    """Add the command to the parser."""
    p = sub.add_parser("ekspor", help="tulis RKA atau Renja sebagai PDF, XLSX, atau CSV")
    aksi = p.add_subparsers(title="perintah", metavar="PERINTAH", dest="aksi", required=True)
    for nama, sebutan in (("rka", "formulir RKA-K/L"), ("renja", "tabel Renja")):
        b: argparse.ArgumentParser = aksi.add_parser(
            nama,
            help=f"tulis {sebutan} satu instansi dan tahun",
            description=f"Tulis {sebutan} dari angka yang dibekukan. Angka tertulis seperti pada dokumennya; "
            "jumlah yang tidak cocok dicatat, tidak diubah.",
        )
        b.add_argument("--instansi", required=True, metavar="SLUG", help="nama pendek instansi")
        b.add_argument("--tahun", required=True, type=tahun_sah, help="tahun rencana")
        b.add_argument("--format", choices=FORMAT, default="pdf", help="bentuk berkas (bawaan: pdf)")
        b.add_argument(
            "--bentuk",
            choices=("manusia", "mesin"),
            default="manusia",
            help="CSV: titik koma dan koma desimal (manusia, bawaan) atau koma dan titik (mesin)",
        )
        b.add_argument(
            "--keluaran", type=Path, metavar="FOLDER", help="folder hasil (bawaan: keluaran di folder data)"
        )
        b.add_argument(
            "--nomor", type=int, metavar="N", help="cuplikan yang lebih lama (bawaan: yang terkini)"
        )
        b.add_argument("--json", action="store_true", help="hasil sebagai JSON")
        b.set_defaults(jalankan=jalankan, formulir=nama)


def jalankan(args: argparse.Namespace) -> int:
    """Write the form whole or not at all."""
    data = django_siap.siapkan()
    from opensakip.cli.instansi import instansi_atau_galat
    from opensakip.dokumen.pdf import GagalSusunPdf
    from opensakip.inti.errors import TidakDapatDilakukan
    from opensakip.pelaporan.ekspor import ekspor

    instansi = instansi_atau_galat(args.instansi)
    cuplikan = cuplikan_atau_galat(instansi, args.tahun, args.nomor)
    folder: Path = args.keluaran or data / "keluaran"
    wajib_folder(folder)
    django_siap.lapor(
        f"menyusun {args.formulir} {instansi.nama} {args.tahun} dari cuplikan nomor {cuplikan.nomor}"
    )
    try:
        hasil = ekspor(cuplikan, args.formulir, args.format, bentuk=args.bentuk)
    except (TidakDapatDilakukan, GagalSusunPdf) as sebab:
        raise GalatPerintah(str(sebab)) from sebab
    jalur = folder / f"{args.formulir}-{instansi.slug}-{args.tahun}.{args.format}"
    tulis_atau_galat(jalur, hasil.isi)
    for teks in hasil.peringatan:
        django_siap.lapor(f"peringatan: {teks}")
    if args.json:
        berkas = {
            "format": args.format,
            "jalur": str(jalur),
            "sidik": hasil.sidik,
            "halaman": hasil.halaman or None,
        }
        isi = {"instansi": instansi.slug, "tahun": args.tahun, "sidik": cuplikan.sidik, "berkas": [berkas]}
        django_siap.tulis(json.dumps(isi | {"peringatan": list(hasil.peringatan)}, ensure_ascii=False))
    else:
        django_siap.tulis(f"{jalur}  {hasil.halaman} halaman" if hasil.halaman else str(jalur))
    return BERHASIL
