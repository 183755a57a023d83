"""Figures inside an officer's text: references resolved from the snapshot, so that a text cannot go stale.

A reference is written `{{angka:ID}}`; `{{angka:ID|rupiah}}` prints money in full with "Rp", and
`{{angka:ID|persen}}` adds the sign of per cent. A text may also hold bare digits; those that look like a
figure of its own sasaran but differ from it are named in the warnings of the report.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from opensakip.dokumen.model import Blok, Isi, Narasi, Potong, isi
from opensakip.dokumen.telusur import telusuri
from opensakip.pelaporan.blok.cuplik import Cuplik

ACUAN = re.compile(r"\{\{\s*angka:([^}|\s]+)\s*(?:\|\s*(\w+)\s*)?\}\}")
BENTUK = ("rupiah", "persen")
_SETENGAH = re.compile(r"\{\{|\}\}")
_TAHUN = re.compile(r"(?:19|20)\d\d\.?")
_KATA_ANGKA = {"target": "target", "realisasi": "realisasi", "capaian": "capaian"}
_ANGKA_POLOS = re.compile(
    r"\b(target|realisasi|capaian)\s+(?:sebesar\s+|adalah\s+)?(\d[\d.]*(?:,\d+)?)\b", re.IGNORECASE
)


def urai(c: Cuplik, teks: str) -> Isi:
    """The text as runs; a reference becomes the figure with its id, an unknown one stays visible."""
    bagian: list[Potong | str] = []
    akhir = 0
    for cocok in ACUAN.finditer(teks):
        bagian.append(teks[akhir : cocok.start()])
        bagian.append(_angka(c, cocok[1], cocok[2] or ""))
        akhir = cocok.end()
    bagian.append(teks[akhir:])
    return isi(*bagian)


def _angka(c: Cuplik, id: str, bentuk: str) -> Potong:
    if id not in c.angka:
        return Potong(f"[angka tidak dikenal: {id}]", tebal=True)
    if bentuk == "rupiah":
        return c.rupiah(id, awalan=True)
    return c.potong(id, "%" if bentuk == "persen" else "")


def acuan(teks: str) -> list[tuple[str, str]]:
    """(id, form) of every reference of a text."""
    return [(m[1], m[2] or "") for m in ACUAN.finditer(teks)]


def salah_tulis(teks: str) -> str:
    """What is wrong with the writing of a text's references, in words; empty when nothing is."""
    sisa = ACUAN.sub("", teks)
    if _SETENGAH.search(sisa):
        return "acuan angka ditulis {{angka:ID}}, dengan dua kurung kurawal pembuka dan penutup"
    for _, bentuk in acuan(teks):
        if bentuk and bentuk not in BENTUK:
            return f"bentuk acuan “{bentuk}” tidak dikenal; pilih {' atau '.join(BENTUK)}"
    return ""


def peringatan_naskah(isi_cuplikan: Mapping[str, Any]) -> tuple[str, ...]:
    """Warnings about texts: references to unknown figures, bare figures that differ from the frozen ones."""
    c = Cuplik(isi_cuplikan)
    hasil: list[str] = []
    for tempat, teks in _semua_teks(isi_cuplikan):
        for id, _ in acuan(teks):
            if id not in c.angka:
                dekat = get_close_matches(id, c.angka, n=2)
                saran = f"; mungkin {' atau '.join(dekat)}" if dekat else ""
                hasil.append(f"naskah {tempat}: angka “{id}” tidak ada pada data beku{saran}")
        hasil += _polos_berbeda(c, tempat, teks)
    return tuple(hasil)


# Places that a table shows, not a block of their own.
_DALAM_TABEL = ("tenggat", "tindakan", "upaya")


def peringatan_tempat(isi_cuplikan: Mapping[str, Any], blok: Iterable[Blok]) -> tuple[str, ...]:
    """Warnings about texts whose place this kind of report does not print, so that no text is lost unseen."""
    tercetak = {b.tempat for b in telusuri(blok) if isinstance(b, Narasi)}
    semua = [str(t) for t in isi_cuplikan.get("naskah") or {}]
    hasil = []
    for tempat in semua:
        if tempat in tercetak or tempat.rpartition(".")[2] in _DALAM_TABEL:
            continue
        dekat = get_close_matches(tempat, tercetak, n=1)
        saran = f"; mungkin yang dimaksud {dekat[0]}" if dekat else ""
        hasil.append(f"naskah {tempat}: tempat ini tidak ada pada laporan, teksnya tidak tercetak{saran}")
    return tuple(hasil)


def _semua_teks(isi_cuplikan: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    yield from ((str(k), str(v)) for k, v in (isi_cuplikan.get("naskah") or {}).items())
    for jenis, daftar in (isi_cuplikan.get("bagian") or {}).items():
        for b in daftar:
            yield f"{jenis} {b.get('urut')}", str(b.get("teks") or "")


def _polos_berbeda(c: Cuplik, tempat: str, teks: str) -> list[str]:
    """Bare "target" or "realisasi" with digits in a text, against the figures of its sasaran."""
    bagian = tempat.split(".")
    if bagian[0] != "sasaran" or len(bagian) < 2:
        return []
    milik = [i for i in c.isi.get("indikator") or () if str(i.get("sasaran_kode")) == bagian[1]]
    hasil = []
    for kata, angka in _ANGKA_POLOS.findall(ACUAN.sub("", teks)):
        nama = _KATA_ANGKA[kata.lower()]
        benar = {c.tampil(i.get(nama)) for i in milik} - {"–"}
        if benar and not _TAHUN.fullmatch(angka) and angka.rstrip(".") not in benar:
            hasil.append(
                f"naskah {tempat}: tertulis {nama} {angka}, sedangkan data beku memuat "
                f"{' / '.join(sorted(benar))}; "
                f"tulis {{{{angka:ind.KODE.{nama}}}}} supaya selalu sama"
            )
    return hasil
