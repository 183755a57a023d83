"""Reader of XLSX and XLSM: streamed, with limits, values as the workbook shows them, merged ranges.

Streaming keeps memory bounded whatever the sheet claims to be; formulas give their last result, macros are
left alone.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from lxml import etree

from opensakip.dokumen.bacaan.galat import TidakTerbaca
from opensakip.dokumen.bacaan.lembar.bentuk import UMUM, Bentuk, nilai_sel, tampilkan, urai_bentuk
from opensakip.dokumen.bacaan.lembar.petak import Lembar, Petak
from opensakip.dokumen.bacaan.tanda import rapatkan
from opensakip.dokumen.bacaan.wadah import Wadah, bulat

BESAR_LEMBAR = 400 * 1024 * 1024  # bytes of one sheet that are read through
LEMBAR_MAKS = 300
TEKS_MAKS = 2_000_000  # shared texts
_RUSAK = (
    etree.XMLSyntaxError,
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    RuntimeError,
    ValueError,
    KeyError,
)
_ALAMAT = re.compile(r"^([A-Z]{1,3})(\d{1,7})$")
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def baca_buku(wadah: Wadah) -> Iterator[Lembar]:
    """All sheets in order."""
    folder = "xl"
    buku = wadah.xml(f"{folder}/workbook.xml")
    hubungan = _hubungan(wadah, folder)
    bentuk, tebal = _gaya(wadah, folder)
    teks = _teks_bersama(wadah, f"{folder}/sharedStrings.xml")
    dasar_1904 = any(e.get("date1904") in ("1", "true") for e in _semua(buku, "workbookPr"))
    lembar = list(_semua(buku, "sheet"))
    if len(lembar) > LEMBAR_MAKS:
        raise TidakTerbaca(
            wadah.nama, f"memuat {len(lembar)} lembar, paling banyak {LEMBAR_MAKS}.", "Bagi buku kerja itu."
        )
    for s in lembar:
        bagian = hubungan.get(str(s.get(_R)), "")
        if "worksheets/" not in bagian or bagian not in wadah.bagian:
            continue
        hasil = Lembar(str(s.get("name", "")), tersembunyi=s.get("state", "visible") != "visible")
        _baca_lembar(wadah, bagian, hasil, teks, bentuk, tebal, dasar_1904)
        yield hasil


def _nama(e: Any) -> str:
    return str(e.tag).rpartition("}")[2]


def _semua(akar: Any, nama: str) -> Iterator[Any]:
    return (e for e in akar.iter() if isinstance(e.tag, str) and _nama(e) == nama)


def _hubungan(wadah: Wadah, folder: str) -> dict[str, str]:
    akar = wadah.xml_atau_kosong(f"{folder}/_rels/workbook.xml.rels")
    hasil = {}
    for e in akar if akar is not None else ():
        target = str(e.get("Target", ""))
        jalur = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
        hasil[str(e.get("Id"))] = jalur
    return hasil


def _gaya(wadah: Wadah, folder: str) -> tuple[list[Bentuk], list[bool]]:
    """(number format, bold) of every cell style."""
    akar = wadah.xml_atau_kosong(f"{folder}/styles.xml")
    if akar is None:
        return [], []
    kode = {bulat(e.get("numFmtId")): str(e.get("formatCode", "")) for e in _semua(akar, "numFmt")}
    fon = next(_semua(akar, "fonts"), None)
    tebal = [
        any(_nama(a) == "b" and a.get("val") not in ("0", "false") for a in f)
        for f in (fon if fon is not None else ())
    ]
    xfs = next(_semua(akar, "cellXfs"), None)
    bentuk, hasil_tebal = [], []
    for xf in xfs if xfs is not None else ():
        nomor = bulat(xf.get("numFmtId"))
        bentuk.append(urai_bentuk(nomor, kode.get(nomor, "")))
        ke = bulat(xf.get("fontId"))
        hasil_tebal.append(ke < len(tebal) and tebal[ke])
    return bentuk, hasil_tebal


def _alir(wadah: Wadah, bagian: str, nama: tuple[str, ...]) -> Iterator[Any]:
    """Elements of these names, freed after use; a document type is refused."""
    try:
        with wadah.zip.open(bagian) as f:
            if b"<!DOCTYPE" in (awal := f.read(4096)) or b"<!ENTITY" in awal:
                raise TidakTerbaca(
                    wadah.nama, f"bagian {bagian} memuat definisi entitas XML.", "Simpan ulang berkas."
                )
        with wadah.zip.open(bagian) as f:
            aliran = etree.iterparse(
                _Terbatas(f, wadah.nama, bagian),
                events=("end",),
                tag=[f"{{*}}{n}" for n in nama],
                resolve_entities=False,
                no_network=True,
                load_dtd=False,
                huge_tree=False,
            )
            for _, e in aliran:
                yield e
                e.clear(keep_tail=False)
                while e.getprevious() is not None:
                    del e.getparent()[0]
    except _RUSAK as galat:
        raise TidakTerbaca(
            wadah.nama, f"bagian {bagian} rusak atau terpotong.", "Kirim atau unduh ulang berkas itu."
        ) from galat


class _Terbatas:
    """A stream that refuses to give more than its share."""

    def __init__(self, aliran: Any, berkas: str, bagian: str) -> None:
        self.aliran, self.berkas, self.bagian, self.sisa = aliran, berkas, bagian, BESAR_LEMBAR

    def read(self, n: int = -1) -> bytes:
        """Read on."""
        isi: bytes = self.aliran.read(n)
        self.sisa -= len(isi)
        if self.sisa < 0:
            raise TidakTerbaca(
                self.berkas,
                f"bagian {self.bagian} lebih besar dari {BESAR_LEMBAR // 1048576} MB setelah dibuka.",
                "Bagi menjadi beberapa berkas.",
            )
        return isi


def _teks_bersama(wadah: Wadah, bagian: str) -> list[str]:
    if bagian not in wadah.bagian:
        return []
    hasil = []
    for si in _alir(wadah, bagian, ("si",)):
        hasil.append(_teks_kaya(si))
        if len(hasil) > TEKS_MAKS:
            raise TidakTerbaca(
                wadah.nama, f"memuat lebih dari {TEKS_MAKS} teks.", "Bagi menjadi beberapa berkas."
            )
    return hasil


def _teks_kaya(e: Any) -> str:
    """The text of a rich string without its phonetic guide."""
    potong = []
    for t in e.iter():
        if isinstance(t.tag, str) and _nama(t) == "t" and _nama(t.getparent()) != "rPh":
            potong.append(t.text or "")
    return rapatkan("".join(potong))


def _baca_lembar(
    wadah: Wadah,
    bagian: str,
    lembar: Lembar,
    teks: list[str],
    bentuk: list[Bentuk],
    tebal: list[bool],
    dasar_1904: bool,
) -> None:
    baris = 0
    for e in _alir(wadah, bagian, ("row", "mergeCell")):
        if _nama(e) == "mergeCell":
            _gabung(lembar, str(e.get("ref", "")))
            continue
        baris = bulat(e.get("r"), baris + 1, sedikit=1)
        kolom = -1
        for c in e:
            kolom = _kolom(c, kolom)
            isi = _isi(c, teks, bentuk, dasar_1904)
            if isi is None or not isi.teks:
                continue
            lembar.jaga(wadah.nama, baris - 1, kolom)
            gaya = bulat(c.get("s"))
            isi.tebal = gaya < len(tebal) and tebal[gaya]
            lembar.baris.setdefault(baris - 1, {})[kolom] = isi


def _kolom(c: Any, lalu: int) -> int:
    m = _ALAMAT.match(str(c.get("r", "")))
    return _angka_kolom(m[1]) if m else lalu + 1


def _angka_kolom(huruf: str) -> int:
    n = 0
    for h in huruf:
        n = n * 26 + ord(h) - 64
    return n - 1


def _gabung(lembar: Lembar, ref: str) -> None:
    a, _, b = ref.partition(":")
    m, n = _ALAMAT.match(a), _ALAMAT.match(b)
    if m and n and len(lembar.gabung) < 100_000:
        lembar.gabung.append((int(m[2]) - 1, _angka_kolom(m[1]), int(n[2]) - 1, _angka_kolom(n[1])))


def _isi(c: Any, teks: list[str], bentuk: list[Bentuk], dasar_1904: bool) -> Petak | None:
    jenis = c.get("t", "n")
    if jenis == "inlineStr":
        return Petak(_teks_kaya(c))
    v = next((a for a in c if _nama(a) == "v"), None)
    mentah = (v.text or "") if v is not None else ""
    if not mentah:
        return None
    if jenis == "s":
        ke = bulat(mentah, len(teks))
        return Petak(teks[ke]) if ke < len(teks) else None
    if jenis == "b":
        return Petak("benar" if mentah == "1" else "salah")
    if jenis != "n" or (nilai := nilai_sel(mentah)) is None:
        return Petak(rapatkan(mentah))
    gaya = bulat(c.get("s"))
    tampak, angka = tampilkan(nilai, bentuk[gaya] if gaya < len(bentuk) else UMUM, dasar_1904=dasar_1904)
    return Petak(tampak, angka)
