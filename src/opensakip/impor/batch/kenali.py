"""Which kind of document this is, and what it says: every recogniser looks, the one that finds most wins."""

from __future__ import annotations

from collections.abc import Callable

from opensakip.dokumen.bacaan.model import Bacaan
from opensakip.impor.batch.bentuk import NAMA_JENIS, Hasil
from opensakip.impor.batch.dari_daftar import kenali_kode, kenali_lke, kenali_skm
from opensakip.impor.batch.dari_fakta import kenali_capaian, kenali_pk
from opensakip.impor.batch.dari_pohon import hasil_pohon
from opensakip.impor.errors import TidakDikenali
from opensakip.periksa.pohon.lajur import kenali_dpa
from opensakip.periksa.pohon.renja import kenali_renja
from opensakip.periksa.pohon.rka import kenali_rka

Pengenal = Callable[[Bacaan], list[Hasil]]


def _renja(b: Bacaan) -> list[Hasil]:
    return [hasil_pohon(b, p) for p in kenali_renja(b)]


def _rka(b: Bacaan) -> list[Hasil]:
    return [hasil_pohon(b, p) for p in kenali_rka(b)]


def _dpa(b: Bacaan) -> list[Hasil]:
    return [hasil_pohon(b, p) for p in kenali_dpa(b)]


PENGENAL: dict[str, Pengenal] = {
    "renja": _renja,
    "rka": _rka,
    "dpa": _dpa,
    "pk": kenali_pk,
    "capaian": kenali_capaian,
    "lke": kenali_lke,
    "skm": kenali_skm,
    "kode": kenali_kode,
}
_URUTAN = (("dpa",), ("renja", "rka"), ("lke", "skm"), ("kode",), ("pk", "capaian"))
"""Who looks first: a budget table is the document; agreements and values stand in reports of every kind."""
_LEMBAR = frozenset({"xlsx", "xls", "ods", "csv"})


def kenali(bacaan: Bacaan, sebagai: str = "") -> Hasil:
    """The recognised content: of the named kind, else of the kind with most rows.

    Raises:
        TidakDikenali: nothing in the document has the shape of the kind (or of any kind).
    """
    if sebagai and sebagai not in PENGENAL:
        raise TidakDikenali(f"{NAMA_JENIS[sebagai]} belum dapat dikenali pada versi ini.")
    calon: list[Hasil] = []
    for jenis in ((sebagai,),) if sebagai else _URUTAN:
        if jenis == ("kode",) and bacaan.jenis not in _LEMBAR:
            continue  # a report may carry a small list of codes; that does not make it a code table
        calon = calon or [h for j in jenis for h in PENGENAL[j](bacaan) if h.baris]
    if not calon:
        sebut = f"tabel {NAMA_JENIS[sebagai]}" if sebagai else "tabel yang dapat dimuat"
        raise TidakDikenali(
            f"{bacaan.berkas}: tidak ditemukan {sebut}. Periksa berkasnya, atau pilih jenis lain: "
            f"{', '.join(PENGENAL)}."
        )
    return max(calon, key=lambda h: len(h.baris))
