"""Typed values: every printed shape of targets and realisations, and what is refused."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from decimal import Decimal

import pytest

from opensakip.hitung.angka import AngkaAmbigu, AngkaSalah
from opensakip.hitung.nilai import JenisNilai, Nilai, baca_nilai, nilai_kosong

OPINI = ("TMP", "TW", "WDP", "WTP")
J = JenisNilai


def _isi(n: Nilai) -> tuple[object, ...]:
    return n.jenis, n.angka, n.bawah, n.atas, n.kode, n.urut, n.maks


def D(teks: str) -> Decimal:
    return Decimal(teks)


@pytest.mark.parametrize(
    ("teks", "isi"),
    [
        ("69,31", (J.ANGKA, D("69.31"), None, None, "", None, None)),
        ("79.9", (J.ANGKA, D("79.9"), None, None, "", None, None)),
        ("90,5", (J.ANGKA, D("90.5"), None, None, "", None, None)),
        ("-5,2", (J.ANGKA, D("-5.2"), None, None, "", None, None)),
        ("38%", (J.PERSEN, D("38"), None, None, "", None, None)),
        ("97,5 persen", (J.PERSEN, D("97.5"), None, None, "", None, None)),
        ("2-3", (J.RENTANG, None, D("2"), D("3"), "", None, None)),
        ("2–3", (J.RENTANG, None, D("2"), D("3"), "", None, None)),
        ("2,5 s.d. 3,75", (J.RENTANG, None, D("2.5"), D("3.75"), "", None, None)),
        ("2 s/d 3", (J.RENTANG, None, D("2"), D("3"), "", None, None)),
        ("80% sampai dengan 90%", (J.RENTANG, None, D("80"), D("90"), "", None, None)),
        ("-5--3", (J.RENTANG, None, D("-5"), D("-3"), "", None, None)),
        ("≥ 80", (J.RENTANG, None, D("80"), None, "", None, None)),
        (">=80%", (J.RENTANG, None, D("80"), None, "", None, None)),
        ("maks. 3,5", (J.RENTANG, None, None, D("3.5"), "", None, None)),
        ("Minimal 80", (J.RENTANG, None, D("80"), None, "", None, None)),
        ("paling banyak 5", (J.RENTANG, None, None, D("5"), "", None, None)),
        ("2,95 Skala 4", (J.SKALA, D("2.95"), None, None, "", None, D("4"))),
        ("2,95 dari skala 4", (J.SKALA, D("2.95"), None, None, "", None, D("4"))),
        ("2,95 (Skala 4)", (J.SKALA, D("2.95"), None, None, "", None, D("4"))),
        ("3 dari 5", (J.SKALA, D("3"), None, None, "", None, D("5"))),
        ("76,12 (BB)", (J.ANGKA, D("76.12"), None, None, "BB", None, None)),
        ("3,27 (Level 3)", (J.ANGKA, D("3.27"), None, None, "Level 3", 3, None)),
        ("95,5% (A)", (J.PERSEN, D("95.5"), None, None, "A", None, None)),
        ("P4 dari P5 (61)", (J.LEVEL, D("61"), None, None, "P4", 4, D("5"))),
        ("Level 3", (J.LEVEL, None, None, None, "Level 3", 3, None)),
        ("level  3 dari 5", (J.LEVEL, None, None, None, "level 3", 3, D("5"))),
        ("Level 3 (3,27)", (J.LEVEL, D("3.27"), None, None, "Level 3", 3, None)),
        ("Baik", (J.TEKS, None, None, None, "", None, None)),
        ("WTP", (J.TEKS, None, None, None, "", None, None)),
        ("12 dokumen", (J.TEKS, None, None, None, "", None, None)),
    ],
)
def test_bentuk_tercetak_dikenali(teks: str, isi: tuple[object, ...]) -> None:
    nilai = baca_nilai(teks)
    assert _isi(nilai) == isi
    assert nilai.teks == " ".join(teks.split())


def test_ordinal_menurut_daftar() -> None:
    wtp = baca_nilai("WTP", ordinal=OPINI)
    assert _isi(wtp) == (J.ORDINAL, None, None, None, "WTP", 4, None)
    assert baca_nilai("wdp", jenis=J.ORDINAL, ordinal=OPINI).urut == 3
    assert baca_nilai("WTP (Wajar Tanpa Pengecualian)", jenis=J.ORDINAL, ordinal=OPINI).kode == "WTP"


def test_ordinal_di_luar_daftar_menyebut_pilihan() -> None:
    with pytest.raises(AngkaSalah, match="TMP, TW, WDP, WTP"):
        baca_nilai("Bagus", jenis=J.ORDINAL, ordinal=OPINI)


def test_ordinal_tanpa_daftar_tidak_berurutan() -> None:
    nilai = baca_nilai("WTP", jenis=J.ORDINAL)
    assert (nilai.kode, nilai.urut) == ("WTP", None)


@pytest.mark.parametrize(
    ("teks", "jenis", "harapan"),
    [
        ("38", J.PERSEN, (J.PERSEN, D("38"), "")),
        ("38%", J.ANGKA, (J.ANGKA, D("38"), "")),
        ("2,95", J.SKALA, (J.SKALA, D("2.95"), "")),
        ("P4 dari P5 (61)", J.ANGKA, (J.ANGKA, D("61"), "P4")),
        ("3,27 (Level 3)", J.LEVEL, (J.LEVEL, D("3.27"), "Level 3")),
        ("3", J.RENTANG, (J.ANGKA, D("3"), "")),
        ("12,5", J.TEKS, (J.TEKS, None, "")),
    ],
)
def test_kartu_menentukan_jenis(
    teks: str, jenis: JenisNilai, harapan: tuple[JenisNilai, Decimal | None, str]
) -> None:
    nilai = baca_nilai(teks, jenis=jenis)
    assert (nilai.jenis, nilai.angka, nilai.kode) == harapan


@pytest.mark.parametrize(
    ("teks", "jenis", "pesan"),
    [
        ("Baik", J.ANGKA, "bukan angka"),
        ("Baik", J.PERSEN, "38%"),
        ("Baik", J.RENTANG, "4-6"),
        ("12 dokumen", J.ANGKA, "bukan angka"),
        ("WTP", J.SKALA, "3,5 Skala 5"),
    ],
)
def test_tidak_sesuai_kartu(teks: str, jenis: JenisNilai, pesan: str) -> None:
    with pytest.raises(AngkaSalah, match=pesan):
        baca_nilai(teks, jenis=jenis)


@pytest.mark.parametrize("teks", ["", "  ", "-", "–", "n/a", "N/A"])
def test_kosong_bukan_nilai(teks: str) -> None:
    assert nilai_kosong(teks)
    with pytest.raises(AngkaSalah, match="kosong"):
        baca_nilai(teks)


def test_nol_bukan_kosong() -> None:
    assert not nilai_kosong("0")
    assert baca_nilai("0").angka == 0


@pytest.mark.parametrize(
    "teks", ["NaN", "Infinity", "-inf", "1e5", "12.34.5", "1,2,3", "28/10/2025", "2025-10-28", "5%%", "3,-"]
)
def test_salah_ketik_tidak_menjadi_teks(teks: str) -> None:
    with pytest.raises(AngkaSalah):
        baca_nilai(teks)


def test_ambigu_di_dalam_rentang_dan_skala() -> None:
    with pytest.raises(AngkaAmbigu):
        baca_nilai("1.250-1.500")
    assert baca_nilai("1.250-1.500", bentuk="id").atas == 1500
    assert baca_nilai("1.250-1.500", bentuk="en").atas == D("1.5")


def test_lima_belas_digit_diterima_enam_belas_ditolak() -> None:
    assert baca_nilai("123456789012345").angka == 123456789012345
    assert baca_nilai("1234567890123,45").angka == D("1234567890123.45")
    with pytest.raises(AngkaSalah, match="16 digit.*pengali"):
        baca_nilai("1234567890123456")
    with pytest.raises(AngkaSalah, match="17 digit"):
        baca_nilai("1234567890123,4567")


def test_nol_di_ujung_desimal_tidak_dihitung() -> None:
    assert baca_nilai("1234567890123,4500000").angka == D("1234567890123.45")


def test_desimal_lebih_dari_delapan_ditolak() -> None:
    assert baca_nilai("0,12345678").angka == D("0.12345678")
    with pytest.raises(AngkaSalah, match="9 desimal"):
        baca_nilai("0,123456789")


@pytest.mark.parametrize("salah", ["NaN", "Infinity"])
def test_nilai_menolak_bukan_bilangan(salah: str) -> None:
    with pytest.raises(AngkaSalah, match="bukan angka"):
        Nilai(J.ANGKA, angka=Decimal(salah))


def test_rentang_terbalik_ditolak() -> None:
    with pytest.raises(AngkaSalah, match="lebih besar"):
        baca_nilai("3-2")


@pytest.mark.parametrize(
    "isi",
    [
        {"jenis": J.ANGKA},
        {"jenis": J.RENTANG},
        {"jenis": J.RENTANG, "angka": D("1"), "bawah": D("0")},
        {"jenis": J.ANGKA, "angka": D("1"), "atas": D("2")},
        {"jenis": J.ORDINAL},
        {"jenis": J.LEVEL, "angka": D("3")},
    ],
)
def test_bagian_yang_tidak_sesuai_jenis_ditolak(isi: dict[str, object]) -> None:
    with pytest.raises(AngkaSalah):
        Nilai(**isi)  # type: ignore[arg-type]


def test_desimal_tercetak_disimpan() -> None:
    assert baca_nilai("3,20").desimal == 2
    assert baca_nilai("3").desimal == 0
    assert baca_nilai("2-3,5").desimal == 1


@pytest.mark.parametrize(
    ("teks", "tampil"),
    [
        ("3,20", "3,20"),
        ("2-3", "2–3"),
        (">= 80", "≥ 80"),
        ("maks. 5", "≤ 5"),
        ("38%", "38%"),
        ("76,12 (BB)", "76,12"),
        ("P4 dari P5 (61)", "P4"),
        ("Baik", "Baik"),
    ],
)
def test_tampil(teks: str, tampil: str) -> None:
    assert baca_nilai(teks).tampil() == tampil


def test_nilai_tidak_dapat_diubah() -> None:
    nilai = baca_nilai("3")
    with pytest.raises(FrozenInstanceError):
        nilai.angka = D("4")  # type: ignore[misc]


def test_pecahan_biner_ditolak() -> None:
    with pytest.raises(TypeError, match="float"):
        Nilai.dari_angka(0.5)  # type: ignore[arg-type]


def test_rentang_satu_titik() -> None:
    nilai = baca_nilai("3-3")
    assert (nilai.bawah, nilai.atas) == (3, 3)


def test_sebutan_mendahulukan_kode() -> None:
    assert baca_nilai("76,12 (BB)").sebutan() == "BB"
    assert baca_nilai("76,12").sebutan() == "76,12"


def test_pesan_menyebut_teks_yang_tercetak() -> None:
    with pytest.raises(AngkaSalah, match="“1.234.567.890.123.456”"):
        Nilai(J.ANGKA, angka=D("1234567890123456"), teks="1.234.567.890.123.456")
    with pytest.raises(AngkaSalah, match="“1234567890123456”"):
        Nilai(J.ANGKA, angka=D("1234567890123456"))
