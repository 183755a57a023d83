"""CSV at the command line: read whatever an office saves, write it back whole or not at all."""

from __future__ import annotations

import contextlib
import csv
import io
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from .galat import GalatPerintah, sebab_sistem

PEMISAH: Final = {";": "titik koma", "\t": "tab", ",": "koma"}
BAKU: Final = "-"
"""Stands for standard input or output."""


@dataclass(frozen=True, slots=True)
class Baris:
    """One record with the line it begins on."""

    nomor: int
    sel: list[str]

    @property
    def kosong(self) -> bool:
        """True when no cell has content."""
        return not any(s.strip() for s in self.sel)


@dataclass(frozen=True, slots=True)
class Tabel:
    """A CSV file as read, with what is needed to write it back in its own way."""

    judul: list[str]
    baris: list[Baris]
    pemisah: str
    akhir_baris: str
    bom: bool

    def kolom(self, nama: str) -> int | None:
        """Place of a column, upper and lower case and blanks aside."""
        cocok = [i for i, j in enumerate(self.judul) if nama_kolom(j) == nama]
        return cocok[0] if cocok else None


def nama_kolom(judul: str) -> str:
    """Bring a column heading to the form it is looked up by."""
    return " ".join(judul.split()).casefold()


def _isi_berkas(jalur: str) -> bytes:
    if jalur == BAKU:
        return sys.stdin.buffer.read()
    try:
        return Path(jalur).read_bytes()
    except OSError as galat:
        raise GalatPerintah(f"{jalur}: {sebab_sistem(galat)}") from galat


def _sebagai_teks(isi: bytes, jalur: str) -> str:
    """Decode UTF-8 (with or without BOM), else Windows-1252; name what it is when it is neither."""
    if isi.startswith(b"PK\x03\x04"):
        raise GalatPerintah(f"{jalur}: ini berkas Excel atau ZIP; simpan dahulu sebagai CSV UTF-8")
    if b"\x00" in isi:
        raise GalatPerintah(f"{jalur}: bukan teks UTF-8; simpan dahulu sebagai CSV UTF-8")
    for enkode in ("utf-8-sig", "cp1252"):
        with contextlib.suppress(UnicodeDecodeError):
            return isi.decode(enkode)
    raise GalatPerintah(f"{jalur}: bukan UTF-8 atau Windows-1252; simpan dahulu sebagai CSV UTF-8")


def _rekam(teks: str, pemisah: str) -> Iterator[Baris]:
    """Yield every record with its first line number; a broken quote is an error, not a swallowed file."""
    pembaca = csv.reader(io.StringIO(teks, newline=""), delimiter=pemisah, strict=True)
    while True:
        nomor = pembaca.line_num + 1
        try:
            sel = next(pembaca)
        except StopIteration:
            return
        except csv.Error as galat:
            raise GalatPerintah(f"baris {nomor}: tanda kutip tidak berpasangan ({galat})") from galat
        yield Baris(nomor, sel)


def _judul(teks: str, pemisah: str) -> Baris | None:
    """The first record that is not blank."""
    try:
        return next((b for b in _rekam(teks, pemisah) if not b.kosong), None)
    except GalatPerintah:
        return None


def _tebak_pemisah(teks: str, wajib: Sequence[str], jalur: str) -> str:
    """Choose the delimiter whose heading holds the columns that are needed."""
    terbaik: tuple[int, int, str] = (-1, 0, ",")
    for pemisah in PEMISAH:
        judul = _judul(teks, pemisah)
        if judul is not None:
            nama = [nama_kolom(s) for s in judul.sel]
            terbaik = max(terbaik, (sum(w in nama for w in wajib), len(nama), pemisah))
    ada, _, pemisah = terbaik
    if ada < 0:
        raise GalatPerintah(f"{jalur}: berkas kosong; baris pertama harus memuat judul {', '.join(wajib)}")
    if ada < len(wajib):
        judul = _judul(teks, pemisah)
        nama = [s.strip() for s in judul.sel] if judul else []
        hilang = [w for w in wajib if w not in map(nama_kolom, nama)]
        raise GalatPerintah(
            f"{jalur}: kolom {', '.join(hilang)} tidak ada; judul yang terbaca: {', '.join(nama)} "
            f"(pemisah {PEMISAH[pemisah]}). Tambahkan kolom itu pada baris judul"
        )
    return pemisah


