"""Planning files: versions in a chain, rows that stand where the scheme lets them, amounts counted once."""

from __future__ import annotations

from pathlib import Path

import pytest

from opensakip.impor.periksa import periksa_folder
from tests.impor.kecil import KECIL, RENCANA, ganti, tulis


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A sound small data set with a plan in two versions."""
    return tulis(tmp_path / "data", KECIL, RENCANA)


def salah(folder: Path) -> list[str]:
    """The faults as a person sees them."""
    return [str(k) for k in periksa_folder(folder).kesalahan]


def test_rencana_sah_dan_terurai_per_versi(folder: Path) -> None:
    data = periksa_folder(folder)
    assert [str(k) for k in data.kesalahan] == []
    satu, dua = data.rencana.versi[("renja", 1)], data.rencana.versi[("renja", 2)]
    assert list(satu.butir) == ["S1", "P1", "K1"]
    assert list(dua.butir) == ["S1", "P1", "K1", "SK1"]
    assert list(satu.target) == list(dua.target) == [("S1", 1, 2025, "target"), ("K1", 1, 2025, "target")]
    assert [b["peran"] for b in satu.pagu.values()] == ["cetak", "daun"]


KASUS = {
    "dokumen-tanpa-versi": (
        "dokumen.csv",
        "daerah-90-2019\n",
        "daerah-90-2019\ndpa,dpa,DPA,DINAS,2025,2025,daerah-90-2019\n",
        'dokumen.csv baris 3 kolom kode: dokumen "dpa" tidak punya versi. Perbaikan: tambahkan baris dpa,1 '
        "ke "
        "versi.csv.",
    ),
    "tahun-terbalik": (
        "dokumen.csv",
        "2025,2025",
        "2025,2024",
        "dokumen.csv baris 2 kolom tahun_akhir: tahun akhir mendahului tahun awal. Perbaikan: tukar atau "
        "perbaiki "
        "tahunnya.",
    ),
    "skema-tidak-dikenal": (
        "dokumen.csv",
        "daerah-90-2019",
        "daerah-2019",
        'dokumen.csv baris 2 kolom skema: skema tingkat "daerah-2019" tidak dikenal. Perbaikan: yang ada: '
        "daerah-90-2019, kl-rspp.",
    ),
    "versi-mundur": (
        "versi.csv",
        "2025-09-01",
        "2024-09-01",
        "versi.csv baris 3 kolom berlaku_mulai: mendahului versi 1 (2025-01-02). Perbaikan: perbaiki "
        "tanggalnya, atau "
        "tukar nomor versinya.",
    ),
    "versi-tanpa-alasan": (
        "versi.csv",
        "Pagu turun",
        "",
        "versi.csv baris 3 kolom alasan: versi kedua dan seterusnya wajib beralasan. Perbaikan: isi kolom "
        "alasan.",
    ),
    "versi-tak-ada": (
        "butir.csv",
        "renja,2,SK1",
        "renja,3,SK1",
        "butir.csv baris 5 kolom versi: dokumen renja tidak punya versi 3 di versi.csv. Perbaikan: versi "
        "yang ada: 1, "
        "2; kosongkan bila berlaku untuk semua.",
    ),
    "induk-tak-ada": (
        "butir.csv",
        "K1,P1,kegiatan",
        "K1,P9,kegiatan",
        'butir.csv baris 4 kolom induk: induk "P9" tidak ada pada dokumen renja versi 1. Perbaikan: '
        "perbaiki kodenya; "
        "butir paling atas tidak berinduk.",
    ),
    "induk-hanya-di-versi-lain": (
        "butir.csv",
        "renja,,K1",
        "renja,1,K1",
        'butir.csv baris 5 kolom induk: induk "K1" tidak ada pada dokumen renja versi 2. Perbaikan: '
        "perbaiki kodenya; "
        "butir paling atas tidak berinduk.",
    ),
    "berputar": (
        "butir.csv",
        "S1,,sasaran",
        "S1,P1,sasaran",
        "butir.csv baris 2 kolom induk: berputar: S1 → P1 → S1. Perbaikan: ubah salah satu induk; yang "
        "paling atas "
        "tidak berinduk.",
    ),
    "tingkat-tak-dikenal": (
        "butir.csv",
        "P1,S1,program",
        "P1,S1,proyek",
        'butir.csv baris 3 kolom tingkat: tingkat "proyek" tidak ada pada skema dokumen ini. Perbaikan: '
        "yang ada: visi, "
        "misi, tujuan, sasaran, program, kegiatan, sub_kegiatan.",
    ),
    "tingkat-salah-tempat": (
        "butir.csv",
        "SK1,K1,sub_kegiatan",
        "SK1,P1,sub_kegiatan",
        "butir.csv baris 5 kolom induk: sub_kegiatan tidak boleh di bawah program menurut skema dokumen ini. "
        "Perbaikan: tempatnya: di bawah kegiatan.",
    ),
    "butir-kembar": (
        "butir.csv",
        "renja,2,SK1,K1",
        "renja,2,K1,P1",
        "butir.csv baris 5 kolom id: kembar dengan baris 4 pada versi 2 dokumen renja. Perbaikan: hapus "
        "salah satu, "
        "atau bedakan id, urut, tahun atau versinya.",
    ),
    "target-tanpa-indikator": (
        "target.csv",
        "renja,,K1,1,2025,4",
        "renja,,K1,2,2025,4",
        'target.csv baris 3 kolom butir: butir "K1" indikator urut 2 tidak ada pada dokumen renja di '
        "butir_indikator.csv. Perbaikan: perbaiki butir dan urut, atau tambahkan indikatornya ke "
        "butir_indikator.csv.",
    ),
    "pagu-tanpa-butir": (
        "pagu.csv",
        "renja,1,K1",
        "renja,1,SK1",
        'pagu.csv baris 3 kolom butir: butir "SK1" tidak ada pada dokumen renja versi 1 di butir.csv. '
        "Perbaikan: "
        "perbaiki id butirnya, atau tambahkan ke butir.csv.",
    ),
    "pagu-kosong": (
        "pagu.csv",
        "SK1,2025,daun,900.000",
        "SK1,2025,daun,",
        "pagu.csv baris 5 kolom nilai: pagu tidak berisi nilai. Perbaikan: isi rupiahnya; pagu yang "
        "tercetak kosong "
        "tidak ditulis.",
    ),
    "pagu-terhitung-dua-kali": (
        "pagu.csv",
        "renja,2,P1,2025,cetak",
        "renja,2,P1,2025,daun",
        'pagu.csv baris 4 kolom peran: butir "P1" dan anaknya "SK1" sama-sama daun pada tahun 2025; '
        "jumlahnya akan "
        "terhitung dua kali. Perbaikan: tulis peran cetak untuk P1, atau untuk SK1.",
    ),
    "indikator-dua-kali": (
        "butir_indikator.csv",
        "S1,1,IKU-1,Jumlah layanan selesai\n",
        "S1,1,IKU-1,Jumlah layanan selesai\nrenja,,S1,2,IKU-1,Jumlah\n",
        "butir_indikator.csv baris 3 kolom indikator: indikator ini sudah ada pada butir yang sama, baris "
        "2. Perbaikan: "
        "hapus salah satu.",
    ),
}


# What follows of itself from the broken row, and is named too.
SERTAAN = {
    "versi-tak-ada": [
        'pagu.csv baris 5 kolom butir: butir "SK1" tidak ada pada dokumen renja versi 2 di butir.csv. '
        "Perbaikan: "
        "perbaiki id butirnya, atau tambahkan ke butir.csv."
    ],
    "berputar": [
        "butir.csv baris 2 kolom induk: sasaran tidak boleh di bawah program menurut skema dokumen ini. "
        "Perbaikan: "
        "tempatnya: di bawah tujuan, paling atas."
    ],
    "butir-kembar": [
        'pagu.csv baris 5 kolom butir: butir "SK1" tidak ada pada dokumen renja versi 2 di butir.csv. '
        "Perbaikan: "
        "perbaiki id butirnya, atau tambahkan ke butir.csv."
    ],
}


@pytest.mark.parametrize("nama", KASUS)
def test_satu_kesalahan_satu_pesan(folder: Path, nama: str) -> None:
    berkas, lama, baru, pesan = KASUS[nama]
    ganti(folder, berkas, lama, baru)
    assert sorted(salah(folder)) == sorted([pesan, *SERTAAN.get(nama, [])])


def test_versi_melompat(folder: Path) -> None:
    tulis(
        folder,
        {
            "versi.csv": "dokumen,nomor,tahap,berlaku_mulai,alasan\nrenja,1,murni,2025-01-02,\n"
            "renja,2,perubahan,2025-03-02,x\nrenja,4,perubahan,2025-09-01,x\n"
        },
    )
    assert salah(folder) == [
        "versi.csv baris 4 kolom nomor: versi dokumen renja melompat: setelah 2 tertulis 4. Perbaikan: "
        "nomor versi "
        "berurut mulai 1; tulis 3 atau tambahkan versi yang hilang."
    ]


def test_angka_cetak_dan_pengali(folder: Path) -> None:
    tulis(
        folder,
        {
            "pagu.csv": "dokumen,versi,butir,tahun,peran,nilai,angka_cetak\nrenja,1,K1,2025,daun,,1.250\n"
            "renja,2,SK1,2025,daun,,1250\n"
        },
    )
    pesan = "hanya angka_cetak yang terisi, sedangkan versi ini tidak punya pengali_uang."
    assert [(k.baris, k.pesan) for k in periksa_folder(folder).kesalahan] == [(2, pesan), (3, pesan)]
    ganti(folder, "versi.csv", "2025-01-02,,\n", "2025-01-02,,1000000\n")
    ganti(folder, "versi.csv", "Pagu turun,\n", "Pagu turun,1000000\n")
    assert salah(folder) == []
    ganti(folder, "pagu.csv", "1.250", "seribu")
    assert salah(folder) == [
        'pagu.csv baris 2 kolom angka_cetak: "seribu" bukan bilangan bulat. Perbaikan: tulis dengan angka '
        "saja."
    ]


def test_berkas_induk_tidak_ada(folder: Path) -> None:
    """Half a plan: the missing file is named once, its children are not blamed."""
    (folder / "dokumen.csv").unlink()
    assert salah(folder)[0] == (
        "dokumen.csv: berkas ini tidak ada, padahal versi.csv menunjuk ke sana. Perbaikan: tambahkan "
        "dokumen.csv "
        "dengan kepala kode,jenis,judul,unit,tahun_awal,tahun_akhir,skema,sumber"
    )


def test_pohon_kinerja(folder: Path) -> None:
    tulis(
        folder,
        {
            "simpul.csv": "dokumen,id,teks,logika\nrenja,A,Atas,ultimate\nrenja,B,Tengah,\n"
            "renja,C,Bawah,awal\n",
            "sisi.csv": "dokumen,dari,ke,jenis,utama\nrenja,B,A,sebab_akibat,ya\nrenja,B,C,kontribusi,ya\n"
            "renja,A,B,acuan,\nrenja,C,D,sebab_akibat,ya\n",
        },
    )
    assert salah(folder) == [
        'simpul.csv baris 4 kolom logika: "awal" bukan pilihan kolom ini. Perbaikan: pakai salah satu: '
        "ultimate | "
        "intermediate | immediate | output.",
        'sisi.csv baris 5 kolom ke: simpul "D" tidak ada pada dokumen renja di simpul.csv. Perbaikan: '
        "perbaiki id "
        "simpulnya, atau tambahkan ke simpul.csv.",
        'sisi.csv baris 3 kolom utama: simpul "B" sudah punya sisi utama pada baris 2. Perbaikan: tulis '
        "utama = ya "
        "pada satu sisi saja.",
        "sisi.csv baris 4 kolom ke: berputar: B → A → B. Perbaikan: balik atau hapus salah satu sisi.",
    ]


def test_rantai_sisi_yang_panjang(folder: Path) -> None:
    """A chain of thousands of conditions is no cycle, and does not exhaust the stack."""
    n = 3_000
    tulis(
        folder,
        {
            "simpul.csv": "dokumen,id,teks\n" + "".join(f"renja,N{i},x\n" for i in range(n)),
            "sisi.csv": "dokumen,dari,ke,jenis\n"
            + "".join(f"renja,N{i},N{i + 1},sebab_akibat\n" for i in range(n - 1)),
        },
    )
    assert salah(folder) == []
