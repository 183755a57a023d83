"""Ways to differ from the shipped examples: each gives the right figure, or says why there is none."""

from __future__ import annotations

from decimal import Decimal

import pytest

from opensakip.hitung.nilai import baca_nilai
from opensakip.pelaporan.selectors import isi_cuplikan
from opensakip.pengukuran import services as pengukuran
from opensakip.pengukuran.data import DataInstrumen, DataRealisasi
from opensakip.pengukuran.errors import RealisasiTidakSah
from opensakip.pengukuran.models import Realisasi
from opensakip.perencanaan.models import KartuIndikator, Target
from tests.ruang.kecil import OLEH, TAHUN, Kecil


def isi(kecil: Kecil) -> dict:
    return isi_cuplikan(kecil.bekukan("Ragam"))


def triwulan(kecil: Kecil, nilai: list[str], status: str = "final") -> None:
    Realisasi.semua.filter(indikator__kode="IKU-2", tahun=TAHUN).delete()
    data = [
        DataRealisasi("IKU-2", TAHUN, baca_nilai(n), periode=f"TW{ke}", status=status)
        for ke, n in enumerate(nilai, start=1)
    ]
    pengukuran.catat_realisasi(instansi=kecil.instansi, realisasi=data, oleh=OLEH)


def test_rata_rata_yang_tidak_habis_dibagi(kecil: Kecil) -> None:
    KartuIndikator.semua.filter(indikator__kode="IKU-2").update(konsolidasi="rata_rata")
    triwulan(kecil, ["1", "1", "2"])
    beku = isi(kecil)
    iku = next(i for i in beku["indikator"] if i["kode"] == "IKU-2")
    # target 12, menurun: (2 × 12 − 4/3) ÷ 12 × 100
    assert beku["angka"][iku["capaian"]]["tampil"] == "188,89"
    assert iku["status_nilai"] == "sementara"
    assert "3 dari 4 periode" in iku["alasan_nilai"]


def test_setahun_dari_triwulan_ikut_deret_dan_perbandingan(kecil: Kecil) -> None:
    KartuIndikator.semua.filter(indikator__kode="IKU-2").update(konsolidasi="jumlah")
    triwulan(kecil, ["1", "2", "3", "3"])
    beku = isi(kecil)
    iku = next(i for i in beku["indikator"] if i["kode"] == "IKU-2")
    assert [s["tahun"] for s in iku["seri"]] == [2024, 2025]
    assert beku["angka"][iku["realisasi"]]["nilai"] == "9"
    assert beku["angka"][iku["selisih_tahun_lalu"]]["tampil"] == "−5,00"  # 14 pada 2024
    assert iku["status_nilai"] == "final"


def test_periode_sementara_membuat_tahunnya_sementara(kecil: Kecil) -> None:
    triwulan(kecil, ["1", "2", "3", "3"], status="sementara")
    iku = next(i for i in isi(kecil)["indikator"] if i["kode"] == "IKU-2")
    assert iku["status_nilai"] == "sementara"


def test_target_akhir_diambil_dari_yang_terbaru(kecil: Kecil) -> None:
    lama = Target.semua.get(instansi=kecil.instansi)
    baru = Target(
        instansi=kecil.instansi, versi=lama.versi, baris=lama.baris, indikator=lama.indikator, jenis="akhir"
    )
    for tahun, teks in ((2028, "1.400,0"), (2029, "1.600,0")):
        baru.pk, baru.tahun, baru.nilai = None, tahun, baca_nilai(teks, bentuk="id")
        baru._state.adding = True
        baru.save()
    beku = isi(kecil)
    iku = next(i for i in beku["indikator"] if i["kode"] == "IKU-1")
    assert (iku["tahun_akhir"], beku["angka"][iku["target_akhir"]]["tampil"]) == (2029, "1.600,0")


def test_instrumen_yang_tidak_lengkap_tidak_menggagalkan_pembekuan(kecil: Kecil) -> None:
    unsur = [
        DataInstrumen("skm", TAHUN, f"U{i}", Decimal("3.5"), kelompok="unsur", uraian=f"Unsur {i}")
        for i in range(1, 9)
    ]
    pengukuran.catat_instrumen(instansi=kecil.instansi, unit=kecil.unit["DISKAN"], nilai=unsur, oleh=OLEH)
    beku = isi(kecil)
    assert "skm" not in beku["instrumen"]
    kalimat = [c["kalimat"] for c in beku["catatan"] if c["subjek"] == "instrumen.skm"]
    assert len(kalimat) == 1
    assert "9 unsur" in kalimat[0]


def test_nka_sesudah_aturannya_dicabut_tidak_dihitung_dengan_aturan_lama(kecil: Kecil) -> None:
    komponen = {"csp": "100", "penyerapan": "98", "konsistensi": "95", "cko": "100", "satker": "90"}
    nilai = [
        DataInstrumen("nka", TAHUN, k, Decimal(n), kelompok="01 Unit", uraian=k) for k, n in komponen.items()
    ]
    pengukuran.catat_instrumen(instansi=kecil.instansi, unit=kecil.unit["DISKAN"], nilai=nilai, oleh=OLEH)
    beku = isi(kecil)
    assert "nka" not in beku["instrumen"]
    assert any("tidak berlaku lagi sejak 2024-01-01" in c["kalimat"] for c in beku["catatan"])


def test_triwulan_dan_semester_tidak_dicampur(kecil: Kecil) -> None:
    triwulan(kecil, ["1", "2"])
    semester = DataRealisasi("IKU-2", TAHUN, baca_nilai("3"), periode="S1")
    with pytest.raises(RealisasiTidakSah, match="semester dan triwulan sekaligus"):
        pengukuran.catat_realisasi(instansi=kecil.instansi, realisasi=[semester], oleh=OLEH)
