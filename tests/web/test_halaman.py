"""Every page is whole, valid and says what it must, for a small agency that has every part."""

from __future__ import annotations

import re

import pytest

from tests.web.klien import Klien
from tests.web.perabot import tanam

DASAR = "/i/dinas-uji/2030/"
BERKAS = re.compile(r"\.(pdf|docx|html|csv|xlsx)(\?|$)")


@pytest.mark.parametrize(
    ("alamat", "judul"),
    [
        ("/", "Instansi"),
        ("/masuk/", "Masuk"),
        (DASAR, "Kinerja 2030 dalam satu menit"),
        (DASAR + "anggaran/", "Pohon anggaran 2030"),
        (DASAR + "anggaran/?buka=semua", "Pohon anggaran 2030"),
        (DASAR + "capaian/", "Capaian kinerja 2030"),
        (DASAR + "pk/", "Perjanjian kinerja 2030"),
        (DASAR + "catatan/", "Catatan dan dasar angka 2030"),
        (DASAR + "angka/ind.I-2.capaian/", "Dari mana angka 95,00 ini?"),
        (DASAR + "angka/ind.I-3.capaian/", "Dari mana angka – ini?"),
        ("/i/dinas-uji/", "Dinas Ketahanan Pangan Kabupaten Uji"),
    ],
)
def test_halaman_utuh(dinas: object, klien: Klien, alamat: str, judul: str) -> None:
    assert klien.buka(alamat).judul == judul


def test_setiap_tautan_terbuka(dinas: object, klien: Klien) -> None:
    """Follow every link of every page: no dead link, and every figure has its origin."""
    belum, sudah = {"/"}, set()
    while belum:
        alamat = belum.pop()
        sudah.add(alamat)
        if BERKAS.search(alamat):
            if "/laporan." not in alamat:  # made by the printer, tested in ``test_laporan``
                assert klien.asli.head(alamat).status_code == 200, alamat
            continue
        belum |= set(klien.buka(alamat).tautan()) - sudah
    assert len([a for a in sudah if "/angka/" in a]) == 62


def test_kalimat_dan_angka_ringkas(dinas: object, klien: Klien) -> None:
    h = klien.buka(DASAR)
    kalimat = h.tulisan(h.satu("//p[@class='inti']"))
    assert kalimat == (
        "Dari 4 indikator, 1 melampaui target, 1 sesuai target, 1 di bawah target, "
        "dan 1 belum dapat dinilai. "
        "Sebanyak 1 nilai masih memakai hasil 2029. "
        "Dari setiap 100 rupiah anggaran, 90 rupiah sudah dibelanjakan."
    )
    sel = [h.tulisan(d) for d in h.satu("//*[@id='ringkas']")]
    assert sel == [
        "100,00%rata-rata capaian 4 indikator, tanpa pembatasan",
        "2 dari 4indikator diukur dengan data 2030",
        "100,00%rata-rata capaian 3 sasaran",
        "90,00%serapan: Rp4,50 miliar dari pagu Rp5,00 miliar",
    ]


def test_status_dengan_kata_dan_nilai_bawaan(dinas: object, klien: Klien) -> None:
    """Not yet is not zero; a carried value names its year; the exact value travels with the figure."""
    h = klien.buka(DASAR + "capaian/")
    assert h.baris("ind-I-0")[4:8] == ["80", "84", "105,00", "MelampauiSangat Baik"]
    assert h.baris("ind-I-1")[7].startswith("Sesuai target")
    assert h.baris("ind-I-2")[4:7] == ["90", "85,5", "95,00"]
    assert h.baris("ind-I-2")[7] == "Di bawah targetNilai 2029Hasil 2030 terbit bulan Maret."
    assert h.baris("ind-I-3")[4:8] == ["70", "–", "–", "Belum dapat dinilaiNilai belum ada"]
    assert h.satu("//tr[@id='ind-I-2']//a[contains(@href, 'realisasi')]").get("data-nilai") == "85.5"
    assert (
        h.satu("//tr[@id='ind-I-3']//a[contains(@href, '/angka/ind.I-3.capaian')]").get("data-nilai") is None
    )


