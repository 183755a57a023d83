"""Scales as printed: classes with their bounds and labels, read from tables and from lists of two columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from opensakip.dokumen.bacaan.model import Bacaan, Sel, Tabel
from opensakip.hitung.angka import AngkaSalah, baca_angka
from opensakip.hitung.skala import Kelas
from opensakip.periksa.pengenal_nama import polos
from opensakip.periksa.pengenal_tabel import Konteks

_A = r"\d+(?:[.,]\d+)?"
_KATA = (
    (re.compile(r"lebih\s+dari\s+(?:atau\s+)?sama\s+dengan|paling\s+(?:rendah|sedikit)|minimal", re.I), "≥"),
    (re.compile(r"kurang\s+dari\s+(?:atau\s+)?sama\s+dengan|paling\s+(?:tinggi|banyak)|maksimal", re.I), "≤"),
    (re.compile(r"lebih\s+(?:dari|besar)|di\s*atas|besar\s+dari", re.I), ">"),
    (re.compile(r"kurang\s+dari|di\s*bawah|lebih\s+kecil", re.I), "<"),
    (re.compile(r"s\.?\s?/?\s?d\.?|sampai(?:\s+dengan)?|hingga", re.I), "-"),
    (re.compile(r">\s*=|=\s*>"), "≥"),
    (re.compile(r"<\s*=|=\s*<"), "≤"),
)
_DUA = re.compile(
    rf"(?P<awal>[>≥]?)\s*(?P<a>{_A})\s*(?P<tengah>[-–—≤<]|(?:[≤<]\s*)?[a-z]+\s*(?P<op>[≤<]))\s*(?P<akhir>[<≤]?)\s*(?P<b>{_A})",
    re.I,
)
_SATU = re.compile(rf"[a-z]{{0,8}}\s*(?P<op>[>≥<≤])\s*(?P<a>{_A})", re.I)
_CAPAIAN = re.compile(
    r"capaian|realisasi\s+kinerja|peringkat\s+kinerja|nilai\s+kinerja|keberhasilan|pengukuran", re.I
)
_INDEKS = re.compile(r"\bakip\b|sakip|indeks|kepuasan|survei|\bskm\b|\bikm\b|evaluasi|reformasi|risiko", re.I)


@dataclass(frozen=True)
class KelasCetak:
    """A class as printed: bounds, label, the cell."""

    kelas: Kelas
    label: str
    sel: Sel


@dataclass(frozen=True)
class SkalaCetak:
    """A printed scale, best class first, with what stands around it."""

    kelas: tuple[KelasCetak, ...]
    tabel: Tabel
    sekitar: str
    kepala: str
    ke: int = 0

    @property
    def untuk_capaian(self) -> bool:
        """Whether the scale classes achievements in per cent, and not an index of its own."""
        return bool(_CAPAIAN.search(self.sekitar)) and not _INDEKS.search(self.kepala)


def baca_selang(teks: str) -> Kelas | None:
    """The bounds a text prints; None where it is no interval.

    >>> [str(baca_selang(t).batas()) for t in ("76 ≤ 90", "> 90 - 100", "≤ 50")]
    ['paling rendah 76 dan paling tinggi 90', 'lebih dari 90 dan paling tinggi 100', 'paling tinggi 50']
    """
    isi = polos(teks).replace("%", "").strip(" :;")
    for pola, tanda in _KATA:
        isi = pola.sub(tanda, isi)
    dua = _DUA.fullmatch(isi)
    if dua:
        a, b = _angka(dua["a"]), _angka(dua["b"])
        if a is None or b is None:
            return None
        tertutup_bawah = dua["awal"] != ">" and not (dua["op"] and "<" in dua["tengah"][:1])
        tertutup_atas = dua["akhir"] != "<" and dua["op"] != "<" and dua["tengah"] != "<"
        return Kelas("", "", min(a, b), max(a, b), tertutup_bawah, tertutup_atas)
    satu = _SATU.fullmatch(isi)
    if satu is None:
        return None
    a = _angka(satu["a"])
    if a is None:
        return None
    if satu["op"] in ">≥":
        return Kelas("", "", a, None, bawah_termasuk=satu["op"] == "≥")
    return Kelas("", "", None, a, atas_termasuk=satu["op"] == "≤")


def _angka(teks: str) -> Decimal | None:
    try:
        return baca_angka(teks, bentuk="id")
    except AngkaSalah:
        return None


def skala_dokumen(bacaan: Bacaan) -> Iterator[SkalaCetak]:
    """All scales of a document."""
    konteks = Konteks()
    for ke, (jalur, u) in enumerate(bacaan.berjalur()):
        konteks.maju(jalur, u)
        if isinstance(u, Tabel):
            kelas = _kelas(u)
            if len(kelas) >= 3:
                isi = [u.keterangan, konteks.keterangan, *konteks.jalur[-1:]]
                kepala = " ".join([*isi, *(u.teks(0, j) for j in range(u.lebar))])
                yield SkalaCetak(tuple(kelas), u, " ".join([kepala, *konteks.paragraf[-1:]]), kepala, ke)


def _kelas(tabel: Tabel) -> list[KelasCetak]:
    """Rows with an interval and a label, ordered from the best class down."""
    hasil: list[KelasCetak] = []
    for baris in tabel.baris:
        sel = [s for s in baris if s is not None and s.teks.strip()]
        selang = [(s, baca_selang(s.teks)) for s in sel]
        ada = [(s, k) for s, k in selang if k is not None]
        label = [
            s
            for s in sel
            if re.search(r"[^\W\d_]{2,}|^[A-E]{1,2}$", polos(s.teks)) and baca_selang(s.teks) is None
        ]
        if len(ada) == 1 and label and len(polos(label[-1].teks)) <= 60:
            nama = re.sub(r"^\W+", "", polos(label[-1].teks)).strip(" :")
            hasil.append(KelasCetak(ada[0][1], nama, ada[0][0]))
    return sorted(hasil, key=lambda k: -_puncak(k.kelas))


def _puncak(k: Kelas) -> Decimal:
    if k.bawah is None:
        return k.atas - 1 if k.atas is not None else Decimal(0)
    return k.bawah
