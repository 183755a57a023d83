"""Names compared as people do: case, blanks, marks, a unit in brackets and damage of a scan do not count.

Nothing here knows a name of any document. Two names are the same where what is left after tidying is equal,
or nearly equal without a differing word that tells two indicators apart (another unit, a number, a negation).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache

_MARKAH = re.compile(r"</?[a-z][^>]*>|[*_`]", re.IGNORECASE)
_KURUNG = re.compile(r"\(([^()]*)\)")
_NOMOR_AWAL = re.compile(
    r"^\s*(?:(?:\d+(?:\.\d+)*|[A-Za-z])[.)]|[A-Z]{1,5}[-. ]?\d+(?:[.-]\d+)*\s*[.:)]?)\s+(?=\S{3})"
)
_AWALAN = frozenset({"nilai", "skor", "skoring", "angka", "capaian", "hasil"})
_RINGAN = frozenset({"yang", "di", "ke", "dari", "dan", "pada", "dalam", "untuk", "oleh", "atas", "terhadap"})
AMBANG = 900
"""Likeness, of 1000, from which two tidied names count as one, when no word tells them apart."""


def polos(teks: str) -> str:
    """Text without markup, blanks made single; same length is not kept.

    >>> polos("**Nilai**  <br>SAKIP ")
    'Nilai SAKIP'
    """
    return " ".join(_MARKAH.sub(" ", teks).split())


def tutup_markah(teks: str) -> str:
    """Text with markup blanked out, every position kept, so that places stay true.

    >>> tutup_markah("**7** unit")
    '  7   unit'
    """
    return _MARKAH.sub(lambda m: " " * len(m[0]), teks)


def peras(teks: str) -> str:
    """Letters and digits only, small: what a broken line or a doubled blank cannot change.

    >>> peras("Kerja Sama (Instansi)"), peras("KERJASAMA  instansi")
    ('kerjasamainstansi', 'kerjasamainstansi')
    """
    return "".join(h for h in teks.casefold() if h.isalnum())


def inti(nama: str) -> str:
    """The name without its number in a list and without remarks in brackets at its end.

    >>> inti("3. Indeks Kualitas (Nilai)"), inti("Nilai (SMART) Kementerian")
    ('Indeks Kualitas', 'Nilai (SMART) Kementerian')
    """
    isi = _NOMOR_AWAL.sub("", polos(nama)).strip(" :;,.-–•“”\"'")
    while True:
        pendek = re.sub(r"\s*\([^()]*\)\s*$", "", isi).strip(" :;,.-–")
        if pendek == isi or len(peras(pendek)) < 4:
            return isi
        isi = pendek


@lru_cache(maxsize=20_000)
def kata(nama: str) -> tuple[str, ...]:
    """The words of a name, small, brackets opened.

    >>> kata("Nilai Akuntabilitas (SAKIP)")
    ('nilai', 'akuntabilitas', 'sakip')
    """
    return tuple(re.findall(r"[^\W_]+", polos(nama).casefold()))


@lru_cache(maxsize=20_000)
def _padat(nama: str) -> str:
    return peras(inti(nama))


@lru_cache(maxsize=50_000)
def mirip(a: str, b: str) -> int:
    """Likeness of two names from 0 to 1000; 1000 for names that differ in blanks, case or brackets only."""
    x, y = _padat(a), _padat(b)
    if not x or not y:
        return 0
    if x == y or sorted(kata(a)) == sorted(kata(b)):
        return 1000
    if _tanpa_awalan(a) == _tanpa_awalan(b):
        return 1000
    return _rasio(x, y)


def _rasio(x: str, y: str) -> int:
    cocok = SequenceMatcher(None, x, y, autojunk=False)
    return int(cocok.ratio() * 1000) if cocok.quick_ratio() * 1000 >= 500 else 0


def _tanpa_awalan(nama: str) -> str:
    deret = list(kata(inti(nama)))
    while len(deret) > 2 and deret[0] in _AWALAN:
        deret.pop(0)
    return "".join(deret)


def _beda_kata(a: str, b: str) -> tuple[set[str], set[str]]:
    """Words of either name without a near relative in the other."""
    x, y = set(kata(inti(a))), set(kata(inti(b)))

    def tersisa(kiri: set[str], kanan: set[str]) -> set[str]:
        gabungan = "".join(kata(inti(b if kiri is x else a)))
        return {
            k
            for k in kiri - kanan
            if k not in _RINGAN and k not in gabungan and not any(_rasio(k, o) >= 800 for o in kanan)
        }

    return tersisa(x, y), tersisa(y, x)


@lru_cache(maxsize=50_000)
def sama(a: str, b: str) -> bool:
    """Whether two names mean the same indicator.

    >>> sama("Nilai SAKIP Dinas Perikanan", "Nilai SAKIP Dinas Pertanian")
    False
    >>> sama("Persentase Izin yang Terbit", "Persentase izin yang  terbit (%)")
    True
    """
    nilai = mirip(a, b)
    if nilai == 1000:
        return True
    if nilai < AMBANG:
        return False
    kiri, kanan = _beda_kata(a, b)
    if any(k.isdigit() for k in kiri | kanan):
        return False
    return not kiri and not kanan


def serumpun(a: str, b: str, ambang: int = 720) -> bool:
    """Whether two names are wordings of one thing: one holds all words of the other, or nearly so.

    Weaker than `sama`; used only where position and company already speak for it.

    >>> serumpun("Meningkatnya Pelayanan Sekretariat", "Meningkatnya Pelayanan Sekretariat yang Prima")
    True
    """
    x, y = set(kata(inti(a))) - _RINGAN, set(kata(inti(b))) - _RINGAN
    if min(len(x), len(y)) < 2:
        return mirip(a, b) == 1000
    if x <= y or y <= x:
        return len(x ^ y) <= 2
    return mirip(a, b) >= ambang and len(x & y) * 3 >= len(x | y) * 2


def cari(nama: str, calon: Iterable[str]) -> str | None:
    """The one among names that means the same, the most alike first; None without one."""
    terbaik, skor = None, 0
    for c in calon:
        if sama(nama, c):
            n = mirip(nama, c)
            if n > skor:
                terbaik, skor = c, n
    return terbaik
