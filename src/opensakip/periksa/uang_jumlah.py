"""Totals and subtotals of budget tables on every level."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from opensakip.dokumen.bacaan.model import Bacaan
from opensakip.hitung.tampilan import tampil_rupiah
from opensakip.periksa.bahan import catatan_ragu, kunci, lokasi, yakin
from opensakip.periksa.kolom import judul_kolom, rangkai
from opensakip.periksa.temuan import Lokasi, Temuan, Tingkat, pemeriksaan
from opensakip.periksa.uang_pohon import Pohon, Simpul, jumlah_anak, pohon

KODE = "jumlah-anggaran"
_BANYAK = 14
"""Most places a finding names: the sum and its parts; a reader will not look at more."""


@pemeriksaan(
    KODE,
    judul="Jumlah dan subjumlah tabel anggaran",
    tingkat=Tingkat.TINGGI,
    dasar="Jumlah = penjumlahan rinciannya, pada setiap tingkat",
    penjelasan=(
        "Tingkat baris tabel anggaran dikenali dari kode, letak kolom, atau penomoran. Nilai induk "
        "dibandingkan "
        "dengan jumlah anaknya, baris Jumlah dan Total dengan bagian yang dijumlahnya. Bila susunan tabel "
        "tidak "
        "terbukti oleh baris lain atau kolom lain, hasilnya tidak dilaporkan sebagai kesalahan."
    ),
)
def periksa_jumlah(dokumen: tuple[Bacaan, ...]) -> Iterable[Temuan]:
    """Add up every budget table, level by level."""
    for b in dokumen:
        for _, t in rangkai(b):
            p = pohon(t)
            if p is None:
                continue
            yield from _induk(b, p)
            yield from _baris_total(b, p)
            yield from _tanpa_nilai(b, p)


def _tempat(b: Bacaan, simpul: Iterable[Simpul], kolom: int) -> tuple[Lokasi, ...]:
    hasil: list[Lokasi] = []
    for s in simpul:
        sel = s.sel.get(kolom) or s.utama
        if sel is not None:
            hasil.append(lokasi(b, sel.tempat, f"{s.nama} {sel.teks}"))
    return tuple(hasil[:_BANYAK])


def _keadaan(p: Pohon) -> dict[tuple[int, int], Decimal]:
    """Differences printed minus sum for every parent and column that can be added up, zero where right."""
    return {
        (n, j): b.uang[j] - jumlah
        for n, b in enumerate(p.baris)
        for j in p.kolom
        if j in b.uang and (jumlah := jumlah_anak(b, j)) is not None
    }


def _terbukti(n: int, j: int, keadaan: dict[tuple[int, int], Decimal], p: Pohon, pindaian: bool) -> bool:
    """True where other rows or another column prove the structure that this row departs from."""
    if any(keadaan.get((n, k)) == 0 for k in p.kolom if k != j):
        return True
    if pindaian and len(p.kolom) > 1:
        return False  # off in every column of a scan: rows that moved, not a wrong figure
    if keadaan.get((_induk_dari(p).get(n, -1), j)) == -keadaan[n, j]:
        return True  # the row above is off by the same amount: this very figure is the wrong one
    sama = [v == 0 for (_, k), v in keadaan.items() if k == j]
    if sum(sama) >= 2 and sum(sama) * 10 >= len(sama) * 6:
        return True
    return p.dasar == "kode" and not pindaian and len(sama) <= 2


def _induk_dari(p: Pohon) -> dict[int, int]:
    """Position of the parent of every row that has one."""
    letak = {id(x): n for n, x in enumerate(p.baris)}
    return {letak[id(a)]: n for n, x in enumerate(p.baris) for a in x.anak}


def _karena_anak(n: int, j: int, keadaan: dict[tuple[int, int], Decimal], p: Pohon) -> bool:
    """True where a child that is off by the same amount explains the difference."""
    letak = {id(x): m for m, x in enumerate(p.baris)}
    return any(keadaan.get((letak[id(a)], j)) == -keadaan[n, j] for a in p.baris[n].anak)


def _induk(b: Bacaan, p: Pohon) -> Iterator[Temuan]:
    keadaan = _keadaan(p)
    judul = judul_kolom(p.tabel)
    for (n, j), beda in keadaan.items():
        if beda == 0 or not _terbukti(n, j, keadaan, p, b.pindaian) or _karena_anak(n, j, keadaan, p):
            continue
        s = p.baris[n]
        ragu = any(x.ragu for a in (s, *s.anak) if (x := a.sel.get(j)) is not None)
        yield _temuan(b, s, s.anak, j, judul[j], s.uang[j] - beda, ragu)


def _temuan(
    b: Bacaan, s: Simpul, bagian: Sequence[Simpul], j: int, judul: str, benar: Decimal, ragu: bool
) -> Temuan:
    cetak = s.sel[j].teks
    nama = s.nama or s.kode or "baris ini"
    beda = s.uang[j] - benar
    return Temuan(
        KODE,
        Tingkat.SEDANG if ragu else Tingkat.TINGGI,
        yakin(b, 92, ragu),
        f"“{nama}” tercetak {cetak}{f' pada kolom {judul}' if judul else ''}, padahal {len(bagian)} "
        "bagiannya "
        f"berjumlah {tampil_rupiah(benar)}; selisih {tampil_rupiah(abs(beda))}.{catatan_ragu(b, ragu)}",
        _tempat(b, (s, *bagian), j),
        tercetak=cetak,
        seharusnya=tampil_rupiah(benar),
        dasar="jumlah = penjumlahan bagian",
    )


def _calon(p: Pohon, n: int, awal: int, jumlah: Sequence[Simpul]) -> list[list[Simpul]]:
    """Groups of rows a total may add up: its section by top level, all of it, the totals before, all top
    rows.
    """
    ruas = [x for x in p.baris[awal:n] if not x.jumlah]
    semua = [x for x in p.baris[:n] if not x.jumlah]
    hasil = [_puncak(ruas), [x for x in ruas if not x.anak], _puncak(semua), list(jumlah)]
    hasil += [[x] for x in semua[:1]]
    return [g for g in hasil if g]


def _puncak(baris: Sequence[Simpul]) -> list[Simpul]:
    """Rows that stand under no other row of the list."""
    anak = {id(a) for b in baris for a in b.anak}
    return [b for b in baris if id(b) not in anak and b.uang]


def _jumlah(grup: Sequence[Simpul], j: int) -> Decimal:
    return sum((x.uang.get(j, Decimal(0)) for x in grup), Decimal(0))


def _baris_total(b: Bacaan, p: Pohon) -> Iterator[Temuan]:
    judul = judul_kolom(p.tabel)
    awal, sebelum = 0, list[Simpul]()
    for n, s in enumerate(p.baris):
        if not s.jumlah:
            continue
        calon = _calon(p, n, awal, sebelum)
        cocok = {j: [g for g in calon if _jumlah(g, j) == s.uang[j]] for j in p.kolom if j in s.uang}
        for j, ada in cocok.items():
            if not ada and (grup := _grup_pasti(p, calon, cocok, j)):
                ragu = any(x.ragu for a in (s, *grup) if (x := a.sel.get(j)) is not None)
                yield _temuan(b, s, grup, j, judul[j], _jumlah(grup, j), ragu)
        nama = {kunci(x.nama) for x in sebelum}
        if len(sebelum) >= 3 and cocok and not any(cocok.values()) and kunci(s.nama) not in nama:
            yield from _bagian_hilang(b, p, s, sebelum, judul)
        awal = n + 1
        sebelum.append(s)


def _grup_pasti(
    p: Pohon, calon: Sequence[list[Simpul]], cocok: dict[int, list[list[Simpul]]], j: int
) -> list[Simpul]:
    """The rows a total surely adds up: those that fit in another column, or the only possible group."""
    lain = [g for k, ada in cocok.items() if k != j for g in ada]
    if lain:
        return lain[0]
    if len(p.kolom) > 1 and len(cocok) > 1:
        return []
    beda = {_jumlah(g, j) for g in calon if len(g) >= 2}
    lengkap = [g for g in calon if len(g) >= 2 and all(j in x.uang for x in g)]
    return lengkap[0] if len(beda) == 1 and lengkap else []


def _bagian_hilang(
    b: Bacaan, p: Pohon, total: Simpul, bagian: Sequence[Simpul], judul: Sequence[str]
) -> Iterator[Temuan]:
    """A grand total above the sum of its printed parts in every column: a part is not printed or not read."""
    kurang = {j: total.uang[j] - _jumlah(bagian, j) for j in p.kolom if j in total.uang}
    if not kurang or any(v <= 0 for v in kurang.values()):
        return
    sebut = " dan ".join(f"{tampil_rupiah(v)} (kolom {judul[j]})" for j, v in kurang.items())
    j = next(iter(kurang))
    putus = [x for x in p.baris[: p.baris.index(bagian[0])] if x.terputus][-2:]
    yield Temuan(
        KODE,
        Tingkat.SEDANG,
        yakin(b, 70),
        f"“{total.nama}” melebihi jumlah {len(bagian)} bagian yang tercetak sebesar {sebut}: ada bagian "
        "tanpa baris "
        f"jumlah, mungkin di halaman yang hilang.{catatan_ragu(b)}",
        (*_tempat(b, putus, j), *_tempat(b, (total, *bagian), j)),
        tercetak=total.sel[j].teks,
        seharusnya=" / ".join(tampil_rupiah(v) for v in kurang.values()),
        dasar="total = jumlah seluruh bagian",
    )


def _tanpa_nilai(b: Bacaan, p: Pohon) -> Iterator[Temuan]:
    """Rows of a level that usually carries money, without any; rows with money but without a name."""
    for tingkat in {x.tingkat for x in p.baris if x.tingkat is not None and x.anak}:
        setingkat = [x for x in p.baris if x.tingkat == tingkat and x.anak]
        if sum(bool(x.uang) for x in setingkat) * 10 < len(setingkat) * 8:
            continue
        for s in setingkat:
            jumlah = {j: v for j in p.kolom if (v := jumlah_anak(s, j)) is not None and v > 0}
            if s.uang or not jumlah or len(s.anak) < 2:
                continue
            j = next(iter(jumlah))
            yield Temuan(
                KODE,
                Tingkat.RENDAH,
                yakin(b, 75, p.tabel.ragu),
                f"“{s.nama}” tidak memuat nilai anggaran, padahal {len(s.anak)} rinciannya berjumlah "
                f"{' dan '.join(tampil_rupiah(v) for v in jumlah.values())}.{catatan_ragu(b)}",
                _tempat(b, (s, *s.anak), j),
                tercetak=s.nama,
                seharusnya=" / ".join(tampil_rupiah(v) for v in jumlah.values()),
                dasar="setiap tingkat memuat jumlahnya",
            )
    lepas = [x for x in p.baris if x.uang and not x.nama and not x.jumlah]
    if 0 < len(lepas) * 10 <= len(p.baris) and p.dasar in ("kode", "tangga"):
        yield Temuan(
            KODE,
            Tingkat.CATATAN,
            yakin(b, 60, p.tabel.ragu),
            f"{len(lepas)} baris memuat anggaran tanpa nama program, kegiatan, atau sub kegiatan; namanya "
            "mungkin "
            f"bergeser atau tidak terbaca.{catatan_ragu(b)}",
            _tempat(b, lepas, p.kolom[0]),
            tercetak=", ".join(x.sel[next(iter(x.uang))].teks for x in lepas[:6]),
            dasar="setiap baris anggaran bernama",
        )
