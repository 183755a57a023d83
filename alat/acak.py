"""Damaged and hostile files for the readers and checks: made by chance that can be repeated.

A reader may refuse a file with its own message; nothing else may come out: no other error, no long wait.
"""

from __future__ import annotations

import io
import random
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from alat.tanam.contoh import laporan
from alat.tanam.teks import tulis_teks
from opensakip.dokumen.bacaan import TidakTerbaca, baca_isi
from opensakip.periksa.jalan import periksa
from opensakip.periksa.laman import laman
from opensakip.periksa.tulis_json import ke_json

BATAS_DETIK = 10.0
WAKTU = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
_ANEH = (
    "\t", "\n", "\n\n", "\x0c", "\u200f", "\u0660\u0661", "\uff11", "٫", "½", "-", "−", "9" * 400, ",", ".",
    "%", "Rp", "Tabel 3.1\n", "# ", "|", "( ( ", "1.2.3.4.5.6.7.8.9 ", "target realisasi ", "BAB III\n",
    "0,0", "1/0", "e9",
)  # fmt: skip


@dataclass
class HasilAcak:
    """What came of the run: read, refused; the slowest file in seconds."""

    hitung: Counter[str] = field(default_factory=Counter)
    terlama: float = 0.0


def bahan() -> dict[str, bytes]:
    """Sound files of every format that we can write."""
    from opensakip.dokumen.lembar import tulis_csv, tulis_xlsx
    from opensakip.dokumen.model import Tabel
    from opensakip.dokumen.pdf import susun_pdf
    from opensakip.dokumen.word import susun_docx

    dok = laporan()
    tabel = next(b for b in dok.bagian[0].blok if isinstance(b, Tabel))
    return {
        "a.txt": tulis_teks(dok).encode(),
        "a.csv": tulis_csv(tabel),
        "a.xlsx": tulis_xlsx(tabel, judul="Capaian", penulis="Dinas", waktu=WAKTU),
        "a.docx": susun_docx(dok, waktu=WAKTU, halaman={}).isi,
        "a.pdf": susun_pdf(dok, waktu=WAKTU).isi,
    }


def rusak(isi: bytes, acak: random.Random) -> bytes:
    """The bytes with a few pieces changed, lost, doubled, moved, or the end cut off."""
    b = bytearray(isi)
    for _ in range(acak.randrange(1, 6)):
        if not b:
            break
        i = acak.randrange(len(b))
        j = min(len(b), i + acak.choice((1, 4, 40, 400)))
        cara = acak.randrange(5)
        if cara == 0:
            b[i] = acak.randrange(256)
        elif cara == 1:
            del b[i:j]
        elif cara == 2:
            b[i:i] = b[i:j] * acak.choice((1, 3, 50))
        elif cara == 3:
            b[i:j] = acak.randbytes(j - i)
        else:
            del b[max(1, i) :]
    return bytes(b)


def rusak_teks(isi: bytes, acak: random.Random) -> bytes:
    """Text with odd letters, other digits, lines lost and cells moved."""
    t = isi.decode("utf-8", "replace")
    for _ in range(acak.randrange(1, 12)):
        i = acak.randrange(len(t) + 1)
        cara = acak.randrange(4)
        if cara == 0:
            t = t[:i] + acak.choice(_ANEH) * acak.choice((1, 1, 3)) + t[i:]
        elif cara == 1:
            t = t[:i] + t[i + acak.choice((1, 3, 30)) :]
        elif cara == 2:
            t = "".join(acak.choice("0123456789") if h.isdigit() and acak.random() < 0.05 else h for h in t)
        else:
            baris = t.split("\n")
            acak.shuffle(baris)
            t = "\n".join(baris)
    return t.encode("utf-8", "replace")


def rusak_zip(isi: bytes, acak: random.Random) -> bytes:
    """A container that opens, with one damaged part inside."""
    keluar = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(isi)) as masuk,
        zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as hasil,
    ):
        nama = acak.choice(masuk.namelist())
        for n in masuk.namelist():
            bagian = masuk.read(n)
            cara = acak.choice((rusak, rusak_teks)) if n == nama else None
            hasil.writestr(n, cara(bagian, acak) if cara else bagian)
    return keluar.getvalue()


def cara_untuk(nama: str) -> tuple[Callable[[bytes, random.Random], bytes], ...]:
    """The ways to damage a file of this name."""
    if nama.endswith((".txt", ".csv")):
        return rusak_teks, rusak_teks, rusak
    return (rusak_zip, rusak_zip, rusak) if nama.endswith((".docx", ".xlsx")) else (rusak,)


def jalankan(jumlah: int, benih: int = 1) -> HasilAcak:
    """Read and check so many damaged files.

    Raises:
        AssertionError: a file brought out another error, or took too long; the message names seed and number.
    """
    asal = bahan()
    hasil = HasilAcak()
    for n in range(jumlah):
        acak = random.Random(benih * 1_000_003 + n)  # noqa: S311  chance that can be repeated
        nama = acak.choice(sorted(asal))
        isi = acak.choice(cara_untuk(nama))(asal[nama], acak)
        mulai = time.perf_counter()
        try:
            hasil.hitung[_satu(nama, isi)] += 1
        except Exception as sebab:
            raise AssertionError(f"berkas acak {nama}, benih {benih}, nomor {n}: {sebab!r}") from sebab
        detik = time.perf_counter() - mulai
        hasil.terlama = max(hasil.terlama, detik)
        assert detik < BATAS_DETIK, f"berkas acak {nama}, benih {benih}, nomor {n}: {detik:.1f} detik"
    return hasil


def _satu(nama: str, isi: bytes) -> str:
    try:
        bacaan = baca_isi(nama, isi)
    except TidakTerbaca:
        return "ditolak"
    temuan = periksa([bacaan], ketat=True)
    ke_json(temuan)
    laman(temuan)
    return "dibaca"
