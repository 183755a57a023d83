"""Writing measured values and agreements: each printed name through the indicator it is mapped to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from opensakip.audit.services import Pelaku
from opensakip.berkas import services as berkas
from opensakip.berkas.services import DataAsal, Rujukan
from opensakip.hitung.nilai import Nilai
from opensakip.impor.batch.bentuk import sebut_tempat
from opensakip.impor.batch.jawaban import Isian
from opensakip.impor.batch.muat_pohon import Objek, daftarkan_sumber
from opensakip.impor.errors import BatchTidakSiap
from opensakip.impor.ketik import SelSalah
from opensakip.impor.models import Batch
from opensakip.impor.periksa_nilai import baca
from opensakip.organisasi.models import Jabatan
from opensakip.pengukuran import services as pengukuran
from opensakip.pengukuran.data import DataRealisasi
from opensakip.pengukuran.models import Realisasi
from opensakip.perencanaan.models import KartuIndikator
from opensakip.perencanaan.selectors import kartu_berlaku
from opensakip.perjanjian import services as perjanjian
from opensakip.perjanjian.models import BarisPK, VersiPK
from opensakip.perjanjian.services import DataBarisPK, DataPihak, DataPK


@dataclass(slots=True)
class SiapUkur:
    """Rows beside the values that are there; `kurang` says what the mapping still lacks."""

    batch: Batch
    baris: list[Isian]
    tindakan: dict[str, tuple[str, str]] = field(default_factory=dict)
    nilai: dict[str, Nilai] = field(default_factory=dict)
    kode: dict[str, str] = field(default_factory=dict)
    kurang: list[str] = field(default_factory=list)

    @property
    def tulis(self) -> list[Isian]:
        """Rows that will be written."""
        return [b for b in self.baris if self.tindakan[b.pengenal][0] in ("baru", "berubah")]


def banding_capaian(batch: Batch, isian: Sequence[Isian]) -> SiapUkur:
    """Lay measured values beside the current ones of the agency."""
    s = SiapUkur(batch, list(isian))
    lama = {
        (r.indikator.kode, r.tahun): r
        for r in Realisasi.semua.filter(
            instansi_id=batch.instansi_id, terkini=True, periode__jenis="tahun"
        ).select_related("indikator")
    }
    for b in s.baris:
        kartu = _baca_nilai(s, b)
        if kartu is None:
            continue
        ada = lama.get((s.kode[b.pengenal], int(b.isi["tahun"])))
        if ada is None:
            s.tindakan[b.pengenal] = ("baru", "")
        elif _setara(ada.nilai, s.nilai[b.pengenal]):
            s.tindakan[b.pengenal] = ("sama", "")
        else:
            s.tindakan[b.pengenal] = ("berubah", f"{ada.nilai_teks or '–'} → {b.isi['nilai']}")
    _kembar(s)
    return s


def _setara(a: Nilai | None, b: Nilai) -> bool:
    if a is None:
        return False
    return (a.angka, a.bawah, a.atas, a.kode) == (b.angka, b.bawah, b.atas, b.kode) and (
        a.angka is not None or bool(a.kode) or a.teks == b.teks
    )


def _kembar(s: SiapUkur) -> None:
    """Two printed names that are mapped to one indicator would write one cell twice."""
    pakai: set[tuple[str, Any]] = set()
    for b in s.tulis:
        sel = (s.kode[b.pengenal], b.isi.get("tahun"))
        if sel in pakai:
            s.tindakan[b.pengenal] = ("lewati", "indikator dan tahunnya sudah diisi baris lain")
        pakai.add(sel)


def _baca_nilai(s: SiapUkur, b: Isian) -> KartuIndikator | None:
    """The card a row is mapped to, its value read by it; None with the reason in the row's act."""
    batch = s.batch
    kode = str(batch.pemetaan.get("indikator", {}).get(b.isi["nama"], ""))
    tahun = int(b.isi.get("tahun") or batch.tahun)
    if not kode:
        s.tindakan[b.pengenal] = ("lewati", "nama ini belum dipetakan ke indikator instansi")
        return None
    kartu = kartu_berlaku(batch.instansi_id, [kode], date(tahun, 12, 31)).get(kode)
    if kartu is None:
        s.tindakan[b.pengenal] = ("lewati", f"kartu indikator {kode} belum berlaku pada {tahun}")
        return None
    try:
        nilai = baca(
            b.isi["nilai"],
            jenis=kartu.jenis_nilai,
            skala_ordinal=kartu.skala_ordinal,
            bentuk="auto",
            tahun=tahun,
        )
    except SelSalah as sebab:
        s.tindakan[b.pengenal] = ("lewati", sebab.pesan)
        return None
    if nilai is None:
        s.tindakan[b.pengenal] = ("lewati", "nilainya kosong")
        return None
    s.kode[b.pengenal], s.nilai[b.pengenal] = kode, nilai
    return kartu


def terapkan_capaian(s: SiapUkur, oleh: Pelaku) -> list[Objek]:
    """Write the new and the corrected values.

    Raises:
        BatchTidakSiap: nothing differs from what is there.
    """
    tulis = s.tulis
    _wajib_ada(tulis)
    alasan = str(s.batch.pemetaan.get("alasan") or f"Dimuat dari {s.batch.nama_berkas}.")
    kunci, objek = daftarkan_sumber(s.batch)
    baris = pengukuran.catat_realisasi(
        instansi=s.batch.instansi,
        realisasi=[
            DataRealisasi(s.kode[b.pengenal], int(b.isi["tahun"]), s.nilai[b.pengenal], bukti="")
            for b in tulis
        ],
        oleh=oleh,
        alasan=alasan,
    )
    asal = [
        _asal("pengukuran.Realisasi", r.pk, b, "realisasi", kunci, s)
        for r, b in zip(baris, tulis, strict=True)
    ]
    berkas.catat_asal(instansi=s.batch.instansi, asal=asal)
    return [*objek, *(("pengukuran.Realisasi", r.pk) for r in baris)]


