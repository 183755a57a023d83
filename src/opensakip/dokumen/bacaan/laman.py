"""Reader of HTML, as many government applications export it under the name of a workbook."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree, html

from opensakip.dokumen.bacaan import tanda
from opensakip.dokumen.bacaan.galat import TidakTerbaca
from opensakip.dokumen.bacaan.kisi import BarisMentah, nomor_kolom, tinggi_kepala
from opensakip.dokumen.bacaan.model import Bacaan, Judul, Keterangan, Paragraf, Sel, Tabel, Tempat, Unsur
from opensakip.dokumen.bacaan.wadah import bulat

BESAR_MAKS = 40_000_000  # letters
KOLOM_MAKS, SEL_MAKS = 500, 1_000_000
_AWAL = re.compile(
    r"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype html|html|head|body|table|style|meta)\b",
    re.I | re.S,
)
_BLOK = {"p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "center", "caption", "dd", "dt", "pre"}
_LEWAT = {"script", "style", "head", "title", "noscript", "template", "svg"}


def mirip_laman(teks: str) -> bool:
    """Whether a text is HTML by its beginning."""
    return bool(_AWAL.match(teks[:5000]))


def baca_laman(nama: str, teks: str) -> Bacaan:
    """Read a page: headings, paragraphs and tables with merged cells; scripts are left alone."""
    if len(teks) > BESAR_MAKS:
        raise TidakTerbaca(nama, "laman HTML ini terlalu besar.", "Simpan ulang sebagai XLSX atau CSV.")
    try:
        akar = html.document_fromstring(
            re.sub(r"^\s*<\?xml[^>]*>", "", teks),
            parser=html.HTMLParser(no_network=True, remove_comments=True, huge_tree=False),
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as galat:
        raise TidakTerbaca(nama, "laman HTML ini rusak.", "Simpan ulang sebagai XLSX atau CSV.") from galat
    unsur: list[Unsur] = []
    _telusuri(nama, akar, unsur)
    if not unsur:
        raise TidakTerbaca(nama, "laman HTML ini tidak memuat isi.", "Periksa berkas asalnya.")
    return Bacaan(nama, "html", tuple(unsur))


def _telusuri(nama: str, akar: Any, unsur: list[Unsur]) -> None:
    """Blocks in order, without recursion: pages may be nested without end."""
    tumpuk = [iter(akar)]
    while tumpuk:
        e = next(tumpuk[-1], None)
        if e is None:
            tumpuk.pop()
            continue
        jenis = str(e.tag).lower() if isinstance(e.tag, str) else ""
        if not jenis or jenis in _LEWAT:
            continue
        if jenis == "table":
            _tabel(nama, e, unsur)
        elif jenis in _BLOK and not any(str(a.tag).lower() in (*_BLOK, "table") for a in e.iterdescendants()):
            _teks(e, jenis, unsur)
        else:
            tumpuk.append(iter(e))


def _isi(e: Any) -> str:
    return tanda.rapatkan(" ".join(e.itertext()))


def _teks(e: Any, jenis: str, unsur: list[Unsur]) -> None:
    teks = _isi(e)
    if not teks:
        return
    tempat = Tempat(baris=e.sourceline)
    if (ket := tanda.keterangan(teks)) is not None:
        unsur.append(Keterangan(teks, tempat, ket[0], ket[1]))
    elif len(jenis) == 2 and jenis[0] == "h" and jenis[1].isdigit():
        n = tanda.nomor_judul(teks)
        unsur.append(Judul((n.isi or n.nomor) if n else teks, int(jenis[1]), tempat, n.nomor if n else ""))
    else:
        unsur.append(Paragraf(teks, tempat, ((0, tempat),)))


def _baris(tabel: Any) -> Iterator[Any]:
    for e in tabel:
        jenis = str(e.tag).lower()
        if jenis == "tr":
            yield e
        elif jenis in ("thead", "tbody", "tfoot"):
            yield from (r for r in e if str(r.tag).lower() == "tr")


def _tabel(nama: str, e: Any, unsur: list[Unsur]) -> None:
    nomor = sum(isinstance(u, Tabel) for u in unsur) + 1
    kisi: list[list[Sel | None]] = []
    turun: dict[int, int] = {}
    kepala = 0
    for tr in _baris(e):
        sel = [c for c in tr if str(c.tag).lower() in ("td", "th")]
        kisi.append(_satu_baris(sel, turun, len(kisi) + 1, nomor, tr.sourceline))
        if kepala == len(kisi) - 1 and sel and all(str(c.tag).lower() == "th" for c in sel):
            kepala += 1
        if len(kisi[-1]) > KOLOM_MAKS or len(kisi) * len(kisi[-1]) > SEL_MAKS:
            raise TidakTerbaca(nama, f"tabel {nomor} terlalu besar.", "Simpan ulang sebagai XLSX atau CSV.")
    lebar = max((len(b) for b in kisi), default=0)
    if lebar < 2 and not any(s and s.teks for b in kisi for s in b):
        return
    for i, b in enumerate(kisi):
        tempat = Tempat(tabel=nomor, baris_tabel=i + 1)
        b.extend(Sel("", tempat) for _ in range(lebar - len(b)))
    kisi = [[_muat(s, i, len(kisi)) for s in b] for i, b in enumerate(kisi)]
    akhir = unsur[-1] if unsur else None
    ket = akhir if isinstance(akhir, Keterangan) and akhir.jenis == "tabel" else None
    unsur.append(
        Tabel(
            tuple(tuple(b) for b in kisi),
            Tempat(baris=e.sourceline, tabel=nomor),
            kepala=kepala or _tinggi(kisi),
            keterangan=ket.teks if ket else "",
            nomor=ket.nomor if ket else "",
        )
    )


def _muat(s: Sel | None, i: int, tinggi: int) -> Sel | None:
    """A cell reaches no further than the table."""
    if s is None or i + s.baris <= tinggi:
        return s
    return Sel(s.teks, s.tempat, s.kolom, tinggi - i, tebal=s.tebal)


def _satu_baris(
    sel: list[Any], turun: dict[int, int], i: int, nomor: int, baris: int | None
) -> list[Sel | None]:
    hasil: list[Sel | None] = []

    def lewati() -> None:
        while turun.get(len(hasil), 0) > 0:
            turun[len(hasil)] -= 1
            hasil.append(None)

    for c in sel:
        lewati()
        lebar = bulat(c.get("colspan"), 1, sedikit=1, banyak=KOLOM_MAKS)
        tinggi = bulat(c.get("rowspan"), 1, sedikit=1, banyak=65_535)
        awal = len(hasil)
        tempat = Tempat(baris=baris, tabel=nomor, baris_tabel=i, kolom=awal + 1)
        tebal = str(c.tag).lower() == "th" or (c.find("b") is not None and not (c.text or "").strip())
        hasil.append(Sel(_isi(c), tempat, lebar, tinggi, tebal=tebal))
        hasil.extend(None for _ in range(lebar - 1))
        for j in range(awal, len(hasil)):
            turun[j] = tinggi - 1
    lewati()
    return hasil


def _tinggi(kisi: list[list[Sel | None]]) -> int:
    mentah = [BarisMentah(tuple(s.teks if s else "" for s in b), Tempat()) for b in kisi[:6]]
    n = tinggi_kepala(mentah)
    if n:
        n = max(n, *(i + s.baris for i, b in enumerate(kisi[:n]) for s in b if s is not None))
        n += n < len(kisi) and nomor_kolom([s.teks if s else "" for s in kisi[n]])
    return min(n, len(kisi))
