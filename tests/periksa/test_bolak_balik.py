"""Our own report as DOCX and PDF is read back with every indicator, target, realisasi and capaian."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import transaction

from opensakip.dokumen.bacaan import baca_isi
from opensakip.dokumen.bacaan.model import Bacaan
from opensakip.impor.paket import daftar_contoh, muat_contoh
from opensakip.pelaporan.keluaran import buat
from opensakip.pelaporan.selectors import isi_cuplikan
from opensakip.periksa.fakta import Asal, Fakta, Jenis, Kumpulan
from opensakip.periksa.jalan import periksa
from opensakip.periksa.kumpulan import kumpulkan
from opensakip.periksa.pengenal_nama import peras
from opensakip.periksa.temuan import Temuan, Tingkat

pytestmark = pytest.mark.django_db
BENTUK = ("docx", "pdf")
SLUG = ("setda-banten", "biro-perencanaan-kemensos")
BUTIR = {"target": Jenis.TARGET, "realisasi": Jenis.REALISASI, "capaian": Jenis.CAPAIAN}


@dataclass(frozen=True)
class Laporan:
    """What was frozen, and what came back from each format."""

    isi: dict[str, Any]
    bacaan: dict[str, Bacaan]


@pytest.fixture(scope="module")
def laporan(django_db_setup: None, django_db_blocker: Any) -> Iterator[dict[str, Laporan]]:
    """Both reports in both formats, made once; the database is left as it was."""
    with django_db_blocker.unblock(), transaction.atomic():
        semua = {}
        for slug in SLUG:
            _, cuplikan = muat_contoh(next(c for c in daftar_contoh() if c.slug == slug))
            bacaan = {b: baca_isi(f"{slug}.{b}", buat(cuplikan, b).isi) for b in BENTUK}
            semua[slug] = Laporan(isi_cuplikan(cuplikan), bacaan)
        yield semua
        transaction.set_rollback(True)


def baris_ukur(k: Kumpulan) -> dict[str, dict[Jenis, Fakta]]:
    """By squeezed name of the indicator, the facts of its row in the table of achievements."""
    hasil: dict[str, dict[Jenis, Fakta]] = {}
    for kelompok in k.kelompok():
        nama = next((f for f in kelompok if f.jenis is Jenis.NAMA and f.asal is Asal.UKUR), None)
        isi = {f.jenis: f for f in kelompok if f.jenis in BUTIR.values()}
        if nama is not None and Jenis.CAPAIAN in isi and Jenis.TARGET in isi:
            hasil.setdefault(peras(re.sub(r"\s*\([^()]*\)\s*$", "", nama.teks)), isi)
    return hasil


@pytest.mark.parametrize("slug", SLUG)
@pytest.mark.parametrize("bentuk", BENTUK)
def test_setiap_indikator_kembali_dengan_angkanya(
    laporan: dict[str, Laporan], slug: str, bentuk: str
) -> None:
    satu = laporan[slug]
    dibaca = baris_ukur(kumpulkan(satu.bacaan[bentuk]))
    assert len(satu.isi["indikator"]) >= 11
    for i in satu.isi["indikator"]:
        baris = dibaca[peras(i["nama"])]
        for butir, jenis in BUTIR.items():
            harus = re.match(r"[\d.,]+", satu.isi["angka"][i[butir]]["tampil"])
            assert harus is not None
            assert re.match(r"[\d.,]+", baris[jenis].teks)[0] == harus[0], f"{bentuk} {i['nama']} {butir}"


def asal_sumber(t: Temuan) -> bool:
    """Errors of the source that our report prints as they are, because a source is not mended."""
    dicabut = t.jenis == "peraturan" and "tidak berlaku lagi" in t.kalimat
    tanpa_hari = t.jenis == "kronologi" and "tanpa hari" in t.kalimat
    return t.jenis == "satuan-indikator" or dicabut or tanpa_hari


@pytest.mark.parametrize("slug", SLUG)
@pytest.mark.parametrize("bentuk", BENTUK)
def test_laporan_sendiri_tanpa_galat(laporan: dict[str, Laporan], slug: str, bentuk: str) -> None:
    hasil = periksa([laporan[slug].bacaan[bentuk]], ketat=True)
    galat = [t for t in hasil.temuan if t.tingkat is not Tingkat.CATATAN and not asal_sumber(t)]
    assert not galat, [(t.jenis, t.tercetak, t.kalimat) for t in galat]
