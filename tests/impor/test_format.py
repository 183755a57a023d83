"""The declared format against all that must agree with it: tables, services, templates, documentation."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import models

from opensakip.anggaran.models import DasarEfisiensi, Pagu, RealisasiAnggaran
from opensakip.berkas.models import SumberDokumen
from opensakip.impor.format import FORMAT, MENURUT_NAMA
from opensakip.impor.kolom import (
    JENIS_NILAI,
    JENIS_SISI,
    KEADAAN,
    RUMUS_ARAH,
    STATUS_BERNILAI,
    STATUS_KOSONG,
    Jenis,
)
from opensakip.impor.paket import FOLDER
from opensakip.organisasi.models import Instansi, Jabatan, Unit, VersiUnit
from opensakip.pelaporan.models import CatatanAngka, IsianLaporan, Naskah
from opensakip.pengukuran import models as pengukuran
from opensakip.perencanaan import models as perencanaan
from opensakip.perjanjian.models import AnggaranPK, BarisPK, PihakPK, VersiPK

P = perencanaan
TEMPAT: dict[str, list[tuple[type[models.Model], dict[str, str]]]] = {
    "instansi": [
        (
            Instansi,
            {
                n: n
                for n in ["slug", "nama", "singkatan", "zona", "tempat", "unit_pelapor", "skala_peringkat"]
            },
        )
    ],
    "sumber": [(SumberDokumen, {"kode": "kunci", "judul": "judul"})],
    "unit": [
        (Unit, {"kode": "kode", "kode_luar": "kode_luar", "jenis": "jenis"}),
        (VersiUnit, {"nama": "nama", "singkatan": "singkatan"}),
        (Jabatan, {"pimpinan": "nama", "jenjang": "jenjang"}),
    ],
    "indikator": [
        (P.Indikator, {"kode": "kode"}),
        (
            P.KartuIndikator,
            {
                n: n
                for n in [
                    "satuan",
                    "skala_ordinal",
                    "skala_min",
                    "skala_maks",
                    "batas_atas",
                    "batas_bawah",
                    "versi",
                    "desimal",
                ]
            },
        ),
    ],
    "dokumen": [(P.Dokumen, {"kode": "kode", "judul": "judul", "skema": "skema"})],
    "versi": [
        (
            P.VersiDokumen,
            {
                n: n
                for n in ["nomor", "judul", "alasan_kode", "pengali_cetak", "pengali_uang", "satuan_cetak"]
            },
        )
    ],
    "butir": [
        (P.Butir, {"id": "pengenal", "tingkat": "tingkat", "kode": "kode"}),
        (P.Unsur, {"unsur": "kunci", "id": "kunci", "kode": "kode"}),
    ],
    "butir_indikator": [(P.ButirIndikator, {"urut": "urut", "satuan_cetak": "satuan_cetak"})],
    "pagu": [(Pagu, {"angka_cetak": "angka_cetak", "tahun": "tahun"})],
    "simpul": [
        (
            P.Simpul,
            {
                "id": "pengenal",
                "tingkat": "tingkat",
                "logika": "logika",
                "kode": "kode",
                "unit_nama": "unit_cetak",
            },
        )
    ],
    "sisi": [(P.Sisi, {"jenis": "jenis"})],
    "pk": [
        (VersiPK, {"kode": "kode", "nomor": "nomor", "alasan_kode": "alasan_kode", "tahap": "tahap"}),
        (
            PihakPK,
            {
                "pihak_pertama": "jabatan_cetak",
                "pihak_kedua": "jabatan_cetak",
                "pihak_pertama_sebagai": "sebagai",
            },
        ),
    ],
    "pk_baris": [(BarisPK, {"urut": "urut", "sasaran_kode": "sasaran_kode", "satuan": "satuan_cetak"})],
    "pk_anggaran": [(AnggaranPK, {"urut": "urut", "kode": "kode"})],
    "realisasi": [
        (pengukuran.Realisasi, {"tahun": "tahun", "status": "status_nilai", "nilai": "nilai_teks"})
    ],
    "pembanding": [
        (
            pengukuran.Pembanding,
            {"entitas": "entitas", "tingkat": "tingkat", "keadaan": "keadaan", "nilai": "nilai_teks"},
        )
    ],
    "realisasi_anggaran": [
        (RealisasiAnggaran, {"tingkat": "tingkat", "kunci": "kunci", "persen_cetak": "persen_cetak"})
    ],
    "efisiensi": [
        (DasarEfisiensi, {"sasaran": "hasil_kode", "tingkat": "tingkat", "pembulatan_cro": "pembulatan_cro"})
    ],
    "instrumen": [
        (
            pengukuran.NilaiInstrumen,
            {"instrumen": "instrumen", "kelompok": "kelompok", "komponen": "komponen", "nilai": "nilai"},
        )
    ],
    "bagian": [
        (IsianLaporan, {"jenis": "jenis", "urut": "urut", "kelompok": "kelompok", "jumlah": "jumlah"})
    ],
    "naskah": [(Naskah, {"tempat": "tempat"})],
    "catatan": [(CatatanAngka, {"subjek": "subjek", "tercetak": "tercetak", "seharusnya": "seharusnya"})],
}
BATAS_BULAT = {
    models.SmallIntegerField: 32_767,
    models.IntegerField: 2_147_483_647,
    models.BigIntegerField: 9_223_372_036_854_775_807,
}


@pytest.mark.parametrize("nama", [*TEMPAT])
def test_tidak_ada_isi_sah_yang_tidak_muat_di_tabel(nama: str) -> None:
    """PostgreSQL refuses what is too long, SQLite keeps it: so the format must be the narrower one."""
    for model, peta in TEMPAT[nama]:
        for kolom_csv, bidang in peta.items():
            kolom = MENURUT_NAMA[nama].ambil(kolom_csv)
            tujuan = model._meta.get_field(bidang)
            tempat = f"{nama}.{kolom_csv} → {model.__name__}.{bidang}"
            if isinstance(tujuan, models.CharField):
                panjang = max((len(p) for p in kolom.pilihan), default=None) if kolom.pilihan else None
                terpanjang = {Jenis.SLUG: 40, Jenis.ATURAN: 80}.get(kolom.jenis, panjang or kolom.maks)
                assert terpanjang <= tujuan.max_length, tempat
            elif isinstance(tujuan, models.DecimalField):
                assert kolom.digit[1] <= tujuan.decimal_places, tempat
                assert kolom.digit[0] <= tujuan.max_digits - tujuan.decimal_places, tempat
            elif kolom.jenis is Jenis.BULAT:
                assert kolom.maks <= BATAS_BULAT[type(tujuan)], tempat
            elif kolom.jenis is Jenis.DESIMAL:
                assert 10 ** kolom.digit[0] - 1 <= BATAS_BULAT[type(tujuan)], tempat
            else:
                assert kolom.jenis is Jenis.TAHUN, tempat


def test_pilihan_sama_dengan_yang_dikenal_ruang() -> None:
    assert sorted(MENURUT_NAMA["dokumen"].ambil("jenis").pilihan) == sorted(P.JENIS_DOKUMEN)
    assert {k: list(v) for k, v in RUMUS_ARAH.items()} == P.RUMUS_MENURUT_ARAH
    assert list(STATUS_BERNILAI) == pengukuran.STATUS_BERNILAI
    assert list(STATUS_KOSONG) == pengukuran.STATUS_KOSONG
    from opensakip.berkas.models import KEADAAN as KEADAAN_FAKTA
    from opensakip.hitung.nilai import JenisNilai

    assert sorted(KEADAAN) == sorted(KEADAAN_FAKTA)
    assert sorted(JENIS_NILAI) == sorted(JenisNilai)
    syarat = next(c for c in P.Sisi._meta.constraints if c.name == "sisi_jenis").condition
    assert set(JENIS_SISI) <= set(dict(syarat.children)["jenis__in"])


def test_templat_memuat_tepat_kolom_format() -> None:
    templat = FOLDER.parent / "templat"
    assert sorted(p.name for p in templat.glob("*.csv")) == sorted(s.berkas for s in FORMAT)
    for s in FORMAT:
        assert (templat / s.berkas).read_text(encoding="utf-8-sig").strip() == ",".join(s.nama_kolom), (
            s.berkas
        )


def test_setiap_kolom_dijelaskan(akar: Path) -> None:
    """Every file and column has its row in the documentation for officers, and the required ones say so."""
    halaman = (akar / "docs" / "rujukan" / "format-data.md").read_text(encoding="utf-8")
    bagian = {
        b.split("\n", 1)[0].strip(): b for b in halaman.replace("\n#### ", "\n### ").split("\n### ")[1:]
    }
    for s in FORMAT:
        assert s.berkas in bagian, s.berkas
        for k in s.kolom:
            assert f"`{k.nama}`" in bagian[s.berkas], f"{s.berkas} {k.nama}"
            if k.wajib:
                assert f"`{k.nama}` **wajib**" in bagian[s.berkas], f"{s.berkas} {k.nama} wajib"


def test_acuan_menunjuk_kolom_yang_ada() -> None:
    for s in FORMAT:
        assert set(s.kunci) <= set(s.nama_kolom), s.nama
        for k in s.kolom:
            if k.acuan:
                berkas, kolom = k.acuan.split(".")
                assert kolom in MENURUT_NAMA[berkas].nama_kolom, f"{s.nama}.{k.nama}"
