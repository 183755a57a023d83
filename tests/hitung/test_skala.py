"""Classes: strict and inclusive bounds, gaps by a stated rule, what is outside."""

from __future__ import annotations

from decimal import Decimal

import pytest

from opensakip.hitung.capaian import Arah, capaian
from opensakip.hitung.skala import Kelas, Skala, SkalaSalah, golongkan

D = Decimal

PREDIKAT = Skala(
    "predikat",
    tuple(
        Kelas(kode, nama, D(bawah), D(atas), bawah_termasuk=kode == "D")
        for kode, nama, bawah, atas in (
            ("AA", "Sangat Memuaskan", 90, 100),
            ("A", "Memuaskan", 80, 90),
            ("BB", "Sangat Baik", 70, 80),
            ("B", "Baik", 60, 70),
            ("CC", "Cukup", 50, 60),
            ("C", "Kurang", 30, 50),
            ("D", "Sangat Kurang", 0, 30),
        )
    ),
    dasar=("PermenPANRB 88/2021",),
    aturan="permenpanrb-88-2021/predikat@2021-12-31",
)
PERINGKAT = Skala(
    "peringkat",
    tuple(
        Kelas(str(i), nama, D(bawah), D(atas))
        for i, (nama, bawah, atas) in enumerate(
            (
                ("Sangat Tinggi", 91, 100),
                ("Tinggi", 76, 90),
                ("Sedang", 66, 75),
                ("Rendah", 51, 65),
                ("Sangat Rendah", 0, 50),
            )
        )
    ),
    celah="bulatkan_bulat",
    atas_terbuka=True,
)
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


@pytest.mark.parametrize(
    ("nilai", "kode"),
    [
        ("100", "AA"),
        ("90.01", "AA"),
        ("90.005", "AA"),
        ("90.004", "A"),
        ("90", "A"),
        ("80.01", "A"),
        ("80", "BB"),
        ("80.004", "BB"),
        ("69.31", "B"),
        ("60", "CC"),
        ("50", "C"),
        ("30.01", "C"),
        ("30", "D"),
        ("0", "D"),
    ],
)
def test_predikat_lebih_dari_batas_bawah(nilai: str, kode: str) -> None:
    assert golongkan(D(nilai), PREDIKAT).kode == kode


@pytest.mark.parametrize(
    ("nilai", "kode"),
    [
        ("142.86", "0"),
        ("100", "0"),
        ("90.5", "0"),
        ("90.495", "0"),
        ("90.49", "1"),
        ("75.5", "1"),
        ("75.49", "2"),
        ("65.5", "2"),
        ("50.5", "3"),
        ("50.49", "4"),
        ("0", "4"),
    ],
)
def test_celah_dibulatkan_ke_bilangan_bulat(nilai: str, kode: str) -> None:
    assert golongkan(D(nilai), PERINGKAT).kode == kode


@pytest.mark.parametrize(
    ("nilai", "kode"),
    [
        ("88.305", "A"),
        ("88.304", "B"),
        ("76.605", "B"),
        ("76.604", "C"),
        ("64.995", "C"),
        ("64.994", "D"),
        ("25", "D"),
    ],
)
def test_batas_bawah_saja_setelah_dua_desimal(nilai: str, kode: str) -> None:
    assert golongkan(D(nilai), MUTU).kode == kode


def test_batas_bawah_saja_tanpa_pembulatan() -> None:
    tanpa = Skala(
        "nrr",
        (Kelas("A", "", D("3.5324"), D(4)), Kelas("B", "", D("3.0644"), D("3.532"))),
        "tutup_bawah",
        desimal=None,
    )
    assert golongkan(D("3.5321"), tanpa).kode == "B"
    assert golongkan(D("3.5324"), tanpa).kode == "A"
    assert golongkan(D("3.0643"), tanpa).kelas is None


def test_di_luar_skala_tidak_dipaksa_masuk() -> None:
    for nilai, skala in (
        (D("100.01"), PREDIKAT),
        (D("-1"), PREDIKAT),
        (D("-1"), PERINGKAT),
        (D("101"), MUTU),
    ):
        hasil = golongkan(nilai, skala)
        assert hasil.kelas is None
        assert hasil.kode is None
        assert hasil.nama is None
        assert "di luar skala" in hasil.keterangan


