"""Codes of reports, differences between snapshots, references to figures in texts."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opensakip.pelaporan.blok.cuplik import Cuplik
from opensakip.pelaporan.kode import awal_sidik, kode_pendek
from opensakip.pelaporan.laporan import susun_lkjip
from opensakip.pelaporan.naskah_angka import peringatan_naskah, peringatan_tempat, salah_tulis, urai
from opensakip.pelaporan.selisih import bandingkan
from tests.pelaporan.bahan_laporan import Pembuat, cuplikan, indikator

# ------------------------------------------------ codes


@given(st.text("0123456789abcdef", min_size=64, max_size=64))
def test_kode_kembali_ke_sidiknya(sidik: str) -> None:
    kode = kode_pendek(sidik)
    assert len(kode) == 9
    assert awal_sidik(kode) == sidik[:10]
    assert awal_sidik(kode.lower().replace("-", " ")) == sidik[:10]


@pytest.mark.parametrize("salah", ["", "ABCD", "ABCD-EFG", "UUUU-UUUU", "ABCD-EFGH9", "é" * 8])
def test_yang_bukan_kode(salah: str) -> None:
    assert awal_sidik(salah) is None


def test_huruf_yang_mirip_dimaafkan() -> None:
    assert awal_sidik("O1L0-0000") == awal_sidik("0110-0000")


# ------------------------------------------------ differences


def _isi(**ubah: Any) -> dict[str, Any]:
    p = Pembuat()
    return cuplikan(p, [indikator(p, "I1", **ubah)], naskah={"sasaran.S1.sebab": "Lama."})


def test_selisih_menyebut_yang_berubah_saja() -> None:
    lama = _isi()
    assert bandingkan(lama, deepcopy(lama)) == ()
    baru = deepcopy(lama)
    id = baru["indikator"][0]["realisasi"]
    baru["angka"][id] = {**baru["angka"][id], "nilai": "90", "tampil": "90,00"}
    baru["naskah"]["sasaran.S1.sebab"] = "Baru."
    baru["naskah"]["anggaran.sebab"] = "Tambahan."
    beda = {(b.kunci, b.jenis, b.lama, b.baru) for b in bandingkan(lama, baru)}
    assert (id, "berubah", lama["angka"][id]["tampil"], "90,00") in beda
    assert ("sasaran.S1.sebab", "berubah", "Lama.", "Baru.") in beda
    assert ("anggaran.sebab", "baru", "–", "Tambahan.") in beda
    assert len(beda) == 3


# ------------------------------------------------ references in texts


def test_acuan_menjadi_angka_beku() -> None:
    c = Cuplik(_isi())
    id = str(c.isi["indikator"][0]["target"])
    ruas = urai(c, f"Target {{{{angka:{id}}}}} tercapai {{{{ angka:{id}|persen }}}}.")
    assert "".join(r.teks for r in ruas) == f"Target {c.tampil(id)} tercapai {c.tampil(id)}%."
    assert [r.angka for r in ruas if getattr(r, "angka", "")] == [id, id]


def test_acuan_yang_tidak_dikenal_terlihat_dan_diperingatkan() -> None:
    isi = _isi()
    isi["naskah"]["sasaran.S1.sebab"] = "Nilai {{angka:ind.I1.targt}} itu."
    c = Cuplik(isi)
    assert "[angka tidak dikenal: ind.I1.targt]" in "".join(
        r.teks for r in urai(c, isi["naskah"]["sasaran.S1.sebab"])
    )
    peringatan = peringatan_naskah(isi)
    assert len(peringatan) == 1
    assert "ind.I1.target" in peringatan[0], "menyebut yang mirip"


def test_angka_polos_yang_berbeda_diperingatkan() -> None:
    isi = _isi()
    isi["naskah"]["sasaran.S1.sebab"] = "Karena target 12,34 terlalu rendah."
    assert "12,34" in peringatan_naskah(isi)[0]
    isi["naskah"]["sasaran.S1.sebab"] = (
        f"Karena target {Cuplik(isi).tampil(isi['indikator'][0]['target'])} rendah."
    )
    assert peringatan_naskah(isi) == ()


@pytest.mark.parametrize(
    ("teks", "salah"),
    [
        ("{{angka:a}}", False),
        ("{{angka a}}", True),
        ("{{angka:a|rupee}}", True),
        ("biasa { } saja", False),
        ("{{angka:a", True),
    ],
)
def test_acuan_yang_salah_tulis(teks: str, salah: bool) -> None:
    assert bool(salah_tulis(teks)) is salah


def test_naskah_di_tempat_yang_tidak_dicetak_diperingatkan() -> None:
    """A text never vanishes unseen: a misspelt place is named, with the place that was meant."""
    isi = _isi()
    isi["naskah"] = {
        "anggaran.sebab": "Sisa karena lelang lebih murah.",
        "target_depan": "Target tahun depan ditinjau.",
        "sasaran.S1.tenggat": "Juni",
        "angaran.sebab": "Salah ketik.",
    }
    dok = susun_lkjip(isi)
    peringatan = peringatan_tempat(isi, (b for bagian in dok.bagian for b in bagian.blok))
    assert len(peringatan) == 1
    assert peringatan[0].startswith("naskah angaran.sebab:")
    assert peringatan[0].endswith("mungkin yang dimaksud anggaran.sebab")
