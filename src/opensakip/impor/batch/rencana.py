"""Rows of a tree as versions of a planning document: what is written, and what it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from opensakip.anggaran.services import DataPagu
from opensakip.hitung.angka import AngkaSalah
from opensakip.hitung.nilai import JenisNilai, Nilai, baca_nilai, nilai_kosong
from opensakip.impor.batch.jawaban import TAK_TERBACA, Isian
from opensakip.perencanaan.data import DataButir, DataButirIndikator, DataTarget, IsiVersi

TANPA_INDIKATOR = "(indikator tidak tercetak pada sumber)"
TAHAP = ("awal", "murni", "pergeseran", "perubahan", "pemutakhiran")


@dataclass(frozen=True, slots=True)
class RencanaVersi:
    """One version that a batch makes: its stage, and which money columns belong to which year."""

    tahap: str
    uang: dict[str, int]


@dataclass(slots=True)
class SusunanVersi:
    """Contents of one version, with the staged row behind every record."""

    isi: IsiVersi
    pagu: list[DataPagu]
    baris: dict[str, Isian]
    uang: dict[tuple[str, int], str] = field(default_factory=dict)
    kunci_target: dict[tuple[str, int, int], str] = field(default_factory=dict)


def rencana_versi(pemetaan: Mapping[str, Any], tahun: int) -> list[RencanaVersi]:
    """Versions to make from the money columns: one per stage, or one for all years."""
    kolom = {k: str(v["sebagai"]) for k, v in pemetaan.get("uang", {}).items()}
    tahunan = {k: int(v) for k, v in kolom.items() if v.isdigit()}
    hasil = [RencanaVersi("awal", tahunan)] if tahunan else []
    for tahap in TAHAP:
        satu = {k: tahun for k, v in kolom.items() if v == tahap}
        if satu:
            hasil.append(RencanaVersi(tahap, satu))
    return hasil or [RencanaVersi("awal", {})]


def lengkapi_induk(baris: Sequence[Isian], tingkat: Mapping[str, Any]) -> list[Isian]:
    """Insert place-holders above rows whose level may not stand where the document leaves them."""
    hasil = list(baris)
    menurut = {b.pengenal: b for b in hasil}
    antre = list(hasil)
    while antre:
        b = antre.pop()
        aturan = tingkat.get(b.isi["tingkat"])
        induk = menurut.get(b.induk)
        atas = induk.isi["tingkat"] if induk else "akar"
        if aturan is None or atas in aturan["induk"]:
            continue
        isi = {
            "tingkat": aturan["induk"][0],
            "kode": "",
            "nama": TAK_TERBACA,
            "hilang": True,
            "indikator": [],
        }
        sela = Isian(f"{b.pengenal}i", b.induk, {**isi, "pagu": {}, "keadaan": "diturunkan"}, {})
        sela.isi["pemilik_unit"] = b.isi.get("pemilik_unit", "")
        sela.isi["pemilik"] = b.isi.get("pemilik", "")
        b.induk = sela.pengenal
        menurut[sela.pengenal] = sela
        hasil.insert(hasil.index(b), sela)
        antre.append(sela)
    return hasil


def unit_baris(b: Isian, pemetaan: Mapping[str, Any], baku: str) -> str:
    """Code of the unit that answers for a row: answered, mapped from the printed owner, else the reporter."""
    return str(b.isi.get("pemilik_unit") or pemetaan.get("pemilik", {}).get(b.isi.get("pemilik", "")) or baku)


def susun_versi(
    baris: Sequence[Isian],
    v: RencanaVersi,
    *,
    pemetaan: Mapping[str, Any],
    tahun: int,
    unit: str,
    pengenal: Mapping[str, str],
    unsur: Mapping[str, str],
    kartu: Mapping[str, str],
) -> SusunanVersi:
    """Lay out one version. `pengenal` and `unsur` name each staged row; `kartu`: printed name -> card."""
    s = SusunanVersi(IsiVersi(), [], {pengenal[b.pengenal]: b for b in baris})
    s.isi = IsiVersi(
        butir=tuple(
            DataButir(
                pengenal=pengenal[b.pengenal],
                tingkat=b.isi["tingkat"],
                teks=b.isi["nama"],
                induk=pengenal.get(b.induk, ""),
                kode=b.isi.get("kode", ""),
                unit=unit_baris(b, pemetaan, unit),
                unsur=unsur[b.pengenal],
                keadaan=b.isi.get("keadaan") or "tercetak",
                catatan=_catatan(b, pemetaan),
            )
            for b in baris
        ),
        indikator=tuple(x for b in baris for x in _indikator(b, pengenal[b.pengenal], kartu)),
        target=tuple(x for b in baris for x in _target(s, b, pengenal[b.pengenal], tahun, v.tahap)),
    )
    pengali = Decimal(str(pemetaan.get("pengali", 1)))
    beranak = _berisi_di_bawah(baris, v)
    for b in baris:
        for kunci, th in v.uang.items():
            uang = b.isi.get("pagu", {}).get(kunci)
            if uang is not None:
                kode = pengenal[b.pengenal]
                s.pagu.append(
                    DataPagu(
                        butir=kode,
                        tahun=th,
                        peran="cetak" if (b.pengenal, kunci) in beranak else "daun",
                        nilai=Decimal(uang["nilai"]) * pengali,
                        angka_cetak=uang["nilai"] if pengali != 1 else "",
                        keadaan=uang.get("keadaan") or "tercetak",
                    )
                )
                s.uang[(kode, th)] = kunci
    return s


def _catatan(b: Isian, pemetaan: Mapping[str, Any]) -> str:
    """An owner that no unit was found for stays readable at the row."""
    cetak = b.isi.get("pemilik", "")
    if cetak and not pemetaan.get("pemilik", {}).get(cetak) and not b.isi.get("pemilik_unit"):
        return f"Penanggung jawab menurut sumber: {cetak}."
    return ""


def _indikator(b: Isian, pengenal: str, kartu: Mapping[str, str]) -> list[DataButirIndikator]:
    terpakai: set[str] = set()
    hasil = []
    for n, i in enumerate(b.isi.get("indikator", []), 1):
        kode = kartu.get(i["nama"], "")
        kode = "" if kode in terpakai else kode
        terpakai.add(kode)
        hasil.append(DataButirIndikator(pengenal, n, i["nama"] or TANPA_INDIKATOR, i["satuan"][:80], kode))
    return hasil


def kunci_target(target: Mapping[str, str], tahap: str) -> dict[str, str]:
    """Targets of a stage: where stages have columns of their own, only the one of this stage."""
    bertahap = any(k in TAHAP for k in target)
    pilih = {k: t for k, t in target.items() if not nilai_kosong(t)}
    return {k: t for k, t in pilih.items() if k == tahap or k.isdigit()} if bertahap else pilih


def _target(s: SusunanVersi, b: Isian, pengenal: str, tahun: int, tahap: str) -> list[DataTarget]:
    hasil = []
    for n, i in enumerate(b.isi.get("indikator", []), 1):
        for kunci, teks in kunci_target(i["target"], tahap).items():
            th = int(kunci) if kunci.isdigit() else tahun
            s.kunci_target[(pengenal, n, th)] = kunci
            hasil.append(DataTarget(pengenal, n, th, nilai_target(teks)))
    return hasil


def nilai_target(teks: str) -> Nilai:
    """The typed value of a printed target; what is no number stays text."""
    try:
        return baca_nilai(teks)
    except AngkaSalah:
        return Nilai(JenisNilai.TEKS, teks=teks)


def _berisi_di_bawah(baris: Sequence[Isian], v: RencanaVersi) -> set[tuple[str, str]]:
    """Rows that have an amount of the same column somewhere below them."""
    induk = {b.pengenal: b.induk for b in baris}
    hasil: set[tuple[str, str]] = set()
    for b in baris:
        for kunci in v.uang:
            if kunci in b.isi.get("pagu", {}):
                atas = b.induk
                while atas and (atas, kunci) not in hasil:
                    hasil.add((atas, kunci))
                    atas = induk.get(atas, "")
    return hasil
