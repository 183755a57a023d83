"""Pictures of the Word document: all charts rendered in one run."""

from __future__ import annotations

import json
from collections.abc import Sequence

import typst

from opensakip.dokumen.huruf import FOLDER_FON, bersihkan_bagan

PPI = 200
_SUMBER = b"""#set page(width: auto, height: auto, margin: 0pt, fill: white)
#set text(font: "Source Sans 3")
#for g in json(bytes(sys.inputs.gambar)) {
  page(image(bytes(g.svg), format: "svg", width: g.mm * 1mm))
}
"""


def jadikan_png(svg: Sequence[tuple[str, int]]) -> list[bytes]:
    """Render (SVG, width in mm) pairs as PNG at 200 dots per inch, in the same order."""
    if not svg:
        return []
    data = json.dumps([{"svg": bersihkan_bagan(s), "mm": mm} for s, mm in svg], ensure_ascii=False)
    fon = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FOLDER_FON)])
    hasil = typst.Compiler(
        input=_SUMBER, font_paths=fon, ignore_system_fonts=True, sys_inputs={"gambar": data}
    ).compile(format="png", ppi=PPI)
    return [h for h in (hasil if isinstance(hasil, list) else [hasil]) if h is not None]


def ukuran_png(png: bytes) -> tuple[int, int]:
    """Width and height in pixels, from the header."""
    return int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")
