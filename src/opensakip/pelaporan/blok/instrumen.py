"""Tables of the instruments that a snapshot may carry: SKM, AKIP, NKA, IP ASN."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from opensakip.dokumen.model import Baris, Blok, JenisBaris, Judul, Kolom, Paragraf, Potong, Rata, Tabel, isi
from opensakip.pelaporan.blok.cuplik import Cuplik, nada_peringkat
from opensakip.pelaporan.blok.tata import baris, kepala, sel

URUTAN = ("akip", "skm", "nka", "ip_asn")
# Names of row fields that hold a figure, in printed order; others are taken as they come.
JUDUL_KOLOM = {
    "nilai": "Nilai",
    "bobot": "Bobot",
    "konversi": "Konversi",
    "persen": "% bobot",
    "nilai_lalu": "Tahun lalu",
}
BUKAN_ANGKA = {"kode", "uraian", "kelompok", "mutu", "kelas", "arah", "catatan", "keterangan", "keadaan", "tahun"}


def instrumen(c: Cuplik) -> tuple[Blok, ...]:
    """One subsection per instrument, in a fixed order, unknown ones last."""
    semua = c.isi.get("instrumen") or {}
    urut = [k for k in URUTAN if semua.get(k)] + sorted(k for k in semua if k not in URUTAN and semua[k])
    blok: list[Blok] = []
    for k in urut:
        blok += _satu(c, k, semua[k])
    return tuple(blok)


def _satu(c: Cuplik, kunci: str, ins: Mapping[str, Any]) -> list[Blok]:
    judul = str(ins.get("judul") or kunci.upper())
    tahun = ins.get("tahun") or c.tahun
    blok: list[Blok] = [Judul(3, judul)]
    if c.ada(ins.get("hasil")):
        teks: list[Any] = [f"Hasil {judul} tahun {tahun} adalah ", c.potong(ins["hasil"], tebal=True)]
        if ins.get("kelas"):
            teks += [" (", Potong(str(ins["kelas"])), ")"]
        blok.append(Paragraf(isi(*teks, ".")))
    rincian = [b for b in ins.get("baris") or ()]
    if rincian:
        blok.append(_tabel(c, kunci, judul, tahun, ins, rincian))
    return blok


def _kolom_angka(c: Cuplik, rincian: list[Mapping[str, Any]]) -> list[str]:
    """Fields of the rows that are ids of figures."""
    ada: dict[str, None] = {}
    for b in rincian:
        for k, v in b.items():
            if k not in BUKAN_ANGKA and isinstance(v, str) and v in c.angka:
                ada[k] = None
    kenal = [k for k in JUDUL_KOLOM if k in ada]
    return kenal + [k for k in ada if k not in kenal]


def _tabel(
    c: Cuplik, kunci: str, judul: str, tahun: Any, ins: Mapping[str, Any], rincian: list[Mapping[str, Any]]
) -> Tabel:
    angka = _kolom_angka(c, rincian)
    mutu = next((k for k in ("mutu", "kelas") if any(b.get(k) for b in rincian)), None)
    nama_kolom = {**JUDUL_KOLOM, **{str(k): str(v) for k, v in (ins.get("kolom") or {}).items()}}
    isi_baris: list[Baris] = [
        baris(
            str(b.get("kode") or n),
            str(b.get("uraian") or ""),
            *(sel(c.potong(b.get(k))) for k in angka),
            *([sel(_mutu(b.get(mutu)))] if mutu else []),
        )
        for n, b in enumerate(rincian, start=1)
    ]
    if c.ada(ins.get("hasil")):
        kosong = [""] * (len(angka) - 1 + (1 if mutu else 0))
        ekor: list[Any] = [sel(c.potong(ins["hasil"])), *kosong]
        if mutu and ins.get("kelas"):
            ekor[-1] = sel(_mutu(ins["kelas"]))
        isi_baris.append(baris(sel("Hasil", kolom=2, rata=Rata.KANAN), *ekor, jenis=JenisBaris.JUMLAH))
    lebar = "24mm" if len(angka) <= 3 else "17mm"
    return Tabel(
        judul=f"{judul} tahun {tahun}",
        kolom=(
            Kolom("14mm", Rata.TENGAH),
            Kolom("1fr", penggal=True),
            *(Kolom(lebar, Rata.KANAN) for _ in angka),
            *([Kolom("26mm")] if mutu else []),
        ),
        kepala=(
            kepala(
                "Kode",
                "Uraian",
                *(nama_kolom.get(k, k.replace("_", " ").capitalize()) for k in angka),
                *(["Mutu"] if mutu else []),
            ),
        ),
        baris=tuple(isi_baris),
        label=f"tabel-{kunci.replace('_', '-')}",
        catatan=tuple(isi(str(x)) for x in ins.get("catatan") or ()),
    )


def _mutu(nama: Any) -> Potong:
    teks = str(nama or "–")
    return Potong(teks, nada=nada_peringkat(teks)) if len(teks) > 3 else Potong(teks, tebal=True)
