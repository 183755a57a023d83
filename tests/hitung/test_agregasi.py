"""Means, sums and consolidation over periods."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from opensakip.hitung.agregasi import CARA_KONSOLIDASI, jumlah, konsolidasi, rata_rata
from opensakip.hitung.capaian import Arah, capaian

D = Decimal


def test_rata_rata_memakai_nilai_yang_belum_dibulatkan() -> None:
    butir = [capaian(D(t), D(r), Arah.NAIK) for t, r in (("3", "2"), ("3", "1"), ("3", "3"))]
    hasil = rata_rata(butir, nama="capaian")
    assert hasil.tepat == Fraction(200, 3)
    assert hasil.tampil == "66,67"


def test_pecahan_tak_berhingga_jatuh_tepat_di_tepi_pembulatan() -> None:
    """These endless fractions add up to exactly 300,015; cut off at any digit they would round down."""
    butir = [capaian(D(3), D(r), Arah.NAIK) for r in ("3.0001", "3.0001", "3.00025")]
    assert jumlah(butir, nama="x").tampil == "300,02"
    assert rata_rata(butir, nama="x").nilai == D("100.005")
    assert rata_rata(butir, nama="x").tampil == "100,01"
    terpotong = [b.nilai for b in butir if b.nilai is not None]
    assert jumlah(terpotong, nama="x").tampil == "300,01"


def test_nilai_kosong_ditinggalkan_dan_disebut() -> None:
    hasil = rata_rata([D(100), None, D(50)], nama="capaian", label=["IKU 1", "IKU 2", "IKU 3"])
    assert hasil.tampil == "75,00"
    assert hasil.keterangan == "1 butir belum dapat dinilai dan tidak diikutkan: IKU 2"
    assert rata_rata([D(1), None], nama="x").keterangan.endswith("tidak diikutkan: ke-2")


def test_semua_kosong_bukan_nol() -> None:
    for butir in ([], [None], [None, None]):
        hasil = rata_rata(butir, nama="capaian sasaran")
        assert hasil.nilai is None
        assert "capaian sasaran" in hasil.keterangan


def test_rata_rata_sasaran_berbeda_dari_rata_rata_indikator() -> None:
    sasaran = [[D(100), D(50), D(90)], [D(100)]]
    per_sasaran = [rata_rata(s, nama="sasaran") for s in sasaran]
    assert rata_rata(per_sasaran, nama="organisasi").tampil == "90,00"
    assert rata_rata([n for s in sasaran for n in s], nama="organisasi").tampil == "85,00"


def test_tertimbang() -> None:
    hasil = rata_rata([D(80), D(100)], nama="nilai", bobot=[D("0.75"), D("0.25")])
    assert hasil.tampil == "85,00"
    assert hasil.langkah[0] == "nilai: (80 × 0,75 + 100 × 0,25) ÷ 1 = 85"


def test_bobot_yang_ditinggalkan_ikut_hilang() -> None:
    assert rata_rata([D(80), None], nama="x", bobot=[D(1), D(3)]).tampil == "80,00"


def test_bobot_nol_semua_tidak_membagi_nol() -> None:
    assert rata_rata([D(80)], nama="x", bobot=[D(0)]).nilai is None


def test_bobot_salah_ditolak() -> None:
    with pytest.raises(ValueError, match="jumlah bobot"):
        rata_rata([D(1)], nama="x", bobot=[])
    with pytest.raises(ValueError, match="negatif"):
        rata_rata([D(1)], nama="x", bobot=[D(-1)])
    with pytest.raises(ValueError, match="label"):
        rata_rata([D(1)], nama="x", label=["a", "b"])


def test_langkah_panjang_diringkas() -> None:
    assert rata_rata([D(1)] * 25, nama="x").langkah[0] == "x: (25 nilai) ÷ 25 = 1"


def test_jumlah_tepat_untuk_uang_besar() -> None:
    hasil = jumlah([D("3000000000000000.01")] * 8, nama="pagu")
    assert hasil.nilai == D("24000000000000000.08")
    rupiah = jumlah([D(412547), D(7887), D(561)], nama="pagu", rupiah=True)
    assert (rupiah.tampil, rupiah.desimal) == ("420.995", 0)


def test_jumlah_kosong_dan_sebagian() -> None:
    assert jumlah([], nama="pagu").nilai is None
    assert jumlah([None], nama="pagu").nilai is None
    hasil = jumlah([D(0), None], nama="pagu")
    assert hasil.nilai == 0
    assert "1 butir" in hasil.keterangan


@pytest.mark.parametrize(
    ("cara", "tampil"),
    [("jumlah", "60,00"), ("akhir", "10,00"), ("rata_rata", "20,00"), ("maks", "30,00"), ("min", "10,00")],
)
def test_konsolidasi(cara: str, tampil: str) -> None:
    assert konsolidasi([D(20), D(30), D(10)], cara).tampil == tampil


@pytest.mark.parametrize("cara", [c for c in CARA_KONSOLIDASI if c != "pembilang_penyebut"])
def test_periode_kosong_tidak_menarik_turun(cara: str) -> None:
    isi = [D(20), D(40), None, None]
    hasil = konsolidasi(isi, cara, label=["TW1", "TW2", "TW3", "TW4"])
    assert hasil.nilai == konsolidasi(isi[:2], cara).nilai
    assert hasil.keterangan == "2 periode belum dapat dinilai dan tidak diikutkan: TW3, TW4"
    assert konsolidasi([None, None], cara).nilai is None


def test_pembilang_dan_penyebut_dijumlahkan_dahulu() -> None:
    hasil = konsolidasi([D(90), D(1)], "pembilang_penyebut", penyebut=[D(100), D(10)])
    assert hasil.tepat == Fraction(9100, 110)
    assert hasil.tampil == "82,73"
    assert hasil.langkah[:2] == ("pembilang: 90 + 1 = 91", "penyebut: 100 + 10 = 110")


def test_pasangan_tidak_lengkap_ditinggalkan() -> None:
    hasil = konsolidasi([D(9), D(5), None], "pembilang_penyebut", penyebut=[D(10), None, D(10)])
    assert hasil.tampil == "90,00"
    assert hasil.keterangan.startswith("2 periode")


def test_pembilang_penyebut_tanpa_isi_dan_penyebut_nol() -> None:
    assert konsolidasi([None], "pembilang_penyebut", penyebut=[D(1)]).nilai is None
    hasil = konsolidasi([D(0)], "pembilang_penyebut", penyebut=[D(0)])
    assert hasil.nilai is None
    assert "penyebut 0" in hasil.keterangan


def test_pengali() -> None:
    assert konsolidasi([D(3)], "pembilang_penyebut", penyebut=[D(4)], pengali=1).tampil == "0,75"


def test_konsolidasi_salah_dipakai() -> None:
    with pytest.raises(ValueError, match="median.*pilih jumlah"):
        konsolidasi([D(1)], "median")
    with pytest.raises(ValueError, match="memerlukan penyebut"):
        konsolidasi([D(1)], "pembilang_penyebut")
    with pytest.raises(ValueError, match="hanya untuk"):
        konsolidasi([D(1)], "akhir", penyebut=[D(1)])


def test_suku_negatif_dalam_kurung() -> None:
    assert jumlah([D(5), D(-3)], nama="x").langkah[0] == "x: 5 + (−3) = 2"


def test_penulisan_suku() -> None:
    assert jumlah([D(0), D(2)], nama="x").langkah[0] == "x: 0 + 2 = 2"
    assert jumlah([D(1)] * 24, nama="x").langkah[0].count(" + ") == 23


def test_label_pada_jumlah_dan_konsolidasi() -> None:
    assert jumlah([D(1), None], nama="x", label=["a", "b"]).keterangan.endswith(": b")
    hasil = konsolidasi([D(1), None], "pembilang_penyebut", penyebut=[D(2), D(2)], label=["TW1", "TW2"])
    assert hasil.keterangan.endswith(": TW2")
