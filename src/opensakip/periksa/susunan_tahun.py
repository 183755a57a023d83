"""Years left over from an older report: titles and headings that name another year than the report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from opensakip.dokumen.bacaan.model import Bacaan, Judul, Keterangan
from opensakip.periksa.bahan import (
    Potong,
    catatan_ragu,
    jenis,
    kalimat_di,
    potong,
    tahun_laporan,
    yakin,
    zona,
)
from opensakip.periksa.temuan import Temuan, Tingkat, pemeriksaan

KODE = "tahun-tertinggal"
_JUDUL = re.compile(
    r"\b(?:capaian|realisasi|perjanjian kinerja|anggaran|rencana kerja|rencana aksi|pengukuran"
    r"|evaluasi)\b[^.;]{0,80}?"
    r"\btahun(?: anggaran)?\s+(?P<tahun>20\d\d)\b(?!\s*[-–/]\s*20|\s*(?:dan|s\.?\s?d|sampai|hingga|dengan))",
    re.IGNORECASE,
)
_LAPORAN = re.compile(
    r"\b(?:laporan (?:akuntabilitas )?kinerja|lkj|lkip|lkjip|lakip)\b(?P<antara>[^.;:()]{0,80}?)"
    r"\btahun(?: anggaran)?\s+(?P<tahun>20\d\d)\b(?!\s*[-–/]\s*20|\s*(?:dan|s\.?\s?d|sampai|hingga))",
    re.IGNORECASE,
)
_BANDING = re.compile(
    r"sebelumnya|tahun lalu|dibanding|perbandingan|rekomendasi|evaluasi|tindak lanjut|terdahulu"
    r"|target akhir|mendatang"
    r"|selanjutnya|berikutnya|dengan tahun|antara|renstra|tren|ditandatangani|disusun|dicetak|hasil reviu"
    r"|opini",
    re.IGNORECASE,
)


@pemeriksaan(
    KODE,
    judul="Tahun yang tertinggal dari laporan lama",
    tingkat=Tingkat.RENDAH,
    dasar="Laporan menyebut tahunnya sendiri dengan angka yang sama di seluruh naskah",
    penjelasan=(
        "Judul, keterangan tabel, dan sebutan laporan itu sendiri yang memakai tahun sebelumnya, padahal "
        "bukan "
        "perbandingan antartahun, biasanya tersisa dari naskah tahun lalu."
    ),
)
def periksa_tahun(dokumen: tuple[Bacaan, ...]) -> Iterable[Temuan]:
    """Find titles that name the year before the one reported."""
    for b in dokumen:
        tahun = tahun_laporan(b)
        if tahun is None or jenis(b) != "lkj":
            continue
        bagian = zona(b)
        for p in potong(b, sel=False):
            if bagian[p.ke] in ("isi", "lampiran"):
                continue
            yield from _judul(b, p, tahun)


def _judul(b: Bacaan, p: Potong, tahun: int) -> Iterator[Temuan]:
    kepala = isinstance(p.unsur, Judul | Keterangan)
    pola = _JUDUL if kepala else _LAPORAN
    for c in pola.finditer(p.teks):
        lain = int(c["tahun"])
        awal, akhir = kalimat_di(p.teks, c.start())
        if lain != tahun - 1 or _BANDING.search(p.teks[awal:akhir]) or str(tahun) in p.teks[awal:akhir]:
            continue
        yield Temuan(
            KODE,
            Tingkat.RENDAH,
            yakin(b, 75 if kepala else 65, p.ragu),
            f"“{c[0].strip()}” menyebut tahun {lain}, sedangkan laporan ini untuk tahun {tahun}; mungkin "
            "tertinggal "
            f"dari naskah tahun lalu.{catatan_ragu(b, p.ragu)}",
            (p.lokasi(c.start(), c.end()),),
            tercetak=str(lain),
            seharusnya=str(tahun),
            dasar="tahun laporan",
        )
