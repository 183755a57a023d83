"""How numbers are written: separators mixed inside a number, inside a sentence, or between two places."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from opensakip.dokumen.bacaan.model import Bacaan, Sel, Tabel
from opensakip.hitung.angka import bukti_bentuk
from opensakip.periksa.bahan import Potong, catatan_ragu, lokasi, potong, yakin
from opensakip.periksa.kolom import badan, kolom_uang, rangkai, sel
from opensakip.periksa.temuan import Temuan, Tingkat, pemeriksaan
from opensakip.periksa.uang import UANG

KODE = "format-angka"
_CAMPUR = re.compile(r"^(?:\d{1,3}(?:\.\d{3})+(?:,\d{3})+|\d{1,3}(?:,\d{3})+(?:\.\d{3})+)$")
_DESIMAL = re.compile(
    r"(?<![\d.,/\-])(?P<bulat>\d{1,3})(?P<tanda>[.,])(?P<sisa>\d{1,2})(?![\d.,]*\d)(?P<persen>\s?%)?"
)

_BUKAN_NILAI = re.compile(
    r"(?:tabel|gambar|bab|nomor|no\.?|pasal|ikk|ss|sk|lampiran|subbab)\s*$", re.IGNORECASE
)


@pemeriksaan(
    KODE,
    judul="Cara menulis angka bercampur",
    tingkat=Tingkat.RENDAH,
    dasar="Angka Indonesia: titik untuk ribuan, koma untuk desimal, satu cara di seluruh dokumen",
    penjelasan=(
        "Bilangan yang memakai titik dan koma sekaligus sebagai pemisah ribuan, kalimat yang menulis dua "
        "jumlah uang "
        "dengan pemisah berbeda, dan nilai yang sama tercetak dengan tanda desimal berbeda di dua tempat."
    ),
)
def periksa_bentuk(dokumen: tuple[Bacaan, ...]) -> Iterable[Temuan]:
    """Find mixed separators."""
    for b in dokumen:
        for _, t in rangkai(b):
            yield from _campur_di_bilangan(b, t)
        bagian = list(potong(b))
        for p in bagian:
            if p.dalam is None:
                yield from _campur_di_kalimat(p)
        yield from _dua_bentuk(b, bagian)


def _campur_di_bilangan(b: Bacaan, t: Tabel) -> Iterator[Temuan]:
    uang = kolom_uang(t)
    salah: list[Sel] = [
        s for i in badan(t) for j in uang if (s := sel(t, i, j)) is not None and _CAMPUR.match(s.teks.strip())
    ]
    if salah:
        benar = re.sub(r"[.,]", ".", salah[0].teks.strip())
        yield Temuan(
            KODE,
            Tingkat.RENDAH,
            yakin(b, 85, any(s.ragu for s in salah)),
            f"{len(salah)} nilai memakai titik dan koma sekaligus sebagai pemisah ribuan, misalnya "
            f"{salah[0].teks}; "
            f"tulis {benar}. Program dapat membacanya sebagai pecahan.{catatan_ragu(b)}",
            tuple(lokasi(b, s.tempat, s.teks) for s in salah[:20]),
            tercetak=salah[0].teks.strip(),
            seharusnya=benar,
            dasar="satu pemisah ribuan",
        )


def _campur_di_kalimat(p: Potong) -> Iterator[Temuan]:
    """Two amounts of money in one paragraph, one with points and one with commas for thousands."""
    bentuk: dict[str, list[re.Match[str]]] = defaultdict(list)
    for c in UANG.finditer(p.teks):
        arah = bukti_bentuk([c["angka"]], kuat_saja=True).bentuk
        if arah:
            bentuk[arah].append(c)
    if len(bentuk) == 2:
        c = bentuk["en"][0]
        benar = c["angka"].replace(",", "\0").replace(".", ",").replace("\0", ".")
        yield Temuan(
            KODE,
            Tingkat.RENDAH,
            yakin(p.bacaan, 88, p.ragu),
            f"Alinea ini menulis {bentuk['id'][0][0].strip()} dengan titik dan {c[0].strip()} dengan koma "
            "sebagai "
            f"pemisah ribuan; tulis Rp{benar}.{catatan_ragu(p.bacaan, p.ragu)}",
            tuple(p.lokasi(x.start(), x.end()) for x in (*bentuk["en"], bentuk["id"][0])),
            tercetak=c[0].strip(),
            seharusnya=f"Rp{benar}",
            dasar="satu cara menulis dalam satu kalimat",
        )


def _dua_bentuk(b: Bacaan, bagian: Iterable[Potong]) -> Iterator[Temuan]:
    """The same decimal value printed with a point here and a comma there, in one finding."""
    titik: dict[str, list[tuple[Potong, re.Match[str]]]] = defaultdict(list)
    koma: dict[str, list[tuple[Potong, re.Match[str]]]] = defaultdict(list)
    for p in bagian:
        for c in _DESIMAL.finditer(p.teks):
            if c["tanda"] == "." and _BUKAN_NILAI.search(p.teks[: c.start()]):
                continue
            kunci = f"{c['bulat']},{c['sisa'].rstrip('0')}"
            (titik if c["tanda"] == "." else koma)[kunci].append((p, c))
    sama = [k for k in titik if k in koma and _bernilai(k, titik[k])]
    if not sama:
        return
    tempat = [x for k in sama for x in titik[k]]
    p, c = tempat[0]
    yield Temuan(
        KODE,
        Tingkat.RENDAH,
        yakin(b, 75),
        f"{len(sama)} nilai tercetak dengan titik di satu tempat dan koma di tempat lain, misalnya "
        f"{c[0].strip()} dan "
        f"{koma[sama[0]][0][1][0].strip()}; pakai koma untuk desimal.{catatan_ragu(b)}",
        (
            *(q.lokasi(d.start(), d.end()) for q, d in tempat[:20]),
            *(q.lokasi(d.start(), d.end()) for k in sama[:3] for q, d in koma[k][:1]),
        ),
        tercetak=c[0].strip(),
        seharusnya=c[0].strip().replace(".", ","),
        dasar="koma untuk desimal",
    )


def _bernilai(kunci: str, tempat: list[tuple[Potong, re.Match[str]]]) -> bool:
    """True for a figure of measurement, not the number of a section: two decimals, a percent sign, or in a
    cell.
    """
    return any(c["persen"] or len(c["sisa"]) == 2 and len(c["bulat"]) >= 2 for _, c in tempat)
