"""PDF writer: text is data, the file is tagged, equal documents give equal bytes."""

from __future__ import annotations

import logging
import unicodedata
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opensakip.dokumen import bagan, pdf
from opensakip.dokumen.huruf import tercakup
from opensakip.dokumen.model import (
    Bagian,
    Baris,
    BelumDiisi,
    Blok,
    ButirUbin,
    Daftar,
    DaftarIsi,
    Dokumen,
    Gambar,
    GantiHalaman,
    Isian,
    JenisBagian,
    JenisBaris,
    Judul,
    JudulButir,
    JudulNaskah,
    Kolom,
    Kop,
    Kotak,
    Lanskap,
    Nada,
    Paragraf,
    Penandatangan,
    Potong,
    Rata,
    Rujuk,
    Sampul,
    Sel,
    Tabel,
    TandaTangan,
    Ubin,
    Utuh,
    isi,
)
from tests.dokumen.bacaan_pdf import halaman, padat, teks, tepi_kanan

WAKTU = datetime(2026, 2, 27, 2, 0, tzinfo=UTC)
JAHAT = [
    '#panic("x")',
    '#import "x.typ": *',
    "$x^2$ *tebal* _miring_ `kode` @label <label>",
    "]] ) } \\ \" '",
    "#{1+1}",
    "/* bukan komentar */ // juga bukan",
    "= Bukan judul",
    "- bukan butir",
    "<b>&amp;</b>",
]


def tabel(n: int = 3, **ubah: object) -> Tabel:
    """A table of `n` rows."""
    baris = [
        Baris(
            (
                Sel(isi(str(i))),
                Sel(isi("Meningkatnya penyelenggaraan pemerintahan")),
                Sel(isi(Potong("3,45", tanda="*"))),
            )
        )
        for i in range(1, n + 1)
    ]
    jumlah = Baris((Sel(isi("Jumlah"), kolom=2, rata=Rata.KANAN), Sel(isi("7"))), JenisBaris.JUMLAH)
    t = Tabel(
        "Tabel contoh",
        (Kolom("9mm", Rata.TENGAH), Kolom("1fr", penggal=True), Kolom("20mm", Rata.DESIMAL)),
        ((Sel(isi("No")), Sel(isi("Uraian")), Sel(isi("Nilai"))),),
        (*baris, jumlah),
        catatan=(isi("*) Catatan tabel."),),
        nomor_kolom=True,
    )
    return replace(t, **ubah)  # type: ignore[arg-type]


def dokumen(*blok: Blok, **ubah: object) -> Dokumen:
    """A one-chapter document."""
    d = Dokumen("Judul Dokumen", "Instansi", "Kaki", (Bagian(JenisBagian.ISI, (Judul(1, "Bab"), *blok)),))
    return replace(d, **ubah)  # type: ignore[arg-type]


def semua_blok() -> Dokumen:
    """Every kind of block once."""
    svg = bagan.batang([bagan.ButirBatang("A", pdf_angka(), "50,00")], judul="J")
    return Dokumen(
        "Judul",
        "Instansi",
        "Kaki halaman",
        (
            Bagian(
                JenisBagian.SAMPUL,
                (Sampul("Dinas", "LKjIP", "Laporan Kinerja", "2025", "Periode", pernyataan="CONTOH"),),
            ),
            Bagian(
                JenisBagian.DEPAN,
                (Judul(1, "Isi", bernomor=False), DaftarIsi(), DaftarIsi("tabel"), DaftarIsi("gambar")),
            ),
            Bagian(
                JenisBagian.ISI,
                (
                    Judul(1, "Satu"),
                    Judul(2, "Dua"),
                    Judul(3, "Tiga"),
                    JudulButir(1, "Butir"),
                    Paragraf(
                        isi("teks ", Potong("tebal", tebal=True), Potong("miring", miring=True), Rujuk("t"))
                    ),
                    tabel(label="t"),
                    Gambar("G", svg, "teks alternatif", 100),
                    Gambar("", svg, "hias", 100, hiasan=True),
                    Ubin((ButirUbin("L", Potong("1,00%"), isi("k"), Nada.BAIK),)),
                    Ubin((ButirUbin("L", Potong("9")),), besar=True),
                    Kotak("K", (isi("a"), isi("b")), Nada.PERHATIAN, bernomor=True),
                    BelumDiisi("petunjuk"),
                    Daftar((isi("x"), isi("y"))),
                    GantiHalaman(),
                    Utuh((Paragraf(isi("utuh")),)),
                    Lanskap((tabel(40),)),
                ),
            ),
            Bagian(
                JenisBagian.LAMPIRAN,
                (
                    Judul(1, "Lampiran"),
                    Kop(("Pemerintah", "Dinas")),
                    JudulNaskah(("NASKAH",)),
                    Isian((("Nama", None), ("Jabatan", "Kepala"))),
                    TandaTangan(
                        "Kota, 2025",
                        Penandatangan("Pihak Kedua", "Bupati"),
                        Penandatangan("Pihak Pertama", "Plt. Kepala"),
                    ),
                ),
            ),
        ),
        pernyataan="CONTOH bukan dokumen resmi",
    )


