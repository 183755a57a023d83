"""A set Perjanjian Kinerja does not change: neither the paper nor any line on it."""

from __future__ import annotations

from opensakip.inti.pemicu import Pemicu

_PESAN = "PK yang sudah ditetapkan tidak dapat diubah"
_ANAK = {"baris": "perjanjian_barispk", "pihak": "perjanjian_pihakpk", "anggaran": "perjanjian_anggaranpk"}


def _anak(nama: str, tabel: str, tindakan: str) -> Pemicu:
    baris = "OLD" if tindakan == "DELETE" else "NEW"
    tetap = (
        "EXISTS (SELECT 1 FROM perjanjian_versipk v WHERE v.keadaan = 'ditetapkan' AND v.id = {b}.versi_id)"
    )
    syarat = tetap.format(b=baris)
    if tindakan == "UPDATE":
        syarat = f"({tetap.format(b='OLD')} OR {tetap.format(b='NEW')})"
    return Pemicu(f"jaga_{nama}_{tindakan.lower()}", tabel, tindakan, syarat, _PESAN)


PEMICU = (
    Pemicu("jaga_versipk_update", "perjanjian_versipk", "UPDATE", "OLD.keadaan = 'ditetapkan'", _PESAN),
    Pemicu("jaga_versipk_delete", "perjanjian_versipk", "DELETE", "OLD.keadaan = 'ditetapkan'", _PESAN),
    *(_anak(n, t, a) for n, t in _ANAK.items() for a in ("INSERT", "UPDATE", "DELETE")),
)
