"""Values of an earlier year that stand for this year's: is it said, everywhere, and the same everywhere?"""

from __future__ import annotations

from collections.abc import Iterator

from opensakip.dokumen.bacaan.model import Bacaan
from opensakip.periksa.banding_nilai import senilai, tempat_unik
from opensakip.periksa.fakta import Asal, Fakta, Jenis, Kumpulan
from opensakip.periksa.kumpulan import kumpulkan
from opensakip.periksa.temuan import Temuan, Tingkat, pemeriksaan

DASAR = "PermenPANRB 53/2014: nilai tahun lalu yang dipakai untuk tahun berjalan harus ditandai"


@pemeriksaan(
    "nilai-bawaan",
    judul="Nilai tahun lalu yang dipakai sebagai realisasi ditandai",
    tingkat=Tingkat.SEDANG,
    dasar=DASAR,
    penjelasan=(
        "Realisasi yang menurut kalimatnya berasal dari tahun sebelumnya dicari di tempat lain: bila di "
        "sana tercetak "
        "sebagai nilai tahun laporan tanpa tanda, pembaca mengira sudah diukur. Bila tempat lain memuat "
        "nilai tahun "
        "laporan yang lain, status datanya bertentangan."
    ),
)
def nilai_bawaan(dokumen: tuple[Bacaan, ...]) -> Iterator[Temuan]:
    """Taken-over values without a mark, and contradictions about whether a value is out."""
    for bacaan in dokumen:
        k = kumpulkan(bacaan)
        for i in k.indikator:
            pinjam = [
                f
                for f in k.pilih(Jenis.REALISASI, indikator=i.kunci)
                if f.tanda == "bawaan" and f.angka is not None
            ]
            if pinjam:
                yield from _periksa(k, i.nama, pinjam)


def _periksa(k: Kumpulan, nama: str, pinjam: list[Fakta]) -> Iterator[Temuan]:
    kini = [
        f
        for f in k.pilih(Jenis.REALISASI, indikator=pinjam[0].indikator)
        if f.tahun == k.tahun and f.nilai is not None and f.tanda not in ("lemah", "kumulatif", "bawaan")
    ]
    sama = [f for f in kini if any(_senilai(f, p) for p in pinjam)]
    lain = [f for f in kini if f not in sama]
    if lain:
        yield Temuan(
            "nilai-bawaan", Tingkat.TINGGI, 85,
            f"{nama}: di satu tempat nilai tahun {k.tahun} disebut belum ada dan memakai nilai tahun "
            f"{pinjam[0].tahun} ({pinjam[0].teks}), di tempat lain nilai tahun {k.tahun} sudah dilaporkan "
            f"({lain[0].teks}).",
            tempat_unik(f.lokasi for f in (*pinjam, *lain)),
            f"nilai tahun {k.tahun} belum ada", f"nilai tahun {k.tahun} = {lain[0].teks} sudah dilaporkan",
            DASAR,
        )  # fmt: skip
        return
    polos = [f for f in sama if f.tanda != "ditandai" and f.asal is not Asal.PROSA]
    tempat = tempat_unik(f.lokasi for f in (*polos, *pinjam, *sama))
    kalimat = (
        f"{nama}: realisasi tahun {k.tahun} memakai nilai tahun {pinjam[0].tahun} ({pinjam[0].teks}), "
        f"yaitu belum "
        f"diukur untuk tahun {k.tahun}."
    )
    if polos:
        kalimat += (
            " Di tabel angka itu tercetak sebagai nilai tahun laporan tanpa tanda; beri tanda dan keterangan."
        )
    else:
        kalimat += " Jangan menghitungnya sebagai tercapai."
    yield Temuan(
        "nilai-bawaan", Tingkat.SEDANG if polos else Tingkat.CATATAN, 80 if polos else 70, kalimat, tempat,
        pinjam[0].teks, f"belum ada nilai tahun {k.tahun}", DASAR,
    )  # fmt: skip


def _senilai(a: Fakta, b: Fakta) -> bool:
    return a.nilai is not None and b.nilai is not None and senilai(a.nilai, b.nilai)
