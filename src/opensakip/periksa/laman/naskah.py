"""The document as it was read, with marks: text, lists, and tables, page by page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import Final

from opensakip.dokumen.bacaan.model import Bacaan, ButirDaftar, Judul, Keterangan, Paragraf, Sel, Tabel, Unsur
from opensakip.periksa.jalan import URUTAN
from opensakip.periksa.laman.sorot import Sorot, Tanda

BATAS_BARIS: Final = 400
"""A longer table shows its head and the rows around its findings only."""
SEKITAR: Final = 2
SelTanda = Mapping[tuple[int, int], list[Tanda]]


def naskah(nomor: int, b: Bacaan, tanda: Sorot) -> str:
    """One document as HTML."""
    isi = "".join(_lembar(b, unsur, tanda) for unsur in _per_halaman(b))
    nama = escape(b.berkas)
    kepala = f'<h2 class="berkas" id="b{nomor}">{nama}</h2>'
    return f'<article class="dokumen" aria-label="{nama}">{kepala}{isi}</article>'


def _per_halaman(b: Bacaan) -> Iterator[list[tuple[int, Unsur]]]:
    """Elements by page; where there are no pages, by heading of the upper two levels."""
    lembar: list[tuple[int, Unsur]] = []
    kini: int | str | None = None
    for n, u in enumerate(b.unsur):
        t = u.tempat
        halaman = t.halaman if t.halaman is not None else t.lembar
        pecah = halaman != kini if halaman is not None else isinstance(u, Judul) and u.tingkat <= 2
        if pecah and lembar:
            yield lembar
            lembar = []
        kini = halaman if halaman is not None else kini
        lembar.append((n, u))
    if lembar:
        yield lembar


def _lembar(b: Bacaan, unsur: list[tuple[int, Unsur]], tanda: Sorot) -> str:
    awal, akhir = unsur[0][1].tempat, unsur[-1][1].tempat
    sebut = f"halaman {awal.halaman}" if awal.halaman is not None else ""
    sebut = sebut or (f"lembar {awal.lembar}" if awal.lembar else "")
    if not sebut and awal.baris is not None:
        sebut = f"baris {awal.baris}" + (f"–{akhir.baris}" if akhir.baris not in (None, awal.baris) else "")
    kepala = f'<p class="no-hal">{escape(sebut)}</p>' if sebut else ""
    return f'<section class="halaman">{kepala}{"".join(_unsur(n, u, tanda) for n, u in unsur)}</section>'


def _unsur(n: int, u: Unsur, tanda: Sorot) -> str:
    if isinstance(u, Tabel):
        return _tabel(u, tanda.sel.get(n, {}))
    isi = _bertanda(u.teks, tanda.teks.get(n, ()))
    if isinstance(u, Judul):
        nomor = f"{escape(u.nomor)} " if u.nomor and not u.teks.startswith(u.nomor) else ""
        return f"<h{min(u.tingkat + 2, 6)}>{nomor}{isi}</h{min(u.tingkat + 2, 6)}>"
    if isinstance(u, Keterangan):
        return f'<p class="ket">{isi}</p>'
    if isinstance(u, ButirDaftar):
        return f'<p class="butir k{min(u.tingkat, 4)}">{escape(u.tanda)} {isi}</p>'
    return _paragraf(u, isi)


def _paragraf(u: Paragraf, isi: str) -> str:
    kelas = " ".join(k for k, ada in (("tebal", u.tebal), ("ragu", u.ragu)) if ada)
    return f'<p class="{kelas}">{isi}</p>' if kelas else f"<p>{isi}</p>"


def _bertanda(teks: str, tanda: Iterable[Tanda]) -> str:
    """Text with its marks; a mark that overlaps the one before adds only its number."""
    keluar: list[str] = []
    posisi = 0
    for t in tanda:
        if t.awal >= posisi and t.akhir > t.awal:
            keluar.append(escape(teks[posisi : t.awal]))
            keluar.append(f'<mark class="{t.tingkat.value}">{escape(teks[t.awal : t.akhir])}</mark>')
            posisi = t.akhir
        keluar.append(_rujuk(t))
    keluar.append(escape(teks[posisi:]))
    return "".join(keluar)


def _rujuk(t: Tanda) -> str:
    return f'<sup id="{t.jangkar}"><a href="#t{t.nomor}" aria-label="temuan {t.nomor}">{t.nomor}</a></sup>'


def _tabel(u: Tabel, tanda: SelTanda) -> str:
    keluar = ['<div class="gulir" tabindex="0" role="group" aria-label="Tabel"><table>']
    utuh = tanda.get((0, 0), [])
    if u.keterangan or utuh:
        keluar.append(f"<caption>{escape(u.keterangan)}{''.join(map(_rujuk, utuh))}</caption>")
    tampil = _baris_tampil(u, tanda)
    sebelum = 0
    for i in tampil:
        if i > sebelum + 1:
            keluar.append(_lewat(u, i - sebelum - 1))
        keluar.append(_baris(u, i, tanda))
        sebelum = i
    if sebelum < len(u.baris):
        keluar.append(_lewat(u, len(u.baris) - sebelum))
    return "".join(keluar) + "</table></div>"


def _lewat(u: Tabel, jumlah: int) -> str:
    return f'<tr><td class="lewat" colspan="{max(u.lebar, 1)}">{jumlah} baris tanpa temuan</td></tr>'


def _baris_tampil(u: Tabel, tanda: SelTanda) -> list[int]:
    if len(u.baris) <= BATAS_BARIS:
        return list(range(1, len(u.baris) + 1))
    dekat = {i for b, _ in tanda for i in range(b - SEKITAR, b + SEKITAR + 1)}
    return sorted(i for i in dekat | set(range(1, u.kepala + 4)) if 1 <= i <= len(u.baris))


def _baris(u: Tabel, i: int, tanda: SelTanda) -> str:
    """A row; a mark on a covered place goes to the cell that stands there, else to the first of the row."""
    isi = u.baris[i - 1]
    milik: dict[int, list[Tanda]] = {}
    for (b, k), daftar in tanda.items():
        if b == i:
            ada = k if k <= len(isi) and isi[k - 1] is not None else _sel_kiri(isi, k)
            milik.setdefault(ada, []).extend(daftar)
    sel = "".join(_sel(s, milik.get(j, []), i <= u.kepala) for j, s in enumerate(isi, 1) if s is not None)
    return f"<tr>{sel}</tr>"


def _sel_kiri(isi: tuple[Sel | None, ...], kolom: int) -> int:
    return next((j for j in range(min(kolom, len(isi)), 0, -1) if isi[j - 1] is not None), 1)


def _sel(s: Sel, tanda: list[Tanda], kepala: bool) -> str:
    tag = "th" if kepala else "td"
    atribut = (f' colspan="{s.kolom}"' if s.kolom > 1 else "") + (
        f' rowspan="{s.baris}"' if s.baris > 1 else ""
    )
    isi = escape(s.teks)
    if s.ragu:
        isi = f'<span class="ragu" title="{escape(s.alasan_ragu or "bacaan diragukan")}">{isi}</span>'
    if tanda:
        berat = min(tanda, key=lambda t: URUTAN.index(t.tingkat)).tingkat.value
        isi = f'<mark class="{berat}">{isi or "(kosong)"}</mark>' + "".join(map(_rujuk, tanda))
    return f"<{tag}{atribut}>{isi}</{tag}>"
