"""The head of a table of a plan: which column holds what."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from opensakip.dokumen.bacaan.model import Sel, Tabel

TINGKAT = (
    ("tujuan", r"tujuan"),
    ("sasaran", r"sasaran(?:strategis|opd|skpd|perangkatdaerah|renstra|daerah)?"),
    ("program", r"program"),
    ("kegiatan", r"kegiatan"),
    ("sub_kegiatan", r"subkegiatan"),
)
"""Levels of a regional plan from the top, with the letters a head may print for them."""
_INDIKATOR = re.compile(r"indikator(?:kinerja)?(?:utama)?(?P<tingkat>.*)")
_PEMILIK = re.compile(
    r"(?:penan|pengan|peran).*jawab|unit(?:kerja|organisasi)?|pelaksana|opd|perangkatdaerah(?:p.*)?"
)
_UANG = re.compile(r"(?:rencana)?(?:pagu|anggaran|alokasi|kebutuhandana).*")
_SEBELUM = re.compile(r".*(?:murni|sebelum|semula|awal|induk).*")
_SESUDAH = re.compile(r".*(?:perubahan|setelah|sesudah|menjadi).*")
_SELISIH = re.compile(r".*(?:selisih|bertambah|berkurang).*")


@dataclass(slots=True)
class Kepala:
    """Columns by role. `label`: column -> (level, "nama" | "indikator"); `uang`: column -> key."""

    label: dict[int, tuple[str, str]] = field(default_factory=dict)
    satuan: int | None = None
    target: dict[int, str] = field(default_factory=dict)
    uang: dict[int, str] = field(default_factory=dict)
    judul_uang: dict[str, str] = field(default_factory=dict)
    pemilik: int | None = None
    kode: int | None = None
    baris: int = 0

    @property
    def tingkat(self) -> tuple[str, ...]:
        """Levels that have a name column of their own, from the top."""
        ada = {t for t, jenis in self.label.values() if jenis == "nama"}
        return tuple(t for t, _ in TINGKAT if t in ada)

    @property
    def berjenjang(self) -> bool:
        """At least two levels beside each other, and money."""
        return len(self.tingkat) >= 2 and bool(self.uang)


def huruf(teks: str) -> str:
    """Only the letters and digits, small: heads are printed with breaks inside words ("TARGE T")."""
    return re.sub(r"[\W_]+", "", re.sub(r"<[^>]*>", "", teks)).casefold()


def _tingkat(kata: str) -> str:
    return next((nama for nama, pola in TINGKAT if re.fullmatch(pola, kata)), "")


def label_kepala(kata: str) -> tuple[str, str] | None:
    """Level and kind of a label column by the letters of its head; None for another column."""
    if tingkat := _tingkat(kata):
        return tingkat, "nama"
    cocok = _INDIKATOR.fullmatch(kata)
    if cocok and (tingkat := _tingkat(cocok["tingkat"])):
        return tingkat, "indikator"
    return None


def kunci_uang(kata: str) -> str:
    """Which ceiling a money column is: murni, perubahan, selisih, a year; empty when unsaid."""
    if _SELISIH.fullmatch(kata):
        return "selisih"
    if _SEBELUM.fullmatch(kata):
        return "murni"
    if _SESUDAH.fullmatch(kata):
        return "perubahan"
    return kata if re.fullmatch(r"(?:19|20)\d\d", kata) else ""


def uang_kepala(kata: str) -> bool:
    """The head of a money column."""
    return bool(_UANG.fullmatch(kata) or _SELISIH.fullmatch(kata))


def pemilik_kepala(kata: str) -> bool:
    """The head of the column that says who answers for a row."""
    return bool(_PEMILIK.fullmatch(kata))


def baca_kepala(baris: list[tuple[Sel | None, ...]]) -> Kepala | None:
    """Roles of the columns from the first row of a table and the row below it; None: not such a head."""
    atas = _teks(baris[0]) if baris else []
    bawah = _teks(baris[1]) if len(baris) > 1 else []
    k = Kepala(baris=1)
    for j, teks in enumerate(atas):
        _isi_peran(k, j, huruf(teks), teks)
    if not k.label:
        return None
    _isi_uang(k, atas, bawah)
    return k


def _teks(baris: tuple[Sel | None, ...]) -> list[str]:
    return [s.teks if s else "" for s in baris]


def _isi_peran(k: Kepala, j: int, kata: str, teks: str) -> None:
    label = label_kepala(kata)
    if label:
        k.label[j] = label
    elif kata == "satuan":
        k.satuan = j
    elif kata.startswith("target"):
        k.target[j] = "target"
    elif kata.startswith("kode"):
        k.kode = j
    elif _UANG.fullmatch(kata) or _SELISIH.fullmatch(kata):
        kunci = kunci_uang(kata) or "pagu"
        k.uang[j] = kunci
        k.judul_uang[kunci] = teks
    elif _PEMILIK.fullmatch(kata):
        k.pemilik = j


def _isi_uang(k: Kepala, atas: list[str], bawah: list[str]) -> None:
    """A second head row splits the money column: before and after, or years."""
    if any(huruf(t) and label_kepala(huruf(t)) for t in bawah):
        return
    for j, teks in enumerate(bawah):
        kunci = kunci_uang(huruf(teks))
        di_bawah_uang = any(c <= j and not any(atas[x].strip() for x in range(c + 1, j + 1)) for c in k.uang)
        if kunci and di_bawah_uang:
            k.baris = 2
            k.judul_uang.pop(k.uang.get(j, ""), None)
            k.uang[j] = kunci
            k.judul_uang[kunci] = teks


def sama_kepala(k: Kepala, baris: tuple[Sel | None, ...]) -> bool:
    """A row that prints the head again (first or second row of it)."""
    kata = [(j, huruf(s.teks)) for j, s in enumerate(baris) if s is not None and s.teks.strip()]
    if not kata:
        return False
    label = sum(1 for _, x in kata if label_kepala(x))
    if label >= 2 and label >= len(k.label) // 2:
        return True
    return all(kunci_uang(x) and len(x) < 20 for _, x in kata)


def kepala_tabel(t: Tabel) -> Kepala | None:
    """The head of a hierarchical plan table, else None."""
    for i in range(min(len(t.baris), 4)):
        k = baca_kepala(list(t.baris[i : i + 2]))
        if k is not None and k.berjenjang:
            k.baris += i
            return k
    return None
