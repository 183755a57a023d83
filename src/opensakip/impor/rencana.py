"""Planning rows laid out per version: a row without ``versi`` stands in every version of its document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from opensakip.impor.kumpulan import Baris, Kumpulan

KunciVersi = tuple[str, int]
K = TypeVar("K")


@dataclass(slots=True)
class VersiRencana:
    """What one version of one document holds, keyed as the files key it; the first of doubles wins."""

    versi: Baris
    butir: dict[str, Baris] = field(default_factory=dict)
    indikator: dict[tuple[str, int], Baris] = field(default_factory=dict)
    target: dict[tuple[str, int, int, str], Baris] = field(default_factory=dict)
    pagu: dict[tuple[str, int, str], Baris] = field(default_factory=dict)
    kembar: list[tuple[Baris, Baris]] = field(default_factory=list)


@dataclass(slots=True)
class Rencana:
    """All versions of all documents, and the rows that fit none of them."""

    versi: dict[KunciVersi, VersiRencana] = field(default_factory=dict)
    lepas: list[Baris] = field(default_factory=list)

    def milik(self, dokumen: str) -> Iterator[tuple[int, VersiRencana]]:
        """Versions of a document by number."""
        for (kode, nomor), isi in self.versi.items():
            if kode == dokumen:
                yield nomor, isi


def susun_rencana(k: Kumpulan) -> Rencana:
    """Lay the rows out. Rows whose key cells were refused are left aside silently."""
    r = Rencana()
    for b in sorted(_utuh(k, "versi", "dokumen", "nomor"), key=lambda b: (b["dokumen"], b["nomor"])):
        r.versi.setdefault((b["dokumen"], b["nomor"]), VersiRencana(b))
    for b in _utuh(k, "butir", "dokumen", "versi", "id"):
        for v in _sasaran(r, b):
            _taruh(v.butir, b["id"], b, v)
    for b in _utuh(k, "butir_indikator", "dokumen", "versi", "butir", "urut"):
        for v in _catat_lepas(r, b, [v for v in _sasaran(r, b) if b["butir"] in v.butir]):
            _taruh(v.indikator, (b["butir"], b["urut"]), b, v)
    for b in _utuh(k, "target", "dokumen", "versi", "butir", "urut", "tahun", "jenis"):
        for v in _catat_lepas(r, b, [v for v in _sasaran(r, b) if (b["butir"], b["urut"]) in v.indikator]):
            _taruh(v.target, (b["butir"], b["urut"], b["tahun"], b["jenis"]), b, v)
    for b in _utuh(k, "pagu", "dokumen", "versi", "butir", "tahun", "peran"):
        for v in _catat_lepas(r, b, [v for v in _sasaran(r, b) if b["butir"] in v.butir]):
            _taruh(v.pagu, (b["butir"], b["tahun"], b["peran"]), b, v)
    return r


def _utuh(k: Kumpulan, nama: str, *kolom: str) -> list[Baris]:
    return [b for b in k[nama] if b.utuh(*kolom)]


def _sasaran(r: Rencana, b: Baris) -> list[VersiRencana]:
    """Versions that a row speaks about."""
    if b["versi"] is None:
        return [isi for _, isi in r.milik(b["dokumen"])]
    satu = r.versi.get((b["dokumen"], b["versi"]))
    return [satu] if satu else []


def _catat_lepas(r: Rencana, b: Baris, tempat: list[VersiRencana]) -> list[VersiRencana]:
    """Note a row whose document and version exist but whose anchor row does not; return its places."""
    if not tempat and _sasaran(r, b):
        r.lepas.append(b)
    return tempat


def _taruh(peta: dict[K, Baris], kunci: K, b: Baris, v: VersiRencana) -> None:
    ada = peta.setdefault(kunci, b)
    if ada is not b:
        v.kembar.append((ada, b))
