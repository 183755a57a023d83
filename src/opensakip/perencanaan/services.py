"""Acts on planning documents. A version is filled as a draft and set last."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date

from django.db import transaction

from opensakip import peraturan
from opensakip.audit import services as audit
from opensakip.audit.services import Pelaku
from opensakip.inti import jam
from opensakip.organisasi.models import Instansi, Unit
from opensakip.perencanaan import rules
from opensakip.perencanaan.data import DataDokumen, DataVersi, IsiVersi
from opensakip.perencanaan.errors import SusunanButirSalah
from opensakip.perencanaan.models import (
    Butir,
    ButirIndikator,
    Dokumen,
    Indikator,
    KartuIndikator,
    Simpul,
    Sisi,
    Target,
    Unsur,
    VersiDokumen,
)


@transaction.atomic
def daftarkan_dokumen(
    *, instansi: Instansi, data: DataDokumen, unit: Mapping[str, Unit], oleh: Pelaku
) -> Dokumen:
    """Register a planning document, still without any version."""
    dokumen = Dokumen.semua.create(
        instansi=instansi,
        unit=unit[data.unit],
        kode=data.kode,
        jenis=data.jenis,
        judul=data.judul,
        tahun_awal=data.tahun_awal,
        tahun_akhir=data.tahun_akhir,
        skema=data.skema,
    )
    _catat("perencanaan.dokumen.didaftarkan", instansi, dokumen, oleh)
    return dokumen


@transaction.atomic
def buka_versi(*, dokumen: Dokumen, data: DataVersi, oleh: Pelaku) -> VersiDokumen:
    """Open a draft version. From the second on it names the one it replaces and a reason.

    Raises:
        SusunanButirSalah: number or reason do not fit what is there.
    """
    terakhir = VersiDokumen.semua.filter(dokumen=dokumen).order_by("-nomor").first()
    harus = 1 if terakhir is None else terakhir.nomor + 1
    if data.nomor != harus:
        raise SusunanButirSalah(f"{dokumen.judul}: nomor versi berikutnya {harus}, bukan {data.nomor}.")
    if terakhir is not None and not data.alasan:
        raise SusunanButirSalah(f"{dokumen.judul} versi {data.nomor}: isi alasan perubahan.")
    return VersiDokumen.semua.create(
        instansi_id=dokumen.instansi_id,
        dokumen=dokumen,
        nomor=data.nomor,
        tahap=data.tahap,
        judul=data.judul,
        berlaku_mulai=data.berlaku_mulai,
        menggantikan=terakhir,
        alasan_kode=data.alasan_kode,
        alasan=data.alasan,
        pengali_cetak=data.pengali_cetak,
        pengali_uang=data.pengali_uang,
        satuan_cetak=data.satuan_cetak,
        catatan=data.catatan,
    )


@transaction.atomic
def isi_versi(
    *, versi: VersiDokumen, isi: IsiVersi, unit: Mapping[str, Unit]
) -> tuple[dict[str, Butir], dict[tuple[str, int, int, str], Target]]:
    """Fill a draft with rows, indicators, targets and, for a pohon, nodes and edges.

    Returns the rows by identifier, and the targets by (row, order of indicator, year, kind), so that
    the caller can attach amounts and origins.

    Raises:
        VersiSudahDitetapkan: the version is set.
        SusunanButirSalah: the rows do not form a tree of the scheme.
    """
    rules.wajib_draf(versi)
    skema = peraturan.pada(f"skema/{versi.dokumen.skema}", versi.berlaku_mulai or jam.hari_ini())
    tingkat = skema.nilai["tingkat"]
    rules.wajib_tingkat_sah(isi.butir, {k: v["induk"] for k, v in tingkat.items()}, versi.dokumen.skema)
    kelompok = {k: v["kelompok"] for k, v in tingkat.items()}
    butir = _tulis_butir(versi, isi, unit, kelompok)
    target = _tulis_indikator(versi, isi, butir, unit)
    _tulis_pohon(versi, isi, unit)
    return butir, target


@transaction.atomic
def tetapkan_versi(*, versi: VersiDokumen, oleh: Pelaku) -> VersiDokumen:
    """Set a version: from now on it does not change.

    Raises:
        VersiSudahDitetapkan: it is set already.
    """
    rules.wajib_draf(versi)
    isi = Butir.semua.filter(versi=versi).order_by("jalur").values_list("jalur", "sidik")
    versi.sidik = _sidik(*(f"{j}{s}" for j, s in isi))
    versi.keadaan = "ditetapkan"
    versi.ditetapkan_pada = jam.kini()
    versi.save(update_fields=["sidik", "keadaan", "ditetapkan_pada"])
    _catat("perencanaan.versi.ditetapkan", versi.dokumen.instansi, versi.dokumen, oleh, versi=versi.nomor)
    return versi


def _tulis_butir(
    versi: VersiDokumen, isi: IsiVersi, unit: Mapping[str, Unit], kelompok: Mapping[str, str]
) -> dict[str, Butir]:
    jalur = rules.jalur_butir(isi.butir)
    unsur = _unsur(versi, isi, kelompok)
    lalu = {}
    if versi.menggantikan_id:
        lalu = {b.pengenal: b for b in Butir.semua.filter(versi=versi.menggantikan_id)}
    baris = [
        Butir(
            instansi_id=versi.instansi_id,
            versi=versi,
            unsur=unsur[b.unsur or b.pengenal],
            asal=lalu.get(b.pengenal),
            pengenal=b.pengenal,
            tingkat=b.tingkat,
            jalur=jalur[b.pengenal],
            urut=urut,
            kode=b.kode,
            teks=b.teks,
            unit=unit[b.unit] if b.unit else None,
            keadaan=b.keadaan,
            catatan=b.catatan,
            sidik=_sidik(b.tingkat, b.kode, b.teks, b.unit),
        )
        for urut, b in enumerate(isi.butir, start=1)
    ]
    Butir.semua.bulk_create(baris, batch_size=400)
    menurut = {b.pengenal: b for b in baris}
    beranak = [menurut[b.pengenal] for b in isi.butir if b.induk]
    for b, data in ((menurut[d.pengenal], d) for d in isi.butir if d.induk):
        b.induk = menurut[data.induk]
    Butir.semua.bulk_update(beranak, ["induk"], batch_size=400)
    return menurut


def _unsur(versi: VersiDokumen, isi: IsiVersi, kelompok: Mapping[str, str]) -> dict[str, Unsur]:
    """Find the identities of the rows, making those that are new."""
    data = {b.unsur or b.pengenal: b for b in reversed(isi.butir)}
    ada = {u.kunci: u for u in Unsur.semua.filter(instansi_id=versi.instansi_id, kunci__in=list(data))}
    baru = [
        Unsur(
            instansi_id=versi.instansi_id,
            kelompok=kelompok[b.tingkat],
            kunci=kunci,
            kode=b.kode,
            nama_awal=b.teks,
        )
        for kunci, b in data.items()
        if kunci not in ada
    ]
    return ada | {u.kunci: u for u in Unsur.semua.bulk_create(baru, batch_size=400)}


def _tulis_indikator(
    versi: VersiDokumen, isi: IsiVersi, butir: Mapping[str, Butir], unit: Mapping[str, Unit]
) -> dict[tuple[str, int, int, str], Target]:
    kartu = _kartu(versi, isi, butir)
    baris = [
        ButirIndikator(
            instansi_id=versi.instansi_id,
            versi=versi,
            butir=butir[i.butir],
            indikator=kartu[_kode_indikator(i.indikator, i.butir, i.urut)].indikator,
            kartu=kartu[_kode_indikator(i.indikator, i.butir, i.urut)],
            urut=i.urut,
            nama_cetak=i.nama_cetak,
            satuan_cetak=i.satuan_cetak,
        )
        for i in isi.indikator
    ]
    ButirIndikator.semua.bulk_create(baris, batch_size=400)
    menurut = {(i.butir, i.urut): b for i, b in zip(isi.indikator, baris, strict=True)}
    target: dict[tuple[str, int, int, str], Target] = {}
    for t in isi.target:
        bi = menurut.get((t.butir, t.urut))
        if bi is None:
            raise SusunanButirSalah(
                f"Target butir “{t.butir}”: indikator ke-{t.urut} tidak ada pada versi ini."
            )
        baru = Target(
            instansi_id=versi.instansi_id,
            versi=versi,
            baris=bi,
            indikator_id=bi.indikator_id,
            tahun=t.tahun,
            jenis=t.jenis,
        )
        baru.nilai = t.nilai
        target[(t.butir, t.urut, t.tahun, t.jenis)] = baru
    Target.semua.bulk_create(target.values(), batch_size=400)
    return target


def _kode_indikator(kode: str, butir: str, urut: int) -> str:
    """Code of an indicator; one known only by its row gets a code of the row, the same in each version."""
    return kode or f"~{butir}.{urut}"


def _kartu(versi: VersiDokumen, isi: IsiVersi, butir: Mapping[str, Butir]) -> dict[str, KartuIndikator]:
    """Find the card in force for each indicator; rows without one get a brief card."""
    dicari = {_kode_indikator(i.indikator, i.butir, i.urut): i for i in isi.indikator}
    ada: dict[str, KartuIndikator] = {}
    for k in (
        KartuIndikator.semua.filter(instansi_id=versi.instansi_id, indikator__kode__in=list(dicari))
        .select_related("indikator")
        .order_by("indikator_id", "versi")
    ):
        kode = k.indikator.kode
        if kode not in ada or (versi.berlaku_mulai and k.berlaku_mulai <= versi.berlaku_mulai):
            ada[kode] = k
    tak_dikenal = [i.indikator for kode, i in dicari.items() if i.indikator and kode not in ada]
    if tak_dikenal:
        raise SusunanButirSalah(f"Indikator “{tak_dikenal[0]}” tidak ada di indikator.csv.")
    baru = {kode: i for kode, i in dicari.items() if kode not in ada}
    pemilik = versi.dokumen.unit_id
    identitas = Indikator.semua.bulk_create(
        [
            Indikator(instansi_id=versi.instansi_id, kode=kode, pemilik_id=butir[i.butir].unit_id or pemilik)
            for kode, i in baru.items()
        ],
        batch_size=400,
    )
    kartu = KartuIndikator.semua.bulk_create(
        [
            KartuIndikator(
                instansi_id=versi.instansi_id,
                indikator=ind,
                berlaku_mulai=versi.berlaku_mulai or date(versi.dokumen.tahun_awal, 1, 1),
                nama=i.nama_cetak,
                satuan=i.satuan_cetak,
                jenis_nilai="teks",
            )
            for ind, i in zip(identitas, baru.values(), strict=True)
        ],
        batch_size=400,
    )
    return ada | {k.indikator.kode: k for k in kartu}


def _tulis_pohon(versi: VersiDokumen, isi: IsiVersi, unit: Mapping[str, Unit]) -> None:
    rules.wajib_tanpa_putaran(isi.sisi)
    simpul = Simpul.semua.bulk_create(
        [
            Simpul(
                instansi_id=versi.instansi_id,
                versi=versi,
                pengenal=s.pengenal,
                tingkat=s.tingkat,
                logika=s.logika,
                kode=s.kode,
                teks=s.teks,
                indikator_cetak="\n".join(s.indikator),
                unit=unit[s.unit] if s.unit else None,
                unit_cetak=s.unit_cetak,
                urut=urut,
            )
            for urut, s in enumerate(isi.simpul, start=1)
        ]
    )
    menurut = {s.pengenal: s for s in simpul}
    Sisi.semua.bulk_create(
        [
            Sisi(
                instansi_id=versi.instansi_id,
                versi=versi,
                dari=menurut[s.dari],
                ke=menurut[s.ke],
                jenis=s.jenis,
                utama=s.utama,
                alasan=s.alasan,
            )
            for s in isi.sisi
        ]
    )


def _sidik(*bagian: str) -> str:
    return hashlib.sha256("\x1f".join(bagian).encode()).hexdigest()


def _catat(tindakan: str, instansi: Instansi, dokumen: Dokumen, oleh: Pelaku, **sesudah: object) -> None:
    audit.catat(
        tindakan,
        instansi_uid=instansi.uid,
        objek_jenis="perencanaan.Dokumen",
        objek_uid=dokumen.uid,
        objek_nama=dokumen.judul,
        oleh=oleh,
        sesudah=dict(sesudah) or None,
    )
