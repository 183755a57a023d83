"""Who may import, and what a batch allows in its state."""

from __future__ import annotations

from collections.abc import Iterable

from opensakip.impor.errors import BatchTidakSiap

PERAN = frozenset({"operator", "koordinator", "admin_instansi"})
"""Roles that may upload and apply; a reader, reviewer or evaluator may not."""
BESAR_MAKS = 20 * 1024 * 1024
BARIS_MAKS = 20_000


def boleh_impor(peran: Iterable[str]) -> bool:
    """True for somebody who fills data of the agency."""
    return bool(PERAN.intersection(peran))


def wajib_terbuka(keadaan: str) -> None:
    """Refuse a change of a batch that is applied, undone or thrown away.

    Raises:
        BatchTidakSiap: it is.
    """
    if keadaan != "dikenali":
        raise BatchTidakSiap(f"Batch ini sudah {keadaan}; unggah berkasnya lagi untuk memuat ulang.")
