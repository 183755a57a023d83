"""Reading typed values from print: ``4-6``, ``3,5 Skala 5``, ``82,5 (A)``, ``P2 dari P5 (45)``, ``WTP``.

Each printed shape has one small reader; they are tried in a fixed order and the first that
recognises its shape decides. A text that looks like a number but is not one is refused, so that a
typing mistake never becomes a silent text value.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Literal

from .angka import AngkaSalah, baca_angka
from .tipe import BERANGKA, BERURUT, JenisNilai, Nilai, periksa_digit

__all__ = ["BERANGKA", "BERURUT", "JenisNilai", "Nilai", "baca_nilai", "nilai_kosong"]

BentukBaca = Literal["auto", "id", "en"]

_TANDA_KOSONG = frozenset({"", "-", "–", "—", "n/a", "na", "#n/a"})
_A = r"[+\-\u2212]?[0-9][0-9.,]*"
_RENTANG = re.compile(
    rf"(?P<bawah>{_A})\s*%?\s*(?:-|–|—|s\.?\s?/?\s?d\.?|sampai(?: dengan)?|hingga)\s*(?P<atas>{_A})\s*%?",
    re.IGNORECASE,
)
_TERBUKA = re.compile(
    rf"(?P<tanda>≥|>=|≤|<=|min(?:imal|\.)?|maks(?:imal|\.)?|paling (?:sedikit|rendah|banyak|tinggi))\s*"
    rf"(?P<angka>{_A})\s*%?",
    re.IGNORECASE,
)
_KE_BAWAH = frozenset({"≤", "<=", "maks", "maks.", "maksimal", "paling banyak", "paling tinggi"})
_SKALA = re.compile(
    rf"(?P<angka>{_A})\s*(?:\(\s*(?:dari\s+)?skala\s*(?P<a>{_A})\s*\)|(?:dari\s+)?skala\s*(?P<b>{_A})|dari\s+(?P<c>{_A}))",
    re.IGNORECASE,
)
_LEVEL = re.compile(
    rf"(?P<kode>(?P<awal>level|tingkat|P|L)\s*(?P<urut>[0-9]{{1,2}}))"
    rf"(?:\s+dari\s+(?:level|tingkat|P|L)?\s*(?P<maks>[0-9]{{1,2}}))?"
    rf"(?:\s*\(\s*(?P<angka>{_A})\s*\))?",
    re.IGNORECASE,
)
_ANGKA_KODE = re.compile(rf"(?P<angka>{_A})\s*(?P<persen>%|persen)?\s*\((?P<kode>[^()]*[^\W\d_][^()]*)\)")
_PERSEN = re.compile(rf"(?P<angka>{_A})\s*(?:%|persen)", re.IGNORECASE)
_ANGKA = re.compile(_A)
_DALAM_KURUNG = re.compile(r"\s*\([^()]*\)\s*$")


def nilai_kosong(teks: str) -> bool:
    """Tell whether a cell says "no value": blank, a dash, n/a.

    >>> nilai_kosong(" – "), nilai_kosong("0")
    (True, False)
    """
    return teks.strip().casefold() in _TANDA_KOSONG


def _angka(teks: str, bentuk: BentukBaca) -> tuple[Decimal, int]:
    """Read a number within the limits of a typed value, with the decimals printed."""
    nilai = periksa_digit(baca_angka(teks, bentuk=bentuk), teks.strip())
    eksponen = nilai.as_tuple().exponent
    return nilai, max(0, -eksponen) if isinstance(eksponen, int) else 0


def _baca_rentang(teks: str, bentuk: BentukBaca) -> Nilai | None:
    cocok = _RENTANG.fullmatch(teks)
    if cocok is None:
        return None
    bawah, desimal_bawah = _angka(cocok["bawah"], bentuk)
    atas, desimal_atas = _angka(cocok["atas"], bentuk)
    desimal = max(desimal_bawah, desimal_atas)
    return Nilai(JenisNilai.RENTANG, bawah=bawah, atas=atas, desimal=desimal, teks=teks)


def _baca_terbuka(teks: str, bentuk: BentukBaca) -> Nilai | None:
    cocok = _TERBUKA.fullmatch(teks)
    if cocok is None:
        return None
    angka, desimal = _angka(cocok["angka"], bentuk)
    if cocok["tanda"].casefold() in _KE_BAWAH:
        return Nilai(JenisNilai.RENTANG, atas=angka, desimal=desimal, teks=teks)
    return Nilai(JenisNilai.RENTANG, bawah=angka, desimal=desimal, teks=teks)


def _baca_skala(teks: str, bentuk: BentukBaca) -> Nilai | None:
    cocok = _SKALA.fullmatch(teks)
    if cocok is None:
        return None
    angka, desimal = _angka(cocok["angka"], bentuk)
    maks, _ = _angka(cocok["a"] or cocok["b"] or cocok["c"], bentuk)
    return Nilai(JenisNilai.SKALA, angka=angka, maks=maks, desimal=desimal, teks=teks)


def _baca_level(teks: str, bentuk: BentukBaca) -> Nilai | None:
    cocok = _LEVEL.fullmatch(teks)
    if cocok is None:
        return None
    angka, desimal = _angka(cocok["angka"], bentuk) if cocok["angka"] else (None, None)
    return Nilai(
        JenisNilai.LEVEL,
        angka=angka,
        kode=" ".join(cocok["kode"].split()),
        urut=int(cocok["urut"]),
        maks=Decimal(cocok["maks"]) if cocok["maks"] else None,
        desimal=desimal,
        teks=teks,
    )


def _baca_angka_kode(teks: str, bentuk: BentukBaca) -> Nilai | None:
    cocok = _ANGKA_KODE.fullmatch(teks)
    if cocok is None:
        return None
    angka, desimal = _angka(cocok["angka"], bentuk)
    jenis = JenisNilai.PERSEN if cocok["persen"] else JenisNilai.ANGKA
    kode = cocok["kode"].strip()
    level = _LEVEL.fullmatch(kode)
    return Nilai(
        jenis, angka=angka, kode=kode, urut=int(level["urut"]) if level else None, desimal=desimal, teks=teks
    )


def _baca_persen(teks: str, bentuk: BentukBaca) -> Nilai | None:
    cocok = _PERSEN.fullmatch(teks)
    if cocok is None:
        return None
    angka, desimal = _angka(cocok["angka"], bentuk)
    return Nilai(JenisNilai.PERSEN, angka=angka, desimal=desimal, teks=teks)


def _baca_angka_polos(teks: str, bentuk: BentukBaca) -> Nilai | None:
    if not _ANGKA.fullmatch(teks):
        return None
    angka, desimal = _angka(teks, bentuk)
    return Nilai(JenisNilai.ANGKA, angka=angka, desimal=desimal, teks=teks)


_PEMBACA: tuple[Callable[[str, BentukBaca], Nilai | None], ...] = (
    _baca_angka_polos,
    _baca_persen,
    _baca_rentang,
    _baca_terbuka,
    _baca_skala,
    _baca_level,
    _baca_angka_kode,
)


def _ranking(kode: str, ordinal: Sequence[str]) -> tuple[str, int] | None:
    """Find a code in the list (worst first), with or without a remark in brackets."""
    urutan = {k.strip().casefold(): (k, i) for i, k in enumerate(ordinal, start=1)}
    bentuk = kode.strip().casefold()
    return urutan.get(bentuk) or urutan.get(_DALAM_KURUNG.sub("", bentuk))


def _mirip_angka(teks: str) -> bool:
    """A text made of digits and signs, or a computer's word for no number."""
    tanpa_pangkat = re.sub(r"[eE]", "", teks)
    if any(h.isdigit() for h in teks) and not any(h.isalpha() for h in tanpa_pangkat):
        return True
    return teks.lstrip("+-\u2212").casefold() in {"nan", "snan", "inf", "infinity"}


