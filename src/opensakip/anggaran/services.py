"""Acts on ceilings, realisation and the basis of efficiency."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction

from opensakip.anggaran.errors import PaguSalah
from opensakip.anggaran.models import AnggotaDasar, DasarEfisiensi, Pagu, RealisasiAnggaran
from opensakip.audit import services as audit
from opensakip.audit.services import Pelaku
from opensakip.organisasi.models import Instansi, Unit
from opensakip.perencanaan.models import Butir, VersiDokumen
from opensakip.perencanaan.rules import wajib_draf


@dataclass(frozen=True, slots=True)
class DataPagu:
    """An amount in rupiah at a row; ``peran`` ``daun`` counts, ``cetak`` is only printed above."""

    butir: str
    tahun: int
    peran: str
    nilai: Decimal
    angka_cetak: str = ""
    keadaan: str = "tercetak"


@dataclass(frozen=True, slots=True)
class DataRealisasiAnggaran:
    """Money spent at the level at which it was reported."""

    tingkat: str
    tahun: int
    kunci: str = ""
    uraian: str = ""
    nilai: Decimal | None = None
    persen_cetak: Decimal | None = None


@dataclass(frozen=True, slots=True)
class DataDasar:
    """Basis of efficiency of one result: rows of a plan, by document and identifier."""

    hasil_kode: str
    tingkat: str
    uraian: str
    dokumen: str
    anggota: tuple[str, ...]
    pembulatan_cro: str = "dua_desimal"
    alasan: str = ""


@transaction.atomic
def isi_pagu(*, versi: VersiDokumen, pagu: Sequence[DataPagu], butir: Mapping[str, Butir]) -> list[Pagu]:
    """Write the amounts of a draft version, in the given order.

    Raises:
        PaguSalah: a row is unknown, or a leaf amount stands above another leaf amount.
        VersiSudahDitetapkan: the version is set.
    """
    wajib_draf(versi)
    baris = []
    for p in pagu:
        if p.butir not in butir:
            raise PaguSalah(f"Pagu: butir “{p.butir}” tidak ada pada versi {versi.nomor}.")
        baris.append(
            Pagu(
                instansi_id=versi.instansi_id,
                versi=versi,
                butir=butir[p.butir],
                tahun=p.tahun,
                peran=p.peran,
                nilai=p.nilai,
                angka_cetak=p.angka_cetak,
                keadaan=p.keadaan,
            )
        )
    _wajib_daun_tidak_bertumpuk(pagu, butir)
    return Pagu.semua.bulk_create(baris, batch_size=400)


def _wajib_daun_tidak_bertumpuk(pagu: Sequence[DataPagu], butir: Mapping[str, Butir]) -> None:
    """A leaf above a leaf would be counted twice."""
    for tahun in {p.tahun for p in pagu}:
        jalur = sorted(
            (butir[p.butir].jalur, p.butir) for p in pagu if p.peran == "daun" and p.tahun == tahun
        )
        for (atas, nama_atas), (bawah, nama_bawah) in zip(jalur, jalur[1:], strict=False):
            if bawah.startswith(atas):
                raise PaguSalah(
                    f"Pagu {tahun}: “{nama_atas}” dan “{nama_bawah}” di bawahnya sama-sama daun, "
                    "sehingga terhitung dua kali. Beri yang atas peran cetak."
                )


@transaction.atomic
def catat_realisasi_anggaran(
    *,
    instansi: Instansi,
    unit: Unit,
    realisasi: Sequence[DataRealisasiAnggaran],
    oleh: Pelaku,
    alasan: str = "",
) -> list[RealisasiAnggaran]:
    """Write money spent. A known cell gets a new version and the old one stays readable."""
    lama = {
        (r.tahun, r.tingkat, r.kunci): r
        for r in RealisasiAnggaran.semua.filter(instansi=instansi, unit=unit, terkini=True)
    }
    diganti = [lama[k].pk for k in ((r.tahun, r.tingkat, r.kunci) for r in realisasi) if k in lama]
    RealisasiAnggaran.semua.filter(pk__in=diganti).update(terkini=False)
    baris = RealisasiAnggaran.semua.bulk_create(
        [
            RealisasiAnggaran(
                instansi=instansi,
                unit=unit,
                tingkat=r.tingkat,
                kunci=r.kunci,
                uraian=r.uraian,
                tahun=r.tahun,
                nilai=r.nilai,
                persen_cetak=r.persen_cetak,
                versi=lama[(r.tahun, r.tingkat, r.kunci)].versi + 1
                if (r.tahun, r.tingkat, r.kunci) in lama
                else 1,
                alasan=alasan,
            )
            for r in realisasi
        ]
    )
    audit.catat(
        "anggaran.realisasi.dicatat",
        instansi_uid=instansi.uid,
        objek_jenis="organisasi.Instansi",
        objek_uid=instansi.uid,
        objek_nama=instansi.nama,
        oleh=oleh,
        alasan=alasan,
        sesudah={"baris": len(baris)},
    )
    return baris


@transaction.atomic
def nyatakan_dasar_efisiensi(
    *, instansi: Instansi, unit: Unit, tahun: int, dasar: Sequence[DataDasar], oleh: Pelaku
) -> list[DasarEfisiensi]:
    """Declare which rows of the plan each result is measured against (PMK 22/PMK.02/2021).

    Raises:
        PaguSalah: a member row does not exist in any version of the named document.
    """
    ada = set(Butir.semua.filter(instansi=instansi).values_list("versi__dokumen__kode", "pengenal"))
    hasil = []
    for d in dasar:
        for pengenal in d.anggota:
            if (d.dokumen, pengenal) not in ada:
                raise PaguSalah(
                    f"Dasar efisiensi {d.hasil_kode}: butir “{pengenal}” tidak ada di {d.dokumen}."
                )
        baris = DasarEfisiensi.semua.create(
            instansi=instansi,
            unit=unit,
            tahun=tahun,
            hasil_kode=d.hasil_kode,
            tingkat=d.tingkat,
            uraian=d.uraian,
            pembulatan_cro=d.pembulatan_cro,
            alasan=d.alasan,
        )
        AnggotaDasar.semua.bulk_create(
            [
                AnggotaDasar(instansi=instansi, dasar=baris, dokumen_kode=d.dokumen, butir_pengenal=p)
                for p in d.anggota
            ]
        )
        hasil.append(baris)
    audit.catat(
        "anggaran.dasar_efisiensi.dinyatakan",
        instansi_uid=instansi.uid,
        objek_jenis="organisasi.Instansi",
        objek_uid=instansi.uid,
        objek_nama=instansi.nama,
        oleh=oleh,
        sesudah={"hasil": [d.hasil_kode for d in dasar]},
    )
    return hasil