def _wajib_ada(tulis: Sequence[Isian]) -> None:
    if not tulis:
        raise BatchTidakSiap(
            "Tidak ada yang perlu ditulis: nilainya sudah sama, atau namanya belum dipetakan ke indikator."
        )


def _asal(jenis: str, pk: int, b: Isian, peran: str, kunci: str, s: SiapUkur) -> DataAsal:
    tempat = b.lokasi.get("nilai") or [{}]
    return DataAsal(
        objek_jenis=jenis,
        objek_id=pk,
        bidang="nilai",
        rujukan=tuple(Rujukan(kunci, t.get("baris"), t.get("halaman")) for t in tempat),
        tercetak=b.isi["nilai"],
        peran=peran,
        tahun=int(b.isi.get("tahun") or s.batch.tahun),
        nilai=s.nilai[b.pengenal],
        catatan="; ".join(sebut_tempat(t) for t in tempat if t),
    )


def banding_pk(batch: Batch, isian: Sequence[Isian]) -> SiapUkur:
    """Lay the lines of an agreement beside the newest version of the unit."""
    s = SiapUkur(batch, list(isian))
    lama = _versi_lama(batch)
    ada = {x.indikator.kode: x for x in BarisPK.semua.filter(versi=lama).select_related("indikator")}
    for b in s.baris:
        if _baca_nilai(s, b) is None:
            continue
        x = ada.get(s.kode[b.pengenal])
        if x is None:
            s.tindakan[b.pengenal] = ("baru", "")
        elif _setara(x.nilai, s.nilai[b.pengenal]):
            s.tindakan[b.pengenal] = ("sama", "")
        else:
            s.tindakan[b.pengenal] = ("berubah", f"{x.nilai_teks} → {b.isi['nilai']}")
    if not batch.pemetaan.get("berlaku", {}).get("pk"):
        s.kurang.append("Isi tanggal penandatanganan pada pemetaan.")
    belum = sum(1 for t, _ in s.tindakan.values() if t == "lewati")
    if belum:
        s.kurang.append(f"{belum} indikator belum dapat dimuat; petakan semuanya, sebab PK ditetapkan utuh.")
    return s


def _versi_lama(batch: Batch) -> VersiPK | None:
    return (
        VersiPK.semua.filter(
            instansi_id=batch.instansi_id, pk_induk__unit_id=batch.unit_id, pk_induk__tahun=batch.tahun
        )
        .order_by("-nomor")
        .first()
    )


def terapkan_pk(s: SiapUkur, oleh: Pelaku) -> list[Objek]:
    """Write the agreement as a new version and set it.

    Raises:
        BatchTidakSiap: the mapping is not complete, or nothing differs.
    """
    if s.kurang:
        raise BatchTidakSiap(" ".join(s.kurang))
    _wajib_ada(s.tulis)
    batch, lama = s.batch, _versi_lama(s.batch)
    nomor = lama.nomor + 1 if lama else 1
    kunci, objek = daftarkan_sumber(batch)
    urut = {b.pengenal: n for n, b in enumerate(s.baris, 1)}
    sasaran = {t: f"S{n}" for n, t in enumerate(dict.fromkeys(b.isi["sasaran"] for b in s.baris), 1)}
    tertulis = perjanjian.susun_pk(
        instansi=batch.instansi,
        unit=batch.unit,
        tahun=batch.tahun,
        data=DataPK(
            kode=f"pk-{batch.unit.kode}-{batch.tahun}-{nomor}"[:60],
            nomor=nomor,
            tahap="perubahan" if lama else "murni",
            tanggal=date.fromisoformat(batch.pemetaan["berlaku"]["pk"]),
            pihak=_pihak(batch),
            baris=tuple(
                DataBarisPK(
                    urut[b.pengenal],
                    sasaran[b.isi["sasaran"]],
                    b.isi["sasaran"] or "(sasaran tidak tercetak pada sumber)",
                    s.kode[b.pengenal],
                    s.nilai[b.pengenal],
                    b.isi["nama"],
                    b.isi.get("satuan", "")[:80],
                )
                for b in s.baris
            ),
            alasan_kode="strategi" if lama else "",
            alasan=str(batch.pemetaan.get("alasan") or f"Dimuat dari {batch.nama_berkas}.") if lama else "",
        ),
    )
    asal = [
        _asal("perjanjian.BarisPK", tertulis.baris[urut[b.pengenal]].pk, b, "target", kunci, s)
        for b in s.baris
    ]
    berkas.catat_asal(instansi=batch.instansi, asal=asal)
    perjanjian.tetapkan_pk(versi=tertulis.versi, oleh=oleh)
    return [*objek, ("perjanjian.VersiPK", tertulis.versi.pk)]


def _pihak(batch: Batch) -> tuple[DataPihak, ...]:
    """Parties as typed in the mapping, else the head of the unit."""
    kepala = Jabatan.semua.filter(unit=batch.unit, pimpinan_unit=True, berlaku_sampai__isnull=True).first()
    pertama = batch.pemetaan.get("pihak_pertama") or (kepala.nama if kepala else batch.unit.kode)
    kedua = batch.pemetaan.get("pihak_kedua", "")
    return (DataPihak("pertama", pertama), *([DataPihak("kedua", kedua)] if kedua else []))
