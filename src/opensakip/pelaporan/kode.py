"""The short code of a report: what a person reads from a printed page to find the frozen figures again."""

from __future__ import annotations

ABJAD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: no I, L, O, U
PANJANG = 8
_BACA = {**{h: i for i, h in enumerate(ABJAD)}, "I": 1, "L": 1, "O": 0}


def kode_pendek(sidik: str) -> str:
    """First 40 bits of a SHA-256 (hex) as eight characters in two groups; empty for an empty hash.

    >>> kode_pendek("00ff" * 16)
    '03ZG-1ZY0'
    """
    if not sidik:
        return ""
    bilangan = int(sidik[:10], 16)
    huruf = "".join(ABJAD[bilangan >> 5 * i & 31] for i in reversed(range(PANJANG)))
    return f"{huruf[:4]}-{huruf[4:]}"


def awal_sidik(kode: str) -> str | None:
    """The ten hex digits that a code stands for; None when it is not a code. Case, hyphen and O/I/L forgiven.

    >>> awal_sidik("03zg1zyo")
    '00ff00ffe0'
    """
    huruf = kode.replace("-", "").replace(" ", "").upper()
    if len(huruf) != PANJANG or any(h not in _BACA for h in huruf):
        return None
    bilangan = 0
    for h in huruf:
        bilangan = bilangan << 5 | _BACA[h]
    return f"{bilangan:010x}"
