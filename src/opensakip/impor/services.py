"""Acts on an uploaded document: recognise, map, answer, apply in one transaction, undo, throw away."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from opensakip.audit import services as audit
from opensakip.audit.services import Pelaku
from opensakip.dokumen.bacaan import TidakTerbaca, baca_isi
from opensakip.impor import rules, selectors
from opensakip.impor.batch.bentuk import NAMA_JENIS, Hasil
from opensakip.impor.batch.jawaban import pilihan_soal, sah
from opensakip.impor.batch.kenali import kenali
from opensakip.impor.batch.muat import rencanakan, terapkan_siap
from opensakip.impor.batch.urungkan import hapus_batch
from opensakip.impor.errors import BatchTidakSiap, TidakDikenali
from opensakip.impor.models import BarisImpor, Batch, PerubahanImpor, TanyaImpor
from opensakip.inti import jam
from opensakip.organisasi.models import Instansi, Unit
from opensakip.organisasi.selectors import unit_pada
from opensakip.periksa.pohon.teks import datar


def unggah(
    *, instansi: Instansi, unit: Unit, tahun: int, nama: str, isi: bytes, sebagai: str = "", oleh: Pelaku
) -> Batch:
    """Read a file, recognise it and stage its rows and questions. Nothing reaches the rooms yet.

    The same file for the same year that is still waiting is given back, not staged twice.

    Raises:
        TidakDikenali: too large, unreadable, or without a table of that kind.
    """
    if len(isi) > rules.BESAR_MAKS:
        raise TidakDikenali(
            f"{nama}: {len(isi) // 1_000_000} MB, paling besar {rules.BESAR_MAKS // 1_000_000} MB. "
            "Bagi berkasnya, atau simpan tanpa gambar."
        )
    sidik = hashlib.sha256(isi).hexdigest()
    ada = Batch.semua.filter(instansi=instansi, tahun=tahun, sidik=sidik, keadaan="dikenali").first()
    if ada is not None and sebagai in ("", ada.sebagai):
        return ada
    hasil = _kenali(nama, isi, sebagai)
    with transaction.atomic():
        batch = Batch.semua.create(
            instansi=instansi,
            unit=unit,
            tahun=tahun,
            nama_berkas=nama[-255:],
            jenis_berkas=nama.rpartition(".")[2].lower()[:12],
            sidik=sidik,
            ukuran=len(isi),
            isi=isi,
            sebagai=hasil.sebagai,
            oleh_nama=oleh.nama,
            dibuat_pada=jam.kini(),
        )
        _tahap(batch, hasil)
        _catat("impor.batch.diunggah", batch, oleh, {"sebagai": batch.sebagai, "baris": len(hasil.baris)})
    return batch


def _kenali(nama: str, isi: bytes, sebagai: str) -> Hasil:
    try:
        bacaan = baca_isi(nama, isi)
    except TidakTerbaca as sebab:
        raise TidakDikenali(str(sebab)) from sebab
    hasil = kenali(bacaan, sebagai)
    hasil.peringatan = [*bacaan.peringatan, *hasil.peringatan]
    if len(hasil.baris) > rules.BARIS_MAKS:
        raise TidakDikenali(
            f"{nama}: {len(hasil.baris)} baris, paling banyak {rules.BARIS_MAKS}. Bagi berkasnya per unit."
        )
    return hasil


def _tahap(batch: Batch, hasil: Hasil) -> None:
    """Write what was recognised; a batch that is recognised anew loses its rows and answers."""
    TanyaImpor.semua.filter(batch=batch).delete()
    BarisImpor.semua.filter(batch=batch).delete()
    batch.sebagai = hasil.sebagai
    batch.judul = f"{NAMA_JENIS[hasil.sebagai]} {batch.tahun}, {batch.instansi.nama}"[:500]
    batch.dapat_dimuat = hasil.dapat_dimuat
    batch.pemetaan = hasil.pemetaan | {
        "pemilik": _usul_pemilik(batch, hasil),
        "indikator": _usul_indikator(batch, hasil),
    }
    batch.peringatan = hasil.peringatan
    batch.save()
    BarisImpor.semua.bulk_create(
        [
            BarisImpor(
                instansi_id=batch.instansi_id,
                batch=batch,
                urut=n,
                pengenal=b.pengenal,
                induk=b.induk,
                terurai=b.terurai,
                lokasi=b.lokasi,
            )
            for n, b in enumerate(hasil.baris, 1)
        ],
        batch_size=400,
    )
    TanyaImpor.semua.bulk_create(
        [
            TanyaImpor(
                instansi_id=batch.instansi_id,
                batch=batch,
                urut=n,
                jenis=t.jenis,
                pengenal=t.pengenal,
                ruas=t.ruas,
                kalimat=t.kalimat,
                lokasi=t.lokasi,
                kutipan=t.kutipan,
                tercetak=t.tercetak,
                usul=t.usul,
                catatan=t.catatan,
            )
            for n, t in enumerate(hasil.tanya, 1)
        ],
        batch_size=400,
    )


def _usul_pemilik(batch: Batch, hasil: Hasil) -> dict[str, str]:
    """Printed owners by the unit of the same name; the rest stays open and is shown in the mapping."""
    menurut = {
        datar(nama): v.unit.kode
        for v in unit_pada(batch.instansi, date(batch.tahun, 12, 31))
        for nama in (v.nama, v.singkatan, v.unit.kode)
        if nama
    }
    return {teks: menurut.get(datar(teks), "") for teks in hasil.pemetaan.get("pemilik", {})}


def _usul_indikator(batch: Batch, hasil: Hasil) -> dict[str, str]:
    """Printed indicators by the card of the same name; the rest stays open and is shown in the mapping."""
    menurut = {datar(nama): kode for kode, nama in selectors.kode_indikator(batch.instansi).items()}
    return {teks: menurut.get(datar(teks), "") for teks in hasil.pemetaan.get("indikator", {})}


@transaction.atomic
def petakan(*, batch: Batch, ubah: Mapping[str, Any], oleh: Pelaku) -> Batch:
    """Correct the mapping by hand: document, titles, dates, money columns, owners, multiplier.

    Raises:
        BatchTidakSiap: the batch is closed, or a value cannot be used.
    """
    batch = _kunci(batch)
    peta = dict(batch.pemetaan)
    for kunci in ("dokumen", "alasan", "satuan_uang", "pihak_pertama", "pihak_kedua"):
        if kunci in ubah:
            peta[kunci] = str(ubah[kunci]).strip()
    if peta.get("dokumen") and not re.fullmatch(r"[A-Za-z0-9._-]{1,48}", peta["dokumen"]):
        raise BatchTidakSiap("Kode dokumen hanya huruf, angka, titik, dan tanda hubung, paling panjang 48.")
    if "judul" in ubah and str(ubah["judul"]).strip():
        batch.judul = str(ubah["judul"]).strip()[:500]
    if "pengali" in ubah:
        peta["pengali_cetak"] = peta.get("pengali_cetak", peta.get("pengali", 1))
        peta["pengali"] = _pengali(ubah["pengali"])
    peta["berlaku"] = peta.get("berlaku", {}) | {
        tahap: _tanggal(nilai) for tahap, nilai in dict(ubah.get("berlaku", {})).items() if nilai
    }
    peta["uang"] = {
        k: v | {"sebagai": str(dict(ubah.get("uang", {})).get(k, v["sebagai"]))}
        for k, v in peta.get("uang", {}).items()
    }
    peta["pemilik"] = _pemilik(batch, peta.get("pemilik", {}), dict(ubah.get("pemilik", {})))
    peta["indikator"] = _indikator(batch, peta.get("indikator", {}), dict(ubah.get("indikator", {})))
    batch.pemetaan = peta
    batch.save()
    _catat(
        "impor.batch.dipetakan",
        batch,
        oleh,
        {k: peta[k] for k in ("dokumen", "uang", "pemilik") if k in peta},
    )
    return batch


def _pengali(nilai: object) -> int:
    if str(nilai) not in ("1", "1000", "1000000", "1000000000"):
        raise BatchTidakSiap("Pengali uang: pilih rupiah, ribuan, jutaan, atau miliaran.")
    return int(str(nilai))


def _tanggal(nilai: object) -> str:
    try:
        return date.fromisoformat(str(nilai)).isoformat()
    except ValueError as sebab:
        raise BatchTidakSiap(f"Tanggal “{nilai}” tidak terbaca; tulis seperti 2030-12-31.") from sebab


def _pemilik(batch: Batch, peta: Mapping[str, str], ubah: Mapping[str, str]) -> dict[str, str]:
    unit = selectors.kode_unit(batch)
    for teks, kode in ubah.items():
        if kode and kode not in unit:
            raise BatchTidakSiap(f"Unit “{kode}” untuk “{teks}” tidak dikenal. Pilih unit instansi ini.")
    return {teks: str(ubah.get(teks, kode)) for teks, kode in peta.items()}


def _indikator(batch: Batch, peta: Mapping[str, str], ubah: Mapping[str, str]) -> dict[str, str]:
    ada = selectors.kode_indikator(batch.instansi)
    for teks, kode in ubah.items():
        if kode and kode not in ada:
            raise BatchTidakSiap(f"Indikator “{kode}” untuk “{teks}” tidak dikenal. Pilih dari daftar.")
    return {teks: str(ubah.get(teks, kode)) for teks, kode in peta.items()}


@transaction.atomic
def kenali_ulang(*, batch: Batch, sebagai: str, oleh: Pelaku) -> Batch:
    """Recognise the kept file as another kind; answers given so far are lost.

    Raises:
        BatchTidakSiap: the batch is closed.
        TidakDikenali: the file has no table of that kind.
    """
    batch = _kunci(batch)
    _tahap(batch, _kenali(batch.nama_berkas, bytes(batch.isi), sebagai))
    _catat("impor.batch.dikenali_ulang", batch, oleh, {"sebagai": sebagai})
    return batch


@transaction.atomic
def jawab(*, batch: Batch, jawaban: Mapping[int, tuple[str, str]], oleh: Pelaku) -> int:
    """Answer questions by number: (choice, own text). All of them or none. Returns how many.

    Raises:
        BatchTidakSiap: closed, an unknown question, or an answer that the question does not admit.
    """
    batch = _kunci(batch)
    soal = {t.urut: t for t in TanyaImpor.semua.filter(batch=batch, urut__in=list(jawaban))}
    unit = selectors.kode_unit(batch)
    for nomor, (pilihan, isian) in jawaban.items():
        t = soal.get(nomor)
        if t is None:
            raise BatchTidakSiap(f"Pertanyaan nomor {nomor} tidak ada.")
        if sebab := sah(t.jenis, t.usul, pilihan, isian, unit):
            raise BatchTidakSiap(f"Pertanyaan {nomor} ({t.kalimat}): {sebab}")
        t.pilihan, t.isian = pilihan, isian.strip() if pilihan == "isian" else ""
        t.dijawab_oleh, t.dijawab_pada = oleh.nama, jam.kini()
    TanyaImpor.semua.bulk_update(
        soal.values(), ["pilihan", "isian", "dijawab_oleh", "dijawab_pada"], batch_size=200
    )
    _catat("impor.batch.dijawab", batch, oleh, {"pertanyaan": sorted(soal)})
    return len(soal)


def jawab_kelompok(*, batch: Batch, jenis: str, oleh: Pelaku) -> int:
    """Answer every open question of one kind with its usual answer that needs no typing."""
    jawaban = {}
    for t in TanyaImpor.semua.filter(batch=batch, jenis=jenis, pilihan=""):
        pilihan = next((p for p in pilihan_soal(t.jenis, t.usul) if p != "isian"), "")
        if pilihan:
            jawaban[t.urut] = (pilihan, "")
    return jawab(batch=batch, jawaban=jawaban, oleh=oleh) if jawaban else 0


@transaction.atomic
def terapkan(*, batch: Batch, oleh: Pelaku) -> Batch:
    """Write the batch into the rooms, all of it or nothing. A second call does nothing more.

    Raises:
        BatchTidakSiap: open questions, a kind without a room, or nothing that differs.
    """
    batch = Batch.semua.select_for_update().get(pk=batch.pk)
    if batch.keadaan == "diterapkan":
        return batch
    rules.wajib_terbuka(batch.keadaan)
    if not batch.dapat_dimuat:
        raise BatchTidakSiap(
            f"{NAMA_JENIS[batch.sebagai]} dikenali, tetapi belum dapat dimuat pada versi ini."
        )
    terbuka = TanyaImpor.semua.filter(batch=batch, pilihan="", catatan=False).count()
    if terbuka:
        raise BatchTidakSiap(f"Masih ada {terbuka} pertanyaan yang belum dijawab. Jawab lebih dahulu.")
    kurang = rencanakan(batch, selectors.isian(batch)).kurang
    if kurang:
        raise BatchTidakSiap(" ".join(kurang))
    objek = terapkan_siap(batch, selectors.isian(batch), oleh)
    PerubahanImpor.semua.bulk_create(
        [
            PerubahanImpor(instansi_id=batch.instansi_id, batch=batch, urut=n, objek_jenis=jenis, objek_id=pk)
            for n, (jenis, pk) in enumerate(objek, 1)
        ]
    )
    batch.keadaan, batch.diterapkan_pada = "diterapkan", jam.kini()
    batch.isi = b""
    batch.save()
    _catat("impor.batch.diterapkan", batch, oleh, {"objek": [f"{j}:{pk}" for j, pk in objek[:200]]})
    return batch


@transaction.atomic
def urungkan(*, batch: Batch, oleh: Pelaku, alasan: str = "") -> Batch:
    """Take everything back that the batch wrote, while nothing stands on it.

    Raises:
        BatchTidakSiap: it was not applied, or something uses its records (named in the message).
    """
    batch = Batch.semua.select_for_update().get(pk=batch.pk)
    if batch.keadaan != "diterapkan":
        raise BatchTidakSiap("Hanya batch yang sudah diterapkan yang dapat diurungkan.")
    jumlah = hapus_batch(batch)
    batch.keadaan, batch.diurungkan_pada = "diurungkan", jam.kini()
    batch.save()
    _catat("impor.batch.diurungkan", batch, oleh, {"dihapus": jumlah}, alasan)
    return batch


@transaction.atomic
def buang(*, batch: Batch, oleh: Pelaku) -> Batch:
    """Throw a waiting batch away with its file, rows and answers."""
    batch = _kunci(batch)
    TanyaImpor.semua.filter(batch=batch).delete()
    BarisImpor.semua.filter(batch=batch).delete()
    batch.keadaan, batch.isi = "dibuang", b""
    batch.save()
    _catat("impor.batch.dibuang", batch, oleh, None)
    return batch


def _kunci(batch: Batch) -> Batch:
    terkunci = Batch.semua.select_for_update().get(pk=batch.pk)
    rules.wajib_terbuka(terkunci.keadaan)
    return terkunci


def _catat(
    tindakan: str, batch: Batch, oleh: Pelaku, sesudah: dict[str, Any] | None, alasan: str = ""
) -> None:
    audit.catat(
        tindakan,
        instansi_uid=batch.instansi.uid,
        objek_jenis="impor.Batch",
        objek_uid=batch.uid,
        objek_nama=batch.nama_berkas,
        oleh=oleh,
        alasan=alasan,
        sesudah=sesudah,
    )
