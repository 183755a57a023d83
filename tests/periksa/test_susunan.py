"""Lists of contents, numbering and references; the report is made up."""

import pytest

import opensakip.periksa.susunan_isi
import opensakip.periksa.susunan_nomor  # noqa: F401
from opensakip.periksa.temuan import Temuan, Tingkat
from tests.periksa.naskah import naskah, temukan

ISI = [
    "# DAFTAR ISI",
    "BAB I PENDAHULUAN ..... 1",
    "1.1 Latar ..... 1",
    "1.2 Tugas ..... 2",
    "BAB III AKUNTABILITAS KINERJA ..... 9",
    "3.1 Capaian Tahun 2031 ..... 9",
    "3.2 Anggaran ..... 14",
    "3.3 Penghargaan ..... 16",
    "# DAFTAR TABEL",
    "Tabel 3.1 Capaian taman ..... 10",
    "Tabel 3.2 Serapan taman ..... 15",
]
BADAN = [
    "# BAB I PENDAHULUAN",
    "## 1.1 Latar",
    "## 1.2 Tugas",
    "# BAB III AKUNTABILITAS KINERJA",
    "## 3.1 Capaian Tahun 2031",
    "Tabel 3.1 Capaian taman",
    "## 3.2 Anggaran",
    "Tabel 3.2 Serapan taman",
    "## 3.3 Penghargaan",
]


def _isi(lama: str = "", baru: str = "") -> list[Temuan]:
    return temukan("daftar-isi", *[x.replace(lama, baru) if lama else x for x in ISI], *BADAN)


def test_daftar_isi_benar() -> None:
    assert _isi() == []


def test_tahun_beda() -> None:
    (t,) = _isi("3.1 Capaian Tahun 2031", "3.1 Capaian Tahun 2030")
    assert "tahunnya berbeda" in t.kalimat
    assert (t.lokasi[0].tempat.baris, t.lokasi[1].tempat.baris) == (6, 16)


def test_judul_beda() -> None:
    (t,) = _isi("3.3 Penghargaan", "3.3 Kerja sama luar negeri")
    assert t.seharusnya == "3.3 Penghargaan"


def test_subbab_tidak_didaftar() -> None:
    temuan = temukan("daftar-isi", *ISI, *BADAN, "## 3.4 Inovasi")
    assert [t.seharusnya for t in temuan] == ["3.4 Inovasi"]


def test_tabel_tidak_didaftar() -> None:
    temuan = temukan("daftar-isi", *ISI, *BADAN, "Tabel 3.3 Piala taman")
    assert ["Tabel 3.3" in t.kalimat for t in temuan] == [True]


def test_halaman_mundur() -> None:
    (t,) = _isi("3.2 Anggaran ..... 14", "3.2 Anggaran ..... 4")
    assert t.tercetak == "3.2 Anggaran hlm 4"


def test_halaman_tabel_mendahului_subbab() -> None:
    (t,) = _isi("Serapan taman ..... 15", "Serapan taman ..... 13")
    assert (t.tercetak, t.seharusnya) == ("Tabel 3.2 hlm 13", "3.2 hlm 14")


def test_judul_dalam_sistematika_bukan_badan() -> None:
    sistematika = ["## 1.3 Sistematika", "### BAB I PENDAHULUAN", "### BAB III AKUNTABILITAS KINERJA"]
    isi = [*ISI[:4], "1.3 Sistematika ..... 3", *ISI[4:]]
    assert temukan("daftar-isi", *isi, *BADAN[:3], *sistematika, *BADAN[3:]) == []


def _nomor(*teks: str, pindaian: bool = False) -> list[Temuan]:
    return temukan("penomoran", naskah(*teks, pindaian=pindaian))


@pytest.mark.parametrize(
    ("teks", "hilang"),
    [
        (("# BAB III A", "## 3.1 Satu", "## 3.2 Dua", "## 3.4 Empat"), "3.3"),
        (("# BAB I A", "# BAB II B", "# BAB IV D"), "BAB 3"),
        (("1. satu", "2. dua", "4. empat", "5. lima"), "3"),
        (("a. satu", "b. dua", "d. empat"), "3"),
        (
            ("Faktor Pertama : a", "Faktor ke dua : b", "Faktor Ketiga : c", "Faktor kelima : e"),
            "faktor keempat",
        ),
    ],
)
def test_nomor_melompat(teks: tuple[str, ...], hilang: str) -> None:
    (t,) = _nomor(*teks)
    assert (t.seharusnya, t.tingkat) == (hilang, Tingkat.RENDAH)


@pytest.mark.parametrize(
    "teks",
    [
        ("# BAB III A", "## 3.1 Satu", "## 3.2 Dua", "# BAB IV B", "## 4.1 Satu"),
        ("1. satu", "2. dua", "1. satu lagi", "2. dua lagi", "3. tiga"),
        ("1. satu", "a. kecil", "b. kecil", "2. dua", "3. tiga"),
        ("3. tiga", "5. lima", "9. sembilan"),
        ("Sasaran kesatu : a", "Sasaran keempat : b", "Sasaran kedelapan : c", "Sasaran kesebelas : d"),
        ("1. satu", "2. dua 3. tiga", "4. empat"),
        ("Kegiatan dimulai pukul 10: 2. Taman", "alinea biasa"),
    ],
)
def test_nomor_wajar(teks: tuple[str, ...]) -> None:
    assert _nomor(*teks) == []


def test_butir_mendahului_daftar() -> None:
    (t,) = _nomor("Upaya perbaikan: 6. Menyiram taman kota", "1. Menanam", "2. Memangkas")
    assert t.lokasi[0].tempat.baris == 1


def test_nomor_tabel_dipakai_dua_kali() -> None:
    (t,) = _nomor("Tabel 3.1 Capaian taman", "Tabel 3.1 Serapan taman")
    assert "dua" in t.kalimat or "2 judul" in t.kalimat


def test_judul_tabel_dua_kali_catatan() -> None:
    (t,) = _nomor("Tabel 3.1 Capaian taman kota", "Tabel 3.2 Capaian taman kota")
    assert t.tingkat is Tingkat.CATATAN


def test_acuan_ke_tabel_yang_tidak_ada() -> None:
    isi = (
        "Tabel 3.1 Capaian taman",
        "Tabel 3.2 Serapan taman",
        "Seperti terlihat pada Tabel 3.5, taman teduh.",
    )
    (t,) = temukan("acuan-tabel", *isi)
    assert (t.tercetak, t.lokasi[0].tempat.baris) == ("Tabel 3.5", 3)


@pytest.mark.parametrize(
    "teks", ["terlihat pada tabel 3.2 itu", "menurut lampiran peraturan Tabel 9", "gambar 1.1"]
)
def test_acuan_wajar(teks: str) -> None:
    assert temukan("acuan-tabel", "Tabel 3.1 Capaian taman", "Tabel 3.2 Serapan taman", teks) == []
