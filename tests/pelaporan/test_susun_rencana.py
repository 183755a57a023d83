"""Planning documents in the snapshot, and what the holder of one unit sees of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from opensakip.pelaporan.saring import saring
from opensakip.pelaporan.selectors import isi_cuplikan


@pytest.fixture(scope="module")
def isi(django_db_setup: None, django_db_blocker: Any) -> Iterator[dict[str, dict[str, Any]]]:
    """Snapshots of the shipped examples by slug."""
    from django.db import transaction

    from opensakip.impor import paket
    from opensakip.pelaporan.models import Cuplikan

    with django_db_blocker.unblock(), transaction.atomic():
        for contoh in paket.daftar_contoh():
            paket.muat_contoh(contoh)
        yield {c.instansi.slug: isi_cuplikan(c) for c in Cuplikan.semua.select_related("instansi")}
        transaction.set_rollback(True)


def _dokumen(isi: dict[str, Any], kode: str) -> dict[str, Any]:
    return next(d for d in isi["rencana"] if d["dokumen"] == kode)


def test_dokumen_memuat_arah_dan_hasil_saja(isi: dict[str, dict[str, Any]]) -> None:
    renja = _dokumen(isi["setda-banten"], "renja-2025")
    assert {b["tingkat"] for b in renja["baris"]} == {"sasaran"}
    assert [v["tahap"] for v in renja["versi"]] == ["murni", "perubahan"]
    rka = _dokumen(isi["setneg"], "rka-2024")
    assert {b["kelompok"] for b in rka["baris"]} == {"arah", "hasil"}


def test_induk_melewati_program_dan_kegiatan(isi: dict[str, dict[str, Any]]) -> None:
    """The sasaran of an activity hangs under a programme in the form: no parent here, and no orphan."""
    renja = _dokumen(isi["biro-perencanaan-kemensos"], "renja-2023")
    assert {(b["induk"], b["tanpa_induk"]) for b in renja["baris"]} == {(None, False)}


def test_tanpa_induk_bila_tingkat_atas_ada(isi: dict[str, dict[str, Any]]) -> None:
    """Twelve sasaran and three tujuan stand beside the levels they could hang under."""
    baris = _dokumen(isi["setda-banten"], "renstra-2025")["baris"]
    lepas = [b["tingkat"] for b in baris if b["tanpa_induk"] and b["kelompok"] == "hasil"]
    assert (lepas.count("tujuan"), lepas.count("sasaran")) == (3, 12)
    assert not any(b["tanpa_induk"] for b in _dokumen(isi["setneg"], "rka-2024")["baris"])


def test_target_terdaftar_sekali_dengan_asalnya(isi: dict[str, dict[str, Any]]) -> None:
    semua = isi["setda-banten"]
    ind = next(i for i in semua["indikator"] if i["kode"] == "I-S3")
    jalur = [(t["tahun"], t["versi"], t["jenis"]) for t in ind["jalur_target"]]
    assert jalur == [(2025, 1, "target"), (2025, 2, "target"), (2029, 1, "akhir")]
    angka = semua["angka"]["target.renstra-2025.v1.RS3.1.2029.akhir"]
    assert angka["tampil"] == "3,64"
    assert angka["asal"][0]["baris"] == "1239"
    di_baris = _dokumen(semua, "renstra-2025")["baris"]
    milik = [t["angka"] for b in di_baris for i in b["indikator"] if i["kode"] == "I-S3" for t in i["target"]]
    assert milik == ["target.renstra-2025.v1.RS3.1.2029.akhir"]


def test_indikator_tanpa_kartu_dikenali(isi: dict[str, dict[str, Any]]) -> None:
    baris = _dokumen(isi["setda-banten"], "renstra-2025")["baris"]
    tanpa = [i["nama"] for b in baris for i in b["indikator"] if not i["berkartu"]]
    assert tanpa == [
        "Indeks Pelayanan Publik",
        "Indeks Kualitas Kebijakan",
        "Nilai SAKIP",
        "Indeks Integritas Nasional",
    ]


def test_semua_versi_kartu_ikut(isi: dict[str, dict[str, Any]]) -> None:
    ind = next(i for i in isi["setda-banten"]["indikator"] if i["kode"] == "I-S5")
    assert [(k["versi"], k["putus_deret"]) for k in ind["kartu_versi"]] == [(1, False), (2, True)]
    assert ind["kartu"] == ind["kartu_versi"][-1]


def test_alasan_sisi_pohon_ikut(isi: dict[str, dict[str, Any]]) -> None:
    k = isi["biro-perencanaan-kemensos"]["kaskade"]
    assert all(e["alasan"] and e["utama"] for e in k["sisi"])
    assert {s["unit"] for s in k["simpul"]} == {"KEMENSOS", "SETJEN", "ROREN"}


def test_pemegang_satu_unit_tidak_melihat_rencana_unit_lain(isi: dict[str, dict[str, Any]]) -> None:
    """The direction stays; rows, indicators and targets of other units do not exist."""
    hasil = saring(isi["setda-banten"], frozenset({"B8"}))
    for d in hasil["rencana"]:
        for b in d["baris"]:
            assert b["unit"] == "B8" or (b["kelompok"] == "arah" and not b["indikator"])
    sasaran = [b["kode"] for b in _dokumen(hasil, "renstra-2025")["baris"] if b["tingkat"] == "sasaran"]
    assert sasaran == ["S5", "S6", "S7"]
    assert "target.renstra-2025.v1.RS3.1.2029.akhir" not in hasil["angka"]
    assert "target.renstra-2025.v1.RS6.1.2029.akhir" in hasil["angka"]


def test_pemegang_satu_unit_melihat_simpulnya(isi: dict[str, dict[str, Any]]) -> None:
    kaskade = saring(isi["biro-perencanaan-kemensos"], frozenset({"ROREN"}))["kaskade"]
    assert [s["id"] for s in kaskade["simpul"]] == ["SK1", "SK4"]
    assert kaskade["sisi"] == []
