"""Staged rows beside the version that is there: what is new, changed, the same, and what is gone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from opensakip.anggaran.models import Pagu
from opensakip.hitung.tampilan import tampil_rupiah
from opensakip.impor.batch.jawaban import Isian
from opensakip.impor.batch.rencana import TANPA_INDIKATOR, RencanaVersi, kunci_target, nilai_target
from opensakip.perencanaan.models import Butir, ButirIndikator, Target, VersiDokumen
from opensakip.periksa.pohon.teks import datar

Kunci = tuple[str, ...]


@dataclass(slots=True)
class Ciri:
    """What is compared of a row."""

    kode: str
    indikator: tuple[tuple[str, str], ...]
    target: tuple[tuple[int, int, str], ...]
    pagu: tuple[tuple[int, Decimal], ...]
    unit: str


@dataclass(slots=True)
class Lama:
    """A version that is there, by the path of names of each row."""

    ciri: dict[Kunci, Ciri] = field(default_factory=dict)
    pengenal: dict[Kunci, str] = field(default_factory=dict)
    unsur: dict[Kunci, str] = field(default_factory=dict)


def jalur_baris(baris: Sequence[tuple[str, str, str, str]]) -> dict[str, Kunci]:
    """Path of each row (identifier, parent, level, text); equal siblings are numbered."""
    hasil: dict[str, Kunci] = {}
    kali: Counter[Kunci] = Counter()
    for pengenal, induk, tingkat, teks in baris:
        kunci = (*hasil.get(induk, ()), f"{tingkat}:{datar(teks)}")
        kali[kunci] += 1
        hasil[pengenal] = kunci if kali[kunci] == 1 else (*kunci[:-1], f"{kunci[-1]}#{kali[kunci]}")
    return hasil


def urut_pohon(baris: Sequence[Isian]) -> list[Isian]:
    """Parents before children, otherwise the printed order."""
    anak: dict[str, list[Isian]] = defaultdict(list)
    ada = {b.pengenal for b in baris}
    for b in baris:
        anak[b.induk if b.induk in ada else ""].append(b)
    hasil: list[Isian] = []
    antre = anak[""][::-1]
    while antre:
        b = antre.pop()
        hasil.append(b)
        antre.extend(anak[b.pengenal][::-1])
    return hasil


def baca_versi(versi: VersiDokumen) -> Lama:
    """Read a version for comparing, in five queries."""
    butir = list(Butir.semua.filter(versi=versi).select_related("unsur", "unit", "induk").order_by("jalur"))
    jalur = jalur_baris([(b.pengenal, b.induk.pengenal if b.induk else "", b.tingkat, b.teks) for b in butir])
    indikator: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for i in ButirIndikator.semua.filter(versi=versi).order_by("butir_id", "urut"):
        indikator[i.butir_id].append((datar(i.nama_cetak), datar(i.satuan_cetak)))
    target: dict[int, list[tuple[int, int, str]]] = defaultdict(list)
    for t in Target.semua.filter(versi=versi).select_related("baris"):
        target[t.baris.butir_id].append((t.baris.urut, t.tahun, datar(t.nilai_teks)))
    pagu: dict[int, list[tuple[int, Decimal]]] = defaultdict(list)
    for p in Pagu.semua.filter(versi=versi):
        pagu[p.butir_id].append((p.tahun, Decimal(p.nilai)))
    lama = Lama()
    for b in butir:
        kunci = jalur[b.pengenal]
        lama.pengenal[kunci] = b.pengenal
        lama.unsur[kunci] = b.unsur.kunci
        lama.ciri[kunci] = Ciri(
            b.kode,
            tuple(indikator[b.pk]),
            tuple(sorted(target[b.pk])),
            tuple(sorted(pagu[b.pk])),
            b.unit.kode if b.unit else "",
        )
    return lama


def ciri_baris(b: Isian, v: RencanaVersi, tahun: int, pengali: Decimal, unit: str) -> Ciri:
    """The same features of a staged row."""
    ukuran = b.isi.get("indikator", [])
    target = [
        (n, int(k) if k.isdigit() else tahun, datar(nilai_target(t).teks or t))
        for n, i in enumerate(ukuran, 1)
        for k, t in kunci_target(i["target"], v.tahap).items()
    ]
    pagu = [
        (th, Decimal(b.isi["pagu"][k]["nilai"]) * pengali)
        for k, th in v.uang.items()
        if k in b.isi.get("pagu", {})
    ]
    return Ciri(
        b.isi.get("kode", ""),
        tuple((datar(i["nama"] or TANPA_INDIKATOR), datar(i["satuan"])) for i in ukuran),
        tuple(sorted(target)),
        tuple(sorted(pagu)),
        unit,
    )


def beda_ciri(lama: Ciri, baru: Ciri) -> list[str]:
    """The differences of one row in words."""
    hasil = []
    if lama.kode != baru.kode:
        hasil.append(f"kode {lama.kode or '–'} → {baru.kode or '–'}")
    if lama.unit != baru.unit:
        hasil.append(f"unit {lama.unit or '–'} → {baru.unit or '–'}")
    if lama.indikator != baru.indikator:
        hasil.append("indikator atau satuannya")
    hasil += _beda_peta(
        {(n, th): x for n, th, x in lama.target}, {(n, th): x for n, th, x in baru.target}, "target {0[1]}"
    )
    uang_lama, uang_baru = dict(lama.pagu), dict(baru.pagu)
    for th in sorted({*uang_lama, *uang_baru}):
        if uang_lama.get(th) != uang_baru.get(th):
            hasil.append(f"pagu {th}: {_rupiah(uang_lama.get(th))} → {_rupiah(uang_baru.get(th))}")
    return hasil


def _beda_peta(lama: Mapping[Any, str], baru: Mapping[Any, str], pola: str) -> list[str]:
    return [
        f"{pola.format(k)}: {lama.get(k, '–')} → {baru.get(k, '–')}"
        for k in sorted({*lama, *baru})
        if lama.get(k) != baru.get(k)
    ]


def _rupiah(x: Decimal | None) -> str:
    return "–" if x is None else tampil_rupiah(x)
