"""The value of each year of an indicator: its own annual cell, else its periods brought together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from opensakip.hitung.agregasi import konsolidasi
from opensakip.hitung.banding import selisih_poin
from opensakip.hitung.capaian import Masukan
from opensakip.pelaporan.angka import DaftarAngka
from opensakip.pelaporan.bahan import Bahan
from opensakip.pengukuran.models import Realisasi
from opensakip.perencanaan.models import KartuIndikator

PERIODE_SETAHUN = {"bulan": 12, "triwulan": 4, "semester": 2}


@dataclass(frozen=True, slots=True)
class NilaiTahun:
    """What is known of one year; ``id`` is the figure. A consolidated value keeps its exact fraction."""

    tahun: int
    id: str
    nilai: Masukan
    status: str
    kartu: KartuIndikator
    tahun_nilai: int | None = None
    alasan: str = ""
    bukti: str = ""
    keterangan: str = ""

    @property
    def penjelasan(self) -> str:
        """What a reader must know before using the value; empty for a final one."""
        if self.status == "dibawa":
            return f"nilai tahun {self.tahun_nilai}: {self.alasan}"
        if self.status == "sementara":
            return "nilai sementara" + (f": {self.alasan}" if self.alasan else "")
        return self.alasan if self.status in {"belum_ada", "tidak_berlaku"} else ""

    @property
    def dibawa_dari(self) -> int | None:
        """The earlier year whose value stands in, None when the value is the year's own."""
        return self.tahun_nilai if self.status == "dibawa" else None


def nilai_tahunan(
    bahan: Bahan, daftar: DaftarAngka, indikator_id: int, kode: str, kartu: KartuIndikator, nama: str
) -> list[NilaiTahun]:
    """Return the years up to the report's own, oldest first, and register their figures.

    The report's year is always there, as *belum ada* when nothing was recorded.
    """
    menurut: dict[int, list[Realisasi]] = {}
    for r in bahan.realisasi.get(indikator_id, []):
        menurut.setdefault(r.tahun, []).append(r)
    menurut.setdefault(bahan.tahun, [])
    hasil = []
    for tahun in sorted(menurut):
        id = f"ind.{kode}.realisasi" if tahun == bahan.tahun else f"ind.{kode}.r{tahun}"
        judul = f"Realisasi {tahun}: {nama}"
        tahunan = [r for r in menurut[tahun] if r.periode.jenis == "tahun"]
        if tahunan or not menurut[tahun]:
            hasil.append(_tahunan(bahan, daftar, id, judul, kartu, tahunan[0] if tahunan else None))
        else:
            hasil.append(_gabungan(bahan, daftar, id, judul, kartu, menurut[tahun]))
    return hasil


def selisih_tahun_lalu(daftar: DaftarAngka, kode: str, nama: str, deret: Sequence[NilaiTahun]) -> str | None:
    """Register the change against the year before; None when that year is not known."""
    if len(deret) < 2 or deret[-2].tahun != deret[-1].tahun - 1:
        return None
    lalu, kini = deret[-2:]
    return daftar.hasil(
        f"ind.{kode}.selisih",
        f"Perubahan terhadap tahun {lalu.tahun}: {nama}",
        selisih_poin(
            kini.nilai,
            lalu.nilai,
            putus(lalu, kini),
            dibawa_dari=kini.dibawa_dari or lalu.dibawa_dari,
        ),
        satuan="poin",
        masukan=[("Tahun ini", kini.id), (f"Tahun {lalu.tahun}", lalu.id)],
    )


