"""Programmes and activities that support a sasaran, from the budget tree of the snapshot."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from opensakip.dokumen.model import Baris, Blok, JenisBaris, Kolom, Rata, Tabel, isi
from opensakip.pelaporan.blok.cuplik import Cuplik
from opensakip.pelaporan.blok.tata import baris, kepala, sel

DALAM = 2
TINGKAT = (JenisBaris.TINGKAT3, JenisBaris.ISI, JenisBaris.ISI)


def kolom_pagu(c: Cuplik) -> list[Mapping[str, Any]]:
    """Columns of amounts; of several years only the year of the report."""
    kolom = list((c.isi.get("anggaran") or {}).get("kolom") or ())
    tahun = [k for k in kolom if k["kunci"] == str(c.tahun)]
    return tahun or kolom


def satuan_uang(c: Cuplik) -> str:
    """Unit for captions: "rupiah", or as printed in the source."""
    s = str((c.isi.get("anggaran") or {}).get("satuan") or "Rp")
    return "rupiah" if s == "Rp" else s


def tabel_penunjang(c: Cuplik, s: Mapping[str, Any]) -> tuple[Blok, ...]:
    """Table of the rows below this sasaran in the budget tree, two levels deep; nothing where it has none."""
    pohon = (c.isi.get("anggaran") or {}).get("pohon") or ()
    akar = [b for b in pohon if str(b.get("tingkat")) == "sasaran" and _sama(b, s)]
    kolom = kolom_pagu(c)
    if not akar or not kolom:
        return ()
    anak: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for b in pohon:
        anak[str(b.get("induk") or "")].append(b)
    isi_baris: list[Baris] = []

    def turun(b: Mapping[str, Any], dalam: int) -> None:
        for a in anak[b["id"]]:
            if a.get("pagu"):
                nama = f"{a.get('kode') or ''} {a['nama']}".strip()
                isi_baris.append(
                    baris(
                        sel(nama, takik=dalam),
                        *(sel(c.potong((a.get("pagu") or {}).get(k["kunci"]))) for k in kolom),
                        jenis=TINGKAT[min(dalam, 2)],
                    )
                )
                if dalam + 1 < DALAM:
                    turun(a, dalam + 1)

    for b in akar:
        turun(b, 0)
    if not isi_baris:
        return ()
    return (
        Tabel(
            judul=f"Program dan kegiatan penunjang sasaran {s['kode']} ({satuan_uang(c)})",
            kolom=(Kolom("1fr"), *(Kolom("32mm", Rata.KANAN) for _ in kolom)),
            kepala=(kepala("Program / kegiatan", *(str(k["judul"]) for k in kolom)),),
            baris=tuple(isi_baris),
            catatan=(isi(f"Sumber: {c.isi['anggaran']['judul']}."),)
            if c.isi["anggaran"].get("judul")
            else (),
        ),
    )


def _sama(b: Mapping[str, Any], s: Mapping[str, Any]) -> bool:
    """Whether a row of the tree is this sasaran: by code, else by its words."""
    if b.get("kode") and str(b["kode"]) == str(s["kode"]):
        return True
    return str(b.get("nama", "")).strip().casefold() == str(s["teks"]).strip().casefold()
