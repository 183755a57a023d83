"""A frozen snapshot never changes and never goes."""

from __future__ import annotations

from opensakip.inti.pemicu import Pemicu

_PESAN = "Cuplikan yang sudah beku tidak dapat diubah"

PEMICU = (
    Pemicu("jaga_cuplikan_update", "pelaporan_cuplikan", "UPDATE", "OLD.id IS NOT NULL", _PESAN),
    Pemicu("jaga_cuplikan_delete", "pelaporan_cuplikan", "DELETE", "OLD.id IS NOT NULL", _PESAN),
)
