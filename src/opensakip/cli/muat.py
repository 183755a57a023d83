"""``opensakip muat``: load an agency from a folder of CSV files, or write empty templates."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from opensakip.cli import django_siap
from opensakip.cli.galat import BERHASIL, PEMAKAIAN, GalatPerintah

if TYPE_CHECKING:
    from opensakip.impor.errors import ImporDitolak, Kesalahan
    from opensakip.impor.muat import HasilMuat

BATAS_TAMPIL = 40


def daftarkan(sub: Any) -> None:
    """Add the command to the parser."""
    p: argparse.ArgumentParser = sub.add_parser(
        "muat",
        help="muat data instansi dari folder CSV",
        description="Muat data satu instansi dari folder CSV: seluruhnya atau tidak sama sekali. Memuat "
        "ulang folder yang sama tidak mengubah apa pun; nilai yang dibetulkan dicatat sebagai koreksi dengan "
        "alasan.",
    )
    p.add_argument(
        "folder", nargs="?", type=Path, metavar="FOLDER", help="folder berisi instansi.csv dan lainnya"
    )
    p.add_argument("--pratinjau", action="store_true", help="tampilkan perubahannya saja, tanpa menulis")
    p.add_argument("--alasan", default="", help="alasan, bila nilai yang sudah tercatat berubah")
    p.add_argument("--templat", type=Path, metavar="TUJUAN", help="tulis templat CSV kosong ke folder ini")
    p.set_defaults(jalankan=jalankan)


def jalankan(args: argparse.Namespace) -> int:
    """Load, preview, or write templates."""
    if args.templat is not None:
        return _templat(args.templat)
    if args.folder is None:
        raise GalatPerintah(
            "sebutkan folder datanya: opensakip muat FOLDER (templat: opensakip muat --templat FOLDER)"
        )
    django_siap.siapkan()
    from opensakip.impor.errors import ImporDitolak
    from opensakip.impor.muat import muat, pratinjau

    try:
        if args.pratinjau:
            hasil = pratinjau(args.folder)
        else:
            hasil = muat(args.folder, alasan=args.alasan, kemajuan=django_siap.lapor)
    except ImporDitolak as sebab:
        laporkan_penolakan(sebab)
        return PEMAKAIAN
    tampilkan(hasil, pratinjau=args.pratinjau)
    return BERHASIL


def laporkan_penolakan(sebab: ImporDitolak) -> None:
    """Every fault on stderr, most basic first, capped."""
    from opensakip.impor.errors import rangkum

    for baris in (sebab.kepala, *rangkum(sebab.kesalahan, BATAS_TAMPIL)):
        django_siap.lapor(baris)


def tampilkan(hasil: HasilMuat, *, pratinjau: bool = False) -> None:
    """What was done (or would be) on stdout; remarks on stderr."""
    judul = {
        ("baru", False): f"Dimuat: {hasil.nama} ({hasil.slug}), tahun laporan {hasil.tahun}.",
        ("baru", True): f"Instansi baru: {hasil.nama} ({hasil.slug}). Akan dimuat:",
        ("berubah", False): f"Perubahan dimuat: {hasil.nama} ({hasil.slug}).",
        ("berubah", True): f"Perubahan yang akan dimuat untuk {hasil.nama} ({hasil.slug}):",
    }.get((hasil.keadaan, pratinjau), f"Tidak ada perubahan: {hasil.nama} ({hasil.slug}).")
    django_siap.tulis(judul)
    for baris in [", ".join(hasil.baris)] if hasil.keadaan == "baru" else hasil.baris:
        django_siap.tulis(f"  {baris}")
    _ingatkan(hasil.peringatan)


def _ingatkan(peringatan: tuple[Kesalahan, ...]) -> None:
    from opensakip.impor.errors import rangkum

    for baris in rangkum(peringatan, BATAS_TAMPIL):
        django_siap.lapor(f"Catatan: {baris}")


def _templat(tujuan: Path) -> int:
    from opensakip.impor.berkas_templat import tulis_templat

    try:
        ditulis = tulis_templat(tujuan)
    except OSError as sebab:
        raise GalatPerintah(
            f"templat tidak dapat ditulis ke {tujuan} ({sebab.strerror}); pilih folder lain"
        ) from sebab
    if not ditulis:
        django_siap.tulis(f"Semua templat sudah ada di {tujuan}; tidak ada yang ditimpa.")
        return BERHASIL
    django_siap.tulis(f"{len(ditulis)} templat ditulis ke {tujuan}. Isi, lalu: opensakip muat {tujuan}")
    return BERHASIL
