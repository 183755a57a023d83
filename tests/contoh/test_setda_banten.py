"""Figures of the regional example add up to what its report prints; expected values typed from it."""

from __future__ import annotations

from collections import Counter, defaultdict
from decimal import ROUND_HALF_UP, Decimal

import pytest

from tests.contoh.bacaan import Pohon, angka, banyak_butir, bulat2, capaian_pk, pohon, tabel

BANTEN = "setda-banten"
JUMLAH = {"1": 253_786_078_000, "2": 245_137_431_880}
BIRO = {  # printed rows "jumlah pagu" of table 2.1; that of the first biro lies on an unreadable page
    "B8": (3_049_721_000, 1_901_625_764),
    "B5": (4_629_612_000, 3_077_178_590),
    "B4": (4_006_528_000, 2_400_273_928),
    "B1": (31_431_943_000, 18_830_938_787),
    "B7": (196_140_067_000, 207_769_081_611),
    "B6": (11_480_811_000, 8_818_515_400),
}
PENUNJANG = {  # programme 4.01.01 in nine rows of seven biro
    "R014": (573_525_200, 486_057_000),
    "R053": (527_776_000, 418_989_324),
    "R097": (2_508_851_040, 1_728_287_490),
    "R147": (1_780_048_000, 1_292_757_928),
    "R173": (2_609_800_000, 1_659_784_987),
    "R231": (18_351_071_000, 21_747_245_289),
    "R248": (177_788_996_000, 186_021_836_322),
    "R295": (5_487_082_000, 3_449_217_400),
    "R322": (5_993_729_000, 5_369_298_000),
}
AARO_RARO = {  # printed columns (2) and (3) of the efficiency tables
    "S1": (353_842_000, 343_158_170),
    "S2": (165_000_000, 122_992_500),
    "S3": (985_862_000, 911_789_106),
    "S4": (1_853_760_800, 1_698_047_498),
    "S5": (421_280_000, 203_024_700),
    "S6": (181_199_600, 156_534_763),
    "S7": (122_248_440, 113_030_223),
    "S8": (186_021_836_322, 172_795_838_142),
    "S9": (457_500_000, 426_257_809),
    "S10": (650_016_000, 525_763_953),
    "S11": (1_348_891_100, 1_247_290_513),
    "S12": (5_369_298_000, 5_036_634_578),
}
CAPAIAN = {  # against the signed agreement; S6 and S7 are the right ones, not the printed ones
    "I-S1": "100.00",
    "I-S2": "100.00",
    "I-S3": "98.85",
    "I-S4": "100.23",
    "I-S5": "95.22",
    "I-S6": "96.94",
    "I-S7": "99.74",
    "I-S8": "107.81",
    "I-S9": "100.00",
    "I-S10": "100.00",
    "I-S11": "104.85",
    "I-S12": "108.13",
}
VERSI = pytest.mark.parametrize("versi", ["1", "2"])


def tabel21(versi: str) -> Pohon:
    return pohon(BANTEN, "renja-2025", versi, "2025")


def test_banyaknya_butir_tabel_21() -> None:
    assert banyak_butir(BANTEN, "renja-2025") == {
        "sasaran": 14,
        "program": 21,
        "kegiatan": 61,
        "sub_kegiatan": 221,
    }
    assert banyak_butir(BANTEN, "renstra-2025") == {"visi": 1, "misi": 5, "tujuan": 3, "sasaran": 12}
    tambahan = [
        b for b in tabel(BANTEN, "butir_indikator") if b["dokumen"] == "renja-2025" and int(b["urut"]) > 1
    ]
    assert len(tambahan) == 7
    turunan = [b["id"] for b in tabel(BANTEN, "butir") if b["keadaan"] == "diturunkan"]
    assert turunan == ["R013", "R032", "R033", "R035", "R036", "R037", "R039", "R232"]
    assert all(
        "tidak terbaca pada sumber" in b["catatan"] for b in tabel(BANTEN, "butir") if b["id"] in turunan
    )


