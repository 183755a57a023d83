"""Running numbers of rows and of headings: one that is out of step, and nothing else."""

from __future__ import annotations

import pytest

from opensakip.dokumen.bacaan import baca_isi
from opensakip.periksa.susunan_baris import periksa_nomor_urut


def cetak(teks: str) -> list[tuple[str | None, str | None]]:
    return [(t.tercetak, t.seharusnya) for t in periksa_nomor_urut((baca_isi("a.txt", teks.encode()),))]


def tabel(*nomor: object) -> str:
    baris = "".join(f"{n}\tTaman {i}\t{i}\n" for i, n in enumerate(nomor))
    return f"# BAB III AKUNTABILITAS KINERJA\n\nTabel 3.1 Taman\n\nNo\tNama taman\tLuas\n{baris}\n"


@pytest.mark.parametrize("nomor", [(1, 2, 3, 4), (1, 2, 3, 5), (1, 2, 1, 2, 3), (3, 5, 9, 12), (1, 2, 3)])
def test_yang_berurut_atau_memilih_bukan_temuan(nomor: tuple[int, ...]) -> None:
    assert cetak(tabel(*nomor)) == []


def test_satu_nomor_baris_menyimpang() -> None:
    assert cetak(tabel(1, 2, 4, 4, 5)) == [("4 Taman 2", "3")]
    assert cetak(tabel(1, 2, 8, 4, 5)) == [("8 Taman 2", "3")]


def test_nomor_anak_judul() -> None:
    judul = "".join(
        f"**{n}. Bahasan {k}**\n\nIsi bahasan itu.\n\n" for n, k in ((1, "a"), (2, "b"), (4, "c"), (4, "d"))
    )
    assert [b for _, b in cetak("## 3.1 Sasaran taman\n\n" + judul)] == ["3"]
