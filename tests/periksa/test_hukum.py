"""Cited regulations; the sentences are made up, the regulations are those of the register."""

from datetime import date

import pytest

import opensakip.periksa.hukum  # noqa: F401
from opensakip.peraturan import register
from opensakip.periksa.bahan import potong
from opensakip.periksa.kutipan_hukum import cari_kutipan
from opensakip.periksa.temuan import Temuan, Tingkat
from tests.periksa.naskah import naskah, temukan

KODE = "peraturan"
JUDUL = "Laporan Kinerja Dinas Taman Tahun 2031"


def _periksa(*teks: str) -> list[Temuan]:
    return temukan(KODE, JUDUL, *teks)


@pytest.mark.parametrize(
    ("teks", "kunci"),
    [
        ("Peraturan Menteri Dalam Negeri Nomor 86 Tahun 2017", ("permendagri", 86, 2017)),
        ("Permendagri No. 86/2017", ("permendagri", 86, 2017)),
        ("PermenPAN-RB 53 Tahun 2014", ("permenpanrb", 53, 2014)),
        ("Peraturan Kementrian PAN RB RI Nomor : 53 Tahun 2014", ("permenpanrb", 53, 2014)),
        ("Peraturan Menteri Keuangan Nomor 22/PMK.02/2021", ("pmk", 22, 2021)),
        ("Peraturan Menteri Negara PAN Nomor PER/09/M.PAN/5/2007", ("permenpanrb", 9, 2007)),
        ("Undang- undang Nomor 25 Tahun 2004", ("uu", 25, 2004)),
        ("Intruksi Presiden nomor 7 Tahun 1999", ("inpres", 7, 1999)),
        ("PP Nomor 8 Tahun 2006", ("pp", 8, 2006)),
        ("Perwali Nomor 5 Tahun 2030", ("perwal", 5, 2030)),
    ],
)
def test_kutipan_terbaca(teks: str, kunci: tuple[str, int, int]) -> None:
    (p,) = potong(naskah(f"Berdasarkan {teks} tentang Taman Kota, disusun laporan ini."))
    (k,) = cari_kutipan(p)
    assert k.kunci == kunci
    assert k.judul == "Taman Kota"


@pytest.mark.parametrize(
    "teks", ["PP tentang taman", "Pasal 5 Tahun 2030", "peraturan pemerintah pasal 3 tahun 2030"]
)
def test_bukan_kutipan(teks: str) -> None:
    assert [k for p in potong(naskah(teks)) for k in cari_kutipan(p)] == []


def test_jenis_salah() -> None:
    (t,) = _periksa(
        "Peraturan Pemerintah Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah;"
    )
    assert t.seharusnya == "Peraturan Presiden Nomor 29 Tahun 2014"
    assert t.tingkat is Tingkat.SEDANG


def test_nomor_dan_tahun_salah() -> None:
    temuan = _periksa(
        "PermenPANRB Nomor 89 Tahun 2022 tentang Penjenjangan Kinerja Instansi Pemerintah;",
        "Undang-Undang Nomor 26 Tahun 2004 tentang Sistem Perencanaan Pembangunan Nasional;",
    )
    assert [t.seharusnya for t in temuan] == [
        "Peraturan Menteri PANRB Nomor 89 Tahun 2021",
        "Undang-Undang Nomor 25 Tahun 2004",
    ]


def test_judul_asing() -> None:
    (t,) = _periksa("Perpres Nomor 29 Tahun 2014 tentang Tunjangan Hari Raya Pegawai Taman;")
    assert t.seharusnya == "Sistem Akuntabilitas Kinerja Instansi Pemerintah"


def test_sudah_dicabut() -> None:
    (t,) = _periksa("Efisiensi dihitung menurut PMK Nomor 22/PMK.02/2021.", "Lihat juga PMK 22/PMK.02/2021.")
    assert t.seharusnya == "PMK 62/2023"
    assert len(t.lokasi) == 2


def test_dicabut_yang_belum_diverifikasi_lebih_rendah() -> None:
    (t,) = _periksa("Berpedoman pada Permendagri Nomor 54 Tahun 2010.")
    assert t.tingkat is Tingkat.RENDAH
    assert "belum diverifikasi" in t.kalimat


