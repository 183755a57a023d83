"""Recording where figures come from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction

from opensakip.berkas.models import Asal, Fakta, SumberDokumen
from opensakip.hitung.nilai import Nilai
from opensakip.organisasi.models import Instansi


@dataclass(frozen=True, slots=True)
class DataSumber:
    """A document that speaks."""

    kunci: str
    judul: str
    tanggal: date | None = None
    keterangan: str = ""


@dataclass(frozen=True, slots=True)
class Rujukan:
    """A place in a document: key of the document, line of its text (None = the whole), page."""

    sumber: str
    baris: int | None
    halaman: int | None = None


@dataclass(frozen=True, slots=True)
class DataAsal:
    """One field of one record and the places it rests on.

    ``objek_jenis`` is ``ruang.Model``; ``tercetak`` the text as printed; ``keadaan`` how we know it.
    """

    objek_jenis: str
    objek_id: int
    bidang: str
    rujukan: tuple[Rujukan, ...]
    tercetak: str = ""
    peran: str = ""
    tahun: int | None = None
    nilai: Nilai | None = None
    rupiah: Decimal | None = None
    keadaan: str = "tercetak"
    catatan: str = ""


@transaction.atomic
def daftarkan_sumber(*, instansi: Instansi, sumber: Sequence[DataSumber]) -> dict[str, SumberDokumen]:
    """Register the documents of an agency; known keys are kept. Returns all by key."""
    ada = {s.kunci: s for s in SumberDokumen.semua.filter(instansi=instansi)}
    baru = [
        SumberDokumen(
            instansi=instansi, kunci=s.kunci, judul=s.judul, tanggal=s.tanggal, keterangan=s.keterangan
        )
        for s in sumber
        if s.kunci not in ada
    ]
    return ada | {s.kunci: s for s in SumberDokumen.semua.bulk_create(baru)}


@transaction.atomic
def catat_asal(*, instansi: Instansi, asal: Sequence[DataAsal]) -> int:
    """Write one Fakta and one Asal per place, in bulk. Returns how many facts were written.

    Raises:
        KeyError: a document key that was not registered.
    """
    sumber = {s.kunci: s for s in SumberDokumen.semua.filter(instansi=instansi)}
    fakta: list[Fakta] = []
    pemilik: list[DataAsal] = []
    for a in asal:
        for r in a.rujukan:
            f = Fakta(
                instansi=instansi,
                sumber=sumber[r.sumber],
                baris=r.baris,
                halaman=r.halaman,
                peran=a.peran or a.bidang,
                tahun=a.tahun,
                tercetak=a.tercetak,
                rupiah=a.rupiah,
                keadaan=a.keadaan,
                catatan=a.catatan,
            )
            f.nilai = a.nilai
            fakta.append(f)
            pemilik.append(a)
    Fakta.semua.bulk_create(fakta, batch_size=500)
    Asal.semua.bulk_create(
        [
            Asal(instansi=instansi, objek_jenis=a.objek_jenis, objek_id=a.objek_id, bidang=a.bidang, fakta=f)
            for a, f in zip(pemilik, fakta, strict=True)
        ],
        batch_size=500,
    )
    return len(fakta)
