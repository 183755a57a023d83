"""Correcting one measured value by hand: the act of ``pengukuran`` together with its origin."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from opensakip.audit.services import Pelaku
from opensakip.berkas import services as berkas
from opensakip.berkas.services import DataAsal, DataSumber, Rujukan
from opensakip.impor.ketik import SelSalah
from opensakip.impor.periksa_nilai import baca
from opensakip.inti.errors import TidakDapatDilakukan
from opensakip.organisasi.models import Instansi
from opensakip.pengukuran import services as pengukuran
from opensakip.pengukuran.data import DataRealisasi
from opensakip.pengukuran.models import Realisasi
from opensakip.perencanaan.models import KartuIndikator
from opensakip.perencanaan.selectors import kartu_berlaku

SUMBER_KETIKAN = DataSumber(kunci="ketikan", judul="Diketik lewat koreksi realisasi")


class KoreksiSalah(TidakDapatDilakukan):
    """The correction cannot be read or concerns nothing that exists."""


@transaction.atomic
def ubah_realisasi(
    *,
    instansi: Instansi,
    indikator: str,
    tahun: int,
    nilai: str,
    alasan: str,
    oleh: Pelaku,
    periode: str = "",
    status: str = "final",
    tahun_nilai: int | None = None,
) -> Realisasi:
    """Give a cell a new value with a reason; the old version stays readable.

    ``nilai`` is text as a person writes it; empty for a status without value.

    Raises:
        KoreksiSalah: unknown indicator, or a number that cannot be read or can be read two ways.
        RealisasiTidakSah: status against value, or no reason.
    """
    Instansi.objects.select_for_update().get(pk=instansi.pk)  # two corrections: one after the other
    kartu = kartu_berlaku(instansi.pk, [indikator], date(tahun, 12, 31)).get(indikator)
    if kartu is None:
        raise KoreksiSalah(_tidak_dikenal(instansi, indikator, tahun))
    terbaca = None
    if nilai.strip():
        try:
            terbaca = baca(
                nilai.strip(),
                jenis=kartu.jenis_nilai,
                skala_ordinal=kartu.skala_ordinal,
                bentuk="auto",
                tahun=tahun,
            )
        except SelSalah as sebab:
            raise KoreksiSalah(f"--nilai: {sebab.pesan} Perbaikan: {sebab.perbaikan}") from sebab
    baris = pengukuran.koreksi_realisasi(
        instansi=instansi,
        data=DataRealisasi(
            indikator=indikator,
            tahun=tahun,
            nilai=terbaca,
            status=status,
            periode=periode,
            tahun_nilai=tahun_nilai,
            alasan=alasan if status == "dibawa" else "",
        ),
        oleh=oleh,
        alasan=alasan,
    )
    berkas.daftarkan_sumber(instansi=instansi, sumber=[SUMBER_KETIKAN])
    berkas.catat_asal(
        instansi=instansi,
        asal=[
            DataAsal(
                objek_jenis="pengukuran.Realisasi",
                objek_id=baris.pk,
                bidang="nilai",
                rujukan=(Rujukan(SUMBER_KETIKAN.kunci, None),),
                tercetak=nilai.strip(),
                peran="realisasi",
                tahun=tahun,
                nilai=terbaca,
                keadaan="diketik",
                catatan=alasan,
            )
        ],
    )
    return baris


def _tidak_dikenal(instansi: Instansi, indikator: str, tahun: int) -> str:
    ada = (
        KartuIndikator.semua.filter(
            instansi=instansi, keadaan="ditetapkan", berlaku_mulai__lte=date(tahun, 12, 31)
        )
        .order_by("indikator_id")
        .values_list("indikator__kode", flat=True)
        .distinct()
    )
    daftar = list(ada[:30])
    sebutan = ", ".join(daftar) if daftar else "belum ada satu pun"
    return f"Indikator “{indikator}” tidak punya kartu yang berlaku pada {tahun}. Yang ada: {sebutan}."
