"""One indicator, one year, one figure: target, realisation and achievement that differ by place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from opensakip.dokumen.bacaan.model import Bacaan
from opensakip.hitung.tipe import JenisNilai
from opensakip.periksa.banding_nilai import Kelas, kelas, sebanding, selisih_kecil, tempat_unik
from opensakip.periksa.fakta import Asal, Fakta, Jenis, Kumpulan
from opensakip.periksa.kumpulan import kumpulkan
from opensakip.periksa.nilai_sah import tahunan
from opensakip.periksa.temuan import Temuan, Tingkat, pemeriksaan

_PERSENTASE = re.compile(r"^\W*(?:persen\w*|proporsi|rasio|tingkat|cakupan|prosentase|%)", re.IGNORECASE)
DASAR_PK = "PermenPANRB 53/2014: laporan mengukur target yang ditetapkan dalam perjanjian kinerja"
DASAR_SAMA = (
    "PermenPANRB 53/2014 lampiran III: informasi dalam laporan kinerja harus dapat diandalkan dan konsisten"
)


def persentase(k: Kumpulan, kunci: str) -> bool:
    """Whether an indicator is a percentage, by its name."""
    return any(_PERSENTASE.match(v) for i in k.indikator if i.kunci == kunci for v in (i.nama, *i.varian))


def _per_indikator(k: Kumpulan, *jenis: Jenis) -> dict[tuple[str, int], list[Fakta]]:
    wadah: dict[tuple[str, int], list[Fakta]] = {}
    for f in k.pilih(*jenis):
        if f.indikator and f.tahun and f.nilai is not None and f.tanda not in ("lemah", "rerata"):
            wadah.setdefault((f.indikator, f.tahun), []).append(f)
    return {kunci: _sejenis(isi) for kunci, isi in wadah.items()}


def _sejenis(fakta: list[Fakta]) -> list[Fakta]:
    """Numbers are compared with numbers; a remark in words beside them is no other value."""
    angka = [f for f in fakta if f.nilai is not None and f.nilai.jenis is not JenisNilai.TEKS]
    return angka or fakta


@pemeriksaan(
    "target-beda",
    judul="Target satu indikator sama di semua tempat",
    tingkat=Tingkat.TINGGI,
    dasar=DASAR_PK,
    penjelasan=(
        "Target setiap indikator per tahun dibandingkan di lampiran perjanjian kinerja, tabel, dan "
        "kalimat. Perjanjian "
        "yang ditandatangani mengikat; perjanjian murni dan perubahan dibandingkan terpisah."
    ),
)
def target_beda(dokumen: tuple[Bacaan, ...]) -> Iterator[Temuan]:
    """Targets of one indicator and year that differ within a version of the agreement."""
    for bacaan in dokumen:
        k = kumpulkan(bacaan)
        for (kunci, tahun), fakta in _per_indikator(k, Jenis.TARGET).items():
            isi = sebanding(_berversi(k, _satu_pemilik(fakta)), persentase(k, kunci))
            for versi, kelompok in _menurut_versi(isi).items():
                sebutan = f"Target {k.nama(kunci)} tahun {tahun}" + (f" (PK {versi})" if versi else "")
                yield from _temuan("target-beda", sebutan, kelompok, DASAR_PK)


def _satu_pemilik(fakta: list[Fakta]) -> list[Fakta]:
    """Without the rows of a plan table that gives one name several targets: each unit has its own there."""
    nilai: dict[tuple[str, int | None], set[object]] = {}
    for f in fakta:
        if f.asal is Asal.RENCANA:
            nilai.setdefault((f.lokasi.berkas, f.lokasi.tempat.tabel), set()).add(f.nilai)
    banyak = {tempat for tempat, isi in nilai.items() if len(isi) > 1}
    return [
        f
        for f in fakta
        if f.asal is not Asal.RENCANA or (f.lokasi.berkas, f.lokasi.tempat.tabel) not in banyak
    ]


def _berversi(k: Kumpulan, fakta: Iterable[Fakta]) -> list[Fakta]:
    """An annex without a version beside a changed one is the original agreement."""
    ada = any(f.versi == "perubahan" and f.asal is Asal.PK for f in k.fakta)
    return [replace(f, versi="murni") if ada and f.asal is Asal.PK and not f.versi else f for f in fakta]


def _menurut_versi(fakta: list[Fakta]) -> dict[str, list[Fakta]]:
    murni = [f for f in fakta if f.versi == "murni"]
    ubah = [f for f in fakta if f.versi == "perubahan"]
    lain = [f for f in fakta if not f.versi]
    if not ubah:
        return {"murni" if murni else "": murni + lain}
    sah = {f.nilai for f in murni}
    terikat = [f for f in lain if f.asal in (Asal.PROSA, Asal.UKUR, Asal.PK) or f.nilai not in sah]
    return {"murni": murni, "perubahan": ubah + terikat}


@pemeriksaan(
    "realisasi-beda",
    judul="Realisasi satu indikator per tahun sama di semua tempat",
    tingkat=Tingkat.TINGGI,
    dasar=DASAR_SAMA,
    penjelasan=(
        "Realisasi setiap indikator per tahun dibandingkan di tabel capaian, tabel riwayat, dan kalimat, "
        "juga nilai "
        "tahun-tahun lalu. Pembulatan nilai yang sama bukan perbedaan. Nilai kumulatif tidak diadu "
        "dengan nilai tahunan, "
        "kecuali kalimat lain memakainya sebagai nilai tahunan."
    ),
)
def realisasi_beda(dokumen: tuple[Bacaan, ...]) -> Iterator[Temuan]:
    """Realisations of one indicator and year that differ."""
    for bacaan in dokumen:
        k = kumpulkan(bacaan)
        for (kunci, tahun), semua in _per_indikator(k, Jenis.REALISASI).items():
            pinjam = _pinjaman(k, kunci) if tahun == k.tahun else []
            tahunan = [f for f in semua if f.tanda != "kumulatif"]
            isi = sebanding(tahunan + pinjam, persentase(k, kunci))
            sebutan = f"Realisasi {k.nama(kunci)} tahun {tahun}"
            for t in _temuan("realisasi-beda", sebutan, isi, DASAR_SAMA):
                yield _dengan_kumulatif(t, semua)


def _pinjaman(k: Kumpulan, kunci: str) -> list[Fakta]:
    """Values of an earlier year that stand for this year's realisation."""
    return [f for f in k.pilih(Jenis.REALISASI, indikator=kunci) if f.tanda == "bawaan"]


