"""``opensakip lkjip buat``: write the performance report of an agency and year from its frozen figures."""

from __future__ import annotations

import argparse
import errno
import json
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from opensakip.cli import django_siap
from opensakip.cli.galat import BERHASIL, PEMAKAIAN, SEBAGIAN, GalatPerintah, sebab_sistem
from opensakip.cli.pengurai import tahun_sah

if TYPE_CHECKING:
    from opensakip.organisasi.models import Instansi
    from opensakip.pelaporan.models import Cuplikan

FORMAT = ("pdf",)
_PENUH = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def daftarkan(sub: Any) -> None:
    """Add the command to the parser."""
    p = sub.add_parser("lkjip", help="susun laporan kinerja dari angka yang dibekukan")
    aksi = p.add_subparsers(title="perintah", metavar="PERINTAH", dest="aksi", required=True)
    b: argparse.ArgumentParser = aksi.add_parser(
        "buat",
        help="tulis LKjIP satu instansi dan tahun",
        description="Tulis LKjIP dari cuplikan terkini. Cuplikan yang sama menghasilkan berkas yang sama, "
        "bita demi bita. Hasil ke keluaran standar, kemajuan dan pesan ke keluaran galat.",
    )
    b.add_argument("--instansi", required=True, metavar="SLUG", help="nama pendek instansi")
    b.add_argument("--tahun", required=True, type=tahun_sah, help="tahun laporan")
    b.add_argument("--format", choices=FORMAT, default="pdf", help="bentuk berkas (bawaan: pdf)")
    b.add_argument(
        "--keluaran", type=Path, metavar="FOLDER", help="folder hasil (bawaan: keluaran di folder data)"
    )
    b.add_argument("--nomor", type=int, metavar="N", help="cuplikan yang lebih lama (bawaan: yang terkini)")
    b.add_argument("--json", action="store_true", help="hasil sebagai JSON")
    b.set_defaults(jalankan=buat)


def buat(args: argparse.Namespace) -> int:
    """Make the report and write it whole or not at all."""
    mulai = time.monotonic_ns()
    data = django_siap.siapkan()
    from opensakip.cli.instansi import instansi_atau_galat
    from opensakip.inti.errors import TidakDapatDilakukan
    from opensakip.pelaporan.keluaran import buat_pdf
    from opensakip.pelaporan.selectors import berubah_sejak_beku

    instansi = instansi_atau_galat(args.instansi)
    cuplikan = _cuplikan(instansi, args.tahun, args.nomor)
    folder: Path = args.keluaran or data / "keluaran"
    _wajib_folder(folder)
    django_siap.lapor(f"menyusun LKjIP {instansi.nama} {args.tahun} dari cuplikan nomor {cuplikan.nomor}")
    try:
        hasil = buat_pdf(cuplikan)
    except TidakDapatDilakukan as sebab:
        raise GalatPerintah(str(sebab)) from sebab
    jalur = folder / f"lkjip-{instansi.slug}-{args.tahun}.{args.format}"
    _tulis(jalur, hasil.isi)
    lama = time.monotonic_ns() - mulai
    peringatan = list(hasil.peringatan)
    if args.nomor is None and berubah_sejak_beku(cuplikan):
        peringatan.append(
            f"angka tahun {args.tahun} berubah sejak cuplikan nomor {cuplikan.nomor}; laporan ini memuat "
            f"yang beku. Untuk memuat yang baru: opensakip bekukan --instansi {instansi.slug} "
            f"--tahun {args.tahun} --alasan ..."
        )
    for teks in peringatan:
        django_siap.lapor(f"peringatan: {teks}")
    if args.json:
        berkas = {"format": args.format, "jalur": str(jalur), "sidik": hasil.sidik, "halaman": hasil.halaman}
        isi = {
            "instansi": instansi.slug,
            "tahun": args.tahun,
            "sidik": cuplikan.sidik,
            "berkas": [berkas],
            "peringatan": peringatan,
            "detik": round(lama / 1_000_000_000, 2),
        }
        django_siap.tulis(json.dumps(isi, ensure_ascii=False))
    else:
        django_siap.tulis(f"{jalur}  {hasil.halaman} halaman")
    return BERHASIL


def _cuplikan(instansi: Instansi, tahun: int, nomor: int | None) -> Cuplikan:
    """Return the newest snapshot of the year, or the one with this number.

    Raises:
        GalatPerintah: there is none; the message names the years that have one, or the way to one.
    """
    from opensakip.pelaporan.models import Cuplikan

    semua = Cuplikan.semua.filter(instansi=instansi, jenis="lkjip")
    setahun = {
        c.nomor: c for c in semua.filter(tahun=tahun).select_related("instansi", "unit").order_by("nomor")
    }
    if nomor is not None and setahun and nomor not in setahun:
        raise GalatPerintah(
            f"{instansi.slug} {tahun} tidak mempunyai cuplikan nomor {nomor}; "
            f"yang ada: {', '.join(map(str, setahun))}"
        )
    if setahun:
        return setahun[nomor or max(setahun)]
    ada = sorted(set(semua.values_list("tahun", flat=True)))
    punya = f"tahun yang ada: {', '.join(map(str, ada))}; atau " if ada else ""
    raise GalatPerintah(
        f"{instansi.slug} belum mempunyai angka beku tahun {tahun}; {punya}bekukan dahulu: "
        f"opensakip bekukan --instansi {instansi.slug} --tahun {tahun}"
    )


def _wajib_folder(folder: Path) -> None:
    """Prove early that the folder can be written, before the report is made."""
    try:
        django_siap.wajib_dapat_ditulis(folder)
    except GalatPerintah:
        raise GalatPerintah(
            f"folder keluaran {folder} tidak dapat ditulis; pilih folder lain dengan --keluaran FOLDER"
        ) from None


def _tulis(jalur: Path, isi: bytes) -> None:
    """Write the file whole; a refusal of the system leaves nothing behind.

    Raises:
        GalatPerintah: the disk is full (exit 1) or the place cannot be written (exit 2).
    """
    from opensakip.pelaporan.keluaran import tulis_utuh

    try:
        tulis_utuh(jalur, isi)
    except OSError as sebab:
        penuh = sebab.errno in _PENUH
        saran = "kosongkan ruang atau pilih folder lain" if penuh else "pilih folder lain"
        raise GalatPerintah(
            f"{jalur} tidak dapat ditulis ({sebab_sistem(sebab)}); {saran} dengan --keluaran FOLDER. "
            "Berkas lama, bila ada, tidak berubah.",
            kode=SEBAGIAN if penuh else PEMAKAIAN,
        ) from sebab
