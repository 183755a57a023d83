"""Annexes for the review: a blank statement bound to the frozen figures, and the checklist."""

from __future__ import annotations

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
from opensakip.pelaporan.blok.cuplik import Cuplik
from opensakip.pelaporan.blok.sampul import sidik_pendek
from opensakip.pelaporan.blok.tata import kepala, sel
from opensakip.pelaporan.blok.uji_reviu import jawaban_sistem


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
    petunjuk = {kode: kata for kode, (_, kata) in jawaban_sistem(c).items()}
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
