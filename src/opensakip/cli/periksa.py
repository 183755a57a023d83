"""``opensakip periksa``: check the figures of any performance document; no database needed."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from opensakip.cli.galat import BERHASIL, PEMAKAIAN, SEBAGIAN, GalatPerintah, sebab_sistem
from opensakip.periksa.temuan import Tingkat

if TYPE_CHECKING:
    from rich.progress import Progress

    from opensakip.dokumen.bacaan.model import Bacaan
    from opensakip.periksa.jalan import Hasil


def daftarkan(sub: Any) -> None:
    """Add the command to the parser."""
    p: argparse.ArgumentParser = sub.add_parser(
        "periksa",
        help="periksa angka laporan, perjanjian, atau tabel anggaran; tanpa basis data",
        description="Baca laporan kinerja, perjanjian kinerja, rencana, atau tabel anggaran (PDF, DOCX, "
        "XLSX, XLS, ODS, CSV, teks) dan periksa setiap angkanya. Temuan ke keluaran standar, kemajuan dan "
        "pesan ke keluaran galat. Kode keluar 0 tanpa temuan tinggi, 1 ada temuan tinggi, 2 tidak terbaca.",
    )
    p.add_argument("berkas", nargs="*", type=Path, metavar="BERKAS", help="dokumen yang diperiksa")
    p.add_argument("--json", action="store_true", help="hasil sebagai JSON, satu objek per berkas")
    p.add_argument("--html", type=Path, metavar="KELUAR", help="tulis laman HTML: dokumen di samping temuan")
    p.add_argument("--xlsx", type=Path, metavar="KELUAR", help="tulis daftar temuan sebagai XLSX")
    p.add_argument(
        "--bandingkan", action="store_true", help="periksa beberapa dokumen satu instansi satu sama lain"
    )
    p.add_argument(
        "--tingkat",
        choices=[t.value for t in Tingkat],
        default=Tingkat.CATATAN.value,
        help="tampilkan mulai tingkat ini (bawaan: catatan, yaitu semua)",
    )
    p.add_argument("--jelaskan", metavar="ID", help="terangkan satu pemeriksaan: dasar dan cara kerjanya")
    p.add_argument("--daftar", action="store_true", help="sebutkan semua pemeriksaan")
    p.set_defaults(jalankan=jalankan)


def jalankan(args: argparse.Namespace) -> int:
    """Check, or tell about the checks."""
    if args.jelaskan is not None:
        return _jelaskan(args.jelaskan)
    if args.daftar:
        return _sebut_daftar()
    _wajib_masuk_akal(args)
    hasil, gagal = _periksa(args.berkas, bandingkan=args.bandingkan)
    batas = Tingkat(args.tingkat)
    tampil = [h.paling_tidak(batas) for h in hasil]
    _tulis_berkas(args, tampil)
    if args.json:
        from opensakip.periksa.tulis_json import ke_json

        for h in tampil:
            _keluar(json.dumps(ke_json(h), ensure_ascii=False))
    else:
        from opensakip.cli.periksa_layar import tampilkan

        for h in tampil:
            tampilkan(h)
    if gagal:
        return PEMAKAIAN
    return SEBAGIAN if any(h.ada_tinggi for h in hasil) else BERHASIL


def _wajib_masuk_akal(args: argparse.Namespace) -> None:
    """Refuse what cannot be meant.

    Raises:
        GalatPerintah: no file, a comparison of one, or an output over an input.
    """
    if not args.berkas:
        raise GalatPerintah("sebutkan berkas yang diperiksa, misalnya: opensakip periksa laporan.pdf")
    if args.bandingkan and len(args.berkas) < 2:
        raise GalatPerintah("--bandingkan memerlukan paling sedikit dua berkas")
    for keluar in (args.html, args.xlsx):
        if keluar and any(keluar.resolve() == b.resolve() for b in args.berkas):
            raise GalatPerintah(
                f"{keluar}: berkas keluaran sama dengan berkas yang diperiksa; pilih nama lain"
            )


def _periksa(berkas: Sequence[Path], *, bandingkan: bool) -> tuple[list[Hasil], int]:
    """Read and check with progress; a file that cannot be read is told and the others go on.

    With --bandingkan all must be readable: a comparison without one of them would mislead.
    """
    from opensakip.periksa.jalan import periksa

    hasil: list[Hasil] = []
    dibaca: list[Bacaan] = []
    gagal = 0
    with _kemajuan() as layar:
        for jalur in berkas:
            try:
                bacaan = _baca(jalur, layar)
            except GalatPerintah as sebab:
                if bandingkan or len(berkas) == 1:
                    raise
                gagal += 1
                _lapor(f"opensakip: {sebab.pesan}")
                continue
            if bandingkan:
                dibaca.append(bacaan)
            else:
                hasil.append(periksa([bacaan], laju=_laju(layar, jalur.name)))
        if bandingkan:
            hasil.append(periksa(dibaca, laju=_laju(layar, "bandingkan")))
    return hasil, gagal


def _baca(jalur: Path, layar: Progress | None) -> Bacaan:
    """Read one document.

    Raises:
        GalatPerintah: it cannot be read; the message says why and what to do.
    """
    from opensakip.dokumen.bacaan import baca_berkas
    from opensakip.dokumen.bacaan.galat import TidakTerbaca

    if layar:
        layar.update(layar.task_ids[0], description=f"membaca {jalur.name}", total=None)
    try:
        return baca_berkas(jalur)
    except TidakTerbaca as sebab:
        raise GalatPerintah(str(sebab)) from sebab
    except OSError as sebab:
        raise GalatPerintah(f"{jalur}: {sebab_sistem(sebab)}") from sebab


@contextmanager
def _kemajuan() -> Iterator[Progress | None]:
    """A progress bar on the error stream where somebody is looking."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    kolom = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*kolom, console=Console(stderr=True), transient=True) as layar:
        layar.add_task("membaca", total=None)
        yield layar


