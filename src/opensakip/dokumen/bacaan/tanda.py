"""What a line of print looks like: mark-up of scans, marks of lists, numbers of headings, captions.

Shared by all readers. Everything here looks at one line (or cell) at a time and knows nothing of places.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

_HTML = re.compile(r"</?(?:p|b|i|u|em|strong|span|ol|ul|div|sup|sub|small|font|center)\b[^<>]{0,200}>", re.I)
_BARIS_HTML = re.compile(r"<(?:br|/p|/li|/div)\b[^<>]{0,200}>", re.I)
_BUTIR_HTML = re.compile(r"<li\b[^<>]{0,200}>", re.I)
_BINTANG = re.compile(
    r"(?<![\w*])(\*{1,3})(?=[^\s*])([^*]{1,2000}?)(?<=\S)\1(?!\w)|(\*\*)([^*]{1,2000}?)\*\*"
)
_PUTIH = re.compile(r"[ \u00a0\t\r\n\f\v]+")
_TEBAL = re.compile(
    r"^\s*(?:#{1,6}\s*)?(?:(\*\*\*?)(?!\*).{1,600}?\1|<b>.{1,600}?</b>|<strong>.{1,600}?</strong>)\s*$"
)

TANDA = re.compile(
    r"^(?P<tanda>\(?(?:\d{1,3}|[A-Za-z]|[ivx]{2,5})[.)](?!\d)\)?|\((?:\d{1,3}|[a-z]{1,4})\)|[-\u2013\u2212\u2022\u25aa\u25cf\u00b7\uf0b7\uf0a7*\u27a2\u2713])\s+(?P<isi>\S.*)$",
    re.S,
)
_BAB = re.compile(r"^(?P<nomor>BAB\s+(?:[IVXL]{1,6}|\d{1,2}))\b[\s.:\u2013-]*(?P<isi>.*)$", re.I | re.S)
_BERTINGKAT = re.compile(r"^(?P<nomor>[1-9]\d?(?:\.\d{1,2}){1,4})\.?\s+(?P<isi>[^\W\d_].*)$", re.S)
_HURUF = re.compile(r"^(?P<nomor>[A-Z])\.\s+(?P<isi>[A-Z].*)$", re.S)
_TUNGGAL = re.compile(r"^(?P<nomor>(?:[1-9]\d?|[IVX]{1,5}|[a-z]))\.\s+(?P<isi>\S.*)$", re.S)
_MUKA = re.compile(
    r"^(?:kata pengantar|daftar (?:isi|tabel|gambar|grafik|lampiran|bagan|pustaka)"
    r"|(?:ikhtisar|ikhtisiar|ringkasan|iktisar) eksekutif"
    r"|lampiran(?:[- ]lampiran)?(?: [ivx\d]+)?|penutup|pendahuluan)\b.{0,40}$",
    re.I,
)
_KETERANGAN = re.compile(
    r"^(?P<jenis>tabel|table|gambar|grafik|bagan|diagram|foto)\s*(?P<nomor>[A-Z]?\d{1,3}(?:[.\-]\s?\d{1,3}){0,3}[a-z]?|[IVX]{1,5}(?:\.\d{1,3}){1,2})"
    r"\s*[.:\u2013-]?\s*(?P<isi>.*)$",
    re.I | re.S,
)
_SASARAN = re.compile(
    r"^(IK(?:K|U|P|SS|SK|SP|D)?|SS|SP|SK"
    r"|indikator(?: kinerja)?(?: utama| kegiatan| program| sasaran(?: strategis)?)?"
    r"|sasaran(?: strategis| kegiatan| program)?|tujuan|misi)\s*[-.]?\s*(?:ke-?)?\d{1,2}(?:\.\d{1,2}){0,2}"
    r"\s*(?:$|[:.)\u2013-])",
    re.I,
)
_KATA_KERJA = re.compile(
    r"^(?:di ?atas|di ?bawah|berikut|tersebut|ini\b|menunjukkan|memperlihatkan|menyajikan|memuat"
    r"|menggambarkan|dapat|dan tabel)",
    re.I,
)
_NOMOR_HALAMAN = re.compile(
    r"^(?:-\s*\d{1,4}\s*-|(?:halaman|hal\.?|page)\s*:?\s*\d{1,4}(?:\s*(?:dari|of|/)\s*\d{1,4})?|\d{1,4}\s*\|\s*(?:halaman|page)?|[ivxl]{1,7}|\d{1,4})$",
    re.I,
)


@dataclass(frozen=True)
class Nomor:
    """The number of a heading: as printed, its level from 1, and the words after it."""

    nomor: str
    tingkat: int
    isi: str


def rapatkan(teks: str) -> str:
    """White space becomes one space; nothing at the ends."""
    return _PUTIH.sub(" ", teks).strip()


def tanpa_markah(teks: str) -> str:
    """What a scan writes as mark-up (bold, paragraphs, entities) taken away; the print stays.

    >>> tanpa_markah("<b>Pagu</b> **12,5** *persen* &amp; sisa")
    'Pagu 12,5 persen & sisa'
    """
    if "<" in teks:
        teks = _HTML.sub("", _BUTIR_HTML.sub(" ", _BARIS_HTML.sub(" ", teks)))
    if "*" in teks:
        for _ in range(3):
            baru = _BINTANG.sub(lambda m: m[2] if m[2] is not None else m[4], teks)
            if baru == teks:
                break
            teks = baru
    if "&" in teks:
        teks = html.unescape(teks)
    return rapatkan(teks)


def paragraf_sel(teks: str) -> tuple[str, ...]:
    """The paragraphs of a cell that a scan wrote with mark-up; one text where it has none."""
    potong = re.split(r"</p>|<br\s*/?>|<li\b[^<>]{0,200}>", teks, flags=re.I) if "<" in teks else [teks]
    return tuple(p for p in (tanpa_markah(p) for p in potong) if p)


def serba_tebal(teks: str) -> bool:
    """Whether the whole line is bold in the mark-up of the scan."""
    bersih = teks.strip()
    if not _TEBAL.match(bersih):
        return False
    dalam = bersih.lstrip("# ").strip()
    return not (dalam.startswith("**") and "**" in dalam.strip("*"))


def nomor_judul(teks: str) -> Nomor | None:
    """The number at the head of a heading: BAB 1, 1.1 is 2, 1.1.1 is 3; "A." is 2, "1." and "a." 3.

    >>> nomor_judul("3.1.2 Capaian Kinerja")
    Nomor(nomor='3.1.2', tingkat=3, isi='Capaian Kinerja')
    """
    if m := _BAB.match(teks):
        return Nomor(rapatkan(m["nomor"]), 1, rapatkan(m["isi"]))
    if m := _BERTINGKAT.match(teks):
        return Nomor(m["nomor"], m["nomor"].count(".") + 1, rapatkan(m["isi"]))
    if m := _HURUF.match(teks):
        return Nomor(m["nomor"], 2, rapatkan(m["isi"]))
    if m := _TUNGGAL.match(teks):
        return Nomor(m["nomor"], 3, rapatkan(m["isi"]))
    return None


def judul_muka(teks: str) -> bool:
    """Whether the words head a part of their own (foreword, contents, annex), beside the chapters."""
    return bool(_MUKA.match(teks)) and len(teks) <= 60


def judul_polos(teks: str) -> bool:
    """Whether a line without bold or mark-up that stands alone is a heading by its number and form."""
    if len(teks) > 120 or teks[-1:] in ".,;:" or "...." in teks:
        return False
    n = nomor_judul(teks)
    if n is None:
        return judul_muka(teks) and teks[:1].isupper()
    if n.nomor.upper().startswith("BAB"):
        return not n.isi or n.isi[0].isupper()
    return n.tingkat >= 2 and (("." in n.nomor and n.isi[:1].isupper()) or _judul_huruf(n))


def _judul_huruf(n: Nomor) -> bool:
    kata = [k for k in re.findall(r"[^\W\d_]+", n.isi) if len(k) > 3]
    besar = sum(k[0].isupper() for k in kata)
    return len(n.nomor) == 1 and n.nomor.isupper() and bool(kata) and besar * 3 >= len(kata) * 2


def judul_sasaran(teks: str) -> int | None:
    """The level of a line that names a numbered objective (4) or indicator (5); None for other lines.

    >>> judul_sasaran("IKK 1.2 : Indeks Layanan"), judul_sasaran("Sasaran Strategis 3")
    (5, 4)
    """
    m = _SASARAN.match(teks)
    if m is None or len(teks) > 220 or teks[-1] in ".;,":
        return None
    return 4 if m[1].lower().startswith(("sasaran", "tujuan", "misi", "ss", "sp", "sk")) else 5


def judul_duga(teks: str) -> bool:
    """Whether a short line that stands alone may be a heading by its capitals; never a certainty."""
    if not 4 <= len(teks) <= 90 or teks[-1] in '.,;:?!"' or not teks[0].isupper():
        return False
    if "," in teks or ":" in teks or teks.lower().startswith(("sumber data", "tidak ada", "catatan")):
        return False
    kata = [k for k in re.findall(r"[^\W\d_]+", teks) if len(k) > 3]
    return bool(kata) and sum(k[0].isupper() for k in kata) * 4 >= len(kata) * 3 and "  " not in teks


def tanda_butir(teks: str) -> tuple[str, str] | None:
    """The mark of a list and what follows; a dash before another mark is mark-up and goes.

    >>> tanda_butir("- a. kepala biro;")
    ('a.', 'kepala biro;')
    """
    m = TANDA.match(teks)
    if m is None:
        return None
    if m["tanda"] in "-*" and (dalam := TANDA.match(m["isi"])) and dalam["tanda"][-1] in ".)":
        return dalam["tanda"], dalam["isi"]
    return m["tanda"], m["isi"]


def keterangan(teks: str) -> tuple[str, str] | None:
    """(kind, number) when the line is the caption of a table or picture, not a sentence about one.

    >>> keterangan("Tabel 3.2 Capaian Indikator")
    ('tabel', '3.2')
    >>> keterangan("Tabel 3.2 menunjukkan bahwa target tercapai.") is None
    True
    """
    m = _KETERANGAN.match(teks)
    if m is None or len(teks) > 300 or _KATA_KERJA.match(m["isi"]):
        return None
    kalimat = teks.rstrip().endswith((".", ";", ",", ":"))
    if (kalimat and (m["isi"][:1].islower() or len(m["isi"]) > 120)) or (
        m["isi"][:1].islower() and len(teks) > 80
    ):
        return None
    jenis = "tabel" if m["jenis"].lower() in ("tabel", "table") else "gambar"
    return jenis, m["nomor"].replace(" ", "")


def nomor_halaman(teks: str) -> bool:
    """Whether a line may be nothing but the number of a page ("- 12 -", "iv", "Halaman 3 dari 9")."""
    return bool(_NOMOR_HALAMAN.match(teks))


def kustos(teks: str) -> bool:
    """The catchword at the foot of a page of a regulation: "Tujuannya . . ."."""
    return 7 <= len(teks) <= 60 and teks.endswith(". . .") and not teks.startswith(".")