def test_tahap_tanpa_ruang_bukan_tautan(dinas: object, klien: Klien) -> None:
    h = klien.buka(DASAR)
    tahap = {h.tulisan(li.xpath(".//b")[0]): li for li in h.semua("//nav[@class='siklus']//li")}
    assert list(tahap) == [
        "Rencana", "Perjanjian", "Pengukuran", "Laporan", "Reviu", "Evaluasi", "Tindak lanjut", "Layanan",
    ]  # fmt: skip
    for nama in ("Reviu", "Evaluasi", "Tindak lanjut", "Layanan"):
        assert not tahap[nama].xpath(".//a")
        kata = "untuk pengawas intern" if nama == "Reviu" else "belum tersedia pada versi ini"
        assert kata in h.tulisan(tahap[nama])
    assert h.tulisan(tahap["Pengukuran"]) == "Pengukuran3 dari 4 dinilai"
    assert (
        klien.buka(DASAR + "anggaran/")
        .satu("//nav[@class='siklus']//*[@aria-current]")
        .get("href")
        .endswith("anggaran/")
    )


def test_dua_versi_perjanjian(dinas: object, klien: Klien) -> None:
    h = klien.buka(DASAR + "pk/")
    assert [h.tulisan(li) for li in h.semua("//ul[@class='beda-ringkas']/li")] == [
        "3 → 4 indikator", "3 indikator dipertahankan", "1 baru", "0 dilepas", "0 target berubah",
        "−16,67% anggaran", "5 hal yang perlu dijelaskan",
    ]  # fmt: skip
    lama, baru = h.semua("//div[@class='banding']/section")
    assert "Digantikan" in h.tulisan(lama)
    assert "Plt. Kepala Dinas kepada Bupati" in h.tulisan(lama)
    assert "Januari 2030, tanggal tidak tercetak" in h.tulisan(lama)
    assert "Berlaku dasar pengukuran" in h.tulisan(baru)
    assert "28 Oktober 2030" in h.tulisan(baru)
    assert len(baru.xpath(".//tbody/tr")) == 4
    assert "tercetak 5" in h.tulisan(baru)


def test_catatan_tercetak_dan_seharusnya(dinas: object, klien: Klien) -> None:
    h = klien.buka(DASAR + "catatan/")
    tabel = h.satu("//section[@aria-labelledby='catatan']//details[1]//table")
    assert [h.tulisan(s) for s in tabel.xpath("tbody/tr[1]/*")] == [
        "Capaian Indeks Ketahanan Pangan Wilayah 0", "104,90", "105,00", "Sumber membulatkan ke bawah.",
        "210",
    ]  # fmt: skip
    daftar = klien.buka(DASAR + "capaian/")
    tautan = daftar.semua("//a[contains(@href, 'catatan/#cat-')]")
    assert [h.tulisan(a) for a in tautan] == ["1 catatan", "2 catatan"]
    assert {a.get("href").partition("#")[2] for a in tautan} <= set(h.pohon.xpath("//@id"))


def test_panel_asal_menyebut_segalanya(dinas: object, klien: Klien) -> None:
    h = klien.buka(DASAR + "angka/ind.I-2.capaian/")
    langkah = [h.tulisan(li) for li in h.semua("//ol[@class='langkah']/li")]
    assert langkah[0].startswith("Realisasi Indeks Ketahanan Pangan Wilayah 2nilai 2029")
    assert "Laporan uji 2030baris 202, tercetak “85,5”; dipulihkan dari hasil pindai" in langkah[0]
    assert langkah[1].endswith("tercetak “90”90")
    assert langkah[2:4] == ["85,5 ÷ 90 × 100 = 95", "dibulatkan 2 desimal"]
    assert langkah[4] == "Angka yang tampilNilai tepat: 9595,00%"
    kartu = h.tulisan(h.satu("//dl[@class='kartu-data']"))
    assert "opensakip/capaian@2020-01-01" in kartu
    assert "Pasal 7 peraturan contoh 1/2020" in kartu
    assert "Dibekukan 27 Februari 2031 pukul 10.00 WITA, cuplikan nomor 1." in kartu
    assert h.semua("//a[contains(@href, '/angka/ringkas.rata_indikator/')]")
    assert h.satu("//div[@class='tindakan']/a").get("href") == DASAR + "indikator/I-2/"


