"""Lists that are recognised but have no room yet, and budget lines that have one."""

from __future__ import annotations

from pathlib import Path

import pytest

from opensakip.dokumen.bacaan import baca_berkas, baca_isi
from opensakip.impor import selectors, services
from opensakip.impor.batch.kenali import kenali
from opensakip.impor.errors import BatchTidakSiap, TidakDikenali
from opensakip.impor.models import Batch
from opensakip.impor.muat import muat
from opensakip.organisasi.models import Instansi, Unit
from opensakip.perencanaan.models import Butir, VersiDokumen
from tests.impor.kecil import KECIL, tulis
from tests.impor.test_batch import OLEH, isi_ruang
from tests.periksa.pohon.test_lajur import BARIS, KEPALA

LKE = b"level;kode;induk;nama;bobot\nkomponen;A;;Perencanaan;30\nkriteria;A1;A;Ada rencana;6\n"
SKM = b"responden;pertanyaan;nilai_1_4\n1;U1;4\n1;U2;3\n2;U1;\n"
KODE = b"kode;nama;level\n11;Rekaan Barat;provinsi\n11;Rekaan Barat;provinsi\n12;Rekaan Timur;provinsi\n"


@pytest.mark.parametrize(
    ("isi", "jenis", "baris", "kata"),
    [
        (LKE, "lke", 2, ""),
        (SKM, "skm", 3, "2 responden, 2 pertanyaan, 1 jawaban kosong"),
        (KODE, "kode", 3, "1 kode tercetak lebih dari sekali, misalnya 11"),
    ],
)
def test_daftar_dikenali_dan_diakui_belum_dapat_dimuat(isi: bytes, jenis: str, baris: int, kata: str) -> None:
    h = kenali(baca_isi("daftar.csv", isi))
    assert (h.sebagai, len(h.baris), h.dapat_dimuat) == (jenis, baris, False)
    assert kata in " ".join(h.peringatan)


def test_jenis_yang_belum_ada_pengenalnya_diakui() -> None:
    with pytest.raises(TidakDikenali, match="belum dapat dikenali"):
        kenali(baca_isi("daftar.csv", KODE), "pohon")


@pytest.fixture
def dinas(tmp_path: Path) -> Instansi:
    muat(tulis(tmp_path / "dinas", KECIL))
    return Instansi.objects.get(slug="dinas-uji")


def unggah(dinas: Instansi, isi: bytes) -> Batch:
    unit = Unit.semua.get(instansi=dinas, kode="DINAS")
    return services.unggah(instansi=dinas, unit=unit, tahun=2025, nama="berkas.csv", isi=isi, oleh=OLEH)


@pytest.mark.django_db
def test_daftar_tanpa_ruang_tidak_dapat_diterapkan(dinas: Instansi) -> None:
    batch = unggah(dinas, LKE)
    assert not selectors.pratinjau(batch).siap
    sebelum = isi_ruang()
    with pytest.raises(BatchTidakSiap, match="belum dapat dimuat"):
        services.terapkan(batch=batch, oleh=OLEH)
    assert isi_ruang() == sebelum


@pytest.mark.django_db
def test_dpa_dimuat_sebagai_dokumen_dua_tahap_lalu_diurungkan(dinas: Instansi) -> None:
    sebelum = isi_ruang()
    batch = unggah(dinas, "\n".join((KEPALA, *BARIS)).encode())
    assert batch.sebagai == "dpa"
    services.petakan(batch=batch, ubah={"pemilik": {"DINAS TAMAN": "BID1"}}, oleh=OLEH)
    services.terapkan(batch=batch, oleh=OLEH)
    versi = list(VersiDokumen.semua.filter(dokumen__jenis="dpa").order_by("nomor"))
    assert [v.tahap for v in versi] == ["murni", "perubahan"]
    siram = Butir.semua.filter(versi=versi[1], teks="Siram")
    assert sorted((b.kode, b.unit.kode) for b in siram) == [
        ("1.01.02.2.01.0001", "BID1"), ("1.01.02.2.01.0001", "DINAS"),
    ]  # fmt: skip
    services.urungkan(batch=batch, oleh=OLEH)
    assert isi_ruang() == sebelum


@pytest.mark.bahan
@pytest.mark.parametrize(
    ("pola", "jenis", "baris"),
    [
        ("samples/lke/lke_*.csv", "lke", 93),
        ("samples/skm/skm_jawaban_b.csv", "skm", 405),
        ("samples/code_tables/wilayah*.csv", "kode", 552),
        ("samples/code_tables/kepmendagri*.csv", "kode", 7765),
        ("samples/spreadsheets/dpa_*.xlsx", "dpa", 1350),
        ("samples/spreadsheets/template_referensi*.xlsx", "kode", 13),
    ],
)
def test_berkas_nyata_dikenali(bahan: Path, pola: str, jenis: str, baris: int) -> None:
    h = kenali(baca_berkas(next(p for p in bahan.glob(pola) if p.suffix != ".source")))
    assert (h.sebagai, len(h.baris)) == (jenis, baris)
