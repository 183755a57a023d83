"""Numbers at the edge: which forms are read, which are asked about, which are refused."""

from __future__ import annotations

from decimal import Decimal

import pytest

from opensakip.hitung.angka import (
    AngkaAmbigu,
    AngkaSalah,
    BuktiBentuk,
    baca_angka,
    baca_rupiah,
    bentuk_kolom,
    bukti_bentuk,
    bulatkan,
    tampil,
    tampil_persen,
    tampil_rupiah,
    tampil_rupiah_ringkas,
)
from opensakip.hitung.tampilan import tampil_penuh


@pytest.mark.parametrize(
    ("teks", "angka"),
    [
        ("0", "0"),
        ("7", "7"),
        ("007", "7"),
        ("69,31", "69.31"),
        ("76.15", "76.15"),
        ("79.9", "79.9"),
        ("90,5", "90.5"),
        ("3,4512", "3.4512"),
        ("3.4512", "3.4512"),
        ("0,345", "0.345"),
        ("0.123", "0.123"),
        ("1.234,56", "1234.56"),
        ("1,234.56", "1234.56"),
        ("1.234,567", "1234.567"),
        ("1.234.567", "1234567"),
        ("1,234,567", "1234567"),
        ("1.234.567,5", "1234567.5"),
        ("253.786.078.000", "253786078000"),
        ("1234.567", "1234.567"),
        ("1234,567", "1234.567"),
        ("-5,2", "-5.2"),
        ("−5,2", "-5.2"),
        ("+5", "5"),
        ("  98,85\u00a0", "98.85"),
        ("\ufeff12", "12"),
        ("3,20", "3.20"),
    ],
)
def test_satu_bacaan(teks: str, angka: str) -> None:
    hasil = baca_angka(teks)
    assert hasil == Decimal(angka)
    assert str(hasil) == angka or teks == "007"


@pytest.mark.parametrize("bentuk", ["id", "en"])
@pytest.mark.parametrize(
    ("teks", "angka"), [("76.15", "76.15"), ("76,15", "76.15"), ("1.234,56", "1234.56"), ("0.348", "0.348")]
)
def test_bentuk_tidak_mengubah_yang_jelas(teks: str, angka: str, bentuk: str) -> None:
    assert baca_angka(teks, bentuk=bentuk) == Decimal(angka)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("teks", "pilihan", "menurut_id", "menurut_en"),
    [
        ("12.348", ("12348", "12.348"), "12348", "12.348"),
        ("12,348", ("12348", "12.348"), "12.348", "12348"),
        ("1.000", ("1000", "1.000"), "1000", "1.000"),
        ("999,999", ("999999", "999.999"), "999.999", "999999"),
        ("-2.500", ("-2500", "-2.500"), "-2500", "-2.500"),
    ],
)
def test_dua_bacaan_ditanyakan(teks: str, pilihan: tuple[str, str], menurut_id: str, menurut_en: str) -> None:
    with pytest.raises(AngkaAmbigu) as galat:
        baca_angka(teks)
    assert galat.value.pilihan == pilihan
    assert galat.value.teks == teks
    assert "dua cara" in str(galat.value)
    assert baca_angka(teks, bentuk="id") == Decimal(menurut_id)
    assert baca_angka(teks, bentuk="en") == Decimal(menurut_en)


def test_perbaikan_yang_dianjurkan_tidak_ambigu_lagi() -> None:
    with pytest.raises(AngkaAmbigu, match="tulis 12348 atau 12,3480"):
        baca_angka("12.348")
    assert baca_angka("12,3480") == Decimal("12.348")
    assert baca_angka("12348") == 12348


