"""Where a figure comes from: inputs, steps, rule, printed place, and what is made of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from opensakip.pelaporan.angka import bersih
from opensakip.web import rupa
from opensakip.web.penyaji.bacaan import Bacaan

#: Kind of a figure id -> (stage of the cycle, page below the year, anchor prefix or fixed anchor).
_TEMPAT = {
    "sas": ("pengukuran", "capaian/", "sas"),
    "efi": ("pengukuran", "capaian/", "efi"),
    "ringkas": ("pengukuran", "", "ringkas"),
    "ins": ("pengukuran", "capaian/", "instrumen"),
    "pk": ("perjanjian", "pk/", ""),
    "program": ("rencana", "anggaran/", "anggaran"),
    "unit": ("rencana", "anggaran/", ""),
    "rincian": ("rencana", "anggaran/", "anggaran"),
    "anggaran": ("rencana", "anggaran/", "anggaran"),
}
#: Kinds whose anchor is made of the prefix and the code inside the id.
_BERKODE = ("sas", "efi")


@dataclass(frozen=True, slots=True)
class Bukti:
    """A printed place: one document, one printed text, all lines where it stands."""

    judul: str
    baris: str
    tercetak: str
    keadaan: str


@dataclass(frozen=True, slots=True)
class Masukan:
    """An input of the figure; ``id`` empty when the input has no page of its own."""

    nama: str
    id: str
    angka: Mapping[str, Any]
    bukti: list[Bukti]


@dataclass(frozen=True, slots=True)
class Asal:
    """Everything the origin panel prints."""

    id: str
    angka: Mapping[str, Any]
    masukan: list[Masukan]
    bukti: list[Bukti]
    aturan: Mapping[str, Any] | None
    dipakai: list[tuple[str, Mapping[str, Any]]]
    tahap: str
    kembali: str


def bukti(asal: Iterable[Mapping[str, Any]]) -> list[Bukti]:
    """Group printed places: the same text on several lines of one document is one piece of evidence."""
    baris: dict[tuple[str, str, str], list[str]] = {}
    for a in asal:
        kunci = (
            str(a.get("judul") or a["sumber"]),
            str(a.get("tercetak") or ""),
            str(a.get("keadaan") or ""),
        )
        baris.setdefault(kunci, []).append(str(a.get("baris") or ""))
    return [
        Bukti(judul, ", ".join(n for n in nomor if n), teks, k) for (judul, teks, k), nomor in baris.items()
    ]


def _aturan(b: Bacaan, rujukan: str) -> Mapping[str, Any] | None:
    """The rule of the snapshot that a figure names as ``id@date``, or None."""
    id_ = rujukan.partition("@")[0]
    cocok = [a for a in b.bagian("aturan") if a["aturan"] == rujukan or a["id"] == id_]
    return cocok[0] if cocok else None


def _kembali(b: Bacaan, id_: str) -> tuple[str, str]:
    """Stage of the cycle, and the address of the row or part that shows the figure."""
    jenis, _, sisa = id_.partition(".")
    if jenis == "pagu":
        butir = sisa.rpartition(".")[0]
        return "rencana", f"{b.alamat}anggaran/?buka={butir}#{rupa.jangkar('butir', butir)}"
    if jenis == "ind":
        return "pengukuran", _halaman_indikator(b, sisa)
    if jenis == "target":
        return "rencana", _baris_rencana(b, id_)
    tahap, laman, jangkar = _TEMPAT.get(jenis, ("pengukuran", "", ""))
    if jenis in _BERKODE:
        jangkar = rupa.jangkar(jangkar, sisa.rpartition(".")[0])
    return tahap, f"{b.alamat}{laman}#{jangkar}" if jangkar else f"{b.alamat}{laman}"


def _halaman_indikator(b: Bacaan, sisa: str) -> str:
    """Page of the indicator whose code begins the rest of a figure id; codes may hold points."""
    cocok = [k for i in b.bagian("indikator") if sisa.startswith(f"{(k := bersih(i['kode']))}.")]
    return f"{b.alamat}indikator/{max(cocok, key=len)}/" if cocok else b.alamat


def _baris_rencana(b: Bacaan, id_: str) -> str:
    """Row of the planning page that prints a target; an older one stands on the page of its indicator."""
    for d in b.bagian("rencana"):
        for r in d["baris"]:
            if any(t["angka"] == id_ for i in r["indikator"] for t in i["target"]):
                return f"{b.alamat}renstra/#{rupa.jangkar('ren-' + d['dokumen'], r['id'])}"
    for i in b.bagian("indikator"):
        if any(t["angka"] == id_ for t in i.get("jalur_target") or ()):
            return f"{b.ke_indikator(i['kode'])}#jalur"
    return f"{b.alamat}renstra/"


def asal(b: Bacaan, id_: str) -> Asal | None:
    """The origin of a figure; None when the snapshot has no figure of this id."""
    if not b.ada(id_):
        return None
    angka = b.angka(id_)
    masukan = [
        Masukan(m["nama"], m["angka"] if b.ada(m["angka"]) else "", a, bukti(a.get("asal", ())))
        for m in angka.get("masukan", ())
        for a in (b.angka(m["angka"]),)
    ]
    dipakai = [
        (lain, a)
        for lain, a in b.isi["angka"].items()
        if any(m["angka"] == id_ for m in a.get("masukan", ()))
    ]
    tahap, kembali = _kembali(b, id_)
    return Asal(
        id=id_,
        angka=angka,
        masukan=masukan,
        bukti=bukti(angka.get("asal", ())),
        aturan=_aturan(b, str(angka.get("aturan") or "")),
        dipakai=dipakai,
        tahap=tahap,
        kembali=kembali,
    )
