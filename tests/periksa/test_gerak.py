"""Movements and distances in one sentence; status words in a row; history downwards; headings that decide."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opensakip.periksa import cek_capaian, cek_klaim, cek_selisih, cek_skala  # noqa: F401  enter the checks
from opensakip.periksa.fakta import Asal, Jenis
from opensakip.periksa.kumpulan import kumpulkan
from opensakip.periksa.pengenal_gerak import gerak, jarak
from tests.periksa.rakit import Naskah, temuan

uji_sifat = settings(max_examples=60, derandomize=True, deadline=None, database=None)


@pytest.mark.parametrize(
    ("kalimat", "klaim", "selisih"),
    [
        ("Nilai naik dari 70,5 pada 2024 menjadi 72 pada 2025, bertambah 1,5 poin.", False, False),
        ("Nilai turun dari 70,5 pada 2024 menjadi 72 pada 2025.", True, False),
        ("Nilai naik setiap tahun, dari 61,2 (2022) menjadi 74 (2025), bertambah 13,8 poin.", False, True),
        ("Capaian 95,5% berada 4,5 poin di bawah realisasi anggaran 100%.", False, False),
        ("Capaian 95,5% berada 3,5 poin di bawah realisasi anggaran 100%.", False, True),
        ("Capaian 95,5% berada 4,5 poin di atas realisasi anggaran 100%.", True, False),
        ("Pagu naik dari Rp100 juta menjadi Rp90 juta.", False, False),
    ],
)
def test_gerak_dan_jarak(kalimat: str, klaim: bool, selisih: bool) -> None:
    n = Naskah().p(kalimat)
    assert bool(temuan("klaim-teks", n)) is klaim
    assert bool(temuan("selisih-hitung", n)) is selisih


def _t(n: int) -> str:
    return f"{Decimal(n) / 100:f}".replace(".", ",")


@uji_sifat
@given(st.integers(1, 99999), st.integers(1, 99999))
def test_gerak_yang_benar_tidak_pernah_temuan(a: int, b: int) -> None:
    kata = "naik" if b >= a else "turun"
    n = Naskah().p(
        f"Nilai {kata} dari {_t(a)} pada 2024 menjadi {_t(b)} pada 2025, selisih {_t(abs(a - b))} poin."
    )
    assert not temuan("klaim-teks", n)
    assert not temuan("selisih-hitung", n)


def test_gerak_memberi_nilai_dua_tahun() -> None:
    n = Naskah().tabel("Indikator|Target", "Indeks Mutu Jalan Kota|72").judul("3.1 Indeks Mutu Jalan Kota")
    n.p("Nilai naik dari 70,5 pada 2024 menjadi 72,1 pada 2025.")
    isi = {(f.tahun, f.angka) for f in kumpulkan(n.baca()).fakta if f.jenis is Jenis.REALISASI}
    assert isi == {(2024, Decimal("70.5")), (2025, Decimal("72.1"))}


def test_tanpa_gerak_dan_jarak() -> None:
    assert not list(gerak("Dokumen berubah dari 2024 menjadi 2025."))
    assert not list(jarak("Rapat berada 2 kali di bawah 3 tenda."))


@pytest.mark.parametrize(
    ("status", "capaian", "salah"),
    [
        ("melampaui", "102,78%", False),
        ("melampaui", "98%", True),
        ("Tercapai", "100%", False),
        ("Tidak Tercapai", "104%", True),
        ("di bawah", "99,9%", False),
        ("Tercapai", "99,9%", True),
    ],
)
def test_status_terhadap_capaian(status: str, capaian: str, salah: bool) -> None:
    n = Naskah().tabel(
        "Indikator|Target|Realisasi|Capaian|Status", f"Indeks Mutu Jalan|72|70|{capaian}|{status}"
    )
    assert bool(temuan("kategori-beda", n)) is salah


def test_riwayat_menurun() -> None:
    n = Naskah().tabel("Indikator|Target", "Indeks Mutu Jalan Kota|72").judul("3.1 Indeks Mutu Jalan Kota")
    n.tabel("Tahun|Realisasi|Keterangan", "2023|70|cara lama", "2024|71|-", "2025|74|-")
    isi = [(f.tahun, f.teks) for f in kumpulkan(n.baca()).fakta if f.asal is Asal.RIWAYAT]
    assert isi == [(2023, "70"), (2024, "71"), (2025, "74")]


def test_anak_judul_tetap_membicarakan_sasaran_di_atasnya() -> None:
    n = Naskah().tabel("Sasaran|Indikator|Target", "Meningkatnya mutu jalan kota|Indeks Mutu Jalan Kota|72")
    n.judul("3.3.1 Sasaran S1: Meningkatnya mutu jalan kota").judul("Target dan realisasi", 2, "1")
    n.p("Realisasi sebesar 74.").judul("Efisiensi sumber daya", 2, "2").p("Capaian sebesar 102,78%.")
    n.judul("Realisasi Anggaran", 2, "3.4").p("Capaian sebesar 90%.")
    milik = [(f.teks, f.indikator) for f in kumpulkan(n.baca()).fakta if f.asal is Asal.PROSA]
    assert milik == [("74", "indeksmutujalankota"), ("102,78%", "indeksmutujalankota"), ("90%", "")]


def test_nomor_yang_tidak_mulai_dari_satu_bukan_anak() -> None:
    n = Naskah().tabel("Sasaran|Indikator|Target", "Mutu jalan kota naik|Indeks Mutu Jalan Kota|72")
    n.judul("Indeks Mutu Jalan Kota").p("Realisasi sebesar 74.").judul("Efisiensi", 2, "6")
    n.p("Capaian sebesar 109,5%.")
    assert [f.indikator for f in kumpulkan(n.baca()).fakta if f.jenis is Jenis.CAPAIAN] == [""]


def test_dari_target_sesudah_titik_dua() -> None:
    n = Naskah().tabel("Indikator|Target", "Indeks Mutu Jalan Kota|72")
    n.butir("Indeks Mutu Jalan Kota: 74 dari target 72 (105%).")
    [t] = temuan("capaian-hitung", n)
    assert t.seharusnya is not None
    assert t.seharusnya.startswith("103%")


@pytest.mark.parametrize(("persen", "salah"), [("92,5", False), ("82,5", True)])
def test_kemajuan_menuju_target_akhir(persen: str, salah: bool) -> None:
    n = Naskah().tabel("Indikator|Target|Realisasi", "Indeks Mutu Jalan Kota|72|74")
    n.judul("Indeks Mutu Jalan Kota").p(f"Kemajuan menuju target akhir Renstra (80) adalah {persen}%.")
    assert bool(temuan("capaian-hitung", n)) is salah


def test_poin_di_atas_target() -> None:
    n = Naskah().tabel("Indikator|Target", "Indeks Mutu Jalan Kota|72")
    n.p("Dengan realisasi 74, Indeks Mutu Jalan Kota berada 3 poin di atas target 72.")
    [t] = temuan("selisih-hitung", n)
    assert (t.tercetak, t.seharusnya) == ("3", "2")
