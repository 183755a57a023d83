"""Findings on the terminal: one table, most serious first, then the sum."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from opensakip.periksa.jalan import URUTAN
from opensakip.periksa.laman import BENTUK, NAMA, YAKIN, judul_jenis
from opensakip.periksa.temuan import Temuan, Tingkat

if TYPE_CHECKING:
    from rich.text import Text

    from opensakip.periksa.jalan import Hasil

_WARNA: Final = {
    Tingkat.TINGGI: "bold red",
    Tingkat.SEDANG: "yellow",
    Tingkat.RENDAH: "cyan",
    Tingkat.CATATAN: "dim",
}
_LEBAR_PIPA: Final = 110
_TEMPAT_TAMPIL: Final = 4


def tampilkan(hasil: Hasil) -> None:
    """Print the findings of one document, or of documents that were compared, to standard output."""
    from rich.console import Console
    from rich.table import Table

    layar = Console(width=None if sys.stdout.isatty() else _LEBAR_PIPA, highlight=False)
    nama = ", ".join(b.berkas for b in hasil.bacaan)
    if hasil.temuan:
        tabel = Table(title=nama, title_justify="left", show_lines=True, expand=True)
        tabel.add_column("", justify="right", no_wrap=True)
        tabel.add_column("Tingkat", no_wrap=True)
        tabel.add_column("Tempat", ratio=2)
        tabel.add_column("Temuan", ratio=6)
        for n, t in enumerate(hasil.temuan, 1):
            tingkat = _teks(f"{BENTUK[t.tingkat]} {NAMA[t.tingkat]}", _WARNA[t.tingkat])
            tabel.add_row(str(n), tingkat, _tempat(t, len(hasil.bacaan) > 1), _isi(t))
        layar.print(tabel)
    for p in hasil.peringatan:
        layar.print(_teks(f"! {p}", "yellow"))
    layar.print(_teks(_jumlah(nama, hasil), "bold"))


def _teks(isi: str, gaya: str = "") -> Text:
    """Text that is never read as markup: it comes from a document."""
    from rich.text import Text

    bersih = "".join(c if c == "\n" or c.isprintable() else " " for c in isi)
    return Text(bersih, style=gaya)


def _tempat(t: Temuan, banyak: bool) -> Text:
    sebut = [f"{x.berkas}, {x.tempat.sebut()}" if banyak else x.tempat.sebut() for x in t.lokasi]
    lebih = [f"dan {len(sebut) - _TEMPAT_TAMPIL} tempat lain"] if len(sebut) > _TEMPAT_TAMPIL else []
    return _teks("\n".join(sebut[:_TEMPAT_TAMPIL] + lebih))


def _isi(t: Temuan) -> Text:
    teks = _teks(judul_jenis(t.jenis), "bold")
    if t.keyakinan < YAKIN:
        teks.append_text(_teks(f" (keyakinan {t.keyakinan}%)", "dim"))
    for label, nilai in (("tercetak", t.tercetak), ("seharusnya", t.seharusnya)):
        if nilai:
            teks.append_text(_teks(f"\n{label}: {nilai}"))
    teks.append_text(_teks(f"\n{t.kalimat}"))
    return teks.append_text(_teks(f"\n{t.jenis}", "dim"))


def _jumlah(nama: str, hasil: Hasil) -> str:
    if not hasil.temuan:
        return f"{nama}: tidak ada temuan"
    per = {t: sum(x.tingkat is t for x in hasil.temuan) for t in URUTAN}
    rinci = ", ".join(f"{n} {NAMA[t].lower()}" for t, n in per.items() if n)
    return f"{nama}: {len(hasil.temuan)} temuan ({rinci})"
