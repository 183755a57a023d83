"""Journal entries about one indicator, for a visitor whom the guard lets in."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from opensakip.akun import penjaga
from opensakip.audit.models import Jurnal
from opensakip.audit.selectors import menurut_tindakan

#: Acts on many indicators at once -> the list inside the entry that names them, as "CODE rest".
_BERSAMA = {"perencanaan.kartu.ditetapkan": "kartu", "pengukuran.realisasi.dicatat": "sel"}
_SENDIRI = "pengukuran.realisasi.dikoreksi"
_JANJI = "perjanjian.pk.ditetapkan"
_BEKU = "pelaporan.angka.dibekukan"


@dataclass(frozen=True, slots=True)
class Catatan:
    """One entry. ``tindakan`` is the code of the act, ``objek`` what it was done to, ``rinci`` the change."""

    tindakan: str
    waktu: datetime
    pelaku: str
    objek: str
    rinci: tuple[str, ...]
    alasan: str


def jurnal_indikator(
    pengguna: penjaga.Pengunjung, slug: str, kode: str, *, pk: Collection[str] = ()
) -> list[Catatan]:
    """Acts that name an indicator by its code, and those on the agreements ``pk`` (uid), newest first.

    The caller has made sure that this visitor may see the indicator itself.

    Raises:
        TidakAda: unknown agency or somebody else's.
    """
    instansi, _ = penjaga.cakupan(pengguna, slug)
    semua = menurut_tindakan(instansi.uid, [*_BERSAMA, _SENDIRI, _JANJI, _BEKU])
    hasil = []
    for j in semua:
        rinci = _rinci(j, kode, pk)
        if rinci is not None:
            objek = "" if j.tindakan in _BERSAMA else j.objek_nama
            hasil.append(Catatan(j.tindakan, j.waktu, j.pelaku_nama, objek, rinci, j.alasan))
    return hasil


def _rinci(j: Jurnal, kode: str, pk: Collection[str]) -> tuple[str, ...] | None:
    """What an entry says of the indicator; None when it is about something else."""
    if j.tindakan in _BERSAMA:
        daftar = (j.sesudah or {}).get(_BERSAMA[j.tindakan]) or []
        sisa = tuple(x.removeprefix(f"{kode} ") for x in daftar if x.startswith(f"{kode} "))
        return sisa or None
    if j.tindakan == _SENDIRI:
        if not j.objek_nama.startswith(f"{kode} "):
            return None
        lama, baru = ((x or {}).get("nilai") or "–" for x in (j.sebelum, j.sesudah))
        return (f"{lama} → {baru}",)
    if j.tindakan == _JANJI:
        return () if str(j.objek_uid) in pk else None
    return ()
