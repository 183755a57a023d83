"""Units against indicators; all tables are made up."""

import pytest

import opensakip.periksa.kata_satuan  # noqa: F401
from opensakip.periksa.temuan import Temuan, Tingkat
from tests.periksa.naskah import naskah, temukan

KEPALA = ["No", "Indikator Kinerja", "Satuan", "Target"]


def _periksa(*baris: tuple[str, str, str]) -> list[Temuan]:
    isi = [[str(n), *b] for n, b in enumerate(baris, 1)]
    return temukan("satuan-indikator", naskah([KEPALA, *isi]))


@pytest.mark.parametrize(
    ("indikator", "satuan", "benar"),
    [
        ("Persentase pohon kota yang terawat", "Dokumen", "Persen"),
        ("Jumlah laporan kebun raya yang disusun", "Dokumen", "Laporan"),
        ("Jumlah Orang yang mengikuti pelatihan", "Paket", "Orang"),
        ("Indeks kebersihan sungai", "%", "Indeks"),
        ("Jumlah taman yang dibuka", "4 Taman", "Taman"),
        ("Persentase sampah terolah", "80%", "Persen"),
    ],
)
def test_satuan_keliru(indikator: str, satuan: str, benar: str) -> None:
    (t,) = _periksa((indikator, satuan, "4"))
    assert (t.tercetak, t.seharusnya) == (satuan, benar)
    assert t.tingkat is not Tingkat.CATATAN
    assert t.lokasi[0].tempat.baris_tabel == 2


@pytest.mark.parametrize(
    ("indikator", "satuan"),
    [
        ("Persentase pohon kota yang terawat", "%"),
        ("Persentase pohon kota yang terawat", "Persen"),
        ("Jumlah laporan kebun raya yang disusun", "Laporan"),
        ("Jumlah dokumen dan laporan kebun raya yang disusun", "Laporan"),
        ("Jumlah gedung yang dipelihara", "Unit"),
        ("Jumlah produk hukum yang disusun", "Dokumen"),
        ("Pengeluaran per kapita", "Ribu Rupiah"),
        ("Angka kematian", "per 1.000 kelahiran"),
        ("Indeks kebersihan sungai", "Nilai"),
        ("Nilai akuntabilitas", "Nilai"),
    ],
)
def test_satuan_yang_dapat_diterima(indikator: str, satuan: str) -> None:
    assert _periksa((indikator, satuan, "4")) == []


def test_kerja_sama_per_dokumen_hanya_catatan() -> None:
    (t,) = _periksa(("Jumlah kerja sama daerah yang dibina", "Dokumen", "4"))
    assert t.tingkat is Tingkat.CATATAN


def test_satuan_yang_bergeser_satu_baris_tidak_ditegur() -> None:
    temuan = _periksa(
        ("Jumlah paket seragam", "Persen", "1"),
        ("Jumlah laporan sungai", "Paket", "2"),
        ("Persentase kegiatan selesai", "Laporan", "3"),
        ("Jumlah Dokumen rencana", "Persen", "4"),
    )
    assert [t.tercetak for t in temuan] == ["Persen", "Persen"]


def test_satuan_beda_antartabel_diputuskan_lampiran() -> None:
    b = naskah(
        "# BAB III AKUNTABILITAS KINERJA",
        [KEPALA, ["1", "Kemitraan taman antarkota", "Persen", "5"]],
        "# BAB IV PENUTUP",
        "# PERJANJIAN KINERJA TAHUN 2031",
        [KEPALA, ["1", "Kemitraan taman antarkota", "Kota", "5"]],
    )
    (t,) = temukan("satuan-indikator", b)
    assert (t.tercetak, t.seharusnya, t.tingkat) == ("Persen", "Kota", Tingkat.SEDANG)
    assert [x.tempat.baris for x in t.lokasi] == [3, 7]


def test_nama_satuan_lain_untuk_ukuran_yang_sama_bukan_beda() -> None:
    b = naskah(
        [KEPALA, ["1", "Indeks kebersihan sungai", "Nilai", "5"]],
        [KEPALA, ["1", "Indeks kebersihan sungai", "Indeks", "5"]],
        [KEPALA, ["1", "Indeks kebersihan sungai", "Indeks", "5"]],
    )
    assert temukan("satuan-indikator", b) == []
