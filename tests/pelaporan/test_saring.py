"""What the holder of one unit reads of a snapshot: declared sections only."""

from __future__ import annotations

from typing import Any

from opensakip.pelaporan.saring import BERSAMA, saring


def _isi() -> dict[str, Any]:
    return {
        "skema": 1,
        "meta": {"tahun": 2025},
        "indikator": [{"kode": "I1", "unit": "A", "terhadap": "tercapai", "status_nilai": "diukur"}],
        "sasaran": [{"kode": "S1", "indikator": ["I1"]}],
        "organisasi": [{"kode": "A"}, {"kode": "B"}],
        "efisiensi": {"baris": []},
        "anggaran": {"pohon": [], "unit": [], "beda_cetak": []},
        "naskah": {},
        "bagian_baru": {"rahasia": "angka.rahasia"},
        "angka": {"angka.rahasia": {"masukan": []}},
    }


def test_bagian_yang_tidak_dinyatakan_hilang() -> None:
    hasil = saring(_isi(), frozenset({"A"}))
    assert "bagian_baru" not in hasil
    assert hasil["angka"] == {}


def test_bagian_bersama_tetap_dan_milik_unit_tetap() -> None:
    hasil = saring(_isi(), frozenset({"A"}))
    assert {k: hasil[k] for k in BERSAMA if k in hasil} == {"skema": 1, "meta": {"tahun": 2025}}
    assert [i["kode"] for i in hasil["indikator"]] == ["I1"]
    assert hasil["organisasi"] == [{"kode": "A"}]


def test_tanpa_batas_unit_utuh() -> None:
    isi = _isi()
    assert saring(isi, None) is isi
