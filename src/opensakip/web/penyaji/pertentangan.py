"""What does not agree in a performance agreement, found by rules: each with its place and its mend."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from opensakip.hitung.agregasi import jumlah
from opensakip.hitung.tampilan import tampil
from opensakip.web.penyaji.asal import Bukti, bukti
from opensakip.web.penyaji.bacaan import Bacaan
from opensakip.web.penyaji.pk import PasanganPK


@dataclass(frozen=True, slots=True)
class Pertentangan:
    """One contradiction: where, the two figures, why it matters; ``tautan`` leads to the figure."""

    tempat: str
    tertulis: str
    lain: str
    kalimat: str
    tautan: str
    bukti: Sequence[Bukti]


@dataclass(frozen=True, slots=True)
class _Tempat:
    """What a note may be about: its words, and the figure when it is about one."""

    sebutan: str
    angka: str = ""


def _tempat(b: Bacaan, pk: PasanganPK) -> tuple[dict[str, _Tempat], dict[tuple[str, str], _Tempat]]:
    """Places by subject (code of a version, id of a figure), and rows by (indicator, target as signed)."""
    subjek: dict[str, _Tempat] = {}
    baris: dict[tuple[str, str], _Tempat] = {}
    for v, judul in pk.semua:
        sebutan = _("PK %(judul)s") % {"judul": judul.lower()}
        subjek[str(v.get("kode"))] = _Tempat(sebutan)
        for r in v["baris"]:
            tempat = _Tempat(f"{sebutan}, {r['indikator']}", str(r["target"]) if b.ada(r["target"]) else "")
            subjek.setdefault(str(r["target"]), tempat)
            baris.setdefault((str(r["indikator_kode"]), str(r["target_teks"])), tempat)
        for r in (*v["anggaran"], {"uraian": _("Jumlah anggaran"), "nilai": v.get("jumlah")}):
            if b.ada(r["nilai"]):
                subjek.setdefault(str(r["nilai"]), _Tempat(f"{sebutan}, {r['uraian']}", str(r["nilai"])))
    return subjek, baris


def _catatan_pk(b: Bacaan, pk: PasanganPK) -> list[tuple[Mapping[str, Any], _Tempat]]:
    """Notes about the agreements. A note about an indicator counts where it corrects the signed target."""
    subjek, baris = _tempat(b, pk)
    hasil = []
    for c in b.bagian("catatan"):
        tempat = subjek.get(str(c["subjek"]))
        if tempat is None and c["tercetak"]:
            tempat = baris.get((str(c["subjek"]), str(c["seharusnya"])))
        if tempat is not None:
            hasil.append((c, tempat))
    return hasil


def tercetak_lain(b: Bacaan, pk: PasanganPK | None) -> dict[str, str]:
    """Figure of a target -> what the source prints elsewhere instead, for the mark at the very cell."""
    if pk is None:
        return {}
    return {
        t.angka: str(c["tercetak"])
        for c, t in _catatan_pk(b, pk)
        if t.angka and c["tercetak"] and c["seharusnya"]
    }


def _dari_catatan(b: Bacaan, pk: PasanganPK) -> list[Pertentangan]:
    """Notes of the source about an agreement or one of its figures."""
    return [
        Pertentangan(
            t.sebutan,
            str(c["tercetak"]),
            str(c["seharusnya"]),
            str(c["kalimat"]),
            b.ke(t.angka) if t.angka else "",
            bukti([a | {"tercetak": "", "keadaan": ""} for a in c["asal"]]),
        )
        for c, t in _catatan_pk(b, pk)
    ]


def _jumlah_beda(b: Bacaan, pk: PasanganPK) -> list[Pertentangan]:
    """A total that is not the sum of its rows."""
    hasil = []
    for v, judul in pk.semua:
        nilai = [b.nilai(a["nilai"]) for a in v["anggaran"]]
        tercantum = b.nilai(v.get("jumlah"))
        if not nilai or tercantum is None or any(n is None for n in nilai):
            continue
        hitungan = jumlah(nilai, nama="anggaran").nilai
        if hitungan is not None and hitungan != tercantum:
            hasil.append(
                Pertentangan(
                    _("PK %(judul)s, jumlah anggaran") % {"judul": judul.lower()},
                    tampil(tercantum, 0),
                    tampil(hitungan, 0),
                    _("Jumlah yang tercantum bukan jumlah baris-barisnya. Betulkan salah satunya."),
                    b.ke(str(v["jumlah"])),
                    (),
                )
            )
    return hasil


def _lalu(ind: Mapping[str, Any], b: Bacaan) -> tuple[int, Decimal] | None:
    """Last value before the year by the same way of measuring."""
    if any(s["putus"] for s in ind["seri"] if s["tahun"] == b.tahun):
        return None
    dulu = [(s["tahun"], b.nilai(s["angka"])) for s in ind["seri"] if s["tahun"] < b.tahun]
    ada = [(t, n) for t, n in dulu if n is not None]
    return ada[-1] if ada else None


def _target_mundur(b: Bacaan) -> list[Pertentangan]:
    """A target that asks for less than was reached before, measured the same way."""
    hasil = []
    for ind in b.bagian("indikator"):
        target, lalu = b.nilai(ind["target"]), _lalu(ind, b)
        if target is None or lalu is None:
            continue
        tahun, nilai = lalu
        if (ind["arah"] == "naik" and target < nilai) or (ind["arah"] == "turun" and target > nilai):
            teks = next(s["teks"] for s in ind["seri"] if s["tahun"] == tahun)
            hasil.append(
                Pertentangan(
                    str(ind["nama"]),
                    str(b.angka(ind["target"])["tampil"]),
                    f"{teks} ({tahun})",
                    _("Target meminta kurang dari yang sudah dicapai sebelumnya. Tulis alasan penetapannya."),
                    b.ke(str(ind["target"])),
                    (),
                )
            )
    return hasil


def pertentangan(b: Bacaan, pk: PasanganPK | None) -> list[Pertentangan]:
    """All contradictions of the agreements of a year: noted in the source, in the sums, in the targets.

    Those with two figures come first.
    """
    if pk is None:
        return []
    semua = _dari_catatan(b, pk) + _jumlah_beda(b, pk) + _target_mundur(b)
    return sorted(semua, key=lambda p: not p.tertulis)
