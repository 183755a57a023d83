"""Reader of DOCX: our own reports come back whole; files of Word with merged cells, lists, notes, changes."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from opensakip.dokumen import model as m
from opensakip.dokumen.bacaan import TidakTerbaca, baca_isi
from opensakip.dokumen.bacaan.model import Bacaan, ButirDaftar, Judul, Keterangan, Paragraf, Tabel
from opensakip.dokumen.model import Bagian, Baris, Dokumen, JenisBagian, Kolom, Potong, Rata, Sel, isi
from opensakip.dokumen.word import susun_docx

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def simpan(d: Any) -> bytes:
    kasar = io.BytesIO()
    d.save(kasar)
    return kasar.getvalue()


def baca(d: Any) -> Bacaan:
    return baca_isi("contoh.docx", simpan(d))


def badan(xml: str) -> Bacaan:
    """A document whose body is given as XML of Word."""
    d = docx.Document()
    for lama in list(d.element.body):
        d.element.body.remove(lama)
    for e in etree.fromstring(f'<x xmlns:w="{W}">{xml}</x>'):
        d.element.body.append(e)
    return baca(d)


def isi_tabel(t: Tabel) -> list[list[str | None]]:
    return [[s.teks if s else None for s in b] for b in t.baris]


# ── our own writer ───────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def sendiri() -> Bacaan:
    tabel = m.Tabel(
        judul="Capaian kinerja",
        kolom=(Kolom("1fr"), Kolom("20mm", Rata.DESIMAL), Kolom("20mm", Rata.KANAN)),
        kepala=(
            (Sel(isi("Nama"), baris=2), Sel(isi("Nilai"), kolom=2)),
            (Sel(isi("Target")), Sel(isi("Hasil"))),
        ),
        baris=(
            Baris((Sel(isi("Indeks jalan")), Sel(isi("3,45")), Sel((Potong("7", tanda="a"),)))),
            Baris((Sel(isi("Jumlah"), kolom=2), Sel(isi("1.234.567")))),
        ),
        nomor_kolom=True,
        catatan=(isi("a) Nilai sementara."),),
    )
    blok = (
        m.Judul(1, "Pendahuluan"),
        m.Judul(2, "Latar Belakang"),
        m.Judul(3, "Dasar"),
        m.Paragraf(isi("Target 94,02 dan ", Potong("realisasi 89,53", tebal=True), ".")),
        tabel,
        m.Daftar((isi("satu"), isi("dua")), bernomor=True),
        m.Daftar((isi("titik"),)),
        m.Judul(1, "Hasil"),
        m.Judul(2, "Uraian"),
        m.Daftar((isi("ulang"),), bernomor=True),
        m.Narasi("sasaran.S1", (m.Paragraf(isi("Uraian petugas.")),)),
        m.Berdampingan((m.Paragraf(isi("Sisi kiri.")), tabel), (m.Paragraf(isi("Sisi kanan.")),)),
    )
    dok = Dokumen(
        judul="Laporan",
        penulis="Dinas Uji",
        kaki="Laporan 2030",
        bagian=(
            Bagian(
                JenisBagian.DEPAN, (m.Judul(1, "Daftar Isi", bernomor=False, daftar=False), m.DaftarIsi())
            ),
            Bagian(JenisBagian.ISI, blok),
            Bagian(JenisBagian.LAMPIRAN, (m.Judul(1, "Formulir"), tabel)),
        ),
    )
    hasil = susun_docx(dok, waktu=datetime(2030, 1, 2, tzinfo=UTC), halaman={"judul": ["1", "2", "3"]})
    return baca_isi("laporan.docx", hasil.isi)


def test_judul_sendiri_dengan_nomor_otomatis(sendiri: Bacaan) -> None:
    judul = [(u.nomor, u.teks, u.tingkat) for u in sendiri.unsur if isinstance(u, Judul)]
    assert judul == [
        ("", "Daftar Isi", 1),
        ("BAB I", "Pendahuluan", 1),
        ("1.1", "Latar Belakang", 2),
        ("1.1.1", "Dasar", 3),
        ("BAB II", "Hasil", 1),
        ("2.1", "Uraian", 2),
        ("LAMPIRAN 1", "Formulir", 1),
    ]


def test_tabel_sendiri_utuh(sendiri: Bacaan) -> None:
    tabel = [t for t in sendiri.tabel() if not t.daftar]
    assert [t.nomor for t in tabel] == ["1.1", "2.1", "L1.1"]
    t = tabel[0]
    assert t.keterangan == "Tabel 1.1 Capaian kinerja"
    assert isi_tabel(t) == [
        ["Nama", "Nilai", None],
        [None, "Target", "Hasil"],
        ["(1)", "(2)", "(3)"],
        ["Indeks jalan", "3,45", "7"],
        ["Jumlah", None, "1.234.567"],
    ]
    assert t.kepala == 3
    kiri, bertanda, jumlah = t.baris[0][0], t.baris[3][2], t.baris[4][0]
    assert kiri is not None
    assert bertanda is not None
    assert jumlah is not None
    assert (kiri.baris, bertanda.tanda, jumlah.kolom) == (2, "a", 2)
    assert (bertanda.tempat.tabel, bertanda.tempat.baris_tabel, bertanda.tempat.kolom) == (2, 4, 3)


def test_daftar_dan_paragraf_sendiri(sendiri: Bacaan) -> None:
    butir = [(u.tanda, u.teks) for u in sendiri.unsur if isinstance(u, ButirDaftar) and u.tanda != "a)"]
    assert butir[:4] == [("1.", "satu"), ("2.", "dua"), ("•", "titik"), ("1.", "ulang")]
    paragraf = [u.teks for u in sendiri.unsur if isinstance(u, Paragraf)]
    assert paragraf[0] == "Target 94,02 dan realisasi 89,53."
    assert {"Uraian petugas.", "Sisi kiri.", "Sisi kanan."} <= set(paragraf)


def test_daftar_isi_sendiri(sendiri: Bacaan) -> None:
    (d,) = [t for t in sendiri.tabel() if t.daftar]
    assert isi_tabel(d)[:2] == [["BAB I Pendahuluan", "1"], ["1.1 Latar Belakang", "2"]]


# ── files of Word ────────────────────────────────────────────────────────────────────────────────────


def test_sel_gabung_dan_tabel_dalam_tabel() -> None:
    d = docx.Document()
    t = d.add_table(3, 3)
    t.cell(0, 0).merge(t.cell(1, 0)).text = "NO"
    t.cell(0, 1).merge(t.cell(0, 2)).text = "PAGU"
    t.cell(1, 1).text, t.cell(1, 2).text = "MURNI", "PERUBAHAN"
    t.cell(2, 0).text, t.cell(2, 1).text = "1", "Rp 5.000"
    dalam = t.cell(2, 2).add_table(1, 1)
    dalam.cell(0, 0).text = "dalam"
    luar, anak = baca(d).tabel()
    assert isi_tabel(luar) == [["NO", "PAGU", None], [None, "MURNI", "PERUBAHAN"], ["1", "Rp 5.000", ""]]
    assert luar.kepala == 2
    assert isi_tabel(anak) == [["dalam"]]
    assert anak.tempat.tabel == 2


def test_judul_tebal_dan_keterangan_tanpa_gaya() -> None:
    d = docx.Document()
    d.add_paragraph("BAB III AKUNTABILITAS KINERJA")
    d.add_paragraph().add_run("3.1 Capaian Kinerja").bold = True
    d.add_paragraph("Tabel 3.1 Capaian Tahun Ini")
    t = d.add_table(2, 2)
    t.cell(0, 0).text, t.cell(0, 1).text, t.cell(1, 0).text, t.cell(1, 1).text = "NO", "TARGET", "1", "88"
    d.add_paragraph("Tabel 3.1 menunjukkan bahwa target tercapai.")
    b = baca(d)
    assert [type(u) for u in b.unsur] == [Judul, Judul, Keterangan, Tabel, Paragraf]
    judul = [(u.nomor, u.teks, u.tingkat) for u in b.unsur if isinstance(u, Judul)]
    assert judul == [("BAB III", "AKUNTABILITAS KINERJA", 1), ("3.1", "Capaian Kinerja", 2)]
    assert next(b.tabel()).nomor == "3.1"
    assert b.unsur[-1].tempat.paragraf == 4


def test_perubahan_terlacak_dan_tersembunyi() -> None:
    b = badan(
        "<w:p><w:r><w:t xml:space='preserve'>Nilai </w:t></w:r>"
        "<w:del><w:r><w:delText>70</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>75</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>9</w:t></w:r>"
        "<w:r><w:noBreakHyphen/><w:t>an m</w:t></w:r><w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr>"
        "<w:t>2</w:t></w:r></w:p>"
    )
    (p,) = b.unsur
    assert isinstance(p, Paragraf)
    assert p.teks == "Nilai 75-an m²"


def test_halaman_dari_tanda_gambar_terakhir() -> None:
    b = badan(
        "<w:p><w:r><w:t>Satu dan</w:t></w:r><w:r><w:lastRenderedPageBreak/>"
        "<w:t xml:space='preserve'> dua.</w:t></w:r>"
        "</w:p><w:p><w:r><w:lastRenderedPageBreak/><w:t>Tiga.</w:t></w:r></w:p>"
    )
    satu, tiga = b.unsur
    assert isinstance(satu, Paragraf)
    assert (satu.di(0).halaman, satu.di(satu.teks.index("dua")).halaman, tiga.tempat.halaman) == (1, 2, 3)
    assert b.halaman == 3


def test_kotak_teks_dan_medan() -> None:
    b = badan(
        "<w:p><w:r><w:pict><w:txbxContent>"
        "<w:p><w:r><w:t>Isi kotak.</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
        "<w:r><w:t>Luar kotak.</w:t></w:r></w:p><w:p><w:r><w:t xml:space='preserve'>Tabel 2.</w:t></w:r>"
        "<w:fldSimple w:instr=' SEQ Tabel '><w:r><w:t>4</w:t></w:r></w:fldSimple>"
        "<w:r><w:t xml:space='preserve'> pagu</w:t></w:r></w:p>"
    )
    assert [u.teks for u in b.unsur if isinstance(u, Paragraf)] == ["Luar kotak.", "Isi kotak."]
    (k,) = [u for u in b.unsur if isinstance(u, Keterangan)]
    assert (k.teks, k.nomor, k.jenis) == ("Tabel 2.4 pagu", "2.4", "tabel")


def test_catatan_kaki_menyusul_paragrafnya() -> None:
    d = docx.Document()
    p = d.add_paragraph("Nilai 75")
    r = p.add_run()._r
    r.append(etree.SubElement(r, qn("w:footnoteReference"), {qn("w:id"): "2"}))
    isi_kaki = '<w:footnote w:id="2"><w:p><w:r><w:t>Sementara.</w:t></w:r></w:p></w:footnote>'
    kaki = f'<w:footnotes xmlns:w="{W}">{isi_kaki}</w:footnotes>'
    with zipfile.ZipFile(io.BytesIO(simpan(d))) as lama:
        baru = io.BytesIO()
        with zipfile.ZipFile(baru, "w") as z:
            for n in lama.namelist():
                z.writestr(n, lama.read(n))
            z.writestr("word/footnotes.xml", kaki)
    assert [u.teks for u in baca_isi("x.docx", baru.getvalue()).unsur if isinstance(u, Paragraf)] == [
        "Nilai 75",
        "Sementara.",
    ]


# ── hostile and broken ───────────────────────────────────────────────────────────────────────────────


def _ganti(bagian: str, isi: bytes) -> bytes:
    d = docx.Document()
    d.add_paragraph("Isi.")
    baru = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(simpan(d))) as lama,
        zipfile.ZipFile(baru, "w", zipfile.ZIP_DEFLATED) as z,
    ):
        for n in lama.namelist():
            z.writestr(n, isi if n == bagian else lama.read(n))
        if bagian not in lama.namelist():
            z.writestr(bagian, isi)
    return baru.getvalue()


def test_bom_xml_ditolak() -> None:
    bom = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
    with pytest.raises(TidakTerbaca, match="entitas"):
        baca_isi("x.docx", _ganti("word/document.xml", bom))


def test_bom_zip_ditolak() -> None:
    with pytest.raises(TidakTerbaca, match="mengembang"):
        baca_isi("x.docx", _ganti("word/media/x.bin", b"\0" * (64 * 1024 * 1024)))


def test_terlalu_banyak_bagian_ditolak() -> None:
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w") as z:
        for i in range(10_001):
            z.writestr(f"word/{i}.xml", b"")
    with pytest.raises(TidakTerbaca, match="10001 bagian"):
        baca_isi("x.docx", wadah.getvalue())


@pytest.mark.parametrize("potong", [2, 3, 10])
def test_berkas_terpotong(potong: int) -> None:
    utuh = _ganti("word/x.bin", bytes(range(256)) * 200)
    with pytest.raises(TidakTerbaca, match="rusak atau terpotong"):
        baca_isi("x.docx", utuh[: len(utuh) // potong])


def test_makro_diperingatkan_dan_tidak_dijalankan() -> None:
    b = baca_isi("x.docm", _ganti("word/vbaProject.bin", b"makro"))
    assert [u.teks for u in b.unsur if isinstance(u, Paragraf)] == ["Isi."]
    assert "tidak dijalankan" in b.peringatan[0]


def test_sel_sangat_lebar_ditolak() -> None:
    sel = '<w:tc><w:tcPr><w:gridSpan w:val="9999"/></w:tcPr><w:p/></w:tc>' * 2
    with pytest.raises(TidakTerbaca, match="terlalu besar"):
        badan(f"<w:tbl><w:tr>{sel}</w:tr></w:tbl>")
