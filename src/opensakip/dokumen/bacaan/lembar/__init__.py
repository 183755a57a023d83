"""Reader of workbooks and CSV: every sheet as titles and tables, values as shown and exact."""

from __future__ import annotations

from collections.abc import Iterable

from opensakip.dokumen.bacaan.galat import TidakTerbaca
from opensakip.dokumen.bacaan.lembar.berpemisah import baca_csv
from opensakip.dokumen.bacaan.lembar.lama import baca_lama, jaga_ods
from opensakip.dokumen.bacaan.lembar.petak import Lembar, unsur_lembar
from opensakip.dokumen.bacaan.lembar.xlsx import baca_buku
from opensakip.dokumen.bacaan.model import Bacaan, Unsur
from opensakip.dokumen.bacaan.wadah import Wadah


def baca_xlsx(nama: str, isi: bytes) -> Bacaan:
    """Read the bytes of an XLSX or XLSM."""
    wadah = Wadah(nama, isi)
    makro = any(b.endswith("vbaProject.bin") for b in wadah.bagian)
    peringatan = ["Berkas memuat makro. Makro tidak dijalankan; hanya isinya dibaca."] if makro else []
    return _bacaan(nama, "xlsx", baca_buku(wadah), peringatan)


def baca_ods(nama: str, isi: bytes) -> Bacaan:
    """Read the bytes of an ODS."""
    jaga_ods(Wadah(nama, isi))
    return _bacaan(nama, "ods", baca_lama(nama, isi), [])


def baca_xls(nama: str, isi: bytes) -> Bacaan:
    """Read the bytes of an XLS."""
    return _bacaan(nama, "xls", baca_lama(nama, isi), [])


def baca_teks_csv(nama: str, teks: str, pemisah: str) -> Bacaan:
    """Read CSV that is decoded already."""
    return _bacaan(nama, "csv", [baca_csv(nama, teks, pemisah)], [])


def _bacaan(nama: str, jenis: str, lembar: Iterable[Lembar], peringatan: list[str]) -> Bacaan:
    unsur: list[Unsur] = []
    nomor = 0
    try:
        for s in lembar:
            if s.tersembunyi and s.baris:
                peringatan.append(f"Lembar “{s.nama}” tersembunyi dan ikut dibaca.")
            baru, nomor = unsur_lembar(nama, s, nomor)
            unsur.extend(baru)
    except (ValueError, OverflowError) as galat:  # a number of the file's own bookkeeping that is none
        raise TidakTerbaca(nama, "isinya rusak.", "Buka lalu simpan ulang, atau kirim ulang.") from galat
    if not unsur:
        raise TidakTerbaca(nama, "tidak memuat isi.", "Periksa apakah lembarnya terisi dan tersimpan.")
    return Bacaan(nama, jenis, tuple(unsur), peringatan=tuple(peringatan))
