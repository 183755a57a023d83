"""Which kind of document this is, and what it says: every recogniser looks, the one that finds most wins."""

from __future__ import annotations

from collections.abc import Callable

from opensakip.dokumen.bacaan.model import Bacaan
from opensakip.impor.batch.bentuk import NAMA_JENIS, Hasil
from opensakip.impor.batch.dari_fakta import kenali_capaian, kenali_pk
from opensakip.impor.batch.dari_pohon import hasil_pohon
from opensakip.impor.errors import TidakDikenali
from opensakip.periksa.pohon.renja import kenali_renja
from opensakip.periksa.pohon.rka import kenali_rka

Pengenal = Callable[[Bacaan], list[Hasil]]


def _renja(b: Bacaan) -> list[Hasil]:
    return [hasil_pohon(b, p) for p in kenali_renja(b)]


def _rka(b: Bacaan) -> list[Hasil]:
    return [hasil_pohon(b, p) for p in kenali_rka(b)]


PENGENAL: dict[str, Pengenal] = {
    "renja": _renja,
    "rka": _rka,
    "pk": kenali_pk,
    "capaian": kenali_capaian,
}
UTAMA = ("renja", "rka")
"""Kinds that are the document; a report carries agreements and values beside them, taken when named."""


def kenali(bacaan: Bacaan, sebagai: str = "") -> Hasil:
    """The recognised content: of the named kind, else of the kind with most rows.

    Raises:
        TidakDikenali: nothing in the document has the shape of the kind (or of any kind).
    """
    lain = [j for j in PENGENAL if j not in UTAMA]
    calon: list[Hasil] = []
    for jenis in ([sebagai],) if sebagai else (UTAMA, lain):
        calon = calon or [h for j in jenis for h in PENGENAL[j](bacaan) if h.baris]
    if not calon:
        sebut = f"tabel {NAMA_JENIS[sebagai]}" if sebagai else "tabel yang dapat dimuat"
        raise TidakDikenali(
            f"{bacaan.berkas}: tidak ditemukan {sebut}. Periksa berkasnya, atau pilih jenis lain: "
            f"{', '.join(PENGENAL)}."
        )
    return max(calon, key=lambda h: len(h.baris))
