"""Lines of a budget document: the tree by code, sums per level, codes that do not fit."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from opensakip.dokumen.bacaan import baca_berkas
from opensakip.periksa.pohon.lajur import kenali_dpa
from opensakip.periksa.pohon.model import Pohon
from opensakip.periksa.pohon.renja import kenali_renja

KEPALA = "SKPD;PROGRAM;KEGIATAN;SUBKEGIATAN;URAIAN BELANJA;JUMLAH;JUMLAH PERUBAHAN"
KEBUN = "1.01 - DINAS KEBUN;1.01.02 Program Kebun;"
SIRAM = "1.01.02.2.01 Perawatan;1.01.02.2.01.0001 Siram;"
BARIS = (
    f"{KEBUN}{SIRAM}5.1 Air;4950000,00;4.950.000,50",
    f"{KEBUN}{SIRAM}5.2 Selang;50000;-",
    f"{KEBUN}1.01.02.2.02 Panen;1.01.02.2.02.0001 Petik;5.1 Keranjang;1000000,00;2.000.000,00",
    f"1.02 - DINAS TAMAN;1.01.02 Program Kebun;{SIRAM}5.1 Air;7,00;7,00",
)


def pohon(tmp_path: Path, *baris: str) -> Pohon:
    jalur = tmp_path / "dpa.csv"
    jalur.write_text("\n".join((KEPALA, *baris)) + "\n", encoding="utf-8")
    (p,) = kenali_dpa(baca_berkas(jalur))
    return p


def test_baris_rekening_dijumlahkan_ke_pohon_menurut_kode(tmp_path: Path) -> None:
    p = pohon(tmp_path, *BARIS)
    assert not p.tanya
    assert [(s.tingkat, s.kode, s.pemilik.teks) for s in p.simpul][:5] == [
        ("program", "1.01.02", "DINAS KEBUN"),
        ("kegiatan", "1.01.02.2.01", "DINAS KEBUN"),
        ("sub_kegiatan", "1.01.02.2.01.0001", "DINAS KEBUN"),
        ("kegiatan", "1.01.02.2.02", "DINAS KEBUN"),
        ("sub_kegiatan", "1.01.02.2.02.0001", "DINAS KEBUN"),
    ]
    program, _, siram = p.simpul[:3]
    assert program.pagu["murni"].nilai == Decimal(6_000_000)
    assert siram.pagu["perubahan"].nilai == Decimal("4950000.50")
    assert p.simpul[5].pagu["murni"].nilai == 7, "kode yang sama pada unit lain berdiri sendiri"


def test_kode_yang_tidak_di_bawah_induknya_diperingatkan(tmp_path: Path) -> None:
    p = pohon(tmp_path, *BARIS[:3], BARIS[3].replace("1.01.02.2.01.0001", "9.99.02.2.01.0001"))
    (t,) = p.tanya
    assert (t.jenis, t.catatan, t.tercetak) == ("kode_janggal", True, "9.99.02.2.01.0001")
    assert any(s.kode == "9.99.02.2.01.0001" for s in p.simpul), "kode asing tidak hilang"


def test_jumlah_yang_bukan_angka_ditanyakan(tmp_path: Path) -> None:
    p = pohon(tmp_path, *BARIS, BARIS[0].replace("4950000,00", "49S0000,00"))
    (t,) = p.tanya
    assert (t.jenis, t.ruas, t.tercetak) == ("angka_janggal", "pagu.murni", "49S0000,00")


@pytest.mark.bahan
def test_dpa_nyata(bahan: Path) -> None:
    """3,311 lines of 40 agencies: totals agree with the sheet, levels agree with each other."""
    bacaan = baca_berkas(next(bahan.glob("samples/spreadsheets/dpa_*.xlsx")))
    (p,) = kenali_dpa(bacaan)
    assert not p.tanya
    for kunci in ("murni", "perubahan"):
        total = {
            tingkat: sum(s.pagu[kunci].nilai for s in p.simpul if s.tingkat == tingkat)
            for tingkat in ("program", "kegiatan", "sub_kegiatan")
        }
        assert len(set(total.values())) == 1
    assert len({s.pemilik.teks for s in p.simpul}) == 40
    assert not kenali_renja(bacaan)