@VERSI
def test_daun_adalah_butir_terbawah_dan_tidak_bertumpuk(versi: str) -> None:
    p = tabel21(versi)
    assert len(p.daun) == {"1": 221, "2": 222}[versi]
    assert [i for i in p.daun if p.anak.get(i)] == []
    assert [i for i in p.cetak if not p.anak.get(i)] == []
    assert p.daun["R033"] == {"1": 226_600_200, "2": 212_590_200}[versi]
    assert ("R264" in p.daun) == (versi == "2")


@VERSI
def test_tiap_angka_cetak_sama_dengan_jumlah_daunnya(versi: str) -> None:
    p = tabel21(versi)
    assert len(p.cetak) == 95
    assert {i: (c, p.jumlah(i)) for i, c in p.cetak.items() if c != p.jumlah(i)} == {}


@VERSI
def test_jumlah_seluruhnya(versi: str) -> None:
    p = tabel21(versi)
    assert sum(p.daun.values()) == sum(p.jumlah(a) for a in p.akar()) == JUMLAH[versi]
    anggaran = [
        b
        for b in tabel(BANTEN, "pk_anggaran")
        if b["pk"] == {"1": "pk-2025-murni", "2": "pk-2025-perubahan"}[versi]
    ]
    assert sum(Decimal(b["nilai"]) for b in anggaran) == JUMLAH[versi]


@VERSI
def test_program_sama_dengan_lampiran_pk(versi: str) -> None:
    p = tabel21(versi)
    rencana: dict[str, Decimal] = defaultdict(Decimal)
    for i, b in p.butir.items():
        if b["tingkat"] == "program":
            rencana[b["unsur"]] += p.jumlah(i)
    pk = {"1": "pk-2025-murni", "2": "pk-2025-perubahan"}[versi]
    lampiran = {b["kode"]: Decimal(b["nilai"]) for b in tabel(BANTEN, "pk_anggaran") if b["pk"] == pk}
    assert len(lampiran) == 8
    assert dict(rencana) == lampiran


@VERSI
def test_jumlah_tiap_biro_yang_tercetak(versi: str) -> None:
    p = tabel21(versi)
    per_unit: dict[str, Decimal] = defaultdict(Decimal)
    for i, nilai in p.daun.items():
        per_unit[p.butir[i]["unit"]] += nilai
    assert {u: per_unit[u] for u in BIRO} == {u: Decimal(n[int(versi) - 1]) for u, n in BIRO.items()}
    assert per_unit["B3"] == {"1": 3_047_396_000, "2": 2_339_817_800}[versi]
    assert len(per_unit) == 7


@VERSI
def test_program_penunjang_satu_unsur_pada_tujuh_biro(versi: str) -> None:
    p = tabel21(versi)
    baris = {i: b for i, b in p.butir.items() if b["unsur"] == "4.01.01"}
    assert {i: p.jumlah(i) for i in baris} == {i: Decimal(n[int(versi) - 1]) for i, n in PENUNJANG.items()}
    assert len({b["unit"] for b in baris.values()}) == 7
    assert sum(p.jumlah(i) for i in baris) == {"1": 215_620_878_240, "2": 222_173_473_740}[versi]


def test_sasaran_satu_dua_blok_satu_unsur() -> None:
    blok = [i for i, b in tabel21("2").butir.items() if b["unsur"] == "S1"]
    assert blok == ["R196", "R208"]
    assert [tabel21("2").jumlah(i) for i in blok] == [155_363_000, 388_006_000]


def test_perbedaan_murni_dan_perubahan() -> None:
    murni, ubah = tabel21("1").daun, tabel21("2").daun
    assert len([i for i in ubah if i in murni and ubah[i] != murni[i]]) == 178
    assert [i for i in ubah if i not in murni] == ["R264"]
    assert [i for i in murni if i not in ubah] == []


