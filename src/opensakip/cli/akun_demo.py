"""Accounts of the demo: one per role and agency, by jabatan, with one random password per data folder."""

from __future__ import annotations

import os
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opensakip.akun.models import Pengguna
    from opensakip.audit.services import Pelaku
    from opensakip.organisasi.models import Instansi, Unit

BERKAS_SANDI = "sandi-demo"
PERAN = {
    "operator": "Operator",
    "verifikator": "Verifikator",
    "koordinator": "Koordinator",
    "pimpinan": "Pimpinan",
    "apip": "APIP",
    "admin_instansi": "Admin instansi",
}


@dataclass(frozen=True, slots=True)
class Akun:
    """An account that the demo prints."""

    surel: str
    nama: str
    peran: str
    slug: str


def sandi_demo(folder: Path) -> tuple[str, bool]:
    """Return the password of this data folder, and whether it was made just now (file of mode 600)."""
    berkas = folder / BERKAS_SANDI
    try:
        nomor = os.open(berkas, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return berkas.read_text(encoding="ascii").strip(), False
    sandi = "-".join(secrets.token_hex(2) for _ in range(4))
    with os.fdopen(nomor, "w", encoding="ascii") as tulis:
        tulis.write(f"{sandi}\n")
    return sandi, True


def daftar_akun(instansi: Sequence[Instansi]) -> list[Akun]:
    """Return the accounts that the demo has for these agencies."""
    return [
        Akun(
            surel=f"{peran.replace('_', '-')}@{i.slug}.contoh",
            nama=f"{sebutan}, {i.singkatan or i.nama}",
            peran=peran,
            slug=i.slug,
        )
        for i in instansi
        for peran, sebutan in PERAN.items()
    ]


def belum_ada(akun: Sequence[Akun], *, sandi_baru: bool) -> list[Akun]:
    """Return the accounts still to be made; with a new password, all of them."""
    from opensakip.akun.models import Pengguna

    ada = set(Pengguna.objects.filter(surel__in=[a.surel for a in akun]).values_list("surel", flat=True))
    return [a for a in akun if sandi_baru or a.surel not in ada]


def siapkan_akun(instansi: Sequence[Instansi], akun: Sequence[Akun], sandi: str) -> None:
    """Create accounts with their assignment, or set the password of those that are there."""
    from opensakip.akun.services import daftarkan_pengguna
    from opensakip.audit.services import Pelaku

    oleh = Pelaku(nama="Penyiapan demo", peran="admin_instansi", sumber="cli")
    milik = {i.slug: i for i in instansi}
    for a in akun:
        pengguna = daftarkan_pengguna(surel=a.surel, nama=a.nama, sandi=sandi, oleh=oleh)
        _tugaskan(milik[a.slug], pengguna, a.peran, oleh)


def _tugaskan(instansi: Instansi, pengguna: Pengguna, peran: str, oleh: Pelaku) -> None:
    """Give the role: the operator in one unit, so that narrowing can be seen, all others over the whole."""
    from opensakip.akun.services import tugaskan
    from opensakip.inti import jam
    from opensakip.organisasi.selectors import unit_pada

    hari = jam.hari_ini(instansi.zona)
    versi = list(unit_pada(instansi, hari))
    puncak: list[Unit] = [v.unit for v in versi if v.induk_id is None]
    bawah: list[Unit] = [v.unit for v in versi if v.induk_id is not None]
    unit = bawah[:1] if peran == "operator" and bawah else puncak
    for u in unit:
        tugaskan(pengguna=pengguna, instansi=instansi, peran=peran, unit=u, mulai=hari, oleh=oleh)
