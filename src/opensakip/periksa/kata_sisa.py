"""Text that should not be there, or not twice: placeholders, doubled paragraphs, sentences that break off."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from opensakip.dokumen.bacaan.model import Bacaan, Judul, Paragraf, Tabel
from opensakip.periksa.bahan import Potong, catatan_ragu, kunci, potong, yakin, zona
from opensakip.periksa.temuan import Temuan, Tingkat, pemeriksaan

KODE = "teks-sisa"
_TEMPAT_ISI = re.compile(
    r"\blorem ipsum\b|\bX{3,}\b(?!I|V)|\bx{4,}\b|\[(?:isi|nama|tahun|tanggal|judul|diisi)(?! di(?:hapus"
    r"|samarkan|rahasiakan))[^\]]{0,40}\]"
    r"|<(?:isi|nama|tahun)[^>]{0,30}>"
    r"|\b(?:diisi|sebutkan|tuliskan) (?:di sini|disini)\b|\bT[B]D\b|#REF!|#N/A|#VALUE!|#DIV/0!"
    r"|Error! Reference source",
    re.IGNORECASE,
)
_TITIK = re.compile(r"(?<![.\w…])(?:\.{4,}|…{2,}|_{4,})(?![.\w…])")
_PUTUS = re.compile(r"\b(?:dan|atau|yang|untuk|serta|dengan|dalam|oleh|pada|sebesar|adalah|bahwa|karena)\s*$")


@pemeriksaan(
    KODE,
    judul="Teks yang tertinggal, berulang, atau terputus",
    tingkat=Tingkat.RENDAH,
    dasar="Naskah akhir tidak memuat tempat isian, alinea ganda, dan kalimat terputus",
    penjelasan=(
        "Tempat isian yang belum diganti (huruf X berderet, titik-titik, [isi ...], kesalahan rumus), "
        "alinea panjang "
        "yang tercetak "
        "dua kali, dan alinea yang berakhir pada kata sambung."
    ),
)
def periksa_sisa(dokumen: tuple[Bacaan, ...]) -> Iterable[Temuan]:
    """Find placeholders, doubled paragraphs and sentences that break off."""
    for b in dokumen:
        bagian = zona(b)
        semua = list(potong(b))
        yield from _isian(b, semua, bagian)
        yield from _ganda(b, semua, bagian)
        if not b.pindaian:
            yield from _terputus(b)


def _isian(b: Bacaan, semua: Sequence[Potong], bagian: Sequence[str]) -> Iterator[Temuan]:
    for p in semua:
        titik = (
            _TITIK.search(p.teks) if bagian[p.ke] in ("bab1", "bab2", "bab3", "bab4", "ikhtisar") else None
        )
        if titik and (
            re.search(r"\d\s*$", p.teks) or not re.search(r"[^\W\d_]{3}", p.teks) or len(p.teks) < 25
        ):
            titik = None  # a line of a list of contents, or an empty line of a form
        c = _TEMPAT_ISI.search(p.teks) or titik
        if c is None:
            continue
        yield Temuan(
            KODE,
            Tingkat.RENDAH,
            yakin(b, 80, p.ragu),
            f"“{c[0]}” tampaknya tempat isian yang belum diganti.{catatan_ragu(b, p.ragu)}",
            (p.lokasi(c.start(), c.end()),),
            tercetak=c[0],
            dasar="tidak ada tempat isian dalam naskah akhir",
        )


def _ganda(b: Bacaan, semua: Sequence[Potong], bagian: Sequence[str]) -> Iterator[Temuan]:
    """Long paragraphs that stand twice in the body of the report: notes."""
    letak: dict[str, list[Potong]] = defaultdict(list)
    for p in semua:
        if (
            isinstance(p.unsur, Paragraf)
            and p.dalam is None
            and len(p.teks) >= 160
            and bagian[p.ke][:3] == "bab"
        ):
            letak[kunci(p.teks)].append(p)
    for isi in letak.values():
        if len(isi) >= 2:
            p = isi[0]
            yield Temuan(
                KODE,
                Tingkat.CATATAN,
                yakin(b, 85),
                f"Alinea yang sama tercetak {len(isi)} kali: “{p.teks[:70].strip()}…”.",
                tuple(x.lokasi(0, 0) for x in isi),
                tercetak=p.teks[:70].strip(),
                dasar="alinea tidak diulang",
            )


def _terputus(b: Bacaan) -> Iterator[Temuan]:
    """Paragraphs that end on a connecting word where a heading or the end follows."""
    for n, u in enumerate(b.unsur):
        if not isinstance(u, Paragraf) or len(u.teks) < 80 or (c := _PUTUS.search(u.teks)) is None:
            continue
        nanti = b.unsur[n + 1] if n + 1 < len(b.unsur) else None
        if nanti is None or isinstance(nanti, Judul) and not isinstance(nanti, Tabel):
            yield Temuan(
                KODE,
                Tingkat.RENDAH,
                yakin(b, 65, u.ragu),
                f"Alinea ini terputus pada kata “{c[0].strip()}”.",
                (Potong(b, n, u, u.teks, ()).lokasi(c.start(), c.end()),),
                tercetak=u.teks[-60:].strip(),
                dasar="kalimat selesai",
            )