def _terka(teks: str, bentuk: BentukBaca, ordinal: Sequence[str]) -> Nilai:
    """Recognise the printed shape."""
    if ordinal and (ranking := _ranking(teks, ordinal)):
        return Nilai(JenisNilai.ORDINAL, kode=ranking[0], urut=ranking[1], teks=teks)
    for pembaca in _PEMBACA:
        nilai = pembaca(teks, bentuk)
        if nilai is not None:
            return nilai
    if _mirip_angka(teks):
        baca_angka(teks, bentuk=bentuk)
        raise AngkaSalah(teks, f"“{teks}” tidak dikenali; tulis misalnya 87,5 atau 4-6")
    return Nilai(JenisNilai.TEKS, teks=teks)


def _sebagai_berurut(nilai: Nilai, jenis: JenisNilai, ordinal: Sequence[str]) -> Nilai:
    """Turn what was read into a ranked code of the kind the card asks for."""
    kode = nilai.kode or nilai.teks
    ranking = _ranking(kode, ordinal) if ordinal else None
    if ranking is None and ordinal and nilai.urut is None:
        pilihan = ", ".join(ordinal)
        raise AngkaSalah(nilai.teks, f"“{kode}” tidak ada dalam daftar; pilih salah satu: {pilihan}")
    kode, urut = ranking if ranking else (kode, nilai.urut)
    return replace(nilai, jenis=jenis, kode=kode, urut=urut, bawah=None, atas=None)


