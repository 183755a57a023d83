"""Budget tables as trees: level of every row by code, by the column its name stands in, or by numbering."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from opensakip.dokumen.bacaan.model import Sel, Tabel
from opensakip.periksa.bahan import kunci, rapikan
from opensakip.periksa.kolom import badan, baris_jumlah, judul_kolom, kolom_uang, sel, teks_sel, uang_sel

_KODE = re.compile(r"^(?:\d{1,4}|[A-Z]{1,3})(?:\.(?:\d{1,4}|[A-Z]{1,3}))*\.?$")
_NAMA_TINGKAT = re.compile(
    r"^(?:sasaran(?: strategis| program| kegiatan)?|urusan|bidang urusan|program|kegiatan|sub ?kegiatan|kro"
    r"|ro"
    r"|komponen|uraian|nama program|nama kegiatan|keluaran|rincian output)$"
)
_NOMOR = (
    re.compile(r"^[IVX]{1,5}\.?$"),
    re.compile(r"^[A-H]\.?$"),
    re.compile(r"^\d{1,3}[.)]?$"),
    re.compile(r"^[a-z][.)]?$"),
    re.compile(r"^\(?\d{1,2}\)$"),
)
_PUTUS = re.compile(r"(?:\b(?:dan|atau|yang|untuk|serta|dengan|pada|di|dalam)|[,(/&-])\s*$", re.IGNORECASE)


@dataclass
class Simpul:
    """A row of a budget table: its level (0 highest, None unknown), names, amounts, and whether it is a
    total.
    """

    ke: int
    tingkat: int | None
    nama: str
    uang: dict[int, Decimal]
    sel: dict[int, Sel]
    jumlah: bool = False
    kode: str = ""
    anak: list[Simpul] = field(default_factory=list)
    utama: Sel | None = None

    @property
    def terputus(self) -> bool:
        """True where the name breaks off on a connecting word."""
        return bool(_PUTUS.search(self.nama))


@dataclass
class Pohon:
    """A budget table read as rows with levels; `dasar` says by what: kode, tangga, nomor, or datar."""

    tabel: Tabel
    kolom: tuple[int, ...]
    baris: list[Simpul]
    dasar: str


def _kolom_kode(t: Tabel, uang: Sequence[int]) -> int | None:
    """The column of codes: most filled cells are codes of differing length, and it is not money."""
    for j in range(min(t.lebar, 4)):
        isi = [x for i in badan(t) if (x := teks_sel(t, i, j)) and not baris_jumlah(t, i)]
        kode = [x for x in isi if _KODE.match(x) and "." in x.rstrip(".")]
        panjang = {x.rstrip(".").count(".") for x in kode}
        if j not in uang and len(kode) >= 3 and len(kode) * 10 >= len(isi) * 7 and len(panjang) >= 2:
            return j
    return None


def _kolom_tangga(t: Tabel) -> tuple[int, ...]:
    """Columns whose titles name levels, left to right, at least two."""
    nama = [j for j, judul in enumerate(judul_kolom(t)) if _NAMA_TINGKAT.match(judul)]
    return tuple(nama) if len(nama) >= 2 else ()


def _tingkat_nomor(t: Tabel, i: int) -> int | None:
    tanda = teks_sel(t, i, 0).strip()
    return next((n for n, pola in enumerate(_NOMOR) if pola.match(tanda)), None)


def _tingkat(t: Tabel, i: int, kode: int | None, tangga: Sequence[int], nomor: bool) -> int | None:
    if kode is not None:
        isi = teks_sel(t, i, kode).rstrip(".")
        return isi.count(".") if _KODE.match(isi) else None
    if tangga:
        return next((n for n, j in enumerate(tangga) if teks_sel(t, i, j)), None)
    return _tingkat_nomor(t, i) if nomor else 0


def pohon(t: Tabel) -> Pohon | None:
    """The table as a tree of amounts; None where it holds no money."""
    uang = kolom_uang(t)
    if not uang:
        return None
    kode = _kolom_kode(t, uang)
    tangga = () if kode is not None else _kolom_tangga(t)
    jenis_nomor = {n for i in badan(t) if (n := _tingkat_nomor(t, i)) is not None}
    nomor = kode is None and not tangga and len(jenis_nomor) >= 2
    baris: list[Simpul] = []
    for i in badan(t):
        nilai = {j: v for j in uang if (v := uang_sel(teks_sel(t, i, j))) is not None}
        teks = [s for j, s in enumerate(t.baris[i]) if s is not None and s.teks and j not in uang]
        nama = next((x.teks for x in reversed(teks) if len(kunci(x.teks)) > 3), "")
        if tangga:
            nama = next((x for j in tangga if (x := teks_sel(t, i, j))), nama)
        baris.append(
            Simpul(
                i,
                None if baris_jumlah(t, i) else _tingkat(t, i, kode, tangga, nomor),
                rapikan(nama),
                nilai,
                {j: s for j in uang if (s := sel(t, i, j)) is not None},
                baris_jumlah(t, i),
                teks_sel(t, i, kode).rstrip(".") if kode is not None else "",
                utama=next(iter(teks), None),
            )
        )
    baris = _satukan(baris, bool(tangga))
    dasar = "kode" if kode is not None else "tangga" if tangga else "nomor" if nomor else "datar"
    hasil = Pohon(t, uang, baris, dasar)
    _sambung(hasil)
    return hasil


def _satukan(baris: list[Simpul], tangga: bool) -> list[Simpul]:
    """Amounts that stand on a row of their own under a named row without amounts belong to that row."""
    hasil: list[Simpul] = []
    for b in baris:
        atas = hasil[-1] if hasil else None
        lepas = tangga and b.tingkat is None and not b.jumlah and b.uang
        if lepas and atas is not None and atas.tingkat is not None and not atas.uang:
            atas.uang, atas.sel = b.uang, b.sel
            continue
        hasil.append(b)
    return hasil


def _sambung(p: Pohon) -> None:
    """Give every row its direct children: deeper rows up to the next row of its own level or above."""
    jalur: list[Simpul] = []
    for b in p.baris:
        if b.jumlah:
            jalur = []
            continue
        if b.tingkat is None:
            continue
        while jalur and (jalur[-1].tingkat or 0) >= b.tingkat:
            jalur.pop()
        if p.dasar == "kode":
            while jalur and not b.kode.startswith(jalur[-1].kode + "."):
                jalur.pop()
        if jalur and p.dasar != "datar":
            jalur[-1].anak.append(b)
        jalur.append(b)


def jumlah_anak(b: Simpul, kolom: int) -> Decimal | None:
    """Sum of the direct children in a column; None where a child has no amount there."""
    if not b.anak:
        return None
    nilai = [a.uang.get(kolom) for a in b.anak]
    return None if any(v is None for v in nilai) else sum((v for v in nilai if v is not None), Decimal(0))
