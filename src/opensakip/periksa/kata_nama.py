"""Names of posts and units: one office named in two ways, names cut off, units without a budget block."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from opensakip.dokumen.bacaan.model import Bacaan, ButirDaftar
from opensakip.periksa.bahan import Potong, catatan_ragu, kunci, lokasi, potong, rapikan, yakin, zona
from opensakip.periksa.kolom import badan, kolom, kolom_uang, rangkai, teks_sel
from opensakip.periksa.temuan import Lokasi, Temuan, Tingkat, pemeriksaan

INDUK = (
    "Asisten", "Biro", "Bagian", "Subbagian", "Sub Bagian", "Bidang", "Subbidang", "Seksi", "Dinas", "Badan",
    "Direktorat Jenderal", "Direktorat", "Deputi", "Pusat", "Balai", "Sekretariat", "Staf Ahli",
)  # fmt: skip
"""Words that begin the name of an office."""
_AWAL = re.compile(r"\b(?P<induk>" + "|".join(INDUK) + r")\s+(?=[^\W\d_])", re.IGNORECASE)
_KATA = re.compile(r"(?P<pisah>,\s+|/|\s+)?(?P<kata>[^\W\d_][^\W\d_\-']*)")
_SAMBUNG = frozenset({"dan", "serta", "&"})
_HENTI = frozenset(
    [
        "provinsi",
        "kabupaten",
        "kota",
        "pemerintah",
        "kementerian",
        "republik",
        "ri",
        "se",
        "tahun",
        "di",
        "pada",
        "yang",
        "dengan",
        "untuk",
        "dalam",
        "oleh",
        "dari",
        "ke",
        "sebagai",
        "adalah",
        "merupakan",
        "terdiri",
        "sebagaimana",
        "mempunyai",
        "melaksanakan",
        "membawahkan",
        "memiliki",
        "bertugas",
        "dipimpin",
        "berdasarkan",
        "sesuai",
        "setiap",
        "lainnya",
        "tersebut",
        "ini",
        "itu",
        "atas",
        "adapun",
        "sasaran",
        "indikator",
        "program",
        "kegiatan",
        "kepala",
        "sekretaris",
        "gubernur",
        "bupati",
        "wali",
        "walikota",
        "menteri",
        "penanggung",
        "jawab",
        "selaku",
        "kasubbag",
        "kasubag",
        "kabag",
        "kabid",
        "kasi",
        "lingkup",
        "lingkungan",
        "masing",
    ]
)
_TEGAS = frozenset(
    ["sebagaimana", "mempunyai", "membawahkan", "terdiri", "melaksanakan", "dipimpin", "bertugas"]
)
_UMUM = frozenset(
    [
        "daerah",
        "jenderal",
        "pusat",
        "negara",
        "utama",
        "pimpinan",
        "umum",
        "tinggi",
        "terkait",
        "teknis",
        "lain",
    ]
)
_SUSUNAN = re.compile(r"susunan organisasi|struktur organisasi|terdiri (?:dari|atas)|membawah", re.IGNORECASE)


@dataclass
class Nama:
    """One name of an office: its telling words, its print, its places, whether the structure lists it."""

    induk: str
    kata: frozenset[str]
    cetak: str
    tempat: list[Lokasi] = field(default_factory=list)
    susunan: bool = False
    potongan: list[Potong] = field(default_factory=list)


def _sambung_nama(teks: str, awal: int, besar: bool) -> tuple[int, list[str], str]:
    """End of a name from after its first word: (end, words, the connector it breaks off on)."""
    posisi, akhir, tunggu = awal, awal, ""
    kata: list[str] = []
    while len(kata) < 9 and (c := _KATA.match(teks, posisi)):
        k = c["kata"]
        if k.casefold() in _SAMBUNG:
            if tunggu:
                break
            tunggu, posisi = k, c.end()
            continue
        koma = (c["pisah"] or "").startswith(",")
        if k.casefold() in _HENTI or (besar and not k[0].isupper()) or re.search(r"[a-z][A-Z]", k):
            tegas = k.casefold() in _TEGAS or bool(tunggu) or besar
            return akhir, kata if tegas else [], ""
        if koma and not re.match(r"(?:\s+[^\W\d_]+){0,2}\s+(?:dan|serta)\s+[^\W\d_]", teks[c.end() :]):
            return akhir, kata, ""
        kata.append(k)
        posisi = akhir = c.end()
        tunggu = ""
    putus = tunggu if re.match(r"\s*(?:[;.:]|$)", teks[posisi:]) else ""
    return akhir, kata, putus


def _nama(p: Potong) -> Iterator[tuple[str, list[str], int, int, str]]:
    """Names in a piece of text: (first word, further words, start, end, connector it breaks off on)."""
    sampai = 0
    for c in _AWAL.finditer(p.teks):
        if c.start() < sampai:
            continue
        besar = bool(re.match(r"\s*[A-Z]", p.teks[c.end() :]))
        if not besar and (
            len(p.teks) > 400 and not c["induk"][0].isupper() or c["induk"].casefold() == "bidang"
        ):
            continue
        if re.search(r"\bdi\s$", p.teks[: c.start()]) and c["induk"].casefold() == "bidang":
            continue
        akhir, kata, putus = _sambung_nama(p.teks, c.end() - 1, besar)
        while kata and kata[-1].title() in INDUK and len(kata) > 1:
            kata = kata[:-1]
        kata = _tanpa_ekor(kata)
        if kata:
            sampai = akhir
            yield c["induk"].title().replace("Sub Bagian", "Subbagian"), kata, c.start(), akhir, putus


def _tanpa_ekor(kata: list[str]) -> list[str]:
    """Words up to the name of another office that follows ("Biro Umum Sekretariat Daerah")."""
    for n, k in enumerate(kata):
        if n and k.title() in INDUK:
            return kata[:n]
    return kata


def _kata_isi(kata: Iterable[str]) -> frozenset[str]:
    return frozenset(k.casefold() for k in kata)


def kumpulkan(b: Bacaan) -> dict[tuple[str, frozenset[str]], Nama]:
    """All names of offices of a document by what tells them apart, outside tables."""
    hasil: dict[tuple[str, frozenset[str]], Nama] = {}
    susunan = False
    for p in potong(b, sel=False):
        susunan = bool(_SUSUNAN.search(p.teks)) or (susunan and isinstance(p.unsur, ButirDaftar))
        for induk, kata, awal, akhir, putus in _nama(p):
            isi = _kata_isi(kata)
            if putus or isi <= _UMUM - {"umum"} or {"layanan", "umum", "daerah"} <= isi:
                continue
            nama = hasil.setdefault((induk, isi), Nama(induk, isi, rapikan(p.teks[awal:akhir])))
            nama.tempat.append(p.lokasi(awal, akhir))
            nama.potongan.append(p)
            nama.susunan = nama.susunan or (susunan and len(p.teks) < 160)
    return hasil


@pemeriksaan(
    "nama-resmi",
    judul="Nama jabatan, unit, atau dokumen disebut berbeda",
    tingkat=Tingkat.RENDAH,
    dasar="Nama jabatan dan unit kerja mengikuti peraturan susunan organisasi yang berlaku",
    penjelasan=(
        "Nama unit dan jabatan yang sama kata pokoknya tetapi ditulis dengan kata tambahan atau tanpa "
        "sebagian "
        "katanya, nama yang putus pada kata sambung, rencana yang sama disebut baru dan perubahan, serta "
        "unit "
        "dalam susunan organisasi yang tidak punya blok di tabel anggaran."
    ),
)
def periksa_nama(dokumen: tuple[Bacaan, ...]) -> Iterable[Temuan]:
    """Find offices named in two ways, names cut off, and plans named both new and changed."""
    for b in dokumen:
        nama = kumpulkan(b)
        yield from _varian(b, list(nama.values()))
        yield from _terpotong(b, list(nama.values()))
        yield from _rencana(b)
        yield from _tanpa_blok(b, list(nama.values()))


def _varian(b: Bacaan, nama: list[Nama]) -> Iterator[Temuan]:
    terpakai: set[int] = set()
    for x in sorted(nama, key=lambda n: -len(n.tempat)):
        for y in nama:
            if x is y or x.induk != y.induk or id(y) in terpakai or not _serupa(x, y):
                continue
            menang, kalah = sorted((x, y), key=lambda n: (-len(n.tempat), not n.susunan))
            if id(kalah) in terpakai or len(menang.tempat) < 2:
                continue
            terpakai.add(id(kalah))
            ragu = any(p.ragu for p in kalah.potongan)
            banyak = f" ({len(kalah.tempat)} kali)" if len(kalah.tempat) > 1 else ""
            yield Temuan(
                "nama-resmi",
                Tingkat.RENDAH,
                yakin(b, 75, ragu),
                f"Tercetak “{kalah.cetak}”{banyak}, di tempat lain “{menang.cetak}” ({len(menang.tempat)} "
                "kali). "
                f"Pakai satu nama menurut peraturan susunan organisasi.{catatan_ragu(b, ragu)}",
                (*kalah.tempat, *menang.tempat[:4]),
                tercetak=kalah.cetak,
                seharusnya=menang.cetak,
                dasar="satu jabatan atau unit, satu nama",
            )


def _serupa(x: Nama, y: Nama) -> bool:
    """True where one name holds all words of the other and little more, and the list does not hold both."""
    pendek, panjang = sorted((x.kata, y.kata), key=len)
    if not pendek < panjang or _satu_daftar(x, y):
        return False
    khas = pendek - _UMUM - _SAMBUNG
    return (
        bool(khas)
        and len(panjang - pendek) <= 2
        and (len(khas) >= 2 or min(len(x.tempat), len(y.tempat)) >= 2)
    )


def _satu_daftar(x: Nama, y: Nama) -> bool:
    """True where both names stand in one list, a few elements apart: then they are two offices."""
    butir = [[p.ke for p in n.potongan if _hanya_nama(p, n)] for n in (x, y)]
    return any(i != j and abs(i - j) <= 12 for i in butir[0] for j in butir[1])


def _hanya_nama(p: Potong, n: Nama) -> bool:
    """True for an item of a list that holds little more than the name."""
    return isinstance(p.unsur, ButirDaftar) and len(p.teks) < len(n.cetak) + 25


def _terpotong(b: Bacaan, nama: list[Nama]) -> Iterator[Temuan]:
    for p in potong(b, sel=False):
        for induk, kata, awal, akhir, putus in _nama(p):
            if not putus:
                continue
            isi = _kata_isi(kata)
            utuh = max(
                (n for n in nama if n.induk == induk and isi < n.kata),
                key=lambda n: len(n.tempat),
                default=None,
            )
            if utuh is None:
                continue
            cetak = f"{rapikan(p.teks[awal:akhir])} {putus}"
            yield Temuan(
                "nama-resmi",
                Tingkat.RENDAH,
                yakin(b, 85, p.ragu),
                f"Nama “{cetak}” terputus; di tempat lain “{utuh.cetak}”.{catatan_ragu(b, p.ragu)}",
                (p.lokasi(awal, akhir), *utuh.tempat[:2]),
                tercetak=cetak,
                seharusnya=utuh.cetak,
                dasar="nama ditulis lengkap",
            )


_RENCANA = re.compile(
    r"(?P<ubah>\bperubahan\s+(?:atas\s+)?)?"
    r"\b(?P<nama>rencana strategis|renstra|rpjmd|rencana pembangunan jangka menengah)"
    r"\b(?P<antara>[^.;:]{0,60}?)(?P<masa>20\d\d\s?[-–]\s?20\d\d)",
    re.IGNORECASE,
)


def _rencana(b: Bacaan) -> Iterator[Temuan]:
    """The same plan of the same years called new and changed."""
    kelompok: dict[tuple[str, str], dict[bool, list[Lokasi]]] = defaultdict(lambda: {True: [], False: []})
    for p in potong(b, sel=False):
        for c in _RENCANA.finditer(p.teks):
            nama = "renstra" if kunci(c["nama"]) in ("renstra", "rencana strategis") else "rpjmd"
            lain = re.search(r"\b(?:renstra|strategis|rpjmd|perubahan|semula)\b", c["antara"], re.IGNORECASE)
            if not (lain and c["ubah"]):
                masa = re.sub(r"\D+", "-", c["masa"])
                kelompok[nama, masa][bool(c["ubah"])].append(p.lokasi(c.start(), c.end()))
    for (nama, masa), isi in kelompok.items():
        if 0 < len(isi[True]) <= 2 and len(isi[False]) >= 3:
            yield Temuan(
                "nama-resmi",
                Tingkat.CATATAN,
                yakin(b, 60),
                f"{nama.title() if nama == 'renstra' else 'RPJMD'} {masa} disebut “perubahan” di "
                f"{len(isi[True])} "
                f"tempat dan tanpa kata itu di {len(isi[False])} tempat. Pastikan dokumen mana yang "
                "dimaksud.",
                (*isi[True], *isi[False][:3]),
                tercetak=f"perubahan {nama} {masa}",
                dasar="dokumen perencanaan disebut dengan nama penetapannya",
            )


def _tanpa_blok(b: Bacaan, nama: list[Nama]) -> Iterator[Temuan]:
    """Offices that the structure lists beside others and that the budget table by office leaves out."""
    bagian = zona(b)
    for ke, t in rangkai(b):
        if bagian[ke] == "lampiran" or not kolom_uang(t):
            continue
        for j in kolom(t, r"penanggung jawab|penangung jawab|pelaksana|unit kerja|\bopd\b|perangkat daerah$"):
            isi = [kunci(x) for i in badan(t) if (x := teks_sel(t, i, j))]
            induk = max(INDUK, key=lambda n: sum(x.startswith(n.casefold() + " ") for x in isi))
            ada = {_kata_isi(x.split()[1:]) for x in isi if x.startswith(induk.casefold() + " ")}
            resmi = [n for n in nama if n.induk == induk and n.susunan]
            kurang = [n for n in resmi if n.kata not in {a - _SAMBUNG for a in ada} and n.kata not in ada]
            if len(ada) < 4 or not 0 < len(kurang) <= 2 or len(resmi) - len(kurang) < len(ada) - 1:
                continue
            for n in kurang:
                yield Temuan(
                    "nama-resmi",
                    Tingkat.CATATAN,
                    yakin(b, 55, t.ragu),
                    f"{n.cetak} ada dalam susunan organisasi tetapi tidak punya blok di tabel anggaran "
                    "menurut unit; "
                    f"anggarannya mungkin tercatat pada unit lain.{catatan_ragu(b, t.ragu)}",
                    (*n.tempat[:2], lokasi(b, t.tempat, t.keterangan)),
                    tercetak=n.cetak,
                    dasar="setiap unit yang berkinerja punya anggaran atau penjelasan",
                )
