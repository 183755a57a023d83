"""History of the indicators as columns of years, with the breaks of their series."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from opensakip.web.penyaji.bacaan import Bacaan

#: Years that fit beside the other columns; the newest are kept.
_TAHUN_TERBANYAK = 5


@dataclass(frozen=True, slots=True)
class BarisDeret:
    """An indicator and one cell per year; a cell is None when nothing is known."""

    indikator: Mapping[str, Any]
    sel: list[Mapping[str, Any] | None]


@dataclass(frozen=True, slots=True)
class Deret:
    """Columns and rows; ``ada`` False when there is nothing to compare with."""

    tahun: list[int]
    baris: list[BarisDeret]

    @property
    def ada(self) -> bool:
        """True when there is a second year, an end target or a benchmark."""
        if len(self.tahun) > 1:
            return True
        return any(r.indikator["target_akhir"] or r.indikator["pembanding"] for r in self.baris)


def deret(b: Bacaan, pilihan: Sequence[Mapping[str, Any]] | None = None) -> Deret:
    """Series of some indicators on common years; without a choice of all of them."""
    semua = b.bagian("indikator") if pilihan is None else pilihan
    tahun = sorted({s["tahun"] for i in semua for s in i["seri"]})[-_TAHUN_TERBANYAK:]
    baris = []
    for ind in semua:
        per_tahun = {s["tahun"]: s for s in ind["seri"]}
        baris.append(BarisDeret(ind, [per_tahun.get(t) for t in tahun]))
    return Deret(tahun, baris)
