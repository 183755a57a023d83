"""A small agency loaded through the services, for tests of the rooms."""

from __future__ import annotations

from dataclasses import dataclass

from opensakip.audit.services import Pelaku
from opensakip.hitung.nilai import baca_nilai
from opensakip.impor.berkas_templat import FOLDER_TEMPLAT
from opensakip.impor.muat import muat
from opensakip.organisasi.models import Instansi, Unit
from opensakip.pelaporan import services as pelaporan
from opensakip.pelaporan.models import Cuplikan
from opensakip.perencanaan.models import Butir, ButirIndikator, KartuIndikator, Target

TAHUN = 2025
OLEH = Pelaku(nama="Koordinator SAKIP", peran="koordinator", sumber="cli")


@dataclass(frozen=True)
class Kecil:
    """The agency of the filled template, and its units by code."""

    instansi: Instansi
    unit: dict[str, Unit]

    def bekukan(self, alasan: str = "") -> Cuplikan:
        """Freeze the year."""
        return pelaporan.bekukan(instansi=self.instansi, tahun=TAHUN, oleh=OLEH, alasan=alasan)[0]


def muat_kecil() -> Kecil:
    """Four indicators of every direction, a plan with ceilings and one target, one agreement."""
    slug = muat(FOLDER_TEMPLAT / "contoh-isi").slug
    instansi = Instansi.objects.get(slug=slug)
    instansi.contoh = True  # the template itself is not public; tests of visitors need one that is
    instansi.save(update_fields=["contoh"])
    kartu = KartuIndikator.semua.get(instansi=instansi, indikator__kode="IKU-1")
    butir = Butir.semua.filter(instansi=instansi).earliest("jalur")
    dasar = {"instansi": instansi, "versi": butir.versi, "indikator": kartu.indikator}
    baris = ButirIndikator.semua.create(butir=butir, kartu=kartu, nama_cetak=kartu.nama, **dasar)
    target = Target(baris=baris, tahun=TAHUN, **dasar)
    target.nilai = baca_nilai("1.250,5", bentuk="id")
    target.save()
    return Kecil(instansi, {u.kode: u for u in Unit.semua.filter(instansi=instansi)})
