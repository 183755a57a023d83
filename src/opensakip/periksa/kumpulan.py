"""From a document to its facts about indicators: tables, history tables without names, statements in prose.

Headings and the text right before decide which indicator a table without names or a sentence without a name
is about. The result is kept per document, since every check asks for it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from opensakip.dokumen.bacaan.model import (
    Bacaan,
    ButirDaftar,
    Judul,
    Keterangan,
    Paragraf,
    Sel,
    Tabel,
    Tempat,
)
from opensakip.periksa.fakta import Asal, Fakta, Jenis, Kumpulan
from opensakip.periksa.pengenal_angka import Bentuk, baca_sel, bentuk_dokumen, tahun_dalam
from opensakip.periksa.pengenal_daftar import Daftar, Pencari, Sebutan, bangun
from opensakip.periksa.pengenal_kepala import Kolom, Peran
from opensakip.periksa.pengenal_nama import polos, tutup_markah
from opensakip.periksa.pengenal_prosa import Ucapan, kalimat, ucapan
from opensakip.periksa.pengenal_riwayat import baca_riwayat
from opensakip.periksa.pengenal_tabel import Baris, TabelIndikator, tabel_indikator
from opensakip.periksa.temuan import Lokasi

_JENIS_KOLOM = {
    Peran.TARGET: Jenis.TARGET,
    Peran.TARGET_AKHIR: Jenis.TARGET_AKHIR,
    Peran.REALISASI: Jenis.REALISASI,
    Peran.CAPAIAN: Jenis.CAPAIAN,
    Peran.CAPAIAN_AKHIR: Jenis.CAPAIAN,
    Peran.KATEGORI: Jenis.KATEGORI,
    Peran.SATUAN: Jenis.SATUAN,
    Peran.PENANGGUNG_JAWAB: Jenis.PENANGGUNG_JAWAB,
    Peran.TAHUN: Jenis.REALISASI,
}
_BERNILAI = frozenset({Jenis.TARGET, Jenis.TARGET_AKHIR, Jenis.REALISASI, Jenis.CAPAIAN})
_TUNJUK = re.compile(
    r"\bindikator\s+(?:kinerja\s+)?(?:ini|tersebut|di\s*atas)\b|\b(?:capaian|nilai|target|realisasi)(?:nya)?\s+"
    r"(?:ini|tersebut|dari\s+indikator|indikator\s+ini)\b|^\s*(?:adapun|dengan\s+demikian|dari\s+target)\b",
    re.IGNORECASE,
)
_SUBJEK_LAIN = re.compile(
    r"\bindikator\s+(?!kinerja\b|sasaran\b|ini\b|tersebut\b|utama\b|yang\b|dengan\b|di\b)(?=[A-Z])"
)


_UMUM = re.compile(
    r"rata\W*rata|rerata|keseluruhan|seluruh\s+indikator|secara\s+umum"
    r"|\b\d+\s+(?:\([a-z ]+\)\s*)?(?:indikator|sasaran)",
    re.IGNORECASE,
)
_PUTUS = re.compile(r"lainnya|anggaran|efisiensi|penutup|simpulan|lampiran|\bbab\b|\bsaran\b", re.IGNORECASE)
_PINJAM = re.compile(
    r"belum\s+(?:rilis|terbit|keluar|tersedia|didapat\w*|diperoleh|dinilai|dilaksanakan|diumumkan|diterbitkan)"
    r"|tidak\s+(?:dilakukan|melakukan|dilaksanakan|melaksanakan|ada)\s+(?:penilaian|pengukuran|evaluasi|survei)"
    r"|(?:masih\s+)?(?:menggunakan|memakai|mengacu\s+pada|merujuk\s+pada)\s+(?:\w+\s+){0,4}(?:nilai|hasil|realisasi"
    r"|capaian|data)\s+(?:\w+\s+){0,3}tahun\s+(?:20\d\d|sebelumnya|lalu)",
    re.IGNORECASE,
)


class _Kunci:
    """A document as a key: the same object, not an equal one."""

    def __init__(self, bacaan: Bacaan) -> None:
        self.bacaan = bacaan

    def __hash__(self) -> int:
        return id(self.bacaan)

    def __eq__(self, lain: object) -> bool:
        return isinstance(lain, _Kunci) and lain.bacaan is self.bacaan


def kumpulkan(bacaan: Bacaan) -> Kumpulan:
    """All facts of a document; read once, however many checks ask."""
    return _kumpulkan(_Kunci(bacaan))


@lru_cache(maxsize=16)
def _kumpulkan(kunci: _Kunci) -> Kumpulan:
    bacaan = kunci.bacaan
    tabel = list(tabel_indikator(bacaan))
    daftar = bangun(tabel)
    kerja = _Kerja(bacaan, daftar, bentuk_dokumen(_semua_teks(bacaan)), tahun_laporan(bacaan))
    for t in tabel:
        kerja.dari_tabel(t)
    kerja.dari_teks({id(t.tabel) for t in tabel})
    return Kumpulan(bacaan, kerja.tahun, daftar.indikator, tuple(kerja.fakta))


def _semua_teks(bacaan: Bacaan) -> Iterator[str]:
    for u in bacaan.unsur:
        if isinstance(u, Tabel):
            yield from (s.teks for b in u.baris for s in b if s is not None)
        else:
            yield u.teks


def tahun_laporan(bacaan: Bacaan) -> int | None:
    """The year a document reports on: of its title, else the year most headings and captions name."""
    for u in bacaan.unsur[:60]:
        if isinstance(u, Tabel):
            continue
        cocok = re.search(
            r"(?:laporan|lkj\w*|lkip|lakip|perjanjian)\s+(?:akuntabilitas\s+)?kinerja[^.]{0,160}?\btahun\s+(?:anggaran\s+)?(20\d\d)"
            r"|^\W*tahun\s+(?:anggaran\s+)?(20\d\d)\W*$",
            polos(u.teks),
            re.IGNORECASE,
        )
        if cocok:
            return int(cocok[1] or cocok[2])
    hitung: Counter[int] = Counter()
    for u in bacaan.unsur:
        if isinstance(u, Judul | Keterangan):
            hitung.update(tahun_dalam(u.teks))
    if not hitung:
        hitung.update(
            int(t) for s in _semua_teks(bacaan) for t in re.findall(r"\btahun\s+(20\d\d)", s, re.IGNORECASE)
        )
    return hitung.most_common(1)[0][0] if hitung else None


@dataclass
class _Kerja:
    """Facts while they are being gathered."""

    bacaan: Bacaan
    daftar: Daftar
    bentuk: Bentuk
    tahun: int | None
    fakta: list[Fakta] = field(default_factory=list)
    nomor: int = 0

    def lokasi(self, tempat: Tempat, kutipan: str) -> Lokasi:
        return Lokasi(self.bacaan.berkas, tempat, kutipan)

    # tables of indicators

    def dari_tabel(self, t: TabelIndikator) -> None:
        tahun_tabel = _tahun_tabel(t, self.tahun)
        for b in t.baris:
            self.nomor += 1
            self._baris(t, b, tahun_tabel)

    def _baris(self, t: TabelIndikator, b: Baris, tahun_tabel: int | None) -> None:
        kunci = self.daftar.kunci(b.nama) if b.nama and not b.rerata else ""
        dasar = Fakta(
            Jenis.NAMA, b.nama, self.lokasi(t.tabel.tempat, b.nama), t.asal, kunci,
            versi=t.versi, kelompok=self.nomor, jalur=t.jalur, ragu=t.tabel.ragu,
            tanda="rerata" if b.rerata else "",
        )  # fmt: skip
        if b.sel_nama is not None and kunci:
            self.fakta.append(replace(dasar, lokasi=self.lokasi(b.sel_nama.tempat, b.nama)))
        if b.sel_sasaran is not None and b.sasaran:
            self.fakta.append(
                replace(dasar, jenis=Jenis.SASARAN, teks=b.sasaran, arah=b.nomor,
                        lokasi=self.lokasi(b.sel_sasaran.tempat, b.sasaran))
            )  # fmt: skip
        if not kunci and not b.rerata:
            return
        kutipan = " | ".join(polos(s.teks) for _, s in b.isi if s is not None and s.teks.strip())
        for kolom, sel in b.isi:
            if sel is not None and sel.teks.strip() and kolom.peran in _JENIS_KOLOM:
                self._sel(replace(dasar, lokasi=self.lokasi(sel.tempat, kutipan)), kolom, sel, tahun_tabel)

    def _sel(self, dasar: Fakta, kolom: Kolom, sel: Sel, tahun_tabel: int | None) -> None:
        jenis = _JENIS_KOLOM[kolom.peran]
        if jenis not in _BERNILAI:
            self.fakta.append(replace(dasar, jenis=jenis, teks=polos(sel.teks), ragu=dasar.ragu or sel.ragu))
            return
        isi = baca_sel(sel.teks, self.bentuk)
        tahun = kolom.tahun or (tahun_tabel if kolom.peran is not Peran.TARGET_AKHIR else None)
        f = replace(
            dasar, jenis=jenis, teks=polos(sel.teks), nilai=isi.nilai, tahun=tahun,
            persen="%" in sel.teks or "%" in kolom.kepala, ragu=dasar.ragu or sel.ragu,
            tanda=dasar.tanda or ("ditandai" if isi.bertanda or _menandai(kolom) else ""),
            arah="akhir" if kolom.peran is Peran.CAPAIAN_AKHIR else "",
        )  # fmt: skip
        self.fakta.append(f)
        if isi.persen is not None and jenis is Jenis.REALISASI:
            self.fakta.append(
                replace(f, jenis=Jenis.CAPAIAN, nilai=isi.persen, teks=isi.persen.teks, persen=True)
            )

    # texts and history tables

    def dari_teks(self, terbaca: set[int]) -> None:
        pencari = Pencari(self.daftar)
        jalur_lama: tuple[str, ...] = ()
        judul_ind, kini = "", ""
        label: list[str] = []
        for jalur, u in self.bacaan.berjalur():
            kepala = tuple(polos(f"{j.nomor} {j.teks}").strip() for j in jalur)
            if kepala != jalur_lama:
                jalur_lama, label = kepala, []
                judul_ind = self._indikator_judul(jalur, pencari)
                kini = judul_ind
            if isinstance(u, Tabel):
                satu = self._tunggal(u) if id(u) in terbaca else ""
                if id(u) not in terbaca:
                    self._riwayat(u, kini, kepala, label)
                kini = judul_ind = satu or judul_ind
                continue
            if isinstance(u, Judul):
                continue
            label = [*label[-2:], polos(u.teks)]
            if isinstance(u, Keterangan):
                kini = next((s.kunci for s in pencari.dalam(u.teks)), kini)
                continue
            kini = self._teks(u, pencari, judul_ind, kini, kepala)

    def _indikator_judul(self, jalur: tuple[Judul, ...], pencari: Pencari) -> str:
        for j in reversed(jalur):
            if _PUTUS.search(j.teks):
                return ""
            sebut = {s.kunci for s in pencari.dalam(j.teks)}
            if len(sebut) == 1:
                return sebut.pop()
        return ""

    def _tunggal(self, tabel: Tabel) -> str:
        """The indicator of a table that is about one only."""
        awal = [
            f.indikator
            for f in self.fakta
            if f.jenis is Jenis.NAMA and f.lokasi.tempat.tabel == tabel.tempat.tabel
        ]
        return awal[0] if len(set(awal)) == 1 else ""

    def _riwayat(self, tabel: Tabel, kini: str, jalur: tuple[str, ...], label: list[str]) -> None:
        self.nomor += 1
        asli = baca_riwayat(tabel, self.bentuk, self.tahun, label)
        for jenis, tahun, sel, isi in asli:
            self.fakta.append(
                Fakta(jenis, polos(sel.teks), self.lokasi(sel.tempat, " | ".join(
                    polos(s.teks) for s in tabel.baris[-1] if s)), Asal.RIWAYAT, kini, isi.nilai, tahun, "",
                    self.nomor, "%" in sel.teks, "ditandai" if isi.bertanda else "", "",
                    tabel.ragu or sel.ragu, jalur)
            )  # fmt: skip

    def _teks(
        self, u: Paragraf | ButirDaftar, pencari: Pencari, judul_ind: str, kini: str, jalur: tuple[str, ...]
    ) -> str:
        sebutan = list(pencari.dalam(u.teks))
        milik = judul_ind if not sebutan else kini if _lanjutan(u) else judul_ind
        for awal, akhir, kunci in _ruas(u.teks, sebutan, milik):
            self._ruas(u, awal, akhir, kunci, sebutan, jalur)
        return sebutan[-1].kunci if sebutan else (kini if _lanjutan(u) else (judul_ind or kini))

    def _ruas(
        self, u: Paragraf | ButirDaftar, awal: int, akhir: int, kunci: str,
        sebutan: list[Sebutan], jalur: tuple[str, ...],
    ) -> None:  # fmt: skip
        isi = list(tutup_markah(u.teks)[awal:akhir])
        for s in sebutan:
            for i in range(max(s.awal, awal), min(s.akhir, akhir)):
                isi[i - awal] = " "
        teks = "".join(isi)
        kumpul: list[Ucapan] = []
        for a, b in kalimat(teks):
            potong = teks[a:b]
            bernama = any(a + awal <= s.awal < b + awal for s in sebutan)
            umum = bool(_UMUM.search(potong))
            for w in ucapan(potong, self.bentuk, self.tahun):
                if w.tanda == "lemah" and bernama:
                    w = replace(w, tanda="")
                if umum and w.jenis is Jenis.CAPAIAN and not bernama:
                    w = replace(w, tanda="rerata")
                geser = replace(w, angka=replace(w.angka, awal=w.angka.awal + a + awal,
                                                 akhir=w.angka.akhir + a + awal))  # fmt: skip
                if any(k.jenis is w.jenis and w.jenis is not Jenis.SELISIH for k in kumpul):
                    self._tulis(u, kumpul, kunci, jalur)
                    kumpul = []
                kumpul.append(geser)
        self._tulis(u, kumpul, kunci, jalur)

    def _tulis(
        self, u: Paragraf | ButirDaftar, kumpul: list[Ucapan], kunci: str, jalur: tuple[str, ...]
    ) -> None:
        if not kumpul:
            return
        self.nomor += 1
        bawaan = _bawaan(kumpul, self.tahun, u.teks)
        for w in kumpul:
            if w.tanda == "rerata":
                kunci = ""
            tanda = "bawaan" if bawaan and w.jenis is Jenis.REALISASI else w.tanda
            kutipan = polos(u.teks[max(0, w.angka.awal - 90) : w.angka.akhir + 40])
            self.fakta.append(
                Fakta(w.jenis, w.angka.teks + ("%" if w.angka.persen else ""),
                      self.lokasi(u.di(w.angka.awal), kutipan), Asal.PROSA, kunci, w.angka.nilai, w.tahun,
                      "", self.nomor, w.angka.persen, tanda, w.arah, u.ragu, jalur)
            )  # fmt: skip


def _lanjutan(u: Paragraf | ButirDaftar) -> bool:
    """A text that goes on with the one before it: begins small, or points back."""
    isi = polos(u.teks)
    return isi[:1].islower() or bool(_TUNJUK.search(isi[:80]))


def _ruas(teks: str, sebutan: list[Sebutan], milik: str) -> Iterator[tuple[int, int, str]]:
    """Stretches of a text, each about one indicator: from one mention to the next one of another."""
    batas = [0]
    kunci = [milik]
    for n, s in enumerate(sebutan):
        if s.kunci == kunci[-1]:
            continue
        awal = s.awal
        if n == 0:
            awal = max((a for a, _ in kalimat(teks) if a <= s.awal), default=0)
        if awal <= batas[-1]:
            kunci[-1] = s.kunci
            continue
        batas.append(awal)
        kunci.append(s.kunci)
    for n, (a, k) in enumerate(zip(batas, kunci, strict=True)):
        akhir = batas[n + 1] if n + 1 < len(batas) else len(teks)
        lain = next(
            (m.start() for m in _SUBJEK_LAIN.finditer(teks, a, akhir)
             if k and not any(s.awal - 40 <= m.start() <= s.akhir for s in sebutan)),
            None,
        )  # fmt: skip
        yield a, lain if lain is not None and lain > a else akhir, k
        if lain is not None and lain > a:
            yield lain, akhir, ""


def _bawaan(kumpul: list[Ucapan], tahun: int | None, teks: str) -> bool:
    """A realisation of an earlier year measured against the target of the year, or standing for it."""
    punya = {w.jenis for w in kumpul if w.tahun == tahun}
    lalu = any(w.jenis is Jenis.REALISASI and tahun and w.tahun == tahun - 1 for w in kumpul)
    bersebab = Jenis.CAPAIAN in {w.jenis for w in kumpul} or bool(_PINJAM.search(teks))
    return (
        lalu
        and bersebab
        and Jenis.TARGET in punya
        and not any(w.jenis is Jenis.REALISASI and w.tahun == tahun for w in kumpul)
    )


def _menandai(kolom: Kolom) -> bool:
    return bool(re.search(r"\bawal\b|sementara|\*", kolom.kepala, re.IGNORECASE))


def _tahun_tabel(t: TabelIndikator, tahun: int | None) -> int | None:
    """The year of a table whose columns name none: of its caption, its headings, or the report."""
    for teks in (t.dekat, *reversed(t.jalur)):
        ada = [
            x for x in tahun_dalam(teks) if not re.search(rf"{x}\s*[-–]\s*20\d\d|20\d\d\s*[-–]\s*{x}", teks)
        ]
        if ada:
            return ada[-1]
    return tahun
