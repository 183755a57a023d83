"""The Word document: parts as Word needs them, the same bytes, and a trip through LibreOffice."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from opensakip.dokumen.model import (
    Bagian,
    Baris,
    BelumDiisi,
    Berdampingan,
    Centang,
    Daftar,
    DaftarIsi,
    Dokumen,
    Gambar,
    JenisBagian,
    Judul,
    Kertas,
    Kolom,
    Kotak,
    Lanskap,
    Narasi,
    Paragraf,
    Potong,
    Rata,
    Rujuk,
    Sampul,
    Sel,
    Tabel,
    Tata,
    isi,
)
from opensakip.dokumen.word import susun_docx
from tests.dukungan.terbaca import W, badan_docx, teks_docx
from tests.dukungan.wajib import lewati_atau_gagal

WAKTU = datetime(2026, 2, 27, 2, tzinfo=UTC)
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="40mm" height="20mm">'
    '<rect width="40" height="20"/></svg>'
)


def tabel(judul: str, n: int = 3, label: str = "", **lain: Any) -> Tabel:
    return Tabel(
        judul=judul,
        kolom=(Kolom("1fr"), Kolom("20mm", Rata.DESIMAL), Kolom("20mm", Rata.KANAN)),
        kepala=((Sel(isi("Nama"), baris=2), Sel(isi("Nilai"), kolom=2)), (Sel(isi("A")), Sel(isi("B")))),
        baris=tuple(Baris((Sel(isi(f"Baris {i}")), Sel(isi("3,45")), Sel(isi("7")))) for i in range(n)),
        label=label,
        **lain,
    )


def dokumen(*blok: Any, tata: Tata | None = None) -> Dokumen:
    sampul = Sampul("Dinas Uji", "LKjIP", "Laporan Kinerja", "2030", "Periode 2030", pernyataan="CONTOH")
    return Dokumen(
        judul="Laporan Uji",
        penulis="Dinas Uji",
        kaki="Laporan Uji 2030",
        bagian=(
            Bagian(JenisBagian.SAMPUL, (sampul,)),
            Bagian(
                JenisBagian.DEPAN,
                (Judul(1, "Daftar Isi", bernomor=False, daftar=False), DaftarIsi(), DaftarIsi("tabel")),
            ),
            Bagian(JenisBagian.ISI, tuple(blok)),
            Bagian(JenisBagian.LAMPIRAN, (Judul(1, "Formulir"), tabel("Lampiran"))),
        ),
        sidik="ab" * 32,
        tata=tata or Tata(),
    )


LENGKAP = (
    Judul(1, "Pendahuluan"),
    Judul(2, "Latar"),
    Paragraf(isi("Lihat ", Rujuk("t1"), " dan ", Rujuk("g1"), ".")),
    tabel("Pertama", label="t1", nomor_kolom=True, catatan=(isi("*) Catatan."),)),
    tabel("Kedua"),
    Judul(1, "Isi"),
    Judul(2, "Uraian"),
    tabel("Bab dua"),
    Gambar("Bagan", SVG, "Bagan kotak: satu nilai.", 100, label="g1"),
    Lanskap((tabel("Lebar", 40, boleh_putus=True),)),
    Narasi("sasaran.S1.sebab", (Paragraf(isi("Uraian petugas.")),)),
    Narasi("sasaran.S2.sebab", (BelumDiisi("penyebab"),)),
    Daftar((isi("satu"), isi("dua")), bernomor=True),
    Kotak("Perhatian", (isi("Isi kotak"), isi(Centang(), " pilihan"))),
    Berdampingan((Paragraf(isi("kiri")),), (Paragraf(isi("kanan")),)),
)


@pytest.fixture(scope="module")
def lengkap() -> bytes:
    return susun_docx(dokumen(*LENGKAP), waktu=WAKTU, halaman={"judul": ["1", "2"], "tabel": ["2"]}).isi


def perintah(akar: Any) -> list[str]:
    """All field instructions, in order."""
    return [(i.text or "").strip() for i in akar.iter(f"{W}instrText")]


def test_bita_sama_dan_terbuka(lengkap: bytes) -> None:
    halaman = {"judul": ["1", "2"], "tabel": ["2"]}
    assert susun_docx(dokumen(*LENGKAP), waktu=WAKTU, halaman=halaman).isi == lengkap
    dok = docx.Document(io.BytesIO(lengkap))
    assert dok.core_properties.title == "Laporan Uji"
    assert dok.core_properties.identifier == "ab" * 32
    assert dok.core_properties.created == WAKTU
    with zipfile.ZipFile(io.BytesIO(lengkap)) as z:
        assert {i.date_time for i in z.infolist()} == {(2026, 2, 27, 2, 0, 0)}
        assert not any("thumbnail" in n for n in z.namelist())


def test_waktu_tanpa_zona_ditolak() -> None:
    with pytest.raises(ValueError, match="zona"):
        susun_docx(dokumen(Judul(1, "A")), waktu=datetime(2026, 1, 1))


def test_keterangan_menomori_diri(lengkap: bytes) -> None:
    akar = badan_docx(lengkap)
    ket = [p for p in akar.iter(f"{W}p") if _gaya(p) == "Caption"]
    assert [re.split(r"\s{2,}", teks_docx(p))[0] for p in ket] == [
        "Tabel 1.1", "Tabel 1.2", "Tabel 2.1", "Gambar 2.1", "Tabel 2.2", "Tabel L1.1",
    ]  # fmt: skip
    seq = [[x for x in perintah(p) if x.startswith("SEQ")] for p in ket]
    assert seq[0] == ["SEQ Bab \\c \\* ARABIC", "SEQ Tabel \\* ARABIC \\r 1"]
    assert seq[1] == ["SEQ Bab \\c \\* ARABIC", "SEQ Tabel \\* ARABIC"], (
        "hanya yang pertama mengulang dari satu"
    )
    assert seq[5][0] == "SEQ Lampiran \\c \\* ARABIC"
    bab = [x for x in perintah(akar) if x == "SEQ Bab \\* ARABIC"]
    assert len(bab) == 2, "tiap bab menghitung satu"


def test_judul_daftar_isi_dan_rujukan(lengkap: bytes) -> None:
    akar = badan_docx(lengkap)
    gaya = [_gaya(p) for p in akar.iter(f"{W}p")]
    assert gaya.count("Heading1") == 2
    assert gaya.count("Heading2") == 2
    assert gaya.count("Lampiran") == 1
    semua = perintah(akar)
    assert 'TOC \\o "1-3" \\h \\z \\u' in semua
    assert 'TOC \\h \\z \\c "Tabel"' in semua
    tanda = {b.get(qn("w:name")) for b in akar.iter(f"{W}bookmarkStart")}
    acuan = {x.split()[1] for x in semua if x.startswith("REF ")}
    acuan |= {h.get(qn("w:anchor")) for h in akar.iter(f"{W}hyperlink")}
    assert acuan <= tanda
    assert len(acuan) >= 8
    nomor = [b.get(qn("w:id")) for b in akar.iter(f"{W}bookmarkStart")]
    assert len(nomor) == len(set(nomor))
    assert sorted(nomor) == sorted(b.get(qn("w:id")) for b in akar.iter(f"{W}bookmarkEnd"))
    assert len(semua) == sum(f.get(qn("w:fldCharType")) == "end" for f in akar.iter(f"{W}fldChar"))


def test_tabel_sungguhan(lengkap: bytes) -> None:
    akar = badan_docx(lengkap)
    for t in akar.iter(f"{W}tbl"):
        kisi = len(t.find(f"{W}tblGrid"))
        for tr in t.findall(f"{W}tr"):
            isi_baris = sum(
                int(g.get(qn("w:val"))) if (g := c.find(f"{W}tcPr/{W}gridSpan")) is not None else 1
                for c in tr.findall(f"{W}tc")
            )
            assert isi_baris == kisi
            assert tr.find(f"{W}trPr/{W}cantSplit") is not None
        for c in t.iter(f"{W}tc"):
            assert c[-1].tag == f"{W}p", "sel berakhir dengan paragraf"
    data = [t for t in akar.iter(f"{W}tbl") if t.find(f"{W}tblPr/{W}tblCaption") is not None]
    assert len(data) == 5
    for t in data:
        ulang = [tr.find(f"{W}trPr/{W}tblHeader") is not None for tr in t.findall(f"{W}tr")]
        assert ulang[0]
        assert ulang == sorted(ulang, reverse=True), "kepala berulang berurutan dari atas"


def test_bagian_dan_nomor_halaman(lengkap: bytes) -> None:
    sifat = list(badan_docx(lengkap).iter(f"{W}sectPr"))
    arah = [(s.find(f"{W}pgSz").get(qn("w:orient")), s.find(f"{W}pgNumType")) for s in sifat]
    assert [a for a, _ in arah] == [None, None, None, "landscape", None, None]
    nomor = [None if n is None else (n.get(qn("w:fmt")), n.get(qn("w:start"))) for _, n in arah]
    assert nomor == [
        None, ("lowerRoman", "1"), ("decimal", "1"), ("decimal", None), ("decimal", None), ("decimal", None),
    ]  # fmt: skip
    assert sifat[0].find(f"{W}headerReference") is None, "sampul tanpa kepala"
    tidur = sifat[3].find(f"{W}pgSz")
    assert int(tidur.get(qn("w:w"))) > int(tidur.get(qn("w:h")))


def test_kertas_f4_dan_lambang() -> None:
    lambang = SVG.encode()
    tata = Tata(kertas=Kertas.F4, lambang=lambang, jenis_lambang="svg")
    akar = badan_docx(susun_docx(dokumen(Judul(1, "A"), tata=tata), waktu=WAKTU).isi)
    ukuran = next(akar.iter(f"{W}pgSz"))
    assert round(int(ukuran.get(qn("w:h"))) / 56.6929) == 330
    assert [d.get("descr") for d in akar.iter(qn("wp:docPr"))] == ["Lambang"]


def test_tempat_petugas_menjadi_kendali_isi(lengkap: bytes) -> None:
    tanda = [t.get(qn("w:val")) for t in badan_docx(lengkap).iter(f"{W}tag")]
    assert tanda == ["sasaran.S1.sebab", "sasaran.S2.sebab"]


def test_gambar_berteks_pengganti_dan_nomornya_unik(lengkap: bytes) -> None:
    gambar = list(badan_docx(lengkap).iter(qn("wp:docPr")))
    assert [g.get("descr") for g in gambar] == ["Bagan kotak: satu nilai."]
    assert len({g.get("id") for g in gambar}) == len(gambar)
    with zipfile.ZipFile(io.BytesIO(lengkap)) as z:
        assert any(n.endswith(".png") for n in z.namelist())


@pytest.mark.parametrize(
    "jahat", ["\x00\x1b[31m", "😀" * 3, "بِسْمِ", "]]>&amp;<w:p/>", "kata\u00adpanjang", "\ud800"]
)
def test_teks_jahat(jahat: str) -> None:
    blok = (
        Judul(1, "A" + jahat),
        Paragraf(isi(jahat, Potong(jahat, tanda="*"))),
        tabel(jahat),
        Kotak(jahat, (isi(jahat),)),
    )
    hasil = susun_docx(dokumen(*blok), waktu=WAKTU).isi
    teks = teks_docx(badan_docx(hasil))
    assert not re.search("[\x00-\x08\x0e-\x1f\u00ad\ud800-\udfff]", teks)
    if "😀" in jahat:
        assert "😀" in teks, "pembaca dokumen membawa hurufnya sendiri"


# ---------------------------------------------------------------- LibreOffice


def _soffice() -> str:
    biner = shutil.which("soffice") or shutil.which("libreoffice")
    if biner is None:
        lewati_atau_gagal("lo", "LibreOffice tidak ada; uji bolak-balik DOCX dilewati")
    return biner


def _ubah(biner: str, berkas: Path, bentuk: str, folder: Path) -> Path:
    selesai = subprocess.run(
        [
            biner, "--headless", f"-env:UserInstallation=file://{folder}/profil",
            "--convert-to", bentuk, "--outdir", str(folder), str(berkas),
        ],
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert selesai.returncode == 0, selesai.stderr
    return folder / f"{berkas.stem}.{bentuk.split(':')[0]}"


def test_dibuka_disunting_dan_disimpan_libreoffice(lengkap: bytes, tmp_path: Path) -> None:
    """Opened, edited, saved there and opened again: nothing lost, numbers and lists still right."""
    biner = _soffice()
    asal = tmp_path / "asal.docx"
    asal.write_bytes(lengkap)
    sunting = docx.Document(str(asal))
    sunting.paragraphs[0].insert_paragraph_before("Kalimat tambahan petugas.")
    sunting.save(str(asal))
    hasil = _ubah(biner, asal, "docx", tmp_path / "lewat")
    akar = badan_docx(hasil.read_bytes())
    teks = teks_docx(akar)
    for kata in (
        "Kalimat tambahan petugas.",
        "Uraian petugas.",
        "Baris 39",
        "Tabel 2.2",
        "Isi kotak",
        "*) Catatan.",
    ):
        assert kata in teks, kata
    assert len([t for t in akar.iter(f"{W}tbl") if "Baris 0" in teks_docx(t)]) == 5
    assert any(x.startswith("TOC") for x in perintah(akar))
    assert any(s.get(qn("w:orient")) == "landscape" for s in akar.iter(f"{W}pgSz"))
    pdf = _ubah(biner, hasil, "pdf", tmp_path / "cetak")
    from tests.dokumen.bacaan_pdf import halaman

    cetak = " ".join(" ".join(h.split()) for h in halaman(pdf.read_bytes()))
    for kata in ("BAB I", "1.1 Latar", "BAB II", "2.1 Uraian", "Tabel 2.2", "LAMPIRAN 1"):
        assert kata in cetak, kata


def _gaya(p: Any) -> str:
    g = p.find(f"{W}pPr/{W}pStyle")
    return g.get(f"{W}val") if g is not None else ""
