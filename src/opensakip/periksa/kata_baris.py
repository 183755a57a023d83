"""Rows of planning tables whose words do not belong together: names against indicators, and repeated
blocks.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from opensakip.dokumen.bacaan.model import Bacaan, Sel, Tabel
from opensakip.hitung.tampilan import tampil_rupiah
from opensakip.periksa.bahan import catatan_ragu, kunci, lokasi, rapikan, yakin
from opensakip.periksa.kolom import badan, kolom, kolom_uang, rangkai, sel, teks_sel, uang_sel
from opensakip.periksa.temuan import Temuan, Tingkat, pemeriksaan

KODE = "teks-baris"
_ABAIKAN = frozenset(
    [
        "jumlah",
        "dokumen",
        "laporan",
        "paket",
        "orang",
        "unit",
        "hasil",
        "yang",
        "dan",
        "atau",
        "pada",
        "di",
        "untuk",
        "dari",
        "dalam",
        "disusun",
        "disediakan",
        "dilaksanakan",
        "penyediaan",
        "penyusunan",
        "pelaksanaan",
        "koordinasi",
        "dengan",
        "skpd",
        "perangkat",
        "daerah",
        "nya",
        "serta",
        "kegiatan",
    ]
)


@dataclass(frozen=True)
class Baris:
    """A sub-activity with its indicator, its money and its place."""

    nama: Sel
    indikator: Sel
    uang: tuple[Decimal, ...]
    ke: int


def _pasangan(t: Tabel) -> list[Baris]:
    """Rows that hold both a sub-activity (or activity) and its own indicator."""
    for akhiran in ("sub ?kegiatan", "kegiatan"):
        nama, indikator = kolom(t, rf"^{akhiran}$"), kolom(t, rf"^indikator {akhiran}$")
        if len(nama) == 1 and len(indikator) == 1:
            break
    else:
        return []
    uang = kolom_uang(t)
    hasil: list[Baris] = []
    for i in badan(t):
        a, c = sel(t, i, nama[0]), sel(t, i, indikator[0])
        if a is not None and c is not None and a.teks and c.teks:
            nilai = tuple(v for j in uang if (v := uang_sel(teks_sel(t, i, j))) is not None)
            hasil.append(Baris(a, c, nilai, i))
    return hasil


def _kata(teks: str) -> frozenset[str]:
    return frozenset(k for k in kunci(teks).split() if k not in _ABAIKAN and len(k) > 2)


@pemeriksaan(
    KODE,
    judul="Nama dan indikator pada baris tidak berpasangan",
    tingkat=Tingkat.RENDAH,
    dasar="Indikator sub kegiatan mengukur sub kegiatannya sendiri (Permendagri 90/2019: nomenklatur)",
    penjelasan=(
        "Nama sub kegiatan yang sama di blok lain menunjukkan indikator yang lazim; baris yang indikatornya "
        "milik sub "
        "kegiatan lain, indikator yang sama pada dua baris berurutan, sasaran yang sama pada dua blok, dan "
        "satu "
        "program dengan banyak rumusan indikator dilaporkan."
    ),
)
def periksa_baris(dokumen: tuple[Bacaan, ...]) -> Iterable[Temuan]:
    """Compare names and indicators of rows with their like in the same document."""
    for b in dokumen:
        for _, t in rangkai(b):
            baris = _pasangan(t)
            if len(baris) >= 3:
                yield from _lain(b, baris)
            yield from _berurutan(b, t)
            yield from _blok_ganda(b, t)
            yield from _rumusan_program(b, t)


def _lain(b: Bacaan, baris: Sequence[Baris]) -> Iterator[Temuan]:
    """An indicator that usually goes with another name, or a name that usually goes with another
    indicator.
    """
    milik: dict[str, Counter[str]] = defaultdict(Counter)
    punya: dict[str, Counter[str]] = defaultdict(Counter)
    sebut: dict[str, str] = {}
    for x in baris:
        nama, indikator = kunci(x.nama.teks), kunci(x.indikator.teks)
        milik[indikator][nama] += 1
        punya[nama][indikator] += 1
        sebut.setdefault(nama, rapikan(x.nama.teks))
        sebut.setdefault(indikator, rapikan(x.indikator.teks))
    for x in baris:
        nama, indikator = kunci(x.nama.teks), kunci(x.indikator.teks)
        lazim, banyak = punya[nama].most_common(1)[0]
        if lazim != indikator and banyak >= 2 and punya[nama][indikator] == 1 and _jauh(indikator, lazim):
            kalimat = f"“{rapikan(x.nama.teks)}” di sini berindikator “{rapikan(x.indikator.teks)}”, "
            kalimat += f"di {banyak} baris lain “{sebut[lazim]}”."
            yield _temuan(b, x.indikator, kalimat, sebut[lazim], (x.nama,))
            continue
        pemilik, kali = milik[indikator].most_common(1)[0]
        if pemilik != nama and kali >= 2 and milik[indikator][nama] == 1 and nama and _mirip(nama, pemilik):
            kalimat = f"Nama “{rapikan(x.nama.teks)}” di {kali} baris lain berindikator sama "
            kalimat += f"ditulis “{sebut[pemilik]}”."
            yield _temuan(b, x.nama, kalimat, sebut[pemilik], (x.indikator,))
        elif _milik_lain(x, baris):
            kalimat = f"Indikator “{rapikan(x.indikator.teks)}” bukan milik “{rapikan(x.nama.teks)}”, "
            kalimat += "melainkan sub kegiatan lain."
            yield _temuan(b, x.indikator, kalimat, None, (x.nama,))


def _milik_lain(x: Baris, baris: Sequence[Baris]) -> bool:
    """True where the indicator holds all words of another name of the table and few of its own."""
    sendiri, ukur = _kata(x.nama.teks), _kata(x.indikator.teks)
    if len(sendiri) < 3 or len(sendiri & ukur) * 2 > len(sendiri):
        return False
    lain = (y for y in baris if kunci(y.nama.teks) != kunci(x.nama.teks))
    return any(len(_kata(y.nama.teks)) >= 3 and _kata(y.nama.teks) <= ukur for y in lain)


def _jauh(a: str, c: str) -> bool:
    """True where two texts differ by more than being cut off or a slip; added words are another row's."""
    x, y = set(a.split()), set(c.split())
    if x <= y:
        return False
    return len(x - y) >= 2 and (y <= x or len(x & y) * 10 < max(len(x), len(y)) * 9)


