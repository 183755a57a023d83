"""Regulations as dated, cited data: scales, weights, formula policies, level schemes, deadlines and forms.

A rule is looked up by id and by the day it has to hold; the answer carries its citations, its evidence tag
and the name of its version (``id@date``): in 2030 a score of 2023 is still computed by the rule of 2023.
"""

from datetime import date

from opensakip.hitung.capaian import Kebijakan
from opensakip.hitung.skala import Skala
from opensakip.peraturan.galat import AturanDimatikan, AturanRusak, AturanTidakAda
from opensakip.peraturan.jembatan import ke_kebijakan, ke_skala
from opensakip.peraturan.model import BELUM_TERVERIFIKASI, TAG, Aturan, Sumber
from opensakip.peraturan.muat import Riwayat, daftar_id, riwayat
from opensakip.peraturan.saklar import VARIABEL, dimatikan

__all__ = [
    "BELUM_TERVERIFIKASI",
    "TAG",
    "Aturan",
    "AturanDimatikan",
    "AturanRusak",
    "AturanTidakAda",
    "Riwayat",
    "Sumber",
    "boleh_dipakai",
    "daftar_id",
    "dimatikan",
    "kebijakan",
    "pada",
    "putus_deret",
    "riwayat",
    "semua",
    "skala",
]


def pada(id: str, tanggal: date) -> Aturan:
    """Return the version of a rule in force on the day.

    Raises AturanTidakAda (unknown id, before its first day, withdrawn), AturanDimatikan (switched off),
    AturanRusak (damaged file).
    """
    aturan = riwayat(id).pada(tanggal)
    if dimatikan(aturan):
        raise AturanDimatikan(
            f"Aturan '{aturan.aturan}' dimatikan lewat {VARIABEL} (bukti {aturan.tag}: {TAG[aturan.tag]})."
        )
    return aturan


def skala(id: str, tanggal: date) -> Skala:
    """Return a rule of kind ``skala`` as the scale that ``hitung.skala.golongkan`` takes."""
    return ke_skala(pada(id, tanggal))


def kebijakan(id: str, tanggal: date) -> Kebijakan:
    """Return a rule of kind ``kebijakan`` as the policy that ``hitung.capaian.capaian`` takes."""
    return ke_kebijakan(pada(id, tanggal))


def semua() -> tuple[Aturan, ...]:
    """Return every version of every rule, by id and date, switched off or not."""
    return tuple(versi for id in daftar_id() for versi in riwayat(id).versi)


def boleh_dipakai(id: str) -> bool:
    """Tell whether the newest version of a known rule is not switched off."""
    return not dimatikan(riwayat(id).versi[-1])


def putus_deret(id: str, tanggal_lalu: date, tanggal_ini: date) -> str:
    """Return why figures of the two days cannot be compared under this rule; empty when they can.

    A rule withdrawn between the two days breaks the series as well: its successor is another measure.
    """
    aturan = riwayat(id)
    sebab = [v.putus_deret for v in aturan.versi if tanggal_lalu < v.berlaku <= tanggal_ini and v.putus_deret]
    if aturan.dicabut_sejak is not None and tanggal_lalu < aturan.dicabut_sejak <= tanggal_ini:
        sebab.append(f"aturan dicabut oleh {aturan.dicabut_oleh}")
    return "; ".join(sebab)
