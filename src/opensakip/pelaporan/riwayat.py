"""The snapshots of a year for a visitor: their list, what changed between two, one by its code."""

from __future__ import annotations

from typing import Any

from opensakip.akun import penjaga
from opensakip.inti import cakupan as cakupan_mod
from opensakip.inti.errors import TidakAda
from opensakip.pelaporan.kode import awal_sidik, kode_pendek
from opensakip.pelaporan.models import Cuplikan
from opensakip.pelaporan.selectors import isi_cuplikan
from opensakip.pelaporan.selisih import Beda, bandingkan


def _setahun(pengguna: penjaga.Pengunjung, slug: str, tahun: int) -> dict[int, Cuplikan]:
    """Snapshots of a year by number, for a visitor who may read the whole agency.

    Raises:
        TidakAda: nothing there for this visitor, or only some units.
    """
    instansi, cakupan = penjaga.cakupan(pengguna, slug)
    if cakupan.unit is not None:
        raise TidakAda(
            "Riwayat laporan memuat seluruh unit; hanya pembaca seluruh instansi dapat membukanya."
        )
    with cakupan_mod.buka(cakupan):
        semua = Cuplikan.objects.filter(tahun=tahun, jenis="lkjip").order_by("nomor")
        hasil = {c.nomor: c for c in semua}
    if not hasil:
        raise TidakAda(f"{instansi.nama} belum mempunyai angka beku untuk tahun {tahun}.")
    return hasil


def _baris(c: Cuplikan) -> dict[str, Any]:
    return {
        "nomor": c.nomor,
        "per": c.per.isoformat(),
        "oleh": c.oleh,
        "alasan": c.alasan,
        "sidik": c.sidik,
        "kode": kode_pendek(c.sidik),
    }


def semua_cuplikan(
    pengguna: penjaga.Pengunjung, slug: str, tahun: int
) -> tuple[Cuplikan, list[dict[str, Any]]]:
    """The newest snapshot of a year, and a line for each one, newest first.

    Raises:
        TidakAda: nothing there for this visitor.
    """
    semua = _setahun(pengguna, slug, tahun)
    return semua[max(semua)], [_baris(c) for c in reversed(semua.values())]


def selisih_cuplikan(
    pengguna: penjaga.Pengunjung, slug: str, tahun: int, dari: str, ke: str
) -> tuple[dict[str, Any], dict[str, Any], tuple[Beda, ...], list[dict[str, Any]]]:
    """Two snapshots, what changed from the first to the second, and a line for each of the year.

    Empty numbers mean the newest two. A year with one snapshot only, asked without numbers, is compared
    with itself: nothing changed yet.

    Raises:
        TidakAda: a number names no snapshot.
    """
    semua = _setahun(pengguna, slug, tahun)
    if len(semua) == 1 and not dari and not ke:
        satu = _baris(next(iter(semua.values())))
        return satu, satu, (), [satu]
    baru = semua.get(_nomor(ke, max(semua)))
    lama = semua.get(_nomor(dari, baru.nomor - 1 if baru else 0))
    if lama is None or baru is None:
        ada = ", ".join(map(str, semua))
        raise TidakAda(f"Cuplikan yang dibandingkan tidak ada; nomor yang ada: {ada}.")
    beda = bandingkan(isi_cuplikan(lama), isi_cuplikan(baru))
    return _baris(lama), _baris(baru), beda, [_baris(c) for c in reversed(semua.values())]


def _nomor(teks: str, baku: int) -> int:
    if not teks:
        return baku
    return int(teks) if teks.isascii() and teks.isdigit() and len(teks) < 7 else 0


def menurut_kode(pengguna: penjaga.Pengunjung, kode: str) -> tuple[str, int, int]:
    """Agency, year and number of the snapshot with a short code.

    Raises:
        TidakAda: not a code, no such snapshot, or not for this visitor; all answered alike.
    """
    tidak_ada = TidakAda("Kode laporan itu tidak dikenal. Periksa kembali delapan hurufnya pada sampul.")
    awal = awal_sidik(kode)
    if awal is None:
        raise tidak_ada
    for c in Cuplikan.semua.filter(sidik__startswith=awal, jenis="lkjip").select_related("instansi"):
        try:
            _setahun(pengguna, c.instansi.slug, c.tahun)
        except TidakAda:
            continue
        return c.instansi.slug, c.tahun, c.nomor
    raise tidak_ada
