"""Small arrangements of a page: totals of the plan, its document, headings that say the finding."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from opensakip.web.penyaji.bacaan import Bacaan
from opensakip.web.penyaji.bagan import Batang


def pagu_kolom(b: Bacaan) -> list[tuple[str, str]]:
    """Totals of the plan as (figure id, head of its column), in the order of the columns."""
    anggaran = b.bagian("anggaran", {})
    return [
        (anggaran["jumlah"][k["kunci"]], str(k["judul"]))
        for k in anggaran.get("kolom", ())
        if anggaran["jumlah"].get(k["kunci"])
    ]


def dokumen_anggaran(b: Bacaan) -> Mapping[str, Any] | None:
    """The plan document that the tree was read from."""
    kode = b.bagian("anggaran", {}).get("dokumen")
    return next((d for d in b.bagian("dokumen") if d["kode"] == kode), None)


def satuan_pagu(b: Bacaan) -> str:
    """Unit of the amounts in words: rupiah, or what the source prints when that is not rupiah."""
    satuan = str(b.bagian("anggaran", {}).get("satuan") or "Rp")
    return _("rupiah") if satuan == "Rp" else satuan


def judul_geser(batang: list[Batang]) -> str:
    """Heading of the shift chart: the finding where there is one clear gainer, else the subject."""
    naik = [g.nama for g in batang if g.naik]
    if len(naik) == 1 and len(batang) > 1:
        return _("Anggaran bergeser ke %(nama)s") % {"nama": naik[0]}
    return _("Pergeseran anggaran menurut unit")
