"""Means of achievements, of a sasaran and of the whole, also of rounded values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from opensakip.dokumen.bacaan.model import Bacaan
from opensakip.hitung.agregasi import rata_rata
from opensakip.hitung.angka import bulatkan
from opensakip.hitung.tampilan import tampil
from opensakip.periksa.banding_nilai import senilai, tempat_unik
from opensakip.periksa.fakta import Asal, Fakta, Jenis, Kumpulan, satu
from opensakip.periksa.kumpulan import kumpulkan
from opensakip.periksa.nilai_sah import indikator_berlaku, per_tahun
from opensakip.periksa.temuan import Temuan, Tingkat, pemeriksaan
from opensakip.periksa.uji_capaian import desimal_tercetak

DASAR = "rata-rata hitung; nilai antara tidak dibulatkan sebelum dirata-ratakan"
_BATAS = tuple(Decimal(n) for n in (100, 110, 120, 150))


@pemeriksaan(
    "rata-capaian",
    judul="Rata-rata capaian dihitung ulang",
    tingkat=Tingkat.SEDANG,
    dasar=DASAR,
    penjelasan=(
        "Rata-rata capaian sasaran dan instansi dihitung dari capaian yang tercetak, juga dengan batas 100, 110, 120, "
        "atau 150, dan dari rata-rata sasaran. Rata-rata sasaran yang lain di tempat lain juga disebut."
    ),
)
def rata_capaian(dokumen: tuple[Bacaan, ...]) -> Iterator[Temuan]:
    """Printed means that no way of averaging gives."""
    for bacaan in dokumen:
        k = kumpulkan(bacaan)
        rerata_tabel = list(_tabel(k))
        for f, isi in rerata_tabel:
            yield from _uji(k, f, [isi, [x for x, _ in rerata_tabel if x is not f]])
        semua = [
            c
            for i in indikator_berlaku(k)
            if k.tahun and (c := per_tahun(k, i.kunci, Jenis.CAPAIAN).nilai.get(k.tahun)) is not None
        ]
        for f in k.pilih(Jenis.CAPAIAN):
            if f.tanda == "rerata" and f.asal is Asal.PROSA and f.tahun == k.tahun and len(semua) >= 3:
                yield from _uji(k, f, [semua, [x for x, _ in rerata_tabel]])
        yield from _sasaran_beda(k)


def _tabel(k: Kumpulan) -> Iterator[tuple[Fakta, list[Fakta]]]:
    """Mean rows of tables, each with the achievements above it since the mean row before."""
    kumpul: dict[int | None, list[Fakta]] = {}
    for kelompok in k.kelompok():
        c = satu(kelompok, Jenis.CAPAIAN)
        if c is None or c.asal is not Asal.UKUR or c.angka is None or c.arah == "akhir":
            continue
        nomor = c.lokasi.tempat.tabel
        if c.tanda == "rerata":
            if len(kumpul.get(nomor, [])) > 0:
                yield c, kumpul[nomor]
            kumpul[nomor] = []
        else:
            kumpul.setdefault(nomor, []).append(c)


def _mungkin(isi: Sequence[Fakta], d: int) -> list[Decimal]:
    """Means of printed achievements, as they stand and capped, rounded and cut off."""
    angka = [f.angka for f in isi if f.angka is not None]
    hasil: list[Decimal] = []
    for batas in (None, *_BATAS):
        deret = [n if batas is None else min(n, batas) for n in angka]
        nilai = rata_rata(deret, nama="capaian").nilai if deret else None
        if nilai is not None:
            hasil.append(bulatkan(nilai, d))
    return hasil


def _uji(k: Kumpulan, f: Fakta, kelompok: list[list[Fakta]]) -> Iterator[Temuan]:
    assert f.nilai is not None
    if f.angka is None:
        return
    d = desimal_tercetak(f.nilai)
    ulp = Decimal((0, (1,), -d))
    hitung = [m for isi in kelompok if isi for m in _mungkin(isi, d)]
    if not hitung or any(abs(m - f.angka) <= (ulp if d else 0) for m in hitung):
        dekat = hitung and f.angka not in hitung
        if dekat:
            yield _temuan(f, kelompok[0], hitung[0], d, catatan=True)
        return
    if len([x for x in kelompok[0] if x.angka is not None]) < 2 and abs(hitung[0] - f.angka) < 1:
        return
    yield _temuan(f, kelompok[0], hitung[0], d, catatan=False)


def _temuan(f: Fakta, isi: list[Fakta], benar: Decimal, d: int, *, catatan: bool) -> Temuan:
    kalimat = f"Rata-rata capaian tercetak {f.teks}, sedangkan rata-rata {len(isi)} capaian yang tercetak {tampil(benar, d)}%."
    if catatan:
        kalimat += " Selisihnya dapat berasal dari pembulatan capaian sebelum dirata-ratakan."
    return Temuan(
        "rata-capaian", Tingkat.CATATAN if catatan else Tingkat.SEDANG, 60 if catatan or f.ragu else 80, kalimat,
        tempat_unik([f.lokasi, *(x.lokasi for x in isi)]), f.teks, f"{tampil(benar, d)}%", DASAR,
    )  # fmt: skip


def _sasaran_beda(k: Kumpulan) -> Iterator[Temuan]:
    """The mean of one sasaran printed otherwise in another table."""
    wadah: dict[str, list[Fakta]] = {}
    for f in k.pilih(Jenis.CAPAIAN):
        if f.indikator.startswith("sasaran:") and f.nilai is not None:
            wadah.setdefault(f.indikator, []).append(f)
    for isi in wadah.values():
        acuan = next((f for f in isi if f.asal is Asal.UKUR), None)
        if acuan is None or acuan.nilai is None:
            continue
        for f in isi:
            if f.nilai is not None and not senilai(f.nilai, acuan.nilai):
                yield Temuan(
                    "rata-capaian", Tingkat.SEDANG, 80,
                    f"Capaian sasaran tercetak {f.teks} di sini dan {acuan.teks} di {acuan.lokasi.tempat.sebut()}.",
                    tempat_unik([f.lokasi, acuan.lokasi]), f.teks, acuan.teks, DASAR,
                )  # fmt: skip
