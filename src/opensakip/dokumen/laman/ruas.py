"""Runs of text as HTML."""

from __future__ import annotations

import re
from html import escape

from opensakip.dokumen.huruf import rapikan
from opensakip.dokumen.model import GANTI_BARIS, Centang, Isi, Nada, Potong, Rujuk

BENTUK = {
    Nada.SANGAT_BAIK: "◆", Nada.TINGGI: "●", Nada.SEDANG: "▲", Nada.RENDAH: "■", Nada.SANGAT_RENDAH: "✕",
    Nada.KOSONG: "○", Nada.MELAMPAUI: "▲", Nada.TERCAPAI: "●", Nada.BAWAH: "▼", Nada.NAIK: "▲",
    Nada.TURUN: "▼", Nada.TETAP: "■",
}  # fmt: skip
CENTANG = {True: ("☑", "tercentang"), False: ("☒", "disilang"), None: ("☐", "belum diisi")}
_BUKAN_KUNCI = re.compile(r"[^\w.-]+")


def kunci(label: str) -> str:
    """A label as an anchor: no spaces, no signs that an address would have to escape."""
    return _BUKAN_KUNCI.sub("-", label)


class Perangkai:
    """Turns texts of the model into HTML."""

    def teks(self, teks: str) -> str:
        """Escaped text without control characters."""
        return escape(rapikan(teks))

    def isi(self, isi: Isi) -> str:
        """All runs of a text."""
        return "".join(self._satu(r) for r in isi)

    def _satu(self, r: Potong | Rujuk | Centang) -> str:
        if isinstance(r, Centang):
            huruf, kata = CENTANG[r.keadaan]
            return f'<span class="centang" role="img" aria-label="{kata}">{huruf}</span>'
        if isinstance(r, Rujuk):
            return f'<a href="#{kunci(r.label)}">{self.teks(r.teks)}</a>'
        if r.teks == GANTI_BARIS:
            return "<br>"
        return self._potong(r)

    def _potong(self, r: Potong) -> str:
        hasil = self.teks(r.teks)
        if r.nada is not None:
            bentuk = BENTUK.get(r.nada, "")
            tanda = f'<span class="bentuk" aria-hidden="true">{bentuk}</span>' if bentuk else ""
            hasil = f'<span class="status n-{r.nada.value}">{tanda}{hasil}</span>'
        if r.angka:
            hasil = f'<span data-angka="{escape(r.angka)}">{hasil}</span>'
        if r.tebal:
            hasil = f"<strong>{hasil}</strong>"
        if r.miring:
            hasil = f"<em>{hasil}</em>"
        if r.redup:
            hasil = f'<span class="redup">{hasil}</span>'
        if r.tanda:
            hasil += f"<sup>{self.teks(r.tanda)}</sup>"
        return hasil
