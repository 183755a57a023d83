"""Acts of the journal in words: who did what to what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from opensakip.pelaporan.beranda import Kejadian
from opensakip.web.penyaji.jurnal import nama


@dataclass(frozen=True, slots=True)
class Kabar:
    """One line of news: the sentence, the reason, the moment."""

    kalimat: str
    alasan: str
    waktu: datetime


def _kata() -> dict[str, str]:
    """Act -> sentence with the actor and the object."""
    return {
        "organisasi.instansi.didaftarkan": _("%(pelaku)s mendaftarkan %(objek)s."),
        "organisasi.instansi.tata_diubah": _("%(pelaku)s mengubah tata cetak %(objek)s."),
        "organisasi.unit.disusun": _("%(pelaku)s menyusun unit kerja %(objek)s."),
        "perencanaan.dokumen.didaftarkan": _("%(pelaku)s mendaftarkan dokumen %(objek)s."),
        "perencanaan.versi.ditetapkan": _("%(pelaku)s menetapkan versi dokumen %(objek)s."),
        "perencanaan.kartu.ditetapkan": _("%(pelaku)s menetapkan kartu indikator."),
        "perjanjian.pk.ditetapkan": _("%(pelaku)s menetapkan perjanjian kinerja %(objek)s."),
        "pengukuran.realisasi.dicatat": _("%(pelaku)s mencatat realisasi kinerja."),
        "pengukuran.realisasi.dikoreksi": _("%(pelaku)s mengoreksi realisasi %(objek)s."),
        "anggaran.realisasi.dicatat": _("%(pelaku)s mencatat realisasi anggaran."),
        "anggaran.dasar_efisiensi.dinyatakan": _("%(pelaku)s menyatakan dasar anggaran tiap sasaran."),
        "impor.kumpulan.dimuat": _("%(pelaku)s memuat kumpulan data %(objek)s."),
        "pelaporan.angka.dibekukan": _("%(pelaku)s membekukan angka %(objek)s."),
        "pengukuran.pembanding.dicatat": _("%(pelaku)s mencatat nilai pembanding."),
        "pengukuran.instrumen.dicatat": _("%(pelaku)s mencatat nilai instrumen."),
        "pelaporan.naskah.ditulis": _("%(pelaku)s menulis naskah %(objek)s."),
        "pelaporan.isian.ditulis": _("%(pelaku)s menulis isian %(objek)s."),
        "pelaporan.catatan.ditulis": _("%(pelaku)s menulis catatan angka %(objek)s."),
        "pelaporan.laporan.ditetapkan": _("%(pelaku)s menetapkan laporan %(objek)s."),
        "reviu.dibuka": _("%(pelaku)s membuka %(objek)s."),
        "reviu.dikembalikan": _("%(pelaku)s mengembalikan %(objek)s untuk diperbaiki."),
        "reviu.dinyatakan": _("%(pelaku)s menerbitkan pernyataan atas %(objek)s."),
        "akun.penugasan.ditetapkan": _("%(pelaku)s menetapkan penugasan %(objek)s."),
    }


def kabar(kejadian: Iterable[Kejadian]) -> list[Kabar]:
    """Acts in sentences; an act without a sentence of its own is told by its name in the journal."""
    kata = _kata()
    hasil = []
    for k in kejadian:
        objek = k.objek
        if k.banyak > 1:
            objek = _("%(objek)s dan %(sisa)s lainnya") % {"objek": k.objek, "sisa": k.banyak - 1}
        isi = {"pelaku": k.pelaku or _("Sistem"), "objek": objek, "nama": nama(k.tindakan)}
        kalimat = kata.get(k.tindakan) or _("%(nama)s: %(objek)s, oleh %(pelaku)s.")
        hasil.append(Kabar(kalimat % isi, k.alasan, k.waktu))
    return hasil
