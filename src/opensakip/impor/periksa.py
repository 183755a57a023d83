"""Checking a folder as a whole: every fault at once, most basic cause first, nothing written."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from opensakip.impor import (
    periksa_acuan,
    periksa_instrumen,
    periksa_isi,
    periksa_nilai,
    periksa_rencana,
    periksa_ukur,
)
from opensakip.impor.baca import FolderTerbaca, baca_folder
from opensakip.impor.errors import ImporDitolak, Kesalahan
from opensakip.impor.format import FORMAT
from opensakip.impor.ketik import ketik
from opensakip.impor.kumpulan import Kumpulan, Pencatat
from opensakip.impor.rencana import Rencana, susun_rencana


@dataclass(slots=True)
class DataSet:
    """A checked folder. ``kesalahan`` empty = it may be loaded."""

    kumpulan: Kumpulan
    rencana: Rencana
    kesalahan: tuple[Kesalahan, ...]
    peringatan: tuple[Kesalahan, ...]

    @property
    def sidik(self) -> str:
        """Hash of the content of all files, whatever their delimiter, encoding or order of columns."""
        isi = "\n".join(f"{n} {s}" for n, s in sorted(self.kumpulan.sidik_berkas.items()))
        return hashlib.sha256(isi.encode()).hexdigest()

    def wajib_sah(self) -> DataSet:
        """Return self.

        Raises:
            ImporDitolak: with every fault, when there is one.
        """
        if self.kesalahan:
            raise ImporDitolak(self.kesalahan)
        return self


def periksa_folder(folder: Path) -> DataSet:
    """Read and check a folder. Faults are in the answer; nothing is raised for bad data."""
    return periksa_terbaca(baca_folder(folder))


def periksa_terbaca(terbaca: FolderTerbaca) -> DataSet:
    """Check what was read."""
    kumpulan, salah_sel = ketik(terbaca)
    rencana = susun_rencana(kumpulan)
    c = Pencatat()
    c.kesalahan.extend(terbaca.kesalahan)
    c.kesalahan.extend(salah_sel)
    c.peringatan.extend(terbaca.peringatan)
    if kumpulan.berkas:
        _semua(kumpulan, rencana, c)
    return DataSet(kumpulan, rencana, tuple(_urut(c.kesalahan)), tuple(c.peringatan))


def _semua(k: Kumpulan, r: Rencana, c: Pencatat) -> None:
    """Every check, in no order that matters: faults are sorted by how basic they are."""
    periksa_isi.periksa_kelengkapan(k, c)
    periksa_acuan.periksa_kembar(k, c)
    periksa_acuan.periksa_acuan(k, c)
    periksa_acuan.periksa_pohon(k, c, r)
    periksa_rencana.periksa_versi(k, c, r)
    periksa_rencana.periksa_letak(k, c, r)
    periksa_rencana.periksa_tingkat(k, c, r)
    periksa_rencana.periksa_indikator_butir(k, c, r)
    periksa_rencana.periksa_pagu(k, c, r)
    periksa_isi.periksa_instansi(k, c)
    periksa_isi.periksa_indikator(k, c)
    periksa_ukur.periksa_pk(k, c)
    periksa_nilai.periksa_nilai(k, c, r)
    periksa_ukur.periksa_realisasi(k, c)
    periksa_ukur.periksa_lain(k, c)
    periksa_instrumen.periksa_instrumen(k, c)


def _urut(kesalahan: list[Kesalahan]) -> list[Kesalahan]:
    """Most basic cause first, then files in the order of the format, then lines."""
    nomor = {s.berkas: i for i, s in enumerate(FORMAT)}
    return sorted(kesalahan, key=lambda k: (k.tingkat, nomor.get(k.berkas, -1), k.baris or 0))
