"""Small builders shared by the blocks: cells, status words, notes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from opensakip.dokumen.model import (
    GANTI_BARIS,
    Baris,
    BelumDiisi,
    Blok,
    Isi,
    JenisBaris,
    Narasi,
    Paragraf,
    Potong,
    Rata,
    Sel,
    isi,
)
from opensakip.pelaporan.blok.cuplik import KATA_TERHADAP, TANDA_STATUS, Cuplik, nada_peringkat
from opensakip.pelaporan.naskah_angka import urai

BARIS_BARU = Potong(GANTI_BARIS)
TIDAK_DIRINCI = "tidak dirinci sumber"


def sel(*bahan: Any, kolom: int = 1, baris: int = 1, rata: Rata | None = None, takik: int = 0) -> Sel:
    """A table cell from strings, runs and references."""
    return Sel(isi(*bahan), kolom=kolom, baris=baris, rata=rata, takik=takik)


def kepala(*judul: str | Sel) -> tuple[Sel, ...]:
    """One head row."""
    return tuple(j if isinstance(j, Sel) else sel(j) for j in judul)


def baris(*kolom: Any, jenis: JenisBaris = JenisBaris.ISI) -> Baris:
    """A row; anything that is not yet a cell becomes one."""
    return Baris(tuple(k if isinstance(k, Sel) else sel(k) for k in kolom), jenis)


def status_target(terhadap: str | None) -> Potong:
    """Mark and word for the position against the target."""
    nada, kata = KATA_TERHADAP.get(terhadap or "belum", KATA_TERHADAP["belum"])
    return Potong(kata, nada=nada)


def status_peringkat(nama: str | None) -> Isi:
    """Mark and name of the rating class; nothing where the agency has no scale."""
    return (Potong(nama, nada=nada_peringkat(nama)),) if nama else ()


def tanda_nilai(ind: Mapping[str, Any]) -> str:
    """The mark behind a realisasi that is not a final value of the year."""
    return TANDA_STATUS.get(str(ind.get("status_nilai")), "")


ARTI_TANDA = {
    "*": "Nilai tahun sebelumnya.",
    "‡": "Nilai sementara.",
    "‖": "Metode penilaian berubah mulai tahun ini; nilai sebelumnya tidak dibandingkan.",
}


def catatan_tanda(baris_tabel: Iterable[Baris]) -> tuple[Isi, ...]:
    """One short note for every mark that stands in the rows."""
    ada = {r.tanda for b in baris_tabel for s in b.sel for r in s.isi if isinstance(r, Potong) and r.tanda}
    return tuple(isi(f"{t}) {arti}") for t, arti in ARTI_TANDA.items() if t in ada)


def catatan_nilai(daftar: Iterable[Mapping[str, Any]]) -> tuple[Isi, ...]:
    """Notes that explain the marks of a table; one per value, with its reason."""
    hasil: list[Isi] = []
    for ind in daftar:
        alasan = str(ind.get("alasan_nilai") or "").strip().rstrip(".")
        lanjut = f" {alasan}." if alasan else ""
        status = ind.get("status_nilai")
        if status == "dibawa":
            hasil.append(isi(f"*) {ind['nama']}: nilai tahun {ind.get('tahun_nilai')}.{lanjut}"))
        elif status == "sementara":
            hasil.append(isi(f"‡) {ind['nama']}: nilai sementara.{lanjut}"))
        elif status in ("belum_ada", "tidak_berlaku") and alasan:
            hasil.append(isi(f"–) {ind['nama']}: {alasan}."))
    return tuple(hasil)


def paragraf_teks(c: Cuplik, teks: str) -> tuple[Blok, ...]:
    """An officer's text: one paragraph per non-empty line, its references to figures resolved."""
    return tuple(Paragraf(urai(c, b.strip())) for b in teks.splitlines() if b.strip())


def narasi(c: Cuplik, tempat: str, teks: str | None, petunjuk: str = "") -> tuple[Blok, ...]:
    """A place that belongs to the officer; without a text and a hint there is nothing to show."""
    if not (teks and teks.strip()) and not petunjuk:
        return ()
    return (Narasi(tempat, naskah_atau_kosong(c, teks, petunjuk)),)


def naskah_atau_kosong(c: Cuplik, teks: str | None, petunjuk: str) -> tuple[Blok, ...]:
    """The officer's text, or a visible blank that says what belongs there."""
    return paragraf_teks(c, teks) if teks and teks.strip() else (BelumDiisi(petunjuk),)


def naskah(c: Cuplik, tempat: str) -> str:
    """Text of an officer at a place of the report."""
    return str((c.isi.get("naskah") or {}).get(tempat) or "")
