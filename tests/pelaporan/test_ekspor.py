"""Exports of the planning forms: every row, as printed, in a form that people and machines can use."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from opensakip.dokumen.lembar import aman, angka_sel, tulis_csv, tulis_xlsx
from opensakip.dokumen.model import Baris, Kolom, Rata, Sel, Tabel, isi
from opensakip.impor.paket import daftar_contoh, muat_contoh
from opensakip.pelaporan.ekspor import ekspor
from opensakip.pelaporan.errors import BelumAdaData
from tests.dokumen.bacaan_pdf import halaman, padat

WAKTU = datetime(2026, 1, 2, tzinfo=UTC)
NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def muat(slug: str) -> Any:
    return muat_contoh(next(c for c in daftar_contoh() if c.slug == slug))[1]


def lembar(xlsx: bytes) -> list[list[str | Decimal]]:
    """Cells of the first sheet, numbers as numbers."""
    with zipfile.ZipFile(io.BytesIO(xlsx)) as z:
        bagi = ["".join(t.itertext()) for t in etree.fromstring(z.read("xl/sharedStrings.xml"))]
        akar = etree.fromstring(z.read("xl/worksheets/sheet1.xml"))
    hasil = []
    for baris in akar.iter(f"{NS}row"):
        sel: list[str | Decimal] = []
        for c in baris:
            v = c.find(f"{NS}v")
            if v is None:
                sel.append("")
            else:
                sel.append(bagi[int(v.text)] if c.get("t") == "s" else Decimal(v.text))
        hasil.append(sel)
    return hasil


@pytest.mark.django_db
def test_rka_memuat_seluruh_baris_sumber(bahan: Path) -> None:
    """RKA 2024: 109 rows of the form, their targets and amounts as printed, in order of the form."""
    cuplikan = muat("setneg")
    with (bahan / "data" / "setneg-2024" / "rka.csv").open(encoding="utf-8") as f:
        sumber = list(csv.DictReader(f))
    assert len(sumber) == 109
    baris = list(csv.reader(io.StringIO(ekspor(cuplikan, "rka", "csv", bentuk="mesin").isi.decode())))[1:]
    assert len(baris) == 109
    menurut: dict[str, list[list[str]]] = {}
    for b in baris:
        menurut.setdefault(_rapi(b[2]), []).append(b)
    for s in sumber:
        calon = menurut.get(_rapi(s["uraian"]), [])
        assert calon, s["uraian"]
        harus = [_nilai(s, t) for t in ("2024", "2025", "2026", "2027")]
        assert any([_angka(x.rstrip("†")) for x in b[3:]] == harus for b in calon), (s["id"], harus, calon)


def _rapi(teks: str) -> str:
    return re.sub(r"\W+", "", teks).lower()


def _nilai(s: dict[str, str], tahun: str) -> str:
    return _angka(s[f"target_{tahun}_teks"] or s[f"alokasi_{tahun}_cetak"].replace(",", "").replace(".", ""))


def _angka(teks: str) -> str:
    bersih = teks.strip().replace(",", ".")
    if re.fullmatch(r"\d+(\.\d+)?", bersih):
        return format(Decimal(bersih).normalize(), "f")
    return re.sub(r"\s+", " ", bersih)


@pytest.mark.django_db
def test_rka_mencatat_jumlah_yang_tidak_cocok() -> None:
    cuplikan = muat("setneg")
    hasil = ekspor(cuplikan, "rka", "pdf")
    teks = padat(" ".join(halaman(hasil.isi)))
    assert padat("tercetak 2.302.221, jumlah baris di bawahnya 1.009.198") in teks
    assert padat("2.302.221†") in teks, "angka tercetak tetap, dengan tanda"
    assert ekspor(cuplikan, "rka", "pdf").sidik == hasil.sidik


@pytest.mark.django_db
def test_renja_tiga_bentuk() -> None:
    cuplikan = muat("setda-banten")
    orang = ekspor(cuplikan, "renja", "csv").isi
    assert orang.startswith(b"\xef\xbb\xbf")
    baris = list(csv.reader(io.StringIO(orang.decode("utf-8-sig")), delimiter=";"))
    assert baris[0][6:] == ["Pagu Murni", "Pagu Perubahan", "Pagu Bertambah / (berkurang)"]
    assert baris[-1][0] == "Jumlah seluruhnya"
    assert baris[-1][6:] == ["253786078000", "245137431880", "-8648646120"]
    xlsx = ekspor(cuplikan, "renja", "xlsx").isi
    isi_lembar = lembar(xlsx)
    assert isi_lembar[0][0] == "Rencana Kerja Sekretariat Daerah Provinsi Banten Tahun 2025"
    angka = [b for b in isi_lembar if b and b[0] == "Jumlah seluruhnya"][0]
    assert [x for x in angka if isinstance(x, Decimal)] == [253786078000, 245137431880, -8648646120]
    assert len(isi_lembar) > 340
    assert ekspor(cuplikan, "renja", "xlsx").isi == xlsx, "bita sama"
    assert ekspor(cuplikan, "renja", "pdf").halaman > 20


@pytest.mark.django_db
def test_formulir_yang_tidak_cocok_ditolak_dengan_jalan_keluar() -> None:
    with pytest.raises(BelumAdaData, match="opensakip ekspor renja"):
        ekspor(muat("setda-banten"), "rka", "csv")


# ------------------------------------------------ the writers of sheets


def tabel(*sel: str) -> Tabel:
    kolom = (Kolom("20mm"), Kolom("1fr"), *(Kolom("20mm", Rata.KANAN) for _ in sel[2:]))
    return Tabel(
        "Uji",
        kolom,
        (tuple(Sel(isi(f"K{i}")) for i in range(len(sel))),),
        (Baris(tuple(Sel(isi(s)) for s in sel)),),
    )


@pytest.mark.parametrize("rumus", ["=1+1", "+62", "-x", "@SUM(A1)", "\tx", "\rx"])
def test_rumus_tidak_pernah_dijalankan(rumus: str) -> None:
    t = tabel("4.01", rumus, "1.000")
    sel = next(csv.reader(io.StringIO(tulis_csv(t, mesin=True).decode().split("\r\n", 1)[1])))
    assert sel[1].startswith(("'", " ")), "tab dan ganti baris menjadi spasi"
    xlsx = tulis_xlsx(t, judul="Uji", penulis="Uji", waktu=WAKTU)
    with zipfile.ZipFile(io.BytesIO(xlsx)) as z:
        assert b"<f>" not in z.read("xl/worksheets/sheet1.xml")
    assert aman("=x") == "'=x"


@pytest.mark.parametrize(
    ("teks", "nilai"),
    [("1.234", "1234"), ("(1.000)", "-1000"), ("−3,5", "-3.5"), ("0", "0"), ("12,50", "12.50")],
)
def test_angka_indonesia_menjadi_angka(teks: str, nilai: str) -> None:
    assert angka_sel(teks) == Decimal(nilai)


@pytest.mark.parametrize(
    "teks", ["WTP", "2–3", "38%", "3,3 Skala 5", "1.23", "", "1234567890123456", "1.000†"]
)
def test_yang_bukan_angka_tetap_teks(teks: str) -> None:
    assert angka_sel(teks) is None
