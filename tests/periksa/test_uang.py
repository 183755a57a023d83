"""Money in figures against words, and arithmetic of money in sentences; all texts are made up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import opensakip.periksa.uang
import opensakip.periksa.uang_kalimat  # noqa: F401
from opensakip.hitung.terbilang import terbilang
from opensakip.periksa.ejaan_angka import baca_kata
from opensakip.periksa.temuan import Tingkat
from tests.periksa.naskah import naskah, temukan


@given(st.integers(min_value=0, max_value=10**15))
def test_kata_dari_terbilang_terbaca_kembali(bilangan: int) -> None:
    terbaca = baca_kata(terbilang(bilangan, rupiah=True))
    assert terbaca is not None
    assert terbaca.nilai == bilangan


@given(st.integers(min_value=1, max_value=10**12))
def test_kata_yang_disambung_terbaca_sama(bilangan: int) -> None:
    terbaca = baca_kata(terbilang(bilangan).replace(" ", ""))
    assert terbaca is not None
    assert terbaca.nilai == bilangan


@pytest.mark.parametrize(
    ("kata", "nilai"),
    [
        ("Dua Milyar Tiga Ratus Juta Rupiah", 2_300_000_000),
        ("duaratus juta", 200_000_000),
        ("sembilan puluh dua juta lim ratus ribu", 92_500_000),
        ("sejuta", 1_000_000),
    ],
)
def test_ejaan_yang_dimaafkan(kata: str, nilai: int) -> None:
    terbaca = baca_kata(kata)
    assert terbaca is not None
    assert terbaca.nilai == nilai


@pytest.mark.parametrize("kata", ["dua perempuan", "lima ratus ratus", "dua dua", "rupiah", "puluh", "DPA"])
def test_yang_bukan_bilangan(kata: str) -> None:
    assert baca_kata(kata) is None


def test_terbilang_beda_ditemukan() -> None:
    (t,) = temukan("terbilang", "Pagu sebesar Rp1.750.000.000,- (satu miliar tujuh ratus lima juta rupiah).")
    assert t.tingkat is Tingkat.TINGGI
    assert "1.705.000.000" in t.kalimat
    assert "satu miliar tujuh ratus lima puluh juta rupiah" in (t.seharusnya or "")
    assert t.lokasi[0].tempat.baris == 1


@pytest.mark.parametrize(
    "teks",
    [
        "Pagu Rp. 1.750.000.000,- (Satu Milyar Tujuh Ratus Lima Puluh Juta)",
        "terdiri atas 12 (dua belas) indikator dan 3 (tiga) sasaran",
        "kinerja 87,25% (delapan puluh tujuh koma dua lima persen)",
        "sebanyak 5 (dua perempuan dan tiga laki-laki) pegawai",
        "Pasal 3 (lihat lampiran dua)",
    ],
)
def test_terbilang_benar_tidak_ditegur(teks: str) -> None:
    assert temukan("terbilang", teks) == []


def test_bilangan_biasa_beda() -> None:
    (t,) = temukan("terbilang", "terdapat 11 (dua belas) indikator kinerja")
    assert t.tingkat is Tingkat.SEDANG
    assert t.tercetak == "11 (dua belas)"


def test_petunjuk_mana_yang_salah_dan_keraguan_pindaian() -> None:
    b = naskah(
        "Pagu Rp900.000.000 dipakai untuk layanan.",
        "Pagu Rp900.000.000 (sembilan puluh juta rupiah).",
        pindaian=True,
    )
    (t,) = temukan("terbilang", b)
    assert "katanya yang perlu diperbaiki" in t.kalimat
    assert "hasil pindai" in t.kalimat
    assert t.keyakinan < 90


def test_persentase_dan_sisa_benar() -> None:
    teks = (
        "Dinas memperoleh anggaran sebesar Rp4.000.000.000 dengan realisasi Rp3.700.000.000 atau 92,50%, "
        "sehingga "
        "sisa anggaran Rp300.000.000 atau 7,50%."
    )
    assert temukan("hitung-anggaran", teks) == []


def test_persentase_salah() -> None:
    (t,) = temukan("hitung-anggaran", "Pagu Rp4.000.000.000, realisasi Rp3.700.000.000 atau 95,20%.")
    assert (t.tercetak, t.seharusnya, t.tingkat) == ("95,20%", "92,50%", Tingkat.TINGGI)


def test_sisa_salah_di_alinea_berikut() -> None:
    temuan = temukan(
        "hitung-anggaran",
        "Pagu anggaran Rp4.000.000.000",
        "Realisasi anggaran Rp3.700.000.000 atau 92,50%, sisa anggaran Rp330.000.000",
    )
    assert [t.seharusnya for t in temuan] == ["Rp300.000.000"]


def test_serapan_tanpa_jumlah_melekat() -> None:
    teks = "Dari pagu Rp500.000.000 telah terealisasi Rp400.000.000. Serapan anggaran mencapai 85%."
    (t,) = temukan("hitung-anggaran", teks)
    assert t.seharusnya == "80,00%"


def test_selisih_semula_menjadi() -> None:
    teks = "Pagu semula Rp900.000.000 menjadi Rp850.000.000, berkurang sebesar Rp60.000.000."
    (t,) = temukan("hitung-anggaran", teks)
    assert t.seharusnya == "Rp50.000.000"


@pytest.mark.parametrize(
    "teks",
    [
        "Capaian indikator 95,20% dan pagu Rp4.000.000.000.",
        "Realisasi Rp3.700.000.000 dari pagu Rp4.000.000.000; pegawai perempuan 40%.",
        "Pagu sekitar Rp1,2 miliar, realisasi Rp1,1 miliar atau 93%.",
        "Kegiatan A berpagu Rp100.000.000 dan B berpagu Rp200.000.000, realisasi Rp90.000.000 atau 90%.",
    ],
)
def test_yang_tidak_pasti_tidak_ditegur(teks: str) -> None:
    assert temukan("hitung-anggaran", teks) == []
