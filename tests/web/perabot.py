"""Ways to plant agencies and people for the page tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from opensakip.akun import services as akun
from opensakip.akun.models import Pengguna
from opensakip.audit.services import Pelaku
from opensakip.organisasi import services as organisasi
from opensakip.organisasi.models import Instansi, Unit
from opensakip.organisasi.services import DataInstansi, DataUnit
from opensakip.pelaporan.cuplikan import sidik, sidik_angka, teks_kanonis
from opensakip.pelaporan.models import Cuplikan
from tests.web.contoh import buat_isi

OLEH = Pelaku(nama="Uji")
SANDI = "kata-sandi-uji-30"
AWAL = date(2020, 1, 1)


#: Parts of a snapshot that people read; ``tanam(tanda=...)`` marks them all.
BACAAN = frozenset(
    [
        "nama",
        "teks",
        "uraian",
        "judul",
        "kalimat",
        "indikator",
        "sasaran",
        "unit_nama",
        "alasan",
        "alasan_nilai",
        "catatan",
        "keterangan",
        "kelas",
        "jabatan",
        "oleh",
        "tercetak",
        "tempat",
    ]
)


def tandai(isi: Any, tanda: str, kunci: str = "") -> Any:
    """A copy of a snapshot with a mark behind every text that people read."""
    if isinstance(isi, dict):
        return {k: tandai(v, tanda, k) for k, v in isi.items()}
    if isinstance(isi, list):
        return [tandai(v, tanda, kunci) for v in isi]
    return f"{isi} {tanda}" if kunci in BACAAN and isinstance(isi, str) and isi else isi


def tanam(
    slug: str = "dinas-uji", *, contoh: bool = True, tahun: int = 2030, tanda: str = "", **pilihan: Any
) -> Instansi:
    """Plant an agency of three units with one frozen snapshot; ``pilihan`` go to ``buat_isi``.

    ``tanda`` is written behind every text of the agency, so that a leak can be seen.
    """
    data = DataInstansi(
        slug=slug,
        nama=f"Dinas Ketahanan Pangan Kabupaten Uji {tanda}".strip(),
        rumpun="kabkota",
        zona="Asia/Makassar",
        tempat="Kota Uji",
        contoh=contoh,
        unit_pelapor="DKP",
    )
    instansi, _ = organisasi.daftarkan_instansi(data=data, oleh=OLEH)
    pohon = [
        DataUnit("DKP", "Dinas Ketahanan Pangan", "dinas"),
        DataUnit("BID1", "Bidang Ketersediaan Pangan", "bidang", induk="DKP"),
        DataUnit("BID2", "Bidang Konsumsi", "bidang", induk="DKP"),
    ]
    if tanda:
        pohon = [replace(u, nama=f"{u.nama} {tanda}") for u in pohon]
    unit = organisasi.susun_unit(instansi=instansi, unit=pohon, berlaku_mulai=AWAL, oleh=OLEH)
    isi = buat_isi(slug=slug, **pilihan)
    isi = tandai(isi, tanda) if tanda else isi
    teks = teks_kanonis(isi)
    Cuplikan.semua.create(
        instansi=instansi,
        unit=unit["DKP"],
        tahun=tahun,
        nomor=1,
        skema=isi["skema"],
        isi=teks,
        per=datetime(2031, 2, 27, 2, tzinfo=UTC),
        jurnal_seq=0,
        sidik=sidik(teks),
        sidik_angka=sidik_angka(isi),
    )
    return instansi


def petugas(instansi: Instansi | None, unit: str = "DKP", surel: str = "koordinator@uji.example") -> Pengguna:
    """Make a person, with a role in one unit of an agency unless ``instansi`` is None."""
    orang = akun.daftarkan_pengguna(surel=surel, nama="Koordinator SAKIP", sandi=SANDI, oleh=OLEH)
    if instansi is not None:
        tempat = Unit.semua.get(instansi=instansi, kode=unit)
        akun.tugaskan(
            pengguna=orang, instansi=instansi, peran="koordinator", unit=tempat, mulai=AWAL, oleh=OLEH
        )
    return orang