def _sesuaikan(nilai: Nilai, jenis: JenisNilai, ordinal: Sequence[str]) -> Nilai:
    """Fit the recognised value to the kind the card declares, or say why it does not fit."""
    if nilai.jenis is jenis:
        return nilai
    if jenis is JenisNilai.TEKS:
        return Nilai(JenisNilai.TEKS, teks=nilai.teks)
    if jenis in BERURUT:
        return _sebagai_berurut(nilai, jenis, ordinal)
    if jenis is JenisNilai.RENTANG and nilai.jenis in BERANGKA:
        return nilai
    if jenis in BERANGKA and nilai.angka is not None:
        return replace(nilai, jenis=jenis)
    if jenis in BERANGKA and nilai.jenis is JenisNilai.RENTANG:
        return nilai
    contoh = {"persen": "38%", "rentang": "4-6", "skala": "3,5 Skala 5"}.get(jenis, "87,5")
    raise AngkaSalah(nilai.teks, f"“{nilai.teks}” bukan {jenis}; tulis misalnya {contoh}")


def baca_nilai(
    teks: str,
    *,
    jenis: JenisNilai | None = None,
    bentuk: BentukBaca = "auto",
    ordinal: Sequence[str] = (),
) -> Nilai:
    """Read one printed value; ``jenis`` is what the indicator's card says, ``ordinal`` its list, worst first.

    Without ``jenis`` the shape decides. The printed text is kept in ``teks``.

    >>> baca_nilai("4-6").bawah, baca_nilai("3,5 Skala 5").maks, baca_nilai("82,5 (A)").kode
    (Decimal('4'), Decimal('5'), 'A')
    >>> n = baca_nilai("P2 dari P5 (45)"); n.jenis.value, n.kode, n.urut, n.maks, n.angka
    ('level', 'P2', 2, Decimal('5'), Decimal('45'))
    >>> n = baca_nilai("WTP", ordinal=("TMP", "TW", "WDP", "WTP")); n.jenis.value, n.urut
    ('ordinal', 4)
    >>> baca_nilai("90,5").jenis.value, baca_nilai("Baik").jenis.value
    ('angka', 'teks')
    """
    isi = " ".join(teks.replace("\ufeff", "").split())
    if nilai_kosong(isi):
        raise AngkaSalah(teks, "nilai kosong; isi misalnya 87,5, 4-6, atau WTP")
    if jenis is JenisNilai.TEKS:
        return Nilai(JenisNilai.TEKS, teks=isi)
    nilai = _terka(isi, bentuk, ordinal)
    return nilai if jenis is None else _sesuaikan(nilai, jenis, ordinal)
