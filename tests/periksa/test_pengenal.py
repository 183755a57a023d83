"""Recognisers: names, heads of tables, cells, numbers in sentences."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from opensakip.dokumen.bacaan.model import Tabel
from opensakip.periksa import cek_capaian  # noqa: F401  enters the check
from opensakip.periksa.fakta import Asal, Fakta, Jenis
from opensakip.periksa.kumpulan import kumpulkan, tahun_laporan
from opensakip.periksa.pengenal_angka import angka_dalam, baca_sel, bentuk_dokumen
from opensakip.periksa.pengenal_kepala import Peran, peran_kepala
from opensakip.periksa.pengenal_nama import inti, sama, serumpun
from opensakip.periksa.pengenal_prosa import ucapan
from opensakip.periksa.pengenal_tabel import versi_dari
from tests.periksa.rakit import Naskah, temuan


@pytest.mark.parametrize(
    ("a", "b", "harap"),
    [
        ("Indeks Mutu Jalan (Indeks)", "indeks mutu  jalan", True),
        ("Nilai Indeks Mutu Jalan", "Indeks Mutu Jalan", True),
        ("Persentase kerja sama yang jalan", "Persentase Kerjasama yang Jalan (%)", True),
        ("Nilai SAKIP Dinas Perikanan", "Nilai SAKIP Dinas Pertanian", False),
        ("Persentase jalan kabupaten mantap", "Panjang jalan kabupaten mantap", False),
        ("Jumlah laporan triwulan 1", "Jumlah laporan triwulan 2", False),
        ("Nilai kinerja (SMART) Kementerian", "Nilai Kinerja Kementerian (SMART)", True),
        ("lndeks Kepuasan Masyarakat", "Indeks Kepuasan Masyarakat", True),
    ],
)
def test_nama_sama(a: str, b: str, harap: bool) -> None:
    assert sama(a, b) is harap
    assert sama(b, a) is harap


def test_serumpun_hanya_tambahan_kecil() -> None:
    assert serumpun("Meningkatnya mutu layanan", "Meningkatnya mutu layanan yang prima")
    assert not serumpun("Meningkatnya mutu layanan", "Menurunnya angka kemiskinan di desa")


def test_inti_membuang_nomor_dan_kurung_akhir() -> None:
    assert inti("12. Indeks Mutu (Nilai) :") == "Indeks Mutu"


@pytest.mark.parametrize(
    ("kepala", "peran"),
    [
        ("Target", Peran.TARGET),
        ("TARGE T", Peran.TARGET),
        ("Target Kinerja 2025", Peran.TARGET),
        ("Realisasi Tahun 2025", Peran.REALISASI),
        ("% Capaian", Peran.CAPAIAN),
        ("Capaian (%)", Peran.CAPAIAN),
        ("Tingkat Capaian", Peran.CAPAIAN),
        ("Target Akhir Renstra", Peran.TARGET_AKHIR),
        ("Target RPJMD 2029", Peran.TARGET_AKHIR),
        ("Sasaran Strategis", Peran.SASARAN),
        ("Indikator Kinerja Utama", Peran.INDIKATOR),
        ("Satuan", Peran.SATUAN),
        ("2024", Peran.TAHUN),
        ("Pagu Anggaran (Rp)", Peran.UANG),
        ("Penanggung Jawab", Peran.PENANGGUNG_JAWAB),
        ("Predikat", Peran.KATEGORI),
        ("No.", Peran.NOMOR),
        ("Realisasi Triwulan I", Peran.LAIN),
    ],
)
def test_peran_kolom(kepala: str, peran: Peran) -> None:
    assert peran_kepala(kepala) is peran


def test_sel_nilai() -> None:
    isi = baca_sel("82,96* (99,95%)")
    assert isi.nilai is not None
    assert isi.nilai.angka == Decimal("82.96")
    assert isi.persen is not None
    assert isi.persen.angka == Decimal("99.95")
    rentang = baca_sel("2-3").nilai
    assert rentang is not None
    assert rentang.bawah == 2
    assert baca_sel("-").nilai is None
    dua = baca_sel("12 dokumen")
    assert dua.nilai is not None
    assert dua.nilai.angka == 12
    assert dua.satuan == "dokumen"


@pytest.mark.parametrize(
    "teks",
    [
        "Peraturan Nomor 22 Tahun 2021",
        "pada 26 Januari 2026",
        "anggaran Rp 1.250.000,- terserap",
        "berada pada urutan 9 dari seluruhnya",
        "terdapat 12 (dua belas) indikator kinerja",
        "surat R/244/PC.05/2026",
        "Tabel 3.2 berikut",
    ],
)
def test_bukan_nilai(teks: str) -> None:
    assert not list(angka_dalam(teks))


def _bagian(teks: str, tahun: int = 2025) -> list[tuple[str, str, int | None]]:
    return [(u.jenis.value, u.angka.teks, u.tahun) for u in ucapan(teks, "id", tahun)]


@pytest.mark.parametrize(
    ("teks", "harap"),
    [
        (
            "ditargetkan 80, dengan realisasi 76,5 atau capaian 95,63%.",
            [("target", "80", 2025), ("realisasi", "76,5", 2025), ("capaian", "95,63", 2025)],
        ),
        (
            "capaian sebesar 95,63% dari target tahun 2025 sebesar 80 dan realisasi sebesar 76,5",
            [("capaian", "95,63", 2025), ("target", "80", 2025), ("realisasi", "76,5", 2025)],
        ),
        (
            "target akhir Renstra sebesar 90 poin baru mencapai 76,5 atau kurang 13,5 poin",
            [("target akhir", "90", 2025), ("realisasi", "76,5", 2025), ("selisih", "13,5", 2025)],
        ),
        (
            "nilai capaian tahun 2024 yaitu sebesar 70,25 atau 88%",
            [("realisasi", "70,25", 2024), ("capaian", "88", 2024)],
        ),
        (
            "Realisasi meningkat 2,5 poin dari tahun 2024; target 2026 ditetapkan sebesar 82",
            [("selisih", "2,5", 2024), ("target", "82", 2026)],
        ),
        ("sub kegiatan penyuluhan memiliki target 2 dokumen dengan realisasi 2 dokumen", []),
        ("dari 24 daerah terdapat 23 daerah", []),
        ("capaian kinerja atas target sebesar 99,5%", [("capaian", "99,5", 2025)]),
        ("realisasi dari target indikator ini sebesar 90,09", [("realisasi", "90,09", 2025)]),
        (
            "Realisasi indikator ini sebesar 86,15% dari target yang ditetapkan sebesar 85%",
            [("realisasi", "86,15", 2025), ("target", "85", 2025)],
        ),
        (
            "target akhir RPJMD tahun 2029 sebesar 90, realisasi tahun 2025 telah mencapai 95,72%",
            [("target akhir", "90", 2029), ("capaian", "95,72", 2025)],
        ),
        (
            "      tahun 2025 adalah 71,25 dengan predikat BB, meningkat 1,05 poin dari tahun 2024 (70,20).",
            [("realisasi", "71,25", 2025), ("selisih", "1,05", 2024), ("realisasi", "70,20", 2024)],
        ),
        (
            "ditetapkan target sebesar 85, dan sampai akhir tahun tercapai 86,15 atau 101,35 persen.",
            [("target", "85", 2025), ("realisasi", "86,15", 2025), ("capaian", "101,35", 2025)],
        ),
        ("capaiannya untuk dua tahun masing-masing 9% dan 4% dari targetnya", []),
        ("mengalami penurunan tajam sebesar 1,70% dari target", []),
    ],
)
def test_kalimat(teks: str, harap: list[tuple[str, str, int | None]]) -> None:
    assert _bagian(teks) == harap


def test_versi_perjanjian() -> None:
    assert versi_dari("Tabel 2.2 Perjanjian Kinerja Murni") == "murni"
    assert versi_dari("setelah perubahan perjanjian kinerja") == "perubahan"
    assert versi_dari("Perubahan iklim di daerah") == ""


def _fakta(n: Naskah, *jenis: Jenis) -> list[Fakta]:
    return [f for f in kumpulkan(n.baca()).fakta if f.jenis in jenis]


def test_tabel_kolom_terbalik_dan_kepala_dua_baris() -> None:
    n = Naskah().tabel(
        "Satuan|Indikator Kinerja|Tahun 2024|^|Tahun 2025|^|^",
        "|^|Target|Realisasi|Target|Realisasi|Capaian (%)",
        "Indeks|Indeks Mutu Jalan Kota|70|69,5|72|74|102,78",
        kepala=2,
    )
    isi = {(f.jenis, f.tahun): f.angka for f in _fakta(n, Jenis.TARGET, Jenis.REALISASI, Jenis.CAPAIAN)}
    assert isi == {
        (Jenis.TARGET, 2024): Decimal(70),
        (Jenis.REALISASI, 2024): Decimal("69.5"),
        (Jenis.TARGET, 2025): Decimal(72),
        (Jenis.REALISASI, 2025): Decimal(74),
        (Jenis.CAPAIAN, 2025): Decimal("102.78"),
    }


def test_tabel_riwayat_tanpa_nama_memakai_kalimat_di_atasnya() -> None:
    n = (
        Naskah()
        .tabel("Sasaran|Indikator|Satuan|Target", "Jalan baik|Indeks Mutu Jalan Kota|Indeks|72")
        .butir("Sasaran pertama dengan indikator Indeks Mutu Jalan Kota, nilainya sebagai berikut:")
        .tabel("Nilai Tahun|||", "2022|2023|2024|2025", "61,2|N/A|69,5|74", "Sedang|-|Baik|Baik", kepala=2)
    )
    isi = [f for f in _fakta(n, Jenis.REALISASI) if f.asal is Asal.RIWAYAT]
    assert [(f.tahun, f.angka) for f in isi] == [
        (2022, Decimal("61.2")),
        (2024, Decimal("69.5")),
        (2025, Decimal(74)),
    ]
    assert {f.indikator for f in isi} == {"indeksmutujalankota"}
    assert [f.teks for f in _fakta(n, Jenis.KATEGORI)][-1] == "Baik"


def test_judul_menentukan_indikator_kalimat() -> None:
    n = (
        Naskah()
        .tabel("Indikator|Target|Realisasi|Capaian", "Indeks Mutu Jalan Kota|72|74|102,78%")
        .judul("3.1.2 Indeks Mutu Jalan Kota")
        .p("Dari target sebesar 72, realisasi yang diperoleh sebesar 74.")
        .judul("Realisasi Anggaran", 2)
        .p("Realisasi sebesar 91,2 persen dari pagu.")
    )
    prosa = [f for f in _fakta(n, Jenis.TARGET, Jenis.REALISASI) if f.asal is Asal.PROSA]
    assert [(f.jenis, f.angka) for f in prosa if f.indikator] == [
        (Jenis.TARGET, Decimal(72)),
        (Jenis.REALISASI, Decimal(74)),
    ]


def test_banyak_indikator_dalam_satu_kalimat() -> None:
    n = (
        Naskah()
        .tabel("Indikator|Target", "Indeks Mutu Jalan Kota|72", "Persentase Drainase Berfungsi|80")
        .p(
            "Secara ringkas, indikator Indeks Mutu Jalan Kota ditargetkan 72, dengan realisasi 74, "
            "indikator Persentase Drainase Berfungsi (%) ditargetkan 80% dengan realisasi 60% capaian 75%."
        )
    )
    prosa = [(f.indikator, f.jenis.value, f.teks) for f in kumpulkan(n.baca()).fakta if f.asal is Asal.PROSA]
    assert prosa == [
        ("indeksmutujalankota", "target", "72"),
        ("indeksmutujalankota", "realisasi", "74"),
        ("persentasedrainaseberfungsi", "target", "80%"),
        ("persentasedrainaseberfungsi", "realisasi", "60%"),
        ("persentasedrainaseberfungsi", "capaian", "75%"),
    ]


def test_tahun_laporan() -> None:
    assert tahun_laporan(Naskah("LAPORAN KINERJA TAHUN 2024").baca()) == 2024
    assert tahun_laporan(Naskah("").p("Isi tanpa tahun").baca()) is None


@pytest.mark.parametrize(
    "kartu",
    [
        ("Target 2025 72|Realisasi 2025 74|Capaian 102,78%",),
        ("Target 2025|Realisasi 2025|Capaian", "72|74|102,78%"),
        ("Target|72", "Realisasi|74", "Capaian|102,78%"),
    ],
)
def test_kartu_indikator(kartu: tuple[str, ...]) -> None:
    n = Naskah().tabel("Indikator|Target", "Indeks Mutu Jalan Kota|72").judul("3.1 Indeks Mutu Jalan Kota")
    n.tabel(*kartu, kepala=0)
    isi = {(f.jenis, f.teks) for f in _fakta(n, Jenis.REALISASI, Jenis.CAPAIAN) if f.indikator}
    assert isi == {(Jenis.REALISASI, "74"), (Jenis.CAPAIAN, "102,78%")}


def test_tabel_rencana_berjenjang_bukan_tabel_indikator() -> None:
    n = Naskah().tabel(
        "Kode|Uraian|Indikator|Satuan|Target|Pagu Anggaran",
        "5.01|Program Jalan|Panjang jalan|Km|12|1.000.000.000",
        "5.01.1|Kegiatan Jalan|Jumlah laporan jalan|Laporan|1|500.000.000",
    )
    assert not kumpulkan(n.baca()).indikator


def test_baris_judul_di_dalam_tabel_adalah_sasaran() -> None:
    n = Naskah().tabel(
        "Indikator|Target|Realisasi",
        "Jalan makin mantap|^|^",
        "Indeks Mutu Jalan Kota|72|74",
    )
    u = n.unsur[-1]
    assert isinstance(u, Tabel)
    lebar = replace(u.baris[1][0], kolom=3) if u.baris[1][0] else None
    n.unsur[-1] = replace(u, baris=(u.baris[0], (lebar, None, None), u.baris[2]))
    k = kumpulkan(n.baca())
    assert [(i.nama, i.sasaran) for i in k.indikator] == [("Indeks Mutu Jalan Kota", "Jalan makin mantap")]


def test_tabel_renstra_per_tahun_ke() -> None:
    n = Naskah().tabel(
        "Indikator|Target IKK|Target Renstra Tahun ke-|^|Realisasi Tahun ke-|^|Rasio Capaian Tahun ke-|^",
        "^|^|1|2|1|2|1|2",
        "Indeks Mutu Jalan Kota|-|80|82|78|84|0,98|1,02",
        kepala=2,
    )
    u = n.unsur[-1]
    assert isinstance(u, Tabel)
    kepala = [replace(s, kolom=2) if s is not None and s.teks.endswith("ke-") else s for s in u.baris[0]]
    n.unsur[-1] = replace(u, baris=(tuple(kepala), *u.baris[1:]))
    isi = {(f.jenis, f.tahun, f.teks) for f in _fakta(n, Jenis.TARGET, Jenis.REALISASI, Jenis.CAPAIAN)}
    assert isi == {
        (Jenis.TARGET, 1, "80"),
        (Jenis.TARGET, 2, "82"),
        (Jenis.REALISASI, 1, "78"),
        (Jenis.REALISASI, 2, "84"),
        (Jenis.CAPAIAN, 1, "0,98"),
        (Jenis.CAPAIAN, 2, "1,02"),
    }
    assert not temuan("capaian-hitung", n)


def test_kartu_yang_diikuti_kalimat_indikator_lain_tidak_dipakai() -> None:
    n = Naskah().tabel("Indikator|Target", "Indeks Mutu Jalan Kota|72", "Indeks Mutu Sungai Kota|60")
    n.judul("3.1 Indeks Mutu Jalan Kota").tabel("Target 2025|Realisasi 2025", "60|61")
    n.p("Indeks Mutu Sungai Kota terealisasi 61 dari target 60.")
    assert not [f for f in _fakta(n, Jenis.TARGET) if f.asal is Asal.UKUR and f.indikator]


def test_bentuk_angka_menurut_pecahan_bukan_uang() -> None:
    assert bentuk_dokumen(["1,853,760,800", "985,862,000", "99,41", "4.01.03"]) == "id"
    assert bentuk_dokumen(["99.41", "87.5"]) == "en"
