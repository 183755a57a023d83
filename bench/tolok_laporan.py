"""A whole report: from the frozen snapshot to PDF bytes, against Typst alone on the same input."""

from __future__ import annotations

import json
import time
from datetime import UTC, datetime
from typing import Any

from bench.ukur import TidakAda, Tolok

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


def kita(_kecil: bool) -> float:
    """Build and print."""
    from opensakip.dokumen.pdf import tulis_pdf
    from opensakip.pelaporan.laporan import susun_lkjip

    isi = _isi()
    awal = time.perf_counter()
    tulis_pdf(susun_lkjip(isi), waktu=WAKTU)
    return time.perf_counter() - awal


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


TOLOK = Tolok(
    judul=f"Laporan PDF {INSTANSI} {TAHUN} (proses baru)",
    dasar="Typst saja, masukan yang sama",
    sisi={
        "Typst saja, masukan yang sama": typst_saja,
        "menyusun dokumen saja": susun,
        "menyusun dan mencetak": kita,
        "WeasyPrint, tabel angka yang sama": weasyprint,
    },
    perlu_contoh=True,
)
