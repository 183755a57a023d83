"""Reading target and measured values: the card says what kind stands there, the column which number form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

from opensakip import peraturan
from opensakip.hitung.angka import AngkaAmbigu, AngkaSalah, bentuk_kolom
from opensakip.hitung.nilai import JenisNilai, Nilai, baca_nilai
from opensakip.impor.errors import Tingkat, potong
from opensakip.impor.format import MENURUT_NAMA
from opensakip.impor.ketik import SelSalah, dari_angka_salah, dua_bacaan
from opensakip.impor.kolom import Jenis
from opensakip.impor.kumpulan import Baris, Kumpulan, Pencatat
from opensakip.impor.rencana import Rencana

MAKS_KODE = 40
KOLOM_NILAI = {"target": "nilai", "pk_baris": "target", "realisasi": "nilai", "pembanding": "nilai"}


@cache
def urutan_ordinal(id_aturan: str, hari: date) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Codes of an ordinal rule, worst first, each with the spellings it is known by; empty when unknown."""
    try:
        aturan = peraturan.pada(id_aturan, hari)
    except LookupError:
        return ()
    return tuple((b["kode"], tuple(b.get("sebutan", ()))) for b in aturan.nilai["urutan"])


def kartu_pada(k: Kumpulan, kode: str, tahun: int) -> Baris | None:
    """The card that holds at the end of a year: the newest that has begun, else the oldest."""
    versi = sorted(
        (b for b in k["indikator"] if b["kode"] == kode and b.utuh("versi")), key=lambda b: b["versi"]
    )
    mulai = [b for b in versi if b["berlaku_mulai"] is None or b["berlaku_mulai"] <= date(tahun, 12, 31)]
    return mulai[-1] if mulai else (versi[0] if versi else None)


def periksa_nilai(k: Kumpulan, c: Pencatat, r: Rencana) -> None:
    """Read every value; what cannot be read, or can be read two ways, is asked about."""
    bentuk = {nama: _bentuk(k, nama, kolom) for nama, kolom in KOLOM_NILAI.items()}
    kartu: dict[tuple[str, int], Baris | None] = {}
    for b, kode, tahun in _semua(k, r):
        kolom = KOLOM_NILAI[b.berkas]
        if kode and (kode, tahun) not in kartu:
            kartu[(kode, tahun)] = kartu_pada(k, kode, tahun)
        dasar = kartu.get((kode, tahun))
        if dasar is not None and not dasar.utuh("jenis_nilai", "skala_ordinal"):
            continue
        try:
            b.nilai = baca(
                b[kolom],
                jenis=dasar["jenis_nilai"] if dasar is not None else "",
                skala_ordinal=dasar["skala_ordinal"] if dasar is not None else "",
                bentuk=bentuk[b.berkas],
                tahun=tahun,
            )
        except SelSalah as sebab:
            b.cacat.add(kolom)
            c.salah(b, kolom, sebab.pesan, sebab.perbaikan, Tingkat.SEL)
        else:
            _dalam_skala(c, b, kolom, dasar)


def _bentuk(k: Kumpulan, nama: str, kolom: str) -> str:
    """Evidence of the column; then of all numeric columns of the file."""
    sekolom = bentuk_kolom([b.mentah[kolom] for b in k[nama]])
    if sekolom:
        return sekolom
    angka = [x.nama for x in MENURUT_NAMA[nama].kolom if x.jenis in (Jenis.NILAI, Jenis.DESIMAL)]
    return bentuk_kolom([b.mentah[n] for b in k[nama] for n in angka]) or "auto"


def _semua(k: Kumpulan, r: Rencana) -> Iterator[tuple[Baris, str, int]]:
    """Each row with a value, the indicator it belongs to (empty = known by name only), and its year."""
    tahun_pk = {b["kode"]: b["tahun"] for b in k["pk"] if b.utuh("kode", "tahun")}
    for b in k["pk_baris"]:
        if b.utuh("target", "pk", "indikator"):
            yield b, b["indikator"], tahun_pk.get(b["pk"]) or k.tahun or date.max.year
    for nama in ("realisasi", "pembanding"):
        for b in k[nama]:
            if b["nilai"] and b.utuh("indikator", "tahun"):
                yield b, b["indikator"], b["tahun"]
    pemilik: dict[int, tuple[Baris, str]] = {}
    for v in r.versi.values():
        for (butir, urut, _, _), b in v.target.items():
            pemilik.setdefault(id(b), (b, v.indikator[(butir, urut)].teks("indikator")))
    for b, kode in pemilik.values():
        if b["nilai"]:
            yield b, kode, b["tahun"]


def baca(teks: str, *, jenis: str, skala_ordinal: str, bentuk: str, tahun: int) -> Nilai:
    """Read one value as the kind the card asks for; with an empty ``jenis`` by its looks.

    Raises:
        SelSalah: unreadable, or readable two ways.
    """
    urutan = urutan_ordinal(skala_ordinal, date(tahun, 12, 31)) if skala_ordinal else ()
    try:
        nilai = baca_nilai(
            _sebutan(teks, urutan),
            jenis=JenisNilai(jenis) if jenis else None,
            bentuk=bentuk,  # type: ignore[arg-type]
            ordinal=tuple(kode for kode, _ in urutan),
        )
    except AngkaAmbigu as sebab:
        raise dua_bacaan(teks, sebab) from sebab
    except AngkaSalah as sebab:
        raise dari_angka_salah(sebab) from sebab
    if len(nilai.kode) > MAKS_KODE:
        raise SelSalah(f"sebutan {potong(nilai.kode)} lebih dari {MAKS_KODE} huruf.", "ringkas sebutannya.")
    return replace(nilai, teks=teks)


def _sebutan(teks: str, urutan: tuple[tuple[str, tuple[str, ...]], ...]) -> str:
    """A known spelling of an ordinal stands for its code."""
    lipat = " ".join(teks.split()).casefold()
    return next(
        (kode for kode, lain in urutan if lipat in (kode.casefold(), *(s.casefold() for s in lain))), teks
    )


def _dalam_skala(c: Pencatat, b: Baris, kolom: str, kartu: Baris | None) -> None:
    """A number off the card's scale is a remark: sources misprint, and what is printed is kept."""
    angka = b.nilai.angka if b.nilai else None
    if kartu is None or angka is None:
        return
    bawah, atas = kartu["skala_min"], kartu["skala_maks"]
    if (atas is not None and angka > atas) or (bawah is not None and angka < bawah):
        c.ingatkan(
            b,
            kolom,
            f"{potong(b.mentah[kolom])} di luar skala indikator {kartu['kode']}.",
            "periksa nilainya.",
        )
