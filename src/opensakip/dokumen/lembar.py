"""Tables of the model as spreadsheet and as CSV: text stays text, numbers become numbers.

A text cell that begins with a sign that a spreadsheet would run as a formula gets an apostrophe (CSV) or is
written as a string (XLSX). The form for people is UTF-8 with BOM, semicolon and decimal comma; the form for
machines has comma and point and no BOM. Equal tables give equal bytes.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal

import xlsxwriter

from opensakip.dokumen.huruf import rapikan
from opensakip.dokumen.model import Baris, JenisBaris, Potong, Rata, Sel, Tabel, polos

_ANGKA = re.compile(r"^\(?[−-]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?\)?$")
_RUMUS = ("=", "+", "-", "@", "\t", "\r")
BATAS_DIGIT = 15  # a spreadsheet keeps no more; longer digits stay text
WARNA = {
    JenisBaris.KELOMPOK: "#F4EAD6", JenisBaris.TINGKAT1: "#D3E1EE", JenisBaris.TINGKAT2: "#E3ECF4",
    JenisBaris.TINGKAT3: "#F3F7FA", JenisBaris.SUBJUMLAH: "#F5F8FB", JenisBaris.JUMLAH: "#F4EAD6",
    JenisBaris.TOTAL: "#D3E1EE",
}  # fmt: skip
LEBAR_MM = {"fr": 46, "auto": 14}
LEMBAR = "Data"


def angka_sel(teks: str) -> Decimal | None:
    """The number that a cell shows in Indonesian form; brackets mean negative, anything else is text.

    >>> angka_sel("(1.250.000)"), angka_sel("3,45"), angka_sel("2-3")
    (Decimal('-1250000'), Decimal('3.45'), None)
    """
    if not _ANGKA.match(teks) or sum(h.isdigit() for h in teks) > BATAS_DIGIT:
        return None
    bersih = teks.strip("()").replace("−", "-").replace(".", "").replace(",", ".")
    nilai = Decimal(bersih)
    return -nilai if teks.startswith("(") else nilai


def _nilai(s: Sel, rata: Rata) -> str | Decimal:
    """What a cell holds: a number where the column is one of figures, else its text with its marks."""
    teks = rapikan(polos(s.isi))
    if rata is not Rata.KIRI and (n := angka_sel(teks)) is not None:
        return n
    tanda = "".join(r.tanda for r in s.isi if isinstance(r, Potong))
    return teks + tanda


def _isi_baris(b: Baris, t: Tabel) -> Iterator[str | Decimal]:
    """Cells of a row, one for each column; a span fills its first."""
    i = 0
    for s in b.sel:
        kolom = t.kolom[min(i, len(t.kolom) - 1)]
        yield _nilai(s, s.rata or kolom.rata)
        yield from [""] * (s.kolom - 1)
        i += s.kolom


def kepala_datar(t: Tabel) -> list[str]:
    """One head per column: a group and its part are joined ("Pagu Murni")."""
    n = len(t.kolom)
    hasil: list[list[str]] = [[] for _ in range(n)]
    turun: dict[int, int] = {}
    for baris in t.kepala:
        sel = iter(baris)
        i = 0
        while i < n:
            if turun.get(i, 0):
                turun[i] -= 1
                i += 1
                continue
            s = next(sel, Sel())
            for k in range(i, min(i + s.kolom, n)):
                hasil[k].append(rapikan(polos(s.isi)))
                if s.baris > 1:
                    turun[k] = s.baris - 1
            i += s.kolom
    return [" ".join(x for x in k if x) for k in hasil]


def aman(teks: str) -> str:
    """Text that no spreadsheet runs as a formula.

    >>> aman("=1+1"), aman("biasa")
    ("'=1+1", 'biasa')
    """
    return f"'{teks}" if teks.startswith(_RUMUS) else teks


def tulis_csv(t: Tabel, *, mesin: bool = False) -> bytes:
    """The table as CSV with one head row; notes are left out."""
    keluar = io.StringIO()
    tulis = csv.writer(keluar, delimiter="," if mesin else ";", lineterminator="\r\n")
    tulis.writerow(kepala_datar(t))
    for b in t.baris:
        tulis.writerow([_teks_csv(v, mesin) for v in _isi_baris(b, t)])
    return keluar.getvalue().encode("utf-8" if mesin else "utf-8-sig")


def _teks_csv(v: str | Decimal, mesin: bool) -> str:
    if isinstance(v, Decimal):
        return format(v, "f") if mesin else format(v, "f").replace(".", ",")
    return aman(v)


def tulis_xlsx(t: Tabel, *, judul: str, penulis: str, waktu: datetime) -> bytes:
    """The table as a sheet: title, head that stays in sight, rows folded by level, notes below.

    `waktu` is the moment of freezing; it becomes the time of the file.
    """
    keluar = io.BytesIO()
    buku = xlsxwriter.Workbook(
        keluar, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    saat = waktu.astimezone(UTC).replace(tzinfo=None)
    buku.set_properties({"title": rapikan(judul)[:250], "author": rapikan(penulis)[:250], "created": saat})
    lembar = buku.add_worksheet(LEMBAR)
    _atur_cetak(lembar, t)
    tebal = buku.add_format({"bold": True, "font_size": 13})
    lembar.write_string(0, 0, rapikan(judul), tebal)
    lembar.write_string(1, 0, rapikan(t.judul))
    kepala = buku.add_format(
        {
            "bold": True,
            "font_color": "#FFFFFF",
            "bg_color": "#10304F",
            "text_wrap": True,
            "align": "center",
            "valign": "vcenter",
            "border": 1,
        }
    )
    for i, teks in enumerate(kepala_datar(t)):
        lembar.write_string(3, i, teks, kepala)
    gaya = _Gaya(buku)
    for n, b in enumerate(t.baris):
        dalam = max((s.takik for s in b.sel), default=0)
        lembar.set_row(4 + n, None, None, {"level": min(dalam, 7)})
        for i, v in enumerate(_isi_baris(b, t)):
            if isinstance(v, Decimal):
                # The file format holds binary numbers; up to 15 digits they come back as they went in.
                lembar.write_number(4 + n, i, v, gaya.ambil(b.jenis, v, dalam if i == 1 else 0))
            else:
                lembar.write_string(4 + n, i, v, gaya.ambil(b.jenis, None, dalam if i == 1 else 0))
    kecil = buku.add_format({"italic": True, "font_color": "#5B6670"})
    for n, catatan in enumerate(t.catatan):
        lembar.write_string(5 + len(t.baris) + n, 0, rapikan(polos(catatan)), kecil)
    lembar.freeze_panes(4, 0)
    lembar.autofilter(3, 0, 3 + len(t.baris), len(t.kolom) - 1)
    buku.close()
    return keluar.getvalue()


def _atur_cetak(lembar: xlsxwriter.worksheet.Worksheet, t: Tabel) -> None:
    lembar.set_landscape()
    lembar.set_paper(9)
    lembar.fit_to_pages(1, 0)
    lembar.repeat_rows(3)
    lembar.set_footer("&C&P / &N")
    lembar.outline_settings(True, False, True, False)
    for i, k in enumerate(t.kolom):
        mm = (
            Decimal(k.lebar[:-2])
            if k.lebar.endswith("mm")
            else Decimal(LEBAR_MM["fr" if k.lebar.endswith("fr") else "auto"])
        )
        lembar.set_column(i, i, int(mm / 2) + 3)


class _Gaya:
    """Cell formats by role of the row, kind of number and indent; each made once."""

    def __init__(self, buku: xlsxwriter.Workbook) -> None:
        self.buku = buku
        self._ada: dict[tuple[JenisBaris, str, int], xlsxwriter.format.Format] = {}

    def ambil(self, jenis: JenisBaris, nilai: Decimal | None, takik: int) -> xlsxwriter.format.Format:
        """The format of a cell."""
        bentuk = "" if nilai is None else _bentuk_angka(nilai)
        kunci = (jenis, bentuk, takik)
        if kunci not in self._ada:
            sifat: dict[str, object] = {
                "valign": "top",
                "text_wrap": not bentuk,
                "bottom": 4,
                "indent": takik,
            }
            if jenis in WARNA:
                sifat |= {"bg_color": WARNA[jenis], "bold": True}
            if bentuk:
                sifat["num_format"] = bentuk
            self._ada[kunci] = self.buku.add_format(sifat)
        return self._ada[kunci]


def _bentuk_angka(nilai: Decimal) -> str:
    """As many decimals as the figure shows; negative amounts in brackets."""
    desimal = max(0, -int(nilai.as_tuple().exponent))
    pola = "#,##0" + ("." + "0" * desimal if desimal else "")
    return f"{pola};({pola})" if not desimal else f"{pola};-{pola}"
