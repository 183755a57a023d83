"""``opensakip demo``: from nothing to a running example, in one command; safe and quick to repeat.

Refusals come before any work: port, data folder. Each step does only what is not done yet, so a
repetition loses nothing and takes a moment.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from . import akun_demo, django_siap, sajikan
from .galat import BERHASIL, GalatPerintah

if TYPE_CHECKING:
    from rich.console import Console

    from opensakip.organisasi.models import Instansi

CATATAN_LAPORAN = ".laporan-demo.json"


def daftarkan(sub: argparse._SubParsersAction) -> None:
    """Add the command."""
    pengurai = sub.add_parser(
        "demo",
        help="siapkan contoh lengkap dan jalankan",
        description="Siapkan basis data, instansi contoh, akun, dan laporannya, lalu jalankan lamannya di "
        "komputer ini. Aman diulang: yang sudah ada tidak diubah.",
    )
    sajikan.tambah_port(pengurai)
    pengurai.add_argument("--tanpa-server", action="store_true", help="siapkan saja, jangan jalankan laman")
    pengurai.set_defaults(jalankan=_jalankan)


@dataclass
class Ringkasan:
    """What the demo prints at the end."""

    folder: Path
    sandi: str = ""
    akun: list[akun_demo.Akun] = field(default_factory=list)
    laporan: list[Path] = field(default_factory=list)


@contextmanager
def _langkah(layar: Console, judul: str) -> Iterator[None]:
    """Show a step while it runs, and that it is done."""
    if layar.is_terminal:
        with layar.status(f"{judul} …"):
            yield
    else:
        yield
    layar.print(f"[green]✓[/green] {judul}", highlight=False)


def _jalankan(args: argparse.Namespace) -> int:
    from rich.console import Console

    if not args.tanpa_server:
        sajikan.wajib_port_bebas(args.port)
    layar = Console(stderr=True, soft_wrap=True)
    hasil = _siapkan(layar)
    if args.tanpa_server:
        django_siap.tulis(_teks(hasil, alamat=""))
        return BERHASIL
    alamat = f"http://{sajikan.ALAMAT}:{args.port}"
    sajikan.layani(args.port, saat_siap=lambda: django_siap.tulis(_teks(hasil, alamat)))
    return BERHASIL


def _siapkan(layar: Console) -> Ringkasan:
    """Do every step that is not done yet."""
    hasil = Ringkasan(folder=django_siap.siapkan_django())
    if django_siap.migrasi_tertunda():
        with _langkah(layar, "basis data"):
            django_siap.siapkan_basis_data(kemajuan=lambda _: None)
    instansi = _muat_contoh(layar)
    hasil.sandi, sandi_baru = akun_demo.sandi_demo(hasil.folder)
    hasil.akun = akun_demo.daftar_akun(instansi)
    kurang = akun_demo.belum_ada(hasil.akun, sandi_baru=sandi_baru)
    if kurang:
        with _langkah(layar, f"{len(kurang)} akun menurut jabatan"):
            akun_demo.siapkan_akun(instansi, kurang, hasil.sandi)
    hasil.laporan = _tulis_laporan(layar, hasil.folder, instansi)
    return hasil


def _muat_contoh(layar: Console) -> list[Instansi]:
    """Load and freeze the examples that are not there yet. Returns the example agencies."""
    from opensakip.impor.paket import daftar_contoh, muat_contoh
    from opensakip.organisasi.models import Instansi

    contoh = daftar_contoh()
    ada = set(Instansi.objects.filter(slug__in=[c.slug for c in contoh]).values_list("slug", flat=True))
    for c in contoh:
        if c.slug not in ada:
            with _langkah(layar, f"contoh {c.nama} {c.tahun}"):
                muat_contoh(c)
    return list(Instansi.objects.filter(slug__in=[c.slug for c in contoh]).order_by("slug"))


def _tulis_laporan(layar: Console, folder: Path, instansi: list[Instansi]) -> list[Path]:
    """Write the report of every frozen year that has measured figures, unless the same one lies there."""
    from opensakip.pelaporan.keluaran import tanda_keluaran
    from opensakip.pelaporan.models import Cuplikan

    berkas_catatan = folder / CATATAN_LAPORAN
    catatan = json.loads(berkas_catatan.read_text(encoding="utf-8")) if berkas_catatan.exists() else {}
    laporan = []
    semua = Cuplikan.semua.filter(instansi__in=instansi, jenis="lkjip").select_related("instansi")
    terakhir = {(c.instansi.slug, c.tahun): c for c in semua.order_by("nomor")}
    for (slug, tahun), cuplikan in sorted(terakhir.items()):
        if not json.loads(cuplikan.isi)["indikator"]:
            continue  # a budget plan alone has no performance report
        jalur = folder / "keluaran" / f"lkjip-{slug}-{tahun}.pdf"
        tanda = tanda_keluaran(cuplikan)
        if catatan.get(jalur.name) != tanda or not jalur.exists():
            with _langkah(layar, f"laporan {slug} {tahun}"):
                _cetak(folder, slug, tahun)
            catatan[jalur.name] = tanda
        laporan.append(jalur)
    berkas_catatan.write_text(json.dumps(catatan, indent=1), encoding="utf-8")
    return laporan


def _cetak(folder: Path, slug: str, tahun: int) -> None:
    """Write one report by the ordinary command, in a process of its own.

    The PDF writer starts threads. The server forks its workers from this process, and a fork does not
    take threads along: a worker would wait for them for ever.

    Raises:
        GalatPerintah: the report could not be written; the message is the command's own.
    """
    perintah = [sys.executable, "-m", "opensakip.cli.utama", "lkjip", "buat", "--instansi", slug]
    lingkungan = os.environ | {"OPENSAKIP_DATA": str(folder)}
    hasil = subprocess.run(  # noqa: S603  our own program with our own arguments
        [*perintah, "--tahun", str(tahun)], env=lingkungan, capture_output=True, text=True, check=False
    )
    if hasil.returncode:
        pesan = (hasil.stderr.strip().splitlines() or ["tanpa pesan"])[-1].removeprefix("opensakip: ")
        raise GalatPerintah(f"laporan {slug} {tahun}: {pesan}", kode=hasil.returncode)


def _teks(hasil: Ringkasan, alamat: str) -> str:
    """Return the closing lines: address, accounts, password, paths."""
    baris = [""]
    if alamat:
        baris += [f"OpenSAKIP berjalan di  {alamat}", "Contoh dapat dibaca tanpa masuk.", ""]
    baris += ["Akun:"]
    for slug in dict.fromkeys(a.slug for a in hasil.akun):
        peran = ", ".join(a.surel.partition("@")[0] for a in hasil.akun if a.slug == slug)
        baris.append(f"  @{slug}.contoh   {peran}")
    baris += [f"  sandi semua akun: {hasil.sandi}"]
    baris += ["", "Laporan:", *(f"  {p}" for p in hasil.laporan), "", f"Data: {hasil.folder}"]
    if alamat:
        baris += ["Berhenti: Ctrl-C. Menjalankan lagi: make demo (cepat, tidak ada yang hilang)."]
    return "\n".join(baris)
