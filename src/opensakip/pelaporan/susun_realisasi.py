"""Spending of a snapshot: at the levels at which it was reported, never divided or computed back."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from opensakip.hitung.efisiensi import serapan, sisa
from opensakip.pelaporan.angka import DaftarAngka, bersih
from opensakip.pelaporan.bahan import Bahan


def realisasi_total(bahan: Bahan, daftar: DaftarAngka, pagu: str | None) -> dict[str, Any]:
    """What was spent by the agency as a whole, against the ceiling in force (a figure id, or None)."""
    hasil: dict[str, Any] = {"pagu": pagu, "realisasi": None, "serapan": None, "sisa": None}
    total = next((r for (t, _), r in bahan.realisasi_anggaran.items() if t == "instansi"), None)
    if total is None or total.nilai is None:
        return hasil
    hasil["realisasi"] = daftar.masukan(
        "anggaran.realisasi",
        f"Realisasi anggaran {bahan.tahun}",
        Decimal(total.nilai),
        satuan="Rp",
        asal=bahan.asal_dari("anggaran.RealisasiAnggaran", total.pk, "nilai"),
    )
    if pagu is None:
        return hasil
    masukan = [("Realisasi", "anggaran.realisasi"), ("Pagu", pagu)]
    nilai_pagu = daftar.nilai(pagu)
    hasil["serapan"] = daftar.hasil(
        "anggaran.serapan",
        "Serapan anggaran",
        serapan(Decimal(total.nilai), nilai_pagu),
        satuan="%",
        masukan=masukan,
    )
    hasil["sisa"] = daftar.hasil(
        "anggaran.sisa", "Sisa anggaran", sisa(Decimal(total.nilai), nilai_pagu), satuan="Rp", masukan=masukan
    )
    return hasil


def realisasi_rincian(
    bahan: Bahan, daftar: DaftarAngka, pagu: Callable[[str], str | None]
) -> list[dict[str, Any]]:
    """Spending below the total, at the level that was reported; a level not printed stays empty.

    ``pagu`` gives the figure of the ceiling in force of a row by its identifier.
    """
    hasil = []
    for (tingkat, kunci), r in bahan.realisasi_anggaran.items():
        if tingkat != "rincian":
            continue
        awal = f"rincian.{bersih(kunci)}"
        asal = bahan.asal_dari("anggaran.RealisasiAnggaran", r.pk, "nilai")
        id_pagu = pagu(kunci)
        id_realisasi = id_serapan = None
        if r.nilai is not None:
            id_realisasi = daftar.masukan(
                f"{awal}.realisasi",
                f"Realisasi anggaran: {r.uraian}",
                Decimal(r.nilai),
                satuan="Rp",
                asal=asal,
            )
        if r.nilai is not None and id_pagu is not None:
            id_serapan = daftar.hasil(
                f"{awal}.serapan",
                f"Serapan: {r.uraian}",
                serapan(Decimal(r.nilai), daftar.nilai(id_pagu)),
                satuan="%",
                masukan=[("Realisasi", f"{awal}.realisasi"), ("Pagu", id_pagu)],
            )
        elif r.persen_cetak is not None:
            id_serapan = daftar.masukan(
                f"{awal}.serapan",
                f"Serapan: {r.uraian}",
                Decimal(r.persen_cetak),
                satuan="%",
                asal=asal,
                keterangan="persentase seperti tercetak; rupiahnya tidak dirinci sumber",
            )
        hasil.append({"uraian": r.uraian, "pagu": id_pagu, "realisasi": id_realisasi, "serapan": id_serapan})
    return hasil
