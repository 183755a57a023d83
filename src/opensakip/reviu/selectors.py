"""Reading reviews. Each function takes the visitor and answers only what exists for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from opensakip.akun import penjaga
from opensakip.inti import cakupan as cakupan_mod
from opensakip.inti.cakupan import Cakupan
from opensakip.inti.errors import TidakAda
from opensakip.organisasi.models import Instansi
from opensakip.reviu.models import IsianReviu, PernyataanReviu, Reviu, TemuanReviu

TIDAK_ADA = "Reviu ini tidak ada. Periksa alamatnya, atau lihat daftar reviu."


@dataclass(frozen=True, slots=True)
class Ruang:
    """An agency opened for somebody who may see its reviews, and what they may see of it."""

    instansi: Instansi
    cakupan: Cakupan


@dataclass(frozen=True, slots=True)
class Putaran:
    """A round with the counts of its findings (degree, decision, "semua") and its statement."""

    reviu: Reviu
    hitungan: Counter[str]
    surat: PernyataanReviu | None


@dataclass(frozen=True, slots=True)
class Perubahan:
    """What changed against the round before: findings that went, that stay, that are new."""

    hilang: tuple[TemuanReviu, ...]
    tetap: tuple[TemuanReviu, ...]
    baru: tuple[TemuanReviu, ...]


def ruang(pengguna: penjaga.Pengunjung, slug: str) -> Ruang:
    """Open an agency for its reviews; a working paper is for those with a role in the whole agency.

    Raises:
        TidakAda: unknown, somebody else's, only some units, or a visitor without a role.
    """
    instansi, cakupan = penjaga.cakupan(pengguna, slug)
    if cakupan.unit is not None or cakupan.pengguna_id is None:
        raise TidakAda(TIDAK_ADA)
    return Ruang(instansi, cakupan)


def semua_reviu(r: Ruang, tahun: int) -> list[Putaran]:
    """Rounds of a year, newest first."""
    with cakupan_mod.buka(r.cakupan):
        daftar = list(Reviu.objects.filter(tahun=tahun).defer("naskah").order_by("-putaran"))
        temuan = TemuanReviu.objects.filter(reviu__in=daftar).values_list("reviu_id", "tingkat", "keadaan")
        hitung: dict[int, Counter[str]] = {x.pk: Counter() for x in daftar}
        for pk, tingkat, keadaan in temuan:
            hitung[pk].update((tingkat, keadaan, "semua"))
        pernyataan = {p.reviu_id: p for p in PernyataanReviu.objects.filter(reviu__in=daftar)}
    return [Putaran(x, hitung[x.pk], pernyataan.get(x.pk)) for x in daftar]


def putaran_terakhir(r: Ruang, tahun: int) -> Reviu | None:
    """The newest round of a year; None when nobody has begun."""
    with cakupan_mod.buka(r.cakupan):
        return Reviu.objects.filter(tahun=tahun).defer("naskah", "peringatan").order_by("-putaran").first()


def satu_reviu(r: Ruang, tahun: int, putaran: int) -> Reviu:
    """One round.

    Raises:
        TidakAda: there is none of this number.
    """
    with cakupan_mod.buka(r.cakupan):
        hasil = (
            Reviu.objects.select_related("cuplikan", "instansi").filter(tahun=tahun, putaran=putaran).first()
        )
    if hasil is None:
        raise TidakAda(TIDAK_ADA)
    return hasil


def temuan_reviu(reviu: Reviu) -> list[TemuanReviu]:
    """Findings of a round in their order."""
    return list(TemuanReviu.semua.filter(reviu=reviu).order_by("urut"))


def satu_temuan(reviu: Reviu, urut: int) -> TemuanReviu:
    """One finding of a round.

    Raises:
        TidakAda: there is none of this number.
    """
    hasil = TemuanReviu.semua.select_related("reviu__instansi").filter(reviu=reviu, urut=urut).first()
    if hasil is None:
        raise TidakAda(TIDAK_ADA)
    return hasil


def isian_reviu(reviu: Reviu) -> list[IsianReviu]:
    """Statements of the checklist in their order."""
    return list(IsianReviu.semua.filter(reviu=reviu).order_by("urut"))


def pernyataan_reviu(reviu: Reviu) -> PernyataanReviu | None:
    """The statement of a round, or None before it is issued."""
    return PernyataanReviu.semua.filter(reviu=reviu).first()


def perubahan(reviu: Reviu, temuan: Sequence[TemuanReviu]) -> Perubahan | None:
    """What changed since the round before; None in the first round.

    A finding is known again by its kind and figures, not by its page. What was dismissed before counts as
    neither gone nor new.
    """
    if reviu.putaran == 1:
        return None
    lalu = Reviu.semua.filter(unit_id=reviu.unit_id, tahun=reviu.tahun, putaran=reviu.putaran - 1).first()
    if lalu is None:
        return None
    dulu = {t.sidik_temuan: t for t in TemuanReviu.semua.filter(reviu=lalu, asal="sistem")}
    kini = {t.sidik_temuan: t for t in temuan if t.asal == "sistem"}
    return Perubahan(
        hilang=tuple(t for s, t in dulu.items() if s not in kini and t.keadaan != "ditolak"),
        tetap=tuple(t for s, t in kini.items() if s in dulu and dulu[s].keadaan != "ditolak"),
        baru=tuple(t for s, t in kini.items() if s not in dulu),
    )


def ringkas(temuan: Sequence[TemuanReviu]) -> dict[str, Any]:
    """Counts for the head of the page: by degree, by decision, and what is left to decide."""
    return {
        "semua": len(temuan),
        "tingkat": Counter(t.tingkat for t in temuan),
        "keadaan": Counter(t.keadaan for t in temuan),
        "sisa": sum(1 for t in temuan if t.keadaan == "baru" and t.tingkat != "catatan"),
    }
