"""Reader of text and Markdown, as scans give them: lines into headings, paragraphs, lists, captions, tables.

`Tempat.baris` is the line of the file, from 1. Pages are counted where the text has form feeds. Headings are
told by mark-up (#, bold) and by number; their level is that of the number where there is one.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace

from opensakip.dokumen.bacaan import tanda
from opensakip.dokumen.bacaan.daftar_isi import pisah
from opensakip.dokumen.bacaan.kisi import BarisMentah, tinggi_kepala
from opensakip.dokumen.bacaan.model import (
    Bacaan,
    ButirDaftar,
    Judul,
    Keterangan,
    Paragraf,
    Tabel,
    Tempat,
    Unsur,
)
from opensakip.dokumen.bacaan.sambung import Untai, bersambung, tuntas, untai
from opensakip.dokumen.bacaan.tabel_teks import TabelTumbuh, serupa

TINGKAT_TERDALAM = 6
_PAGAR = re.compile(r"^\s*(?:```|~~~)")
_PEMISAH_PIPA = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
_GARIS = re.compile(r"^\s*(?:-{3,}|_{3,}|={3,}|\*{3,})\s*$")


@dataclass
class Baris:
    """One line of the file: as written, and its place."""

    mentah: str
    tempat: Tempat
    halaman_baru: bool = False

    @property
    def kosong(self) -> bool:
        return not self.mentah.strip()


@dataclass
class Susunan:
    """What was read so far; the last text may still go on."""

    unsur: list[Unsur | TabelTumbuh] = field(default_factory=list)
    lega: bool = True  # a blank line or page stands between the last element and the next line
    nomor_kini: int = 1


def baca_teks(nama: str, teks: str, jenis: str = "teks") -> Bacaan:
    """Read the text of a file (already decoded, line ends "\\n")."""
    baris, halaman = _baris(teks)
    susun = Susunan()
    i = 0
    tepi = _tepi_halaman(baris)
    while i < len(baris):
        susun.lega = susun.lega or baris[i].halaman_baru
        if i in tepi or baris[i].kosong or _GARIS.match(baris[i].mentah):
            susun.lega = True
            i += 1
            continue
        j = i + 1
        while j < len(baris) and j not in tepi and _seblok(baris, i, j):
            j += 1
        (_blok_tabel if _jenis(baris, i) else _blok_teks)(susun, baris[i:j])
        i = j
    return Bacaan(nama, jenis, _selesai(susun), halaman, pindaian=_mirip_pindaian(teks))


def _mirip_pindaian(teks: str) -> bool:
    """Scans carry mark-up of the reader of pictures among tabs; written text has one or the other."""
    return "\t" in teks and ("**" in teks or "<b>" in teks or "\n\n\n" in teks)


def _baris(teks: str) -> tuple[list[Baris], int | None]:
    berhalaman = "\f" in teks
    halaman, hasil = 1, []
    for n, mentah in enumerate(teks.split("\n"), start=1):
        ganti = mentah.count("\f")
        halaman += ganti
        tempat = Tempat(halaman=halaman if berhalaman else None, baris=n)
        hasil.append(Baris(mentah.replace("\f", ""), tempat, bool(ganti)))
    akhir = halaman - (1 if teks.rstrip("\n").endswith("\f") else 0)
    return hasil, akhir if berhalaman else None


def _seblok(baris: list[Baris], i: int, j: int) -> bool:
    if baris[j].kosong or baris[j].halaman_baru:
        return False
    return _jenis(baris, j) == _jenis(baris, i)


def _jenis(baris: list[Baris], i: int) -> bool:
    """Whether a line is one of a table: tabs between cells, or bars as in Markdown."""
    mentah = baris[i].mentah
    if "\t" in mentah.strip(" "):
        isi = mentah.split("\t")
        kiri = isi[0].strip()
        bertanda = (
            len(isi) == 2
            and 0 < len(kiri) <= 5
            and kiri[-1] in ".)-\u2022"
            and tanda.tanda_butir(f"{kiri} x")
        )
        return not (bertanda and re.search(r"[^\W\d_]{3}", isi[1]))
    return (mentah.count("|") >= 2 and mentah.strip().startswith("|")) or pisah(mentah.strip()) is not None


def _tepi_halaman(baris: list[Baris]) -> set[int]:
    """Lines that belong to the edge of pages: page numbers in order, running heads, catchwords."""
    tepi: set[int] = set()
    nomor: list[tuple[int, int]] = []
    isi = [i for i, b in enumerate(baris) if not b.kosong]
    for k, i in enumerate(isi):
        t = tanda.tanpa_markah(baris[i].mentah)
        if not tanda.nomor_halaman(t) or "\t" in baris[i].mentah:
            continue
        angka = re.sub(r"\D", "", t)
        sendiri = (i == 0 or baris[i - 1].kosong) and (i + 1 == len(baris) or baris[i + 1].kosong)
        if angka and (sendiri or t.startswith("-")):
            nomor.append((k, int(angka)))
    urut = {
        k
        for p, (k, n) in enumerate(nomor)
        if any(0 < m - n <= 2 for _, m in nomor[p + 1 : p + 3])
        or any(0 < n - m <= 2 for _, m in nomor[max(0, p - 2) : p])
    }
    if len(urut) < 3:
        return tepi
    tepi |= {isi[k] for k in urut}
    sering = Counter(_tanpa_bintang(baris[i]) for i in isi)
    for k in urut:
        for d in (-3, -2, -1, 1, 2):
            if 0 <= k + d < len(isi):
                t = _tanpa_bintang(baris[isi[k + d]])
                if (
                    sering[t] >= 3 and len(t) <= 100 and "\t" not in baris[isi[k + d]].mentah
                ) or tanda.kustos(t):
                    tepi.add(isi[k + d])
    return tepi


def _tanpa_bintang(b: Baris) -> str:
    return tanda.tanpa_markah(b.mentah).strip("* ")


# ── tables ───────────────────────────────────────────────────────────────────────────────────────────


def _blok_tabel(susun: Susunan, baris: list[Baris]) -> None:
    blok = [BarisMentah(_sel(b.mentah), b.tempat) for b in baris if not _PEMISAH_PIPA.match(b.mentah)]
    if not blok:
        return
    akhir = susun.unsur[-1] if susun.unsur else None
    if isinstance(akhir, TabelTumbuh):
        if akhir.sambung(blok):
            return
        tabel = TabelTumbuh(blok, tinggi_kepala(blok))
        if serupa(akhir.baris[: akhir.kepala], blok[: tabel.kepala]):
            tabel.keterangan = akhir.keterangan
        susun.unsur.append(tabel)
        return
    ket = akhir if isinstance(akhir, Keterangan) and akhir.jenis == "tabel" else None
    susun.unsur.append(TabelTumbuh(blok, tinggi_kepala(blok), keterangan=ket))


def _sel(mentah: str) -> tuple[str, ...]:
    if "\t" in mentah:
        return tuple(mentah.split("\t"))
    if (isi := pisah(mentah.strip())) is not None:
        return (f"{isi[0]} .....", isi[1])
    return tuple(s.strip() for s in mentah.strip().strip("|").split("|"))


# ── running text ─────────────────────────────────────────────────────────────────────────────────────


def _blok_teks(susun: Susunan, baris: list[Baris]) -> None:
    """Lines without a blank between them: cut where a heading, an item or a new paragraph begins."""
    panjang = max(len(b.mentah) for b in baris)
    i = 0
    while i < len(baris):
        j = i + 1
        while j < len(baris) and _segaris(baris[j - 1], baris[j], panjang):
            j += 1
        _satu(susun, baris[i:j], sendiri=i == 0 and j == len(baris))
        susun.lega = False
        i = j


def _segaris(atas: Baris, bawah: Baris, panjang: int) -> bool:
    """Whether a line goes on with the paragraph of the line above it."""
    t, a = bawah.mentah.strip(), atas.mentah
    if t.startswith("#") or a.lstrip().startswith("#") or tanda.tanda_butir(tanda.tanpa_markah(t)):
        return False
    if tanda.keterangan(tanda.tanpa_markah(t)):
        return False
    polos = tanda.tanpa_markah(a)
    if tanda.keterangan(polos) or a.endswith("  "):
        return True
    if tanda.serba_tebal(a) != tanda.serba_tebal(t) and (tanda.serba_tebal(a) or tanda.serba_tebal(t)):
        return False
    if nomor_bab(polos) and not tuntas(polos):
        return t.isupper()
    selesai = tuntas(polos) and (panjang > 200 or len(a) * 4 < panjang * 3)
    return not selesai


def nomor_bab(teks: str) -> bool:
    """Whether a line is "BAB III" with or without its name."""
    n = tanda.nomor_judul(teks)
    return n is not None and n.nomor.upper().startswith("BAB") and len(teks) <= 120


def _satu(susun: Susunan, baris: list[Baris], sendiri: bool) -> None:
    mentah = " ".join(b.mentah.strip() for b in baris)
    teks = tanda.tanpa_markah(re.sub(r"^\s*#{1,6}\s*", "", mentah))
    if not teks:
        return
    tempat = baris[0].tempat
    if (ket := tanda.keterangan(teks)) is not None:
        susun.unsur.append(Keterangan(teks, tempat, jenis=ket[0], nomor=ket[1]))
        return
    if sendiri and _nama_bab(susun, teks):
        return
    if (judul := _judul(susun, mentah, teks, tempat, sendiri and susun.lega)) is not None:
        susun.unsur.append(judul)
        return
    lepas = [(t, b.tempat) for b in baris if (t := tanda.tanpa_markah(b.mentah))]
    if _sambungkan(susun, lepas, mentah.startswith(("**", "<b>"))):
        return
    if sendiri and susun.lega and len(baris) <= 2 and tanda.judul_duga(teks) and not tanda.tanda_butir(teks):
        susun.unsur.append(Judul(teks, TINGKAT_TERDALAM, tempat, ragu=True))
        return
    _butir_atau_paragraf(susun, baris[0], untai(_bagi_markah(lepas)), tanda.serba_tebal(mentah))


def _bagi_markah(lepas: list[tuple[str, Tempat]]) -> list[tuple[str, Tempat]]:
    """Lines of a bold text that reaches over line ends: the stars at the ends that match nothing go."""
    return [(t.replace("**", "").strip() if t.count("**") % 2 else t, p) for t, p in lepas]


def _nama_bab(susun: Susunan, teks: str) -> bool:
    """A line of capitals right after "BAB II" is the name of the chapter."""
    akhir = susun.unsur[-1] if susun.unsur else None
    if not isinstance(akhir, Judul) or not teks.isupper() or len(teks) > 80 or not nomor_bab(akhir.nomor):
        return False
    if akhir.teks == akhir.nomor:
        susun.unsur[-1] = replace(akhir, teks=teks)
        return True
    if tanda.rapatkan(akhir.teks).endswith(teks) or akhir.tempat.baris is None:
        return False
    dekat = all(b is not None for b in (akhir.tempat.baris,)) and len(akhir.teks.split()) == 1
    if dekat and akhir.teks.isupper() and len(teks.split()) == 1 and not tanda.judul_muka(teks):
        susun.unsur[-1] = replace(akhir, teks=f"{akhir.teks} {teks}")
        return True
    return False


def _judul(susun: Susunan, mentah: str, teks: str, tempat: Tempat, sendiri: bool) -> Judul | None:
    pagar = re.match(r"\s*(#{1,6})\s*\S", mentah)
    if (pagar or sendiri) and (sasaran := tanda.judul_sasaran(teks)):
        return Judul(teks, min(max(sasaran, susun.nomor_kini + 1), TINGKAT_TERDALAM), tempat)
    tebal = tanda.serba_tebal(mentah) and sendiri and len(teks) <= 160 and teks[-1] not in ".,;"
    if not pagar and not tebal and not (sendiri and tanda.judul_polos(teks)):
        return None
    n = tanda.nomor_judul(teks)
    if n is not None and (n.tingkat <= 2 or "." in n.nomor or pagar or tebal):
        susun.nomor_kini = n.tingkat
        return Judul(n.isi or n.nomor, n.tingkat, tempat, n.nomor)
    if tanda.judul_muka(teks):
        susun.nomor_kini = 1
        return Judul(teks, 1, tempat)
    dasar = len(pagar[1]) if pagar else 1
    return Judul(teks, min(max(dasar, susun.nomor_kini + 1), TINGKAT_TERDALAM), tempat)


def _sambungkan(susun: Susunan, lepas: list[tuple[str, Tempat]], tebal: bool) -> bool:
    """Join a text that a blank line or page has cut off from the last paragraph or item."""
    akhir = susun.unsur[-1] if susun.unsur else None
    if not susun.lega or not isinstance(akhir, Paragraf | ButirDaftar) or not lepas or tebal:
        return False
    kanan = untai(_bagi_markah(lepas))
    butir = tanda.tanda_butir(kanan.teks)
    if butir is not None:
        if butir[0] not in "-*" or not butir[1][:1].islower() or tuntas(akhir.teks):
            return False
        geser = len(kanan.teks) - len(butir[1])
        kanan = Untai(butir[1], tuple((max(0, a - geser), t) for a, t in kanan.potongan))
    mandiri = tanda.judul_duga(kanan.teks)
    if not bersambung(akhir.teks, kanan.teks, isinstance(akhir, ButirDaftar), mandiri):
        return False
    baru = Untai(akhir.teks, akhir.potongan).lalu(kanan.teks, kanan.potongan)
    susun.unsur[-1] = replace(akhir, teks=baru.teks, potongan=baru.potongan)
    return True


def _butir_atau_paragraf(susun: Susunan, awal: Baris, isi: Untai, tebal: bool) -> None:
    butir = tanda.tanda_butir(isi.teks)
    tempat = isi.potongan[0][1]
    if butir is None:
        susun.unsur.append(Paragraf(isi.teks, tempat, isi.potongan, tebal=tebal))
        return
    geser = len(isi.teks) - len(butir[1])
    potongan = tuple((max(0, a - geser), t) for a, t in isi.potongan)
    inden = len(awal.mentah.expandtabs(4)) - len(awal.mentah.expandtabs(4).lstrip(" "))
    susun.unsur.append(ButirDaftar(butir[1], tempat, butir[0], inden // 2, potongan))


def _selesai(susun: Susunan) -> tuple[Unsur, ...]:
    hasil: list[Unsur] = []
    n = 0
    for u in susun.unsur:
        if isinstance(u, TabelTumbuh):
            n += 1
            tabel: Tabel = u.jadi(n)
            hasil.append(tabel)
        else:
            hasil.append(u)
    return tuple(hasil)
