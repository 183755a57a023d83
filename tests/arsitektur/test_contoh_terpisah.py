"""The code knows no example agency: no name, no figure and no sentence of them outside their data files.

The distinctive names and the amounts are taken from the data files themselves, so a new example is covered
as soon as it lies in its folder.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.dukungan.berkas import SRC, berkas_teks, nama, teks

CONTOH = SRC / "impor" / "contoh"
KOLOM_NAMA = {
    "instansi.csv": ("slug", "nama", "singkatan"),
    "unit.csv": ("nama",),
    "indikator.csv": ("nama",),
    "pk_baris.csv": ("sasaran", "indikator_cetak"),
    "butir.csv": ("teks",),
    "naskah.csv": ("teks",),
    "catatan.csv": ("kalimat",),
    "simpul.csv": ("teks",),
    "bagian.csv": ("teks",),
    "sumber.csv": ("judul", "kode"),
}
KATA_HUKUM = {"indikator.csv", "pk_baris.csv", "butir.csv", "simpul.csv", "bagian.csv"}
KOLOM_NILAI = (("realisasi.csv", "nilai"), ("target.csv", "nilai"), ("pk_baris.csv", "target"))
KOLOM_UANG = ("nilai", "angka_cetak", "pagu", "realisasi", "jumlah")
# Names that are a word of the law, an office found everywhere, or an instrument: any code may say them.
UMUM = re.compile(
    r"^(indeks (reformasi (hukum|birokrasi)|kepuasan masyarakat|profesionalitas asn"
    r"|perencanaan pembangunan nasional)|nilai (akip|sakip|kinerja anggaran)|predikat (akip|sakip)|opini bpk"
    r"|perencanaan kinerja|pengukuran kinerja|pelaporan kinerja|evaluasi (akuntabilitas )?kinerja internal"
    r"|program dukungan manajemen|jabatan fungsional"
    r"|bupati|gubernur|menteri|sekretaris daerah|sekretariat jenderal|asisten|biro|bagian|belanja \w+)$"
)


def _rapi(s: str) -> str:
    return re.sub(r"\s+", " ", s).strip().lower()


def _baris(berkas: Path) -> Iterator[dict[str, str]]:
    with berkas.open(encoding="utf-8-sig", newline="") as f:
        contoh = f.readline()
        f.seek(0)
        pemisah = max(",;\t", key=contoh.count)
        for b in csv.DictReader(f, delimiter=pemisah):
            yield {(k or "").lower(): v or "" for k, v in b.items()}


@cache
def nama_khas() -> dict[str, str]:
    """Return the distinctive names with the file they come from: at least two words and twelve letters."""
    khas = {}
    for berkas in sorted(CONTOH.glob("*/*.csv")):
        for kolom in KOLOM_NAMA.get(berkas.name, ()):
            for b in _baris(berkas):
                n = _rapi(b.get(kolom, ""))
                pendek = berkas.name in {"instansi.csv", "sumber.csv"} and len(n) >= 5 and "-" in n
                if pendek or (len(n) >= 12 and " " in n and not UMUM.match(n)):
                    khas[n] = nama(berkas)
    return khas


@cache
def angka_khas() -> dict[str, str]:
    """Return the amounts of six digits and more, as bare digits; round ones give nobody away."""
    khas = {}
    for berkas in sorted(CONTOH.glob("*/*.csv")):
        for b in _baris(berkas):
            for kolom in KOLOM_UANG:
                digit = re.sub(r"[.\s]|,00?$|^Rp", "", b.get(kolom, ""))
                if re.fullmatch(r"\d{6,}", digit) and not re.fullmatch(r"\d{1,4}0{5,}", digit):
                    khas[digit] = nama(berkas)
    return khas


def kode_produk() -> Iterator[Path]:
    """Yield every text file of the package outside the data of the examples."""
    return (p for p in berkas_teks() if SRC in p.parents and CONTOH not in p.parents)


def test_ada_yang_dicari() -> None:
    assert len(nama_khas()) > 30
    assert len(angka_khas()) > 30


def test_nama_dan_kalimat_contoh_tidak_di_dalam_kode() -> None:
    """The data of regulations may hold names of programmes and indices: those are the law's own words."""
    salah = []
    for p in kode_produk():
        isi = _rapi(teks(p))
        hukum = SRC / "peraturan" / "data" in p.parents
        salah += [
            f"{nama(p)}: {n!r} (dari {asal})"
            for n, asal in nama_khas().items()
            if n in isi and not (hukum and asal.rpartition("/")[2] in KATA_HUKUM)
        ]
    assert not salah, "\n".join(salah[:30])


def test_angka_contoh_tidak_di_dalam_kode() -> None:
    salah = []
    for p in kode_produk():
        for angka in re.findall(r"\d[\d._]{4,}\d", teks(p)):
            digit = re.sub(r"[._]", "", angka)
            if digit in angka_khas():
                salah.append(f"{nama(p)}: {angka} (dari {angka_khas()[digit]})")
    assert not salah, "\n".join(salah[:30])


def test_nilai_contoh_tidak_di_dalam_kode() -> None:
    """Measured values with four digits or more, in Indonesian or English form."""
    khas = {
        v: nama(berkas)
        for nama_berkas, kolom in KOLOM_NILAI
        for berkas in CONTOH.glob(f"*/{nama_berkas}")
        for b in _baris(berkas)
        if re.fullmatch(r"\d+,\d+", v := b.get(kolom, "").strip()) and len(v) >= 5
    }
    assert len(khas) > 30
    salah = []
    for p in kode_produk():
        if SRC / "peraturan" / "data" in p.parents:
            continue  # a threshold of the law may coincide with a measured value
        for angka in re.findall(r"(?<![\d.,])\d+[.,]\d+(?![\d]|[.,]\d)", teks(p)):
            if (asal := khas.get(angka.replace(".", ","))) is not None:
                salah.append(f"{nama(p)}: {angka} (dari {asal})")
    assert not salah, "\n".join(salah[:30])
