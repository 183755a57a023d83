"""Budget tables: totals on every level and columns that follow from each other; all tables are made up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import opensakip.periksa.uang_jumlah
import opensakip.periksa.uang_kolom  # noqa: F401
from opensakip.hitung.tampilan import tampil_rupiah
from opensakip.periksa.temuan import Temuan, Tingkat
from tests.periksa.naskah import naskah, temukan

KODE = [
    ["Kode", "Program/Kegiatan", "Pagu Murni (Rp)", "Pagu Perubahan (Rp)"],
    ["2.11", "DINAS TAMAN", "900.000.000", "800.000.000"],
    ["2.11.01", "PROGRAM PENUNJANG", "500.000.000", "450.000.000"],
    ["2.11.01.1", "Kegiatan umum", "300.000.000", "250.000.000"],
    ["2.11.01.2", "Kegiatan keuangan", "200.000.000", "200.000.000"],
    ["2.11.02", "PROGRAM TAMAN", "400.000.000", "350.000.000"],
    ["2.11.02.1", "Kegiatan tanam", "150.000.000", "100.000.000"],
    ["2.11.02.2", "Kegiatan siram", "250.000.000", "250.000.000"],
    ["", "JUMLAH", "900.000.000", "800.000.000"],
]


def _ganti(tabel: list[list[str]], i: int, j: int, isi: str) -> list[list[str]]:
    return [[isi if (m, n) == (i, j) else x for n, x in enumerate(b)] for m, b in enumerate(tabel)]


def _jumlah(tabel: list[list[str]], *, pindaian: bool = False) -> list[Temuan]:
    return temukan("jumlah-anggaran", naskah(tabel, pindaian=pindaian))


def test_tabel_benar_tidak_ditegur() -> None:
    assert _jumlah(KODE) == []


@pytest.mark.parametrize("i", range(1, 9))
@pytest.mark.parametrize("j", [2, 3])
def test_satu_angka_salah_ditemukan_di_tempatnya(i: int, j: int) -> None:
    temuan = _jumlah(_ganti(KODE, i, j, "777.777.777"), pindaian=True)
    assert temuan
    assert any(x.tempat.baris == i + 1 and x.tempat.kolom == j + 1 for t in temuan for x in t.lokasi)
    assert {t.tingkat for t in temuan} == {Tingkat.TINGGI}


def test_kalimat_menyebut_jumlah_benar_dan_selisih() -> None:
    (t,) = _jumlah(_ganti(KODE, 8, 2, "909.000.000"))
    assert (t.tercetak, t.seharusnya) == ("909.000.000", "900.000.000")
    assert "selisih 9.000.000" in t.kalimat


def test_tangga_kolom_dan_subjumlah() -> None:
    kepala = ["Program", "Kegiatan", "Pagu (Rp)"]
    isi = [
        ["Program taman", "", "500.000.000"],
        ["", "Tanam", "300.000.000"],
        ["", "Siram", "210.000.000"],
        ["Program sungai", "", "400.000.000"],
        ["", "Keruk", "150.000.000"],
        ["", "Bersih", "250.000.000"],
        ["Program danau", "", "90.000.000"],
        ["", "Tebar", "40.000.000"],
        ["", "Jaring", "50.000.000"],
        ["Program rawa", "", "10.000.000"],
        ["", "Rumput", "10.000.000"],
        ["Total", "", "1.000.000.000"],
    ]
    (t,) = _jumlah([kepala, *isi])
    assert (t.tercetak, t.seharusnya) == ("500.000.000", "510.000.000")
    assert [x.tempat.baris for x in t.lokasi] == [2, 3, 4]


def test_tabel_datar() -> None:
    kepala = ["No", "Uraian", "Anggaran"]
    isi = [["1", "Tanam", "300.000.000"], ["2", "Siram", "210.000.000"], ["", "Jumlah", "500.000.000"]]
    (t,) = _jumlah([kepala, *isi])
    assert t.seharusnya == "510.000.000"


def test_susunan_yang_tidak_terbukti_tidak_dilaporkan() -> None:
    kepala = ["Program", "Kegiatan", "Murni (Rp)", "Perubahan (Rp)"]
    isi = [
        ["Program taman", "", "500.000.000", "400.000.000"],
        ["", "Tanam", "300.000.000", "250.000.000"],
        ["", "Siram", "100.000.000", "100.000.000"],
    ]
    assert _jumlah([kepala, *isi], pindaian=True) == []


def test_bagian_yang_hilang_dari_total() -> None:
    kepala = ["Program", "Kegiatan", "Murni (Rp)", "Perubahan (Rp)"]
    isi = [["Program A", "", "30.000.000", "20.000.000"], ["", "Bahan cetak dan", "30.000.000", "20.000.000"]]
    for nama in "BCD":
        isi += [
            [f"Program {nama}", "", "50.000.000", "40.000.000"],
            ["", "Tanam", "50.000.000", "40.000.000"],
        ]
        isi += [["", "JUMLAH PAGU", "50.000.000", "40.000.000"]]
    isi += [["TOTAL PAGU", "", "220.000.000", "180.000.000"]]
    (t,) = _jumlah([kepala, *isi])
    assert t.seharusnya == "70.000.000 / 60.000.000"
    assert t.lokasi[0].tempat.baris == 3


def test_induk_tanpa_nilai() -> None:
    kepala = ["Program", "Kegiatan", "Pagu (Rp)"]
    isi: list[list[str]] = []
    for n in range(6):
        isi += [[f"Program {n}", "", "" if n == 4 else "30.000.000"]]
        isi += [["", "Tanam", "10.000.000"], ["", "Siram", "20.000.000"]]
    (t,) = _jumlah([kepala, *isi])
    assert (t.tercetak, t.seharusnya, t.tingkat) == ("Program 4", "30.000.000", Tingkat.RENDAH)


@given(
    st.lists(st.lists(st.integers(10**6, 10**9), min_size=1, max_size=4), min_size=2, max_size=5),
    st.data(),
)
def test_pohon_acak(rincian: list[list[int]], data: st.DataObject) -> None:
    baris = [["4", "INSTANSI", tampil_rupiah(sum(map(sum, rincian)))]]
    for n, anak in enumerate(rincian, 1):
        baris.append([f"4.{n}", f"Program {n}", tampil_rupiah(sum(anak))])
        baris += [[f"4.{n}.{m}", f"Kegiatan {m}", tampil_rupiah(v)] for m, v in enumerate(anak, 1)]
    baris.append(["", "JUMLAH", tampil_rupiah(sum(map(sum, rincian)))])
    tabel = [["Kode", "Uraian", "Pagu (Rp)"], *baris]
    assert _jumlah(tabel) == []
    i = data.draw(st.integers(1, len(baris)))
    salah = _ganti(tabel, i, 2, tampil_rupiah(int(tabel[i][2].replace(".", "")) + 1234))
    temuan = _jumlah(salah)
    assert any(x.tempat.baris == i + 1 for t in temuan for x in t.lokasi)


REALISASI = [
    ["No", "Program", "Pagu (Rp)", "Realisasi (Rp)", "%", "Sisa (Rp)"],
    ["1", "Program taman", "400.000.000", "300.000.000", "75,00", "100.000.000"],
    ["2", "Program sungai", "300.000.000", "290.000.000", "96,67", "10.000.000"],
    ["3", "Program danau", "250.000.000", "200.000.000", "80,00", "50.000.000"],
]


def _kolom(tabel: list[list[str]]) -> list[Temuan]:
    return temukan("kolom-anggaran", tabel)


def test_kolom_benar() -> None:
    assert _kolom(REALISASI) == []


@pytest.mark.parametrize(
    ("i", "j", "isi", "benar"),
    [(1, 4, "85,00", "75,00%"), (2, 5, "11.000.000", "10.000.000"), (3, 4, "8,00", "80,00%")],
)
def test_kolom_salah(i: int, j: int, isi: str, benar: str) -> None:
    (t,) = _kolom(_ganti(REALISASI, i, j, isi))
    assert (t.tercetak, t.seharusnya, t.tingkat) == (isi, benar, Tingkat.TINGGI)
    assert t.lokasi[0].tempat.baris == i + 1


def test_dipotong_bukan_salah_besar() -> None:
    (t,) = _kolom(_ganti(REALISASI, 2, 4, "96,66"))
    assert t.tingkat is Tingkat.RENDAH
    assert "dipotong" in t.kalimat


def test_kolom_yang_bukan_turunan_dibiarkan() -> None:
    tabel = [[*b[:4], c, b[5]] for b, c in zip(REALISASI, ["%", "10,00", "20,00", "30,00"], strict=True)]
    assert _kolom(tabel) == []


def test_selisih_murni_perubahan() -> None:
    tabel = [
        ["Program", "Pagu Murni", "Pagu Perubahan", "Bertambah/(Berkurang)"],
        ["Program taman", "400.000.000", "300.000.000", "(100.000.000)"],
        ["Program sungai", "300.000.000", "290.000.000", "(10.000.000)"],
        ["Program danau", "200.000.000", "250.000.000", "60.000.000"],
    ]
    (t,) = _kolom(tabel)
    assert t.seharusnya == "50.000.000"
