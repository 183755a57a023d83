"""Comparisons that look away from the year itself: end of the Renstra, next year, benchmarks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from opensakip.hitung.banding import (
    jarak_ke_akhir,
    perlu_naik_target,
    perlu_per_tahun,
    terhadap_akhir,
    terhadap_pembanding,
    terhadap_tahun_depan,
)
from opensakip.hitung.capaian import Arah, Kebijakan, Masukan
from opensakip.hitung.hasil import Hasil
from opensakip.pelaporan.angka import DaftarAngka
from opensakip.pelaporan.bahan import Bahan
from opensakip.perencanaan.models import KartuIndikator, Target
from opensakip.perjanjian.models import BarisPK


@dataclass(slots=True)
class Terukur:
    """One indicator while the snapshot is being put together."""

    baris: BarisPK
    kartu: KartuIndikator
    kode: str
    arah: Arah
    kebijakan: Kebijakan
    hasil: Hasil
    dibawa: bool
    isi: dict[str, Any]


def _target_rencana(bahan: Bahan, indikator_id: int, *, tahun: int | None, jenis: str) -> Target | None:
    """The newest set plan target of a kind; ``tahun`` None takes the last year there is."""
    cocok = [
        t
        for t in bahan.target.get(indikator_id, [])
        if t.jenis == jenis and (tahun is None or t.tahun == tahun)
    ]
    # The list runs from the oldest version to the newest; of equal years the newest version counts.
    return max(enumerate(cocok), key=lambda it: (it[1].tahun, it[0]))[1] if cocok else None


def ke_depan(bahan: Bahan, daftar: DaftarAngka, t: Terukur, kini: Masukan) -> None:
    """Compare against the end target of the Renstra and next year's target."""
    akhir = _target_rencana(bahan, t.baris.indikator_id, tahun=None, jenis="akhir")
    if akhir is not None:
        t.isi["tahun_akhir"] = akhir.tahun
        t.isi["target_akhir"] = _masukan_target(
            bahan, daftar, t, akhir, "target_akhir", "Target akhir Renstra"
        )
        t.isi["menuju_akhir"] = daftar.hasil(
            f"ind.{t.kode}.menuju_akhir",
            f"Kemajuan menuju target akhir {akhir.tahun}: {t.isi['nama']}",
            terhadap_akhir(kini, akhir.nilai, arah=t.arah, kebijakan=t.kebijakan),
            satuan="%",
            masukan=[
                ("Realisasi", t.isi["realisasi"]),
                (f"Target akhir {akhir.tahun}", t.isi["target_akhir"]),
            ],
        )
        _sisa_akhir(daftar, t, kini, akhir, bahan.tahun)
    depan = _target_rencana(bahan, t.baris.indikator_id, tahun=bahan.tahun + 1, jenis="target")
    if depan is not None:
        t.isi["target_depan"] = _masukan_target(
            bahan, daftar, t, depan, "target_depan", "Target tahun berikutnya"
        )
        t.isi["terhadap_depan"] = daftar.hasil(
            f"ind.{t.kode}.terhadap_depan",
            f"Terhadap target {depan.tahun}: {t.isi['nama']}",
            terhadap_tahun_depan(kini, depan.nilai, arah=t.arah, kebijakan=t.kebijakan),
            satuan="%",
            masukan=[("Realisasi", t.isi["realisasi"]), (f"Target {depan.tahun}", t.isi["target_depan"])],
        )
        usul = perlu_naik_target(kini, depan.nilai, arah=t.arah)
        t.isi["usul_naik"] = None if usul.nilai is None else usul.nilai == 1


def _sisa_akhir(daftar: DaftarAngka, t: Terukur, kini: Masukan, akhir: Target, tahun: int) -> None:
    """Points still to go to the end target, and per remaining year."""
    jarak = jarak_ke_akhir(kini, akhir.nilai)
    id = daftar.hasil(
        f"ind.{t.kode}.sisa_akhir",
        f"Jarak ke target akhir {akhir.tahun}: {t.isi['nama']}",
        jarak,
        satuan="poin",
        masukan=[(f"Target akhir {akhir.tahun}", t.isi["target_akhir"]), ("Realisasi", t.isi["realisasi"])],
    )
    if akhir.tahun > tahun:
        daftar.hasil(
            f"ind.{t.kode}.perlu_per_tahun",
            f"Rata-rata yang perlu ditambah per tahun sampai {akhir.tahun}: {t.isi['nama']}",
            perlu_per_tahun(jarak, akhir.tahun - tahun),
            satuan="poin",
            masukan=[("Jarak ke target akhir", id)],
        )


def _masukan_target(
    bahan: Bahan, daftar: DaftarAngka, t: Terukur, target: Target, akhiran: str, judul: str
) -> str:
    return daftar.masukan(
        f"ind.{t.kode}.{akhiran}",
        f"{judul} {target.tahun}: {t.isi['nama']}",
        target.nilai,
        satuan=t.isi["satuan"],
        desimal=t.kartu.desimal,
        asal=bahan.asal_dari("perencanaan.Target", target.pk, "nilai"),
        keterangan=f"menurut {target.versi.dokumen.judul}",
    )


def pembanding(
    bahan: Bahan,
    daftar: DaftarAngka,
    baris: BarisPK,
    kode: str,
    kartu: KartuIndikator,
    kini: Masukan,
    realisasi: str,
) -> list[dict[str, Any]]:
    """Return the benchmarks of an indicator; one that cannot be compared yet has no figure."""
    hasil = []
    for urut, p in enumerate(bahan.pembanding.get(baris.indikator_id, []), start=1):
        id = beda = None
        if p.keadaan == "ada":
            id = daftar.masukan(
                f"ind.{kode}.pembanding{urut}",
                f"{p.entitas} {p.tahun}: {baris.indikator_cetak}",
                p.nilai,
                satuan=baris.satuan_cetak,
                desimal=kartu.desimal,
                asal=bahan.asal_dari("pengukuran.Pembanding", p.pk, "nilai"),
                keterangan=p.keterangan,
            )
            beda = daftar.hasil(
                f"ind.{kode}.pembanding{urut}.selisih",
                f"Selisih dengan {p.entitas} {p.tahun}: {baris.indikator_cetak}",
                terhadap_pembanding(kini, p.nilai),
                satuan="poin",
                masukan=[("Realisasi", realisasi), ("Pembanding", id)],
            )
        hasil.append(
            {
                "entitas": p.entitas,
                "tahun": p.tahun,
                "tingkat": p.tingkat,
                "angka": id,
                "selisih": beda,
                "keadaan": p.keadaan,
                "keterangan": p.keterangan,
            }
        )
    return hasil
