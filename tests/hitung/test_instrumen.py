"""NKA, SKM, AKIP, IP ASN and sample sizes."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from opensakip.hitung import akip, ip_asn, nka, sampel, skm
from opensakip.hitung.presisi import akar
from opensakip.hitung.skala import Kelas, Skala

D = Decimal

BENTUK = nka.AturanEfisiensi(D(50), D(20))
BOBOT = nka.BobotImplementasi(D("43.5"), D("28.6"), D("18.2"), D("9.7"))
SENDIRI = nka.BobotSendiri(D("66.7"), D("33.3"))
MUTU = Skala(
    "mutu",
    (
        Kelas("A", "Sangat Baik", D("88.31"), D(100)),
        Kelas("B", "Baik", D("76.61"), D("88.30")),
        Kelas("C", "Kurang Baik", D("65"), D("76.60")),
        Kelas("D", "Tidak Baik", D(25), D("64.99")),
    ),
    celah="tutup_bawah",
)
UNSUR = {
    f"U{i}": D(n)
    for i, n in enumerate(("3.45", "3.515", "3.441", "3.416", "3.5", "3.619", "3.584", "3.906", "4"), 1)
}


# -- NKA --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("serapan", "konsistensi", "efisiensi", "ne", "satker", "tampil"),
    [
        ("98.79", "96.90", "1.21", "53.025", "88.22", "91,76"),
        ("98.64", "99.82", "1.36", "53.4", "86.51", "91,01"),
        ("98.16", "96.48", "1.84", "54.6", "82.30", "88,85"),
        ("97.81", "92.06", "2.19", "55.475", "91.12", "93,16"),
        ("97.71", "92.42", "2.29", "55.725", "85.03", "90,14"),
    ],
)
def test_nka_seluruh_tingkat(
    serapan: str, konsistensi: str, efisiensi: str, ne: str, satker: str, tampil: str
) -> None:
    nilai = nka.nilai_efisiensi(D(efisiensi), BENTUK)
    assert nilai.nilai == D(ne)
    impl = nka.implementasi(D(100), nilai, D(konsistensi), D(serapan), BOBOT)
    sendiri = nka.nilai_sendiri(D(100), impl, SENDIRI)
    assert nka.nka_eselon1(sendiri, D(satker)).tampil == tampil


def test_nilai_efisiensi_dibatasi_dan_dijelaskan() -> None:
    atas, bawah = nka.nilai_efisiensi(D("45.88"), BENTUK), nka.nilai_efisiensi(D("-25"), BENTUK)
    assert (atas.tampil, bawah.tampil) == ("100,00", "0,00")
    assert atas.langkah[1] == "dibatasi paling tinggi 100"
    assert bawah.langkah[:2] == ("50 + (−25) ÷ 20 × 50 = −12,5", "dibatasi paling rendah 0")
    assert nka.nilai_efisiensi(D(20), BENTUK).nilai == 100
    assert nka.nilai_efisiensi(None, BENTUK).nilai is None


def test_bobot_harus_seratus() -> None:
    with pytest.raises(ValueError, match="99,9"):
        nka.BobotImplementasi(D("43.5"), D("28.6"), D("18.2"), D("9.6"))
    with pytest.raises(ValueError, match="unit sendiri"):
        nka.BobotSendiri(D("66.6"), D("33.3"))
    with pytest.raises(ValueError, match="negatif"):
        nka.BobotSendiri(D("110"), D("-10"))


def test_nka_kl() -> None:
    hasil = nka.nka_kl(D(100), [D("91.76"), D("91.01"), D("88.85"), D("93.16"), D("90.14")])
    assert hasil.nilai == D("95.492")
    assert nka.nka_kl(D(100), []).nilai is None
    assert nka.nka_kl(D(100), [D(90), None]).nilai is None
    assert nka.nka_kl(None, [D(90)]).nilai is None


@pytest.mark.parametrize("kosong", range(4))
def test_implementasi_tanpa_satu_unsur_tidak_dihitung(kosong: int) -> None:
    masukan: list[Decimal | None] = [D(100)] * 4
    masukan[kosong] = None
    hasil = nka.implementasi(*masukan, BOBOT)
    assert hasil.nilai is None
    assert "belum ada" in hasil.keterangan


@pytest.mark.parametrize(
    ("nilai", "tampil"),
    [(("90", "100"), "94,87"), (("100", "100", "100"), "100,00"), (("0", "100"), "0,00"), (("8",), "8,00")],
)
def test_rata_geometrik(nilai: tuple[str, ...], tampil: str) -> None:
    assert nka.rata_geometrik([D(n) for n in nilai], nama="output").tampil == tampil


def test_rata_geometrik_berjenjang_dan_tanpa_nilai() -> None:
    dalam = nka.rata_geometrik([D(90), D(100)], nama="output")
    assert nka.rata_geometrik([dalam, dalam], nama="program").tampil == "94,87"
    for isi in ([], [None], [D(-1)], [D(90), None]):
        assert nka.rata_geometrik(isi, nama="x").nilai is None


def test_akar_tepat_bila_ada() -> None:
    assert akar(Fraction(10**12), 4) == 1000
    assert akar(Fraction(9, 4), 2) == D("1.5")
    assert akar(Fraction(0), 3) == 0
    with pytest.raises(ValueError, match="tidak negatif"):
        akar(Fraction(-1), 2)


# -- SKM --------------------------------------------------------------------------------------------


def test_skm_bobot_tepat_satu_per_sembilan() -> None:
    hasil = skm.indeks(UNSUR, MUTU)
    assert hasil.tertimbang.tampil == "3,603"
    assert hasil.nilai.tampil == "90,09"
    assert hasil.mutu.kode == "A"
    assert [u.mutu.kode for u in hasil.unsur] == ["B", "B", "B", "B", "B", "A", "A", "A", "A"]
    assert hasil.unsur[0].nilai.tampil == "86,25"
    assert hasil.nilai.langkah[1].endswith("× 1/9 = 3,6034444444…")


def test_skm_nilai_sama_menghasilkan_nilai_itu() -> None:
    assert skm.indeks({f"U{i}": D(4) for i in range(9)}, MUTU).nilai.nilai == 100
    assert skm.indeks({f"U{i}": D(1) for i in range(9)}, MUTU).nilai.nilai == 25


def test_skm_dari_jawaban() -> None:
    unsur = {f"U{i}": skm.nrr([4, 4, 3], nama=f"U{i}") for i in range(1, 10)}
    hasil = skm.indeks(unsur, MUTU)
    assert hasil.nilai.tampil == "91,67"
    assert hasil.unsur[0].nrr.langkah[0] == "U1: 11 ÷ 3 jawaban = 3,6666666666…"


def test_nrr_tanpa_jawaban_dan_jawaban_salah() -> None:
    assert skm.nrr([]).nilai is None
    assert skm.nrr([None, None]).nilai is None
    assert skm.nrr([None, 3]).nilai == 3
    with pytest.raises(ValueError, match="jawaban 5"):
        skm.nrr([5, 3])


def test_skm_unsur_kurang_tidak_dihitung() -> None:
    hasil = skm.indeks({**UNSUR, "U3": None}, MUTU)
    assert hasil.nilai.nilai is None
    assert "U3" in hasil.nilai.keterangan
    assert hasil.mutu.kelas is None
    assert hasil.unsur[2].mutu.kelas is None
    assert hasil.unsur[0].mutu.kode == "B"
    with pytest.raises(ValueError, match="9 unsur, diberikan 1"):
        skm.indeks({"U1": D(3)}, MUTU)
    with pytest.raises(ValueError, match="di luar 1 sampai 4"):
        skm.indeks({**UNSUR, "U1": D("4.1")}, MUTU)


# -- AKIP -------------------------------------------------------------------------------------------

PREDIKAT = Skala(
    "predikat",
    (Kelas("BB", "", D(70), D(80), bawah_termasuk=False), Kelas("B", "", D(60), D(70), bawah_termasuk=False)),
)


def komponen(*nilai: str | None) -> list[akip.Komponen]:
    nama = (("Perencanaan", 30), ("Pengukuran", 30), ("Pelaporan", 15), ("Evaluasi", 25))
    return [
        akip.Komponen(n, n, D(b), None if v is None else D(v)) for (n, b), v in zip(nama, nilai, strict=True)
    ]


def test_akip_komponen_total_predikat() -> None:
    hasil = akip.nilai_akip(komponen("22.97", "19.11", "11.05", "16.18"), PREDIKAT)
    assert hasil.total.tampil == "69,31"
    assert hasil.total.langkah[0] == "nilai AKIP: 22,97 + 19,11 + 11,05 + 16,18 = 69,31"
    assert hasil.predikat.kode == "B"
    assert [p.tampil for p in hasil.porsi] == ["76,57", "63,70", "73,67", "64,72"]
    assert hasil.total.keterangan == ""


def test_akip_komponen_belum_dinilai() -> None:
    hasil = akip.nilai_akip(komponen("22.97", None, "11.05", "16.18"), PREDIKAT)
    assert hasil.total.nilai is None
    assert "Pengukuran" in hasil.total.keterangan
    assert hasil.predikat.kelas is None
    assert hasil.porsi[1].nilai is None


def test_akip_nilai_melebihi_bobot_ditolak() -> None:
    with pytest.raises(ValueError, match="Pelaporan.*di luar 0 sampai bobotnya 15"):
        akip.nilai_akip(komponen("22.97", "19.11", "15.01", "16.18"), PREDIKAT)


def test_akip_bobot_tidak_seratus_disebut() -> None:
    hasil = akip.nilai_akip([akip.Komponen("1", "Perencanaan", D(30), D(20))], PREDIKAT)
    assert "bobot komponen berjumlah 30" in hasil.total.keterangan


def test_subkomponen_menjadi_komponen() -> None:
    sub = [akip.nilai_subkomponen(D(n), D(b)) for n, b in ((80, "6"), (70, "9"), (60, "15"))]
    assert [s.tampil for s in sub] == ["4,80", "6,30", "9,00"]
    assert akip.nilai_komponen("Perencanaan", sub).nilai == D("20.1")
    assert akip.nilai_subkomponen(None, D(6)).nilai is None
    assert akip.nilai_komponen("Perencanaan", [*sub, akip.nilai_subkomponen(None, D(6))]).nilai is None
    with pytest.raises(ValueError, match="0 sampai 100"):
        akip.nilai_subkomponen(D(101), D(6))


# -- IP ASN -----------------------------------------------------------------------------------------

KATEGORI = Skala(
    "kategori", (Kelas("Sedang", "", D(71), D(80)), Kelas("Rendah", "", D(61), D(70))), celah="bulatkan_bulat"
)
JENJANG = {"S3": D(25), "S2": D(20), "S1/D4": D(15), "D3": D(10), "SMA": D(5)}


DIMENSI = (
    ("kualifikasi", 25, "16.35"),
    ("kompetensi", 40, "24.66"),
    ("kinerja", 30, "24.86"),
    ("disiplin", 5, "5"),
)


def test_ip_asn() -> None:
    d = [ip_asn.Dimensi(n, D(b), D(v)) for n, b, v in DIMENSI]
    hasil = ip_asn.indeks(d, KATEGORI)
    assert hasil.indeks.tampil == "70,87"
    assert hasil.kategori.kode == "Sedang"
    assert [p.tampil for p in hasil.porsi] == ["65,40", "61,65", "82,87", "100,00"]
    kurang = ip_asn.indeks([*d[:3], ip_asn.Dimensi("disiplin", D(5), None)], KATEGORI)
    assert kurang.indeks.nilai is None
    assert "disiplin" in kurang.indeks.keterangan


def test_ip_asn_kualifikasi_dari_pendidikan() -> None:
    hasil = ip_asn.kualifikasi({"S2": 15, "S1/D4": 18, "D3": 2, "SMA": 3, "S3": 0}, JENJANG)
    assert hasil.tepat == Fraction(605, 38)
    assert ip_asn.kualifikasi({}, JENJANG).nilai is None
    with pytest.raises(ValueError, match="jenjang SD"):
        ip_asn.kualifikasi({"SD": 1}, JENJANG)
    with pytest.raises(ValueError, match="negatif"):
        ip_asn.kualifikasi({"S1/D4": -1}, JENJANG)


def test_ip_asn_melebihi_bobot_ditolak() -> None:
    with pytest.raises(ValueError, match="disiplin"):
        ip_asn.indeks([ip_asn.Dimensi("disiplin", D(5), D("5.01"))], KATEGORI)


# -- sample sizes -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("populasi", "ukuran"), [(1, 1), (3, 2), (5, 3), (7, 3), (8, 3), (9, 4), (15, 4), (99, 10), (100, 11)]
)
def test_sampel_kebijakan(populasi: int, ukuran: int) -> None:
    assert sampel.sampel_ikk(populasi).nilai == ukuran


@pytest.mark.parametrize(
    ("populasi", "ukuran"),
    [
        (10, 10), (15, 14), (20, 19), (30, 28), (50, 44), (75, 63), (100, 80), (150, 108), (200, 132),
        (250, 152), (300, 169), (400, 196), (423, 202), (427, 202), (500, 217), (750, 254), (1000, 278),
        (2000, 322), (5000, 357), (10000, 370), (100000, 383),
    ],
)  # fmt: skip
def test_krejcie_morgan(populasi: int, ukuran: int) -> None:
    assert sampel.krejcie_morgan(populasi).nilai == ukuran


def test_populasi_tak_masuk_akal() -> None:
    assert sampel.krejcie_morgan(0).nilai is None
    assert sampel.sampel_ikk(0).nilai is None
    with pytest.raises(ValueError, match="negatif"):
        sampel.sampel_ikk(-1)
    with pytest.raises(TypeError, match="bulat"):
        sampel.krejcie_morgan(D(10))  # type: ignore[arg-type]


# -- edges --------------------------------------------------------------------------------------------


def test_akar_lima_puluh_digit() -> None:
    assert str(akar(Fraction(2), 2)) == "1.4142135623730950488016887242096980785696718753769"


def test_nol_adalah_nilai_dan_bobot_nol_boleh() -> None:
    assert akip.nilai_subkomponen(D(0), D(6)).nilai == 0
    assert akip.nilai_akip(komponen("0", "0", "0", "0"), PREDIKAT).total.nilai == 0
    assert ip_asn.indeks([ip_asn.Dimensi("disiplin", D(5), D(0))], KATEGORI).indeks.nilai == 0
    assert nka.BobotSendiri(D(100), D(0)).implementasi == 0
    assert akip.nilai_akip([akip.Komponen("1", "A", D(0), D(0))], PREDIKAT).porsi[0].nilai is None


def test_nka_menyebut_yang_belum_ada() -> None:
    assert "nilai ke-2 belum ada" in nka.rata_geometrik([D(1), None], nama="x").keterangan
    assert "nilai ke-1 negatif" in nka.rata_geometrik([D(-1)], nama="x").keterangan
    assert "NKA eselon I ke-2 belum ada" in nka.nka_kl(D(100), [D(90), None]).keterangan
    assert nka.rata_geometrik([D(8), D(2)], nama="x").langkah[0] == "x: akar pangkat 2 dari (8 × 2) = 4"
    assert nka.nilai_efisiensi(D(0), BENTUK).langkah[0] == "50 + 0 ÷ 20 × 50 = 50"
    assert len(nka.nilai_efisiensi(D(20), BENTUK).langkah) == 2
    assert len(nka.nilai_efisiensi(D(-20), BENTUK).langkah) == 2
