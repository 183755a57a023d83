"""Findings as a spreadsheet: one row per finding, every text written as text."""

from __future__ import annotations

from datetime import datetime

from opensakip.dokumen.lembar import tulis_xlsx
from opensakip.dokumen.model import Baris, Kolom, Rata, Sel, Tabel, isi
from opensakip.periksa.jalan import Hasil
from opensakip.periksa.laman import judul_jenis
from opensakip.periksa.temuan import Temuan

_KOLOM = (
    ("Nomor", "12mm"), ("Tingkat", "18mm"), ("Pemeriksaan", "50mm"), ("Berkas", "40mm"), ("Tempat", "44mm"),
    ("Tercetak", "40mm"), ("Seharusnya", "40mm"), ("Penjelasan", "110mm"), ("Dasar", "70mm"),
    ("Keyakinan (%)", "18mm"), ("Kode", "36mm"), ("ID temuan", "26mm"),
)  # fmt: skip
_ANGKA = {"Nomor", "Keyakinan (%)"}


def xlsx(hasil: Hasil, *, waktu: datetime) -> bytes:
    """The workbook; `waktu` becomes the time of the file."""
    tabel = Tabel(
        judul="Temuan pemeriksaan",
        kolom=tuple(Kolom(lebar, Rata.KANAN if nama in _ANGKA else Rata.KIRI) for nama, lebar in _KOLOM),
        kepala=(tuple(Sel(isi(nama)) for nama, _ in _KOLOM),),
        baris=tuple(Baris(tuple(Sel(isi(x)) for x in _baris(n, t))) for n, t in enumerate(hasil.temuan, 1)),
        catatan=tuple(isi(p) for p in hasil.peringatan),
    )
    judul = "Pemeriksaan " + ", ".join(b.berkas for b in hasil.bacaan)
    return tulis_xlsx(tabel, judul=judul, penulis="OpenSAKIP", waktu=waktu)


def _baris(n: int, t: Temuan) -> tuple[str, ...]:
    berkas = dict.fromkeys(x.berkas for x in t.lokasi)
    tempat = "; ".join(
        f"{x.berkas}: {x.tempat.sebut()}" if len(berkas) > 1 else x.tempat.sebut() for x in t.lokasi
    )
    return (
        str(n), t.tingkat.value, judul_jenis(t.jenis), "; ".join(berkas), tempat, t.tercetak or "",
        t.seharusnya or "", t.kalimat, t.dasar, str(t.keyakinan), t.jenis, t.id,
    )  # fmt: skip
