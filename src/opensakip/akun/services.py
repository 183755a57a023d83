"""Acts on users and assignments."""

from __future__ import annotations

from datetime import date

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from opensakip.akun.errors import SandiBaruLemah, SandiLamaSalah
from opensakip.akun.models import Pengguna, Penugasan
from opensakip.audit import services as audit
from opensakip.audit.services import Pelaku
from opensakip.inti.errors import TidakDapatDilakukan
from opensakip.organisasi.models import Instansi, Unit


@transaction.atomic
def daftarkan_pengguna(*, surel: str, nama: str, sandi: str | None, oleh: Pelaku) -> Pengguna:
    """Create a user, or return the one with this address with the given password set.

    ``nama`` is a jabatan. A user has no right until assigned.
    """
    pengguna = Pengguna.objects.filter(surel__iexact=surel).first()
    if pengguna is None:
        pengguna = Pengguna.objects.create_user(surel=surel, nama=nama, password=sandi)
        audit.catat(
            "akun.pengguna.didaftarkan",
            instansi_uid=None,
            objek_jenis="akun.Pengguna",
            objek_uid=pengguna.uid,
            objek_nama=nama,
            oleh=oleh,
        )
    elif sandi is not None and not pengguna.check_password(sandi):
        pengguna.set_password(sandi)
        pengguna.save(update_fields=["password"])
    return pengguna


@transaction.atomic
def ganti_sandi(*, pengguna: Pengguna, lama: str, baru: str, oleh: Pelaku) -> None:
    """Change one's own password. The journal of the agency that a person works for keeps that it happened.

    Raises:
        SandiLamaSalah: the current password is not right.
        SandiBaruLemah: the new one is too short, too common, or the same as before.
    """
    if not pengguna.check_password(lama):
        raise SandiLamaSalah("Kata sandi sekarang tidak cocok. Ketik kata sandi yang Anda pakai untuk masuk.")
    if lama == baru:
        raise SandiBaruLemah("Kata sandi baru sama dengan yang sekarang. Pilih yang lain.")
    try:
        validate_password(baru, pengguna)
    except ValidationError as sebab:
        raise SandiBaruLemah(" ".join(sebab.messages)) from None
    pengguna.set_password(baru)
    pengguna.save(update_fields=["password"])
    tugas = Penugasan.semua.filter(pengguna=pengguna).select_related("instansi").order_by("-pk").first()
    audit.catat(
        "akun.sandi.diganti",
        instansi_uid=tugas.instansi.uid if tugas else None,
        objek_jenis="akun.Pengguna",
        objek_uid=pengguna.uid,
        objek_nama=pengguna.nama,
        oleh=oleh,
    )


@transaction.atomic
def tugaskan(
    *,
    pengguna: Pengguna,
    instansi: Instansi,
    peran: str,
    unit: Unit,
    mulai: date,
    oleh: Pelaku,
    beserta_bawahan: bool = True,
    sampai: date | None = None,
    dasar: str = "",
) -> Penugasan:
    """Give a user a role in a unit from ``mulai`` on. The same open assignment is not written twice.

    Raises:
        TidakDapatDilakukan: the unit belongs to another agency.
    """
    if unit.instansi_id != instansi.pk:
        raise TidakDapatDilakukan(f"Unit {unit.kode} bukan milik {instansi.nama}. Pilih unit instansi itu.")
    ada = Penugasan.semua.filter(
        instansi=instansi, pengguna=pengguna, peran=peran, unit=unit, berlaku_sampai=sampai
    ).first()
    if ada is not None:
        return ada
    tugas = Penugasan.semua.create(
        instansi=instansi,
        pengguna=pengguna,
        peran=peran,
        unit=unit,
        beserta_bawahan=beserta_bawahan,
        berlaku_mulai=mulai,
        berlaku_sampai=sampai,
        dasar=dasar,
    )
    audit.catat(
        "akun.penugasan.ditetapkan",
        instansi_uid=instansi.uid,
        objek_jenis="akun.Pengguna",
        objek_uid=pengguna.uid,
        objek_nama=pengguna.nama,
        oleh=oleh,
        sesudah={"peran": peran, "unit": unit.kode, "mulai": mulai.isoformat()},
    )
    return tugas
