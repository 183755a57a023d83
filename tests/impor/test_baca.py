"""Reading files as people make them: what is accepted, and what each refusal says."""

from __future__ import annotations

from pathlib import Path

import pytest

from opensakip.impor import baca
from opensakip.impor.periksa import DataSet, periksa_folder
from tests.impor.kecil import KECIL, ganti, tulis

KEPALA_REALISASI = ["indikator", "tahun", "nilai", "status"]


def salah(data: DataSet) -> list[str]:
    """The faults as a person sees them."""
    return [str(k) for k in data.kesalahan]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A sound small data set."""
    return tulis(tmp_path / "data", KECIL)


def test_data_kecil_sah(folder: Path) -> None:
    data = periksa_folder(folder)
    assert salah(data) == []
    assert data.peringatan == ()
    assert [str(b.nilai.angka) for b in data.kumpulan["realisasi"] if b.nilai] == ["70.0", "84.525", "8"]


@pytest.mark.parametrize(
    ("sandi", "awal"), [("utf-8", b""), ("utf-8-sig", b""), ("utf-16", b""), ("cp1252", b"")]
)
def test_sandi_diterima(folder: Path, sandi: str, awal: bytes) -> None:
    teks = KECIL["unit.csv"].replace("Bidang Satu,bidang", "Bidang Café – Satu,bidang")
    (folder / "unit.csv").write_bytes(awal + teks.encode(sandi))
    data = periksa_folder(folder)
    assert salah(data) == []
    assert data.kumpulan["unit"][1]["nama"] == "Bidang Café – Satu"
    assert [str(p) for p in data.peringatan] == (
        ["unit.csv: dibaca sebagai Windows-1252 karena bukan UTF-8; periksa huruf berimbuhan tanda."]
        if sandi == "cp1252"
        else []
    )


@pytest.mark.parametrize("pemisah", [",", ";", "\t"])
@pytest.mark.parametrize("baris_sep", [False, True])
def test_pemisah_ditemukan(folder: Path, pemisah: str, baris_sep: bool) -> None:
    nilai = '"84,52"' if pemisah == "," else "84,52"
    teks = "".join(f"{pemisah.join(b)}\n" for b in (KEPALA_REALISASI, ["IKU-1", "2025", nilai, "final"]))
    kepala = f"sep={pemisah}\r\n" if baris_sep else ""
    (folder / "realisasi.csv").write_text(kepala + teks, encoding="utf-8", newline="")
    data = periksa_folder(folder)
    assert salah(data) == []
    baris = data.kumpulan["realisasi"][0]
    assert (baris["indikator"], baris["tahun"], str(baris.nilai.angka)) == ("IKU-1", 2025, "84.52")
    assert baris.nomor == (3 if baris_sep else 2)


def test_kepala_huruf_apa_pun_dan_urutan_bebas(folder: Path) -> None:
    (folder / "realisasi.csv").write_text(
        "STATUS, Nilai ,Tahun,INDIKATOR,Tahun Nilai\nfinal,8,2025,IKU-2,\n", encoding="utf-8"
    )
    data = periksa_folder(folder)
    assert salah(data) == []
    assert data.kumpulan["realisasi"][0]["indikator"] == "IKU-2"


def test_nama_berkas_huruf_apa_pun(folder: Path) -> None:
    (folder / "unit.csv").rename(folder / "UNIT.CSV")
    assert salah(periksa_folder(folder)) == []


def test_baris_kosong_dan_baris_baru_dalam_petik_tidak_menggeser_nomor(folder: Path) -> None:
    (folder / "pk_baris.csv").write_text(
        "pk,urut,sasaran_kode,sasaran,indikator,target\n"
        'pk-2025,1,S1,"Meningkatnya\nlayanan",IKU-1,80\n'
        "\n"
        ",,,,,\n"
        "pk-2025,2,S2,Menurunnya keluhan,TIDAK-ADA,10\n",
        encoding="utf-8",
    )
    data = periksa_folder(folder)
    assert data.kumpulan["pk_baris"][0]["sasaran"] == "Meningkatnya\nlayanan"
    assert [(k.berkas, k.baris) for k in data.kesalahan] == [("pk_baris.csv", 6)]


def test_sel_opsional_di_ujung_boleh_tidak_ada(folder: Path) -> None:
    (folder / "realisasi.csv").write_text(
        "indikator,tahun,nilai,status,alasan,sumber\nIKU-1,2025,84,final\nIKU-2,2025,8,final,\n",
        encoding="utf-8",
    )
    data = periksa_folder(folder)
    assert salah(data) == []
    assert data.kumpulan["realisasi"][0]["alasan"] == ""


KASUS_BERKAS = [
    (
        b"",
        "unit.csv baris 1: berkas kosong. Perbaikan: tulis kepala kolom pada baris 1: "
        "kode,nama,singkatan,jenis,induk,pimpinan,jenjang,kode_luar,sumber",
    ),
    (
        b"PK\x03\x04sisanya",
        "unit.csv: isinya buku kerja (XLSX/XLS), bukan CSV. Perbaikan: buka di aplikasi lembar "
        "kerja, lalu simpan sebagai CSV UTF-8.",
    ),
    (
        b"kode,nama,jenis\nA,B\x00,dinas\n",
        "unit.csv baris 2: berkas berisi bita NUL; isinya bukan teks. Perbaikan: "
        "simpan ulang sebagai CSV UTF-8.",
    ),
    (
        "kode,nama,jenis\nA,Café,dinas\nB,Caf".encode() + b"\xe9,bidang\n",
        "unit.csv baris 3: ada huruf yang tidak terbaca sebagai UTF-8 maupun Windows-1252. Perbaikan: "
        "simpan ulang "
        "sebagai CSV UTF-8.",
    ),
    (
        b"kode,nama,jenis\nA,\x81,dinas\n",
        "unit.csv baris 2: ada huruf yang tidak terbaca sebagai UTF-8 maupun Windows-1252. Perbaikan: "
        "simpan ulang "
        "sebagai CSV UTF-8.",
    ),
    (
        b'kode,nama,jenis\nA,"Dinas,dinas\nB,Bidang,bidang\n',
        "unit.csv baris 2: tanda petik yang dibuka pada baris ini tidak ditutup dengan benar. Perbaikan: "
        "tutup dengan "
        '"; tanda petik di dalam teks ditulis dua kali ("").',
    ),
    (
        b'kode,nama,jenis\nA,"Dinas" Uji,dinas\n',
        "unit.csv baris 2: tanda petik yang dibuka pada baris ini tidak ditutup dengan benar. Perbaikan: "
        "tutup dengan "
        '"; tanda petik di dalam teks ditulis dua kali ("").',
    ),
]


@pytest.mark.parametrize(("bita", "pesan"), KASUS_BERKAS)
def test_berkas_yang_tidak_terbaca(folder: Path, bita: bytes, pesan: str) -> None:
    (folder / "unit.csv").write_bytes(bita)
    assert salah(periksa_folder(folder)) == [pesan]


def test_batas_ukuran_dan_baris(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(baca, "MAKS_BARIS", 2)
    assert salah(periksa_folder(folder)) == [
        "realisasi.csv baris 4: lebih dari 2 baris. Perbaikan: bagi datanya.",
    ]
    monkeypatch.setattr(baca, "MAKS_BITA", 60)
    assert (
        "unit.csv: berkas lebih besar dari 0 MB. Perbaikan: bagi datanya, atau hapus kolom yang tak perlu."
        in salah(periksa_folder(folder))
    )


def test_sel_terlalu_panjang(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(baca, "MAKS_SEL", 50)
    (folder / "unit.csv").write_text(f"kode,nama,jenis\nDINAS,{'x' * 60},dinas\n", encoding="utf-8")
    assert salah(periksa_folder(folder)) == [
        "unit.csv baris 2: ada sel lebih panjang dari 50 huruf. Perbaikan: periksa tanda petik yang tidak "
        "ditutup."
    ]


KASUS_KOLOM = [
    (
        "kode,nama\nDINAS,Dinas\n",
        [
            "unit.csv kolom jenis: kolom wajib ini tidak ada. Kepala sekarang: kode, nama (pemisah koma). "
            "Perbaikan: "
            'tambahkan kolom "jenis".'
        ],
    ),
    (
        "kode;nama;jenis_\nDINAS;Dinas;dinas\n",
        [
            "unit.csv kolom jenis: kolom wajib ini tidak ada. Kepala sekarang: kode, nama, jenis_ (pemisah "
            "titik koma). "
            'Perbaikan: ganti nama kolom "jenis_" menjadi "jenis".'
        ],
    ),
    (
        "kode,nama,jenis,nama\nDINAS,Dinas,dinas,x\n",
        [
            "unit.csv baris 1 kolom nama: kolom ini tertulis dua kali pada kepala. Perbaikan: hapus salah "
            "satunya."
        ],
    ),
    (
        "kode,nama,jenis,pimpinann\nDINAS,Dinas,dinas,Kepala\nBID1,Bidang,bidang,\n",
        [
            'unit.csv baris 1 kolom pimpinann: kolom ini tidak dikenal. Perbaikan: maksudnya "pimpinan"? '
            "Ganti namanya, "
            "atau hapus kolomnya."
        ],
    ),
]


@pytest.mark.parametrize(("teks", "pesan"), KASUS_KOLOM)
def test_kolom_disebut_lebih_dahulu_daripada_isi(folder: Path, teks: str, pesan: list[str]) -> None:
    (folder / "unit.csv").write_text(teks, encoding="utf-8")
    assert salah(periksa_folder(folder)) == pesan


def test_kolom_dan_berkas_asing_hanya_dicatat(folder: Path) -> None:
    ganti(folder, "unit.csv", "kode,nama,jenis,induk,pimpinan", "kode,nama,jenis,induk,pimpinan,warna")
    (folder / "catatan-rapat.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    (folder / "BACA-SAYA.txt").write_text("halo", encoding="utf-8")
    data = periksa_folder(folder)
    assert salah(data) == []
    assert [str(p) for p in data.peringatan] == [
        "catatan-rapat.csv: berkas ini tidak dikenal dan tidak dibaca.",
        "unit.csv kolom warna: kolom ini tidak dikenal dan tidak dibaca.",
    ]


def test_nama_berkas_salah_ketik(folder: Path) -> None:
    (folder / "pagus.csv").write_text("a\n", encoding="utf-8")
    assert salah(periksa_folder(folder)) == [
        "pagus.csv: nama berkas ini tidak dikenal. Perbaikan: maksudnya pagu.csv? Ganti namanya, atau "
        "pindahkan "
        "keluar dari folder."
    ]


def test_nama_berkas_beda_huruf_besar(folder: Path) -> None:
    (folder / "Unit.csv").write_text(KECIL["unit.csv"], encoding="utf-8")
    pesan = salah(periksa_folder(folder))
    assert pesan == [
        "unit.csv: nama ini sama dengan Unit.csv, hanya beda huruf besar. Perbaikan: simpan satu saja dari "
        "keduanya."
    ]


def test_koma_desimal_tanpa_petik(folder: Path) -> None:
    ganti(folder, "pk_baris.csv", '"80,5"', "80,5")
    assert salah(periksa_folder(folder)) == [
        "pk_baris.csv baris 2: baris ini berisi 7 sel, kepala hanya 6. Perbaikan: apit isi yang memuat "
        "koma dengan "
        'tanda petik, misalnya "3,5".'
    ]


def test_baris_terpotong(folder: Path) -> None:
    jalur = folder / "realisasi.csv"
    jalur.write_text(jalur.read_text(encoding="utf-8")[: -len(",8,final\n")], encoding="utf-8")
    assert salah(periksa_folder(folder)) == [
        "realisasi.csv baris 4: baris ini terpotong: 2 dari 4 sel, tanpa status. Perbaikan: lengkapi "
        "barisnya, atau "
        "ambil lagi berkas yang utuh."
    ]


def test_folder_tidak_ada(tmp_path: Path) -> None:
    tiada = tmp_path / "tiada"
    assert salah(periksa_folder(tiada)) == [
        f"Folder data tidak ditemukan: {tiada} Perbaikan: periksa namanya; isinya instansi.csv, unit.csv, "
        "indikator.csv, pk.csv, pk_baris.csv dan realisasi.csv. Templat: opensakip muat --templat FOLDER"
    ]
    berkas = tmp_path / "berkas"
    berkas.write_text("x", encoding="utf-8")
    assert salah(periksa_folder(berkas))[0].startswith(f"Folder data bukan folder: {berkas}")


def test_separuh_data(folder: Path) -> None:
    """Half a data set: every missing file is named, with the header it needs, and nothing else."""
    for nama in ("unit.csv", "pk_baris.csv", "realisasi.csv"):
        (folder / nama).unlink()
    assert salah(periksa_folder(folder)) == [
        "unit.csv: berkas wajib ini tidak ada di folder. Perbaikan: buat unit.csv dengan kepala "
        "kode,nama,jenis "
        "(kolom lain boleh ditambahkan; templat: opensakip muat --templat FOLDER).",
        "pk_baris.csv: berkas wajib ini tidak ada di folder. Perbaikan: buat pk_baris.csv dengan kepala "
        "pk,urut,sasaran_kode,sasaran,indikator,target (kolom lain boleh ditambahkan; templat: opensakip "
        "muat "
        "--templat FOLDER).",
        "realisasi.csv: berkas wajib ini tidak ada di folder. Perbaikan: buat realisasi.csv dengan kepala "
        "indikator,tahun,status (kolom lain boleh ditambahkan; templat: opensakip muat --templat FOLDER).",
    ]


def test_sidik_tidak_terpengaruh_bentuk_berkas(folder: Path) -> None:
    awal = periksa_folder(folder).sidik
    (folder / "realisasi.csv").write_bytes(
        "\ufeffStatus;Nilai;Tahun;Indikator;Catatan "
        "Saya\r\nfinal;70,0;2024;IKU-1;a\r\nfinal;84,525;2025;IKU-1;\r\n"
        "final;8;2025;IKU-2;\r\n".encode()
    )
    assert periksa_folder(folder).sidik == awal
    ganti(folder, "realisasi.csv", "84,525", "84,526")
    assert periksa_folder(folder).sidik != awal
