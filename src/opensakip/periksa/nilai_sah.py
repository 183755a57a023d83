"""What a document as a whole says about an indicator: the binding value per year, for checks that compare."""

from __future__ import annotations

from dataclasses import dataclass

from opensakip.periksa.banding_nilai import Kelas, kelas
from opensakip.periksa.fakta import Asal, Fakta, Indikator, Jenis, Kumpulan


@dataclass(frozen=True)
class Riwayat:
    """Values of one indicator by year, the binding one each; `semua` holds every printed class."""

    kunci: str
    nilai: dict[int, Fakta]
    semua: dict[int, tuple[Kelas, ...]]


def per_tahun(k: Kumpulan, kunci: str, jenis: Jenis) -> Riwayat:
    """The values of a kind by year. Values taken over from an earlier year count for the year they are of."""
    wadah: dict[int, list[Fakta]] = {}
    for f in k.pilih(jenis, indikator=kunci):
        if f.tahun and f.nilai is not None and f.tanda not in ("lemah", "rerata", "kumulatif"):
            if jenis is Jenis.CAPAIAN and not tahunan(k, f):
                continue
            wadah.setdefault(f.tahun, []).append(f)
    semua = {t: tuple(kelas(isi)) for t, isi in sorted(wadah.items())}
    return Riwayat(kunci, {t: _wakil(c[0]) for t, c in semua.items() if c}, semua)


def _wakil(c: Kelas) -> Fakta:
    """The fact to show for a class: from a table if there is one, the most precise."""
    return max(c.fakta, key=lambda f: (f.asal is not Asal.PROSA, f.nilai.desimal or 0 if f.nilai else 0))


def tahunan(k: Kumpulan, f: Fakta) -> bool:
    """An achievement against the target of the year, not against a later one."""
    if f.arah == "akhir":
        return False
    teman = {x.jenis for x in k.sekelompok(f)}
    return f.asal is not Asal.PROSA or Jenis.TARGET in teman or Jenis.TARGET_AKHIR not in teman


def indikator_berlaku(k: Kumpulan) -> list[Indikator]:
    """Indicators the report answers for: of the changed agreement, or of all where there is none."""
    versi = {v for i in k.indikator for v in i.versi}
    bertarget = {f.indikator for f in k.pilih(Jenis.TARGET)}
    calon = [i for i in k.indikator if i.kunci in bertarget]
    if "perubahan" in versi and any("murni" in i.versi for i in calon):
        return [i for i in calon if "murni" not in i.versi or "perubahan" in i.versi]
    return calon
