"""Sums of the budget tree by unit, and by programme inside a unit, as the plan's table prints them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from opensakip.hitung.efisiensi import perubahan_pagu_persen
from opensakip.pelaporan.angka import DaftarAngka, bersih
from opensakip.pelaporan.bahan import Bahan
from opensakip.perencanaan.models import Butir

Jumlahkan = Callable[[str, str, Sequence[str], str], None]
"""Adds a sum: id, name, rows, column."""
Beda = Callable[[str, dict[str, str | None]], str | None]


def program_unit(
    bahan: Bahan,
    unit_id: int,
    baris: Sequence[Butir],
    ada: Callable[[str, str], bool],
    kolom: Sequence[tuple[str, str]],
    jumlahkan: Jumlahkan,
    beda: Beda,
) -> list[dict[str, Any]]:
    """Totals of each programme over the rows of one unit.

    `ada(row, column)` says whether a row has an amount; `kolom` are (key, title). Several sasaran of a unit
    may share a programme: it is one line here.
    """
    menurut: dict[str, list[Butir]] = defaultdict(list)
    for b in baris:
        if b.tingkat == "program" and b.unit_id == unit_id:
            menurut[b.unsur.kunci].append(b)
    kode_unit, nama_unit = bahan.kode_unit(unit_id), bahan.nama_unit(unit_id)
    hasil = []
    for kunci, milik in menurut.items():
        pagu: dict[str, str | None] = {}
        for k, judul in kolom:
            anak = [b.pengenal for b in milik if ada(b.pengenal, k)]
            if anak:
                id = f"unit.{bersih(kode_unit)}.{bersih(kunci)}.{k}"
                jumlahkan(id, f"Pagu {judul} {milik[0].teks}, {nama_unit}", anak, k)
                pagu[k] = id
        if pagu:
            nama = f"{milik[0].teks}, {nama_unit}"
            hasil.append(
                {"kode": milik[0].kode, "nama": milik[0].teks, "pagu": pagu, "selisih": beda(nama, pagu)}
            )
    return hasil


def persen_berubah(
    daftar: DaftarAngka, nama: str, pasangan: Sequence[str], pagu: dict[str, str | None]
) -> str | None:
    """Change of an amount between the last two versions in per cent; None where one is missing or zero."""
    lama, baru = (pagu.get(k) for k in pasangan) if len(pasangan) == 2 else (None, None)
    if lama is None or baru is None:
        return None
    hasil = perubahan_pagu_persen(daftar.nilai(baru), daftar.nilai(lama))
    return daftar.hasil(
        f"{baru}.selisih_pct",
        f"Perubahan pagu dalam persen: {nama}",
        hasil,
        satuan="%",
        masukan=[("Pagu perubahan", baru), ("Pagu semula", lama)],
    )
