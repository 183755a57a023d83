"""Lines of pages into headings, paragraphs, items and captions; running heads and feet left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from opensakip.dokumen.bacaan import tanda
from opensakip.dokumen.bacaan.daftar_isi import nomor_saja
from opensakip.dokumen.bacaan.model import ButirDaftar, Judul, Keterangan, Paragraf, Tabel, Tempat, Unsur
from opensakip.dokumen.bacaan.pdf.blok import BarisCetak, HalamanCetak, TabelCetak
from opensakip.dokumen.bacaan.pdf.halaman import TANDA_PENGGAL
from opensakip.dokumen.bacaan.pdf.sambung_tabel import TabelTumbuh
from opensakip.dokumen.bacaan.sambung import Untai, bersambung, tuntas, untai

TINGKAT_TERDALAM = 6
BESAR_JUDUL = 1.13  # type that many times as high as the running text is a heading


def buang_tepi(halaman: Sequence[HalamanCetak]) -> None:
    """Take running heads, feet and page numbers out of the pages."""
    muncul: dict[str, list[int]] = {}
    for n, h in enumerate(halaman):
        for k in {_kunci(b) for b in _tepi(h)}:
            muncul.setdefault(k, []).append(n)
    berulang = {k for k, n in muncul.items() if _rapat(n, len(halaman))}
    for h in halaman:
        buang = {
            id(b)
            for b in _tepi(h)
            if _kunci(b) in berulang or (tanda.nomor_halaman(b.teks) and _paling_tepi(h, b))
        }
        h.blok = [b for b in h.blok if id(b) not in buang]


def _rapat(n: list[int], jumlah: int) -> bool:
    """Whether a line comes back on nearly every (or every second) page between its first and last."""
    return len(n) >= (2 if jumlah <= 4 else 3) and len(n) * 20 >= (n[-1] - n[0] + 1) * 9


def _tepi(h: HalamanCetak) -> list[BarisCetak]:
    """Lines of the upper and the lower part of the page, at most four each."""
    baris = [b for b in h.blok if isinstance(b, BarisCetak) and not tanda.keterangan(b.teks)]
    atas = [b for b in baris if b.y1 < h.tinggi * 0.15][:4]
    bawah = [b for b in baris if b.y0 > h.tinggi * 0.78][-4:]
    return [*atas, *bawah]


def _kunci(b: BarisCetak) -> str:
    """A running line is the same on every page but for its numbers; its place tells it from text."""
    teks = re.sub(r"\d+|\b[ivxlc]+\b", "#", b.teks.strip())
    return f"{teks}@{round(b.y0 / 12)}"


def _paling_tepi(h: HalamanCetak, b: BarisCetak) -> bool:
    return bool(h.blok and (b is h.blok[0] or b is h.blok[-1]))


def tinggi_umum(halaman: Sequence[HalamanCetak]) -> Any:
    """Height of the type of the running text."""
    jumlah: Counter[int] = Counter()
    for h in halaman:
        for b in h.blok:
            if isinstance(b, BarisCetak):
                jumlah[round(b.tinggi * 4)] += len(b.teks)
    return jumlah.most_common(1)[0][0] / 4 if jumlah else 12


@dataclass
class Alir:
    """What was read so far; paragraphs and tables may still go on."""

    tinggi: Any
    unsur: list[Unsur | TabelTumbuh] = field(default_factory=list)
    nomor_kini: int = 1
    celah: Any = 0

    def halaman(self, h: HalamanCetak) -> None:
        """Take the blocks of a page."""
        self.celah = _celah_umum(h, self.tinggi)
        i = 0
        while i < len(h.blok):
            b = h.blok[i]
            if isinstance(b, TabelCetak):
                self._tabel(b)
                i += 1
                continue
            j = i + 1
            kelompok = [b]
            while j < len(h.blok):
                c = h.blok[j]
                if not isinstance(c, BarisCetak) or not self._segaris(kelompok, c):
                    break
                kelompok.append(c)
                j += 1
            self._teks(kelompok, h)
            i = j

    def selesai(self) -> tuple[Unsur, ...]:
        """All elements, tables numbered in order."""
        hasil: list[Unsur] = []
        n = 0
        for u in self.unsur:
            if isinstance(u, TabelTumbuh):
                n += 1
                tabel: Tabel = u.jadi(n)
                hasil.append(tabel)
            else:
                hasil.append(u)
        return tuple(hasil)

    def _tabel(self, t: TabelCetak) -> None:
        akhir = self.unsur[-1] if self.unsur else None
        t.daftar = t.daftar or self._daftar_tanpa_titik(t, akhir)
        if isinstance(akhir, TabelTumbuh) and akhir.sambung(t):
            return
        if t.jalur and any(isinstance(u, TabelTumbuh) and u.sambung(t) for u in self.unsur[:-9:-1]):
            return
        ket = akhir if isinstance(akhir, Keterangan) and akhir.jenis == "tabel" else None
        self.unsur.append(TabelTumbuh.dari(t, ket))

    @staticmethod
    def _daftar_tanpa_titik(t: TabelCetak, akhir: Unsur | TabelTumbuh | None) -> bool:
        """Titles and page numbers in columns below "Daftar Isi" are a list of contents too."""
        if t.bergaris or len(t.x) != 3 or not isinstance(akhir, Judul | Paragraf):
            return False
        if not akhir.teks.lower().startswith("daftar"):
            return False
        return all(b[1] is not None and nomor_saja(b[1].teks) for b in t.sel)

    # ── lines into paragraphs ─────────────────────────────────────────────────────────────────────────

    def _segaris(self, kelompok: list[BarisCetak], b: BarisCetak) -> bool:
        """Whether a line goes on with the paragraph of the lines above it."""
        a = kelompok[-1]
        celah = b.y0 - a.y1
        if a.tajuk != b.tajuk:
            return False
        if (
            celah > max(a.tinggi * 0.6, self.celah + a.tinggi * 0.2)
            or abs(b.tinggi - a.tinggi) > a.tinggi * 0.12
        ):
            return False
        if tanda.tanda_butir(b.teks) or tanda.keterangan(b.teks) or tanda.nomor_judul(b.teks) and b.tebal:
            return False
        if a.tebal != b.tebal and (len(kelompok) == 1 or tuntas(a.teks)):
            return not a.tebal and not tuntas(a.teks)
        if len(kelompok) > 1 and celah > (kelompok[1].y0 - kelompok[0].y1) + a.tinggi * 0.35:
            return False
        if tuntas(a.teks):
            kanan = max(k.x1 for k in [*kelompok, b])
            return not (a.x1 < kanan - a.tinggi * 3 or b.x0 > min(k.x0 for k in kelompok) + a.tinggi * 1.2)
        return True

    def _teks(self, kelompok: list[BarisCetak], h: HalamanCetak) -> None:
        isi = _untai(kelompok)
        if not isi.teks:
            return
        tempat = isi.potongan[0][1]
        if (ket := tanda.keterangan(isi.teks)) is not None:
            self.unsur.append(Keterangan(isi.teks, tempat, jenis=ket[0], nomor=ket[1]))
            return
        if self._lanjut_keterangan(kelompok, isi, h) or self._nama_bab(kelompok, isi):
            return
        if (judul := self._judul(kelompok, isi, h)) is not None:
            self.unsur.append(judul)
            return
        if self._sambungkan(isi):
            return
        butir = tanda.tanda_butir(isi.teks)
        if butir is None:
            self.unsur.append(Paragraf(isi.teks, tempat, isi.potongan, tebal=all(b.tebal for b in kelompok)))
            return
        geser = len(isi.teks) - len(butir[1])
        potongan = tuple((max(0, a - geser), t) for a, t in isi.potongan)
        self.unsur.append(ButirDaftar(butir[1], tempat, butir[0], self._dalam(kelompok[0], h), potongan))

    @staticmethod
    def _dalam(b: BarisCetak, h: HalamanCetak) -> int:
        kiri = min((c.x0 for c in h.blok if isinstance(c, BarisCetak)), default=b.x0)
        return int(min(6, max(0, round((b.x0 - kiri) / 20))))

    def _lanjut_keterangan(self, kelompok: list[BarisCetak], isi: Untai, h: HalamanCetak) -> bool:
        """Centred lines right below "Tabel 2.13" are its title."""
        akhir = self.unsur[-1] if self.unsur else None
        if not isinstance(akhir, Keterangan) or akhir.tempat.halaman != h.nomor:
            return False
        polos = akhir.teks.split(akhir.nomor)[-1].strip(" .:") if akhir.nomor else "x"
        tengah = abs((kelompok[0].x0 + kelompok[0].x1) / 2 - h.lebar / 2) < h.lebar * 0.08
        lanjut = not polos or (tengah and not tuntas(isi.teks))
        if not lanjut or len(isi.teks) > 200 or tanda.nomor_judul(isi.teks):
            return False
        self.unsur[-1] = replace(akhir, teks=f"{akhir.teks} {isi.teks}")
        return True

    def _nama_bab(self, kelompok: list[BarisCetak], isi: Untai) -> bool:
        """The line right after "BAB II" is the name of the chapter."""
        akhir = self.unsur[-1] if self.unsur else None
        if (
            not isinstance(akhir, Judul)
            or akhir.teks != akhir.nomor
            or not akhir.nomor.upper().startswith("BAB")
        ):
            return False
        if len(isi.teks) > 100 or not (isi.teks.isupper() or kelompok[0].tinggi > self.tinggi * BESAR_JUDUL):
            return False
        self.unsur[-1] = replace(akhir, teks=isi.teks)
        return True

    def _judul(self, kelompok: list[BarisCetak], isi: Untai, h: HalamanCetak) -> Judul | None:
        teks = isi.teks
        besar = kelompok[0].tinggi > self.tinggi * BESAR_JUDUL
        tebal = all(b.tebal for b in kelompok)
        if kelompok[0].tajuk:
            return self._judul_tanda(teks, kelompok[0].tajuk, isi.potongan[0][1])
        if len(teks) > 200 or len(kelompok) > 4 or not any(x.isalpha() for x in teks) or teks[-1] in ",;":
            return None
        if not besar and not tebal:
            return self._judul_polos(teks, isi.potongan[0][1])
        if teks[-1] in ".:" and not tanda.nomor_judul(teks):
            return None
        return self._judul_nyata(teks, isi.potongan[0][1], ragu=not besar)

    def _judul_tanda(self, teks: str, tajuk: int, tempat: Tempat) -> Judul:
        """A heading that the tags of the file name; its own number tells the level better than the tag."""
        n = tanda.nomor_judul(teks)
        tingkat = n.tingkat if n and (n.tingkat <= 2 or "." in n.nomor) else tajuk
        self.nomor_kini = tingkat
        return Judul(
            (n.isi or n.nomor) if n else teks, min(tingkat, TINGKAT_TERDALAM), tempat, n.nomor if n else ""
        )

    def _judul_polos(self, teks: str, tempat: Tempat) -> Judul | None:
        if tanda.judul_polos(teks):
            n = tanda.nomor_judul(teks)
            self.nomor_kini = n.tingkat if n else 1
            return Judul((n.isi or n.nomor) if n else teks, self.nomor_kini, tempat, n.nomor if n else "")
        sasaran = tanda.judul_sasaran(teks)
        if sasaran is None:
            return None
        return Judul(teks, min(max(sasaran, self.nomor_kini + 1), TINGKAT_TERDALAM), tempat)

    def _judul_nyata(self, teks: str, tempat: Tempat, ragu: bool) -> Judul:
        n = tanda.nomor_judul(teks)
        if n is not None:
            self.nomor_kini = n.tingkat
            return Judul(n.isi or n.nomor, n.tingkat, tempat, n.nomor)
        if tanda.judul_muka(teks):
            self.nomor_kini = 1
            return Judul(teks, 1, tempat)
        sasaran = tanda.judul_sasaran(teks)
        tingkat = max(sasaran or 0, self.nomor_kini + 1)
        return Judul(teks, min(tingkat, TINGKAT_TERDALAM), tempat, ragu=ragu and sasaran is None)

    def _sambungkan(self, isi: Untai) -> bool:
        """Join a text that a page has cut off from the last paragraph or item."""
        akhir = self.unsur[-1] if self.unsur else None
        if not isinstance(akhir, Paragraf | ButirDaftar) or tanda.tanda_butir(isi.teks):
            return False
        lama = akhir.potongan[-1][1].halaman if akhir.potongan else akhir.tempat.halaman
        if lama == isi.potongan[0][1].halaman:
            return False
        if not bersambung(akhir.teks, isi.teks, isinstance(akhir, ButirDaftar), tanda.judul_duga(isi.teks)):
            return False
        baru = Untai(akhir.teks, akhir.potongan).lalu(isi.teks, isi.potongan)
        self.unsur[-1] = replace(akhir, teks=baru.teks, potongan=baru.potongan)
        return True


def _celah_umum(h: HalamanCetak, tinggi: Any) -> Any:
    """White between the lines of running text of a page; at most that of double spacing."""
    celah: Counter[int] = Counter()
    for a, b in zip(h.blok, h.blok[1:], strict=False):
        if isinstance(a, BarisCetak) and isinstance(b, BarisCetak) and 0 <= b.y0 - a.y1 <= tinggi * 1.3:
            celah[round(b.y0 - a.y1)] += len(b.teks)
    return celah.most_common(1)[0][0] if celah else 0


def _untai(kelompok: list[BarisCetak]) -> Untai:
    """Lines as one text; a hyphen that only divides goes, also where it was set as such."""
    baris = [(b.teks.strip(), Tempat(halaman=b.halaman, baris=b.nomor)) for b in kelompok if b.teks.strip()]
    if not baris:
        return Untai("", ())
    bersih = [(t[:-1] + "-" if t.endswith(TANDA_PENGGAL) else t, p) for t, p in baris]
    return untai([(t.replace(TANDA_PENGGAL, ""), p) for t, p in bersih])
