"""Names of posts and units; all offices are made up."""

import pytest

import opensakip.periksa.kata_nama  # noqa: F401
from opensakip.periksa.temuan import Tingkat
from tests.periksa.naskah import temukan

KODE = "nama-resmi"


def test_nama_biro_bertambah_kata() -> None:
    (t,) = temukan(
        KODE,
        "Susunan organisasi terdiri atas:",
        "1. Biro Kebun Raya;",
        "2. Biro Sungai dan Danau.",
        "Capaian ini diamanatkan kepada Biro Kebun Raya tahun 2031.",
        "Biro Kebun Raya dan Taman bertugas menyiram. Biro Kebun Raya dan Taman menanam.",
    )
    assert (t.tercetak, t.seharusnya) == ("Biro Kebun Raya dan Taman", "Biro Kebun Raya")
    assert t.tingkat is Tingkat.RENDAH
    assert [x.tempat.baris for x in t.lokasi] == [5, 5, 2, 4]


def test_jabatan_huruf_kecil_dikenali_sama() -> None:
    (t,) = temukan(
        KODE,
        "a. Asisten Sungai, Danau dan Laut, membawahkan:",
        "(1) Asisten sungai dan danau sebagaimana dimaksud dalam Pasal 3.",
        "(2) asisten sungai dan danau mempunyai fungsi pengamatan.",
    )
    assert t.tercetak == "Asisten Sungai, Danau dan Laut"


def test_nama_terpotong_pada_kata_sambung() -> None:
    (t,) = temukan(
        KODE,
        "penanggung jawab Biro Sungai dan;",
        "penanggung jawab Biro Sungai dan Danau;",
    )
    assert (t.tercetak, t.seharusnya) == ("Biro Sungai dan", "Biro Sungai dan Danau")


@pytest.mark.parametrize(
    "teks",
    [
        ("1. Bagian Tata Usaha;", "2. Bagian Tata Usaha Pimpinan.", "Bagian Tata Usaha menata."),
        ("Biro Umum Sekretariat Daerah menata.", "Biro Umum menata.", "Biro Umum menyusun."),
        (
            "Badan Pusat Data Provinsi Antah menyusun.",
            "Badan Pusat Data menyusun.",
            "Badan Pusat Data menata.",
        ),
        ("Biro Pengadaan Barang/Jasa menata.", "Biro Pengadaan Barang dan Jasa menata.", "Biro Umum menata."),
        (
            "penyusunan di bidang sungai dan danau",
            "penyusunan di bidang sungai",
            "kebijakan di bidang sungai",
        ),
    ],
)
def test_bukan_varian(teks: tuple[str, ...]) -> None:
    assert temukan(KODE, *teks) == []


def test_rencana_disebut_baru_dan_perubahan() -> None:
    (t,) = temukan(
        KODE,
        "menurut perubahan rencana strategis dinas tahun 2030-2034",
        "Rencana Strategis Dinas tahun 2030-2034 memuat tujuan",
        "Renstra 2030-2034 memuat sasaran",
        "target akhir Renstra tahun 2030-2034",
    )
    assert t.tingkat is Tingkat.CATATAN


def test_unit_tanpa_blok_anggaran() -> None:
    isi = [
        [f"Program {n}", f"{n}00.000.000", unit]
        for n, unit in enumerate(["BIRO SUNGAI", "BIRO DANAU", "BIRO LAUT", "BIRO RAWA"], 1)
    ]
    (t,) = temukan(
        KODE,
        "Susunan organisasi terdiri atas:",
        *[f"{n}. Biro {x};" for n, x in enumerate(["Sungai", "Danau", "Laut", "Rawa", "Hutan"], 1)],
        [["Program", "Pagu (Rp)", "Penanggung Jawab"], *isi],
    )
    assert (t.tercetak, t.tingkat) == ("Biro Hutan", Tingkat.CATATAN)
