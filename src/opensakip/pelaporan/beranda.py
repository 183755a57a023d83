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
from opensakip.organisasi.models import Instansi
from opensakip.pelaporan.jurnal_instansi import boleh_dibaca
from opensakip.pelaporan.models import Cuplikan
from opensakip.pelaporan.selectors import isi_tersaring

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
        semua = Cuplikan.objects.filter(jenis="lkjip").defer("isi").order_by("tahun", "nomor")
        akhir: dict[int, TahunBeku] = {}
        for tahun, nomor, per in semua.values_list("tahun", "nomor", "per"):
            akhir[tahun] = TahunBeku(tahun, nomor, per)
        terkini = semua.last() if akhir else None
        isi = isi_tersaring(terkini, cakupan.kode_unit) if terkini else None
    boleh = boleh_dibaca(instansi, cakupan)
    entri = terbaru(instansi.uid, tindakan=boleh, pelaku_uid=getattr(pengguna, "uid", None))
    return Beranda(
        instansi=instansi,
        tahun=tuple(sorted(akhir.values(), key=lambda t: -t.tahun)),
        isi=isi,
        kejadian=tuple(kelompokkan(entri[:_DILIHAT])[:paling_banyak]),
    )


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
