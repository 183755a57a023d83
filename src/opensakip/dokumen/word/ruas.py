"""Runs of text as Word runs: emphasis, status marks, marks of notes, references, tick boxes."""

from __future__ import annotations

import re
from collections.abc import Mapping

from opensakip.dokumen.huruf import rapikan
from opensakip.dokumen.model import GANTI_BARIS, Centang, Isi, Nada, Potong, Rujuk
from opensakip.dokumen.word.xml import Elemen, el, medan, run

# Meaning -> colour and shape; the word always stands beside the shape.
NADA: Mapping[Nada, tuple[str, str]] = {
    Nada.SANGAT_BAIK: ("1A7048", "◆"), Nada.TINGGI: ("4D7619", "●"), Nada.SEDANG: ("8C5F00", "▲"),
    Nada.RENDAH: ("B4501A", "■"), Nada.SANGAT_RENDAH: ("A32626", "×"), Nada.KOSONG: ("5B6670", "○"),
    Nada.MELAMPAUI: ("1A7048", "▲"), Nada.TERCAPAI: ("1F5F99", "●"), Nada.BAWAH: ("B4501A", "▼"),
    Nada.NAIK: ("1A7048", "▲"), Nada.TURUN: ("B4501A", "▼"), Nada.TETAP: ("5B6670", "■"),
    Nada.UTAMA: ("1F5F99", ""), Nada.AKSEN: ("946822", ""), Nada.PERHATIAN: ("B4501A", ""),
    Nada.BAIK: ("1A7048", ""),
}  # fmt: skip
CENTANG = {True: "☑", False: "☒", None: "☐"}
SPASI_ANGKA, SPASI_TANDA = "\u2007", "\u2008"
GAYA_TANDA = "TandaStatus"
_ANGKA = re.compile(r"^[−-]?[0-9.]+(,[0-9]+)?$")


class Perangkai:
    """Turns texts of the model into runs; remembers characters that no reader should see."""

    def __init__(self, nama_rujukan: Mapping[str, str]) -> None:
        self.nama_rujukan = nama_rujukan
        """Label -> bookmark."""

    def bersih(self, teks: str) -> str:
        """Text without control characters and soft hyphens; Word chooses its own faces for other scripts."""
        return rapikan(teks)

    def isi(self, isi: Isi, *, tebal: bool = False, warna: str = "") -> list[Elemen]:
        """All runs of a text."""
        return [e for r in isi for e in self._satu(r, tebal, warna)]

    def _satu(self, r: Potong | Rujuk | Centang, tebal: bool, warna: str) -> list[Elemen]:
        if isinstance(r, Centang):
            huruf = el("rFonts", ascii="Segoe UI Symbol", hAnsi="Segoe UI Symbol", cs="Segoe UI Symbol")
            return [run(CENTANG[r.keadaan], [huruf])]
        if isinstance(r, Rujuk):
            tujuan = self.nama_rujukan.get(r.label)
            if tujuan is None:
                return [run(self.bersih(r.teks))]
            if tujuan.startswith("_Ref"):
                return medan(f"REF {tujuan} \\h", self.bersih(r.teks))
            return [el("hyperlink", run(self.bersih(r.teks)), anchor=tujuan, history=1)]
        if r.teks == GANTI_BARIS:
            return [el("r", el("br"))]
        return self._potong(r, tebal, warna)

    def _potong(self, r: Potong, tebal: bool, warna: str) -> list[Elemen]:
        hasil = []
        if r.nada is not None:
            warna, bentuk = NADA[r.nada]
            if bentuk:
                hasil.append(run(bentuk + "\u00a0", [el("rStyle", val=GAYA_TANDA), el("color", val=warna)]))
        sifat = []
        if tebal or r.tebal or r.nada is not None:
            sifat.append(el("b"))
        if r.miring:
            sifat.append(el("i"))
        if r.redup and r.nada is None:
            warna = "5B6670"
        if warna:
            sifat.append(el("color", val=warna))
        bersih = self.bersih(r.teks)
        if bersih:
            hasil.append(run(bersih, sifat))
        if r.tanda:
            hasil.append(run(r.tanda, [*([el("b")] if tebal else []), el("vertAlign", val="superscript")]))
        return hasil


def ganjal_desimal(isi: Isi, desimal: int) -> str:
    """Blank of the width of the decimals that a figure lacks, so that commas stand below each other."""
    pertama = isi[0] if isi else None
    teks = pertama.teks if isinstance(pertama, Potong) else ""
    if not _ANGKA.match(teks):
        return ""
    ada = len(teks.split(",")[1]) if "," in teks else 0
    kurang = desimal - ada
    if kurang <= 0:
        return ""
    return (SPASI_TANDA if ada == 0 else "") + SPASI_ANGKA * kurang
