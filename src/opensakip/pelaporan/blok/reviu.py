"""Annexes for the review: a blank statement bound to the frozen figures, and the checklist."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from opensakip.dokumen.model import (
    Baris,
    Blok,
    Centang,
    Isian,
    JenisBaris,
    Judul,
    JudulNaskah,
    Kolom,
    Kop,
    Paragraf,
    Penandatangan,
    Rata,
    Sel,
    Tabel,
    TandaTangan,
    isi,
)
from opensakip.pelaporan.blok.cuplik import Cuplik, bilangan
from opensakip.pelaporan.blok.sampul import sidik_pendek
from opensakip.pelaporan.blok.tata import kepala, sel


def pernyataan_reviu(c: Cuplik) -> tuple[Blok, ...]:
    """The statement as a form: nothing is asserted before a reviewer fills and signs it."""
    meta = c.isi["meta"]
    nama = str(meta["instansi"]["nama"])
    tempat = str(meta["instansi"].get("tempat") or "")
    terikat = (
        f" Pernyataan ini hanya berlaku untuk laporan dengan sidik data {sidik_pendek(c)} (pembekuan "
        f"ke-{meta.get('nomor', 1)})."
        if c.sidik
        else ""
    )
    return (
        Judul(1, "Pernyataan Telah Direviu"),
        Kop(("Aparat Pengawasan Intern Pemerintah",)),
        JudulNaskah(
            ("PERNYATAAN TELAH DIREVIU", f"LAPORAN KINERJA {nama.upper()}", f"TAHUN ANGGARAN {c.tahun}")
        ),
        Paragraf(
            isi(
                f"Kami telah mereviu Laporan Kinerja {nama} tahun anggaran {c.tahun} menurut pedoman "
                "reviu atas "
                "laporan kinerja. Isi laporan menjadi tanggung jawab pimpinan unit yang melapor." + terikat
            )
        ),
        Paragraf(
            isi(
                "Reviu bertujuan memberi keyakinan terbatas bahwa laporan kinerja disajikan secara "
                "akurat, andal, "
                "dan sahih."
            )
        ),
        Paragraf(isi("Simpulan (pilih satu):")),
        Paragraf(
            isi(
                Centang(),
                " Tidak ada hal yang membuat kami ragu atas keandalan informasi dalam laporan kinerja ini.",
            )
        ),
        Paragraf(isi(Centang(), " Ada hal yang perlu diperhatikan, yaitu:")),
        Isian((("Catatan", None), ("", None), ("", None))),
        TandaTangan(
            tempat_waktu=f"{tempat}, ......................" if tempat else "......................",
            kiri=None,
            kanan=Penandatangan("Aparat pengawasan intern", "Inspektur"),
        ),
    )


def checklist_reviu(c: Cuplik) -> tuple[Blok, ...]:
    """The criteria with empty boxes; a hint where the frozen data already say something."""
    reviu = c.isi.get("reviu") or {}
    bagian = list(reviu.get("bagian") or ())
    if not bagian:
        return ()
    petunjuk = _petunjuk(c)
    baris: list[Baris] = []
    for b in bagian:
        baris.append(Baris((sel(f"{b['kode']}. {b['nama']}", kolom=5),), JenisBaris.KELOMPOK))
        for n, x in enumerate(b["isi"], 1):
            uraian = str(x["uraian"])
            baris.append(
                Baris(
                    (
                        sel(str(n)),
                        sel(uraian[:1].upper() + uraian[1:]),
                        Sel((Centang(),)),
                        Sel((Centang(),)),
                        sel(petunjuk.get(str(x["kode"]), "")),
                    )
                )
            )
    jumlah = sum(len(b["isi"]) for b in bagian)
    catatan = [
        isi("Kolom keterangan memuat petunjuk dari data yang dibekukan; jawabannya tetap pada pereviu.")
    ]
    if reviu.get("catatan"):
        catatan.append(isi(str(reviu["catatan"])))
    return (
        Judul(1, "Daftar Uji Reviu"),
        Tabel(
            judul=f"Daftar uji reviu laporan kinerja ({jumlah} kriteria)",
            kolom=(
                Kolom("9mm", Rata.TENGAH),
                Kolom("1.25fr", penggal=True),
                Kolom("11mm", Rata.TENGAH),
                Kolom("12mm", Rata.TENGAH),
                Kolom("1fr", penggal=True),
            ),
            kepala=(kepala("No", "Pernyataan", "Ya", "Tidak", "Keterangan"),),
            baris=tuple(baris),
            label="tabel-checklist-reviu",
            catatan=tuple(catatan),
            boleh_putus=True,
        ),
    )


def _petunjuk(c: Cuplik) -> Mapping[str, str]:
    """What the system knows about a criterion; a criterion that needs judgement gets no hint."""
    indikator: list[Mapping[str, Any]] = list(c.isi.get("indikator") or ())
    n = len(indikator)
    a = c.isi.get("anggaran") or {}
    bertarget = sum(1 for i in indikator if c.ada(i.get("target")))
    bernilai = sum(1 for i in indikator if c.ada(i.get("capaian")))
    lalu = sum(1 for i in indikator if any(int(t["tahun"]) < c.tahun for t in i.get("seri") or ()))
    banding = sum(1 for i in indikator if any(c.ada(p.get("angka")) for p in i.get("pembanding") or ()))
    renstra = sum(1 for i in indikator if c.ada(i.get("target_akhir")))
    bukti = sum(1 for i in indikator if (c.angka.get(str(i.get("realisasi"))) or {}).get("asal"))
    hasil = {
        "I.2": f"{bertarget} dari {n} indikator bertarget",
        "I.3": f"{bernilai} dari {n} indikator dapat dinilai",
        "II.2": f"{bukti} dari {n} realisasi menyebut sumbernya",
        "III.1": f"{n} indikator diambil dari perjanjian kinerja" if n else "",
        "III.2": f"{renstra} dari {n} indikator bertarget akhir renstra",
        "III.7": f"{lalu} berderet tahun lalu, {banding} berpembanding luar",
    }
    if c.ada(a.get("realisasi")):
        hasil["I.6"] = f"realisasi anggaran {c.tampil(a.get('serapan'))}%"
    dilampirkan = sum(1 for p in c.isi.get("pk") or () if p.get("dilampirkan", True) and p.get("baris"))
    if dilampirkan:
        hasil["I.4"] = f"{bilangan(dilampirkan)} perjanjian kinerja dilampirkan"
    return hasil
