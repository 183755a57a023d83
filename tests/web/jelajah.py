"""Every address of the pages as a test asks for it: made from the route table, so no route is left out."""

from __future__ import annotations

from typing import Any

from tests.web.test_izin import ALAMAT, ISIAN

#: Reports are made by the printer and tested in ``test_laporan``; here they would only cost time.
BERKAS_LAPORAN = "laporan.<bentuk:format>"


def isi_pola(pola: str, slug: str, **lain: str) -> str:
    """A route with its parts filled in: of the agency ``slug``, year 2030 unless said otherwise."""
    for kunci, isi in (ISIAN | {"<slug:slug>": slug} | lain).items():
        pola = pola.replace(kunci, isi)
    return "/" + pola


def kode_laporan(instansi: Any) -> str:
    """Short code of the newest snapshot of a planted agency."""
    from opensakip.pelaporan.kode import kode_pendek
    from opensakip.pelaporan.models import Cuplikan

    return kode_pendek(Cuplikan.semua.filter(instansi=instansi).latest("nomor").sidik)


def semua_alamat(instansi: Any) -> list[str]:
    """Every address for an agency, files of reports left out."""
    kode = {"<str:kode>": kode_laporan(instansi)}
    return [isi_pola(p, instansi.slug, **kode) for p in ALAMAT if BERKAS_LAPORAN not in p]
