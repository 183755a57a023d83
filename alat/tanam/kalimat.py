"""Errors in sentences, headings, signatures and the contents."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from opensakip.dokumen.model import (
    Catatan,
    Daftar,
    DaftarIsi,
    Dokumen,
    Isi,
    Judul,
    JudulButir,
    Paragraf,
    TandaTangan,
    Utuh,
    isi,
    polos,
)
from opensakip.dokumen.nomor import nomori

from .model import Tanaman, benih, salah_angka
from .pohon import simpul, sunting

Ganti = Callable[[re.Match[str], random.Random], str | None]
BILANGAN = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]


def _teks(
    dok: Dokumen, jenis: str, pola: str, ganti: Ganti, acak: random.Random, grup: int = 1
) -> Iterator[Tanaman]:
    """Every place in running text where the pattern fits, one group of it changed."""
    for s in simpul(dok):
        b = s.blok
        if isinstance(b, Paragraf | Catatan):
            for m in re.finditer(pola, polos(b.isi)):
                baru = ganti(m, acak)
                if baru and baru != m[grup]:
                    diganti = sunting(b.isi, m, grup, baru)
                    yield Tanaman(
                        jenis,
                        baru,
                        m[grup],
                        s.jalur,
                        replace(b, isi=diganti),
                        _sekitar(diganti, m, grup, baru),
                    )
        elif isinstance(b, Daftar):
            for n, butir in enumerate(b.butir):
                for m in re.finditer(pola, polos(butir)):
                    baru = ganti(m, acak)
                    if baru and baru != m[grup]:
                        diganti = sunting(butir, m, grup, baru)
                        blok = replace(b, butir=(*b.butir[:n], diganti, *b.butir[n + 1 :]))
                        yield Tanaman(
                            jenis, baru, m[grup], s.jalur, blok, _sekitar(diganti, m, grup, baru), n
                        )


def _sekitar(teks: Isi, m: re.Match[str], grup: int, baru: str) -> tuple[str, ...]:
    """The printed letters around the change; a reference inside would print more than the text says."""
    awal = m.start(grup)
    return (polos(teks)[max(0, awal - 40) : awal + len(baru) + 12],)


def _angka(m: re.Match[str], acak: random.Random) -> str:
    return salah_angka(m[1], acak)


def _benih(jenis: str, pola: str, ganti: Ganti = _angka) -> None:
    @benih(jenis)
    def _(dok: Dokumen, acak: random.Random) -> Iterator[Tanaman]:
        yield from _teks(dok, jenis, pola, ganti, acak)


def _bilangan_lain(m: re.Match[str], acak: random.Random) -> str:
    return acak.choice([b for b in BILANGAN[2:] if b != m[1]])


def _kata_terbilang(m: re.Match[str], acak: random.Random) -> str | None:
    tempat = list(re.finditer(r"\b(dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)\b", m[1]))
    if not tempat:
        return None
    x = acak.choice(tempat)
    return m[1][: x.start()] + acak.choice([b for b in BILANGAN[2:] if b != x[1]]) + m[1][x.end() :]


def _tahun_lain(m: re.Match[str], acak: random.Random) -> str:
    return str(int(m[1]) + acak.choice((-2, -1, 1, 2)))


_benih("capaian kalimat", r"\(capaian (\d+,\d+)%\)")
_benih("serapan kalimat", r"rupiah\) atau (\d+,\d+)% dari pagu")
_benih("serapan sasaran", r"terpakai Rp[\d.]+ \((\d+,\d+)%\)")
_benih("angka terhadap terbilang", r"Rp([\d.]+\d) \([a-z ]+ rupiah\)")
_benih("terbilang", r"Rp[\d.]+\d \(([a-z ]+ rupiah)\)", _kata_terbilang)
_benih("selisih kalimat", r"berada (\d+,\d+) poin")
_benih("efisiensi kalimat", r"tingkat efisiensinya (\d+,\d+)%")
_benih("perubahan pagu", r"menjadi Rp[\d.]+\d, (?:turun|naik) (\d+,\d+)%")
_benih("sisa anggaran", r"Sisa anggaran Rp([\d.]+\d)")
_benih("pagu kalimat", r"Pagu berubah dari Rp[\d.]+ menjadi Rp([\d.]+\d)")
_benih("rata-rata capaian", r"Rata-rata capaian(?:nya)? (\d+,\d+)%")
_benih("hitungan indikator", r"Dari \d+ indikator, (\w+) melampaui", _bilangan_lain)
_benih("arah perubahan", r"[Nn]ilai (naik|turun) dari", lambda m, _: {"naik": "turun", "turun": "naik"}[m[1]])
_benih(
    "klaim setiap tahun",
    r"nilai (naik|turun) setiap tahun",
    lambda m, _: {"naik": "turun", "turun": "naik"}[m[1]],
)
_benih("target kalimat", r"target (\d+,\d+) (?:belum )?(?:tercapai|\(capaian)")
_benih("kemajuan kalimat", r"target akhir Renstra[^.]*? adalah (\d+,\d+)%")
_benih(
    "tahun peraturan", r"Peraturan (?:Presiden|Menteri PANRB|Pemerintah) Nomor \d+ Tahun (\d{4})", _tahun_lain
)
_benih("jenis peraturan", r"^(Peraturan Presiden) Nomor", lambda m, _: "Peraturan Pemerintah")


@benih("tanggal tanda tangan")
def _(dok: Dokumen, acak: random.Random) -> Iterator[Tanaman]:
    """An agreement signed after the year it is for."""
    for s in simpul(dok):
        if isinstance(s.blok, TandaTangan) and (m := re.search(r"(\d+ \w+) (20\d\d)", s.blok.tempat_waktu)):
            baru = f"{acak.randrange(2, 28)} Maret {int(m[2]) + 1}"
            teks = s.blok.tempat_waktu.replace(m[0], baru)
            yield Tanaman(
                "tanggal tanda tangan", baru, m[0], s.jalur, replace(s.blok, tempat_waktu=teks), (teks,)
            )


@benih("nomor butir")
def _(dok: Dokumen, acak: random.Random) -> Iterator[Tanaman]:
    """A gap in the numbers of the analyses."""
    for s in simpul(dok):
        if isinstance(s.blok, JudulButir) and 3 <= s.blok.angka <= 6:
            baru = replace(s.blok, angka=s.blok.angka + 1)
            yield Tanaman(
                "nomor butir",
                f"{baru.angka}",
                f"{s.blok.angka}",
                s.jalur,
                baru,
                (f"{baru.angka}. {baru.teks}",),
            )


@benih("bab hilang")
def _(dok: Dokumen, acak: random.Random) -> Iterator[Tanaman]:
    """A chapter or a required part is missing, with all that stands in it."""
    for s in simpul(dok):
        wajib = isinstance(s.blok, Judul) and re.search("Penutup|Realisasi Anggaran|Ikhtisar", s.blok.teks)
        if isinstance(s.blok, Judul) and wajib and len(s.jalur) == 2:
            (_, ke), (_, n) = s.jalur
            blok = dok.bagian[ke].blok
            lain = [i for i in range(n + 1, len(blok)) if _setingkat(blok[i], s.blok.tingkat)]
            banyak = (lain[0] if lain else len(blok)) - n
            yield Tanaman("bab hilang", "", s.blok.teks, s.jalur, None, (), banyak=banyak)


def _setingkat(b: object, tingkat: int) -> bool:
    """A heading of this level or above, also where it begins a group that stays together."""
    if isinstance(b, Utuh) and b.blok:
        return _setingkat(b.blok[0], tingkat)
    return isinstance(b, Judul) and b.tingkat <= tingkat


def _isi_tertulis(dok: Dokumen) -> list[str]:
    """Lines of a contents list, with page numbers that rise."""
    baris, halaman = [], 1
    for b in nomori(dok).bagian:
        for j in b.blok:
            if isinstance(j, Judul) and j.tingkat <= 2 and j.bernomor:
                halaman += 2
                baris.append(f"{j.nomor} {j.teks} {'.' * 20} {halaman}")
    return baris


def _daftar_isi(
    dok: Dokumen, jenis: str, ubah: Callable[[str, random.Random], str | None], acak: random.Random
) -> Iterator[Tanaman]:
    for s in simpul(dok):
        if isinstance(s.blok, DaftarIsi) and s.blok.sasaran == "judul":
            baris = _isi_tertulis(dok)
            for n in range(3, len(baris) - 2):
                baru = ubah(baris[n], acak)
                if baru:
                    semua = (*baris[:n], baru, *baris[n + 1 :])
                    tampil = baru.partition(" ..")[0]
                    daftar = Daftar(tuple(isi(x) for x in semua))
                    yield Tanaman(
                        jenis,
                        _beda(baris[n], baru),
                        _beda(baru, baris[n]),
                        s.jalur,
                        daftar,
                        (tampil[:40],),
                        n,
                    )


def _beda(lama: str, baru: str) -> str:
    """The words of the new line that the old one has not."""
    return " ".join(k for k in baru.split() if k not in lama.split())


@benih("daftar isi judul")
def _(dok: Dokumen, acak: random.Random) -> Iterator[Tanaman]:
    yield from _daftar_isi(
        dok,
        "daftar isi judul",
        lambda b, _: re.sub(r"\S+( \.{5,})", r"Tahunan\1", b),
        acak,
    )


@benih("daftar isi halaman")
def _(dok: Dokumen, acak: random.Random) -> Iterator[Tanaman]:
    yield from _daftar_isi(
        dok,
        "daftar isi halaman",
        lambda b, a: re.sub(r"\d+$", lambda m: str(int(m[0]) + a.randrange(20, 40)), b),
        acak,
    )
