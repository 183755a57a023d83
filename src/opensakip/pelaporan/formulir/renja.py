"""The Renja of a regional agency as a document of its own: the same table as in the report."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from opensakip.dokumen.model import Bagian, Dokumen, JenisBagian, JudulNaskah, Kop, Lanskap
from opensakip.pelaporan.blok.cuplik import Cuplik
from opensakip.pelaporan.blok.renja import tabel_renja
from opensakip.pelaporan.blok.sampul import pernyataan
from opensakip.pelaporan.kode import kode_pendek
from opensakip.pelaporan.tata_cetak import tata_cetak


def susun_renja(isi_cuplikan: Mapping[str, Any], *, sidik: str = "") -> Dokumen:
    """The plan with all its columns."""
    c = Cuplik(isi_cuplikan, sidik)
    nama = str(c.isi["meta"]["instansi"]["nama"])
    judul = f"Rencana Kerja {nama} Tahun {c.tahun}"
    return Dokumen(
        judul=judul,
        penulis=nama,
        kaki=f"{judul}{f' · kode {kode_pendek(sidik)}' if sidik else ''}",
        bagian=(
            Bagian(
                JenisBagian.ISI,
                (
                    Lanskap(
                        (Kop((nama,)), JudulNaskah(("RENCANA KERJA", f"TAHUN {c.tahun}")), tabel_renja(c))
                    ),
                ),
            ),
        ),
        pernyataan=pernyataan(c),
        kata_kunci=("Renja", str(c.tahun), *((f"sidik {sidik}",) if sidik else ())),
        sidik=sidik,
        tata=tata_cetak(isi_cuplikan),
    )
