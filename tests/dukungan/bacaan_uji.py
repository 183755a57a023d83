"""A small document as the readers would give it, and checks of the test's own."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from opensakip.dokumen.bacaan.model import Bacaan, ButirDaftar, Judul, Paragraf, Sel, Tabel, Tempat
from opensakip.periksa.temuan import Lokasi, Pemeriksaan, Temuan, Tingkat

BERKAS = "laporan.txt"
KALIMAT = "Indeks Mutu Taman ditargetkan 80, realisasi 72,5, capaian 91,63%."


def sel(teks: str, baris: int, kolom: int, *, tabel: int = 1, garis: int | None = None) -> Sel:
    """A cell of a table of a text file."""
    return Sel(teks, Tempat(baris=garis, tabel=tabel, baris_tabel=baris, kolom=kolom))


def dokumen(berkas: str = BERKAS) -> Bacaan:
    """Two headings, a paragraph, a list item and a table."""
    tabel = Tabel(
        baris=(
            tuple(sel(t, 1, k, garis=9) for k, t in enumerate(("No", "Indikator", "Target"), 1)),
            tuple(sel(t, 2, k, garis=10) for k, t in enumerate(("1", "Indeks Mutu <Taman>", "80"), 1)),
            tuple(sel(t, 3, k, garis=11) for k, t in enumerate(("2", "=1+1", "7"), 1)),
        ),
        tempat=Tempat(baris=9, tabel=1),
        kepala=1,
        keterangan="Tabel 1 Target",
    )
    return Bacaan(
        berkas=berkas,
        jenis="teks",
        unsur=(
            Judul("AKUNTABILITAS KINERJA", 1, Tempat(baris=1), nomor="BAB III"),
            Paragraf(
                KALIMAT + " Tahun lalu 70.", Tempat(baris=3), ((0, Tempat(baris=3)), (66, Tempat(baris=4)))
            ),
            ButirDaftar("Faktor pertama", Tempat(baris=6), tanda="1."),
            tabel,
        ),
        sidik="ab" * 32,
    )


def temuan(
    jenis: str = "capaian",
    *,
    tingkat: Tingkat = Tingkat.TINGGI,
    tempat: Tempat | None = None,
    tercetak: str | None = "91,63%",
    seharusnya: str | None = "90,63%",
    keyakinan: int = 95,
    berkas: str = BERKAS,
    kutipan: str = "",
) -> Temuan:
    """A finding at line 3 unless told otherwise."""
    lokasi = Lokasi(berkas, tempat or Tempat(baris=3), kutipan)
    return Temuan(
        jenis,
        tingkat,
        keyakinan,
        "Capaian tidak mengikuti angkanya.",
        (lokasi,),
        tercetak,
        seharusnya,
        "Dasar",
    )


def cek(kode: str, fungsi: Callable[[tuple[Bacaan, ...]], Iterable[Temuan]]) -> Pemeriksaan:
    """A check that stands in no register."""
    return Pemeriksaan(kode, f"Judul {kode}", Tingkat.TINGGI, "Dasar", "Penjelasan", fungsi)
