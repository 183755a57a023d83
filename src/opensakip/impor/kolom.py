"""The vocabulary of the format: what a column is, what a file is, which values are allowed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Jenis(StrEnum):
    """What a cell holds."""

    TEKS = "teks"
    KODE = "kode"  # safe in a web address: letters, digits, . _ -
    SLUG = "slug"
    PILIHAN = "pilihan"
    YA_TIDAK = "ya_tidak"
    TAHUN = "tahun"
    BULAT = "bulat"
    TANGGAL = "tanggal"
    WAKTU = "waktu"
    PERIODE = "periode"
    RUPIAH = "rupiah"
    DESIMAL = "desimal"
    NILAI = "nilai"  # typed target value; read once the indicator is known
    SUMBER = "sumber"
    DAFTAR = "daftar"  # parts joined by ;
    ATURAN = "aturan"  # id of a rule in `peraturan`


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column.

    ``maks`` is the longest text, or the greatest whole number; ``digit`` how many digits a decimal may have
    before and after the comma; ``acuan`` the file and column whose values a cell may hold.
    """

    nama: str
    jenis: Jenis = Jenis.TEKS
    wajib: bool = False
    pilihan: tuple[str, ...] = ()
    baku: str = ""
    maks: int = 255
    acuan: str = ""
    digit: tuple[int, int] = (15, 8)


@dataclass(frozen=True, slots=True)
class Susunan:
    """One file. ``kunci`` = columns whose combination may stand only once."""

    nama: str
    kolom: tuple[Kolom, ...]
    wajib: bool = False
    kunci: tuple[str, ...] = ()

    @property
    def berkas(self) -> str:
        """File name in the folder."""
        return f"{self.nama}.csv"

    @property
    def nama_kolom(self) -> tuple[str, ...]:
        """Column names in the order of the template."""
        return tuple(k.nama for k in self.kolom)

    def ambil(self, nama: str) -> Kolom:
        """The column of that name."""
        return next(k for k in self.kolom if k.nama == nama)


ZONA = ("Asia/Jakarta", "Asia/Pontianak", "Asia/Makassar", "Asia/Jayapura")
KEADAAN = ("tercetak", "dipulihkan", "diturunkan", "diketik")
SEBAGAI = ("definitif", "pj", "plt", "plh")
JENIS_NILAI = ("angka", "persen", "rentang", "skala", "ordinal", "level", "teks")
RUMUS_ARAH: dict[str, tuple[str, ...]] = {
    "naik": ("maks",),
    "turun": ("min_2t", "min_rasio", "min_reduksi"),
    "rentang": ("rentang",),
    "ordinal": ("ordinal",),
}
STATUS_BERNILAI = ("final", "sementara", "dibawa")
STATUS_KOSONG = ("belum_ada", "tidak_berlaku")
JENIS_SISI = ("sebab_akibat", "komponen_rumus", "kontribusi", "indikator_sama", "acuan")


def teks(nama: str, *, wajib: bool = False, maks: int = 255) -> Kolom:
    """One line of text."""
    return Kolom(nama, Jenis.TEKS, wajib, maks=maks)


def panjang(nama: str, *, wajib: bool = False) -> Kolom:
    """Running text: wording of a sasaran, a reason, a paragraph."""
    return Kolom(nama, Jenis.TEKS, wajib, maks=20_000)


def kode(nama: str, *, wajib: bool = True, acuan: str = "", maks: int = 60) -> Kolom:
    """A code that may stand in a web address."""
    return Kolom(nama, Jenis.KODE, wajib, acuan=acuan, maks=maks)


def pilih(nama: str, *pilihan: str, wajib: bool = True, baku: str = "") -> Kolom:
    """One of a closed list."""
    return Kolom(nama, Jenis.PILIHAN, wajib, pilihan=pilihan, baku=baku)


def jenis(nama: str, jenis: Jenis, *, wajib: bool = False, baku: str = "") -> Kolom:
    """A cell of another kind."""
    return Kolom(nama, jenis, wajib, baku=baku)


def bulat(nama: str, *, wajib: bool = False, baku: str = "", maks: int = 32_767) -> Kolom:
    """A whole number that is not negative."""
    return Kolom(nama, Jenis.BULAT, wajib, baku=baku, maks=maks)


def desimal(nama: str, bulat: int, pecahan: int, *, wajib: bool = False) -> Kolom:
    """A number with at most so many digits before and after the comma."""
    return Kolom(nama, Jenis.DESIMAL, wajib, digit=(bulat, pecahan))


def keadaan() -> Kolom:
    """How a figure is known."""
    return pilih("keadaan", *KEADAAN, wajib=False)


def sumber() -> Kolom:
    """Where a row stands in its source."""
    return jenis("sumber", Jenis.SUMBER)
