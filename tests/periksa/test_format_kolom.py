"""One column, one thousands separator."""

from __future__ import annotations

from opensakip.dokumen.bacaan.model import Bacaan, Sel, Tabel, Tempat
from opensakip.periksa.format_kolom import periksa_format_kolom
from opensakip.periksa.temuan import Temuan


def periksa(*nilai: str) -> list[Temuan]:
    baris = [("Uraian", "Pagu (Rp)"), *((f"Taman {i}", n) for i, n in enumerate(nilai))]
    sel = tuple(
        tuple(Sel(s, Tempat(tabel=1, baris_tabel=i, kolom=j)) for j, s in enumerate(b, 1))
        for i, b in enumerate(baris, 1)
    )
    return list(periksa_format_kolom((Bacaan("a.docx", "docx", (Tabel(sel, Tempat(tabel=1), kepala=1),)),)))


def test_satu_sel_dengan_koma() -> None:
    [t] = periksa(*["1.500.000"] * 12, "2,250,000")
    assert (t.tercetak, t.seharusnya) == ("2,250,000", "2.250.000")
    assert t.lokasi[0].tempat.baris_tabel == 14


def test_kolom_seragam_dan_kolom_bercampur() -> None:
    assert not periksa(*["1,500,000"] * 12)
    assert not periksa(*["1.500.000"] * 6, *["2,250,000"] * 6)
