"""Sentences against their own figures, slips in long amounts, and words that judge an achievement."""

from __future__ import annotations

import pytest

from opensakip.dokumen.bacaan import baca_isi
from opensakip.periksa.cek_hitung_kalimat import periksa_hitung_kalimat
from opensakip.periksa.cek_nominal import periksa_nominal
from opensakip.periksa.cek_status import periksa_status
from opensakip.periksa.uang_kalimat import periksa_hitung_anggaran


def cetak(fungsi, teks: str) -> list[tuple[str | None, str | None]]:
    return [(t.tercetak, t.seharusnya) for t in fungsi((baca_isi("a.txt", (teks + "\n").encode()),))]


@pytest.mark.parametrize(
    ("kalimat", "salah"),
    [
        ("Nilai naik dari 70,50 pada 2023 menjadi 72,25 pada 2024.", []),
        ("Nilai naik dari 72,25 pada 2023 menjadi 70,50 pada 2024.", [("naik", "turun")]),
        ("Indeks menurun dari 3,12 (2022) menjadi 3,40 (2023).", [("menurun", "naik")]),
        ("Nilai meningkat tiap tahun, dari 6 unit pada 2023 menjadi 4 unit.", [("meningkat", "turun")]),
        ("Jumlah taman bertambah dari 2023 menjadi 2022.", []),
        ("Pagu berubah dari Rp200.000.000 menjadi Rp150.000.000, turun 25,00%.", []),
        ("Pagu berubah dari Rp200.000.000 menjadi Rp150.000.000, turun 35,00%.", [("35,00%", "25,00%")]),
        ("Pagu berubah dari Rp200.000.000 menjadi Rp150.000.000, naik 25,00%.", [("naik", "turun")]),
        ("Nilai berubah dari 40,10 menjadi 45,15, naik 5,05 poin.", []),
        ("Nilai berubah dari 40,10 menjadi 45,15, naik 6,05 poin.", [("6,05 poin", "5,05 poin")]),
        ("Dengan realisasi 76,50, indeks taman berada 1,50 poin di atas target 75,00.", []),
        ("Realisasi 76,50 indeks taman berada 2,50 poin di atas target 75,00.", [("2,50 poin", "1,50 poin")]),
        ("Realisasi 73,50 indeks taman berada 1,50 poin di atas target 75,00.", [("di atas", "di bawah")]),
        ("Capaian 104,20% berada 6,10 poin persentase di atas realisasi anggaran 98,10%.", []),
        (
            "Dari alokasi Rp200.000.000 terpakai Rp150.000.000. Dengan capaian 90,00%, efisiensinya 15,00%.",
            [],
        ),
        (
            "Dari alokasi Rp200.000.000 terpakai Rp150.000.000. Dengan capaian 90,00%, efisiensinya 25,00%.",
            [("25,00%", "15,00%")],
        ),
        ("Realisasi 3,40 indeks taman kurang 0,50 poin dari target 3,80.", [("0,50 poin", "0,40 poin")]),
    ],
)  # fmt: skip
def test_kalimat_dihitung_dari_angkanya(kalimat: str, salah: list[tuple[str, str]]) -> None:
    assert cetak(periksa_hitung_kalimat, kalimat) == salah


ULANG = "Pagu Rp1.234.567.000 untuk taman.\n\nDari pagu Rp1.234.567.000 itu.\n\n"


@pytest.mark.parametrize(
    ("kalimat", "salah"),
    [
        ("Pagunya Rp1.234.567.000.", []),
        ("Pagunya Rp1.234.576.000.", [("1.234.576.000", "1.234.567.000")]),
        ("Pagunya Rp1.284.567.000.", [("1.284.567.000", "1.234.567.000")]),
        ("Pagunya Rp1.984.561.000.", []),
        ("Pagunya Rp1.000.000.000.", []),
    ],
)
def test_salah_ketik_jumlah_panjang(kalimat: str, salah: list[tuple[str, str]]) -> None:
    assert cetak(periksa_nominal, ULANG + kalimat) == salah


def test_dua_jumlah_sekali_cetak_tidak_diadu() -> None:
    assert not cetak(periksa_nominal, "Pagu Rp1.234.567.000.\n\nPagu lain Rp1.234.567.100.")


def test_sebutan_capaian_di_tabel() -> None:
    tabel = (
        "Tabel 3.1 Capaian\n\nNo\tIndikator\tTarget\tRealisasi\tCapaian (%)\tTerhadap target\n"
        "1\tIndeks air\t50\t50\t100,00\ttercapai\n2\tIndeks taman\t40\t44\t110,00\tdi bawah\n"
        "3\tIndeks jalan\t60\t54\t90,00\tmelampaui\n4\tIndeks udara\t60\t66\t110,00\ttercapai\n"
    )
    assert cetak(periksa_status, tabel) == [("di bawah", "melampaui"), ("melampaui", "di bawah target")]


@pytest.mark.parametrize(
    ("kalimat", "salah"),
    [
        ("Dari alokasi Rp200.000.000 terpakai Rp150.000.000 (75,00%).", []),
        ("Dari alokasi Rp200.000.000 terpakai Rp150.000.000 (76,00%).", [("76,00%", "75,00%")]),
        (
            "Pagu berubah dari Rp300.000.000 menjadi Rp200.000.000. Terealisasi Rp150.000.000 atau 70,00% "
            "dari pagu Rp200.000.000.",
            [("70,00%", "75,00%")],
        ),
        (
            "Pagu berubah dari Rp300.000.000 menjadi Rp200.000.000. Terealisasi Rp150.000.000 dari pagu "
            "Rp200.000.000. Sisa anggaran Rp55.000.000.",
            [("Rp55.000.000", "Rp50.000.000")],
        ),
        ("Alokasi Rp200.000.000, realisasi sebesar Rp150.000.000 dengan efisiensi 6,36%.", []),
    ],
)
def test_serapan_dan_sisa_terhadap_pagu_yang_disebut(kalimat: str, salah: list[tuple[str, str]]) -> None:
    assert cetak(periksa_hitung_anggaran, kalimat) == salah
