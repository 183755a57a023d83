"""Planning documents: each version is filled as a draft with rows, targets and amounts, then set."""

from __future__ import annotations

from decimal import Decimal

from opensakip.anggaran import services as anggaran
from opensakip.anggaran.services import DataPagu
from opensakip.impor.kumpulan import Baris
from opensakip.impor.pemuat import Pemuat
from opensakip.impor.rencana import VersiRencana
from opensakip.perencanaan import services as perencanaan
from opensakip.perencanaan.data import (
    DataButir,
    DataButirIndikator,
    DataDokumen,
    DataSimpul,
    DataSisi,
    DataTarget,
    DataVersi,
    IsiVersi,
)
from opensakip.perencanaan.models import Butir, Dokumen, VersiDokumen


def muat_rencana(p: Pemuat, hanya: set[str] | None = None) -> None:
    """Documents of the data set (all, or those named), versions in order."""
    for d in p.k["dokumen"]:
        if hanya is not None and d["kode"] not in hanya:
            continue
        dokumen = perencanaan.daftarkan_dokumen(
            instansi=p.instansi,
            data=DataDokumen(
                kode=d["kode"],
                jenis=d["jenis"],
                judul=d["judul"],
                unit=d["unit"],
                tahun_awal=d["tahun_awal"],
                tahun_akhir=d["tahun_akhir"],
                skema=d["skema"],
            ),
            unit=p.unit,
            oleh=p.oleh,
        )
        for nomor, isi in p.data.rencana.milik(d["kode"]):
            p.kemajuan(f"{d['judul']} versi {nomor}")
            muat_versi(p, dokumen, isi)


def muat_versi(p: Pemuat, dokumen: Dokumen, isi: VersiRencana) -> VersiDokumen:
    """One version: open, fill, attach amounts and origins, set."""
    b = isi.versi
    versi = perencanaan.buka_versi(dokumen=dokumen, data=_data_versi(b), oleh=p.oleh)
    butir, target = perencanaan.isi_versi(versi=versi, isi=_isi_versi(p, isi), unit=p.unit)
    p.catat("perencanaan.VersiDokumen", versi.pk, "versi", b, peran="dokumen", kolom="judul")
    for pengenal, baris in isi.butir.items():
        p.catat("perencanaan.Butir", butir[pengenal].pk, "teks", baris, peran="teks", kolom="teks")
    for kunci, baris in isi.target.items():
        p.catat(
            "perencanaan.Target",
            target[kunci].pk,
            "nilai",
            baris,
            peran="target",
            kolom="nilai",
            tahun=baris["tahun"],
            nilai=baris.nilai,
        )
    _muat_pagu(p, versi, isi, butir)
    return perencanaan.tetapkan_versi(versi=versi, oleh=p.oleh)


def _data_versi(b: Baris) -> DataVersi:
    return DataVersi(
        nomor=b["nomor"],
        tahap=b["tahap"],
        berlaku_mulai=b["berlaku_mulai"],
        judul=b["judul"],
        alasan_kode=b["alasan_kode"],
        alasan=b["alasan"] or b["alasan_kode"],
        pengali_cetak=b["pengali_cetak"],
        pengali_uang=b["pengali_uang"],
        satuan_cetak=b["satuan_cetak"],
        catatan=b["catatan"],
    )


def _isi_versi(p: Pemuat, isi: VersiRencana) -> IsiVersi:
    dokumen = isi.versi["dokumen"]
    return IsiVersi(
        butir=tuple(
            DataButir(
                pengenal=b["id"],
                tingkat=b["tingkat"],
                teks=b["teks"],
                induk=b["induk"],
                kode=b["kode"],
                unit=b["unit"],
                unsur=b["unsur"],
                keadaan=b["keadaan"] or "tercetak",
                catatan=b["catatan"],
            )
            for b in isi.butir.values()
        ),
        indikator=tuple(
            DataButirIndikator(
                butir=b["butir"],
                urut=b["urut"],
                nama_cetak=b["nama_cetak"],
                satuan_cetak=b["satuan_cetak"],
                indikator=b["indikator"],
            )
            for b in isi.indikator.values()
        ),
        target=tuple(
            DataTarget(butir=b["butir"], urut=b["urut"], tahun=b["tahun"], nilai=b.nilai, jenis=b["jenis"])
            for b in isi.target.values()
            if b.nilai is not None
        ),
        simpul=tuple(
            DataSimpul(
                pengenal=b["id"],
                teks=b["teks"],
                tingkat=b["tingkat"],
                logika=b["logika"],
                kode=b["kode"],
                indikator=b["indikator"],
                unit=b["unit"],
                unit_cetak=b["unit_nama"],
            )
            for b in p.k["simpul"]
            if b["dokumen"] == dokumen
        ),
        sisi=tuple(
            DataSisi(dari=b["dari"], ke=b["ke"], jenis=b["jenis"], utama=b["utama"], alasan=b["alasan"])
            for b in p.k["sisi"]
            if b["dokumen"] == dokumen
        ),
    )


def rupiah_pagu(b: Baris, pengali: int | None) -> Decimal:
    """Rupiah of an amount: as given, else the printed integer times the confirmed multiplier."""
    if b["nilai"] is not None:
        return Decimal(b["nilai"])
    return Decimal(b["angka_cetak"].replace(".", "")) * (pengali or 1)


def _muat_pagu(p: Pemuat, versi: VersiDokumen, isi: VersiRencana, butir: dict[str, Butir]) -> None:
    sumber = list(isi.pagu.values())
    if not sumber:
        return
    data = [
        DataPagu(
            butir=b["butir"],
            tahun=b["tahun"],
            peran=b["peran"],
            nilai=rupiah_pagu(b, versi.pengali_uang),
            angka_cetak=b["angka_cetak"],
            keadaan=b["keadaan"] or "tercetak",
        )
        for b in sumber
    ]
    baris = anggaran.isi_pagu(versi=versi, pagu=data, butir=butir)
    for b, d, pagu in zip(sumber, data, baris, strict=True):
        p.catat(
            "anggaran.Pagu",
            pagu.pk,
            "nilai",
            b,
            peran="pagu",
            kolom="angka_cetak" if b["angka_cetak"] else "nilai",
            tahun=b["tahun"],
            rupiah=d.nilai,
        )
