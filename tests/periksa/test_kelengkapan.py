"""Completeness of performance reports; the report is made up."""

import pytest

import opensakip.periksa.kelengkapan  # noqa: F401
from opensakip.periksa.temuan import Temuan, Tingkat
from tests.periksa.naskah import naskah, temukan

PANJANG = "Taman kota dirawat setiap pekan bersama warga dan hasilnya dicatat oleh petugas lapangan. " * 6
LENGKAP = [
    "# LAPORAN KINERJA DINAS TAMAN TAHUN 2031",
    "# KATA PENGANTAR",
    "# IKHTISAR EKSEKUTIF",
    "# DAFTAR ISI",
    "# BAB I PENDAHULUAN",
    "## 1.1 Struktur Organisasi",
    "## 1.2 Isu Strategis",
    "# BAB II PERENCANAAN KINERJA",
    "## 2.1 Perjanjian Kinerja",
    "# BAB III AKUNTABILITAS KINERJA",
    "## 3.1 Capaian Kinerja",
    PANJANG,
    "Perbandingan target dan realisasi tahun ini, dan dibandingkan tahun sebelumnya.",
    "Perbandingan dengan target akhir Renstra dan standar nasional.",
    "Faktor penyebab keberhasilan, efisiensi sumber daya, serta program dan kegiatan yang mendukung.",
    "## 3.2 Realisasi Anggaran",
    "# BAB IV PENUTUP",
    "Simpulan dan langkah perbaikan.",
    "# PERJANJIAN KINERJA TAHUN 2031",
    "# PERNYATAAN TELAH DIREVIU",
]


def _periksa(*tambahan: str, tanpa: str = "") -> list[Temuan]:
    isi: list[str] = []
    for x in LENGKAP:
        if not tanpa or tanpa not in x:
            isi.append(x)
        if x.startswith("# BAB III"):
            isi += tambahan
    return temukan("kelengkapan", naskah(*isi))


def test_laporan_lengkap() -> None:
    assert _periksa() == []


@pytest.mark.parametrize(
    ("tanpa", "sebut"),
    [
        ("IKHTISAR", "Ikhtisar eksekutif"),
        ("Realisasi Anggaran", "Realisasi anggaran"),
        ("Isu Strategis", "Aspek strategis"),
        ("DIREVIU", "Pernyataan telah direviu"),
    ],
)
def test_bagian_yang_tidak_ada(tanpa: str, sebut: str) -> None:
    (t,) = _periksa(tanpa=tanpa)
    assert sebut in t.kalimat


def test_analisis_yang_tidak_ada() -> None:
    (t,) = _periksa(tanpa="Renstra")
    assert "jangka menengah" in t.kalimat
    assert "standar nasional" in t.kalimat


def test_dokumen_lain_dibiarkan() -> None:
    assert temukan("kelengkapan", "# RENCANA KERJA DINAS TAMAN TAHUN 2031", "# BAB III TUJUAN") == []


def test_janji_sistematika() -> None:
    isi = [
        *LENGKAP[:7],
        "## 1.3 Sistematika",
        "### BAB I PENDAHULUAN",
        "Memuat struktur organisasi, isu strategis, peta kolam ikan, dan sistematika.",
        *LENGKAP[7:],
    ]
    (t,) = temukan("kelengkapan", naskah(*isi))
    assert t.tercetak == "peta kolam ikan"


def test_label_tanpa_tabel() -> None:
    label = ["Rekomendasi penyesuaian target", "Sasaran lain yang diurai"] * 3
    (t,) = _periksa(*label)
    assert (len(t.lokasi), t.tingkat) == (3, Tingkat.RENDAH)


def test_survei_tanpa_metode() -> None:
    (t,) = _periksa("Nilai 3,4 diperoleh dari hasil survei mandiri.")
    assert t.tercetak == "hasil survei"
    assert _periksa("Nilai 3,4 diperoleh dari hasil survei mandiri atas 120 responden.") == []


def test_indikator_tujuan_tidak_diukur() -> None:
    tujuan = ["## 2.2 Tujuan", "1. Terwujudnya kota teduh dengan indikator 'Indeks Kota Teduh';"]
    isi = [*LENGKAP[:9], *tujuan, *LENGKAP[9:]]
    (t,) = temukan("kelengkapan", naskah(*isi))
    assert t.tercetak == "Indeks Kota Teduh"
    isi = [*LENGKAP[:9], *tujuan, *LENGKAP[9:11], "Indeks Kota Teduh 80 tercapai.", *LENGKAP[11:]]
    assert temukan("kelengkapan", naskah(*isi)) == []


def test_persentase_tanpa_pembilang_hanya_catatan() -> None:
    teks = "Persentase taman yang dirawat tercapai {} dari target 100% dan realisasinya 100%."
    (t,) = _periksa(teks.format("100%"))
    assert t.tingkat is Tingkat.CATATAN
    assert _periksa(teks.format("100% (12 dari 12 taman)")) == []
