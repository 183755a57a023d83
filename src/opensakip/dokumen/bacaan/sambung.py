"""Paragraphs that a page or a blank line has broken, put together again with the place of every piece."""

from __future__ import annotations

import re
from dataclasses import dataclass

from opensakip.dokumen.bacaan.model import Tempat

_AKHIR = re.compile(r"[.:;!?\u2026][\"'\u201d\u2019)\]]*$")
_KATA_GANTUNG = re.compile(
    r"(?:^|\s)(?:dan|atau|yang|dengan|di|ke|dari|pada|untuk|oleh|sebagai|dalam|tentang|antara|serta|bahwa|agar|terhadap"
    r"|sebesar|adalah|tahun|nomor|rp\.?|per|para|atas|bagi|guna|secara|yaitu|sehingga|maupun|sampai|hingga|melalui"
    r"|indikator|jawab|kepala|biro|dinas|badan|kabupaten|provinsi)$",
    re.I,
)
_LABEL = re.compile(r"^[^.;:]{1,45}\s?:")
PANJANG_PATAH = 100  # a text without a full stop that is at least this long was cut, not finished


@dataclass(frozen=True)
class Untai:
    """A text with the place of each piece: (start offset, place), rising; the first at 0."""

    teks: str
    potongan: tuple[tuple[int, Tempat], ...]

    def lalu(self, teks: str, potongan: tuple[tuple[int, Tempat], ...]) -> Untai:
        """This text followed by another; a word divided at the end of a line is made whole."""
        kiri, antara = pisah_suku(self.teks, teks)
        geser = len(kiri) + len(antara)
        lama = tuple((a, t) for a, t in self.potongan if a < geser)
        return Untai(kiri + antara + teks, lama + tuple((a + geser, t) for a, t in potongan))


def untai(baris: list[tuple[str, Tempat]]) -> Untai:
    """Lines of one paragraph as one text."""
    bagian = [baris[0][0]]
    potongan = [(0, baris[0][1])]
    panjang = len(baris[0][0])
    for teks, tempat in baris[1:]:
        kiri, antara = pisah_suku(bagian[-1], teks)
        panjang += len(kiri) - len(bagian[-1]) + len(antara)
        bagian[-1] = kiri + antara
        bagian.append(teks)
        potongan.append((panjang, tempat))
        panjang += len(teks)
    return Untai("".join(bagian), tuple(potongan))


def pisah_suku(kiri: str, kanan: str) -> tuple[str, str]:
    """(left text, what stands between) when two lines become one text.

    A hyphen that divides a word goes; one that doubles a word or stands between figures stays.

    >>> pisah_suku("penyeleng-", "garaan")
    ('penyeleng', '')
    >>> pisah_suku("tugas-", "tugas lain")
    ('tugas-', '')
    """
    m = re.search(r"([^\W\d_]+)-$", kiri)
    if m is None or not kanan[:1].islower():
        gantung = kiri.endswith(("-", "/")) and kanan[:1].isalnum() and not kiri.endswith((" -", " /"))
        return kiri, "" if gantung else " "
    kata = re.match(r"[^\W\d_]+", kanan)
    ulang = kata is not None and _serumpun(m[1].lower(), kata[0].lower())
    return (kiri, "") if ulang else (kiri[:-1], "")


def _serumpun(kiri: str, kanan: str) -> bool:
    """Doubled words of Indonesian: tugas-tugas, langkah-langkahnya, perundang-undangan, masing-masing."""
    if kiri in ("non", "anti", "pra", "pasca", "sub", "antar"):
        return True
    akar = kanan[:4]
    return len(akar) >= 3 and akar in kiri or kiri[-4:] in kanan and len(kiri) >= 3


def tuntas(teks: str) -> bool:
    """Whether a text ends as a finished sentence, item or introduction does."""
    return bool(_AKHIR.search(teks))


def bersambung(kiri: str, kanan: str, butir: bool, mandiri: bool = False) -> bool:
    """Whether the text `kanan` that stands after a blank line or a page goes on with `kiri`.

    `butir`: the left text is an item of a list; such an item is also gone on with by a short rest that ends
    with the semicolon of the list. `mandiri`: the right text could be a heading; then only a left text that
    cannot end so is gone on with.
    """
    if tuntas(kiri) or not kanan:
        return False
    if kanan[0].islower() and len(kiri) >= 20:
        return True
    if _KATA_GANTUNG.search(kiri) or kiri.endswith((",", "-", "(", "/", "\u2013")):
        return True
    if mandiri or len(kiri) < PANJANG_PATAH or _LABEL.match(kanan):
        return False
    return kanan[0].isdigit() or tuntas(kanan) or butir
