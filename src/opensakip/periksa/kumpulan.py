"""From a document to its facts about indicators: tables, history tables without names, statements in prose.

Headings and the text right before decide which indicator a table without names or a sentence without a name
is about. The result is kept per document, since every check asks for it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from opensakip.dokumen.bacaan.model import (
    Bacaan,
    Judul,
    Keterangan,
    Sel,
    Tabel,
)
from opensakip.periksa.fakta import Fakta, Jenis, Kumpulan
from opensakip.periksa.kumpulan_teks import PengumpulTeks, Wadah, kunci_sasaran
from opensakip.periksa.pengenal_angka import baca_sel, bentuk_dokumen, tahun_dalam
from opensakip.periksa.pengenal_daftar import Pencari, bangun
from opensakip.periksa.pengenal_kepala import Kolom, Peran
from opensakip.periksa.pengenal_nama import polos
from opensakip.periksa.pengenal_tabel import Baris, TabelIndikator, tabel_indikator

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
    teks = PengumpulTeks(kerja, Pencari(daftar))
    teks.baca({id(t.tabel) for t in tabel})
    return Kumpulan(bacaan, kerja.tahun, daftar.indikator, tuple(kerja.fakta), tuple(teks.kalimat))


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
class _Kerja(Wadah):
    """Facts of tables of indicators while they are being gathered."""

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
        if b.rerata and b.sasaran:
            dasar = replace(dasar, indikator=kunci_sasaran(b.sasaran))
        _ = (
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
            dasar, versi=_versi_kolom(kolom) or dasar.versi, jenis=jenis, teks=polos(sel.teks),
            nilai=isi.nilai, tahun=tahun,
            persen="%" in sel.teks or "%" in kolom.kepala, ragu=dasar.ragu or sel.ragu,
            tanda=dasar.tanda or ("ditandai" if isi.bertanda or _menandai(kolom) else ""),
            arah="akhir" if kolom.peran is Peran.CAPAIAN_AKHIR else "",
        )  # fmt: skip
        self.fakta.append(f)
        if isi.persen is not None and jenis is Jenis.REALISASI:
            self.fakta.append(
                replace(f, jenis=Jenis.CAPAIAN, nilai=isi.persen, teks=isi.persen.teks, persen=True)
            )


def _versi_kolom(kolom: Kolom) -> str:
    """The version a column of targets names itself: "Target Murni" beside "Target Perubahan"."""
    if kolom.peran is not Peran.TARGET:
        return ""
    kepala = kolom.kepala.casefold()
    return "murni" if "murni" in kepala or "awal" in kepala else "perubahan" if "perubahan" in kepala else ""


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
