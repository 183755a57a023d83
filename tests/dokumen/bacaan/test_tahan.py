"""Damaged files of every kind: a model or one refusal, never a fault, never long."""

from __future__ import annotations

import io
import random
import re
import time
import zipfile
from functools import cache

import docx
import pytest
import typst
import xlsxwriter

from opensakip.dokumen.bacaan import TidakTerbaca, baca_isi

PUTARAN = 60  # damaged copies of each file; more with another seed finds other places
DETIK_MAKS = 10
ISIAN = ("", "-1", "99999999999", "abc", "1.5", "A0", "ZZZZ9")


@cache
def contoh() -> dict[str, bytes]:
    """One sound file of each kind."""
    d = docx.Document()
    d.add_heading("Pendahuluan", 1)
    d.add_paragraph("butir", style="List Bullet")
    t = d.add_table(3, 3)
    t.cell(0, 0).merge(t.cell(1, 1)).text = "Nilai"
    word, buku = io.BytesIO(), io.BytesIO()
    d.save(word)
    w = xlsxwriter.Workbook(buku)
    s = w.add_worksheet("Data")
    s.merge_range(0, 0, 0, 1, "Judul", w.add_format({"bold": True}))
    s.write_row(1, 0, ["kode", 0.25], w.add_format({"num_format": "0.0%"}))
    w.close()
    pdf = typst.compile(
        b"= Judul\nIsi.\n#grid(columns: 2, stroke: 1pt, [No], [Nilai], [1], [5,5])", format="pdf"
    )
    assert isinstance(pdf, bytes)
    teks = "# BAB I\n\nSatu kalimat\n\nNO\tNILAI\n1\t5,5\n\n- a. butir\n" * 5
    return {
        "a.docx": word.getvalue(),
        "a.xlsx": buku.getvalue(),
        "a.pdf": pdf,
        "a.txt": teks.encode(),
        "a.csv": b'kode;"nilai"\n01;"dua\nbaris"\n02;7\n',
    }


def bita(isi: bytes, acak: random.Random) -> bytes:
    """Bytes changed, lost, added, doubled."""
    x = bytearray(isi)
    for _ in range(acak.choice((1, 3, 10, 60))):
        i, cara = acak.randrange(len(x)), acak.randrange(4)
        if cara == 0:
            x[i] = acak.randrange(256)
        elif cara == 1:
            del x[i : i + acak.randrange(1, 50)]
        elif cara == 2:
            x[i:i] = acak.randbytes(acak.randrange(1, 20))
        else:
            j = acak.randrange(len(x))
            x[i:i] = x[j : j + acak.randrange(1, 200)]
        x = x or bytearray(b"a")
    return bytes(x)


def bagian(isi: bytes, acak: random.Random) -> bytes:
    """One part of a container damaged: its bytes, or the values of its attributes."""
    with zipfile.ZipFile(io.BytesIO(isi)) as lama:
        sasaran = acak.choice([n for n in lama.namelist() if n.endswith((".xml", ".rels"))])
        baru = io.BytesIO()
        with zipfile.ZipFile(baru, "w", zipfile.ZIP_DEFLATED) as z:
            for n in lama.namelist():
                asal = lama.read(n)
                rusak = bita if acak.random() < 0.3 else sifat
                z.writestr(n, rusak(asal, acak) if n == sasaran else asal)
    return baru.getvalue()


def sifat(isi: bytes, acak: random.Random) -> bytes:
    """Values of attributes replaced by what nobody expects."""
    teks = isi.decode("utf-8", "replace")
    for _ in range(acak.choice((1, 3, 10))):
        semua = list(re.finditer(r'="([^"]*)"', teks))
        if semua:
            m = acak.choice(semua)
            teks = teks[: m.start(1)] + acak.choice(ISIAN) + teks[m.end(1) :]
    return teks.encode()


@pytest.mark.parametrize("nama", ["a.docx", "a.xlsx", "a.pdf", "a.txt", "a.csv"])
def test_berkas_rusak_terbaca_atau_ditolak(nama: str) -> None:
    acak = random.Random(nama)
    asal = contoh()[nama]
    for n in range(PUTARAN):
        cara = bagian if asal[:2] == b"PK" and n % 3 else bita
        awal = time.monotonic()
        try:
            baca_isi(nama, cara(asal, acak))
        except TidakTerbaca as galat:
            pesan = str(galat)
        else:
            pesan = f"{nama}: terbaca."
        assert pesan.startswith(f"{nama}: ")
        assert pesan.endswith((".", ")"))
        assert time.monotonic() - awal < DETIK_MAKS
