"""What the report takes in besides figures: words, typed lines, notes on figures of the source.

These are inputs of the next snapshot, not set papers: a load may give them again.
"""

from __future__ import annotations

from collections.abc import Sequence

from opensakip.impor.kumpulan import Baris
from opensakip.impor.pemuat import Pemuat
from opensakip.pelaporan import services as pelaporan
from opensakip.pelaporan.services import DataCatatan, DataIsian


def muat_naskah(p: Pemuat, baris: Sequence[Baris]) -> None:
    """Words at their places; a known place is rewritten."""
    if not baris:
        return
    hasil = pelaporan.tulis_naskah(
        instansi=p.instansi,
        oleh=p.oleh,
        unit=p.unit_pelapor,
        tahun=p.tahun,
        naskah={b["tempat"]: b["teks"] for b in baris},
    )
    for b, n in zip(baris, hasil, strict=True):
        p.catat("pelaporan.Naskah", n.pk, "isi", b, peran="naskah", tahun=p.tahun)


def muat_bagian(p: Pemuat, baris: Sequence[Baris]) -> None:
    """Typed lines: staff counts, isu strategis."""
    if not baris:
        return
    hasil = pelaporan.tulis_isian(
        instansi=p.instansi,
        oleh=p.oleh,
        unit=p.unit_pelapor,
        tahun=p.tahun,
        isian=[
            DataIsian(
                jenis=b["jenis"],
                urut=b["urut"],
                teks=b["teks"],
                kelompok=b["kelompok"],
                jumlah=None if b["jumlah"] is None else int(b["jumlah"]),
            )
            for b in baris
        ],
    )
    for b, n in zip(baris, hasil, strict=True):
        p.catat("pelaporan.IsianLaporan", n.pk, "teks", b, peran="isian", kolom="jumlah", tahun=p.tahun)


def muat_catatan(p: Pemuat, baris: Sequence[Baris]) -> None:
    """Notes on figures that the source prints differently."""
    if not baris:
        return
    hasil = pelaporan.tulis_catatan(
        instansi=p.instansi,
        oleh=p.oleh,
        unit=p.unit_pelapor,
        tahun=p.tahun,
        catatan=[DataCatatan(b["subjek"], b["kalimat"], b["tercetak"], b["seharusnya"]) for b in baris],
    )
    for b, n in zip(baris, hasil, strict=True):
        p.catat(
            "pelaporan.CatatanAngka", n.pk, "kalimat", b, peran="catatan", kolom="tercetak", tahun=p.tahun
        )