def _mirip(a: str, c: str) -> bool:
    """True where one name is the other with one word left out inside it, not cut off at its end."""
    x, y = a.split(), c.split()
    return 0 < len(y) - len(x) <= 2 and set(x) < set(y) and not c.startswith(a)


def _temuan(
    b: Bacaan, s: Sel, kalimat: str, seharusnya: str | None, lain: Sequence[Sel], dasar: int = 75
) -> Temuan:
    ragu = s.ragu or any(x.ragu for x in lain)
    return Temuan(
        KODE,
        Tingkat.RENDAH,
        yakin(b, dasar, ragu),
        kalimat + catatan_ragu(b, ragu),
        tuple(lokasi(b, x.tempat, x.teks) for x in (s, *lain)),
        tercetak=rapikan(s.teks),
        seharusnya=seharusnya,
        dasar="indikator mengukur barisnya sendiri",
    )


def _berurutan(b: Bacaan, t: Tabel) -> Iterator[Temuan]:
    """The same indicator of an output on two rows that follow each other with different money."""
    k = kolom(t, r"^indikator (?:sub ?)?kegiatan$")
    uang = kolom_uang(t)
    if not k or not uang:
        return
    lalu: tuple[int, Sel, tuple[str, ...]] | None = None
    for i in badan(t):
        s = sel(t, i, k[-1])
        isi = tuple(teks_sel(t, i, j) for j in uang)
        if s is None or not kunci(s.teks).startswith("jumlah "):
            lalu = None
            continue
        if lalu and kunci(lalu[1].teks) == kunci(s.teks) and lalu[2] != isi and i - lalu[0] == 1:
            kalimat = f"Indikator “{rapikan(s.teks)}” tercetak pada dua baris berurutan dengan pagu berbeda; "
            kalimat += "salah satunya milik sub kegiatan lain."
            yield _temuan(b, s, kalimat, None, (lalu[1],), 70)
        lalu = (i, s, isi)


def _blok_ganda(b: Bacaan, t: Tabel) -> Iterator[Temuan]:
    """One sasaran that opens two blocks of the table with different budgets."""
    k = kolom(t, r"^sasaran", r"indikator")
    uang = kolom_uang(t)
    if not k or not uang or not kolom(t, r"^(?:program|kegiatan)"):
        return
    blok: dict[str, list[tuple[int, Sel, Decimal]]] = defaultdict(list)
    urut = 0
    for i in badan(t):
        s = sel(t, i, k[0])
        nilai = uang_sel(teks_sel(t, i, uang[-1]))
        if s is not None and len(kunci(s.teks)) > 15 and nilai:
            urut += 1
            blok[re.sub(r"(.)\1", r"\1", kunci(s.teks))].append((urut, s, nilai))
    for isi in blok.values():
        if len(isi) == 2 and isi[1][0] - isi[0][0] >= 2 and isi[0][2] != isi[1][2]:
            (_, a, x), (_, c, y) = isi
            kalimat = f"Sasaran “{rapikan(a.teks)}” muncul sebagai dua blok, berpagu {tampil_rupiah(x)} dan "
            kalimat += f"{tampil_rupiah(y)}; seharusnya satu blok {tampil_rupiah(x + y)}."
            yield _temuan(b, c, kalimat, tampil_rupiah(x + y), (a,), 75)


def _rumusan_program(b: Bacaan, t: Tabel) -> Iterator[Temuan]:
    """One programme measured by many differently worded indicators, in one finding."""
    k_nama, k_ind = kolom(t, r"^program$"), kolom(t, r"^indikator program$")
    if len(k_nama) != 1 or len(k_ind) != 1:
        return
    rumusan: dict[str, dict[str, Sel]] = defaultdict(dict)
    for i in badan(t):
        a, c = sel(t, i, k_nama[0]), sel(t, i, k_ind[0])
        if a is not None and c is not None and len(kunci(a.teks)) > 15 and c.teks:
            rumusan[kunci(a.teks)].setdefault(kunci(c.teks)[:40], c)
    for nama, isi in rumusan.items():
        if len(isi) >= 4:
            daftar = list(isi.values())
            kalimat = f"“{nama.title()}” diukur dengan {len(isi)} rumusan indikator yang berbeda: "
            kalimat += "; ".join(rapikan(s.teks)[:60] for s in daftar[:7])
            kalimat += ". Satu program memakai indikator yang sama."
            yield _temuan(b, daftar[0], kalimat, None, daftar[1:], 80)
