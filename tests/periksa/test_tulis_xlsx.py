"""The sheet of findings: text stays text, also where it looks like a formula."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import UTC, datetime

from python_calamine import CalamineWorkbook

from opensakip.periksa.jalan import periksa
from opensakip.periksa.tulis_xlsx import xlsx
from tests.dukungan.bacaan_uji import cek, dokumen, temuan

WAKTU = datetime(2026, 2, 1, tzinfo=UTC)


def test_satu_baris_per_temuan() -> None:
    semua = [temuan(), replace(temuan("b", tercetak='=HYPERLINK("x")', seharusnya="@a"), kalimat="+1")]
    isi = xlsx(periksa([dokumen()], daftar={"x": cek("x", lambda _: semua)}), waktu=WAKTU)
    baris = CalamineWorkbook.from_filelike(io.BytesIO(isi)).get_sheet_by_index(0).to_python()
    kepala = next(n for n, b in enumerate(baris) if b[0] == "Nomor")
    assert [b[0] for b in baris[kepala + 1 :]] == [1.0, 2.0]
    assert [b[5] for b in baris[kepala + 1 :]] == ['=HYPERLINK("x")', "91,63%"]
    with zipfile.ZipFile(io.BytesIO(isi)) as z:
        assert "<f>" not in z.read("xl/worksheets/sheet1.xml").decode()


def test_temuan_sama_bita_sama() -> None:
    hasil = periksa([dokumen()], daftar={"x": cek("x", lambda _: [temuan()])})
    assert xlsx(hasil, waktu=WAKTU) == xlsx(hasil, waktu=WAKTU)
