"""Snapshots: one canonical text, frozen once, changed only with a reason; fixed numbers of queries."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test.utils import CaptureQueriesContext

from opensakip.audit.models import Jurnal
from opensakip.audit.services import Pelaku
from opensakip.hitung.nilai import baca_nilai
from opensakip.pelaporan import services as pelaporan
from opensakip.pelaporan.bahan import kumpulkan
from opensakip.pelaporan.cuplikan import teks_kanonis
from opensakip.pelaporan.errors import AlasanDiperlukan, BelumAdaData
from opensakip.pelaporan.models import Cuplikan, Laporan
from opensakip.pelaporan.selectors import berubah_sejak_beku, isi_cuplikan, isi_tahun
from opensakip.pengukuran import services as pengukuran
from opensakip.pengukuran.data import DataRealisasi
from opensakip.pengukuran.errors import RealisasiTidakSah
from opensakip.pengukuran.models import Realisasi
from tests.ruang.kecil import OLEH, TAHUN, Kecil

ID_BUKAN_ANGKA = {"kode", "id", "induk", "dari", "ke", "uid"}


def koreksi(k: Kecil, kode: str, nilai: str, alasan: str = "Data diperbaiki") -> Realisasi:
    data = DataRealisasi(indikator=kode, tahun=TAHUN, nilai=baca_nilai(nilai, bentuk="id"))
    return pengukuran.koreksi_realisasi(instansi=k.instansi, data=data, oleh=OLEH, alasan=alasan)


def angka(cuplikan: Cuplikan, id: str) -> dict[str, Any]:
    return isi_cuplikan(cuplikan)["angka"][id]


def test_teks_kanonis_dan_sidik_atas_bitnya(kecil: Kecil) -> None:
    cuplikan = kecil.bekukan()
    assert cuplikan.sidik == hashlib.sha256(cuplikan.isi.encode()).hexdigest()
    isi = json.loads(cuplikan.isi)
    assert teks_kanonis(isi) == cuplikan.isi
    assert unicodedata.is_normalized("NFC", cuplikan.isi)
    assert Laporan.semua.get(cuplikan=cuplikan).nomor == 1


def test_tidak_ada_pecahan_biner_di_dalamnya(kecil: Kecil) -> None:
    def tolak(teks: str) -> None:
        raise AssertionError(f"bilangan biner: {teks}")

    json.loads(kecil.bekukan().isi, parse_float=tolak)


def test_setiap_acuan_angka_ada(kecil: Kecil) -> None:
    isi = isi_cuplikan(kecil.bekukan())
    for id, a in isi["angka"].items():
        assert {m["angka"] for m in a["masukan"]} <= set(isi["angka"]), id
        assert a["nilai"] is None or Decimal(a["nilai"]).is_finite()
        assert a["langkah"] or a["asal"] or a["diisi"] or a["tampil"] == "–", id
    for i in isi["indikator"]:
        for kunci in ("target", "realisasi", "capaian"):
            assert i[kunci] in isi["angka"]
    for s in isi["sasaran"]:
        assert s["capaian"] in isi["angka"]


def test_nilai_tepat_dan_yang_belum_ada(kecil: Kecil) -> None:
    c = kecil.bekukan()
    assert angka(c, "ind.IKU-1.capaian")["tampil"] == "105,00"  # 1.313,0 ÷ 1.250,5
    assert angka(c, "ind.IKU-2.capaian")["tampil"] == "125,00"  # (2 × 12 − 9) ÷ 12
    assert angka(c, "ind.IKU-3.capaian")["tampil"] == "100,00"  # 2,1 di dalam 1,5–2,5
    belum = angka(c, "ind.IKU-4.capaian")
    assert (belum["nilai"], belum["tampil"]) == (None, "–")
    assert "Survei 2025 masih diolah" in belum["keterangan"]
    rata = angka(c, "ringkas.rata_indikator")
    assert rata["tampil"] == "110,00"  # tiga yang bernilai; yang belum ada bukan nol
    assert rata["keterangan"]


def test_membekukan_tanpa_perubahan_mengembalikan_yang_sama(kecil: Kecil) -> None:
    pertama = kecil.bekukan()
    kedua, baru = pelaporan.bekukan(instansi=kecil.instansi, tahun=TAHUN, oleh=Pelaku("Orang lain"))
    assert (kedua.pk, baru) == (pertama.pk, False)
    assert not berubah_sejak_beku(pertama)


def test_perubahan_memerlukan_alasan_dan_yang_lama_tetap(kecil: Kecil) -> None:
    pertama = kecil.bekukan()
    teks = pertama.isi
    koreksi(kecil, "IKU-1", "1.200,0")
    assert berubah_sejak_beku(pertama)
    with pytest.raises(AlasanDiperlukan, match="Sebutkan alasan"):
        kecil.bekukan()
    kedua = kecil.bekukan("Koreksi panen")
    assert (kedua.nomor, kedua.menggantikan_id) == (2, pertama.pk)
    assert angka(kedua, "ind.IKU-1.capaian")["tampil"] == "95,96"
    lama = Cuplikan.semua.get(pk=pertama.pk)
    assert lama.isi == teks
    assert angka(lama, "ind.IKU-1.capaian")["tampil"] == "105,00"


def test_koreksi_menyimpan_versi_lama_dan_menyebut_alasannya(kecil: Kecil) -> None:
    baru = koreksi(kecil, "IKU-1", "1.200,0")
    assert baru.menggantikan is not None
    lama = Realisasi.semua.get(pk=baru.menggantikan.pk)
    assert (lama.terkini, lama.nilai_teks, baru.terkini, baru.versi) == (False, "1.313,0", True, 2)
    entri = Jurnal.objects.get(tindakan="pengukuran.realisasi.dikoreksi")
    assert entri.alasan == "Data diperbaiki"
    assert (entri.sebelum["nilai"], entri.sesudah["nilai"]) == ("1.313,0", "1.200,0")


def test_koreksi_tanpa_alasan_ditolak_utuh(kecil: Kecil) -> None:
    banyak = Jurnal.objects.count()
    with pytest.raises(RealisasiTidakSah, match="alasan"):
        koreksi(kecil, "IKU-1", "1.200,0", alasan=" ")
    assert Jurnal.objects.count() == banyak
    assert Realisasi.semua.filter(terkini=False).count() == 0


def test_jurnal_berurut_tanpa_lompatan(kecil: Kecil) -> None:
    kecil.bekukan()
    koreksi(kecil, "IKU-1", "1.200,0")
    urut = (
        Jurnal.objects.filter(instansi_uid=kecil.instansi.uid).order_by("seq").values_list("seq", flat=True)
    )
    assert list(urut) == list(range(1, len(urut) + 1))


def test_tindakan_yang_gagal_tidak_meninggalkan_jurnal(kecil: Kecil) -> None:
    banyak = Jurnal.objects.count()
    data = [
        DataRealisasi(indikator="IKU-1", tahun=2019, nilai=baca_nilai("5", bentuk="id")),
        DataRealisasi(indikator="TIDAK-ADA", tahun=2019, nilai=baca_nilai("5", bentuk="id")),
    ]
    with pytest.raises(RealisasiTidakSah, match="TIDAK-ADA"):
        pengukuran.catat_realisasi(instansi=kecil.instansi, realisasi=data, oleh=OLEH)
    assert Jurnal.objects.count() == banyak
    assert not Realisasi.semua.filter(tahun=2019).exists()


@pytest.mark.parametrize(
    ("data", "pesan"),
    [
        (DataRealisasi("IKU-1", 2019, None), "memerlukan nilai"),
        (DataRealisasi("IKU-1", 2019, baca_nilai("5"), status="belum_ada"), "tidak boleh bernilai"),
        (DataRealisasi("IKU-1", 2019, baca_nilai("5"), status="dibawa"), "tahun_nilai sebelum 2019"),
        (DataRealisasi("IKU-1", 2019, baca_nilai("5"), status="kira-kira"), "tidak dikenal"),
        (DataRealisasi("IKU-1", 2019, baca_nilai("5"), periode="TW5"), "TW5"),
    ],
    ids=["kosong", "berisi", "dibawa", "status", "periode"],
)
def test_realisasi_yang_tidak_sah_ditolak_dengan_jalan_keluarnya(
    kecil: Kecil, data: DataRealisasi, pesan: str
) -> None:
    with pytest.raises(RealisasiTidakSah, match=pesan):
        pengukuran.catat_realisasi(instansi=kecil.instansi, realisasi=[data], oleh=OLEH)


def test_triwulan_dikonsolidasi_menurut_kartu(kecil: Kecil) -> None:
    Realisasi.semua.filter(indikator__kode="IKU-1", tahun=TAHUN).delete()
    triwulan = [
        DataRealisasi("IKU-1", TAHUN, baca_nilai(n, bentuk="id"), periode=f"TW{ke}")
        for ke, n in enumerate(["300,0", "650,0", "990,5", "1.313,0"], start=1)
    ]
    pengukuran.catat_realisasi(instansi=kecil.instansi, realisasi=triwulan, oleh=OLEH)
    c = kecil.bekukan()
    setahun = angka(c, "ind.IKU-1.realisasi")
    assert setahun["tampil"] in {"1.313,0", "1.313,00"}
    assert len(setahun["masukan"]) == 4
    assert angka(c, "ind.IKU-1.capaian")["tampil"] == "105,00"


def test_nilai_yang_dibawa_tidak_dibandingkan_dengan_dirinya(kecil: Kecil) -> None:
    data = DataRealisasi(
        "IKU-1",
        TAHUN,
        baca_nilai("1.180,4", bentuk="id"),
        status="dibawa",
        tahun_nilai=2024,
        alasan="Data 2025 belum terbit",
    )
    pengukuran.koreksi_realisasi(instansi=kecil.instansi, data=data, oleh=OLEH, alasan="Belum terbit")
    c = kecil.bekukan()
    selisih = angka(c, "ind.IKU-1.selisih")
    assert (selisih["nilai"], selisih["tampil"]) == (None, "–")
    assert "2024" in selisih["keterangan"]


def test_tahun_tanpa_data_menyebut_yang_harus_dimuat(kecil: Kecil) -> None:
    with pytest.raises(BelumAdaData, match=r"pk\.csv"):
        pelaporan.bekukan(instansi=kecil.instansi, tahun=2031, oleh=OLEH)
    assert not Cuplikan.semua.filter(tahun=2031).exists()


def test_banyaknya_kueri_tidak_ikut_tumbuh(kecil: Kecil) -> None:
    with CaptureQueriesContext(
        connection,
    ) as sedikit:
        kumpulkan(kecil.instansi, kecil.unit["DISKAN"], TAHUN)
    lebih = [
        DataRealisasi(kode, tahun, baca_nilai("7", bentuk="id"))
        for kode in ("IKU-1", "IKU-2", "IKU-4")
        for tahun in range(1990, 2020)
    ]
    pengukuran.catat_realisasi(instansi=kecil.instansi, realisasi=lebih, oleh=OLEH)
    with CaptureQueriesContext(connection) as banyak:
        bahan = kumpulkan(kecil.instansi, kecil.unit["DISKAN"], TAHUN)
    assert sum(map(len, bahan.realisasi.values())) > 90
    assert len(banyak) == len(sedikit) <= 30


def test_membaca_setahun_tetap_dua_kueri_bagi_pengunjung(kecil: Kecil) -> None:
    kecil.bekukan()
    jumlah = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as kueri:
            isi_tahun(AnonymousUser(), kecil.instansi.slug, TAHUN)
        jumlah.append(len(kueri))
    assert jumlah == [3, 2], "naskah beku diambil sekali saja oleh satu proses"
