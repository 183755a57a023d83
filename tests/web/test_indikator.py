"""The page of one indicator: history with breaks, card, agreements, origin, journal, and its files."""

from __future__ import annotations

import csv
import io
import zipfile
from decimal import Decimal
from typing import Any

import pytest

from opensakip.web.penyaji import bagan_deret, indikator, lembaran
from opensakip.web.penyaji.bacaan import Bacaan
from tests.web.contoh import buat_isi
from tests.web.klien import Klien
from tests.web.perabot import petugas, tanam

ALAMAT = "/i/dinas-uji/2030/indikator/I-2/"
SETDA, BIRO = "/i/setda-banten/2025/", "/i/biro-perencanaan-kemensos/2023/"


def _seri(*isi: tuple[int, str | None, bool]) -> tuple[Bacaan, dict[str, Any]]:
    """An indicator with this history: (year, value, break)."""
    b = Bacaan(buat_isi(), "/i/x/2030/")
    ind = b.isi["indikator"][0]
    ind["seri"] = []
    for tahun, nilai, putus in isi:
        id_ = f"ind.I-0.u{tahun}"
        b.isi["angka"][id_] = b.isi["angka"][ind["realisasi"]] | {"nilai": nilai, "tampil": nilai or "–"}
        ind["seri"].append(
            {"tahun": tahun, "angka": id_, "teks": nilai or "", "status": "final", "putus": putus}
        )
    return b, ind


def test_garis_berhenti_pada_deret_baru_dan_tahun_kosong() -> None:
    """A line only within one way of measuring and over years that follow each other."""
    g = bagan_deret.bagan_deret(
        *_seri(
            (2025, "60", False),
            (2026, "70", False),
            (2027, None, False),
            (2028, "75", False),
            (2029, "80", True),
            (2030, "82", False),
        )
    )
    assert g is not None
    assert [len(garis.split()) for garis in g.garis] == [2, 2]
    assert [tahun for _x, tahun in g.putus] == [2029]
    assert [t.y == "" for t in g.titik] == [False, False, True, False, False, False]
    assert [t.baru for t in g.titik] == [False, False, False, False, True, True]


def test_titik_dan_target_menurut_nilainya() -> None:
    """Higher values stand higher, all inside the frame, and the target between its neighbours."""
    b, ind = _seri((2029, "70", False), (2030, "90", False))
    for ukuran in (bagan_deret.LEBAR, bagan_deret.SEMPIT):
        g = bagan_deret.bagan_deret(b, ind, ukuran)
        assert g is not None
        assert g.target is not None
        rendah, tinggi = (Decimal(t.y) for t in g.titik)
        assert ukuran.atas <= tinggi < Decimal(g.target.y) < rendah <= ukuran.bawah
        assert all(ukuran.kiri <= Decimal(t.x) <= ukuran.kanan for t in g.titik)


def test_tanpa_angka_tidak_ada_gambar() -> None:
    assert bagan_deret.bagan_deret(*_seri((2030, None, False))) is None


@pytest.mark.parametrize(
    ("lalu", "depan", "target", "di_bawah", "kanan"),
    [
        ("1", "3", None, True, True),  # line rises through: under it, to the right
        ("3", "1", None, False, True),  # line falls through
        ("1", "1", None, False, False),  # peak
        ("3", "3", None, True, False),  # valley
        (None, None, "9", True, False),  # target above: label below
        (None, None, "1", False, False),
    ],
)
def test_teks_titik_menjauhi_garis(
    lalu: str | None, depan: str | None, target: str | None, di_bawah: bool, kanan: bool
) -> None:
    a, z, t = (None if n is None else Decimal(n) for n in (lalu, depan, target))
    turun, di_kanan = bagan_deret._tempat_teks(Decimal(2), a, z, t)
    assert (turun > 0, di_kanan) == (di_bawah, kanan)


def test_halaman_memuat_semua_bagian(dinas: object, klien: Klien) -> None:
    h = klien.buka(ALAMAT)
    assert h.judul == "Indeks Ketahanan Pangan Wilayah 2"
    assert [h.tulisan(x) for x in h.semua("//main//h2")][:2] == [
        "Riwayat 2029–2030",
        "Dari mana angka 95,00 ini?",
    ]
    assert "Deret terputus pada 2030." in h.teks
    assert "81,00 pada 2029; dengan cara ukur baru 85,5 pada 2030; target 2030: 90." in [
        g.get("aria-label") for g in h.semua("//*[local-name()='svg'][@role='img']")
    ]
    assert h.angka("ind.I-2.capaian")[0] == "95,00"
    assert h.angka("ind.I-2.target")[0] == "90"
    assert "belum diisi pada kartu" in h.tulisan(h.satu("//section[@aria-labelledby='kartu']"))
    janji = h.tulisan(h.satu("//section[@aria-labelledby='janji']"))
    assert janji.startswith("Diperjanjikan dalam PK perubahan, 28 Oktober 2030: target 90 (dasar pengukuran)")