def test_daun_tanpa_sasaran() -> None:
    p = tabel21("2")
    tanpa = []
    for i in p.daun:
        atas = i
        while p.butir[atas]["induk"]:
            atas = p.butir[atas]["induk"]
        if p.butir[atas]["tingkat"] != "sasaran":
            tanpa.append(i)
    assert (len(tanpa), sum(p.daun[i] for i in tanpa)) == (116, 9_483_401_629)
    bernama = [i for i in tanpa if p.butir[i]["tingkat"] == "sub_kegiatan"]
    assert (len(bernama), sum(p.daun[i] for i in bernama)) == (115, 9_270_811_429)


def test_dua_belas_dasar_efisiensi() -> None:
    p = tabel21("2")
    dasar = {e["sasaran"]: e for e in tabel(BANTEN, "efisiensi")}
    assert list(dasar) == list(AARO_RARO)
    assert {s: sum(p.jumlah(a) for a in e["anggota"].split(";")) for s, e in dasar.items()} == {
        s: Decimal(a) for s, (a, _) in AARO_RARO.items()
    }
    tingkat = {s: {p.butir[a]["tingkat"] for a in e["anggota"].split(";")} for s, e in dasar.items()}
    assert tingkat == {s: {e["tingkat"]} for s, e in dasar.items()}
    raro = {
        r["kunci"]: Decimal(r["nilai"])
        for r in tabel(BANTEN, "realisasi_anggaran")
        if r["tingkat"] == "sasaran"
    }
    assert raro == {s: Decimal(r) for s, (_, r) in AARO_RARO.items()}


def test_realisasi_anggaran_hanya_yang_tercetak() -> None:
    baris = tabel(BANTEN, "realisasi_anggaran")
    assert Counter(r["tingkat"] for r in baris) == {"instansi": 1, "sasaran": 12}
    (seluruh,) = [r for r in baris if r["tingkat"] == "instansi"]
    assert Decimal(seluruh["nilai"]) == 225_565_789_216
    assert (
        bulat2(Decimal(seluruh["nilai"]) / JUMLAH["2"] * 100)
        == angka(seluruh["persen_cetak"])
        == Decimal("92.02")
    )


def test_lampiran_pk_yang_ditandatangani() -> None:
    murni = [
        (b["sasaran_kode"], b["target"]) for b in tabel(BANTEN, "pk_baris") if b["pk"] == "pk-2025-murni"
    ]
    assert murni == [
        ("M1", "7,77"),
        ("M2", "65,89"),
        ("M3", "12.438"),
        ("M4", "63,09"),
        ("M5", "2-3"),
        ("M5", "76,56"),
    ]
    ubah = {b["indikator"]: b for b in tabel(BANTEN, "pk_baris") if b["pk"] == "pk-2025-perubahan"}
    assert len(ubah) == 12
    assert ubah["I-S6"]["target"] == "11,1"
    assert "11,17" in ubah["I-S6"]["alasan_beda"]
    assert [i for i, b in ubah.items() if b["alasan_beda"]] == ["I-S6"]
    pk = {p["nomor"]: p for p in tabel(BANTEN, "pk")}
    assert (pk["1"]["tanggal"], pk["1"]["tanggal_teliti"], pk["1"]["pihak_pertama_sebagai"]) == (
        "2025-01-01",
        "bulan",
        "pj",
    )
    assert (pk["2"]["tanggal"], pk["2"]["tanggal_teliti"], pk["2"]["alasan_kode"]) == (
        "2025-10-28",
        "hari",
        "strategi",
    )


def test_capaian_terhadap_pk_perubahan() -> None:
    assert {k: str(bulat2(v)) for k, v in capaian_pk(BANTEN, "pk-2025-perubahan", "2025").items()} == CAPAIAN


