"""Budgets that differ between places, and text that should not be there; everything is made up."""

import pytest

import opensakip.periksa.kata_sisa
import opensakip.periksa.uang_beda  # noqa: F401
from opensakip.periksa.temuan import Temuan, Tingkat
from tests.periksa.naskah import naskah, temukan

PK = [
    ["No", "Program", "Anggaran (Rp)"],
    ["1", "Program perawatan taman kota", "400.000.000"],
    ["2", "Program pembersihan sungai besar", "300.000.000"],
    ["3", "Program penerangan jalan utama", "250.000.000"],
    ["4", "Program penunjang urusan dinas", "150.000.000"],
]


def _ganti(i: int, isi: str) -> list[list[str]]:
    return [[*b[:2], isi] if n == i else b for n, b in enumerate(PK)]


def _dua(kedua: list[list[str]]) -> list[Temuan]:
    return temukan(
        "anggaran-beda", naskah("# BAB II PERENCANAAN KINERJA", PK, "# BAB III AKUNTABILITAS", kedua)
    )


def test_pagu_sama() -> None:
    assert _dua(PK) == []


@pytest.mark.parametrize("i", [1, 2, 3, 4])
def test_pagu_satu_program_berbeda(i: int) -> None:
    (t,) = _dua(_ganti(i, "123.000.000"))
    assert (t.tercetak, t.seharusnya, t.tingkat) == ("123.000.000", PK[i][2], Tingkat.TINGGI)
    assert [x.tempat.baris for x in t.lokasi] == [8 + i, 2 + i]


def test_dua_berkas() -> None:
    a, c = naskah(PK, berkas="pk.docx"), naskah(_ganti(2, "310.000.000"), berkas="lkj.docx")
    (t,) = temukan("anggaran-beda", a, c)
    assert [x.berkas for x in t.lokasi] == ["lkj.docx", "pk.docx"]


def test_versi_lain_seluruhnya_bukan_kesalahan() -> None:
    lain = [PK[0], *[[*b[:2], f"{n}77.000.000"] for n, b in enumerate(PK[1:], 1)]]
    assert _dua(lain) == []


SILANG = "X" * 3
BAB = "# BAB III AKUNTABILITAS KINERJA"
PANJANG = "Taman kota dirawat setiap pekan oleh petugas bersama warga sekitar, dan hasilnya dicatat " * 2


@pytest.mark.parametrize(
    ("teks", "cetak"),
    [
        (f"Capaian indikator ini sebesar {SILANG} persen dari target.", SILANG),
        ("Realisasi anggaran sebesar Rp ........ atau sekian persen.", "........"),
        ("Nilai #REF! tercapai.", "#REF!"),
        ("Kepala dinas [nama pejabat] menetapkan.", "[nama pejabat]"),
    ],
)
def test_tempat_isian(teks: str, cetak: str) -> None:
    (t,) = temukan("teks-sisa", BAB, teks)
    assert t.tercetak == cetak


@pytest.mark.parametrize(
    "teks", [f"BAB {SILANG}", "Latar Belakang ........ 12", "Periode XXIV dimulai", "ditulis [nama dihapus]"]
)
def test_bukan_tempat_isian(teks: str) -> None:
    assert [t for t in temukan("teks-sisa", BAB, teks) if t.tercetak != SILANG] == []


def test_alinea_ganda_dan_terputus() -> None:
    (t,) = temukan("teks-sisa", BAB, PANJANG, "Kalimat lain.", PANJANG)
    assert (t.tingkat, len(t.lokasi)) == (Tingkat.CATATAN, 2)
    (t,) = temukan("teks-sisa", BAB, PANJANG + "sebesar", "## 3.2 Anggaran")
    assert "sebesar" in t.kalimat
