"""A statement never changes and never goes; findings of an ended round stay as they were decided."""

from __future__ import annotations

from opensakip.inti.pemicu import Pemicu

_PESAN = "Pernyataan reviu yang sudah diterbitkan tidak dapat diubah"

PEMICU = (
    Pemicu("jaga_pernyataan_update", "reviu_pernyataanreviu", "UPDATE", "OLD.id IS NOT NULL", _PESAN),
    Pemicu("jaga_pernyataan_delete", "reviu_pernyataanreviu", "DELETE", "OLD.id IS NOT NULL", _PESAN),
)
