"""Findings as JSON in a published, versioned form (docs/rujukan/skema-periksa-1.json)."""

from __future__ import annotations

from typing import Any, Final

from opensakip.dokumen.bacaan.model import Bacaan, Tempat
from opensakip.periksa.jalan import Hasil
from opensakip.periksa.temuan import Lokasi, Temuan

SKEMA: Final = "periksa/1"


def ke_json(hasil: Hasil) -> dict[str, Any]:
    """The object of one document, or of several that were checked against each other.

    One document: ``berkas`` is its name and ``halaman`` its number of pages or null. Several: ``berkas`` is a
    list of objects with name, kind and pages.
    """
    kepala: dict[str, Any] = {"skema": SKEMA}
    if len(hasil.bacaan) == 1:
        kepala |= _berkas(hasil.bacaan[0])
    else:
        kepala["berkas"] = [_berkas(b) for b in hasil.bacaan]
    return kepala | {
        "temuan": [temuan_json(t) for t in hasil.temuan],
        "ringkasan": hasil.ringkasan,
        "peringatan": list(hasil.peringatan),
    }


def _berkas(b: Bacaan) -> dict[str, Any]:
    return {"berkas": b.berkas, "jenis": b.jenis, "halaman": b.halaman, "sidik": b.sidik or None}


def temuan_json(t: Temuan) -> dict[str, Any]:
    """One finding; ``tercetak`` and ``seharusnya`` are strings as printed, or null."""
    return {
        "id": t.id,
        "jenis": t.jenis,
        "tingkat": t.tingkat.value,
        "keyakinan": t.keyakinan,
        "tercetak": t.tercetak,
        "seharusnya": t.seharusnya,
        "kalimat": t.kalimat,
        "dasar": t.dasar,
        "lokasi": [_lokasi(x) for x in t.lokasi],
    }


def _lokasi(x: Lokasi) -> dict[str, Any]:
    t = x.tempat
    isi: dict[str, Any] = {
        "berkas": x.berkas,
        "halaman": t.halaman,
        "baris": t.baris,
        "tabel": t.tabel,
        "sel": _sel(t),
    }
    if t.lembar is not None:
        isi["lembar"] = t.lembar
    if x.kutipan:
        isi["kutipan"] = x.kutipan
    return isi


def _sel(t: Tempat) -> dict[str, int | None] | None:
    """Row and column in the table, from 1; null outside a table."""
    if t.baris_tabel is None and t.kolom is None:
        return None
    return {"baris": t.baris_tabel, "kolom": t.kolom}
