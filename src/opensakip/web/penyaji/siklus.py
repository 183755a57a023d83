"""The cycle line: eight stages, their state, one short fact each."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from opensakip.web import rupa
from opensakip.web.penyaji.bacaan import Bacaan

#: Kinds of plan up to this length are abbreviations (RKA, DIPA); longer ones are words (Renja).
_SINGKATAN = 4
#: Stages whose room is not built yet: shown, never linked.
_BELUM_ADA = ("evaluasi", "tindak_lanjut", "layanan")


@dataclass(frozen=True, slots=True)
class Tahap:
    """One station. ``keadaan``: ok (filled), jalan (ring), kosong (dashed)."""

    kunci: str
    nama: str
    fakta: str
    keadaan: str
    tautan: str = ""
    kini: bool = False


def _jenis(jenis: str) -> str:
    """Kind of a plan as people write it."""
    return (jenis.upper() if len(jenis) <= _SINGKATAN else jenis.capitalize()) or str(_("Rencana"))


def _rencana(b: Bacaan) -> tuple[str, str, str]:
    anggaran = b.bagian("anggaran", {})
    if not anggaran.get("pohon"):
        rencana = [d for d in b.bagian("rencana") if d["baris"]]
        if rencana:
            return _jenis(str(rencana[0]["jenis"])), "jalan", f"{b.alamat}renstra/"
        return _("Belum ada rencana"), "kosong", ""
    jenis = next((str(d["jenis"]) for d in b.bagian("dokumen") if d["kode"] == anggaran["dokumen"]), "")
    nama = _jenis(jenis)
    kolom = [str(k["judul"]) for k in anggaran["kolom"]]
    if all(k.isdecimal() for k in kolom):
        return f"{nama} {kolom[0]}–{kolom[-1]}", "ok", f"{b.alamat}anggaran/"
    return f"{nama}, {kolom[-1].lower()}", "ok", f"{b.alamat}anggaran/"


def _perjanjian(b: Bacaan) -> tuple[str, str, str]:
    pk = b.bagian("pk")
    if not pk:
        return _("Belum ada PK"), "kosong", ""
    akhir = pk[-1]
    hari = rupa.tanggal_pendek(akhir["tanggal"], akhir["teliti"])
    return f"{str(akhir['tahap']).capitalize()}, {hari}", "ok", f"{b.alamat}pk/"


def _pengukuran(b: Bacaan) -> tuple[str, str, str]:
    ringkas = b.bagian("ringkas", {})
    semua = int(ringkas.get("jumlah_indikator") or 0)
    if not semua:
        return _("Belum ada capaian"), "kosong", ""
    ada = semua - int(ringkas.get("belum") or 0)
    fakta = _("%(ada)s dari %(semua)s dinilai") % {"ada": ada, "semua": semua}
    return fakta, "ok" if ada == semua else "jalan", f"{b.alamat}capaian/"


def _laporan(b: Bacaan) -> tuple[str, str, str]:
    fakta = _("Beku %(hari)s") % {"hari": rupa.hari_waktu(b.meta["per"], b.zona)}
    return fakta, "ok", f"{b.alamat}laporan/" if b.utuh else f"{b.alamat}catatan/"


def siklus(b: Bacaan | None, kini: str = "", reviu: tuple[str, str, str] | None = None) -> list[Tahap]:
    """The eight stages in the order of the cycle.

    ``kini`` is the key of the stage the page belongs to; ``reviu`` fact, state and address of the review for
    those who may see it. Without a snapshot every stage is empty.
    """
    nama = {
        "rencana": _("Rencana"),
        "perjanjian": _("Perjanjian"),
        "pengukuran": _("Pengukuran"),
        "laporan": _("Laporan"),
        "reviu": _("Reviu"),
        "evaluasi": _("Evaluasi"),
        "tindak_lanjut": _("Tindak lanjut"),
        "layanan": _("Layanan"),
    }
    isi = {"rencana": _rencana, "perjanjian": _perjanjian, "pengukuran": _pengukuran, "laporan": _laporan}
    tahap = []
    for kunci, judul in nama.items():
        if kunci == "reviu" and reviu:
            tahap.append(Tahap(kunci, judul, *reviu, kunci == kini))
        elif kunci == "reviu":
            tahap.append(Tahap(kunci, judul, _("untuk pengawas intern dan penyusun"), "kosong"))
        elif kunci in _BELUM_ADA:
            tahap.append(Tahap(kunci, judul, _("belum tersedia pada versi ini"), "kosong"))
        elif b is None:
            tahap.append(Tahap(kunci, judul, _("belum ada data"), "kosong"))
        else:
            fakta, keadaan, tautan = isi[kunci](b)
            tahap.append(Tahap(kunci, judul, fakta, keadaan, tautan, kunci == kini))
    return tahap
