"""A finding, and the register of checks that make findings."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from opensakip.dokumen.bacaan.model import Bacaan, Tempat


class Tingkat(StrEnum):
    """How serious: three degrees of error, and a note for what merely looks odd."""

    TINGGI = "tinggi"
    SEDANG = "sedang"
    RENDAH = "rendah"
    CATATAN = "catatan"


@dataclass(frozen=True)
class Lokasi:
    """A place in a named file; `kutipan` is the printed text around it."""

    berkas: str
    tempat: Tempat
    kutipan: str = ""


@dataclass(frozen=True)
class Temuan:
    """One finding. `jenis` is the id of the check; `keyakinan` 0-100; the first place is the main one."""

    jenis: str
    tingkat: Tingkat
    keyakinan: int
    kalimat: str
    lokasi: tuple[Lokasi, ...]
    tercetak: str | None = None
    seharusnya: str | None = None
    dasar: str = ""

    @property
    def id(self) -> str:
        """Stable id: the same error at the same place in the same file has the same id in every run."""
        inti = [self.jenis, self.tercetak or "", self.seharusnya or ""]
        inti += [f"{x.berkas}|{x.tempat}" for x in self.lokasi]
        return hashlib.sha256("\n".join(inti).encode()).hexdigest()[:12]


@dataclass(frozen=True)
class Pemeriksaan:
    """A check: a pure function over the documents of one agency, with its basis and its explanation.

    `fungsi` gets all documents (one, or several with --bandingkan) and yields findings.
    """

    kode: str
    judul: str
    tingkat: Tingkat
    dasar: str
    penjelasan: str
    fungsi: Callable[[tuple[Bacaan, ...]], Iterable[Temuan]]


DAFTAR: dict[str, Pemeriksaan] = {}
Fungsi = Callable[[tuple[Bacaan, ...]], Iterable[Temuan]]


def pemeriksaan(
    kode: str, *, judul: str, tingkat: Tingkat, dasar: str, penjelasan: str
) -> Callable[[Fungsi], Fungsi]:
    """Enter a check into the register under its id; a second one of the same id is a fault of ours."""

    def catat(fungsi: Fungsi) -> Fungsi:
        if kode in DAFTAR:
            raise ValueError(f"pemeriksaan {kode} terdaftar dua kali")
        DAFTAR[kode] = Pemeriksaan(kode, judul, tingkat, dasar, penjelasan, fungsi)
        return fungsi

    return catat
