"""Facts from running text and from tables that do not name their indicator.

Headings, list items and the text right before decide which indicator is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from opensakip.dokumen.bacaan.model import Bacaan, ButirDaftar, Judul, Keterangan, Paragraf, Tabel, Tempat
from opensakip.periksa.fakta import Asal, Fakta, Jenis, Kalimat
from opensakip.periksa.pengenal_angka import Bentuk
from opensakip.periksa.pengenal_daftar import Daftar, Pencari, Sebutan
from opensakip.periksa.pengenal_efisiensi import baca_efisiensi
from opensakip.periksa.pengenal_gerak import gerak
from opensakip.periksa.pengenal_kalimat import keterangan_indikator
from opensakip.periksa.pengenal_kartu import baca_kartu
from opensakip.periksa.pengenal_nama import inti, peras, polos, tutup_markah
from opensakip.periksa.pengenal_prosa import Ucapan, kalimat, ucapan
from opensakip.periksa.pengenal_riwayat import baca_riwayat
from opensakip.periksa.temuan import Lokasi

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


@dataclass
class Wadah:
    """Facts while they are being gathered, and what their readers share."""

    bacaan: Bacaan
    daftar: Daftar
    bentuk: Bentuk
    tahun: int | None
    fakta: list[Fakta] = field(default_factory=list)
    nomor: int = 0

    def lokasi(self, tempat: Tempat, kutipan: str) -> Lokasi:
        """A place in this document."""
        return Lokasi(self.bacaan.berkas, tempat, kutipan)

    def berikut(self) -> int:
        """A new number for facts that are printed together."""
        self.nomor += 1
        return self.nomor


class PengumpulTeks:
    """Walks through a document once and gathers what its texts and nameless tables say."""

    def __init__(self, wadah: Wadah, pencari: Pencari) -> None:
        self.w = wadah
        self.pencari = pencari
        self.kalimat: list[Kalimat] = []
        self.ke = 0

    def baca(self, terbaca: set[int]) -> None:
        """Read the whole document; `terbaca` are the tables already read as tables of indicators."""
        jalur_lama: tuple[str, ...] = ()
        judul_ind, kini, anak = "", "", 0
        label: list[str] = []
        for ke, (jalur, u) in enumerate(self.w.bacaan.berjalur()):
            self.ke = ke
            kepala = tuple(polos(f"{j.nomor} {j.teks}").strip() for j in jalur)
            if kepala != jalur_lama:
                jalur_lama, label = kepala, []
                nomor = _nomor_anak(jalur)
                if judul_ind and (nomor == 1 or nomor > anak > 0) and not self._sebut_judul(jalur[-1]):
                    anak = nomor
                else:
                    judul_ind, anak = self._indikator_judul(jalur), 0
                kini = judul_ind
            if isinstance(u, Tabel):
                satu = self._tunggal(u) if id(u) in terbaca else ""
                if id(u) not in terbaca:
                    self._riwayat(u, kini, kepala, label)
                    self._efisiensi(u, kini, kepala)
                    self._kartu(u, kini, kepala)
                kini = judul_ind = satu or judul_ind
                continue
            if isinstance(u, Judul):
                continue
            label = [*label[-2:], polos(u.teks)]
            if isinstance(u, Keterangan):
                kini = next((s.kunci for s in self.pencari.dalam(u.teks)), kini)
                continue
            kini = self._teks(u, judul_ind, kini, kepala)

    def _indikator_judul(self, jalur: tuple[Judul, ...]) -> str:
        for j in reversed(jalur):
            if _PUTUS.search(j.teks):
                return ""
            sebut = self._sebut_judul(j)
            if len(sebut) == 1:
                return sebut.pop()
        return ""

    def _sebut_judul(self, j: Judul) -> set[str]:
        """Indicators that a heading names, by themselves or by their sasaran."""
        return {s.kunci for s in self.pencari.dalam(j.teks)} or self._milik_sasaran(j.teks)

    def _milik_sasaran(self, teks: str) -> set[str]:
        """Indicators of the sasaran that a heading names."""
        padat = peras(teks)
        return {
            i.kunci
            for i in self.w.daftar.indikator
            if len(peras(i.sasaran)) > 15 and peras(inti(i.sasaran)) in padat
        }

    def _tunggal(self, tabel: Tabel) -> str:
        """The indicator of a table that is about one only."""
        awal = [
            f.indikator
            for f in self.w.fakta
            if f.jenis is Jenis.NAMA and f.lokasi.tempat.tabel == tabel.tempat.tabel
        ]
        return awal[0] if len(set(awal)) == 1 else ""

    def _efisiensi(self, tabel: Tabel, kini: str, jalur: tuple[str, ...]) -> None:
        for sasaran, sel, isi in baca_efisiensi(tabel, self.w.bentuk):
            nomor = self.w.berikut()
            kunci = kunci_sasaran(sasaran) if sasaran else kini
            self.w.fakta.append(
                Fakta(Jenis.CAPAIAN, polos(sel.teks), self.w.lokasi(sel.tempat, sasaran), Asal.EFISIENSI,
                      kunci, isi.nilai, self.w.tahun, kelompok=nomor, persen="%" in sel.teks,
                      ragu=tabel.ragu or sel.ragu, jalur=jalur)
            )  # fmt: skip

    def _kartu(self, tabel: Tabel, kini: str, jalur: tuple[str, ...]) -> None:
        nomor = self.w.berikut()
        if kini and not self._sesuai_sesudah(kini):
            kini = ""
        for jenis, tahun, sel, isi in baca_kartu(tabel, self.w.bentuk, self.w.tahun):
            self.w.fakta.append(
                Fakta(jenis, polos(sel.teks), self.w.lokasi(sel.tempat, sel.teks), Asal.UKUR, kini, isi.nilai,
                      tahun, kelompok=nomor, persen="%" in sel.teks, ragu=tabel.ragu or sel.ragu,
                      tanda="ditandai" if isi.bertanda else "", jalur=jalur)
            )  # fmt: skip

    def _sesuai_sesudah(self, kunci: str) -> bool:
        """Whether the text right behind a card speaks of the same indicator, or of none."""
        for u in self.w.bacaan.unsur[self.ke + 1 : self.ke + 3]:
            if isinstance(u, Tabel | Judul):
                return True
            sebut = {s.kunci for s in self.pencari.dalam(u.teks)}
            if sebut:
                return kunci in sebut
        return True

    def _riwayat(self, tabel: Tabel, kini: str, jalur: tuple[str, ...], label: list[str]) -> None:
        nomor = self.w.berikut()
        asli = baca_riwayat(tabel, self.w.bentuk, self.w.tahun, label)
        for jenis, tahun, sel, isi in asli:
            self.w.fakta.append(
                Fakta(jenis, polos(sel.teks), self.w.lokasi(sel.tempat, " | ".join(
                    polos(s.teks) for s in tabel.baris[-1] if s)), Asal.RIWAYAT, kini, isi.nilai, tahun, "",
                    nomor, "%" in sel.teks, "ditandai" if isi.bertanda else "", "",
                    tabel.ragu or sel.ragu, jalur)
            )  # fmt: skip

    def _teks(self, u: Paragraf | ButirDaftar, judul_ind: str, kini: str, jalur: tuple[str, ...]) -> str:
        sebutan = list(self.pencari.dalam(u.teks))
        milik = judul_ind if not sebutan else kini if _lanjutan(u) else judul_ind
        self._keterangan(u, sebutan, jalur)
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
            self._kalimat(u, potong, a + awal, kunci, jalur, sebutan)
            self._gerak(u, a + awal, potong, kunci, jalur)
            for g in gerak(potong, self.w.bentuk):
                potong = potong.replace(g.teks, " " * len(g.teks))
            bernama = any(a + awal <= s.awal < b + awal for s in sebutan)
            umum = bool(_UMUM.search(potong))
            for w in ucapan(potong, self.w.bentuk, self.w.tahun):
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
        nomor = self.w.berikut()
        bawaan = _bawaan(kumpul, self.w.tahun, u.teks)
        for w in kumpul:
            if w.tanda == "rerata":
                kunci = ""
            tanda = "bawaan" if bawaan and w.jenis is Jenis.REALISASI else w.tanda
            if bawaan and w.jenis is Jenis.CAPAIAN:
                w = replace(w, tahun=self.w.tahun)
            kutipan = polos(u.teks[max(0, w.angka.awal - 90) : w.angka.akhir + 40])
            self.w.fakta.append(
                Fakta(w.jenis, w.angka.teks + ("%" if w.angka.persen else ""),
                      self.w.lokasi(u.di(w.angka.awal), kutipan), Asal.PROSA, kunci, w.angka.nilai, w.tahun,
                      "", nomor, w.angka.persen, tanda, w.arah, u.ragu, jalur)
            )  # fmt: skip

    def _kalimat(
        self, u: Paragraf | ButirDaftar, potong: str, awal: int, kunci: str, jalur: tuple[str, ...],
        sebutan: list[Sebutan],
    ) -> None:  # fmt: skip
        akhir = awal + len(potong)
        bernama = any(awal <= s.awal < akhir for s in sebutan)
        asli = polos(u.teks[awal:akhir])
        self.kalimat.append(
            Kalimat(kunci, asli, self.w.lokasi(u.di(awal), asli), jalur, self.ke, bernama, u.ragu)
        )

    def _gerak(
        self, u: Paragraf | ButirDaftar, awal: int, teks: str, kunci: str, jalur: tuple[str, ...]
    ) -> None:
        """Values of two years that a movement names are realisations of those years."""
        for g in gerak(teks, self.w.bentuk) if kunci else ():
            for nilai, tahun, di in ((g.a, g.tahun_a, g.di_a), (g.b, g.tahun_b, g.di_b)):
                if tahun:
                    self.w.fakta.append(
                        Fakta(Jenis.REALISASI, nilai.teks, self.w.lokasi(u.di(awal + di), g.teks), Asal.PROSA,
                              kunci, nilai, tahun, kelompok=self.w.berikut(), persen="%" in nilai.teks,
                              ragu=u.ragu, jalur=jalur)
                    )  # fmt: skip

    def _keterangan(self, u: Paragraf | ButirDaftar, sebutan: list[Sebutan], jalur: tuple[str, ...]) -> None:
        """Names of sasaran, owners and classes that stand around the mention of an indicator."""
        for s in sebutan:
            for jenis, teks, di in keterangan_indikator(u.teks, s, sebutan):
                self.w.fakta.append(
                    Fakta(jenis, teks, self.w.lokasi(u.di(di), polos(u.teks[max(0, di - 40) : di + 140])),
                          Asal.PROSA, s.kunci, tahun=self.w.tahun, kelompok=self.w.berikut(), ragu=u.ragu,
                          jalur=jalur)
                )  # fmt: skip


def _nomor_anak(jalur: tuple[Judul, ...]) -> int:
    """The number of a heading numbered by itself ("1", "b)"), 0 for any other.

    Such headings are parts of what the heading before them speaks of, as long as they count on from 1.
    """
    if not jalur:
        return 0
    j = jalur[-1]
    nomor = j.nomor or (re.match(r"\s*((?:\d{1,2}|[a-z])[.)])\s", j.teks) or ["", ""])[1]
    isi = nomor.strip(" .()").casefold()
    if re.fullmatch(r"\d{1,2}", isi):
        return int(isi)
    return ord(isi) - ord("a") + 1 if re.fullmatch(r"[a-z]", isi) else 0


def kunci_sasaran(nama: str) -> str:
    """The key under which achievements of a whole sasaran are kept, apart from those of indicators."""
    return "sasaran:" + peras(inti(nama))


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
