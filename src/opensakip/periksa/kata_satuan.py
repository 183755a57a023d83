"""Units of measurement against the words of their indicators."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from opensakip.dokumen.bacaan.model import Bacaan, Sel, Tabel
from opensakip.periksa.bahan import catatan_ragu, kunci, lokasi, rapikan, yakin, zona
from opensakip.periksa.kolom import badan, kolom, kolom_uang, teks_sel
from opensakip.periksa.temuan import Temuan, Tingkat, pemeriksaan

_BENDA_PASTI = ("dokumen", "laporan", "paket", "orang", "berita acara")
"""What is counted in its own name in every nomenclature."""
_BENDA_LAIN = (
    "kerja sama",
    "kasus",
    "perkara",
    "lembaga",
    "kelompok",
    "lokasi",
    "unit",
    "kegiatan",
    "layanan",
)
"""Often counted by the paper about it: a note, not an error."""
_PERSEN = frozenset({"persen", "persentase", "presentase", "prosentase", "", "pct"})
_NILAI = frozenset(
    ["nilai", "indeks", "skor", "angka", "poin", "point", "skala", "kategori", "predikat", "level", "tingkat"]
)
_ANGKA_DALAM_SATUAN = re.compile(r"^\d[\d.,]*\s*(?P<kata>%|[^\d%].*)?$")
_PER = re.compile(r"\bper\b|/|\bribu\b|\bjuta\b")


@dataclass(frozen=True)
class _Baris:
    """A row with a unit: its indicators from left to right, and the cell of the unit."""

    satuan: Sel
    indikator: tuple[Sel, ...]
    uang: tuple[str, ...]
    ke: int


def _baris(t: Tabel) -> tuple[_Baris, ...]:
    """The rows of a table that state a unit; a row without words repeats the indicator of equal money."""
    k_satuan = kolom(t, r"^satuan\b|\bsatuan$", r"harga|kerja")
    k_indikator = kolom(t, r"\bindikator\b|\biku\b|\bikk\b", r"target|capaian|realisasi")
    if len(k_satuan) != 1 or not k_indikator:
        return ()
    uang = kolom_uang(t)
    hasil: list[_Baris] = []
    for i in badan(t):
        satuan = t.sel(i, k_satuan[0])
        if satuan is None or not satuan.teks:
            continue
        indikator = tuple(s for j in k_indikator if (s := t.sel(i, j)) is not None and s.teks)
        isi_uang = tuple(teks_sel(t, i, j) for j in uang)
        if not indikator and hasil and any(isi_uang) and isi_uang == hasil[-1].uang:
            indikator = hasil[-1].indikator[-1:]
        hasil.append(_Baris(satuan, indikator, isi_uang, i))
    return tuple(hasil)


def _benda(indikator: str) -> str:
    """The thing that an indicator counts: the known noun after "Jumlah"; empty where there is none."""
    c = re.match(r"jumlah (.+)", kunci(indikator).replace("kerjasama", "kerja sama"))
    if c is None:
        return ""
    return next((b for b in (*_BENDA_PASTI, *_BENDA_LAIN) if re.match(rf"{b}\b", c[1])), "")


def _salah_satuan(indikator: str, satuan: str) -> tuple[str, Tingkat, str] | None:
    """What the unit should be, how serious, and why; None where the unit can stand."""
    nama, s = kunci(indikator), kunci(satuan).replace("kerjasama", "kerja sama")
    if re.match(r"(?:persentase|presentase|prosentase) ", nama):
        if s in _PERSEN or "persen" in s or "%" in satuan:
            return None
        return "Persen", Tingkat.SEDANG, "indikator persentase diukur dengan persen"
    if re.match(r"(?:indeks|skor) ", nama) and (s in _PERSEN and (s or "%" in satuan)):
        return "Indeks", Tingkat.RENDAH, "indeks adalah bilangan pada skalanya sendiri, bukan persen"
    benda = _benda(indikator)
    if not benda or benda in s or not s or s in kunci(indikator).split(" yang ")[0]:
        return None
    if s in _BENDA_PASTI or s in _BENDA_LAIN or s in _PERSEN:
        tingkat = Tingkat.RENDAH if benda in _BENDA_PASTI else Tingkat.CATATAN
        return benda.title(), tingkat, f"yang dihitung indikatornya ialah {benda}"
    return None


def _bergeser(baris: tuple[_Baris, ...], n: int) -> bool:
    """True where the units look moved by one row: the neighbours fit each other's indicators."""
    b = baris[n]
    if not b.indikator or not 0 < n < len(baris) - 1:
        return False
    lalu, nanti = baris[n - 1], baris[n + 1]
    if lalu.ke != b.ke - 1 or nanti.ke != b.ke + 1 or not lalu.indikator:
        return False
    lalu_salah = _salah_satuan(lalu.indikator[-1].teks, lalu.satuan.teks) is not None or _orang(lalu)
    return lalu_salah and _salah_satuan(b.indikator[-1].teks, nanti.satuan.teks) is None


def _orang(b: _Baris) -> bool:
    nama = kunci(b.indikator[-1].teks) if b.indikator else ""
    return bool(re.match(r"jumlah (?:pegawai|peserta|asn|siswa)\b", nama)) and "orang" not in kunci(
        b.satuan.teks
    )


