"""Small readers put together into the shape of a rule file. Each knows its place, so refusals name it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from opensakip.peraturan.galat import AturanRusak

_ANGKA = re.compile(r"^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$")


@dataclass(frozen=True, slots=True)
class Tempat:
    """Where we are: the file and the path of keys inside it."""

    berkas: str
    jalan: str = ""

    def turun(self, kunci: object) -> "Tempat":
        """Return the place one key (or list position) deeper."""
        if isinstance(kunci, int):
            return Tempat(self.berkas, f"{self.jalan}[{kunci}]")
        return Tempat(self.berkas, f"{self.jalan}.{kunci}" if self.jalan else str(kunci))

    def rusak(self, pesan: str) -> AturanRusak:
        """Return (not raise) the refusal that names this place."""
        return AturanRusak(f"{self.berkas}: {self.jalan or '(akar)'}: {pesan}")


Pembaca = Callable[[object, Tempat], Any]


def teks(nilai: object, di: Tempat) -> str:
    """Read non-empty text."""
    if not isinstance(nilai, str) or not nilai.strip():
        raise di.rusak("harus teks yang berisi; beri tanda kutip bila tertulis seperti angka atau tanggal")
    return nilai.strip()


def angka(nilai: object, di: Tempat) -> Decimal:
    """Read an exact number; bool, exponent, thousands mark and float are refused."""
    if isinstance(nilai, bool) or not isinstance(nilai, int | Decimal | str):
        raise di.rusak(f"harus angka, tertulis {nilai!r}")
    if isinstance(nilai, str) and not _ANGKA.match(nilai):
        raise di.rusak(
            f"'{nilai}' bukan angka; tulis misalnya 12.5 (titik desimal, tanpa pemisah ribuan atau pangkat)"
        )
    return Decimal(nilai)


def bulat(nilai: object, di: Tempat) -> int:
    """Read a whole number."""
    if isinstance(nilai, bool) or not isinstance(nilai, int):
        raise di.rusak(f"harus bilangan bulat, tertulis {nilai!r}")
    return nilai


def ya_tidak(nilai: object, di: Tempat) -> bool:
    """Read true or false."""
    if not isinstance(nilai, bool):
        raise di.rusak(f"harus true atau false, tertulis {nilai!r}")
    return nilai


def tanggal(nilai: object, di: Tempat) -> date:
    """Read an ISO date."""
    if not isinstance(nilai, date):
        raise di.rusak(f"harus tanggal TTTT-BB-HH, tertulis {nilai!r}")
    return nilai


def boleh_kosong(isi: Pembaca) -> Pembaca:
    """Allow null, which means a bound or attribute that deliberately does not exist."""

    def baca(nilai: object, di: Tempat) -> Any:
        return None if nilai is None else isi(nilai, di)

    return baca


def salah_satu(*pilihan: str) -> Pembaca:
    """Read one word of a fixed set."""

    def baca(nilai: object, di: Tempat) -> str:
        if nilai not in pilihan:
            raise di.rusak(f"'{nilai}' tidak dikenal; pilihannya: {', '.join(pilihan)}")
        return str(nilai)

    return baca


def daftar(isi: Pembaca, *, paling_sedikit: int = 1) -> Pembaca:
    """Read a list into a tuple."""

    def baca(nilai: object, di: Tempat) -> tuple[Any, ...]:
        if not isinstance(nilai, list):
            raise di.rusak("harus daftar (baris yang diawali tanda -)")
        if len(nilai) < paling_sedikit:
            raise di.rusak(f"daftar kosong; paling sedikit {paling_sedikit} butir")
        return tuple(isi(butir, di.turun(i)) for i, butir in enumerate(nilai))

    return baca


def peta(isi: Pembaca, *, kunci: Pembaca = teks) -> Pembaca:
    """Read a mapping with free keys, order kept, into a read-only mapping."""

    def baca(nilai: object, di: Tempat) -> Mapping[Any, Any]:
        if not isinstance(nilai, dict) or not nilai:
            raise di.rusak("harus pasangan kunci: nilai")
        return MappingProxyType({kunci(k, di.turun(k)): isi(v, di.turun(k)) for k, v in nilai.items()})

    return baca


def catatan(wajib: Mapping[str, Pembaca], pilihan: Mapping[str, Pembaca] | None = None) -> Pembaca:
    """Read a mapping with fixed keys: a key that is not known, or one that is missing, is an error."""
    tambahan = dict(pilihan or {})
    semua = {**wajib, **tambahan}

    def baca(nilai: object, di: Tempat) -> Mapping[str, Any]:
        if not isinstance(nilai, dict):
            raise di.rusak(f"harus pasangan kunci: nilai dengan kunci {', '.join(wajib)}")
        for kunci in nilai:
            if kunci not in semua:
                raise di.turun(kunci).rusak(
                    f"kunci '{kunci}' tidak dikenal; yang dikenal: {', '.join(semua)}"
                )
        for kunci in wajib:
            if kunci not in nilai:
                raise di.rusak(f"kunci '{kunci}' belum ada")
        return MappingProxyType({k: semua[k](v, di.turun(k)) for k, v in nilai.items()})

    return baca


def wajib_unik(butir: tuple[Mapping[str, Any], ...], kunci: str, di: Tempat) -> None:
    """Refuse two rows with the same code."""
    terlihat: set[object] = set()
    for i, baris in enumerate(butir):
        if baris[kunci] in terlihat:
            raise di.turun(i).rusak(f"{kunci} '{baris[kunci]}' sudah dipakai butir lain")
        terlihat.add(baris[kunci])
