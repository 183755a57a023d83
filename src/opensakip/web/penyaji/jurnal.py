"""The journal in words: names of acts and of the rooms they belong to, filters from an address."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from opensakip.pelaporan.jurnal_instansi import Saringan


def nama_ruang() -> dict[str, str]:
    """First word of an act -> the field of work as people call it."""
    return {
        "akun": _("Akun dan penugasan"),
        "anggaran": _("Anggaran"),
        "evaluasi": _("Evaluasi"),
        "impor": _("Impor data"),
        "organisasi": _("Organisasi"),
        "pelaporan": _("Pelaporan"),
        "pengukuran": _("Pengukuran"),
        "perencanaan": _("Perencanaan"),
        "perjanjian": _("Perjanjian kinerja"),
        "reviu": _("Reviu"),
    }


def nama_tindakan() -> dict[str, str]:
    """Code of an act -> what was done."""
    return {
        "akun.masuk.ditahan": _("Percobaan masuk ditahan"),
        "akun.pengguna.didaftarkan": _("Pengguna didaftarkan"),
        "akun.penugasan.ditetapkan": _("Penugasan ditetapkan"),
        "akun.sandi.diganti": _("Kata sandi diganti"),
        "anggaran.dasar_efisiensi.dinyatakan": _("Dasar efisiensi dinyatakan"),
        "anggaran.realisasi.dicatat": _("Realisasi anggaran dicatat"),
        "impor.batch.dibuang": _("Impor dibuang"),
        "impor.batch.dijawab": _("Pertanyaan impor dijawab"),
        "impor.batch.dikenali_ulang": _("Berkas impor dikenali ulang"),
        "impor.batch.dipetakan": _("Kolom impor dipetakan"),
        "impor.batch.diterapkan": _("Impor diterapkan"),
        "impor.batch.diunggah": _("Berkas impor diunggah"),
        "impor.batch.diurungkan": _("Impor diurungkan"),
        "impor.kumpulan.dimuat": _("Kumpulan data dimuat"),
        "organisasi.instansi.dibuka": _("Dibuka untuk umum"),
        "organisasi.instansi.didaftarkan": _("Instansi didaftarkan"),
        "organisasi.instansi.ditutup": _("Ditutup untuk umum"),
        "organisasi.instansi.tata_diubah": _("Tata cetak diubah"),
        "organisasi.unit.disusun": _("Unit kerja disusun"),
        "pelaporan.angka.dibekukan": _("Angka dibekukan"),
        "pelaporan.laporan.ditetapkan": _("Laporan ditetapkan"),
        "pengukuran.realisasi.dicatat": _("Realisasi dicatat"),
        "pengukuran.realisasi.dikoreksi": _("Realisasi dikoreksi"),
        "perencanaan.dokumen.didaftarkan": _("Dokumen perencanaan didaftarkan"),
        "perencanaan.kartu.ditetapkan": _("Kartu indikator ditetapkan"),
        "perencanaan.versi.ditetapkan": _("Versi dokumen ditetapkan"),
        "perjanjian.pk.ditetapkan": _("Perjanjian kinerja ditetapkan"),
        "reviu.daftar.dijawab": _("Daftar uji reviu dijawab"),
        "reviu.dibuka": _("Reviu dibuka"),
        "reviu.dikembalikan": _("Laporan dikembalikan oleh reviu"),
        "reviu.dinyatakan": _("Pernyataan telah direviu"),
        "reviu.gagal": _("Pemeriksaan reviu gagal"),
        "reviu.temuan.baru": _("Keputusan atas temuan dibatalkan"),
        "reviu.temuan.ditambah": _("Temuan reviu ditambahkan"),
        "reviu.temuan.ditanggapi": _("Temuan reviu ditanggapi"),
        "reviu.temuan.diterima": _("Temuan reviu diterima"),
        "reviu.temuan.ditolak": _("Temuan reviu ditolak"),
    }


def nama(tindakan: str) -> str:
    """Name of an act; one without words of its own is told by its code."""
    return nama_tindakan().get(tindakan) or tindakan.replace(".", " ").replace("_", " ").capitalize()


def baca_saringan(isi: Mapping[str, str]) -> Saringan:
    """Filters of an address; what cannot be read filters nothing."""
    nomor = isi.get("sebelum", "")
    ruang, hasil = isi.get("ruang", ""), isi.get("hasil", "")
    kata = "".join(h for h in isi.get("q", "") if h.isprintable())
    return Saringan(
        ruang=ruang if ruang in nama_ruang() else "",
        kata=" ".join(kata.split())[:100],
        dari=_tanggal(isi.get("dari", "")),
        sampai=_tanggal(isi.get("sampai", "")),
        hasil=hasil if hasil in ("jadi", "ditolak") else "",
        sebelum=int(nomor) if nomor.isascii() and nomor.isdigit() and len(nomor) < 19 else None,
    )


def _tanggal(teks: str) -> date | None:
    try:
        return date.fromisoformat(teks)
    except ValueError:
        return None


def tanya(s: Saringan, sebelum: int) -> str:
    """The address of the next page: the same filters, from this entry on."""
    isi = {
        "ruang": s.ruang,
        "q": s.kata,
        "dari": s.dari.isoformat() if s.dari else "",
        "sampai": s.sampai.isoformat() if s.sampai else "",
        "hasil": s.hasil,
        "sebelum": str(sebelum),
    }
    return "?" + urlencode({k: v for k, v in isi.items() if v})
