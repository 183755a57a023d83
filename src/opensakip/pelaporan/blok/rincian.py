"""Small tables of one indicator: how it is measured, and its values year by year."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from opensakip.dokumen.model import Baris, Blok, Isi, Kolom, Potong, Rata, Tabel, isi
from opensakip.pelaporan.blok.cuplik import TANDA_STATUS, Cuplik, ringkas, tanggal_teliti
from opensakip.pelaporan.blok.tata import baris, catatan_tanda, kepala, sel

ARAH = {
    "naik": "makin tinggi makin baik",
    "turun": "makin rendah makin baik",
    "rentang": "berada di dalam rentang target",
    "ordinal": "menurut urutan tingkat",
}
DUA = 2


def tabel_kartu(c: Cuplik, ind: Mapping[str, Any]) -> tuple[Blok, ...]:
    """The card of the indicator as it measures the year; only what the card says."""
    k = ind.get("kartu") or {}
    arah = ARAH.get(str(ind.get("arah")), "")
    if k.get("asumsi"):
        arah += " (dianggap demikian; belum tertulis pada dokumen)"
    isian = (
        ("Definisi", k.get("definisi")),
        ("Cara menghitung", k.get("rumus_teks")),
        ("Sumber data", k.get("sumber_data")),
        ("Satuan", ind.get("satuan")),
        ("Arah", arah),
        ("Dasar", k.get("dasar")),
        ("Bukti nilai tahun ini", ind.get("bukti")),
        ("Penanggung jawab", ind.get("unit_nama")),
    )
    rows = tuple(baris(sel(Potong(n, tebal=True)), str(v)) for n, v in isian if v)
    if len(rows) < DUA:
        return ()
    versi = (
        f", versi {k['versi']} sejak {tanggal_teliti(str(k['berlaku_mulai']), 'hari')}"
        if k.get("berlaku_mulai")
        else ""
    )
    return (
        Tabel(
            judul=f"Kartu indikator {ringkas(str(ind['nama']), 120)}{versi}",
            kolom=(Kolom("38mm"), Kolom("1fr", penggal=True)),
            kepala=(kepala("Unsur", "Keterangan"),),
            baris=rows,
        ),
    )


def tabel_deret(c: Cuplik, ind: Mapping[str, Any]) -> tuple[Blok, ...]:
    """Values year by year with what is to be known about them; a break of the series is said in its row."""
    seri = list(ind.get("seri") or ())
    if len(seri) < DUA:
        return ()
    rows: list[Baris] = []
    for t in seri:
        tanda = TANDA_STATUS.get(str(t.get("status")), "")
        rows.append(baris(str(t["tahun"]), sel(c.potong(t["angka"], tanda=tanda)), sel(_keterangan(t))))
    target: list[Isi] = []
    if c.ada(ind.get("target")):
        target.append(isi(f"Target {c.tahun}: ", c.potong(ind["target"]), "."))
    return (
        Tabel(
            judul=f"Nilai {ringkas(str(ind['nama']), 120)} {seri[0]['tahun']}–{seri[-1]['tahun']}".replace(
                "Nilai Nilai", "Nilai"
            ),
            kolom=(Kolom("18mm", Rata.TENGAH), Kolom("30mm", Rata.DESIMAL), Kolom("1fr", penggal=True)),
            kepala=(kepala("Tahun", "Realisasi", "Keterangan"),),
            baris=tuple(rows),
            catatan=(*target, *catatan_tanda(rows)),
        ),
    )


def _keterangan(t: Mapping[str, Any]) -> str:
    bagian = []
    if t.get("putus"):
        bagian.append("metode berubah, tidak dibandingkan dengan tahun sebelumnya")
    status = {"dibawa": "nilai tahun sebelumnya", "sementara": "nilai sementara"}.get(str(t.get("status")))
    if status:
        bagian.append(status)
    if t.get("keterangan"):
        bagian.append(str(t["keterangan"]).rstrip("."))
    return "; ".join(bagian) or "–"
