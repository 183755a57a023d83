"""Mixed number formats and odd changes of budgets; figures are made up."""

import pytest

import opensakip.periksa.uang_bentuk
import opensakip.periksa.uang_janggal  # noqa: F401
from opensakip.periksa.temuan import Temuan, Tingkat
from tests.periksa.naskah import naskah, temukan


def test_campur_dalam_bilangan() -> None:
    tabel = [["Uraian", "Pagu (Rp)"], ["Tanam", "1.500,000"], ["Siram", "2,500,000"], ["Pupuk", "4,500,000"],
             ["Bibit", "7,100,000"]]  # fmt: skip
    (t,) = temukan("format-angka", naskah(tabel))
    assert (t.tercetak, t.seharusnya) == ("1.500,000", "1.500.000")


def test_campur_dalam_alinea() -> None:
    (t,) = temukan("format-angka", "Pagu Rp1.250.000.000 terealisasi Rp1,150,000,000 pada akhir tahun.")
    assert (t.tercetak, t.seharusnya) == ("Rp1,150,000,000", "Rp1.150.000.000")


def test_nilai_sama_dua_bentuk() -> None:
    (t,) = temukan("format-angka", "Nilai 87.25 dicapai.", "Nilai 87,25 dilaporkan.", "Lihat subbab 3.1.")
    assert (t.tercetak, t.seharusnya, len(t.lokasi)) == ("87.25", "87,25", 2)


@pytest.mark.parametrize(
    "teks",
    [
        ("Pagu Rp1.250.000.000 terealisasi Rp1.150.000.000.", "Nilai 87,25."),
        ("Tabel 3.10 memuat capaian.", "Nilai 3,1 dan Tabel 3.1"),
        ("Pagu Rp1,250,000,000 saja.", "Pagu lain Rp1.250.000.000"),
        ("Tahun 20.25 WIB", "kode 4.01.02"),
    ],
)
def test_bentuk_wajar(teks: tuple[str, ...]) -> None:
    assert temukan("format-angka", *teks) == []


KEPALA = ["Kegiatan", "Target", "Pagu Murni (Rp)", "Pagu Perubahan (Rp)"]
BIASA = [
    ["Kegiatan tanam", "4", "100.000.000", "90.000.000"],
    ["Kegiatan siram", "5", "200.000.000", "190.000.000"],
    ["Kegiatan pupuk", "6", "300.000.000", "310.000.000"],
]


def _janggal(*baris: list[str], teks: tuple[str, ...] = ()) -> list[Temuan]:
    return temukan("pagu-janggal", naskah([KEPALA, *BIASA, *baris], *teks))


def test_perubahan_biasa_tidak_dicatat() -> None:
    assert _janggal() == []


@pytest.mark.parametrize(
    ("baris", "kata"),
    [
        (["Kegiatan bibit", "3", "50.000.000", "250.000"], "dipotong 99,5%"),
        (["Kegiatan bibit", "0", "50.000.000", "0"], "ditiadakan"),
        (["Kegiatan bibit", "3", "", "80.000.000"], "muncul"),
    ],
)
def test_satu_baris_janggal(baris: list[str], kata: str) -> None:
    (t,) = _janggal(baris)
    assert t.tingkat is Tingkat.CATATAN
    assert kata in t.kalimat
    assert t.lokasi[0].tempat.baris == 5


def test_pagu_perubahan_kembar() -> None:
    dua = (
        ["Kegiatan bibit", "3", "50.000.000", "43.215.000"],
        ["Kegiatan pot", "3", "70.000.000", "43.215.000"],
    )
    (t,) = _janggal(*dua)
    assert "salah salin" in t.kalimat


def test_bagian_naik_saat_jumlah_turun_karena_efisiensi() -> None:
    jumlah = [
        ["JUMLAH BIDANG A", "", "300.000.000", "280.000.000"],
        ["JUMLAH BIDANG B", "", "300.000.000", "310.000.000"],
        ["TOTAL", "", "600.000.000", "590.000.000"],
    ]
    assert _janggal(*jumlah) == []
    (t,) = _janggal(*jumlah, teks=("Pagu berkurang karena kebijakan pusat tentang efisiensi.",))
    assert t.tercetak == "10.000.000"


def test_tambahan_yang_tidak_tampak() -> None:
    kalimat = "Dinas mendapat penambahan anggaran sebesar Rp25.000.000 untuk survei."
    (t,) = _janggal(teks=("Kegiatan pupuk berpagu Rp310.000.000.", kalimat))
    assert "10.000.000 saja" in t.kalimat
    assert _janggal(teks=("penambahan anggaran sebesar Rp10.000.000 untuk pupuk.",)) == []
