"""Every packaged rule: it loads, it is cited, its intervals are whole, its sums are right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from opensakip import peraturan
from opensakip.hitung.skala import golongkan
from opensakip.peraturan.model import TAG, Aturan
from opensakip.peraturan.muat import daftar_id, riwayat

DATA = Path(peraturan.__file__).parent / "data"
SEMUA = peraturan.semua()
SKALA = [a for a in SEMUA if a.jenis == "skala"]

# The names other rooms and agencies' own data rely on: none may disappear.
DIPAKAI = [
    "permendagri-86-2017/skala-peringkat",
    "opensakip/skala-peringkat-capaian",
    "permenpanrb-88-2021/predikat",
    "permenpanrb-88-2021/bobot",
    "permenpanrb-88-2021/lke",
    "permenpanrb-14-2017/mutu",
    "permenpanrb-14-2017/unsur",
    "pmk-22-2021/nka",
    "pmk-22-2021/nka-batas",
    "pmk-22-2021/nka-kategori",
    "pmk-22-2021/efisiensi",
    "opensakip/capaian",
    "opensakip/capaian-batas-100",
    "opensakip/capaian-batas-110",
    "opensakip/capaian-batas-120",
    "permenpanrb-38-2018/ip-asn",
    "permenpanrb-38-2018/ip-asn-kategori",
    "se-bappenas-3-2023/ippn",
    "se-bappenas-3-2023/ippn-kategori",
    "skema/daerah-90-2019",
    "skema/kl-rspp",
    "permenpanrb-53-2014/tenggat",
    "ordinal/opini-bpk",
    "ordinal/level-1-5",
    "ordinal/spip-level",
    "pmk-62-2023/nka",
    "per-5-pb-2024/ikpa",
    "ombudsman/zona-kepatuhan",
    "ombudsman/opini",
    "permenpanrb-8-2021/konvensi",
    "itkp/komponen",
    "irh/komponen",
    "berakhlak/kategori",
    "permenpanrb-40-2018/merit",
    "permenpanrb-59-2020/spbe",
    "bpkp-5-2021/spip",
    "lkjip-maluku-tengah-2021/skala-peringkat",
    "se-lan-22-2021/sampel-kebijakan",
]


def nama_versi(aturan: Aturan) -> str:
    return aturan.aturan


def test_setiap_berkas_dimuat() -> None:
    berkas = {p.relative_to(DATA).as_posix().removesuffix(".yaml") for p in DATA.rglob("*.yaml")}
    assert berkas == set(daftar_id())
    assert {a.id for a in SEMUA} == berkas
    assert [p for p in DATA.rglob("*") if p.is_file() and p.suffix != ".yaml"] == []


def test_id_tidak_berulang_dan_sama_dengan_letaknya() -> None:
    assert len(daftar_id()) == len(set(daftar_id()))
    assert all((DATA / f"{a.id}.yaml").is_file() for a in SEMUA)
    assert len({a.aturan for a in SEMUA}) == len(SEMUA)


@pytest.mark.parametrize("id", DIPAKAI)
def test_id_yang_dipakai_ruang_lain_ada(id: str) -> None:
    assert riwayat(id).versi


@pytest.mark.parametrize("aturan", SEMUA, ids=nama_versi)
def test_setiap_versi_bersumber(aturan: Aturan) -> None:
    assert aturan.dasar, "tanpa dasar"
    assert all(s.peraturan and s.tag in TAG for s in aturan.sumber)
    assert aturan.tag in {s.tag for s in aturan.sumber}
    assert aturan.terverifikasi == (aturan.tag not in "XM")
    assert len(aturan.sidik) == 64
    assert aturan.masih_berlaku_per >= date(2026, 1, 1)


@pytest.mark.parametrize("id", daftar_id())
def test_tanggal_berurutan_dan_bersambung(id: str) -> None:
    versi = riwayat(id).versi
    assert [v.berlaku for v in versi] == sorted({v.berlaku for v in versi})
    assert [v.sampai for v in versi] == [*[v.berlaku for v in versi[1:]], riwayat(id).dicabut_sejak]


@pytest.mark.parametrize("id", daftar_id())
def test_penerus_ada(id: str) -> None:
    assert set(riwayat(id).versi[-1].penerus) <= set(daftar_id())


def _isi(nilai: object) -> Iterator[object]:
    """Walk every leaf of a parsed value."""
    if isinstance(nilai, Mapping):
        for k, v in nilai.items():
            yield k
            yield from _isi(v)
    elif isinstance(nilai, tuple):
        for v in nilai:
            yield from _isi(v)
    else:
        yield nilai


@pytest.mark.parametrize("aturan", SEMUA, ids=nama_versi)
def test_tanpa_float_dan_tidak_dapat_diubah(aturan: Aturan) -> None:
    daun = list(_isi(aturan.nilai))
    assert daun
    assert not [d for d in daun if isinstance(d, float | list | dict)]
    with pytest.raises(TypeError):
        aturan.nilai["baru"] = 1  # type: ignore[index]


def _titik(aturan: Aturan) -> list[Decimal]:
    """Values around every bound: on it, a hundredth on both sides, half way into a printed gap."""
    batas = {b for k in aturan.nilai["kelas"] for b in (k["bawah"], k["atas"]) if b is not None}
    geser = [Decimal(s) for s in ("0", "0.01", "-0.01", "0.5", "-0.5", "0.49", "-0.49", "0.51", "-0.51")]
    terendah = aturan.nilai["kelas"][-1]["bawah"]
    tertinggi = aturan.nilai["kelas"][0]["atas"]
    terbuka = aturan.nilai["atas_terbuka"]
    return sorted(
        t
        for b in batas
        for t in {b + g for g in geser}
        if (terendah is None or t >= terendah) and (tertinggi is None or terbuka or t <= tertinggi)
    )


@pytest.mark.parametrize("aturan", SKALA, ids=nama_versi)
def test_selang_skala_utuh(aturan: Aturan) -> None:
    """Every value of the range has a class, and going up never goes down a class."""
    skala = peraturan.jembatan.ke_skala(aturan)
    urutan = [k.kode for k in reversed(skala.kelas)]
    peringkat = []
    for titik in _titik(aturan):
        hasil = golongkan(titik, skala)
        assert hasil.kode is not None, f"{titik} tanpa kelas"
        peringkat.append(urutan.index(hasil.kode))
    assert peringkat == sorted(peringkat)
    assert set(peringkat) == set(range(len(urutan))), "ada kelas yang tidak pernah tercapai"


@pytest.mark.parametrize("aturan", SKALA, ids=nama_versi)
def test_angka_pada_batas_hanya_milik_satu_kelas(aturan: Aturan) -> None:
    """Without any rounding, no number lies in two classes."""
    for titik in _titik(aturan):
        pemilik = [
            k["kode"]
            for k in aturan.nilai["kelas"]
            if (k["bawah"] is None or titik > k["bawah"] or (titik == k["bawah"] and k["bawah_termasuk"]))
            and (k["atas"] is None or titik < k["atas"] or (titik == k["atas"] and k["atas_termasuk"]))
        ]
        assert len(pemilik) <= 1, f"{titik} milik {pemilik}"


@pytest.mark.parametrize(
    ("id", "jumlah"),
    [
        ("permenpanrb-88-2021/bobot", 100),
        ("permenpanrb-38-2018/ip-asn", 100),
        ("se-bappenas-3-2023/ippn", 100),
        ("per-5-pb-2024/ikpa", 100),
        ("pmk-62-2023/nka", 100),
        ("pmk-62-2023/perencanaan-satker", 100),
        ("irh/komponen", 100),
        ("itkp/komponen", 100),
        ("permenpanrb-40-2018/merit", 100),
        ("permenpanrb-59-2020/spbe", 100),
        ("bpkp-5-2021/spip", 100),
        ("ipa/parameter", 100),
        ("se-lan-22-2021/dimensi", 100),
    ],
)
def test_jumlah_bobot(id: str, jumlah: int) -> None:
    assert sum(b["bobot"] for b in riwayat(id).versi[-1].nilai["butir"]) == jumlah


def test_semua_daftar_bobot_ada_pada_uji_jumlah() -> None:
    """A new list of weights must be added to the test above, so that its total is typed by a person."""
    teruji = {p for m in test_jumlah_bobot.pytestmark for p, _ in m.args[1]}  # type: ignore[attr-defined]
    assert {a.id for a in SEMUA if a.jenis == "bobot"} == teruji


def test_bobot_akip_sama_dengan_lembar_kerja() -> None:
    """The weights stand in two files for two uses; they must agree to the criterion."""
    tanggal = date(2025, 1, 1)
    bobot = peraturan.pada("permenpanrb-88-2021/bobot", tanggal).nilai
    lke = peraturan.pada("permenpanrb-88-2021/lke", tanggal).nilai
    dari_bobot = {
        a["kode"]: (b["nama"], b["bobot"], a["jenis"], a["bobot"], a["jumlah_kriteria"])
        for b in bobot["butir"]
        for a in b["anak"]
    }
    dari_lke = {
        s["kode"]: (k["nama"], k["bobot"], s["jenis"], s["bobot"], len(s["kriteria"]))
        for k in lke["komponen"]
        for s in k["sub"]
    }
    assert dari_bobot == dari_lke
    assert sum(b[4] for b in dari_lke.values()) == 80
    assert [
        sum(v[3] for v in dari_lke.values() if v[2] == j) for j in ("keberadaan", "kualitas", "pemanfaatan")
    ] == [
        20,
        30,
        50,
    ]


def test_bobot_akip_20_30_50_tiap_komponen() -> None:
    for butir in peraturan.pada("permenpanrb-88-2021/bobot", date(2025, 1, 1)).nilai["butir"]:
        assert [a["bobot"] / butir["bobot"] for a in butir["anak"]] == [
            Decimal(s) for s in ("0.2", "0.3", "0.5")
        ]


def test_reviu_23_kriteria_dalam_tiga_aspek() -> None:
    bagian = riwayat("permenpanrb-53-2014/reviu").versi[-1].nilai["bagian"]
    assert [len(b["isi"]) for b in bagian] == [6, 7, 10]


def test_tujuh_analisis() -> None:
    baris = riwayat("permenpanrb-53-2014/analisis-lkj").versi[-1].nilai["baris"]
    assert [b["kode"] for b in baris] == ["1", "2", "3", "4", "5", "6", "7"]


def test_kode_kro_ascii_dan_kembarannya() -> None:
    baris = riwayat("pmk-62-2023/kro").versi[-1].nilai["baris"]
    pasang = {b["biasa"]: b["prioritas"] for b in riwayat("pmk-62-2023/kro-kembar").versi[-1].nilai["baris"]}
    for b in baris:
        assert b["kode"].isascii()
        assert b["kode"].isalpha()
        assert b["kembar"] == (pasang[b["kode"][0]] + b["kode"][1:] if b["kode"][0] in pasang else None)
    assert next(b for b in baris if b["kode"] == "AEC")["kembar"] == "PEC"


def test_skema_memuat_tingkat_data_contoh(bahan: Path) -> None:
    """Every level word of both budget tables is a level, an indicator row of a level, or a total."""
    import csv

    def kata(berkas: str, kolom: str) -> set[str]:
        with (bahan / "data" / berkas).open(encoding="utf-8", newline="") as f:
            return {b[kolom] for b in csv.DictReader(f)}

    for id, berkas, kolom in (
        ("skema/daerah-90-2019", "banten-2025/renja.csv", "level"),
        ("skema/kl-rspp", "setneg-2024/rka.csv", "jenis"),
    ):
        tingkat = riwayat(id).versi[-1].nilai["tingkat"]
        dikenal = set(tingkat) | {t["indikator"] for t in tingkat.values() if "indikator" in t}
        assert kata(berkas, kolom) - dikenal <= {"jumlah", "total"}
