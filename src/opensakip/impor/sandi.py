"""From bytes to text: UTF-8 with or without BOM, UTF-16 with BOM, Windows-1252; anything else is refused."""

from __future__ import annotations

import re
import unicodedata

# Sequences that hardly occur in cp1252 text: a file with them and a stray byte is UTF-8 that was damaged.
_UTF8_GANDA = re.compile(rb"[\xc2-\xc5][\x80-\xbf]|\xe2[\x80-\x99][\x80-\xbf]")


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
    letak = 0
    for sandi in ("utf-16",) if utf16 else ("utf-8-sig", "cp1252"):
        try:
            return unicodedata.normalize("NFC", bita.decode(sandi)), sandi
        except UnicodeDecodeError as sebab:
            letak = letak or _baris_bita(bita, sebab.start)
            if _UTF8_GANDA.search(bita):
                break
    raise BerkasTidakTerbaca(
        "ada huruf yang tidak terbaca sebagai UTF-8 maupun Windows-1252.",
        "simpan ulang sebagai CSV UTF-8.",
        letak,
    )


def _baris_bita(bita: bytes, posisi: int) -> int:
    return bita[:posisi].count(b"\n") + 1
