"""Tables of indicators become rows of named cells, whatever the order of their columns.

First all rows are read as they stand; which indicator a row means is settled later, when the register of the
document is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from opensakip.dokumen.bacaan.model import Bacaan, Judul, Keterangan, Paragraf, Sel, Tabel
from opensakip.periksa.fakta import Asal
from opensakip.periksa.pengenal_kepala import Kolom, Peran, Susunan, susunan
from opensakip.periksa.pengenal_nama import inti, peras, polos

_RERATA = re.compile(
    r"^\W*(?:rata|rerata|capaian (?:sasaran|kinerja|rata)|nilai capaian|total\b|jumlah\s*$"
    r"|jumlah (?:total|pagu|anggaran|rata|nilai)|capaian [\w\s]{0,30}\d)",
    re.IGNORECASE,
)
_PERUBAHAN = re.compile(r"perubahan|revisi|pergeseran|setelah perubahan|papbd|dppa", re.IGNORECASE)
_MURNI = re.compile(r"\bmurni\b|sebelum perubahan|\bawal tahun\b|perjanjian kinerja awal", re.IGNORECASE)
_PK = re.compile(r"perjanjian\s+kinerja|penetapan\s+kinerja|pihak\s+(?:pertama|kedua)", re.IGNORECASE)


@dataclass(frozen=True)
class Baris:
    """One row of a table of indicators, cells by column number."""

    nama: str
    sel_nama: Sel | None
    sasaran: str
    sel_sasaran: Sel | None
    nomor: str
    isi: tuple[tuple[Kolom, Sel | None], ...]
    rerata: bool = False


@dataclass(frozen=True)
class TabelIndikator:
    """A table whose rows are indicators (or sasaran), with where it stands and what kind it is."""

    tabel: Tabel
    susunan: Susunan
    baris: tuple[Baris, ...]
    asal: Asal
    versi: str
    jalur: tuple[str, ...]
    dekat: str = ""
    induk: str = ""


@dataclass
class Konteks:
    """What stands before a table: headings, caption, the last paragraphs."""

    jalur: tuple[str, ...] = ()
    keterangan: str = ""
    paragraf: list[str] = field(default_factory=list)
    lampiran_pk: bool = False
    versi_pk: str = ""

    def maju(self, jalur: tuple[Judul, ...], unsur: object) -> None:
        """Take one more element into account."""
        teks = tuple(" ".join([j.nomor, polos(j.teks)]).strip() for j in jalur)
        if teks != self.jalur:
            self.jalur, self.paragraf, self.keterangan = teks, [], ""
        if isinstance(unsur, Keterangan):
            self.keterangan = polos(unsur.teks)
        elif isinstance(unsur, Paragraf) or hasattr(unsur, "tanda"):
            isi = polos(getattr(unsur, "teks", ""))
            self.paragraf = [*self.paragraf[-3:], isi]
            if re.search(r"pihak\s+(?:pertama|kedua)\b", isi, re.IGNORECASE):
                self.lampiran_pk = True
        if isinstance(unsur, Judul):
            if _PK.search(unsur.teks):
                self.versi_pk = versi_dari(unsur.teks)
            elif re.match(r"\W*bab\b", f"{unsur.nomor} {unsur.teks}", re.IGNORECASE):
                self.lampiran_pk, self.versi_pk = False, ""


def versi_dari(*teks: str) -> str:
    """The version of an agreement that texts speak of, the nearest text first.

    >>> versi_dari("Perjanjian Kinerja Murni"), versi_dari("", "PERJANJIAN KINERJA PERUBAHAN")
    ('murni', 'perubahan')
    """
    for isi in teks:
        murni, ubah = list(_MURNI.finditer(isi)), list(_PERUBAHAN.finditer(isi))
        if murni and (not ubah or murni[-1].start() > ubah[-1].start()):
            return "murni"
        if ubah and re.search(
            r"perjanjian|\bpk\b|renja|rencana kerja|kinerja|dppa|papbd", isi, re.IGNORECASE
        ):
            return "perubahan"
    return ""


def tabel_indikator(bacaan: Bacaan) -> Iterator[TabelIndikator]:
    """All tables with a column of indicators, read row by row."""
    konteks = Konteks()
    for jalur, unsur in bacaan.berjalur():
        konteks.maju(jalur, unsur)
        if isinstance(unsur, Tabel):
            hasil = baca_tabel(unsur, konteks)
            if hasil is not None:
                yield hasil


def baca_tabel(tabel: Tabel, konteks: Konteks) -> TabelIndikator | None:
    """One table as rows of indicators; None where it has no column of them."""
    tata = susunan(tabel)
    if not tata.punya(Peran.INDIKATOR) or _bukan_indikator(tata, konteks):
        return None
    keterangan = tabel.keterangan or konteks.keterangan
    asal = _asal(tata, konteks, keterangan)
    terdekat = [keterangan, *reversed(konteks.paragraf)]
    versi = versi_dari(*terdekat, *reversed(konteks.jalur)) or konteks.versi_pk
    baris = tuple(_sambung(_baris(tabel, tata)))
    induk = next((t for t in terdekat if t), "")
    return TabelIndikator(tabel, tata, baris, asal, versi, konteks.jalur, keterangan, induk)


def _bukan_indikator(tata: Susunan, konteks: Konteks) -> bool:
    """Lists of contents, matrices of change, and plan trees whose rows are programmes and activities."""
    kepala = " ".join(k.kepala for k in tata.kolom)
    if any(
        re.search(r"daftar\s+(?:isi|tabel|gambar|lampiran)", j, re.IGNORECASE) for j in konteks.jalur[-1:]
    ):
        return True
    if re.search(r"\bsemula\b", kepala, re.IGNORECASE) and re.search(r"\bmenjadi\b", kepala, re.IGNORECASE):
        return True
    pohon = tata.punya(Peran.UANG) and not tata.punya(Peran.SASARAN) and not tata.punya(Peran.REALISASI)
    return pohon and bool(re.search(r"\bkode\b|uraian|program|kegiatan", kepala, re.IGNORECASE))


def _asal(tata: Susunan, konteks: Konteks, keterangan: str) -> Asal:
    if tata.punya(Peran.REALISASI) or tata.punya(Peran.CAPAIAN):
        return Asal.UKUR
    if tata.punya(Peran.TARGET) and not tata.punya(Peran.TAHUN):
        return Asal.PK if konteks.lampiran_pk else Asal.RENCANA
    return Asal.RIWAYAT if tata.punya(Peran.TAHUN) else Asal.DAFTAR


def _baris(tabel: Tabel, tata: Susunan) -> Iterator[Baris]:
    kol_ind = tata.cari(Peran.INDIKATOR)[0]
    kol_sas = next(iter(tata.cari(Peran.SASARAN)), None)
    kol_no = next(iter(tata.cari(Peran.NOMOR)), None)
    sasaran, sel_sasaran, nomor = "", None, ""
    kepala = {peras(tabel.teks(0, j)) for j in range(tabel.lebar)} - {""}
    berjenjang = sum("indikator" in k.kepala.casefold() for k in tata.kolom) > 1
    for i in range(tata.kepala, len(tabel.baris)):
        teks = [polos(s.teks) if s else "" for s in _penuh(tabel, i)]
        if _kepala_berulang(teks, kepala):
            continue
        if _baris_judul(tabel, i, kol_ind, tata):
            if kol_sas is None:
                sasaran, sel_sasaran = inti(teks[kol_ind]) or teks[kol_ind], tabel.sel(i, kol_ind)
            continue
        if kol_no is not None and teks[kol_no]:
            nomor = teks[kol_no]
        if kol_sas is not None and _berhuruf(teks[kol_sas]) and not _RERATA.match(teks[kol_sas]):
            sel = tabel.sel(i, kol_sas)
            sasaran, sel_sasaran = _gabung_sasaran(sasaran, sel_sasaran, sel, teks, kol_ind)
        nama = teks[kol_ind] if _berhuruf(teks[kol_ind]) else ""
        isi = tuple((k, _sel_nilai(tabel, i, j, k)) for j, k in enumerate(tata.kolom))
        rerata = bool(_RERATA.match(nama) or (not nama and any(_RERATA.match(t) for t in teks if t)))
        if not nama and berjenjang:
            continue
        if nama or rerata or any(t and tata.kolom[j].peran in _NILAI for j, t in enumerate(teks)):
            for satu in _pecah(nama, isi):
                yield Baris(satu, tabel.sel(i, kol_ind), sasaran, sel_sasaran, nomor, isi, rerata)


def _berhuruf(teks: str) -> bool:
    """Letters enough to be a name."""
    return len(re.findall(r"[^\W\d_]", teks)) >= 4


def _kepala_berulang(teks: list[str], kepala: set[str]) -> bool:
    """The head printed again on the next page."""
    isi = [t for t in teks if t]
    return sum(peras(t) in kepala for t in isi) >= max(2, len(isi) - 1)


def _baris_judul(tabel: Tabel, i: int, kol_ind: int, tata: Susunan) -> bool:
    """A row whose one wide cell covers the columns of values: a heading inside the table."""
    sel = tabel.sel(i, kol_ind)
    if sel is None or sel.kolom < 2:
        return False
    return any(tabel.sel(i, j) is sel for j, k in enumerate(tata.kolom) if k.peran in _NILAI)


def _pecah(nama: str, isi: tuple[tuple[Kolom, Sel | None], ...]) -> list[str]:
    """Several indicators in one cell without values, parted by semicolons."""
    bernilai = any(s is not None and s.teks.strip() for k, s in isi if k.peran in _NILAI)
    bagian = [p.strip() for p in nama.split(";")]
    return [p for p in bagian if len(peras(p)) > 3] or [nama] if len(bagian) > 1 and not bernilai else [nama]


def _sel_nilai(tabel: Tabel, i: int, j: int, kolom: Kolom) -> Sel | None:
    """The cell of a column; a name that spreads over the columns of values is no value."""
    sel = tabel.sel(i, j)
    melebar = sel is not None and sel.kolom > 1 and (j == 0 or tabel.sel(i, j - 1) is sel)
    return None if melebar and kolom.peran in _NILAI else sel


def _sambung(baris: Iterator[Baris]) -> Iterator[Baris]:
    """A row that only goes on with the name above, in small letters and without values, joins it."""
    kini: Baris | None = None
    for b in baris:
        kosong = not any(s is not None and s.teks.strip() for k, s in b.isi if k.peran in _NILAI)
        if kini is not None and b.nama[:1].islower() and kosong and not b.rerata:
            kini = replace(kini, nama=f"{kini.nama} {b.nama}")
            continue
        if kini is not None:
            yield kini
        kini = b
    if kini is not None:
        yield kini


_NILAI = frozenset({Peran.TARGET, Peran.REALISASI, Peran.CAPAIAN})


def _penuh(tabel: Tabel, i: int) -> list[Sel | None]:
    return [tabel.sel(i, j) for j in range(tabel.lebar)]


def _gabung_sasaran(
    lama: str, sel_lama: Sel | None, sel: Sel | None, teks: list[str], kol_ind: int
) -> tuple[str, Sel | None]:
    """A cell in small letters with nothing beside it continues the sasaran above; any other begins one."""
    baru = polos(sel.teks) if sel else ""
    if lama and baru[:1].islower() and not teks[kol_ind]:
        return f"{lama} {baru}", sel_lama
    return inti(baru) or baru, sel
