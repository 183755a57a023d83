"""The inputs of a snapshot, read from the rooms below in a fixed number of queries.

The only module of this room that knows ``perencanaan``, ``anggaran``, ``perjanjian`` and
``pengukuran``; everything after it works on :class:`Bahan`, and reports work on the frozen text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from opensakip.anggaran.models import AnggotaDasar, DasarEfisiensi, Pagu, RealisasiAnggaran
from opensakip.berkas.selectors import asal_semua
from opensakip.organisasi.models import Instansi, Unit, VersiUnit
from opensakip.organisasi.selectors import pimpinan_pada, unit_pada
from opensakip.pelaporan.models import CatatanAngka, IsianLaporan, Naskah
from opensakip.pengukuran.models import NilaiInstrumen, Pembanding, Realisasi
from opensakip.perencanaan.models import (
    Butir,
    ButirIndikator,
    KartuIndikator,
    PeranIndikator,
    Simpul,
    Sisi,
    Target,
    VersiDokumen,
)
from opensakip.perencanaan.selectors import versi_ditetapkan
from opensakip.perjanjian.models import AnggaranPK, BarisPK, PihakPK, VersiPK

JENIS_BERASAL = [
    "perencanaan.Target",
    "perencanaan.Butir",
    "anggaran.Pagu",
    "anggaran.RealisasiAnggaran",
    "perjanjian.BarisPK",
    "perjanjian.AnggaranPK",
    "pengukuran.Realisasi",
    "pengukuran.Pembanding",
    "pengukuran.NilaiInstrumen",
    "pelaporan.CatatanAngka",
    "pelaporan.IsianLaporan",
    "pelaporan.Naskah",
]


@dataclass(slots=True)
class BahanPK:
    """One version of the agreement with what stands on it."""

    versi: VersiPK
    pihak: list[PihakPK] = field(default_factory=list)
    baris: list[BarisPK] = field(default_factory=list)
    anggaran: list[AnggaranPK] = field(default_factory=list)


@dataclass(slots=True)
class BahanVersi:
    """One version of a planning document, flat and in printed order."""

    versi: VersiDokumen
    butir: list[Butir] = field(default_factory=list)
    indikator: dict[int, list[ButirIndikator]] = field(default_factory=lambda: defaultdict(list))
    target: dict[int, list[Target]] = field(default_factory=lambda: defaultdict(list))
    pagu: dict[int, list[Pagu]] = field(default_factory=lambda: defaultdict(list))
    simpul: list[Simpul] = field(default_factory=list)
    sisi: list[Sisi] = field(default_factory=list)


@dataclass(slots=True)
class Bahan:
    """Everything a snapshot of a unit and year is computed from."""

    instansi: Instansi
    unit: Unit
    tahun: int
    susunan: list[VersiUnit]
    pimpinan: dict[int, str]
    versi: list[BahanVersi]
    pk: list[BahanPK]
    kartu: dict[int, KartuIndikator]
    kartu_versi: dict[int, list[KartuIndikator]]
    penanggung_jawab: dict[int, list[Unit]]
    realisasi: dict[int, list[Realisasi]]
    pembanding: dict[int, list[Pembanding]]
    target: dict[int, list[Target]]
    instrumen: list[NilaiInstrumen]
    realisasi_anggaran: dict[tuple[str, str], RealisasiAnggaran]
    dasar: dict[str, tuple[DasarEfisiensi, list[AnggotaDasar]]]
    naskah: dict[str, Naskah]
    isian: list[IsianLaporan]
    catatan: list[CatatanAngka]
    asal: dict[tuple[str, int, str], list[dict[str, str]]]

    def asal_dari(self, jenis: str, pk: int, bidang: str) -> list[dict[str, str]]:
        """Return the places that a field of a record rests on."""
        return self.asal.get((jenis, pk, bidang), [])

    def nama_unit(self, unit_id: int | None) -> str:
        """Return the name of a unit as valid on 31 December of the year, empty for none."""
        return next((v.nama for v in self.susunan if v.unit_id == unit_id), "")

    def kode_unit(self, unit_id: int | None) -> str:
        """Return the code of a unit, empty for none."""
        return next((v.unit.kode for v in self.susunan if v.unit_id == unit_id), "")


def kumpulkan(instansi: Instansi, unit: Unit, tahun: int) -> Bahan:
    """Read the inputs of a unit and year. The number of queries does not depend on the rows."""
    akhir = date(tahun, 12, 31)
    pk = _pk(instansi, unit, tahun)
    indikator = sorted({b.indikator_id for p in pk for b in p.baris})
    versi = _versi(instansi, tahun)
    kartu = _per_indikator(_kartu(instansi, indikator, akhir))
    return Bahan(
        instansi=instansi,
        unit=unit,
        tahun=tahun,
        susunan=list(unit_pada(instansi, akhir)),
        pimpinan=pimpinan_pada(instansi, akhir),
        versi=versi,
        pk=pk,
        kartu={pk: semua[-1] for pk, semua in kartu.items()},
        kartu_versi=kartu,
        penanggung_jawab=_penanggung_jawab(instansi, indikator),
        realisasi=_per_indikator(
            Realisasi.semua.filter(instansi=instansi, indikator__in=indikator, terkini=True, tahun__lte=tahun)
            .select_related("periode", "kartu")
            .order_by("indikator_id", "tahun", "periode__ke")
        ),
        pembanding=_per_indikator(
            Pembanding.semua.filter(instansi=instansi, indikator__in=indikator, tahun__lte=tahun).order_by(
                "id"
            )
        ),
        target=_per_indikator(
            Target.semua.filter(
                instansi=instansi,
                indikator__in=indikator,
                versi__keadaan="ditetapkan",
                versi__berlaku_mulai__lte=akhir,
            )
            .select_related("versi__dokumen", "baris__butir", "baris__kartu")
            .order_by("versi__berlaku_mulai", "versi__nomor", "id")
        ),
        instrumen=list(
            NilaiInstrumen.semua.filter(instansi=instansi, unit=unit, tahun__lte=tahun).order_by(
                "instrumen", "urut"
            )
        ),
        realisasi_anggaran={
            (r.tingkat, r.kunci): r
            for r in RealisasiAnggaran.semua.filter(
                instansi=instansi, unit=unit, tahun=tahun, terkini=True
            ).order_by("id")
        },
        dasar=_dasar(instansi, unit, tahun),
        naskah={n.tempat: n for n in Naskah.semua.filter(instansi=instansi, unit=unit, tahun=tahun)},
        isian=list(
            IsianLaporan.semua.filter(instansi=instansi, unit=unit, tahun=tahun).order_by("jenis", "urut")
        ),
        catatan=list(CatatanAngka.semua.filter(instansi=instansi, unit=unit, tahun=tahun).order_by("urut")),
        asal=asal_semua(instansi, JENIS_BERASAL),
    )


def _per_indikator(baris: Iterable[Any]) -> dict[int, list[Any]]:
    hasil: dict[int, list[Any]] = defaultdict(list)
    for b in baris:
        hasil[b.indikator_id].append(b)
    return hasil


def _kartu(instansi: Instansi, indikator: list[int], hari: date) -> list[KartuIndikator]:
    """Cards in force on ``hari``; oldest first, so that the last one of an indicator counts."""
    return list(
        KartuIndikator.semua.filter(
            instansi=instansi, indikator__in=indikator, keadaan="ditetapkan", berlaku_mulai__lte=hari
        )
        .select_related("indikator")
        .order_by("berlaku_mulai")
    )


def _penanggung_jawab(instansi: Instansi, indikator: list[int]) -> dict[int, list[Unit]]:
    hasil: dict[int, list[Unit]] = defaultdict(list)
    peran = PeranIndikator.semua.filter(instansi=instansi, indikator__in=indikator, peran="penanggung_jawab")
    for p in peran.select_related("unit").order_by("indikator_id", "urut"):
        hasil[p.indikator_id].append(p.unit)
    return hasil


def _pk(instansi: Instansi, unit: Unit, tahun: int) -> list[BahanPK]:
    versi = VersiPK.semua.filter(
        instansi=instansi, pk_induk__unit=unit, pk_induk__tahun=tahun, keadaan="ditetapkan"
    ).order_by("nomor")
    menurut = {v.pk: BahanPK(v) for v in versi}
    for pihak in PihakPK.semua.filter(versi__in=list(menurut)).order_by("id"):
        menurut[pihak.versi_id].pihak.append(pihak)
    for baris in (
        BarisPK.semua.filter(versi__in=list(menurut)).select_related("indikator", "kartu").order_by("urut")
    ):
        menurut[baris.versi_id].baris.append(baris)
    for anggaran in AnggaranPK.semua.filter(versi__in=list(menurut)).order_by("urut"):
        menurut[anggaran.versi_id].anggaran.append(anggaran)
    return list(menurut.values())


def _versi(instansi: Instansi, tahun: int) -> list[BahanVersi]:
    menurut = {v.pk: BahanVersi(v) for v in versi_ditetapkan(instansi.pk, tahun)}
    kunci = list(menurut)
    for b in Butir.semua.filter(versi__in=kunci).select_related("unsur").order_by("versi_id", "jalur"):
        menurut[b.versi_id].butir.append(b)
    berkartu = ButirIndikator.semua.filter(versi__in=kunci).select_related("indikator", "kartu")
    for i in berkartu.order_by("butir_id", "urut"):
        menurut[i.versi_id].indikator[i.butir_id].append(i)
    for t in Target.semua.filter(versi__in=kunci).order_by("baris_id", "tahun"):
        menurut[t.versi_id].target[t.baris_id].append(t)
    for p in Pagu.semua.filter(versi__in=kunci).order_by("butir_id", "tahun"):
        menurut[p.versi_id].pagu[p.butir_id].append(p)
    for s in Simpul.semua.filter(versi__in=kunci).order_by("versi_id", "urut"):
        menurut[s.versi_id].simpul.append(s)
    for e in Sisi.semua.filter(versi__in=kunci).select_related("dari", "ke").order_by("id"):
        menurut[e.versi_id].sisi.append(e)
    return list(menurut.values())


def _dasar(
    instansi: Instansi, unit: Unit, tahun: int
) -> dict[str, tuple[DasarEfisiensi, list[AnggotaDasar]]]:
    dasar: dict[int, tuple[DasarEfisiensi, list[AnggotaDasar]]] = {
        d.pk: (d, [])
        for d in DasarEfisiensi.semua.filter(instansi=instansi, unit=unit, tahun=tahun).order_by("id")
    }
    anggota: AnggotaDasar
    for anggota in AnggotaDasar.semua.filter(dasar__in=list(dasar)).order_by("id"):
        dasar[anggota.dasar_id][1].append(anggota)
    return {d.hasil_kode: (d, a) for d, a in dasar.values()}
