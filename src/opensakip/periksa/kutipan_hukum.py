"""Citations of regulations in running text: kind, number, year, title, and what they amend."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from opensakip.periksa.bahan import Potong, kunci, rapikan

_PAN = r"(?:p\.?a\.?n|pan|pendayagunaan aparatur negara|pembangunan aparatur negara)"
_JENIS = (
    ("perppu", r"peraturan pemerintah pengganti undang[- ]*undang|perp?pu\b"),
    ("uu", r"undang\s?-?\s?undang(?! dasar)|\bUU\b"),
    ("pp", r"peraturan pemerintah(?! daerah)|(?-i:\bPP\b)"),
    ("perpres", r"peraturan presiden|\bperpres\b"),
    ("keppres", r"keputusan presiden|\bkeppres\b"),
    ("inpres", r"ins?truksi presiden|\binpres\b"),
    (
        "permenpanrb",
        rf"peraturan (?:menteri|kementerian|kementrian) (?:negara )?{_PAN}|permen[ -]?pan\b|\bpermenpan",
    ),
    ("permendagri", r"peraturan (?:menteri|kementerian) dalam negeri|\bpermendagri\b"),
    ("kepmendagri", r"keputusan menteri dalam negeri|\bkepmendagri\b"),
    ("pmk", r"peraturan (?:menteri|kementerian) keuangan|(?-i:\bPMK\b)"),
    ("permen", r"peraturan (?:menteri|kementerian)\b|\bpermen[a-z]*\b"),
    ("perda", r"peraturan daerah|\bperda\b"),
    ("pergub", r"peraturan gubernur|\bpergub\b"),
    ("perbup", r"peraturan bupati|\bperbup\b"),
    ("perwal", r"peraturan wali ?kota|\bperwali?\b"),
)
NASIONAL = frozenset({"uu", "pp", "perpres", "inpres", "permenpanrb", "permendagri", "pmk"})
SEBUTAN = {
    "perppu": "Perppu",
    "uu": "Undang-Undang",
    "pp": "Peraturan Pemerintah",
    "perpres": "Peraturan Presiden",
    "keppres": "Keputusan Presiden",
    "inpres": "Instruksi Presiden",
    "permenpanrb": "Peraturan Menteri PANRB",
    "permendagri": "Peraturan Menteri Dalam Negeri",
    "kepmendagri": "Keputusan Menteri Dalam Negeri",
    "pmk": "Peraturan Menteri Keuangan",
    "permen": "Peraturan Menteri",
    "perda": "Peraturan Daerah",
    "pergub": "Peraturan Gubernur",
    "perbup": "Peraturan Bupati",
    "perwal": "Peraturan Wali Kota",
}
_SEMUA = re.compile("|".join(f"(?P<{nama}>{pola})" for nama, pola in _JENIS), re.IGNORECASE)
_NOMOR = re.compile(
    r"(?P<antara>[^\d.;:()]{0,90}?)(?:\b(?:nomor|no\b\.?|nomer|nmr)\s*:?\s*)?"
    r"(?P<nomor>\d{1,4}(?![\d]))"
    r"(?:\s*/\s*(?:PMK|M\.?\s?PAN(?:-RB)?)[\d./A-Z-]*?)?"
    r"\s*(?:/|,?\s*(?:tahun|thn|th)\.?\s*:?)\s*(?P<tahun>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_JUDUL = re.compile(r"\s*,?\s*(?:tentang|perihal|mengenai)\s*:?\s*(?P<judul>[^;:\n]{4,400})", re.IGNORECASE)
_AKHIR = re.compile(
    r"\.(?:\s|$)|\s(?:sebagai(?:mana)? |yang |maka |dengan |berbunyi|disebutkan|tercantum|pasal \d|\()"
    r"|\s(?:dimana|,? serta (?:undang|peraturan|instruksi))|,\s+(?:dan |serta )?(?:undang|peraturan"
    r"|instruksi|maka|dengan|sebagaimana)"
    r"|\s(?:dan|serta) (?:peraturan (?:menteri|pemerintah|presiden|daerah|gubernur|bupati)|undang)",
    re.IGNORECASE,
)
_UBAH = re.compile(r"^perubahan\b(?:\s+\w+){0,3}?\s+atas\s+", re.IGNORECASE)


@dataclass(frozen=True)
class Kutipan:
    """A citation: kind, number and year, title as printed (empty where none), its place, what it amends."""

    jenis: str
    nomor: int
    tahun: int
    judul: str
    cetak: str
    awal: int
    akhir: int
    asal: Potong
    penerbit: str = ""
    mengubah: str = ""

    @property
    def kunci(self) -> tuple[str, int, int]:
        """Kind, number and year."""
        return self.jenis, self.nomor, self.tahun


def jenis_peraturan(teks: str) -> str:
    """Kind of regulation that a text begins with; empty where it begins with none.

    >>> jenis_peraturan("Peraturan Presiden Nomor 29"), jenis_peraturan("Rencana Kerja")
    ('perpres', '')
    """
    c = _SEMUA.match(teks.strip())
    return c.lastgroup or "" if c else ""


def cari_kutipan(p: Potong) -> Iterator[Kutipan]:
    """All citations with number and year in a piece of text."""
    for c in _SEMUA.finditer(p.teks):
        n = _NOMOR.match(p.teks, c.end())
        if n is None or _SEMUA.search(n["antara"]) or re.search(r"\b(?:pasal|bab|tentang)\b", n["antara"]):
            continue
        judul = _judul(p.teks, n.end())
        ubah = _UBAH.match(judul)
        yield Kutipan(
            c.lastgroup or "",
            int(n["nomor"]),
            int(n["tahun"]),
            judul,
            rapikan(p.teks[c.start() : n.end()]),
            c.start(),
            n.end(),
            p,
            kunci(n["antara"].replace("Nomor", "").replace("No", "")) if c.lastgroup == "permen" else "",
            jenis_peraturan(judul[ubah.end() :]) if ubah else "",
        )


def _judul(teks: str, awal: int) -> str:
    c = _JUDUL.match(teks, awal)
    if c is None:
        return ""
    isi = c["judul"]
    akhir = _AKHIR.search(isi)
    isi = isi[: akhir.start()] if akhir else isi
    for koma in re.finditer(r"(?<=[^\W\d_]),\s+(?!dan\b|serta\b|di\b|ke\b)(?=[a-z])", isi):
        if re.search(r"\b[A-Z]\w*$", isi[: koma.start()]):
            isi = isi[: koma.start()]  # running text goes on in lower case after a title in capitals
            break
    return rapikan(isi).rstrip(" .,")


_RANCANGAN = re.compile(
    r"(?P<jenis>peraturan (?:daerah|gubernur|bupati|wali ?kota|presiden|pemerintah)|perda|pergub|perbup)"
    r"(?P<antara>[^.;:]{0,80}?)\btentang\s+(?P<ubah>perubahan(?:\s+\w+){0,2}?\s+atas\s+)"
    r"(?P<sasaran>[^.;]{5,90})",
    re.IGNORECASE,
)


def cari_perubahan(p: Potong) -> Iterator[tuple[str, str, int, int, str]]:
    """Regulations that amend one: (kind, kind amended, start, end, print), with or without a number."""
    for c in _RANCANGAN.finditer(p.teks):
        satu, dua = jenis_peraturan(c["jenis"]), jenis_peraturan(c["sasaran"])
        if satu and dua:
            yield satu, dua, c.start(), c.end("sasaran"), rapikan(c[0])
