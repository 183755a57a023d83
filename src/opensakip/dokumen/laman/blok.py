"""Every block of the model as HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from html import escape
from typing import Any

from opensakip.dokumen import model as m
from opensakip.dokumen.huruf import rapikan
from opensakip.dokumen.laman.ruas import Perangkai, kunci
from opensakip.dokumen.laman.tabel import tabel
from opensakip.dokumen.telusur import telusuri

_ID_DALAM = re.compile(r'\b(id="|url\(#|href="#)')


class Penulis:
    """Writes blocks in order and keeps the ids of headings, tables and pictures unique."""

    def __init__(self, dok: m.Dokumen, lambang: str) -> None:
        self.dok, self.lambang = dok, lambang
        self.p = Perangkai()
        self.urut_gambar = 0
        self.urut_tabel = 0
        self.lebar: set[int] = set()
        self._jangkar: dict[int, str] = {}
        self._daftar: dict[str, list[Any]] = {"judul": [], "tabel": [], "gambar": []}
        self._kumpulkan(b for bagian in dok.bagian for b in bagian.blok)
        self._cetak: dict[type, Callable[[Any], str]] = {
            m.Judul: self.judul, m.JudulButir: self.judul_butir, m.BelumDiisi: self.belum_diisi,
            m.Paragraf: lambda b: f"<p>{self.p.isi(b.isi)}</p>\n", m.Daftar: self.daftar,
            m.Catatan: lambda b: f'<p class="catatan">{self.p.isi(b.isi)}</p>\n', m.Kotak: self.kotak,
            m.Tabel: self.tabel, m.Gambar: self.gambar, m.Ubin: self.ubin, m.DaftarIsi: self.daftar_isi,
            m.GantiHalaman: lambda b: '<div class="ganti"></div>\n',
            m.Utuh: lambda b: f'<div class="utuh">{self.semua(b.blok)}</div>\n',
            m.Lanskap: lambda b: f'<div class="lanskap">{self.semua(b.blok)}</div>\n',
            m.Berdampingan: self.berdampingan, m.Narasi: self.narasi, m.Sampul: self.sampul,
            m.Kop: self.kop, m.JudulNaskah: self.judul_naskah, m.Isian: self.isian,
            m.TandaTangan: self.tanda_tangan,
        }  # fmt: skip

    def semua(self, blok: Iterable[m.Blok]) -> str:
        """HTML of many blocks."""
        return "".join(self._cetak[type(b)](b) for b in blok)

    def _kumpulkan(self, blok: Iterable[m.Blok]) -> None:
        for b in telusuri(blok):
            if isinstance(b, m.Judul) and b.daftar:
                self._catat("judul", b)
            elif isinstance(b, m.Tabel):
                self._catat("tabel", b)
            elif isinstance(b, m.Gambar) and not b.hiasan:
                self._catat("gambar", b)

    def _catat(self, jenis: str, b: Any) -> None:
        daftar = self._daftar[jenis]
        daftar.append(b)
        self._jangkar[id(b)] = kunci(b.label) if b.label else f"{jenis}-{len(daftar)}"

    # ------------------------------------------------------------ text
    def judul(self, b: m.Judul) -> str:
        """A heading; the title of the report on the cover is the only h1."""
        n = b.tingkat + 1
        nomor = f'<span class="nomor">{b.nomor}</span> ' if b.nomor else ""
        jangkar = self._jangkar.get(id(b), "")
        kenal = f' id="{jangkar}"' if jangkar else ""
        return f"<h{n}{kenal}>{nomor}{self.p.teks(b.teks)}</h{n}>\n"

    def judul_butir(self, b: m.JudulButir) -> str:
        """A small heading with a boxed digit."""
        return f'<h5><span class="butir">{b.angka}</span> {self.p.teks(b.teks)}</h5>\n'

    def belum_diisi(self, b: m.BelumDiisi) -> str:
        """A place that still has to be filled."""
        return f'<p class="belum"><strong>{self.p.teks(b.teks)}</strong> · {self.p.teks(b.petunjuk)}</p>\n'

    def daftar(self, b: m.Daftar) -> str:
        """A list."""
        tanda = "ol" if b.bernomor else "ul"
        butir = "".join(f"<li>{self.p.isi(x)}</li>" for x in b.butir)
        return f"<{tanda}>{butir}</{tanda}>\n"

    def kotak(self, b: m.Kotak) -> str:
        """A boxed remark."""
        if b.bernomor:
            isi = "<ol>" + "".join(f"<li>{self.p.isi(x)}</li>" for x in b.isi) + "</ol>"
        else:
            isi = "".join(f"<p>{self.p.isi(x)}</p>" for x in b.isi)
        judul = f'<p class="judul-kotak">{self.p.teks(b.judul)}</p>'
        return f'<div class="kotak n-{b.nada.value}">{judul}{isi}</div>\n'

    # ------------------------------------------------------------ tables, pictures, tiles
    def tabel(self, b: m.Tabel) -> str:
        """Caption, table in a region that scrolls, notes."""
        self.urut_tabel += 1
        catatan = "".join(f'<p class="catatan">{self.p.isi(c)}</p>' for c in b.catatan)
        isi = tabel(b, self.p, urut=self.urut_tabel)
        kelas = "tabel" if b.panjang else "tabel utuh"
        return f'<div class="{kelas}" id="{self._jangkar[id(b)]}">{isi}{catatan}</div>\n'

    def gambar(self, b: m.Gambar) -> str:
        """The chart itself, with its message for those who do not see it.

        Its width is a class, no style of the element, so that a server can allow the one sheet by its hash.
        """
        self.urut_gambar += 1
        self.lebar.add(b.lebar_mm)
        awalan = f"g{self.urut_gambar}-"
        svg = _ID_DALAM.sub(lambda x: x[0] + awalan, rapikan(b.svg))
        svg = svg.replace("<svg ", f'<svg role="img" aria-label="{escape(rapikan(b.alt))}" ', 1)
        ket = ""
        if not b.hiasan:
            ket = (
                f'<figcaption><span class="nomor">Gambar {b.nomor}</span> {self.p.teks(b.judul)}</figcaption>'
            )
        catatan = "".join(f'<p class="catatan">{self.p.isi(c)}</p>' for c in b.catatan)
        kenal = f' id="{self._jangkar[id(b)]}"' if not b.hiasan else ""
        bagan = f'<div class="bagan lebar-{b.lebar_mm}">{svg}</div>'
        return f"<figure{kenal}>{bagan}{ket}{catatan}</figure>\n"

    def ubin(self, b: m.Ubin) -> str:
        """Tiles as a list of terms and figures."""
        hasil = []
        for u in b.butir:
            nada = f" n-{u.nada.value}" if u.nada else ""
            ket = f'<dd class="ket">{self.p.isi(u.keterangan)}</dd>' if u.keterangan else ""
            nilai = self.p.isi((u.nilai,))
            isi = f'<dt>{self.p.teks(u.label)}</dt><dd class="nilai">{nilai}</dd>{ket}'
            hasil.append(f'<div class="satu{nada}">{isi}</div>')
        return f'<dl class="ubin{" besar" if b.besar else ""}">{"".join(hasil)}</dl>\n'

    def daftar_isi(self, b: m.DaftarIsi) -> str:
        """Links to headings, tables or pictures."""
        nama = {"judul": "Daftar isi", "tabel": "Daftar tabel", "gambar": "Daftar gambar"}[b.sasaran]
        hasil = []
        for x in self._daftar[b.sasaran]:
            awalan = x.nomor if isinstance(x, m.Judul) else f"{b.sasaran.capitalize()} {x.nomor}"
            teks = self.p.teks(x.teks if isinstance(x, m.Judul) else x.judul)
            kelas = f' class="t{x.tingkat}"' if isinstance(x, m.Judul) else ""
            nomor = f'<span class="nomor">{awalan}</span> ' if awalan else ""
            hasil.append(f'<li{kelas}><a href="#{self._jangkar[id(x)]}">{nomor}{teks}</a></li>')
        return f'<nav class="daftar-isi" aria-label="{nama}"><ul>{"".join(hasil)}</ul></nav>\n'

    # ------------------------------------------------------------ groups, cover, forms
    def berdampingan(self, b: m.Berdampingan) -> str:
        """Two columns that stack on narrow screens."""
        kiri, kanan = self.semua(b.kiri), self.semua(b.kanan)
        return f'<div class="dua p{b.porsi[0]}-{b.porsi[1]}"><div>{kiri}</div><div>{kanan}</div></div>\n'

    def narasi(self, b: m.Narasi) -> str:
        """The officer's place."""
        return f'<div class="narasi" data-tempat="{escape(b.tempat)}">{self.semua(b.blok)}</div>\n'

    def sampul(self, b: m.Sampul) -> str:
        """The cover."""
        t = self.p.teks
        lambang = f'<div class="lambang" aria-hidden="true">{self.lambang}</div>' if self.lambang else ""
        pernyataan = f'<p class="pernyataan">{t(b.pernyataan)}</p>' if b.pernyataan else ""
        bawah = [b.periode, *([b.tempat_waktu] if b.tempat_waktu else []), *b.keterangan]
        return (
            f'<header class="kulit"><p class="instansi">{t(b.instansi)}</p>{lambang}'
            f'<p class="label">{t(b.label)}</p><h1>{t(b.judul)} <span class="tahun">{t(b.tahun)}</span></h1>'
            f"{pernyataan}{''.join(f'<p>{t(x)}</p>' for x in bawah)}</header>\n"
        )

    def kop(self, b: m.Kop) -> str:
        """Letterhead."""
        return f'<div class="kop">{"".join(f"<p>{self.p.teks(x)}</p>" for x in b.baris)}</div>\n'

    def judul_naskah(self, b: m.JudulNaskah) -> str:
        """Centred title of a form."""
        return f'<p class="judul-naskah">{"<br>".join(self.p.teks(x) for x in b.baris)}</p>\n'

    def isian(self, b: m.Isian) -> str:
        """Labels with values or ruled blanks."""
        hasil = []
        for label, nilai in b.pasangan:
            isi = self.p.teks(nilai) if nilai is not None else _KOSONG
            hasil.append(f"<div><dt>{self.p.teks(label)}</dt><dd>{isi}</dd></div>")
        return f'<dl class="isian">{"".join(hasil)}</dl>\n'

    def tanda_tangan(self, b: m.TandaTangan) -> str:
        """Two signatures; the superior stands left."""
        kiri = self._pihak(b.kiri, "") if b.kiri else "<div></div>"
        return f'<div class="ttd utuh">{kiri}{self._pihak(b.kanan, b.tempat_waktu)}</div>\n'

    def _pihak(self, x: m.Penandatangan, atas: str) -> str:
        t = self.p.teks
        return (
            f'<div><p class="atas">{t(atas)}</p><p>{t(x.peran)},</p><p>{t(x.jabatan)}</p>'
            f'<p class="ruang">{_KOSONG}</p><p>NIP {_KOSONG}</p></div>'
        )


_KOSONG = '<span class="kosong"></span>'
