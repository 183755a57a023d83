"""The document model: what a report says, without any word about paper, fonts or file formats.

A report is built once as a `Dokumen`; each writer (PDF now, DOCX and HTML by the same model) prints it in
its own way. Rules that keep it neutral:

- every text is data, already formatted for the reader (Indonesian numbers, dates, rupiah);
- a run of text that shows a figure carries the id of that figure, so that a page can link to its origin;
- colour and shape are named by meaning (`Nada`), never by value;
- numbers of chapters, tables and pictures are given once by `nomor.nomori`, so all formats agree.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from opensakip.dokumen.ruas import (
    GANTI_BARIS,
    Bahan,
    Centang,
    Isi,
    JenisBagian,
    JenisBaris,
    Kertas,
    Motif,
    Nada,
    Potong,
    Rata,
    Ruas,
    Rujuk,
    isi,
    polos,
)

__all__ = [
    "Bahan",
    "Centang",
    "GANTI_BARIS",
    "Isi",
    "JenisBagian",
    "JenisBaris",
    "Kertas",
    "Motif",
    "Nada",
    "Potong",
    "Rata",
    "Ruas",
    "Rujuk",
    "isi",
    "polos",
    "Judul",
    "JudulButir",
    "Paragraf",
    "BelumDiisi",
    "Daftar",
    "Catatan",
    "Kotak",
    "Kolom",
    "Sel",
    "Baris",
    "Tabel",
    "Gambar",
    "ButirUbin",
    "Ubin",
    "DaftarIsi",
    "GantiHalaman",
    "Utuh",
    "Lanskap",
    "Berdampingan",
    "Narasi",
    "Sampul",
    "Kop",
    "JudulNaskah",
    "Isian",
    "Penandatangan",
    "TandaTangan",
    "Bagian",
    "Tata",
    "Dokumen",
    "Blok",
    "BATAS_TABEL_PENDEK",
]

# ---------------------------------------------------------------- blocks


@dataclass(frozen=True, slots=True)
class Judul:
    """Heading of level 1 to 3. `nomor` is filled by `nomor.nomori` ("BAB III", "3.2", "LAMPIRAN 1")."""

    tingkat: int
    teks: str
    label: str = ""
    bernomor: bool = True
    daftar: bool = True
    nomor: str = ""


@dataclass(frozen=True, slots=True)
class JudulButir:
    """Small heading with a boxed digit (the seven analyses); repeats per sasaran, not in the contents."""

    angka: int
    teks: str


@dataclass(frozen=True, slots=True)
class Paragraf:
    """A paragraph of running text."""

    isi: Isi


@dataclass(frozen=True, slots=True)
class BelumDiisi:
    """A place that an officer still has to fill; `petunjuk` says what belongs there."""

    petunjuk: str
    teks: str = "Belum diisi"


@dataclass(frozen=True, slots=True)
class Daftar:
    """A list of items, numbered or with bullets."""

    butir: tuple[Isi, ...]
    bernomor: bool = False


@dataclass(frozen=True, slots=True)
class Catatan:
    """Small print that belongs to the block before it."""

    isi: Isi


@dataclass(frozen=True, slots=True)
class Kotak:
    """A boxed remark."""

    judul: str
    isi: tuple[Isi, ...]
    nada: Nada = Nada.UTAMA
    bernomor: bool = False


@dataclass(frozen=True, slots=True)
class Kolom:
    """Column of a table. `lebar` is "16mm", "1fr" or "auto"; `penggal` allows hyphenation in the cells."""

    lebar: str
    rata: Rata = Rata.KIRI
    desimal: int = 2
    penggal: bool = False


@dataclass(frozen=True, slots=True)
class Sel:
    """A cell; `kolom` and `baris` are spans, `takik` is the indent level."""

    isi: Isi = ()
    kolom: int = 1
    baris: int = 1
    rata: Rata | None = None
    takik: int = 0


@dataclass(frozen=True, slots=True)
class Baris:
    """A row of a table."""

    sel: tuple[Sel, ...]
    jenis: JenisBaris = JenisBaris.ISI


BATAS_TABEL_PENDEK = 14


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table with caption and notes. `kepala` are the head rows; a long table may break over pages."""

    judul: str
    kolom: tuple[Kolom, ...]
    kepala: tuple[tuple[Sel, ...], ...]
    baris: tuple[Baris, ...]
    label: str = ""
    catatan: tuple[Isi, ...] = ()
    nomor_kolom: bool = False
    boleh_putus: bool = False
    nomor: str = ""

    @property
    def panjang(self) -> bool:
        """Whether the table may break over pages (short ones stay whole)."""
        return self.boleh_putus or len(self.baris) > BATAS_TABEL_PENDEK


