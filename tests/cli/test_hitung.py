"""``opensakip hitung``: what stands on which stream, exit codes, and files of every kind."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from opensakip.cli import berkas_csv
from opensakip.cli.hitung_berkas import TAMBAHAN
from opensakip.cli.utama import utama


def jalankan(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    """Run one command line in this process: exit code, standard output, standard error."""
    kode = utama(["hitung", *argv])
    keluar = capsys.readouterr()
    return kode, keluar.out, keluar.err


# -- capaian ------------------------------------------------------------------------------------------


def test_capaian_json(capsys: pytest.CaptureFixture[str]) -> None:
    kode, out, err = jalankan(
        capsys, "capaian", "--target", "69", "--realisasi", "69,31", "--arah", "naik", "--json"
    )
    assert (kode, err) == (0, "")
    isi = json.loads(out)
    assert list(isi) == ["nilai", "tampil", "langkah", "dasar", "aturan", "keterangan"]
    assert isi["nilai"] == "100.4492753623188405797101449"
    assert isi["tampil"] == "100,45"
    assert isi["langkah"][0] == "69,31 ÷ 69 × 100 = 100,4492753623…"
    assert isi["dasar"]


def test_capaian_untuk_dibaca(capsys: pytest.CaptureFixture[str]) -> None:
    kode, out, _ = jalankan(capsys, "capaian", "--target", "10", "--realisasi", "12", "--arah", "turun")
    assert kode == 0
    assert out.splitlines()[:3] == [
        "Capaian: 80,00",
        "  (2 × 10 − 12) ÷ 10 × 100 = 80",
        "  dibulatkan setengah ke atas ke 2 desimal: 80,00",
    ]


@pytest.mark.parametrize(
    ("argumen", "tampil"),
    [
        (["--target", "10", "--realisasi", "8", "--arah", "turun", "--rumus", "min_rasio"], "125,00"),
        (["--target", "10", "--realisasi", "4", "--arah", "turun", "--rumus", "min_reduksi"], "60,00"),
        (["--target", "10", "--realisasi", "30", "--arah", "turun"], "0,00"),
        (["--target", "10", "--realisasi", "30", "--arah", "turun", "--batas-bawah", "-50"], "−50,00"),
        (["--target", "7", "--realisasi", "10", "--arah", "naik"], "142,86"),
        (["--target", "7", "--realisasi", "10", "--arah", "naik", "--batas-atas", "120"], "120,00"),
        (["--target", "2-3", "--realisasi", "4", "--arah", "rentang"], "66,67"),
        (["--target", "0", "--realisasi", "0", "--arah", "turun"], "100,00"),
        (["--target", "5", "--realisasi", "-5,2", "--arah", "naik"], "−104,00"),
        (["--target", "12.348", "--realisasi", "12.348", "--arah", "naik", "--angka", "id"], "100,00"),
        (["--target", "38%", "--realisasi", "19%", "--arah", "naik"], "50,00"),
        (["--target", "WDP", "--realisasi", "WTP", "--arah", "ordinal", "--ordinal", "TW,WDP,WTP"], "100,00"),
    ],
)  # fmt: skip
def test_capaian_ragam(capsys: pytest.CaptureFixture[str], argumen: list[str], tampil: str) -> None:
    kode, out, _ = jalankan(capsys, "capaian", *argumen, "--json")
    assert (kode, json.loads(out)["tampil"]) == (0, tampil)


@pytest.mark.parametrize(
    ("argumen", "sebab"),
    [
        (["--target", "0", "--realisasi", "5", "--arah", "turun"], "target 0"),
        (
            ["--target", "0", "--realisasi", "0", "--arah", "turun", "--aturan-nol", "tidak_dinilai"],
            "target 0",
        ),
        (["--target", "84", "--realisasi", "", "--arah", "naik"], "realisasi belum diisi"),
        (["--target", "84", "--realisasi", "-", "--arah", "naik"], "realisasi belum diisi"),
        (["--target", "Baik", "--realisasi", "90", "--arah", "naik"], "bukan angka"),
    ],
)
def test_capaian_tanpa_nilai_keluar_1(
    capsys: pytest.CaptureFixture[str], argumen: list[str], sebab: str
) -> None:
    kode, out, _ = jalankan(capsys, "capaian", *argumen, "--json")
    isi = json.loads(out)
    assert (kode, isi["nilai"], isi["tampil"]) == (1, None, "–")
    assert sebab in isi["keterangan"]


@pytest.mark.parametrize(
    ("argumen", "pesan"),
    [
        (["--target", "12.348", "--realisasi", "5", "--arah", "naik"], "--target: “12.348” dapat dibaca dua"),
        (["--target", "5", "--realisasi", "abc.1", "--arah", "rentang", "--batas-atas", "x"], "--batas-atas"),
        (["--target", "NaN", "--realisasi", "5", "--arah", "naik"], "--target: “NaN” bukan angka"),
        (["--target", "5", "--realisasi", "1e3", "--arah", "naik"], "bentuk pangkat"),
        (["--target", "1234567890123456", "--realisasi", "5", "--arah", "naik"], "paling banyak 15"),
        (["--target", "5", "--realisasi", "5", "--arah", "naik", "--rumus", "min_2t"], "pilih maks"),
        (["--target", "5", "--realisasi", "5", "--arah", "naik", "--batas-atas", "90", "--batas-bawah", "95"],
         "lebih besar daripada batas_atas"),
        (["--target", "5", "--realisasi", "5", "--arah", "atas"], "--arah: “atas” tidak dikenal; pilih naik"),
        (["--target", "5", "--arah", "naik"], "wajib diisi: --realisasi"),
        (["--target", "--arah", "naik", "--realisasi", "5"], "--target: nilainya belum diisi"),
        (["--target", "5", "--realisasi", "5", "--arah", "naik", "--tar", "3"], "tidak dikenal: --tar"),
    ],
)  # fmt: skip
def test_salah_pakai_keluar_2(capsys: pytest.CaptureFixture[str], argumen: list[str], pesan: str) -> None:
    kode, out, err = jalankan(capsys, "capaian", *argumen)
    assert (kode, out) == (2, "")
    assert pesan in err
    assert "Traceback" not in err


# -- berkas -------------------------------------------------------------------------------------------


def tulis(tempat: Path, isi: str | bytes, nama: str = "masuk.csv") -> Path:
    berkas = tempat / nama
    berkas.write_bytes(isi if isinstance(isi, bytes) else isi.encode())
    return berkas


def baca(berkas: Path, pemisah: str = ",") -> list[dict[str, str]]:
    with berkas.open(encoding="utf-8-sig", newline="") as f:
        return list(csv.DictReader(f, delimiter=pemisah))


def hitung(
    capsys: pytest.CaptureFixture[str], tempat: Path, isi: str | bytes, *lain: str
) -> tuple[int, str, str, Path]:
    masuk, keluar = tulis(tempat, isi), tempat / "keluar.csv"
    kode, out, err = jalankan(capsys, "berkas", str(masuk), str(keluar), *lain)
    return kode, out, err, keluar


@pytest.mark.parametrize("pemisah", [",", ";", "\t"])
def test_berkas_dihitung_dan_kolom_lain_tetap(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, pemisah: str
) -> None:
    baris = [
        ["No", "TARGET", " Realisasi ", "Arah", "Rumus", "Catatan"],
        ["1", "69", '"69,31"', "naik", "", '"tetap, apa; adanya"'],
        ["2", "10", "8", "Turun", "min_rasio", ""],
        ["3", '"2-3"', '"2,5"', "RENTANG", "", "x"],
    ]
    kode, out, err, keluar = hitung(capsys, tmp_path, "\n".join(pemisah.join(b) for b in baris) + "\n")
    assert (kode, out) == (0, "")
    assert "3 dari 3 baris dihitung" in err
    hasil = baca(keluar, pemisah)
    assert list(hasil[0]) == [*baris[0], *TAMBAHAN]
    assert [h["capaian_tampil"] for h in hasil] == ["100,45", "125,00", "100,00"]
    assert [h["capaian_rumus"] for h in hasil] == ["maks", "min_rasio", "rentang"]
    assert [h["No"] for h in hasil] == ["1", "2", "3"]
    assert hasil[0]["Catatan"] == "tetap, apa; adanya"


def test_nilai_mesin_mengikuti_pemisah(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    koma = hitung(capsys, tmp_path, "target,realisasi,arah\n3.20,3.46,naik\n")[3]
    assert baca(koma)[0]["capaian_nilai"] == "108.125"
    titik_koma = hitung(capsys, tmp_path, "target;realisasi;arah\n3,20;3,46;naik\n")[3]
    assert baca(titik_koma, ";")[0]["capaian_nilai"] == "108,125"


def test_urutan_dan_jumlah_baris_tetap_dengan_baris_kosong(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    isi = "target;realisasi;arah\r\n10;5;naik\r\n\r\n;;\r\n10;x;naik\r\n10;7;naik\r\n"
    kode, _, err, keluar = hitung(capsys, tmp_path, isi)
    teks = keluar.read_bytes().decode()
    assert kode == 1
    assert "2 dari 3 baris dihitung" in err
    assert "baris 5: belum dapat dinilai: realisasi “x” bukan angka" in err
    assert teks.count("\r\n") == 6
    assert "\n" not in teks.replace("\r\n", "")
    baris = teks.split("\r\n")
    assert baris[2] == ""
    assert baris[3] == ";;"
    assert [b.split(";")[1] for b in (baris[1], baris[4], baris[5])] == ["5", "x", "7"]


def test_sebagian_tidak_dihitung_berkas_tetap_ditulis(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    isi = "target,realisasi,arah\n10,,naik\n0,5,naik\n10,5,samping\n10,5,\n10,5,naik\n"
    kode, out, err, keluar = hitung(capsys, tmp_path, isi, "--json")
    assert kode == 1
    hasil = baca(keluar)
    assert [h["capaian_tampil"] for h in hasil] == ["–", "–", "–", "–", "50,00"]
    assert [h["capaian_nilai"] for h in hasil] == ["", "", "", "", "50"]
    assert "realisasi belum diisi" in hasil[0]["capaian_keterangan"]
    assert "target 0" in hasil[1]["capaian_keterangan"]
    assert hasil[2]["capaian_keterangan"] == (
        "kolom arah: “samping” tidak dikenal; tulis salah satu: naik, turun, rentang, ordinal"
    )
    assert hasil[3]["capaian_keterangan"].startswith("kolom arah: kosong")
    ringkas = json.loads(out)
    assert (ringkas["baris"], ringkas["dihitung"]) == (5, 1)
    assert [b["baris"] for b in ringkas["belum"]] == [2, 3, 4, 5]


def test_rumus_yang_tidak_sesuai_arah_hanya_menolak_barisnya(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    isi = "target,realisasi,arah,rumus\n10,5,naik,min_2t\n10,5,naik,abc\n10,5,turun,MIN-RASIO\n"
    kode, _, _, keluar = hitung(capsys, tmp_path, isi)
    hasil = baca(keluar)
    assert kode == 1
    assert "tidak sesuai dengan arah naik" in hasil[0]["capaian_keterangan"]
    assert "“abc” tidak dikenal" in hasil[1]["capaian_keterangan"]
    assert hasil[2]["capaian_tampil"] == "200,00"


@pytest.mark.parametrize(
    ("isi", "lain", "tampil"),
    [
        # proof in the same column
        ("target;realisasi;arah\n12.348;12.348;naik\n1.250,5;1.300.000;naik\n", [], "100,00"),
        # the same, English form: 12,348 is twelve thousand
        ('target,realisasi,arah\n"12,348","6,174",naik\n"1,250.5","1,300,000",naik\n', [], "50,00"),
        # proof in the other column
        ("target;realisasi;arah\n10000;12.500;naik\n90,5;7;naik\n", [], "125,00"),
        # strong proof in a further column
        ("pagu;target;realisasi;arah\n1.250.000,00;10000;12.500;naik\n", [], "125,00"),
        # told by the user
        ("target;realisasi;arah\n10000;12.500;naik\n", ["--angka", "id"], "125,00"),
        ("target;realisasi;arah\n10;12.500;naik\n", ["--angka", "en"], "125,00"),
        # 76.15 stays a decimal
        ("target;realisasi;arah\n76.15;76.15;naik\n", ["--angka", "id"], "100,00"),
        # column before file
        ("target;realisasi;arah\n10000;12.500;naik\n79.9;1.300.000;naik\n", [], "125,00"),
    ],
)
def test_bukti_bentuk_angka(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, isi: str, lain: list[str], tampil: str
) -> None:
    kode, _, err, keluar = hitung(capsys, tmp_path, isi, *lain)
    assert kode == 0, err
    pemisah = ";" if ";" in isi else ","
    assert baca(keluar, pemisah)[0]["capaian_tampil"] == tampil


@pytest.mark.parametrize(
    ("isi", "alasan"),
    [
        ("target;realisasi;arah\n10000;12.500;naik\n", "tidak memberi petunjuk"),
        ("target;realisasi;arah\n1;12.500;naik\n1;90,5;naik\n1;79.9;naik\n", "kolom realisasi memuat"),
        ("a;b;target;realisasi;arah\n1.234.567;1,234,567;1;12.500;naik\n", "berkas ini memuat"),
        ("kode;target;realisasi;arah\n1.1;1;12.500;naik\n", "tidak memberi petunjuk"),
    ],
)
def test_tanpa_bukti_tidak_ditebak(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, isi: str, alasan: str
) -> None:
    kode, _, err, keluar = hitung(capsys, tmp_path, isi)
    assert kode == 1
    baris = baca(keluar, ";")[0]
    assert baris["capaian_nilai"] == ""
    assert "“12.500” dapat dibaca 12500 atau 12,500" in baris["capaian_keterangan"]
    assert alasan in baris["capaian_keterangan"]
    assert "--angka id atau --angka en" in err


def test_baris_lain_tetap_dihitung_walau_satu_ambigu(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    kode, _, err, keluar = hitung(capsys, tmp_path, "target;realisasi;arah\n10;12.500;naik\n10;5;naik\n")
    assert (kode, [b["capaian_tampil"] for b in baca(keluar, ";")]) == (1, ["–", "50,00"])
    assert "1 dari 2" in err


@pytest.mark.parametrize("enkode", ["utf-8", "utf-8-sig", "cp1252"])
def test_enkode(capsys: pytest.CaptureFixture[str], tmp_path: Path, enkode: str) -> None:
    isi = "Indikator;target;realisasi;arah\nCafé – uji;10;5;naik\n".encode(enkode)
    kode, _, _, keluar = hitung(capsys, tmp_path, isi)
    assert kode == 0
    assert baca(keluar, ";")[0]["Indikator"] == "Café – uji"
    assert keluar.read_bytes().startswith(b"\xef\xbb\xbf") == (enkode == "utf-8-sig")


def test_keluaran_yang_dihitung_lagi_tidak_menggandakan_kolom(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    keluar = hitung(capsys, tmp_path, "target;realisasi;arah\n3,20;3,46;naik\n")[3]
    kedua = tmp_path / "kedua.csv"
    assert jalankan(capsys, "berkas", str(keluar), str(kedua))[0] == 0
    assert kedua.read_bytes() == keluar.read_bytes()


def test_sel_berlebih_ditolak_barisnya_dan_tidak_hilang(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    kode, _, err, keluar = hitung(
        capsys, tmp_path, "target,realisasi,arah\n69,69,31,naik\n10,5,naik,\n10,5\n"
    )
    teks = keluar.read_text("utf-8").splitlines()
    assert kode == 1
    assert "baris 2: 4 kolom, padahal judulnya 3" in err
    assert teks[1].endswith(",naik")
    assert "50,00" in teks[2]
    assert "kolom arah: kosong" in teks[3]


def test_kutipan_berbaris_banyak(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    isi = 'target,realisasi,arah,ket\n10,5,naik,"dua\nbaris ""kutip"""\n10,x,naik,\n'
    kode, _, err, keluar = hitung(capsys, tmp_path, isi)
    assert kode == 1
    assert "baris 4:" in err
    assert baca(keluar)[0]["ket"] == 'dua\nbaris "kutip"'


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        (b"", "berkas kosong"),
        (b"\n\n", "berkas kosong"),
        (b"target;realisasi\n1;2\n",
         "kolom arah tidak ada; judul yang terbaca: target, realisasi (pemisah titik koma)"),
        (b"nama,nilai\n1,2\n", "kolom target, realisasi, arah tidak ada"),
        (b"target,Target,realisasi,arah\n1,2,3,naik\n", "kolom target ada 2 kali"),
        (b'target,realisasi,arah\n1,"2,naik\n3,4,naik\n', "baris 2: tanda kutip tidak berpasangan"),
        (b"PK\x03\x04abc", "berkas Excel"),
        ("target;realisasi;arah\n".encode("utf-16"), "simpan dahulu sebagai CSV UTF-8"),
        (b"target,realisasi,arah\n\x81\x8d,1,naik\n", "bukan UTF-8 atau Windows-1252"),
    ],
)  # fmt: skip
def test_berkas_tak_terbaca_keluar_2_dan_tidak_menulis(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, isi: bytes, pesan: str
) -> None:
    kode, out, err, keluar = hitung(capsys, tmp_path, isi)
    assert (kode, out) == (2, "")
    assert pesan in err
    assert "masuk.csv" in err
    assert not keluar.exists()


