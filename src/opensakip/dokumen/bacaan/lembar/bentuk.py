"""How a workbook shows a number: percent, decimals, thousands, dates. What is shown is what was meant."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Context, Decimal, InvalidOperation

from opensakip.hitung.tampilan import tampil

_KUTIP = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_TANGGAL = re.compile(r"[ymdhs]", re.I)
_BAWAAN = {1: "0", 2: "0.00", 9: "0%", 10: "0.00%"}
_BAWAAN |= dict.fromkeys((3, 37, 38, 41, 42), "#,##0") | dict.fromkeys((4, 39, 40, 43, 44), "#,##0.00")
_BAWAAN_TANGGAL = {*range(14, 23), *range(27, 37), 45, 46, 47, *range(50, 59)}
_LIMA_BELAS = Context(prec=15)  # what a workbook keeps of a number
_HARI_MAKS = 2_958_465  # 31 December 9999


@dataclass(frozen=True)
class Bentuk:
    """A number format: percent, places after the comma (None: as many as there are), thousands, date."""

    persen: bool = False
    desimal: int | None = None
    ribuan: bool = False
    tanggal: bool = False


UMUM = Bentuk()


def urai_bentuk(nomor: int, kode: str) -> Bentuk:
    """The format of a number (built-in) or code.

    >>> urai_bentuk(10, "")
    Bentuk(persen=True, desimal=2, ribuan=False, tanggal=False)
    >>> urai_bentuk(170, 'Rp#,##0.0;[Red]-Rp#,##0.0').ribuan
    True
    """
    if nomor in _BAWAAN_TANGGAL:
        return Bentuk(tanggal=True)
    bersih = _KUTIP.sub("", (kode or _BAWAAN.get(nomor, "")).split(";")[0])
    if not bersih or "general" in bersih.lower() or "@" in bersih:
        return UMUM
    if _TANGGAL.search(bersih) and not re.search(r"[0#]", bersih):
        return Bentuk(tanggal=True)
    if "E" in bersih.upper() or not re.search(r"[0#?]", bersih):
        return UMUM
    _, _, sisa = bersih.partition(".")
    desimal = len(re.match(r"[0#?]*", sisa)[0]) if sisa else 0  # type: ignore[index]
    return Bentuk("%" in bersih, desimal, bool(re.search(r"#,#|0,0|#,0", bersih)))


def nilai_sel(mentah: str) -> Decimal | None:
    """The number of a cell, exact to the fifteen digits that a workbook keeps; None where it is none.

    >>> nilai_sel("0.30000000000000004"), nilai_sel("abc")
    (Decimal('0.3'), None)
    """
    try:
        nilai = _LIMA_BELAS.create_decimal(mentah)
    except InvalidOperation:
        return None
    if not nilai.is_finite() or abs(nilai.adjusted()) > 100:
        return None
    return nilai.normalize() if nilai.as_tuple().exponent != 0 else nilai


def tampilkan(nilai: Decimal, b: Bentuk, *, dasar_1904: bool = False) -> tuple[str, Decimal | None]:
    """(text as shown, number in the unit of that text); dates have no number.

    >>> tampilkan(Decimal("0.9522"), Bentuk(True, 2))
    ('95,22%', Decimal('95.2200'))
    >>> tampilkan(Decimal("1234567.5"), UMUM)
    ('1234567,5', Decimal('1234567.5'))
    """
    if b.tanggal and (teks := _tanggal(nilai, dasar_1904)):
        return teks, None
    if b.persen:
        nilai = nilai * 100
    if b.desimal is None:
        return format(nilai, "f").replace(".", ","), nilai
    teks = tampil(nilai, b.desimal).replace("\u2212", "-")
    if not b.ribuan:
        teks = teks.replace(".", "")
    return teks + ("%" if b.persen else ""), nilai


def _tanggal(nilai: Decimal, dasar_1904: bool) -> str:
    hari = int(nilai)
    if not 0 <= hari <= _HARI_MAKS - 1500:
        return ""
    pangkal = date(1904, 1, 1) if dasar_1904 else date(1899, 12, 30)
    jam = int((nilai - hari) * 86400)
    saat = time(jam // 3600, jam // 60 % 60, jam % 60).isoformat()
    if hari == 0 and jam:
        return saat
    tanggal = (pangkal + timedelta(days=hari)).isoformat()
    return f"{tanggal} {saat}" if jam else tanggal


def teks_nilai(isi: object) -> tuple[str, Decimal | None]:
    """(text, number) of a value whose format is not known (XLS, ODS)."""
    if isinstance(isi, bool):
        return ("benar" if isi else "salah"), None
    if isinstance(isi, int | float):
        nilai = nilai_sel(repr(isi))
        return tampilkan(nilai, UMUM) if nilai is not None else (str(isi), None)
    if isinstance(isi, datetime | date | time):
        return (isi.isoformat(" ") if isinstance(isi, datetime) else isi.isoformat()), None
    if isinstance(isi, timedelta):
        return str(isi), None
    return str(isi).strip() if isi is not None else "", None
