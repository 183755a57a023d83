"""The LKjIP as a document, from a frozen snapshot and nothing else.

The frame is a table of chapters and sections. The four chapters always stand, and a section whose block
returns nothing drops out with its heading, so the same frame serves an agency with one indicator and no
budget. Equal snapshots give equal documents: no clock, no database, no randomness.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from opensakip.dokumen.model import (
    Bagian,
    BelumDiisi,
    Blok,
    Dokumen,
    Gambar,
    JenisBagian,
    Judul,
    Lanskap,
    Tabel,
    Utuh,
)
from opensakip.pelaporan.blok import (
    anggaran,
    capaian,
    efisiensi,
    ikhtisar,
    instrumen,
    penutup,
    pk,
    rencana,
    sampul,
)
from opensakip.pelaporan.blok.analisis import analisis_sasaran
from opensakip.pelaporan.blok.cuplik import Cuplik, ringkas
from opensakip.pelaporan.kalimat import Penutur

Penyusun = Callable[[Cuplik, Penutur], tuple[Blok, ...]]


@dataclass(frozen=True, slots=True)
class Subbab:
    """A section: heading and the block that fills it."""

    judul: str
    susun: Penyusun


@dataclass(frozen=True, slots=True)
class Bab:
    """A chapter of sections."""

    judul: str
    subbab: tuple[Subbab, ...]
    petunjuk: str = ""


def _analisis(c: Cuplik, penutur: Penutur) -> tuple[Blok, ...]:
    blok: list[Blok] = []
    for s in c.isi.get("sasaran") or ():
        blok += analisis_sasaran(c, s, penutur)
    return tuple(blok)


RANGKA: tuple[Bab, ...] = (
    Bab(
        "Pendahuluan",
        (
            Subbab("Gambaran Umum", lambda c, p: rencana.organisasi(c)),
            Subbab("Sumber Daya Manusia", lambda c, p: rencana.pegawai(c)),
            Subbab("Isu Strategis", lambda c, p: rencana.isu(c)),
        ),
    ),
    Bab(
        "Perencanaan Kinerja",
        (
            Subbab("Rencana Strategis", lambda c, p: rencana.arah(c)),
            Subbab("Perjanjian Kinerja", lambda c, p: rencana.perjanjian(c)),
            Subbab("Anggaran", anggaran.pagu),
        ),
        "rencana strategis, perjanjian kinerja, dan anggaran tahun berjalan",
    ),
    Bab(
        "Akuntabilitas Kinerja",
        (
            Subbab("Capaian Kinerja", lambda c, p: capaian.tabel_capaian(c)),
            Subbab("Analisis Capaian Sasaran", _analisis),
            Subbab("Efisiensi Penggunaan Anggaran", lambda c, p: efisiensi.tabel_efisiensi(c)),
            Subbab("Realisasi Anggaran", anggaran.realisasi),
            Subbab("Instrumen Penilaian", lambda c, p: instrumen.instrumen(c)),
        ),
        "capaian kinerja tahun berjalan",
    ),
    Bab(
        "Penutup",
        (
            Subbab("Simpulan", penutup.simpulan),
            Subbab("Usul Penyesuaian Target", lambda c, p: penutup.usul_target(c)),
        ),
    ),
)


def susun_lkjip(isi: Mapping[str, Any], *, sidik: str = "") -> Dokumen:
    """Build the report from a snapshot `cuplikan/1`; `sidik` is the hash of the frozen text."""
    c = Cuplik(isi, sidik)
    nama = str(isi["meta"]["instansi"]["nama"])
    penutur = Penutur(f"{isi['meta']['instansi'].get('slug', nama)}|{c.tahun}")
    muka = ikhtisar.ikhtisar(c, penutur)
    batang = Bagian(JenisBagian.ISI, tuple(b for bab in RANGKA for b in _bab(bab, c, penutur)))
    lampiran = pk.lampiran_pk(c)
    blok_lampiran = (*(lampiran.blok if lampiran else ()), *penutup.catatan_sumber(c), *penutup.aturan(c))
    semua = (*batang.blok, *blok_lampiran)
    depan = Bagian(
        JenisBagian.DEPAN,
        (*muka, *sampul.daftar_isi(tabel=_jumlah(semua, Tabel), gambar=_jumlah(semua, Gambar))),
    )
    return Dokumen(
        judul=f"Laporan Kinerja {nama} Tahun {c.tahun}",
        penulis=nama,
        kaki=f"Laporan Kinerja {ringkas(nama, 70)} {c.tahun}",
        bagian=(sampul.sampul(c), depan, batang, Bagian(JenisBagian.LAMPIRAN, blok_lampiran)),
        pernyataan=sampul.pernyataan(c),
        kata_kunci=("LKjIP", "SAKIP", str(c.tahun)),
        sidik=sidik,
    )


def _bab(bab: Bab, c: Cuplik, penutur: Penutur) -> tuple[Blok, ...]:
    blok: list[Blok] = []
    for s in bab.subbab:
        if isi_subbab := s.susun(c, penutur):
            blok += [Judul(2, s.judul), *isi_subbab]
    return (Judul(1, bab.judul), *(blok or [BelumDiisi(bab.petunjuk)]))


def _jumlah(blok: tuple[Blok, ...], jenis: type[Tabel] | type[Gambar]) -> int:
    """How many captioned tables or pictures there are."""
    n = 0
    for b in blok:
        if isinstance(b, Utuh | Lanskap):
            n += _jumlah(b.blok, jenis)
        elif isinstance(b, jenis) and not (isinstance(b, Gambar) and b.hiasan):
            n += 1
    return n
