"""Plain lists: code tables, criteria of an evaluation (LKE), answers of a survey (SKM).

They are recognised, counted and checked; the rooms that would keep them are not built yet, which is said.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from opensakip.dokumen.bacaan.model import Bacaan, Sel, Tabel
from opensakip.impor.batch.bentuk import BarisBaca, Hasil, tempat_json
from opensakip.periksa.pohon.baris import bersih
from opensakip.periksa.pohon.kepala import huruf

_KODE = re.compile(r"(?:no)?kode\w*")
_NAMA = re.compile(r"nama\w*|uraian\w*|nomenklatur\w*|kriteria|deskripsi")
_UANG = re.compile(r"(?:pagu|anggaran|alokasi|jumlah|nilairp).*")


@dataclass(frozen=True, slots=True)
class Kolom:
    """Columns of a list: which hold codes, which the name, and all heads."""

    kepala: tuple[str, ...]
    kode: tuple[int, ...]
    nama: int
    lain: tuple[int, ...] = ()


def _kepala(t: Tabel) -> tuple[str, ...]:
    return tuple(huruf(s.teks) if s else "" for s in t.baris[0]) if t.baris else ()


def _kode(t: Tabel) -> Kolom | None:
    """A code, a name, and no money."""
    kata = _kepala(t)
    kode = tuple(j for j, k in enumerate(kata) if _KODE.fullmatch(k))
    nama = [j for j, k in enumerate(kata) if _NAMA.fullmatch(k)]
    if not kode or not nama or any(_UANG.fullmatch(k) for k in kata) or _lke(t) is not None:
        return None
    utama = tuple(j for j in kode if kata[j] == "kode")
    return Kolom(kata, utama or kode, nama[0] if utama else nama[-1])


def _lke(t: Tabel) -> Kolom | None:
    """Criteria with a weight, or with the way they are graded."""
    kata = _kepala(t)
    kode = tuple(j for j, k in enumerate(kata) if _KODE.fullmatch(k))
    berbobot = [j for j, k in enumerate(kata) if k.startswith("bobot")]
    bertingkat = {"level", "induk"} <= set(kata) or any("kriteria" in k or "komponen" in k for k in kata)
    nama = [
        j for j, k in enumerate(kata) if k in ("nama", "kriteria", "uraian") or k.startswith("namakriteria")
    ]
    dinilai = berbobot or any(k.startswith(("nilai", "panduan", "jenispenilaian")) for k in kata)
    if not (kode and nama and bertingkat and dinilai):
        return None
    return Kolom(kata, kode[-1:] if len(kode) > 1 else kode, nama[0], tuple(berbobot))


def _skm(t: Tabel) -> Kolom | None:
    """One line per respondent and question, or one line per respondent with its elements."""
    kata = _kepala(t)
    responden = next((j for j, k in enumerate(kata) if k.startswith("responden")), None)
    if responden is None:
        return None
    soal = next((j for j, k in enumerate(kata) if k.startswith(("pertanyaan", "unsur"))), None)
    nilai = tuple(
        j for j, k in enumerate(kata) if k.startswith(("nilai", "jawaban")) or re.fullmatch(r"u\d", k)
    )
    if not nilai:
        return None
    return Kolom(kata, (responden,), soal if soal is not None else responden, nilai)


def _pengenal(jenis: str, cari: Callable[[Tabel], Kolom | None]) -> Callable[[Bacaan], list[Hasil]]:
    def kenali(bacaan: Bacaan) -> list[Hasil]:
        hasil = Hasil(jenis, bacaan.berkas, [], dapat_dimuat=False)
        for t in bacaan.tabel():
            k = cari(t)
            if k is not None:
                hasil.baris += _baris(t, k, len(hasil.baris))
        hasil.peringatan = _ingatkan(jenis, hasil.baris)
        return [hasil]

    return kenali


def _teks(b: tuple[Sel | None, ...], j: int) -> str:
    s = b[j] if j < len(b) else None
    return bersih(s.teks) if s else ""


def _baris(t: Tabel, k: Kolom, mulai: int) -> list[BarisBaca]:
    hasil: list[BarisBaca] = []
    for b in t.baris[1:]:
        sel = [s for s in b if s is not None]
        kode = next((_teks(b, j) for j in reversed(k.kode) if _teks(b, j)), "")
        if not sel or not (kode or _teks(b, k.nama)):
            continue
        isi: dict[str, Any] = {
            "kode": kode,
            "nama": _teks(b, k.nama) or kode,
            "tingkat": t.tempat.lembar or "",
            "nilai": "; ".join(_teks(b, j) for j in k.lain if _teks(b, j)),
        }
        lokasi = {"": tempat_json([sel[0].tempat])}
        hasil.append(BarisBaca(f"b{mulai + len(hasil) + 1}", isi, lokasi))
    return hasil


def _ingatkan(jenis: str, baris: Iterable[BarisBaca]) -> list[str]:
    """What the list itself shows to be wrong."""
    baris = list(baris)
    if not baris:
        return []
    if jenis == "skm":
        responden = {b.terurai["kode"] for b in baris}
        soal = {b.terurai["nama"] for b in baris}
        kosong = sum(1 for b in baris if not b.terurai["nilai"])
        pesan = f"{len(responden)} responden, {len(soal)} pertanyaan, {kosong} jawaban kosong."
        return [pesan]
    kali = Counter((b.terurai["tingkat"], b.terurai["kode"]) for b in baris if b.terurai["kode"])
    ganda = [kode for (_, kode), n in kali.items() if n > 1]
    tanpa = sum(1 for b in baris if not b.terurai["kode"])
    pesan_ganda = (
        f"{len(ganda)} kode tercetak lebih dari sekali, misalnya {', '.join(ganda[:3])}." if ganda else ""
    )
    pesan_tanpa = f"{tanpa} baris tanpa kode." if tanpa else ""
    return [x for x in (pesan_ganda, pesan_tanpa) if x]


kenali_kode = _pengenal("kode", _kode)
kenali_lke = _pengenal("lke", _lke)
kenali_skm = _pengenal("skm", _skm)
