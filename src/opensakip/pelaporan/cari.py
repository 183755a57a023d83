"""Search over everything a visitor may see: agencies, and what stands in their newest frozen figures.

The index of a snapshot is made from its text *after* it was narrowed to the visitor's units, so neither a hit
nor a count can speak of what this visitor may not open.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from opensakip.akun import penjaga
from opensakip.organisasi.models import Instansi
from opensakip.pelaporan.models import Cuplikan
from opensakip.pelaporan.selectors import Beku, isi_tersaring

#: Kinds of hits, in the order in which they are shown.
JENIS = ("instansi", "indikator", "sasaran", "pk", "anggaran", "unit", "dokumen")
#: Longest question that is looked at; further words are cut.
PANJANG = 100
_PISAH = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Temuan:
    """One hit. ``id`` is its code or row id on the page of its kind; ``jalur`` leads from the top to it."""

    jenis: str
    kode: str
    judul: str
    jalur: tuple[str, ...]
    slug: str
    tahun: int | None
    id: str
    rata: str


def ratakan(teks: str) -> str:
    """Lower case without accents, single spaces: how question and text are compared."""
    polos = unicodedata.normalize("NFKD", teks.casefold())
    return _PISAH.sub(" ", "".join(h for h in polos if not unicodedata.combining(h))).strip()


def kata_kunci(tanya: str) -> tuple[str, ...]:
    """The words of a question, each once."""
    return tuple(dict.fromkeys(ratakan(tanya[:PANJANG]).split()))


def cari(pengguna: penjaga.Pengunjung, tanya: str) -> dict[str, list[Temuan]]:
    """Hits by kind, best first; every word must occur. Empty questions find nothing.

    A thing that stands in several years of an agency is found once, in the newest.
    """
    kata = kata_kunci(tanya)
    hasil: dict[str, list[Temuan]] = {j: [] for j in JENIS}
    if not kata:
        return hasil
    instansi = list(penjaga.instansi_terbaca(pengguna))
    for i in instansi:
        t = Temuan("instansi", "", i.nama, (), i.slug, None, "", ratakan(f"{i.nama} {i.singkatan} {i.slug}"))
        if all(k in t.rata for k in kata):
            hasil["instansi"].append(t)
    sudah: set[tuple[str, str, str]] = set()
    for daftar in _daftar(pengguna, instansi):
        for t in daftar:
            tanda = (t.slug, t.jenis, t.kode or t.judul)
            if all(k in t.rata for k in kata) and tanda not in sudah:
                sudah.add(tanda)
                hasil[t.jenis].append(t)
    for temuan in hasil.values():
        temuan.sort(key=lambda t: _nilai(t, kata))
    return hasil


def _nilai(t: Temuan, kata: tuple[str, ...]) -> tuple[int, int, int]:
    """Exact code first, then code that begins so, then words that begin so; newest year before older ones."""
    utuh, kode = " ".join(kata), ratakan(t.kode)
    if kode == utuh:
        mutu = 0
    elif kode.startswith(utuh):
        mutu = 1
    else:
        mutu = 2 + sum(f" {k}" not in f" {t.rata}" for k in kata)
    return mutu, -(t.tahun or 0), len(t.judul)


def _daftar(pengguna: penjaga.Pengunjung, instansi: list[Instansi]) -> Iterable[tuple[Temuan, ...]]:
    """Index of the newest snapshot of every agency and year, newest year first."""
    milik = {i.pk: i for i in instansi}
    terbaru: dict[tuple[int, int], Cuplikan] = {}
    semua = Cuplikan.semua.filter(instansi__in=instansi, jenis="lkjip").defer("isi")
    for c in semua.order_by("-tahun", "nomor"):
        terbaru[c.instansi_id, c.tahun] = c
    unit = penjaga.kode_unit_terlihat(pengguna, [milik[pk] for pk in dict.fromkeys(p for p, _ in terbaru)])
    for (pk, _), c in terbaru.items():
        yield _indeks(Beku(c), unit[pk], milik[pk].slug)


@lru_cache(maxsize=256)
def _indeks(beku: Beku, unit: frozenset[str] | None, slug: str) -> tuple[Temuan, ...]:
    assert beku.cuplikan is not None
    cuplikan, beku.cuplikan = beku.cuplikan, None
    return tuple(_baris(isi_tersaring(cuplikan, unit), slug, cuplikan.tahun))


def _baris(isi: Mapping[str, Any], slug: str, tahun: int) -> Iterable[Temuan]:
    nama = isi["meta"]["instansi"]["singkatan"] or isi["meta"]["instansi"]["nama"]
    atas = (f"{nama} {tahun}",)

    def buat(jenis: str, kode: str, judul: str, jalur: tuple[str, ...], id_: str, lain: str = "") -> Temuan:
        return Temuan(jenis, kode, judul, atas + jalur, slug, tahun, id_, ratakan(f"{kode} {judul} {lain}"))

    jalur: tuple[str, ...]
    sasaran = {s["kode"]: s["teks"] for s in isi["sasaran"]}
    for i in isi["indikator"]:
        jalur = (sasaran[i["sasaran_kode"]],) if i["sasaran_kode"] in sasaran else ()
        yield buat("indikator", i["kode"], i["nama"], jalur, i["kode"], i["unit_nama"])
    for s in isi["sasaran"]:
        yield buat("sasaran", s["kode"], s["teks"], (s["unit_nama"],), s["kode"])
    for versi in isi["pk"]:
        pihak = " ".join(p["jabatan"] for p in versi["pihak"])
        judul = f"Perjanjian Kinerja {tahun}, {versi['tahap']}"
        yield buat("pk", str(versi.get("kode") or ""), judul, (), str(versi["nomor"]), f"PK {pihak}")
    induk: dict[str, tuple[str, ...]] = {}
    for b in isi["anggaran"]["pohon"]:
        jalur = induk.get(b["induk"] or "", ())
        induk[b["id"]] = (*jalur, b["nama"])
        lain = " ".join(i["nama"] for i in b["indikator"])
        yield buat("anggaran", b["kode"] or "", b["nama"], jalur, b["id"], f"{lain} {b['unit_nama']}")
    nama_unit = {u["kode"]: u["nama"] for u in isi["organisasi"]}
    for u in isi["organisasi"]:
        jalur = (nama_unit[u["induk"]],) if u["induk"] in nama_unit else ()
        lain = f"{u.get('singkatan') or ''} {u.get('pimpinan') or ''}"
        yield buat("unit", u["kode"], u["nama"], jalur, u["kode"], lain)
    for d in isi["dokumen"]:
        yield buat("dokumen", d["kode"], d["judul"], (), d["kode"], d["jenis"])
