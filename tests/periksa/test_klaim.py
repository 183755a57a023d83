"""Claims in words against figures."""

from __future__ import annotations

import pytest

from opensakip.periksa import cek_klaim  # noqa: F401  enters the check
from opensakip.periksa.temuan import Temuan, Tingkat
from tests.periksa.rakit import Naskah, temuan

KEPALA = "Indikator|2022|2023|2024|Target 2025|Realisasi 2025|Capaian"


def _cek(kalimat: str, nilai: str = "70|72|71|75|74|98,67%") -> list[Temuan]:
    n = Naskah().tabel(KEPALA, f"Indeks Mutu Jalan|{nilai}").p(kalimat)
    return temuan("klaim-teks", n)


@pytest.mark.parametrize(
    "kalimat",
    [
        "Realisasi Indeks Mutu Jalan dibandingkan tahun sebelumnya selalu ada peningkatan.",
        "Indeks Mutu Jalan menunjukkan tren yang positif.",
        "Indeks Mutu Jalan terus mengalami kenaikan.",
    ],
)
def test_klaim_selalu_naik(kalimat: str) -> None:
    [t] = _cek(kalimat)
    assert t.tingkat is Tingkat.TINGGI
    assert "72 (2023)" in t.kalimat
    assert not _cek(kalimat, "70|71|72|75|74|98,67%")


def test_klaim_dengan_pengecualian_atau_masa_yang_benar() -> None:
    assert not _cek("Indeks Mutu Jalan menunjukkan tren positif, meskipun sempat turun pada tahun 2024.")
    assert not _cek("Indeks Mutu Jalan tahun 2022 sampai 2023 selalu ada peningkatan.")


def test_belum_bisa_dibandingkan() -> None:
    teks = "Indeks Mutu Jalan belum bisa dibandingkan dengan tahun sebelumnya karena indikator baru."
    [t] = _cek(teks)
    assert "70 (2022)" in t.kalimat
    assert not _cek(teks, "n/a|n/a|n/a|75|74|98,67%")
    assert not _cek(
        "Indeks Mutu Jalan tidak dapat dibandingkan dengan tahun sebelumnya karena perubahan metode."
    )


@pytest.mark.parametrize(
    ("kalimat", "salah"),
    [
        ("Indeks Mutu Jalan menurun dibandingkan tahun 2024.", True),
        ("Indeks Mutu Jalan meningkat dibandingkan tahun 2024.", False),
        ("Indeks Mutu Jalan meningkat dari tahun 2022.", False),
    ],
)
def test_naik_turun_dari_tahun_lalu(kalimat: str, salah: bool) -> None:
    assert bool(_cek(kalimat)) is salah


@pytest.mark.parametrize(
    ("kalimat", "capaian", "salah"),
    [
        ("Indeks Mutu Jalan telah melampaui target.", "98,67%", True),
        ("Indeks Mutu Jalan telah melampaui target.", "100,5%", False),
        ("Indeks Mutu Jalan telah mencapai target.", "100%", False),
        ("Indeks Mutu Jalan belum mencapai target.", "98,67%", False),
    ],
)
def test_melampaui_target(kalimat: str, capaian: str, salah: bool) -> None:
    assert bool(_cek(kalimat, f"70|71|72|75|74|{capaian}")) is salah


def test_tertinggi_nasional_dengan_sedikit_pembanding() -> None:
    kalimat = "Secara nasional Indeks Mutu Jalan merupakan nilai tertinggi."
    n = Naskah().tabel(KEPALA, "Indeks Mutu Jalan|70|71|72|75|74|98,67%").p(kalimat)
    assert not temuan("klaim-teks", n)
    n.tabel("Kabupaten Alfa|Kabupaten Beta", "74|70")
    [t] = temuan("klaim-teks", n)
    assert "2 pihak" in t.kalimat


def test_di_bawah_daerah_lain_tanpa_angka() -> None:
    assert _cek("Indeks Mutu Jalan masih di bawah kabupaten lain.")
    assert not _cek("Indeks Mutu Jalan masih di bawah kabupaten lain yang mencapai 80,25.")
