"""One row of a plan table, taken apart: labels by level, unit, target, money, owner; shifts undone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from opensakip.dokumen.bacaan.model import Sel, Tabel, Tempat
from opensakip.periksa.pohon.kepala import Kepala, kepala_tabel, sama_kepala
from opensakip.periksa.pohon.model import Isi, Uang

_MARKA = re.compile(r"<[^>]*>|\*\*|[†‡§]")
_RIBUAN = re.compile(r"\(?-?(?:Rp\.?\s*)?\d{1,3}(?:[.,]\d{3})+(?:[.,]00?)?(?:,-)?\)?", re.IGNORECASE)
_BULAT = re.compile(r"\d{4,}|0|-")
_JUMLAH = re.compile(
    r"(?:grand\s+|sub\s*)?(?:jumlah|total)(?:\s+(?:pagu|anggaran|belanja|keseluruhan|seluruh|seluruhnya|dana|biaya|indikatif))*\s*:?",
    re.IGNORECASE,
)
_INDIKATOR = re.compile(
    r"(?:per?sentase|presentase|jumlah|indeks|nilai|tingkat|cakupan|rasio|skor|rata-rata|angka|capaian|"
    r"banyaknya|terlaksananya|tersedianya|tersusunnya|ketercapaian|persen|indikator)\b",
    re.IGNORECASE,
)
_UJUNG_PUTUS = re.compile(
    r"(?:\b(?:dan|atau|serta|dengan|untuk|yang|dari|pada|di|ke|dalam|oleh)|[-,/(&])\s*$", re.IGNORECASE
)


def bersih(teks: str) -> str:
    """Text without marks of the scan's layout and of footnotes, spaces made single."""
    return " ".join(_MARKA.sub(" ", teks).split())


def jumlah_baris(teks: str) -> bool:
    """The text of a row of totals: "Jumlah Pagu Anggaran", "TOTAL"."""
    return bool(_JUMLAH.fullmatch(teks))


def mirip_indikator(teks: str) -> bool:
    """Begins as indicators do (a measure, not a thing to be done)."""
    return bool(_INDIKATOR.match(teks.lstrip(" (")))


def pisah_ekor(teks: str) -> tuple[str, str]:
    """Words before the measure with which an indicator begins, and the indicator; ("", text) when none.

    >>> pisah_ekor("Aneka Usaha Jumlah Dokumen"), pisah_ekor("Jumlah Dokumen")
    (('Aneka Usaha', 'Jumlah Dokumen'), ('', 'Jumlah Dokumen'))
    """
    if mirip_indikator(teks):
        return "", teks
    cocok = re.search(r"\s(?=(?:Jumlah|Persentase|Presentase|Indeks|Rasio|Cakupan)\s)", teks)
    return (teks[: cocok.start()], teks[cocok.end() :]) if cocok else ("", teks)


def terpotong(teks: str) -> bool:
    """Ends in the middle: with a joining word, a hyphen, a comma, or an open bracket."""
    return bool(_UJUNG_PUTUS.search(teks)) or teks.count("(") > teks.count(")")


def lanjutan(teks: str) -> bool:
    """Begins in the middle: with a small letter, or closes a bracket it did not open."""
    huruf = teks.lstrip("(")
    return huruf[:1].islower() or teks.count(")") > teks.count("(")


def baca_uang(teks: str) -> Decimal | None:
    """Amount of whole rupiah: groups of three, whatever their marks; None when it is no amount.

    >>> baca_uang("2.500,000"), baca_uang("9,99"), baca_uang("0")
    (Decimal('2500000'), None, Decimal('0'))
    """
    isi = bersih(teks)
    if _RIBUAN.fullmatch(isi):
        badan = re.sub(r"[.,]00?(?:,-)?\)?$|,-$", "", isi) if re.search(r"[.,]\d00?[.,]00?$", isi) else isi
        angka = Decimal(re.sub(r"\D", "", badan))
        return -angka if isi.startswith(("(", "-")) else angka
    if _BULAT.fullmatch(isi):
        return Decimal(0) if isi == "-" else Decimal(isi)
    return None


