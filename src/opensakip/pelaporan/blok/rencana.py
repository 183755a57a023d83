"""Opening chapters: the organisation, its strategic issues, the plan and the performance agreement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from opensakip.dokumen.model import (
    Baris,
    Blok,
    Daftar,
    JenisBaris,
    Kolom,
    Kotak,
    Nada,
    Paragraf,
    Potong,
    Rata,
    Rujuk,
    Tabel,
    isi,
)
from opensakip.pelaporan.blok.cuplik import Cuplik, bilangan, tanggal_teliti
from opensakip.pelaporan.blok.pk import LABEL_LAMPIRAN, pk_dilampirkan
from opensakip.pelaporan.blok.tata import baris, kepala, sel

BATAS_UNIT = 26
TAHAP = {"murni": "Murni", "revisi": "Revisi", "perubahan": "Perubahan", "awal": "Awal"}


def organisasi(c: Cuplik) -> tuple[Blok, ...]:
    """The units with their heads."""
    blok: list[Blok] = []
    unit = list(c.isi.get("organisasi") or ())
    if len(unit) > 1:
        dalam = _kedalaman(unit)
        batas = _batas_dalam(dalam)
        sisa = sum(1 for d in dalam.values() if d > batas)
        catatan = (isi(f"{sisa} unit di bawah tingkat ini tidak ditampilkan pada tabel."),) if sisa else ()
        blok.append(
            Tabel(
                judul=f"Susunan organisasi per 31 Desember {c.tahun}",
                kolom=(Kolom("1fr"), Kolom("72mm", penggal=True)),
                kepala=(kepala("Unit kerja", "Pimpinan"),),
                baris=tuple(_baris_unit(unit, dalam, batas)),
                label="tabel-organisasi",
                catatan=catatan,
            )
        )
    return tuple(blok)


def _kedalaman(unit: list[Mapping[str, Any]]) -> dict[str, int]:
    """Depth of every unit, in tree order."""
    anak: dict[str | None, list[str]] = {}
    ada = {u["kode"] for u in unit}
    for u in unit:
        induk = u.get("induk") if u.get("induk") in ada and u.get("induk") != u["kode"] else None
        anak.setdefault(induk, []).append(u["kode"])
    hasil: dict[str, int] = {}

    def turun(induk: str | None, dalam: int) -> None:
        for kode in anak.get(induk, []):
            hasil[kode] = dalam
            turun(kode, dalam + 1)

    turun(None, 0)
    return hasil


def _batas_dalam(dalam: Mapping[str, int]) -> int:
    """Deepest level that is printed whole within the limit; always at least the top."""
    batas = 0
    while batas < max(dalam.values(), default=0):
        if sum(1 for d in dalam.values() if d <= batas + 1) > BATAS_UNIT:
            break
        batas += 1
    return batas


def _baris_unit(unit: list[Mapping[str, Any]], dalam: Mapping[str, int], batas: int) -> list[Baris]:
    """Units in tree order, indented by depth."""
    per_kode = {u["kode"]: u for u in unit}
    hasil = []
    for kode, d in dalam.items():
        if d <= batas:
            u = per_kode[kode]
            jenis = (JenisBaris.TINGKAT2, JenisBaris.TINGKAT3)[d] if d < min(batas, 2) else JenisBaris.ISI
            hasil.append(baris(sel(str(u["nama"]), takik=d), str(u.get("pimpinan") or "–"), jenis=jenis))
    return hasil


def pegawai(c: Cuplik) -> tuple[Blok, ...]:
    """Staff counts by group as the agency reports them."""
    daftar = (c.isi.get("bagian") or {}).get("pegawai") or ()
    if not daftar:
        return ()
    return (
        Tabel(
            judul="Pegawai menurut kelompok",
            kolom=(Kolom("44mm", penggal=True), Kolom("1fr"), Kolom("24mm", Rata.KANAN)),
            kepala=(kepala("Kelompok", "Uraian", "Jumlah"),),
            baris=tuple(
                baris(
                    _sekali(daftar, n),
                    str(p.get("teks") or p.get("uraian") or ""),
                    "–" if p.get("jumlah") is None else str(p["jumlah"]),
                )
                for n, p in enumerate(daftar)
            ),
            label="tabel-pegawai",
        ),
    )


def _sekali(daftar: Sequence[Mapping[str, Any]], n: int) -> str:
    """Group name, printed only where it changes."""
    kini = str(daftar[n].get("kelompok") or "")
    return "" if n and kini == str(daftar[n - 1].get("kelompok") or "") else kini


def isu(c: Cuplik) -> tuple[Blok, ...]:
    """Strategic issues."""
    daftar = (c.isi.get("bagian") or {}).get("isu_strategis") or ()
    if not daftar:
        return ()
    return (
        Paragraf(isi(f"Isu strategis yang melatarbelakangi sasaran tahun {c.tahun}:")),
        Daftar(tuple(isi(str(i["teks"])) for i in daftar), bernomor=True),
    )


def arah(c: Cuplik) -> tuple[Blok, ...]:
    """Visi, misi and tujuan of the strategic plan."""
    a = c.isi.get("arah") or {}
    blok: list[Blok] = []
    if a.get("visi"):
        blok.append(Kotak("Visi", (isi(Potong(str(a["visi"]), tebal=True)),), Nada.UTAMA))
    if a.get("misi"):
        blok.append(Paragraf(isi(f"Visi tersebut dijabarkan ke dalam {bilangan(len(a['misi']))} misi:")))
        blok.append(Daftar(tuple(isi(str(m["teks"])) for m in a["misi"]), bernomor=True))
    if a.get("tujuan"):
        blok.append(
            Tabel(
                judul="Tujuan dan indikator tujuan",
                kolom=(Kolom("12mm", Rata.TENGAH), Kolom("1fr"), Kolom("66mm", penggal=True)),
                kepala=(kepala("No", "Tujuan", "Indikator tujuan"),),
                baris=tuple(
                    baris(
                        str(t.get("kode") or n),
                        str(t["teks"]),
                        "; ".join(_nama(i) for i in t.get("indikator") or ()) or "–",
                    )
                    for n, t in enumerate(a["tujuan"], start=1)
                ),
                label="tabel-tujuan",
            )
        )
    return tuple(blok)


def _nama(indikator: Any) -> str:
    return str(indikator.get("nama", "")) if isinstance(indikator, Mapping) else str(indikator)


def perjanjian(c: Cuplik) -> tuple[Blok, ...]:
    """The versions of the agreement, and which one measures the year."""
    pk = list(c.isi.get("pk") or ())
    if not pk:
        return ()
    dasar = next((p for p in pk if p.get("dasar_ukur")), None)
    kali = f"{bilangan(len(pk))} kali" if len(pk) > 1 else "satu kali"
    teks: list[Any] = [f"Perjanjian kinerja tahun {c.tahun} ditetapkan {kali}."]
    if dasar:
        teks.append(
            " Pengukuran dalam laporan ini memakai perjanjian kinerja "
            f"{TAHAP.get(dasar['tahap'], dasar['tahap']).lower()}"
            f" ({_tanggal(dasar)})."
        )
    lampir = pk_dilampirkan(c)
    if lampir:
        rujuk: list[Any] = []
        for i, p in enumerate(lampir):
            rujuk += ([] if not i else [" dan " if i == len(lampir) - 1 else ", "]) + [
                Rujuk(LABEL_LAMPIRAN.format(p["nomor"]))
            ]
        teks += [" Naskah lengkapnya ada pada ", *rujuk, "."]
    return (
        Paragraf(isi(*teks)),
        Tabel(
            judul=f"Versi perjanjian kinerja tahun {c.tahun}",
            kolom=(
                Kolom("8mm", Rata.TENGAH),
                Kolom("24mm"),
                Kolom("30mm"),
                Kolom("17mm", Rata.KANAN),
                Kolom("18mm", Rata.KANAN),
                Kolom("1fr", penggal=True),
            ),
            kepala=(kepala("No", "Tahap", "Tanggal", "Sasaran", "Indikator", "Alasan perubahan"),),
            baris=tuple(_baris_pk(p) for p in pk),
            label="tabel-versi-pk",
        ),
    )


def _tanggal(p: Mapping[str, Any]) -> str:
    return tanggal_teliti(str(p["tanggal"]), str(p.get("teliti") or "hari"))


def _baris_pk(p: Mapping[str, Any]) -> Baris:
    sasaran = {b.get("sasaran_kode") or b["sasaran"] for b in p.get("baris") or ()}
    jumlah = [str(len(sasaran)), str(len(p["baris"]))] if p.get("baris") else ["–", "–"]
    tahap: list[Any] = [Potong(TAHAP.get(p["tahap"], str(p["tahap"])), tebal=bool(p.get("dasar_ukur")))]
    alasan = str(p.get("alasan") or "") or "–"
    return baris(str(p["nomor"]), sel(*tahap), _tanggal(p), *jumlah, alasan)
