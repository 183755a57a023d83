"""The list of indicators: filters and order in the address, totals that follow, files of what is shown."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from opensakip.web.penyaji.bacaan import Bacaan
from opensakip.web.penyaji.capaian import SEHALAMAN, Saringan, baca_saringan, daftar_capaian
from opensakip.web.penyaji.lembar_capaian import tabel
from tests.web.contoh import buat_isi
from tests.web.klien import Halaman, Klien
from tests.web.perabot import tanam

DASAR = "/i/dinas-uji/2030/capaian/"


def _nomor(h: Halaman) -> list[str]:
    return [h.tulisan(r[0]) for r in h.semua("//tr[starts-with(@id, 'ind-')]")]


def _isi_dua_unit(ganda: int = 2) -> dict[str, Any]:
    isi = buat_isi(ganda=ganda)
    for n, ind in enumerate(isi["indikator"]):
        if n % 2:
            ind |= {"unit": "BID2", "unit_nama": "Bidang Konsumsi"}
    return isi


@pytest.mark.parametrize(
    ("tanya", "nomor"),
    [
        ("", ["1", "2", "3", "4"]),
        ("?status=bawah", ["3"]),
        ("?status=dibawa", ["3"]),
        ("?status=belum", ["4"]),
        ("?peringkat=Sangat+Baik", ["1", "2"]),
        ("?q=wilayah+3", ["4"]),
        ("?q=KETAHANAN+s1", ["2", "3"]),
        ("?urut=capaian", ["3", "2", "1", "4"]),
        ("?urut=-capaian", ["1", "2", "3", "4"]),
        ("?urut=-nomor", ["4", "3", "2", "1"]),
        ("?urut=-nama&status=", ["4", "3", "2", "1"]),
        ("?peringkat=Sangat+Baik&urut=-nomor", ["2", "1"]),
        ("?hal=99", ["1", "2", "3", "4"]),
        ("?hal=abc", ["1", "2", "3", "4"]),
    ],
)
def test_saringan_dan_urutan_pada_alamat(dinas: object, klien: Klien, tanya: str, nomor: list[str]) -> None:
    """Rows without a value stay last whichever way the column is sorted."""
    assert _nomor(klien.buka(DASAR + tanya)) == nomor


def test_jumlah_mengikuti_saringan_dan_mengatakannya(dinas: object, klien: Klien) -> None:
    semua = klien.buka(DASAR)
    ringkas = [semua.tulisan(li) for li in semua.semua("//ul[@class='beda-ringkas']/li")]
    assert ringkas == [
        "100,00 persen, rata-rata capaian 3 indikator yang dapat dinilai",
        "1 melampaui target", "1 sesuai target", "1 di bawah target", "1 belum dapat dinilai",
    ]  # fmt: skip
    assert semua.angka("ringkas.rata_indikator") == ["100,00"], "seluruhnya = angka beku, berasal-usul"
    sempit = klien.buka(DASAR + "?q=wilayah&peringkat=Sangat+Baik")
    assert sempit.tulisan(sempit.satu("//h2[@id='capaian']")) == (
        "2 dari 4 indikator: peringkat Sangat Baik, memuat “wilayah”"
    )
    assert sempit.tulisan(sempit.semua("//ul[@class='beda-ringkas']/li")[0]) == (
        "102,50 persen, rata-rata 2 indikator yang tampil dan dapat dinilai"
    )
    assert not sempit.angka("ringkas.rata_indikator")


def test_isian_dan_tautan_mempertahankan_saringan(dinas: object, klien: Klien) -> None:
    h = klien.buka(DASAR + "?status=bawah&q=indeks")
    assert h.satu("//select[@name='status']/option[@selected]").get("value") == "bawah"
    assert h.satu("//main//input[@name='q']").get("value") == "indeks"
    urut = [a.get("href") for a in h.semua("//thead//th/a")]
    assert all("status=bawah" in a and "q=indeks" in a for a in urut)
    unduh = {a.get("href") for a in h.semua("//div[@class='tindakan']/a")}
    assert unduh == {f"/i/dinas-uji/2030/capaian.{f}?q=indeks&status=bawah" for f in ("xlsx", "csv")}
    balik = klien.buka(DASAR + "?urut=capaian")
    kepala = balik.satu("//th[@aria-sort='ascending']")
    assert balik.tulisan(kepala) == "Capaian (%)"
    assert kepala[0].get("href") == "?urut=-capaian"


@pytest.mark.parametrize(
    ("tanya", "pesan"),
    [
        ("status=hebat", "Saringan status “hebat” tidak ada di tahun ini; pilih dari daftarnya."),
        ("unit=BID9", "Saringan unit “BID9” tidak ada di tahun ini; pilih dari daftarnya."),
        ("urut=harga", "Urutan “harga” tidak dikenal; pilih judul kolom untuk mengurutkan."),
    ],
)
def test_saringan_asing_disebut(dinas: object, klien: Klien, tanya: str, pesan: str) -> None:
    """The page says what it ignores; a file of other rows than asked for is refused."""
    h = klien.buka(f"{DASAR}?{tanya}")
    assert pesan in h.teks
    assert len(_nomor(h)) == 4
    tolak = klien.buka(f"/i/dinas-uji/2030/capaian.csv?{tanya}", 409)
    assert pesan in tolak.teks


def test_saringan_tanpa_hasil_menyuruh_apa(dinas: object, klien: Klien) -> None:
    h = klien.buka(DASAR + "?q=tidakada")
    assert "Tidak satu pun dari 4 indikator memenuhi saringan ini." in h.teks
    assert not h.semua("//tr[starts-with(@id, 'ind-')]")


def test_unit_dari_daftarnya() -> None:
    b = Bacaan(_isi_dua_unit(), "/i/x/2030/")
    d = daftar_capaian(b, {"unit": "BID2"})
    assert d.pilihan["unit"] == [("BID1", "Bidang Ketersediaan Pangan"), ("BID2", "Bidang Konsumsi")]
    assert [r.nomor for r in d.hasil] == [2, 4, 6, 8]
    assert d.kalimat == "4 dari 8 indikator: unit Bidang Konsumsi"


def test_halaman_dan_jumlah_atas_semua() -> None:
    """Long lists come in pages; what they add up to is over all pages."""
    b = Bacaan(buat_isi(ganda=60), "/i/x/2030/")
    d = daftar_capaian(b, {"hal": "2"})
    assert (len(d.hasil), len(d.baris), d.baris[0].nomor) == (240, 40, SEHALAMAN + 1)
    assert [a for _, a in d.halaman] == ["?", "?hal=2"]
    assert sum(d.hitungan.values()) == 240


def _csv(klien: Klien, tanya: str) -> tuple[bytes, list[list[str]]]:
    jawab = klien.asli.get(f"/i/dinas-uji/2030/capaian.csv{tanya}")
    assert jawab.status_code == 200
    assert jawab.headers["Content-Disposition"] == 'attachment; filename="capaian-dinas-uji-2030.csv"'
    pemisah = "," if "mesin" in tanya else ";"
    return jawab.content, list(csv.reader(io.StringIO(jawab.content.decode("utf-8-sig")), delimiter=pemisah))


def test_csv_sama_dengan_yang_tampil(dinas: object, klien: Klien) -> None:
    mentah, baris = _csv(klien, "?status=bawah")
    assert mentah.startswith(b"\xef\xbb\xbf")
    assert len(baris) == 2
    assert baris[1] == [
        "3", "I-2", "Indeks Ketahanan Pangan Wilayah 2", "Meningkatnya ketahanan pangan S1",
        "Bidang Ketersediaan Pangan", "Indeks", "90", "85,5", "95,00",
        "Di bawah target", "Nilai 2029", "", "–",
    ]  # fmt: skip
    mentah, baris = _csv(klien, "?urut=-nomor&bentuk=mesin")
    assert not mentah.startswith(b"\xef\xbb\xbf")
    assert [r[0] for r in baris[1:]] == ["4", "3", "2", "1"]
    assert baris[2][6:9] == ["90", "85.5", "95.00"]
    assert baris[1][7:9] == ["", ""], "yang belum ada kosong, bukan nol"


def test_xlsx_sama_dengan_yang_tampil(dinas: object, klien: Klien) -> None:
    isi = klien.asli.get("/i/dinas-uji/2030/capaian.xlsx?status=bawah").content
    baris = CalamineWorkbook.from_filelike(io.BytesIO(isi)).get_sheet_by_index(0).to_python()
    assert baris[0][0].endswith(" 2030. 1 dari 4 indikator: status di bawah target.")
    assert baris[4][:2] == [3, "I-2"]
    assert baris[4][6:9] == [90, 85.5, 95]
    assert baris[4][12] == "–"
    sama = klien.asli.get("/i/dinas-uji/2030/capaian.xlsx?status=bawah").content
    assert sama == isi, "angka yang sama, bita yang sama"


def test_teks_yang_menyerupai_rumus_tidak_dijalankan() -> None:
    isi = buat_isi()
    isi["indikator"][0] |= {"nama": "=HYPERLINK(1)", "unit_nama": "+62", "peringkat": "@cmd"}
    b = Bacaan(isi, "/i/x/2030/")
    from opensakip.dokumen.lembar import tulis_csv

    teks = tulis_csv(tabel(b, Saringan())).decode("utf-8-sig").splitlines()[1]
    assert ";'=HYPERLINK(1);" in teks
    assert ";'+62;" in teks
    assert ";'@cmd;" in teks


def test_rincian_mengikuti_saringan(db: None, klien: Klien) -> None:
    """Sasaran and years below the list belong to its rows; the mean of all sasaran stands under all only."""
    tanam()
    semua = klien.buka(DASAR)
    assert len(semua.semua("//tr[starts-with(@id, 'sas-')]")) == 3
    assert "Rata-rata sasaran" in semua.teks
    sempit = klien.buka(DASAR + "?status=bawah")
    assert [r.get("id") for r in sempit.semua("//tr[starts-with(@id, 'sas-')]")] == ["sas-S1"]
    assert "Rata-rata sasaran" not in sempit.teks
    assert len(sempit.semua("//section[@aria-labelledby='perbandingan']//tbody/tr")) == 1


def test_daftar_panjang_tanpa_rincian(db: None, klien: Klien) -> None:
    tanam(ganda=20)
    h = klien.buka(DASAR)
    assert "paling banyak 60 indikator" in h.teks
    assert not h.semua("//section[@aria-labelledby='perbandingan']")
    assert klien.buka(DASAR + "?status=bawah").semua("//section[@aria-labelledby='perbandingan']")


def test_saringan_dibaca_tanpa_mengubah_bentuknya() -> None:
    b = Bacaan(buat_isi(), "/i/x/2030/")
    s, salah = baca_saringan(b, {"q": "  dua   kata ", "urut": "-capaian", "hal": "3"})
    assert (s.kata, s.urut, s.halaman, salah) == ("dua kata", "-capaian", 3, [])
    assert s.alamat() == "?q=dua+kata&urut=-capaian"
    assert s.alamat(halaman=2) == "?q=dua+kata&urut=-capaian&hal=2"
    assert Saringan().alamat() == ""
