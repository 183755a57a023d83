"""The three shipped agencies as loaded and frozen: the figures that people know them by."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest

from opensakip.impor.paket import Contoh, daftar_contoh

pytestmark = pytest.mark.django_db
Beku = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def beku(django_db_setup: None, django_db_blocker: Any) -> Iterator[Beku]:
    """Load and freeze all examples once; the frozen content by slug."""
    from django.db import transaction

    from opensakip.impor.paket import muat_contoh

    with django_db_blocker.unblock(), transaction.atomic():
        hasil = {}
        for contoh in daftar_contoh():
            muatan, cuplikan = muat_contoh(contoh)
            assert muatan.keadaan == "baru"
            hasil[contoh.slug] = json.loads(cuplikan.isi)
        yield hasil
        transaction.set_rollback(True)


def tampil(isi: dict[str, Any], id_: str) -> str:
    """A figure as shown."""
    return str(isi["angka"][id_]["tampil"])


def contoh(slug: str) -> Contoh:
    """One of the shipped examples."""
    return next(c for c in daftar_contoh() if c.slug == slug)


def test_setda_banten(beku: Beku) -> None:
    isi = beku["setda-banten"]
    capaian = {i["kode"]: tampil(isi, i["capaian"]) for i in isi["indikator"]}
    assert capaian == {
        "I-S1": "100,00",
        "I-S2": "100,00",
        "I-S3": "98,85",
        "I-S4": "100,23",
        "I-S5": "95,22",
        "I-S6": "96,94",
        "I-S7": "99,74",
        "I-S8": "107,81",
        "I-S9": "100,00",
        "I-S10": "100,00",
        "I-S11": "104,85",
        "I-S12": "108,13",
    }
    jumlah = isi["anggaran"]["jumlah"]
    assert (tampil(isi, jumlah["v1"]), tampil(isi, jumlah["v2"])) == ("253.786.078.000", "245.137.431.880")
    assert tampil(isi, isi["anggaran"]["serapan"]) == "92,02"
    efisiensi = {b["sasaran_kode"]: tampil(isi, b["nilai"]) for b in isi["efisiensi"]["baris"]}
    assert {k: efisiensi[k] for k in ("S1", "S3", "S6", "S7", "S12")} == {
        "S1": "3,02",
        "S3": "6,36",
        "S6": "10,55",
        "S7": "7,28",
        "S12": "14,33",
    }
    assert len(isi["pk"]) == 2
    assert len(isi["anggaran"]["pohon"]) == 317


def test_biro_perencanaan_kemensos(beku: Beku) -> None:
    isi = beku["biro-perencanaan-kemensos"]
    assert isi["ringkas"]["jumlah_indikator"] == 11
    assert tampil(isi, isi["ringkas"]["rata_indikator"]) == "106,51"
    assert tampil(isi, "sas.SK1.capaian") == "109,95"
    assert tampil(isi, isi["instrumen"]["skm"]["hasil"]) == "90,09"
    nka = [tampil(isi, b["nilai"]) for b in isi["instrumen"]["nka"]["baris"]]
    assert nka == ["91,76", "91,01", "88,85", "93,16", "90,14"]


def test_setneg(beku: Beku) -> None:
    isi = beku["setneg"]
    assert isi["indikator"] == []
    jumlah = isi["anggaran"]["jumlah"]
    assert {k: tampil(isi, v) for k, v in jumlah.items()} == dict.fromkeys(
        ("2024", "2025", "2026", "2027"), "1.009.198"
    )


def test_setiap_angka_masukan_punya_asal(beku: Beku) -> None:
    """ "Dari mana angka ini?" has an answer for each target, realisasi and ceiling of the examples."""
    for slug, isi in beku.items():
        for i in isi["indikator"]:
            for id_ in (i["target"], i["realisasi"]):
                assert isi["angka"][id_]["asal"], f"{slug} {id_}"
        for simpul in isi["anggaran"]["pohon"]:
            for id_ in simpul["pagu"].values():
                angka = isi["angka"][id_]
                assert angka["asal"] or angka["masukan"], f"{slug} {id_}"


def test_muat_ulang_tidak_mengubah_apa_pun(beku: Beku) -> None:
    from opensakip.audit.models import Jurnal
    from opensakip.impor.paket import muat_contoh

    sebelum = Jurnal.objects.count()
    for slug, isi in beku.items():
        hasil, cuplikan = muat_contoh(contoh(slug))
        assert (hasil.keadaan, cuplikan.nomor) == ("sama", 1)
        assert json.loads(cuplikan.isi) == isi
    assert Jurnal.objects.count() == sebelum


def test_contoh_dimuat_dan_dibekukan_pada_jam_yang_ditetapkan(beku: Beku) -> None:
    """Not the clock of the machine but the moment that the example names: equal files, equal figures."""
    for slug, isi in beku.items():
        assert datetime.fromisoformat(isi["meta"]["per"]) == contoh(slug).dibekukan_pada
        waktu = {a["diisi"]["pada"] for a in isi["angka"].values() if a["diisi"]}
        assert waktu <= {isi["meta"]["per"]}
