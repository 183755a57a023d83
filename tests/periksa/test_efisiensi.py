"""Efficiency tables and statements; agencies and figures are made up."""

import opensakip.periksa.efisiensi  # noqa: F401
from opensakip.periksa.temuan import Temuan, Tingkat
from tests.periksa.naskah import naskah, temukan

KEPALA = [
    "Capaian RO (CRO)",
    "Alokasi Anggaran (AARO)",
    "Realisasi Anggaran (RARO)",
    "AARO x CRO",
    "EFISIENSI",
]
BAIK = ["100,00%", "200.000.000", "190.000.000", "200.000.000", "5,00%"]
RENJA = [
    ["Sasaran", "Program", "Pagu Murni", "Pagu Perubahan"],
    ["Meningkatnya keteduhan taman kota", "", "450.000.000", "400.000.000"],
    ["", "Program taman", "250.000.000", "200.000.000"],
    ["", "Program teduh", "200.000.000", "200.000.000"],
    ["Meningkatnya kejernihan sungai", "", "300.000.000", "200.000.000"],
]


def _periksa(*bahan: str | list[list[str]]) -> list[Temuan]:
    return temukan("efisiensi", naskah(*bahan))


def test_efisiensi_benar() -> None:
    assert _periksa("Efisiensi sasaran ini:", [KEPALA, BAIK]) == []


def test_hitungan_salah() -> None:
    (t,) = _periksa([KEPALA, [*BAIK[:4], "8,00%"]])
    assert (t.tercetak, t.seharusnya, t.tingkat) == ("8,00%", "5,00%", Tingkat.TINGGI)


def test_sisa_dipakai_sebagai_efisiensi_dalam_tabel() -> None:
    (t,) = _periksa([KEPALA, ["90,00%", "200.000.000", "190.000.000", "180.000.000", "5,00%"]])
    assert t.seharusnya == "−5,00%"
    assert "capaiannya tidak dipakai" in t.kalimat


def test_dasar_hanya_sebagian_pagu_sasaran() -> None:
    (t,) = _periksa(RENJA, "Sasaran Meningkatnya keteduhan taman kota:", [KEPALA, BAIK])
    assert (t.tercetak, t.seharusnya, t.tingkat) == ("200.000.000", "400.000.000", Tingkat.SEDANG)
    assert "50,0%" in t.kalimat
    assert "Program taman" in t.kalimat
    assert [x.tempat.baris for x in t.lokasi] == [8, 2]


def test_dasar_seluruh_pagu_sasaran() -> None:
    assert _periksa(RENJA, "Sasaran Meningkatnya kejernihan sungai:", [KEPALA, BAIK]) == []


def test_dua_blok_sasaran_dijumlahkan() -> None:
    renja = [*RENJA[:2], ["Meningkatnya keteduhan taman kotta", "", "10.000.000", "30.000.000"]]
    (t,) = _periksa(renja, "Sasaran Meningkatnya keteduhan taman kota:", [KEPALA, BAIK])
    assert t.seharusnya == "430.000.000"


def test_efisiensi_besar_saat_capaian_di_bawah_target() -> None:
    baris = ["95,00%", "200.000.000", "100.000.000", "190.000.000", "45,00%"]
    (t,) = _periksa([KEPALA, baris])
    assert (t.tercetak, t.tingkat) == ("45,00%", Tingkat.SEDANG)


def test_melewati_batas_peraturan_yang_dikutip() -> None:
    baris = ["100,00%", "200.000.000", "100.000.000", "200.000.000", "50,00%"]
    assert _periksa([KEPALA, baris]) == []
    (t,) = _periksa("Menurut PMK Nomor 22/PMK.02/2021:", [KEPALA, baris])
    assert t.tingkat is Tingkat.RENDAH
    assert "belum kami baca" in t.kalimat


def test_jumlah_alokasi_lain_dari_pagu_instansi() -> None:
    tabel = [KEPALA, BAIK]
    temuan = _periksa(
        "Pagu anggaran Rp900.000.000, realisasi Rp760.000.000.",
        "Dari pagu anggaran Rp900.000.000 terealisasi Rp760.000.000.",
        *[x for n in range(4) for x in (f"Sasaran {n}", tabel)],
    )
    (t,) = temuan
    assert (t.tercetak, t.seharusnya, t.tingkat) == ("800.000.000", "900.000.000", Tingkat.CATATAN)


def test_sisa_disebut_efisiensi() -> None:
    (t,) = _periksa(
        "Pagu Rp500.000.000 terealisasi Rp400.000.000, sehingga diperoleh efisiensi sebesar 20,00%."
    )
    assert (t.tercetak, t.tingkat) == ("20,00%", Tingkat.SEDANG)
    assert _periksa("Pagu Rp500.000.000 terealisasi Rp400.000.000, sisa anggaran 20,00%.") == []