def test_panel_asal_menyebut_pengisi(dinas: object, klien: Klien) -> None:
    h = klien.buka(DASAR + "angka/ind.I-0.realisasi/")
    assert "DiisiKoordinator SAKIP, 20 Januari 2031 pukul 11.00 WITA" in h.teks
    belum = klien.buka(DASAR + "angka/ind.I-3.capaian/")
    assert "Belum dapat dinilai" in belum.teks
    assert "realisasi belum ada" in belum.teks


def test_tahun_tanpa_perjanjian_menyuruh_apa(db: None, klien: Klien) -> None:
    tanam(tanpa_capaian=True)
    h = klien.buka(DASAR)
    assert h.judul == "Rencana dan anggaran 2030"
    kosong = h.tulisan(h.satu("//div[@class='hampa']"))
    assert kosong.startswith("Belum ada perjanjian kinerja 2030")
    assert "opensakip muat FOLDER" in kosong
    assert DASAR + "anggaran/" in set(h.tautan()), "rencana harus dapat dibuka"
    assert [h.tulisan(d) for d in h.satu("//*[@id='ringkas']")] == [
        "6.000.000.000jumlah pagu murni, rupiah", "5.000.000.000jumlah pagu perubahan, rupiah",
    ]  # fmt: skip
    for bagian in ("capaian/", "pk/", "catatan/"):
        assert klien.buka(DASAR + bagian).semua("//div[@class='hampa']")
    assert not h.semua("//a[contains(@href, 'laporan.pdf')]")
    assert klien.asli.get(DASAR + "laporan.pdf").status_code == 409
    assert "Muat pk.csv" in klien.buka(DASAR + "laporan.pdf", 409).teks


def test_daftar_kosong_menyuruh_masuk(db: None, klien: Klien) -> None:
    h = klien.buka("/")
    assert "Belum ada instansi yang dapat Anda baca" in h.teks
    assert "/masuk/" in set(h.tautan())


def test_halaman_galat(db: None, klien: Klien, settings: object) -> None:
    """Errors keep the frame and say what to do."""
    h = klien.buka("/tidak/ada/", 404)
    assert h.judul == "Halaman tidak ditemukan"
    assert "Periksa ejaan alamat" in h.teks
    assert klien.asli.post("/masuk/", {"username": "a"}).status_code == 422


def test_kesalahan_server_punya_halaman(dinas: object, klien: Klien, monkeypatch: pytest.MonkeyPatch) -> None:
    klien.asli.raise_request_exception = False
    monkeypatch.setattr("opensakip.web.tampilan.tahun.pokok", lambda b: 1 / 0)
    h = klien.buka(DASAR, 500)
    assert h.judul == "Terjadi kesalahan pada server"
    assert "Data Anda tidak berubah" in h.teks


def test_tanpa_skrip_pun_utuh(dinas: object, klien: Klien) -> None:
    """Every figure is a plain link; the script only opens in place what the link leads to."""
    h = klien.buka(DASAR)
    for a in h.semua("//a[contains(concat(' ', @class, ' '), ' asal ')]"):
        assert a.get("href").startswith(DASAR + "angka/")


def test_kesalahan_server_tidak_menyentuh_basis_data(rf: object) -> None:
    """The page of our own fault comes without database, and even without templates."""
    from unittest import mock

    from opensakip.web import galat

    minta = rf.get("/")  # type: ignore[attr-defined]
    minta.csp_nonce = "x"
    assert "Terjadi kesalahan pada server" in galat.rusak(minta).content.decode()
    with mock.patch("opensakip.web.galat.render", side_effect=RuntimeError("templat rusak")):
        jawaban = galat.rusak(minta)
    assert jawaban.status_code == 500
    assert "<h1>Terjadi kesalahan pada server</h1>" in jawaban.content.decode()


@pytest.mark.parametrize("laman", ["", "capaian/", "pk/", "anggaran/"])
def test_kertas_menyebut_asalnya(dinas: object, klien: Klien, laman: str) -> None:
    """What leaves the screen on paper says whose figures it shows, of when, and their code."""
    h = klien.buka(DASAR + laman)
    kaki = h.tulisan(h.satu("//footer/span[@class='cetak-saja']"))
    assert kaki.startswith(
        "Dinas Ketahanan Pangan Kabupaten Uji, 2030. Angka dibekukan 27 Februari 2031 pukul 10.00 WITA, "
        "cuplikan nomor 1. Kode periksa "
    )
