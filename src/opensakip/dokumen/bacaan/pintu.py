"""The door of the readers: look into the file, choose the reader, answer one model.

What a file is, its content says; the extension only tells text from CSV.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from opensakip.dokumen.bacaan.galat import TidakTerbaca
from opensakip.dokumen.bacaan.model import Bacaan

BESAR_MAKS = 200 * 1024 * 1024  # bytes of a file that is read at all


def baca_berkas(jalur: Path | str) -> Bacaan:
    """Read a file of any known format.

    Raises:
        TidakTerbaca: not there, too large, damaged, protected, or of a kind that has no text.
    """
    p = Path(jalur)
    try:
        besar = p.stat().st_size
        if not p.is_file():
            raise TidakTerbaca(p.name, "bukan berkas.", "Sebutkan satu berkas, bukan folder.")
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
    if isi[:4] == b"PK\x03\x04":
        return _baca_zip(nama, isi)
    if b"%PDF-" in isi[:1024]:
        from opensakip.dokumen.bacaan.pdf import baca_pdf

        return baca_pdf(nama, isi)
    from opensakip.dokumen.bacaan.sandi import teks_dari
    from opensakip.dokumen.bacaan.teks import baca_teks

    return baca_teks(nama, teks_dari(nama, isi))


def _baca_zip(nama: str, isi: bytes) -> Bacaan:
    from opensakip.dokumen.bacaan.word import baca_docx

    return baca_docx(nama, isi)
