"""Nilai kinerja anggaran of PMK 22/2021, one row per eselon I unit, every step a figure of its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from opensakip import peraturan
from opensakip.hitung import nka
from opensakip.hitung.efisiensi import ButirEfisiensi, efisiensi_ro
from opensakip.hitung.hasil import Hasil
from opensakip.pelaporan.angka import DaftarAngka
from opensakip.pelaporan.bahan import Bahan
from opensakip.pengukuran.models import NilaiInstrumen
from opensakip.peraturan.model import Aturan

_SERATUS = Decimal(100)
TAK_TERBATAS = Decimal(10**9)
_KOMPONEN = ("csp", "penyerapan", "konsistensi", "cko", "satker")
Masuk = Callable[[Bahan, DaftarAngka, NilaiInstrumen, str], str]


def susun_nka(bahan: Bahan, daftar: DaftarAngka, baris: list[NilaiInstrumen], masuk: Masuk) -> dict[str, Any]:
    """Compute the rows in the given order; the printed values stand beside them."""
    hari = date(bahan.tahun, 12, 31)
    aturan = peraturan.pada("pmk-22-2021/nka", hari)
    bentuk = _bentuk(aturan, hari)
    kini = [n for n in baris if n.tahun == bahan.tahun]
    isi = []
    for urut, kelompok in enumerate(dict.fromkeys(n.kelompok for n in kini), start=1):
        milik = {n.komponen: n for n in kini if n.kelompok == kelompok}
        if all(k in milik for k in _KOMPONEN):
            isi.append(_baris(bahan, daftar, f"ins.nka.{urut}", kelompok, milik, aturan, bentuk, masuk))
    return {
        "judul": "Nilai Kinerja Anggaran",
        "tahun": bahan.tahun,
        "baris": isi,
        "hasil": None,
        "kelas": None,
    }


def _bentuk(aturan: Aturan, hari: date) -> nka.AturanEfisiensi:
    """Form of the efficiency value. Its limits rest on an unverified rule: switched off, there are none."""
    p = aturan.nilai["parameter"]
    try:
        b = peraturan.pada("pmk-22-2021/nka-batas", hari).nilai["butir"]
        bawah, atas = Decimal(b["ne_bawah"]["nilai"]), Decimal(b["ne_atas"]["nilai"])
    except peraturan.AturanTidakAda:
        bawah, atas = -TAK_TERBATAS, TAK_TERBATAS
    tengah, lebar = Decimal(p["ne_dasar"]), Decimal(p["ne_pembagi"])
    return nka.AturanEfisiensi(tengah=tengah, lebar=lebar, bawah=bawah, atas=atas)


def _bobot(aturan: Aturan, kelompok: str) -> dict[str, Decimal]:
    return {str(b["kode"]): Decimal(b["bobot"]) for b in aturan.nilai["kelompok"][kelompok]["butir"]}


def _baris(
    bahan: Bahan,
    daftar: DaftarAngka,
    awal: str,
    nama: str,
    milik: dict[str, NilaiInstrumen],
    aturan: Aturan,
    bentuk: nka.AturanEfisiensi,
    masuk: Masuk,
) -> dict[str, Any]:
    """One unit: E, efficiency value, implementation, own value, NKA."""
    id = {k: masuk(bahan, daftar, milik[k], f"{awal}.{k}") for k in _KOMPONEN}
    nilai = {k: Decimal(milik[k].nilai) for k in _KOMPONEN}
    tanda: dict[str, Any] = {"dasar": aturan.dasar, "aturan": aturan.aturan}

    def catat(kunci: str, sebutan: str, hasil: Hasil, *dari: str) -> Hasil:
        masukan = [(daftar.isi[id[d]]["nama"], id[d]) for d in dari]
        id[kunci] = daftar.hasil(f"{awal}.{kunci}", f"{sebutan}: {nama}", hasil, masukan=masukan)
        return hasil

    # A unit as a whole is one output with 100 per cent of its money: E is capaian minus absorption.
    satu = ButirEfisiensi(aaro=_SERATUS, cro_pct=nilai["cko"], raro=nilai["penyerapan"])
    e = efisiensi_ro([satu], pembulatan_cro="penuh", produk_bulat=False, **tanda).hasil
    catat("efisiensi", "Efisiensi", e, "cko", "penyerapan")
    ne = catat("nilai_efisiensi", "Nilai efisiensi", nka.nilai_efisiensi(e, bentuk, **tanda), "efisiensi")
    b = _bobot(aturan, "implementasi")
    impl = nka.implementasi(
        nilai["cko"],
        ne,
        nilai["konsistensi"],
        nilai["penyerapan"],
        nka.BobotImplementasi(b["cko"], b["ne"], b["konsistensi"], b["penyerapan"]),
        **tanda,
    )
    catat("implementasi", "Nilai implementasi", impl, "cko", "nilai_efisiensi", "konsistensi", "penyerapan")
    s = _bobot(aturan, "eselon_1_sendiri")
    sendiri = nka.nilai_sendiri(nilai["csp"], impl, nka.BobotSendiri(s["csp"], s["implementasi"]), **tanda)
    catat("sendiri", "Nilai unit sendiri", sendiri, "csp", "implementasi")
    catat(
        "nka",
        "Nilai kinerja anggaran",
        nka.nka_eselon1(sendiri, nilai["satker"], **tanda),
        "sendiri",
        "satker",
    )
    cetak = milik.get("tercetak_nka")
    if cetak is not None and cetak.nilai_cetak != daftar.tampil(id["nka"]):
        daftar.catat(id["nka"], f"Sumber menyatakan {cetak.nilai_cetak}.")
    kode, _, uraian = nama.partition(" ")
    angka = {k: v for k, v in id.items() if k != "nka"}
    return {
        "kode": kode if kode.isdigit() else "",
        "uraian": uraian if kode.isdigit() else nama,
        "nilai": id["nka"],
        "tercetak": cetak.nilai_cetak if cetak else None,
        **angka,
    }
