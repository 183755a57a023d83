"""What a leader reads first: the counts of the sentence, and what should be talked about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from opensakip.hitung.angka import bulatkan, tampil
from opensakip.web import rupa
from opensakip.web.penyaji.bacaan import Bacaan

#: A leader's list stays readable; the table below holds every row.
_PALING_BANYAK = 4


@dataclass(frozen=True, slots=True)
class Pokok:
    """One thing to talk about: the fact in bold, the figures behind it, and where to look."""

    judul: str
    teks: str
    tautan: str = ""
    kata_tautan: str = ""


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


def _di_bawah(b: Bacaan) -> list[Pokok]:
    semua = [i for i in b.bagian("indikator") if i["terhadap"] == "bawah"]
    semua.sort(key=lambda i: b.nilai(i["capaian"]) or Decimal(0))
    return [
        Pokok(
            _("%(nama)s mencapai %(capaian)s%%.")
            % {"nama": i["nama"], "capaian": b.angka(i["capaian"])["tampil"]},
            _("Realisasi %(realisasi)s dari target %(target)s. Penanggung jawab: %(unit)s.")
            % {
                "realisasi": b.angka(i["realisasi"])["tampil"],
                "target": b.angka(i["target"])["tampil"],
                "unit": i["unit_nama"],
            },
            "#" + rupa.jangkar("ind", i["kode"]),
            _("Buka baris"),
        )
        for i in semua
    ]


def _dibawa(b: Bacaan) -> list[Pokok]:
    bawa = [i for i in b.bagian("indikator") if i["status_nilai"] == "dibawa"]
    if not bawa:
        return []
    daftar = "; ".join(f"{i['nama']} ({i['tahun_nilai']})" for i in bawa)
    judul = ngettext("%(n)s nilai dibawa dari tahun lain.", "%(n)s nilai dibawa dari tahun lain.", len(bawa))
    return [Pokok(judul % {"n": len(bawa)}, daftar + ".", "#capaian", _("Lihat tabel"))]


def _catatan(b: Bacaan) -> list[Pokok]:
    banyak = sum(bool(c["tercetak"] and c["seharusnya"]) for c in b.bagian("catatan"))
    if not banyak:
        return []
    judul = ngettext(
        "%(n)s angka tercetak berbeda dari hitungan.",
        "%(n)s angka tercetak berbeda dari hitungan.",
        banyak,
    )
    teks = _("Halaman ini memuat yang dihitung kembali; yang tercetak ada pada catatan.")
    return [Pokok(judul % {"n": banyak}, teks, "#catatan", _("Lihat catatan"))]


def _belum(b: Bacaan) -> list[Pokok]:
    belum = [i["nama"] for i in b.bagian("indikator") if i["terhadap"] == "belum"]
    if not belum:
        return []
    judul = ngettext(
        "%(n)s indikator belum dapat dinilai.", "%(n)s indikator belum dapat dinilai.", len(belum)
    )
    return [Pokok(judul % {"n": len(belum)}, "; ".join(belum) + ".", "#capaian", _("Lihat tabel"))]


def pokok(b: Bacaan) -> list[Pokok]:
    """What should be talked about, chosen by rule: below target (lowest first), not assessable,
    carried from another year, printed otherwise in the source."""
    lain = _belum(b) + _dibawa(b) + _catatan(b)
    return _di_bawah(b)[:_PALING_BANYAK] + lain
