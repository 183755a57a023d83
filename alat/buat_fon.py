"""Make the bundled fonts of the reports and of the pages from the full upstream files.

Development tool; needs fontTools and brotli, which are not dependencies of the product:

    apt-get download fonts-texgyre          (unpack with: dpkg-deb -x FILE.deb FOLDER)
    npm pack source-sans
    npm pack @fontsource/plus-jakarta-sans @fontsource-variable/plus-jakarta-sans
    npm pack @fontsource/noto-naskh-arabic
    python alat/buat_fon.py --bahan FOLDER

FOLDER is searched for the named files at any depth. TeX Gyre Bonum and Source Sans 3 are shipped byte for
byte: "Source" is a reserved font name, and a subset would count as a modified version under the OFL.
Plus Jakarta Sans and Noto Naskh Arabic have no reserved name; their static files are only unwrapped from
WOFF2 to TrueType. The Arabic face is a fallback for quotations and salutations in an officer's text.

Written beside the fonts: the licence texts, `sidik.txt` (SHA-256 of every file, in the form of sha256sum)
and the code points that the writer may print: `liputan.txt` (in at least one face) and `liputan-bagan.txt`
(in the table face, the only one that charts use, because SVG text has no fallback to another face).
"""

from __future__ import annotations

import argparse
import hashlib
import io
import shutil
import sys
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from fontTools.ttLib import TTFont

AKAR = Path(__file__).resolve().parent.parent / "src" / "opensakip"
FON_LAPORAN = AKAR / "dokumen" / "fon"
FON_WEB = AKAR / "web" / "static" / "fon"

FON = (".otf", ".ttf")
SALIN = (
    "texgyrebonum-regular.otf",
    "texgyrebonum-italic.otf",
    "texgyrebonum-bold.otf",
    "texgyrebonum-bolditalic.otf",
    "SourceSans3-Regular.otf",
    "SourceSans3-It.otf",
    "SourceSans3-Semibold.otf",
    "SourceSans3-Bold.otf",
)
BUKA = {
    "plus-jakarta-sans-latin-600-normal.woff2": "PlusJakartaSans-SemiBold.ttf",
    "plus-jakarta-sans-latin-700-normal.woff2": "PlusJakartaSans-Bold.ttf",
    "noto-naskh-arabic-arabic-400-normal.woff2": "NotoNaskhArabic-Regular.ttf",
}
WEB = {"plus-jakarta-sans-latin-wght-normal.woff2": "plus-jakarta-sans-latin-wght.woff2"}
LISENSI = {
    "GUST-FONT-LICENSE.txt": ("GUST-FONT-LICENSE.txt", ""),
    "LISENSI-SourceSans3.txt": ("LICENSE.md", "source-sans-3"),
    "LISENSI-PlusJakartaSans.txt": ("LICENSE", "plus-jakarta-sans"),
    "LISENSI-NotoNaskhArabic.txt": ("LICENSE", "noto-naskh"),
}


def cari(bahan: Path, nama: str, petunjuk: str = "") -> Path:
    """Find the one file called `nama` under `bahan`; `petunjuk` must occur in its path, or beside it."""
    temu = [p for p in sorted(bahan.rglob(nama)) if not petunjuk or petunjuk in str(p)]
    if not temu and petunjuk:
        temu = [p for p in sorted(bahan.rglob(nama)) if any(p.parent.rglob(f"*{petunjuk}*"))]
    if not temu:
        raise SystemExit(f"buat_fon: berkas {nama} tidak ada di bawah {bahan}; unduh paketnya lebih dahulu")
    return temu[0]


def ke_truetype(asal: Path) -> bytes:
    """Unwrap a WOFF2 file; the glyph tables and the time stamps stay as they are."""
    fon = TTFont(asal, recalcTimestamp=False)
    fon.flavor = None
    keluar = io.BytesIO()
    fon.save(keluar, reorderTables=None)
    return keluar.getvalue()


def rentang(titik: Iterable[int]) -> list[str]:
    """Code points as sorted lines `0020-007E`."""
    baris: list[str] = []
    awal = akhir = -2
    for t in sorted(titik):
        if t == akhir + 1:
            akhir = t
            continue
        if awal >= 0:
            baris.append(f"{awal:04X}-{akhir:04X}")
        awal = akhir = t
    if awal >= 0:
        baris.append(f"{awal:04X}-{akhir:04X}")
    return baris


def titik_cetak(fon: Path) -> set[int]:
    """Code points of a face, without controls and private use (PDF/A forbids the latter)."""
    return {
        t
        for t in TTFont(fon, lazy=True).getBestCmap()
        if unicodedata.category(chr(t)) not in ("Cc", "Co", "Cs")
    }


def tulis_daftar(folder: Path) -> None:
    """Write `sidik.txt` for every other file of the folder."""
    isi = [
        f"{hashlib.sha256(p.read_bytes()).hexdigest()}  {p.name}"
        for p in sorted(folder.iterdir())
        if p.is_file() and p.name not in ("sidik.txt", "__init__.py")
    ]
    (folder / "sidik.txt").write_text("\n".join(isi) + "\n", encoding="utf-8")


def utama() -> int:
    """Entry point; returns the exit code."""
    urai = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    urai.add_argument("--bahan", type=Path, required=True, help="folder tempat paket huruf dibuka")
    bahan: Path = urai.parse_args().bahan
    FON_LAPORAN.mkdir(parents=True, exist_ok=True)
    FON_WEB.mkdir(parents=True, exist_ok=True)
    for nama in SALIN:
        shutil.copyfile(cari(bahan, nama), FON_LAPORAN / nama)
    for asal, tujuan in BUKA.items():
        (FON_LAPORAN / tujuan).write_bytes(ke_truetype(cari(bahan, asal)))
    for asal, tujuan in WEB.items():
        shutil.copyfile(cari(bahan, asal), FON_WEB / tujuan)
    for tujuan, (asal, petunjuk) in LISENSI.items():
        shutil.copyfile(cari(bahan, asal, petunjuk), FON_LAPORAN / tujuan)
    shutil.copyfile(FON_LAPORAN / "LISENSI-PlusJakartaSans.txt", FON_WEB / "LISENSI-PlusJakartaSans.txt")

    semua = {p: titik_cetak(p) for p in sorted(FON_LAPORAN.iterdir()) if p.suffix in FON}
    tabel = [titik for p, titik in semua.items() if p.name.startswith("SourceSans3")]
    for nama, liputan in (
        ("liputan", set().union(*semua.values())),
        ("liputan-bagan", set.intersection(*tabel)),
    ):
        (FON_LAPORAN / f"{nama}.txt").write_text("\n".join(rentang(liputan)) + "\n", encoding="ascii")
    for folder in (FON_LAPORAN, FON_WEB):
        for p in folder.iterdir():
            p.chmod(0o644)
        tulis_daftar(folder)
        jumlah = sum(p.stat().st_size for p in folder.iterdir())
        sys.stderr.write(f"{folder.name}: {jumlah / 1024:.0f} KiB\n")
    return 0


if __name__ == "__main__":
    sys.exit(utama())
