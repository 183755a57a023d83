"""The LKjIP as a document, from a frozen snapshot and nothing else.

The frame is a kind of report (`bentuk`). Chapters always stand, and a section whose blocks return nothing
drops out with its heading, so the same frame serves an agency with one indicator and no budget. Equal
snapshots give equal documents: no clock, no database, no randomness.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from opensakip.dokumen.model import (
    Bagian,
    BelumDiisi,
    Blok,
    Dokumen,
    Gambar,
    JenisBagian,
    Judul,
    Tabel,
    Tata,
)
from opensakip.dokumen.telusur import telusuri
from opensakip.pelaporan import bentuk as kumpulan_bentuk
from opensakip.pelaporan.bentuk import Bab
from opensakip.pelaporan.blok import sampul
from opensakip.pelaporan.blok.cuplik import Cuplik, ringkas
from opensakip.pelaporan.blok.daftar import BLOK
from opensakip.pelaporan.kalimat import Penutur
from opensakip.pelaporan.kode import kode_pendek

DAFTAR_ISI = "daftar_isi"


def susun_lkjip(isi: Mapping[str, Any], *, sidik: str = "", tata: Tata | None = None) -> Dokumen:
    """Build the report from a snapshot `cuplikan/1`.

    `sidik` is the hash of the frozen text, `tata` the paper, motif and emblem of the agency.
    """
    c = Cuplik(isi, sidik)
    instansi = isi["meta"]["instansi"]
    nama = str(instansi["nama"])
    bentuk = kumpulan_bentuk.ambil(str(instansi.get("bentuk_laporan") or ""))
    penutur = Penutur(f"{instansi.get('slug', nama)}|{c.tahun}")
    muka = {n: BLOK[n](c, penutur) for n in bentuk.depan if n != DAFTAR_ISI}
    batang = tuple(b for bab in bentuk.bab for b in _bab(bab, c, penutur))
    lampiran = tuple(b for n in bentuk.lampiran for b in BLOK[n](c, penutur))
    badan = (*(b for blok in muka.values() for b in blok), *batang, *lampiran)
    muka[DAFTAR_ISI] = sampul.daftar_isi(tabel=jumlah_blok(badan, Tabel), gambar=jumlah_blok(badan, Gambar))
    depan = tuple(b for n in bentuk.depan for b in muka[n])
    return Dokumen(
        judul=f"Laporan Kinerja {nama} Tahun {c.tahun}",
        penulis=nama,
        kaki=f"Laporan Kinerja {ringkas(nama, 70)} {c.tahun}",
        bagian=(
            sampul.sampul(c, bentuk.label, bentuk.judul),
            Bagian(JenisBagian.DEPAN, depan),
            Bagian(JenisBagian.ISI, batang),
            Bagian(JenisBagian.LAMPIRAN, lampiran),
        ),
        pernyataan=sampul.pernyataan(c),
        kata_kunci=("LKjIP", "SAKIP", str(c.tahun), *_penanda(sidik)),
        sidik=sidik,
        tata=tata or Tata(),
    )


def _penanda(sidik: str) -> tuple[str, ...]:
    """What ties a file to its frozen figures, for the properties that every format has."""
    return (f"kode {kode_pendek(sidik)}", f"sidik {sidik}") if sidik else ()


def _bab(bab: Bab, c: Cuplik, penutur: Penutur) -> tuple[Blok, ...]:
    blok: list[Blok] = []
    for s in bab.subbab:
        if isi_subbab := [b for n in s.blok for b in BLOK[n](c, penutur)]:
            blok += [Judul(2, s.judul), *isi_subbab]
    return (Judul(1, bab.judul), *(blok or [BelumDiisi(bab.petunjuk)]))


def jumlah_blok(blok: tuple[Blok, ...], jenis: type[Tabel] | type[Gambar]) -> int:
    """How many captioned tables or pictures there are, in blocks inside blocks too."""
    return sum(isinstance(b, jenis) and not (isinstance(b, Gambar) and b.hiasan) for b in telusuri(blok))