def test_indikator_yang_tidak_ada_pada_pk_murni(dinas: object, klien: Klien) -> None:
    janji = klien.buka(ALAMAT.replace("I-2", "I-0")).satu("//section[@aria-labelledby='janji']")
    assert "PK murni, Januari 2030: indikator ini tidak ada di dalamnya" in " ".join(
        "".join(janji.itertext()).split()
    )


def test_belum_dapat_dinilai(dinas: object, klien: Klien) -> None:
    h = klien.buka(ALAMAT.replace("I-2", "I-3"))
    assert "Mengapa capaian belum dapat dinilai?" in h.teks
    assert "realisasi belum ada" in h.teks


@pytest.mark.parametrize("akhir", ["I-99/", "I-99.csv", "I-99.xlsx", "%2E%2E/"])
def test_kode_tak_dikenal(dinas: object, klien: Klien, akhir: str) -> None:
    klien.buka(f"/i/dinas-uji/2030/indikator/{akhir}", 404)


@pytest.mark.parametrize("akhir", ["I-2/", "I-2.csv", "I-2.xlsx"])
def test_unit_lain_tidak_ada(db: None, klien: Klien, akhir: str) -> None:
    """The indicator belongs to another unit: page and files do not exist."""
    klien.asli.force_login(petugas(tanam("milik", contoh=False), unit="BID2"))
    klien.buka(f"/i/milik/2030/indikator/{akhir}", 404)


def test_unit_sendiri_tanpa_perjanjian_instansi(db: None, klien: Klien) -> None:
    klien.asli.force_login(petugas(tanam("milik", contoh=False), unit="BID1"))
    h = klien.buka("/i/milik/2030/indikator/I-2/")
    assert not h.semua("//section[@aria-labelledby='janji']"), "perjanjian memuat seluruh instansi"
    for alamat in set(h.tautan()):
        if "." not in alamat.rpartition("/")[2]:
            klien.buka(alamat)


def test_deret_csv_untuk_manusia_dan_mesin(dinas: object, klien: Klien) -> None:
    """Semicolon and comma with BOM for people; comma and point for machines; text never runs."""
    orang = klien.asli.get(ALAMAT[:-1] + ".csv")
    assert orang.content.startswith(b"\xef\xbb\xbf")
    assert 'filename="deret-dinas-uji-I-2-2030.csv"' in orang.headers["Content-Disposition"]
    baris = list(csv.reader(io.StringIO(orang.content.decode("utf-8-sig")), delimiter=";"))
    assert baris[0][:5] == ["Tahun", "Nilai", "Satuan", "Sifat nilai", "Deret"]
    assert [r[:2] for r in baris[1:]] == [["2029", "81,00"], ["2030", "85,5"]]
    assert baris[2][4] == "deret baru, tidak sebanding dengan sebelumnya"
    assert baris[2][5:7] == ["90", "95,00"]
    mesin = klien.asli.get(ALAMAT[:-1] + ".csv?bentuk=mesin").content.decode()
    assert [r[1] for r in csv.reader(io.StringIO(mesin))] == ["Nilai", "81.00", "85.5"]


def test_deret_xlsx_dan_tandanya(dinas: object, klien: Klien) -> None:
    jawaban = klien.asli.get(ALAMAT[:-1] + ".xlsx")
    assert zipfile.is_zipfile(io.BytesIO(jawaban.content))
    lagi = klien.asli.get(ALAMAT[:-1] + ".xlsx", headers={"If-None-Match": jawaban.headers["ETag"]})
    assert lagi.status_code == 304


def test_sel_berawal_tanda_rumus_tidak_dijalankan() -> None:
    """A note of an officer may begin with a sign that a spreadsheet would run."""
    from opensakip.dokumen.lembar import tulis_csv

    b, ind = _seri((2030, "84", False))
    ind["seri"][0]["keterangan"] = "=HYPERLINK(1)"
    assert "'=HYPERLINK(1)" in tulis_csv(lembaran.deret(b, ind)).decode("utf-8-sig")


def test_versi_kartu_terbaru_di_atas() -> None:
    kartu = [
        {"versi": 1, "berlaku_mulai": "2022-01-01", "putus_deret": False, "alasan": ""},
        {"versi": 2, "berlaku_mulai": "2025-01-01", "putus_deret": True, "alasan": "cara ukur berganti"},
    ]
    versi = indikator.versi_kartu({"kartu": kartu[1], "kartu_versi": kartu})
    assert [(v.nomor, v.sampai, v.kini, v.putus) for v in versi] == [
        (2, "", True, True),
        (1, "2024-12-31", False, False),
    ]


