"""Efficiency tables: an achievement (CRO) beside an allocation and its use, for the indicator named above."""

from __future__ import annotations

from collections.abc import Iterator

from opensakip.dokumen.bacaan.model import Sel, Tabel
from opensakip.periksa.pengenal_angka import Bentuk, IsiSel, baca_sel
from opensakip.periksa.pengenal_kepala import Peran, susunan
from opensakip.periksa.pengenal_nama import polos


def baca_efisiensi(tabel: Tabel, bentuk: Bentuk) -> Iterator[tuple[str, Sel, IsiSel]]:
    """Achievements of an efficiency table with the sasaran of their row ("" where the table names none)."""
    tata = susunan(tabel)
    capaian = tata.cari(Peran.CAPAIAN)
    if tata.punya(Peran.INDIKATOR) or not tata.punya(Peran.UANG) or len(capaian) != 1:
        return
    sasaran = next(iter(tata.cari(Peran.SASARAN)), None)
    for i in range(tata.kepala, len(tabel.baris)):
        sel = tabel.sel(i, capaian[0])
        if sel is None:
            continue
        isi = baca_sel(sel.teks, bentuk)
        if isi.nilai is not None and isi.nilai.angka is not None:
            yield polos(tabel.teks(i, sasaran)) if sasaran is not None else "", sel, isi
