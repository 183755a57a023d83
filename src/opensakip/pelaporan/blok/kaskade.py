"""The cascade from the level above down to the reporting unit: as a chart, and as a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from opensakip.dokumen.bagan_susunan import BATAS_KOTAK, Kotak, alt_susunan, susunan
from opensakip.dokumen.model import Baris, Blok, Gambar, Kolom, Paragraf, Tabel, isi
from opensakip.pelaporan.blok.cuplik import Cuplik, bilangan
from opensakip.pelaporan.blok.tata import baris, kepala

Simpul = Mapping[str, Any]


def kaskade(c: Cuplik) -> tuple[Blok, ...]:
    """Every node and every edge of the cascade; nothing without one."""
    k = c.isi.get("kaskade") or {}
    simpul: Sequence[Simpul] = list(k.get("simpul") or ())
    if not simpul:
        return ()
    ke = {str(s["dari"]): str(s["ke"]) for s in k.get("sisi") or ()}
    per_id = {str(s["id"]): s for s in simpul}
    akar = [s for s in simpul if ke.get(str(s["id"])) not in per_id]
    tingkat = list(dict.fromkeys(f"{s['unit_nama']}" for s in simpul if s.get("unit_nama")))
    blok: list[Blok] = [
        Paragraf(
            isi(
                f"Sasaran unit ini diturunkan dari sasaran di atasnya melalui {bilangan(len(tingkat))} "
                "tingkat: "
                f"{', lalu '.join(tingkat)}."
            )
        )
    ]
    for a in akar:
        kotak = _kotak(a, simpul, ke)
        if 1 < kotak.jumlah <= BATAS_KOTAK:
            judul = f"Penjabaran sasaran {a.get('kode') or ''} {a['unit_nama']}".replace("  ", " ")
            blok.append(Gambar(judul, susunan(kotak, judul=judul), alt_susunan(kotak), lebar_mm=158))
    blok.append(_tabel(simpul, ke, per_id))
    return tuple(blok)


def _kotak(s: Simpul, simpul: Sequence[Simpul], ke: Mapping[str, str]) -> Kotak:
    anak = [x for x in simpul if ke.get(str(x["id"])) == str(s["id"])]
    nama = f"{s.get('kode') or ''} {s['teks']}".strip()
    return Kotak(nama, str(s.get("unit_nama") or ""), tuple(_kotak(a, simpul, ke) for a in anak))


def _tabel(simpul: Sequence[Simpul], ke: Mapping[str, str], per_id: Mapping[str, Simpul]) -> Tabel:
    rows: list[Baris] = []
    for s in simpul:
        induk = per_id.get(ke.get(str(s["id"]), ""))
        rows.append(
            baris(
                str(s.get("unit_nama") or s.get("tingkat") or ""),
                f"{s.get('kode') or ''} {s['teks']}".strip(),
                "; ".join(str(i) for i in s.get("indikator") or ()) or "–",
                str(induk.get("kode") or induk["teks"]) if induk else "–",
            )
        )
    return Tabel(
        judul="Penjabaran sasaran dari tingkat di atasnya",
        kolom=(
            Kolom("28mm", penggal=True),
            Kolom("1fr", penggal=True),
            Kolom("1.1fr", penggal=True),
            Kolom("20mm"),
        ),
        kepala=(kepala("Tingkat", "Sasaran", "Indikator", "Menunjang"),),
        baris=tuple(rows),
        label="tabel-kaskade",
        boleh_putus=True,
    )
