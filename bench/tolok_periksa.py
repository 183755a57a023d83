"""Reading and checking a document as long as a real report; and a thousand damaged ones."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from bench.ukur import AKAR, Batas, Tolok

INSTANSI, TAHUN = "setda-banten", 2025
HALAMAN = 120
MB_MAKS = 500
BERKAS_ACAK = 1000


def _berkas(bentuk: str, kecil: bool) -> Path:
    """The report of the example in a format, made once per run and by another process."""
    jalur = Path(os.environ["OPENSAKIP_DATA"]) / f"periksa-{'kecil' if kecil else 'penuh'}.{bentuk}"
    if not jalur.exists():
        halaman = "1" if kecil else str(HALAMAN)
        perintah = [sys.executable, "-m", "bench.tolok_periksa", str(jalur), halaman]
        subprocess.run(perintah, cwd=AKAR, check=True)
    return jalur


def tulis(jalur: Path, halaman: int) -> None:
    """Write the report, its plan repeated until it has enough pages."""
    from bench.tolok_laporan import WAKTU, _isi, _lipat
    from opensakip.dokumen.pdf import susun_pdf
    from opensakip.dokumen.word import susun_docx
    from opensakip.pelaporan.laporan import susun_lkjip

    for kali in range(1, 12):
        dok = susun_lkjip(_lipat(_isi(), kali))
        pdf = susun_pdf(dok, waktu=WAKTU)
        if pdf.halaman >= halaman:
            break
    isi = pdf.isi if jalur.suffix == ".pdf" else susun_docx(dok, waktu=WAKTU, halaman={}).isi
    jalur.write_bytes(isi)


def _periksa(bentuk: str, kecil: bool) -> float:
    from opensakip.dokumen.bacaan import baca_berkas
    from opensakip.periksa.jalan import periksa

    jalur = _berkas(bentuk, kecil)
    awal = time.perf_counter()
    bacaan = baca_berkas(jalur)
    assert kecil or bentuk != "pdf" or (bacaan.halaman or 0) >= HALAMAN
    periksa([bacaan], ketat=True)
    return time.perf_counter() - awal


def pdf(kecil: bool) -> float:
    """Read and check the PDF."""
    return _periksa("pdf", kecil)


def docx(kecil: bool) -> float:
    """Read and check the DOCX."""
    return _periksa("docx", kecil)


def teks_saja(kecil: bool) -> float:
    """What pdfium alone needs to give the letters of every page: the limit that we compare with."""
    import pypdfium2

    jalur = _berkas("pdf", kecil)
    awal = time.perf_counter()
    for halaman in pypdfium2.PdfDocument(jalur):
        halaman.get_textpage().get_text_bounded()
    return time.perf_counter() - awal


def acak(kecil: bool) -> float:
    """Damaged files; another error than a refusal, or ten seconds for one file, ends the run."""
    from alat.acak import jalankan

    awal = time.perf_counter()
    jalankan(20 if kecil else BERKAS_ACAK, benih=7)
    return time.perf_counter() - awal


PDFIUM, PDF, DOCX = "pdfium saja, huruf tiap halaman", "PDF: baca dan periksa", "DOCX: baca dan periksa"
ACAK = f"{BERKAS_ACAK} berkas rusak"
TOLOK = Tolok(
    judul=f"Periksa laporan {HALAMAN} halaman",
    dasar=PDFIUM,
    sisi={PDFIUM: teks_saja, PDF: pdf, DOCX: docx, ACAK: acak},
    perlu_contoh=True,
    batas=(Batas(PDF, detik=20), Batas(PDF, mb=MB_MAKS), Batas(DOCX, detik=20), Batas(DOCX, mb=MB_MAKS)),
)

if __name__ == "__main__":
    tulis(Path(sys.argv[1]), int(sys.argv[2]))