def test_indikator_rencana_tanpa_perjanjian() -> None:
    """Card and targets of the plan, no value; a measured indicator of the same code comes first."""
    b = Bacaan(buat_isi(), "/i/x/2030/")
    kartu = {"versi": 1, "arah": "turun", "rumus": "", "berlaku_mulai": "2030-01-01"}
    for r in b.isi["rencana"][0]["baris"]:
        for i in r["indikator"]:
            i["kartu"] = kartu if not i["kode"].startswith("~") else None
    lain = b.isi["rencana"][0]["baris"][2]["indikator"][0]
    lain["kode"] = "I-BARU"
    baru = b.indikator("I-BARU")
    assert baru is not None
    assert (baru["capaian"], baru["seri"], baru["terhadap"]) == (None, [], "belum")
    assert b.angka(baru["target"])["tampil"] == "80"
    assert (b.angka(baru["target_akhir"])["tampil"], baru["tahun_akhir"]) == ("90", 2034)
    assert ("Rumus capaian", "(2 × target − realisasi) ÷ target × 100") in indikator.kartu(baru)
    assert [j.tahun for j in indikator.jalur(b, baru)] == [2030, 2031, 2034]
    assert b.ke_indikator("~LEPAS.1") == ""
    terukur = b.indikator("I-1")
    assert terukur is not None
    assert terukur["seri"]


@pytest.mark.django_db
@pytest.mark.usefixtures("contoh_produk")
class TestContoh:
    """The examples as people see them."""

    def test_deret_terputus_dan_dua_kartu(self, klien: Klien) -> None:
        h = klien.buka(SETDA + "indikator/I-S5/")
        assert [h.tulisan(x) for x in h.semua("//ol[@class='versi']//b")] == ["Versi 2"]
        assert len(h.semua("//ol[@class='versi']/li")) == 2
        assert "Peraturan Ombudsman Nomor 61 Tahun 2025" in h.teks
        assert set(h.angka("ind.I-S5.r2023")) == {"91,16"}
        assert set(h.angka("target.renstra-2025.v1.RS5.1.2029.akhir")) == {"94,10"}

    def test_jurnal_menyebut_indikator(self, klien: Klien) -> None:
        jurnal = klien.buka(SETDA + "indikator/I-S5/").satu("//section[@aria-labelledby='jurnal']")
        teks = " ".join("".join(jurnal.itertext()).split())
        assert "Kartu indikator ditetapkan: v1, v2" in teks
        assert "Realisasi dicatat: 2022, 2023, 2024, 2025" in teks
        assert teks.count("Perjanjian kinerja ditetapkan") == 1, "hanya perjanjian yang memuatnya"

    def test_asal_kembali_ke_halaman_indikator(self, klien: Klien) -> None:
        h = klien.buka(BIRO + "angka/ind.IKK-1-1.r2021/")
        assert h.satu("//div[@class='tindakan']/a").get("href") == BIRO + "indikator/IKK-1-1/"

    def test_setiap_indikator_punya_halaman(self, klien: Klien) -> None:
        for dasar in (SETDA, BIRO):
            tautan = {a for a in klien.buka(dasar).tautan() if "/indikator/" in a}
            assert len(tautan) >= 11
            for alamat in tautan:
                h = klien.buka(alamat)
                for t in set(h.tautan()):
                    if "/angka/" in t:
                        assert klien.asli.get(t).status_code == 200, t

    def test_indikator_rencana_setneg_punya_halaman(self, klien: Klien) -> None:
        """Nothing was agreed yet: every indicator with a card still has its page, without a file."""
        h = klien.buka("/i/setneg/2024/anggaran/")
        tautan = {a for a in h.tautan() if "/indikator/" in a}
        assert len(tautan) == 52
        h = klien.buka("/i/setneg/2024/indikator/IKSS-01/")
        assert "Belum diperjanjikan untuk 2024." in h.teks
        tahun = h.semua("//section[@aria-labelledby='jalur']//tbody/tr/th")
        assert [h.tulisan(t) for t in tahun] == ["2024", "2025", "2026", "2027"]
        assert not [a for a in h.tautan() if a.endswith((".csv", ".xlsx"))]
        assert klien.asli.get("/i/setneg/2024/indikator/IKSS-01.csv").status_code == 404

    def test_nama_pada_pohon_anggaran_menuju_indikator(self, klien: Klien) -> None:
        h = klien.buka(SETDA + "anggaran/?q=indeks+reformasi+hukum")
        assert SETDA + "indikator/I-S4/" in set(h.tautan())