def _dengan_kumulatif(t: Temuan, semua: list[Fakta]) -> Temuan:
    lain = [f.lokasi for f in semua if f.tanda == "kumulatif" and f.teks in (t.tercetak or "")]
    return replace(t, lokasi=tempat_unik([*t.lokasi, *lain])) if lain else t


@pemeriksaan(
    "capaian-beda",
    judul="Capaian satu indikator sama di semua tempat",
    tingkat=Tingkat.TINGGI,
    dasar=DASAR_SAMA,
    penjelasan=(
        "Capaian tahun laporan dibandingkan di tabel, kalimat, dan tabel efisiensi (CRO). Capaian "
        "terhadap target akhir "
        "dokumen jangka menengah adalah angka lain dan tidak diadu."
    ),
)
def capaian_beda(dokumen: tuple[Bacaan, ...]) -> Iterator[Temuan]:
    """Achievements of one indicator and year that differ."""
    for bacaan in dokumen:
        k = kumpulkan(bacaan)
        for (kunci, tahun), fakta in _per_indikator(k, Jenis.CAPAIAN).items():
            isi = _sebesar([f for f in fakta if tahunan(k, f)])
            sebutan = f"Capaian {k.nama(kunci)} tahun {tahun}"
            yield from _temuan("capaian-beda", sebutan, isi, DASAR_SAMA)


def _sebesar(fakta: list[Fakta]) -> list[Fakta]:
    """Without sentences whose percentage is of another order than the tables: a rise or a share."""
    tabel = [f.angka for f in fakta if f.asal is not Asal.PROSA and f.angka]
    if not tabel:
        return fakta
    return [
        f
        for f in fakta
        if f.asal is not Asal.PROSA or f.angka is None or any(x <= 4 * f.angka <= 16 * x for x in tabel)
    ]


def _temuan(kode: str, sebutan: str, fakta: list[Fakta], dasar: str) -> Iterator[Temuan]:
    """One finding where places disagree: the deviating ones first, then those that bind."""
    semua = kelas(fakta)
    if len(semua) < 2:
        return
    acuan, lain = semua[0], semua[1:]
    setara = [c for c in lain if c.bobot() == acuan.bobot()]
    sumber = acuan.sumber
    rinci = "; ".join(f"{c.teks} ({_di(c)})" for c in lain)
    kalimat = f"{sebutan} tercetak berbeda: {rinci}; menurut {sumber} {acuan.teks} ({_di(acuan)})."
    if setara:
        kalimat += " Mana yang benar tidak dapat ditentukan dari dokumen."
    ragu = any(f.ragu for c in semua for f in c.fakta)
    if ragu:
        kalimat += " Pembacaan pindaian tidak pasti; bandingkan dengan dokumen asli."
    kecil = all(selisih_kecil(acuan.nilai, c.nilai) for c in lain)
    yield Temuan(
        kode,
        Tingkat.SEDANG if kecil else Tingkat.TINGGI,
        (60 if ragu else 85) - (10 if setara else 0),
        kalimat,
        tempat_unik([x for c in lain for x in c.lokasi()] + list(acuan.lokasi())),
        "; ".join(c.teks for c in lain),
        acuan.teks,
        dasar,
    )


def _di(c: Kelas) -> str:
    tempat = [x.tempat.sebut() for x in c.lokasi()]
    return ", ".join(tempat[:3]) + (f", dan {len(tempat) - 3} tempat lain" if len(tempat) > 3 else "")
