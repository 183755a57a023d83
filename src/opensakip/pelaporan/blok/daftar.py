"""Names under which a kind of report calls for its blocks (`pelaporan/bentuk/*.yaml`).

Every block is a pure function of the snapshot and the speaker of sentences. A block of a section returns
its content without the section's heading; a block before the chapters and an annex bring their own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from opensakip.dokumen.model import Blok
from opensakip.pelaporan.blok import (
    anggaran,
    banding_pk,
    capaian,
    depan,
    efisiensi,
    instrumen,
    kaskade,
    pendahuluan,
    penutup,
    perbandingan,
    pk,
    rencana,
    renja,
    reviu,
)
from opensakip.pelaporan.blok.analisis import analisis_sasaran
from opensakip.pelaporan.blok.cuplik import Cuplik
from opensakip.pelaporan.kalimat import Penutur

Penyusun = Callable[[Cuplik, Penutur], tuple[Blok, ...]]


def _tanpa_penutur(susun: Callable[[Cuplik], tuple[Blok, ...]]) -> Penyusun:
    return lambda c, _penutur: susun(c)


def _analisis(c: Cuplik, penutur: Penutur) -> tuple[Blok, ...]:
    blok: list[Blok] = []
    for s in c.isi.get("sasaran") or ():
        blok += analisis_sasaran(c, s, penutur)
    return tuple(blok)


def _lampiran_pk(c: Cuplik) -> tuple[Blok, ...]:
    lampiran = pk.lampiran_pk(c)
    return lampiran.blok if lampiran else ()


BLOK: Mapping[str, Penyusun] = {
    # before the chapters
    "kata_pengantar": depan.kata_pengantar,
    "ikhtisar": depan.ikhtisar_eksekutif,
    "infografis": depan.infografis,
    # chapter I
    "latar": _tanpa_penutur(pendahuluan.latar),
    "dasar_hukum": _tanpa_penutur(pendahuluan.dasar_hukum),
    "gambaran": _tanpa_penutur(pendahuluan.gambaran),
    "bagan_organisasi": _tanpa_penutur(pendahuluan.bagan_organisasi),
    "organisasi": _tanpa_penutur(rencana.organisasi),
    "tugas_fungsi": _tanpa_penutur(pendahuluan.tugas_fungsi),
    "rekomendasi": _tanpa_penutur(pendahuluan.rekomendasi),
    "sistematika": _tanpa_penutur(pendahuluan.sistematika),
    "pegawai": _tanpa_penutur(rencana.pegawai),
    "isu": _tanpa_penutur(rencana.isu),
    # chapter II
    "arah": _tanpa_penutur(rencana.arah),
    "kaskade": _tanpa_penutur(kaskade.kaskade),
    "perjanjian": _tanpa_penutur(rencana.perjanjian),
    "isi_perjanjian": _tanpa_penutur(banding_pk.isi_perjanjian),
    "pagu": anggaran.pagu,
    "renja": _tanpa_penutur(renja.renja),
    # chapter III
    "tabel_capaian": _tanpa_penutur(capaian.tabel_capaian),
    "banding_tahun": _tanpa_penutur(perbandingan.tahun_lalu),
    "banding_renstra": _tanpa_penutur(perbandingan.renstra),
    "banding_nasional": _tanpa_penutur(perbandingan.nasional),
    "analisis_sasaran": _analisis,
    "efisiensi": _tanpa_penutur(efisiensi.tabel_efisiensi),
    "realisasi": anggaran.realisasi,
    "instrumen": instrumen.instrumen,
    # chapter IV
    "simpulan": penutup.simpulan,
    "langkah": _tanpa_penutur(perbandingan.langkah),
    "usul_target": _tanpa_penutur(penutup.usul_target),
    # annexes
    "pernyataan_reviu": _tanpa_penutur(reviu.pernyataan_reviu),
    "checklist_reviu": _tanpa_penutur(reviu.checklist_reviu),
    "lampiran_pk": _tanpa_penutur(_lampiran_pk),
    "catatan_sumber": _tanpa_penutur(penutup.catatan_sumber),
    "aturan": _tanpa_penutur(penutup.aturan),
}
