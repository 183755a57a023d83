"""Order of dates and leftover years; the documents are made up."""

import pytest

import opensakip.periksa.kronologi
import opensakip.periksa.susunan_tahun  # noqa: F401
from opensakip.periksa.temuan import Temuan, Tingkat
from tests.periksa.naskah import temukan

MUKA = ["# LAPORAN KINERJA DINAS TAMAN TAHUN 2031", "# KATA PENGANTAR", "Antah, 27 Februari 2032"]
ISI = [
    "# BAB I PENDAHULUAN",
    "# BAB II PERENCANAAN KINERJA",
    "# BAB III AKUNTABILITAS KINERJA",
    "# BAB IV PENUTUP",
]
TARGET = [["No", "Indikator Kinerja", "Target"], ["1", "Indeks keteduhan taman", "80"]]
PK = [
    "# PERJANJIAN KINERJA TAHUN 2031",
    "Antah, 20 Januari 2031",
    [["No", "Indikator", "Target"], ["1", "Luas", "8"]],
]
UBAH = ["# PERJANJIAN KINERJA PERUBAHAN TAHUN 2031", "Antah, 28 Oktober 2031", TARGET]
REVIU = ["# PERNYATAAN TELAH DIREVIU LAPORAN KINERJA TAHUN 2031", "Antah, 25 Februari 2032"]
HASIL = "Sesuai surat Nomor 5 tanggal {} hal Hasil Penilaian Indeks Keteduhan Taman tahun 2031 bernilai 82."

Bahan = str | list[list[str]]


def _periksa(*bahan: Bahan, muka: list[str] = MUKA) -> list[Temuan]:
    return temukan("kronologi", *muka, *bahan)


def test_urutan_wajar() -> None:
    assert _periksa(*ISI, *PK, *UBAH, *REVIU) == []


def test_tanda_tangan_sebelum_reviu() -> None:
    (t,) = _periksa(*ISI, *PK, "# PERNYATAAN REVIU LAPORAN KINERJA TAHUN 2031", "Antah, 3 Maret 2032")
    assert t.tercetak == "27 Februari 2032"
    assert "5 hari" in t.kalimat
    assert [x.tempat.baris for x in t.lokasi] == [3, 13]


def test_pk_tanpa_hari() -> None:
    (t,) = _periksa(*ISI, PK[0], "Antah, Januari 2031", PK[2], *REVIU)
    assert (t.tercetak, t.tingkat) == ("Januari 2031", Tingkat.RENDAH)


def test_pk_lewat_tenggat() -> None:
    (t,) = _periksa(*ISI, PK[0], "Antah, 15 April 2031", PK[2], *REVIU)
    assert "satu bulan" in t.kalimat


def test_target_sesudah_hasil() -> None:
    (t,) = _periksa(*ISI[:3], HASIL.format("13 September 2031"), ISI[3], *PK, *UBAH, *REVIU)
    assert (t.tercetak, t.tingkat) == ("13 September 2031", Tingkat.TINGGI)


@pytest.mark.parametrize("tanggal", ["5 November 2031", "20 Januari 2032", "13 September 2030"])
def test_hasil_sesudah_target_wajar(tanggal: str) -> None:
    assert _periksa(*ISI[:3], HASIL.format(tanggal), ISI[3], *PK, *UBAH, *REVIU) == []


def test_tahun_tanda_tangan_mustahil() -> None:
    muka = [*MUKA[:2], "Antah, 27 Februari 2023"]
    temuan = _periksa(*ISI, *PK, muka=muka)
    assert [t.tercetak for t in temuan] == ["27 Februari 2023"]


@pytest.mark.parametrize(
    "teks",
    [
        "## 3.1 Capaian Kinerja Tahun 2030",
        "Tabel 3.1 Realisasi Anggaran Tahun 2030",
        "Demikian Laporan Kinerja Dinas Taman Tahun 2030 ini disampaikan.",
    ],
)
def test_tahun_tertinggal(teks: str) -> None:
    (t,) = temukan("tahun-tertinggal", *MUKA, *ISI[:3], teks)
    assert (t.tercetak, t.seharusnya) == ("2030", "2031")


@pytest.mark.parametrize(
    "teks",
    [
        "## 3.1 Perbandingan Capaian dengan Tahun 2030",
        "## 3.1 Capaian Kinerja Tahun 2031",
        "## 3.1 Capaian Kinerja Tahun 2030-2034",
        "Evaluasi atas Laporan Kinerja Dinas Taman Tahun 2030 memberi dua rekomendasi.",
        "Laporan Kinerja Tahun 2030 dibandingkan dengan tahun 2031.",
    ],
)
def test_tahun_lain_yang_wajar(teks: str) -> None:
    assert temukan("tahun-tertinggal", *MUKA, *ISI[:3], teks) == []


def test_perjanjian_bertanggal_sesudah_tahunnya() -> None:
    for tanggal, salah in (("12 Maret 2032", True), ("12 Maret 2031", False)):
        ubah = ["# PERJANJIAN KINERJA PERUBAHAN TAHUN 2031", f"Antah, {tanggal}", TARGET]
        temuan = temukan("kronologi", *MUKA, *ISI, *PK, *ubah)
        assert any("sesudah tahunnya berakhir" in t.kalimat for t in temuan) is salah
