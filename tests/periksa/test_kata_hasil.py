"""Outputs counted as results; the agreement is made up."""

import pytest

import opensakip.periksa.kata_hasil  # noqa: F401
from opensakip.periksa.temuan import Tingkat
from tests.periksa.naskah import naskah, temukan

KEPALA = ["Sasaran Strategis", "Indikator Kinerja", "Target"]


def test_keluaran_dicatat_sekali() -> None:
    baris = ["Meningkatnya keteduhan kota", "Jumlah dokumen rencana taman", "4"]
    (t,) = temukan("keluaran-sebagai-hasil", naskah([KEPALA, baris], [KEPALA, baris]))
    assert (t.tingkat, len(t.lokasi)) == (Tingkat.CATATAN, 1)


@pytest.mark.parametrize("indikator", ["Indeks keteduhan", "Persentase taman terawat", "Jumlah pohon dewasa"])
def test_hasil_dibiarkan(indikator: str) -> None:
    assert temukan("keluaran-sebagai-hasil", [KEPALA, ["Meningkatnya keteduhan", indikator, "4"]]) == []


def test_tingkat_kegiatan_dibiarkan() -> None:
    kepala = ["Kegiatan", "Indikator Kegiatan", "Target"]
    assert temukan("keluaran-sebagai-hasil", [kepala, ["Tanam", "Jumlah dokumen rencana taman", "4"]]) == []
