"""Targets that cannot be measured against: empty ones and ranges for an indicator with one figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from opensakip.dokumen.bacaan.model import Bacaan, Sel
from opensakip.hitung.nilai import nilai_kosong
from opensakip.hitung.tipe import JenisNilai
from opensakip.periksa.banding_nilai import tempat_unik
from opensakip.periksa.fakta import Jenis, Kumpulan
from opensakip.periksa.kumpulan import kumpulkan
from opensakip.periksa.nilai_sah import per_tahun
from opensakip.periksa.pengenal_kepala import Peran
from opensakip.periksa.pengenal_nama import inti, kata, peras, polos
from opensakip.periksa.pengenal_tabel import TabelIndikator, tabel_indikator
from opensakip.periksa.temuan import Lokasi, Temuan, Tingkat, pemeriksaan

DASAR = "PermenPANRB 53/2014: setiap indikator dalam perjanjian kinerja bertarget yang dapat diukur"
_TUNGGAL = re.compile(
    r"^\W*(?:indeks|nilai|skor\w*|persen\w*|proporsi|tingkat|rasio|jumlah)\b", re.IGNORECASE
)


@pemeriksaan(
    "target-tak-terukur",
    judul="Setiap indikator mempunyai satu target yang terukur",
    tingkat=Tingkat.SEDANG,
    dasar=DASAR,
    penjelasan=(
        "Baris indikator tanpa target dicari di tabel yang mempunyai kolom target; target berupa rentang "
        "dicari pada "
        "indikator yang bernilai satu angka, sebab capaiannya tidak dapat dihitung dengan rasio."
    ),
)
def target_tak_terukur(dokumen: tuple[Bacaan, ...]) -> Iterator[Temuan]:
    """Rows without a target, and ranges."""
    for bacaan in dokumen:
        k = kumpulkan(bacaan)
        for i in k.indikator:
            rentang = [
                f
                for f in k.pilih(Jenis.TARGET, indikator=i.kunci)
                if f.nilai is not None
                and f.nilai.jenis is JenisNilai.RENTANG
                and f.nilai.bawah
                and f.nilai.atas
            ]
            if rentang and _TUNGGAL.match(i.nama):
                yield Temuan(
                    "target-tak-terukur", Tingkat.CATATAN, 75,
                    f"Target {i.nama} berupa rentang ({rentang[0].teks}); tetapkan satu angka agar "
                    f"capaiannya "
                    "dapat dihitung.",
                    tempat_unik(f.lokasi for f in rentang), rentang[0].teks, "satu angka", DASAR,
                )  # fmt: skip
        tabel = list(tabel_indikator(bacaan))
        bertarget = {n for t in tabel for n, ada, _ in _rincian(t) if ada}
        rinci: dict[str, list[Temuan]] = {}
        for t in tabel:
            yield from _kosong(k, t)
            for nama, ada, sel in _rincian(t):
                if not ada and nama in bertarget and len(kata(sel.teks)) >= 3 and _bersatuan(t, sel):
                    rinci.setdefault(nama, []).append(_temuan(bacaan, t, polos(sel.teks), sel))
        for isi in rinci.values():
            yield replace(isi[0], lokasi=tempat_unik(x for s in isi for x in s.lokasi))


def _kosong(k: Kumpulan, t: TabelIndikator) -> Iterator[Temuan]:
    kolom = t.susunan.cari(Peran.TARGET)
    if len(kolom) != 1:
        return
    baris = [b for b in t.baris if b.nama and not b.rerata]
    isi = [_target(b.isi[kolom[0]][1]) for b in baris]
    seluruh = [_target(t.tabel.sel(i, kolom[0])) for i in range(t.susunan.kepala, len(t.tabel.baris))]
    if sum(bool(x) for x in seluruh) < 2:
        return
    for b, ada in zip(baris, isi, strict=True):
        if ada or b.sel_nama is None or len(kata(b.nama)) < 2:
            continue
        dasar = _temuan(k.bacaan, t, inti(b.nama), b.sel_nama)
        kunci = next((f.indikator for f in k.pilih(Jenis.NAMA) if f.lokasi.tempat == b.sel_nama.tempat), "")
        pk = per_tahun(k, kunci, Jenis.TARGET).nilai.get(k.tahun or 0) if kunci else None
        if b.sasaran and pk is not None:
            yield replace(
                dasar, seharusnya=f"{pk.teks} menurut {pk.asal}",
                kalimat=f"Target sasaran kosong: {dasar.kalimat} Menurut {pk.asal} targetnya {pk.teks}.",
                lokasi=tempat_unik([*dasar.lokasi, pk.lokasi]),
            )  # fmt: skip
        else:
            yield dasar


def _temuan(bacaan: Bacaan, t: TabelIndikator, nama: str, sel: Sel) -> Temuan:
    ragu = t.tabel.ragu or sel.ragu
    return Temuan(
        "target-tak-terukur", Tingkat.SEDANG, 55 if ragu else 75,
        f"Indikator {nama} tercetak tanpa target."
        + (" Pembacaan pindaian tidak pasti; bandingkan dengan dokumen asli." if ragu else ""),
        (Lokasi(bacaan.berkas, sel.tempat, nama),), nama, "target diisi", DASAR,
    )  # fmt: skip


def _rincian(t: TabelIndikator) -> Iterator[tuple[str, bool, Sel]]:
    """Indicators of lower levels in a plan table: tidied name, whether the row has a target, the cell."""
    target = t.susunan.cari(Peran.TARGET)
    lajur = [
        j
        for j, k in enumerate(t.susunan.kolom)
        if k.peran is Peran.LAIN and re.search(r"indikator", k.kepala, re.IGNORECASE)
    ]
    if len(target) != 1 or not lajur:
        return
    for i in range(t.susunan.kepala, len(t.tabel.baris)):
        for j in lajur:
            sel = t.tabel.baris[i][j] if j < len(t.tabel.baris[i]) else None
            if sel is not None and sel.teks.strip():
                yield peras(sel.teks), bool(_target(t.tabel.sel(i, target[0]))), sel


def _bersatuan(t: TabelIndikator, sel: Sel) -> bool:
    """Whether the row prints a unit without a figure: then only the target is missing, not half of the "
    "row."""
    kolom = t.susunan.cari(Peran.SATUAN)
    baris = (sel.tempat.baris_tabel or 0) - 1
    satuan = polos(t.tabel.teks(baris, kolom[0])) if kolom and 0 <= baris < len(t.tabel.baris) else ""
    return bool(satuan) and not any(h.isdigit() for h in satuan)


def _target(sel: object) -> str:
    teks = polos(getattr(sel, "teks", "") or "")
    return "" if nilai_kosong(teks) else peras(teks) or teks
