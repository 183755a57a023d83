"""``opensakip realisasi ubah``: correct one measured value, with a reason."""

from __future__ import annotations

import argparse
from typing import Any

from opensakip.cli import django_siap
from opensakip.cli.galat import BERHASIL, GalatPerintah
from opensakip.cli.pengurai import tahun_sah


def daftarkan(sub: Any) -> None:
    """Add the command to the parser."""
    p = sub.add_parser("realisasi", help="catat realisasi satu indikator")
    aksi = p.add_subparsers(title="perintah", metavar="PERINTAH", dest="aksi", required=True)
    u: argparse.ArgumentParser = aksi.add_parser(
        "ubah",
        help="betulkan atau isi satu nilai, dengan alasan",
        description="Tulis nilai baru satu indikator. Nilai lama tetap tersimpan; laporan yang sudah "
        "dibekukan tidak berubah.",
    )
    u.add_argument("--instansi", required=True, metavar="SLUG", help="nama pendek instansi")
    u.add_argument("--indikator", required=True, metavar="KODE", help="kode indikator")
    u.add_argument("--tahun", required=True, type=tahun_sah, help="tahun nilai itu berlaku")
    u.add_argument("--nilai", default="", help='nilai, misalnya "3,5"; kosong bila statusnya belum_ada')
    u.add_argument("--alasan", required=True, help="mengapa diubah")
    u.add_argument("--periode", default="", help="kosong untuk setahun; TW1–TW4, S1–S2, B01–B12")
    u.add_argument(
        "--status",
        default="final",
        choices=["final", "sementara", "dibawa", "belum_ada", "tidak_berlaku"],
        help="keadaan nilainya (bawaan: final)",
    )
    u.add_argument("--tahun-nilai", type=int, default=None, help="untuk status dibawa: tahun asal nilainya")
    u.set_defaults(jalankan=ubah)


def ubah(args: argparse.Namespace) -> int:
    """Correct one value through the act of the room."""
    from opensakip.cli.django_siap import siapkan

    siapkan()
    from opensakip.audit.services import Pelaku
    from opensakip.cli.instansi import instansi_atau_galat
    from opensakip.impor.koreksi import ubah_realisasi
    from opensakip.inti.errors import TidakDapatDilakukan

    instansi = instansi_atau_galat(args.instansi)
    try:
        baris = ubah_realisasi(
            instansi=instansi,
            indikator=args.indikator,
            tahun=args.tahun,
            nilai=args.nilai,
            alasan=args.alasan,
            periode=args.periode,
            status=args.status,
            tahun_nilai=args.tahun_nilai,
            oleh=Pelaku(nama="Koordinator", peran="koordinator", sumber="cli"),
        )
    except TidakDapatDilakukan as sebab:
        raise GalatPerintah(str(sebab)) from sebab
    isi = baris.nilai_teks or baris.status_nilai
    django_siap.tulis(f"Realisasi {args.indikator} {args.tahun} kini {isi} (versi {baris.versi}).")
    django_siap.tulis(
        "Laporan yang sudah dibekukan tidak berubah; bekukan lagi: opensakip bekukan "
        f'--instansi {instansi.slug} --tahun {args.tahun} --alasan "..."'
    )
    return BERHASIL
