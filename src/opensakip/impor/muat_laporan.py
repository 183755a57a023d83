"""What the report takes in besides figures: words, typed lines, notes on figures of the source."""

from __future__ import annotations

from opensakip.impor.beda import GANTI_UTUH
from opensakip.impor.pemuat import Pemuat
from opensakip.pelaporan import masukan
from opensakip.pelaporan.masukan import DataCatatan, DataIsian, DataNaskah


def muat_laporan(p: Pemuat, hanya: set[str] | frozenset[str] = frozenset(GANTI_UTUH)) -> None:
    """Inputs of the report of the year; ``hanya`` names the files that are (re)placed."""
    if "naskah" in hanya and p.k["naskah"]:
        _naskah(p)
    if "bagian" in hanya and p.k["bagian"]:
        _isian(p)
    if "catatan" in hanya and p.k["catatan"]:
        _catatan(p)


def _naskah(p: Pemuat) -> None:
    baris = p.k["naskah"]
    hasil = masukan.isi_naskah(
        instansi=p.instansi,
        unit=p.unit_pelapor,
        tahun=p.tahun,
        naskah=[DataNaskah(b["tempat"], b["teks"]) for b in baris],
        oleh=p.oleh,
    )
    for b, n in zip(baris, hasil, strict=True):
        p.catat("pelaporan.Naskah", n.pk, "isi", b, peran="naskah", tahun=p.tahun)


def _isian(p: Pemuat) -> None:
    baris = p.k["bagian"]
    hasil = masukan.isi_isian(
        instansi=p.instansi,
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
        oleh=p.oleh,
    )
    for b, n in zip(baris, hasil, strict=True):
        p.catat("pelaporan.IsianLaporan", n.pk, "teks", b, peran="isian", kolom="jumlah", tahun=p.tahun)


def _catatan(p: Pemuat) -> None:
    baris = p.k["catatan"]
    hasil = masukan.isi_catatan(
        instansi=p.instansi,
        unit=p.unit_pelapor,
        tahun=p.tahun,
        catatan=[DataCatatan(b["subjek"], b["kalimat"], b["tercetak"], b["seharusnya"]) for b in baris],
        oleh=p.oleh,
    )
    for b, n in zip(baris, hasil, strict=True):
        p.catat("pelaporan.CatatanAngka", n.pk, "kalimat", b, peran="catatan", kolom="tercetak", tahun=p.tahun)
