"""Documents of one agency against each other: the same indicator, the same year, another figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from opensakip.dokumen.bacaan.model import Bacaan
from opensakip.periksa.bahan import jenis
from opensakip.periksa.banding_nilai import Kelas, kelas, senilai
from opensakip.periksa.fakta import Asal, Fakta, Jenis, Kumpulan
from opensakip.periksa.kumpulan import kumpulkan
from opensakip.periksa.pengenal_nama import sama
from opensakip.periksa.temuan import Lokasi, Temuan, Tingkat, pemeriksaan

_BUTIR: Final = {
    Jenis.TARGET: "Target",
    Jenis.TARGET_AKHIR: "Target akhir",
    Jenis.REALISASI: "Realisasi",
}
_LEMAH: Final = ("lemah", "rerata", "kumulatif")
_SEBUT: Final = {
    "lkj": "laporan kinerja",
    "pk": "perjanjian kinerja",
    "renstra": "rencana strategis",
    "renja": "rencana kerja",
    "rka": "rencana kerja dan anggaran",
    "dpa": "dokumen pelaksanaan anggaran",
}


@dataclass(frozen=True)
class Nilai:
    """What one document holds to be the figure of an indicator and year: its most binding, agreed value."""

    dokumen: Kumpulan
    nama: str
    tahun: int
    butir: Jenis
    kelas: Kelas


@pemeriksaan(
    "antar-dokumen",
    judul="Angka satu indikator berbeda antardokumen",
    tingkat=Tingkat.TINGGI,
    dasar="PermenPANRB 53/2014 dan 88/2021: rencana, perjanjian, dan laporan selaras",
    penjelasan="Hanya dengan --bandingkan. Target dan realisasi indikator yang bernama sama diadu per "
    "tahun antara dokumen yang diperiksa bersama: rencana strategis, rencana kerja, perjanjian, laporan, "
    "dan laporan tahun lain. Perjanjian perubahan menggantikan yang murni. Nilai yang di dalam satu dokumen "
    "sendiri sudah bertentangan dilaporkan oleh pemeriksaan lain dan tidak diadu di sini.",
)
def periksa_antar(dokumen: tuple[Bacaan, ...]) -> Iterator[Temuan]:
    """Every pair of documents; a single document has nothing to be compared with."""
    if len(dokumen) < 2:
        return
    semua = [list(nilai_dokumen(kumpulkan(b))) for b in dokumen]
    for a, b in combinations(semua, 2):
        for x in a:
            for y in b:
                if (x.tahun, x.butir) == (y.tahun, y.butir) and sama(x.nama, y.nama) and not _cocok(x, y):
                    yield _temuan(x, y)


def nilai_dokumen(k: Kumpulan) -> Iterator[Nilai]:
    """One agreed value by indicator, year and kind; where the document contradicts itself there is none."""
    wadah: dict[tuple[str, int, Jenis], list[Fakta]] = {}
    for f in k.pilih(*_BUTIR):
        if f.indikator and f.tahun and f.angka is not None and f.tanda not in _LEMAH:
            wadah.setdefault((f.indikator, f.tahun, f.jenis), []).append(f)
    for (kunci, tahun, butir), fakta in wadah.items():
        isi = _terakhir(fakta)
        tabel = [f for f in isi if f.asal is not Asal.PROSA] or isi
        golongan = kelas(tabel)
        if len(golongan) == 1:
            yield Nilai(k, k.nama(kunci), tahun, butir, golongan[0])


def _terakhir(fakta: Sequence[Fakta]) -> list[Fakta]:
    """A changed agreement takes the place of the first one."""
    ubah = [f for f in fakta if f.versi == "perubahan"]
    return ubah or list(fakta)


def _cocok(x: Nilai, y: Nilai) -> bool:
    persen = {any(f.persen for f in n.kelas.fakta) for n in (x, y)}
    return senilai(x.kelas.nilai, y.kelas.nilai) or len(persen) > 1


def _temuan(x: Nilai, y: Nilai) -> Temuan:
    pk = [n for n in (x, y) if jenis(n.dokumen.bacaan) == "pk"]
    benar = pk[0] if len(pk) == 1 else x
    lain = y if benar is x else x
    tempat: list[Lokasi] = [lain.kelas.fakta[0].lokasi, benar.kelas.fakta[0].lokasi]
    ragu = any(n.dokumen.bacaan.pindaian or f.ragu for n in (x, y) for f in n.kelas.fakta)
    return Temuan(
        "antar-dokumen",
        Tingkat.TINGGI if pk and x.butir is Jenis.TARGET else Tingkat.SEDANG,
        60 if ragu else 82,
        f"{_BUTIR[x.butir]} {lain.nama} tahun {x.tahun} tercetak {lain.kelas.teks} di {_sebut(lain)}, tetapi "
        f"{benar.kelas.teks} di {_sebut(benar)}.",
        tuple(tempat),
        lain.kelas.teks,
        benar.kelas.teks,
        "Rencana, perjanjian, dan laporan satu instansi memuat angka yang sama",
    )


def _sebut(n: Nilai) -> str:
    b = n.dokumen.bacaan
    macam = _SEBUT.get(jenis(b))
    return f"{macam} ({b.berkas})" if macam else b.berkas
