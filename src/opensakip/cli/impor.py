"""``opensakip impor``: a document that was read (Renja, RKA-K/L and others) into the data of an agency."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from opensakip.cli import django_siap
from opensakip.cli.galat import BERHASIL, SEBAGIAN, GalatPerintah, sebab_sistem
from opensakip.cli.pengurai import tahun_sah

if TYPE_CHECKING:
    from opensakip.impor.models import Batch
    from opensakip.organisasi.models import Instansi, Unit

JENIS = ("renja", "rka", "pk", "iku", "capaian", "pohon", "dpa", "lke", "skm", "kode")
BATAS_TAMPIL = 40


def daftarkan(sub: Any) -> None:
    """Add the command to the parser."""
    p: argparse.ArgumentParser = sub.add_parser(
        "impor",
        help="muat isi dokumen (Renja, RKA, dan lainnya) ke data instansi",
        description="Baca satu dokumen, kenali tabelnya, tanyakan yang ragu, sebutkan yang baru dan berubah, "
        "lalu terapkan dalam satu transaksi. Tanpa --terapkan batch menunggu jawaban pada laman impor.",
    )
    p.add_argument("berkas", nargs="?", type=Path, metavar="BERKAS", help="dokumen yang dimuat")
    p.add_argument("--instansi", required=True, metavar="SLUG", help="nama pendek instansi")
    p.add_argument("--tahun", required=True, type=tahun_sah, help="tahun data")
    p.add_argument("--unit", metavar="KODE", help="unit pemilik dokumen (bawaan: unit pelapor)")
    p.add_argument("--sebagai", choices=JENIS, default="", help="jenis dokumen (bawaan: dikenali sendiri)")
    p.add_argument(
        "--usulan", action="store_true", help="jawab pertanyaan yang punya usulan dengan usulannya"
    )
    p.add_argument("--tanggal", metavar="TTTT-BB-HH", help="tanggal penandatanganan perjanjian kinerja")
    p.add_argument(
        "--petakan",
        action="append",
        default=[],
        metavar="NAMA=KODE",
        help="indikator atau penanggung jawab tercetak = kode indikator atau unit; boleh diulang",
    )
    cara = p.add_mutually_exclusive_group()
    cara.add_argument("--pratinjau", action="store_true", help="tampilkan saja, jangan simpan batch")
    cara.add_argument("--terapkan", action="store_true", help="tulis ke data instansi")
    cara.add_argument("--urungkan", metavar="KODE_BATCH", help="batalkan satu batch yang sudah diterapkan")
    p.set_defaults(jalankan=jalankan)


def jalankan(args: argparse.Namespace) -> int:
    """Stage and show, apply, or undo."""
    django_siap.siapkan()
    from opensakip.cli.instansi import instansi_atau_galat
    from opensakip.inti.errors import TidakAda, TidakDapatDilakukan

    instansi = instansi_atau_galat(args.instansi)
    try:
        if args.urungkan:
            return _urungkan(instansi, args)
        if args.berkas is None:
            raise GalatPerintah("sebutkan berkasnya: opensakip impor BERKAS --instansi SLUG --tahun T")
        return _impor(instansi, args)
    except (TidakDapatDilakukan, TidakAda) as sebab:
        raise GalatPerintah(str(sebab)) from sebab


def _impor(instansi: Instansi, args: argparse.Namespace) -> int:
    from opensakip.impor import services

    django_siap.lapor(f"membaca {args.berkas.name}")
    oleh = _oleh()
    batch = services.unggah(
        instansi=instansi,
        unit=_unit(instansi, args.unit),
        tahun=args.tahun,
        nama=args.berkas.name,
        isi=_isi(args.berkas),
        sebagai=args.sebagai,
        oleh=oleh,
    )
    _petakan(batch, args, oleh)
    if args.usulan:
        _jawab_usulan(batch)
    siap = _tampilkan(batch)
    if args.pratinjau:
        services.buang(batch=batch, oleh=oleh)
        return BERHASIL
    if not args.terapkan:
        django_siap.tulis(
            f"Batch {batch.uid} menunggu. Jawab dan terapkan lewat laman impor atau --terapkan."
        )
        return BERHASIL
    if not siap:
        django_siap.tulis(f"Belum diterapkan. Batch {batch.uid} menunggu pada laman impor.")
        return SEBAGIAN
    services.terapkan(batch=batch, oleh=oleh)
    django_siap.tulis(f"Diterapkan. Batalkan dengan: --urungkan {batch.uid}")
    return BERHASIL


def _petakan(batch: Batch, args: argparse.Namespace, oleh: Any) -> None:
    """Mapping given on the line; a printed name that the file does not have is refused."""
    from opensakip.impor import services

    ubah: dict[str, Any] = {"berlaku": {"pk": args.tanggal}} if args.tanggal else {}
    for satu in args.petakan:
        nama, _, kode = satu.rpartition("=")
        ruas = next((r for r in ("pemilik", "indikator") if nama in batch.pemetaan.get(r, {})), "")
        if not ruas:
            raise GalatPerintah(
                f"“{nama}” tidak tercetak pada berkas sebagai indikator atau penanggung jawab"
            )
        ubah.setdefault(ruas, {})[nama] = kode
    if ubah:
        services.petakan(batch=batch, ubah=ubah, oleh=oleh)
        batch.refresh_from_db()


def _oleh() -> Any:
    from opensakip.audit.services import Pelaku

    return Pelaku(nama="Pengelola sistem", peran="admin_instansi", sumber="cli")


def _isi(berkas: Path) -> bytes:
    from opensakip.impor.rules import BESAR_MAKS

    try:
        if berkas.stat().st_size > BESAR_MAKS:
            raise GalatPerintah(f"{berkas.name}: paling besar {BESAR_MAKS // 1_000_000} MB; bagi berkasnya")
        return berkas.read_bytes()
    except OSError as sebab:
        raise GalatPerintah(f"{berkas}: {sebab_sistem(sebab)}") from None


def _unit(instansi: Instansi, kode: str | None) -> Unit:
    from opensakip.organisasi.models import Unit

    semua = {u.kode: u for u in Unit.semua.filter(instansi=instansi)}
    pilih = kode or instansi.unit_pelapor
    if pilih not in semua:
        raise GalatPerintah(f"unit “{pilih}” tidak ada; yang ada: {', '.join(sorted(semua)[:30])}")
    return semua[pilih]


def _jawab_usulan(batch: Batch) -> None:
    from opensakip.impor import selectors, services

    for jenis in {t.jenis for t in selectors.soal(batch) if not t.pilihan}:
        services.jawab_kelompok(batch=batch, jenis=jenis, oleh=_oleh())


def _tampilkan(batch: Batch) -> bool:
    """Recognised as, targets, counts, open questions; True when it can be applied."""
    from opensakip.impor import selectors
    from opensakip.impor.batch.bentuk import NAMA_JENIS, sebut_tempat

    p = selectors.pratinjau(batch)
    django_siap.tulis(f"{batch.nama_berkas}: {NAMA_JENIS[batch.sebagai]}, {len(p.rencana.baris)} baris.")
    for x in (*batch.peringatan, *_belum_dipetakan(batch), *p.rencana.kurang):
        django_siap.lapor(f"Catatan: {x}")
    if not batch.dapat_dimuat:
        django_siap.tulis("  dikenali, tetapi belum dapat dimuat pada versi ini")
    for x in p.rencana.tujuan:
        django_siap.tulis(f"  {x}")
    django_siap.tulis("  " + ", ".join(f"{n} {t}" for t, n in sorted(p.jumlah.items())))
    terbuka = [t for t in selectors.soal(batch) if not t.pilihan and not t.catatan]
    for t in terbuka[:BATAS_TAMPIL]:
        tempat = sebut_tempat(t.lokasi[0]) if t.lokasi else ""
        django_siap.tulis(f"  ? {tempat}: {t.kalimat}" + (f" Usulan: {t.usul}" if t.usul else ""))
    if len(terbuka) > BATAS_TAMPIL:
        django_siap.tulis(f"  … dan {len(terbuka) - BATAS_TAMPIL} pertanyaan lagi")
    return p.siap


def _belum_dipetakan(batch: Batch) -> list[str]:
    """Printed names that no unit or indicator was found for."""
    kata = {
        "pemilik": "penanggung jawab “{}” bukan nama unit yang dikenal.",
        "indikator": "indikator “{}” belum dipetakan; barisnya dilewati.",
    }
    return [
        pola.format(teks)
        for ruas, pola in kata.items()
        for teks, kode in batch.pemetaan.get(ruas, {}).items()
        if not kode
    ]


def _urungkan(instansi: Instansi, args: argparse.Namespace) -> int:
    from opensakip.impor import selectors, services

    try:
        uid = UUID(args.urungkan)
    except ValueError:
        raise GalatPerintah(f"kode batch “{args.urungkan}” tidak terbaca; salin dari hasil impor") from None
    batch = selectors.batch_menurut_uid(instansi, args.tahun, uid)
    services.urungkan(batch=batch, oleh=_oleh())
    django_siap.tulis(f"Batch {batch.nama_berkas} diurungkan; datanya seperti sebelum diterapkan.")
    return BERHASIL
