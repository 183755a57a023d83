"""Switching rules off without touching code: OPENSAKIP_ATURAN_MATI="id,id" or "belum-terverifikasi"."""

import os

from opensakip.peraturan.galat import AturanTidakAda
from opensakip.peraturan.model import Aturan
from opensakip.peraturan.muat import daftar_id

VARIABEL = "OPENSAKIP_ATURAN_MATI"
SEMUA_BELUM = "belum-terverifikasi"


def yang_mati() -> frozenset[str]:
    """Return the ids switched off (and perhaps the word for all unverified ones).

    Raises AturanTidakAda for an id that does not exist: a misspelt switch would leave the rule on in silence.
    """
    kata = frozenset(k.strip() for k in os.environ.get(VARIABEL, "").split(",") if k.strip())
    asing = kata - {SEMUA_BELUM} - set(daftar_id()) if kata else frozenset()
    if asing:
        raise AturanTidakAda(
            f"{VARIABEL} menyebut aturan yang tidak dikenal: {', '.join(sorted(asing))}. "
            f"Perbaiki ejaannya, atau pakai '{SEMUA_BELUM}' untuk semua aturan bertag X dan M."
        )
    return kata


def dimatikan(aturan: Aturan) -> bool:
    """Tell whether this version of the rule is switched off."""
    mati = yang_mati()
    return aturan.id in mati or (SEMUA_BELUM in mati and not aturan.terverifikasi)
