"""From a review to its page: passages with marks, the findings a filter leaves, groups of the checklist."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from opensakip.reviu.models import TINGKAT, IsianReviu, TemuanReviu

KEADAAN = ("baru", "diterima", "ditolak")


@dataclass(frozen=True, slots=True)
class Saringan:
    """What the address asks for; unknown words ask for nothing."""

    tingkat: str = ""
    keadaan: str = ""
    jenis: str = ""


def saringan(get: Mapping[str, str]) -> Saringan:
    """Read the filters of an address."""
    tingkat, keadaan = get.get("tingkat", ""), get.get("keadaan", "")
    return Saringan(
        tingkat if tingkat in TINGKAT else "",
        keadaan if keadaan in KEADAAN else "",
        get.get("jenis", "")[:40],
    )


def pilih(temuan: Sequence[TemuanReviu], s: Saringan) -> list[TemuanReviu]:
    """The findings that the filters leave."""
    return [
        t
        for t in temuan
        if (not s.tingkat or t.tingkat == s.tingkat)
        and (not s.keadaan or t.keadaan == s.keadaan)
        and (not s.jenis or t.pemeriksaan == s.jenis)
    ]


def jenis(temuan: Sequence[TemuanReviu]) -> list[tuple[str, str, int]]:
    """Kinds of finding in this round: (id, title, count), by title."""
    judul = {t.pemeriksaan: t.judul for t in temuan if t.pemeriksaan}
    hitung = Counter(t.pemeriksaan for t in temuan if t.pemeriksaan)
    return sorted(((k, judul[k], n) for k, n in hitung.items()), key=lambda x: x[1])


def lembar(naskah: Sequence[Mapping[str, Any]], tampak: set[int]) -> list[dict[str, Any]]:
    """Passages grouped by heading; only those with a mark of a finding that is shown.

    A text becomes runs: (words, None) or (words, [finding, anchor, degree]).
    """
    hasil: list[dict[str, Any]] = []
    for n in naskah:
        isi = _tabel(n, tampak) if n["jenis"] == "tabel" else _teks(n, tampak)
        if isi is None:
            continue
        isi["nomor"] = sum(len(x["isi"]) for x in hasil) + 1
        if not hasil or hasil[-1]["judul"] != n["judul"]:
            hasil.append({"judul": n["judul"], "tempat": n["tempat"], "isi": []})
        hasil[-1]["isi"].append(isi)
    return hasil


def _teks(n: Mapping[str, Any], tampak: set[int]) -> dict[str, Any] | None:
    tanda = sorted(t for t in n["tanda"] if t[2] in tampak)
    if not tanda:
        return None
    ruas: list[tuple[str, Any]] = []
    kini = 0
    for awal, akhir, nomor, jangkar, tingkat in tanda:
        if awal < kini:  # a mark inside another one: its number stands behind, without words of its own
            ruas.append(("", [nomor, jangkar, tingkat]))
            continue
        ruas.append((n["teks"][kini:awal], None))
        ruas.append((n["teks"][awal:akhir], [nomor, jangkar, tingkat]))
        kini = akhir
    ruas.append((n["teks"][kini:], None))
    return {"jenis": "teks", "ruas": [r for r in ruas if r[0] or r[1]]}


def _tabel(n: Mapping[str, Any], tampak: set[int]) -> dict[str, Any] | None:
    baris = []
    ada = False
    for b in n["baris"]:
        sel = [[teks, kolom, [t for t in tanda if t[0] in tampak]] for teks, kolom, tanda in b["sel"]]
        ada = ada or any(s[2] for s in sel)
        baris.append({**b, "sel": sel})
    if not ada:
        return None
    return {
        "jenis": "tabel",
        "keterangan": n["keterangan"] or n["judul"],
        "kepala": [b for b in baris if b["kepala"]],
        "baris": [b for b in baris if not b["kepala"]],
        "lebar": max(sum(s[1] for s in b["sel"]) for b in baris),
    }


def bagian_daftar(isian: Sequence[IsianReviu]) -> list[tuple[str, list[IsianReviu]]]:
    """The checklist by aspect, in its order."""
    hasil: dict[str, list[IsianReviu]] = {}
    for i in isian:
        hasil.setdefault(i.bagian, []).append(i)
    return list(hasil.items())
