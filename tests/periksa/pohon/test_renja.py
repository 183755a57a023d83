"""Plan tables: a clean one, one damaged in every way we know, and the real one beside its checked CSV."""

from __future__ import annotations

import csv
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from opensakip.dokumen.bacaan import baca_berkas
from opensakip.dokumen.bacaan.model import Sel, Tabel, Tempat
from opensakip.periksa.pohon.model import Pohon, Simpul
from opensakip.periksa.pohon.renja import kenali_renja, kenali_tabel
from opensakip.periksa.pohon.teks import datar

KEPALA = [
    "Sasaran Strategis|Indikator Sasaran|Program|Indikator Program|Kegiatan|Indikator Kegiatan"
    "|Sub Kegiatan|Indikator Sub Kegiatan|Satuan|Target|Pagu Anggaran (Rp)||Penanggung Jawab",
    "||||||||||Murni|Perubahan|",
]
BERSIH = [
    "Kebun kota terawat|Indeks Kebun|||||||Nilai|80|900.000|800.000|Bagian Taman",
    "||Program Taman|Persentase Taman Terawat|||||Persen|90|900.000|800.000|",
    "||||Perawatan Pohon|Persentase Pohon Sehat|||Persen|95|600.000|500.000|",
    "||||||Pemangkasan|Jumlah Pohon Dipangkas|Pohon|40|400.000|300.000|",
    "||||||Penyiraman|Jumlah Petak Disiram|Petak|12|200.000|200.000|",
    "||||Perawatan Jalan Setapak|Persentase Jalan Baik|||Persen|70|300.000|300.000|",
    "||||||Pengerasan|Jumlah Ruas Dikeraskan|Ruas|3|300.000|300.000|",
    "||Program Penunjang|Nilai Kearsipan|||||Nilai|70|100.000|100.000|",
    "||||Administrasi Umum|Persentase Layanan|||Persen|100|100.000|100.000|",
    "||||||Pengadaan Meja|Jumlah Meja|Unit|2|100.000|100.000|",
    "|||||||Jumlah Pagu Anggaran||||1.000.000|900.000||",
]


def tabel(baris: list[str], kepala: list[str] | None = None) -> Tabel:
    """A table from lines with |, each line one line of the file."""
    isi = [*(KEPALA if kepala is None else kepala), *baris]
    return Tabel(
        tuple(
            tuple(
                Sel(t, Tempat(baris=n, tabel=1, baris_tabel=n, kolom=j))
                for j, t in enumerate(b.split("|"), 1)
            )
            for n, b in enumerate(isi, 1)
        ),
        Tempat(baris=1, tabel=1),
    )


def satu(*baris: str) -> Pohon:
    """The tree of a table made of the usual head and these lines."""
    (pohon,) = kenali_tabel([tabel(list(baris))])
    return pohon


def cari(p: Pohon, nama: str) -> Simpul:
    return next(s for s in p.simpul if s.nama.teks == nama)


def jalur(p: Pohon, s: Simpul) -> list[str]:
    """Names from the root down."""
    menurut = {x.id: x for x in p.simpul}
    hasil = [s.nama.teks]
    while s.induk:
        s = menurut[s.induk]
        hasil.insert(0, s.nama.teks)
    return hasil


def soal(p: Pohon) -> Counter[str]:
    return Counter(t.jenis for t in p.tanya if not t.catatan)


def test_tabel_bersih_tanpa_pertanyaan() -> None:
    p = satu(*BERSIH[:-1], "||||||Jumlah Pagu Anggaran||||1.000.000|900.000|")
    assert not p.tanya
    assert len(p.simpul) == 10
    assert jalur(p, cari(p, "Penyiraman")) == [
        "Kebun kota terawat", "Program Taman", "Perawatan Pohon", "Penyiraman",
    ]  # fmt: skip
    assert jalur(p, cari(p, "Pengadaan Meja"))[0] == "Program Penunjang"  # beside the sasaran, which is full
    assert all(u.terbukti for s in p.simpul for u in s.pagu.values())
    meja = cari(p, "Pengadaan Meja")
    assert (meja.indikator[0].satuan.teks, meja.indikator[0].target["target"].teks) == ("Unit", "2")
    assert meja.pemilik.teks == "Bagian Taman"


