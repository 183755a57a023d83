"""Answering "dari mana angka ini?" for records of any room."""

from __future__ import annotations

from collections import defaultdict

from opensakip.berkas.models import Asal
from opensakip.organisasi.models import Instansi

Kunci = tuple[str, int, str]


def asal_semua(instansi: Instansi, objek_jenis: list[str]) -> dict[Kunci, list[dict[str, str]]]:
    """Return the places that records of the given kinds rest on, by (kind, id, field), in one query.

    Each place: ``sumber`` (key), ``judul``, ``baris``, ``tercetak``, ``keadaan``, ``catatan``.
    """
    hasil: dict[Kunci, list[dict[str, str]]] = defaultdict(list)
    baris = (
        Asal.semua.filter(instansi=instansi, objek_jenis__in=objek_jenis)
        .order_by("id")
        .values_list(
            "objek_jenis",
            "objek_id",
            "bidang",
            "fakta__sumber__kunci",
            "fakta__sumber__judul",
            "fakta__baris",
            "fakta__tercetak",
            "fakta__keadaan",
            "fakta__catatan",
        )
    )
    for jenis, objek, bidang, kunci, judul, nomor, tercetak, keadaan, catatan in baris:
        hasil[(jenis, objek, bidang)].append(
            {
                "sumber": kunci,
                "judul": judul,
                "baris": "" if nomor is None else str(nomor),
                "tercetak": tercetak,
                "keadaan": keadaan,
                "catatan": catatan,
            }
        )
    return dict(hasil)
