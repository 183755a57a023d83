"""The planning documents of a snapshot: direction and results with their indicators and printed targets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from opensakip import peraturan
from opensakip.pelaporan.angka import DaftarAngka, bersih
from opensakip.pelaporan.bahan import Bahan, BahanVersi
from opensakip.perencanaan.models import Butir, ButirIndikator, KartuIndikator, Target, VersiDokumen

#: Rows of the plan that say what is to be reached; what is spent stands in the part ``anggaran``.
_KELOMPOK = frozenset({"arah", "hasil"})


def susun_rencana(bahan: Bahan, daftar: DaftarAngka) -> list[dict[str, Any]]:
    """Every document that says what is to be reached, with the rows of its newest set version.

    ``versi`` lists all set versions, oldest first. A row keeps the nearest parent of its own kind;
    ``tanpa_induk`` is True where the document has a level that the row could stand under.
    """
    menurut: dict[str, list[BahanVersi]] = {}
    for v in bahan.versi:
        menurut.setdefault(v.versi.dokumen.kode, []).append(v)
    hasil = []
    for kode, semua in menurut.items():
        baris = [b for b in semua[-1].butir if b.unsur.kelompok in _KELOMPOK]
        if baris:
            dok = semua[-1].versi.dokumen
            hasil.append(
                {
                    "dokumen": kode,
                    "jenis": dok.jenis,
                    "judul": dok.judul,
                    "tahun_awal": dok.tahun_awal,
                    "tahun_akhir": dok.tahun_akhir,
                    "versi": [_versi(v) for v in semua],
                    "baris": _baris_semua(bahan, daftar, semua[-1], baris),
                }
            )
    return hasil


def jalur_target(bahan: Bahan, daftar: DaftarAngka, indikator_id: int) -> list[dict[str, Any]]:
    """Targets of an indicator in every set version of every plan, by year, then by version."""
    semua = bahan.target.get(indikator_id, [])
    return [
        {
            "dokumen": t.versi.dokumen.kode,
            "judul": t.versi.dokumen.judul,
            "versi": t.versi.nomor,
            "tahap": t.versi.tahap,
            "tahun": t.tahun,
            "jenis": t.jenis,
            "angka": _target(bahan, daftar, t, t.baris, t.baris.butir.pengenal, t.versi),
        }
        for t in sorted(semua, key=lambda t: t.tahun)
    ]


def isi_kartu(kartu: KartuIndikator) -> dict[str, Any]:
    """A card as the snapshot keeps it."""
    return {
        "versi": kartu.versi,
        "berlaku_mulai": kartu.berlaku_mulai.isoformat(),
        "nama": kartu.nama,
        "satuan": kartu.satuan,
        "arah": kartu.arah,
        "rumus": kartu.rumus,
        "definisi": kartu.definisi,
        "rumus_teks": kartu.rumus_teks,
        "sumber_data": kartu.sumber_data,
        "jenis_nilai": kartu.jenis_nilai,
        "desimal": kartu.desimal,
        "asumsi": kartu.asumsi_arah,
        "konsolidasi": kartu.konsolidasi,
        "batas_atas": None if kartu.batas_atas is None else str(kartu.batas_atas),
        "putus_deret": kartu.putus_deret,
        "alasan": kartu.alasan,
        "dasar": kartu.dasar,
    }


def _versi(v: BahanVersi) -> dict[str, Any]:
    x = v.versi
    return {
        "nomor": x.nomor,
        "tahap": x.tahap,
        "judul": x.judul,
        "berlaku_mulai": x.berlaku_mulai.isoformat() if x.berlaku_mulai else None,
        "alasan": x.alasan,
        "catatan": x.catatan,
    }


def _baris_semua(
    bahan: Bahan, daftar: DaftarAngka, v: BahanVersi, baris: Sequence[Butir]
) -> list[dict[str, Any]]:
    menurut = {b.pk: b for b in v.butir}
    skema = peraturan.pada(f"skema/{v.versi.dokumen.skema}", date(bahan.tahun, 12, 31)).nilai["tingkat"]
    ada = {b.tingkat for b in v.butir}
    return [
        {
            "id": b.pengenal,
            "induk": _induk(b, menurut),
            "tanpa_induk": b.induk_id is None and bool(ada & set(skema[b.tingkat]["induk"])),
            "kelompok": b.unsur.kelompok,
            "tingkat": b.tingkat,
            "tingkat_nama": str(skema[b.tingkat]["nama"]),
            "kode": b.kode,
            "teks": b.teks,
            "unit": bahan.kode_unit(b.unit_id),
            "unit_nama": bahan.nama_unit(b.unit_id),
            "catatan": b.catatan,
            "indikator": [_indikator(bahan, daftar, v, i, b) for i in v.indikator.get(b.pk, [])],
        }
        for b in baris
    ]


def _induk(b: Butir, menurut: Mapping[int, Butir]) -> str | None:
    """Nearest parent that is a row of this part; programmes and activities between are passed over."""
    induk = menurut.get(b.induk_id or 0)
    while induk is not None and induk.unsur.kelompok not in _KELOMPOK:
        induk = menurut.get(induk.induk_id or 0)
    return induk.pengenal if induk else None


def _indikator(
    bahan: Bahan, daftar: DaftarAngka, v: BahanVersi, i: ButirIndikator, b: Butir
) -> dict[str, Any]:
    target = [
        {"tahun": t.tahun, "jenis": t.jenis, "angka": _target(bahan, daftar, t, i, b.pengenal, v.versi)}
        for t in v.target.get(i.pk, [])
    ]
    return {
        "kode": i.indikator.kode,
        "nama": i.nama_cetak,
        "satuan": i.satuan_cetak or i.kartu.satuan,
        "berkartu": i.kartu.keadaan == "ditetapkan",
        "kartu": isi_kartu(i.kartu) if i.kartu.keadaan == "ditetapkan" else None,
        "pemilik": bahan.kode_unit(i.indikator.pemilik_id),
        "target": target,
    }


_SEBUTAN = {"target": "Target", "akhir": "Target akhir", "garis_dasar": "Nilai awal"}


def _target(
    bahan: Bahan, daftar: DaftarAngka, t: Target, i: ButirIndikator, butir: str, versi: VersiDokumen
) -> str:
    """Register the target of a plan version once and return its id."""
    id = f"target.{bersih(versi.dokumen.kode)}.v{versi.nomor}.{bersih(butir)}.{i.urut}.{t.tahun}"
    id += "" if t.jenis == "target" else f".{t.jenis}"
    if not daftar.ada(id):
        daftar.masukan(
            id,
            f"{_SEBUTAN[t.jenis]} {t.tahun}: {i.nama_cetak}",
            t.nilai,
            satuan=i.satuan_cetak or i.kartu.satuan,
            desimal=i.kartu.desimal,
            asal=bahan.asal_dari("perencanaan.Target", t.pk, "nilai"),
            keterangan=f"menurut {versi.dokumen.judul}",
            langkah=[f"Ditetapkan pada {versi.dokumen.judul}, versi nomor {versi.nomor}, butir {butir}"],
        )
    return id
