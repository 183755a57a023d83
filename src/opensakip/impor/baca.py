"""Reading the CSV files of a folder as people make them, without losing or guessing anything.

Accepted: UTF-8 with or without BOM, UTF-16 with BOM (a spreadsheet's "Unicode text"), cp1252; comma,
semicolon or tab; headers in any case; quoted line breaks; blank lines. Refused with place and mend:
binary files, NUL bytes, over-long files, rows with more or fewer cells than the header, open quotes.
"""

from __future__ import annotations

import csv
import difflib
import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from opensakip.impor.errors import Kesalahan, Tingkat, potong
from opensakip.impor.format import FORMAT, MENURUT_NAMA
from opensakip.impor.kolom import Susunan
from opensakip.impor.sandi import BerkasTidakTerbaca, urai_bita

MAKS_BITA = 20_000_000
MAKS_BARIS = 100_000
MAKS_SEL = 100_000
_PEMISAH = ",;\t"
_NAMA_PEMISAH = {",": "koma", ";": "titik koma", "\t": "tab"}


@dataclass(slots=True)
class BarisMentah:
    """One row as read: the line it starts on and the stripped text of each known column."""

    nomor: int
    sel: dict[str, str]


@dataclass(slots=True)
class Lembar:
    """One file as read. ``kolom`` = known columns that the header really has."""

    susunan: Susunan
    kolom: tuple[str, ...]
    baris: list[BarisMentah] = field(default_factory=list)

    def sidik(self) -> str:
        """SHA-256 over the content, whatever the delimiter, encoding, quoting or order of columns."""
        ringkas = hashlib.sha256()
        nama = [k for k in self.susunan.nama_kolom if k in self.kolom]
        for b in self.baris:
            isi = "\x1e".join(f"{n}\x1f{b.sel[n]}" for n in nama if b.sel[n])
            ringkas.update(isi.encode() + b"\x1d")
        return ringkas.hexdigest()


@dataclass(slots=True)
class FolderTerbaca:
    """What a folder holds: sheets by name, faults, and remarks that do not stop the load."""

    lembar: dict[str, Lembar] = field(default_factory=dict)
    kesalahan: list[Kesalahan] = field(default_factory=list)
    peringatan: list[Kesalahan] = field(default_factory=list)
    rusak: set[str] = field(default_factory=set)

    def salah(
        self,
        berkas: str,
        pesan: str,
        perbaikan: str,
        *,
        tingkat: Tingkat,
        baris: int | None = None,
        kolom: str = "",
        isi: str = "",
    ) -> None:
        """Note one fault."""
        self.kesalahan.append(Kesalahan(berkas, baris, kolom, isi, pesan, perbaikan, tingkat))


def baca_folder(folder: Path) -> FolderTerbaca:
    """Read every file of the format that the folder holds.

    Structural faults are noted in the answer, never raised, so that all files are reported together.
    """
    hasil = FolderTerbaca()
    if not folder.is_dir():
        ada = "bukan folder" if folder.exists() else "tidak ditemukan"
        hasil.salah(
            "",
            f"Folder data {ada}: {folder}",
            "periksa namanya; isinya instansi.csv, unit.csv, indikator.csv, pk.csv, pk_baris.csv dan "
            "realisasi.csv. Templat: opensakip muat --templat FOLDER",
            tingkat=Tingkat.FOLDER,
        )
        return hasil
    jalur = _temukan(folder, hasil)
    for susunan in FORMAT:
        if susunan.nama in jalur:
            _baca_satu(jalur[susunan.nama], susunan, hasil)
        elif susunan.wajib and susunan.nama not in hasil.rusak:
            hasil.rusak.add(susunan.nama)
            hasil.salah(
                susunan.berkas,
                "berkas wajib ini tidak ada di folder.",
                f"buat {susunan.berkas} dengan kepala {','.join(k.nama for k in susunan.kolom if k.wajib)} "
                "(kolom lain boleh ditambahkan; templat: opensakip muat --templat FOLDER).",
                tingkat=Tingkat.BERKAS,
            )
    return hasil


def _temukan(folder: Path, hasil: FolderTerbaca) -> dict[str, Path]:
    """Match file names in any case; name the unknown ones."""
    jalur: dict[str, Path] = {}
    for berkas in sorted(folder.iterdir()):
        if not berkas.is_file() or berkas.suffix.lower() != ".csv" or berkas.name.startswith("."):
            continue
        nama = berkas.stem.lower()
        if nama in jalur:
            hasil.rusak.add(nama)
            hasil.salah(
                berkas.name,
                f"nama ini sama dengan {jalur[nama].name}, hanya beda huruf besar.",
                "simpan satu saja dari keduanya.",
                tingkat=Tingkat.BERKAS,
            )
        elif nama in MENURUT_NAMA:
            jalur[nama] = berkas
        else:
            _berkas_asing(berkas.name, nama, hasil)
    return jalur


