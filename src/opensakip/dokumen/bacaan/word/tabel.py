"""Tables of a DOCX: spans to the right and down become one grid; nested tables follow the outer one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from opensakip.dokumen.bacaan import kisi
from opensakip.dokumen.bacaan.galat import TidakTerbaca
from opensakip.dokumen.bacaan.kisi import BarisMentah
from opensakip.dokumen.bacaan.model import Sel, Tabel, Tempat
from opensakip.dokumen.bacaan.wadah import bulat
from opensakip.dokumen.bacaan.word.nama import W, nyala, val

KOLOM_MAKS = 500
SEL_MAKS = 1_000_000  # cells of one table


@dataclass
class SelWord:
    """What a cell says: paragraphs, bold, marks of notes, tables inside."""

    paragraf: list[str] = field(default_factory=list)
    tebal: bool = False
    tanda: str = ""
    tabel: list[Any] = field(default_factory=list)
    halaman: int | None = None


BacaSel = Callable[[Any], SelWord]


@dataclass
class Petak:
    """A cell on the grid while rows are read."""

    isi: SelWord
    kolom: int
    lanjut: bool
    tinggi: int = 1


def anak(e: Any, nama: str) -> Iterator[Any]:
    """Children of a name, also inside content controls and tracked insertions."""
    for a in e:
        if a.tag == f"{W}{nama}":
            yield a
        elif a.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}smartTag"):
            yield from anak(a, nama)


def baca_tabel(berkas: str, tbl: Any, nomor: int, baca_sel: BacaSel) -> tuple[Tabel, list[Any]]:
    """(table, nested tables) of a `w:tbl`; `nomor` counts the tables of the document."""
    petak: list[dict[int, Petak]] = []
    kepala = 0
    dalam: list[Any] = []
    for tr in anak(tbl, "tr"):
        sifat = tr.find(f"{W}trPr")
        if sifat is not None and sifat.find(f"{W}del") is not None:
            continue
        petak.append(_baris(tr, sifat, baca_sel, dalam))
        if kepala == len(petak) - 1 and sifat is not None and nyala(sifat.find(f"{W}tblHeader")):
            kepala += 1
    _gabung_tegak(petak)
    lebar = max((max(b) + b[max(b)].kolom for b in petak if b), default=0)
    if lebar > KOLOM_MAKS or lebar * len(petak) > SEL_MAKS:
        raise TidakTerbaca(
            berkas,
            f"tabel {nomor} memuat {len(petak)} baris dan {lebar} kolom; terlalu besar.",
            "Bagi tabel itu.",
        )
    baris = [_sel_penuh(b, i, lebar, nomor) for i, b in enumerate(petak)]
    return _tabel(baris, petak, kepala, nomor), dalam


def _baris(tr: Any, sifat: Any, baca_sel: BacaSel, dalam: list[Any]) -> dict[int, Petak]:
    j = bulat(val(sifat.find(f"{W}gridBefore")), banyak=KOLOM_MAKS) if sifat is not None else 0
    hasil: dict[int, Petak] = {}
    for tc in anak(tr, "tc"):
        s = tc.find(f"{W}tcPr")
        lebar = max(1, bulat(val(s.find(f"{W}gridSpan"), "1"), 1, banyak=KOLOM_MAKS)) if s is not None else 1
        tegak = s.find(f"{W}vMerge") if s is not None else None
        datar = s.find(f"{W}hMerge") if s is not None else None
        if datar is not None and val(datar, "continue") == "continue" and hasil:
            hasil[max(hasil)].kolom += lebar
        else:
            isi = baca_sel(tc)
            dalam.extend(isi.tabel)
            hasil[j] = Petak(isi, lebar, tegak is not None and val(tegak, "continue") == "continue")
        j += lebar
    return hasil


def _gabung_tegak(petak: list[dict[int, Petak]]) -> None:
    """Cells that go on with the one above are taken away and make it taller."""
    buka: dict[int, Petak] = {}
    for baris in petak:
        for j in sorted(baris):
            p = baris[j]
            atas = buka.get(j)
            if p.lanjut and atas is not None and atas.kolom == p.kolom:
                atas.tinggi += 1
                atas.isi.paragraf.extend(p.isi.paragraf)
                del baris[j]
            else:
                buka[j] = p
        for j in [
            k
            for k in buka
            if not any(a <= k < a + p.kolom for a, p in baris.items()) and not _ditutup(buka, k)
        ]:
            del buka[j]


def _ditutup(buka: dict[int, Petak], j: int) -> bool:
    return buka[j].tinggi > 1 or buka[j].lanjut


def _sel_penuh(baris: dict[int, Petak], i: int, lebar: int, nomor: int) -> list[Sel | None]:
    hasil: list[Sel | None] = [None] * lebar
    for j, p in baris.items():
        par = tuple(t for t in p.isi.paragraf if t)
        hasil[j] = Sel(
            " ".join(par),
            Tempat(halaman=p.isi.halaman, tabel=nomor, baris_tabel=i + 1, kolom=j + 1),
            kolom=p.kolom,
            baris=p.tinggi,
            paragraf=par if len(par) > 1 else (),
            tebal=p.isi.tebal,
            tanda=p.isi.tanda,
        )
    return hasil


def _tabel(baris: list[list[Sel | None]], petak: list[dict[int, Petak]], kepala: int, nomor: int) -> Tabel:
    _isi_lubang(baris, nomor)
    halaman = next((p.isi.halaman for b in petak for p in b.values()), None)
    if not kepala:
        mentah = [
            BarisMentah(
                tuple(f"<b>{s.teks}</b>" if s and s.tebal else s.teks if s else "" for s in b), Tempat()
            )
            for b in baris[: kisi.PALING_KEPALA + 1]
        ]
        kepala = kisi.tinggi_kepala(mentah)
    return Tabel(tuple(tuple(b) for b in baris), Tempat(halaman=halaman, tabel=nomor), kepala=kepala)


def _isi_lubang(baris: list[list[Sel | None]], nomor: int) -> None:
    """Places that no cell covers (rows that begin late or end early) become empty cells."""
    tutup = [[False] * len(b) for b in baris]
    for i, b in enumerate(baris):
        for j, s in enumerate(b):
            if s is None:
                continue
            for x in range(i, min(i + s.baris, len(baris))):
                for y in range(j, min(j + s.kolom, len(b))):
                    tutup[x][y] = True
    for i, b in enumerate(baris):
        for j in range(len(b)):
            if not tutup[i][j]:
                b[j] = Sel("", Tempat(tabel=nomor, baris_tabel=i + 1, kolom=j + 1))


def bernama(t: Tabel, keterangan: str, nomor: str) -> Tabel:
    """The table with its caption."""
    return replace(t, keterangan=keterangan, nomor=nomor)