def pdf_angka():  # type: ignore[no-untyped-def]
    """Fifty, as Decimal."""
    from decimal import Decimal

    return Decimal(50)


def test_setiap_jenis_blok_tercetak() -> None:
    hasil = pdf.susun_pdf(semua_blok(), waktu=WAKTU)
    t = teks(hasil.isi)
    for kata in (
        "CONTOH",
        "Laporan Kinerja",
        "1.1 Dua",
        "Tabel 1.1",
        "Tabel 1.2 (lanjutan)",
        "Gambar 1.1",
        "Belum diisi",
        "*) Catatan tabel.",
        "Plt. Kepala",
        "LAMPIRAN 1",
        "Kaki halaman",
        "NIP",
    ):
        assert kata in t, kata
    assert hasil.halaman == len(halaman(hasil.isi))
    assert hasil.peringatan == ()


def test_bertanda_dan_berstandar() -> None:
    isi_pdf = pdf.tulis_pdf(semua_blok(), waktu=WAKTU)
    for tanda in (
        b"pdfuaid:part",
        b"pdfaid:part",
        b"/StructTreeRoot",
        b"/Lang",
        b"/MarkInfo",
        b"/OutputIntents",
    ):
        assert tanda in isi_pdf, tanda
    assert b"teks alternatif" in isi_pdf or "teks alternatif".encode("utf-16-be") in isi_pdf
    for nama in (b"/S/TH", b"/S/Table", b"/S/H1", b"/S/H2", b"/S/H3", b"/S/Figure"):
        assert nama in isi_pdf.replace(b" ", b""), nama
    assert b"/Scope/Column" in isi_pdf.replace(b" ", b"")


def test_bita_sama_untuk_dokumen_sama_dan_waktu_ikut_menentukan() -> None:
    d = semua_blok()
    satu = pdf.tulis_pdf(d, waktu=WAKTU)
    assert satu == pdf.tulis_pdf(semua_blok(), waktu=WAKTU)
    assert satu != pdf.tulis_pdf(d, waktu=WAKTU.replace(day=28))


@pytest.mark.parametrize("jahat", JAHAT)
def test_teks_petugas_tercetak_apa_adanya(jahat: str) -> None:
    d = dokumen(
        Judul(2, jahat),
        Paragraf(isi(jahat)),
        tabel(
            judul=jahat,
            catatan=(isi(jahat),),
            baris=(Baris((Sel(isi(jahat)), Sel(isi(jahat)), Sel(isi(jahat)))),),
        ),
        Kotak(jahat, (isi(jahat),)),
        Daftar((isi(jahat),)),
        BelumDiisi(jahat),
        judul=jahat,
        kaki=jahat,
        pernyataan=jahat,
    )
    t = padat(" ".join(halaman(pdf.tulis_pdf(d, waktu=WAKTU))))
    assert t.count(padat(jahat)) >= 8


def test_karakter_tanpa_huruf_diganti_dan_dilaporkan() -> None:
    d = dokumen(Paragraf(isi("awal 😀 漢 \u0000 akhir")), tabel(judul="بِسْمِ اللَّهِ ≤ ▲"))
    hasil = pdf.susun_pdf(d, waktu=WAKTU)
    assert "awal □ □ akhir" in teks(hasil.isi)
    assert hasil.tak_tercetak == ("😀", "漢")
    (pesan,) = hasil.peringatan
    assert "U+1F600" in pesan
    assert "2 karakter" in pesan


def test_kata_sangat_panjang_tidak_keluar_halaman() -> None:
    panjang = "A" * 400
    d = dokumen(
        Judul(2, panjang),
        Paragraf(isi(panjang)),
        tabel(baris=(Baris((Sel(isi("1")), Sel(isi(panjang)), Sel(isi("1234567890" * 4)))),), judul=panjang),
        kaki=panjang,
    )
    for nomor, kanan, lebar in tepi_kanan(pdf.tulis_pdf(d, waktu=WAKTU)):
        assert kanan < lebar - 40, nomor


