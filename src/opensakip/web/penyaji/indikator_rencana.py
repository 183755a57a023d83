"""Indicators of a plan that nobody agreed on yet: card and targets in the shape of measured ones."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from opensakip.hitung.rumus import RUMUS_BAWAAN, Arah


def indikator_rencana(isi: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Code -> indicator of the plan with a card, as pages read a measured one; nothing of it is measured."""
    hasil: dict[str, dict[str, Any]] = {}
    tahun = int(isi["meta"]["tahun"])
    for d in isi.get("rencana") or ():
        for r in d["baris"]:
            for i in r["indikator"]:
                if i.get("kartu"):
                    _isi(hasil.setdefault(i["kode"], _kosong(i, r, d)), i, d, tahun)
    return hasil


def _kosong(i: Mapping[str, Any], r: Mapping[str, Any], d: Mapping[str, Any]) -> dict[str, Any]:
    kartu = i["kartu"]
    arah = kartu["arah"]
    return {
        "kode": i["kode"],
        "nama": i["nama"],
        "satuan": i["satuan"],
        "sasaran_kode": "",
        "unit": r["unit"],
        "unit_nama": r["unit_nama"],
        "arah": arah,
        "rumus": kartu.get("rumus") or (str(RUMUS_BAWAAN[Arah(arah)]) if arah else ""),
        "kartu": kartu,
        "target": None,
        "realisasi": None,
        "capaian": None,
        "status_nilai": "belum_ada",
        "tahun_nilai": None,
        "alasan_nilai": "",
        "peringkat": None,
        "terhadap": "belum",
        "seri": [],
        "target_akhir": None,
        "tahun_akhir": None,
        "menuju_akhir": None,
        "pembanding": [],
        "catatan": [],
        "jalur_target": [],
        "rencana": {"judul": d["judul"], "tingkat": r["tingkat_nama"], "kode": r["kode"], "teks": r["teks"]},
    }


def _isi(hasil: dict[str, Any], i: Mapping[str, Any], d: Mapping[str, Any], tahun: int) -> None:
    """Add the targets that one document prints."""
    versi = d["versi"][-1]
    for t in i["target"]:
        if t["jenis"] == "akhir":
            hasil["target_akhir"], hasil["tahun_akhir"] = t["angka"], t["tahun"]
        elif t["jenis"] == "target" and t["tahun"] == tahun and hasil["target"] is None:
            hasil["target"] = t["angka"]
        hasil["jalur_target"].append(
            {
                "dokumen": d["dokumen"],
                "judul": d["judul"],
                "versi": versi["nomor"],
                "tahap": versi["tahap"],
                "tahun": t["tahun"],
                "jenis": t["jenis"],
                "angka": t["angka"],
            }
        )
