"""E_RO with its two roundings, efficiency in points, absorption, remainder."""

from __future__ import annotations

from decimal import Decimal

import pytest

from opensakip.hitung.capaian import Arah, capaian
from opensakip.hitung.efisiensi import (
    ButirEfisiensi,
    efisiensi_poin,
    efisiensi_ro,
    perubahan_pagu,
    perubahan_pagu_persen,
    serapan,
    sisa,
)

D = Decimal


def butir(aaro: int, cro: str, raro: int, nama: str = "") -> ButirEfisiensi:
    return ButirEfisiensi(D(aaro), D(cro), D(raro), nama)


@pytest.mark.parametrize(
    ("aaro", "cro", "raro", "kali", "selisih", "tampil"),
    [
        (353842000, "142.86", 343158170, 505498681, 162340511, "45,88"),
        (165000000, "100", 122992500, 165000000, 42007500, "25,46"),
        (985862000, "98.85", 911789106, 974524587, 62735481, "6,36"),
        (421280000, "95.22", 203024700, 401142816, 198118116, "47,03"),
        (5369298000, "108.13", 5036634578, 5805821927, 769187349, "14,33"),
    ],
)
def test_satu_keluaran(aaro: int, cro: str, raro: int, kali: int, selisih: int, tampil: str) -> None:
    e = efisiensi_ro([butir(aaro, cro, raro)])
    assert (e.aaro_x_cro, e.selisih, e.hasil.tampil) == (kali, selisih, tampil)


def test_dua_pembulatan_dan_keduanya_terlihat() -> None:
    cro = capaian(D("3.20"), D("3.46"), Arah.NAIK)
    satu = ButirEfisiensi(D(5369298000), cro, D(5036634578), "S12")
    dua = efisiensi_ro([satu])
    penuh = efisiensi_ro([satu], pembulatan_cro="penuh", produk_bulat=False)
    assert (dua.hasil.tampil, penuh.hasil.tampil) == ("14,33", "14,32")
    assert dua.tanpa_pembulatan == penuh.nilai == penuh.tanpa_pembulatan
    assert dua.hasil.langkah[0] == "CRO dibulatkan setengah ke atas ke 2 desimal"
    assert dua.hasil.langkah[1] == "S12: AARO × CRO = 5.369.298.000 × 108,13% = 5.805.821.927"
    assert not penuh.hasil.langkah[0].startswith("CRO dibulatkan")


def test_hasil_kali_dibulatkan_setengah_ke_atas_ke_rupiah() -> None:
    assert efisiensi_ro([butir(50, "101", 0)]).aaro_x_cro == 51
    assert efisiensi_ro([butir(50, "101", 0)], produk_bulat=False).aaro_x_cro == D("50.5")


def test_beberapa_keluaran_dijumlahkan_sebelum_dibagi() -> None:
    e = efisiensi_ro([butir(100, "100", 90), butir(300, "100", 150)])
    assert e.hasil.tampil == "40,00"
    assert (e.aaro, e.raro) == (400, 240)


def test_boros_bernilai_negatif_dan_tidak_dibatasi() -> None:
    assert efisiensi_ro([butir(100, "50", 100)]).hasil.tampil == "−50,00"
    assert efisiensi_ro([butir(100, "200", 50)]).hasil.tampil == "150,00"


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ([], "tidak ada butir"),
        ([ButirEfisiensi(D(1), None, D(1), "S1")], "capaian S1 belum ada"),
        ([ButirEfisiensi(D(1), D(100), None)], "realisasi anggaran butir ke-1 belum ada"),
        ([ButirEfisiensi(D(0), D(100), D(0))], "jumlah pagu 0"),
        ([ButirEfisiensi(D(-1), D(100), D(0))], "negatif"),
        ([ButirEfisiensi(D(1), capaian(D(1), None, Arah.NAIK), D(0))], "capaian butir ke-1 belum ada"),
    ],
)
def test_masukan_kurang_tidak_menghasilkan_angka(isi: list[ButirEfisiensi], pesan: str) -> None:
    e = efisiensi_ro(isi)
    assert e.nilai is None
    assert e.tanpa_pembulatan is None
    assert pesan in e.hasil.keterangan


def test_realisasi_nol_adalah_nilai() -> None:
    assert efisiensi_ro([butir(100, "100", 0)]).hasil.tampil == "100,00"


def test_cara_pembulatan_lain_ditolak() -> None:
    with pytest.raises(ValueError, match="satu_desimal"):
        efisiensi_ro([butir(1, "1", 1)], pembulatan_cro="satu_desimal")  # type: ignore[arg-type]


def test_efisiensi_poin_bukan_persen_pagu() -> None:
    hasil = efisiensi_poin(D("106.51"), D("99.89"))
    assert hasil.tampil == "6,62"
    assert hasil.langkah[0] == "106,51 − 99,89 = 6,62 poin persentase"
    assert efisiensi_poin(None, D(1)).nilai is None
    assert efisiensi_poin(D(1), serapan(None, D(1))).nilai is None


def test_serapan_dan_sisa() -> None:
    assert serapan(D(225565789216), D(245137431880)).tampil == "92,02"
    assert serapan(D(0), D(100)).nilai == 0
    assert serapan(D(5), D(0)).nilai is None
    assert serapan(None, D(5)).nilai is None
    assert sisa(D(225565789216), D(245137431880)).tampil == "19.571.642.664"
    assert sisa(D(110), D(100)).tampil == "(10)"
    assert sisa(D(110), None).nilai is None


def test_langkah_lengkap() -> None:
    assert efisiensi_ro([butir(300, "100.5", 150, "A")], pembulatan_cro="penuh").hasil.langkah == (
        "A: AARO × CRO = 300 × 100,5% = 302",
        "selisih: 302 − 150 = 152",
        "152 ÷ 300 × 100 = 50,6666666666…",
        "dibulatkan setengah ke atas ke 2 desimal: 50,67",
    )
    assert efisiensi_ro([butir(300, "100.5", 150)]).hasil.langkah[1] == "AARO × CRO = 300 × 100,50% = 302"


def test_perubahan_pagu() -> None:
    assert perubahan_pagu(D(1250), D(1500)).tampil == "(250)"
    assert perubahan_pagu(D(1500), D(1250)).langkah[0] == "1.500 − 1.250 = 250"
    assert perubahan_pagu_persen(D(1250), D(1500)).tampil == "−16,67"
    assert perubahan_pagu_persen(D(1500), D(1500)).nilai == 0
    assert perubahan_pagu_persen(D(5), D(0)).nilai is None
    for a, b in ((None, D(1)), (D(1), None)):
        assert perubahan_pagu(a, b).nilai is None
        assert perubahan_pagu_persen(a, b).nilai is None
