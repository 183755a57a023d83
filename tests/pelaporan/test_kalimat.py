"""Sentences: the right pattern for each fact, and no wrong claim for any data."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opensakip.pelaporan.blok.cuplik import Cuplik
from opensakip.pelaporan.blok.efisiensi import fakta_efisiensi
from opensakip.pelaporan.blok.fakta import Fakta, deret_sebanding, fakta_indikator
from opensakip.pelaporan.blok.pola_indikator import POLA_AKHIR, POLA_BANDING, POLA_CAPAIAN, POLA_DERET
from opensakip.pelaporan.blok.pola_umum import POLA_ANGGARAN, POLA_EFISIENSI, POLA_RINGKAS
from opensakip.pelaporan.kalimat import Kalimat, Penutur, Pola, gabung
from tests.pelaporan.bahan_laporan import TAHUN, Pembuat, cuplikan, indikator

D = Decimal
SEMUA = (POLA_CAPAIAN, POLA_DERET, POLA_AKHIR, POLA_BANDING)


def ucap(**isi: Any) -> list[Kalimat]:
    """All sentences about one indicator made from keyword arguments."""
    p = Pembuat()
    ind = indikator(p, "I1", **isi)
    f = fakta_indikator(Cuplik(cuplikan(p, [ind])), ind)
    tutur = Penutur("uji")
    return [k for pola in SEMUA for k in tutur.ucapkan(pola, f)]


def pola(**isi: Any) -> set[str]:
    """Ids of the patterns that spoke."""
    return {k.pola for k in ucap(**isi)}


@pytest.mark.parametrize(
    ("isi", "ada", "tiada"),
    [
        ({"realisasi": D(84)}, {"K01"}, {"K02", "K03", "K06"}),
        ({"realisasi": D(80)}, {"K02"}, {"K01", "K03"}),
        ({"realisasi": D(78)}, {"K03"}, {"K01", "K04"}),
        ({"realisasi": D("79.9999")}, {"K02"}, {"K03"}),
        ({"realisasi": D(64)}, {"K04"}, {"K03", "K05"}),
        ({"realisasi": D(40)}, {"K05"}, {"K04"}),
        ({"realisasi": D(112)}, {"K01", "K06"}, set()),
        ({"realisasi": D(78), "peringkat": "Sangat Baik"}, {"K03", "K07"}, set()),
        ({"realisasi": D(78), "peringkat": "Tinggi"}, {"K03"}, {"K07"}),
        ({"realisasi": None, "status": "belum_ada"}, {"K10"}, {"K01", "K12"}),
        ({"status": "dibawa", "tahun_nilai": 2024}, {"K09", "K09a"}, {"K01", "K06", "K12"}),
        ({"status": "dibawa", "tahun_nilai": 2024, "realisasi": D(70)}, {"K09", "K09c"}, {"K03", "K09d"}),
        ({"status": "dibawa", "tahun_nilai": 2024, "alasan": "belum dinilai."}, {"K09d"}, set()),
        ({"status": "sementara"}, {"K01", "K11"}, set()),
        ({"arah": "turun", "capaian": D(110), "realisasi": D(72)}, {"K47"}, {"K01"}),
        ({"arah": "turun", "capaian": D(90), "realisasi": D(88)}, {"K47b"}, {"K03", "K04"}),
        ({"arah": "turun", "capaian": D(100), "realisasi": D(80)}, {"K47a"}, {"K02"}),
        ({"arah": "ordinal", "jenis": "ordinal", "capaian": D(100)}, {"K48"}, {"K02"}),
        ({"arah": "rentang", "jenis": "rentang", "capaian": D(100)}, {"K49"}, {"K02"}),
        ({"arah": "rentang", "jenis": "rentang", "capaian": D(80)}, {"K49a"}, {"K04"}),
        ({}, {"K12"}, {"K13", "K15", "K21"}),
        ({"seri": [(2023, D(60), False), (2024, D(70), False)]}, {"K13"}, {"K12", "K15", "K17"}),
        ({"seri": [(2024, D(70), False)]}, {"K13a"}, {"K12", "K13"}),
        ({"seri": [(2024, D(90), False)]}, {"K15", "K16"}, {"K13a"}),
        ({"seri": [(2024, D(90), False)], "realisasi": D(70)}, {"K15"}, {"K16"}),
        ({"seri": [(2023, D(84), False), (2024, D(84), False)]}, {"K18"}, {"K13", "K15"}),
        ({"seri": [(2023, D(90), False), (2024, D(80), False)]}, {"K19"}, {"K13", "K17", "K15"}),
        ({"seri": [(2023, D(80), False), (2024, D(84), False)]}, {"K18a"}, {"K13", "K18"}),
        ({"seri": [(2024, D(90), False), (TAHUN, None, True)]}, {"K21"}, {"K15", "K12", "K13a"}),
        ({"akhir": D(82)}, {"K22"}, {"K23", "K23n"}),
        ({"akhir": D(90)}, {"K23"}, {"K22", "K23n"}),
        ({}, {"K23n", "K29a"}, {"K22", "K23"}),
        ({"akhir": D(90), "seri": [(2024, D(90), False), (TAHUN, None, True)]}, {"K23", "K24"}, set()),
        ({"depan": D(83), "usul": True}, {"K25"}, set()),
        ({"depan": D(95), "usul": False}, set(), {"K25"}),
        ({"pembanding": [("Provinsi A", D(80))]}, {"K26"}, {"K27", "K29a"}),
        ({"pembanding": [("Provinsi A", D(90))]}, {"K27"}, {"K26"}),
        ({"pembanding": [("A", D(80)), ("B", D(81))]}, {"K26a"}, {"K26"}),
        ({"pembanding": [("A", D(80)), ("B", D(91))]}, {"K27b"}, {"K26a", "K27a"}),
        ({"pembanding": [("A", D(84))]}, {"K27c"}, {"K26", "K27"}),
        ({"pembanding": [("A", None)]}, {"K29"}, {"K29a"}),
    ],
)
def test_pola_menurut_fakta(isi: dict[str, Any], ada: set[str], tiada: set[str]) -> None:
    hasil = pola(**isi)
    assert ada <= hasil
    assert not tiada & hasil


def test_setiap_pola_tentang_indikator_punya_kasus() -> None:
    tanda = next(m for m in test_pola_menurut_fakta.pytestmark if m.name == "parametrize")
    dipakai = set().union(*(k[1] for k in tanda.args[1]))
    lain = {"K10b", "K09b", "K48a", "K48b", "K17", "K19a", "K23m", "K27a"}
    assert {p.id for g in SEMUA for p in g} == dipakai | lain


@pytest.mark.parametrize(
    ("isi", "id"),
    [
        ({"realisasi": None, "status": "tidak_berlaku"}, "K10b"),
        ({"status": "dibawa", "tahun_nilai": 2024, "realisasi": D(80)}, "K09b"),
        ({"arah": "ordinal", "jenis": "ordinal", "capaian": D(120)}, "K48a"),
        ({"arah": "ordinal", "jenis": "ordinal", "capaian": D(80)}, "K48b"),
        ({"seri": [(2022, D(90), False), (2023, D(80), False), (2024, D(84), False)]}, "K17"),
        ({"arah": "turun", "capaian": D(101), "seri": [(2023, D(90), False), (2024, D(80), False)]}, "K19a"),
        ({"realisasi": None, "status": "belum_ada", "akhir": D(90)}, "K23m"),
        ({"pembanding": [("A", D(90)), ("B", D(91))]}, "K27a"),
    ],
)
def test_pola_yang_lebih_jarang(isi: dict[str, Any], id: str) -> None:
    assert id in pola(**isi)


def test_kalimat_tertulis_lengkap() -> None:
    p = Pembuat()
    ind = indikator(
        p, "I1", nama="Indeks Layanan", realisasi=D("84.40"), tambahan={"selisih_target": D("4.40")}
    )
    f = fakta_indikator(Cuplik(cuplikan(p, [ind])), ind)
    semua = {gabung(Penutur(str(n)).ucapkan(POLA_CAPAIAN, f)) for n in range(60)}
    teks = {"".join(x.teks for x in k) for k in semua}
    assert (
        "Indeks Layanan mencapai 84,40, melampaui target 80,00 sebesar 4,40 poin (capaian 105,50%)." in teks
    )
    assert len(teks) == 4, "setiap varian terpakai"


def test_satuan_hitungan_dan_persen() -> None:
    benda = " ".join(k.teks for k in ucap(satuan="Dokumen", target=D(5), realisasi=D(7), teks_target="5"))
    assert "5 dokumen" in benda
    persen = " ".join(k.teks for k in ucap(satuan="Persen"))
    assert "84,00%" in persen
    assert "84,00 persen" not in persen


def test_nama_yang_mulai_dengan_nilai_tidak_digandakan() -> None:
    for nama in ("Nilai SAKIP", "Indeks Layanan", "Skoring/Nilai LPPD"):
        for n in range(8):
            p = Pembuat()
            ind = indikator(p, f"I{n}", nama=nama, status="dibawa", tahun_nilai=2024)
            f = fakta_indikator(Cuplik(cuplikan(p, [ind])), ind)
            teks = " ".join(k.teks for k in Penutur(str(n)).ucapkan(POLA_CAPAIAN, f))
            assert f"Nilai {nama}" not in teks


def test_urutan_sama_untuk_cuplikan_sama_dan_varian_tidak_beruntun() -> None:
    def sekali() -> list[str]:
        p = Pembuat()
        daftar = [indikator(p, f"I{n}", nama=f"Indeks {n}", sasaran=f"S{n}") for n in range(12)]
        c = Cuplik(cuplikan(p, daftar))
        tutur = Penutur("laporan")
        return [tutur.ucapkan(POLA_CAPAIAN, fakta_indikator(c, i))[0].teks for i in daftar]

    satu = sekali()
    assert satu == sekali()
    rangka = [re.sub(r"Indeks \d+", "X", t) for t in satu]
    assert all(a != b for a, b in pairwise(rangka))


# ---------------------------------------------------------------- efficiency, summary, budget


def efisiensi(c: str, e: str, s: str, metode: str = "e_ro") -> set[str]:
    """Patterns about the efficiency of a sasaran."""
    p = Pembuat()
    ind = indikator(p, "I1")
    p.isi("efi.c", D(c), "%")
    p.isi("efi.e", D(e), "%")
    p.isi("efi.s", D(s), "%")
    baris = {"sasaran_kode": "S1", "cro": "efi.c", "nilai": "efi.e", "serapan": "efi.s"}
    if metode == "e_ro":
        baris |= {"aaro": p.isi("efi.A", D(1000), "Rp"), "raro": p.isi("efi.R", D(900), "Rp")}
    isi = cuplikan(p, [ind], efisiensi={"metode": metode, "baris": [baris], "gabungan": None})
    f = fakta_efisiensi(Cuplik(isi), isi["sasaran"][0])
    assert f is not None
    return {k.pola for k in Penutur("x").ucapkan(POLA_EFISIENSI, f)}


@pytest.mark.parametrize(
    ("c", "e", "s", "metode", "ada", "tiada"),
    [
        ("100.23", "8.63", "91.60", "e_ro", {"K30"}, {"K31", "K31a", "K35"}),
        ("95.22", "47.03", "48.19", "e_ro", {"K31"}, {"K30", "K35"}),
        ("98.85", "6.36", "92.49", "e_ro", {"K31a"}, {"K30", "K31"}),
        ("90", "-9", "99", "e_ro", {"K32"}, {"K30"}),
        ("100", "25.46", "74.54", "e_ro", {"K30", "K35"}, {"K31"}),
        ("84", "-14.1", "98.1", "e_ro", {"K32", "K34"}, set()),
        ("106.51", "6.62", "99.89", "poin", {"K33"}, {"K30"}),
        ("90", "-9.89", "99.89", "poin", {"K33a"}, {"K33", "K32"}),
        ("95", "46.8", "48.2", "poin", {"K33"}, {"K31", "K31a"}),
    ],
)
def test_efisiensi(c: str, e: str, s: str, metode: str, ada: set[str], tiada: set[str]) -> None:
    hasil = efisiensi(c, e, s, metode)
    assert ada <= hasil
    assert not tiada & hasil


def test_ringkasan_menyebut_bagian_yang_ada_saja() -> None:
    from opensakip.pelaporan.blok.ikhtisar import fakta_ringkas

    p = Pembuat()
    daftar = [
        indikator(p, "A", sasaran="SA"),
        indikator(p, "B", sasaran="SB", realisasi=D(40)),
        indikator(p, "C", sasaran="SC", realisasi=None, status="belum_ada"),
    ]
    teks = " ".join(
        k.teks for k in Penutur("x").ucapkan(POLA_RINGKAS, fakta_ringkas(Cuplik(cuplikan(p, daftar))))
    )
    assert (
        "Dari 3 indikator, satu melampaui target, satu di bawah target, dan satu belum dapat dinilai." in teks
    )
    assert "mencapai target" not in teks.replace("melampaui", "")


def test_anggaran_menyebut_naik_atau_turun_menurut_angka() -> None:
    from opensakip.pelaporan.blok.anggaran import fakta_anggaran
    from tests.pelaporan.bahan_laporan import anggaran_kecil

    p = Pembuat()
    a = anggaran_kecil(p) | {"selisih_pct": p.isi("anggaran.selisih_pct", D(-10), "%")}
    f = fakta_anggaran(Cuplik(cuplikan(p, [indikator(p, "I")], anggaran=a)))
    teks = {k.pola: k.teks for n in range(9) for k in Penutur(str(n)).ucapkan(POLA_ANGGARAN, f)}
    semua = {k.teks for n in range(30) for k in Penutur(str(n)).ucapkan(POLA_ANGGARAN, f)}
    assert "Pagu berubah dari Rp1.000.000.000 menjadi Rp900.000.000, turun 10,00%." in semua
    assert "delapan ratus lima puluh lima juta rupiah" in teks["K38"]
    assert "Rp45.000.000" in teks["K38a"]


def test_slot_yang_tidak_ada_menggugurkan_varian() -> None:
    f = Fakta("x", kata={"k"})
    f.isi_slot(a="satu", b=None)
    p = Pola("T", lambda g: True, ("{a} {b}", "{a} saja"))
    assert {k.teks for n in range(20) for k in Penutur(str(n)).ucapkan((p,), f)} == {"satu saja"}
    assert Penutur("x").ucapkan((Pola("T", lambda g: True, ("{b}",)),), f) == []


# ---------------------------------------------------------------- properties

nilai = st.decimals("0.01", "200", places=2)
tahunan = st.lists(
    st.tuples(st.integers(2019, TAHUN), nilai, st.booleans()), max_size=6, unique_by=lambda x: x[0]
).map(lambda d: sorted(d, key=lambda x: x[0]))
acak = st.fixed_dictionaries(
    {
        "nama": st.sampled_from(["Nilai SAKIP", "Indeks Layanan", "Persentase Ruas Mantap", "Opini"]),
        "satuan": st.sampled_from(["Nilai", "Persen", "Dokumen", "", "Indeks"]),
        "arah": st.sampled_from(["naik", "turun", "rentang", "ordinal"]),
        "target": nilai,
        "realisasi": st.one_of(st.none(), nilai),
        "capaian": st.one_of(st.none(), st.decimals("0", "250", places=3)),
        "status": st.sampled_from(["final", "sementara", "dibawa", "belum_ada", "tidak_berlaku"]),
        "tahun_nilai": st.just(TAHUN - 1),
        "seri": tahunan,
        "akhir": st.one_of(st.none(), nilai),
        "depan": st.one_of(st.none(), nilai),
        "usul": st.sampled_from([None, True, False]),
        "pembanding": st.lists(
            st.tuples(st.sampled_from(["Provinsi A", "Nasional"]), st.one_of(st.none(), nilai)), max_size=3
        ),
        "peringkat": st.sampled_from([None, "Sangat Baik", "Rendah"]),
    }
)


@given(acak)
def test_tidak_ada_klaim_yang_salah(isi: dict[str, Any]) -> None:
    p = Pembuat()
    ind = indikator(p, "I1", **isi)
    c = Cuplik(cuplikan(p, [ind]))
    f = fakta_indikator(c, ind)
    tutur = Penutur("uji")
    deret = tutur.ucapkan(POLA_DERET, f)
    semua = [k for g in SEMUA for k in tutur.ucapkan(g, f)]

    sebanding = deret_sebanding(c, ind)
    naik = [b.nilai > a.nilai for a, b in pairwise(sebanding)]
    turun = [b.nilai < a.nilai for a, b in pairwise(sebanding)]
    teks = " ".join(k.teks for k in deret)
    if "terus meningkat" in teks or "naik setiap tahun" in teks:
        assert naik
        assert all(naik)
    if "nilai naik" in teks.lower():
        assert naik
        assert naik[-1] or all(naik)
    if "nilai turun" in teks.lower():
        assert turun[-1]
    if "bertahan" in teks:
        assert not any(naik)
        assert not any(turun)
    if "tidak pernah turun" in teks:
        assert not any(turun)

    putus = max((t["tahun"] for t in ind["seri"] if t["putus"]), default=0)
    tahun = {t["angka"]: t["tahun"] for t in ind["seri"]}
    for k in deret:
        if k.pola == "K21":
            assert not k.angka, "metode berubah: tidak ada nilai yang disandingkan"
        else:
            assert all(tahun.get(a, putus) >= putus for a in k.angka)
    if ind["status_nilai"] in ("dibawa", "sementara"):
        assert all(ind["realisasi"] not in k.angka for k in deret if k.pola not in ("K21", "K16"))

    satu = {k.pola for k in semua}
    for kelompok in (
        {
            "K01",
            "K02",
            "K03",
            "K04",
            "K05",
            "K09",
            "K10",
            "K10b",
            "K47",
            "K47a",
            "K47b",
            "K48",
            "K48a",
            "K48b",
        },
        {"K13", "K13a", "K15", "K18", "K12"},
        {"K22", "K23", "K23n", "K23m"},
        {"K26", "K26a", "K27", "K27a", "K27b", "K27c", "K29", "K29a"},
    ):
        assert len(satu & kelompok) <= 1
    if "terlampaui" in " ".join(k.teks for k in semua if k.pola in ("K01", "K09a")):
        assert f.c is not None
        assert f.c > 100


@given(acak)
def test_kalimat_rapi_dan_angkanya_ada_pada_cuplikan(isi: dict[str, Any]) -> None:
    p = Pembuat()
    ind = indikator(p, "I1", **isi)
    c = Cuplik(cuplikan(p, [ind]))
    f = fakta_indikator(c, ind)
    tercetak = {a["tampil"] for a in p.angka.values()}
    for g in SEMUA:
        for k in Penutur("uji").ucapkan(g, f):
            t = k.teks
            assert t.endswith(".")
            assert not re.search(r"None|\bnan\b|  |\{|\}|Rp |,-|Nilai Nilai|−|\d\.\d\d(?!\d)", t), t
            assert not t[0].isdigit()
            for angka in re.findall(r"\d[\d.]*,\d+", t):
                assert angka in tercetak
            for id in k.angka:
                assert id in p.angka
