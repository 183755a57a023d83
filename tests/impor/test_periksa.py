"""Every fault between rows and of content: one broken file each, and the exact line a person reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from opensakip.impor.errors import Kesalahan, Tingkat, rangkum
from opensakip.impor.periksa import periksa_folder
from tests.impor.kecil import KECIL, ganti, tulis


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A sound small data set."""
    return tulis(tmp_path / "data", KECIL)


def salah(folder: Path) -> list[str]:
    """The faults as a person sees them."""
    return [str(k) for k in periksa_folder(folder).kesalahan]


KASUS = {
    "acuan-satu": (
        "pk_baris.csv",
        "IKU-1,",
        "IKU-11,",
        'pk_baris.csv baris 2 kolom indikator: "IKU-11" tidak ada pada kolom kode di indikator.csv. '
        "Perbaikan: "
        'maksudnya "IKU-1"? Atau tambahkan "IKU-11" ke indikator.csv.',
    ),
    "acuan-unit": (
        "indikator.csv",
        "Keluhan,BID1",
        "Keluhan,SEKSI",
        'indikator.csv baris 3 kolom unit: "SEKSI" tidak ada pada kolom kode di unit.csv. Perbaikan: '
        "perbaiki kodenya, "
        'atau tambahkan "SEKSI" ke unit.csv.',
    ),
    "acuan-pk": (
        "pk_baris.csv",
        "pk-2025,2",
        "pk-2026,2",
        'pk_baris.csv baris 3 kolom pk: "pk-2026" tidak ada pada kolom kode di pk.csv. Perbaikan: '
        'maksudnya "pk-2025"? '
        'Atau tambahkan "pk-2026" ke pk.csv.',
    ),
    "unit-pelapor": (
        "instansi.csv",
        "2025,DINAS",
        "2025,KANTOR",
        'instansi.csv baris 2 kolom unit_pelapor: "KANTOR" tidak ada pada kolom kode di unit.csv. '
        "Perbaikan: perbaiki "
        'kodenya, atau tambahkan "KANTOR" ke unit.csv.',
    ),
    "kembar-unit": (
        "unit.csv",
        "Kepala Bidang Satu\n",
        "Kepala Bidang Satu\nDINAS,Dinas Lagi,dinas,,\n",
        "unit.csv baris 4 kolom kode: kembar dengan baris 2: kode DINAS. Perbaikan: hapus salah satu, atau "
        "bedakan "
        "isinya.",
    ),
    "kembar-realisasi": (
        "realisasi.csv",
        "IKU-1,2024",
        "IKU-1,2025",
        "realisasi.csv baris 3 kolom indikator: kembar dengan baris 2: indikator IKU-1, tahun 2025, "
        "periode (kosong). "
        "Perbaikan: hapus salah satu, atau bedakan isinya.",
    ),
    "kembar-indikator-pk": (
        "pk_baris.csv",
        "keluhan,IKU-2",
        "keluhan,IKU-1",
        "pk_baris.csv baris 3 kolom pk: kembar dengan baris 2: pk pk-2025, indikator IKU-1. Perbaikan: "
        "hapus salah "
        "satu, atau bedakan isinya.",
    ),
    "pohon-unit": (
        "unit.csv",
        "dinas,,Kepala",
        "dinas,BID1,Kepala",
        "unit.csv baris 2 kolom induk: berputar: DINAS → BID1 → DINAS. Perbaikan: ubah salah satu induk; "
        "yang paling "
        "atas tidak berinduk.",
    ),
    "rumus-arah": (
        "indikator.csv",
        "turun,min_2t",
        "turun,maks",
        "indikator.csv baris 3 kolom rumus: rumus maks tidak cocok dengan arah turun. Perbaikan: untuk "
        "arah turun "
        "pakai min_2t | min_rasio | min_reduksi, atau kosongkan.",
    ),
    "arah-ordinal": (
        "indikator.csv",
        "angka,turun,min_2t",
        "angka,ordinal,ordinal",
        "indikator.csv baris 3 kolom arah: arah ordinal tidak cocok dengan jenis nilai angka. Perbaikan: "
        "pakai arah "
        "naik, turun atau rentang, atau ganti jenis_nilai menjadi ordinal atau level.",
    ),
    "skala-tanpa-puncak": (
        "indikator.csv",
        "angka,turun",
        "skala,turun",
        "indikator.csv baris 3 kolom skala_maks: jenis nilai skala tanpa nilai tertinggi. Perbaikan: isi "
        "skala_maks, "
        "misalnya 4.",
    ),
    "arah-tidak-dikenal": (
        "indikator.csv",
        "angka,turun,min_2t",
        "angka,menurun,min_2t",
        'indikator.csv baris 3 kolom arah: "menurun" bukan pilihan kolom ini. Perbaikan: pakai salah satu: '
        "naik "
        "| turun | rentang | ordinal.",
    ),
    "slug": (
        "instansi.csv",
        "dinas-uji,",
        "Dinas Uji,",
        'instansi.csv baris 2 kolom slug: slug "Dinas Uji" tidak sah. Perbaikan: pakai huruf kecil dan '
        "angka dengan "
        "strip, paling panjang 40.",
    ),
    "zona": (
        "instansi.csv",
        "Asia/Makassar",
        "WITA",
        'instansi.csv baris 2 kolom zona: "WITA" bukan pilihan kolom ini. Perbaikan: pakai salah satu: '
        "Asia/Jakarta | "
        "Asia/Pontianak | Asia/Makassar | Asia/Jayapura.",
    ),
    "tanggal": (
        "pk.csv",
        "2025-01-10",
        "10-31-2025",
        'pk.csv baris 2 kolom tanggal: "10-31-2025" bukan tanggal bentuk TTTT-BB-HH. Perbaikan: tulis '
        "tahun-bulan-hari dengan angka, misalnya TTTT-BB-HH.",
    ),
    "pk-melompat": (
        "pk.csv",
        "2025,1,murni",
        "2025,2,murni",
        "pk.csv baris 2 kolom nomor: PK DINAS tahun 2025 melompat: setelah 0 tertulis 2. Perbaikan: nomor "
        "PK berurut "
        "mulai 1; tulis 1 atau tambahkan PK yang hilang.",
    ),
    "status-tanpa-nilai": (
        "realisasi.csv",
        "IKU-2,2025,8,",
        "IKU-2,2025,,",
        "realisasi.csv baris 4 kolom nilai: status final tanpa nilai. Perbaikan: isi nilainya, atau tulis "
        "status "
        "belum_ada; sel kosong tidak dibaca 0.",
    ),
    "kosong-bernilai": (
        "realisasi.csv",
        "8,final",
        "0,belum_ada",
        "realisasi.csv baris 4 kolom nilai: status belum_ada tetapi nilainya terisi. Perbaikan: kosongkan "
        "nilainya, "
        "atau ganti statusnya.",
    ),
    "sasaran-dua-bunyi": (
        "pk_baris.csv",
        "pk-2025,2,S2,",
        "pk-2025,2,S1,",
        "pk_baris.csv baris 3 kolom sasaran: sasaran S1 berbunyi lain pada baris 2. Perbaikan: samakan "
        "bunyinya, atau "
        "beri kode sasaran lain.",
    ),
}


