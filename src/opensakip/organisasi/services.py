"""Acts on agencies and units."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from opensakip.audit import services as audit
from opensakip.audit.services import Pelaku
from opensakip.inti.cakupan import Cakupan
from opensakip.organisasi.errors import InstansiSudahAda, PohonUnitRusak
from opensakip.organisasi.models import Instansi, Jabatan, Unit, VersiUnit


@dataclass(frozen=True, slots=True)
class DataInstansi:
    """What an agency is created from; fields as on :class:`Instansi`."""

    slug: str
    nama: str
    rumpun: str
    singkatan: str = ""
    zona: str = "Asia/Jakarta"
    tempat: str = ""
    contoh: bool = False
    pernyataan: str = ""
    unit_pelapor: str = ""
    skala_peringkat: str = ""
    metode_efisiensi: str = ""
    bentuk_laporan: str = ""
    kertas: str = "a4"
    motif: str = "kawung"
    lambang: str = ""


@dataclass(frozen=True, slots=True)
class DataUnit:
    """One unit of the tree; ``induk`` is the code of the parent, empty for a root."""

    kode: str
    nama: str
    jenis: str
    induk: str = ""
    singkatan: str = ""
    pimpinan: str = ""
    jenjang: str = ""
    kode_luar: str = ""


@transaction.atomic
def daftarkan_instansi(*, data: DataInstansi, oleh: Pelaku) -> tuple[Instansi, Cakupan]:
    """Register an agency and return it with a scope over all its units.

    Raises:
        InstansiSudahAda: the slug is taken.
    """
    if Instansi.objects.filter(slug=data.slug).exists():
        raise InstansiSudahAda(
            f"Instansi dengan slug “{data.slug}” sudah ada. Pilih slug lain di instansi.csv."
        )
    instansi = Instansi.objects.create(**{k: getattr(data, k) for k in DataInstansi.__slots__})
    audit.catat(
        "organisasi.instansi.didaftarkan",
        instansi_uid=instansi.uid,
        objek_jenis="organisasi.Instansi",
        objek_uid=instansi.uid,
        objek_nama=instansi.nama,
        oleh=oleh,
    )
    return instansi, cakupan_penuh(instansi, oleh)


TATA = ("kertas", "motif", "bentuk_laporan", "lambang")


@transaction.atomic
def ubah_tata(*, instansi: Instansi, baru: Mapping[str, str], oleh: Pelaku) -> None:
    """Change how the reports of an agency look, from the next freezing on.

    ``baru`` holds some of kertas, motif, bentuk_laporan and lambang (SVG text, empty for none).

    Raises:
        KeyError: another setting is named.
    """
    if asing := set(baru) - set(TATA):
        raise KeyError(f"setelan tata tidak dikenal: {', '.join(sorted(asing))}")
    sebelum = {k: _sebut(k, getattr(instansi, k)) for k in baru}
    for k, v in baru.items():
        setattr(instansi, k, v)
    instansi.save(update_fields=list(baru))
    audit.catat(
        "organisasi.instansi.tata_diubah",
        instansi_uid=instansi.uid,
        objek_jenis="organisasi.Instansi",
        objek_uid=instansi.uid,
        objek_nama=instansi.nama,
        oleh=oleh,
        sebelum=sebelum,
        sesudah={k: _sebut(k, v) for k, v in baru.items()},
    )


@transaction.atomic
def ubah_publik(*, instansi: Instansi, publik: bool, oleh: Pelaku, alasan: str = "") -> bool:
    """Open the frozen figures of an agency to everybody, or close them again. True when that changed it.

    Nothing else becomes visible: drafts, journal and figures not yet frozen stay with those assigned.
    """
    if instansi.publik == publik:
        return False
    instansi.publik = publik
    instansi.save(update_fields=["publik"])
    audit.catat(
        "organisasi.instansi.dibuka" if publik else "organisasi.instansi.ditutup",
        instansi_uid=instansi.uid,
        objek_jenis="organisasi.Instansi",
        objek_uid=instansi.uid,
        objek_nama=instansi.nama,
        oleh=oleh,
        alasan=alasan,
        sebelum={"publik": not publik},
        sesudah={"publik": publik},
    )
    return True


def _sebut(nama: str, nilai: str) -> str:
    """A setting as the journal keeps it: of an emblem only its hash."""
    if nama != "lambang" or not nilai:
        return nilai
    return hashlib.sha256(nilai.encode()).hexdigest()


def cakupan_penuh(instansi: Instansi, oleh: Pelaku) -> Cakupan:
    """Scope over every unit of an agency, for acts that concern the agency as a whole."""
    return Cakupan(instansi_id=instansi.pk, slug=instansi.slug, pelaku=oleh.nama, peran=(oleh.peran,))


@transaction.atomic
def susun_unit(
    *, instansi: Instansi, unit: Sequence[DataUnit], berlaku_mulai: date, oleh: Pelaku
) -> dict[str, Unit]:
    """Create the unit tree of an agency with the names valid from ``berlaku_mulai``.

    Returns the units by code. Units are created in the given order, which is the printed order.

    Raises:
        PohonUnitRusak: a parent is unknown or the tree has a cycle.
    """
    jalur = _jalur(unit)
    baris = Unit.semua.bulk_create(
        [Unit(instansi=instansi, kode=u.kode, kode_luar=u.kode_luar, jenis=u.jenis) for u in unit]
    )
    menurut_kode = {b.kode: b for b in baris}
    VersiUnit.semua.bulk_create(
        [
            VersiUnit(
                instansi=instansi,
                unit=menurut_kode[u.kode],
                nama=u.nama,
                singkatan=u.singkatan,
                induk=menurut_kode.get(u.induk),
                urut=urut,
                jalur=jalur[u.kode],
                berlaku_mulai=berlaku_mulai,
            )
            for urut, u in enumerate(unit, start=1)
        ]
    )
    Jabatan.semua.bulk_create(
        [
            Jabatan(
                instansi=instansi,
                unit=menurut_kode[u.kode],
                nama=u.pimpinan,
                jenjang=u.jenjang,
                pimpinan_unit=True,
                berlaku_mulai=berlaku_mulai,
            )
            for u in unit
            if u.pimpinan
        ]
    )
    audit.catat(
        "organisasi.unit.disusun",
        instansi_uid=instansi.uid,
        objek_jenis="organisasi.Instansi",
        objek_uid=instansi.uid,
        objek_nama=instansi.nama,
        oleh=oleh,
        sesudah={"unit": [u.kode for u in unit]},
    )
    return menurut_kode


def _jalur(unit: Sequence[DataUnit]) -> dict[str, str]:
    """Fixed-width paths: the subtree of a unit is every path that starts with its own."""
    menurut_kode = {u.kode: u for u in unit}
    nomor = {u.kode: f"{i:04d}." for i, u in enumerate(unit, start=1)}
    hasil: dict[str, str] = {}
    for u in unit:
        rantai: list[str] = []
        kode = u.kode
        while kode:
            if kode in rantai:
                raise PohonUnitRusak(
                    f"Unit “{u.kode}” berada di bawah dirinya sendiri. Perbaiki kolom induk."
                )
            if kode not in menurut_kode:
                raise PohonUnitRusak(
                    f"Unit “{u.kode}”: induk “{kode}” tidak ada di unit.csv. Tambahkan atau hapus."
                )
            rantai.append(kode)
            kode = menurut_kode[kode].induk
        hasil[u.kode] = "".join(nomor[k] for k in reversed(rantai))
    return hasil
