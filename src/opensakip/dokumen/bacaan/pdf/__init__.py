"""Reader of PDF that was born digital: pages measured with pdfium, then lines, tables, paragraphs."""

from __future__ import annotations

import ctypes
import threading
from typing import Any

import pypdfium2.raw as r

from opensakip.dokumen.bacaan.galat import TidakTerbaca
from opensakip.dokumen.bacaan.model import Bacaan
from opensakip.dokumen.bacaan.pdf.alir import Alir, buang_tepi, tinggi_umum
from opensakip.dokumen.bacaan.pdf.bertanda import Pohon, ambil_tabel, baca_pohon
from opensakip.dokumen.bacaan.pdf.blok import HalamanCetak, susun_halaman, tepi_terakhir
from opensakip.dokumen.bacaan.pdf.halaman import Kata, baca_halaman

HALAMAN_MAKS = 3000
_SATU = threading.Lock()  # pdfium keeps state of its own and must not be entered twice at a time
_SEBAB = {
    r.FPDF_ERR_PASSWORD: (
        "dilindungi kata sandi.",
        "Buka dengan kata sandinya, lalu simpan tanpa kata sandi.",
    ),
    r.FPDF_ERR_SECURITY: ("memakai perlindungan yang tidak dikenal.", "Simpan ulang tanpa perlindungan."),
}


def baca_pdf(berkas: str, isi: bytes) -> Bacaan:
    """Read the bytes of a PDF.

    Raises:
        TidakTerbaca: damaged, protected, too long, or only pictures of pages.
    """
    with _SATU:
        return _baca_terkunci(berkas, isi)


def _baca_terkunci(berkas: str, isi: bytes) -> Bacaan:
    r.FPDF_InitLibraryWithConfig(_setelan())
    # pdfium reads from our bytes as long as the document is open; a copy would double the memory
    dok = r.FPDF_LoadMemDocument64(ctypes.cast(ctypes.c_char_p(isi), ctypes.c_void_p), len(isi), None)
    if not dok:
        sebab = _SEBAB.get(
            r.FPDF_GetLastError(), ("rusak atau terpotong.", "Kirim atau unduh ulang berkas itu.")
        )
        raise TidakTerbaca(berkas, *sebab)
    try:
        return _baca(berkas, dok)
    finally:
        r.FPDF_CloseDocument(dok)


def _setelan() -> Any:
    return ctypes.byref(r.FPDF_LIBRARY_CONFIG(version=2))


def _baca(berkas: str, dok: Any) -> Bacaan:
    jumlah = r.FPDF_GetPageCount(dok)
    if jumlah <= 0:
        raise TidakTerbaca(berkas, "tidak memuat halaman.", "Kirim atau unduh ulang berkas itu.")
    if jumlah > HALAMAN_MAKS:
        raise TidakTerbaca(
            berkas, f"memuat {jumlah} halaman, paling banyak {HALAMAN_MAKS}.", "Bagi menjadi beberapa berkas."
        )
    halaman, tanpa_teks, penuh = _halaman(dok, jumlah)
    if len(tanpa_teks) * 10 >= jumlah * 9 and tanpa_teks:
        raise TidakTerbaca(
            berkas,
            "hasil pindai tanpa teks: halamannya hanya gambar.",
            "Kenali dahulu teksnya (OCR), atau minta berkas aslinya (PDF dari Word, DOCX, atau XLSX).",
        )
    buang_tepi(halaman)
    alir = Alir(tinggi_umum(halaman))
    for h in halaman:
        alir.halaman(h)
    peringatan = []
    if tanpa_teks:
        peringatan.append(f"Halaman {_sebut(tanpa_teks)} hanya gambar dan tidak terbaca.")
    if penuh:
        peringatan.append(f"Halaman {_sebut(penuh)} terlalu padat dan tidak terbaca seluruhnya.")
    return Bacaan(berkas, "pdf", alir.selesai(), jumlah, peringatan=tuple(peringatan))


def _halaman(dok: Any, jumlah: int) -> tuple[list[HalamanCetak], list[int], list[int]]:
    """(pages, numbers of pages that are pictures only, numbers of pages with more than is read)."""
    hasil: list[HalamanCetak] = []
    kosong, penuh = [], []
    bertanda = bool(r.FPDFCatalog_IsTagged(dok))
    hiasan = _Hiasan()
    for i in range(jumlah):
        hal, mentah, isi = baca_halaman(dok, i, bertanda)
        pohon = baca_pohon(mentah) if bertanda else Pohon()
        r.FPDFText_ClosePage(isi)
        r.FPDF_ClosePage(mentah)
        if not hal.kata and hal.gambar:
            kosong.append(i + 1)
        if hal.penuh:
            penuh.append(i + 1)
        kata = hiasan.buang(hal.kata) if bertanda else hal.kata
        kata = [k for k in kata if k.mcid not in pohon.gambar]
        tabel, sisa = ambil_tabel(pohon, kata, i + 1)
        petunjuk = tepi_terakhir(hasil[-1]) if hasil else []
        hasil.append(susun_halaman(hal, tabel, sisa, pohon.judul, petunjuk))
    return hasil, kosong, penuh


class _Hiasan:
    """In a file whose text is tagged, the rest (running heads, repeated heads of tables) decorates."""

    def __init__(self) -> None:
        self.semua = self.bertanda = 0

    def buang(self, kata: list[Kata]) -> list[Kata]:
        """The words that carry the text, where the file so far has been tagged nearly whole."""
        isi = [k for k in kata if k.mcid >= 0]
        self.semua += sum(k.teks[0].isalnum() for k in kata)
        self.bertanda += sum(k.teks[0].isalnum() for k in isi)
        return isi if isi and self.bertanda * 10 >= self.semua * 8 else kata


def _sebut(nomor: list[int]) -> str:
    """Page numbers for a message, at most ten of them."""
    teks = ", ".join(str(n) for n in nomor[:10])
    return teks + (f" dan {len(nomor) - 10} lainnya" if len(nomor) > 10 else "")
