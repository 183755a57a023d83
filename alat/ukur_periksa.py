"""`make ukur-periksa`: how much the checks find, and how much of what they say is so.

Three measures: the known errors of a real report (OPENSAKIP_BAHAN), our own clean reports, and the same
reports with planted errors in three formats. The figures go to docs/rujukan/ukuran-pemeriksaan.md.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

AKAR = Path(__file__).parents[1]
sys.path.insert(0, str(AKAR))

from alat.tanam.kebun import BENIH, tanam  # noqa: E402
from alat.tanam.kena import kena, terbaca  # noqa: E402
from alat.tanam.teks import tulis_teks  # noqa: E402
from alat.ukur_cocok import Diketahui, daftar_diketahui, kunci_putusan, pasangkan, putusan, putuskan  # noqa: E402
from alat.ukur_lapor import tulis  # noqa: E402
from opensakip.dokumen.bacaan import baca_isi  # noqa: E402
from opensakip.dokumen.bacaan.model import Bacaan  # noqa: E402
from opensakip.periksa.jalan import Hasil, periksa  # noqa: E402
from opensakip.periksa.temuan import Temuan, Tingkat  # noqa: E402

if TYPE_CHECKING:
    from opensakip.dokumen.model import Dokumen

RUJUKAN = AKAR / "docs" / "rujukan"
PETA = RUJUKAN / "pemeriksaan-banten.csv"
PUTUSAN = RUJUKAN / "temuan-lain-banten.csv"
LAPORAN = RUJUKAN / "ukuran-pemeriksaan.md"
DAFTAR = Path("periksa") / "banten-2025.csv"
NASKAH = Path("seeds") / "002_6293106f8e406575.txt"
SENDIRI = "laporan sendiri"
BENTUK = ("teks", "docx", "pdf")
WAKTU = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)


@dataclass
class Nyata:
    """Measure on the real report."""

    diketahui: list[Diketahui]
    kena: dict[str, list[Temuan]]
    benar: list[Temuan] = field(default_factory=list)
    salah: list[tuple[Temuan, str]] = field(default_factory=list)
    catatan: int = 0
    detik: float = 0

    @property
    def dapat(self) -> list[Diketahui]:
        """The errors that a program can know."""
        return [d for d in self.diketahui if d.dapat_diketahui]

    @property
    def ditemukan(self) -> list[Diketahui]:
        """Those of them that were found."""
        return [d for d in self.dapat if self.kena[d.id]]


@dataclass
class Kebun:
    """Measure on planted errors and on the clean reports they were planted into."""

    ditanam: Counter[tuple[str, str]] = field(default_factory=Counter)
    ditemukan: Counter[tuple[str, str]] = field(default_factory=Counter)
    luput: list[str] = field(default_factory=list)
    bersih: dict[str, list[Temuan]] = field(default_factory=dict)
    sumber: Counter[str] = field(default_factory=Counter)


def ukur_nyata(bahan: Path) -> Nyata:
    """Check the real report and compare with its list of errors."""
    mulai = time.perf_counter()
    hasil = periksa([baca_isi(NASKAH.name, (bahan / NASKAH).read_bytes())], ketat=True)
    diketahui = daftar_diketahui(bahan / DAFTAR, PETA)
    nyata = Nyata(diketahui, pasangkan(diketahui, hasil.temuan), detik=time.perf_counter() - mulai)
    dikenal = {t.id for semua in nyata.kena.values() for t in semua}
    semua_putusan = putusan(PUTUSAN)
    for t in hasil.temuan:
        p = putuskan(t, semua_putusan)
        if t.tingkat is Tingkat.CATATAN:
            nyata.catatan += 1
        elif p.putusan == "benar" if p else t.id in dikenal:
            nyata.benar.append(t)
        else:
            nyata.salah.append((t, p.alasan if p else "belum dinilai"))
    return nyata


def laporan_contoh() -> Iterator[tuple[str, Dokumen]]:
    """Our own reports, from the examples of the product, made in a database of this run."""
    from opensakip.cli import django_siap

    django_siap.siapkan()
    from opensakip.impor.paket import daftar_contoh, muat_contoh
    from opensakip.pelaporan.errors import BelumAdaData
    from opensakip.pelaporan.keluaran import dokumen

    for c in daftar_contoh():
        _, cuplikan = muat_contoh(c)
        try:
            yield f"{c.slug}-{c.tahun}", dokumen(cuplikan)
        except BelumAdaData:
            continue


def cetak(dok: Dokumen, bentuk: str) -> bytes:
    """The document in a format."""
    if bentuk == "teks":
        return tulis_teks(dok).encode()
    if bentuk == "docx":
        from opensakip.dokumen.word import susun_docx

        return susun_docx(dok, waktu=WAKTU, halaman={}).isi
    from opensakip.dokumen.pdf import susun_pdf

    return susun_pdf(dok, waktu=WAKTU).isi


def baca_dan_periksa(nama: str, isi: bytes) -> tuple[Bacaan, Hasil]:
    """Read and check as a user would, but let a failing check fail."""
    bacaan = baca_isi(nama, isi)
    return bacaan, periksa([bacaan], ketat=True)


def dari_sumber(t: Temuan) -> bool:
    """An error of the source, judged so, that our report prints as it is: a source is not mended."""
    p = putusan(PUTUSAN).get((t.jenis, SENDIRI, kunci_putusan(t)[2]))
    return p is not None and p.putusan == "benar"


def ukur_kebun(benih: int, bentuk: tuple[str, ...]) -> Kebun:
    """Plant, print, read, check; `benih` rounds for every report and format."""
    kebun = Kebun()
    for nama, dok in laporan_contoh():
        for b in bentuk:
            berkas = f"{nama}.{ {'teks': 'txt'}.get(b, b) }"
            _, hasil = baca_dan_periksa(berkas, cetak(dok, b))
            galat = [t for t in hasil.temuan if t.tingkat is not Tingkat.CATATAN]
            kebun.bersih[f"{nama} {b}"] = [t for t in galat if not dari_sumber(t)]
            kebun.sumber[f"{nama} {b}"] = sum(map(dari_sumber, galat))
            lama = {(t.jenis, t.tercetak, t.seharusnya, t.kalimat) for t in hasil.temuan}
            for n in range(benih):
                _satu_kebun(kebun, nama, berkas, b, dok, n, lama)
                print(f"  {berkas} putaran {n + 1}", file=sys.stderr, flush=True)
    return kebun


def _satu_kebun(
    kebun: Kebun, nama: str, berkas: str, bentuk: str, dok: Dokumen, n: int, lama: set[tuple[object, ...]]
) -> None:
    hasil_tanam = tanam(dok, benih=sum(nama.encode()) * 100 + n)
    bacaan, hasil = baca_dan_periksa(berkas, cetak(hasil_tanam.dok, bentuk))
    baru = [t for t in hasil.temuan if (t.jenis, t.tercetak, t.seharusnya, t.kalimat) not in lama]
    for t in hasil_tanam.tanaman:
        kebun.ditanam[t.jenis, bentuk] += 1
        if kena(t, bacaan, baru):
            kebun.ditemukan[t.jenis, bentuk] += 1
        else:
            sebab = "" if terbaca(t, bacaan) else " (tempatnya tidak terbaca)"
            kebun.luput.append(
                f"{t.jenis}, {nama} {bentuk}: “{t.asli[:40]}” menjadi “{t.tercetak[:40]}”{sebab}"
            )


def main() -> int:
    """Measure and write the report. Returns the exit code."""
    p = argparse.ArgumentParser(prog="make ukur-periksa", description=__doc__)
    p.add_argument("--benih", type=int, default=2, help="putaran tanam tiap laporan dan bentuk (bawaan 2)")
    p.add_argument("--bentuk", choices=BENTUK, action="append", help="bentuk berkas yang ditanami")
    p.add_argument("--nyata-saja", action="store_true", help="lewati galat yang ditanam")
    p.add_argument("--tanpa-tulis", action="store_true", help="jangan ubah laporan di docs/rujukan")
    args = p.parse_args()
    bahan = Path(os.environ.get("OPENSAKIP_BAHAN", AKAR.parent / "shared"))
    if not (bahan / DAFTAR).is_file():
        print(f"{DAFTAR} tidak ada; tunjuk folder bahan dengan OPENSAKIP_BAHAN", file=sys.stderr)
        return 2
    nyata = ukur_nyata(bahan)
    kebun = None
    if not args.nyata_saja:
        with tempfile.TemporaryDirectory(prefix="opensakip-ukur-") as folder:
            os.environ["OPENSAKIP_DATA"] = folder
            kebun = ukur_kebun(args.benih, tuple(args.bentuk or BENTUK))
    teks = tulis(nyata, kebun, tuple(BENIH))
    print(teks)
    if not args.tanpa_tulis and kebun is not None:
        LAPORAN.write_text(teks, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
