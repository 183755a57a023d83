"""From a report to findings: the report is read and checked, its passages and findings kept for the round."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

from django.db import transaction

from opensakip.dokumen.bacaan import TidakTerbaca, baca_isi
from opensakip.dokumen.bacaan.model import Bacaan, Tabel
from opensakip.periksa.jalan import Hasil, periksa
from opensakip.periksa.laman import judul_jenis
from opensakip.periksa.laman.sorot import Sorot, sorot
from opensakip.periksa.temuan import Temuan
from opensakip.reviu.errors import ReviuTidakSah
from opensakip.reviu.models import Reviu, TemuanReviu

BARIS_SEKITAR = 2
"""Rows of a table kept above and below a marked one, beside its head."""


def baca_dan_periksa(nama: str, isi: bytes) -> Hasil:
    """Read a report and run every check over it.

    Raises:
        ReviuTidakSah: the file cannot be read; the message says why and the mend.
    """
    try:
        return periksa([baca_isi(nama, isi)])
    except TidakTerbaca as sebab:
        raise ReviuTidakSah(str(sebab)) from sebab


@transaction.atomic
def simpan_hasil(reviu: Reviu, hasil: Hasil) -> None:
    """Put the findings of a round and the passages they stand in into the database; the round can begin."""
    bacaan = hasil.bacaan[0]
    tanda = sorot(0, bacaan, hasil.temuan)
    TemuanReviu.semua.bulk_create(
        [
            TemuanReviu(
                instansi_id=reviu.instansi_id,
                reviu=reviu,
                urut=n,
                pemeriksaan=t.jenis,
                judul=judul_jenis(t.jenis)[:255],
                tingkat=t.tingkat.value,
                keyakinan=t.keyakinan,
                tercetak=t.tercetak or "",
                seharusnya=t.seharusnya or "",
                kalimat=t.kalimat,
                dasar=t.dasar,
                lokasi=[
                    {
                        "sebut": x.tempat.sebut(),
                        "kutipan": x.kutipan,
                        "jangkar": tanda.terpasang.get((n, i), ""),
                    }
                    for i, x in enumerate(t.lokasi)
                ],
                sidik_temuan=sidik,
            )
            for (n, t), sidik in zip(enumerate(hasil.temuan, 1), _sidik(hasil.temuan), strict=True)
        ]
    )
    reviu.naskah = naskah_bertanda(bacaan, tanda)
    reviu.peringatan = list(hasil.peringatan)
    reviu.halaman = bacaan.halaman
    reviu.keadaan = "berjalan"
    reviu.save(update_fields=["naskah", "peringatan", "halaman", "keadaan"])


def _sidik(temuan: Iterable[Temuan]) -> list[str]:
    """A hash that survives moved pages: kind, printed and expected figure, and which of equal ones it is."""
    dipakai: dict[str, int] = {}
    hasil = []
    for t in temuan:
        inti = "\n".join([t.jenis, t.tercetak or "", t.seharusnya or ""])
        dipakai[inti] = dipakai.get(inti, 0) + 1
        hasil.append(hashlib.sha256(f"{inti}\n{dipakai[inti]}".encode()).hexdigest())
    return hasil


def naskah_bertanda(b: Bacaan, tanda: Sorot) -> list[dict[str, Any]]:
    """The passages with findings, in order of reading, under the heading they stand in.

    A text is {"jenis": "teks", "judul", "tempat", "teks", "tanda": [[from, to, finding, anchor, degree]]};
    a table {"jenis": "tabel", "judul", "tempat", "keterangan", "baris": [{"nomor", "kepala", "sel": [...]}]}
    whose cells are [text, columns, marks].
    """
    hasil: list[dict[str, Any]] = []
    for n, (jalur, u) in enumerate(b.berjalur()):
        judul = " ".join(x for x in (jalur[-1].nomor, jalur[-1].teks) if x) if jalur else ""
        dasar = {"judul": judul, "tempat": u.tempat.sebut()}
        if isinstance(u, Tabel):
            if n in tanda.sel:
                hasil.append(
                    dasar | {"jenis": "tabel", "keterangan": u.keterangan, "baris": _baris(u, tanda.sel[n])}
                )
        elif n in tanda.teks:
            sorotan = [[t.awal, t.akhir, t.nomor, t.jangkar, t.tingkat.value] for t in tanda.teks[n]]
            hasil.append(dasar | {"jenis": "teks", "teks": u.teks, "tanda": sorotan})
    return hasil


def _baris(u: Tabel, tanda: dict[tuple[int, int], list[Any]]) -> list[dict[str, Any]]:
    """Head, marked rows and their neighbours; the rest of a long table is left out."""
    tampak = set(range(u.kepala)) | ({0} if (0, 0) in tanda else set())
    for baris, _ in tanda:
        tampak |= set(range(baris - 1 - BARIS_SEKITAR, baris + BARIS_SEKITAR))
    hasil = []
    for i in sorted(x for x in tampak if 0 <= x < len(u.baris)):
        sel = []
        for j in range(u.lebar):
            s = u.sel(i, j)
            if s is None or (i, j) != _asal(u, i, j):
                if s is None or _asal(u, i, j)[0] != i:
                    sel.append(["", 1, []])
                continue
            milik = [t for (r, k), daftar in tanda.items() for t in daftar if _kena(r, k, i, j, s.kolom)]
            sel.append([s.teks, s.kolom, [[t.nomor, t.jangkar, t.tingkat.value] for t in milik]])
        hasil.append({"nomor": i + 1, "kepala": i < u.kepala, "sel": sel})
    return hasil


def _asal(u: Tabel, i: int, j: int) -> tuple[int, int]:
    """Where the cell stands that covers a place of the grid; the place itself where none does."""
    s = u.sel(i, j)
    for r in range(i, -1, -1):
        for k in range(j, -1, -1):
            if k < len(u.baris[r]) and s is not None and u.baris[r][k] is s:
                return r, k
    return i, j


def _kena(baris: int, kolom: int, i: int, j: int, lebar: int) -> bool:
    """Whether a mark of (row, column from 1; 0, 0 = whole table) falls on the cell at (i, j from 0)."""
    if baris == 0:
        return i == 0 and j == 0
    return baris == i + 1 and j + 1 <= kolom <= j + lebar