@pytest.mark.parametrize("nama", KASUS)
def test_satu_kesalahan_satu_pesan(folder: Path, nama: str) -> None:
    berkas, lama, baru, pesan = KASUS[nama]
    ganti(folder, berkas, lama, baru)
    assert salah(folder) == [pesan]


def test_nilai_dibawa(folder: Path) -> None:
    kepala = "indikator,tahun,nilai,status,tahun_nilai,alasan\n"
    tulis(
        folder, {"realisasi.csv": f"{kepala}IKU-1,2025,80,dibawa,,\nIKU-2,2025,8,dibawa,2025,belum terbit\n"}
    )
    assert salah(folder) == [
        "realisasi.csv baris 2 kolom tahun_nilai: status dibawa tanpa tahun asal nilainya. Perbaikan: isi "
        "tahun nilai "
        "itu, sebelum tahun ini.",
        "realisasi.csv baris 2 kolom alasan: status dibawa tanpa alasan. Perbaikan: sebutkan mengapa nilai "
        "tahun ini "
        "belum ada.",
        "realisasi.csv baris 3 kolom tahun_nilai: nilai dibawa dari tahun 2025, tidak sebelum 2025. "
        "Perbaikan: isi "
        "tahun yang lebih awal, atau tulis status final.",
    ]
    tulis(
        folder,
        {"realisasi.csv": f"{kepala}IKU-1,2025,80,final,2024,\nIKU-2,2025,8,dibawa,2024,belum terbit\n"},
    )
    assert salah(folder) == [
        "realisasi.csv baris 2 kolom tahun_nilai: tahun nilai 2024 berbeda dengan tahun 2025, padahal "
        "statusnya final. "
        "Perbaikan: pakai status dibawa bila nilainya milik tahun lain, atau kosongkan tahun_nilai."
    ]


