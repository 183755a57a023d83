"""Computed columns: the formula is proved by the rows, and only then does a row break it."""

from __future__ import annotations

import pytest

from opensakip.dokumen.bacaan.model import Bacaan, Sel, Tabel, Tempat
from opensakip.periksa.cek_rumus_tabel import periksa_rumus_tabel
from opensakip.periksa.temuan import Temuan


def periksa(*baris: str, pindaian: bool = False) -> list[Temuan]:
    """Check one table given as lines with cells between bars, the first line being the head."""
    sel = tuple(
        tuple(
            Sel(s.strip(), Tempat(baris=i, tabel=1, baris_tabel=i, kolom=j))
            for j, s in enumerate(b.split("|"), 1)
        )
        for i, b in enumerate(baris, 1)
    )
    dokumen = Bacaan("a.txt", "teks", (Tabel(sel, Tempat(baris=1, tabel=1), kepala=1),), pindaian=pindaian)
    return list(periksa_rumus_tabel((dokumen,)))


PAGU = ("Unit | Murni | Perubahan | Bertambah / (berkurang)",)
BENAR = ("A | 100.000.000 | 150.000.000 | 50.000.000", "B | 90.000.000 | 60.000.000 | (30.000.000)")


def test_selisih_uang_yang_menyimpang() -> None:
    temuan = periksa(
        *PAGU,
        *BENAR,
        "C | 70.000.000 | 75.500.000 | 5.050.000",
        "Jumlah | 260.000.000 | 285.500.000 | 25.500.000",
    )
    assert [(t.tercetak, t.seharusnya) for t in temuan] == [("5.050.000", "5.500.000")]
    assert temuan[0].lokasi[0].tempat == Tempat(baris=4, tabel=1, baris_tabel=4, kolom=4)
    assert "3 baris lain" in temuan[0].kalimat


def test_tanpa_bukti_tidak_ada_temuan() -> None:
    assert not periksa(*PAGU, BENAR[0], "C | 70.000.000 | 75.500.000 | 5.050.000")
    assert not periksa(*PAGU, "A | 0 | 0 | 0", "B | 0 | 0 | 0", "C | 10.000.000 | 20.000.000 | 5.000.000")


def test_kolom_bukan_hitungan_dilewati() -> None:
    assert not periksa("Unit | Murni | Perubahan | Target", *BENAR, "C | 70.000.000 | 75.500.000 | 5.050.000")


@pytest.mark.parametrize("cetak", ["33,33", "33,3", "33"])
def test_pembulatan_dan_pemotongan_bukan_galat(cetak: str) -> None:
    assert not periksa(
        "Unit | Pagu | Realisasi | Serapan (%)",
        "A | 400.000.000 | 100.000.000 | 25,00",
        "B | 800.000.000 | 600.000.000 | 75,00",
        f"C | 300.000.000 | 100.000.000 | {cetak}",
    )


def test_serapan_salah_di_dokumen_pindaian_diragukan() -> None:
    baris = (
        "Unit | Pagu | Realisasi | Serapan (%)",
        "A | 400.000.000 | 100.000.000 | 25,00",
        "B | 800.000.000 | 600.000.000 | 75,00",
        "C | 300.000.000 | 100.000.000 | 43,33",
    )
    assert periksa(*baris)[0].keyakinan > periksa(*baris, pindaian=True)[0].keyakinan
    assert periksa(*baris)[0].seharusnya == "33,33"


def test_masukan_yang_dibulatkan_diberi_kelonggaran() -> None:
    kepala = "No | Indikator | Realisasi | Target akhir | Kemajuan (%)"
    assert not periksa(
        kepala, "1 | a | 3,45 | 3,64 | 94,81", "2 | b | 2,10 | 3,00 | 70,00", "3 | c | 8,00 | 9,00 | 88,89"
    )


def test_efisiensi_dari_alokasi_capaian_dan_realisasi() -> None:
    temuan = periksa(
        "Kode | Capaian (%) | Alokasi (Rp) | Realisasi (Rp) | Efisiensi (%)",
        "S1 | 100,00 | 200.000.000 | 150.000.000 | 25,00",
        "S2 | 90,00 | 400.000.000 | 300.000.000 | 15,00",
        "S3 | 80,00 | 500.000.000 | 350.000.000 | 20,00",
    )
    assert [(t.tercetak, t.seharusnya) for t in temuan] == [("20,00", "10,00")]


def test_baris_sambungan_mewarisi_nilai_di_atasnya() -> None:
    temuan = periksa(
        "No | Indikator | Realisasi | Pembanding | Nilai | Selisih",
        "1 | Indeks air | 90,00 | Kota A | 80,00 | 10,00",
        " |  |  | Kota B | 85,00 | 5,00",
        " |  |  | Kota C | 70,00 | 25,00",
    )
    assert [(t.tercetak, t.seharusnya) for t in temuan] == [("25,00", "20,00")]
