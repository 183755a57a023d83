"""Runs one golden case: from the text of the case to the core, by the kind of the case."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from opensakip import peraturan
from opensakip.hitung import (
    agregasi,
    akip,
    banding,
    efisiensi,
    ip_asn,
    nka,
    sampel,
    skm,
)
from opensakip.hitung.angka import baca_angka
from opensakip.hitung.capaian import Arah, Kebijakan, Rumus, capaian
from opensakip.hitung.hasil import Hasil
from opensakip.hitung.nilai import Nilai, baca_nilai
from opensakip.hitung.skala import golongkan
from opensakip.hitung.terbilang import terbilang
from opensakip.peraturan.yaml_ketat import baca_yaml

FOLDER = Path(__file__).parent / "kasus"
HARI = date(2024, 12, 31)
# PMK 22/2021 measured the budget years up to 2023; later years have another rule.
HARI_NKA = date(2023, 12, 31)
Masukan = Mapping[str, Any]


@cache
def semua() -> tuple[dict[str, Any], ...]:
    """Read every case, the file it stands in kept as ``berkas``."""
    hasil: list[dict[str, Any]] = []
    for berkas in sorted(FOLDER.glob("*.yaml")):
        isi = baca_yaml(berkas.read_text(encoding="utf-8"), berkas.name)
        assert isinstance(isi, dict)
        assert set(isi) == {"judul", "kasus"}, berkas.name
        hasil += [{**k, "berkas": berkas.stem} for k in isi["kasus"]]
    return tuple(hasil)


# ── from the text of a case to the values of the core ───────────────────────────────────────────────


def angka(isi: str | int | None) -> Decimal | None:
    """Read a figure as the case writes it: rupiah as digits, the rest in Indonesian form."""
    if isi is None or isinstance(isi, int):
        return None if isi is None else Decimal(isi)
    return baca_angka(isi, bentuk="id")


def wajib(isi: str | int | None) -> Decimal:
    nilai = angka(isi)
    assert nilai is not None
    return nilai


def daftar(isi: list[str | int | None]) -> list[Decimal | None]:
    return [angka(i) for i in isi]


def hari(m: Masukan) -> date:
    return date.fromisoformat(m["tanggal"]) if "tanggal" in m else HARI


def urutan(m: Masukan) -> tuple[str, ...]:
    """Codes of an ordinal list, lowest first."""
    if "ordinal" not in m:
        return ()
    return tuple(u["kode"] for u in peraturan.pada(m["ordinal"], HARI).nilai["urutan"])


def nilai(isi: str | None, ordinal: tuple[str, ...] = ()) -> Nilai | None:
    return None if isi is None else baca_nilai(isi, bentuk="id", ordinal=ordinal)


def kebijakan(m: Masukan) -> Kebijakan:
    if "kebijakan" in m:
        return peraturan.kebijakan(m["kebijakan"], hari(m))
    return Kebijakan(rumus=Rumus(m["rumus"]) if "rumus" in m else None)


def satu_capaian(target: str, realisasi: str | None, m: Masukan) -> Hasil:
    daftar_urut = urutan(m)
    return capaian(nilai(target, daftar_urut), nilai(realisasi, daftar_urut), Arah(m["arah"]), kebijakan(m))


def dari_hasil(h: Hasil) -> dict[str, Any]:
    return {"tampil": h.tampil, "nilai": h.nilai, "keterangan": h.keterangan}


# ── one small function per kind of case ─────────────────────────────────────────────────────────────


def k_capaian(m: Masukan) -> dict[str, Any]:
    return dari_hasil(satu_capaian(m["target"], m["realisasi"], m))


def k_rata_rata_capaian(m: Masukan) -> dict[str, Any]:
    butir = [satu_capaian(t, r, m) for t, r in m["pasangan"]]
    return dari_hasil(agregasi.rata_rata(butir, nama="capaian"))


def k_rata_rata_bertingkat(m: Masukan) -> dict[str, Any]:
    sasaran = [
        agregasi.rata_rata([satu_capaian(t, r, m) for t, r in kelompok], nama="sasaran")
        for kelompok in m["kelompok"]
    ]
    return dari_hasil(agregasi.rata_rata(sasaran, nama="semua sasaran"))


def k_rata_rata(m: Masukan) -> dict[str, Any]:
    bobot = None
    if "bobot" in m:
        bobot = [b["bobot"] for b in peraturan.pada(m["bobot"], hari(m)).nilai["butir"]]
    return dari_hasil(agregasi.rata_rata(daftar(m["nilai"]), nama="nilai", bobot=bobot))


def k_jumlah(m: Masukan) -> dict[str, Any]:
    return dari_hasil(agregasi.jumlah(daftar(m["nilai"]), nama="jumlah", rupiah=True))


def k_jumlah_angka(m: Masukan) -> dict[str, Any]:
    return dari_hasil(agregasi.jumlah(daftar(m["nilai"]), nama="jumlah"))


def k_konsolidasi(m: Masukan) -> dict[str, Any]:
    penyebut = daftar(m["penyebut"]) if "penyebut" in m else None
    return dari_hasil(
        agregasi.konsolidasi(daftar(m["nilai"]), m["cara"], penyebut=penyebut, pengali=m.get("pengali", 100))
    )


def k_selisih_poin(m: Masukan) -> dict[str, Any]:
    return dari_hasil(banding.selisih_poin(angka(m["kini"]), angka(m["lalu"]), m.get("putus", False)))


def k_terhadap_akhir(m: Masukan) -> dict[str, Any]:
    return dari_hasil(banding.terhadap_akhir(nilai(m["realisasi"]), nilai(m["target"])))


def k_jarak_ke_akhir(m: Masukan) -> dict[str, Any]:
    return dari_hasil(banding.jarak_ke_akhir(angka(m["realisasi"]), angka(m["target"])))


def k_terhadap_tahun_depan(m: Masukan) -> dict[str, Any]:
    return dari_hasil(banding.terhadap_tahun_depan(nilai(m["realisasi"]), nilai(m["target"])))


def k_terhadap_pembanding(m: Masukan) -> dict[str, Any]:
    boleh = m.get("dapat_dibandingkan", True)
    return dari_hasil(
        banding.terhadap_pembanding(angka(m["realisasi"]), angka(m["pembanding"]), dapat_dibandingkan=boleh)
    )


def k_perlu_naik_target(m: Masukan) -> dict[str, Any]:
    return dari_hasil(banding.perlu_naik_target(angka(m["realisasi"]), angka(m["target"])))


def k_efisiensi_ro(m: Masukan) -> dict[str, Any]:
    cro = wajib(m["cro"]) if "cro" in m else satu_capaian(m["target"], m["realisasi"], {"arah": "naik"})
    butir = efisiensi.ButirEfisiensi(wajib(m["aaro"]), cro, angka(m["raro"]))
    h = efisiensi.efisiensi_ro([butir], pembulatan_cro=m.get("pembulatan_cro", "dua_desimal"))
    return {**dari_hasil(h.hasil), "aaro_x_cro": h.aaro_x_cro, "selisih": h.selisih}


def k_efisiensi_ro_gabungan(m: Masukan) -> dict[str, Any]:
    butir = [efisiensi.ButirEfisiensi(wajib(a), wajib(c), angka(r)) for c, a, r in m["butir"]]
    return dari_hasil(efisiensi.efisiensi_ro(butir).hasil)


def k_efisiensi_poin(m: Masukan) -> dict[str, Any]:
    return dari_hasil(efisiensi.efisiensi_poin(angka(m["capaian"]), angka(m["serapan"])))


def k_serapan(m: Masukan) -> dict[str, Any]:
    return dari_hasil(efisiensi.serapan(angka(m["realisasi"]), angka(m["pagu"])))


def k_sisa(m: Masukan) -> dict[str, Any]:
    return dari_hasil(efisiensi.sisa(angka(m["realisasi"]), angka(m["pagu"])))


def k_terbilang(m: Masukan) -> dict[str, Any]:
    return {"teks": terbilang(m["nilai"], rupiah=m["rupiah"])}


def k_golongkan(m: Masukan) -> dict[str, Any]:
    return {"kelas": golongkan(wajib(m["nilai"]), peraturan.skala(m["skala"], hari(m))).kode}


def k_baca_nilai(m: Masukan) -> dict[str, Any]:
    n = baca_nilai(m["teks"], ordinal=urutan(m))
    return {k: getattr(n, k) for k in ("angka", "bawah", "atas", "kode", "urut", "maks", "desimal")} | {
        "jenis": n.jenis.value
    }


def survei(nrr: list[str | None]) -> skm.HasilSkm:
    unsur = peraturan.pada("permenpanrb-14-2017/unsur", HARI).nilai["butir"]
    isi = {u["kode"]: angka(n) for u, n in zip(unsur, nrr, strict=True)}
    return skm.indeks(isi, peraturan.skala("permenpanrb-14-2017/mutu", HARI), jumlah_unsur=len(unsur))


def k_skm_unsur(m: Masukan) -> dict[str, Any]:
    """The element alone: the same answer in all nine places leaves its own row unchanged."""
    unsur = survei([m["nrr"]] * 9).unsur[0]
    return {**dari_hasil(unsur.nilai), "kelas": unsur.mutu.kode}


def k_skm_indeks(m: Masukan) -> dict[str, Any]:
    h = survei(m["nrr"])
    return {**dari_hasil(h.nilai), "tertimbang": h.tertimbang.tampil, "kelas": h.mutu.kode}


def bobot_nka(kelompok: str) -> dict[str, Decimal]:
    aturan = peraturan.pada("pmk-22-2021/nka", HARI_NKA)
    return {b["kode"]: b["bobot"] for b in aturan.nilai["kelompok"][kelompok]["butir"]}


def nilai_efisiensi(e: str) -> Hasil:
    tetap = peraturan.pada("pmk-22-2021/nka", HARI_NKA).nilai["parameter"]
    batas = peraturan.pada("pmk-22-2021/nka-batas", HARI_NKA).nilai["butir"]
    bentuk = nka.AturanEfisiensi(
        tetap["ne_dasar"], tetap["ne_pembagi"], batas["ne_bawah"]["nilai"], batas["ne_atas"]["nilai"]
    )
    return nka.nilai_efisiensi(angka(e), bentuk)


def implementasi(m: Masukan, ne: Decimal | Hasil | None) -> Hasil:
    b = bobot_nka("implementasi")
    bobot = nka.BobotImplementasi(b["cko"], b["ne"], b["konsistensi"], b["penyerapan"])
    return nka.implementasi(angka(m["ckp"]), ne, angka(m["konsistensi"]), angka(m["penyerapan"]), bobot)


def k_nka_nilai_efisiensi(m: Masukan) -> dict[str, Any]:
    return dari_hasil(nilai_efisiensi(m["e"]))


def k_nka_implementasi(m: Masukan) -> dict[str, Any]:
    return dari_hasil(implementasi(m, angka(m["ne"])))


def k_nka_eselon1(m: Masukan) -> dict[str, Any]:
    b = bobot_nka("eselon_1_sendiri")
    bobot = nka.BobotSendiri(b["csp"], b["implementasi"])
    sendiri = nka.nilai_sendiri(angka(m["csp"]), implementasi(m, nilai_efisiensi(m["e"])), bobot)
    return {**dari_hasil(nka.nka_eselon1(sendiri, angka(m["satker"]))), "sendiri": sendiri.tampil}


def k_nka_kl(m: Masukan) -> dict[str, Any]:
    return dari_hasil(nka.nka_kl(angka(m["manfaat"]), daftar(m["eselon1"])))


def k_geometrik(m: Masukan) -> dict[str, Any]:
    return dari_hasil(nka.rata_geometrik(daftar(m["nilai"]), nama="capaian keluaran"))


def hasil_akip(m: Masukan) -> akip.HasilAkip:
    bobot = peraturan.pada("permenpanrb-88-2021/bobot", hari(m)).nilai["butir"]
    komponen = [
        akip.Komponen(b["kode"], b["nama"], b["bobot"], angka(n))
        for b, n in zip(bobot, m["nilai"], strict=True)
    ]
    return akip.nilai_akip(komponen, peraturan.skala("permenpanrb-88-2021/predikat", hari(m)))


def k_akip(m: Masukan) -> dict[str, Any]:
    h = hasil_akip(m)
    return {**dari_hasil(h.total), "kelas": h.predikat.kode}


def k_akip_porsi(m: Masukan) -> dict[str, Any]:
    return dari_hasil(hasil_akip(m).porsi[m["urut"]])


def k_akip_subkomponen(m: Masukan) -> dict[str, Any]:
    gradasi = {
        b["kode"]: b["nilai"] for b in peraturan.pada("permenpanrb-88-2021/gradasi", hari(m)).nilai["butir"]
    }
    return dari_hasil(akip.nilai_subkomponen(gradasi[m["gradasi"]], Decimal(m["bobot"])))


def dimensi(m: Masukan) -> list[ip_asn.Dimensi]:
    butir = peraturan.pada("permenpanrb-38-2018/ip-asn", hari(m)).nilai["butir"]
    return [ip_asn.Dimensi(b["nama"], b["bobot"], angka(n)) for b, n in zip(butir, m["nilai"], strict=True)]


def k_ip_asn(m: Masukan) -> dict[str, Any]:
    h = ip_asn.indeks(dimensi(m), peraturan.skala("permenpanrb-38-2018/ip-asn-kategori", hari(m)))
    return {**dari_hasil(h.indeks), "kelas": h.kategori.kode}


def k_ip_asn_porsi(m: Masukan) -> dict[str, Any]:
    skala = peraturan.skala("permenpanrb-38-2018/ip-asn-kategori", hari(m))
    return dari_hasil(ip_asn.indeks(dimensi(m), skala).porsi[m["urut"]])


def k_ip_asn_kualifikasi(m: Masukan) -> dict[str, Any]:
    butir = peraturan.pada("permenpanrb-38-2018/ip-asn", hari(m)).nilai["butir"]
    jenjang = next(b["tingkat"] for b in butir if b["kode"] == "kualifikasi")
    return dari_hasil(ip_asn.kualifikasi(m["pegawai"], jenjang))


def k_sampel_ikk(m: Masukan) -> dict[str, Any]:
    return dari_hasil(sampel.sampel_ikk(m["populasi"]))


def k_krejcie_morgan(m: Masukan) -> dict[str, Any]:
    tetap = peraturan.pada("permenpanrb-14-2017/sampel", HARI).nilai["butir"]
    return dari_hasil(
        sampel.krejcie_morgan(
            m["populasi"],
            khi_kuadrat=tetap["kai_kuadrat"]["nilai"],
            proporsi=tetap["proporsi"]["nilai"],
            galat=tetap["galat"]["nilai"],
        )
    )


JALANKAN: dict[str, Callable[[Masukan], dict[str, Any]]] = {
    nama.removeprefix("k_"): fungsi for nama, fungsi in list(globals().items()) if nama.startswith("k_")
}
