"""The register of regulations: look-up by kind, number and year, and by words of the title."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from opensakip.peraturan.bentuk_register import JENIS_PERATURAN
from opensakip.peraturan.model import BELUM_TERVERIFIKASI
from opensakip.peraturan.muat import riwayat
from opensakip.peraturan.saklar import SEMUA_BELUM, yang_mati

ID = "register/nasional"
_ABAIKAN = frozenset(
    [
        "dan",
        "atas",
        "tentang",
        "di",
        "ke",
        "dalam",
        "lingkungan",
        "republik",
        "indonesia",
        "tahun",
        "serta",
        "antara",
        "pada",
    ]
)
_KATA = re.compile(r"[a-z]+|\d+")


@dataclass(frozen=True, slots=True)
class Peraturan:
    """One regulation. ``dicabut_sejak`` is its first day without force; tags say how sure each part is."""

    jenis: str
    nomor: int
    tahun: int
    judul: str
    tag: str
    dicabut_oleh: str = ""
    dicabut_sejak: date | None = None
    tag_dicabut: str = ""

    @property
    def kunci(self) -> tuple[str, int, int]:
        """Kind, number and year: what names a regulation."""
        return self.jenis, self.nomor, self.tahun

    @property
    def sebutan(self) -> str:
        """The regulation as it is cited in full."""
        return f"{JENIS_PERATURAN[self.jenis]} Nomor {self.nomor} Tahun {self.tahun}"

    @property
    def terverifikasi(self) -> bool:
        """False where number and title are recalled and still wait for the text."""
        return self.tag not in BELUM_TERVERIFIKASI


@cache
def _semua() -> tuple[Peraturan, ...]:
    butir = riwayat(ID).versi[-1].nilai["butir"]
    return tuple(
        Peraturan(
            b["jenis"],
            b["nomor"],
            b["tahun"],
            b["judul"],
            b["tag"],
            b["dicabut"]["oleh"] if "dicabut" in b else "",
            b["dicabut"]["sejak"] if "dicabut" in b else None,
            b["dicabut"]["tag"] if "dicabut" in b else "",
        )
        for b in butir
    )


def daftar() -> tuple[Peraturan, ...]:
    """All regulations of the register that are not switched off."""
    mati = yang_mati()
    if ID in mati:
        return ()
    if SEMUA_BELUM not in mati:
        return _semua()
    return tuple(p for p in _semua() if p.terverifikasi and p.tag_dicabut not in BELUM_TERVERIFIKASI)


def cari(jenis: str, nomor: int, tahun: int) -> Peraturan | None:
    """The regulation of this kind, number and year, None where the register does not hold it.

    >>> cari("perpres", 29, 2014).judul
    'Sistem Akuntabilitas Kinerja Instansi Pemerintah'
    """
    return next((p for p in daftar() if p.kunci == (jenis, nomor, tahun)), None)


def kata_judul(judul: str) -> frozenset[str]:
    """The words of a title that tell it apart; "pemerintah" and "pemerintahan" count as one.

    >>> sorted(kata_judul("Perubahan Kedua atas Pemerintahan Daerah"))
    ['daerah', 'kedua', 'pemerintah', 'perubah']
    """
    kata = (k for k in _KATA.findall(judul.casefold()) if k not in _ABAIKAN)
    return frozenset(k[:-2] if k.endswith("an") and len(k) > 8 else k for k in kata)


def kemiripan(a: Iterable[str], b: Iterable[str]) -> tuple[int, int, int]:
    """Words two titles share, and the words of each."""
    x, y = frozenset(a), frozenset(b)
    return len(x & y), len(x), len(y)


def menurut_judul(judul: str) -> tuple[Peraturan, ...]:
    """Regulations whose title is this one: nearly all words of both shared, text after a comma apart.

    >>> [p.sebutan for p in menurut_judul("Sistem Akuntabilitas Kinerja Instansi Pemerintah")]
    ['Peraturan Presiden Nomor 29 Tahun 2014']
    """
    bagian = judul.split(",")
    for sampai in range(len(bagian), 0, -1):
        kata = kata_judul(",".join(bagian[:sampai]))
        if len(kata) < 2:
            continue
        mirip = tuple(p for p in daftar() if _sejudul(kata, kata_judul(p.judul)))
        if mirip:
            return tuple(p for p in mirip if kata_judul(p.judul) == kata) or mirip
    return ()


def _sejudul(kata: frozenset[str], tercatat: frozenset[str]) -> bool:
    sama, satu, dua = kemiripan(kata, tercatat)
    return sama * 10 >= dua * 8 and sama * 10 >= satu * 7