def selisih_awal(daftar: DaftarAngka, kode: str, nama: str, deret: Sequence[NilaiTahun]) -> None:
    """Register the change over the whole connected series, when this year's value is its own and final."""
    kini = deret[-1]
    if kini.nilai is None or kini.dibawa_dari:
        return
    awal = kini
    for lalu, sesudah in zip(reversed(deret[:-1]), reversed(deret), strict=False):
        if putus(lalu, sesudah) or lalu.nilai is None or lalu.dibawa_dari:
            break
        awal = lalu
    if awal is kini:
        return
    daftar.hasil(
        f"ind.{kode}.selisih_awal",
        f"Perubahan sejak tahun {awal.tahun}: {nama}",
        selisih_poin(kini.nilai, awal.nilai),
        satuan="poin",
        masukan=[("Tahun ini", kini.id), (f"Tahun {awal.tahun}", awal.id)],
    )


def putus(lalu: NilaiTahun | None, kini: NilaiTahun) -> bool:
    """True when the way of measuring changed between two years, so that they are not compared."""
    return lalu is not None and lalu.kartu.pk != kini.kartu.pk and kini.kartu.putus_deret


def _tahunan(
    bahan: Bahan, daftar: DaftarAngka, id: str, judul: str, kartu: KartuIndikator, r: Realisasi | None
) -> NilaiTahun:
    if r is None:
        daftar.masukan(id, judul, None, satuan=kartu.satuan, desimal=kartu.desimal)
        return NilaiTahun(bahan.tahun, id, None, "belum_ada", kartu)
    n = NilaiTahun(
        tahun=r.tahun,
        id=id,
        nilai=r.nilai,
        status=r.status_nilai,
        kartu=r.kartu,
        tahun_nilai=r.tahun_nilai,
        alasan=r.alasan,
        bukti=r.bukti,
        keterangan=r.keterangan,
    )
    _masukan(bahan, daftar, id, judul, kartu, r, "; ".join(k for k in (n.penjelasan, n.keterangan) if k))
    return n


def _gabungan(
    bahan: Bahan, daftar: DaftarAngka, id: str, judul: str, kartu: KartuIndikator, bagian: list[Realisasi]
) -> NilaiTahun:
    """Bring the periods of a year together as the card says, in the order of their last day."""
    bagian = sorted(bagian, key=lambda r: r.periode.selesai)
    masukan = []
    for r in bagian:
        sub = f"{id}.{r.periode.jenis}{r.periode.ke}"
        _masukan(bahan, daftar, sub, f"{judul} ({r.periode})", kartu, r, r.keterangan)
        masukan.append((str(r.periode), sub))
    hasil = konsolidasi([r.nilai.angka if r.nilai else None for r in bagian], kartu.konsolidasi)
    seharusnya = max(PERIODE_SETAHUN[r.periode.jenis] for r in bagian)
    if hasil.ada and len(bagian) < seharusnya:
        hasil = hasil.dengan_keterangan(f"baru {len(bagian)} dari {seharusnya} periode")
    daftar.hasil(id, judul, hasil, satuan=kartu.satuan, masukan=masukan)
    lengkap = len(bagian) == seharusnya and all(r.status_nilai == "final" for r in bagian)
    status = "belum_ada" if not hasil.ada else "final" if lengkap else "sementara"
    alasan = "; ".join(dict.fromkeys(k for k in (hasil.keterangan, *(r.alasan for r in bagian)) if k))
    return NilaiTahun(bagian[0].tahun, id, hasil, status, bagian[-1].kartu, alasan=alasan)


def _masukan(
    bahan: Bahan,
    daftar: DaftarAngka,
    id: str,
    judul: str,
    kartu: KartuIndikator,
    r: Realisasi,
    keterangan: str,
) -> None:
    diisi = {"oleh": r.diisi_oleh, "pada": r.diisi_pada.isoformat()}
    if r.alasan_koreksi:
        diisi["koreksi"] = r.alasan_koreksi
    if r.bukti:
        diisi["bukti"] = r.bukti
    daftar.masukan(
        id,
        judul,
        r.nilai,
        satuan=kartu.satuan,
        desimal=kartu.desimal,
        asal=bahan.asal_dari("pengukuran.Realisasi", r.pk, "nilai"),
        keterangan=keterangan,
        diisi=diisi,
    )
