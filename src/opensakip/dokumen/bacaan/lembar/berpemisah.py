"""Reader of CSV: encoding and delimiter told by the contents, records kept with their first line."""

from __future__ import annotations

import csv
import io
from collections import Counter

from opensakip.dokumen.bacaan.galat import TidakTerbaca
from opensakip.dokumen.bacaan.lembar.petak import Lembar, Petak
from opensakip.dokumen.bacaan.tanda import rapatkan

PEMISAH = (";", "\t", ",", "|")
CONTOH = 60  # records that are looked at
SEL_TERPANJANG = 1_000_000


def tebak_pemisah(teks: str) -> str | None:
    """The delimiter that cuts most lines into the same number of cells; None where none does.

    >>> tebak_pemisah("a;b;c\\n1;2,5;3\\n"), tebak_pemisah("Satu kalimat, dua\\n\\nTiga.")
    (';', None)
    """
    terbaik: tuple[int, int, str | None] = (0, 0, None)
    awal = teks[:200_000]
    for p in PEMISAH:
        if p not in awal:
            continue
        lebar = _lebar(awal, p)
        if not lebar:
            continue
        kolom, kali = Counter(lebar).most_common(1)[0]
        if kolom >= 2 and kali * 10 >= len(lebar) * 7 and len(lebar) >= 2:
            terbaik = max(terbaik, (kali * 100 // len(lebar), kolom, p), key=lambda t: t[:2])
    return terbaik[2]


def _lebar(teks: str, pemisah: str) -> list[int]:
    hasil: list[int] = []
    try:
        for baris in csv.reader(io.StringIO(teks, newline=""), delimiter=pemisah):
            if baris and len(hasil) < CONTOH:
                hasil.append(len(baris))
            if len(hasil) >= CONTOH:
                break
    except csv.Error:
        return []
    return hasil


def baca_csv(nama: str, teks: str, pemisah: str) -> Lembar:
    """One sheet whose rows are the records, each with the line of the file that it begins on."""
    lembar = Lembar("")
    pembaca = csv.reader(io.StringIO(teks, newline=""), delimiter=pemisah)
    csv.field_size_limit(SEL_TERPANJANG)
    n = -1
    while True:
        awal = pembaca.line_num
        n += 1
        try:
            baris = next(pembaca)
        except StopIteration:
            return lembar
        except csv.Error as galat:
            raise TidakTerbaca(
                nama,
                f"baris {awal + 1}: tanda kutip tidak berpasangan.",
                "Perbaiki tanda kutip pada baris itu.",
            ) from galat
        isi = {j: Petak(rapatkan(s)) for j, s in enumerate(baris) if s.strip()}
        if isi:
            lembar.jaga(nama, n, max(isi))
            lembar.baris[n] = isi
            lembar.nomor[n] = awal + 1
