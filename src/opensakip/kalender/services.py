"""Making periods of the national grid on first use."""

from __future__ import annotations

from datetime import date, timedelta

from opensakip.kalender.models import Periode

_BULAN_PER_PERIODE = {"bulan": 1, "triwulan": 3, "semester": 6, "tahun": 12}
_HURUF = {"B": "bulan", "TW": "triwulan", "S": "semester"}


def periode(tahun: int, jenis: str = "tahun", ke: int = 1) -> Periode:
    """Return the period, made on first use.

    Raises:
        ValueError: ``jenis`` is unknown or ``ke`` does not exist in a year.
    """
    bulan = _BULAN_PER_PERIODE.get(jenis)
    if bulan is None or not 1 <= ke <= 12 // bulan:
        raise ValueError(f"periode {jenis} ke-{ke} tidak ada")
    mulai = date(tahun, (ke - 1) * bulan + 1, 1)
    akhir_bulan = ke * bulan
    berikut = date(tahun + 1, 1, 1) if akhir_bulan == 12 else date(tahun, akhir_bulan + 1, 1)
    hasil, _ = Periode.objects.get_or_create(
        tahun=tahun, jenis=jenis, ke=ke, defaults={"mulai": mulai, "selesai": berikut - timedelta(days=1)}
    )
    return hasil


def baca_kode(kode: str) -> tuple[str, int]:
    """Read a short code of a period: ``""`` the year, ``TW1``..``TW4``, ``S1``, ``S2``, ``B01``..``B12``.

    Raises:
        ValueError: another text.
    """
    kode = kode.strip().upper()
    if not kode:
        return "tahun", 1
    for huruf, jenis in sorted(_HURUF.items(), key=lambda h: -len(h[0])):
        sisa = kode.removeprefix(huruf)
        if sisa != kode and sisa.isdigit() and 1 <= int(sisa) <= 12 // _BULAN_PER_PERIODE[jenis]:
            return jenis, int(sisa)
    raise ValueError(
        f"periode “{kode}” tidak dikenal; kosongkan untuk setahun, atau tulis TW1–TW4, S1–S2, B01–B12"
    )
