"""What checks of text share: pieces of text with their places, zones of a report, its kind and its year."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from opensakip.dokumen.bacaan.model import (
    Bacaan,
    ButirDaftar,
    Judul,
    Paragraf,
    Sel,
    Tabel,
    Tempat,
    Unsur,
)
from opensakip.periksa.temuan import Lokasi

LEBAR_KUTIPAN = 110
"""Longest quotation beside a place; a reader must recognise the line, not read it again."""
ROMAWI = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}
_BAB = re.compile(r"^\s*BAB\s+([IVX]+|\d{1,2})\b", re.IGNORECASE)
_NOMOR = re.compile(r"^(\d{1,2})\.(?:\d{1,2}\.?)*\d*$")
_DAFTAR = re.compile(r"^\s*DAFTAR\s+(ISI|TABEL|GAMBAR|GRAFIK|LAMPIRAN|DIAGRAM|BAGAN)\b", re.IGNORECASE)
_NAMA_BAB = (
    (1, re.compile(r"^pendahuluan$")),
    (2, re.compile(r"^perencanaan(?: (?:dan perjanjian )?kinerja)?$")),
    (3, re.compile(r"^akuntabilitas kinerja$")),
    (4, re.compile(r"^penutup$")),
)
_SPASI = re.compile(r"\s+")
_BUKAN_HURUF = re.compile(r"[^0-9a-z]+")


@dataclass(frozen=True)
class Potong:
    """A piece of text: a heading, paragraph, item, caption or cell, with the headings it stands under."""

    bacaan: Bacaan
    ke: int
    unsur: Unsur | Sel
    teks: str
    jalur: tuple[Judul, ...]
    dalam: Tabel | None = None

    @property
    def ragu(self) -> bool:
        """True where the reader itself was not sure of this text."""
        return bool(getattr(self.unsur, "ragu", False)) or bool(self.dalam and self.dalam.ragu)

    def tempat(self, posisi: int = 0) -> Tempat:
        """The place of a position in the text."""
        if isinstance(self.unsur, Paragraf | ButirDaftar):
            return self.unsur.di(posisi)
        return self.unsur.tempat

    def lokasi(self, awal: int = 0, akhir: int | None = None) -> Lokasi:
        """The place of a span with the words around it."""
        akhir = awal if akhir is None else akhir
        sisa = max(0, LEBAR_KUTIPAN - (akhir - awal)) // 2
        kiri, kanan = max(0, awal - sisa), min(len(self.teks), akhir + sisa)
        kutipan = self.teks[kiri:kanan].strip()
        kutipan = ("…" if kiri else "") + kutipan + ("…" if kanan < len(self.teks) else "")
        return Lokasi(self.bacaan.berkas, self.tempat(awal), kutipan)


def potong(b: Bacaan, *, sel: bool = True) -> Iterator[Potong]:
    """All pieces of text of a document in the order of reading; `sel` takes the cells of tables too."""
    for ke, (jalur, u) in enumerate(b.berjalur()):
        if not isinstance(u, Tabel):
            yield Potong(b, ke, u, u.teks, jalur)
        elif sel:
            for baris in u.baris:
                for s in baris:
                    if s is not None and s.teks:
                        yield Potong(b, ke, s, s.teks, jalur, u)


def lokasi(b: Bacaan, tempat: Tempat, kutipan: str = "") -> Lokasi:
    """A place of a document with a quotation of bearable length."""
    polos = rapikan(kutipan)
    return Lokasi(
        b.berkas, tempat, polos if len(polos) <= LEBAR_KUTIPAN else polos[: LEBAR_KUTIPAN - 1] + "…"
    )


def rapikan(teks: str) -> str:
    """One space between words, none around."""
    return _SPASI.sub(" ", teks).strip()


def kunci(teks: str) -> str:
    """A text for comparison: lower case, letters and digits, one space between words."""
    return _BUKAN_HURUF.sub(" ", teks.casefold()).strip()


def nomor_bab(judul: Judul) -> int | None:
    """The number of a chapter heading, None for other headings."""
    cocok = _BAB.match(f"{judul.nomor} {judul.teks}")
    if cocok is None:
        return None
    kode = cocok[1].upper()
    return int(kode) if kode.isdigit() else ROMAWI.get(kode)


def zona(b: Bacaan) -> tuple[str, ...]:
    """For every element the part of the report it belongs to.

    "depan", "ikhtisar", "isi" (lists of contents), "sistematika", "bab1" ... "bab10", "lampiran". The
    chapters that a paragraph on the order of the report announces do not begin there.
    """
    kini, bab, terdaftar = "depan", 0, 0
    hasil: list[str] = []
    for u in b.unsur:
        if isinstance(u, Judul):
            kini, bab, terdaftar = _zona_judul(u, kini, bab, terdaftar)
        hasil.append(kini)
    return tuple(hasil)


def _zona_judul(u: Judul, kini: str, bab: int, terdaftar: int) -> tuple[str, int, int]:
    """The part that begins with a heading, the chapter so far, and the chapter last announced."""
    nama = kunci(u.teks)
    if _DAFTAR.match(u.teks):
        return "isi", bab, 0
    if "sistematika" in nama and bab < 2:
        return "sistematika", max(bab, 1), 0
    if re.match(r"(?:ikhtisar|iktisar|ringkasan) eksekutif", nama):
        return "ikhtisar", bab, 0
    baru = nomor_bab(u)
    diumumkan = baru is not None and (baru == 1 if not terdaftar else 0 < baru - terdaftar <= 2)
    if kini == "sistematika" and diumumkan and baru is not None:
        return kini, bab, baru
    baru = baru or _bab_lain(u, nama, kini, bab)
    if baru:
        return f"bab{baru}", baru, 0
    if _mulai_lampiran(nama, u, kini, bab):
        return "lampiran", bab, 0
    return kini, bab, terdaftar


def _bab_lain(u: Judul, nama: str, kini: str, bab: int) -> int | None:
    """A chapter that shows only in the number of its first section, or in its name."""
    nomor = _NOMOR.match(u.nomor.rstrip("."))
    if nomor and kini not in ("lampiran",) and int(nomor[1]) == bab + 1 and "." in u.nomor.rstrip("."):
        return int(nomor[1])
    if kini != "sistematika":
        for ke, pola in _NAMA_BAB:
            if pola.match(nama) and ke >= bab:
                return ke
    return None


def _mulai_lampiran(nama: str, u: Judul, kini: str, bab: int) -> bool:
    if kini == "lampiran":
        return True
    if (nama.startswith("lampiran") or kunci(u.nomor).startswith("lampiran")) and bab >= 3:
        return True
    surat = nama.startswith("perjanjian kinerja") or re.match(r"pernyataan.* reviu", nama)
    return bool(surat) and bab >= 4 and not u.nomor


_JENIS = (
    ("lkj", r"laporan (?:akuntabilitas )?kinerja|\blkj\b|\blkip\b|\blkjip\b|\blakip\b"),
    ("pk", r"perjanjian kinerja|penetapan kinerja"),
    ("rka", r"rencana kerja dan anggaran|rencana anggaran tingkat|\brka\b"),
    ("dpa", r"dokumen pelaksanaan (?:perubahan )?anggaran|\bdpa\b|\bdppa\b"),
    ("renstra", r"rencana strategis|\brenstra\b"),
    ("renja", r"rencana kerja|\brenja\b|\brkpd\b"),
    ("iku", r"indikator kinerja utama"),
)


def jenis(b: Bacaan) -> str:
    """What kind of document it is, by what its beginning names first; "lain" where it names none."""
    awal: list[str] = []
    for p in potong(b):
        awal.append(p.teks)
        if sum(map(len, awal)) > 600:
            break
    teks = kunci(" ".join(awal))
    temu = [(c.start(), nama) for nama, pola in _JENIS if (c := re.search(pola, teks))]
    return min(temu)[1] if temu else "lain"


_TAHUN_JUDUL = re.compile(
    r"(?:laporan (?:akuntabilitas )?kinerja|lkj|lkip|lkjip|lakip|perjanjian kinerja|rencana kerja|renja)"
    r"[^.;]{0,90}?tahun(?: anggaran)? (20\d\d)(?! ?[-–] ?20)",
    re.IGNORECASE,
)
_TAHUN = re.compile(r"\btahun(?: anggaran)?\s*:?\s*(20\d\d)\b(?!\s?[-–]\s?20)", re.IGNORECASE)


def tahun_laporan(b: Bacaan) -> int | None:
    """The year the document is about: of its title, else the year it names far more often than others."""
    judul: Counter[int] = Counter()
    semua: Counter[int] = Counter()
    awal = ""
    for p in potong(b, sel=False):
        if len(awal) < 1500:
            awal += " " + p.teks
        judul.update(int(c[1]) for c in _TAHUN_JUDUL.finditer(p.teks))
        semua.update(int(c[1]) for c in _TAHUN.finditer(p.teks))
    muka = _TAHUN_JUDUL.search(rapikan(awal))
    if muka and semua[int(muka[1])] * 4 >= max(semua.values(), default=0):
        return int(muka[1])
    if judul:
        return judul.most_common(1)[0][0]
    terbanyak = semua.most_common(1)
    if terbanyak and terbanyak[0][1] >= 5 and terbanyak[0][1] * 3 >= sum(semua.values()):
        return terbanyak[0][0]
    return None


_AKHIR_KALIMAT = re.compile(
    r"(?<=[^\W\d][^\W\d][^\W\d%])[.;]\s+(?=[A-Z(])|(?<=%)[.;]\s+|(?<=\d)[.;]\s+(?=[A-Z])"
)


def kalimat_di(teks: str, posisi: int) -> tuple[int, int]:
    """Bounds of the sentence around a position; points inside figures and short forms do not end one."""
    awal, akhir = 0, len(teks)
    for c in re.finditer(
        r"(?<=[^\W\d][^\W\d][^\W\d%])[.;]\s+(?=[A-Z(])|(?<=%)[.;]\s+|(?<=\d)[.;]\s+(?=[A-Z])", teks
    ):
        if c.end() <= posisi:
            awal = c.end()
        elif c.start() >= posisi:
            akhir = c.start() + 1
            break
    return awal, akhir


def catatan_ragu(b: Bacaan, *ragu: bool) -> str:
    """What a sentence adds where the reading is not certain; empty where it is."""
    if any(ragu):
        return " Bacaan di tempat ini meragukan; cocokkan dengan aslinya."
    if b.pindaian:
        return " Dokumen dibaca dari hasil pindai; cocokkan dengan aslinya."
    return ""


def yakin(b: Bacaan, dasar: int, *ragu: bool) -> int:
    """Certainty of a finding, lowered where the text comes from a scan or its reader was in doubt."""
    nilai = dasar - (30 if any(ragu) else 10 if b.pindaian else 0)
    return max(5, min(100, nilai))
