"""Lists of contents, tables and figures against the headings and captions of the body, and their pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from opensakip.dokumen.bacaan.model import Bacaan, Judul, Keterangan, Tabel, Tempat
from opensakip.periksa.bahan import ROMAWI, catatan_ragu, kunci, lokasi, rapikan, yakin, zona
from opensakip.periksa.temuan import Temuan, Tingkat, pemeriksaan

KODE = "daftar-isi"
_ENTRI = re.compile(
    r"(?P<teks>[^\t]*?[^\W_][^\t]*?)\s*(?:\.{2,}|…+|\t)[\s.…\t]*(?P<hal>\d{1,4}|[ivxlc]{1,7})\s*(?=\s|$)"
)
_EKOR = re.compile(r"^(?P<teks>.*[^\W\d_][^\W_]*.*?)\s+(?P<hal>\d{1,3}|[ivxlc]{1,6})$")
_NOMOR = re.compile(
    r"^(?P<jenis>tabel|gambar|grafik|lampiran|diagram|bab)?\s*(?P<nomor>(?:[IVX]+(?=[\s.:])"
    r"|\d{1,2}(?:\.\d{1,3})*)\.?)?"
    r"[\s.:\-–]*(?P<judul>.*)$",
    re.IGNORECASE,
)
_TAHUN = re.compile(r"\b20\d\d\b")


@dataclass(frozen=True)
class Entri:
    """A line of a list of contents: kind (bab, tabel, gambar, ""), number, title, printed page, place."""

    jenis: str
    nomor: str
    judul: str
    halaman: int | None
    cetak: str
    tempat: Tempat


def _halaman(teks: str) -> int | None:
    """Arabic page number; roman pages of the front matter give None."""
    return int(teks) if teks.isdigit() else None


def _entri(teks: str, halaman: str, tempat: Tempat) -> Entri | None:
    polos = rapikan(teks).strip(" .…").lstrip("•▪·-– ")
    c = _NOMOR.match(polos)
    if c is None or not re.search(r"[^\W\d_]{3}", polos):
        return None
    jenis = (c["jenis"] or "").casefold().replace("grafik", "gambar").replace("diagram", "gambar")
    nomor = (c["nomor"] or "").rstrip(".").upper()
    if jenis == "bab" and nomor in ROMAWI:
        nomor = str(ROMAWI[nomor])
    judul = c["judul"] if jenis or (nomor and "." in nomor) else polos
    if not jenis and "." not in nomor:
        nomor = ""
    return Entri(jenis, nomor, rapikan(judul), _halaman(halaman), polos, tempat)


def entri_isi(b: Bacaan) -> list[Entri]:
    """All entries of the lists of contents, tables and figures, in order."""
    hasil: list[Entri | None] = []
    for u, bagian in zip(b.unsur, zona(b), strict=True):
        if bagian != "isi":
            continue
        if isinstance(u, Tabel):
            for baris in u.baris:
                isi = [s for s in baris if s is not None and s.teks]
                if len(isi) >= 2 and re.fullmatch(r"\d{1,4}|[ivxlc]{1,7}", isi[-1].teks.strip(" .")):
                    teks = " ".join(s.teks for s in isi[:-1])
                    hasil.append(_entri(teks, isi[-1].teks.strip(" ."), isi[0].tempat))
        elif not re.match(r"\s*daftar\b", u.teks, re.IGNORECASE):
            tanda = getattr(u, "tanda", "") if getattr(u, "tanda", "") not in ("-", "•") else ""
            nomor = u.nomor if isinstance(u, Judul) else ""
            teks = rapikan(f"{nomor if not u.teks.startswith(nomor) else ''} {tanda} {u.teks}")
            ada = list(_ENTRI.finditer(teks))
            if not ada and (c := _EKOR.match(teks)) and len(teks) < 160:
                ada = [c]
            for c in ada:
                di = u.di(max(0, c.start() - len(tanda))) if hasattr(u, "di") else u.tempat
                hasil.append(_entri(c["teks"], c["hal"], di))
    return [e for e in hasil if e is not None]


@dataclass(frozen=True)
class Badan:
    """A heading or caption of the body, with its position among the elements."""

    jenis: str
    nomor: str
    judul: str
    ke: int
    tempat: Tempat


def _nomor_judul(u: Judul) -> tuple[str, str]:
    c = re.match(r"BAB\s+([IVX]+|\d+)", u.nomor or u.teks, re.IGNORECASE)
    if c:
        kode = c[1].upper()
        return "bab", str(ROMAWI.get(kode, kode))
    return "", u.nomor.rstrip(".") if "." in u.nomor.rstrip(".") else ""


def badan_isi(b: Bacaan) -> list[Badan]:
    """Headings and captions outside the lists of contents and the announced order of the report."""
    hasil: list[Badan] = []
    for ke, (u, bagian) in enumerate(zip(b.unsur, zona(b), strict=True)):
        if bagian in ("isi", "sistematika", "lampiran"):
            continue
        if isinstance(u, Judul):
            jenis, nomor = _nomor_judul(u)
            hasil.append(Badan(jenis, nomor, rapikan(u.teks), ke, u.tempat))
        elif isinstance(u, Keterangan):
            judul = re.sub(r"^(?:tabel|gambar|grafik)\s*[\dIVX.]*[\s.:\-–]*", "", u.teks, flags=re.IGNORECASE)
            hasil.append(Badan(u.jenis, u.nomor.rstrip("."), rapikan(judul), ke, u.tempat))
    return hasil


def _sama(a: str, b: str) -> bool:
    """True where two titles are the same but for small differences of print."""
    x, y = kunci(a), kunci(b)
    return bool(x and y) and (x in y or y in x or SequenceMatcher(None, x, y).ratio() >= 0.75)


def _lain(e: Entri, x: Badan, belum: bool) -> bool:
    """True for another title under one number: wholly, where `belum` says so, or in one whole word."""
    if belum and not _sama(e.judul, x.judul):
        return True
    p, q = kunci(e.judul).split(), kunci(x.judul).split()
    beda = [(c, d) for c, d in zip(p, q, strict=False) if c != d]
    return len(p) == len(q) and len(beda) == 1 and SequenceMatcher(None, *beda[0]).ratio() < 0.65


@pemeriksaan(
    KODE,
    judul="Daftar isi dan daftar tabel",
    tingkat=Tingkat.RENDAH,
    dasar="Daftar isi memuat judul dan halaman yang sama dengan badan laporan",
    penjelasan=(
        "Judul dan tahun pada daftar isi dibandingkan dengan judul di badan; subbab bernomor yang tidak "
        "didaftar, "
        "urutan halaman yang mundur, dan tabel atau gambar yang halamannya di luar halaman babnya "
        "dilaporkan. "
        "Pada dokumen berhalaman, halaman tercetak dibandingkan dengan halaman sebenarnya."
    ),
)
def periksa_daftar_isi(dokumen: tuple[Bacaan, ...]) -> Iterable[Temuan]:
    """Compare the lists of contents with the body."""
    for b in dokumen:
        entri, badan = entri_isi(b), badan_isi(b)
        if len(entri) < 3:
            continue
        pasangan = {e: _pasangan(e, badan) for e in entri}
        belum = _belum_tersebut(b, badan)
        yield from _tahun(b, pasangan, belum)
        yield from _tidak_didaftar(b, entri, belum)
        yield from _halaman_mundur(b, entri)
        yield from _di_luar_bab(b, entri, pasangan, badan)
        yield from _halaman_nyata(b, pasangan)


def _belum_tersebut(b: Bacaan, badan: Sequence[Badan]) -> list[Badan]:
    """Headings and captions whose first words stand nowhere in the lists; long lines come in pieces."""
    isi = " ".join(
        kunci(p.teks)
        for p, z in zip(b.unsur, zona(b), strict=True)
        if z == "isi" and not isinstance(p, Tabel)
    )
    isi += " " + " ".join(
        kunci(s.teks)
        for u, z in zip(b.unsur, zona(b), strict=True)
        if z == "isi" and isinstance(u, Tabel)
        for baris in u.baris
        for s in baris
        if s is not None
    )
    return [x for x in badan if len(_awal(x.judul).split()) < 3 or _awal(x.judul) not in isi]


def _awal(judul: str) -> str:
    return " ".join(kunci(judul).split()[:4])


def _pasangan(e: Entri, badan: Sequence[Badan]) -> Badan | None:
    senomor = [x for x in badan if x.nomor == e.nomor and x.jenis == e.jenis and e.nomor]
    if senomor:
        return max(senomor, key=lambda x: SequenceMatcher(None, kunci(x.judul), kunci(e.judul)).ratio())
    sejudul = [
        x
        for x in badan
        if x.jenis == e.jenis and not (x.nomor and e.nomor) and kunci(x.judul) == kunci(e.judul)
    ]
    return sejudul[0] if len(sejudul) == 1 else None


def _tahun(b: Bacaan, pasangan: dict[Entri, Badan | None], belum: Sequence[Badan]) -> Iterator[Temuan]:
    """Another year, or another title, in the list than in the body."""
    for e, x in pasangan.items():
        if x is None or not e.judul or not x.judul:
            continue
        a, c = _TAHUN.findall(e.judul), _TAHUN.findall(x.judul)
        if a and c and not set(a) & set(c):
            kalimat = f"Daftar isi menulis “{e.cetak}”, judul di badan “{x.judul}”: tahunnya berbeda."
        elif e.nomor and len(kunci(x.judul)) > 6 and _lain(e, x, not b.pindaian and x in belum):
            kalimat = f"Daftar isi menulis “{e.cetak}”, judul {x.nomor} di badan “{x.judul}”."
        else:
            continue
        yield Temuan(
            KODE,
            Tingkat.RENDAH,
            yakin(b, 85),
            kalimat + catatan_ragu(b),
            (lokasi(b, e.tempat, e.cetak), lokasi(b, x.tempat, x.judul)),
            tercetak=e.cetak,
            seharusnya=f"{x.nomor} {x.judul}".strip(),
            dasar="judul daftar isi = judul di badan",
        )


def _tingkat(nomor: str) -> int:
    return nomor.count(".") + 1


def _tidak_didaftar(b: Bacaan, entri: Sequence[Entri], badan: Sequence[Badan]) -> Iterator[Temuan]:
    """Numbered sections and captions whose neighbours of the same level are listed, but they are not."""
    for jenis in ("", "tabel", "gambar"):
        ada = {e.nomor for e in entri if e.jenis == jenis and e.nomor}
        kurang: list[Badan] = []
        for x in badan:
            if x.jenis != jenis or not x.nomor or x.nomor in ada or not x.judul:
                continue
            awalan = x.nomor.rpartition(".")[0]
            saudara = [
                n
                for n in ada
                if _tingkat(n) == _tingkat(x.nomor) and (jenis or n.rpartition(".")[0] == awalan)
            ]
            if len(saudara) >= (2 if jenis == "" else 1) and x.nomor not in {k.nomor for k in kurang}:
                kurang.append(x)
        for x in kurang:
            nama = f"{jenis.title()} {x.nomor}".strip() if jenis else f"Subbab {x.nomor}"
            letak = [
                e
                for e in entri
                if e.jenis == jenis and e.nomor.rpartition(".")[0] == x.nomor.rpartition(".")[0]
            ]
            yield Temuan(
                KODE,
                Tingkat.RENDAH,
                yakin(b, 80),
                f"{nama} “{x.judul}” tidak ada dalam daftar {jenis or 'isi'}.{catatan_ragu(b)}",
                (lokasi(b, x.tempat, f"{x.nomor} {x.judul}"), *(lokasi(b, e.tempat, e.cetak) for e in letak)),
                tercetak=f"{x.nomor} tidak didaftar",
                seharusnya=f"{x.nomor} {x.judul}",
                dasar="daftar isi memuat seluruh subbab setingkat",
            )


def _halaman_mundur(b: Bacaan, entri: Sequence[Entri]) -> Iterator[Temuan]:
    """Within one list the pages never go back."""
    for jenis in (("", "bab"), ("tabel",), ("gambar",)):
        urut = [e for e in entri if e.jenis in jenis and e.nomor and e.halaman is not None]
        for i in range(1, len(urut)):
            lalu, kini = urut[i - 1], urut[i]
            if kini.halaman is None or lalu.halaman is None or kini.halaman >= lalu.halaman:
                continue
            salah = kini if i + 1 >= len(urut) or (urut[i + 1].halaman or 0) >= lalu.halaman else lalu
            yield Temuan(
                KODE,
                Tingkat.RENDAH,
                yakin(b, 75),
                f"Daftar isi: “{kini.cetak}” berhalaman {kini.halaman}, lebih kecil dari “{lalu.cetak}” di "
                "atasnya "
                f"({lalu.halaman}).{catatan_ragu(b)}",
                (
                    lokasi(b, salah.tempat, salah.cetak),
                    *(lokasi(b, e.tempat, e.cetak) for e in (lalu, kini) if e is not salah),
                ),
                tercetak=f"{salah.cetak} hlm {salah.halaman}",
                dasar="halaman pada daftar isi naik",
            )


def _di_luar_bab(
    b: Bacaan, entri: Sequence[Entri], pasangan: dict[Entri, Badan | None], badan: Sequence[Badan]
) -> Iterator[Temuan]:
    """Pages of tables and figures before the section they stand in, or after the next one; grouped."""
    bab = [(e, x) for e, x in pasangan.items() if x is not None and e.jenis in ("", "bab") and e.halaman]
    for jenis in ("tabel", "gambar"):
        salah: list[tuple[Entri, Entri]] = []
        for e in entri:
            if e.jenis != jenis or e.halaman is None:
                continue
            x = pasangan[e]
            if x is not None and not _sama(e.judul, x.judul):
                continue  # a line read in pieces
            induk = _induk(e, x, bab, entri)
            if induk is not None and induk.halaman is not None and e.halaman < induk.halaman:
                salah.append((e, induk))
        if salah:
            sebut = "; ".join(
                f"{_nama(e)} hlm {e.halaman} sebelum {_nama(i)} hlm {i.halaman}" for e, i in salah
            )
            unik = {i.cetak: i for _, i in salah}
            yield Temuan(
                KODE,
                Tingkat.RENDAH,
                yakin(b, 80),
                f"Halaman {jenis} mendahului subbab yang memuatnya: {sebut}.{catatan_ragu(b)}",
                tuple(lokasi(b, e.tempat, e.cetak) for e in (*(e for e, _ in salah), *unik.values())),
                tercetak="; ".join(f"{_nama(e)} hlm {e.halaman}" for e, _ in salah),
                seharusnya="; ".join(f"{_nama(i)} hlm {i.halaman}" for i in unik.values()),
                dasar="halaman tabel di dalam halaman subbabnya",
            )


def _nama(e: Entri) -> str:
    return f"{e.jenis.title()} {e.nomor}".strip() if e.nomor else e.judul[:40]


def _induk(
    e: Entri, x: Badan | None, bab: Sequence[tuple[Entri, Badan]], entri: Sequence[Entri]
) -> Entri | None:
    """The listed section that holds a table: by its place in the body, else the chapter of its number."""
    if x is not None:
        atas = [(y.ke, s) for s, y in bab if y.ke < x.ke]
        if atas:
            return max(atas, key=lambda p: p[0])[1]
    nomor = e.nomor.split(".")[0]
    return next((s for s in entri if s.jenis == "bab" and s.nomor == nomor and s.halaman), None)


def _halaman_nyata(b: Bacaan, pasangan: dict[Entri, Badan | None]) -> Iterator[Temuan]:
    """Printed pages against the pages of the file, after the usual offset of the front matter."""
    ada = [
        (e, x, x.tempat.halaman - e.halaman)
        for e, x in pasangan.items()
        if x and x.tempat.halaman and e.halaman
    ]
    if len(ada) < 5 or b.pindaian:
        return
    geser = sorted(g for _, _, g in ada)[len(ada) // 2]
    cocok = [a for a in ada if a[2] == geser]
    if len(cocok) * 10 < len(ada) * 7:
        return
    for e, x, g in ada:
        if abs(g - geser) >= 2:
            benar = (x.tempat.halaman or 0) - geser
            yield Temuan(
                KODE,
                Tingkat.RENDAH,
                yakin(b, 75),
                f"Daftar isi menyebut “{e.cetak}” di halaman {e.halaman}, sebenarnya halaman {benar}.",
                (lokasi(b, e.tempat, e.cetak), lokasi(b, x.tempat, x.judul)),
                tercetak=str(e.halaman),
                seharusnya=str(benar),
                dasar="halaman daftar isi = halaman judul",
            )
