"""A report of a made-up agency in a few blocks, for tests and for the fuzz run; needs no database."""

from __future__ import annotations

from opensakip.dokumen.model import (
    Bagian,
    Baris,
    Dokumen,
    JenisBagian,
    JenisBaris,
    Judul,
    Kolom,
    Paragraf,
    Penandatangan,
    Rata,
    Sel,
    Tabel,
    TandaTangan,
    isi,
)


def tabel(judul: str, kepala: str, *baris: str) -> Tabel:
    """A table from lines with cells between bars; a line that begins with "Jumlah" is a total."""

    def sel(b: str) -> tuple[Sel, ...]:
        return tuple(Sel(isi(s)) for s in b.split("|"))

    kolom = tuple(Kolom("1fr", Rata.KIRI) for _ in kepala.split("|"))
    jenis = [JenisBaris.JUMLAH if b.startswith("Jumlah") else JenisBaris.ISI for b in baris]
    isi_baris = tuple(Baris(sel(b), j) for b, j in zip(baris, jenis, strict=True))
    return Tabel(judul, kolom, (sel(kepala),), isi_baris)


def laporan() -> Dokumen:
    """Achievement, budget, a sentence of each kind, a signature; every figure agrees with every other."""
    blok = (
        Judul(1, "Akuntabilitas Kinerja"),
        Paragraf(isi("Pagu Rp1.250.000.000 (satu miliar dua ratus lima puluh juta rupiah) terserap.")),
        Paragraf(
            isi("Dengan realisasi 76,50, nilai taman berada 1,50 poin di atas target (capaian 102,00%).")
        ),
        tabel(
            "Capaian",
            "No|Sasaran|Indikator|Target|Realisasi|Capaian (%)",
            "1|Taman kota yang terawat baik|Nilai taman|75,00|76,50|102,00",
            "2|Air sungai kota yang bersih|Indeks air|60,00|57,00|95,00",
        ),
        tabel(
            "Anggaran", "Uraian|Murni|Perubahan", "Taman|1.000.000|1.500.000", "Jumlah|1.000.000|1.500.000"
        ),
        TandaTangan("Kota Rawa, 3 Maret 2025", None, Penandatangan("Pihak Pertama", "Kepala Dinas")),
    )
    return Dokumen("Laporan", "Dinas Taman", "kaki", (Bagian(JenisBagian.ISI, blok),))
