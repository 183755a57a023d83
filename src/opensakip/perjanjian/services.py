"""Acts on Perjanjian Kinerja: a version is filled as a draft and set once, then immutable."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction

from opensakip.audit import services as audit
from opensakip.audit.services import Pelaku
from opensakip.hitung.nilai import Nilai
from opensakip.inti import jam
from opensakip.organisasi.models import Instansi, Jabatan, Unit
from opensakip.perencanaan.selectors import kartu_berlaku
from opensakip.perjanjian.errors import PKTidakSah
from opensakip.perjanjian.models import AnggaranPK, BarisPK, PerjanjianKinerja, PihakPK, VersiPK


@dataclass(frozen=True, slots=True)
class DataPihak:
    """A party: title as on the paper, and ``definitif``, ``plt``, ``plh`` or ``pj``."""

    peran: str
    jabatan: str
    sebagai: str = "definitif"


@dataclass(frozen=True, slots=True)
class DataBarisPK:
    """One agreed indicator; ``indikator`` is its code."""

    urut: int
    sasaran_kode: str
    sasaran: str
    indikator: str
    target: Nilai
    indikator_cetak: str = ""
    satuan: str = ""
    alasan_beda: str = ""


@dataclass(frozen=True, slots=True)
class DataAnggaranPK:
    """One budget line in rupiah."""

    urut: int
    uraian: str
    nilai: Decimal
    kode: str = ""


@dataclass(frozen=True, slots=True)
class DataPK:
    """One version of the paper with everything on it."""

    kode: str
    nomor: int
    tahap: str
    tanggal: date
    pihak: tuple[DataPihak, ...]
    baris: tuple[DataBarisPK, ...]
    anggaran: tuple[DataAnggaranPK, ...] = ()
    tanggal_teliti: str = "hari"
    alasan_kode: str = ""
    alasan: str = ""
    dilampirkan: bool = True


@dataclass(frozen=True, slots=True)
class PKTertulis:
    """What was written: the version and its rows, for attaching origins."""

    versi: VersiPK
    baris: dict[int, BarisPK]
    anggaran: dict[int, AnggaranPK]


@transaction.atomic
def susun_pk(*, instansi: Instansi, unit: Unit, tahun: int, data: DataPK) -> PKTertulis:
    """Write a version of the agreement of a unit's head as a draft.

    Raises:
        PKTidakSah: number out of order, reason missing, or a line names an indicator without a set card.
    """
    jabatan = Jabatan.semua.filter(unit=unit, pimpinan_unit=True, berlaku_sampai__isnull=True).first()
    pk, _ = PerjanjianKinerja.semua.get_or_create(
        instansi=instansi, unit=unit, tahun=tahun, defaults={"jabatan": jabatan}
    )
    lalu = VersiPK.semua.filter(pk_induk=pk).order_by("-nomor").first()
    if lalu is not None and data.nomor <= lalu.nomor:
        raise PKTidakSah(f"PK “{data.kode}”: nomor {data.nomor} tidak lebih besar daripada versi sebelumnya.")
    if data.nomor > 1 and data.alasan_kode not in {"pejabat", "strategi", "asumsi"}:
        raise PKTidakSah(
            f"PK “{data.kode}”: perubahan PK wajib menyebut alasan_kode pejabat, strategi, atau asumsi."
        )
    versi = VersiPK.semua.create(
        instansi=instansi,
        pk_induk=pk,
        kode=data.kode,
        nomor=data.nomor,
        tahap=data.tahap,
        tanggal=data.tanggal,
        tanggal_teliti=data.tanggal_teliti,
        menggantikan=lalu,
        alasan_kode=data.alasan_kode,
        alasan=data.alasan,
        dilampirkan=data.dilampirkan,
    )
    PihakPK.semua.bulk_create(
        [
            PihakPK(instansi=instansi, versi=versi, peran=p.peran, jabatan_cetak=p.jabatan, sebagai=p.sebagai)
            for p in data.pihak
        ]
    )
    return PKTertulis(versi=versi, baris=_baris(versi, tahun, data), anggaran=_anggaran(versi, data))


@transaction.atomic
def tetapkan_pk(*, versi: VersiPK, oleh: Pelaku) -> VersiPK:
    """Set a version. From now on neither it nor its lines change; the database refuses too.

    Raises:
        PKTidakSah: it is set already, or has no line although it is attached to the report. Of a paper
            known only by mention (``dilampirkan`` False) date and parties are kept.
    """
    if versi.keadaan != "draf":
        raise PKTidakSah(f"PK “{versi.kode}” sudah ditetapkan. Perubahan memerlukan versi baru.")
    baris = list(BarisPK.semua.filter(versi=versi).order_by("urut"))
    if not baris and versi.dilampirkan:
        raise PKTidakSah(f"PK “{versi.kode}” belum berisi indikator. Isi pk_baris.csv.")
    anggaran = AnggaranPK.semua.filter(versi=versi).order_by("urut")
    naskah = "\n".join(
        [f"{versi.kode}|{versi.nomor}|{versi.tanggal}"]
        + [f"{b.urut}|{b.sasaran_cetak}|{b.indikator_cetak}|{b.satuan_cetak}|{b.nilai_teks}" for b in baris]
        + [f"{a.urut}|{a.kode}|{a.uraian}|{a.nilai}" for a in anggaran]
    )
    versi.sidik = hashlib.sha256(naskah.encode()).hexdigest()
    versi.keadaan = "ditetapkan"
    versi.ditetapkan_pada = jam.kini()
    versi.save(update_fields=["sidik", "keadaan", "ditetapkan_pada"])
    audit.catat(
        "perjanjian.pk.ditetapkan",
        instansi_uid=versi.instansi.uid,
        objek_jenis="perjanjian.VersiPK",
        objek_uid=versi.uid,
        objek_nama=versi.kode,
        oleh=oleh,
        alasan=versi.alasan,
        sesudah={"sidik": versi.sidik, "baris": len(baris)},
    )
    return versi


def _baris(versi: VersiPK, tahun: int, data: DataPK) -> dict[int, BarisPK]:
    kartu = kartu_berlaku(versi.instansi_id, [b.indikator for b in data.baris], date(tahun, 12, 31))
    hasil = {}
    for b in data.baris:
        k = kartu.get(b.indikator)
        if k is None:
            raise PKTidakSah(
                f"PK “{data.kode}” baris {b.urut}: indikator “{b.indikator}” belum mempunyai kartu yang "
                f"berlaku pada {tahun}. Lengkapi indikator.csv."
            )
        baru = BarisPK(
            instansi_id=versi.instansi_id,
            versi=versi,
            urut=b.urut,
            sasaran_kode=b.sasaran_kode,
            sasaran_cetak=b.sasaran,
            indikator_id=k.indikator_id,
            kartu=k,
            indikator_cetak=b.indikator_cetak or k.nama,
            satuan_cetak=b.satuan or k.satuan,
            tahun=tahun,
            alasan_beda=b.alasan_beda,
        )
        baru.nilai = b.target
        hasil[b.urut] = baru
    BarisPK.semua.bulk_create(hasil.values())
    return hasil


def _anggaran(versi: VersiPK, data: DataPK) -> dict[int, AnggaranPK]:
    hasil = {
        a.urut: AnggaranPK(
            instansi_id=versi.instansi_id,
            versi=versi,
            urut=a.urut,
            kode=a.kode,
            uraian=a.uraian,
            nilai=a.nilai,
        )
        for a in data.anggaran
    }
    AnggaranPK.semua.bulk_create(hasil.values())
    return hasil
