"""Two versions of a performance agreement side by side, and what changed between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from opensakip.web.penyaji.bacaan import Bacaan
from opensakip.web.penyaji.rupiah import Selisih, selisih

Versi = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class BarisProgram:
    """A programme in the old and the new version; an id is empty where the version lacks it."""

    kode: str
    uraian: str
    lama: str
    baru: str
    selisih: Selisih


@dataclass(frozen=True, slots=True)
class PasanganPK:
    """The version in force, the one before it, and the ones before that."""

    baru: Versi
    lama: Versi | None
    judul_baru: str
    judul_lama: str
    terdahulu: Sequence[Versi]
    perubahan: list[tuple[str, str]]
    program: list[BarisProgram]
    jumlah: BarisProgram | None


def _judul(satu: Versi, semua: Sequence[Versi]) -> str:
    """Give "Perubahan", or "Revisi nomor 2" when several versions are called the same."""
    tahap = str(satu["tahap"]).capitalize()
    kembar = sum(v["tahap"] == satu["tahap"] for v in semua) > 1
    return _("%(tahap)s nomor %(nomor)s") % {"tahap": tahap, "nomor": satu["nomor"]} if kembar else tahap


def _ejaan(b: Bacaan) -> Mapping[str, str]:
    """Folded programme name -> the spelling of the plan, where that is not all capitals."""
    nama = (p["nama"] for p in b.bagian("anggaran", {}).get("program", ()))
    return {n.casefold(): n for n in nama if not n.isupper()}


def _kunci(baris: Mapping[str, Any]) -> str:
    return str(baris.get("kode") or baris["uraian"]).casefold()


def _program(b: Bacaan, lama: Versi | None, baru: Versi) -> list[BarisProgram]:
    """Programmes of both versions, in the order of the new one; dropped ones stand at the end."""
    dulu = {_kunci(r): r for r in (lama["anggaran"] if lama else ())}
    kini = {_kunci(r): r for r in baru["anggaran"]}
    baris = []
    ejaan = _ejaan(b)
    for kunci in [*kini, *(k for k in dulu if k not in kini)]:
        ada = kini.get(kunci) or dulu[kunci]
        a = dulu[kunci]["nilai"] if kunci in dulu else ""
        z = kini[kunci]["nilai"] if kunci in kini else ""
        beda = selisih(b.nilai(a), b.nilai(z))
        uraian = ejaan.get(ada["uraian"].casefold(), ada["uraian"])
        baris.append(BarisProgram(str(ada.get("kode") or ""), uraian, a, z, beda))
    return baris


def _perubahan(b: Bacaan, lama: Versi, baru: Versi, jumlah: BarisProgram | None) -> list[tuple[str, str]]:
    """The line of differences: (figure, words)."""
    dulu = {r["indikator_kode"]: r for r in lama["baris"]}
    kini = {r["indikator_kode"]: r for r in baru["baris"]}
    tetap = dulu.keys() & kini.keys()
    geser = [k for k in tetap if b.nilai(dulu[k]["target"]) != b.nilai(kini[k]["target"])]
    daftar = [
        (f"{len(dulu)} → {len(kini)}", _("indikator")),
        (str(len(tetap)), _("indikator dipertahankan")),
        (str(len(kini.keys() - dulu.keys())), _("baru")),
        (str(len(dulu.keys() - kini.keys())), _("dilepas")),
    ]
    if tetap:
        daftar.append((str(len(geser)), ngettext("target berubah", "target berubah", len(geser))))
    if jumlah and jumlah.selisih.nilai is not None:
        tetap_saja = jumlah.selisih.arah == "tetap"
        daftar.append((_("Tetap") if tetap_saja else f"{jumlah.selisih.persen}%", _("anggaran")))
    return daftar


def pasangan(b: Bacaan) -> PasanganPK | None:
    """The last two versions of the agreement; None when there is no agreement."""
    versi: Sequence[Versi] = b.bagian("pk")
    if not versi:
        return None
    baru, lama = versi[-1], versi[-2] if len(versi) > 1 else None
    a, z = (lama or {}).get("jumlah") or "", baru.get("jumlah") or ""
    beda = selisih(b.nilai(a), b.nilai(z))
    jumlah = BarisProgram("", _("Jumlah"), a, z, beda) if z or a else None
    return PasanganPK(
        baru=baru,
        lama=lama,
        judul_baru=_judul(baru, versi),
        judul_lama=_judul(lama, versi) if lama else "",
        terdahulu=versi[:-2],
        perubahan=_perubahan(b, lama, baru, jumlah) if lama else [],
        program=_program(b, lama, baru),
        jumlah=jumlah,
    )
