"""The budget extract: kegiatan against KRO in four years, printed texts kept, money marked as a guess."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.contoh.bacaan import banyak_butir, pohon, tabel

SETNEG = "setneg"
KEGIATAN = {
    "1148": 6633,
    "5953": 483_859,
    "5956": 82_633,
    "5958": 1548,
    "5959": 2060,
    "5960": 1845,
    "6430": 2230,
    "6431": 1430,
    "6432": 5965,
    "6433": 420_995,
}


@pytest.mark.parametrize("tahun", ["2024", "2025", "2026", "2027"])
def test_kegiatan_sama_dengan_jumlah_kro(tahun: str) -> None:
    p = pohon(SETNEG, "rka-2024", "1", tahun, "angka_cetak")
    kegiatan = {b["kode"]: i for i, b in p.butir.items() if b["tingkat"] == "kegiatan"}
    assert {k: int(p.cetak[i]) for k, i in kegiatan.items()} == KEGIATAN
    assert {k: int(p.jumlah(i)) for k, i in kegiatan.items()} == KEGIATAN
    assert len(p.daun) == 14
    assert {p.butir[i]["tingkat"] for i in p.daun} == {"kro"}
    beda = {i: int(c - p.jumlah(i)) for i, c in p.cetak.items() if c != p.jumlah(i)}
    assert beda == {"K033": 2_302_221 - 1_009_198, "K034": 1_046_457 - 1_009_198}


def test_satuan_uang_rka_ditandai_dugaan() -> None:
    (v,) = tabel(SETNEG, "versi")
    assert (v["pengali_cetak"], v["pengali_uang"]) == ("1000", "1000000")
    assert "ribuan" in v["satuan_cetak"]
    assert "dugaan" in v["catatan"].lower()
    assert {p["nilai"] for p in tabel(SETNEG, "pagu")} == {""}


def test_isi_rka() -> None:
    assert banyak_butir(SETNEG, "rka-2024") == {
        "visi": 1,
        "sasaran_strategis": 9,
        "eselon_1": 1,
        "program": 1,
        "sasaran_program": 16,
        "kegiatan": 10,
        "kro": 14,
    }
    assert len(tabel(SETNEG, "butir_indikator")) == 58
    assert len(tabel(SETNEG, "target")) == 231
    teks = {t["nilai"] for t in tabel(SETNEG, "target")}
    assert {
        "WTP",
        "P4 dari P5 (61)",
        "2,95 Skala 4",
        "3,03 Skala 4",
        "76,12 (BB)",
        "3,27 (Level 3)",
        "38%",
        "Baik",
    } <= teks
    jenis = {i["kode"]: i["jenis_nilai"] for i in tabel(SETNEG, "indikator")}
    assert Counter(jenis.values()).keys() == {"persen", "skala", "angka", "level", "ordinal", "teks"}


def test_tanpa_pk_dan_realisasi() -> None:
    assert [tabel(SETNEG, n) for n in ("pk", "pk_baris", "realisasi")] == [(), (), ()]
