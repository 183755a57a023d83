"""Acts on indicators and their cards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db import transaction

from opensakip.audit import services as audit
from opensakip.audit.services import Pelaku
from opensakip.organisasi.models import Instansi, Unit
from opensakip.perencanaan.data import DataKartu
from opensakip.perencanaan.models import Indikator, KartuIndikator, PeranIndikator


@transaction.atomic
def daftarkan_kartu(
    *, instansi: Instansi, kartu: Sequence[DataKartu], unit: Mapping[str, Unit], oleh: Pelaku
) -> dict[tuple[str, int], KartuIndikator]:
    """Register indicators with their set cards, in bulk. Returns the cards by (code, version).

    A code that is known already gets a further version of its card; its identity and roles stay.
    """
    pertama = {k.kode: k for k in reversed(kartu)}
    dikenal = {i.kode: i for i in Indikator.semua.filter(instansi=instansi, kode__in=list(pertama))}
    identitas = dikenal | {
        i.kode: i
        for i in Indikator.semua.bulk_create(
            [
                Indikator(instansi=instansi, kode=k.kode, pemilik=unit[k.unit])
                for k in reversed(pertama.values())
                if k.kode not in dikenal
            ],
            batch_size=400,
        )
    }
    baris = KartuIndikator.semua.bulk_create(
        [
            KartuIndikator(
                instansi=instansi,
                indikator=identitas[k.kode],
                keadaan="ditetapkan",
                **{kolom: getattr(k, kolom) for kolom in _KOLOM_KARTU},
            )
            for k in kartu
        ],
        batch_size=400,
    )
    PeranIndikator.semua.bulk_create(
        [
            PeranIndikator(instansi=instansi, indikator=identitas[k.kode], unit=unit[kode], urut=urut)
            for k in pertama.values()
            if k.kode not in dikenal
            for urut, kode in enumerate(k.penanggung_jawab, start=1)
        ]
    )
    audit.catat(
        "perencanaan.kartu.ditetapkan",
        instansi_uid=instansi.uid,
        objek_jenis="organisasi.Instansi",
        objek_uid=instansi.uid,
        objek_nama=instansi.nama,
        oleh=oleh,
        sesudah={"kartu": [f"{k.kode} v{k.versi}" for k in kartu]},
    )
    return {(k.kode, k.versi): b for k, b in zip(kartu, baris, strict=True)}


_KOLOM_KARTU = (
    "versi",
    "berlaku_mulai",
    "nama",
    "definisi",
    "rumus_teks",
    "sumber_data",
    "satuan",
    "jenis_nilai",
    "skala_min",
    "skala_maks",
    "skala_ordinal",
    "desimal",
    "arah",
    "rumus",
    "asumsi_arah",
    "batas_atas",
    "batas_bawah",
    "aturan_nol",
    "konsolidasi",
    "putus_deret",
    "alasan",
    "dasar",
)
