"""The home of an agency: its frozen years, the newest content, and what happened last, for one visitor."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from opensakip.akun import penjaga
from opensakip.audit.models import Jurnal
from opensakip.audit.selectors import terbaru
from opensakip.inti import cakupan as cakupan_mod
from opensakip.inti.cakupan import Cakupan
from opensakip.organisasi.models import Instansi
from opensakip.pelaporan.models import Cuplikan
from opensakip.pelaporan.saring import saring
from opensakip.pelaporan.selectors import isi_cuplikan

#: Acts on what every unit of an agency may read: its structure, its plans, its frozen figures.
BERSAMA = (
    "organisasi.instansi.didaftarkan",
    "organisasi.instansi.tata_diubah",
    "organisasi.unit.disusun",
    "perencanaan.dokumen.didaftarkan",
    "perencanaan.versi.ditetapkan",
    "impor.kumpulan.dimuat",
    "pelaporan.angka.dibekukan",
)
#: Acts that name things of single units or of the agency as a whole: for readers of all units.
SELURUH_UNIT = (
    "perencanaan.kartu.ditetapkan",
    "perjanjian.pk.ditetapkan",
    "pengukuran.realisasi.dicatat",
    "pengukuran.realisasi.dikoreksi",
    "anggaran.realisasi.dicatat",
    "anggaran.dasar_efisiensi.dinyatakan",
)
#: Acts on accounts: for those who look after them.
AKUN = ("akun.penugasan.ditetapkan",)
PENGURUS = frozenset({"admin-instansi", "koordinator"})
#: So many entries are looked at; like ones are told as one.
_DILIHAT = 80


@dataclass(frozen=True, slots=True)
class TahunBeku:
    """A year with frozen figures: its newest snapshot and how many there are."""

    tahun: int
    nomor: int
    per: datetime


@dataclass(frozen=True, slots=True)
class Kejadian:
    """Like acts of one person at one moment: what, on what first, how many, who, when; why, if it is one."""

    tindakan: str
    objek: str
    banyak: int
    pelaku: str
    waktu: datetime
    alasan: str


@dataclass(frozen=True, slots=True)
class Beranda:
    """What the home shows. ``isi`` is the newest snapshot, narrowed to the visitor; None without one."""

    instansi: Instansi
    tahun: tuple[TahunBeku, ...]
    isi: dict[str, Any] | None
    kejadian: tuple[Kejadian, ...]


def beranda(pengguna: penjaga.Pengunjung, slug: str, *, paling_banyak: int = 6) -> Beranda:
    """Return the home of an agency for this visitor.

    Raises:
        TidakAda: unknown agency, or somebody else's: the same answer for both.
    """
    instansi, cakupan = penjaga.cakupan(pengguna, slug)
    with cakupan_mod.buka(cakupan):
        semua = Cuplikan.objects.filter(jenis="lkjip").order_by("tahun", "nomor")
        akhir: dict[int, TahunBeku] = {}
        for tahun, nomor, per in semua.values_list("tahun", "nomor", "per"):
            akhir[tahun] = TahunBeku(tahun, nomor, per)
        terkini = semua.last() if akhir else None
        isi = saring(isi_cuplikan(terkini), cakupan.kode_unit) if terkini else None
    entri = terbaru(instansi.uid, tindakan=_boleh(cakupan), pelaku_uid=getattr(pengguna, "uid", None))
    return Beranda(
        instansi=instansi,
        tahun=tuple(sorted(akhir.values(), key=lambda t: -t.tahun)),
        isi=isi,
        kejadian=tuple(kelompokkan(entri[:_DILIHAT])[:paling_banyak]),
    )


def _boleh(cakupan: Cakupan) -> tuple[str, ...]:
    """Acts whose entries this visitor may see, besides their own."""
    if cakupan.unit is not None:
        return BERSAMA
    return BERSAMA + SELURUH_UNIT + (AKUN if PENGURUS & set(cakupan.peran) else ())


def kelompokkan(entri: Iterable[Jurnal]) -> list[Kejadian]:
    """Tell neighbouring entries of the same act, person and moment as one, in their order."""
    hasil: list[Kejadian] = []
    for j in entri:
        lalu = hasil[-1] if hasil else None
        if lalu and (lalu.tindakan, lalu.pelaku, lalu.waktu) == (j.tindakan, j.pelaku_nama, j.waktu):
            hasil[-1] = Kejadian(lalu.tindakan, j.objek_nama, lalu.banyak + 1, lalu.pelaku, lalu.waktu, "")
        else:
            hasil.append(Kejadian(j.tindakan, j.objek_nama, 1, j.pelaku_nama, j.waktu, j.alasan))
    return hasil
