"""The model of reading as JSON (schema docs/rujukan/skema-bacaan-1.json); defaults are left out."""

from __future__ import annotations

from typing import Any

from opensakip.dokumen.bacaan.model import (
    SKEMA,
    Bacaan,
    ButirDaftar,
    Judul,
    Keterangan,
    Paragraf,
    Sel,
    Tabel,
    Tempat,
    Unsur,
)

_TEMPAT = ("halaman", "baris", "tabel", "baris_tabel", "kolom", "lembar", "paragraf")


def ke_json(b: Bacaan) -> dict[str, Any]:
    """The whole document as an object that `json.dumps` takes."""
    return {
        "skema": SKEMA,
        "berkas": b.berkas,
        "jenis": b.jenis,
        "halaman": b.halaman,
        "pindaian": b.pindaian,
        "sidik": b.sidik,
        "peringatan": list(b.peringatan),
        "unsur": [_unsur(u) for u in b.unsur],
    }


def _isi(**sifat: Any) -> dict[str, Any]:
    """Properties without those that say nothing: empty texts and lists, false, None."""
    return {k: v for k, v in sifat.items() if v not in ("", None, False) and v != []}


def _tempat(t: Tempat) -> dict[str, Any]:
    return {k: v for k in _TEMPAT if (v := getattr(t, k)) is not None}


def _potongan(potongan: tuple[tuple[int, Tempat], ...]) -> list[dict[str, Any]]:
    """Pieces of a text, only where there is more than one place."""
    if len(potongan) < 2:
        return []
    return [{"awal": awal, "tempat": _tempat(t)} for awal, t in potongan]


def _unsur(u: Unsur) -> dict[str, Any]:
    if isinstance(u, Tabel):
        return _tabel(u)
    isi = {"teks": u.teks, "tempat": _tempat(u.tempat)}
    if isinstance(u, Judul):
        return {"jenis": "judul", **isi, "tingkat": u.tingkat, **_isi(nomor=u.nomor, ragu=u.ragu)}
    if isinstance(u, Keterangan):
        return {"jenis": "keterangan", **isi, "untuk": u.jenis, **_isi(nomor=u.nomor)}
    lain = _isi(potongan=_potongan(u.potongan), ragu=u.ragu)
    if isinstance(u, ButirDaftar):
        return {"jenis": "butir", **isi, "tingkat": u.tingkat, **_isi(tanda=u.tanda), **lain}
    assert isinstance(u, Paragraf)
    return {"jenis": "paragraf", **isi, **_isi(tebal=u.tebal), **lain}


def _tabel(t: Tabel) -> dict[str, Any]:
    return {
        "jenis": "tabel",
        "tempat": _tempat(t.tempat),
        "kepala": t.kepala,
        **_isi(nomor=t.nomor, keterangan=t.keterangan, daftar=t.daftar, ragu=t.ragu),
        "baris": [[_sel(s) if s is not None else None for s in b] for b in t.baris],
    }


def _sel(s: Sel) -> dict[str, Any]:
    hasil: dict[str, Any] = {"teks": s.teks, "tempat": _tempat(s.tempat)}
    if s.kolom > 1:
        hasil["kolom"] = s.kolom
    if s.baris > 1:
        hasil["baris"] = s.baris
    nilai = format(s.nilai, "f") if s.nilai is not None else None
    return hasil | _isi(
        nilai=nilai,
        tanda=s.tanda,
        tebal=s.tebal,
        paragraf=list(s.paragraf),
        ragu=s.ragu,
        alasan_ragu=s.alasan_ragu,
    )
