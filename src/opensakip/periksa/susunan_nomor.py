"""Numbers of headings, lists, ordinal words and captions; references to tables that are not there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

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
from opensakip.hitung.terbilang import bilangan_tingkat
from opensakip.periksa.bahan import catatan_ragu, kunci, lokasi, potong, rapikan, yakin, zona
from opensakip.periksa.susunan_isi import badan_isi
from opensakip.periksa.temuan import Temuan, Tingkat, pemeriksaan

NOMOR = "penomoran"
ACUAN = "acuan-tabel"
_ANGKA = re.compile(r"^\(?(\d{1,2})[.)]$")
_HURUF = re.compile(r"^\(?([a-z])[.)]$")
_SISIPAN = re.compile(r":\s*(?P<nomor>[2-9]|1\d)\.\s+(?P<teks>[A-Z][^.]{5,})")
_TINGKAT = {bilangan_tingkat(n): n for n in range(1, 16)} | {"kesatu": 1}
_URUT = re.compile(
    r"^(?P<benda>[^\W\d_]+(?: [^\W\d_]+)?)\s+(?P<urut>"
    + "|".join(sorted(_TINGKAT, key=len, reverse=True))
    + r")\b"
)
_ACUAN = re.compile(r"\b(?P<jenis>tabel|gambar|grafik)\s+(?P<nomor>\d{1,2}(?:\.\d{1,2})*)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Anggota:
    """A numbered thing: its number, its print, its place, and its position among the elements."""

    nomor: int
    cetak: str
    tempat: Tempat
    ke: int = -1


def _tertulis(b: Bacaan, isi: Sequence[Anggota], pola: str) -> bool:
    """True where the missing number stands after all between the others, inside a text or a mark."""
    for u in b.unsur[isi[0].ke : isi[-1].ke + 1]:
        if not isinstance(u, Tabel):
            tanda = (
                f"{u.tanda} " if isinstance(u, ButirDaftar) else f"{u.nomor} " if isinstance(u, Judul) else ""
            )
            if re.search(pola, tanda + u.teks, re.IGNORECASE):
                return True
    return False


@pemeriksaan(
    NOMOR,
    judul="Penomoran judul, daftar, dan tabel",
    tingkat=Tingkat.RENDAH,
    dasar="Nomor berurut tanpa celah dan tanpa pengulangan",
    penjelasan=(
        "Nomor subbab, butir daftar, bilangan tingkat (pertama, kedua, ...), dan nomor tabel atau gambar "
        "harus "
        "berurut. Daftar yang sengaja memilih sebagian nomor tidak dianggap bercelah."
    ),
)
def periksa_penomoran(dokumen: tuple[Bacaan, ...]) -> Iterable[Temuan]:
    """Find gaps and repeats in numbering."""
    for b in dokumen:
        yield from _judul(b)
        yield from _daftar(b)
        yield from _sisipan(b)
        yield from _tingkat(b)
        yield from _keterangan(b)


def _temuan(
    b: Bacaan, kalimat: str, isi: Sequence[Anggota], seharusnya: str | None, dasar: int = 75
) -> Temuan:
    return Temuan(
        NOMOR,
        Tingkat.RENDAH,
        yakin(b, dasar),
        kalimat + catatan_ragu(b),
        tuple(lokasi(b, x.tempat, x.cetak) for x in isi),
        tercetak=", ".join(rapikan(x.cetak)[:40] for x in isi[:8]),
        seharusnya=seharusnya,
        dasar="nomor berurut",
    )


def _judul(b: Bacaan) -> Iterator[Temuan]:
    """Sections of one parent: a number left out, or given twice."""
    kelompok: dict[str, list[Anggota]] = defaultdict(list)
    for x in badan_isi(b):
        awalan, _, akhir = x.nomor.rpartition(".")
        if x.jenis == "" and awalan and akhir.isdigit():
            kelompok[awalan].append(Anggota(int(akhir), f"{x.nomor} {x.judul}", x.tempat))
        elif x.jenis == "bab" and x.nomor.isdigit():
            kelompok["BAB"].append(Anggota(int(x.nomor), f"BAB {x.nomor} {x.judul}", x.tempat))
    for awalan, isi in kelompok.items():
        if awalan == "BAB" and b.pindaian:
            continue  # a chapter page of a scan is often a picture
        yield from _urutan_judul(b, awalan, isi)


def _urutan_judul(b: Bacaan, awalan: str, isi: Sequence[Anggota]) -> Iterator[Temuan]:
    for lalu, kini in zip(isi, isi[1:], strict=False):
        nama = f"{awalan}.{kini.nomor}" if awalan != "BAB" else f"BAB {kini.nomor}"
        if kini.nomor == lalu.nomor and kunci(kini.cetak) != kunci(lalu.cetak):
            yield _temuan(b, f"Nomor {nama} dipakai dua kali.", (lalu, kini), None)
        elif kini.nomor > lalu.nomor + 1:
            hilang = f"{awalan}.{lalu.nomor + 1}" if awalan != "BAB" else f"BAB {lalu.nomor + 1}"
            yield _temuan(
                b, f"Sesudah {lalu.cetak} langsung {nama}; nomor {hilang} tidak ada.", (kini, lalu), hilang
            )


def _nilai_tanda(tanda: str) -> tuple[str, int] | None:
    if c := _ANGKA.match(tanda):
        return "1" + tanda.replace(c[1], ""), int(c[1])
    if c := _HURUF.match(tanda):
        return "a" + tanda.replace(c[1], "", 1), ord(c[1]) - 96
    return None


def _daftar(b: Bacaan) -> Iterator[Temuan]:
    """Items of a list: only lists of one style that run on without another list between are judged."""
    berjalan: dict[str, list[Anggota]] = {}
    for ke, (u, bagian) in enumerate(zip(b.unsur, zona(b), strict=True)):
        if isinstance(u, Judul) or bagian == "isi":
            for isi in berjalan.values():
                yield from _urutan_daftar(b, isi)
            berjalan = {}
            continue
        if not isinstance(u, ButirDaftar) or (nilai := _nilai_tanda(u.tanda)) is None:
            continue
        gaya, n = nilai
        gaya = f"{gaya}/{u.tingkat}"
        if n == 1 and gaya in berjalan:
            yield from _urutan_daftar(b, berjalan.pop(gaya))
        berjalan.setdefault(gaya, []).append(Anggota(n, f"{u.tanda} {u.teks}", u.tempat, ke))
    for isi in berjalan.values():
        yield from _urutan_daftar(b, isi)


def _urutan_daftar(b: Bacaan, isi: Sequence[Anggota]) -> Iterator[Temuan]:
    """One gap, repeat or step back in a list that is otherwise in order."""
    if len(isi) < 3 or isi[0].nomor != 1:
        return
    patah = [(a, c) for a, c in zip(isi, isi[1:], strict=False) if c.nomor != a.nomor + 1]
    if len(patah) != 1:
        return
    a, c = patah[0]
    if c.nomor == a.nomor:
        yield _temuan(b, f"Butir nomor {c.nomor} tercetak dua kali berurutan.", (c, a), str(a.nomor + 1), 70)
    elif c.nomor == a.nomor + 2 and not _tertulis(b, (a, c), _pola_hilang(a)):
        yield _temuan(b, f"Sesudah butir {a.nomor} langsung butir {c.nomor}.", (c, a), str(a.nomor + 1), 70)


def _pola_hilang(a: Anggota) -> str:
    """The mark that should follow: "6." after "5.", "e." after "d."."""
    if a.cetak.lstrip("(")[0].isdigit():
        return rf"(?:^|\s)\(?{a.nomor + 1}[.)]\s"
    return rf"(?:^|\s)\(?{chr(97 + a.nomor)}[.)]\s"


def _sisipan(b: Bacaan) -> Iterator[Temuan]:
    """A later number glued to the sentence that opens a list which then begins with 1."""
    for u, nanti in zip(b.unsur, b.unsur[1:], strict=False):
        if not isinstance(u, Paragraf | ButirDaftar) or not isinstance(nanti, ButirDaftar):
            continue
        c = _SISIPAN.search(u.teks)
        if c is None or nanti.tanda.strip("().") != "1":
            continue
        di = u.di(c.start("nomor"))
        isi = (
            Anggota(int(c["nomor"]), f"{c['nomor']}. {c['teks']}", di),
            Anggota(1, f"1. {nanti.teks}", nanti.tempat),
        )
        yield _temuan(
            b,
            f"Butir {c['nomor']} mendahului butir 1: urutan daftar ini terbalik atau tidak lengkap.",
            isi,
            None,
        )


def _tingkat(b: Bacaan) -> Iterator[Temuan]:
    """Ordinal words before the same noun: exactly one left out in a row of at least four."""
    berjalan: dict[str, list[Anggota]] = {}
    for ke, u in enumerate(b.unsur):
        if isinstance(u, Tabel):
            continue
        teks = u.teks
        c = _URUT.match(re.sub(r"\bke ?-? ?(?=[^\W\d_])", "ke", kunci(teks)))
        if isinstance(u, Judul) and c is None:
            for benda, isi in berjalan.items():
                yield from _satu_celah(b, benda, isi)
            berjalan = {}
        if c is None:
            continue
        n = _TINGKAT[c["urut"]]
        if n == 1 and c["benda"] in berjalan:
            yield from _satu_celah(b, c["benda"], berjalan.pop(c["benda"]))
        berjalan.setdefault(c["benda"], []).append(Anggota(n, rapikan(teks)[:60], u.tempat, ke))
    for benda, isi in berjalan.items():
        yield from _satu_celah(b, benda, isi)


def _satu_celah(b: Bacaan, benda: str, isi: Sequence[Anggota]) -> Iterator[Temuan]:
    nomor = [x.nomor for x in isi]
    hilang = set(range(1, max(nomor) + 1)) - set(nomor)
    if len(isi) >= 4 and nomor == sorted(set(nomor)) and len(hilang) == 1:
        kurang = bilangan_tingkat(hilang.pop())
        if _tertulis(b, isi, rf"\b{benda}\s+{kurang[:2]} ?-? ?{kurang[2:]}\b"):
            return
        yield _temuan(b, f"Urutan “{benda}” melompat: {benda} {kurang} tidak ada.", isi, f"{benda} {kurang}")


def _keterangan(b: Bacaan) -> Iterator[Temuan]:
    """Numbers of captions: one number for two titles, one title for two numbers (note)."""
    nomor: dict[tuple[str, str], list[Anggota]] = defaultdict(list)
    judul: dict[tuple[str, str], list[Anggota]] = defaultdict(list)
    for x in badan_isi(b):
        if x.jenis in ("tabel", "gambar") and x.judul:
            a = Anggota(0, f"{x.jenis.title()} {x.nomor} {x.judul}", x.tempat)
            nomor[x.jenis, x.nomor].append(a)
            judul[x.jenis, kunci(x.judul)].append(a)
    for (jenis, ke), isi in nomor.items():
        if (
            ke
            and len({kunci(x.cetak) for x in isi}) > 1
            and not any("lanjutan" in kunci(x.cetak) for x in isi)
        ):
            yield _temuan(b, f"{jenis.title()} {ke} dipakai untuk {len(isi)} judul yang berbeda.", isi, None)
    for (jenis, nama), isi in judul.items():
        if len({kunci(x.cetak) for x in isi}) > 1 and len(nama) > 15:
            t = _temuan(
                b, f"Judul {jenis} yang sama dipakai {len(isi)} kali dengan nomor berbeda.", isi, None, 60
            )
            yield Temuan(NOMOR, Tingkat.CATATAN, t.keyakinan, t.kalimat, t.lokasi, t.tercetak, None, t.dasar)


@pemeriksaan(
    ACUAN,
    judul="Acuan ke tabel atau gambar yang tidak ada",
    tingkat=Tingkat.RENDAH,
    dasar="Tabel dan gambar yang dirujuk ada dengan nomor itu",
    penjelasan=(
        "Kalimat yang menyebut “Tabel 3.5” dicocokkan dengan keterangan tabel di badan dan di daftar tabel. "
        "Hanya "
        "diperiksa bila dokumen itu memang menomori tabelnya."
    ),
)
def periksa_acuan(dokumen: tuple[Bacaan, ...]) -> Iterable[Temuan]:
    """Find references to numbers that no caption has."""
    for b in dokumen:
        bagian = zona(b)
        ada: dict[str, set[str]] = defaultdict(set)
        for u in b.unsur:
            for jenis, nomor in _nomor_keterangan(u):
                ada[jenis].add(nomor)
        if b.pindaian:
            for p in potong(b):
                if bagian[p.ke] == "isi":
                    for c in _ACUAN.finditer(p.teks):
                        ada[_jenis(c["jenis"])].add(c["nomor"])
        yield from _acuan(b, bagian, ada)


def _jenis(teks: str) -> str:
    return "tabel" if teks.casefold() == "tabel" else "gambar"


def _nomor_keterangan(u: Unsur) -> Iterator[tuple[str, str]]:
    if isinstance(u, Keterangan) and u.nomor:
        yield u.jenis, u.nomor.rstrip(".")
    if isinstance(u, Tabel):
        if u.nomor:
            yield "tabel", u.nomor.rstrip(".")
    elif (c := _ACUAN.match(u.teks)) and len(u.teks) < 160:
        yield _jenis(c["jenis"]), c["nomor"]


def _acuan(b: Bacaan, bagian: Sequence[str], ada: dict[str, set[str]]) -> Iterator[Temuan]:
    for p in potong(b, sel=False):
        if bagian[p.ke] == "isi" or isinstance(p.unsur, Keterangan):
            continue
        for c in _ACUAN.finditer(p.teks):
            jenis, nomor = _jenis(c["jenis"]), c["nomor"]
            sebentuk = {n for n in ada[jenis] if n.count(".") == nomor.count(".")}
            luar = re.search(
                r"(?:lampiran|permen\w*|peraturan|dokumen lain)\s*$", p.teks[: c.start()], re.IGNORECASE
            )
            if len(sebentuk) < 2 or nomor in ada[jenis] or luar or (c.start() < 3 and len(p.teks) < 160):
                continue
            yield Temuan(
                ACUAN,
                Tingkat.RENDAH,
                yakin(b, 75, p.ragu),
                f"Kalimat ini merujuk {c[0]}, tetapi tidak ada {jenis} bernomor "
                f"{nomor}.{catatan_ragu(b, p.ragu)}",
                (p.lokasi(c.start(), c.end()),),
                tercetak=c[0],
                dasar="acuan menunjuk nomor yang ada",
            )
