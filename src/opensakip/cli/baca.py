"""``opensakip baca``: read any document into one model, as JSON or as a summary; no database needed."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from opensakip.cli.galat import BERHASIL, GalatPerintah

if TYPE_CHECKING:
    from opensakip.dokumen.bacaan.model import Bacaan, Tabel, Unsur

_NAMA = {
    "Judul": "judul",
    "Paragraf": "paragraf",
    "ButirDaftar": "butir daftar",
    "Keterangan": "keterangan tabel dan gambar",
    "Tabel": "tabel",
}


def daftarkan(sub: Any) -> None:
    """Add the command to the parser."""
    p: argparse.ArgumentParser = sub.add_parser(
        "baca",
        help="baca dokumen apa pun menjadi judul, paragraf, dan tabel; tanpa basis data",
        description="Baca satu dokumen (PDF, DOCX, XLSX, XLS, ODS, CSV, teks atau Markdown hasil pindai) dan "
        "sebutkan isinya: judul, paragraf, daftar, dan tabel beserta letaknya. Kode keluar 2 bila berkas "
        "tidak terbaca.",
    )
    p.add_argument("berkas", type=Path, metavar="BERKAS", help="dokumen yang dibaca")
    p.add_argument("--json", action="store_true", help="seluruh isi sebagai JSON (docs/rujukan/bacaan.md)")
    p.add_argument("--tabel", type=int, metavar="N", help="tampilkan isi tabel ke-N")
    p.set_defaults(jalankan=jalankan)


def jalankan(args: argparse.Namespace) -> int:
    """Read and tell."""
    from opensakip.dokumen.bacaan import TidakTerbaca, baca_berkas

    try:
        bacaan = baca_berkas(args.berkas)
    except TidakTerbaca as galat:
        raise GalatPerintah(str(galat)) from galat
    if args.json:
        from opensakip.dokumen.bacaan.tulis_json import ke_json

        _tulis(json.dumps(ke_json(bacaan), ensure_ascii=False))
    elif args.tabel is not None:
        _tulis(_isi_tabel(_tabel_ke(bacaan, args.tabel)))
    else:
        _tulis("\n".join(_ringkasan(bacaan)))
    return BERHASIL


def _tulis(teks: str) -> None:
    sys.stdout.write(teks + "\n")


def _ringkasan(b: Bacaan) -> list[str]:
    halaman = f", {b.halaman} halaman" if b.halaman else ""
    jumlah = Counter(type(u).__name__ for u in b.unsur)
    hasil = [f"{b.berkas}: {b.jenis}{halaman}"]
    hasil.append("  " + ", ".join(f"{jumlah[k]} {nama}" for k, nama in _NAMA.items() if jumlah[k]))
    hasil.extend(f"  perhatian: {p}" for p in b.peringatan)
    garis = [baris for u in b.unsur if (baris := _sebut(u))]
    return [*hasil, "", *garis] if garis else hasil


def _sebut(u: Unsur) -> str:
    """One line for a heading or a table, with its place."""
    from opensakip.dokumen.bacaan.model import Judul, Tabel

    if isinstance(u, Judul):
        return "  " * u.tingkat + f"{u.nomor} {u.teks}".strip() + f"  [{u.tempat.sebut()}]"
    if not isinstance(u, Tabel):
        return ""
    ragu = sum(bool(s and s.ragu) for b in u.baris for s in b)
    catatan = f", {ragu} sel meragukan" if ragu else ""
    nama = u.keterangan or ("daftar isi" if u.daftar else "tanpa judul")
    return f"      tabel {u.tempat.tabel}: {nama} ({len(u.baris)} × {u.lebar}{catatan})  [{u.tempat.sebut()}]"


def _tabel_ke(b: Bacaan, nomor: int) -> Tabel:
    tabel = list(b.tabel())
    if not 1 <= nomor <= len(tabel):
        raise GalatPerintah(
            f"{b.berkas}: tabel {nomor} tidak ada; dokumen ini memuat {len(tabel)} tabel. "
            "Tanpa --tabel semuanya disebutkan"
        )
    return tabel[nomor - 1]


def _isi_tabel(t: Tabel) -> str:
    return "\n".join("\t".join(s.teks if s else "" for s in b) for b in t.baris)
