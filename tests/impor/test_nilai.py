"""Target and measured values: two readings are asked about, never guessed."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from opensakip.impor.periksa import periksa_folder
from tests.impor.kecil import KECIL, RENCANA, ganti, tulis

D = Decimal
DUA_CARA = (
    '"12.348" dapat dibaca dua cara: 12348 (ribuan) atau 12,348 (pecahan); angka lain pada kolom dan '
    "berkas ini tidak "
    "menunjukkan yang mana. Perbaikan: tulis 12348, atau 12,3480."
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A sound small data set."""
    return tulis(tmp_path / "data", KECIL)


def realisasi(folder: Path, *baris: str) -> list[str]:
    """Write realisasi.csv with these rows; return the faults."""
    isi = "indikator,tahun,nilai,status\n" + "".join(f"{b}\n" for b in baris)
    (folder / "realisasi.csv").write_text(isi, encoding="utf-8")
    return [str(k) for k in periksa_folder(folder).kesalahan]


def test_dua_bacaan_tanpa_bukti_ditanyakan(folder: Path) -> None:
    assert realisasi(folder, "IKU-1,2025,12.348,final", "IKU-2,2025,8,final") == [
        f"realisasi.csv baris 2 kolom nilai: {DUA_CARA}"
    ]


def test_dua_bacaan_dengan_bukti_bertentangan_ditanyakan(folder: Path) -> None:
    assert realisasi(
        folder, "IKU-1,2024,12.348,final", '"IKU-1",2025,"90,5",final', "IKU-2,2025,79.9,final"
    ) == [f"realisasi.csv baris 2 kolom nilai: {DUA_CARA}"]


@pytest.mark.parametrize(
    ("bukti", "hasil"), [('"90,5"', D(12348)), ("79.9", D("12.348")), ("1.234.567", D(12348))]
)
def test_kolom_yang_sama_membuktikan(folder: Path, bukti: str, hasil: Decimal) -> None:
    assert realisasi(folder, "IKU-1,2025,12.348,final", f"IKU-2,2025,{bukti},final") == []
    data = periksa_folder(folder)
    assert data.kumpulan["realisasi"][0].nilai is not None
    assert data.kumpulan["realisasi"][0].nilai.angka == hasil


def test_berkas_membuktikan_bila_kolomnya_tidak(folder: Path) -> None:
    """The column alone proves nothing; another numeric column of the same file does."""
    isi = 'tingkat,kunci,tahun,nilai,persen_cetak\ninstansi,DINAS,2025,1000000,"92,02"\n'
    tulis(folder, {"realisasi_anggaran.csv": isi})
    tulis(
        folder,
        {
            "indikator.csv": KECIL["indikator.csv"]
            .replace("rumus\n", "rumus,batas_atas,batas_bawah\n")
            .replace(",maks\n", ',maks,"120,5",\n')
            .replace(",min_2t\n", ",min_2t,,1.500\n")
        },
    )
    data = periksa_folder(folder)
    assert [str(k) for k in data.kesalahan] == []
    assert data.kumpulan["indikator"][1]["batas_bawah"] == 1500