def test_perubahan_pk(folder: Path) -> None:
    kepala = "kode,unit,tahun,nomor,tahap,tanggal,alasan_kode,dilampirkan,pihak_pertama\n"
    tulis(
        folder,
        {
            "pk.csv": f"{kepala}pk-2025,DINAS,2025,1,murni,2025-03-01,,,Kepala Dinas\n"
            "pk-b,DINAS,2025,2,perubahan,2025-02-01,,,Kepala Dinas\n"
        },
    )
    assert salah(folder) == [
        "pk.csv baris 3 kolom alasan_kode: PK kedua dan seterusnya wajib menyebut dasar perubahan. "
        "Perbaikan: isi "
        "pejabat, strategi atau asumsi.",
        "pk.csv baris 3 kolom tanggal: mendahului PK nomor 1 (2025-03-01). Perbaikan: perbaiki tanggalnya, "
        "atau tukar "
        "nomornya.",
        'pk.csv baris 3 kolom kode: PK "pk-b" tidak punya satu baris pun di pk_baris.csv. Perbaikan: '
        "tambahkan "
        "sasaran, indikator dan targetnya, atau tulis dilampirkan = tidak.",
    ]
    tulis(
        folder,
        {
            "pk.csv": f"{kepala}pk-2025,DINAS,2025,1,murni,2025-01-01,,,Kepala Dinas\n"
            "pk-b,DINAS,2025,2,perubahan,2025-02-01,strategi,tidak,Kepala Dinas\n"
        },
    )
    assert salah(folder) == []


def test_versi_kartu(folder: Path) -> None:
    kepala = "kode,nama,satuan,unit,jenis_nilai,arah,versi,berlaku_mulai,alasan\n"
    dasar = "IKU-2,Keluhan,Keluhan,BID1,angka,turun,1,2020-01-01,\n"
    tulis(
        folder,
        {
            "indikator.csv": f"{kepala}{dasar}IKU-1,A,B,DINAS,angka,naik,1,2024-01-01,\n"
            "IKU-1,A,B,BID1,angka,naik,2,2024-01-01,\n"
        },
    )
    assert salah(folder) == [
        "indikator.csv baris 4 kolom unit: pemilik berbeda dengan versi 1 (DINAS). Perbaikan: satu "
        "indikator satu "
        "pemilik.",
        "indikator.csv baris 4 kolom alasan: kartu versi kedua dan seterusnya wajib beralasan. Perbaikan: "
        "isi kolom "
        "alasan.",
        "indikator.csv baris 4 kolom berlaku_mulai: kartu versi 2 harus mulai sesudah versi 1. Perbaikan: "
        "isi tanggal "
        "mulai berlakunya.",
    ]
    tulis(folder, {"indikator.csv": f"{kepala}{dasar}IKU-1,A,B,DINAS,angka,naik,2,2024-01-01,x\n"})
    assert salah(folder) == [
        "indikator.csv baris 3 kolom versi: versi kartu melompat: setelah 0 tertulis 2. Perbaikan: tulis 1."
    ]
    tulis(folder, {"indikator.csv": f"{kepala}{dasar}IKU-1,A,B,DINAS,angka,naik,1,2026-01-01,\n"})
    assert salah(folder) == [
        "pk_baris.csv baris 2 kolom indikator: kartu indikator IKU-1 baru berlaku 2026-01-01, sesudah "
        "tahun PK 2025. "
        "Perbaikan: perbaiki berlaku_mulai di indikator.csv."
    ]


