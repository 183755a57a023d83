"""An agency's emblem, turned into one form that every writer can place: an SVG."""

from __future__ import annotations

import io
import re
from base64 import b64encode

from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.image.image import Image

BATAS_BITA = 1_000_000
_ASING = re.compile(
    rb"<script|<foreignObject|\son\w+\s*=|<!ENTITY|(?:href|src)\s*=\s*[\"'](?!#|data:image/)", re.I
)
_JENIS = {"image/png": "png", "image/jpeg": "jpeg"}


class LambangSalah(ValueError):
    """The file cannot serve as an emblem; the message says why and what to give instead."""


def kenali(isi: bytes) -> str:
    """Return "png", "jpeg" or "svg".

    Raises:
        LambangSalah: too large, another kind of file, damaged, or an SVG that reaches outside itself.
    """
    if len(isi) > BATAS_BITA:
        raise LambangSalah("berkas lambang lebih dari 1 MB; kecilkan gambarnya")
    if b"<svg" in isi[:2000]:
        if _ASING.search(isi):
            raise LambangSalah("lambang SVG memuat skrip atau acuan ke luar; simpan ulang sebagai PNG")
        return "svg"
    try:
        jenis = _JENIS.get(Image.from_blob(isi).content_type, "")
    except (UnrecognizedImageError, InvalidImageStreamError, UnexpectedEndOfFileError) as sebab:
        raise LambangSalah("berkas lambang tidak terbaca; pakai PNG, JPEG, atau SVG") from sebab
    if not jenis:
        raise LambangSalah("lambang harus PNG, JPEG, atau SVG")
    return jenis


def sebagai_svg(isi: bytes, jenis: str) -> str:
    """The emblem as SVG text; a raster image is wrapped, an empty one gives an empty text."""
    if not isi:
        return ""
    if jenis == "svg":
        return isi.decode("utf-8", "replace")
    gambar = Image.from_file(io.BytesIO(isi))
    lebar, tinggi = gambar.px_width, gambar.px_height
    data = b64encode(isi).decode()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {lebar} {tinggi}" width="{lebar}" '
        f'height="{tinggi}"><image width="{lebar}" height="{tinggi}" '
        f'href="data:image/{jenis};base64,{data}"/></svg>'
    )
