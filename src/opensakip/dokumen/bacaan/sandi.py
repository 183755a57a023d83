"""From bytes to text: UTF-8 with or without BOM, UTF-16 with BOM, Windows-1252; anything else is refused."""

from __future__ import annotations

import re

from opensakip.dokumen.bacaan.galat import TidakTerbaca

# Sequences that hardly occur in cp1252 text: a file with them and a stray byte is UTF-8 that was damaged.
_UTF8_GANDA = re.compile(rb"[\xc2-\xc5][\x80-\xbf]|\xe2[\x80-\x99][\x80-\xbf]")


class SandiSalah(ValueError):
    """Bytes that no accepted encoding has; `posisi` is the first of them."""

    def __init__(self, posisi: int) -> None:
        super().__init__(f"bita {posisi}")
        self.posisi = posisi


def urai_sandi(bita: bytes) -> tuple[str, str]:
    """(text, name of the encoding) of the bytes of a text file.

    >>> urai_sandi("nilai “baik”".encode("cp1252"))
    ('nilai “baik”', 'cp1252')

    Raises:
        SandiSalah: no accepted encoding has these bytes, or the text is UTF-8 that was damaged.
    """
    utf16 = bita[:2] in (b"\xff\xfe", b"\xfe\xff")
    letak: int | None = None
    for sandi in ("utf-16",) if utf16 else ("utf-8-sig", "cp1252"):
        try:
            return bita.decode(sandi), sandi
        except UnicodeDecodeError as sebab:
            letak = sebab.start if letak is None else letak
            if _UTF8_GANDA.search(bita):
                break
    raise SandiSalah(letak or 0)


def teks_dari(nama: str, isi: bytes) -> str:
    """The text of a file with line ends "\\n".

    Raises:
        TidakTerbaca: the bytes are not text.
    """
    if b"\x00" in isi and isi[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        raise TidakTerbaca(nama, "isinya bukan teks.", "Simpan sebagai PDF, DOCX, XLSX, CSV atau teks UTF-8.")
    try:
        teks, _ = urai_sandi(isi)
    except SandiSalah as galat:
        baris = isi[: galat.posisi].count(b"\n") + 1
        raise TidakTerbaca(
            nama, f"baris {baris}: ada huruf yang rusak.", "Simpan ulang sebagai teks UTF-8."
        ) from galat
    return teks.replace("\r\n", "\n").replace("\r", "\n")