def test_batas_dan_skala_kartu(folder: Path) -> None:
    tulis(
        folder,
        {
            "indikator.csv": "kode,nama,satuan,unit,jenis_nilai,arah,"
            "desimal,skala_min,skala_maks,batas_atas,batas_bawah\n"
            "IKU-1,A,B,DINAS,skala,naik,9,4,4,100,120\nIKU-2,A,B,DINAS,angka,turun,,,,10000,\n"
        },
    )
    assert salah(folder) == [
        'indikator.csv baris 3 kolom batas_atas: "10000" melampaui 4 angka di depan atau 2 angka di '
        "belakang koma. "
        "Perbaikan: periksa angkanya, atau bulatkan.",
        "indikator.csv baris 2 kolom skala_min: skala_min tidak lebih kecil dari skala_maks. Perbaikan: "
        "tukar atau "
        "perbaiki nilainya.",
        "indikator.csv baris 2 kolom batas_bawah: batas bawah melampaui batas atas. Perbaikan: tukar atau "
        "perbaiki "
        "nilainya.",
        "indikator.csv baris 2 kolom desimal: lebih dari 8 angka di belakang koma. Perbaikan: tulis 0 "
        "sampai 8.",
    ]


def test_aturan_yang_tidak_ada(folder: Path) -> None:
    tulis(
        folder,
        {
            "instansi.csv": "slug,nama,rumpun,zona,tahun,unit_pelapor,skala_peringkat,contoh\n"
            "dinas-uji,Dinas,kabkota,Asia/Jakarta,2025,DINAS,ordinal/opini-bpk,ya\n"
        },
    )
    pesan = salah(folder)
    assert pesan[0] == (
        "instansi.csv baris 2 kolom pernyataan: instansi contoh wajib memuat pernyataan bahwa ini contoh. "
        "Perbaikan: "
        "isi kolom pernyataan."
    )
    assert pesan[1].startswith(
        'instansi.csv baris 2 kolom skala_peringkat: aturan "ordinal/opini-bpk" tidak ada di antara aturan '
        "jenis "
        "skala. Perbaikan: yang ada: "
    )
    assert "permendagri-86-2017/skala-peringkat" in pesan[1]
    tulis(folder, KECIL)
    ganti(folder, "indikator.csv", "BID1,angka,turun,min_2t", "BID1,level,ordinal,ordinal")
    (pesan_ordinal,) = [p for p in salah(folder) if "skala_ordinal" in p]
    assert pesan_ordinal.startswith(
        "indikator.csv baris 3 kolom skala_ordinal: jenis nilai level tanpa urutan nilainya. Perbaikan: isi "
        "skala_ordinal dengan salah satu: ordinal/"
    )


def test_sumber_yang_tidak_terdaftar(folder: Path) -> None:
    tulis(
        folder,
        {
            "realisasi.csv": "indikator,tahun,nilai,status,sumber\nIKU-1,2025,80,final,lkj:12\n"
            "IKU-2,2025,8,final,lkj:13;surat\n"
        },
    )
    pesan = [
        'realisasi.csv baris 2 kolom sumber: "lkj" tidak ada pada kolom kode di sumber.csv (juga pada 1 '
        "baris lain). "
        'Perbaikan: perbaiki kodenya, atau tambahkan "lkj" ke sumber.csv.',
        'realisasi.csv baris 3 kolom sumber: "surat" tidak ada pada kolom kode di sumber.csv. Perbaikan: '
        "perbaiki "
        'kodenya, atau tambahkan "surat" ke sumber.csv.',
    ]
    assert salah(folder) == pesan
    tulis(folder, {"sumber.csv": "kode,judul\nlkj,Laporan\nsurat,Surat\n"})
    assert salah(folder) == []