Peran = tuple[str, str]
"""What a label cell is: its level, and "nama" or "indikator"."""


@dataclass(slots=True)
class Label:
    """The name and indicator of one level in one row; `pasti` False where columns were shifted."""

    tingkat: str
    nama: Isi | None = None
    indikator: Isi | None = None
    pasti: bool = True


@dataclass(slots=True)
class Baris:
    """One row taken apart. `jumlah`: a row of totals with its text; `awal`: first after a head or page."""

    urut: int
    tempat: Tempat
    label: list[Label] = field(default_factory=list)
    sel: dict[Peran, Isi] = field(default_factory=dict)
    satuan: Isi = field(default_factory=Isi)
    target: dict[str, Isi] = field(default_factory=dict)
    uang: dict[str, Uang] = field(default_factory=dict)
    pemilik: Isi = field(default_factory=Isi)
    jumlah: str = ""
    kode: str = ""
    geser: bool = False
    awal: bool = False

    @property
    def berangka(self) -> bool:
        """The row prints something beside labels."""
        return bool(self.satuan.teks or self.uang or any(x.teks for x in self.target.values()))


def baris_tabel(tabel: Iterable[Tabel]) -> list[tuple[Kepala, list[Baris]]]:
    """Rows of hierarchical plan tables; a table that goes on under the same or no head is one table."""
    hasil: list[tuple[Kepala, list[Baris]]] = []
    for t in tabel:
        k = kepala_tabel(t)
        if k is None:
            if hasil and _menyambung(t, hasil[-1][0]):
                _tambah(hasil[-1], t, 0)
            continue
        if hasil and not _selesai(hasil[-1][1]) and _serumpun(hasil[-1][0], k):
            _tambah((k, hasil[-1][1]), t, k.baris)
        else:
            hasil.append((k, []))
            _tambah(hasil[-1], t, k.baris)
    return hasil


def _serumpun(a: Kepala, b: Kepala) -> bool:
    """The same table on another page, where the scan may have lost a column."""
    return a.tingkat == b.tingkat and set(a.uang.values()) == set(b.uang.values())


def _selesai(baris: list[Baris]) -> bool:
    return bool(baris) and baris[-1].jumlah.casefold().startswith(("total", "grand"))


def _menyambung(t: Tabel, k: Kepala) -> bool:
    """A piece without a head belongs to the table before it when it is as wide and prints amounts there."""
    kolom = list(k.uang)
    uang = [
        j for b in t.baris for j in kolom if j < len(b) and b[j] is not None and baca_uang(_isi(b, j).teks)
    ]
    return abs(t.lebar - max([*k.uang, *k.label, k.pemilik or 0]) - 1) <= 1 and bool(uang)


def _tambah(wadah: tuple[Kepala, list[Baris]], t: Tabel, mulai: int) -> None:
    k, baris = wadah
    awal = True
    for b in t.baris[mulai:]:
        if not any(s and s.teks.strip() for s in b) or sama_kepala(k, b):
            awal = True
            continue
        satu = urai_baris(k, b, len(baris), t.tempat)
        satu.awal = awal or not baris or _berjarak(baris[-1].tempat, satu.tempat)
        baris.append(satu)
        awal = False


def _berjarak(a: Tempat, b: Tempat) -> bool:
    """Something stands between two rows: another page, or lines of the text file."""
    if a.halaman != b.halaman:
        return True
    return a.lembar is None and a.baris is not None and b.baris is not None and b.baris - a.baris > 1


def _isi(baris: tuple[Sel | None, ...], j: int) -> Isi:
    s = baris[j] if 0 <= j < len(baris) else None
    return Isi(bersih(s.teks), (s.tempat,)) if s and bersih(s.teks) else Isi()


def _geseran(k: Kepala, baris: tuple[Sel | None, ...]) -> int:
    """How far the right part stands beside its columns: as many amounts as possible fall into place."""
    kolom_uang = sorted(k.uang)

    def cocok(s: int) -> int:
        return sum(1 for j in kolom_uang if _RIBUAN.fullmatch(_isi(baris, j + s).teks))

    return max((0, -1, 1, -2, 2), key=lambda s: (cocok(s), -abs(s)))