def test_kosong_tetap_kosong() -> None:
    assert golongkan(None, PREDIKAT).kelas is None
    assert golongkan(capaian(D(1), None, Arah.NAIK), PREDIKAT).kelas is None


def test_hasil_dapat_langsung_digolongkan() -> None:
    hasil = golongkan(capaian(D(69), D("69.31"), Arah.NAIK), PERINGKAT)
    assert hasil.nama == "Sangat Tinggi"
    assert hasil.langkah == (
        "digolongkan menurut nilai yang ditampilkan: 100,45",
        "dibulatkan setengah ke atas ke bilangan bulat karena kelas berbatas bulat: 100",
        "100 termasuk 0 (Sangat Tinggi): paling rendah 91 dan paling tinggi 100",
    )


def test_di_atas_kelas_tertinggi_dijelaskan() -> None:
    assert "di atas kelas tertinggi" in golongkan(D(150), PERINGKAT).langkah[-1]


def test_json() -> None:
    assert golongkan(D("69.31"), PREDIKAT).ke_json() == {
        "kelas": "B",
        "nama": "Baik",
        "langkah": [
            "digolongkan menurut nilai yang ditampilkan: 69,31",
            "69,31 termasuk B (Baik): lebih dari 60 dan paling tinggi 70",
        ],
        "dasar": ["PermenPANRB 88/2021"],
        "aturan": "permenpanrb-88-2021/predikat@2021-12-31",
        "keterangan": "",
    }


def test_urut_dari_terburuk() -> None:
    assert [PREDIKAT.urut(k) for k in ("D", "C", "CC", "B", "BB", "A", "AA")] == [1, 2, 3, 4, 5, 6, 7]
    with pytest.raises(LookupError, match="E"):
        PREDIKAT.urut("E")


@pytest.mark.parametrize(
    ("kelas", "celah", "pesan"),
    [
        ((), "tidak_ada", "tidak ada kelas"),
        ((Kelas("A", "", D(1), None),), "tebak", "celah"),
        ((Kelas("A", "", D(1), None), Kelas("A", "", None, D(0))), "tidak_ada", "berulang"),
        ((Kelas("A", "", D(50), None), Kelas("B", "", None, D(50))), "tidak_ada", "bertumpang tindih"),
        ((Kelas("B", "", None, D(40)), Kelas("A", "", D(50), None)), "tidak_ada", "tidak urut"),
        ((Kelas("A", "", D(50), None), Kelas("B", "", None, None)), "tidak_ada", "bertumpang tindih"),
    ],
)
def test_skala_yang_salah_ditolak(kelas: tuple[Kelas, ...], celah: str, pesan: str) -> None:
    with pytest.raises(SkalaSalah, match=pesan):
        Skala("uji", kelas, celah)


def test_batas_atas_tidak_termasuk() -> None:
    skala = Skala(
        "berhasil",
        (
            Kelas("SB", "SB", D(100), None),
            Kelas("B", "Berhasil", D(75), D(100), atas_termasuk=False),
        ),
    )
    assert golongkan(D("100"), skala).kode == "SB"
    assert golongkan(D("99.99"), skala).kode == "B"
    assert golongkan(D("99.995"), skala).kode == "SB"
    assert golongkan(D("100"), skala).langkah[-1] == "100,00 termasuk SB: paling rendah 100"
    assert golongkan(D("80"), skala).langkah[-1] == (
        "80,00 termasuk B (Berhasil): paling rendah 75 dan kurang dari 100"
    )
    assert Kelas("X", "", None, None).batas() == "semua nilai"
    assert Kelas("X", "", None, D(5)).batas() == "paling tinggi 5"


def test_kelas_tanpa_nama() -> None:
    hasil = golongkan(D(3), Skala("s", (Kelas("A", "", D(1), None),)))
    assert hasil.langkah[-1] == "3,00 termasuk A: paling rendah 1"
