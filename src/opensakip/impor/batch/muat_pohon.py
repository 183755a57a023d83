"""Writing a tree: a planning document and its versions, through the services of the rooms, with origins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from opensakip import peraturan
from opensakip.anggaran import services as anggaran
from opensakip.audit.services import Pelaku
from opensakip.berkas import services as berkas
from opensakip.berkas.services import DataAsal, DataSumber, Rujukan
from opensakip.impor.batch import banding
from opensakip.impor.batch.bentuk import sebut_tempat
from opensakip.impor.batch.jawaban import Isian
from opensakip.impor.batch.rencana import (
    RencanaVersi,
    SusunanVersi,
    lengkapi_induk,
    rencana_versi,
    susun_versi,
    unit_baris,
)
from opensakip.impor.errors import BatchTidakSiap
from opensakip.impor.models import Batch
from opensakip.organisasi.models import Unit
from opensakip.perencanaan import services as perencanaan
from opensakip.perencanaan.data import DataDokumen, DataVersi
from opensakip.perencanaan.models import Butir, Dokumen, KartuIndikator, VersiDokumen

Objek = tuple[str, int]


@dataclass(slots=True)
class VersiBanding:
    """One version to be made, beside the newest one of the same stage."""

    rencana: RencanaVersi
    lama: VersiDokumen | None
    tindakan: dict[str, tuple[str, str]] = field(default_factory=dict)
    hilang: list[str] = field(default_factory=list)

    @property
    def berubah(self) -> bool:
        """There is something to write."""
        return self.lama is None or bool(self.hilang) or any(t != "sama" for t, _ in self.tindakan.values())


@dataclass(slots=True)
class Siap:
    """A batch laid out against what is there."""

    batch: Batch
    baris: list[Isian]
    dokumen: Dokumen | None
    versi: list[VersiBanding]
    pengenal: dict[str, str]
    unsur: dict[str, str]


def kode_dokumen(batch: Batch) -> str:
    """Code of the document that the batch fills."""
    return str(batch.pemetaan.get("dokumen") or f"{batch.sebagai}-{batch.tahun}")


def banding_batch(batch: Batch, isian: Sequence[Isian]) -> Siap:
    """Lay the rows beside the document of the agency."""
    skema = peraturan.pada(f"skema/{batch.pemetaan['skema']}", date(batch.tahun, 12, 31)).nilai["tingkat"]
    baris = banding.urut_pohon(lengkapi_induk(isian, skema))
    dokumen = Dokumen.semua.filter(instansi_id=batch.instansi_id, kode=kode_dokumen(batch)).first()
    jalur = banding.jalur_baris([(b.pengenal, b.induk, b.isi["tingkat"], b.isi["nama"]) for b in baris])
    versi = []
    pengenal: dict[str, str] = {}
    unsur: dict[str, str] = {}
    for r in rencana_versi(batch.pemetaan, batch.tahun):
        lama = _terakhir(dokumen, r.tahap)
        v = VersiBanding(r, lama)
        isi = banding.baca_versi(lama) if lama else banding.Lama()
        _banding_versi(batch, baris, jalur, v, isi)
        pengenal |= {
            b.pengenal: isi.pengenal[jalur[b.pengenal]] for b in baris if jalur[b.pengenal] in isi.pengenal
        }
        unsur |= {b.pengenal: isi.unsur[jalur[b.pengenal]] for b in baris if jalur[b.pengenal] in isi.unsur}
        versi.append(v)
    _lengkapi_pengenal(batch, baris, dokumen, pengenal, unsur)
    return Siap(batch, baris, dokumen, versi, pengenal, unsur)


def _terakhir(dokumen: Dokumen | None, tahap: str) -> VersiDokumen | None:
    if dokumen is None:
        return None
    return VersiDokumen.semua.filter(dokumen=dokumen, tahap=tahap).order_by("-nomor").first()


def _banding_versi(
    batch: Batch,
    baris: Sequence[Isian],
    jalur: dict[str, banding.Kunci],
    v: VersiBanding,
    lama: banding.Lama,
) -> None:
    pengali = Decimal(str(batch.pemetaan.get("pengali", 1)))
    for b in baris:
        ada = lama.ciri.get(jalur[b.pengenal])
        if ada is None:
            v.tindakan[b.pengenal] = ("baru", "")
            continue
        unit = unit_baris(b, batch.pemetaan, batch.unit.kode)
        beda = banding.beda_ciri(ada, banding.ciri_baris(b, v.rencana, batch.tahun, pengali, unit))
        v.tindakan[b.pengenal] = ("berubah", "; ".join(beda)) if beda else ("sama", "")
    v.hilang = [k[-1].split(":", 1)[1] for k in lama.ciri if k not in set(jalur.values())]


def _lengkapi_pengenal(
    batch: Batch,
    baris: Sequence[Isian],
    dokumen: Dokumen | None,
    pengenal: dict[str, str],
    unsur: dict[str, str],
) -> None:
    """New rows get identifiers that no version of the document has used."""
    kode = kode_dokumen(batch)
    pakai = set(pengenal.values())
    if dokumen is not None:
        pakai |= set(Butir.semua.filter(versi__dokumen=dokumen).values_list("pengenal", flat=True))
    nomor = 0
    for b in baris:
        while b.pengenal not in pengenal:
            nomor += 1
            baru = f"{kode[:48]}.{nomor:03d}"
            if baru not in pakai:
                pengenal[b.pengenal] = baru
                unsur[b.pengenal] = baru


def terapkan_pohon(siap: Siap, oleh: Pelaku) -> list[Objek]:
    """Write what differs; returns the records made, for undoing.

    Raises:
        BatchTidakSiap: nothing differs from what is there.
    """
    batch = siap.batch
    ubah = [v for v in siap.versi if v.berubah]
    if not ubah:
        raise BatchTidakSiap("Isi berkas ini sama dengan yang sudah ada; tidak ada yang perlu diterapkan.")
    unit = {u.kode: u for u in Unit.semua.filter(instansi_id=batch.instansi_id)}
    sumber, objek = daftarkan_sumber(batch)
    dokumen = siap.dokumen
    if dokumen is None:
        dokumen = _dokumen_baru(batch, unit, oleh)
        objek.append(("perencanaan.Dokumen", dokumen.pk))
    for v in ubah:
        versi = perencanaan.buka_versi(dokumen=dokumen, data=_data_versi(batch, v, dokumen), oleh=oleh)
        objek.append(("perencanaan.VersiDokumen", versi.pk))
        s = susun_versi(
            siap.baris,
            v.rencana,
            pemetaan=batch.pemetaan,
            tahun=batch.tahun,
            unit=batch.unit.kode,
            pengenal=siap.pengenal,
            unsur=siap.unsur,
            kartu=_kartu(batch),
        )
        _tulis(batch, versi, s, unit, sumber)
        perencanaan.tetapkan_versi(versi=versi, oleh=oleh)
    return objek


def daftarkan_sumber(batch: Batch) -> tuple[str, list[Objek]]:
    """The uploaded file as a document that speaks; the key names its content."""
    kunci = f"unggahan:{batch.sidik[:16]}"
    data = DataSumber(kunci, batch.nama_berkas, keterangan=f"Diunggah; SHA-256 {batch.sidik}")
    ada = berkas.daftarkan_sumber(instansi=batch.instansi, sumber=[data])
    return kunci, [("berkas.SumberDokumen", ada[kunci].pk)]


def _dokumen_baru(batch: Batch, unit: dict[str, Unit], oleh: Pelaku) -> Dokumen:
    tahun = [th for v in rencana_versi(batch.pemetaan, batch.tahun) for th in v.uang.values()]
    return perencanaan.daftarkan_dokumen(
        instansi=batch.instansi,
        data=DataDokumen(
            kode=kode_dokumen(batch),
            jenis=batch.sebagai,
            judul=batch.judul,
            unit=batch.unit.kode,
            tahun_awal=min([batch.tahun, *tahun]),
            tahun_akhir=max([batch.tahun, *tahun]),
            skema=str(batch.pemetaan["skema"]),
        ),
        unit=unit,
        oleh=oleh,
    )


def _data_versi(batch: Batch, v: VersiBanding, dokumen: Dokumen) -> DataVersi:
    terakhir = VersiDokumen.semua.filter(dokumen=dokumen).order_by("-nomor").first()
    pengali = int(batch.pemetaan.get("pengali", 1))
    tanggal = batch.pemetaan.get("berlaku", {}).get(v.rencana.tahap)
    return DataVersi(
        nomor=terakhir.nomor + 1 if terakhir else 1,
        tahap=v.rencana.tahap,
        berlaku_mulai=date.fromisoformat(tanggal) if tanggal else date(batch.tahun, 1, 1),
        judul=f"{batch.judul} ({v.rencana.tahap})"[:500],
        alasan_kode="impor" if terakhir else "",
        alasan=str(batch.pemetaan.get("alasan") or f"Dimuat dari {batch.nama_berkas}.") if terakhir else "",
        pengali_cetak=int(batch.pemetaan.get("pengali_cetak", pengali)) if pengali != 1 else None,
        pengali_uang=pengali if pengali != 1 else None,
        satuan_cetak=str(batch.pemetaan.get("satuan_uang", "")) if pengali != 1 else "",
        catatan="" if tanggal else "Tanggal penetapan tidak disebut berkas; dipakai awal tahun.",
    )


def _kartu(batch: Batch) -> dict[str, str]:
    """Cards of the agency by their exact name."""
    return {
        k.nama: k.indikator.kode
        for k in KartuIndikator.semua.filter(
            instansi_id=batch.instansi_id, keadaan="ditetapkan"
        ).select_related("indikator")
    }


def _tulis(batch: Batch, versi: VersiDokumen, s: SusunanVersi, unit: dict[str, Unit], sumber: str) -> None:
    butir, target = perencanaan.isi_versi(versi=versi, isi=s.isi, unit=unit)
    asal = []
    for kode, b in s.baris.items():
        asal.append(
            _asal("perencanaan.Butir", butir[kode].pk, "teks", b, "nama", sumber, tercetak=b.isi["nama"])
        )
    for (kode, n, th, jenis), t in target.items():
        b = s.baris[kode]
        kunci = s.kunci_target[(kode, n, th)]
        teks = b.isi["indikator"][n - 1]["target"][kunci]
        satu = _asal("perencanaan.Target", t.pk, "nilai", b, f"target.{n - 1}.{kunci}", sumber, tercetak=teks)
        asal.append(_ganti(satu, peran=jenis, tahun=th, nilai=t.nilai))
    for data, p in zip(s.pagu, anggaran.isi_pagu(versi=versi, pagu=s.pagu, butir=butir), strict=True):
        b = s.baris[data.butir]
        kunci = s.uang[(data.butir, data.tahun)]
        uang = b.isi["pagu"][kunci]
        satu = _asal("anggaran.Pagu", p.pk, "nilai", b, f"pagu.{kunci}", sumber, tercetak=uang["teks"])
        asal.append(_ganti(satu, tahun=data.tahun, rupiah=data.nilai, keadaan=data.keadaan))
    berkas.catat_asal(instansi=batch.instansi, asal=asal)


def _asal(jenis: str, pk: int, bidang: str, b: Isian, ruas: str, sumber: str, *, tercetak: str) -> DataAsal:
    """Origin of a field: every place it was read from; a field of no place rests on its row."""
    tempat = b.lokasi.get(ruas) or b.lokasi.get("") or [{}]
    return DataAsal(
        objek_jenis=jenis,
        objek_id=pk,
        bidang=bidang,
        rujukan=tuple(Rujukan(sumber, t.get("baris"), t.get("halaman")) for t in tempat),
        tercetak=tercetak,
        peran="pagu" if jenis == "anggaran.Pagu" else "teks",
        keadaan=b.isi.get("keadaan") or "tercetak",
        catatan="; ".join(sebut_tempat(t) for t in tempat if t),
    )


def _ganti(a: DataAsal, **ganti: Any) -> DataAsal:
    return DataAsal(**{n: getattr(a, n) for n in DataAsal.__dataclass_fields__} | ganti)