@pytest.mark.parametrize(
    ("teks", "pesan"),
    [
        ("", "kosong"),
        ("   ", "kosong"),
        ("NaN", "kosongkan bila nilainya belum ada"),
        ("Infinity", "kosongkan bila nilainya belum ada"),
        ("-inf", "kosongkan bila nilainya belum ada"),
        ("1e5", "bentuk pangkat"),
        ("1,5E+05", "bentuk pangkat"),
        ("1 234 567", "hapus spasi"),
        ("1.234.56", "pemisah"),
        ("12.34,5", "pemisah"),
        ("1,23,456", "pemisah"),
        ("0.123.456", "pemisah"),
        ("1.234,567,8", "pemisah"),
        ("1.234,5.6", "pemisah"),
        (",5", "kedua sisi"),
        ("5,", "kedua sisi"),
        ("5..2", "kedua sisi"),
        ("abc", "bukan angka"),
        ("12 dokumen", "bukan angka"),
        ("38%", "bukan angka"),
        ("١٢", "bukan angka"),
        ("1" * 61, "terlalu panjang"),
    ],
)
def test_bukan_angka_ditolak_dengan_perbaikan(teks: str, pesan: str) -> None:
    with pytest.raises(AngkaSalah, match=pesan) as galat:
        baca_angka(teks)
    assert not isinstance(galat.value, AngkaAmbigu)


@pytest.mark.parametrize(
    ("teks", "nilai"),
    [
        ("Rp245.137.431.880", "245137431880"),
        ("Rp. 245.137.431.880,-", "245137431880"),
        ("rp 12.348", "12348"),
        ("12,348", "12348"),
        ("1.500,50", "1500.50"),
        ("(620.110.000)", "-620110000"),
        ("−Rp620.110.000", "-620110000"),
        ("0", "0"),
    ],
)
def test_baca_rupiah(teks: str, nilai: str) -> None:
    assert baca_rupiah(teks) == Decimal(nilai)


def test_rupiah_paling_banyak_dua_desimal() -> None:
    with pytest.raises(AngkaSalah, match="dua desimal"):
        baca_rupiah("0,125")


def test_bukti_kolom() -> None:
    assert bentuk_kolom(["12.348", "1.234,5"]) == "id"
    assert bentuk_kolom(["12.348", "1,234.5"]) == "en"
    assert bentuk_kolom(["12.348", "76.15"]) == "en"
    assert bentuk_kolom(["12.348", "0,348"]) == "id"
    assert bentuk_kolom(["12.348", "5", "teks", ""]) is None
    assert bentuk_kolom([]) is None


def test_bukti_bertentangan_bukan_bukti() -> None:
    bukti = bukti_bentuk(["90,5", "79.9"])
    assert bukti == BuktiBentuk(1, 1)
    assert bukti.bertentangan
    assert bukti.bentuk is None


def test_bukti_dari_dalam_teks() -> None:
    assert bukti_bentuk(["2,5-3,5", "2,95 Skala 4", "76,12 (BB)", "38,5%"]) == BuktiBentuk(5, 0)
    assert bukti_bentuk(["versi 1.2.3", "28.10.2025", "abc1.5", "1.5abc", "6433.BAH.001"]) == BuktiBentuk(
        0, 0
    )


def test_bukti_kuat_mengabaikan_kode() -> None:
    assert bukti_bentuk(["1.1", "1.2"], kuat_saja=True) == BuktiBentuk(0, 0)
    assert bukti_bentuk(["1.234.567", "1.1"], kuat_saja=True) == BuktiBentuk(1, 0)


@pytest.mark.parametrize(
    ("nilai", "desimal", "bulat"),
    [
        ("108.125", 2, "108.13"),
        ("58.985", 2, "58.99"),
        ("100.005", 2, "100.01"),
        ("100.0049999", 2, "100.00"),
        ("-108.125", 2, "-108.13"),
        ("0.5", 0, "1"),
        ("1.5", 0, "2"),
        ("2.5", 0, "3"),
        ("99.995", 2, "100.00"),
        ("-0.001", 2, "0.00"),
        ("1E+3", 2, "1000.00"),
        ("9" * 60 + ".995", 2, "1" + "0" * 60 + ".00"),
    ],
)
def test_bulatkan_setengah_ke_atas(nilai: str, desimal: int, bulat: str) -> None:
    assert str(bulatkan(Decimal(nilai), desimal)) == bulat


