"""What is set does not move: the services refuse with words, the database refuses without them."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from opensakip.pelaporan.errors import CuplikanRusak
from opensakip.pelaporan.selectors import isi_cuplikan
from opensakip.perencanaan import services as perencanaan
from opensakip.perencanaan.data import DataButir, IsiVersi
from opensakip.perencanaan.errors import VersiSudahDitetapkan
from opensakip.perencanaan.models import VersiDokumen
from opensakip.perjanjian import services as perjanjian
from opensakip.perjanjian.errors import PKTidakSah
from opensakip.perjanjian.models import VersiPK
from tests.ruang.kecil import OLEH, Kecil

SQL_PK = {
    "ubah PK": "UPDATE perjanjian_versipk SET tanggal = '2020-01-01'",
    "hapus PK": "DELETE FROM perjanjian_versipk",
    "ubah target": "UPDATE perjanjian_barispk SET nilai_teks = '999'",
    "hapus baris": "DELETE FROM perjanjian_barispk",
    "tambah baris": "INSERT INTO perjanjian_anggaranpk (instansi_id, versi_id, urut, kode, uraian, nilai) "
    "SELECT instansi_id, versi_id, 99, kode, uraian, nilai FROM perjanjian_anggaranpk",
    "ubah anggaran": "UPDATE perjanjian_anggaranpk SET nilai = 0",
    "ubah pihak": "UPDATE perjanjian_pihakpk SET jabatan_cetak = 'Lain'",
    "hapus pihak": "DELETE FROM perjanjian_pihakpk",
}


def _jalankan(sql: str) -> None:
    with transaction.atomic(), connection.cursor() as kursor:
        kursor.execute(sql)


@pytest.mark.parametrize("nama", SQL_PK)
def test_pemicu_menolak_perubahan_pk(kecil: Kecil, nama: str) -> None:
    with pytest.raises(DatabaseError, match="PK yang sudah ditetapkan tidak dapat diubah"):
        _jalankan(SQL_PK[nama])


@pytest.mark.parametrize(
    "sql",
    ["UPDATE pelaporan_cuplikan SET isi = '{}'", "DELETE FROM pelaporan_cuplikan"],
    ids=["ubah", "hapus"],
)
def test_pemicu_menolak_perubahan_cuplikan(kecil: Kecil, sql: str) -> None:
    kecil.bekukan()
    with pytest.raises(DatabaseError, match="Cuplikan yang sudah beku tidak dapat diubah"):
        _jalankan(sql)


def test_pk_tidak_ditetapkan_dua_kali(kecil: Kecil) -> None:
    versi = VersiPK.semua.get(instansi=kecil.instansi)
    with pytest.raises(PKTidakSah, match="sudah ditetapkan"):
        perjanjian.tetapkan_pk(versi=versi, oleh=OLEH)


def test_versi_rencana_yang_tetap_tidak_diisi_lagi(kecil: Kecil) -> None:
    versi = VersiDokumen.semua.filter(instansi=kecil.instansi).select_related("dokumen").first()
    assert versi is not None
    isi = IsiVersi(butir=(DataButir(pengenal="X", tingkat="program", teks="Susulan"),))
    with pytest.raises(VersiSudahDitetapkan, match="Buka versi baru"):
        perencanaan.isi_versi(versi=versi, isi=isi, unit=kecil.unit)


def test_cuplikan_yang_teksnya_dirusak_ketahuan(kecil: Kecil) -> None:
    cuplikan = kecil.bekukan()
    cuplikan.isi = cuplikan.isi.replace("105", "106", 1)
    with pytest.raises(CuplikanRusak, match="tidak cocok dengan sidiknya"):
        isi_cuplikan(cuplikan)
