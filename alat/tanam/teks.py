"""A report as text like a scan: tab-separated tables, headings with number signs, one line per text."""

from __future__ import annotations

from collections.abc import Iterator

from opensakip.dokumen.lembar import kepala_datar
from opensakip.dokumen.model import (
    BelumDiisi,
    Blok,
    Catatan,
    Daftar,
    Dokumen,
    Gambar,
    Isi,
    Isian,
    JenisBagian,
    Judul,
    JudulButir,
    JudulNaskah,
    Kop,
    Kotak,
    Paragraf,
    Rujuk,
    Sampul,
    Tabel,
    TandaTangan,
    Ubin,
    polos,
)
from opensakip.dokumen.nomor import nomori
from opensakip.dokumen.telusur import telusuri


def tulis_teks(dok: Dokumen) -> str:
    """The document as text; every block is followed by a blank line."""
    bernomor = nomori(dok)
    nama = _label(bernomor)
    baris: list[str] = []
    for bagian in bernomor.bagian:
        for b in telusuri(bagian.blok):
            isi = list(_baris(b, bagian.jenis, nama))
            if isi:
                baris += [*isi, ""]
    return "\n".join(baris) + "\n"


def _label(dok: Dokumen) -> dict[str, str]:
    """What a reference prints, by label."""
    hasil = {}
    for bagian in dok.bagian:
        for b in telusuri(bagian.blok):
            if isinstance(b, Tabel | Gambar) and b.label:
                hasil[b.label] = f"{'Tabel' if isinstance(b, Tabel) else 'Gambar'} {b.nomor}"
            elif isinstance(b, Judul) and b.label:
                hasil[b.label] = b.nomor or b.teks
    return hasil


def _teks(isi: Isi, nama: dict[str, str]) -> str:
    bagian = [(r.teks or nama.get(r.label, "")) if isinstance(r, Rujuk) else polos((r,)) for r in isi]
    bagian = [t + getattr(r, "tanda", "") for r, t in zip(isi, bagian, strict=True)]
    return " ".join("".join(bagian).split())


def _baris(b: Blok, bagian: JenisBagian, nama: dict[str, str]) -> Iterator[str]:
    if isinstance(b, Judul):
        yield f"{'#' * (b.tingkat + 1)} {b.nomor} {b.teks}".replace("  ", " ")
    elif isinstance(b, JudulButir):
        yield f"**{b.angka}. {b.teks}**"
    elif isinstance(b, Paragraf | Catatan):
        yield _teks(b.isi, nama)
    elif isinstance(b, Daftar):
        for n, butir in enumerate(b.butir, 1):
            yield f"{f'{n}.' if b.bernomor else '-'} {_teks(butir, nama)}"
    elif isinstance(b, Tabel):
        yield from _tabel(b, nama)
    else:
        yield from _formulir(b, nama)


def _tabel(b: Tabel, nama: dict[str, str]) -> Iterator[str]:
    if b.nomor:
        yield f"Tabel {b.nomor}"
    yield b.judul
    yield ""
    yield "\t".join(kepala_datar(b))
    for r in b.baris:
        sel: list[str] = []
        for s in r.sel:
            sel += [_teks(s.isi, nama), *[""] * (s.kolom - 1)]
        yield "\t".join(sel)


def _formulir(b: Blok, nama: dict[str, str]) -> Iterator[str]:
    if isinstance(b, Sampul):
        yield from (b.judul, b.instansi, f"Tahun {b.tahun}")
    elif isinstance(b, Kop | JudulNaskah):
        yield from b.baris
    elif isinstance(b, Isian):
        yield from (f"{k}: {v or '......'}" for k, v in b.pasangan)
    elif isinstance(b, TandaTangan):
        yield b.tempat_waktu
        yield from (f"{x.peran}, {x.jabatan}" for x in (b.kiri, b.kanan) if x)
    elif isinstance(b, Kotak):
        yield f"**{b.judul}**"
        yield from (_teks(i, nama) for i in b.isi)
    elif isinstance(b, Ubin):
        yield from (f"{u.label}: {u.nilai.teks}" for u in b.butir)
    elif isinstance(b, BelumDiisi):
        yield b.teks
