"""Reader of HTML that applications export as workbooks: tables with merged cells, no scripts, limits."""

from __future__ import annotations

import pytest

from opensakip.dokumen.bacaan import TidakTerbaca, baca_isi
from opensakip.dokumen.bacaan.model import Judul, Keterangan, Paragraf, Tabel

LAMAN = """<html><head><title>x</title><script>var a = "<p>bukan isi</p>";</script></head><body>
<h2>BAB II Rencana</h2><p>Pagu <b>naik</b>.</p><p>Tabel 2.1 Rincian</p>
<table><thead><tr><th rowspan="2">NO</th><th colspan="2">PAGU</th></tr>
<tr><th>MURNI</th><th>PERUBAHAN</th></tr></thead>
<tr><td rowspan="9">1</td><td>5.000</td><td>6.000</td></tr>
<tr><td colspan="2">Jumlah<br>seluruhnya</td></tr></table>
</body></html>"""


def test_tabel_bernama_xls() -> None:
    b = baca_isi("rekap.xls", LAMAN.encode())
    assert b.jenis == "html"
    assert [type(u) for u in b.unsur] == [Judul, Paragraf, Keterangan, Tabel]
    (t,) = b.tabel()
    assert [[s.teks if s else None for s in r] for r in t.baris] == [
        ["NO", "PAGU", None],
        [None, "MURNI", "PERUBAHAN"],
        ["1", "5.000", "6.000"],
        [None, "Jumlah seluruhnya", None],
    ]
    assert (t.kepala, t.nomor) == (2, "2.1")
    s = t.baris[2][0]
    assert s is not None
    assert (s.baris, s.tempat.baris, s.tempat.baris_tabel) == (2, 5, 3)


def test_bukan_laman_tetap_teks() -> None:
    assert baca_isi("x.txt", b"Nilai < 5 dan > 3.\n").jenis == "teks"


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ("<html><body></body></html>", "tidak memuat isi"),
        ("<table><tr>" + "<td>x</td>" * 600 + "</tr></table>", "terlalu besar"),
        ('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', "2003"),
    ],
)
def test_laman_ditolak(isi: str, pesan: str) -> None:
    with pytest.raises(TidakTerbaca, match=pesan):
        baca_isi("x.xls", isi.encode())


def test_bersarang_dalam_tidak_menghabiskan_tumpukan() -> None:
    isi = "<html><body>" + "<div>" * 20_000 + "Isi." + "</div>" * 20_000 + "</body></html>"
    with pytest.raises(TidakTerbaca, match="x.html"):
        baca_isi("x.html", isi.encode())