def baca_tabel(jalur: str, wajib: Sequence[str], boleh: Sequence[str] = ()) -> Tabel:
    """Read a CSV file that must hold the columns ``wajib`` and may hold ``boleh``, each once."""
    isi = _isi_berkas(jalur)
    teks = _sebagai_teks(isi, jalur)
    pemisah = _tebak_pemisah(teks, wajib, jalur)
    try:
        rekam = list(_rekam(teks, pemisah))
    except GalatPerintah as galat:
        raise GalatPerintah(f"{jalur}, {galat.pesan}") from galat
    awal = next(i for i, b in enumerate(rekam) if not b.kosong)
    judul = rekam[awal].sel
    nama = [nama_kolom(s) for s in judul]
    for k in (*wajib, *boleh):
        if nama.count(k) > 1:
            raise GalatPerintah(f"{jalur}: kolom {k} ada {nama.count(k)} kali; sisakan satu")
    akhir = "\r\n" if "\r\n" in teks else "\n"
    return Tabel(judul, rekam[awal + 1 :], pemisah, akhir, isi.startswith(b"\xef\xbb\xbf"))


def _sebagai_csv(tabel: Tabel) -> bytes:
    """Write the table the way it came: delimiter, line ends, byte order mark; always UTF-8."""
    tampung = io.StringIO(newline="")
    penulis = csv.writer(tampung, delimiter=tabel.pemisah, lineterminator=tabel.akhir_baris)
    penulis.writerow(tabel.judul)
    for baris in tabel.baris:
        if baris.sel:
            penulis.writerow(baris.sel)
        else:
            tampung.write(tabel.akhir_baris)
    return tampung.getvalue().encode("utf-8-sig" if tabel.bom else "utf-8")


def tulis_tabel(jalur: str, tabel: Tabel) -> None:
    """Write a table to a file (whole or not at all) or to standard output."""
    isi = _sebagai_csv(tabel)
    if jalur == BAKU:
        sys.stdout.buffer.write(isi)
        sys.stdout.buffer.flush()
        return
    try:
        tulis_utuh(Path(os.path.realpath(jalur)), isi)
    except OSError as galat:
        sebab = sebab_sistem(galat)
        raise GalatPerintah(f"tidak dapat menulis {jalur}: {sebab}; tidak ada yang diubah") from galat


def tulis_utuh(tujuan: Path, isi: bytes) -> None:
    """Replace a file in one step: a reader sees the old one or the new one, never half of it.

    The new file keeps the permissions of the one it replaces; a failure leaves nothing behind.
    """
    sementara = tujuan.with_name(f".{tujuan.name}.{os.getpid()}.tmp")
    if tujuan.is_dir():
        raise IsADirectoryError(21, "Is a directory", str(tujuan))
    pegangan = os.open(sementara, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with os.fdopen(pegangan, "wb") as berkas:
            berkas.write(isi)
            berkas.flush()
            os.fsync(berkas.fileno())
        with contextlib.suppress(FileNotFoundError):
            sementara.chmod(stat.S_IMODE(tujuan.stat().st_mode))
        sementara.replace(tujuan)
    except BaseException:
        sementara.unlink(missing_ok=True)
        raise


def wajib_berbeda(masuk: str, keluar: str) -> None:
    """Refuse to write over the file that is read, under whatever name it is given."""
    if BAKU in (masuk, keluar):
        return
    sama = os.path.realpath(masuk) == os.path.realpath(keluar)
    with contextlib.suppress(OSError):
        sama = sama or os.path.samefile(masuk, keluar)
    if sama:
        raise GalatPerintah(
            f"berkas masuk dan berkas keluar sama ({masuk}); beri nama lain untuk berkas keluar"
        )