def _berkas_asing(asli: str, nama: str, hasil: FolderTerbaca) -> None:
    mirip = difflib.get_close_matches(nama, MENURUT_NAMA, n=1, cutoff=0.8)
    if mirip:
        hasil.salah(
            asli,
            "nama berkas ini tidak dikenal.",
            f"maksudnya {mirip[0]}.csv? Ganti namanya, atau pindahkan keluar dari folder.",
            tingkat=Tingkat.BERKAS,
        )
    else:
        hasil.peringatan.append(
            Kesalahan(
                asli, None, "", "", "berkas ini tidak dikenal dan tidak dibaca.", "", Tingkat.PERINGATAN
            )
        )


def _baca_satu(jalur: Path, susunan: Susunan, hasil: FolderTerbaca) -> None:
    try:
        if jalur.stat().st_size > MAKS_BITA:
            raise BerkasTidakTerbaca(
                f"berkas lebih besar dari {MAKS_BITA // 1_000_000} MB.",
                "bagi datanya, atau hapus kolom yang tak perlu.",
            )
        teks, sandi = urai_bita(jalur.read_bytes())
        lembar = baca_teks(teks, susunan, hasil)
    except BerkasTidakTerbaca as sebab:
        hasil.rusak.add(susunan.nama)
        hasil.salah(susunan.berkas, sebab.pesan, sebab.perbaikan, tingkat=Tingkat.BERKAS, baris=sebab.baris)
        return
    except OSError as sebab:
        hasil.rusak.add(susunan.nama)
        hasil.salah(
            susunan.berkas,
            f"berkas tidak dapat dibuka ({sebab.strerror}).",
            "periksa hak baca berkas.",
            tingkat=Tingkat.BERKAS,
        )
        return
    hasil.lembar[susunan.nama] = lembar
    if sandi == "cp1252":
        pesan = "dibaca sebagai Windows-1252 karena bukan UTF-8; periksa huruf berimbuhan tanda."
        hasil.peringatan.append(Kesalahan(susunan.berkas, None, "", "", pesan, "", Tingkat.PERINGATAN))


def baca_teks(teks: str, susunan: Susunan, hasil: FolderTerbaca) -> Lembar:
    """Read the text of one file into a sheet; faults of columns and rows go to ``hasil``.

    Raises:
        BerkasTidakTerbaca: empty, open quote, over-long cell or too many rows.
    """
    lewati = 0
    if teks[:4].lower() == "sep=":
        lewati = 1
        teks = teks.partition("\n")[2]
    pemisah = cari_pemisah(teks, susunan)
    rekaman = _rekaman(teks, pemisah, lewati)
    kepala = next(rekaman, None)
    if kepala is None:
        raise BerkasTidakTerbaca(
            "berkas kosong.", f"tulis kepala kolom pada baris 1: {','.join(susunan.nama_kolom)}", 1
        )
    posisi = _periksa_kepala([nama_kolom(k) for k in kepala[1]], susunan, hasil, pemisah, kepala[0])
    lembar = Lembar(susunan, tuple(posisi))
    if susunan.nama in hasil.rusak:
        return lembar
    lebar = len(kepala[1])
    kosong = dict.fromkeys(susunan.nama_kolom, "")
    for nomor, sel in rekaman:
        if len(lembar.baris) >= MAKS_BARIS:
            raise BerkasTidakTerbaca(f"lebih dari {MAKS_BARIS} baris.", "bagi datanya.", nomor)
        if _lebar_sah(sel, lebar, posisi, susunan, hasil, nomor, pemisah):
            isi = {nama: _rapikan(sel[i]) if i < len(sel) else "" for nama, i in posisi.items()}
            lembar.baris.append(BarisMentah(nomor, kosong | isi))
    return lembar


def cari_pemisah(teks: str, susunan: Susunan) -> str:
    """The delimiter under which the header shows most known columns; comma when none is better."""
    kenal = set(susunan.nama_kolom)

    def banyak(pemisah: str) -> int:
        try:
            kepala = next(_rekaman(teks, pemisah, 0), None)
        except BerkasTidakTerbaca:
            return 0
        return len(kenal & {nama_kolom(k) for k in kepala[1]}) if kepala else 0

    return max(_PEMISAH, key=banyak)


def nama_kolom(teks: str) -> str:
    """Fold a header cell: case, surrounding spaces and inner spaces or dashes do not matter."""
    return "_".join(_rapikan(teks).lower().replace("-", " ").split())


def _rapikan(teks: str) -> str:
    return teks.strip(" \t\r\n\u00a0\ufeff\u200b")


def _rekaman(teks: str, pemisah: str, lewati: int) -> Iterator[tuple[int, list[str]]]:
    """Yield (first line, cells) of each row that is not blank."""
    csv.field_size_limit(MAKS_SEL)
    pembaca = csv.reader(io.StringIO(teks, newline=""), delimiter=pemisah, strict=True)
    while True:
        awal = pembaca.line_num + 1 + lewati
        try:
            sel = next(pembaca)
        except StopIteration:
            return
        except csv.Error as sebab:
            raise _salah_csv(str(sebab), awal) from sebab
        if any(_rapikan(s) for s in sel):
            yield awal, sel


