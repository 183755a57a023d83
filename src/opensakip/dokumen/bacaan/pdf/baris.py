"""Words into lines, lines of a cell into its text: turned text, spaced digits, percent on the next line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from opensakip.dokumen.bacaan.pdf.halaman import TANDA_PENGGAL, Kata
from opensakip.dokumen.bacaan.sambung import pisah_suku

_KECIL = re.compile(r"^[\d.,%+\u2212-]$")
_ANGKA_BULAT = re.compile(r"^\(?\d{1,3}(?:\.\d{3})+(?:,\d+)?\)?$|^\(?\d{1,3}(?:,\d{3})+(?:\.\d+)?\)?$")
_BAGIAN = re.compile(r"^[\d.,()]+$")
_SUPER = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass
class Baris:
    """Words on one base line, from left to right."""

    kata: list[Kata]

    @property
    def teks(self) -> str:
        """The words with single spaces; raised marks of notes follow without."""
        return gabung_kata(self.kata)

    @property
    def x0(self) -> Any:
        """Left edge."""
        return min(k.x0 for k in self.kata)

    @property
    def x1(self) -> Any:
        """Right edge."""
        return max(k.x1 for k in self.kata)

    @property
    def y0(self) -> Any:
        """Upper edge."""
        return min(k.y0 for k in self.kata)

    @property
    def y1(self) -> Any:
        """Lower edge."""
        return max(k.y1 for k in self.kata)

    @property
    def tinggi(self) -> Any:
        """Height of the type of most of the line."""
        return max(self.kata, key=lambda k: len(k.teks)).tinggi

    @property
    def alas(self) -> Any:
        """Base line of most of the line."""
        return max(self.kata, key=lambda k: len(k.teks)).alas

    @property
    def tebal(self) -> bool:
        """Whether all words with letters or digits are bold."""
        isi = [k for k in self.kata if any(h.isalnum() for h in k.teks)]
        return bool(isi) and all(k.tebal for k in isi)


def susun_baris(kata: Sequence[Kata]) -> list[Baris]:
    """Lines from top to bottom. Raised and lowered marks stay in the line they belong to."""
    baris: list[list[Kata]] = []
    for k in sorted(kata, key=lambda k: (k.alas, k.x0)):
        induk = next((b for b in reversed(baris[-3:]) if _sebaris(b, k)), None)
        if induk is None:
            baris.append([k])
        else:
            induk.append(k)
    hasil = [Baris(sorted(b, key=lambda k: k.x0)) for b in baris]
    return sorted(hasil, key=lambda b: b.alas)


def _sebaris(b: list[Kata], k: Kata) -> bool:
    acuan = max(b, key=lambda w: w.tinggi)
    kecil, besar = min(acuan.tinggi, k.tinggi), max(acuan.tinggi, k.tinggi)
    batas = kecil * 0.45 if kecil * 10 > besar * 8 else besar * 0.5
    return bool(abs(acuan.alas - k.alas) <= batas)


def gabung_kata(kata: Sequence[Kata]) -> str:
    """Words of a line as text; digits that are set apart ("1 2 3 . 4 5") are one number again."""
    if len(kata) >= 3 and all(_KECIL.match(k.teks) for k in kata) and _merata(kata):
        return "".join(k.teks for k in kata)
    if len(kata) >= 3 and sum(len(k.teks) == 1 and k.teks.isalpha() for k in kata) * 10 >= len(kata) * 7:
        return _rapat_spasi(kata)
    hasil = ""
    for i, k in enumerate(kata):
        teks = k.teks
        kiri = kata[i - 1] if i else None
        if kiri is not None and _terangkat(kiri, k):
            lekat = k.x0 - kiri.x1 < k.tinggi * 0.3
            hasil += ("" if lekat else " ") + (teks.translate(_SUPER) if teks.isdigit() else teks)
        elif kiri is not None and _menyatu(kiri, k):
            hasil += teks
        else:
            hasil += (" " if hasil else "") + teks
    return hasil


def _rapat_spasi(kata: Sequence[Kata]) -> str:
    """Letters set wide ("B A B  I I"): the common gap is no space, a much wider one is."""
    celah = sorted(b.x0 - a.x1 for a, b in zip(kata, kata[1:], strict=False))
    biasa = max(celah[len(celah) // 3], 1)
    if biasa > max(k.tinggi for k in kata):
        return " ".join(k.teks for k in kata)
    hasil = kata[0].teks
    for a, b in zip(kata, kata[1:], strict=False):
        hasil += (" " if b.x0 - a.x1 > biasa * 1.6 else "") + b.teks
    return hasil


def _terangkat(kiri: Kata, k: Kata) -> bool:
    return bool(k.tinggi < kiri.tinggi * 0.8 and k.alas < kiri.alas - kiri.tinggi * 0.15)


def _menyatu(kiri: Kata, k: Kata) -> bool:
    """Words that the file set without a gap but in another size or height ("3,45" and a raised mark)."""
    return bool(abs(k.x0 - kiri.x1) < k.tinggi * 0.06 and k.tinggi != kiri.tinggi)


def _merata(kata: Sequence[Kata]) -> bool:
    """Single characters at even distances: one number, not a row of numbers."""
    if not any(k.teks in ".,%" for k in kata) and len(kata) > 3:
        return False
    celah = [b.x0 - a.x1 for a, b in zip(kata, kata[1:], strict=False)]
    return bool(max(celah) <= max(k.tinggi for k in kata) * 0.9)


def teks_sel(kata: Sequence[Kata]) -> tuple[str, bool, str]:
    """(text, bold, raised marks of notes) of a cell: its lines joined; turned words along their direction."""
    if not kata:
        return "", False, ""
    putar = [k for k in kata if k.putar in (1, 3)]
    if len(putar) * 2 > len(kata):
        return _teks_putar(putar), all(k.tebal for k in putar), ""
    baris = susun_baris(list(kata))
    tanda = ""
    for b in baris:
        sisa = [k for i, k in enumerate(b.kata) if not _catatan(b.kata, i)]
        tanda += "".join(k.teks for i, k in enumerate(b.kata) if _catatan(b.kata, i))
        b.kata = sisa or b.kata
    return gabung_baris([b.teks for b in baris]), all(b.tebal for b in baris), tanda


def _catatan(kata: Sequence[Kata], i: int) -> bool:
    """Whether a word is a raised mark after a figure: it belongs to a note, not to the figure."""
    return (
        i > 0
        and _terangkat(kata[i - 1], kata[i])
        and kata[i - 1].teks[-1] in "0123456789%)"
        and len(kata[i].teks) <= 3
    )


def _teks_putar(kata: list[Kata]) -> str:
    """Lines of turned text stand beside each other; within a line it runs down (1) or up (3)."""
    turun = kata[0].putar == 1
    lajur: list[list[Kata]] = []
    for k in sorted(kata, key=lambda k: -k.alas if turun else k.alas):
        if lajur and abs(lajur[-1][0].alas - k.alas) <= k.tinggi * 0.5:
            lajur[-1].append(k)
        else:
            lajur.append([k])
    baris = [" ".join(k.teks for k in sorted(b, key=lambda k: k.y0 if turun else -k.y1)) for b in lajur]
    return gabung_baris(baris)


def gabung_baris(baris: Sequence[str]) -> str:
    """Lines of a cell as one text: divided words and numbers whole, a lone percent sign at its number.

    >>> gabung_baris(["83,5", "%"]), gabung_baris(["64.434.666.", "005"]), gabung_baris(["Peme-", "rintah"])
    ('83,5%', '64.434.666.005', 'Pemerintah')
    """
    hasil = ""
    for b in (b.strip() for b in baris):
        if not hasil or not b:
            hasil = hasil or b
        elif b == "%" and hasil[-1].isdigit() or _angka_patah(hasil, b) or _suku_sisa(hasil, b):
            hasil += b
        elif hasil.endswith(TANDA_PENGGAL):
            hasil = hasil[:-1] + b
        else:
            kiri, antara = pisah_suku(hasil, b)
            hasil = kiri + antara + b
    return hasil.replace(TANDA_PENGGAL, "")


_SISA_SUKU = re.compile(r"^(?!(?:di|ke|se|yg|ii|iv|vi|ix|dr|tk)\b)[a-z]{1,2}(?=[\s.,;)]|$)")


def _suku_sisa(kiri: str, kanan: str) -> bool:
    """One or two letters that a narrow column has pushed to the next line ("Realisas" + "i", "202" + "0")."""
    tahun = re.search(r"(?:^|\s)20\d$", kiri) is not None and re.match(r"\d$", kanan) is not None
    return tahun or (kiri[-1].isalpha() and kiri[-1].islower() and _SISA_SUKU.match(kanan) is not None)


def _angka_patah(kiri: str, kanan: str) -> bool:
    if not (_BAGIAN.match(kiri) and _BAGIAN.match(kanan)):
        return False
    if kiri[-1] in ".,":
        return True
    return not _ANGKA_BULAT.match(kiri) and len(kiri) > 3 and bool(_ANGKA_BULAT.match(kiri + kanan))
