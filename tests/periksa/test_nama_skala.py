"""Names, owners, scales, classes, counts and targets that cannot be measured."""

from __future__ import annotations

import pytest

from opensakip.periksa import (  # noqa: F401  enter the checks
    cek_jumlah,
    cek_nama,
    cek_pemilik,
    cek_skala,
    cek_target,
)
from opensakip.periksa.pengenal_skala import baca_selang
from opensakip.periksa.temuan import Tingkat
from tests.periksa.rakit import Naskah, baris, temuan

PK = "No|Sasaran|Indikator Kinerja|Satuan|Target"


def _pk(n: Naskah, *isi: str, judul: str = "PERJANJIAN KINERJA TAHUN 2025") -> Naskah:
    n.judul(judul, 1).p("Selanjutnya disebut pihak pertama; pihak kedua melakukan supervisi.")
    return n.tabel(PK, *isi)


# names


def test_nama_indikator_lain_di_bab() -> None:
    n = Naskah().tabel(PK, "1|Warga makin mampu|Belanja Warga Kota Pertahun yang disesuaikan|Ribu|12")
    _pk(n, "1|Warga makin mampu|Belanja Warga Kota Tahunan yang disesuaikan|Ribu|12")
    [t] = temuan("nama-beda", n)
    assert t.tingkat is Tingkat.RENDAH
    assert t.tercetak == "Belanja Warga Kota Pertahun yang disesuaikan"
    assert baris(t)[0] == 4


def test_satuan_dan_huruf_besar_bukan_nama_lain() -> None:
    n = Naskah().tabel(PK, "1|Jalan Mantap|indeks mutu jalan (Indeks)|Indeks|72")
    assert not temuan("nama-beda", _pk(n, "1|Jalan mantap|Indeks Mutu Jalan|Indeks|72"))


def test_nama_yang_berubah_antarversi_hanya_catatan() -> None:
    n = _pk(Naskah(), "1|Jalan mantap|Jumlah kajian jalan kota yang dipakai|Kajian|3")
    _pk(n, "1|Jalan mantap|Jumlah kajian jalan yang dipakai|Kajian|3", judul="PERJANJIAN KINERJA PERUBAHAN")
    assert {t.tingkat for t in temuan("nama-beda", n)} <= {Tingkat.CATATAN}


def test_nama_sasaran_lain_di_kalimat() -> None:
    n = _pk(Naskah(), "1|Meningkatnya Pelayanan Jalan yang Prima|Indeks Mutu Jalan|Indeks|72").judul(
        "BAB III", 1
    )
    n.butir("Meningkatnya Pelayanan Jalan dengan indikator Indeks Mutu Jalan ditargetkan 72;", "1.")
    [t] = temuan("nama-beda", n)
    assert t.tercetak == "Meningkatnya Pelayanan Jalan"


SASARAN = ("Meningkatnya mutu jalan", "Terjaganya sungai bersih", "Tertibnya parkir kota")


def test_urutan_sasaran_lain() -> None:
    isi = [
        f"{n}|{s}|Indeks Hal Nomor {c}|Indeks|70"
        for n, (s, c) in enumerate(zip(SASARAN, "ABC", strict=True), 1)
    ]
    n = Naskah()
    for i, s in enumerate((SASARAN[1], SASARAN[0], SASARAN[2]), 1):
        n.p(f"Sasaran Strategis {i} : {s} dengan 1 indikator")
    [t] = temuan("nama-beda", _pk(n, *isi))
    assert t.tercetak == f"urutan 1 = {SASARAN[1]}"
    rapi = Naskah()
    for i, s in enumerate(SASARAN, 1):
        rapi.p(f"Sasaran Strategis {i} : {s} dengan 1 indikator")
    assert not temuan("nama-beda", _pk(rapi, *isi))


