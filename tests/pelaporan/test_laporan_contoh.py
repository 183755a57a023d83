"""The examples as printed reports: figures of the signed papers, read back from the PDF."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import transaction

from opensakip.dokumen.model import Potong, Tabel, polos
from opensakip.dokumen.pdf import HasilPdf, susun_pdf
from opensakip.impor.paket import daftar_contoh, muat_contoh
from opensakip.pelaporan.keluaran import buat_pdf
from opensakip.pelaporan.laporan import susun_lkjip
from opensakip.pelaporan.selectors import isi_cuplikan
from tests.dokumen.bacaan_pdf import halaman, padat, teks
from tests.pelaporan.test_laporan import semua

pytestmark = pytest.mark.django_db  # the module fixture needs a test database, also when run alone


@dataclass(frozen=True)
class Cetakan:
    """One example: its snapshot, document and file."""

    isi: dict[str, Any]
    hasil: HasilPdf
    teks: str
    padat: str
    detik: float
    keluaran: bytes

    def baris(self, label: str) -> dict[str, list[str]]:
        """Rows of a table by their first cell."""
        tabel = next(t for t in semua(susun_lkjip(self.isi), Tabel) if t.label == label)
        return {polos(b.sel[0].isi): [polos(s.isi) for s in b.sel] for b in tabel.baris}


def _cetak(slug: str) -> Cetakan:
    contoh = next(c for c in daftar_contoh() if c.slug == slug)
    _, cuplikan = muat_contoh(contoh)
    isi = isi_cuplikan(cuplikan)
    mulai = time.perf_counter()
    hasil = susun_pdf(susun_lkjip(isi, sidik=cuplikan.sidik), waktu=cuplikan.per)
    lama = time.perf_counter() - mulai
    semua_hal = " ".join(halaman(hasil.isi))
    return Cetakan(
        json.loads(json.dumps(isi)), hasil, teks(hasil.isi), padat(semua_hal), lama, buat_pdf(cuplikan).isi
    )


@pytest.fixture(scope="module")
def cetakan(django_db_setup: None, django_db_blocker: Any) -> Iterator[dict[str, Cetakan]]:
    """Both examples with a report, made once; the database is left as it was."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield {s: _cetak(s) for s in ("setda-banten", "biro-perencanaan-kemensos")}
        transaction.set_rollback(True)


@pytest.fixture
def banten(cetakan: dict[str, Cetakan]) -> Cetakan:
    """The regional example."""
    return cetakan["setda-banten"]


@pytest.fixture
def biro(cetakan: dict[str, Cetakan]) -> Cetakan:
    """The ministry example."""
    return cetakan["biro-perencanaan-kemensos"]


def test_capaian_banten_menurut_pk_yang_ditandatangani(banten: Cetakan) -> None:
    baris = banten.baris("tabel-capaian")
    capaian = [baris[str(n)][5] for n in range(1, 13)]
    assert capaian == [
        "100,00", "100,00", "98,85", "100,23", "95,22", "96,94",
        "99,74", "107,81", "100,00", "100,00", "104,85", "108,13",
    ]  # fmt: skip
    assert baris["Rata-rata 12 indikator"][1] == "100,98"
    assert baris["Rata-rata 10 indikator tanpa nilai tahun sebelumnya"][1] == "101,32"
    assert "11,10" in baris["6"][3], "target PK, bukan target rencana"


def test_anggaran_banten(banten: Cetakan) -> None:
    for angka in ("253.786.078.000", "245.137.431.880", "225.565.789.216", "19.571.642.664", "92,02"):
        assert angka in banten.teks, angka
    kata = "dua ratus empat puluh lima miliar seratus tiga puluh tujuh juta empat ratus tiga puluh satu ribu"
    assert padat(kata) in banten.padat
    assert "tidak dirinci sumber" in banten.teks