def test_pagu_bergeser_sebaris_ke_bawah_kembali_ke_namanya() -> None:
    b = list(BERSIH[:-1])
    b[2] = (
        "||||Perawatan Pohon|Persentase Sehat|Pemangkasan|Jumlah Pohon Dipangkas|Persen|95|600.000|500.000|"
    )
    b[3] = "||||||Penyiraman|Jumlah Petak Disiram|Pohon|40|400.000|300.000|"
    b[4] = "||||||||Petak|12|200.000|200.000|"
    p = satu(*b)
    assert not soal(p)
    assert cari(p, "Pemangkasan").pagu["murni"].nilai == Decimal(400000)
    assert cari(p, "Penyiraman").indikator[0].satuan.teks == "Petak"


def test_pagu_bergeser_yang_tidak_terbukti_ditanyakan() -> None:
    b = list(BERSIH[:-1])
    b[2] = (
        "||||Perawatan Pohon|Persentase Sehat|Pemangkasan|Jumlah Pohon Dipangkas|Persen|95|600.000|500.000|"
    )
    b[3] = "||||||Penyiraman|Jumlah Petak Disiram|Pohon|40|410.000|300.000|"
    b[4] = "||||||||Petak|12|180.000|200.000|"
    assert soal(satu(*b))["jumlah_tidak_cocok"] == 1
    assert soal(satu(*b))["angka_bergeser"] >= 1


def test_kegiatan_di_kolom_anaknya_dinaikkan_oleh_jumlah() -> None:
    b = list(BERSIH[:-1])
    b[5] = "||||||Perawatan Jalan Setapak|Persentase Jalan Baik|Persen|70|300.000|300.000|"
    p = satu(*b)
    assert cari(p, "Perawatan Jalan Setapak").tingkat == "kegiatan"
    assert jalur(p, cari(p, "Pengerasan"))[-2] == "Perawatan Jalan Setapak"
    assert not soal(p)


def test_baris_tanpa_label_mendapat_tingkat_dari_jumlah_dan_namanya_ditanyakan() -> None:
    b = list(BERSIH[:-1])
    b[5] = "||||||||Persen|70|300.000|300.000|"
    p = satu(*b)
    (t,) = [t for t in p.tanya if not t.catatan]
    assert t.jenis == "nama_tidak_tercetak"
    assert jalur(p, cari(p, "Pengerasan"))[:2] == ["Kebun kota terawat", "Program Taman"]


def test_halaman_hilang_ditunjukkan_oleh_sisa_jumlah() -> None:
    b = list(BERSIH[:-1])
    p = satu(*b[:4], *KEPALA, "||||||Pengecatan Pagar|Jumlah Pagar|Meter|9|250.000|250.000|")
    hilang = [s for s in p.simpul if s.hilang]
    assert [s.pagu["murni"].nilai for s in hilang if s.pagu] == [Decimal(200000), Decimal(300000)]
    assert soal(p)["baris_hilang"] == len(hilang)
    assert cari(p, "Pengecatan Pagar").induk in {s.id for s in hilang}


def test_jumlah_yang_salah_cetak_ditanyakan_sekali_untuk_induknya() -> None:
    b = list(BERSIH[:-1])
    b[4] = "||||||Penyiraman|Jumlah Petak Disiram|Petak|12|190.000|200.000|"
    p = satu(*b)
    (t,) = p.tanya
    assert (t.jenis, t.simpul) == ("jumlah_tidak_cocok", cari(p, "Perawatan Pohon").id)
    assert "600.000" in t.kalimat
    assert "590.000" in t.kalimat


def test_pagu_induk_yang_tidak_tercetak_terbukti_dari_dua_arah() -> None:
    b = list(BERSIH[:-1])
    b[2] = "||||Perawatan Pohon|Persentase Pohon Sehat|||Persen|95|||"
    p = satu(*b)
    assert not soal(p)
    assert cari(p, "Perawatan Pohon").pagu["perubahan"].nilai == Decimal(500000)
    assert cari(p, "Perawatan Pohon").pagu["perubahan"].keadaan == "diturunkan"


