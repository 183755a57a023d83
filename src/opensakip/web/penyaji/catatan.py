"""Notes of a year: what the source prints and what it should be, with names instead of codes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from opensakip.web import rupa
from opensakip.web.penyaji.asal import Bukti, bukti
from opensakip.web.penyaji.bacaan import Bacaan

#: So many notes about figures stand open; more are folded.
_TERBUKA = 12


@dataclass(frozen=True, slots=True)
class BarisCatatan:
    """One note. ``angka`` is the id of the figure it is about, if it is about one."""

    nama: str
    angka: str
    tercetak: str
    seharusnya: str
    kalimat: str
    bukti: list[Bukti]
    jangkar: str


@dataclass(frozen=True, slots=True)
class Catatan:
    """Notes with two figures side by side, and the others; ``dokumen`` when all come from one."""

    angka: list[BarisCatatan]
    lain: list[BarisCatatan]
    dokumen: str

    @property
    def terbuka(self) -> bool:
        """True when the notes about figures are few enough to stand open."""
        return len(self.angka) <= _TERBUKA


def _nama(b: Bacaan) -> dict[str, str]:
    """Subject code -> name, from everything in the snapshot that has a code."""
    nama = {
        "anggaran": _("Anggaran"),
        "anggaran.sisa": _("Sisa anggaran"),
        "anggaran.realisasi": _("Realisasi anggaran"),
        "skala": _("Skala peringkat"),
        "tujuan": _("Tujuan"),
    }
    nama |= {s["id"]: s["nama"] for s in b.bagian("anggaran", {}).get("pohon", ())}
    nama |= {s["kode"]: s["teks"] for s in b.bagian("sasaran")}
    nama |= {i["kode"]: i["nama"] for i in b.bagian("indikator")}
    nama |= {u["kode"]: u["nama"] for u in b.bagian("organisasi")}
    nama |= {d["kode"]: d["judul"] for d in b.bagian("dokumen")}
    nama |= {f"instrumen.{k}": s["judul"] for k, s in b.bagian("instrumen", {}).items()}
    for v in b.bagian("pk"):
        nama[str(v.get("kode"))] = _("Perjanjian kinerja nomor %(nomor)s (%(tahap)s)") % v
    return nama


def _subjek_indikator(b: Bacaan) -> dict[str, str]:
    """Figure id or code -> code of the indicator it belongs to."""
    milik = {}
    for ind in b.bagian("indikator"):
        milik[ind["kode"]] = ind["kode"]
        for kunci in ("target", "realisasi", "capaian", "menuju_akhir", "selisih_tahun_lalu", "target_akhir"):
            if ind.get(kunci):
                milik[ind[kunci]] = ind["kode"]
        milik |= {s["angka"]: ind["kode"] for s in ind["seri"] if s["angka"]}
    return milik


def catatan(b: Bacaan) -> Catatan | None:
    """All notes in their order; None when there are none. The first one of an indicator is its anchor."""
    semua = b.bagian("catatan")
    if not semua:
        return None
    nama, milik = _nama(b), _subjek_indikator(b)
    judul = {str(a.get("judul") or a["sumber"]) for c in semua for a in c["asal"]}
    berjangkar: set[str] = set()
    angka: list[BarisCatatan] = []
    lain: list[BarisCatatan] = []
    for c in semua:
        subjek = str(c["subjek"])
        kode = milik.get(subjek, "")
        jangkar = rupa.jangkar("cat", kode) if kode and kode not in berjangkar else ""
        berjangkar.add(kode)
        baris = BarisCatatan(
            nama=b.angka(subjek)["nama"] if b.ada(subjek) else nama.get(subjek, subjek),
            angka=subjek if b.ada(subjek) else "",
            tercetak=c["tercetak"],
            seharusnya=c["seharusnya"],
            kalimat=c["kalimat"],
            bukti=bukti([a | {"tercetak": "", "keadaan": ""} for a in c["asal"]]),
            jangkar=jangkar,
        )
        (angka if c["tercetak"] and c["seharusnya"] else lain).append(baris)
    return Catatan(angka, lain, judul.pop() if len(judul) == 1 else "")


def banyak_per_indikator(b: Bacaan) -> Mapping[str, int]:
    """Indicator code -> number of notes about it or its figures."""
    milik = _subjek_indikator(b)
    hitung: dict[str, int] = {}
    for c in b.bagian("catatan"):
        kode = milik.get(str(c["subjek"]))
        if kode:
            hitung[kode] = hitung.get(kode, 0) + 1
    return hitung
