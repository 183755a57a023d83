"""Capaian: every formula, its limits, and every way to have no value."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from opensakip.hitung.agregasi import konsolidasi
from opensakip.hitung.capaian import Arah, Kebijakan, KebijakanSalah, Rumus, capaian
from opensakip.hitung.nilai import baca_nilai

D = Decimal
OPINI = ("TMP", "TW", "WDP", "WTP")


def hitung(target: str, realisasi: str, arah: str, rumus: str | None = None, **lain: object) -> str:
    """Shown capaian of two printed values."""
    kebijakan = Kebijakan(rumus=Rumus(rumus) if rumus else None, **lain)  # type: ignore[arg-type]
    return capaian(baca_nilai(target), baca_nilai(realisasi), Arah(arah), kebijakan).tampil


@pytest.mark.parametrize(
    ("target", "realisasi", "arah", "rumus", "tampil"),
    [
        ("69", "69,31", "naik", None, "100,45"),
        ("3,20", "3,46", "naik", None, "108,13"),
        ("7", "10", "naik", "maks", "142,86"),
        ("80", "0", "naik", None, "0,00"),
        ("38%", "19%", "naik", None, "50,00"),
        ("10", "8", "turun", None, "120,00"),
        ("10", "12", "turun", None, "80,00"),
        ("10", "20", "turun", None, "0,00"),
        ("10", "25", "turun", None, "0,00"),
        ("10", "0", "turun", None, "200,00"),
        ("150", "119", "turun", "min_2t", "120,67"),
        ("10", "8", "turun", "min_rasio", "125,00"),
        ("10", "12", "turun", "min_rasio", "83,33"),
        ("10", "25", "turun", "min_rasio", "40,00"),
        ("10", "10", "turun", "min_reduksi", "0,00"),
        ("10", "4", "turun", "min_reduksi", "60,00"),
        ("10", "12", "turun", "min_reduksi", "−20,00"),
        ("2-3", "2", "rentang", None, "100,00"),
        ("2-3", "2,5", "rentang", None, "100,00"),
        ("2-3", "3", "rentang", None, "100,00"),
        ("2-3", "1,5", "rentang", None, "75,00"),
        ("2-3", "4", "rentang", None, "66,67"),
        ("2-3", "9", "rentang", None, "0,00"),
        (">= 80", "79", "rentang", None, "98,75"),
        (">= 80", "95", "rentang", None, "100,00"),
        ("maks. 5", "6", "rentang", None, "80,00"),
        ("maks. 5", "0", "rentang", None, "100,00"),
        ("3", "3", "rentang", None, "100,00"),
        ("3", "1,5", "rentang", None, "50,00"),
        ("3", "4,5", "rentang", None, "50,00"),
        (">= 80", "90", "naik", None, "112,50"),
        ("maks. 5", "4", "turun", None, "120,00"),
        ("2,95 Skala 4", "3,10 Skala 4", "naik", None, "105,08"),
        ("P4 dari P5 (61)", "P3 dari P5 (55)", "naik", None, "90,16"),
        ("76,12 (BB)", "78 (BB)", "naik", None, "102,47"),
        ("-5", "3", "rentang", None, "–"),
    ],
)
def test_rumus(target: str, realisasi: str, arah: str, rumus: str | None, tampil: str) -> None:
    assert hitung(target, realisasi, arah, rumus) == tampil


@pytest.mark.parametrize(
    ("target", "realisasi", "tampil"),
    [
        ("WTP", "WTP", "100,00"),
        ("WDP", "WTP", "100,00"),
        ("WTP", "WDP", "0,00"),
    ],
)
def test_ordinal(target: str, realisasi: str, tampil: str) -> None:
    t, r = (baca_nilai(x, ordinal=OPINI) for x in (target, realisasi))
    assert capaian(t, r, Arah.ORDINAL).tampil == tampil


def test_ordinal_dengan_level_dan_angka() -> None:
    assert hitung("Level 3", "Level 4", "ordinal") == "100,00"
    assert hitung("3,27 (Level 3)", "Level 2", "ordinal") == "0,00"
    assert hitung("3,27", "3,30", "ordinal") == "100,00"
    assert hitung("Baik", "baik", "ordinal") == "100,00"
    assert capaian(D(3), D(2), Arah.ORDINAL).tampil == "0,00"


def test_ordinal_tanpa_urutan_tidak_ditebak() -> None:
    hasil = capaian(baca_nilai("Baik"), baca_nilai("Sangat Baik"), Arah.ORDINAL)
    assert hasil.nilai is None
    assert "nyatakan daftar berurutnya" in hasil.keterangan


def test_langkah_menuliskan_rumus_lalu_pembulatan() -> None:
    hasil = capaian(D("69"), D("69.31"), Arah.NAIK)
    assert hasil.langkah == (
        "69,31 ÷ 69 × 100 = 100,4492753623…",
        "dibulatkan setengah ke atas ke 2 desimal: 100,45",
    )
    assert hasil.tepat == Fraction(6931, 69)
    assert hasil.dibulatkan == D("100.45")
    assert str(hasil.nilai).startswith("100.4492753623188405797101449")


def test_hasil_membawa_dasar_dan_versi_aturan() -> None:
    hasil = capaian(D(1), D(1), Arah.NAIK)
    assert hasil.aturan == "hitung/capaian@1"
    assert "PermenPANRB 8/2021" in hasil.dasar[0]
    kebijakan = Kebijakan(aturan="dinas-x/capaian@2025-01-01", dasar=("Keputusan Kepala Dinas 1/2025",))
    hasil = capaian(D(1), D(1), Arah.NAIK, kebijakan)
    assert (hasil.aturan, hasil.dasar) == ("dinas-x/capaian@2025-01-01", ("Keputusan Kepala Dinas 1/2025",))


# -- no value, with the reason ------------------------------------------------------------------


@pytest.mark.parametrize("arah", list(Arah))
def test_realisasi_kosong_bukan_nol(arah: Arah) -> None:
    hasil = capaian(D(84), None, arah)
    assert hasil.nilai is None
    assert hasil.tampil == "–"
    assert hasil.keterangan == "belum dapat dinilai: realisasi belum diisi"


def test_target_kosong() -> None:
    assert capaian(None, D(84), Arah.NAIK).keterangan == "belum dapat dinilai: target belum ditetapkan"


def test_realisasi_kosong_membawa_alasannya() -> None:
    hasil = capaian(D(84), None, Arah.NAIK, keterangan_realisasi="terbit Maret 2026")
    assert hasil.nilai is None
    assert "terbit Maret 2026" in hasil.keterangan
    assert hasil.langkah[0] == "realisasi: terbit Maret 2026"


def test_realisasi_dibawa_ditandai_dan_tetap_dihitung() -> None:
    hasil = capaian(D("69"), D("69.31"), Arah.NAIK, keterangan_realisasi="memakai realisasi tahun 2022")
    assert hasil.tampil == "100,45"
    assert hasil.keterangan == "memakai realisasi tahun 2022"
    assert hasil.langkah[0] == "realisasi: memakai realisasi tahun 2022"


@pytest.mark.parametrize(
    ("target", "realisasi", "arah", "tampil"),
    [
        ("0", "0", "turun", "100,00"),
        ("0", "5", "turun", "–"),
        ("0", "0", "naik", "–"),
        ("0", "5", "naik", "–"),
    ],
)
def test_target_nol(target: str, realisasi: str, arah: str, tampil: str) -> None:
    assert hitung(target, realisasi, arah) == tampil


@pytest.mark.parametrize("rumus", ["min_2t", "min_rasio", "min_reduksi"])
def test_target_nol_tercapai_pada_setiap_rumus_menurun(rumus: str) -> None:
    assert hitung("0", "0", "turun", rumus) == "100,00"
    assert hitung("0", "1", "turun", rumus) == "–"


def test_aturan_nol_tidak_dinilai() -> None:
    assert hitung("0", "0", "turun", aturan_nol="tidak_dinilai") == "–"


def test_target_negatif_tidak_membalik_arah() -> None:
    hasil = capaian(D(-5), D(-3), Arah.NAIK)
    assert hasil.nilai is None
    assert "target negatif" in hasil.keterangan


def test_min_rasio_dengan_realisasi_nol_atau_negatif() -> None:
    assert "min_2t" in capaian(D(10), D(0), Arah.TURUN, Kebijakan(rumus=Rumus.MIN_RASIO)).keterangan
    assert capaian(D(10), D(-1), Arah.TURUN, Kebijakan(rumus=Rumus.MIN_RASIO)).nilai is None


@pytest.mark.parametrize(
    ("target", "realisasi", "arah", "pesan"),
    [
        ("Baik", "90", "naik", "target “Baik” bukan angka; isi dengan angka"),
        ("90", "Baik", "naik", "realisasi “Baik” bukan angka"),
        ("Level 3", "90", "naik", "pakai arah ordinal"),
        ("2-3", "2", "naik", "pakai arah rentang"),
        ("3", "2-3", "rentang", "realisasi berupa rentang"),
        ("3 Skala 4", "4 Skala 5", "naik", "skala target (4) berbeda dari skala realisasi (5)"),
        ("0-5", "-1", "rentang", "batas bawah 0"),
        ("maks. 0", "1", "rentang", "batas atas 0"),
    ],
)
def test_tidak_dapat_dihitung_karena(target: str, realisasi: str, arah: str, pesan: str) -> None:
    hasil = capaian(baca_nilai(target), baca_nilai(realisasi), Arah(arah))
    assert hasil.nilai is None
    assert pesan in hasil.keterangan


# -- policy ---------------------------------------------------------------------------------------


def test_batas_atas() -> None:
    hasil = capaian(D(7), D(10), Arah.NAIK, Kebijakan(batas_atas=D(120)))
    assert hasil.tampil == "120,00"
    assert hasil.langkah[1] == "dibatasi paling tinggi 120"
    assert hitung("7", "8", "naik", batas_atas=D(120)) == "114,29"
    assert hitung("7", "10", "naik") == "142,86"


def test_batas_bawah_bawaan_dan_yang_dinyatakan() -> None:
    hasil = capaian(D(10), D(30), Arah.TURUN)
    assert hasil.tampil == "0,00"
    assert hasil.langkah[1] == "dibatasi paling rendah 0"
    assert hitung("10", "30", "turun", batas_bawah=D(-50)) == "−50,00"
    assert hitung("10", "1", "naik", batas_bawah=D(25)) == "25,00"


@pytest.mark.parametrize(
    ("arah", "rumus"),
    [("naik", "min_2t"), ("turun", "maks"), ("rentang", "maks"), ("ordinal", "rentang"), ("naik", "ordinal")],
)
def test_rumus_harus_sesuai_arah(arah: str, rumus: str) -> None:
    with pytest.raises(KebijakanSalah, match=f"rumus {rumus} tidak sesuai dengan arah {arah}"):
        hitung("1", "1", arah, rumus)


def test_kebijakan_yang_bertentangan_ditolak() -> None:
    with pytest.raises(KebijakanSalah, match="aturan_nol"):
        Kebijakan(aturan_nol="seratus")
    with pytest.raises(KebijakanSalah, match="lebih besar"):
        Kebijakan(batas_atas=D(100), batas_bawah=D(110))
    with pytest.raises(KebijakanSalah, match="terhingga"):
        Kebijakan(batas_atas=D("Infinity"))


# -- kinds of input -------------------------------------------------------------------------------


def test_hasil_konsolidasi_menjadi_realisasi_tanpa_dibulatkan() -> None:
    sepertiga = konsolidasi([D(1), D(1)], "pembilang_penyebut", penyebut=[D(3), D(3)])
    hasil = capaian(sepertiga, sepertiga, Arah.NAIK)
    assert hasil.tepat == 100
    assert capaian(D(50), konsolidasi([None], "akhir"), Arah.NAIK).nilai is None


def test_bilangan_panjang_hasil_hitungan_diterima() -> None:
    panjang = D(1) / D(3)
    assert capaian(panjang, panjang, Arah.NAIK).nilai == 100


def test_pecahan_biner_ditolak() -> None:
    with pytest.raises(TypeError, match="float"):
        capaian(D(1), 0.5, Arah.NAIK)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="terhingga"):
        capaian(D(1), D("NaN"), Arah.NAIK)


def test_json() -> None:
    assert capaian(D("69"), D("69.31"), Arah.NAIK).ke_json() == {
        "nilai": "100.4492753623188405797101449",
        "tampil": "100,45",
        "langkah": ["69,31 ÷ 69 × 100 = 100,4492753623…", "dibulatkan setengah ke atas ke 2 desimal: 100,45"],
        "dasar": ["realisasi ÷ target × 100; konvensi, bandingkan PermenPANRB 8/2021 lampiran hlm. 91"],
        "aturan": "hitung/capaian@1",
        "keterangan": "",
    }
    assert capaian(D(1), None, Arah.NAIK).ke_json()["nilai"] is None


def test_ordinal_dengan_angka_berpredikat_tanpa_urutan() -> None:
    assert hitung("76,12 (BB)", "76,12 (BB)", "ordinal") == "100,00"
    assert hitung("76,12 (BB)", "80,5 (A)", "ordinal") == "100,00"
    assert hitung("76,12 (BB)", "75 (B)", "ordinal") == "0,00"
    assert capaian(D(3), D(3), Arah.ORDINAL).tampil == "100,00"


def test_ordinal_satu_sisi_berurutan_tidak_ditebak() -> None:
    wtp = baca_nilai("WTP", ordinal=OPINI)
    assert capaian(wtp, baca_nilai("Baik"), Arah.ORDINAL).nilai is None
    assert capaian(wtp, baca_nilai("80"), Arah.ORDINAL).nilai is None
    assert capaian(baca_nilai("76,12 (BB)"), baca_nilai("BB"), Arah.ORDINAL).tampil == "100,00"


def test_batas_yang_berimpit_dan_tepat_di_batas() -> None:
    assert hitung("10", "3", "naik", batas_atas=D(100), batas_bawah=D(100)) == "100,00"
    tepat = capaian(D(10), D(12), Arah.NAIK, Kebijakan(batas_atas=D(120)))
    assert len(tepat.langkah) == 2
    assert len(capaian(D(10), D(20), Arah.TURUN).langkah) == 2
