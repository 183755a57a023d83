"""Opening containers that may be hostile: ZIP with limits, XML without entities.

Limits are on what is really unpacked, not on what the container says of itself.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Any

from lxml import etree

from opensakip.dokumen.bacaan.galat import TidakTerbaca

BAGIAN_MAKS = 10_000  # entries of a container
BESAR_XML = 80 * 1024 * 1024  # bytes of one part that is parsed
BESAR_SEMUA = 1024 * 1024 * 1024  # bytes of all parts as the directory tells them
NISBAH_MAKS = 400  # unpacked to packed; office files reach about 60
BESAR_WAJAR = 20 * 1024 * 1024  # below this size the ratio does not matter
_MINTA_ULANG = "Buka berkas asli lalu simpan ulang; bila berasal dari luar, jangan dipakai."


def bulat(teks: object, baku: int = 0, *, sedikit: int = 0, banyak: int = 10_000_000) -> int:
    """A whole number of a file that may hold anything, kept within bounds.

    >>> bulat("12"), bulat("x", 1), bulat("-3"), bulat("99", banyak=10), bulat(None, 5)
    (12, 1, 0, 10, 5)
    """
    isi = str(teks)
    if not isi.lstrip("-").isascii() or not isi.lstrip("-").isdigit() or len(isi) > 15:
        return baku
    return max(sedikit, min(int(isi), banyak))


class Wadah:
    """A ZIP container whose parts are read with limits."""

    def __init__(self, nama: str, isi: bytes) -> None:
        self.nama = nama
        try:
            self.zip = zipfile.ZipFile(io.BytesIO(isi))
            daftar = self.zip.infolist()
        except (zipfile.BadZipFile, OSError, ValueError, RuntimeError) as galat:
            raise TidakTerbaca(
                nama, "berkas rusak atau terpotong.", "Kirim atau unduh ulang berkas itu."
            ) from galat
        self.bagian = {i.filename for i in daftar}
        self._jaga(daftar, len(isi))

    def _jaga(self, daftar: list[zipfile.ZipInfo], padat: int) -> None:
        if len(daftar) > BAGIAN_MAKS:
            raise TidakTerbaca(
                self.nama, f"berisi {len(daftar)} bagian, paling banyak {BAGIAN_MAKS}.", _MINTA_ULANG
            )
        semua = sum(i.file_size for i in daftar)
        nisbah = max(
            (i.file_size // max(i.compress_size, 1) for i in daftar if i.file_size > BESAR_WAJAR), default=0
        )
        if (
            semua > BESAR_SEMUA
            or nisbah > NISBAH_MAKS
            or (semua > BESAR_WAJAR and semua // padat > NISBAH_MAKS)
        ):
            raise TidakTerbaca(
                self.nama,
                f"isinya mengembang menjadi {semua // 1048576} MB, jauh lebih besar dari berkasnya.",
                _MINTA_ULANG,
            )
        if any(i.flag_bits & 1 for i in daftar):
            raise TidakTerbaca(self.nama, "berkas dilindungi kata sandi.", "Simpan ulang tanpa kata sandi.")

    def baca(self, bagian: str, maks: int = BESAR_XML) -> bytes:
        """The bytes of a part, at most `maks`."""
        try:
            with self.zip.open(bagian) as f:
                isi = f.read(maks + 1)
        except (
            KeyError,
            zipfile.BadZipFile,
            zlib.error,
            OSError,
            EOFError,
            RuntimeError,
            ValueError,  # a directory that points before the beginning of the file
        ) as g:
            raise TidakTerbaca(
                self.nama, f"bagian {bagian} rusak atau terpotong.", "Kirim atau unduh ulang berkas itu."
            ) from g
        if len(isi) > maks:
            raise TidakTerbaca(
                self.nama,
                f"bagian {bagian} lebih besar dari {maks // 1048576} MB setelah dibuka.",
                "Bagi dokumen menjadi beberapa berkas.",
            )
        return isi

    def xml(self, bagian: str) -> Any:
        """The root element of a part; a document type (entities) is refused."""
        return urai_xml(self.nama, bagian, self.baca(bagian))

    def xml_atau_kosong(self, bagian: str) -> Any | None:
        """The root element of a part, None where the container does not have it."""
        return self.xml(bagian) if bagian in self.bagian else None


def urai_xml(nama: str, bagian: str, isi: bytes) -> Any:
    """Parse XML without network, entities and document types.

    Raises:
        TidakTerbaca: not XML, or with a document type, which office files never have.
    """
    if b"<!DOCTYPE" in isi[:4096] or b"<!ENTITY" in isi[:65536]:
        raise TidakTerbaca(nama, f"bagian {bagian} memuat definisi entitas XML.", _MINTA_ULANG)
    pengurai = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        akar = etree.fromstring(isi, pengurai)
    except (etree.XMLSyntaxError, ValueError) as galat:
        raise TidakTerbaca(
            nama, f"bagian {bagian} rusak atau terpotong.", "Kirim atau unduh ulang berkas itu."
        ) from galat
    if akar is None or akar.getroottree().docinfo.doctype:
        raise TidakTerbaca(nama, f"bagian {bagian} memuat definisi entitas XML.", _MINTA_ULANG)
    return akar
