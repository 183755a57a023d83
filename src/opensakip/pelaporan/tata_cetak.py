"""Paper, motif and emblem of a report, as they were frozen with its figures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from opensakip.dokumen.model import Kertas, Motif, Tata


def tata_cetak(isi: Mapping[str, Any]) -> Tata:
    """The settings of a snapshot; an older one without them prints on A4 with the usual motif."""
    t = isi["meta"]["instansi"].get("tata") or {}
    lambang = str(t.get("lambang") or "")
    return Tata(
        kertas=Kertas(str(t.get("kertas") or "a4")),
        motif=Motif(str(t.get("motif") or "kawung")),
        lambang=lambang.encode(),
        jenis_lambang="svg" if lambang else "",
    )
