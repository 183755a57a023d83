"""The door of the readers: look into the file, choose the reader, answer one model.

What a file is, its content says; the extension only tells text from CSV where both would do.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from opensakip.dokumen.bacaan.galat import TidakTerbaca
from opensakip.dokumen.bacaan.model import Bacaan

BESAR_MAKS = 200 * 1024 * 1024  # bytes of a file that is read at all
BARIS_MAKS, SEL_MAKS, PANJANG_MAKS = 100_000, 400_000, 50_000  # of a text; a long report has 3,000 lines
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_GAMBAR = {
    b"\xff\xd8\xff": "JPEG",
    b"\x89PNG\r\n": "PNG",
    b"GIF8": "GIF",
    b"II*\x00": "TIFF",
    b"MM\x00*": "TIFF",
    b"BM": "BMP",
}
_OCR = "Kenali dahulu teksnya (OCR), atau minta berkas aslinya (PDF dari Word, DOCX, atau XLSX)."


def baca_berkas(jalur: Path | str) -> Bacaan:
    """Read a file of any known format.

    Raises:
        TidakTerbaca: not there, too large, damaged, protected, or of a kind that has no text.
    """
    p = Path(jalur)
    try:
        if p.is_dir():
            raise TidakTerbaca(p.name, "ini folder, bukan berkas.", "Sebutkan satu berkas.")
        besar = p.stat().st_size
        if besar > BESAR_MAKS:
            raise TidakTerbaca(
                p.name,
                f"ukurannya {besar // 1048576} MB, paling besar {BESAR_MAKS // 1048576} MB.",
                "Bagi dokumen, atau simpan ulang tanpa gambar besar.",
            )
        isi = p.read_bytes()
    except OSError as galat:
        raise TidakTerbaca(
            p.name, "tidak dapat dibuka.", "Periksa nama, letak dan hak baca berkas itu."
        ) from galat
    return baca_isi(p.name, isi)


def baca_isi(nama: str, isi: bytes) -> Bacaan:
    """Read the bytes of a file; `nama` is for messages and for telling text from CSV."""
    if not isi.strip():
        raise TidakTerbaca(nama, "berkas kosong.", "Periksa apakah berkas itu terkirim atau tersimpan utuh.")
    bacaan = _baca(nama, isi)
    return replace(bacaan, sidik=hashlib.sha256(isi).hexdigest())


def _baca(nama: str, isi: bytes) -> Bacaan:
    if isi[:2] == b"PK":
        return _baca_zip(nama, isi)
    if isi[:8] == _OLE:
        return _baca_ole(nama, isi)
    if b"%PDF-" in isi[:1024]:
        from opensakip.dokumen.bacaan.pdf import baca_pdf

        return baca_pdf(nama, isi)
    if gambar := next((j for m, j in _GAMBAR.items() if isi.startswith(m)), None):
        raise TidakTerbaca(nama, f"ini gambar ({gambar}), bukan dokumen.", _OCR)
    if isi.startswith(b"{\\rtf"):
        raise TidakTerbaca(nama, "format RTF tidak dibaca.", "Simpan sebagai DOCX atau PDF.")
    return _baca_teks(nama, isi)


def _baca_zip(nama: str, isi: bytes) -> Bacaan:
    from opensakip.dokumen.bacaan.wadah import Wadah

    bagian = Wadah(nama, isi).bagian
    if "word/document.xml" in bagian or any(b.startswith("word/document") for b in bagian):
        from opensakip.dokumen.bacaan.word import baca_docx

        return baca_docx(nama, isi)
    if "xl/workbook.xml" in bagian:
        from opensakip.dokumen.bacaan.lembar import baca_xlsx

        return baca_xlsx(nama, isi)
    if "content.xml" in bagian and "mimetype" in bagian:
        return _baca_odf(nama, isi)
    if any(b.startswith("ppt/") for b in bagian):
        raise TidakTerbaca(nama, "ini salindia (PPTX).", "Simpan sebagai PDF.")
    if "xl/workbook.bin" in bagian:
        raise TidakTerbaca(nama, "format XLSB tidak dibaca.", "Simpan sebagai XLSX.")
    if any(b.startswith("word/") for b in bagian):
        from opensakip.dokumen.bacaan.word import baca_docx

        return baca_docx(nama, isi)
    raise TidakTerbaca(
        nama, "ini arsip ZIP yang bukan dokumen.", "Buka arsip itu, lalu pilih satu dokumen di dalamnya."
    )


def _baca_odf(nama: str, isi: bytes) -> Bacaan:
    from opensakip.dokumen.bacaan.wadah import Wadah

    jenis = Wadah(nama, isi).baca("mimetype", 200)
    if b"spreadsheet" not in jenis:
        raise TidakTerbaca(
            nama, "dokumen OpenDocument ini bukan lembar kerja.", "Simpan sebagai DOCX atau PDF."
        )
    from opensakip.dokumen.bacaan.lembar import baca_ods

    return baca_ods(nama, isi)


def _baca_ole(nama: str, isi: bytes) -> Bacaan:
    def ada(teks: str) -> bool:
        return teks.encode("utf-16-le") in isi

    if ada("EncryptedPackage"):
        raise TidakTerbaca(nama, "berkas dilindungi kata sandi.", "Simpan ulang tanpa kata sandi.")
    if ada("WordDocument"):
        raise TidakTerbaca(nama, "format Word lama (DOC) tidak dibaca.", "Simpan sebagai DOCX atau PDF.")
    if ada("PowerPoint Document"):
        raise TidakTerbaca(nama, "ini salindia (PPT).", "Simpan sebagai PDF.")
    from opensakip.dokumen.bacaan.lembar import baca_xls

    return baca_xls(nama, isi)


def _baca_teks(nama: str, isi: bytes) -> Bacaan:
    from opensakip.dokumen.bacaan.laman import baca_laman, mirip_laman
    from opensakip.dokumen.bacaan.lembar import baca_teks_csv
    from opensakip.dokumen.bacaan.lembar.berpemisah import tebak_pemisah
    from opensakip.dokumen.bacaan.sandi import teks_dari
    from opensakip.dokumen.bacaan.teks import baca_teks

    teks = teks_dari(nama, isi)
    if mirip_laman(teks):
        return baca_laman(nama, teks)
    if "urn:schemas-microsoft-com:office:spreadsheet" in teks[:4000]:
        raise TidakTerbaca(nama, "lembar kerja XML tahun 2003 tidak dibaca.", "Simpan sebagai XLSX.")
    akhiran = Path(nama).suffix.lower()
    if akhiran in (".csv", ".tsv", ".xls", ".xlsx") and (pemisah := tebak_pemisah(teks)) is not None:
        return baca_teks_csv(nama, teks, pemisah)
    _wajib_wajar(nama, teks)
    return baca_teks(nama, teks)


def _wajib_wajar(nama: str, teks: str) -> None:
    """Refuse a text no report is: bounds keep time and memory of the reading within reason.

    Raises:
        TidakTerbaca: too many lines or cells, or one endless line.
    """
    baris = teks.count("\n") + 1
    sel = teks.count("\t") + baris
    panjang = max(map(len, teks.split("\n")))
    for ada, batas, benda in (
        (baris, BARIS_MAKS, "baris"),
        (sel, SEL_MAKS, "sel"),
        (panjang, PANJANG_MAKS, "huruf pada satu baris"),
    ):
        if ada > batas:
            raise TidakTerbaca(
                nama,
                f"berisi {ada} {benda}, paling banyak {batas}.",
                "Bagi dokumennya, atau simpan tabelnya sebagai CSV atau XLSX.",
            )
