"""Reader of workbooks and CSV: values as shown and exact, merged cells, places, limits."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import xlsxwriter

from opensakip.dokumen.bacaan import TidakTerbaca, baca_isi
from opensakip.dokumen.bacaan.model import Bacaan, Judul, Keterangan, Paragraf, Sel, Tabel

ODS = "urn:oasis:names:tc:opendocument:xmlns"


def buku(isi: Any, **pilihan: Any) -> bytes:
    """A workbook written by `isi(workbook, sheet)`."""
    wadah = io.BytesIO()
    w = xlsxwriter.Workbook(wadah, {"in_memory": True, **pilihan})
    isi(w, w.add_worksheet("Data"))
    w.close()
    return wadah.getvalue()


def isi_tabel(t: Tabel) -> list[list[str | None]]:
    return [[s.teks if s else None for s in b] for b in t.baris]


def sel(t: Tabel, i: int, j: int) -> Sel:
    s = t.baris[i][j]
    assert s is not None
    return s


def satu(b: Bacaan) -> Tabel:
    (t,) = b.tabel()
    return t


def ods(baris: str) -> bytes:
    """A spreadsheet of OpenDocument with these rows."""
    xml = (
        f'<office:document-content xmlns:office="{ODS}:office:1.0" xmlns:table="{ODS}:table:1.0"'
        f' xmlns:text="{ODS}:text:1.0" office:version="1.2"><office:body><office:spreadsheet>'
        f'<table:table table:name="Data">{baris}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        z.writestr("content.xml", xml)
        manifes = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
        z.writestr("META-INF/manifest.xml", f'<manifest:manifest xmlns:manifest="{manifes}"/>')
    return wadah.getvalue()


def sel_ods(teks: str, sifat: str = "") -> str:
    return f'<table:table-cell office:value-type="string"{sifat}><text:p>{teks}</text:p></table:table-cell>'


# ── XLSX ─────────────────────────────────────────────────────────────────────────────────────────────


def test_nilai_tampil_dan_tepat() -> None:
    def tulis(w: Any, s: Any) -> None:
        s.write_row(0, 0, ["NO", "TARGET", "CAPAIAN", "PAGU", "TANGGAL", "KODE"])
        s.write(1, 0, 1)
        s.write(1, 1, 94.02)
        s.write(1, 2, 0.952244, w.add_format({"num_format": "0.00%"}))
        s.write(1, 3, 1234567.5, w.add_format({"num_format": "#,##0.00"}))
        s.write(1, 4, date(2025, 10, 28), w.add_format({"num_format": "dd/mm/yyyy"}))
        s.write_string(1, 5, "007.01")
        s.write(2, 1, 0.1 + 0.2)
        s.write_formula(2, 3, "=1/3", None, 0.333333333333333)

    t = satu(baca_isi("x.xlsx", buku(tulis)))
    assert isi_tabel(t)[1] == ["1", "94,02", "95,22%", "1.234.567,50", "2025-10-28", "007.01"]
    assert sel(t, 1, 2).nilai == Decimal("95.2244")
    assert sel(t, 1, 3).nilai == Decimal("1234567.5")
    assert sel(t, 1, 5).nilai is None
    assert sel(t, 2, 1).nilai == Decimal("0.3")
    assert sel(t, 2, 3).teks == "0,333333333333333"


def test_judul_keterangan_gabung_dan_tempat() -> None:
    def tulis(w: Any, s: Any) -> None:
        tebal = w.add_format({"bold": True})
        s.write(0, 0, "Rencana Kerja Dinas Contoh", tebal)
        s.write(1, 0, "Tabel 2.1 Rincian pagu")
        s.merge_range(3, 0, 4, 0, "NO", tebal)
        s.merge_range(3, 1, 3, 2, "PAGU", tebal)
        s.write_row(4, 1, ["MURNI", "PERUBAHAN"], tebal)
        s.write_row(5, 0, [1, 5000, 6000])
        s.write(9, 0, "Sumber: dinas")

    b = baca_isi("x.xlsx", buku(tulis))
    assert [type(u) for u in b.unsur] == [Judul, Keterangan, Tabel, Paragraf]
    t = satu(b)
    assert isi_tabel(t) == [["NO", "PAGU", None], [None, "MURNI", "PERUBAHAN"], ["1", "5000", "6000"]]
    assert (t.kepala, t.nomor, sel(t, 0, 0).baris, sel(t, 0, 1).kolom) == (2, "2.1", 2, 2)
    tempat = sel(t, 2, 2).tempat
    assert (tempat.lembar, tempat.baris, tempat.baris_tabel, tempat.kolom) == ("Data", 6, 3, 3)


def test_lembar_banyak_dan_tersembunyi() -> None:
    def tulis(w: Any, s: Any) -> None:
        s.write_row(0, 0, ["kode", "nama"])
        s.write_row(1, 0, ["a", "b"])
        lain = w.add_worksheet("Sandi")
        lain.write_row(0, 0, ["kode", "uraian"])
        lain.write_row(1, 0, ["1", "x"])
        lain.hide()

    b = baca_isi("x.xlsx", buku(tulis))
    assert [(t.tempat.tabel, t.tempat.lembar, t.kepala) for t in b.tabel()] == [
        (1, "Data", 1),
        (2, "Sandi", 1),
    ]
    assert b.peringatan == ("Lembar “Sandi” tersembunyi dan ikut dibaca.",)


def test_dua_tabel_pada_satu_lembar() -> None:
    def tulis(w: Any, s: Any) -> None:
        s.write_row(0, 0, ["NO", "SASARAN", "TARGET"])
        s.write_row(1, 0, [1, "mutu", 80])
        s.write_row(3, 0, ["KODE", "PROGRAM", "PAGU"])
        s.write_row(4, 0, ["01", "penunjang", 500])

    assert [len(t.baris) for t in baca_isi("x.xlsx", buku(tulis)).tabel()] == [2, 2]


def test_makro_diperingatkan() -> None:
    isi = io.BytesIO(buku(lambda w, s: s.write_row(0, 0, ["a", "b"]) or s.write_row(1, 0, [1, 2])))
    with zipfile.ZipFile(isi, "a") as z:
        z.writestr("xl/vbaProject.bin", b"makro")
    assert "tidak dijalankan" in baca_isi("x.xlsm", isi.getvalue()).peringatan[0]


# ── limits ───────────────────────────────────────────────────────────────────────────────────────────


def _ganti_lembar(xml: str) -> bytes:
    asal = buku(lambda w, s: s.write_row(0, 0, ["a", "b"]))
    baru = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(asal)) as lama, zipfile.ZipFile(baru, "w", zipfile.ZIP_DEFLATED) as z:
        for n in lama.namelist():
            z.writestr(n, xml if n == "xl/worksheets/sheet1.xml" else lama.read(n))
    return baru.getvalue()


LEMBAR = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'


def test_sepuluh_ribu_kolom_ditolak() -> None:
    def tulis(w: Any, s: Any) -> None:
        s.write_row(0, 0, [f"k{n}" for n in range(10_000)])

    with pytest.raises(TidakTerbaca, match="lebih dari 2000 kolom"):
        baca_isi("x.xlsx", buku(tulis))


def test_satu_juta_baris_ditolak() -> None:
    baris = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 1_000_001, 4))
    with pytest.raises(TidakTerbaca, match="lebih dari 200000 baris"):
        baca_isi("x.xlsx", _ganti_lembar(LEMBAR.format(baris)))


def test_sel_di_pojok_terjauh_ditolak_tanpa_mengisi_ingatan() -> None:
    jauh = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    with pytest.raises(TidakTerbaca, match="kolom"):
        baca_isi("x.xlsx", _ganti_lembar(LEMBAR.format(jauh)))


def test_kisi_terlalu_luas_ditolak() -> None:
    luas = (
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c>'
        + ('<c r="BXX2"><v>1</v></c></row>')
        + "".join(
            f'<row r="{n}"><c r="A{n}"><v>1</v></c><c r="B{n}"><v>1</v></c></row>' for n in range(3, 1200)
        )
    )
    with pytest.raises(TidakTerbaca, match="sel"):
        baca_isi("x.xlsx", _ganti_lembar(LEMBAR.format(luas)))


@pytest.mark.parametrize(
    "xml", ["<worksheet><sheetData><row>", "bukan xml", '<!DOCTYPE x [<!ENTITY a "b">]><x/>']
)
def test_lembar_rusak_ditolak(xml: str) -> None:
    with pytest.raises(TidakTerbaca, match="rusak|entitas"):
        baca_isi("x.xlsx", _ganti_lembar(xml))


def test_buku_kosong_ditolak() -> None:
    with pytest.raises(TidakTerbaca, match="tidak memuat isi"):
        baca_isi("x.xlsx", buku(lambda w, s: None))


# ── ODS, XLS, CSV ────────────────────────────────────────────────────────────────────────────────────


def test_ods_dengan_nilai_dan_gabungan() -> None:
    baris = (
        f"<table:table-row>{sel_ods('NO')}{sel_ods('SASARAN')}{sel_ods('TARGET')}</table:table-row>"
        f"<table:table-row>{sel_ods('1')}{sel_ods('mutu layanan')}"
        '<table:table-cell office:value-type="float" office:value="88.5"><text:p>88,5</text:p>'
        "</table:table-cell></table:table-row>"
        '<table:table-row table:number-rows-repeated="1048574"><table:table-cell/></table:table-row>'
    )
    t = satu(baca_isi("x.ods", ods(baris)))
    assert isi_tabel(t) == [["NO", "SASARAN", "TARGET"], ["1", "mutu layanan", "88,5"]]
    assert sel(t, 1, 2).nilai == Decimal("88.5")


def test_ods_ulangan_raksasa_ditolak() -> None:
    ulang = sel_ods("x", ' table:number-columns-repeated="16384"')
    with pytest.raises(TidakTerbaca, match="sel ulangan"):
        baca_isi(
            "x.ods", ods(f'<table:table-row table:number-rows-repeated="1048576">{ulang}</table:table-row>')
        )


def test_xls_rusak_ditolak() -> None:
    with pytest.raises(TidakTerbaca, match="rusak"):
        baca_isi("x.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"Workbook".ljust(4096, b"\x00"))


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ("EncryptedPackage", "kata sandi"),
        ("WordDocument", "DOC"),
        ("PowerPoint Document", "salindia"),
    ],
)
def test_wadah_lama_disebut_jenisnya(isi: str, pesan: str) -> None:
    with pytest.raises(TidakTerbaca, match=pesan):
        baca_isi(
            "x.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + isi.encode("utf-16-le") + bytes(512)
        )


@pytest.mark.parametrize("pemisah", [";", ",", "\t", "|"])
@pytest.mark.parametrize("sandi", ["utf-8", "cp1252", "utf-16"])
def test_csv_pemisah_dan_sandi(pemisah: str, sandi: str) -> None:
    teks = "\r\n".join(
        pemisah.join(b)
        for b in (["kode", "uraian", "nilai"], ["01", '"dua\nbaris – a"', "7"], ["02", "x", "8"])
    )
    t = satu(baca_isi("data.csv", teks.encode(sandi)))
    assert isi_tabel(t) == [["kode", "uraian", "nilai"], ["01", "dua baris – a", "7"], ["02", "x", "8"]]
    assert (t.kepala, sel(t, 2, 0).tempat.baris) == (1, 4)


def test_csv_berakhiran_xlsx_tetap_terbaca() -> None:
    assert baca_isi("data.xlsx", b"kode;nilai\n01;5\n02;6\n").jenis == "csv"


# ── wrong kinds ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("nama", "isi", "pesan"),
    [
        ("a.pdf", b"\xff\xd8\xff\xe0" + bytes(50), "gambar .JPEG."),
        ("a.docx", b"\x89PNG\r\n\x1a\n" + bytes(50), "gambar .PNG."),
        ("a.doc", rb"{\rtf1 isi}", "RTF"),
        ("a.docx", b"PK\x03\x04" + bytes(30), "rusak"),
        ("a.bin", bytes(range(256)), "bukan teks"),
        ("a.pdf", b"%PDF-1.7 selebihnya hilang", "rusak atau terpotong"),
    ],
)
def test_jenis_salah_diberi_pesan(nama: str, isi: bytes, pesan: str) -> None:
    with pytest.raises(TidakTerbaca, match=pesan):
        baca_isi(nama, isi)


@pytest.mark.parametrize(
    ("bagian", "pesan"), [("ppt/presentation.xml", "salindia"), ("isi.txt", "arsip ZIP")]
)
def test_zip_lain_diberi_pesan(bagian: str, pesan: str) -> None:
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w") as z:
        z.writestr(bagian, "x")
    with pytest.raises(TidakTerbaca, match=pesan):
        baca_isi("a.zip", wadah.getvalue())
