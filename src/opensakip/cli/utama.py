"""Entry point ``opensakip``: finds the command, loads only its module, turns errors into one line.

A command is a row in :data:`PERINTAH`. Its module is imported when the command is called and not
before, so that ``opensakip hitung`` starts without Django.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from typing import Final, NamedTuple

from opensakip import __version__

from .galat import BERHASIL, CACAT, DIHENTIKAN, PEMAKAIAN, PIPA_PUTUS, GalatPerintah, sebab_sistem
from .pengurai import Pengurai, rapikan_negatif

JEJAK: Final = "OPENSAKIP_JEJAK"
"""Environment variable: set to 1 to see the traceback of a fault."""


class Perintah(NamedTuple):
    """One command: its name, the module that implements it, one line of help.

    The module offers ``daftarkan(sub)``, which adds the parser of this name to ``sub`` and sets
    ``jalankan``, a function from the parsed arguments to an exit code.
    """

    nama: str
    modul: str
    bantuan: str


PERINTAH: Final = (
    Perintah("demo", "opensakip.cli.demo", "siapkan contoh lengkap dan jalankan"),
    Perintah("contoh", "opensakip.cli.contoh", "muat instansi contoh yang dibawa produk"),
    Perintah("muat", "opensakip.cli.muat", "muat data instansi dari folder CSV"),
    Perintah("impor", "opensakip.cli.impor", "muat isi dokumen (Renja, RKA, dan lainnya) ke data instansi"),
    Perintah("realisasi", "opensakip.cli.realisasi", "catat realisasi satu indikator"),
    Perintah("bekukan", "opensakip.cli.bekukan", "bekukan angka satu instansi dan tahun"),
    Perintah("lkjip", "opensakip.cli.lkjip", "susun laporan kinerja dari angka yang dibekukan"),
    Perintah("ekspor", "opensakip.cli.ekspor", "tulis RKA atau Renja sebagai PDF, XLSX, atau CSV"),
    Perintah("tata", "opensakip.cli.tata", "atur kertas, motif, lambang, dan bentuk laporan satu instansi"),
    Perintah("publik", "opensakip.cli.publik", "buka atau tutup angka beku satu instansi untuk umum"),
    Perintah("sajikan", "opensakip.cli.sajikan", "jalankan laman di komputer ini"),
    Perintah("basis-data", "opensakip.cli.basis_data", "siapkan atau periksa basis data"),
    Perintah(
        "baca", "opensakip.cli.baca", "baca dokumen menjadi judul, paragraf, dan tabel; tanpa basis data"
    ),
    Perintah("periksa", "opensakip.cli.periksa", "periksa setiap angka sebuah dokumen; tanpa basis data"),
    Perintah("hitung", "opensakip.cli.hitung", "hitung capaian, berkas CSV, dan terbilang; tanpa basis data"),
)


def _perintah_diminta(argv: Sequence[str], perintah: Sequence[Perintah]) -> Perintah | None:
    """The command named first on the line, if it is one of ours."""
    for butir in argv:
        if not butir.startswith("-"):
            return next((p for p in perintah if p.nama == butir), None)
    return None


def susun_pengurai(argv: Sequence[str], perintah: Sequence[Perintah] = PERINTAH) -> Pengurai:
    """Build the parser: the command asked for in full, the others as one line of help."""
    pengurai = Pengurai(
        prog="opensakip",
        description="Akuntabilitas kinerja instansi: dari rencana sampai laporan yang setiap angkanya "
        "dapat ditelusuri.",
        epilog="Bantuan tiap perintah: opensakip PERINTAH --help",
    )
    versi = f"opensakip {__version__}"
    pengurai.add_argument("--versi", "--version", action="version", version=versi, help="tampilkan versi")
    pengurai.set_defaults(jalankan=None)
    sub = pengurai.add_subparsers(title="perintah", metavar="PERINTAH", dest="perintah")
    diminta = _perintah_diminta(argv, perintah)
    for p in perintah:
        if p is diminta:
            import_module(p.modul).daftarkan(sub)
        else:
            sub.add_parser(p.nama, help=p.bantuan)
    return pengurai


def _tulis_galat(pesan: str) -> None:
    print(f"opensakip: {pesan}", file=sys.stderr)  # noqa: T201  the one place that speaks for all commands


def _galat_kita(galat: BaseException) -> bool:
    """True for errors raised on purpose: their class is defined in this package."""
    return any(k.__module__.split(".")[0] == "opensakip" for k in type(galat).__mro__)


def _laporkan(galat: Exception) -> int:
    """Say in one line what went wrong and return the exit code."""
    if os.environ.get(JEJAK) == "1":
        traceback.print_exception(galat)
    if isinstance(galat, GalatPerintah):
        _tulis_galat(galat.pesan)
        return galat.kode
    if _galat_kita(galat):
        _tulis_galat(" ".join(str(galat).split()) or type(galat).__name__)
        return PEMAKAIAN
    if isinstance(galat, OSError) and galat.filename is not None:
        _tulis_galat(f"{galat.filename}: {sebab_sistem(galat)}")
        return PEMAKAIAN
    _tulis_galat(
        f"kesalahan tak terduga ({type(galat).__name__}: {' '.join(str(galat).split())}); "
        f"ulangi dengan {JEJAK}=1 untuk melihat jejaknya, lalu laporkan"
    )
    return CACAT


def _siapkan_keluaran() -> None:
    """Let Indonesian signs through, or be replaced, on consoles that are not UTF-8."""
    for aliran in (sys.stdout, sys.stderr):
        ubah = getattr(aliran, "reconfigure", None)
        if ubah is not None:
            ubah(errors="replace")


def _tutup_pipa() -> int:
    """The reader went away: leave without a second error when the interpreter flushes."""
    kosong = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(kosong, sys.stdout.fileno())
    except (OSError, ValueError):
        pass
    finally:
        os.close(kosong)
    return PIPA_PUTUS


def _jalankan(argv: Sequence[str], perintah: Sequence[Perintah]) -> int:
    """Parse and call; argparse's own exits become exit codes."""
    try:
        pengurai = susun_pengurai(argv, perintah)
        args = pengurai.parse_args(argv)
        if args.jalankan is None:
            pengurai.print_help(sys.stderr if args.perintah is None else sys.stdout)
            return PEMAKAIAN
        kode = args.jalankan(args)
        sys.stdout.flush()
    except SystemExit as keluar:
        return keluar.code if isinstance(keluar.code, int) else BERHASIL if keluar.code is None else PEMAKAIAN
    return BERHASIL if kode is None else int(kode)


def utama(argv: Sequence[str] | None = None, *, perintah: Sequence[Perintah] = PERINTAH) -> int:
    """Run one command line and return its exit code."""
    _siapkan_keluaran()
    try:
        return _jalankan(rapikan_negatif(sys.argv[1:] if argv is None else argv), perintah)
    except KeyboardInterrupt:
        _tulis_galat("dihentikan")
        return DIHENTIKAN
    except BrokenPipeError:
        return _tutup_pipa()
    except Exception as galat:  # noqa: BLE001  last stop: every fault becomes one line and a code
        return _laporkan(galat)


if __name__ == "__main__":
    sys.exit(utama())