def test_berkas_lain(folder: Path) -> None:
    tulis(
        folder,
        {
            "pembanding.csv": "indikator,tahun,entitas,keadaan,nilai\nIKU-1,2025,Kabupaten X,ada,\n"
            "IKU-2,2025,Kabupaten X,tidak_ada,7\n",
            "realisasi_anggaran.csv": "tingkat,kunci,tahun,nilai,persen_cetak\ninstansi,DINAS,2025,,\n"
            "sasaran,S9,2025,100,\nrincian,,2025,100,\n",
            "naskah.csv": "tempat,teks\nsasaran.S9.sebab,x\nsasaran.S1.sebab,x\nanggaran.sebab,x\n",
            "efisiensi.csv": "sasaran,tingkat,uraian,anggota,dokumen\nS1,program,x,P1,renja\n",
            "bagian.csv": 'jenis,urut,teks,jumlah\npegawai,1,Pelaksana,"7,5"\n',
        },
    )
    assert salah(folder) == [
        'bagian.csv baris 2 kolom jumlah: "7,5" melampaui 9 angka di depan atau 0 angka di belakang koma. '
        "Perbaikan: "
        "periksa angkanya, atau bulatkan.",
        'realisasi_anggaran.csv baris 3 kolom kunci: sasaran "S9" tidak ada pada kolom sasaran_kode di '
        "pk_baris.csv. "
        "Perbaikan: perbaiki kodenya.",
        'efisiensi.csv baris 2 kolom dokumen: "renja" tidak ada pada kolom kode di dokumen.csv. Perbaikan: '
        "perbaiki "
        'kodenya, atau tambahkan "renja" ke dokumen.csv.',
        'efisiensi.csv baris 2 kolom anggota: butir "P1" tidak ada pada dokumen renja di butir.csv. '
        "Perbaikan: "
        "perbaiki id butirnya; beberapa id dipisah titik koma.",
        'naskah.csv baris 2 kolom tempat: sasaran "S9" tidak ada pada kolom sasaran_kode di pk_baris.csv. '
        "Perbaikan: "
        "perbaiki tempatnya, bentuknya sasaran.<kode>.<bagian>.",
        "pembanding.csv baris 2 kolom nilai: keadaan ada tanpa nilai. Perbaikan: isi nilainya, atau ganti "
        "keadaannya.",
        "pembanding.csv baris 3 kolom nilai: keadaan tidak_ada tetapi nilainya terisi. Perbaikan: "
        "kosongkan nilainya, "
        "atau tulis keadaan ada.",
        "realisasi_anggaran.csv baris 2 kolom nilai: tanpa nilai dan tanpa persen_cetak. Perbaikan: isi "
        "salah satu, "
        "atau hapus barisnya.",
        "realisasi_anggaran.csv baris 4 kolom kunci: rincian tanpa kunci. Perbaikan: isi kode atau nama "
        "rinciannya.",
    ]


def test_hanya_kepala(folder: Path) -> None:
    for nama in ("instansi.csv", "unit.csv", "pk.csv", "pk_baris.csv", "indikator.csv", "realisasi.csv"):
        (folder / nama).write_text(KECIL[nama].splitlines()[0] + "\n", encoding="utf-8")
    assert salah(folder) == [
        "instansi.csv: hanya ada kepala kolom, tanpa baris data. Perbaikan: isi sedikitnya satu baris.",
        "unit.csv: hanya ada kepala kolom, tanpa baris data. Perbaikan: isi sedikitnya satu baris.",
        "pk.csv: hanya ada kepala kolom, tanpa baris data. Perbaikan: isi Perjanjian Kinerja tahun laporan.",
    ]


def test_dua_instansi(folder: Path) -> None:
    ganti(
        folder,
        "instansi.csv",
        "2025,DINAS\n",
        "2025,DINAS\ndinas-dua,Dinas Dua,kabkota,Asia/Jakarta,2025,DINAS\n",
    )
    assert salah(folder) == [
        "instansi.csv baris 3 kolom slug: instansi.csv berisi lebih dari satu instansi. Perbaikan: satu "
        "folder satu "
        "instansi."
    ]


