"""Checks of instrumen.csv: known components, values inside the scale of their instrument."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from opensakip.impor.kumpulan import Baris, Kumpulan, Pencatat


@dataclass(frozen=True, slots=True)
class _Bentuk:
    """The group that is computed with, its components, and the bounds of a value."""

    kelompok: str
    komponen: tuple[str, ...]
    bawah: Decimal
    atas: Decimal
    lengkap: bool = True


NOL, SERATUS = Decimal(0), Decimal(100)
BENTUK = {
    "skm": _Bentuk("unsur", tuple(f"U{n}" for n in range(1, 10)), Decimal(1), Decimal(4)),
    "akip": _Bentuk("komponen", ("1", "2", "3", "4"), NOL, SERATUS),
    "ip_asn": _Bentuk("dimensi", ("kualifikasi", "kompetensi", "kinerja", "disiplin"), NOL, SERATUS),
}
"""PermenPANRB 14/2017 (nine elements, 1 to 4), 88/2021 (four components), 38/2018 (four dimensions)."""


def periksa_instrumen(k: Kumpulan, c: Pencatat) -> None:
    """Refuse components that no rule knows and values outside the scale; name what is missing."""
    ada: dict[tuple[str, int], list[Baris]] = defaultdict(list)
    for b in k["instrumen"]:
        bentuk = BENTUK.get(b.teks("instrumen"))
        if bentuk is None or b["kelompok"] != bentuk.kelompok:
            continue
        if b.utuh("instrumen", "tahun"):
            ada[b.teks("instrumen"), b["tahun"]].append(b)
        _satu(b, bentuk, c)
    for (nama, tahun), baris in ada.items():
        bentuk = BENTUK[nama]
        kurang = [x for x in bentuk.komponen if x not in {b.teks("komponen") for b in baris}]
        if kurang:
            c.ingatkan(
                baris[-1],
                "komponen",
                f"{nama} {tahun} belum memuat komponen {', '.join(kurang)}; hasilnya tidak dihitung.",
                "lengkapi komponennya.",
            )


def _satu(b: Baris, bentuk: _Bentuk, c: Pencatat) -> None:
    if b.utuh("komponen") and b["komponen"] not in bentuk.komponen:
        c.salah(
            b,
            "komponen",
            f"{b.teks('instrumen')} tidak mempunyai komponen “{b.teks('komponen')}”.",
            f"pilih {', '.join(bentuk.komponen)}.",
        )
    if b.utuh("nilai") and b["nilai"] is not None and not bentuk.bawah <= b["nilai"] <= bentuk.atas:
        c.salah(
            b,
            "nilai",
            f"nilai {b.teks('instrumen')} harus di antara {bentuk.bawah} dan {bentuk.atas}.",
            "periksa angkanya, juga koma dan titiknya.",
        )
