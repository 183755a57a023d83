"""``opensakip hitung berkas``: capaian of every row of a CSV file.

Each row is computed by itself; a row that cannot be computed says why in its own line and the others
are computed all the same. A number that can be read two ways is settled by the other numbers of its
column, then of the file; without proof it is not computed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final, Literal

from opensakip.hitung.angka import AngkaAmbigu, AngkaSalah, BuktiBentuk, bukti_bentuk
from opensakip.hitung.capaian import Arah, Kebijakan, KebijakanSalah, Rumus, capaian
from opensakip.hitung.hasil import Hasil, teks_mesin
from opensakip.hitung.nilai import Nilai, baca_nilai, nilai_kosong
from opensakip.hitung.tampilan import KOSONG

from .berkas_csv import Baris, Tabel

WAJIB: Final = ("target", "realisasi", "arah")
BOLEH: Final = ("rumus",)
TAMBAHAN: Final = (
    "capaian_nilai",
    "capaian_tampil",
    "capaian_keterangan",
    "capaian_rumus",
    "capaian_langkah",
    "capaian_aturan",
)
LANGKAH_MAJU: Final = 5000
"""Rows between two signs of progress."""

BentukBaca = Literal["auto", "id", "en"]


class BarisSalah(Exception):
    """Why one row has no capaian; the message names the column and the mend."""


@dataclass(frozen=True, slots=True)
class BentukKolom:
    """How numbers of a column are read, and why an ambiguous one could not be settled."""

    bentuk: BentukBaca
    alasan: str = ""


@dataclass(frozen=True, slots=True)
class Tertolak:
    """A row without a value."""

    nomor: int
    pesan: str


@dataclass(frozen=True, slots=True)
class HasilBerkas:
    """The table with the added columns, how many rows were computed, and those that were not."""

    tabel: Tabel
    dihitung: int
    tertolak: list[Tertolak]


def _sel(baris: Baris, tempat: int | None) -> str:
    """Cell of a row; a missing one is blank."""
    return baris.sel[tempat].strip() if tempat is not None and tempat < len(baris.sel) else ""


def _jumlahkan(bukti: Iterable[BuktiBentuk]) -> BuktiBentuk:
    daftar = list(bukti)
    return BuktiBentuk(sum(b.id for b in daftar), sum(b.en for b in daftar))


def bentuk_kolom_angka(tabel: Tabel, paksa: BentukBaca = "auto") -> dict[str, BentukKolom]:
    """Decide for target and realisasi how their numbers are written: proof of the column, then of the file.

    Other columns may hold codes such as 1.2, so only their numbers with several separators count.
    """
    kolom = {n: tabel.kolom(n) for n in ("target", "realisasi")}
    if paksa != "auto":
        return {n: BentukKolom(paksa) for n in kolom}
    sendiri = {n: bukti_bentuk(_sel(b, i) for b in tabel.baris) for n, i in kolom.items()}
    lain = [i for i in range(len(tabel.judul)) if i not in kolom.values() and not _tambahan(tabel.judul[i])]
    luar = bukti_bentuk((_sel(b, i) for b in tabel.baris for i in lain), kuat_saja=True)
    berkas = _jumlahkan([*sendiri.values(), luar])
    return {n: _putuskan(n, sendiri[n], berkas) for n in kolom}


def _putuskan(nama: str, kolom: BuktiBentuk, berkas: BuktiBentuk) -> BentukKolom:
    """Column first, then file; contradicting proof is no proof."""
    if kolom.bertentangan:
        return BentukKolom("auto", f"kolom {nama} memuat angka bentuk id dan bentuk en")
    if kolom.bentuk is not None:
        return BentukKolom(kolom.bentuk)
    if berkas.bertentangan:
        return BentukKolom("auto", "berkas ini memuat angka bentuk id dan bentuk en")
    if berkas.bentuk is not None:
        return BentukKolom(berkas.bentuk)
    return BentukKolom("auto", "angka lain dalam berkas ini tidak memberi petunjuk")


def _tambahan(judul: str) -> bool:
    return judul.strip().casefold() in TAMBAHAN


def _baca(teks: str, kolom: str, bentuk: BentukKolom) -> Nilai | None:
    """Read a cell; blank means not filled in."""
    if nilai_kosong(teks):
        return None
    try:
        return baca_nilai(teks, bentuk=bentuk.bentuk)
    except AngkaAmbigu as galat:
        ribuan, desimal = (p.replace(".", ",") for p in galat.pilihan)
        raise BarisSalah(
            f"kolom {kolom}: “{teks}” dapat dibaca {ribuan} atau {desimal}; {bentuk.alasan}; "
            "beri --angka id atau --angka en"
        ) from galat
    except AngkaSalah as galat:
        raise BarisSalah(f"kolom {kolom}: {galat}") from galat


def _pilihan(teks: str, kolom: str, jenis: type[Arah] | type[Rumus]) -> str:
    """Check a word against its list."""
    bentuk = teks.casefold().replace("-", "_").replace(" ", "_")
    if bentuk not in set(jenis):
        sebab = f"“{teks}” tidak dikenal" if teks else "kosong"
        raise BarisSalah(f"kolom {kolom}: {sebab}; tulis salah satu: {', '.join(jenis)}")
    return bentuk


class Penghitung:
    """Computes the rows of one table."""

    def __init__(self, tabel: Tabel, kebijakan: Kebijakan, angka: BentukBaca) -> None:
        self.tabel = tabel
        self.kebijakan = kebijakan
        self.bentuk = bentuk_kolom_angka(tabel, angka)
        self.tempat = {n: tabel.kolom(n) for n in (*WAJIB, *BOLEH)}

    def hitung(self, baris: Baris) -> tuple[Hasil, Rumus]:
        """Compute one row, or raise :class:`BarisSalah`."""
        if any(s.strip() for s in baris.sel[len(self.tabel.judul) :]):
            raise BarisSalah(
                f"{len(baris.sel)} kolom, padahal judulnya {len(self.tabel.judul)}; "
                "periksa pemisah atau tanda kutip pada baris ini"
            )
        arah = Arah(_pilihan(_sel(baris, self.tempat["arah"]), "arah", Arah))
        kebijakan = self.kebijakan
        teks_rumus = _sel(baris, self.tempat["rumus"])
        if teks_rumus:
            kebijakan = replace(kebijakan, rumus=Rumus(_pilihan(teks_rumus, "rumus", Rumus)))
        try:
            rumus = kebijakan.rumus_untuk(arah)
        except KebijakanSalah as galat:
            raise BarisSalah(f"kolom rumus: {galat}") from galat
        target = _baca(_sel(baris, self.tempat["target"]), "target", self.bentuk["target"])
        realisasi = _baca(_sel(baris, self.tempat["realisasi"]), "realisasi", self.bentuk["realisasi"])
        return capaian(target, realisasi, arah, kebijakan), rumus


def hitung_berkas(
    tabel: Tabel,
    *,
    kebijakan: Kebijakan | None = None,
    angka: BentukBaca = "auto",
    maju: Callable[[int, int], None] | None = None,
) -> HasilBerkas:
    """Compute every row and return the table with the capaian columns; order and number of rows are kept.

    A row without any content passes through and counts for nothing. ``maju`` is told now and then
    how many rows of how many are done.
    """
    penghitung = Penghitung(tabel, kebijakan or Kebijakan(), angka)
    susun = _Penyusun(tabel)
    baris_baru: list[Baris] = []
    tertolak: list[Tertolak] = []
    dihitung = 0
    for ke, baris in enumerate(tabel.baris):
        if maju is not None and ke % LANGKAH_MAJU == 0:
            maju(ke, len(tabel.baris))
        if baris.kosong:
            baris_baru.append(baris)
            continue
        try:
            hasil, rumus = penghitung.hitung(baris)
        except BarisSalah as galat:
            tertolak.append(Tertolak(baris.nomor, str(galat)))
            baris_baru.append(susun.baris(baris, ("", KOSONG, str(galat), "", "", "")))
            continue
        if hasil.ada:
            dihitung += 1
        else:
            tertolak.append(Tertolak(baris.nomor, hasil.keterangan))
        baris_baru.append(susun.baris(baris, _kolom_hasil(hasil, rumus, tabel.pemisah)))
    return HasilBerkas(replace(tabel, judul=susun.judul, baris=baris_baru), dihitung, tertolak)


def _kolom_hasil(hasil: Hasil, rumus: Rumus, pemisah: str) -> tuple[str, ...]:
    """Cells of the added columns; a semicolon file gets a decimal comma, as its readers expect."""
    nilai: Decimal | None = hasil.nilai
    mesin = teks_mesin(nilai) or ""
    if pemisah == ";":
        mesin = mesin.replace(".", ",")
    return (mesin, hasil.tampil, hasil.keterangan, rumus.value, " | ".join(hasil.langkah), hasil.aturan)


class _Penyusun:
    """Puts the added cells behind the columns of the file, or over those of an earlier run."""

    def __init__(self, tabel: Tabel) -> None:
        self._simpan = [i for i, j in enumerate(tabel.judul) if not _tambahan(j)]
        self._lebar = len(tabel.judul)
        self.judul = [*(tabel.judul[i] for i in self._simpan), *TAMBAHAN]

    def baris(self, baris: Baris, tambahan: tuple[str, ...]) -> Baris:
        """Return the row with its added cells; surplus cells stay at the end, so nothing is lost."""
        sel = [baris.sel[i] if i < len(baris.sel) else "" for i in self._simpan]
        return Baris(baris.nomor, [*sel, *tambahan, *baris.sel[self._lebar :]])
