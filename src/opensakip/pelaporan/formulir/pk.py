"""One version of the performance agreement as a document of its own, ready to be signed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from opensakip.dokumen.model import Bagian, Dokumen, JenisBagian
from opensakip.pelaporan.blok.cuplik import Cuplik
from opensakip.pelaporan.blok.pk import judul_pk, naskah_pk, pk_dilampirkan
from opensakip.pelaporan.blok.sampul import pernyataan
from opensakip.pelaporan.kode import kode_pendek
from opensakip.pelaporan.tata_cetak import tata_cetak


def susun_pk(isi_cuplikan: Mapping[str, Any], nomor: int, *, sidik: str = "") -> Dokumen | None:
    """The form of version ``nomor``; None when the source attaches no such version with its rows."""
    c = Cuplik(isi_cuplikan, sidik)
    versi = next((p for p in pk_dilampirkan(c) if p["nomor"] == nomor), None)
    if versi is None:
        return None
    nama = str(c.isi["meta"]["instansi"]["nama"])
    judul = judul_pk(c, versi)
    return Dokumen(
        judul=f"{judul} {nama}",
        penulis=nama,
        kaki=f"{judul} {nama}{f' · kode {kode_pendek(sidik)}' if sidik else ''}",
        bagian=(Bagian(JenisBagian.ISI, tuple(naskah_pk(c, versi))),),
        pernyataan=pernyataan(c),
        kata_kunci=("Perjanjian Kinerja", str(c.tahun), *((f"sidik {sidik}",) if sidik else ())),
        sidik=sidik,
        tata=tata_cetak(isi_cuplikan),
    )
