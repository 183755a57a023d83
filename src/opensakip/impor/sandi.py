"""From the bytes of a CSV to its text, with messages for the importer; encodings as in the readers."""

from __future__ import annotations

import unicodedata

from opensakip.dokumen.bacaan.sandi import SandiSalah, urai_sandi


class BerkasTidakTerbaca(Exception):
    """The bytes are not a text table at all. ``pesan`` and ``perbaikan`` are for people."""

    def __init__(self, pesan: str, perbaikan: str, baris: int | None = None) -> None:
        super().__init__(pesan)
        self.pesan = pesan
        self.perbaikan = perbaikan
        self.baris = baris


def urai_bita(bita: bytes) -> tuple[str, str]:
    """Turn the bytes of a text table into text, and name the encoding that did it.

    Raises:
        BerkasTidakTerbaca: a workbook or other binary file, or bytes that no accepted encoding has.
    """
    if bita[:4] == b"PK\x03\x04" or bita[:4] == b"\xd0\xcf\x11\xe0":
        raise BerkasTidakTerbaca(
            "isinya buku kerja (XLSX/XLS), bukan CSV.",
            "buka di aplikasi lembar kerja, lalu simpan sebagai CSV UTF-8.",
        )
    utf16 = bita[:2] in (b"\xff\xfe", b"\xfe\xff")
    if b"\x00" in bita and not utf16:
        raise BerkasTidakTerbaca(
            "berkas berisi bita NUL; isinya bukan teks.",
            "simpan ulang sebagai CSV UTF-8.",
            _baris_bita(bita, bita.index(b"\x00")),
        )
    try:
        teks, sandi = urai_sandi(bita)
    except SandiSalah as sebab:
        raise BerkasTidakTerbaca(
            "ada huruf yang tidak terbaca sebagai UTF-8 maupun Windows-1252.",
            "simpan ulang sebagai CSV UTF-8.",
            _baris_bita(bita, sebab.posisi),
        ) from sebab
    return unicodedata.normalize("NFC", teks), sandi


def _baris_bita(bita: bytes, posisi: int) -> int:
    return bita[:posisi].count(b"\n") + 1
