"""Reader of XLS and ODS through calamine; ODS is looked through first, because repeats can hide billions."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import python_calamine as calamine

from opensakip.dokumen.bacaan.galat import TidakTerbaca
from opensakip.dokumen.bacaan.lembar.bentuk import teks_nilai
from opensakip.dokumen.bacaan.lembar.petak import BARIS_MAKS, KOLOM_MAKS, Lembar, Petak
from opensakip.dokumen.bacaan.tanda import rapatkan
from opensakip.dokumen.bacaan.wadah import Wadah

SEL_ODS = 5_000_000  # cells with contents that repeats may make of an ODS
_BARIS_ODS = re.compile(rb"<table:table-row\b([^>]*)>(.*?)</table:table-row>", re.S)
_SEL_ODS = re.compile(rb"<table:table-cell\b([^>]*?)(/?)>")
_ULANG_BARIS = re.compile(rb'number-rows-repeated="(\d{1,12})"')
_ULANG_KOLOM = re.compile(rb'number-columns-repeated="(\d{1,12})"')


def jaga_ods(wadah: Wadah) -> None:
    """Refuse an ODS whose repeated cells would fill the memory.

    Raises:
        TidakTerbaca: more cells with contents than are read.
    """
    isi = wadah.baca("content.xml")
    if b"<!DOCTYPE" in isi[:4096] or b"<!ENTITY" in isi[:65536]:
        raise TidakTerbaca(wadah.nama, "content.xml memuat definisi entitas XML.", "Simpan ulang berkas itu.")
    jumlah = 0
    for baris in _BARIS_ODS.finditer(isi):
        terisi = sum(
            _banyak(_ULANG_KOLOM, sel[1])
            for sel in _SEL_ODS.finditer(baris[2])
            if not sel[2] or b"value" in sel[1]
        )
        jumlah += terisi * _banyak(_ULANG_BARIS, baris[1])
        if jumlah > SEL_ODS or terisi > KOLOM_MAKS * 10:
            raise TidakTerbaca(
                wadah.nama,
                f"memuat lebih dari {SEL_ODS} sel atau {KOLOM_MAKS} kolom.",
                "Hapus sel ulangan di bawah atau di kanan, atau bagi berkas itu.",
            )


def _banyak(pola: re.Pattern[bytes], sifat: bytes) -> int:
    m = pola.search(sifat)
    return int(m[1]) if m else 1


def baca_lama(nama: str, isi: bytes) -> Iterator[Lembar]:
    """All sheets of an XLS or ODS."""
    try:
        buku = calamine.CalamineWorkbook.from_filelike(io.BytesIO(isi))
        for meta in buku.sheets_metadata:
            if meta.typ == calamine.SheetTypeEnum.WorkSheet:
                yield _lembar(nama, buku, meta)
    except calamine.PasswordError as galat:
        raise TidakTerbaca(nama, "berkas dilindungi kata sandi.", "Simpan ulang tanpa kata sandi.") from galat
    except (calamine.CalamineError, calamine.XmlError, calamine.ZipError, OSError, ValueError) as galat:
        raise TidakTerbaca(
            nama, "berkas rusak atau terpotong.", "Kirim atau unduh ulang berkas itu."
        ) from galat
    except BaseException as galat:
        if type(galat).__name__ != "PanicException":  # a fault of the library on a broken file
            raise
        raise TidakTerbaca(nama, "berkas rusak.", "Buka lalu simpan ulang sebagai XLSX.") from galat


def _lembar(nama: str, buku: calamine.CalamineWorkbook, meta: calamine.SheetMetadata) -> Lembar:
    sheet = buku.get_sheet_by_name(meta.name)
    hasil = Lembar(meta.name, tersembunyi=meta.visible != calamine.SheetVisibleEnum.Visible)
    if not sheet.total_height:
        return hasil
    awal = sheet.start or (0, 0)
    hasil.jaga(nama, min(sheet.total_height, BARIS_MAKS + 1) - 1, sheet.total_width - 1)
    for i, baris in enumerate(sheet.iter_rows(), awal[0] if _mulai_di_awal(sheet) else 0):
        isi: dict[int, Petak] = {}
        for j, nilai in enumerate(baris, awal[1] if _mulai_di_awal(sheet) else 0):
            teks, angka = teks_nilai(nilai)
            if teks:
                isi[j] = Petak(rapatkan(teks), angka)
        if isi:
            hasil.baris[i] = isi
    hasil.gabung = [(a[0], a[1], b[0], b[1]) for a, b in (sheet.merged_cell_ranges or [])]
    return hasil


def _mulai_di_awal(sheet: calamine.CalamineSheet) -> bool:
    """Whether rows are given from the first filled cell on, not from the corner of the sheet."""
    return bool(sheet.start) and sheet.height < sheet.total_height
