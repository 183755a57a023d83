"""A whole report: from the frozen snapshot to a file, against Typst alone on the same input."""

from __future__ import annotations

import json
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.ukur import Batas, TidakAda, Tolok

INSTANSI, TAHUN = "setda-banten", 2025
WAKTU = datetime(2026, 2, 27, 2, tzinfo=UTC)


def _isi() -> dict[str, Any]:
    """Return the snapshot as the report reads it."""
    from opensakip.cli.django_siap import siapkan

    siapkan()
    from opensakip.pelaporan.models import Cuplikan

    return dict(json.loads(Cuplikan.semua.filter(instansi__slug=INSTANSI, tahun=TAHUN).latest("nomor").isi))


def susun(_kecil: bool) -> float:
    """Build the document model and its numbering only."""
    from opensakip.dokumen.pdf import susun_json
    from opensakip.pelaporan.laporan import susun_lkjip

    isi = _isi()
    awal = time.perf_counter()
    susun_json(susun_lkjip(isi))
    return time.perf_counter() - awal


def _utuh(bentuk: str) -> float:
    """The whole way: read the snapshot from the database, build, print, write the file."""
    from opensakip.cli.django_siap import siapkan

    siapkan()
    from opensakip.pelaporan.keluaran import buat, tulis_utuh
    from opensakip.pelaporan.models import Cuplikan

    with tempfile.TemporaryDirectory(prefix="opensakip-bench-") as folder:
        awal = time.perf_counter()
        cuplikan = Cuplikan.semua.filter(instansi__slug=INSTANSI, tahun=TAHUN).latest("nomor")
        tulis_utuh(Path(folder) / f"laporan.{bentuk}", buat(cuplikan, bentuk).isi)
        return time.perf_counter() - awal


def pdf_utuh(_kecil: bool) -> float:
    """From database to PDF file."""
    return _utuh("pdf")


def docx_utuh(_kecil: bool) -> float:
    """From database to DOCX file."""
    return _utuh("docx")


def html_utuh(_kecil: bool) -> float:
    """From database to HTML file."""
    return _utuh("html")


def _lipat(isi: dict[str, Any], kali: int) -> dict[str, Any]:
    """The same agency with `kali` times the rows of its plan; ids of the copies are their own."""
    a = isi["anggaran"]
    pohon = list(a["pohon"])
    for n in range(1, kali):
        for b in a["pohon"]:
            induk = b["induk"] and f"{b['induk']}-k{n}"
            pohon.append({**b, "id": f"{b['id']}-k{n}", "induk": induk})
    return {**isi, "anggaran": {**a, "pohon": pohon}}


def _dari_isi(kali: int) -> float:
    from opensakip.dokumen.pdf import tulis_pdf
    from opensakip.pelaporan.laporan import susun_lkjip

    isi = _lipat(_isi(), kali)
    awal = time.perf_counter()
    tulis_pdf(susun_lkjip(isi), waktu=WAKTU)
    return time.perf_counter() - awal


def satu_kali(_kecil: bool) -> float:
    """Build and print the snapshot as it is."""
    return _dari_isi(1)


def lima_kali(_kecil: bool) -> float:
    """Build and print it with five times the rows of the plan."""
    return _dari_isi(5)


def typst_saja(_kecil: bool) -> float:
    """Compile the same data with the same templates, nothing of ours in the measured time."""
    import typst

    from opensakip.dokumen import pdf
    from opensakip.pelaporan.laporan import susun_lkjip

    data, _ = pdf.susun_json(susun_lkjip(_isi()))
    awal = time.perf_counter()
    fon = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(pdf.FOLDER_FON)]
    )
    typst.Compiler(
        input=str(pdf.FOLDER_TYPST / "utama.typ"), root=str(pdf.FOLDER_TYPST), font_paths=fon,
        ignore_system_fonts=True, sys_inputs={"dok": data},
    ).compile(format="pdf", pdf_standards=pdf.STANDAR, timestamp=int(WAKTU.timestamp()))  # fmt: skip
    return time.perf_counter() - awal


def weasyprint(_kecil: bool) -> float:
    """Print a table of the same size with WeasyPrint, where it is installed."""
    try:
        from weasyprint import HTML
    except ImportError:
        raise TidakAda("WeasyPrint tidak terpasang (tidak diperlukan)") from None
    isi = _isi()
    baris = "".join(
        f"<tr><td>{a['nama']}</td><td>{a['tampil']}</td><td>{' '.join(a['langkah'])}</td></tr>"
        for a in isi["angka"].values()
    )
    awal = time.perf_counter()
    HTML(string=f"<table>{baris}</table>").write_pdf()
    return time.perf_counter() - awal


TYPST = "Typst saja, masukan yang sama"
PDF = "PDF, basis data sampai berkas"
DOCX = "DOCX, basis data sampai berkas"
HTML = "HTML, basis data sampai berkas"
SATU, LIMA = "menyusun dan mencetak PDF", "PDF dengan baris rencana lima kali"
TOLOK = Tolok(
    judul=f"Laporan {INSTANSI} {TAHUN} (proses baru)",
    dasar=TYPST,
    sisi={
        TYPST: typst_saja,
        "menyusun dokumen saja": susun,
        PDF: pdf_utuh,
        DOCX: docx_utuh,
        HTML: html_utuh,
        SATU: satu_kali,
        LIMA: lima_kali,
        "WeasyPrint, tabel angka yang sama": weasyprint,
    },
    perlu_contoh=True,
    batas=(
        Batas(PDF, terhadap=TYPST, kali=2),
        Batas(PDF, detik=4),
        Batas(DOCX, detik=3),
        Batas(LIMA, terhadap=SATU, kali=6),
    ),
)
