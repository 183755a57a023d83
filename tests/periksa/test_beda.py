"""Target, realisation and achievement that differ from place to place; differences; taken-over values."""

from __future__ import annotations

import pytest

from opensakip.periksa import cek_bawaan, cek_beda, cek_selisih  # noqa: F401  enter the checks
from opensakip.periksa.temuan import Tingkat
from tests.periksa.rakit import Naskah, baris, temuan

TARGET = "No|Sasaran|Indikator Kinerja|Satuan|Target"
UKUR = "Indikator Kinerja|Target|Realisasi|Capaian"


def _lampiran(n: Naskah, target: str, judul: str = "PERJANJIAN KINERJA TAHUN 2025") -> Naskah:
    n.judul(judul, 1).p("Kepala Dinas, selanjutnya disebut pihak pertama, berjanji kepada pihak kedua.")
    return n.tabel(TARGET, f"1|Jalan makin mantap|Indeks Mutu Jalan|Indeks|{target}")


def test_target_laporan_lain_dari_lampiran() -> None:
    n = Naskah().judul("BAB III").tabel(UKUR, "Indeks Mutu Jalan|80|78|97,50%")
    n.p("Indeks Mutu Jalan ditargetkan 80 dengan realisasi 78.")
    [t] = temuan("target-beda", _lampiran(n, "82"))
    assert t.tingkat is Tingkat.TINGGI
    assert (t.tercetak, t.seharusnya) == ("80", "82")
    assert baris(t) == [5, 6, 11]
    assert "lampiran perjanjian kinerja" in t.kalimat


def test_target_sama_dengan_penulisan_lain() -> None:
    n = Naskah().tabel(UKUR, "Indeks Mutu Jalan|3,2|3,1|96,88%")
    assert not temuan("target-beda", _lampiran(n, "3,20"))


def test_perjanjian_murni_dan_perubahan_tidak_diadu() -> None:
    n = _lampiran(Naskah(), "75")
    n = _lampiran(n, "82", "PERJANJIAN KINERJA PERUBAHAN TAHUN 2025")
    n.judul("BAB III", 1).p("Indeks Mutu Jalan ditargetkan 82.")
    assert not temuan("target-beda", n)


def test_teks_memakai_target_murni_setelah_berubah() -> None:
    n = _lampiran(Naskah(), "75")
    n = _lampiran(n, "82", "PERJANJIAN KINERJA PERUBAHAN TAHUN 2025")
    n.judul("BAB III", 1).p("Indeks Mutu Jalan ditargetkan 75 dengan realisasi 78.")
    [t] = temuan("target-beda", n)
    assert (t.tercetak, t.seharusnya) == ("75", "82")


def test_target_tahun_lain_bukan_perbedaan() -> None:
    n = Naskah().tabel("Indikator|Target 2025|Realisasi 2025|Target 2026", "Indeks Mutu Jalan|80|78|85")
    assert not temuan("target-beda", n)


def test_realisasi_beda_satu_temuan_dengan_semua_tempat() -> None:
    n = Naskah().tabel(UKUR, "Indeks Mutu Jalan|80|78|97,50%")
    n.p("Indeks Mutu Jalan ditargetkan 80 dengan realisasi 78.").judul("Simpulan")
    n.p("Indeks Mutu Jalan ditargetkan 80 dengan realisasi 79.")
    [t] = temuan("realisasi-beda", n)
    assert (t.tercetak, t.seharusnya) == ("79", "78")
    assert baris(t) == [7, 4, 5]


def test_realisasi_yang_dibulatkan_sama() -> None:
    n = Naskah().tabel(UKUR, "Indeks Mutu Jalan|3,5|3,4512|98,61%")
    n.p("Realisasi Indeks Mutu Jalan sebesar 3,45.")
    assert not temuan("realisasi-beda", n)


def test_riwayat_bertentangan() -> None:
    n = Naskah().tabel("Indikator|2023|2024|Realisasi 2025", "Indeks Mutu Jalan|70|72|78")
    n.p("Indeks Mutu Jalan pada tahun 2024 memperoleh realisasi sebesar 73.")
    [t] = temuan("realisasi-beda", n)
    assert "2024" in t.kalimat


def test_jumlah_di_samping_persen_bukan_pertentangan() -> None:
    n = Naskah().tabel(UKUR, "Jumlah Ruas Diperbaiki|3|3|100%")
    n.judul("Jumlah Ruas Diperbaiki").p("Target yang ditetapkan mencapai 100%, yakni seluruh ruas.")
    assert not temuan("target-beda", n)