def test_realisasi_yang_belum_ada_diingatkan_bukan_dianggap_nol(folder: Path) -> None:
    ganti(folder, "realisasi.csv", "IKU-2,2025,8,final\n", "")
    data = periksa_folder(folder)
    assert data.kesalahan == ()
    assert [str(p) for p in data.peringatan] == [
        "pk_baris.csv baris 3 kolom indikator: indikator IKU-2 belum punya baris realisasi tahun 2025; "
        "capaiannya akan "
        "tertulis belum dapat dinilai. Perbaikan: tambahkan barisnya dengan status belum_ada bila memang "
        "belum ada."
    ]


def test_semua_kesalahan_sekaligus_yang_mendasar_lebih_dahulu(folder: Path) -> None:
    """One report, most basic cause first; what follows from a reported fault is not reported again."""
    (folder / "pk.csv").unlink()
    ganti(folder, "unit.csv", "kode,nama,jenis", "kode,nama,macam")
    ganti(folder, "realisasi.csv", "8,final", "delapan,final")
    ganti(folder, "realisasi.csv", "IKU-1,2024", "IKU-9,24")
    ganti(folder, "indikator.csv", "turun,min_2t", "turun,maks")
    data = periksa_folder(folder)
    assert [(k.tingkat.name, k.berkas, k.baris, k.kolom) for k in data.kesalahan] == [
        ("BERKAS", "pk.csv", None, ""),
        ("KOLOM", "unit.csv", None, "jenis"),
        ("SEL", "realisasi.csv", 2, "tahun"),
        ("SEL", "realisasi.csv", 4, "nilai"),
        ("ACUAN", "realisasi.csv", 2, "indikator"),
        ("ISI", "indikator.csv", 3, "rumus"),
    ]


def test_daftar_panjang_dipotong() -> None:
    banyak = [Kesalahan("a.csv", n, "k", "", "salah.", "", Tingkat.SEL) for n in range(1, 51)]
    baris = rangkum(banyak, batas=3)
    assert baris == [
        "a.csv baris 1 kolom k: salah.",
        "a.csv baris 2 kolom k: salah.",
        "a.csv baris 3 kolom k: salah.",
        "… dan 47 lagi",
    ]
    assert len(rangkum(banyak[:3], batas=3)) == 3


def test_acuan_angka_yang_salah_tulis_ditolak(folder: Path) -> None:
    """A reference that could not be resolved later is refused at the door, with place and mend."""
    (folder / "naskah.csv").write_text(
        "tempat,teks\nanggaran.sebab,Sisa {{angka:anggaran.sisa saja\n", "utf-8"
    )
    assert salah(folder) == [
        "naskah.csv baris 2 kolom teks: acuan angka ditulis {{angka:ID}}, dengan dua kurung kurawal "
        "pembuka dan penutup. Perbaikan: perbaiki acuannya, atau tulis angkanya tanpa kurung kurawal."
    ]


def test_instrumen_dengan_komponen_atau_nilai_yang_mustahil(folder: Path) -> None:
    baris = [f"skm,2025,unsur,U{n},3" for n in range(1, 9)]
    (folder / "instrumen.csv").write_text(
        "\n".join(
            [
                "instrumen,tahun,kelompok,komponen,nilai",
                *baris,
                "skm,2025,unsur,U10,3",
                "skm,2025,unsur,U9,34",
            ]
        ),
        "utf-8",
    )
    assert salah(folder) == [
        "instrumen.csv baris 10 kolom komponen: skm tidak mempunyai komponen “U10”. Perbaikan: pilih U1, U2, "
        "U3, U4, U5, U6, U7, U8, U9.",
        "instrumen.csv baris 11 kolom nilai: nilai skm harus di antara 1 dan 4. Perbaikan: periksa angkanya, "
        "juga koma dan titiknya.",
    ]


def test_instrumen_yang_belum_lengkap_diingatkan(folder: Path) -> None:
    (folder / "instrumen.csv").write_text(
        "instrumen,tahun,kelompok,komponen,nilai\nakip,2025,komponen,1,20\nakip,2025,komponen,3,10\n", "utf-8"
    )
    data = periksa_folder(folder)
    assert data.kesalahan == ()
    assert "akip 2025 belum memuat komponen 2, 4" in "".join(str(p) for p in data.peringatan)
