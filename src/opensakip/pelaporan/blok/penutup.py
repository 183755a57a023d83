"""Closing chapter and annex: conclusion from the same facts, remarks on the sources, rules applied."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from opensakip.dokumen.model import Blok, Judul, Kolom, Paragraf, Rata, Rujuk, Tabel, isi
from opensakip.pelaporan.blok.anggaran import fakta_anggaran
from opensakip.pelaporan.blok.capaian import LABEL
from opensakip.pelaporan.blok.cuplik import Cuplik, bilangan, tanggal_teliti, waktu_setempat
from opensakip.pelaporan.blok.ikhtisar import fakta_ringkas
from opensakip.pelaporan.blok.pola_umum import POLA_ANGGARAN, POLA_RINGKAS
from opensakip.pelaporan.blok.tata import baris, kepala, narasi, naskah, sel
from opensakip.pelaporan.kalimat import Penutur, gabung
from opensakip.pelaporan.kode import kode_pendek

LABEL_CATATAN = "lampiran-catatan"
NAMA_TETAP = {
    "anggaran": "Anggaran",
    "skala": "Skala peringkat",
    "tujuan": "Tujuan",
    "misi": "Misi",
    "visi": "Visi",
    "pk": "Perjanjian kinerja",
}


def simpulan(c: Cuplik, penutur: Penutur) -> tuple[Blok, ...]:
    """What the year came to, in the same sentences and figures as before."""
    blok: list[Blok] = []
    kalimat = penutur.ucapkan(POLA_RINGKAS, fakta_ringkas(c))
    kalimat += [k for k in penutur.ucapkan(POLA_ANGGARAN, fakta_anggaran(c)) if k.pola == "K38"]
    if kalimat:
        blok.append(Paragraf(gabung(kalimat)))
    if c.isi.get("indikator"):
        blok.append(Paragraf(isi("Angka dan status setiap indikator dimuat pada ", Rujuk(LABEL), ".")))
    if any(isinstance(b, Judul) for b in catatan_sumber(c)):
        blok.append(
            Paragraf(
                isi(
                    "Beberapa angka tercetak pada dokumen sumber berbeda dengan angka yang dipakai; lihat ",
                    Rujuk(LABEL_CATATAN),
                    ".",
                )
            )
        )
    blok += narasi(
        c, "penutup.simpulan", naskah(c, "penutup.simpulan"), "simpulan pimpinan atas kinerja tahun ini"
    )
    return tuple(blok)


def usul_target(c: Cuplik) -> tuple[Blok, ...]:
    """Indicators whose value already meets next year's target, and what the officer says about them."""
    return (*_tabel_usul(c), *narasi(c, "target_depan", naskah(c, "target_depan")))


def _tabel_usul(c: Cuplik) -> tuple[Blok, ...]:
    usul = [i for i in c.isi.get("indikator") or () if i.get("usul_naik") and c.ada(i.get("target_depan"))]
    if usul:
        return (
            Tabel(
                judul=f"Indikator yang realisasinya melampaui target {c.tahun + 1}",
                kolom=(
                    Kolom("14mm", Rata.TENGAH),
                    Kolom("1fr", penggal=True),
                    Kolom("28mm", Rata.DESIMAL),
                    Kolom("28mm", Rata.DESIMAL),
                ),
                kepala=(kepala("Kode", "Indikator", f"Realisasi {c.tahun}", f"Target {c.tahun + 1}"),),
                baris=tuple(
                    baris(
                        str(i["kode"]),
                        str(i["nama"]),
                        sel(c.potong(i["realisasi"])),
                        sel(c.potong(i["target_depan"])),
                    )
                    for i in usul
                ),
                label="tabel-usul",
            ),
        )
    if c.isi.get("indikator") and not any(c.ada(i.get("target_depan")) for i in c.isi["indikator"]):
        return (
            Paragraf(
                isi(
                    f"Target tahun {c.tahun + 1} tidak tercatat pada data yang dibekukan, sehingga usul "
                    "perubahannya belum dapat disusun."
                )
            ),
        )
    return ()


