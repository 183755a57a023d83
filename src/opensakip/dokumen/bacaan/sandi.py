"""From bytes to text for the readers: UTF-8 with or without BOM, UTF-16 with BOM, Windows-1252."""

from __future__ import annotations

from opensakip.dokumen.bacaan.galat import TidakTerbaca


def teks_dari(nama: str, isi: bytes) -> str:
    """The text of a file with line ends "\\n".

    Raises:
        TidakTerbaca: the bytes are not text.
    """
    if isi[:2] in (b"\xff\xfe", b"\xfe\xff"):
        sandi: tuple[str, ...] = ("utf-16",)
    elif b"\x00" in isi:
        raise TidakTerbaca(nama, "isinya bukan teks.", "Simpan sebagai PDF, DOCX, XLSX, CSV atau teks UTF-8.")
    else:
        sandi = ("utf-8-sig", "cp1252")
    for s in sandi:
        try:
            return isi.decode(s).replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeDecodeError:
            continue
    raise TidakTerbaca(nama, "hurufnya tidak dikenali.", "Simpan ulang sebagai teks UTF-8.")
