"""Reading a report of about 120 pages, against pdfium alone drawing the text out of the same file."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from bench.ukur import AKAR, Batas, Tolok

HALAMAN = 120
BARIS = 52  # rows of a table that runs over pages


def _pdf(kecil: bool) -> bytes:
    """The report; made once, in a process of its own, so that its memory is not counted as ours."""
    folder = Path(os.environ.get("OPENSAKIP_DATA", tempfile.gettempdir()))
    jalur = folder / f"tolok-baca-{'kecil' if kecil else 'penuh'}.pdf"
    if not jalur.exists():
        perintah = f"from bench.tolok_baca import tulis; tulis({str(jalur)!r}, {kecil})"
        subprocess.run([sys.executable, "-c", perintah], cwd=AKAR, check=True)
    return jalur.read_bytes()


def tulis(jalur: str, kecil: bool) -> None:
    """Write a report of our own writer: text and long tables, tagged as every one of ours."""
    from opensakip.dokumen import model as m
    from opensakip.dokumen.model import Bagian, Baris, Dokumen, JenisBagian, Kolom, Rata, Sel, isi
    from opensakip.dokumen.pdf import susun_pdf

    kalimat = (
        "Realisasi indikator ini dibandingkan dengan target, tahun sebelumnya, dan target jangka menengah. "
    )
    blok: list[m.Blok] = [m.Judul(1, "Akuntabilitas Kinerja")]
    kolom = (Kolom("10mm"), Kolom("1fr"), Kolom("25mm", Rata.DESIMAL), Kolom("25mm", Rata.DESIMAL))
    kepala = (tuple(Sel(isi(s)) for s in ("No", "Indikator", "Target", "Realisasi")),)
    for n in range(HALAMAN * 3 // 8 if not kecil else 2):
        baris = tuple(
            Baris(
                tuple(Sel(isi(s)) for s in (str(k), f"Indikator {n}.{k} layanan dinas", f"{k},50", f"{k},75"))
            )
            for k in range(1, BARIS + 1)
        )
        tabel = m.Tabel(f"Capaian bagian {n}", kolom, kepala, baris, boleh_putus=True)
        blok += [m.Judul(2, f"Bagian {n}"), *(m.Paragraf(isi(kalimat * 6)) for _ in range(9)), tabel]
    dok = Dokumen(
        judul="Laporan", penulis="Dinas", kaki="Laporan", bagian=(Bagian(JenisBagian.ISI, tuple(blok)),)
    )
    Path(jalur).write_bytes(susun_pdf(dok, waktu=datetime(2030, 1, 1, tzinfo=UTC)).isi)


def baca(kecil: bool) -> float:
    """Bytes of the PDF to the model: headings, paragraphs, tables over pages."""
    from opensakip.dokumen.bacaan import baca_isi

    isi = _pdf(kecil)
    awal = time.perf_counter()
    bacaan = baca_isi("laporan.pdf", isi)
    detik = time.perf_counter() - awal
    if not kecil and not HALAMAN <= (bacaan.halaman or 0) <= HALAMAN * 2:
        raise SystemExit(f"dokumen tolok ukur memuat {bacaan.halaman} halaman")
    return detik


def pdfium_saja(kecil: bool) -> float:
    """The bare text of every page."""
    import pypdfium2 as pdfium

    isi = _pdf(kecil)
    awal = time.perf_counter()
    dok = pdfium.PdfDocument(isi)
    for n in range(len(dok)):
        dok[n].get_textpage().get_text_range()
    return time.perf_counter() - awal


BACA, PDFIUM = "membaca menjadi model", "teks polos dengan pdfium saja"
TOLOK = Tolok(
    judul=f"Membaca PDF sekitar {HALAMAN} halaman (proses baru)",
    dasar=PDFIUM,
    sisi={PDFIUM: pdfium_saja, BACA: baca},
    batas=(Batas(BACA, detik=12), Batas(BACA, mb=500)),
)
