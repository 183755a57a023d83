"""Narrowing a snapshot to units: what belongs to other units does not exist in the answer."""

from __future__ import annotations

from typing import Any

BERSAMA = ("skema", "meta", "dokumen", "arah", "aturan", "skala", "reviu")
"""Sections that every unit of the agency may read whole: identity, documents, rules, scales, review criteria.

A section of the snapshot that is neither here nor narrowed below is dropped, so that a new one stays
closed to holders of single units until somebody decides.
"""


def saring(isi: dict[str, Any], unit: frozenset[str] | None) -> dict[str, Any]:
    """Return the content as the holder of these unit codes may see it; None means all units.

    Indicators, sasaran and budget rows of other units go, and so do all figures that only they or the
    agency as a whole have. Agreements, notes and instruments belong to the agency and go
    as well; so does every section that nobody declared. ``lingkup`` in the answer names the units, so
    that delivery can tell a narrowed content from a whole one.
    """
    if unit is None:
        return isi
    indikator = [i for i in isi["indikator"] if unit & {i["unit"], *i.get("unit_semua", [])}]
    kode = {i["kode"] for i in indikator}
    sasaran = [
        {**s, "indikator": [k for k in s["indikator"] if k in kode]}
        for s in isi["sasaran"]
        if set(s["indikator"]) <= kode
    ]
    sasaran_kode = {s["kode"] for s in sasaran}
    baris = [b for b in isi["efisiensi"]["baris"] if b["sasaran_kode"] in sasaran_kode]
    pohon = [b for b in isi["anggaran"]["pohon"] if b["unit"] in unit]
    ada = {b["id"] for b in pohon}
    pohon = [{**b, "induk": b["induk"] if b["induk"] in ada else None} for b in pohon]
    hasil = {
        **{k: isi[k] for k in BERSAMA if k in isi},
        "lingkup": sorted(unit),
        "organisasi": [u for u in isi["organisasi"] if u["kode"] in unit],
        "pk": [],
        "indikator": indikator,
        "sasaran": sasaran,
        "ringkas": _ringkas(indikator),
        "efisiensi": {**isi["efisiensi"], "baris": baris, "gabungan": None},
        "anggaran": {
            **isi["anggaran"],
            "pohon": pohon,
            "jumlah": {},
            "selisih": None,
            "selisih_pct": None,
            "program": [],
            "unit": [u for u in isi["anggaran"]["unit"] if u["kode"] in unit],
            "beda_cetak": [b for b in isi["anggaran"]["beda_cetak"] if b["id"] in ada],
            "rincian": [],
            "pagu": None,
            "realisasi": None,
            "serapan": None,
            "sisa": None,
        },
        "instrumen": {},
        "kaskade": _kaskade(isi.get("kaskade") or {}, unit),
        "rencana": [{**d, "baris": _baris_rencana(d["baris"], unit)} for d in isi.get("rencana") or ()],
        "bagian": {},
        "naskah": {
            t: n for t, n in isi["naskah"].items() if t.split(".")[1:2] and t.split(".")[1] in sasaran_kode
        },
        "catatan": [],
    }
    hasil["angka"] = _angka_terpakai(hasil, isi["angka"])
    return hasil


def _kaskade(kaskade: dict[str, Any], unit: frozenset[str]) -> dict[str, Any]:
    """Nodes of these units and the edges between them."""
    simpul = [s for s in kaskade.get("simpul") or () if s.get("unit") in unit]
    ada = {s["id"] for s in simpul}
    sisi = [e for e in kaskade.get("sisi") or () if e["dari"] in ada and e["ke"] in ada]
    return {**kaskade, "simpul": simpul, "sisi": sisi}


def _baris_rencana(baris: list[dict[str, Any]], unit: frozenset[str]) -> list[dict[str, Any]]:
    """Rows of these units; the direction of the agency is everybody's, its indicators are not."""
    milik = [
        b if b["unit"] in unit else {**b, "indikator": []}
        for b in baris
        if b["unit"] in unit or b["kelompok"] == "arah"
    ]
    ada = {b["id"] for b in milik}
    return [{**b, "induk": b["induk"] if b["induk"] in ada else None} for b in milik]


def _ringkas(indikator: list[dict[str, Any]]) -> dict[str, Any]:
    """Counts over the visible indicators; means of the agency are not theirs to see."""
    jumlah = {
        s: sum(1 for i in indikator if i["terhadap"] == s)
        for s in ("melampaui", "tercapai", "bawah", "belum")
    }
    return {
        "rata_indikator": None,
        "rata_sasaran": None,
        "rata_tanpa_dibawa": None,
        "jumlah_indikator": len(indikator),
        "melampaui": jumlah["melampaui"],
        "tercapai": jumlah["tercapai"],
        "di_bawah": jumlah["bawah"],
        "belum": jumlah["belum"],
        "dibawa": sum(1 for i in indikator if i["status_nilai"] == "dibawa"),
    }


def _angka_terpakai(hasil: dict[str, Any], semua: dict[str, Any]) -> dict[str, Any]:
    """Keep the figures that the narrowed content names; an input that is not visible loses its link."""
    terpakai: set[str] = set()

    def cari(nilai: Any) -> None:
        if isinstance(nilai, dict):
            for v in nilai.values():
                cari(v)
        elif isinstance(nilai, list):
            for v in nilai:
                cari(v)
        elif isinstance(nilai, str) and nilai in semua:
            terpakai.add(nilai)

    cari({k: v for k, v in hasil.items() if k != "angka"})
    return {
        id: {**semua[id], "masukan": [m for m in semua[id]["masukan"] if m["angka"] in terpakai]}
        for id in sorted(terpakai)
    }
