"""Words of the document model: meanings of marks, roles of rows, paper, and runs of text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Nada(StrEnum):
    """Meaning of a status or accent. Writers add shape and colour; the word is always printed as well."""

    SANGAT_BAIK = "sangat_baik"
    TINGGI = "tinggi"
    SEDANG = "sedang"
    RENDAH = "rendah"
    SANGAT_RENDAH = "sangat_rendah"
    KOSONG = "kosong"
    MELAMPAUI = "melampaui"
    TERCAPAI = "tercapai"
    BAWAH = "bawah"
    NAIK = "naik"
    TURUN = "turun"
    TETAP = "tetap"
    UTAMA = "utama"
    AKSEN = "aksen"
    PERHATIAN = "perhatian"
    BAIK = "baik"


class Rata(StrEnum):
    """Alignment of a table column; DESIMAL aligns at the decimal comma."""

    KIRI = "kiri"
    TENGAH = "tengah"
    KANAN = "kanan"
    DESIMAL = "desimal"


class JenisBaris(StrEnum):
    """Role of a table row; writers choose fill, weight and indent."""

    ISI = "isi"
    KELOMPOK = "kelompok"
    TINGKAT1 = "tingkat1"
    TINGKAT2 = "tingkat2"
    TINGKAT3 = "tingkat3"
    SUBJUMLAH = "subjumlah"
    JUMLAH = "jumlah"
    TOTAL = "total"


class Kertas(StrEnum):
    """Paper; `ukuran` is width and height in millimetres, upright."""

    A4 = "a4"
    F4 = "f4"

    @property
    def ukuran(self) -> tuple[int, int]:
        """Width and height in millimetres of the upright page."""
        return {Kertas.A4: (210, 297), Kertas.F4: (215, 330)}[self]


class Motif(StrEnum):
    """Ornament of the cover and under chapter titles."""

    KAWUNG = "kawung"
    POLOS = "polos"


class JenisBagian(StrEnum):
    """Part of a report; decides page numbering and the form of chapter numbers."""

    SAMPUL = "sampul"
    DEPAN = "depan"
    ISI = "isi"
    LAMPIRAN = "lampiran"


# ---------------------------------------------------------------- text


@dataclass(frozen=True, slots=True)
class Potong:
    """A run of text. `tanda` is a mark that hangs behind it (*, †, ‡); `angka` the id of the shown figure."""

    teks: str
    tebal: bool = False
    miring: bool = False
    redup: bool = False
    nada: Nada | None = None
    tanda: str = ""
    angka: str = ""


@dataclass(frozen=True, slots=True)
class Rujuk:
    """Reference to a table, picture or heading by label; printed as "Tabel 3.1" and linked."""

    label: str
    teks: str = ""


@dataclass(frozen=True, slots=True)
class Centang:
    """A box of a checklist: ticked, crossed out or (None) left empty for a hand to fill."""

    keadaan: bool | None = None

    @property
    def teks(self) -> str:
        """What stands there when the document is read as plain text."""
        return {True: "[v]", False: "[x]", None: "[ ]"}[self.keadaan]


GANTI_BARIS = "\n"
"""A run of exactly this text begins a new line inside a cell."""

Ruas = Potong | Rujuk | Centang
Isi = tuple[Ruas, ...]
Bahan = str | Potong | Rujuk | Centang | Iterable["Bahan"]


def isi(*bahan: Bahan) -> Isi:
    """Flatten strings, runs and references into one text; empty strings vanish."""
    hasil: list[Ruas] = []
    for b in bahan:
        if isinstance(b, str):
            if b:
                hasil.append(Potong(b))
        elif isinstance(b, Potong | Rujuk | Centang):
            hasil.append(b)
        else:
            hasil.extend(isi(*b))
    return tuple(hasil)


def polos(teks: Isi) -> str:
    """The bare text of runs, as alternative text or bookmark needs it."""
    return "".join(b.teks for b in teks)
