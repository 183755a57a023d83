"""Forms (naskah dinas) and the cover."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from opensakip.dokumen.model import Isian, Kop, Penandatangan, Sampul, TandaTangan
from opensakip.dokumen.word.ruas import Perangkai
from opensakip.dokumen.word.xml import Elemen, Ukuran, dxa, el, paragraf, run

KOSONG = "\u00a0"


def _sel(lebar: int, *isi: Elemen, isian: str = "", kanan: str = "") -> Elemen:
    return el(
        "tc",
        el(
            "tcPr",
            el("tcW", w=lebar, type="dxa"),
            el("tcBorders", el("right", val="single", sz=18, color=kanan)) if kanan else None,
            el("shd", val="clear", color="auto", fill=isian) if isian else None,
        ),
        *(isi or [paragraf("TableText")]),
    )


def _tabel(lebar: list[int], *baris: list[Elemen], tinggi: int = 0) -> Elemen:
    sifat = el("tblPr", el("tblW", w=sum(lebar), type="dxa"), el("tblLayout", type="fixed"))
    kisi = el("tblGrid", *(el("gridCol", w=w) for w in lebar))
    sifat_baris: list[Any] = [el("cantSplit")]
    if tinggi:
        sifat_baris.append(el("trHeight", val=tinggi, hRule="exact"))
    return el("tbl", sifat, kisi, *(el("tr", el("trPr", *map(_salin, sifat_baris)), *b) for b in baris))


def _salin(e: Elemen) -> Elemen:
    from copy import deepcopy

    return deepcopy(e)


def kop(b: Kop, p: Perangkai) -> list[Elemen]:
    """Letterhead with a double rule below."""
    hasil = [paragraf("NaskahKop", run(p.bersih(x).upper())) for x in b.baris]
    garis = el("pBdr", el("bottom", val="thinThickSmallGap", sz=24, space=1, color="000000"))
    hasil[-1].find(el("pPr").tag).append(garis)
    return [*hasil, paragraf("TableNote")]


def isian(b: Isian, p: Perangkai) -> list[Elemen]:
    """Labels with values or ruled blanks."""
    lebar = [dxa(26), dxa(5), dxa(110)]
    garis = el("u", val="single")
    baris = []
    for label, nilai in b.pasangan:
        isi = run(p.bersih(nilai)) if nilai is not None else run(KOSONG * 60, [_salin(garis)])
        baris.append(
            [
                _sel(lebar[0], paragraf("Normal", run(p.bersih(label)))),
                _sel(lebar[1], paragraf("Normal", run(":"))),
                _sel(lebar[2], paragraf("Normal", isi)),
            ]
        )
    return [_tabel(lebar, *baris), paragraf("TableNote")]


def _pihak(x: Penandatangan | None, atas: str, p: Perangkai) -> list[Elemen]:
    tengah = el("jc", val="center")

    def baris(teks: str, *sifat: Elemen) -> Elemen:
        return paragraf(
            "Normal", run(p.bersih(teks) or KOSONG), sifat=[el("keepNext"), *sifat, _salin(tengah)]
        )

    hasil = [baris(atas)]
    if x is None:
        return hasil
    hasil += [baris(f"{x.peran},"), baris(x.jabatan, el("spacing", after=1100))]
    garis = run(KOSONG * 44, [el("u", val="single")])
    hasil.append(paragraf("Normal", garis, sifat=[el("keepNext"), _salin(tengah)]))
    nip = [run("NIP "), run(KOSONG * 36, [el("u", val="single")])]
    hasil.append(paragraf("Normal", *nip, sifat=[_salin(tengah)]))
    return hasil


def tanda_tangan(b: TandaTangan, p: Perangkai, lebar_mm: Ukuran) -> list[Elemen]:
    """Two signatures side by side; the superior stands left."""
    lebar = [dxa(Decimal(lebar_mm) / 2)] * 2
    sel = [_sel(lebar[0], *_pihak(b.kiri, "", p)), _sel(lebar[1], *_pihak(b.kanan, b.tempat_waktu, p))]
    return [_tabel(lebar, sel), paragraf("TableNote")]


def sampul(
    b: Sampul, p: Perangkai, *, lebar_mm: Ukuran, tinggi_mm: Ukuran, lambang: Elemen | None
) -> list[Elemen]:
    """The cover: a navy band with a gold edge, the titles beside it."""
    isi = [paragraf("SampulInstansi", run(p.bersih(b.instansi).upper()))]
    if lambang is not None:
        isi.append(paragraf("SampulTeks", el("r", lambang)))
    isi += [
        paragraf("SampulLabel", run(p.bersih(b.label))),
        paragraf("SampulJudul", run(p.bersih(b.judul))),
        paragraf("SampulTahun", run(p.bersih(b.tahun))),
    ]
    if b.pernyataan:
        kuning = el("shd", val="clear", color="auto", fill="F4EAD6")
        isi.append(paragraf("SampulTeks", run(p.bersih(b.pernyataan), [el("b")]), sifat=[kuning]))
    bawah = [b.periode, *([b.tempat_waktu] if b.tempat_waktu else []), *b.keterangan]
    isi += [paragraf("SampulTeks", run(p.bersih(x))) for x in bawah]
    lebar = [dxa(24), dxa(lebar_mm - 24)]
    for e in isi:
        e.find(el("pPr").tag).append(el("ind", left=300))
    pita = _sel(lebar[0], isian="10304F", kanan="946822")
    return [_tabel(lebar, [pita, _sel(lebar[1], *isi)], tinggi=dxa(tinggi_mm)), paragraf("TableNote")]
