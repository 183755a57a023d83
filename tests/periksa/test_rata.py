"""Averages against the table of achievements, and parts against their whole."""

from __future__ import annotations

import pytest

from opensakip.dokumen.bacaan import baca_isi
from opensakip.periksa.cek_rata import periksa_rata, periksa_rincian
from opensakip.periksa.temuan import Temuan

TABEL = (
    "Tabel 3.1\nCapaian\n\nNo\tIndikator\tTarget\tRealisasi\tCapaian (%)\n1\tIndeks air\t50\t50\t100,00\n"
    "2\tIndeks taman\t40\t44\t110,00\n3\tIndeks jalan\t60\t54\t90,00\n\n"
)


def rata(teks: str) -> list[Temuan]:
    return list(periksa_rata((baca_isi("a.txt", ("# BAB III AKUNTABILITAS KINERJA\n\n" + teks).encode()),)))


def rincian(teks: str) -> list[Temuan]:
    return list(periksa_rincian((baca_isi("a.txt", teks.encode()),)))


def test_rata_rata_menurut_tabel() -> None:
    assert not rata(TABEL + "Rata-rata capaian kinerja tahun 2025 sebesar 100,00%.\n")
    temuan = rata(TABEL + "Rata-rata capaian kinerja tahun 2025 sebesar 103,00%.\n")
    assert [(t.tercetak, t.seharusnya) for t in temuan] == [("103,00%", "100,00%")]


def test_tanpa_tabel_penyebutan_dibandingkan() -> None:
    teks = "Rata-rata capaian 95,20%.\n\nRata-rata capaian 95,20%.\n\nJadi, rata-rata capaiannya 59,20%.\n"
    assert [t.tercetak for t in rata(teks)] == ["59,20%"]
    assert not rata("Rata-rata capaian 95,20%.\n")


@pytest.mark.parametrize("teks", ["rata-rata capaian 99,99%", "Rata-rata lama sekolah 9,20 tahun"])
def test_pemotongan_dan_rata_rata_lain_bukan_galat(teks: str) -> None:
    assert not rata(TABEL + teks + "\n")


@pytest.mark.parametrize(
    ("kalimat", "salah"),
    [
        ("Dari 12 indikator, empat melampaui target, lima mencapai target, dan tiga di bawah target.", None),
        ("Dari 12 indikator, enam melampaui target, lima mencapai target, dan tiga di bawah target.", "14"),
        ("Dari dua belas indikator, 4 melampaui target dan 9 belum mencapai target.", "13"),
        ("Dari 12 indikator, empat melampaui target.", None),
        ("Dari 12 indikator, empat melampaui target dan lima mencapai target.", None),
        (
            "Dari 12 indikator sasaran yang ada, laporan memuat tiga tabel, dua gambar dan lima lampiran.",
            None,
        ),
    ],
)
def test_rincian_berjumlah_seluruhnya(kalimat: str, salah: str | None) -> None:
    assert [t.seharusnya for t in rincian(kalimat + "\n")] == ([salah] if salah else [])