def test_teks_terpotong_di_ujung_halaman_disambung_atau_ditanyakan() -> None:
    b = list(BERSIH[:-1])
    b[4] = "||||||Penyiraman dan|Jumlah Petak|Petak|12|200.000|200.000|"
    sambung = satu(*b[:5], *KEPALA, "||||||Pemupukan|yang Disiram|||||", *b[5:])
    assert cari(sambung, "Penyiraman dan Pemupukan").indikator[0].nama.teks == "Jumlah Petak yang Disiram"
    assert not soal(sambung)
    assert soal(satu(*b)) == {"nama_terpotong": 1}


@pytest.mark.bahan
def test_tabel_renja_sebuah_laporan_nyata(bahan: Path) -> None:
    """Every row that its checked transcription marks as printed is right, in its place, and asks nothing."""
    (p,) = kenali_renja(baca_berkas(next(bahan.glob("seeds/002_*.txt"))))
    rujuk = list(csv.DictReader((bahan / "data/banten-2025/renja.csv").open(encoding="utf-8")))
    menurut = {r["id"]: r for r in rujuk}
    salah = [f"{r['id']}: {x}" for r in rujuk if r["status_data"] == "printed" for x in beda(p, r, menurut)]
    assert not salah
    assert sum(1 for r in rujuk if r["status_data"] == "printed") == 213
    assert sum(soal(p).values()) <= 40  # bound of the issue: 130
    assert sum(1 for t in p.tanya if t.catatan) <= 20


def baris_sumber(r: dict[str, str]) -> list[int]:
    return [int(x) for x in r["source"].split(":")[1].split(",")]


def beda(p: Pohon, r: dict[str, str], menurut: dict[str, dict[str, str]]) -> list[str]:
    """What differs between a printed row of the transcription and the recognised tree."""
    if r["level"] in ("jumlah", "total"):
        return []
    if r["level"].startswith("indikator_"):
        return _beda_indikator(p, r, menurut)
    s = next((x for x in p.simpul if x.tempat.baris == baris_sumber(r)[0] and x.tingkat == r["level"]), None)
    if s is None:
        return ["tidak ada"]
    hasil = ["ditanya"] if any(t.simpul == s.id and not t.catatan for t in p.tanya) else []
    i = s.indikator[0] if s.indikator else None
    target = i.target.get("target") if i else None
    pasangan = [
        (r["nama"], s.nama.teks),
        (r["indikator"], i.nama.teks if i else ""),
        (r["satuan"], i.satuan.teks.replace("%", "Persen") if i else ""),
        (r["target_teks"], target.teks if target else ""),
        (r["pagu_murni"], str(s.pagu["murni"].nilai) if "murni" in s.pagu else ""),
        (r["pagu_perubahan"], str(s.pagu["perubahan"].nilai) if "perubahan" in s.pagu else ""),
    ]
    usul = {datar(t.usul) for t in p.tanya if t.simpul == s.id}  # a slip of the scan, remarked upon
    hasil += [f"{a!r} {b!r}" for a, b in pasangan if datar(a) != datar(b) and datar(a) not in usul]
    return hasil + _beda_induk(p, s, menurut.get(r["parent_id"]))


def _beda_induk(p: Pohon, s: Simpul, harus: dict[str, str] | None) -> list[str]:
    induk = next((x for x in p.simpul if x.id == s.induk), None)
    if harus is None or induk is None:
        return [] if harus is None and induk is None else ["induk"]
    if harus["status_data"] == "derived":
        return (
            []
            if induk.hilang or induk.keadaan != "tercetak" or induk.tempat.baris in baris_sumber(harus)
            else ["induk"]
        )
    cocok = induk.tempat.baris in baris_sumber(harus) and induk.tingkat == harus["level"]
    return [] if cocok else ["induk"]


def _beda_indikator(p: Pohon, r: dict[str, str], menurut: dict[str, dict[str, str]]) -> list[str]:
    induk = menurut[r["parent_id"]]
    for s in p.simpul:
        for i in s.indikator:
            if datar(i.nama.teks) == datar(r["indikator"]) and i.nama.tempat[0].baris == baris_sumber(r)[0]:
                return (
                    []
                    if s.tempat.baris in baris_sumber(induk) and i.satuan.teks == r["satuan"]
                    else ["induk"]
                )
    return ["indikator tidak ada"]
