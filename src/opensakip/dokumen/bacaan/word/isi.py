"""The text of a paragraph of a DOCX: runs, fields, breaks, deleted text, marks of notes, text boxes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from opensakip.dokumen.bacaan.tanda import rapatkan
from opensakip.dokumen.bacaan.word.nama import MC, M, W, nyala, val

_TINGGI = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LEWAT = {
    f"{W}{n}" for n in ("del", "moveFrom", "rPr", "pPr", "instrText", "delText", "rt", "sdtPr", "tblPr")
}
_LEWAT |= {f"{MC}Fallback"}
_MEDAN_URUT = re.compile(r"^\s*SEQ\s+(tabel|table|gambar|figure|grafik|bagan|diagram)\b", re.I)
_TAB = "\t"
_HALUS = str.maketrans("", "", "\u00ad\u200b\u2060\ufeff")
# Blanks that a writer sets so that figures stand below each other; they print nothing.
_BIDAK = {
    ord(h): " " for h in "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000"
}


@dataclass
class IsiParagraf:
    """What a paragraph says. `patah` are offsets of `teks` where a new page was drawn."""

    teks: str = ""
    tanda: str = ""
    tebal: bool = False
    patah: list[int] = field(default_factory=list)
    kaki: list[str] = field(default_factory=list)
    kotak: list[Any] = field(default_factory=list)
    urut: str = ""
    gambar: bool = False
    ekor: str = ""  # what stands after the last tab


class Pembaca:
    """Reads paragraphs; knows whether the file tells where its pages were drawn."""

    def __init__(self, tebal_gaya: bool = False) -> None:
        self.tebal_gaya = tebal_gaya
        self._potong: list[str] = []
        self._isi = IsiParagraf()
        self._medan: list[bool] = []
        self._tebal = self._biasa = 0

    def baca(self, p: Any) -> IsiParagraf:
        """The text of one `w:p`."""
        self._anak(p)
        isi = self._isi
        mentah = "".join(self._potong).translate(_HALUS).translate(_BIDAK)
        isi.teks = rapatkan(mentah.replace(_TAB, " "))
        isi.ekor = rapatkan(mentah.rpartition(_TAB)[2]) if _TAB in mentah else ""
        isi.patah = _patah(self._potong, isi.patah, isi.teks)
        isi.tebal = self._tebal > 0 and self._biasa == 0
        return isi

    def _anak(self, e: Any) -> None:
        for anak in e:
            if anak.tag in _LEWAT:
                if anak.tag == f"{W}instrText":
                    self._perintah(anak.text or "")
                continue
            if anak.tag == f"{W}r":
                self._run(anak)
            elif anak.tag == f"{W}fldSimple":
                self._perintah(anak.get(f"{W}instr", ""))
                self._anak(anak)
            elif anak.tag == f"{M}oMath":
                self._potong.append("".join(t.text or "" for t in anak.iter(f"{M}t")))
            elif anak.tag == f"{W}txbxContent":
                self._isi.kotak.append(anak)
            else:
                self._anak(anak)

    def _perintah(self, perintah: str) -> None:
        if m := _MEDAN_URUT.match(perintah):
            self._isi.urut = "tabel" if m[1].lower() in ("tabel", "table") else "gambar"

    def _run(self, r: Any) -> None:
        sifat = r.find(f"{W}rPr")
        tersembunyi = sifat is not None and nyala(sifat.find(f"{W}vanish"))
        tinggi = sifat is not None and val(sifat.find(f"{W}vertAlign")) == "superscript"
        b = sifat.find(f"{W}b") if sifat is not None else None
        tebal = nyala(b) if b is not None else self.tebal_gaya
        for e in r:
            if e.tag == f"{W}instrText":
                self._perintah(e.text or "")
                continue
            teks = "" if tersembunyi else _huruf(e)
            if teks and not teks.isspace():
                if tebal:
                    self._tebal += len(teks)
                else:
                    self._biasa += len(teks)
            if tinggi and teks:
                self._tinggikan(teks)
            elif teks:
                self._potong.append(teks)
            else:
                self._lain(e)

    def _tinggikan(self, teks: str) -> None:
        """Raised text: an exponent after a letter stays in the text, a mark of a note is kept beside it."""
        kiri = next((s for s in reversed(self._potong) if s), "")
        if kiri[-1:].isalpha() and teks.strip().isdigit() and len(kiri.split()[-1]) <= 3:
            self._potong.append(teks.translate(_TINGGI))
        else:
            self._isi.tanda += teks.strip()

    def _lain(self, e: Any) -> None:
        if e.tag == f"{W}lastRenderedPageBreak":
            self._isi.patah.append(len(self._potong))
        elif e.tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            jenis = "footnotes" if e.tag.endswith("footnoteReference") else "endnotes"
            self._isi.kaki.append(f"{jenis}/{e.get(f'{W}id', '')}")
        elif e.tag in (f"{W}drawing", f"{W}pict", f"{W}object", f"{MC}AlternateContent"):
            self._isi.gambar = True
            self._isi.kotak.extend(_kotak_teks(e))


def _huruf(e: Any) -> str:
    if e.tag == f"{W}t":
        return e.text or ""
    if e.tag in (f"{W}tab", f"{W}ptab"):
        return _TAB
    if e.tag in (f"{W}br", f"{W}cr"):
        return " "
    if e.tag == f"{W}noBreakHyphen":
        return "-"
    if e.tag == f"{W}sym":
        try:
            return chr(int(str(e.get(f"{W}char", "20")), 16) & 0xFFFF)
        except ValueError:
            return ""
    return ""


def _kotak_teks(e: Any) -> Iterator[Any]:
    """Text boxes in a drawing; the older copy of the same box is left out."""
    for anak in e:
        if anak.tag == f"{MC}Fallback":
            continue
        if anak.tag == f"{W}txbxContent":
            yield anak
        else:
            yield from _kotak_teks(anak)


def _patah(potong: list[str], patah: list[int], teks: str) -> list[int]:
    """Offsets in the cleaned text for breaks that were noted as numbers of pieces."""
    hasil = []
    for n in patah:
        kiri = rapatkan("".join(potong[:n]).translate(_HALUS).translate(_BIDAK))
        hasil.append(
            min(
                len(kiri) + (1 if kiri and len(kiri) < len(teks) and teks[len(kiri)] == " " else 0), len(teks)
            )
        )
    return hasil
