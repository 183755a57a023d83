"""The check of achievements: right under any admissible formula, cut off, wrong."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from opensakip.hitung.angka import bulatkan
from opensakip.hitung.capaian import Arah, Kebijakan, Rumus, capaian
from opensakip.hitung.nilai import baca_nilai
from opensakip.periksa import cek_capaian  # noqa: F401  enters the check
from opensakip.periksa.temuan import Tingkat
from opensakip.periksa.uji_capaian import Sebab, uji
from tests.periksa.rakit import Naskah, baris, temuan

uji_sifat = settings(max_examples=80, derandomize=True, deadline=None, database=None)
KEPALA = "Indikator Kinerja|Target|Realisasi|Capaian"


def _tabel(*isi: str) -> Naskah:
    return Naskah().tabel(KEPALA, *isi)


def test_capaian_benar_menurut_tiap_rumus() -> None:
    assert not temuan(
        "capaian-hitung",
        _tabel(
            "Indeks Mutu Jalan|90|83,5|92,78%",
            "Angka Kecelakaan Kerja|10|12|80%",
            "Waktu Tunggu Layanan|10|8|125%",
            "Indeks Mutu Air|50|90|120%",
            "Kadar Lembap Arsip|4-6|5|100%",
        ),
    )


def test_capaian_salah_menyebut_hitungannya() -> None:
    [t] = temuan("capaian-hitung", _tabel("Indeks Mutu Jalan|90|83,5|98,20%"))
    assert t.tingkat is Tingkat.TINGGI
    assert t.tercetak == "98,20%"
    assert t.seharusnya is not None
    assert t.seharusnya.startswith("92,78%")
    assert baris(t) == [4]


def test_potong_dibedakan_dari_salah() -> None:
    [t] = temuan("capaian-hitung", _tabel("Indeks Mutu Jalan|76|75,8|99,73%"))
    assert t.tingkat is Tingkat.RENDAH
    assert "dipotong" in t.kalimat


def test_nilai_belum_dibulatkan_hanya_catatan() -> None:
    [t] = temuan("capaian-hitung", _tabel("Indeks Mutu Jalan|3,49|3,45|98,89%"))
    assert t.tingkat is Tingkat.CATATAN


def test_kalimat_yang_sama_salahnya_menjadi_satu_temuan() -> None:
    teks = "Indeks Mutu Jalan ditargetkan 90 dengan realisasi 83,5 atau capaian 98,20%."
    n = Naskah().tabel("Indikator|Target", "Indeks Mutu Jalan|90").p(teks).judul("Simpulan").p(teks)
    [t] = temuan("capaian-hitung", n)
    assert baris(t) == [5, 7]


def test_target_tahun_lain_tidak_dipakai() -> None:
    n = (
        Naskah()
        .tabel("Indikator|Target 2025|Realisasi 2025|Target 2026", "Indeks Mutu Jalan|70|96,64 (138,06%)|97")
        .judul("Indeks Mutu Jalan")
        .p("Realisasi sebesar 96,64 dengan capaian 138,06%. Target tahun 2026 ditetapkan sebesar 97.")
    )
    assert not temuan("capaian-hitung", n)


def test_capaian_atas_target_akhir() -> None:
    n = Naskah().tabel("Indikator|Target", "Indeks Mutu Jalan|90")
    n.p(
        "Indeks Mutu Jalan melebihi target akhir Renstra yaitu sebesar 102%, dari target akhir Renstra "
        "sebesar 95 dan terealisasi 96 poin."
    )
    [t] = temuan("capaian-hitung", n)
    assert t.seharusnya is not None
    assert t.seharusnya.startswith("101%")


def test_rerata_bukan_capaian_indikator() -> None:
    assert not temuan("capaian-hitung", _tabel("Indeks Mutu Jalan|90|90|100%", "Rata-rata|||100%"))


angka = st.builds(lambda n, p: Decimal(n).scaleb(-p), st.integers(1, 100000), st.integers(0, 2))


@uji_sifat
@given(angka, angka, st.sampled_from([Rumus.MAKS, Rumus.MIN_2T, Rumus.MIN_RASIO]), st.integers(0, 2))
def test_capaian_sah_tidak_pernah_temuan(t: Decimal, r: Decimal, rumus: Rumus, d: int) -> None:
    arah = Arah.NAIK if rumus is Rumus.MAKS else Arah.TURUN
    nilai = capaian(t, r, arah, Kebijakan(rumus=rumus)).nilai
    assert nilai is not None
    tercetak = f"{bulatkan(nilai, d)}".replace(".", ",") + "%"

    def n(x: Decimal) -> str:
        return f"{x:f}".replace(".", ",")

    hasil = uji(
        baca_nilai(tercetak, bentuk="id"), baca_nilai(n(t), bentuk="id"), baca_nilai(n(r), bentuk="id")
    )
    assert hasil.sebab in (Sebab.TEPAT, Sebab.BATAS)


@uji_sifat
@given(st.integers(10, 400), st.integers(10, 400), st.integers(2, 60))
def test_capaian_jauh_selalu_temuan(t: int, r: int, geser: int) -> None:
    semua = {Decimal(r) / t * 100, Decimal(2 * t - r) / t * 100, Decimal(t) / r * 100}
    tercetak = bulatkan(Decimal(r) / t * 100 + geser, 2)
    if any(abs(tercetak - s) < 1 for s in semua) or tercetak in (
        100,
        105,
        110,
        115,
        120,
        125,
        130,
        140,
        150,
        200,
    ):
        return
    hasil = uji(baca_nilai(f"{tercetak}%", bentuk="en"), baca_nilai(str(t)), baca_nilai(str(r)))
    assert hasil.sebab is Sebab.SALAH
