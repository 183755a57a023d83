"""The journal of an agency for one visitor: which acts exist for them, filters, pages by entry number."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Q

from opensakip.akun import penjaga
from opensakip.audit.models import Jurnal
from opensakip.inti.cakupan import Cakupan
from opensakip.organisasi.models import Instansi

#: Acts that ratify something: all that the public reads of the journal of an agency that opened itself.
TETAP = (
    "perencanaan.versi.ditetapkan",
    "perencanaan.kartu.ditetapkan",
    "perjanjian.pk.ditetapkan",
    "pelaporan.angka.dibekukan",
    "pelaporan.laporan.ditetapkan",
    "reviu.dinyatakan",
    "organisasi.instansi.dibuka",
)
#: Acts on what every unit of an agency may read: its structure, its plans, its frozen figures.
BERSAMA = (
    "organisasi.instansi.didaftarkan",
    "organisasi.instansi.tata_diubah",
    "organisasi.instansi.dibuka",
    "organisasi.instansi.ditutup",
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
    "pelaporan.laporan.ditetapkan",
    "reviu.dibuka",
    "reviu.dikembalikan",
    "reviu.dinyatakan",
)
#: Those who look after the agency as a whole read every entry, refusals and accounts among them.
PENGURUS = frozenset({"admin_instansi", "koordinator", "pimpinan", "apip"})
SEHALAMAN = 50
_SIDIK = re.compile(r"[0-9a-f]{40,}")


def boleh_dibaca(instansi: Instansi, cakupan: Cakupan) -> tuple[str, ...] | None:
    """Acts whose entries this visitor may see besides their own; None means every act."""
    if cakupan.pengguna_id is None and not (settings.OPENSAKIP_BACA_CONTOH and instansi.contoh):
        return TETAP
    if cakupan.unit is not None:
        return BERSAMA
    return None if PENGURUS & set(cakupan.peran) else BERSAMA + SELURUH_UNIT


@dataclass(frozen=True, slots=True)
class Saringan:
    """What is asked of the journal. ``ruang`` is the first word of an act, ``sebelum`` an entry's number."""

    ruang: str = ""
    kata: str = ""
    dari: date | None = None
    sampai: date | None = None
    hasil: str = ""
    sebelum: int | None = None

    @property
    def kosong(self) -> bool:
        """True when nothing is filtered, whatever page it is."""
        return not (self.ruang or self.kata or self.dari or self.sampai or self.hasil)


@dataclass(frozen=True, slots=True)
class Lembar:
    """One page of the journal. ``lanjut`` is the number to go on from, None at the end."""

    instansi: Instansi
    entri: tuple[Jurnal, ...]
    ruang: tuple[str, ...]
    lanjut: int | None
    penuh: bool


def baca_jurnal(pengguna: penjaga.Pengunjung, slug: str, s: Saringan) -> Lembar:
    """Entries of an agency that exist for this visitor, newest first.

    Raises:
        TidakAda: unknown agency or somebody else's.
    """
    instansi, cakupan = penjaga.cakupan(pengguna, slug)
    boleh = boleh_dibaca(instansi, cakupan)
    semua = Jurnal.objects.filter(instansi_uid=instansi.uid)
    if boleh is not None:
        sendiri = Q(pelaku_uid=pengguna.uid) if pengguna.is_authenticated else Q(pk__in=[])
        semua = semua.filter(Q(tindakan__in=boleh, hasil="jadi") | sendiri)
    tindakan = semua.order_by().values_list("tindakan", flat=True).distinct()
    ruang = sorted({t.partition(".")[0] for t in tindakan})
    entri = list(_saring(semua, s, ZoneInfo(instansi.zona)).order_by("-seq")[: SEHALAMAN + 1])
    lanjut = entri[SEHALAMAN - 1].seq if len(entri) > SEHALAMAN else None
    return Lembar(instansi, tuple(entri[:SEHALAMAN]), tuple(ruang), lanjut, boleh is None)


def _saring(semua: Any, s: Saringan, zona: ZoneInfo) -> Any:
    if s.ruang:
        semua = semua.filter(tindakan__startswith=f"{s.ruang}.")
    if s.kata:
        semua = semua.filter(Q(objek_nama__icontains=s.kata) | Q(pelaku_nama__icontains=s.kata))
    if s.dari:
        semua = semua.filter(waktu__gte=datetime.combine(s.dari, time(), zona))
    if s.sampai:
        semua = semua.filter(waktu__lt=datetime.combine(s.sampai + timedelta(days=1), time(), zona))
    if s.hasil:
        semua = semua.filter(hasil=s.hasil)
    return semua.filter(seq__lt=s.sebelum) if s.sebelum is not None else semua


def perubahan(j: Jurnal) -> list[tuple[str, str, str]]:
    """What an entry changed: name, before, after; long lists are told by their length, hashes by their start.

    The hashes of single import rows (``bagian``) are for the next import, not for people.
    """
    lama: Mapping[str, Any] = j.sebelum or {}
    baru: Mapping[str, Any] = j.sesudah or {}
    return [
        (k.replace("_", " "), _sebut(lama.get(k)), _sebut(baru.get(k)))
        for k in {**lama, **baru}
        if k != "bagian"
    ]


def _sebut(nilai: Any) -> str:
    if nilai is None or nilai == "":
        return ""
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    if isinstance(nilai, dict):
        nilai = [f"{k} {_sebut(v)}".strip() for k, v in nilai.items()]
    if isinstance(nilai, list):
        awal = ", ".join(_sebut(n) for n in nilai[:3])
        return awal if len(nilai) <= 3 else f"{awal}, dan {len(nilai) - 3} lainnya"
    teks = str(nilai)
    return f"{teks[:16]}…" if _SIDIK.fullmatch(teks) else teks