@pemeriksaan(
    "satuan-indikator",
    judul="Satuan tidak sesuai dengan indikatornya",
    tingkat=Tingkat.RENDAH,
    dasar="Satuan menyatakan apa yang dihitung indikator (kriteria indikator terukur, PermenPANRB 53/2014)",
    penjelasan=(
        "Indikator “Persentase ...” harus bersatuan persen, “Jumlah Laporan ...” bersatuan laporan, indeks "
        "tidak "
        "bersatuan persen, dan kolom satuan tidak memuat angka target. Satuan indikator yang sama di tabel "
        "lain "
        "harus sama. Kerja sama, kegiatan, dan sejenisnya yang dihitung per dokumen hanya dicatat."
    ),
)
def periksa_satuan(dokumen: tuple[Bacaan, ...]) -> Iterable[Temuan]:
    """Compare the unit of every indicator with its wording, and with its unit in other tables."""
    for b in dokumen:
        for t in b.tabel():
            baris = _baris(t)
            for n, x in enumerate(baris):
                yield from _angka_di_satuan(b, x)
                if not _bergeser(baris, n):
                    yield from _kata_lawan_satuan(b, t, x)
    yield from _beda_tempat(dokumen)


def _angka_di_satuan(b: Bacaan, x: _Baris) -> Iterator[Temuan]:
    teks = rapikan(x.satuan.teks)
    c = _ANGKA_DALAM_SATUAN.match(teks)
    if c is None or _PER.search(teks.casefold()):
        return
    sisa = (c["kata"] or "").strip()
    persen = sisa in ("%", "") and any(kunci(s.teks).startswith("persentase") for s in x.indikator)
    benar = "Persen" if sisa == "%" or persen else sisa or None
    yield Temuan(
        "satuan-indikator",
        Tingkat.RENDAH,
        yakin(b, 85, x.satuan.ragu),
        f"Kolom satuan berisi “{teks}”: angka target tercetak di kolom satuan"
        f"{f'; satuannya {benar}' if benar else ''}.{catatan_ragu(b, x.satuan.ragu)}",
        (lokasi(b, x.satuan.tempat, teks),),
        tercetak=teks,
        seharusnya=benar,
        dasar="kolom satuan memuat satuan saja",
    )


def _kata_lawan_satuan(b: Bacaan, t: Tabel, x: _Baris) -> Iterator[Temuan]:
    salah = [_salah_satuan(s.teks, x.satuan.teks) for s in x.indikator]
    if not salah or any(s is None for s in salah) or x.satuan.teks[0].isdigit():
        return
    benar, tingkat, sebab = next(s for s in reversed(salah) if s is not None)
    indikator = x.indikator[-1]
    ragu = x.satuan.ragu or indikator.ragu or t.ragu
    yield Temuan(
        "satuan-indikator",
        tingkat,
        yakin(b, 85, ragu),
        f"Indikator “{rapikan(indikator.teks)}” bersatuan {rapikan(x.satuan.teks)}; {sebab}, jadi satuannya "
        f"{benar}.{catatan_ragu(b, ragu)}",
        (lokasi(b, x.satuan.tempat, indikator.teks),),
        tercetak=rapikan(x.satuan.teks),
        seharusnya=benar,
        dasar="satuan = benda yang dihitung indikator",
    )


def _golongan(satuan: str) -> str:
    """Units that say the same share one name; empty for what is not a plain unit."""
    s = kunci(satuan)
    if satuan.strip() in ("%", "persen") or s in _PERSEN - {""}:
        return "persen"
    if s in _NILAI:
        return "nilai"
    return "" if not s or s[0].isdigit() else s


def _beda_tempat(dokumen: tuple[Bacaan, ...]) -> Iterator[Temuan]:
    """The same indicator with two units in tables of the documents; the signed agreement decides."""
    kumpulan: dict[str, list[tuple[Bacaan, Sel, Sel, bool]]] = defaultdict(list)
    for b in dokumen:
        bagian = zona(b)
        for ke, t in enumerate(b.unsur):
            if not isinstance(t, Tabel):
                continue
            baris = _baris(t)
            for n, x in enumerate(baris):
                if _bergeser(baris, n) or any(_salah_satuan(s.teks, x.satuan.teks) for s in x.indikator):
                    continue
                if len(x.indikator) == 1 and _golongan(x.satuan.teks):
                    nama = kunci(x.indikator[0].teks)
                    kumpulan[nama].append((b, x.indikator[0], x.satuan, bagian[ke] == "lampiran"))
    for daftar in kumpulan.values():
        kelompok: dict[str, list[tuple[Bacaan, Sel, Sel, bool]]] = defaultdict(list)
        for butir in daftar:
            kelompok[_golongan(butir[2].teks)].append(butir)
        if len(kelompok) == 2 and len(kunci(daftar[0][1].teks)) >= 15:
            yield from _beda(list(kelompok.values()))


def _beda(kelompok: list[list[tuple[Bacaan, Sel, Sel, bool]]]) -> Iterator[Temuan]:
    urut = sorted(kelompok, key=lambda k: (any(x[3] for x in k), len(k)))
    kalah, menang = urut
    if (any(x[3] for x in kalah), len(kalah)) == (any(x[3] for x in menang), len(menang)):
        return
    b, indikator, satuan, _ = kalah[0]
    benar = rapikan(menang[0][2].teks)
    ketik = SequenceMatcher(None, kunci(satuan.teks), kunci(benar)).ratio() >= 0.75
    yield Temuan(
        "satuan-indikator",
        Tingkat.RENDAH if ketik else Tingkat.SEDANG,
        yakin(b, 80, satuan.ragu),
        f"Indikator “{rapikan(indikator.teks)}” bersatuan {rapikan(satuan.teks)} di sini, tetapi {benar} "
        f"di tempat lain{'; tampaknya salah ketik' if ketik else ''}.{catatan_ragu(b, satuan.ragu)}",
        tuple(lokasi(x[0], x[2].tempat, x[1].teks) for x in (*kalah, *menang)),
        tercetak=rapikan(satuan.teks),
        seharusnya=benar,
        dasar="satu indikator, satu satuan",
    )