def _laju(layar: Progress | None, nama: str) -> Any:
    """What moves the bar on with each check."""
    if layar is None:
        return None
    tugas = layar.task_ids[0]

    def maju(judul: str, ke: int, dari: int) -> None:
        layar.update(tugas, description=f"{nama}: {judul}", total=dari, completed=ke - 1)

    return maju


def _tulis_berkas(args: argparse.Namespace, hasil: Sequence[Hasil]) -> None:
    """Write the page and the sheet; several files that are not compared stand in one output."""
    if not (args.html or args.xlsx) or not hasil:
        return
    from opensakip.cli.berkas_csv import tulis_utuh
    from opensakip.periksa.jalan import gabung

    semua = gabung(hasil)
    isi: list[tuple[Path, bytes]] = []
    if args.html:
        from opensakip.periksa.laman import laman

        isi.append((args.html, laman(semua).encode()))
    if args.xlsx:
        from opensakip.inti.jam import kini
        from opensakip.periksa.tulis_xlsx import xlsx

        isi.append((args.xlsx, xlsx(semua, waktu=kini())))
    for jalur, bita in isi:
        try:
            tulis_utuh(jalur, bita)
        except OSError as sebab:
            raise GalatPerintah(
                f"{jalur} tidak dapat ditulis ({sebab_sistem(sebab)}); pilih tempat lain"
            ) from sebab
        _lapor(f"ditulis: {jalur}")


def _jelaskan(kode: str) -> int:
    """The basis and the working of one check."""
    from opensakip.periksa.jalan import muat_semua

    daftar = muat_semua()
    if kode not in daftar:
        dekat = [k for k in daftar if kode.casefold() in k.casefold()]
        saran = f"; mungkin {', '.join(dekat[:5])}" if dekat else ""
        raise GalatPerintah(
            f"pemeriksaan “{kode}” tidak dikenal{saran}; lihat semuanya: opensakip periksa --daftar"
        )
    p = daftar[kode]
    _keluar(f"{p.kode}: {p.judul}\n  tingkat: {p.tingkat.value}\n  dasar: {p.dasar}\n\n{p.penjelasan}")
    return BERHASIL


def _sebut_daftar() -> int:
    from opensakip.periksa.jalan import muat_semua

    daftar = muat_semua()
    lebar = max((len(k) for k in daftar), default=0)
    for p in daftar.values():
        _keluar(f"{p.kode:{lebar}}  {p.tingkat.value:7}  {p.judul}")
    return BERHASIL


def _keluar(teks: str) -> None:
    sys.stdout.write(f"{teks}\n")


def _lapor(teks: str) -> None:
    sys.stderr.write(f"{teks}\n")
