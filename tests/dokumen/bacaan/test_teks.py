"""Reader of scanned text: elements at their lines, tables over pages joined, broken paragraphs whole."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from opensakip.dokumen.bacaan import TidakTerbaca, baca_isi
from opensakip.dokumen.bacaan.model import Bacaan, ButirDaftar, Judul, Keterangan, Paragraf, Tabel
from opensakip.dokumen.bacaan.teks import baca_teks

KEPALA = "NO\tSASARAN\tTARGET\tPAGU ANGGARAN (Rp)\t\n\t\t\tMURNI\tPERUBAHAN"
ULANG = KEPALA.replace("TARGET", "TARGE T")  # as a scan repeats it on the next page


def baca(teks: str) -> Bacaan:
    return baca_teks("contoh.txt", teks)


def isi_tabel(t: Tabel) -> list[list[str | None]]:
    return [[s.teks if s else None for s in b] for b in t.baris]


def test_judul_dari_pagar_tebal_dan_nomor() -> None:
    b = baca(
        "# LAPORAN\n\n## BAB I PENDAHULUAN\n\n### **1.2 Maksud**\n\nIsi bab ini.\n\n**Tugas**\n\nIsi lain."
    )
    judul = [(u.nomor, u.teks, u.tingkat, u.tempat.baris) for u in b.unsur if isinstance(u, Judul)]
    assert judul == [
        ("", "LAPORAN", 2, 1),
        ("BAB I", "PENDAHULUAN", 1, 3),
        ("1.2", "Maksud", 2, 5),
        ("", "Tugas", 3, 9),
    ]


def test_judul_polos_dan_nama_bab_di_baris_lain() -> None:
    b = baca(
        "BAB II\n\nPERENCANAAN KINERJA\n\nA. Rencana Strategis\n\nIKU 1.2 : Indeks Jalan Mantap\n\nNaik."
    )
    judul = [(u.nomor, u.teks, u.tingkat, u.ragu) for u in b.unsur if isinstance(u, Judul)]
    assert judul == [
        ("BAB II", "PERENCANAAN KINERJA", 1, False),
        ("A", "Rencana Strategis", 2, False),
        ("", "IKU 1.2 : Indeks Jalan Mantap", 5, False),
    ]


def test_judul_duga_selalu_terdalam_dan_ragu() -> None:
    (judul, _) = baca("Cara Menghitung Nilai\n\nNilai dihitung dari survei.").unsur
    assert isinstance(judul, Judul)
    assert (judul.tingkat, judul.ragu) == (6, True)


def test_paragraf_terputus_disambung_dengan_tempat_setiap_potong() -> None:
    b = baca(
        "Realisasi tahun ini sebesar\n\n\n89,53 dari target 94,02 yang diperjan-\n\njikan pada awal tahun."
    )
    (p,) = b.unsur
    assert isinstance(p, Paragraf)
    assert p.teks == "Realisasi tahun ini sebesar 89,53 dari target 94,02 yang diperjanjikan pada awal tahun."
    assert p.di(p.teks.index("Realisasi")).baris == 1
    assert p.di(p.teks.index("89,53")).baris == 4
    assert p.di(p.teks.index("jikan")).baris == 6


@pytest.mark.parametrize(
    ("kiri", "kanan", "utuh"),
    [
        ("menyusun penilai-", "an mandiri", "menyusun penilaian mandiri"),
        ("melaksanakan tugas-", "tugas lain", "melaksanakan tugas-tugas lain"),
        ("peraturan perundang-", "undangan daerah", "peraturan perundang-undangan daerah"),
        ("pelayanan non-", "fisik kota", "pelayanan non-fisik kota"),
        ("kabupaten/", "kota setempat", "kabupaten/kota setempat"),
    ],
)
def test_suku_kata_di_akhir_baris(kiri: str, kanan: str, utuh: str) -> None:
    (p,) = baca(f"{kiri}\n{kanan}").unsur
    assert isinstance(p, Paragraf)
    assert p.teks == utuh


def test_paragraf_yang_selesai_tidak_disambung() -> None:
    b = baca(
        "Nilai naik menjadi 75.\n\nhal ini baik.\n\nKelompok Pertama : sarana\n\nKelompok Kedua : tenaga"
    )
    assert len(b.unsur) == 4


def test_daftar_dengan_tanda_dan_kedalaman() -> None:
    b = baca("- a. kepala;\n  1. bagian umum;\n- (2) rapat;\n• butir\n1)\tkolom bertab")
    butir = [(u.tanda, u.teks, u.tingkat, u.tempat.baris) for u in b.unsur if isinstance(u, ButirDaftar)]
    assert butir == [
        ("a.", "kepala;", 0, 1),
        ("1.", "bagian umum;", 1, 2),
        ("(2)", "rapat;", 0, 3),
        ("•", "butir", 0, 4),
        ("1)", "kolom bertab", 0, 5),
    ]


def test_keterangan_bukan_kalimat_tentang_tabel() -> None:
    b = baca("Tabel 2.1  \nRincian Pagu\n\nA\tB\n1\t2\n\nTabel 2.1 menunjukkan bahwa pagu naik.")
    assert [type(u) for u in b.unsur] == [Keterangan, Tabel, Paragraf]
    (tabel,) = b.tabel()
    assert (tabel.nomor, tabel.keterangan) == ("2.1", "Tabel 2.1 Rincian Pagu")


def test_tabel_melintasi_halaman_menjadi_satu() -> None:
    b = baca(f"{KEPALA}\n1\tSatu\t10\t5.000\t6.000\n\n\n{ULANG}\n2\tDua\t20\t7.000\t8.000")
    (t,) = b.tabel()
    assert isi_tabel(t) == [
        ["NO", "SASARAN", "TARGET", "PAGU ANGGARAN (Rp)", None],
        [None, None, None, "MURNI", "PERUBAHAN"],
        ["1", "Satu", "10", "5.000", "6.000"],
        ["2", "Dua", "20", "7.000", "8.000"],
    ]
    assert t.kepala == 2
    kanan = t.baris[3][4]
    assert kanan is not None
    assert (kanan.tempat.baris, kanan.tempat.baris_tabel, kanan.tempat.kolom) == (8, 4, 5)
    atas = t.baris[0][3]
    assert atas is not None
    assert (atas.kolom, atas.baris) == (2, 1)
    assert t.teks(1, 0) == "NO"


def test_sambungan_tanpa_kepala_dan_ekor_baris() -> None:
    b = baca("NO\tSASARAN\tTARGET\n1\tMeningkatnya mutu layanan\t10\n\n\tperizinan\t\n2\tDua\t20")
    (t,) = b.tabel()
    ekor = t.baris[2][1]
    assert ekor is not None
    assert (ekor.teks, ekor.ragu, "lanjutan" in ekor.alasan_ragu) == ("perizinan", True, True)
    assert len(t.baris) == 4


def test_tabel_lain_sesudah_tabel_tetap_tersendiri() -> None:
    b = baca("NO\tSASARAN\tTARGET\n1\tSatu\t10\n\nKODE\tPROGRAM\tPAGU\n4.01\tPenunjang\t5.000")
    assert [len(t.baris) for t in b.tabel()] == [2, 2]


@pytest.mark.parametrize(
    ("teks", "kepala"),
    [
        ("Nilai Tahun\t\t\n2022\t2023\t2024\n67,1\t91,1\t94,0", 2),
        ("2023\t2024\n58,9\t75,8", 1),
        ("Capaian\tAlokasi\n(1)\t(2)\n90%\t5.000", 2),
        ("<b>Unsur</b>\t<b>Skor</b>\nWaktu\t3,4", 1),
        ("A (Baik)\t: > 80 - 90\nB (Cukup)\t: > 60 - 80", 0),
    ],
)
def test_tinggi_kepala(teks: str, kepala: int) -> None:
    (t,) = baca(teks).tabel()
    assert t.kepala == kepala


def test_kolom_bergeser_ditandai() -> None:
    baris = "\n".join(f"{i}\tSasaran ke {'abcdefgh'[i]}\tPersen\t{i}0\t{i}.000" for i in range(1, 8))
    b = baca(f"NO\tSASARAN\tSATUAN\tTARGET\tPAGU\n{baris}\n\tSasaran lain\t\tPersen\t80\n")
    (t,) = b.tabel()
    alasan = {s.alasan_ragu for s in t.baris[8][3:] if s and s.teks}
    assert alasan == {"isi baris ini tampak bergeser satu kolom"}
    assert not any(s.ragu for b in t.baris[1:8] for s in b if s)


def test_angka_bercampur_huruf_ragu() -> None:
    (t,) = baca("NO\tTARGET\n1\t1O0,5\n2\t88").tabel()
    s = t.baris[1][1]
    assert s is not None
    assert (s.teks, s.alasan_ragu) == ("1O0,5", "angka bercampur huruf")


def test_markah_sel_dan_paragraf_sel() -> None:
    (t,) = baca(
        "KODE\tURAIAN\t2024\n01\t<p><b>Program</b> Layanan</p> <p>Indikator &amp; ukuran</p>\t5"
    ).tabel()
    s = t.baris[1][1]
    assert s is not None
    assert s.teks == "Program Layanan Indikator & ukuran"
    assert s.paragraf == ("Program Layanan", "Indikator & ukuran")


def test_halaman_dari_tanda_ganti_halaman() -> None:
    b = baca("Satu.\n\fDua.\n\f\fEmpat.")
    assert [(u.tempat.halaman, u.tempat.baris) for u in b.unsur] == [(1, 1), (2, 2), (4, 3)]
    assert b.halaman == 4


def test_tepi_halaman_dibuang() -> None:
    halaman = "\n\n".join(
        f"**DINAS CONTOH**\n\n- {n} -\n\nParagraf ke {n} selesai.\n\nLanjutan . . ." for n in range(4, 9)
    )
    assert [u.teks for u in baca(halaman).unsur if isinstance(u, Paragraf)] == [
        f"Paragraf ke {n} selesai." for n in range(4, 9)
    ]


def test_tabel_markdown_berpalang() -> None:
    (t,) = baca("| No | Target |\n|----|-------:|\n| 1 | 88,5 |").tabel()
    assert isi_tabel(t) == [["No", "Target"], ["1", "88,5"]]
    assert t.kepala == 1


def test_daftar_isi_menjadi_satu_tabel() -> None:
    b = baca("DAFTAR ISI\n\nBAB I PENDAHULUAN .....\t1\n1.1 Latar .....\t2\n\n1.2 Dasar .....\t3")
    (t,) = b.tabel()
    assert len(t.baris) == 3


@pytest.mark.parametrize("isi", [b"", b"  \n\n", b"\x00\x01\x02\x03"])
def test_bukan_teks_ditolak_dengan_pesan(isi: bytes) -> None:
    with pytest.raises(TidakTerbaca, match="x.txt: "):
        baca_isi("x.txt", isi)


@pytest.mark.parametrize("sandi", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_sandi_huruf(sandi: str) -> None:
    (p,) = baca_isi("x.txt", "Nilai “baik” – 80.\r\n".encode(sandi)).unsur
    assert isinstance(p, Paragraf)
    assert p.teks == "Nilai “baik” – 80."


@pytest.mark.bahan
def test_setiap_potongan_pada_barisnya(bahan: Path) -> None:
    """On real scans: each piece of a text is found on the line that its place names."""
    diperiksa = 0
    for jalur in sorted((bahan / "seeds").glob("*.txt")):
        baris = jalur.read_text(encoding="utf-8").split("\n")
        for u in baca_isi(jalur.name, jalur.read_bytes()).unsur:
            if not isinstance(u, Paragraf | ButirDaftar):
                continue
            for awal, tempat in u.potongan:
                assert tempat.baris is not None
                kata = u.teks[awal:].split()[0].strip("-*")
                assert kata[:12] in baris[tempat.baris - 1].replace("*", ""), (jalur.name, tempat, kata)
                diperiksa += 1
    assert diperiksa > 1400


@pytest.mark.bahan
def test_setiap_sel_pada_barisnya(bahan: Path) -> None:
    """On real scans: no cell of a table line is lost, moved to another line or column."""
    for jalur in sorted((bahan / "seeds").glob("*.txt")):
        baris = jalur.read_text(encoding="utf-8").split("\n")
        for t in baca_isi(jalur.name, jalur.read_bytes()).tabel():
            for s in (s for b in t.baris for s in b if s and s.teks):
                assert s.tempat.baris is not None
                assert s.tempat.kolom is not None
                mentah = baris[s.tempat.baris - 1].split("\t")[s.tempat.kolom - 1]
                assert s.teks.split()[0][:8].strip("*") in mentah.replace("*", "").replace("&amp;", "&")


def test_paragraf_sangat_panjang_tetap_cepat() -> None:
    awal = time.monotonic()
    (p,) = baca("satu baris dari paragraf yang tidak selesai\n" * 30_000).unsur
    assert isinstance(p, Paragraf)
    assert (len(p.potongan), p.di(len(p.teks) - 1).baris) == (30_000, 30_000)
    assert time.monotonic() - awal < 15