def test_tiap_jenis_nilai_dibaca_menurut_kartunya(folder: Path) -> None:
    tulis(
        folder,
        {
            "indikator.csv": "kode,nama,satuan,unit,jenis_nilai,arah,skala_maks,skala_ordinal\n"
            "A,Persen,Persen,DINAS,persen,naik,,\n"
            "B,Rentang,Hari,DINAS,rentang,rentang,,\n"
            "C,Skala,Skala,DINAS,skala,naik,4,\n"
            "D,Opini,Opini,DINAS,ordinal,ordinal,,ordinal/opini-bpk\n"
            "E,Angka,Nilai,DINAS,angka,naik,,\n",
            "pk_baris.csv": "pk,urut,sasaran_kode,sasaran,indikator,target\n"
            "pk-2025,1,S1,Sasaran,A,38%\n"
            "pk-2025,2,S1,Sasaran,B,2-3\n"
            'pk-2025,3,S1,Sasaran,C,"2,95 Skala 4"\n'
            "pk-2025,4,S1,Sasaran,D,wajar tanpa pengecualian\n"
            'pk-2025,5,S1,Sasaran,E,"76,12 (BB)"\n',
            "realisasi.csv": "indikator,tahun,nilai,status\n",
        },
    )
    data = periksa_folder(folder)
    assert [str(k) for k in data.kesalahan] == []
    nilai = [b.nilai for b in data.kumpulan["pk_baris"]]
    assert [(str(n.jenis), n.angka, n.bawah, n.atas, n.kode, n.urut, n.maks, n.teks) for n in nilai if n] == [
        ("persen", D(38), None, None, "", None, None, "38%"),
        ("rentang", None, D(2), D(3), "", None, None, "2-3"),
        ("skala", D("2.95"), None, None, "", None, D(4), "2,95 Skala 4"),
        ("ordinal", None, None, None, "WTP", 4, None, "wajar tanpa pengecualian"),
        ("angka", D("76.12"), None, None, "BB", None, None, "76,12 (BB)"),
    ]


def test_nilai_yang_tidak_ada_dalam_urutan(folder: Path) -> None:
    tulis(
        folder,
        {
            "indikator.csv": "kode,nama,satuan,unit,jenis_nilai,arah,skala_ordinal\n"
            "IKU-1,Opini,Opini,DINAS,ordinal,ordinal,ordinal/opini-bpk\n"
            "IKU-2,Keluhan,Keluhan,DINAS,angka,turun,\n"
        },
    )
    ganti(folder, "pk_baris.csv", '"80,5"', "WTP")
    assert realisasi(folder, "IKU-1,2025,BAIK,final", "IKU-2,2025,8,final") == [
        "realisasi.csv baris 2 kolom nilai: “BAIK” tidak ada dalam daftar. Perbaikan: pilih salah satu: "
        "TMP, TW, WDP, "
        "WTP."
    ]


def test_nilai_di_luar_skala_hanya_dicatat(folder: Path) -> None:
    tulis(
        folder,
        {
            "indikator.csv": "kode,nama,satuan,unit,jenis_nilai,arah,skala_min,skala_maks\n"
            "IKU-1,Indeks,Indeks,DINAS,skala,naik,1,4\nIKU-2,Keluhan,Keluhan,DINAS,angka,turun,,\n"
        },
    )
    ganti(folder, "pk_baris.csv", '"80,5"', "3")
    assert realisasi(folder, "IKU-1,2025,5,final", "IKU-2,2025,8,final") == []
    assert [str(p) for p in periksa_folder(folder).peringatan] == [
        'realisasi.csv baris 2 kolom nilai: "5" di luar skala indikator IKU-1. Perbaikan: periksa nilainya.'
    ]


@pytest.mark.parametrize("nilai", ["80,5,5", "1 000", "delapan", "1234567890123456", "80,123456789", "1e3"])
def test_nilai_yang_bukan_angka(folder: Path, nilai: str) -> None:
    pesan = realisasi(folder, f'IKU-1,2025,"{nilai}",final', "IKU-2,2025,8,final")
    assert len(pesan) == 1
    assert pesan[0].startswith("realisasi.csv baris 2 kolom nilai: ")
    assert " Perbaikan: " in pesan[0]


def test_target_rencana_memakai_kartu_indikatornya(folder: Path) -> None:
    tulis(folder, RENCANA)
    ganti(folder, "target.csv", "renja,,S1,1,2025,80\n", "renja,,S1,1,2025,delapan puluh\n")
    ganti(folder, "target.csv", "renja,,K1,1,2025,4\n", "renja,,K1,1,2025,empat kegiatan\n")
    data = periksa_folder(folder)
    assert [(k.berkas, k.baris, k.kolom) for k in data.kesalahan] == [("target.csv", 2, "nilai")]
    assert str(data.kumpulan["target"][1].nilai.jenis) == "teks"
