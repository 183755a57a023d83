"""What a load did or would do, in short lines for people."""

from __future__ import annotations

from opensakip.impor.beda import Bagian, Beda
from opensakip.impor.kumpulan import Baris
from opensakip.impor.periksa import DataSet
from opensakip.organisasi.models import Instansi
from opensakip.pengukuran.models import Realisasi

_SEBUTAN = (
    ("unit", "unit"),
    ("indikator", "kartu indikator"),
    ("dokumen", "dokumen perencanaan"),
    ("versi", "versi dokumen"),
    ("butir", "butir rencana"),
    ("target", "target"),
    ("pagu", "pagu"),
    ("pk", "Perjanjian Kinerja"),
    ("pk_baris", "baris PK"),
    ("realisasi", "realisasi"),
    ("pembanding", "pembanding"),
    ("realisasi_anggaran", "realisasi anggaran"),
    ("instrumen", "nilai instrumen"),
    ("simpul", "simpul pohon kinerja"),
    ("naskah", "naskah"),
    ("catatan", "catatan"),
)
_JENIS = {
    "sumber": "sumber",
    "indikator": "kartu indikator",
    "dokumen": "dokumen",
    "versi": "dokumen",
    "pk": "PK",
    "realisasi_anggaran": "realisasi anggaran",
    "instrumen": "nilai instrumen",
    "efisiensi": "dasar efisiensi",
}


def baris_jumlah(data: DataSet) -> list[str]:
    """Counts of what a new agency brings."""
    return [f"{len(data.kumpulan[nama])} {sebutan}" for nama, sebutan in _SEBUTAN if data.kumpulan[nama]]


def baris_beda(instansi: Instansi, beda: Beda) -> list[str]:
    """One line per difference: measured values with old and new, the rest by name."""
    nilai = _nilai_kini(instansi, [b for b in (*beda.baru, *beda.ubah) if b.jenis == "realisasi"])
    return [_satu("baru", b, nilai) for b in beda.baru] + [_satu("ubah", b, nilai) for b in beda.ubah]


def _satu(tanda: str, b: Bagian, nilai: dict[tuple[str, int, str], str]) -> str:
    baris = b.baris[0]
    if b.jenis != "realisasi":
        return f"{tanda}: {_JENIS.get(b.jenis, b.jenis)} {b.nama}"
    sel = (baris["indikator"], baris["tahun"], baris["periode"])
    lama = nilai.get(sel)
    tujuan = _tulis(baris)
    periode = f" {baris['periode']}" if baris["periode"] else ""
    return f"{tanda}: realisasi {sel[0]} {sel[1]}{periode}: {f'{lama} → ' if lama else ''}{tujuan}"


def _tulis(baris: Baris) -> str:
    return f"{baris.mentah['nilai'] or '–'} ({baris['status']})"


def _nilai_kini(instansi: Instansi, bagian: list[Bagian]) -> dict[tuple[str, int, str], str]:
    """Current values of the cells, as they stand in the database, in one query."""
    kode = {b.baris[0]["indikator"] for b in bagian}
    huruf = {"tahun": "", "triwulan": "TW{}", "semester": "S{}", "bulan": "B{:02d}"}
    hasil = {}
    for r in Realisasi.semua.filter(instansi=instansi, terkini=True, indikator__kode__in=kode).select_related(
        "indikator", "periode"
    ):
        sel = (r.indikator.kode, r.tahun, huruf[r.periode.jenis].format(r.periode.ke))
        hasil[sel] = f"{r.nilai_teks or '–'} ({r.status_nilai})"
    return hasil
