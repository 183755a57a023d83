"""Bad writes that the database itself refuses, on both engines, whatever the code above it does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Sum

from opensakip.anggaran.models import Pagu, RealisasiAnggaran
from opensakip.hitung.nilai import baca_nilai
from opensakip.inti.fields import RupiahField
from opensakip.organisasi.models import Jabatan, VersiUnit
from opensakip.pelaporan.models import Cuplikan, Laporan
from opensakip.pengukuran.models import Pembanding, Realisasi
from opensakip.perencanaan.models import Butir, KartuIndikator, Sisi, Target, VersiDokumen
from opensakip.perjanjian.models import VersiPK
from tests.ruang.kecil import Kecil

Rusak = Callable[[Kecil], Any]


def _ubah(model: Any, syarat: dict[str, Any], **baru: Any) -> Rusak:
    """Update one existing row past all services."""

    def tulis(k: Kecil) -> None:
        pk = model.semua.filter(instansi=k.instansi, **syarat).values_list("pk", flat=True).first()
        assert pk is not None, "baris yang hendak dirusak tidak ada"
        assert model.semua.filter(pk=pk).update(**baru) == 1

    return tulis


def _salin(model: Any, syarat: dict[str, Any], **baru: Any) -> Rusak:
    """Insert a copy of an existing row past all services."""

    def tulis(k: Kecil) -> None:
        baris = model.semua.filter(instansi=k.instansi, **syarat).first()
        assert baris is not None, "baris yang hendak disalin tidak ada"
        baris.pk = None
        baris._state.adding = True
        if hasattr(baris, "uid"):
            baris.uid = type(baris)().uid
        for kolom, nilai in baru.items():
            setattr(baris, kolom, nilai)
        baris.save()

    return tulis


RUSAK: dict[str, Rusak] = {
    "angka tanpa angka": _ubah(Target, {"nilai_jenis": "angka"}, nilai_angka=None),
    "angka dengan batas rentang": _ubah(Target, {"nilai_jenis": "angka"}, nilai_bawah=Decimal(1)),
    "rentang terbalik": _ubah(
        Target, {}, nilai_jenis="rentang", nilai_angka=None, nilai_bawah=Decimal(3), nilai_atas=Decimal(2)
    ),
    "rentang tanpa batas": _ubah(Target, {}, nilai_jenis="rentang", nilai_angka=None),
    "ordinal tanpa urutan": _ubah(Target, {}, nilai_jenis="ordinal", nilai_kode="WTP", nilai_urut=None),
    "teks kosong": _ubah(Target, {}, nilai_jenis="teks", nilai_teks=""),
    "target tanpa nilai": _ubah(Target, {}, nilai_jenis=None, nilai_angka=None, nilai_kode="", nilai_teks=""),
    "dua target setahun": _salin(Target, {}),
    "final tanpa nilai": _ubah(Realisasi, {"status_nilai": "belum_ada"}, status_nilai="final"),
    "belum ada tetapi bernilai": _ubah(Realisasi, {"status_nilai": "final"}, status_nilai="belum_ada"),
    "dibawa tanpa alasan": _ubah(
        Realisasi, {"status_nilai": "final"}, status_nilai="dibawa", tahun_nilai=2001, alasan=""
    ),
    "dibawa dari tahun depan": _ubah(
        Realisasi, {"status_nilai": "final"}, status_nilai="dibawa", tahun_nilai=2099, alasan="x"
    ),
    "dua realisasi terkini": _salin(Realisasi, {"status_nilai": "final"}, versi=2),
    "versi realisasi kembar": _salin(Realisasi, {"status_nilai": "final"}, terkini=False),
    "kartu skala tanpa puncak": _ubah(KartuIndikator, {"jenis_nilai": "skala"}, skala_maks=None),
    "kartu ordinal tanpa skala": _ubah(KartuIndikator, {"arah": "naik"}, jenis_nilai="ordinal"),
    "rumus tidak cocok dengan arah": _ubah(KartuIndikator, {"arah": "naik"}, rumus="min_2t"),
    "kartu tetap tanpa arah": _ubah(KartuIndikator, {"keadaan": "ditetapkan"}, arah=""),
    "versi tetap tanpa tanggal": _ubah(VersiDokumen, {"keadaan": "ditetapkan"}, berlaku_mulai=None),
    "versi kedua tanpa yang digantikan": _salin(VersiDokumen, {}, nomor=2),
    "dua versi draf": lambda k: (
        _salin(VersiDokumen, {}, nomor=8, keadaan="draf", menggantikan_id=_versi(k))(k),
        _salin(VersiDokumen, {}, nomor=9, keadaan="draf", menggantikan_id=None)(k),
    ),
    "butir tanpa teks": _ubah(Butir, {}, teks=""),
    "dua butir berjalur sama": _salin(Butir, {}, pengenal="lain"),
    "PK kedua tanpa alasan hukum": _salin(VersiPK, {}, nomor=2, kode="pk-x", keadaan="draf", alasan_kode=""),
    "dua pimpinan satu unit": _salin(Jabatan, {"pimpinan_unit": True}, nama="Pimpinan kedua"),
    "dua nama unit yang terbuka": _salin(VersiUnit, {}, berlaku_mulai=date(2026, 1, 1)),
    "unit berakhir sebelum mulai": _ubah(VersiUnit, {}, berlaku_sampai=date(1900, 1, 1)),
    "pagu kembar": _salin(Pagu, {}),
    "realisasi anggaran tanpa isi": _ubah(RealisasiAnggaran, {}, nilai=None, persen_cetak=None),
    "laporan beku tanpa cuplikan": lambda k: Laporan.semua.create(
        instansi=k.instansi, unit=k.unit["DISKAN"], tahun=2025, nomor=1, keadaan="beku"
    ),
    "cuplikan kedua tanpa alasan": lambda k: Cuplikan.semua.create(
        instansi=k.instansi,
        unit=k.unit["DISKAN"],
        tahun=2025,
        nomor=2,
        skema="cuplikan/1",
        isi="{}",
        per=datetime(2026, 1, 1, tzinfo=UTC),
        jurnal_seq=0,
        sidik="",
        sidik_angka="",
    ),
    "pembanding ada tanpa nilai": lambda k: Pembanding.semua.create(
        instansi=k.instansi,
        indikator=Realisasi.semua.filter(instansi=k.instansi).first().indikator,  # type: ignore[union-attr]
        tahun=2025,
        entitas="Nasional",
        keadaan="ada",
    ),
    "sisi ke diri sendiri": lambda k: _sisi(k),
}


def _versi(k: Kecil) -> int:
    return int(VersiDokumen.semua.filter(instansi=k.instansi).values_list("pk", flat=True)[0])


def _sisi(k: Kecil) -> None:
    from opensakip.perencanaan.models import Simpul

    versi = VersiDokumen.semua.get(pk=_versi(k))
    simpul = Simpul.semua.create(instansi=k.instansi, versi=versi, pengenal="a", teks="a")
    Sisi.semua.create(instansi=k.instansi, versi=versi, dari=simpul, ke=simpul, jenis="kontribusi")


@pytest.mark.parametrize("nama", RUSAK)
def test_basis_data_menolak(kecil: Kecil, nama: str) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        RUSAK[nama](kecil)


def test_paling_sedikit_delapan_belas_tulisan_rusak_dicoba() -> None:
    assert len(RUSAK) >= 18


def test_jumlah_rupiah_tepat_di_basis_data(kecil: Kecil) -> None:
    besar = Decimal("3000000000000000.01")
    pagu = list(Pagu.semua.filter(instansi=kecil.instansi)[:4])
    for urut, p in enumerate(pagu):
        for tahun in (2030 + urut, 2040 + urut):
            Pagu.semua.create(
                instansi=kecil.instansi,
                versi=p.versi,
                butir=p.butir,
                tahun=tahun,
                peran="daun",
                nilai=besar,
            )
    jumlah = Pagu.semua.filter(instansi=kecil.instansi, tahun__gte=2030).aggregate(n=Sum("nilai"))["n"]
    assert jumlah == Decimal("24000000000000000.08")


def test_rupiah_dengan_tiga_desimal_ditolak() -> None:
    with pytest.raises(ValidationError, match="paling banyak dua desimal"):
        RupiahField().get_prep_value(Decimal("1.001"))


@pytest.mark.parametrize(
    "teks", ["3,20", "0,0000001", "123456789012345", "1234567,12345678", "2-3", "38%", "76,12 (BB)", "-4,5"]
)
def test_nilai_kembali_seperti_ditulis(kecil: Kecil, teks: str) -> None:
    nilai = baca_nilai(teks, bentuk="id")
    baris = Target.semua.filter(instansi=kecil.instansi).first()
    assert baris is not None
    baris.nilai = nilai
    baris.save()
    kembali = Target.semua.get(pk=baris.pk).nilai
    assert kembali is not None
    assert (kembali.jenis, kembali.angka, kembali.bawah, kembali.atas, kembali.kode, kembali.teks) == (
        nilai.jenis,
        nilai.angka,
        nilai.bawah,
        nilai.atas,
        nilai.kode,
        nilai.teks,
    )