@pytest.mark.parametrize("salah", ["NaN", "sNaN", "Infinity", "-Infinity"])
def test_bulatkan_menolak_bukan_bilangan(salah: str) -> None:
    with pytest.raises(ValueError, match="terhingga"):
        bulatkan(Decimal(salah))


def test_bulatkan_menolak_desimal_negatif() -> None:
    with pytest.raises(ValueError, match="negatif"):
        bulatkan(Decimal(1), -1)


@pytest.mark.parametrize(
    ("nilai", "desimal", "teks"),
    [
        (Decimal("1234.56"), 2, "1.234,56"),
        (Decimal(0), 2, "0,00"),
        (Decimal("-1.2"), 2, "−1,20"),
        (Decimal("-0.001"), 2, "0,00"),
        (Decimal("999.995"), 2, "1.000,00"),
        (Decimal(1000000), 0, "1.000.000"),
        (Decimal(123), 0, "123"),
        (37, 0, "37"),
        (Decimal("3.4512"), 4, "3,4512"),
        (None, 2, "–"),
    ],
)
def test_tampil(nilai: Decimal | int | None, desimal: int, teks: str) -> None:
    assert tampil(nilai, desimal) == teks


def test_tampil_rupiah() -> None:
    assert tampil_rupiah(Decimal("245137431880")) == "245.137.431.880"
    assert tampil_rupiah(245137431880, awalan=True) == "Rp245.137.431.880"
    assert tampil_rupiah(None, awalan=True) == "–"
    assert tampil_rupiah(-620110000) == "(620.110.000)"
    assert tampil_rupiah(Decimal("-620110000"), awalan=True) == "−Rp620.110.000"
    assert tampil_rupiah(Decimal("0.5")) == "1"
    assert tampil_rupiah(Decimal("-0.4")) == "0"


@pytest.mark.parametrize(
    ("nilai", "teks"),
    [
        (245137431880, "Rp245,14 miliar"),
        (1500000, "Rp1,50 juta"),
        (12 * 10**12, "Rp12,00 triliun"),
        (3 * 10**15, "Rp3,00 kuadriliun"),
        (950000, "Rp950.000"),
        (999_999_999, "Rp1,00 miliar"),
        (-2 * 10**9, "−Rp2,00 miliar"),
        (None, "–"),
    ],
)
def test_rupiah_ringkas(nilai: int | None, teks: str) -> None:
    assert tampil_rupiah_ringkas(nilai) == teks


def test_tampil_persen() -> None:
    assert tampil_persen(Decimal("6.615")) == "6,62%"
    assert tampil_persen(None) == "–"


def test_tampil_penuh_tidak_membulatkan() -> None:
    assert tampil_penuh(Decimal("1.99999999999")) == "1,9999999999…"
    assert tampil_penuh(Decimal("3.20")) == "3,20"
    assert tampil_penuh(Decimal("-12345.5")) == "−12.345,5"
    assert tampil_penuh(Decimal("1.500000000000000")) == "1,5"


def test_panjang_terbesar_masih_dibaca() -> None:
    assert baca_angka("1" * 60) == Decimal("1" * 60)


def test_satu_bentuk_tidak_bertentangan() -> None:
    assert not BuktiBentuk(2, 0).bertentangan
    assert not BuktiBentuk(0, 2).bertentangan
    assert not BuktiBentuk(0, 0).bertentangan


def test_bukti_kuat_menghitung_kedua_pemisah() -> None:
    assert bukti_bentuk(["1.234,56"], kuat_saja=True) == BuktiBentuk(1, 0)
    assert bukti_bentuk(["1,234.56"], kuat_saja=True) == BuktiBentuk(0, 1)


def test_tepi_penulisan() -> None:
    assert tampil_penuh(Decimal("0.1234567891")) == "0,1234567891"
    assert tampil_penuh(Decimal("0.12345678912")) == "0,1234567891…"
    assert tampil_penuh(Decimal("9" * 45 + ".12345678912")).endswith(",1234567891…")
    assert tampil_rupiah(0) == "0"
    assert tampil_rupiah(0, awalan=True) == "Rp0"
    assert tampil_rupiah_ringkas(0) == "Rp0"
