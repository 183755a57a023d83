"""What a leader reads first: the counts of the sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from opensakip.hitung.angka import bulatkan, tampil
from opensakip.web.penyaji.bacaan import Bacaan


def hitungan(ringkas: Mapping[str, Any]) -> list[tuple[int, str, str]]:
    """Counts by status that are not zero, in the order they are read aloud: (count, bold, rest)."""
    kata = (
        ("melampaui", _("melampaui"), _("target")),
        ("tercapai", _("sesuai"), _("target")),
        ("di_bawah", _("di bawah"), _("target")),
        ("belum", _("belum dapat dinilai"), ""),
    )
    return [(int(ringkas[kunci]), tebal, sisa) for kunci, tebal, sisa in kata if ringkas.get(kunci)]


def rupiah_dari_seratus(b: Bacaan) -> str:
    """Give "92" for "92 dari setiap 100 rupiah"; empty when the absorption is not known.

    Whole rupiah, unless that would say all or nothing where it is not quite so.
    """
    serapan = b.nilai(b.bagian("anggaran", {}).get("serapan"))
    if serapan is None:
        return ""
    bulat = bulatkan(serapan, 0)
    return tampil(serapan) if bulat in (0, 100) and bulat != serapan else tampil(bulat, 0)


def tahun_bawaan(indikator: list[Mapping[str, Any]]) -> int | None:
    """The year that all carried values come from; None when they differ or there are none."""
    tahun = {i["tahun_nilai"] for i in indikator if i["status_nilai"] == "dibawa"}
    return tahun.pop() if len(tahun) == 1 else None