def test_hanya_judul(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    kode, _, err, keluar = hitung(capsys, tmp_path, "target,realisasi,arah\n")
    assert kode == 0
    assert "0 dari 0" in err
    assert baca(keluar) == []


def test_berkas_tidak_ada_dan_folder(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    kode, _, err = jalankan(capsys, "berkas", str(tmp_path / "tiada.csv"), str(tmp_path / "k.csv"))
    assert (kode, "tidak ditemukan" in err) == (2, True)
    kode, _, err = jalankan(capsys, "berkas", str(tmp_path), str(tmp_path / "k.csv"))
    assert (kode, "ini folder" in err) == (2, True)


def test_masuk_dan_keluar_sama_ditolak(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    masuk = tulis(tmp_path, "target,realisasi,arah\n1,1,naik\n")
    isi = masuk.read_bytes()
    taut_keras, taut = tmp_path / "keras.csv", tmp_path / "taut.csv"
    os.link(masuk, taut_keras)
    taut.symlink_to(masuk)
    for keluar in (masuk, taut_keras, taut, tmp_path / "." / "masuk.csv"):
        kode, _, err = jalankan(capsys, "berkas", str(masuk), str(keluar))
        assert kode == 2
        assert "sama" in err
        assert masuk.read_bytes() == isi


@pytest.mark.parametrize(
    ("tujuan", "pesan"),
    [("tiada/keluar.csv", "tidak ditemukan"), ("masuk.csv/keluar.csv", "bukan folder"), (".", "ini folder")],
)
def test_tempat_keluar_salah(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, tujuan: str, pesan: str
) -> None:
    masuk = tulis(tmp_path, "target,realisasi,arah\n1,1,naik\n")
    kode, _, err = jalankan(capsys, "berkas", str(masuk), str(tmp_path / tujuan))
    assert kode == 2
    assert "tidak dapat menulis" in err
    assert pesan in err
    assert [b.name for b in tmp_path.iterdir()] == ["masuk.csv"]


@pytest.mark.parametrize(
    ("nomor", "pesan"), [(13, "tidak ada izin"), (30, "hanya dapat dibaca"), (28, "habis")]
)
def test_folder_terkunci_atau_penuh_tidak_meninggalkan_apa_pun(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    nomor: int,
    pesan: str,
) -> None:
    """The refusal of the operating system is acted, because root may write everywhere."""

    def tolak(*_: object) -> None:
        raise OSError(nomor, "ditolak")

    masuk, keluar = tulis(tmp_path, "target,realisasi,arah\n1,1,naik\n"), tmp_path / "keluar.csv"
    keluar.write_text("lama")
    monkeypatch.setattr(berkas_csv.os, "fsync", tolak)
    kode, _, err = jalankan(capsys, "berkas", str(masuk), str(keluar))
    assert kode == 2
    assert pesan in err
    assert keluar.read_text() == "lama"
    assert sorted(b.name for b in tmp_path.iterdir()) == ["keluar.csv", "masuk.csv"]


def test_menimpa_mempertahankan_izin_dan_taut(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    masuk = tulis(tmp_path, "target,realisasi,arah\n1,1,naik\n")
    asli, taut = tmp_path / "asli.csv", tmp_path / "taut.csv"
    asli.write_text("lama")
    asli.chmod(0o640)
    taut.symlink_to(asli)
    assert jalankan(capsys, "berkas", str(masuk), str(taut))[0] == 0
    assert taut.is_symlink()
    assert "capaian_nilai" in asli.read_text()
    assert asli.stat().st_mode & 0o777 == 0o640


def test_masukan_dan_keluaran_baku() -> None:
    jadi = _proses("berkas", "-", "-", masuk=b"target,realisasi,arah\n10,5,naik\n")
    assert jadi.returncode == 0
    baris = list(csv.DictReader(io.StringIO(jadi.stdout.decode())))
    assert baris[0]["capaian_tampil"] == "50,00"
    assert b"1 dari 1 baris" in jadi.stderr


def test_json_dan_keluaran_baku_berebut(capsys: pytest.CaptureFixture[str]) -> None:
    kode, _, err = jalankan(capsys, "berkas", "-", "-", "--json")
    assert (kode, "keluaran baku" in err) == (2, True)


def test_pesan_dibatasi_tetapi_berkas_lengkap(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    kode, _, err, keluar = hitung(capsys, tmp_path, "target,realisasi,arah\n" + "1,,naik\n" * 30)
    assert kode == 1
    assert "… dan 10 baris lain" in err
    assert len(err.splitlines()) == 22
    assert len(baca(keluar)) == 30


def test_kemajuan_hanya_di_terminal(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    isi = "target,realisasi,arah\n" + "1,1,naik\n" * 5001
    assert "dari 5001 baris …" not in hitung(capsys, tmp_path, isi)[2]
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    assert "5000 dari 5001 baris …" in hitung(capsys, tmp_path, isi)[2]


# -- terbilang, start -----------------------------------------------------------------------------------


def test_terbilang(capsys: pytest.CaptureFixture[str]) -> None:
    assert jalankan(capsys, "terbilang", "98,85")[:2] == (0, "sembilan puluh delapan koma delapan lima\n")
    assert jalankan(capsys, "terbilang", "Rp12.348", "--rupiah")[1].endswith("delapan rupiah\n")
    kode, out, err = jalankan(capsys, "terbilang", "12.348")
    assert (kode, out, "dua cara" in err) == (2, "", True)


def _proses(*argv: str, masuk: bytes = b"", **lingkungan: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "opensakip.cli.utama", "hitung", *argv],
        input=masuk,
        capture_output=True,
        check=False,
        env={**os.environ, **lingkungan},
    )


def test_hitung_tidak_memuat_django() -> None:
    kode = (
        "import sys; from opensakip.cli.utama import utama; "
        "utama(['hitung','capaian','--target','1','--realisasi','1','--arah','naik']); "
        "sys.exit(any(m.split('.')[0] in {'django', 'yaml'} for m in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", kode], capture_output=True, check=False).returncode == 0


def test_layar_bukan_utf8_tidak_membuat_galat() -> None:
    jadi = _proses("capaian", "--target", "1", "--realisasi", "1", "--arah", "naik", PYTHONIOENCODING="ascii")
    assert jadi.returncode == 0
    assert b"100,00" in jadi.stdout


def test_hitung_tanpa_bagian(capsys: pytest.CaptureFixture[str]) -> None:
    kode, out, err = jalankan(capsys)
    assert (kode, out) == (2, "")
    assert "capaian, berkas, atau terbilang" in err