def catatan_sumber(c: Cuplik) -> tuple[Blok, ...]:
    """Where a source prints another figure than the right one: both, and why."""
    daftar = list(c.isi.get("catatan") or ())
    beda = list((c.isi.get("anggaran") or {}).get("beda_cetak") or ())
    if not daftar and not beda:
        return ()
    blok: list[Blok] = [Judul(1, "Catatan atas Angka Sumber", label=LABEL_CATATAN)]
    if daftar:
        n = bilangan(len(daftar))
        blok.append(
            Paragraf(
                isi(
                    f"Pada {n} tempat angka yang tercetak pada dokumen sumber berbeda dengan angka yang "
                    "dihitung dari masukannya, "
                    "atau memerlukan penjelasan. Laporan ini memakai angka pada kolom ketiga; sumber "
                    "tidak diubah."
                )
            )
        )
        blok.append(
            Tabel(
                judul="Catatan atas angka pada dokumen sumber",
                kolom=(
                    Kolom("36mm", penggal=True),
                    Kolom("25mm", Rata.KANAN, penggal=True),
                    Kolom("25mm", Rata.KANAN, penggal=True),
                    Kolom("1fr", penggal=True),
                ),
                kepala=(kepala("Tentang", "Tercetak", "Dipakai", "Penjelasan"),),
                baris=tuple(
                    baris(
                        _subjek(c, k),
                        str(k.get("tercetak") or "–"),
                        str(k.get("seharusnya") or "–"),
                        str(k["kalimat"]),
                    )
                    for k in daftar
                ),
                boleh_putus=True,
            )
        )
    if beda:
        blok.append(
            Tabel(
                judul="Pagu tercetak yang berbeda dengan jumlah rinciannya",
                kolom=(
                    Kolom("1fr", penggal=True),
                    Kolom("22mm"),
                    Kolom("32mm", Rata.KANAN),
                    Kolom("32mm", Rata.KANAN),
                    Kolom("30mm", Rata.KANAN),
                ),
                kepala=(kepala("Uraian", "Versi", "Tercetak", "Jumlah rincian", "Selisih"),),
                baris=tuple(
                    baris(
                        str(b["nama"]),
                        str(b.get("kolom") or b.get("kunci") or ""),
                        str(b["tercetak"]),
                        str(b["jumlah"]),
                        str(b["selisih"]),
                    )
                    for b in beda
                ),
                boleh_putus=True,
            )
        )
    return tuple(blok)


def _subjek(c: Cuplik, k: Mapping[str, Any]) -> str:
    """Readable name of what a remark is about; what has no name keeps its key."""
    s = str(k.get("subjek") or "")
    if s in c.angka:
        return str(c.angka[s].get("nama") or s)
    if s.startswith("ins."):
        kode = s.split(".")[1]
        return str(((c.isi.get("instrumen") or {}).get(kode) or {}).get("judul") or kode.upper())
    return _nama_kunci(c).get(s) or str(k.get("nama") or s.replace("_", " "))


def _nama_kunci(c: Cuplik) -> dict[str, str]:
    """Names of everything a remark may point to: rows of the tree, units, papers, sasaran, indicators."""
    a, nama = c.isi.get("anggaran") or {}, dict(NAMA_TETAP)
    nama |= {str(b["id"]): str(b["nama"]) for b in a.get("pohon") or ()}
    nama |= {str(u["kode"]): str(u["nama"]) for u in c.isi.get("organisasi") or ()}
    nama |= {str(d["kode"]): str(d["judul"]) for d in c.isi.get("dokumen") or ()}
    for p in c.isi.get("pk") or ():
        nama[str(p.get("kode"))] = f"Perjanjian kinerja {p['tahap']}"
        nama |= {str(b["indikator_kode"]): str(b["indikator"]) for b in p.get("baris") or ()}
        nama |= {str(b["sasaran_kode"]): str(b["sasaran"]) for b in p.get("baris") or ()}
    nama |= {str(i["kode"]): str(i["nama"]) for i in c.isi.get("indikator") or ()}
    return nama


def _hari(iso: Any) -> str:
    return tanggal_teliti(str(iso), "hari") if iso else "–"


def aturan(c: Cuplik) -> tuple[Blok, ...]:
    """Rules, sources and identity of the frozen data."""
    meta = c.isi["meta"]
    instansi = meta["instansi"]
    blok: list[Blok] = [
        Judul(1, "Aturan dan Sumber Data"),
        Paragraf(
            isi(
                "Laporan ini disusun dari data yang dibekukan pada "
                f"{waktu_setempat(meta['per'], instansi['zona'])} (pembekuan "
                f"ke-{meta.get('nomor', 1)}). Data beku tidak berubah; pembekuan berikutnya menghasilkan "
                "laporan baru."
            )
        ),
    ]
    if c.sidik:
        blok.append(Paragraf(isi(f"Kode laporan {kode_pendek(c.sidik)}. Sidik SHA-256 data beku: ", c.sidik)))
    if c.isi.get("aturan"):
        blok.append(
            Tabel(
                judul="Aturan yang dipakai dalam penghitungan",
                kolom=(Kolom("1fr", penggal=True), Kolom("1.4fr", penggal=True)),
                kepala=(kepala("Aturan", "Dasar"),),
                baris=tuple(
                    baris(
                        str(a.get("judul") or a["id"]), "; ".join(str(d) for d in a.get("dasar") or ()) or "–"
                    )
                    for a in c.isi["aturan"]
                ),
            )
        )
    if c.isi.get("dokumen"):
        blok.append(
            Tabel(
                judul="Dokumen perencanaan yang menjadi sumber",
                kolom=(Kolom("22mm"), Kolom("1fr", penggal=True), Kolom("16mm", Rata.TENGAH), Kolom("30mm")),
                kepala=(kepala("Jenis", "Judul", "Versi", "Berlaku mulai"),),
                baris=tuple(
                    baris(
                        str(d.get("jenis", "")).upper(),
                        str(d["judul"]),
                        str(d.get("versi") or ""),
                        _hari(d.get("berlaku_mulai")),
                    )
                    for d in c.isi["dokumen"]
                ),
            )
        )
    return tuple(blok)
