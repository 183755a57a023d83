"""A made-up agency of the size of a province, as CSV: 40 units, 480 indicators, five years of targets.

200 of the indicators are agreed for the year, so that the lists of the year have 200 rows.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

TAHUN = 2025
LIMA = range(2025, 2030)
SUMBER = "laporan-tolok:1"


@dataclass(frozen=True)
class Ukuran:
    """How large one agency is."""

    unit: int = 40
    per_unit: int = 12
    disepakati: int = 5

    @property
    def indikator(self) -> int:
        """Indicators with a card and five yearly targets."""
        return self.unit * self.per_unit


PENUH = Ukuran()
KECIL = Ukuran(unit=4, per_unit=3, disepakati=2)


def _tulis(folder: Path, nama: str, kepala: str, baris: Iterable[Sequence[object]]) -> None:
    with (folder / f"{nama}.csv").open("w", encoding="utf-8", newline="") as berkas:
        csv.writer(berkas).writerows([kepala.split(","), *baris])


def _ind(u: int, i: int) -> str:
    return f"IK-{u:02d}-{i:02d}"


def tulis_instansi(folder: Path, nomor: int, ukuran: Ukuran = PENUH) -> str:
    """Write the data set of agency ``nomor`` and return its slug."""
    folder.mkdir(parents=True)
    slug, units = f"tolok-{nomor}", range(1, ukuran.unit + 1)
    _tulis(
        folder,
        "instansi",
        "slug,nama,singkatan,rumpun,zona,tempat,tahun,unit_pelapor,skala_peringkat,contoh,pernyataan,dibekukan_pada",
        [(slug, f"Dinas Tolok {nomor}", f"DT {nomor}", "kabkota", "Asia/Jakarta", "Kota Tolok", TAHUN, "U00",
          "permendagri-86-2017/skala-peringkat", "ya", "CONTOH rekaan untuk mengukur",
          "2026-02-16T09:00:00+07:00")],
    )  # fmt: skip
    _tulis(folder, "sumber", "kode,judul,tanggal", [("laporan-tolok", "Laporan tolok", "2026-02-10")])
    _tulis(
        folder,
        "unit",
        "kode,nama,jenis,induk,pimpinan,sumber",
        [("U00", f"Dinas Tolok {nomor}", "dinas", "", "Kepala Dinas", SUMBER)]
        + [
            (f"U{u:02d}", f"Bidang Urusan {u}", "bidang", "U00", f"Kepala Bidang Urusan {u}", SUMBER)
            for u in units
        ],
    )
    semua = [(u, i) for u in units for i in range(1, ukuran.per_unit + 1)]
    _indikator(folder, semua)
    _rencana(folder, semua, units)
    _pk_dan_ukur(folder, [(u, i) for u, i in semua if i <= ukuran.disepakati])
    return slug


def _nama(u: int, i: int) -> str:
    return f"Persentase layanan urusan {u} jenis {i} yang selesai tepat waktu"


def _indikator(folder: Path, semua: Sequence[tuple[int, int]]) -> None:
    arah = {True: ("turun", "min_2t"), False: ("naik", "maks")}
    _tulis(
        folder,
        "indikator",
        "kode,nama,satuan,unit,penanggung_jawab,jenis_nilai,arah,rumus,desimal,konsolidasi,versi,"
        "berlaku_mulai,putus_deret,definisi,asumsi_arah,sumber",
        [
            (_ind(u, i), _nama(u, i), "Persen", "U00", f"U{u:02d}", "angka",
             *arah[i % 6 == 0], 2, "akhir", 1, "2021-01-01", "tidak",
             f"Layanan urusan {u} jenis {i} yang selesai pada waktunya dibagi semuanya", "tidak", SUMBER)
            for u, i in semua
        ],
    )  # fmt: skip


def _rencana(folder: Path, semua: Sequence[tuple[int, int]], units: range) -> None:
    _tulis(
        folder,
        "dokumen",
        "kode,jenis,judul,unit,tahun_awal,tahun_akhir,skema,sumber",
        [
            (
                "renstra",
                "renstra",
                "Rencana Strategis 2025-2029",
                "U00",
                2025,
                2029,
                "daerah-90-2019",
                SUMBER,
            ),
            ("renja", "renja", "Rencana Kerja 2025", "U00", TAHUN, TAHUN, "daerah-90-2019", SUMBER),
        ],
    )
    _tulis(
        folder,
        "versi",
        "dokumen,nomor,tahap,judul,berlaku_mulai,sumber",
        [(d, 1, "murni", f"{d} murni", "2025-01-02", SUMBER) for d in ("renstra", "renja")],
    )
    butir: list[Sequence[object]] = [("renstra", "T", "", "tujuan", "T", "Layanan makin baik", "U00", SUMBER)]
    pagu: list[Sequence[object]] = []
    for u in units:
        teks = f"Meningkatnya mutu layanan urusan {u}"
        butir.append(("renstra", f"S{u}", "T", "sasaran", f"S{u}", teks, "U00", SUMBER))
        milik, program = f"U{u:02d}", f"1.{u:02d}.01"
        butir.append(("renja", f"P{u}", "", "program", program, f"Program Urusan {u}", milik, SUMBER))
        for k in (1, 2):
            kode = f"{program}.2.{k:02d}"
            nama = f"Kegiatan {k} urusan {u}"
            butir.append(("renja", f"K{u}-{k}", f"P{u}", "kegiatan", kode, nama, milik, SUMBER))
            for s in (1, 2):
                id_ = f"SK{u}-{k}-{s}"
                sub = f"{kode}.{s:04d}"
                butir.append(
                    ("renja", id_, f"K{u}-{k}", "sub_kegiatan", sub, f"Sub {s} dari {nama}", milik, SUMBER)
                )
                pagu.append(("renja", 1, id_, TAHUN, "daun", (u * 7 + k * 3 + s) * 1_000_000, SUMBER))
    _tulis(folder, "butir", "dokumen,id,induk,tingkat,kode,teks,unit,sumber", butir)
    _tulis(folder, "pagu", "dokumen,versi,butir,tahun,peran,nilai,sumber", pagu)
    _tulis(
        folder,
        "butir_indikator",
        "dokumen,versi,butir,urut,indikator,nama_cetak,satuan_cetak,sumber",
        [("renstra", 1, f"S{u}", i, _ind(u, i), _nama(u, i), "Persen", SUMBER) for u, i in semua],
    )
    _tulis(
        folder,
        "target",
        "dokumen,versi,butir,urut,tahun,jenis,nilai,sumber",
        [
            ("renstra", 1, f"S{u}", i, t, "target", _target(u, i) + t - TAHUN, SUMBER)
            for u, i in semua
            for t in LIMA
        ],
    )


def _target(u: int, i: int) -> int:
    return 60 + (u * 3 + i * 5) % 30


def _pk_dan_ukur(folder: Path, disepakati: Sequence[tuple[int, int]]) -> None:
    _tulis(
        folder,
        "pk",
        "kode,unit,tahun,nomor,tahap,tanggal,tanggal_teliti,dilampirkan,pihak_pertama,pihak_kedua,sumber",
        [("pk", "U00", TAHUN, 1, "murni", "2025-01-15", "hari", "ya", "Kepala Dinas", "Wali Kota", SUMBER)],
    )
    _tulis(
        folder,
        "pk_baris",
        "pk,urut,sasaran_kode,sasaran,indikator,indikator_cetak,satuan,target,sumber",
        [
            ("pk", n, f"S{u}", f"Meningkatnya mutu layanan urusan {u}", _ind(u, i), _nama(u, i), "Persen",
             _target(u, i), SUMBER)
            for n, (u, i) in enumerate(disepakati, start=1)
        ],
    )  # fmt: skip
    _tulis(
        folder,
        "realisasi",
        "indikator,tahun,nilai,status,sumber",
        [
            (_ind(u, i), t, f"{_target(u, i) + (u * i + t) % 9 - 4},{(u + i) % 10}", "final", SUMBER)
            for u, i in disepakati
            for t in range(TAHUN - 4, TAHUN + 1)
        ],
    )
