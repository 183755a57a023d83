"""How dates, times and short codes look on a page. Figures arrive ready as ``tampil``."""

from __future__ import annotations

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date
from django.utils.translation import get_language
from django.utils.translation import gettext as _

#: Names of the three Indonesian zones as people say them (kep. 24).
_ZONA = {
    "Asia/Jakarta": "WIB",
    "Asia/Pontianak": "WIB",
    "Asia/Makassar": "WITA",
    "Asia/Jayapura": "WIT",
}
_BUKAN_JANGKAR = re.compile(r"[^A-Za-z0-9-]+")


def _lokal() -> str:
    """Dates follow the language of the reader; figures stay as they were frozen."""
    return "en_GB" if get_language() == "en" else "id"


def nama_zona(zona: str) -> str:
    """Turn "Asia/Makassar" into "WITA"; an unknown zone keeps its own name."""
    return _ZONA.get(zona, zona)


def tanggal(teks: str | date | None, teliti: str = "hari") -> str:
    """ISO date -> "28 Oktober 2025"; ``teliti`` "bulan" gives "Januari 2025"; none -> "–"."""
    if not teks:
        return "–"
    nilai = teks if isinstance(teks, date) else date.fromisoformat(teks[:10])
    return format_date(nilai, "MMMM y" if teliti == "bulan" else "d MMMM y", locale=_lokal())


def tanggal_pendek(teks: str | date | None, teliti: str = "hari") -> str:
    """ISO date -> "28 Okt", or "Jan 2025" when only the month is known; none -> "–"."""
    if not teks:
        return "–"
    nilai = teks if isinstance(teks, date) else date.fromisoformat(teks[:10])
    return format_date(nilai, "MMM y" if teliti == "bulan" else "d MMM", locale=_lokal())


def waktu(teks: str | datetime | None, zona: str) -> str:
    """UTC moment -> "27 Februari 2026 pukul 09.00 WIB" in the zone of the agency; none -> "–"."""
    if not teks:
        return "–"
    saat = (teks if isinstance(teks, datetime) else datetime.fromisoformat(teks)).astimezone(ZoneInfo(zona))
    isi = {"hari": tanggal(saat.date()), "jam": f"{saat:%H.%M}", "zona": nama_zona(zona)}
    return _("%(hari)s pukul %(jam)s %(zona)s") % isi


def hari_waktu(teks: str, zona: str) -> str:
    """UTC moment -> "27 Feb 2026", the day it was in the zone of the agency."""
    return format_date(
        datetime.fromisoformat(teks).astimezone(ZoneInfo(zona)).date(), "d MMM y", locale=_lokal()
    )


def kode_periksa(sidik: str) -> str:
    """First twelve digits of a hash in groups of four, as printed on the report."""
    return " ".join(sidik[i : i + 4] for i in range(0, min(len(sidik), 12), 4))


def jangkar(awalan: str, kode: str) -> str:
    """A legal, stable id for an element: ("ind", "SK 1.2") -> "ind-SK-1-2"."""
    return f"{awalan}-{_BUKAN_JANGKAR.sub('-', kode).strip('-')}"