def test_penggalan_hanya_di_sel_tabel() -> None:
    kata = "mempertanggungjawabkan"
    data, _ = pdf.susun_json(
        dokumen(Paragraf(isi(kata)), tabel(baris=(Baris((Sel(isi("1")), Sel(isi(kata)), Sel())),)))
    )
    assert data.count(kata) == 1
    assert data.count("mem\u00adper") == 1


def test_galat_penyusun_menjadi_galat_kita(caplog: pytest.LogCaptureFixture) -> None:
    rusak = dokumen(Gambar("G", "bukan svg", "alt", 50))
    with caplog.at_level(logging.ERROR), pytest.raises(pdf.GagalSusunPdf) as galat:
        pdf.tulis_pdf(rusak, waktu=WAKTU)
    assert "tidak dapat disusun" in str(galat.value)
    assert "svg" in galat.value.diagnostik.lower()
    assert galat.value.diagnostik in caplog.text


def test_waktu_tanpa_zona_dan_lebar_salah_ditolak() -> None:
    with pytest.raises(ValueError, match="zona"):
        pdf.tulis_pdf(dokumen(), waktu=datetime(2026, 1, 1))
    with pytest.raises(ValueError, match="lebar kolom"):
        pdf.tulis_pdf(dokumen(tabel(kolom=(Kolom("lebar"),) * 3)), waktu=WAKTU)


def test_tabel_panjang_berlanjut_dengan_kepala_berulang() -> None:
    hal = halaman(pdf.tulis_pdf(dokumen(tabel(90)), waktu=WAKTU))
    assert len(hal) >= 3
    assert all("Uraian" in h for h in hal)
    assert "(lanjutan)" not in hal[0]
    assert all("Tabel 1.1 (lanjutan)" in h for h in hal[1:])


def test_setiap_karakter_yang_tercakup_memang_dapat_dicetak() -> None:
    """The coverage lists and the fallback chains of body, table, heading and chart agree."""
    semua = [
        h
        for h in map(chr, range(0x20, 0x2FFFF))
        if tercakup(h)
        and unicodedata.category(h) not in ("Cc", "Mn")
        and unicodedata.normalize("NFC", h) == h
    ]
    baris = ["a" + "a".join(semua[i : i + 40]) for i in range(0, len(semua), 40)]
    grafik = [h for h in semua if tercakup(h, "liputan-bagan")]
    kata = ["".join(grafik[i : i + 25]) for i in range(0, len(grafik), 25)]
    svg = bagan.batang([bagan.ButirBatang(b, pdf_angka(), "1") for b in kata], judul="J")
    d = dokumen(
        *(Paragraf(isi(b)) for b in baris),
        *(Judul(2, b) for b in baris),
        Gambar("G", svg, "alt", 150),
        tabel(baris=tuple(Baris((Sel(), Sel(isi(Potong(b, tebal=True))), Sel())) for b in baris)),
        *(Paragraf(isi(Potong(b, tebal=True, miring=True))) for b in baris),
    )
    assert len(semua) > 2000
    assert pdf.susun_pdf(d, waktu=WAKTU).peringatan == ()


def test_rangkaian_huruf_tanpa_wajah_bersama_diganti_dan_dilaporkan() -> None:
    rumit = "aќﱐˁĚ2Ïɗᴵ\u0304ﹹ₉ʧŚʹﰩﮡˋࣧﳉﲄṃʒ۳❠ࣟҗᴸὥ¯ÎщﱫᾑᾅỈﳶ⁵Ň⹁ĩﰧểɪŻﺤὐﮢ"
    hasil = pdf.susun_pdf(dokumen(Judul(2, rumit), Paragraf(isi("Teks lain utuh."))), waktu=WAKTU)
    t = teks(hasil.isi)
    assert "□" in t
    assert "Teks lain utuh." in t
    assert hasil.peringatan


@settings(max_examples=60)
@given(st.text(max_size=120))
def test_teks_apa_pun_menjadi_pdf(apa: str) -> None:
    d = dokumen(Judul(2, apa), Paragraf(isi(apa)), tabel(2, judul=apa), Kotak(apa, (isi(apa),)), kaki=apa)
    assert pdf.susun_pdf(d, waktu=WAKTU).halaman >= 1
