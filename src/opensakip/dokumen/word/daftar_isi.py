"""Bookmarks of headings and captions, and the lists that are made of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from opensakip.dokumen.huruf import rapikan
from opensakip.dokumen.model import Dokumen, Gambar, Judul, Tabel
from opensakip.dokumen.telusur import telusuri
from opensakip.dokumen.word.xml import Elemen, el, paragraf, run

_ROMAWI = {"I": 1, "V": 5, "X": 10}


class DaftarHalaman:
    """What stands in the contents: entries with number, text, bookmark and page as printed in the PDF."""

    def __init__(self, dok: Dokumen, halaman: Mapping[str, Sequence[str]]) -> None:
        semua = [b for bagian in dok.bagian for b in telusuri(bagian.blok)]
        self.judul = [b for b in semua if isinstance(b, Judul) and b.daftar]
        self.tabel = [b for b in semua if isinstance(b, Tabel)]
        self.gambar = [b for b in semua if isinstance(b, Gambar) and not b.hiasan]
        self.halaman = halaman
        self._tanda = {id(b): f"_Toc{i:05d}" for i, b in enumerate(self.judul, 1)}
        self._tanda |= {id(b): f"_RefTabel{i:04d}" for i, b in enumerate(self.tabel, 1)}
        self._tanda |= {id(b): f"_RefGambar{i:04d}" for i, b in enumerate(self.gambar, 1)}

    def rujukan(self) -> dict[str, str]:
        """Label -> bookmark."""
        berlabel: list[Judul | Tabel | Gambar] = [*self.judul, *self.tabel, *self.gambar]
        return {b.label: self._tanda[id(b)] for b in berlabel if b.label}

    def tanda_judul(self, b: Judul) -> str:
        """Bookmark of a heading; empty when it is not in the contents."""
        return self._tanda.get(id(b), "")

    def tanda(self, jenis: str, b: Tabel | Gambar) -> str:
        """Bookmark of a caption."""
        return self._tanda[id(b)]

    @staticmethod
    def bab(nomor: str) -> int:
        """Number of "BAB IV" as an integer."""
        angka = [_ROMAWI[h] for h in nomor.split()[-1]]
        return sum(-a if a < b else a for a, b in zip(angka, [*angka[1:], 0], strict=True))

    def butir(self, sasaran: str) -> list[tuple[str, str, str, str]]:
        """(style, text, bookmark, page) of every entry of a list."""
        benda: Sequence[Judul | Tabel | Gambar] = getattr(self, sasaran)
        hal = list(self.halaman.get(sasaran, ()))
        hal += [""] * (len(benda) - len(hal))
        hasil = []
        for b, h in zip(benda, hal, strict=False):
            if isinstance(b, Judul):
                gaya, teks = f"TOC{b.tingkat}", f"{b.nomor} {b.teks}".strip()
            else:
                gaya, teks = "TableofFigures", f"{sasaran.capitalize()} {b.nomor}  {b.judul}"
            hasil.append((gaya, rapikan(teks), self._tanda[id(b)], h))
        return hasil


def daftar_isi(sasaran: str, daftar: DaftarHalaman) -> list[Elemen]:
    """A contents field with its entries already filled in, so that it is right before anyone updates it."""
    perintah = (
        'TOC \\o "1-3" \\h \\z \\u' if sasaran == "judul" else f'TOC \\h \\z \\c "{sasaran.capitalize()}"'
    )
    instr = el("instrText")
    instr.text = f" {perintah} "
    mulai = [
        el("r", el("fldChar", fldCharType="begin")),
        el("r", instr),
        el("r", el("fldChar", fldCharType="separate")),
    ]
    hasil = []
    for i, (gaya, teks, tanda, hal) in enumerate(daftar.butir(sasaran)):
        tautan = el("hyperlink", run(teks), el("r", el("tab")), run(hal), anchor=tanda, history=1)
        hasil.append(paragraf(gaya, *(mulai if i == 0 else []), tautan))
    if not hasil:
        hasil.append(paragraf("TOC1", *mulai))
    hasil[-1].append(el("r", el("fldChar", fldCharType="end")))
    return hasil
