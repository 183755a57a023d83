"""A report as a file, made from a frozen snapshot. Equal snapshots give equal bytes."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from opensakip.akun import penjaga
from opensakip.dokumen.laman import susun_html
from opensakip.dokumen.model import Dokumen
from opensakip.dokumen.pdf import nomor_halaman, susun_pdf
from opensakip.dokumen.word import susun_docx
from opensakip.inti.cakupan import buka
from opensakip.inti.errors import TidakAda
from opensakip.pelaporan.errors import BelumAdaData
from opensakip.pelaporan.laporan import susun_lkjip
from opensakip.pelaporan.models import Cuplikan
from opensakip.pelaporan.naskah_angka import peringatan_naskah, peringatan_tempat
from opensakip.pelaporan.selectors import cuplikan_terkini, isi_cuplikan
from opensakip.pelaporan.tata_cetak import tata_cetak


@dataclass(frozen=True, slots=True)
class Keluaran:
    """A finished file: its bytes, their SHA-256, pages, and what could not be shown as wished."""

    isi: bytes
    sidik: str
    halaman: int
    peringatan: tuple[str, ...] = ()


FORMAT = ("pdf", "docx", "html")
JENIS_ISI = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html; charset=utf-8",
}


LANGKAH = {
    "pdf": ("membaca data beku", "mencetak halaman"),
    "docx": ("membaca data beku", "menghitung nomor halaman", "menulis dokumen"),
    "html": ("membaca data beku", "menulis halaman"),
}
"""Steps that a person who waits is told, by format."""
Laju = Callable[[str, int, int], None]
"""Told before each step: its name, its number, how many there are."""


def _diam(_nama: str, _ke: int, _dari: int) -> None:
    """Progress that nobody watches."""


def dokumen(cuplikan: Cuplikan) -> Dokumen:
    """The report of a snapshot as a document, before any format.

    Raises:
        BelumAdaData: the snapshot holds no agreed indicator, so there is nothing to report on.
    """
    isi = isi_cuplikan(cuplikan)
    if not isi["indikator"]:
        raise BelumAdaData(
            f"{isi['meta']['instansi']['nama']} belum mempunyai perjanjian kinerja tahun {cuplikan.tahun}, "
            "sehingga laporan kinerjanya belum dapat disusun. "
            "Muat pk.csv, pk_baris.csv, dan realisasi.csv lebih dahulu."
        )
    return susun_lkjip(isi, sidik=cuplikan.sidik, tata=tata_cetak(isi))


def buat(cuplikan: Cuplikan, format: str, *, laju: Laju = _diam) -> Keluaran:
    """Write the LKjIP of a snapshot as "pdf", "docx" or "html"; the file carries the freezing time.

    Raises:
        BelumAdaData: there is nothing to report on.
        GagalSusunPdf: the writer failed; nothing was written.
    """
    if format not in FORMAT:
        raise ValueError(f"format {format!r} tidak dikenal; pilih {', '.join(FORMAT)}")
    langkah = LANGKAH[format]

    def maju(ke: int) -> None:
        laju(langkah[ke - 1], ke, len(langkah))

    maju(1)
    dok, waktu, beku = dokumen(cuplikan), cuplikan.per, isi_cuplikan(cuplikan)
    blok = (b for bagian in dok.bagian for b in bagian.blok)
    naskah = (*peringatan_naskah(beku), *peringatan_tempat(beku, blok))
    maju(2)
    if format == "pdf":
        hasil = susun_pdf(dok, waktu=waktu)
        return _keluaran(hasil.isi, hasil.halaman, (*hasil.peringatan, *naskah))
    if format == "html":
        return _keluaran(susun_html(dok, waktu=waktu).isi, 0, naskah)
    halaman = nomor_halaman(dok)
    maju(3)
    return _keluaran(susun_docx(dok, waktu=waktu, halaman=halaman).isi, 0, naskah)


def _keluaran(isi: bytes, halaman: int = 0, peringatan: tuple[str, ...] = ()) -> Keluaran:
    return Keluaran(isi, hashlib.sha256(isi).hexdigest(), halaman, peringatan)


def buat_pdf(cuplikan: Cuplikan) -> Keluaran:
    """The LKjIP of a snapshot as PDF; see :func:`buat`."""
    return buat(cuplikan, "pdf")


def tanda_keluaran(cuplikan: Cuplikan) -> str:
    """Tag of a finished file: the frozen figures and the writer that turns them into pages."""
    return f"{cuplikan.sidik}-{_sidik_penyusun()}"


@cache
def _sidik_penyusun() -> str:
    """Fingerprint of everything that shapes a page, so that a kept file never outlives its writer."""
    akar = Path(__file__).parents[1]
    ringkasan = hashlib.sha256()
    for folder in ("dokumen", "hitung", "pelaporan"):
        for berkas in sorted((akar / folder).rglob("*")):
            if berkas.suffix in {".py", ".typ", ".txt", ".yaml", ".css"}:
                ringkasan.update(berkas.read_bytes())
    return ringkasan.hexdigest()[:16]


def berkas_untuk(
    pengguna: penjaga.Pengunjung, slug: str, tahun: int, format: str, *, simpanan: Path
) -> tuple[Cuplikan, bytes]:
    """Return the newest report of a year as a file for a visitor who may read the whole agency.

    Raises:
        TidakAda: nothing there for this visitor; a report speaks about all units, so a visitor of some
            units only has none.
        BelumAdaData: as :func:`buat`.
    """
    cuplikan = cuplikan_utuh(pengguna, slug, tahun)
    return cuplikan, berkas_cuplikan(cuplikan, format, simpanan=simpanan)


def berkas_cuplikan(cuplikan: Cuplikan, format: str, *, simpanan: Path) -> bytes:
    """Return the report of a snapshot as a file, made once.

    ``simpanan`` is a folder where the file is kept under the hash of its snapshot; a folder that
    cannot be written only costs time.

    Raises:
        BelumAdaData: as :func:`buat`.
    """
    berkas = simpanan / f"{tanda_keluaran(cuplikan)}.{format}"
    with contextlib.suppress(OSError):
        return berkas.read_bytes()
    isi = buat(cuplikan, format).isi
    with contextlib.suppress(OSError):
        tulis_utuh(berkas, isi)
    return isi


def cuplikan_utuh(pengguna: penjaga.Pengunjung, slug: str, tahun: int, nomor: int | None = None) -> Cuplikan:
    """A snapshot for a visitor who may read all units: the newest of the year, or the one of a number.

    Raises:
        TidakAda: nothing there for this visitor, or only some units, or no such number.
    """
    cuplikan, cakupan = cuplikan_terkini(pengguna, slug, tahun)
    if cakupan.unit is not None:
        raise TidakAda("Laporan ini memuat seluruh unit; hanya pembaca seluruh instansi dapat membukanya.")
    if nomor is None or nomor == cuplikan.nomor:
        return cuplikan
    with buka(cakupan):
        lama = Cuplikan.objects.filter(tahun=tahun, jenis="lkjip", nomor=nomor).first()
    if lama is None:
        raise TidakAda(f"Pembekuan nomor {nomor} tidak ada; yang terbaru nomor {cuplikan.nomor}.")
    return lama


def tulis_utuh(berkas: Path, isi: bytes) -> None:
    """Write a file whole or not at all: a reader never sees half of it.

    Raises:
        OSError: the folder cannot be made or written, or the disk is full; nothing is left behind.
    """
    berkas.parent.mkdir(parents=True, exist_ok=True)
    nomor, sementara = tempfile.mkstemp(dir=berkas.parent, prefix=f".{berkas.name}.")
    try:
        with os.fdopen(nomor, "wb") as tulis:
            tulis.write(isi)
            tulis.flush()
            os.fsync(tulis.fileno())
        Path(sementara).chmod(0o644)
        Path(sementara).replace(berkas)
    except BaseException:
        Path(sementara).unlink(missing_ok=True)
        raise