def urai_baris(k: Kepala, baris: tuple[Sel | None, ...], urut: int, tempat_tabel: Tempat) -> Baris:
    """Take a row apart by the roles of its columns, undoing a shift of its right part."""
    s = _geseran(k, baris)
    pertama = next((x.tempat for x in baris if x is not None), tempat_tabel)
    hasil = Baris(urut=urut, tempat=pertama, geser=s != 0)
    for j, kunci in k.uang.items():
        isi = _isi(baris, j + s)
        nilai = baca_uang(isi.teks)
        if nilai is not None and isi.teks != "-":
            hasil.uang[kunci] = Uang(isi.teks, nilai, isi.tempat)
    _sisi_kanan(k, baris, s, hasil)
    batas = min([j for j in (k.satuan, *k.target, *k.uang) if j is not None]) + min(s, 0)
    hasil.sel = {k.label[j]: _isi(baris, j) for j in sorted(k.label) if j < batas and _isi(baris, j).teks}
    jumlah = next((x.teks for x in hasil.sel.values() if _JUMLAH.fullmatch(x.teks)), "")
    if jumlah and hasil.uang:
        hasil.jumlah = jumlah
        hasil.sel = {}
    hasil.label = pasangkan(hasil.sel)
    return hasil


def _sisi_kanan(k: Kepala, baris: tuple[Sel | None, ...], s: int, hasil: Baris) -> None:
    if k.satuan is not None:
        hasil.satuan = _isi(baris, k.satuan + s)
    hasil.target = {kunci: _isi(baris, j + s) for j, kunci in k.target.items() if _isi(baris, j + s).teks}
    if k.pemilik is not None:
        hasil.pemilik = _isi(baris, k.pemilik + s)
    if k.kode is not None:
        hasil.kode = _isi(baris, k.kode).teks
    cocok = re.fullmatch(r"(?P<a>[\d.,]+)\s+(?P<s>\D+)", hasil.satuan.teks)
    if cocok and cocok["a"] in {x.teks for x in hasil.target.values()}:
        hasil.satuan = Isi(cocok["s"].strip(), hasil.satuan.tempat, "dipulihkan")


def pasangkan(sel: dict[Peran, Isi]) -> list[Label]:
    """Pair the label cells of a row into names and indicators by level, undoing shifts inside the row."""
    sisa = list(sel.items())
    hasil: list[Label] = []
    while sisa:
        diambil, label = _satu(sisa)
        hasil.append(label)
        sisa = sisa[diambil:]
    return hasil


def _satu(sisa: list[tuple[Peran, Isi]]) -> tuple[int, Label]:
    ((tingkat, jenis), isi), lain = sisa[0], sisa[1:]
    if not lain:
        return 1, _tunggal(tingkat, jenis, isi)
    (tingkat_m, jenis_m), isi_m = lain[0]
    if jenis == "nama" and (tingkat_m, jenis_m) == (tingkat, "indikator"):
        return 2, Label(tingkat, isi, isi_m)
    if len(lain) > 1 and lain[1][0] == (tingkat_m, "indikator"):
        return 1, _tunggal(tingkat, jenis, isi)
    if jenis_m == "indikator" and not mirip_indikator(isi.teks) and mirip_indikator(isi_m.teks):
        return 2, Label(tingkat_m, isi, isi_m, pasti=False)  # the name stands left of its column
    if (
        jenis == "indikator"
        and jenis_m == "nama"
        and mirip_indikator(isi.teks) != mirip_indikator(isi_m.teks)
    ):
        nama, ukuran = (isi_m, isi) if mirip_indikator(isi.teks) else (isi, isi_m)
        return 2, Label(tingkat_m, nama, ukuran, pasti=False)
    return 1, _tunggal(tingkat, jenis, isi)


def _tunggal(tingkat: str, jenis: str, isi: Isi) -> Label:
    return Label(tingkat, nama=isi) if jenis == "nama" else Label(tingkat, indikator=isi)


def sering(teks: Iterable[str]) -> Counter[str]:
    """How often each text stands, without regard to case and spaces."""
    return Counter(" ".join(t.casefold().split()) for t in teks if t)