def test_capaian_efisiensi_lain_dari_capaian() -> None:
    n = Naskah().tabel(UKUR, "Indeks Mutu Jalan|80|78|97,50%")
    n.butir("Sasaran pertama dengan indikator Indeks Mutu Jalan, efisiensinya sebagai berikut:")
    n.tabel(
        "Capaian RO (CRO)|Alokasi Anggaran|Realisasi Anggaran|Efisiensi (%)",
        "120,00%|353.842.000|343.158.170|14,2%",
    )
    [t] = temuan("capaian-beda", n)
    assert t.tercetak == "120,00%"


def test_capaian_terhadap_target_akhir_angka_lain() -> None:
    n = Naskah().tabel(UKUR, "Indeks Mutu Jalan|80|78|97,50%")
    n.p("Indeks Mutu Jalan terhadap target akhir Renstra sebesar 90, realisasi 78 atau 86,67%.")
    assert not temuan("capaian-beda", n)


@pytest.mark.parametrize(("poin", "salah"), [("12", False), ("13", True)])
def test_selisih_target_akhir(poin: str, salah: bool) -> None:
    n = Naskah().tabel(UKUR, "Indeks Mutu Jalan|80|78|97,50%")
    n.p(f"Indeks Mutu Jalan terhadap target akhir Renstra 90 poin baru mencapai 78 atau kurang {poin} poin.")
    hasil = temuan("selisih-hitung", n)
    assert [(t.tercetak, t.seharusnya) for t in hasil] == ([("13", "12")] if salah else [])


@pytest.mark.parametrize(("poin", "salah"), [("2,5", False), ("1,22", True)])
def test_selisih_tahun_lalu(poin: str, salah: bool) -> None:
    n = Naskah().tabel("Indikator|2024|Target 2025|Realisasi 2025", "Indeks Mutu Jalan|75,5|79|78")
    n.judul("Indeks Mutu Jalan").p(f"Nilai ini meningkat {poin} poin dari realisasi tahun 2024.")
    assert bool(temuan("selisih-hitung", n)) is salah


def _bawaan(kepala: str) -> Naskah:
    n = Naskah().tabel("Indikator|Target", "Indeks Mutu Jalan|80")
    n.p(
        "Indeks Mutu Jalan ditargetkan 80, nilai tahun 2025 belum rilis sehingga menggunakan nilai "
        "realisasi tahun 2024 yaitu sebesar 76 atau 95%."
    )
    return n.tabel(kepala, "75|76|76")


def test_nilai_bawaan_tanpa_tanda() -> None:
    [t] = temuan("nilai-bawaan", _bawaan("2023|2024|2025"))
    assert t.tingkat is Tingkat.SEDANG
    assert baris(t)[0] == 8


def test_nilai_bawaan_bertanda_hanya_catatan() -> None:
    [t] = temuan("nilai-bawaan", _bawaan("2023|2024|Awal 2025"))
    assert t.tingkat is Tingkat.CATATAN


def test_status_bertentangan() -> None:
    n = _bawaan("2023|2024|Awal 2025").judul("Simpulan")
    n.p("Indeks Mutu Jalan tahun 2025 ditargetkan 80 dengan realisasi 77.")
    [t] = temuan("nilai-bawaan", n)
    assert t.tingkat is Tingkat.TINGGI


def test_nilai_tahun_berjalan_bukan_bawaan() -> None:
    n = Naskah().tabel("Indikator|2024|Target 2025|Realisasi 2025", "Indeks Mutu Jalan|76|80|76")
    assert not temuan("nilai-bawaan", n)


def test_kolom_tahun_ke_adalah_periode_yang_berbeda() -> None:
    """Columns "tahun ke- 1 2 3" of a plan's achievements never contradict each other."""
    n = Naskah().tabel(
        "Indikator|Target tahun ke-|^|^|Realisasi tahun ke-|^|^|Capaian tahun ke-|^|^",
        "^|1|2|3|1|2|3|1|2|3",
        "Indeks Mutu Jalan|70|75|80|77|75|76|110,00|100,00|95,00",
        kepala=2,
    )
    assert not temuan("realisasi-beda", n)
    assert not temuan("capaian-beda", n)


@pytest.mark.parametrize(("persen", "beda"), [("4%", False), ("85,00%", True)])
def test_persen_sebesar_lain_bukan_capaian(persen: str, beda: bool) -> None:
    n = Naskah().tabel("Indikator|Target|Realisasi|Capaian", "Indeks Mutu Jalan|80|76|95,00")
    n.p(f"Indeks Mutu Jalan tahun 2025 ditargetkan 80 dengan realisasi 76, capaian {persen} dari targetnya.")
    assert bool(temuan("capaian-beda", n)) is beda
