"""Loading a folder: one transaction, all or nothing; loading again brings only what changed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from django.db import IntegrityError, transaction

from opensakip.audit import selectors as jurnal
from opensakip.audit import services as audit
from opensakip.audit.services import Pelaku
from opensakip.impor import muat_laporan, muat_rencana, muat_ukur
from opensakip.impor.beda import Beda, bagian, bandingkan, penolakan
from opensakip.impor.errors import ImporDitolak, Kesalahan
from opensakip.impor.pemuat import Kemajuan, Pemuat, daftarkan_sumber, diam, muat_dasar, muat_kartu, wajib
from opensakip.impor.periksa import DataSet, periksa_folder
from opensakip.impor.pratinjau import baris_beda, baris_jumlah
from opensakip.inti.errors import TidakDapatDilakukan
from opensakip.organisasi.models import Instansi, Unit
from opensakip.organisasi.selectors import instansi_menurut_slug
from opensakip.perencanaan.models import Dokumen

TINDAKAN = "impor.kumpulan.dimuat"
PELAKU = Pelaku(nama="Pemuat data", peran="impor", sumber="impor")


@dataclass(frozen=True, slots=True)
class HasilMuat:
    """What a load did. ``keadaan``: ``baru``, ``sama`` (nothing changed) or ``berubah``."""

    slug: str
    nama: str
    tahun: int
    keadaan: str
    baris: tuple[str, ...]
    peringatan: tuple[Kesalahan, ...] = ()


def pratinjau(folder: Path) -> HasilMuat:
    """Say what :func:`muat` would do, without writing anything.

    Raises:
        ImporDitolak: the data set is faulty, or touches what is set.
    """
    data = periksa_folder(folder).wajib_sah()
    instansi = instansi_menurut_slug(_slug(data))
    if instansi is None:
        return _hasil(data, "baru", baris_jumlah(data))
    beda = _beda(instansi, data)
    return _hasil(data, "sama" if beda.kosong else "berubah", baris_beda(instansi, beda))


def muat(folder: Path, *, oleh: Pelaku = PELAKU, alasan: str = "", kemajuan: Kemajuan = diam) -> HasilMuat:
    """Load a folder. A known agency gets what is new and what was corrected, nothing else.

    ``alasan`` is needed when values that are already recorded change.

    Raises:
        ImporDitolak: the data set is faulty or touches what is set; nothing was written.
    """
    kemajuan("memeriksa data")
    data = periksa_folder(folder).wajib_sah()
    belum_ada = instansi_menurut_slug(_slug(data)) is None
    try:
        with transaction.atomic():
            instansi = instansi_menurut_slug(_slug(data))
            if instansi is None:
                return _muat_baru(Pemuat(data, oleh, kemajuan))
            return _muat_beda(Pemuat(data, oleh, kemajuan), instansi, alasan)
    except TidakDapatDilakukan as sebab:
        raise ImporDitolak((), f"Data tidak dimuat: {sebab}") from sebab
    except IntegrityError as sebab:
        if not belum_ada or instansi_menurut_slug(_slug(data)) is None:
            raise
        raise ImporDitolak(
            (), "Data tidak dimuat: instansi ini sedang dimuat oleh proses lain. Ulangi perintahnya."
        ) from sebab


def _slug(data: DataSet) -> str:
    return str(wajib(data.kumpulan.instansi)["slug"])


def _hasil(data: DataSet, keadaan: str, baris: list[str]) -> HasilMuat:
    b = wajib(data.kumpulan.instansi)
    return HasilMuat(b["slug"], b["nama"], b["tahun"], keadaan, tuple(baris), data.peringatan)


def _muat_baru(p: Pemuat) -> HasilMuat:
    muat_dasar(p)
    muat_rencana.muat_rencana(p)
    muat_ukur.muat_pk(p, p.k["pk"])
    muat_ukur.muat_realisasi(p, p.k["realisasi"])
    muat_ukur.muat_pembanding(p, p.k["pembanding"])
    muat_ukur.muat_instrumen(p, p.k["instrumen"])
    muat_ukur.muat_realisasi_anggaran(p, p.k["realisasi_anggaran"])
    muat_ukur.muat_efisiensi(p, p.k["efisiensi"])
    muat_laporan.muat_naskah(p, p.k["naskah"])
    muat_laporan.muat_bagian(p, p.k["bagian"])
    muat_laporan.muat_catatan(p, p.k["catatan"])
    _tutup(p, "")
    return _hasil(p.data, "baru", baris_jumlah(p.data))


def _tutup(p: Pemuat, alasan: str) -> None:
    """Origins, then the journal entry that later loads are compared with."""
    p.kemajuan("asal setiap angka")
    p.tulis_asal()
    audit.catat(
        TINDAKAN,
        instansi_uid=p.instansi.uid,
        objek_jenis="organisasi.Instansi",
        objek_uid=p.instansi.uid,
        objek_nama=p.instansi.nama,
        oleh=p.oleh,
        alasan=alasan,
        sesudah={
            "sidik": p.data.sidik,
            "baris": dict(Counter({nama: len(p.k[nama]) for nama in p.k.berkas})),
            "bagian": {kunci: b.sidik for kunci, b in bagian(p.data).items()},
        },
    )


def _beda(instansi: Instansi, data: DataSet) -> Beda:
    """Differences from the last load.

    Raises:
        ImporDitolak: the agency was not made by a load, or a change touches what is set.
    """
    terakhir = jurnal.terakhir(instansi.uid, TINDAKAN)
    if terakhir is None:
        b = wajib(data.kumpulan.instansi)
        raise ImporDitolak(
            [
                Kesalahan(
                    "instansi.csv",
                    b.nomor,
                    "slug",
                    b["slug"],
                    f"instansi {b['slug']} sudah ada dan tidak dibuat dari berkas.",
                    "pakai slug lain.",
                )
            ]
        )
    dahulu = terakhir.sesudah or {}
    if dahulu.get("sidik") == data.sidik:
        return Beda()
    beda = bandingkan(bagian(data), dahulu["bagian"])
    tolak = penolakan(beda)
    if tolak:
        berkas = ", ".join(dict.fromkeys(k.berkas for k in tolak))
        raise ImporDitolak(tolak, f"Tidak ada yang dimuat: {berkas} mengubah data yang sudah ditetapkan.")
    return beda


def _muat_beda(p: Pemuat, instansi: Instansi, alasan: str) -> HasilMuat:
    instansi = Instansi.objects.select_for_update().get(pk=instansi.pk)  # two loads: one after the other
    beda = _beda(instansi, p.data)
    if beda.kosong:
        return _hasil(p.data, "sama", [])
    p.instansi = instansi
    p.unit = {u.kode: u for u in Unit.semua.filter(instansi=instansi)}
    baris = baris_beda(instansi, beda)
    _wajib_alasan(beda, alasan)
    daftarkan_sumber(p)
    if baru := beda.baris("indikator"):
        muat_kartu(p, baru)
    _muat_versi_baru(p, beda)
    muat_ukur.muat_pk(p, [x.baris[0] for x in beda.jenis("pk")])
    muat_ukur.muat_realisasi(p, beda.baris("realisasi"), alasan)
    muat_ukur.muat_pembanding(p, beda.baris("pembanding"))
    muat_ukur.muat_instrumen(p, beda.baris("instrumen"))
    muat_ukur.muat_realisasi_anggaran(p, beda.baris("realisasi_anggaran"), alasan)
    muat_ukur.muat_efisiensi(p, beda.baris("efisiensi"))
    muat_laporan.muat_naskah(p, beda.baris("naskah"))
    muat_laporan.muat_bagian(p, beda.baris("bagian"))
    muat_laporan.muat_catatan(p, beda.baris("catatan"))
    _tutup(p, alasan)
    return _hasil(p.data, "berubah", baris)


def _wajib_alasan(beda: Beda, alasan: str) -> None:
    berubah = [b for b in beda.ubah if b.jenis in ("realisasi", "realisasi_anggaran")]
    if berubah and not alasan.strip():
        raise ImporDitolak(
            [
                Kesalahan(
                    f"{b.jenis}.csv",
                    b.baris[0].nomor,
                    "nilai",
                    b.baris[0].mentah["nilai"],
                    "nilai yang sudah tercatat berubah tanpa alasan.",
                    'ulangi perintahnya dengan --alasan "...".',
                )
                for b in berubah
            ],
            f"Tidak ada yang dimuat: {len(berubah)} nilai yang sudah tercatat berubah tanpa alasan.",
        )


def _muat_versi_baru(p: Pemuat, beda: Beda) -> None:
    baru = {x.baris[0]["kode"] for x in beda.jenis("dokumen")}
    muat_rencana.muat_rencana(p, baru)
    ada = {d.kode: d for d in Dokumen.semua.filter(instansi=p.instansi)}
    for x in beda.jenis("versi"):
        v = x.baris[0]
        if v["dokumen"] not in baru:
            muat_rencana.muat_versi(p, ada[v["dokumen"]], p.data.rencana.versi[(v["dokumen"], v["nomor"])])
