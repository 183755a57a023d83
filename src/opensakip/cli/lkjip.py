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
    from opensakip.pelaporan.keluaran import Keluaran
    from opensakip.pelaporan.models import Cuplikan

FORMAT = ("pdf", "docx", "html")
SEMUA = "semua"
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
    b.add_argument(
        "--format",
        choices=(*FORMAT, SEMUA),
        action="append",
        help="bentuk berkas, boleh diulang (bawaan: pdf)",
    )
    b.add_argument(
        "--keluaran", type=Path, metavar="FOLDER", help="folder hasil (bawaan: keluaran di folder data)"
    )
    b.add_argument("--nomor", type=int, metavar="N", help="cuplikan yang lebih lama (bawaan: yang terkini)")
    b.add_argument("--json", action="store_true", help="hasil sebagai JSON")
    b.set_defaults(jalankan=buat)
    d: argparse.ArgumentParser = aksi.add_parser(
        "selisih",
        help="sebutkan yang berubah antara dua cuplikan",
        description="Bandingkan dua cuplikan satu instansi dan tahun: angka, naskah, perjanjian, aturan. "
        "Tanpa --dari dan --ke: yang terkini terhadap sebelumnya.",
    )
    d.add_argument("--instansi", required=True, metavar="SLUG", help="nama pendek instansi")
    d.add_argument("--tahun", required=True, type=tahun_sah, help="tahun laporan")
    d.add_argument("--dari", type=int, metavar="N", help="nomor cuplikan lama")
    d.add_argument("--ke", type=int, metavar="N", help="nomor cuplikan baru")
    d.add_argument("--json", action="store_true", help="hasil sebagai JSON")
    d.set_defaults(jalankan=selisih)


def buat(args: argparse.Namespace) -> int:
    """Make the report in each wanted format and write every file whole or not at all."""
    mulai = time.monotonic_ns()
    data = django_siap.siapkan()
    from opensakip.cli.instansi import instansi_atau_galat

    instansi = instansi_atau_galat(args.instansi)
    cuplikan = cuplikan_atau_galat(instansi, args.tahun, args.nomor)
    folder: Path = args.keluaran or data / "keluaran"
    wajib_folder(folder)
    minta = dict.fromkeys(args.format or ["pdf"])
    format = FORMAT if SEMUA in minta else tuple(minta)
    django_siap.lapor(f"menyusun LKjIP {instansi.nama} {args.tahun} dari cuplikan nomor {cuplikan.nomor}")
    berkas, peringatan = [], dict[str, None]()
    for f in format:
        jalur = folder / f"lkjip-{instansi.slug}-{args.tahun}.{f}"
        hasil = _susun(cuplikan, f)
        tulis_atau_galat(jalur, hasil.isi)
        halaman = hasil.halaman or None
        berkas.append({"format": f, "jalur": str(jalur), "sidik": hasil.sidik, "halaman": halaman})
        peringatan.update(dict.fromkeys(hasil.peringatan))
    if basi := _peringatan_basi(args, instansi, cuplikan):
        peringatan[basi] = None
    for teks in peringatan:
        django_siap.lapor(f"peringatan: {teks}")
    if args.json:
        isi = {
            "instansi": instansi.slug,
            "tahun": args.tahun,
            "sidik": cuplikan.sidik,
            "berkas": berkas,
            "peringatan": list(peringatan),
            "detik": round((time.monotonic_ns() - mulai) / 1_000_000_000, 2),
        }
        django_siap.tulis(json.dumps(isi, ensure_ascii=False))
    else:
        for b in berkas:
            django_siap.tulis(f"{b['jalur']}  {b['halaman']} halaman" if b["halaman"] else str(b["jalur"]))
    return BERHASIL


def _susun(cuplikan: Cuplikan, format: str) -> Keluaran:
    """One format, its steps told on the error stream.

    Raises:
        GalatPerintah: there is nothing to report on, or the writer failed.
    """
    from opensakip.dokumen.pdf import GagalSusunPdf
    from opensakip.inti.errors import TidakDapatDilakukan
    from opensakip.pelaporan.keluaran import buat

    try:
        return buat(
            cuplikan, format, laju=lambda nama, ke, dari: django_siap.lapor(f"  {format} {ke}/{dari}: {nama}")
        )
    except (TidakDapatDilakukan, GagalSusunPdf) as sebab:
        raise GalatPerintah(str(sebab)) from sebab


def _peringatan_basi(args: argparse.Namespace, instansi: Instansi, cuplikan: Cuplikan) -> str:
    """What to say when figures changed since the freezing; empty when they did not."""
    from opensakip.pelaporan.selectors import berubah_sejak_beku

    if args.nomor is not None or not berubah_sejak_beku(cuplikan):
        return ""
    return (
        f"angka tahun {args.tahun} berubah sejak cuplikan nomor {cuplikan.nomor}; laporan ini memuat "
        f"yang beku. Untuk memuat yang baru: opensakip bekukan --instansi {instansi.slug} "
        f"--tahun {args.tahun} --alasan ..."
    )


def selisih(args: argparse.Namespace) -> int:
    """Say what changed between two snapshots."""
    django_siap.siapkan()
    from opensakip.cli.instansi import instansi_atau_galat
    from opensakip.pelaporan.selectors import isi_cuplikan
    from opensakip.pelaporan.selisih import bandingkan

    instansi = instansi_atau_galat(args.instansi)
    baru = cuplikan_atau_galat(instansi, args.tahun, args.ke)
    dari = args.dari if args.dari is not None else baru.nomor - 1
    if dari < 1:
        raise GalatPerintah(
            f"{instansi.slug} {args.tahun} baru mempunyai satu cuplikan; belum ada yang dibandingkan"
        )
    lama = cuplikan_atau_galat(instansi, args.tahun, dari)
    beda = bandingkan(isi_cuplikan(lama), isi_cuplikan(baru))
    if args.json:
        isi = {"instansi": instansi.slug, "tahun": args.tahun, "dari": lama.nomor, "ke": baru.nomor}
        django_siap.tulis(json.dumps(isi | {"beda": [b.ke_json() for b in beda]}, ensure_ascii=False))
        return BERHASIL
    django_siap.tulis(
        f"{instansi.nama} {args.tahun}: cuplikan nomor {lama.nomor} ke {baru.nomor}, {len(beda)} perbedaan"
    )
    kelompok = ""
    for b in beda:
        if b.kelompok != kelompok:
            kelompok = b.kelompok
            django_siap.tulis(f"\n{kelompok}")
        django_siap.tulis(f"  {b.jenis:8} {b.nama}: {b.lama} -> {b.baru}")
    return BERHASIL


def cuplikan_atau_galat(instansi: Instansi, tahun: int, nomor: int | None) -> Cuplikan:
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


def wajib_folder(folder: Path) -> None:
    """Prove early that the folder can be written, before the report is made."""
    try:
        django_siap.wajib_dapat_ditulis(folder)
    except GalatPerintah:
        raise GalatPerintah(
            f"folder keluaran {folder} tidak dapat ditulis; pilih folder lain dengan --keluaran FOLDER"
        ) from None


def tulis_atau_galat(jalur: Path, isi: bytes) -> None:
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