def test_realisasi_banten() -> None:
    r = {(b["indikator"], b["tahun"]): b for b in tabel(BANTEN, "realisasi")}
    assert len(r) == 37
    assert (r["I-S3", "2025"]["nilai"], r["I-S3", "2025"]["status"], r["I-S3", "2025"]["tahun_nilai"]) == (
        "3,45",
        "dibawa",
        "2024",
    )
    assert r["I-S3", "2024"]["nilai"] == "3,4512"
    assert (r["I-S7", "2025"]["nilai"], r["I-S7", "2025"]["status"]) == ("75,8", "dibawa")
    assert r["I-S1", "2025"]["nilai"] == "7"
    assert [k for k, b in r.items() if b["status"] == "dibawa"] == [("I-S3", "2025"), ("I-S7", "2025")]


def test_kartu_putus_deret_sejak_2025() -> None:
    kartu = [b for b in tabel(BANTEN, "indikator") if b["putus_deret"] == "ya"]
    assert [(b["kode"], b["versi"], b["berlaku_mulai"]) for b in kartu] == [("I-S5", "2", "2025-01-01")]


def test_target_akhir_renstra() -> None:
    akhir = {t["butir"]: t["nilai"] for t in tabel(BANTEN, "target") if t["jenis"] == "akhir"}
    assert akhir == {
        "RS1": "11",
        "RS2": "100",
        "RS3": "3,64",
        "RS4": "99,46",
        "RS5": "94,10",
        "RS6": "13,50",
        "RS7": "78.00",
        "RS8": "3,80",
        "RS9": "100",
        "RS10": "100",
        "RS11": "90,80",
        "RS12": "3,80",
    }
    assert {t["tahun"] for t in tabel(BANTEN, "target") if t["jenis"] == "akhir"} == {"2029"}
    assert [t for t in tabel(BANTEN, "target") if t["tahun"] == "2026"] == []


def test_efisiensi_yang_benar_dan_catatannya() -> None:
    """Rounded capaian times allocation, product in whole rupiah; three printed rows are wrong."""
    capaian = {
        k.removeprefix("I-"): bulat2(v) for k, v in capaian_pk(BANTEN, "pk-2025-perubahan", "2025").items()
    }
    hasil = {}
    for s, (aaro, raro) in AARO_RARO.items():
        produk = (aaro * capaian[s] / 100).quantize(Decimal(1), ROUND_HALF_UP)
        hasil[s] = str(bulat2((produk - raro) / aaro * 100))
    assert hasil == {
        "S1": "3.02", "S2": "25.46", "S3": "6.36", "S4": "8.63", "S5": "47.03", "S6": "10.55",
        "S7": "7.28", "S8": "14.92", "S9": "6.83", "S10": "19.12", "S11": "12.38", "S12": "14.33",
    }  # fmt: skip
    seharusnya = {
        c["subjek"]: c["seharusnya"] for c in tabel(BANTEN, "catatan") if c["subjek"].startswith("efi.")
    }
    for s in ("S1", "S6", "S7"):
        assert seharusnya[f"efi.{s}.nilai"] == hasil[s].replace(".", ",") + "%"


def test_catatan_angka_tercetak_yang_salah() -> None:
    catatan = {(c["subjek"], c["tercetak"]): c["seharusnya"] for c in tabel(BANTEN, "catatan")}
    assert catatan["ind.I-S6.capaian", "96,33%"] == "96,94%"
    assert catatan["ind.I-S7.capaian", "99,73%"] == "99,74%"
    assert catatan["ind.I-S1.menuju_akhir", "90,91%"] == "63,64%"
    assert catatan["ind.I-S4.menuju_akhir", "100,11%"] == "100,18%"
    assert catatan["ind.I-S12.menuju_akhir", "kurang 0,44 poin"] == "kurang 0,34 poin"
    assert catatan["I-M1", "77,77"] == "7,77"
    assert catatan["I-M3", "12.348"] == "12.438"
    assert bulat2(Decimal(7) / 11 * 100) == Decimal("63.64")
    assert bulat2(Decimal("99.64") / Decimal("99.46") * 100) == Decimal("100.18")
    assert Decimal("3.80") - Decimal("3.46") == Decimal("0.34")
