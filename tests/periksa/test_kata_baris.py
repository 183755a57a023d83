"""Rows whose name and indicator do not belong together; programmes are made up."""

import opensakip.periksa.kata_baris  # noqa: F401
from opensakip.periksa.temuan import Temuan
from tests.periksa.naskah import naskah, temukan

KEPALA = ["Sasaran", "Program", "Indikator Program", "Sub Kegiatan", "Indikator Sub Kegiatan", "Pagu (Rp)"]
RAWAT = [
    "",
    "",
    "",
    "Perawatan pohon trembesi jalan",
    "Jumlah pohon trembesi jalan yang dirawat",
    "5.000.000",
]
BANGKU = ["", "", "", "Penyediaan bangku taman kota", "Jumlah bangku taman kota yang disediakan", "6.000.000"]


def _periksa(*baris: list[str]) -> list[Temuan]:
    return temukan("teks-baris", naskah([KEPALA, *baris]))


def test_baris_berpasangan() -> None:
    assert _periksa(RAWAT, BANGKU, [*RAWAT[:5], "7.000.000"], BANGKU) == []


def test_indikator_milik_sub_kegiatan_lain() -> None:
    salah = ["", "", "", "Penerangan lampu kolam ikan", BANGKU[4], "9.000.000"]
    (t,) = _periksa(RAWAT, BANGKU, RAWAT, salah)
    assert t.lokasi[0].tempat.baris == 5


def test_indikator_lain_dari_baris_senama() -> None:
    salah = [*RAWAT[:4], "Jumlah pohon trembesi jalan beserta pagar besi kandang", "9.000.000"]
    (t,) = _periksa(RAWAT, BANGKU, RAWAT, salah)
    assert t.seharusnya == RAWAT[4]


def test_nama_kehilangan_kata() -> None:
    salah = [*RAWAT[:3], "Perawatan pohon jalan", *RAWAT[4:]]
    (t,) = _periksa(RAWAT, BANGKU, RAWAT, BANGKU, salah)
    assert (t.tercetak, t.seharusnya) == ("Perawatan pohon jalan", RAWAT[3])


def test_nama_yang_hanya_terpotong_halaman_dibiarkan() -> None:
    salah = [*RAWAT[:3], "Perawatan pohon trembesi", *RAWAT[4:]]
    assert _periksa(RAWAT, BANGKU, RAWAT, BANGKU, salah) == []


def test_indikator_sama_berurutan() -> None:
    (t,) = _periksa(BANGKU, RAWAT, ["", "", "", "", RAWAT[4], "8.000.000"])
    assert "berurutan" in t.kalimat


def test_sasaran_dua_blok() -> None:
    sasaran = "Meningkatnya keteduhan taman kota"
    (t,) = _periksa(
        [sasaran, "Program taman", "Indeks teduh", "", "", "10.000.000"],
        ["Meningkatnya kejernihan sungai", "Program sungai", "Indeks jernih", "", "", "20.000.000"],
        [sasaran, "Program taman", "Indeks teduh", "", "", "30.000.000"],
    )
    assert t.seharusnya == "40.000.000"


def test_satu_program_banyak_rumusan() -> None:
    isi = [
        ["", "Program penunjang urusan taman", f"Rumusan nomor {n} {n}", "", "", "5.000.000"] for n in "abcd"
    ]
    (t,) = _periksa(*isi)
    assert len(t.lokasi) == 4
    assert _periksa(*isi[:3]) == []
