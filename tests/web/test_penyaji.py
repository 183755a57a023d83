"""What templates print, prepared without a request: sentences, charts, differences, trees, dates."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from opensakip.web import rupa
from opensakip.web.penyaji import asal, catatan, kalimat, pk, rupiah
from opensakip.web.penyaji.bacaan import Bacaan
from opensakip.web.penyaji.bagan import bagan_capaian, geser_pagu
from opensakip.web.penyaji.deret import deret
from tests.web.contoh import buat_isi


def baca(**pilihan: Any) -> Bacaan:
    return Bacaan(buat_isi(**pilihan), "/i/x/2030/")


@pytest.mark.parametrize(
    ("serapan", "kata"),
    [
        ("92.0161", "92"),
        ("99.89", "99,89"),
        ("100", "100"),
        ("0.4", "0,40"),
        ("0", "0"),
        ("48.5", "49"),
        (None, ""),
    ],
)
def test_rupiah_dari_seratus(serapan: str | None, kata: str) -> None:
    """Whole rupiah, unless that would claim all or nothing."""
    b = baca()
    b.isi["angka"]["anggaran.serapan"]["nilai"] = serapan
    assert kalimat.rupiah_dari_seratus(b) == kata


@pytest.mark.parametrize(
    ("lama", "baru", "tampil", "persen"),
    [
        ("253786078000", "245137431880", "−8.648.646.120", "−3,41"),
        ("215620878240", "222173473740", "+6.552.595.500", "+3,04"),
        ("5", "5", "0", "0,00"),
        ("0", "7", "+7", "–"),
        (None, "7", "–", "–"),
        ("7", None, "–", "–"),
    ],
)
def test_selisih(lama: str | None, baru: str | None, tampil: str, persen: str) -> None:
    a, z = (None if n is None else Decimal(n) for n in (lama, baru))
    hasil = rupiah.selisih(a, z)
    assert (hasil.tampil, hasil.persen) == (tampil, persen)


def _bagan(*nilai: str | None) -> Any:
    b = baca()
    for ind, n in zip(b.isi["indikator"], nilai, strict=True):
        b.isi["angka"][ind["capaian"]]["nilai"] = n
    return bagan_capaian(b)


@pytest.mark.parametrize(
    ("nilai", "tanda"),
    [
        (("100", "100", "100", None), ["95", "100", "105"]),
        (("108.13", "95.22", "100", None), ["95", "100", "105", "110"]),
        (("138.06", "99.95", "100", None), ["90", "100", "110", "120", "130", "140"]),
        (("0", "100", "250", None), ["0", "50", "100", "150", "200", "250"]),
        (("100", "1000", "5", None), ["0", "200", "400", "600", "800", "1000"]),
    ],
)
def test_sumbu_memuat_seratus_dan_semua_nilai(nilai: tuple[str | None, ...], tanda: list[str]) -> None:
    g = _bagan(*nilai)
    assert [t for t, _ in g.tanda] == tanda
    letak = [Decimal(t.x.rstrip("%")) for t in g.titik if t.x]
    assert all(0 <= x <= 100 for x in letak)
    assert letak == sorted(letak, reverse=True)
    assert g.titik[-1].x == "", "yang belum dapat dinilai tidak digambar"


def test_geser_urut_dan_setengah_lebar() -> None:
    naik, turun = geser_pagu(baca())
    assert (naik.nama, naik.tampil, naik.x, naik.lebar) == ("Bidang A", "+0,60", "50.00%", "50.00%")
    assert (turun.nama, turun.tampil, turun.x, turun.lebar) == ("Bidang B", "−0,50", "8.33%", "41.67%")


def test_geser_tidak_ada_bila_satu_versi() -> None:
    b = baca()
    b.isi["anggaran"]["kolom"] = [{"kunci": "2030", "judul": "2030"}, {"kunci": "2031", "judul": "2031"}]
    assert geser_pagu(b) == []


def test_tahun_bawaan_hanya_bila_satu() -> None:
    ind = [{"status_nilai": "dibawa", "tahun_nilai": t} for t in (2029, 2029, 2028)]
    assert kalimat.tahun_bawaan(ind[:2]) == 2029
    assert kalimat.tahun_bawaan(ind) is None


def test_bukti_dikelompokkan() -> None:
    a = {"sumber": "x", "judul": "Laporan", "tercetak": "5", "keadaan": "tercetak"}
    hasil = asal.bukti([a | {"baris": "4"}, a | {"baris": "9"}, a | {"baris": "10", "tercetak": "6"}])
    assert [(h.baris, h.tercetak) for h in hasil] == [("4, 9", "5"), ("10", "6")]


def test_versi_perjanjian_yang_sama_namanya_dinomori() -> None:
    b = baca()
    b.isi["pk"][0]["tahap"] = "perubahan"
    p = pk.pasangan(b)
    assert p is not None
    assert (p.judul_lama, p.judul_baru) == ("Perubahan nomor 1", "Perubahan nomor 2")


def test_program_dicocokkan_menurut_kode() -> None:
    b = baca()
    b.isi["pk"][0]["anggaran"].append({"urut": 2, "kode": "9.02", "uraian": "Dilepas", "nilai": "pagu.P0.v1"})
    p = pk.pasangan(b)
    assert p is not None
    assert [(r.kode, r.lama, r.baru) for r in p.program] == [
        ("9.01", "pk.1.a1", "pk.2.a1"),
        ("9.02", "pagu.P0.v1", ""),
    ]
    assert p.program[1].selisih.tampil == "–"


def test_catatan_memakai_nama_bukan_kode() -> None:
    b = baca()
    b.isi["catatan"] += [
        {"subjek": "skala", "tercetak": "", "seharusnya": "", "kalimat": "x", "asal": []},
        {"subjek": "P0", "tercetak": "", "seharusnya": "", "kalimat": "x", "asal": []},
        {"subjek": "S1", "tercetak": "", "seharusnya": "", "kalimat": "x", "asal": []},
    ]
    c = catatan.catatan(b)
    assert c is not None
    assert [r.nama for r in c.lain] == [
        "Skala peringkat", "Program Penguatan Cadangan Pangan P0", "Meningkatnya ketahanan pangan S1",
    ]  # fmt: skip


def test_deret_paling_banyak_lima_tahun() -> None:
    b = baca()
    seri = b.isi["indikator"][0]["seri"]
    seri[:0] = [seri[0] | {"tahun": t} for t in range(2022, 2029)]
    d = deret(b)
    assert d.tahun == [2026, 2027, 2028, 2029, 2030]
    assert d.baris[0].sel[-1] is not None
    assert d.baris[1].sel[0] is None


@pytest.mark.parametrize(
    ("zona", "teks"),
    [
        ("Asia/Jakarta", "1 Januari 2026 pukul 06.30 WIB"),
        ("Asia/Makassar", "1 Januari 2026 pukul 07.30 WITA"),
        ("Asia/Jayapura", "1 Januari 2026 pukul 08.30 WIT"),
    ],
)
def test_waktu_menurut_zona(zona: str, teks: str) -> None:
    assert rupa.waktu("2025-12-31T23:30:00+00:00", zona) == teks
    assert rupa.hari_waktu("2025-12-31T23:30:00+00:00", zona) == "1 Jan 2026"


def test_tanggal_seteliti_sumbernya() -> None:
    assert rupa.tanggal("2025-10-28") == "28 Oktober 2025"
    assert rupa.tanggal("2025-01-01", "bulan") == "Januari 2025"
    assert rupa.tanggal_pendek("2025-10-28") == "28 Okt"
    assert rupa.tanggal(None) == "–"


def test_jangkar_dari_kode_apa_pun() -> None:
    """Codes and the ids made of them lead to the same anchor."""
    assert rupa.jangkar("ind", "SK 1.2") == rupa.jangkar("ind", "SK_1.2") == "ind-SK-1-2"