def test_sasaran_di_luar_perjanjian() -> None:
    n = Naskah().tabel(
        "Sasaran|Indikator Sasaran|Satuan|Target|Pagu (Rp)",
        "Jalan makin mantap|Indeks Mutu Jalan|Indeks|72|100.000.000",
        "Birokrasi makin lincah|Nilai Reformasi Organisasi|Nilai|80|200.000.000",
    )
    [t] = temuan("nama-beda", _pk(n, "1|Jalan makin mantap|Indeks Mutu Jalan|Indeks|72"))
    assert "Birokrasi makin lincah" in t.kalimat


# owners


def test_penanggung_jawab() -> None:
    dasar = "Sasaran pertama dengan indikator Indeks Mutu Jalan penanggung jawab {}. Capaiannya baik."
    n = Naskah().tabel(PK, "1|Jalan mantap|Indeks Mutu Jalan|Indeks|72")
    n.p(dasar.format("Bidang Bina Marga")).p(dasar.format("Bidang Bina Marga"))
    assert not temuan("penanggung-jawab", n)
    n.p(dasar.format("Bidang Bina Marga/Bidang Tata Ruang"))
    [t] = temuan("penanggung-jawab", n)
    assert "Bidang Tata Ruang" in t.kalimat


# scales


@pytest.mark.parametrize(
    ("teks", "batas"),
    [
        ("91 ≤ 100", "paling rendah 91 dan paling tinggi 100"),
        ("> 90 - 100", "lebih dari 90 dan paling tinggi 100"),
        ("75,00 – 89,99 %", "paling rendah 75,00 dan paling tinggi 89,99"),
        ("90 < x ≤ 100", "lebih dari 90 dan paling tinggi 100"),
        ("≥ 90", "paling rendah 90"),
        ("Kurang dari 50", "kurang dari 50"),
        ("85 s.d. 100", "paling rendah 85 dan paling tinggi 100"),
    ],
)
def test_selang(teks: str, batas: str) -> None:
    kelas = baca_selang(teks)
    assert kelas is not None
    assert kelas.batas() == batas


def test_bukan_selang() -> None:
    assert baca_selang("Sangat Baik") is None
    assert baca_selang("2025") is None


def _skala(*kelas: str) -> Naskah:
    return Naskah().keterangan("Tabel 3.1 Skala Capaian Kinerja").tabel("Interval Capaian|Peringkat", *kelas)


def test_celah_skala_catatan_dan_nilai_di_atas_skala() -> None:
    n = _skala("91 ≤ 100|Sangat Baik", "76 ≤ 90|Baik", "≤ 75|Kurang")
    assert [t.tingkat for t in temuan("skala-peringkat", n)] == [Tingkat.CATATAN]
    n.tabel("Indikator|Target|Realisasi|Capaian", "Indeks Mutu Jalan|70|77|110%")
    assert Tingkat.SEDANG in {t.tingkat for t in temuan("skala-peringkat", n)}


def test_skala_bersambung_tanpa_temuan() -> None:
    n = _skala("> 90|Sangat Baik", "> 75 - 90|Baik", "≤ 75|Kurang")
    n.tabel("Indikator|Target|Realisasi|Capaian", "Indeks Mutu Jalan|70|77|110%")
    assert not temuan("skala-peringkat", n)


def test_skala_bertumpang_tindih() -> None:
    [t] = temuan("skala-peringkat", _skala("> 80 - 100|Baik", "> 60 - 80|Cukup", "> 50|Kurang"))
    assert "bertumpang tindih" in t.kalimat


@pytest.mark.parametrize(("kategori", "salah"), [("Baik", False), ("Sangat Baik", True)])
def test_kategori_menurut_skala(kategori: str, salah: bool) -> None:
    n = _skala("> 90 - 100|Sangat Baik", "> 75 - 90|Baik", "≤ 75|Kurang")
    n.tabel("Indikator|Target|Realisasi|Capaian|Kategori", f"Indeks Mutu Jalan|100|80|80%|{kategori}")
    assert bool(temuan("kategori-beda", n)) is salah


