"""What was read from a document: headings, paragraphs, lists, captions and tables, each with its place.

The model of reading keeps what is printed, letter by letter, and where; it never mends. `dokumen.model` is
the other direction: what we print. Rules:

- every text carries a `Tempat` (file, page, line, table, row, column, sheet), counted from 1 as people do;
- a table is a full grid: a merged cell stands once, at its upper left, and says how far it reaches; the
  covered places hold `None`, so that `baris[i][j]` is always column j;
- a cell or text that the reader is not sure of is marked `ragu` with the reason in `alasan_ragu`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

SKEMA = "bacaan/1"


@dataclass(frozen=True)
class Tempat:
    """Where something is printed. `baris` is the line of a text file or of the page; None where unknown.

    paragraf: number of the paragraph in a document that knows no lines (DOCX).
    """

    halaman: int | None = None
    baris: int | None = None
    tabel: int | None = None
    baris_tabel: int | None = None
    kolom: int | None = None
    lembar: str | None = None
    paragraf: int | None = None

    def sebut(self) -> str:
        """The place in words, for messages: "halaman 12, tabel 3, baris 4, kolom 2"."""
        bagian = [
            (self.lembar, f"lembar {self.lembar}"),
            (self.halaman, f"halaman {self.halaman}"),
            (self.tabel, f"tabel {self.tabel}"),
            (self.baris_tabel, f"baris {self.baris_tabel}"),
            (self.kolom, f"kolom {self.kolom}"),
            (self.paragraf, f"paragraf {self.paragraf}"),
        ]
        kata = [teks for ada, teks in bagian if ada is not None]
        if self.baris is not None and self.baris_tabel is None:
            kata.append(f"baris {self.baris}")
        elif self.baris is not None:
            kata.append(f"(baris berkas {self.baris})")
        return ", ".join(kata).replace(", (", " (") or "tempat tidak diketahui"


@dataclass(frozen=True)
class Judul:
    """A heading. `nomor` is the printed number ("3.1.2", "BAB III", "A"), without it the text alone.

    ragu: taken for a heading by its capitals alone; such headings are always the deepest (level 6).
    """

    teks: str
    tingkat: int
    tempat: Tempat
    nomor: str = ""
    ragu: bool = False


@dataclass(frozen=True)
class Paragraf:
    """Running text. `potongan` maps positions in `teks` to places: (start offset, place), rising."""

    teks: str
    tempat: Tempat
    potongan: tuple[tuple[int, Tempat], ...] = ()
    tebal: bool = False
    ragu: bool = False

    def di(self, posisi: int) -> Tempat:
        """The place of a position in the text: of the last piece that begins at or before it."""
        kini = self.tempat
        for awal, tempat in self.potongan:
            if awal > posisi:
                break
            kini = tempat
        return kini


@dataclass(frozen=True)
class ButirDaftar:
    """One item of a list, with its printed mark ("1.", "a)", "-") and depth from 0."""

    teks: str
    tempat: Tempat
    tanda: str = ""
    tingkat: int = 0
    potongan: tuple[tuple[int, Tempat], ...] = ()
    ragu: bool = False

    def di(self, posisi: int) -> Tempat:
        """The place of a position in the text."""
        return Paragraf(self.teks, self.tempat, self.potongan).di(posisi)


@dataclass(frozen=True)
class Keterangan:
    """The caption of a table or picture: "Tabel 3.2 Capaian ..."."""

    teks: str
    tempat: Tempat
    jenis: str = "tabel"  # tabel | gambar
    nomor: str = ""


@dataclass(frozen=True)
class Sel:
    """A cell as printed (line breaks become one space); `kolom` and `baris` say how far it reaches.

    paragraf: the paragraphs of the cell where it has more than one, in order; `teks` is all of them.
    tanda: raised marks of notes ("a", "1)", "*"), which are not part of `teks`.
    nilai: the exact number of a cell of a workbook, in the unit that `teks` shows (95,2% is 95.2); None in
    printed documents.
    """

    teks: str
    tempat: Tempat
    kolom: int = 1
    baris: int = 1
    ragu: bool = False
    alasan_ragu: str = ""
    paragraf: tuple[str, ...] = ()
    tebal: bool = False
    tanda: str = ""
    nilai: Decimal | None = None


@dataclass(frozen=True)
class Tabel:
    """A table of full rows; a table that runs over pages is one table. `kepala` rows stand first.

    daftar: a list of contents, tables or pictures: columns title and page, without the leading dots.
    """

    baris: tuple[tuple[Sel | None, ...], ...]
    tempat: Tempat
    kepala: int = 0
    keterangan: str = ""
    nomor: str = ""
    ragu: bool = False
    daftar: bool = False

    @property
    def lebar(self) -> int:
        """Number of columns."""
        return max((len(b) for b in self.baris), default=0)

    def teks(self, baris: int, kolom: int) -> str:
        """What stands at a place of the grid (from 0); a covered place shows the cell that covers it."""
        sel = self.sel(baris, kolom)
        return sel.teks if sel else ""

    def sel(self, baris: int, kolom: int) -> Sel | None:
        """The cell at or over a place of the grid (from 0); None where the row is shorter."""
        for i in range(baris, -1, -1):
            for j in range(kolom, -1, -1):
                s = self.baris[i][j] if j < len(self.baris[i]) else None
                if s is not None and i + s.baris > baris and j + s.kolom > kolom:
                    return s
        return None


Unsur = Judul | Paragraf | ButirDaftar | Keterangan | Tabel


@dataclass(frozen=True)
class Bacaan:
    """A document that was read.

    berkas: name of the file, without folder; jenis: "pdf", "docx", "xlsx", "csv", "teks" ...;
    halaman: number of pages, None where the format has none; pindaian: the text comes from a scan;
    peringatan: what could not be read, in Indonesian.
    """

    berkas: str
    jenis: str
    unsur: tuple[Unsur, ...]
    halaman: int | None = None
    pindaian: bool = False
    peringatan: tuple[str, ...] = ()
    sidik: str = ""
    sifat: dict[str, str] = field(default_factory=dict)

    def tabel(self) -> Iterator[Tabel]:
        """All tables in order."""
        return (u for u in self.unsur if isinstance(u, Tabel))

    def berjalur(self) -> Iterator[tuple[tuple[Judul, ...], Unsur]]:
        """Every element with the headings it stands under, outermost first."""
        jalur: tuple[Judul, ...] = ()
        for u in self.unsur:
            if isinstance(u, Judul):
                jalur = (*(j for j in jalur if j.tingkat < u.tingkat), u)
            yield jalur, u

    def dengan(self, **ganti: object) -> Bacaan:
        """A copy with some fields replaced."""
        return replace(self, **ganti)  # type: ignore[arg-type]
