"""A table in which every line repeats its programme, kegiatan and sub kegiatan with their codes (DPA lines).

Lines below the sub kegiatan (accounts) are added up to it; the tree has one programme per code and owner.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from opensakip.dokumen.bacaan.model import Bacaan, Sel, Tabel, Tempat
from opensakip.hitung.angka import AngkaSalah, baca_rupiah
from opensakip.hitung.nilai import nilai_kosong
from opensakip.periksa.pohon.baris import bersih
from opensakip.periksa.pohon.kepala import huruf
from opensakip.periksa.pohon.model import DITURUNKAN, Isi, Pohon, Simpul, Tanya, Uang

TINGKAT = ("program", "kegiatan", "sub_kegiatan")
_KEPALA = {"program": "program", "kegiatan": "kegiatan", "subkegiatan": "sub_kegiatan"}
_PEMILIK = re.compile(r"skpd|opd|perangkatdaerah|unit(?:kerja|skpd)?|namaskpd|organisasi")
_UANG = re.compile(
    r"(?:jumlah|pagu|anggaran|nilai|total)(?:sebelum|sesudah|setelah|murni|semula|menjadi)?(?:perubahan)?"
)
_SESUDAH = re.compile(r".*(?:perubahan|sesudah|setelah|menjadi).*")
_KODE = re.compile(r"\s*(?P<kode>[0-9X](?:[.\dX]*[\dX])?)\s*(?:[-–:]\s*)?(?P<nama>\S.*)?", re.DOTALL)


@dataclass(slots=True)
class _Kepala:
    tingkat: dict[str, int]
    uang: dict[int, str]
    judul: dict[str, str]
    pemilik: int | None
    baris: int


def kenali_dpa(bacaan: Bacaan) -> list[Pohon]:
    """Every table of such lines as a tree by code."""
    hasil = []
    for t in bacaan.tabel():
        k = _kepala(t)
        if k is not None and _berkode(t, k):
            hasil.append(_Pembaca(k).baca(t))
    return hasil


def _kepala(t: Tabel) -> _Kepala | None:
    for i in range(min(len(t.baris), 6)):
        kata = {j: huruf(s.teks) for j, s in enumerate(t.baris[i]) if s}
        tingkat = {_KEPALA[k]: j for j, k in kata.items() if k in _KEPALA}
        kolom = [j for j, k in kata.items() if _UANG.fullmatch(k)]
        if len(tingkat) < 2 or not kolom:
            continue
        sesudah = [j for j in kolom if _SESUDAH.fullmatch(kata[j])]
        sebelum = [j for j in kolom if j not in sesudah]
        uang = ({sebelum[0]: "murni"} if sebelum else {}) | ({sesudah[0]: "perubahan"} if sesudah else {})
        judul = {kunci: t.teks(i, j) for j, kunci in uang.items()}
        pemilik = next((j for j, k in kata.items() if _PEMILIK.fullmatch(k)), None)
        return _Kepala(tingkat, uang, judul, pemilik, i + 1)
    return None


def _berkode(t: Tabel, k: _Kepala) -> bool:
    """Most lines carry a code in every level column."""
    baris = t.baris[k.baris :]
    cocok = sum(1 for b in baris if all(_kode(_teks(b, j))[0] for j in k.tingkat.values()))
    return bool(baris) and cocok * 5 >= len(baris) * 4


def _teks(b: tuple[Sel | None, ...], j: int) -> str:
    s = b[j] if j < len(b) else None
    return bersih(s.teks) if s else ""


def _kode(teks: str) -> tuple[str, str]:
    """Code and name of a cell.

    >>> _kode("1.01.02 Program Kebun"), _kode("Program Kebun")
    (('1.01.02', 'Program Kebun'), ('', 'Program Kebun'))
    """
    cocok = _KODE.fullmatch(teks)
    if cocok is None or "." not in cocok["kode"]:
        return "", teks
    return cocok["kode"], (cocok["nama"] or "").strip()


def baca_jumlah(teks: str) -> Decimal | None:
    """An amount with or without marks and cents; None where it is none.

    >>> baca_jumlah("4950000,00"), baca_jumlah("4.950.000,00"), baca_jumlah("x")
    (Decimal('4950000.00'), Decimal('4950000.00'), None)
    """
    isi = re.sub(r"^\s*Rp\.?\s*", "", teks.strip(), flags=re.IGNORECASE)
    if re.fullmatch(r"\d+(?:,\d{1,2})?", isi):
        return Decimal(isi.replace(",", "."))
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+,\d{1,2}", isi):
        return Decimal(isi.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d{1,3}(?:,\d{3})*(?:\.\d{1,2})?|\d+\.\d{1,2}", isi):
        return Decimal(isi.replace(",", ""))
    try:
        return baca_rupiah(isi)
    except (AngkaSalah, InvalidOperation):
        return None


@dataclass(slots=True)
class _Pembaca:
    k: _Kepala
    simpul: dict[tuple[str, ...], Simpul] = field(default_factory=dict)
    tanya: list[Tanya] = field(default_factory=list)
    nama: dict[str, str] = field(default_factory=dict)

    def baca(self, t: Tabel) -> Pohon:
        for b in t.baris[self.k.baris :]:
            if any(_teks(b, j) for j in self.k.tingkat.values()):
                self._baris(b)
        simpul = list(self.simpul.values())
        kolom = tuple((kunci, self.k.judul[kunci]) for kunci in dict.fromkeys(self.k.uang.values()))
        return Pohon("dpa", simpul, self.tanya, TINGKAT, kolom, t.tempat)

    def _baris(self, b: tuple[Sel | None, ...]) -> None:
        tempat = next(s.tempat for s in b if s is not None)
        pemilik = _kode(_teks(b, self.k.pemilik))[1] if self.k.pemilik is not None else ""
        kunci: tuple[str, ...] = (pemilik,)
        induk: Simpul | None = None
        rantai: list[Simpul] = []
        for tingkat in TINGKAT:
            if tingkat not in self.k.tingkat:
                continue
            kode, nama = _kode(_teks(b, self.k.tingkat[tingkat]))
            kunci = (*kunci, kode or nama)
            if kunci not in self.simpul:
                self._baru(kunci, tingkat, kode, nama, pemilik, induk, tempat)
            induk = self.simpul[kunci]
            rantai.append(induk)
        self._uang(b, rantai)

    def _baru(
        self,
        kunci: tuple[str, ...],
        tingkat: str,
        kode: str,
        nama: str,
        pemilik: str,
        induk: Simpul | None,
        tempat: Tempat,
    ) -> None:
        s = Simpul(f"d{len(self.simpul) + 1}", tingkat, Isi(nama or kode, (tempat,)), tempat, kode=kode)
        s.pemilik = Isi(pemilik, (tempat,))
        s.induk = induk.id if induk else ""
        self.simpul[kunci] = s
        sebut = f"{tingkat.replace('_', ' ')} “{s.nama.teks}”"
        if not kode:
            self._soal(s, f"Kode {sebut} tidak tercetak.", tempat)
        elif induk is not None and induk.kode and not kode.startswith(f"{induk.kode}."):
            self._soal(
                s, f"Kode {kode} pada {sebut} tidak berada di bawah kode induknya, {induk.kode}.", tempat
            )

    def _soal(self, s: Simpul, kalimat: str, tempat: Tempat) -> None:
        """A strange code warns; the row stays with the code as printed."""
        self.tanya.append(Tanya("kode_janggal", s.id, "kode", kalimat, (tempat,), s.kode, catatan=True))

    def _uang(self, b: tuple[Sel | None, ...], rantai: list[Simpul]) -> None:
        """The amount of a line counts on every level above it; a level keeps the place of its first line."""
        for j, kunci in self.k.uang.items():
            sel = b[j] if j < len(b) else None
            teks = bersih(sel.teks) if sel else ""
            tempat = (sel.tempat,) if sel else ()
            angka = Decimal(0) if _hampa(teks) else baca_jumlah(teks)
            if angka is None:
                kata = f"Jumlah “{teks}” pada “{rantai[-1].nama.teks}” tidak terbaca sebagai angka."
                self.tanya.append(Tanya("angka_janggal", rantai[-1].id, f"pagu.{kunci}", kata, tempat, teks))
                continue
            for s in rantai:
                ada = s.pagu.setdefault(kunci, Uang("", Decimal(0), tempat, DITURUNKAN, terbukti=True))
                ada.nilai += angka


def _hampa(teks: str) -> bool:
    """A cell that says "nothing": blank, a dash, or what programs write for it."""
    return nilai_kosong(teks) or teks.casefold() in ("none", "null", "nan", "nihil")