@dataclass(frozen=True, slots=True)
class Gambar:
    """A picture given as SVG. `alt` states the message and the values; `hiasan` leaves out the caption."""

    judul: str
    svg: str
    alt: str
    lebar_mm: int
    label: str = ""
    catatan: tuple[Isi, ...] = ()
    hiasan: bool = False
    nomor: str = ""


@dataclass(frozen=True, slots=True)
class ButirUbin:
    """One tile: a label, a large figure and a line below it."""

    label: str
    nilai: Potong
    keterangan: Isi = ()
    nada: Nada | None = None


@dataclass(frozen=True, slots=True)
class Ubin:
    """A row of tiles. `besar` for the overview page."""

    butir: tuple[ButirUbin, ...]
    besar: bool = False


@dataclass(frozen=True, slots=True)
class DaftarIsi:
    """Contents; `sasaran` is "judul", "tabel" or "gambar"."""

    sasaran: str = "judul"


@dataclass(frozen=True, slots=True)
class GantiHalaman:
    """Begin a new page."""


@dataclass(frozen=True, slots=True)
class Utuh:
    """Blocks that stay on one page together; when they begin with a heading, also with what follows."""

    blok: tuple[Blok, ...]


@dataclass(frozen=True, slots=True)
class Lanskap:
    """Blocks on turned pages, for wide tables."""

    blok: tuple[Blok, ...]


@dataclass(frozen=True, slots=True)
class Berdampingan:
    """Two groups of blocks side by side; `porsi` is the share of the width of each. Narrow media stack."""

    kiri: tuple[Blok, ...]
    kanan: tuple[Blok, ...]
    porsi: tuple[int, int] = (1, 1)


@dataclass(frozen=True, slots=True)
class Narasi:
    """A place that belongs to the officer: `tempat` is its key among the texts ("sasaran.S5.sebab").

    `blok` is what stands there now (the officer's text or BelumDiisi). Editable formats mark it, so that a
    changed text can be read back; generated sentences stay outside.
    """

    tempat: str
    blok: tuple[Blok, ...]


@dataclass(frozen=True, slots=True)
class Sampul:
    """The cover."""

    instansi: str
    label: str
    judul: str
    tahun: str
    periode: str
    tempat_waktu: str = ""
    keterangan: tuple[str, ...] = ()
    pernyataan: str = ""


# ------------------------------------------------- naskah dinas (forms)


@dataclass(frozen=True, slots=True)
class Kop:
    """Letterhead of a form."""

    baris: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class JudulNaskah:
    """Centred title of a form."""

    baris: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Isian:
    """Label and value pairs of a form; `None` is a ruled blank to be filled by hand."""

    pasangan: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class Penandatangan:
    """One signature: role, office (with Pj., Plt. or Plh.) and a blank for name and NIP."""

    peran: str
    jabatan: str


@dataclass(frozen=True, slots=True)
class TandaTangan:
    """Signature block; the superior stands left, the one who promises right."""

    tempat_waktu: str
    kiri: Penandatangan | None
    kanan: Penandatangan


Blok = (
    Judul
    | JudulButir
    | Paragraf
    | BelumDiisi
    | Daftar
    | Catatan
    | Kotak
    | Tabel
    | Gambar
    | Ubin
    | DaftarIsi
    | GantiHalaman
    | Utuh
    | Lanskap
    | Berdampingan
    | Narasi
    | Sampul
    | Kop
    | JudulNaskah
    | Isian
    | TandaTangan
)


@dataclass(frozen=True, slots=True)
class Bagian:
    """A part of the report with its own page numbering."""

    jenis: JenisBagian
    blok: tuple[Blok, ...]


@dataclass(frozen=True, slots=True)
class Tata:
    """Paper, ornament and emblem by the agency's choice; `lambang` is a PNG, JPEG or SVG as bytes."""

    kertas: Kertas = Kertas.A4
    motif: Motif = Motif.KAWUNG
    lambang: bytes = b""
    jenis_lambang: str = ""
    """"png", "jpeg" or "svg"; empty without an emblem."""


@dataclass(frozen=True, slots=True)
class Dokumen:
    """A whole report. `kaki` is the short title in the footer, `pernyataan` a statement beside it."""

    judul: str
    penulis: str
    kaki: str
    bagian: tuple[Bagian, ...]
    pernyataan: str = ""
    kata_kunci: tuple[str, ...] = ()
    bahasa: str = "id"
    sidik: str = ""
    tata: Tata = Tata()
    meta: dict[str, str] = field(default_factory=dict)
