"""`opensakip baca`: JSON by its published schema, a readable summary, one line and 2 when unreadable."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import docx
import pytest
import typst
import xlsxwriter

from opensakip.cli.utama import utama
from opensakip.dokumen.bacaan import baca_isi
from opensakip.dokumen.bacaan.tulis_json import ke_json
from tests.dukungan.skema import pelanggaran

AKAR = Path(__file__).resolve().parents[2]
SKEMA = json.loads((AKAR / "docs/rujukan/skema-bacaan-1.json").read_text(encoding="utf-8"))
TEKS = (
    "## BAB I PENDAHULUAN\n\nRealisasi tahun ini sebesar\n\n89,53 dari target.\n\n- a. butir satu;\n\n"
    "Tabel 1.1 Capaian\n\nNO\tNILAI\t\n\tTARGET\tREALISASI\n1\t9O,5\t89,5\n\nDAFTAR ISI\n\nBAB I ......\t1\n"
)


@pytest.fixture
def berkas(tmp_path: Path) -> Path:
    jalur = tmp_path / "laporan.txt"
    jalur.write_text(TEKS, encoding="utf-8")
    return jalur


def _docx() -> bytes:
    d = docx.Document()
    d.add_heading("Pendahuluan", 1)
    d.add_paragraph("butir", style="List Bullet")
    t = d.add_table(2, 2)
    t.cell(0, 0).merge(t.cell(0, 1)).text = "Nilai"
    t.cell(1, 0).text = "satu\ndua"
    wadah = io.BytesIO()
    d.save(wadah)
    return wadah.getvalue()


def _xlsx() -> bytes:
    wadah = io.BytesIO()
    w = xlsxwriter.Workbook(wadah)
    s = w.add_worksheet("Data")
    s.write_row(0, 0, ["kode", "nilai"])
    s.write_row(1, 0, ["a", 0.25])
    w.close()
    return wadah.getvalue()


def _pdf() -> bytes:
    hasil = typst.compile(b"= Judul\nIsi.\n#table(columns: 2, [No], [Nilai], [1], [5,5])", format="pdf")
    assert isinstance(hasil, bytes)
    return hasil


@pytest.mark.parametrize(
    ("nama", "isi"),
    [
        ("a.txt", TEKS.encode()),
        ("a.docx", _docx()),
        ("a.xlsx", _xlsx()),
        ("a.pdf", _pdf()),
        ("a.csv", b"a;b\n1;2\n"),
    ],
)
def test_json_mengikuti_skema(nama: str, isi: bytes) -> None:
    hasil = json.loads(json.dumps(ke_json(baca_isi(nama, isi))))
    assert pelanggaran(hasil, SKEMA) == []
    assert any(u["jenis"] == "tabel" for u in hasil["unsur"])


def test_skema_menolak_yang_menyimpang() -> None:
    hasil = ke_json(baca_isi("a.txt", TEKS.encode()))
    hasil["unsur"][0]["tingkat"] = 0
    hasil["lain"] = 1
    assert len(pelanggaran(hasil, SKEMA)) >= 2


def test_json_di_keluaran(berkas: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert utama(["baca", str(berkas), "--json"]) == 0
    isi: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert (isi["skema"], isi["berkas"], isi["jenis"]) == ("bacaan/1", "laporan.txt", "teks")
    paragraf = next(u for u in isi["unsur"] if u["jenis"] == "paragraf")
    assert [p["tempat"]["baris"] for p in paragraf["potongan"]] == [3, 5]
    tabel = next(u for u in isi["unsur"] if u["jenis"] == "tabel")
    assert tabel["baris"][0][1]["kolom"] == 2
    assert tabel["baris"][2][1]["alasan_ragu"] == "angka bercampur huruf"


def test_ringkasan_terbaca_orang(berkas: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert utama(["baca", str(berkas)]) == 0
    keluar = capsys.readouterr().out
    assert "BAB I PENDAHULUAN  [baris 1]" in keluar
    assert "tabel 1: Tabel 1.1 Capaian (3 × 3, 1 sel meragukan)" in keluar


def test_satu_tabel_dan_nomor_yang_salah(berkas: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert utama(["baca", str(berkas), "--tabel", "1"]) == 0
    assert capsys.readouterr().out.splitlines()[2] == "1\t9O,5\t89,5"
    assert utama(["baca", str(berkas), "--tabel", "9"]) == 2
    assert "memuat 2 tabel" in capsys.readouterr().err


@pytest.mark.parametrize(("isi", "pesan"), [(b"", "berkas kosong"), (b"\x89PNG\r\n\x1a\n", "gambar")])
def test_tidak_terbaca_keluar_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], isi: bytes, pesan: str
) -> None:
    jalur = tmp_path / "x.pdf"
    jalur.write_bytes(isi)
    assert utama(["baca", str(jalur)]) == 2
    galat = capsys.readouterr().err
    assert galat.startswith("opensakip: x.pdf: ")
    assert pesan in galat
    assert galat.count("\n") == 1


def test_berkas_tidak_ada_dan_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert utama(["baca", str(tmp_path / "tiada.pdf")]) == 2
    assert utama(["baca", str(tmp_path)]) == 2
    assert "folder" in capsys.readouterr().err