def test_efisiensi_banten_yang_benar(banten: Cetakan) -> None:
    baris = banten.baris("tabel-efisiensi")
    assert {k: baris[k][6] for k in ("S1", "S2", "S3", "S5", "S6", "S7", "S12")} == {
        "S1": "3,02", "S2": "25,46", "S3": "6,36", "S5": "47,03", "S6": "10,55", "S7": "7,28", "S12": "14,33",
    }  # fmt: skip
    assert "Sub kegiatan" in baris["S1"][1], "dasar alokasi disebut"


def test_angka_sumber_yang_salah_dicatat(banten: Cetakan) -> None:
    assert banten.padat.count(padat("Catatan atas Angka Sumber")) >= 2
    for tercetak in ("96,33%", "10,43", "45,88%"):
        assert tercetak in banten.teks, tercetak


def test_contoh_pada_setiap_halaman(cetakan: dict[str, Cetakan]) -> None:
    for c in cetakan.values():
        for n, h in enumerate(halaman(c.hasil.isi), 1):
            assert padat("CONTOH, disusun ulang dari laporan publik, bukan dokumen resmi") in padat(h), n


def test_capaian_biro_perencanaan(biro: Cetakan) -> None:
    baris = biro.baris("tabel-capaian")
    assert baris["Rata-rata 11 indikator"][1] == "106,51"
    sasaran = [v[1] for k, v in baris.items() if k.startswith("SK1.")]
    assert sasaran == ["109,95"]
    assert next(v for v in baris.values() if "Indeks Perencanaan Pembangunan" in v[1])[2] == "81,00"


def test_instrumen_biro_perencanaan(biro: Cetakan) -> None:
    nka = biro.baris("tabel-nka")
    assert [nka[str(n)][2] for n in range(1, 6)] == ["91,76", "91,01", "88,85", "93,16", "90,14"]
    skm = biro.baris("tabel-skm")
    assert skm["Nilai SKM"][1:3] == ["88,79", "90,09"]
    assert skm["U9"][5] == "100,00"
    asn = biro.baris("tabel-ip-asn")
    assert asn["Jumlah"][2] == "70,87"
    assert "70,88" in biro.teks, "angka tercetak berdampingan"
    assert biro.baris("tabel-akip")["Jumlah"][2] == "69,31"


def test_efisiensi_biro_dalam_poin(biro: Cetakan) -> None:
    baris = biro.baris("tabel-efisiensi")
    assert [baris[f"SK{n}"][4] for n in range(1, 5)] == ["10,07", "0,12", "19,81", "0,76"]
    assert baris["Keseluruhan"][3] == "6,62"


def test_usul_target_pada_biro_dan_tidak_pada_banten(banten: Cetakan, biro: Cetakan) -> None:
    assert "Target tahun 2026 tidak tercatat" in banten.teks
    assert len(biro.baris("tabel-usul")) >= 3


def test_dua_revisi_pk_dilampirkan_dan_januari_hanya_disebut(biro: Cetakan) -> None:
    assert "Perjanjian Kinerja Revisi Tahun 2023 (November 2023)" in biro.teks
    assert "Perjanjian Kinerja Revisi Tahun 2023 (Desember 2023)" in biro.teks
    assert "Plt. Sekretaris Jenderal" in biro.teks
    assert [r[1] for r in biro.baris("tabel-versi-pk").values()] == ["Murni", "Revisi", "Revisi"]


def test_setiap_angka_yang_ditampilkan_ada_pada_berkas(cetakan: dict[str, Cetakan]) -> None:
    for c in cetakan.values():
        jumlah = 0
        for p in semua(susun_lkjip(c.isi), Potong):
            if p.angka:
                jumlah += 1
                assert c.isi["angka"][p.angka]["tampil"].lstrip("−") in p.teks or p.teks.startswith("Rp")
                assert padat(p.teks) in c.padat, p
        assert jumlah > 250


def test_berkas_sama_dari_pintu_laporan_dan_cukup_cepat(cetakan: dict[str, Cetakan]) -> None:
    for c in cetakan.values():
        assert c.keluaran == c.hasil.isi
        assert c.detik < 6, "biasanya di bawah satu detik; batas longgar untuk mesin yang sibuk"
