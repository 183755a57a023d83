"""HTML writer: document model -> one file that opens anywhere, reads well and prints well.

Everything is inside: style and charts. No script, no address of another host, so the file may be mailed,
archived or put on any web server. Every figure keeps its id (`data-angka`), every place of an officer's
text its name (`data-tempat`). Equal documents give equal bytes.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from pathlib import Path

from opensakip.dokumen.huruf import rapikan
from opensakip.dokumen.laman.blok import Penulis
from opensakip.dokumen.lambang import sebagai_svg
from opensakip.dokumen.model import Dokumen, JenisBagian, Kertas
from opensakip.dokumen.nomor import nomori

FOLDER = Path(__file__).parent
NAMA_BAGIAN = {
    JenisBagian.SAMPUL: "Sampul",
    JenisBagian.DEPAN: "Bagian depan",
    JenisBagian.ISI: "Isi laporan",
    JenisBagian.LAMPIRAN: "Lampiran",
}
_KERTAS = {Kertas.A4: "A4", Kertas.F4: "215mm 330mm"}


@dataclass(frozen=True, slots=True)
class HasilHtml:
    """A finished HTML file."""

    isi: bytes


def sidik_gaya(html: bytes) -> str:
    """Hash of the style sheet of a finished file as a content security policy names it, "sha256-...".

    A server that shows the file in a browser allows exactly this style and nothing else.
    """
    gaya = html.partition(b"<style>")[2].partition(b"</style>")[0]
    return f"sha256-{base64.b64encode(hashlib.sha256(gaya).digest()).decode()}"


def susun_html(dok: Dokumen, *, waktu: datetime) -> HasilHtml:
    """Make the HTML of `dok`; `waktu` is the moment of freezing and must know its time zone."""
    if waktu.tzinfo is None:
        raise ValueError("waktu pembekuan harus membawa zona waktu")
    d = nomori(dok)
    penulis = Penulis(d, sebagai_svg(d.tata.lambang, d.tata.jenis_lambang))
    bagian = []
    for b in d.bagian:
        isi = penulis.semua(b.blok)
        if isi:
            bagian.append(
                f'<section class="bagian {b.jenis.value}" aria-label="{NAMA_BAGIAN[b.jenis]}">{isi}</section>'
            )
    gaya = (
        (FOLDER / "laporan.css").read_text(encoding="utf-8").replace("/*kertas*/A4", _KERTAS[d.tata.kertas])
    )
    gaya += "".join(f".lebar-{mm}{{max-width:{mm}mm}}\n" for mm in sorted(penulis.lebar))
    return HasilHtml(_bungkus(d, waktu, gaya, bagian).encode())


def _bungkus(d: Dokumen, waktu: datetime, gaya: str, bagian: Sequence[str]) -> str:
    judul, pernyataan = escape(rapikan(d.judul)), escape(rapikan(d.pernyataan))
    saat = waktu.astimezone(UTC).isoformat(timespec="seconds")
    kaki = f'<p class="pernyataan">{pernyataan}</p>' if pernyataan else ""
    # The policy forbids everything but what stands in the file itself.
    return (
        f'<!doctype html>\n<html lang="{d.bahasa}">\n<head>\n<meta charset="utf-8">\n<title>{judul}</title>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'; img-src data:\">\n"
        f'<meta name="author" content="{escape(rapikan(d.penulis))}">\n'
        f'<meta name="keywords" content="{escape(", ".join(d.kata_kunci))}">\n'
        f'<meta name="dcterms.created" content="{saat}">\n'
        f'<meta name="opensakip-sidik" content="{escape(d.sidik)}">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<style>\n{gaya}</style>\n</head>\n<body>\n"
        '<a class="lewati" href="#isi">Langsung ke isi</a>\n'
        f'<main id="isi">\n{"".join(bagian)}\n</main>\n'
        f"<footer><p>{escape(rapikan(d.kaki))}</p>{kaki}</footer>\n</body>\n</html>\n"
    )
