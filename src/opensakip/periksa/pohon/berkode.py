"""A plan table with one column of texts: the code says the level; without a code the sums do.

Codes of the regions (Permendagri 90/2019): programme of three parts, kegiatan of five, sub kegiatan of six;
shorter ones are urusan and stand above the programmes as headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from opensakip.dokumen.bacaan.model import Sel, Tabel
from opensakip.periksa.pohon.baris import Baris, baca_uang, bersih, jumlah_baris, lanjutan
from opensakip.periksa.pohon.bukti import Pembukti
from opensakip.periksa.pohon.calon import Calon
from opensakip.periksa.pohon.kepala import huruf, kunci_uang, label_kepala, pemilik_kepala, uang_kepala
from opensakip.periksa.pohon.model import Indikator, Isi, Pohon, Simpul, Uang
from opensakip.periksa.pohon.susun import Penyusun
from opensakip.periksa.pohon.teks import tanya_teks

TINGKAT = ("sasaran", "program", "kegiatan", "sub_kegiatan")
_URAIAN = re.compile(
    r"uraian.*|urusan.*|program.*kegiatan.*|nama(?:program|kegiatan).*|nomenklatur.*|rincian.*"
)
_SEGMEN = {3: "program", 5: "kegiatan", 6: "sub_kegiatan"}
_KODE = re.compile(r"[0-9X](?:\.[\dX]+)*\.?")
_JUMLAH = re.compile(r"(?:sub\s*)?(?:jumlah|total)\b", re.IGNORECASE)
_SASARAN = re.compile(r"S\.?\d+", re.IGNORECASE)


@dataclass(slots=True)
class _Kepala:
    kode: tuple[int, ...]
    uraian: int
    baris: int = 1
    indikator: int | None = None
    satuan: int | None = None
    pemilik: int | None = None
    target: dict[int, str] = field(default_factory=dict)
    uang: dict[int, str] = field(default_factory=dict)
    judul: dict[str, str] = field(default_factory=dict)


def kenali_berkode(tabel: Iterable[Tabel]) -> list[Pohon]:
    """Every table of this form; a table that goes on under the same head is one."""
    wadah: list[tuple[_Kepala, list[Tabel]]] = []
    for t in tabel:
        k = _kepala(t)
        if k is None:
            continue
        if wadah and (wadah[-1][0].kode, wadah[-1][0].uang) == (k.kode, k.uang):
            wadah[-1][1].append(t)
        else:
            wadah.append((k, [t]))
    hasil = [_Pembaca(k).baca(daftar) for k, daftar in wadah]
    return [p for p in hasil if _berjenjang(p)]


def _berjenjang(p: Pohon) -> bool:
    """At least two coded rows and two levels: a list of programmes with budgets is no plan yet."""
    kode = sum(1 for s in p.simpul if s.kode and s.tingkat != "sasaran")
    return kode >= 2 and len({s.tingkat for s in p.simpul}) >= 2


def _kepala(t: Tabel) -> _Kepala | None:
    """Roles of the columns from one or two head rows."""
    for i in range(min(4, len(t.baris))):
        kata = [huruf(s.teks) if s else "" for s in t.baris[i]]
        kode = [j for j, x in enumerate(kata) if x.startswith("kode")]
        uraian = [j for j, x in enumerate(kata) if _URAIAN.fullmatch(x) and j not in kode]
        if not kode or not uraian or label_kepala(kata[uraian[0]]) or "jenis" in kata:
            continue
        sel = t.baris[i][kode[0]]
        lebar = sel.kolom if sel else 1
        k = _Kepala(tuple(range(kode[0], kode[0] + lebar)), uraian[0], i + 1)
        _peran(k, t, i, kata)
        if k.uang:
            return k
    return None


def _peran(k: _Kepala, t: Tabel, i: int, kata: list[str]) -> None:
    bawah = [huruf(s.teks) if s else "" for s in t.baris[i + 1]] if i + 1 < len(t.baris) else []
    atas = [huruf(t.teks(i, j)) for j in range(t.lebar)]
    dua = (
        sum(
            1
            for j, x in enumerate(bawah)
            if x and (uang_kepala(x) or kunci_uang(x) or x.startswith("target"))
        )
        > 0
    )
    for j in range(t.lebar):
        sendiri = bawah[j] if dua and j < len(bawah) else ""
        _satu(k, j, atas[j], sendiri, t.teks(i + 1, j) if sendiri else t.teks(i, j))
    k.baris = i + 1 + int(dua)


def _satu(k: _Kepala, j: int, atas: str, bawah: str, judul: str) -> None:
    kata = bawah or atas
    if j in k.kode or j == k.uraian:
        return
    if kata.startswith("indikator"):
        k.indikator = j if k.indikator is None else k.indikator
    elif kata == "satuan":
        k.satuan = j
    elif kata.startswith("target"):
        k.target[j] = kunci_uang(kata) or kunci_uang(atas) or "target"
    elif uang_kepala(kata) or uang_kepala(atas):
        kunci = kunci_uang(kata) or kunci_uang(atas) or "pagu"
        if kunci != "selisih" and kunci not in k.uang.values() and "maju" not in atas:
            k.uang[j] = kunci
            k.judul[kunci] = judul
    elif pemilik_kepala(kata):
        k.pemilik = j


@dataclass(slots=True)
class _Pembaca:
    k: _Kepala
    calon: list[Calon] = field(default_factory=list)
    pemilik: Isi = field(default_factory=Isi)

    def baca(self, tabel: list[Tabel]) -> Pohon:
        for t in tabel:
            for b in t.baris[self.k.baris :]:
                if self._selesai():
                    break  # notes below the grand total
                if any(s and s.teks.strip() for s in b):
                    self._baris(b)
        kolom = tuple(dict.fromkeys(self.k.uang[j] for j in sorted(self.k.uang)))
        p = Penyusun(TINGKAT, kolom, self.calon)
        p.jalankan()
        bukti = Pembukti(p, self.k.judul)
        bukti.jalankan()
        urut = {s.id: n for n, s in enumerate(p.simpul)}
        tanya = sorted(bukti.tanya + tanya_teks(p.simpul), key=lambda x: urut.get(x.simpul, 0))
        return Pohon(
            "renja", p.simpul, tanya, TINGKAT, tuple((x, self.k.judul[x]) for x in kolom), tabel[0].tempat
        )

    def _selesai(self) -> bool:
        akhir = self.calon[-1].jumlah if self.calon else None
        return akhir is not None and akhir.jumlah == "TOTAL"

    def _isi(self, b: tuple[Sel | None, ...], j: int | None) -> Isi:
        s = b[j] if j is not None and j < len(b) else None
        teks = bersih(s.teks) if s else ""
        return Isi(teks, (s.tempat,)) if s and teks else Isi()

    def _kode(self, b: tuple[Sel | None, ...]) -> str:
        potong = [self._isi(b, j).teks.strip(".") for j in self.k.kode]
        return ".".join(x for x in potong if x)

    def _baris(self, b: tuple[Sel | None, ...]) -> None:
        tempat = next(s.tempat for s in b if s is not None)
        kode, nama = self._kode(b), self._isi(b, self.k.uraian)
        uang = {
            kunci: Uang(isi.teks, nilai, isi.tempat)
            for j, kunci in self.k.uang.items()
            if (isi := self._isi(b, j)).teks
            and (nilai := baca_uang(isi.teks)) is not None
            and isi.teks != "-"
        }
        ukuran = self._ukuran(b)
        if self._kepala_lagi(b) or self._bukan_butir(b, kode, nama, uang, ukuran):
            return
        jumlah = self._jumlah(b, uang)
        if jumlah == "sub":
            return  # a subtotal that repeats what its own row prints
        simpul = Simpul(f"s{len(self.calon) + 1}", "", nama, tempat, kode=kode, pemilik=self.pemilik)
        if jumlah:
            self.calon.append(Calon(simpul, jumlah=Baris(len(self.calon), tempat, uang=uang, jumlah=jumlah)))
            return
        if not nama.teks and not kode:
            self._lanjut(ukuran, uang)
            return
        self._butir(simpul, kode, ukuran, uang, b)

    def _jumlah(self, b: tuple[Sel | None, ...], uang: dict[str, Uang]) -> str:
        """A row of totals: "TOTAL" of all, the words of an owner's total, "sub" for another, else empty."""
        teks = [x for s in b if s and re.search(r"[^\W\d_]", x := bersih(s.teks))]
        if len(teks) != 1 or not uang or not _JUMLAH.match(teks[0]):
            return ""
        sisa = _JUMLAH.sub("", teks[0]).strip(" :")
        if jumlah_baris(teks[0]) or huruf(sisa) in ("seluruhnya", "keseluruhan", "total"):
            return "TOTAL" if not self.pemilik.teks or sisa or "total" in huruf(teks[0]) else teks[0]
        return teks[0] if huruf(sisa) == huruf(self.pemilik.teks) else "sub"

    def _butir(
        self, s: Simpul, kode: str, ukuran: Indikator | None, uang: dict[str, Uang], b: tuple[Sel | None, ...]
    ) -> None:
        pemilik = self._isi(b, self.k.pemilik)
        s.pemilik = pemilik if pemilik.teks else self.pemilik
        s.pagu = uang
        s.indikator = [ukuran] if ukuran else []
        tingkat = self._tingkat(kode)
        if tingkat is None:
            return  # an urusan: a heading above the programmes
        s.tingkat = tingkat
        s.tingkat_pasti = bool(tingkat)
        if kode and not _KODE.fullmatch(kode):
            s.kode = "" if tingkat == "sasaran" else kode
        self.calon.append(Calon(s, tanpa_label=not tingkat))

    @staticmethod
    def _tingkat(kode: str) -> str | None:
        """Level by the code: empty when unknown, None for what stands above a programme."""
        if _SASARAN.fullmatch(kode):
            return "sasaran"
        if not _KODE.fullmatch(kode):
            return ""
        segmen = len([x for x in kode.split(".") if x])
        return None if segmen < 3 else _SEGMEN.get(segmen, "")

    def _ukuran(self, b: tuple[Sel | None, ...]) -> Indikator | None:
        nama, satuan = self._isi(b, self.k.indikator), self._isi(b, self.k.satuan)
        target = {kunci: x for j, kunci in self.k.target.items() if (x := self._isi(b, j)).teks}
        return Indikator(nama, satuan, target) if nama.teks or satuan.teks or target else None

    def _kepala_lagi(self, b: tuple[Sel | None, ...]) -> bool:
        kata = [huruf(self._isi(b, j).teks) for j in (*self.k.kode[:1], self.k.uraian)]
        return kata[0].startswith("kode") or bool(
            _URAIAN.fullmatch(kata[1]) and kata[0] == "" and len(kata[1]) < 9
        )

    def _bukan_butir(
        self,
        b: tuple[Sel | None, ...],
        kode: str,
        nama: Isi,
        uang: dict[str, Uang],
        ukuran: Indikator | None,
    ) -> bool:
        """A row of one text alone names who answers for the rows after it; a row of numbers 1 2 3 nothing."""
        isi = [x for x in (bersih(s.teks) if s else "" for s in b) if x]
        if all(re.fullmatch(r"\(?\d{1,2}\)?", x) for x in isi):
            return True
        if uang or ukuran or (kode and nama.teks) or len(isi) != 1 or jumlah_baris(isi[0]):
            return False
        if _KODE.fullmatch(kode) or not (kode or nama.teks) or lanjutan(isi[0]):
            return False
        self.pemilik = Isi(isi[0], (next(s.tempat for s in b if s is not None),))
        return True

    def _lanjut(self, ukuran: Indikator | None, uang: dict[str, Uang]) -> None:
        """A further indicator of the row above, or its amount printed one line lower."""
        if not self.calon or self.calon[-1].jumlah is not None:
            return
        s = self.calon[-1].simpul
        if ukuran is not None and ukuran.nama.teks and lanjutan(ukuran.nama.teks) and s.indikator:
            s.indikator[-1].nama.sambung(ukuran.nama.teks, ukuran.nama.tempat[0])
        elif ukuran is not None:
            s.indikator.append(ukuran)
        if uang and not s.pagu:
            s.pagu = uang
            self.calon[-1].bergeser = True
