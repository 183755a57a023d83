"""Numbers in Indonesian words, read back: spelling variants, glued words and small slips are forgiven."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

_SATUAN = {
    "nol": 0,
    "satu": 1,
    "dua": 2,
    "tiga": 3,
    "empat": 4,
    "lima": 5,
    "enam": 6,
    "tujuh": 7,
    "delapan": 8,
    "sembilan": 9,
}
_TINGKAT = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12, "kuadriliun": 10**15}
_EJAAN = {
    "milyar": "miliar",
    "milyard": "miliar",
    "miliard": "miliar",
    "milliar": "miliar",
    "millyar": "miliar",
    "trilyun": "triliun",
    "trilliun": "triliun",
    "trilyiun": "triliun",
    "tuju": "tujuh",
    "sembila": "sembilan",
    "sembilam": "sembilan",
    "dlapan": "delapan",
    "rebu": "ribu",
    "kosong": "nol",
}
_SE = ("belas", "puluh", "ratus", "ribu", "juta", "miliar", "triliun")
_KATA = {
    *_SATUAN,
    *_TINGKAT,
    "belas",
    "puluh",
    "ratus",
    "koma",
    *(f"se{k}" for k in _SE),
    "rupiah",
    "sen",
    "minus",
}
_SEMUA = sorted({*_KATA, *_EJAAN}, key=len, reverse=True)
_AKHIR = frozenset(
    {"rupiah", "sen", "persen", "poin", "orang", "buah", "tahun", "bulan", "hari", "kali", "point"}
)
_HURUF = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Terbaca:
    """A number read from words: its value, digits after "koma" as written, whether a slip was forgiven."""

    nilai: int
    pecahan: str = ""
    ejaan_salah: tuple[str, ...] = ()


@cache
def _jarak_satu(kata: str) -> str | None:
    """The only number word one letter away (changed, missing, added or swapped); None without or with two."""
    if len(kata) < 3:
        return None
    calon = {k for k in _KATA if abs(len(k) - len(kata)) <= 1 and len(k) > 3 and _dekat(kata, k)}
    return calon.pop() if len(calon) == 1 else None


def _dekat(a: str, b: str) -> bool:
    if len(a) == len(b):
        beda = [i for i in range(len(a)) if a[i] != b[i]]
        tukar = (
            len(beda) == 2
            and beda[1] == beda[0] + 1
            and a[beda[0]] == b[beda[1]]
            and a[beda[1]] == b[beda[0]]
        )
        return len(beda) == 1 or tukar
    pendek, panjang = sorted((a, b), key=len)
    return any(panjang[:i] + panjang[i + 1 :] == pendek for i in range(len(panjang)))


def _penggal(teks: str) -> list[str] | None:
    """Number words a run of letters is made of ("duaratus" is two); None when it is not made of them."""
    if not teks:
        return []
    for kata in _SEMUA:
        if teks.startswith(kata):
            sisa = _penggal(teks[len(kata) :])
            if sisa is not None:
                return [_EJAAN.get(kata, kata), *sisa]
    return None


def _kata(teks: str) -> Iterator[tuple[list[str] | None, str, bool]]:
    for c in _HURUF.finditer(teks.casefold()):
        penggal = _penggal(c[0])
        if penggal is not None:
            yield penggal, c[0], False
            continue
        mirip = _jarak_satu(c[0])
        yield ([mirip] if mirip else None), c[0], mirip is not None


def baca_kata(teks: str) -> Terbaca | None:
    """Read words as a number; None when they are not one, or not a well-formed one.

    >>> baca_kata("duaratus duapuluh lima milyar")
    Terbaca(nilai=225000000000, pecahan='', ejaan_salah=())
    >>> baca_kata("delapan belas koma nol lima persen").pecahan, baca_kata("dua perempuan")
    ('05', None)
    """
    kata: list[str] = []
    salah: list[str] = []
    for penggal, asli, slip in _kata(teks):
        if penggal is None:
            if asli in _AKHIR and kata:
                continue
            return None
        kata += penggal
        if slip:
            salah.append(asli)
    kata = [k for k in kata if k not in ("rupiah", "sen")]
    if salah and len(kata) < 2 + len(salah):
        return None  # "tempat" alone is a word, not a slip of "empat"
    bulat, _, ekor = " ".join(kata).partition("koma")
    nilai = _nilai(bulat.split())
    pecahan = _pecahan(ekor.split())
    if nilai is None or pecahan is None:
        return None
    return Terbaca(nilai, pecahan, tuple(salah))


def _pecahan(kata: list[str]) -> str | None:
    """Digits after "koma": read one by one, or as one number ("koma dua puluh lima")."""
    if all(k in _SATUAN for k in kata):
        return "".join(str(_SATUAN[k]) for k in kata)
    nol = 0
    while kata[nol] == "nol":
        nol += 1
    nilai = _nilai(kata[nol:])
    return None if nilai is None else "0" * nol + str(nilai)


def _nilai(kata: list[str]) -> int | None:
    """Value of whole-number words; None where they follow in an impossible order."""
    if not kata:
        return None
    if kata[0] == "minus":
        lawan = _nilai(kata[1:])
        return None if lawan is None else -lawan
    total, batas, kelompok = 0, 10**18, []
    for k in kata:
        dasar = k[2:] if k.startswith("se") and k[2:] in _TINGKAT else k
        if dasar not in _TINGKAT:
            kelompok.append(k)
            continue
        isi = 1 if dasar != k and not kelompok else _ratusan(kelompok)
        if isi is None or _TINGKAT[dasar] >= batas:
            return None
        total, batas, kelompok = total + isi * _TINGKAT[dasar], _TINGKAT[dasar], []
    if kelompok:
        isi = _ratusan(kelompok)
        if isi is None:
            return None
        total += isi
    return total


def _ratusan(kata: list[str]) -> int | None:
    """Value of words below one thousand: [x] ratus [y] puluh [z], or [x] belas."""
    if kata == ["nol"]:
        return 0
    nilai, tunggu, batas = 0, None, 1000
    for k in kata:
        if k in _SATUAN:
            if tunggu is not None or k == "nol":
                return None
            tunggu = _SATUAN[k]
            continue
        se = k.startswith("se")
        pangkat = {"ratus": 100, "puluh": 10, "belas": 1}.get(k[2:] if se else k)
        if pangkat is None or (tunggu is None) != se or max(pangkat, 10) * 10 > batas:
            return None
        nilai += (10 if pangkat == 1 else 0) + (tunggu if tunggu is not None else 1) * pangkat
        tunggu, batas = None, pangkat
    if tunggu is not None:
        if batas < 10:
            return None
        nilai += tunggu
    return nilai if kata else None