@pytest.mark.parametrize(("sebut", "salah"), [("tinggi", False), ("baik", True)])
def test_kategori_kalimat_terhadap_tabel(sebut: str, salah: bool) -> None:
    n = Naskah().tabel(PK, "1|Jalan mantap|Indeks Mutu Jalan|Indeks|72")
    n.p("Perkembangan Indeks Mutu Jalan tampak pada tabel berikut.")
    n.tabel("2023|2024|2025", "70|71|73", "Sedang|Tinggi|Tinggi")
    n.p(f"Secara nasional Indeks Mutu Jalan berada pada urutan 9 dengan kategori {sebut}.")
    assert bool(temuan("kategori-beda", n)) is salah


# counts


def _tiga() -> Naskah:
    return Naskah().tabel(
        "Sasaran|Indikator|Target|Realisasi|Capaian",
        "Jalan mantap|Indeks Mutu Jalan|70|77|110%",
        "Sungai bersih|Indeks Mutu Sungai|70|70|100%",
        "Parkir tertib|Persentase Parkir Tertib|80|60|75%",
        "Pasar rapi|Persentase Pasar Rapi|80|60|75%",
    )


def test_jumlah_indikator_yang_didaftar() -> None:
    n = _tiga().p(
        "Kinerja diukur dengan 4 (empat) indikator sebagai berikut Indeks Mutu Jalan, Indeks Mutu Sungai, "
        "Persentase Parkir Tertib."
    )
    [t] = temuan("jumlah-disebut", n)
    assert "Persentase Pasar Rapi" in t.kalimat
    lengkap = _tiga().p(
        "Kinerja diukur dengan empat indikator yaitu Indeks Mutu Jalan, Indeks Mutu Sungai, "
        "Persentase Parkir Tertib, dan Persentase Pasar Rapi."
    )
    assert not temuan("jumlah-disebut", lengkap)


@pytest.mark.parametrize(
    ("kalimat", "salah"), [("4 sasaran dan 4 indikator", False), ("5 sasaran dan 6 indikator", True)]
)
def test_jumlah_sasaran_dan_indikator(kalimat: str, salah: bool) -> None:
    assert bool(temuan("jumlah-disebut", _tiga().p(f"Perjanjian kinerja memuat {kalimat}."))) is salah


@pytest.mark.parametrize(
    ("kalimat", "tingkat"),
    [
        ("Sebanyak 2 dari 4 indikator kinerja telah mencapai target.", None),
        ("Sebanyak 1 dari 4 indikator kinerja telah melampaui target.", None),
        ("Sebanyak 2 dari 4 indikator kinerja telah melampaui target.", Tingkat.CATATAN),
        ("Sebanyak 3 dari 4 indikator kinerja telah mencapai target.", Tingkat.SEDANG),
    ],
)
def test_jumlah_tercapai(kalimat: str, tingkat: Tingkat | None) -> None:
    hasil = temuan("jumlah-disebut", _tiga().p(kalimat))
    assert [t.tingkat for t in hasil] == ([tingkat] if tingkat else [])


def test_terbit_padahal_rancangan() -> None:
    n = Naskah().p("Keberhasilan itu tampak dari terbitnya 2 kebijakan berikut :")
    n.butir("Peraturan Bupati tentang Parkir", "1.").butir("Rancangan Peraturan Bupati tentang Pasar", "2.")
    [t] = temuan("jumlah-disebut", n)
    assert "1 di antaranya masih rancangan" in t.kalimat


# targets


def test_target_kosong_dan_rentang() -> None:
    n = Naskah().tabel(
        "Indikator|Satuan|Target", "Indeks Mutu Jalan|Indeks|72", "Indeks Mutu Air|Indeks|",
        "Indeks Persepsi Warga|Nilai|2-3",
    )  # fmt: skip
    hasil = temuan("target-tak-terukur", n)
    assert {(t.tingkat, t.tercetak) for t in hasil} == {
        (Tingkat.SEDANG, "Indeks Mutu Air"),
        (Tingkat.CATATAN, "2-3"),
    }


def test_target_terisi_semua() -> None:
    n = Naskah().tabel("Indikator|Satuan|Target", "Indeks Mutu Jalan|Indeks|72", "Indeks Mutu Air|Indeks|80")
    assert not temuan("target-tak-terukur", n)
