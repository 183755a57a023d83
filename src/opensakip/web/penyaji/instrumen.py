"""Assessment instruments as tables: known columns in a fixed order, only those an instrument has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from opensakip.web.penyaji.bacaan import Bacaan

#: More columns than this take the whole width.
_SEMPIT = 4


@dataclass(frozen=True, slots=True)
class TabelInstrumen:
    """One instrument: columns as (key, heading), rows as they stand in the snapshot."""

    kunci: str
    isi: Mapping[str, Any]
    kolom: list[tuple[str, str]]

    @property
    def tercetak(self) -> str:
        """Total as the source prints it; empty when it prints none."""
        return str((self.isi.get("tercetak") or {}).get("nilai") or "")

    @property
    def lebar(self) -> bool:
        """True when the table needs the whole width."""
        return len(self.kolom) > _SEMPIT


def _judul(tahun_lalu: int) -> dict[str, str]:
    return {
        "bobot": _("Bobot"),
        "csp": _("Capaian sasaran"),
        "penyerapan": _("Penyerapan"),
        "konsistensi": _("Konsistensi"),
        "cko": _("Capaian keluaran"),
        "efisiensi": _("Efisiensi"),
        "nilai_efisiensi": _("Nilai efisiensi"),
        "implementasi": _("Implementasi"),
        "satker": _("Satker"),
        "sendiri": _("Nilai sendiri"),
        "lalu": str(tahun_lalu),
        "mutu_lalu": _("Mutu %(tahun)s") % {"tahun": tahun_lalu},
        "nilai": _("Nilai"),
        "konversi": _("Konversi"),
        "porsi": _("Dari bobot (%)"),
        "mutu": _("Mutu"),
        "tercetak": _("Tercetak"),
    }


def instrumen(b: Bacaan) -> list[TabelInstrumen]:
    """All instruments of the year; columns that no row fills are left out."""
    tabel = []
    for kunci, isi in b.bagian("instrumen", {}).items():
        judul = _judul(int(isi.get("tahun") or b.tahun) - 1)
        kolom = [(k, j) for k, j in judul.items() if any(r.get(k) not in (None, "") for r in isi["baris"])]
        tabel.append(TabelInstrumen(kunci, isi, kolom))
    return sorted(tabel, key=lambda t: t.lebar)