def _salah_csv(sebab: str, baris: int) -> BerkasTidakTerbaca:
    if "field larger" in sebab:
        return BerkasTidakTerbaca(
            f"ada sel lebih panjang dari {MAKS_SEL} huruf.", "periksa tanda petik yang tidak ditutup.", baris
        )
    return BerkasTidakTerbaca(
        "tanda petik yang dibuka pada baris ini tidak ditutup dengan benar.",
        'tutup dengan "; tanda petik di dalam teks ditulis dua kali ("").',
        baris,
    )


def _periksa_kepala(
    kepala: list[str], susunan: Susunan, hasil: FolderTerbaca, pemisah: str, nomor: int
) -> dict[str, int]:
    """Positions of the known columns; missing, doubled and misspelt ones are noted."""
    posisi: dict[str, int] = {}
    for i, nama in enumerate(kepala):
        if nama in posisi:
            hasil.rusak.add(susunan.nama)
            hasil.salah(
                susunan.berkas,
                "kolom ini tertulis dua kali pada kepala.",
                "hapus salah satunya.",
                tingkat=Tingkat.KOLOM,
                baris=nomor,
                kolom=nama,
            )
        elif nama in susunan.nama_kolom:
            posisi[nama] = i
    for k in susunan.kolom:
        if k.wajib and k.nama not in posisi:
            hasil.rusak.add(susunan.nama)
            hasil.salah(
                susunan.berkas,
                f"kolom wajib ini tidak ada. Kepala sekarang: {_sebut(kepala)} "
                f"(pemisah {_NAMA_PEMISAH[pemisah]}).",
                _saran_kolom(k.nama, kepala, susunan),
                tingkat=Tingkat.KOLOM,
                kolom=k.nama,
            )
    _kolom_asing(kepala, posisi, susunan, hasil, nomor)
    return posisi


def _sebut(kepala: list[str]) -> str:
    dipotong = [k[:40] for k in kepala[:30]]
    return ", ".join(dipotong) + (", …" if len(kepala) > 30 else "")


def _saran_kolom(nama: str, kepala: list[str], susunan: Susunan) -> str:
    asing = [k for k in kepala if k and k not in susunan.nama_kolom]
    mirip = difflib.get_close_matches(nama, asing, n=1, cutoff=0.75)
    return f'ganti nama kolom "{mirip[0]}" menjadi "{nama}".' if mirip else f'tambahkan kolom "{nama}".'


def _kolom_asing(
    kepala: list[str], posisi: dict[str, int], susunan: Susunan, hasil: FolderTerbaca, nomor: int
) -> None:
    """An unknown column that looks like an absent known one would lose data silently: ask."""
    absen = [k.nama for k in susunan.kolom if not k.wajib and k.nama not in posisi]
    for nama in dict.fromkeys(kepala):
        if not nama or nama in susunan.nama_kolom:
            continue
        mirip = difflib.get_close_matches(nama, absen, n=1, cutoff=0.8)
        if mirip:
            hasil.salah(
                susunan.berkas,
                "kolom ini tidak dikenal.",
                f'maksudnya "{mirip[0]}"? Ganti namanya, atau hapus kolomnya.',
                tingkat=Tingkat.KOLOM,
                baris=nomor,
                kolom=nama,
            )
        else:
            hasil.peringatan.append(
                Kesalahan(
                    susunan.berkas,
                    None,
                    nama,
                    "",
                    "kolom ini tidak dikenal dan tidak dibaca.",
                    "",
                    Tingkat.PERINGATAN,
                )
            )


def _lebar_sah(
    sel: list[str],
    lebar: int,
    posisi: dict[str, int],
    susunan: Susunan,
    hasil: FolderTerbaca,
    nomor: int,
    pemisah: str,
) -> bool:
    """A row may lack empty cells of optional columns at its end (spreadsheets drop them), nothing else."""
    isi = potong(pemisah.join(sel))
    if len(sel) > lebar and any(_rapikan(s) for s in sel[lebar:]):
        contoh = ', misalnya "3,5"' if pemisah == "," else ""
        hasil.salah(
            susunan.berkas,
            f"baris ini berisi {len(sel)} sel, kepala hanya {lebar}.",
            f"apit isi yang memuat {_NAMA_PEMISAH[pemisah]} dengan tanda petik{contoh}.",
            tingkat=Tingkat.BARIS,
            baris=nomor,
            isi=isi,
        )
        return False
    hilang = [k.nama for k in susunan.kolom if k.wajib and posisi[k.nama] >= len(sel)]
    if hilang:
        hasil.salah(
            susunan.berkas,
            f"baris ini terpotong: {len(sel)} dari {lebar} sel, tanpa {', '.join(hilang)}.",
            "lengkapi barisnya, atau ambil lagi berkas yang utuh.",
            tingkat=Tingkat.BARIS,
            baris=nomor,
            isi=isi,
        )
        return False
    return True