@pytest.mark.parametrize(
    "teks",
    [
        "UU Nomor 23 Tahun 2014 sebagai pengganti Undang-Undang Nomor 32 Tahun 2004 tentang Pemerintahan "
        "Daerah",
        "PMK Nomor 62 Tahun 2023 berlaku; cara menghitung pada PMK 22/PMK.02/2021 tidak dipakai",
        "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah, "
        "disusun",
        "Peraturan Daerah Nomor 8 Tahun 2029 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah",
        "Peraturan Menteri Sosial Nomor 9 Tahun 2030 tentang Penerapan Standar Pelayanan Minimal",
        "Undang-Undang Nomor 9 Tahun 2015 tentang Perubahan Kedua atas Undang-Undang Nomor 23 Tahun 2014",
        "Perda Nomor 2 Tahun 2030 tentang Rencana Pembangunan Jangka Menengah Daerah Tahun 2030-2034",
        "Pergub Nomor 4 Tahun 2028 tentang Perubahan atas Peraturan Gubernur Nomor 1 Tahun 2027",
    ],
)
def test_kutipan_benar_tidak_ditegur(teks: str) -> None:
    assert _periksa(teks) == []


def test_mengubah_jenis_lain() -> None:
    (t,) = _periksa(
        "Peraturan Bupati Nomor 7 Tahun 2030 tentang Perubahan Atas Peraturan Daerah Nomor 4 Tahun 2029;"
    )
    assert t.seharusnya == "Peraturan Bupati Nomor 4 Tahun 2029"


def test_rancangan_perda_mengubah_pergub() -> None:
    (t,) = _periksa(
        "Rancangan Peraturan Daerah tentang Perubahan atas Peraturan Gubernur Nomor 4 Tahun 2029;"
    )
    assert t.seharusnya == "Peraturan Gubernur"


def test_tahun_tidak_cocok_dengan_masa_rencana() -> None:
    (t,) = _periksa("Pergub Nomor 3 Tahun 2027 tentang Rencana Pembangunan Daerah Tahun 2030-2034;")
    assert "2030" in t.kalimat


def test_satu_judul_dua_nomor() -> None:
    (t,) = _periksa(
        "Peraturan Bupati Nomor 12 Tahun 2030 tentang Kedudukan, Susunan, Tugas, dan Fungsi Dinas Taman;",
        "menurut Perbup Nomor 12 Tahun 2029 tentang Kedudukan, Susunan, Tugas, dan Fungsi Dinas Taman;",
        "Peraturan Bupati Nomor 12 Tahun 2030 tentang Kedudukan, Susunan, Tugas, dan Fungsi Dinas Taman;",
    )
    assert t.tercetak == "Perbup Nomor 12 Tahun 2029"
    assert [x.tempat.baris for x in t.lokasi] == [3, 2, 4]


def test_tahun_mustahil() -> None:
    (t,) = _periksa("Peraturan Gubernur Nomor 3 Tahun 2071 tentang Taman;")
    assert t.tercetak == "Peraturan Gubernur Nomor 3 Tahun 2071"


def test_register_dapat_dimatikan(monkeypatch: pytest.MonkeyPatch) -> None:
    teks = "Berpedoman pada Permendagri Nomor 54 Tahun 2010."
    monkeypatch.setenv("OPENSAKIP_ATURAN_MATI", "belum-terverifikasi")
    assert _periksa(teks) == []
    assert _periksa("Efisiensi menurut PMK Nomor 22/PMK.02/2021.") != []
    monkeypatch.setenv("OPENSAKIP_ATURAN_MATI", "register/nasional")
    assert _periksa("Efisiensi menurut PMK Nomor 22/PMK.02/2021.") == []


def test_register_menyebut_yang_dipakai() -> None:
    lama = register.cari("pmk", 22, 2021)
    assert lama is not None
    assert lama.dicabut_sejak == date(2024, 1, 1)
    assert register.cari("pp", 81, 2010) is None
    nomor = [p.kunci for p in register.daftar()]
    assert len(nomor) == len(set(nomor))
