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
    selisih_id: str = ""


@dataclass(frozen=True, slots=True)
class PasanganPK:
    """Two versions beside each other, and all versions, newest first, with their titles."""

    baru: Versi
    lama: Versi | None
    judul_baru: str
    judul_lama: str
    semua: Sequence[tuple[Versi, str]]
    berlaku: int
    keadaan: Mapping[str, tuple[str, str]]
    perubahan: list[tuple[str, str]]
    program: list[BarisProgram]
    jumlah: BarisProgram | None


def judul(satu: Versi, semua: Sequence[Versi]) -> str:
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


def _program(b: Bacaan, lama: Versi | None, baru: Versi, *, beruntun: bool = True) -> list[BarisProgram]:
    """Programmes of both versions, in the order of the new one; dropped ones stand at the end.

    The snapshot holds the differences of successive versions (``beruntun``) as figures of their own.
    """
    beda_id = {str(x["kunci"]).casefold(): str(x["selisih"]) for x in baru.get("perubahan_anggaran") or ()}
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
        id_beda = beda_id.get(kunci, "") if beruntun else ""
        baris.append(BarisProgram(str(ada.get("kode") or ""), uraian, a, z, beda, id_beda))
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


def _keadaan(b: Bacaan, lama: Versi, baru: Versi) -> dict[str, tuple[str, str]]:
    """Indicator -> (what became of it, its target before); empty when none was kept: all is said then."""
    dulu = {r["indikator_kode"]: r for r in lama["baris"]}
    kini = {r["indikator_kode"]: r for r in baru["baris"]}
    if not dulu.keys() & kini.keys():
        return {}
    hasil = {}
    for kode in dulu.keys() | kini.keys():
        if kode not in kini:
            hasil[kode] = ("dilepas", "")
        elif kode not in dulu:
            hasil[kode] = ("baru", "")
        elif b.nilai(dulu[kode]["target"]) != b.nilai(kini[kode]["target"]):
            hasil[kode] = ("berubah", str(dulu[kode]["target_teks"]))
    return hasil


def _pilih(versi: Sequence[Versi], teks: str, baku: Versi | None) -> Versi | None:
    """The version that an address names, or the usual one when it names none."""
    cocok = [v for v in versi if teks and str(v["nomor"]) == teks]
    return cocok[0] if cocok else baku


def pasangan(b: Bacaan, lama: str = "", baru: str = "") -> PasanganPK | None:
    """Two versions of the agreement, by default the last two; None when there is no agreement.

    ``lama`` and ``baru`` are numbers of versions as text; what names no version is as if not given.
    """
    versi: Sequence[Versi] = b.bagian("pk")
    if not versi:
        return None
    kanan = _pilih(versi, baru, versi[-1]) or versi[-1]
    sebelum = [v for v in versi if v["nomor"] < kanan["nomor"]]
    kiri = _pilih(sebelum, lama, sebelum[-1] if sebelum else None)
    a, z = (kiri or {}).get("jumlah") or "", kanan.get("jumlah") or ""
    beda = selisih(b.nilai(a), b.nilai(z))
    beruntun = bool(sebelum) and kiri is sebelum[-1]
    id_beda = str(kanan.get("perubahan_jumlah") or "") if beruntun else ""
    jumlah = BarisProgram("", _("Jumlah"), a, z, beda, id_beda) if z or a else None
    return PasanganPK(
        baru=kanan,
        lama=kiri,
        judul_baru=judul(kanan, versi),
        judul_lama=judul(kiri, versi) if kiri else "",
        semua=[(v, judul(v, versi)) for v in reversed(versi)],
        berlaku=int(versi[-1]["nomor"]),
        keadaan=_keadaan(b, kiri, kanan) if kiri else {},
        perubahan=_perubahan(b, kiri, kanan, jumlah) if kiri else [],
        program=_program(b, kiri, kanan, beruntun=beruntun),
        jumlah=jumlah,
    )
