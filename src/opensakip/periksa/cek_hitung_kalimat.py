"""Arithmetic that a sentence carries in itself: directions, distances and changes between its own figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from opensakip.dokumen.bacaan.model import Bacaan
from opensakip.hitung.angka import AngkaSalah, baca_angka, baca_rupiah
from opensakip.hitung.efisiensi import ButirEfisiensi, efisiensi_ro
from opensakip.hitung.tampilan import tampil
from opensakip.periksa.bahan import Potong, catatan_ragu, potong, yakin
from opensakip.periksa.temuan import Temuan, Tingkat, pemeriksaan

_ANGKA = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
_SATUAN = r"(?:\s?%|\s(?!dari\b|pada\b|ke\b|menjadi\b|tahun\b)[a-z]+){0,2}"
_WAKTU = r"(?:\s*(?:pada|di|dalam)?\s*(?:akhir\s+)?(?:tahun\s+)?\(?(?:19|20)\d\d\)?)?"
_NAIK = r"naik|meningkat|bertambah|tumbuh"
_TURUN = r"turun|menurun|berkurang|menyusut"


def _n(nama: str) -> str:
    """The pattern of a figure with its unit, under two names."""
    return rf"(?:Rp\.?\s?)?(?P<{nama}>{_ANGKA})(?P<{nama}s>{_SATUAN})"


_DARI = re.compile(
    rf"(?i)\b(?P<arah>{_NAIK}|{_TURUN})(?:\s+(?:lagi|kembali|tipis|tajam|setiap\s+tahun|tiap\s+tahun))*,?\s+"
    rf"(?:nilainya\s+)?dari\s+(?:sebesar\s+|semula\s+)?{_n('a')}{_WAKTU}\s*,?\s+(?:menjadi|ke|hingga)\s+"
    rf"(?:sebesar\s+)?{_n('b')}"
)
_UBAH = re.compile(
    rf"(?i)\bdari\s+(?:sebesar\s+|semula\s+)?{_n('a')}{_WAKTU}\s*,?\s+menjadi\s+(?:sebesar\s+)?{_n('b')}{_WAKTU},?"
    rf"\s+(?:atau\s+)?(?P<arah>{_NAIK}|{_TURUN})\s+(?:sebesar\s+|sebanyak\s+)?(?P<d>{_ANGKA})\s?(?P<s>%|persen\b|poin)"
)
_JARAK = re.compile(
    rf"(?i)\b(?:realisasi|capaian|nilai|hasil)(?:nya)?\s+(?:sebesar\s+)?{_n('a')}[^.;()]{{0,160}}?\bberada\s+"
    rf"(?P<d>{_ANGKA})\s+poin(?:\s+persen(?:tase)?)?\s+di\s?(?P<sisi>atas|bawah)\s+[a-z ]{{3,60}}?{_n('b')}"
)
_KURANG = re.compile(
    rf"(?i)\b(?:realisasi|capaian|nilai|hasil)(?:nya)?\s+(?:sebesar\s+)?{_n('a')}[^.;()]{{0,160}}?\b"
    rf"(?:kurang|(?P<lebih>lebih))\s+(?:tinggi\s+|rendah\s+)?(?P<d>{_ANGKA})\s+poin\s+dari(?:pada)?\s+"
    rf"[a-z ]{{3,60}}?{_n('b')}"
)
_EFISIEN = re.compile(
    rf"(?i)\b(?:alokasi|pagu|anggaran)\s+(?:sebesar\s+)?Rp\.?\s?(?P<a>{_ANGKA})[^;]{{0,80}}?\b(?:terpakai|realisasi\w*)\s+"
    rf"(?:sebesar\s+)?Rp\.?\s?(?P<r>{_ANGKA})[^;]{{0,80}}?\bcapaian\s+(?P<c>{_ANGKA})\s?%[^;]{{0,40}}?\befisiensi\w*\s+"
    rf"(?:sebesar\s+)?(?P<d>{_ANGKA})\s?%"
)
SATU = Decimal(1)


@pemeriksaan(
    "hitung-kalimat",
    judul="Hitungan di dalam satu kalimat",
    tingkat=Tingkat.SEDANG,
    dasar="Hitungan: selisih, arah, dan persentase perubahan dari dua angka di kalimat itu sendiri",
    penjelasan="Kalimat yang memuat dua angka beserta arah, selisih, atau persentase perubahannya dihitung "
    "ulang dari angkanya sendiri: “naik dari A menjadi B”, “dari A menjadi B, turun C%”, “realisasi A berada "
    "C poin di atas target B”. Pembulatan angka terakhir tidak dianggap salah.",
)
def periksa_hitung_kalimat(dokumen: tuple[Bacaan, ...]) -> Iterator[Temuan]:
    """Every sentence of every document."""
    for b in dokumen:
        for p in potong(b, sel=False):
            for m in _DARI.finditer(p.teks):
                yield from _arah(p, m)
            for m in _UBAH.finditer(p.teks):
                yield from _perubahan(p, m)
            for m in _EFISIEN.finditer(p.teks):
                yield from _efisiensi(p, m)
            for pola in (_JARAK, _KURANG):
                for m in pola.finditer(p.teks):
                    yield from _jarak(p, m)


def nilai(teks: str) -> Decimal | None:
    """A figure of a sentence: money with points, else decimal comma or a point with one or two digits.

    >>> nilai("1.250.000"), nilai("3,25"), nilai("90.25"), nilai("2025")
    (Decimal('1250000'), Decimal('3.25'), Decimal('90.25'), Decimal('2025'))
    """
    try:
        if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", teks):
            return baca_rupiah(teks)
        return baca_angka(teks, bentuk="en" if re.fullmatch(r"\d+\.\d{1,2}", teks) else "id")
    except AngkaSalah:
        return None


def desimal(teks: str) -> int:
    """Digits after the comma; the points of thousands are none."""
    cocok = re.search(r"(?:,(\d+)|^\d+\.(\d{1,2}))$", teks)
    return len(cocok[1] or cocok[2]) if cocok else 0


def _dua(m: re.Match[str]) -> tuple[Decimal, Decimal] | None:
    """The two figures of a match; none where one is a year or they are of different kinds."""
    a, b = nilai(m["a"]), nilai(m["b"])
    tahun = any(re.fullmatch(r"(?:19|20)\d\d", m[x]) for x in "ab")
    beda = ("%" in (m["as"] or "")) != ("%" in (m["bs"] or "")) and (m["as"] or m["bs"] or "").strip() == "%"
    return None if a is None or b is None or tahun or (beda and "poin" not in m[0]) else (a, b)


def _arah(p: Potong, m: re.Match[str]) -> Iterator[Temuan]:
    """A direction that its two figures contradict."""
    dua = _dua(m)
    if dua is None or dua[0] == dua[1]:
        return
    naik = bool(re.fullmatch(_NAIK, m["arah"].casefold()))
    if naik != (dua[1] > dua[0]):
        benar = "naik" if dua[1] > dua[0] else "turun"
        yield _temuan(
            p,
            m.span("arah"),
            m["arah"],
            benar,
            f"“{m['arah']}” dari {m['a']} menjadi {m['b']}: angkanya {benar}",
        )


def _perubahan(p: Potong, m: re.Match[str]) -> Iterator[Temuan]:
    """A change whose size or direction does not follow from before and after."""
    dua, cetak = _dua(m), nilai(m["d"])
    if dua is None or cetak is None or not dua[0]:
        return
    a, b = dua
    persen = m["s"] != "poin"
    yield from _arah_ubah(p, m, b - a)
    d = desimal(m["d"])
    calon = [abs(b - a)] + ([abs(b - a) * 100 / abs(a)] if persen else [])
    longgar = SATU.scaleb(-d) if persen else SATU.scaleb(-max(d, desimal(m["a"]), desimal(m["b"])))
    if any(abs(x - cetak) < longgar for x in calon):
        return
    tepat = tampil(calon[-1], d)
    satuan = "%" if persen else " poin"
    yield _temuan(
        p, m.span("d"), m["d"] + satuan, tepat + satuan,
        f"dari {m['a']} menjadi {m['b']} berubah {tepat}{satuan}, bukan {m['d']}{satuan}",
    )  # fmt: skip


def _arah_ubah(p: Potong, m: re.Match[str], selisih: Decimal) -> Iterator[Temuan]:
    naik = bool(re.fullmatch(_NAIK, m["arah"].casefold()))
    if selisih and naik != (selisih > 0):
        benar = "naik" if selisih > 0 else "turun"
        yield _temuan(
            p,
            m.span("arah"),
            m["arah"],
            benar,
            f"dari {m['a']} menjadi {m['b']} berarti {benar}, bukan {m['arah']}",
        )


def _jarak(p: Potong, m: re.Match[str]) -> Iterator[Temuan]:
    """A distance in points between two figures of the sentence."""
    dua, cetak = _dua(m), nilai(m["d"])
    if dua is None or cetak is None:
        return
    a, b = dua
    d = max(desimal(x) for x in (m["a"], m["b"], m["d"]))
    if abs(abs(a - b) - cetak) >= SATU.scaleb(-d) * 2:
        tepat = tampil(abs(a - b), desimal(m["d"]))
        yield _temuan(
            p,
            m.span("d"),
            f"{m['d']} poin",
            f"{tepat} poin",
            f"selisih {m['a']} dan {m['b']} ialah {tepat} poin",
        )
    sisi = m.groupdict().get("sisi")
    if sisi and a != b and (sisi.casefold() == "atas") != (a > b):
        benar = "di atas" if a > b else "di bawah"
        yield _temuan(p, m.span("sisi"), f"di {sisi}", benar, f"{m['a']} {benar} {m['b']}")


def _efisiensi(p: Potong, m: re.Match[str]) -> Iterator[Temuan]:
    """Efficiency of a sentence that names allocation, spending and achievement."""
    a, r, c, cetak = (nilai(m[k]) for k in "arcd")
    if a is None or r is None or c is None or cetak is None or not a:
        return
    hasil = efisiensi_ro([ButirEfisiensi(a, c, r)]).nilai
    if hasil is not None and abs(hasil - cetak) > SATU.scaleb(-desimal(m["d"])):
        tepat = f"{tampil(hasil, desimal(m['d']))}%"
        yield _temuan(
            p, m.span("d"), f"{m['d']}%", tepat,
            f"alokasi {m['a']}, capaian {m['c']}%, dan realisasi {m['r']} memberi efisiensi {tepat}",
        )  # fmt: skip


def _temuan(p: Potong, rentang: tuple[int, int], tercetak: str, benar: str, sebab: str) -> Temuan:
    return Temuan(
        "hitung-kalimat", Tingkat.SEDANG, yakin(p.bacaan, 85, p.ragu),
        f"Kalimat ini tidak cocok dengan angkanya sendiri: {sebab}.{catatan_ragu(p.bacaan, p.ragu)}",
        (p.lokasi(*rentang),), tercetak, benar, "Hitungan dari angka di kalimat itu sendiri",
    )  # fmt: skip
