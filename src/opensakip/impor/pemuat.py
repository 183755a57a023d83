"""Writing a checked data set into the rooms, through their ordinary services, drafts first and set last."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from opensakip.audit.services import Pelaku
from opensakip.berkas import services as berkas
from opensakip.berkas.services import DataAsal, DataSumber, Rujukan
from opensakip.hitung.nilai import Nilai
from opensakip.impor.format import FORMAT
from opensakip.impor.kumpulan import Baris, Kumpulan
from opensakip.impor.periksa import DataSet
from opensakip.organisasi import services as organisasi
from opensakip.organisasi.models import Instansi, Unit
from opensakip.organisasi.services import DataInstansi, DataUnit
from opensakip.perencanaan import indikator as kartu_indikator
from opensakip.perencanaan.data import DataKartu

Kemajuan = Callable[[str], None]


def diam(_: str) -> None:
    """Report progress to nobody."""


@dataclass(slots=True)
class Pemuat:
    """One load in progress: what has been made so far, and the origins still to be written."""

    data: DataSet
    oleh: Pelaku
    kemajuan: Kemajuan = diam
    instansi: Instansi = field(init=False)
    unit: dict[str, Unit] = field(init=False)
    asal: list[DataAsal] = field(default_factory=list)

    @property
    def k(self) -> Kumpulan:
        """The typed rows."""
        return self.data.kumpulan

    @property
    def unit_pelapor(self) -> Unit:
        """The unit that reports."""
        return self.unit[wajib(self.k.instansi)["unit_pelapor"]]

    @property
    def tahun(self) -> int:
        """The year of the report."""
        return int(wajib(self.k.instansi)["tahun"])

    @property
    def awal(self) -> date:
        """First day that any row speaks about; units and cards without a date hold from then on."""
        return awal_data(self.k)

    def catat(
        self,
        jenis: str,
        objek_id: int,
        bidang: str,
        baris: Baris,
        *,
        peran: str,
        kolom: str = "",
        tahun: int | None = None,
        nilai: Nilai | None = None,
        rupiah: Decimal | None = None,
    ) -> None:
        """Remember where a field of a record comes from: the cited lines, else the line of the CSV itself."""
        rujukan, keadaan = rujukan_baris(baris)
        self.asal.append(
            DataAsal(
                objek_jenis=jenis,
                objek_id=objek_id,
                bidang=bidang,
                rujukan=rujukan,
                tercetak=baris.mentah.get(kolom, "") if kolom else "",
                peran=peran,
                tahun=tahun,
                nilai=nilai,
                rupiah=rupiah,
                keadaan=keadaan,
                catatan=baris.isi.get("catatan") or "",
            )
        )

    def tulis_asal(self) -> None:
        """Write all remembered origins at once."""
        berkas.catat_asal(instansi=self.instansi, asal=self.asal)
        self.asal = []


def wajib(baris: Baris | None) -> Baris:
    """The row, which a checked data set is known to have."""
    assert baris is not None
    return baris


def awal_data(k: Kumpulan) -> date:
    """First of January of the earliest year in the data set."""
    kolom = (("instansi", "tahun"), ("realisasi", "tahun"), ("pk", "tahun"), ("dokumen", "tahun_awal"))
    tahun = [b[n] for berkas_, n in kolom for b in k[berkas_] if b[n]]
    tahun += [
        b["berlaku_mulai"].year for nama in ("versi", "indikator") for b in k[nama] if b["berlaku_mulai"]
    ]
    return date(min(tahun), 1, 1)


def kunci_csv(nama: str) -> str:
    """Key of the source "this very file", for rows that cite nothing."""
    return f"csv:{nama}"


def rujukan_baris(baris: Baris) -> tuple[tuple[Rujukan, ...], str]:
    """Places a row rests on, and how we know them."""
    sumber = baris.isi.get("sumber") or ()
    keadaan = baris.isi.get("keadaan") or ""
    if not sumber:
        return (Rujukan(kunci_csv(baris.berkas), baris.nomor),), "diketik"
    return tuple(Rujukan(kode, nomor) for kode, nomor in sumber), (
        keadaan if baris.berkas != "pembanding" and keadaan else "tercetak"
    )


def muat_dasar(p: Pemuat) -> None:
    """Agency, sources, units, cards."""
    b = wajib(p.k.instansi)
    p.kemajuan("instansi dan unit")
    p.instansi, _ = organisasi.daftarkan_instansi(
        data=DataInstansi(
            slug=b["slug"],
            nama=b["nama"],
            rumpun=b["rumpun"],
            singkatan=b["singkatan"],
            zona=b["zona"],
            tempat=b["tempat"],
            contoh=b["contoh"],
            pernyataan=b["pernyataan"],
            unit_pelapor=b["unit_pelapor"],
            skala_peringkat=b["skala_peringkat"],
            metode_efisiensi=b["metode_efisiensi"],
            bentuk_laporan=b["bentuk_laporan"],
            kertas=b["kertas"],
            motif=b["motif"],
        ),
        oleh=p.oleh,
    )
    daftarkan_sumber(p)
    p.unit = organisasi.susun_unit(
        instansi=p.instansi,
        unit=[DataUnit(**_isi(u, DataUnit)) for u in p.k["unit"]],
        berlaku_mulai=p.awal,
        oleh=p.oleh,
    )
    p.kemajuan("kartu indikator")
    muat_kartu(p, p.k["indikator"])


def daftarkan_sumber(p: Pemuat) -> None:
    """Register the cited papers and the CSV files themselves; known ones stay as they are."""
    sumber = [
        DataSumber(kunci=s["kode"], judul=s["judul"], tanggal=s["tanggal"], keterangan=s["keterangan"])
        for s in p.k["sumber"]
    ]
    sumber += [
        DataSumber(kunci=kunci_csv(s.nama), judul=f"Data yang dimuat: {s.berkas}")
        for s in FORMAT
        if any(not (b.isi.get("sumber") or ()) for b in p.k[s.nama])
    ]
    berkas.daftarkan_sumber(instansi=p.instansi, sumber=sumber)


def muat_kartu(p: Pemuat, baris: Iterable[Baris]) -> None:
    """Indicator cards, all versions, set."""
    kartu = [_kartu(p, b) for b in baris]
    hasil = kartu_indikator.daftarkan_kartu(instansi=p.instansi, kartu=kartu, unit=p.unit, oleh=p.oleh)
    for b in baris:
        p.catat(
            "perencanaan.KartuIndikator",
            hasil[(b["kode"], b["versi"])].pk,
            "kartu",
            b,
            peran="kartu",
            kolom="nama",
        )


def _kartu(p: Pemuat, b: Baris) -> DataKartu:
    isi = _isi(b, DataKartu)
    isi["berlaku_mulai"] = b["berlaku_mulai"] or p.awal
    isi["desimal"] = 2 if b["desimal"] is None else b["desimal"]
    return DataKartu(**isi)


def _isi(b: Baris, kelas: type[Any]) -> dict[str, Any]:
    """Fields of a plain data class that a row has a column for."""
    return {n: b[n] for n in kelas.__dataclass_fields__ if n in b.isi}
