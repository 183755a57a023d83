"""The RKA-K/L form: labels inside cells, values in the rows below, codes, sums; and the real one."""

from __future__ import annotations

import csv
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from opensakip.dokumen.bacaan import baca_berkas
from opensakip.dokumen.bacaan.model import Sel, Tabel, Tempat
from opensakip.periksa.pohon.model import Pohon
from opensakip.periksa.pohon.rka import kenali_formulir, kenali_rka, pecah
from opensakip.periksa.pohon.teks import datar

KEPALA = ["Kode|Uraian|Target Kinerja / Alokasi Anggaran (dalam ribuan rupiah)|", "||2030|2031"]


def formulir(*baris: str, paragraf: dict[int, tuple[str, ...]] | None = None) -> Pohon:
    """The tree of a form made of these lines; `paragraf`: paragraphs of the description of a line."""
    isi = [*KEPALA, *baris]
    tabel = []
    for n, b in enumerate(isi, 1):
        sel = [Sel(t, Tempat(baris=n, kolom=j)) for j, t in enumerate(b.split("|"), 1)]
        if paragraf and n in paragraf:
            sel[1] = replace(sel[1], teks=" ".join(paragraf[n]), paragraf=paragraf[n])
        tabel.append(tuple(sel))
    (p,) = kenali_formulir([Tabel(tuple(tabel), Tempat(baris=1))])
    return p


DASAR = (
    "100.01|Eselon 1 Direktorat Kebun|900|900",
    "KB|Program Program Kebun Nasional|900|900",
    "|Sasaran Program Kebun terawat Indikator Kinerja Program Indeks Kebun|3,1 Skala 4|3,2 Skala 4",
    "|Indeks Taman|70|71",
    "1234|KEGIATAN Perawatan Bibit|900|900",
    "|SASARAN KEGIATAN -||",
    "KRO|||",
    "ABC|Layanan Bibit|500|500",
    "|INDIKATOR KRO||",
    "ABD|KRO Layanan Pupuk|400|400",
)


def test_label_di_dalam_sel_dipisah() -> None:
    bagian = pecah("Sasaran Strategis Taman indah Indikator Kinerja Sasaran Strategis Indeks Taman")
    assert [(b.label, b.teks) for b in bagian] == [
        ("sasaran_strategis", "Taman indah"),
        ("indikator.sasaran_strategis", "Indeks Taman"),
    ]


def test_formulir_menjadi_pohon_tanpa_pertanyaan() -> None:
    p = formulir(*DASAR)
    assert not p.tanya
    assert [(s.tingkat, s.kode) for s in p.simpul] == [
        ("eselon_1", "100.01"), ("program", "KB"), ("sasaran_program", ""),
        ("kegiatan", "1234"), ("kro", "ABC"), ("kro", "ABD"),
    ]  # fmt: skip
    kebun = p.simpul[2]
    assert [i.target["2030"].teks for i in kebun.indikator] == ["3,1 Skala 4", "70"]
    assert p.simpul[1].nama.teks == "Program Kebun Nasional"
    assert p.simpul[4].pagu["2031"].nilai == Decimal(500)
    assert (p.pengali, p.satuan_uang) == (1000, "ribuan rupiah")
    assert all(u.terbukti for s in p.simpul for u in s.pagu.values())


def test_nilai_di_baris_bawah_dipasangkan_dengan_indikator_sel_di_atas() -> None:
    cara = ("Sasaran Program Kebun subur", "Indikator Kinerja Program Panen", "Hasil Ladang")
    p = formulir(*DASAR[:2], "||10|11", "||20|21", paragraf={5: cara})
    subur = p.simpul[-1]
    assert [(i.nama.teks, i.target["2031"].teks) for i in subur.indikator] == [
        ("Panen", "11"),
        ("Hasil Ladang", "21"),
    ]
    assert not p.tanya or {t.jenis for t in p.tanya} == {"jumlah_tidak_cocok"}


def test_indikator_tanpa_target_ditanyakan() -> None:
    p = formulir(*DASAR[:2], "|Sasaran Program A Indikator Kinerja Program B||", *DASAR[4:])
    (t,) = p.tanya
    assert (t.jenis, t.ruas) == ("angka_tidak_tercetak", "indikator.0.target")


@pytest.mark.parametrize(
    ("lama", "baru", "jenis"),
    [
        ("ABD|KRO Layanan Pupuk|400|400", "A8D|KRO Layanan Pupuk|400|400", "angka_janggal"),
        ("ABD|KRO Layanan Pupuk|400|400", "ABD|KRO Layanan Pupuk|4OO|400", "angka_janggal"),
        ("ABD|KRO Layanan Pupuk|400|400", "ABD|KRO Layanan Pupuk|410|400", "jumlah_tidak_cocok"),
        ("1234|KEGIATAN Perawatan Bibit|900|900", "1234|KEGIATAN Bibit|800|900", "jumlah_tidak_cocok"),
    ],
)  # fmt: skip
def test_salah_baca_ditanyakan(lama: str, baru: str, jenis: str) -> None:
    p = formulir(*[baru if b == lama else b for b in DASAR])
    assert jenis in {t.jenis for t in p.tanya}


@pytest.mark.bahan
def test_formulir_rka_nyata(bahan: Path) -> None:
    """All rows of the checked transcription: level, code, text, parent, targets and allocations."""
    (p,) = kenali_rka(baca_berkas(next(bahan.glob("seeds/000_*.txt"))))
    with (bahan / "data/setneg-2024/rka.csv").open(encoding="utf-8") as f:
        rujuk = list(csv.DictReader(f))
    baris = [x for s in p.simpul for x in ((s, None), *((s, i) for i in s.indikator))]
    assert len(baris) == len(rujuk) == 109
    salah = []
    simpul = {}
    for r, (s, i) in zip(rujuk, baris, strict=True):
        tahun = ("2024", "2025", "2026", "2027")
        if i is None:
            simpul[r["id"]] = s
            harus = (r["jenis"], r["kode"], datar(r["uraian"]), *(r[f"alokasi_{t}_cetak"] for t in tahun))
            ada = (s.tingkat, s.kode, datar(s.nama.teks))
            ada += tuple(str(s.pagu[t].nilai) if t in s.pagu else "" for t in tahun)
            cocok = harus == ada and s.induk == (simpul[r["parent_id"]].id if r["parent_id"] else "")
        else:
            cocok = simpul[r["parent_id"]] is s and datar(i.nama.teks) == datar(r["uraian"])
            cocok &= [i.target[t].teks.casefold() if t in i.target else "" for t in tahun] == [
                r[f"target_{t}_teks"].casefold() for t in tahun
            ]
        if not cocok:
            salah.append(r["id"])
    assert not salah
    assert [t.jenis for t in p.tanya] == [
        "jumlah_tidak_cocok"
    ] * 2  # the form prints one programme of several
