"""``opensakip hitung``: the computing core at the command line, without a database."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final

from opensakip.hitung.angka import AngkaSalah, baca_angka
from opensakip.hitung.capaian import ATURAN_NOL, Arah, Kebijakan, KebijakanSalah, Rumus, capaian
from opensakip.hitung.hasil import Hasil
from opensakip.hitung.nilai import Nilai, baca_nilai, nilai_kosong
from opensakip.hitung.terbilang import terbilang

from .galat import BERHASIL, SEBAGIAN, GalatPerintah

BENTUK: Final = ("auto", "id", "en")
_TAMPAK: Final = 20
"""Rows named on the screen; all of them are named in the file."""


def daftarkan(sub: Any) -> None:
    """Add ``hitung`` and its parts to the command line."""
    induk = sub.add_parser(
        "hitung",
        help="hitung capaian, berkas CSV, dan terbilang; tanpa basis data",
        description="Menghitung tanpa basis data; setiap hasil membawa langkah dan dasarnya.",
    )
    induk.set_defaults(jalankan=lambda args: _tanpa_bagian(induk))
    bagian = induk.add_subparsers(title="bagian", metavar="BAGIAN", dest="bagian")
    _daftarkan_capaian(bagian)
    _daftarkan_berkas(bagian)
    _daftarkan_terbilang(bagian)


def _tanpa_bagian(induk: argparse.ArgumentParser) -> int:
    induk.error("the following arguments are required: BAGIAN (capaian, berkas, atau terbilang)")


def _pilihan_kebijakan(p: argparse.ArgumentParser) -> None:
    """Options that capaian and berkas share."""
    p.add_argument(
        "--batas-atas", metavar="ANGKA", help="batas paling tinggi, misalnya 120; bawaan: tanpa batas"
    )
    p.add_argument(
        "--batas-bawah", metavar="ANGKA", help="batas paling rendah; bawaan: 0 untuk min_2t dan rentang"
    )
    p.add_argument(
        "--aturan-nol", choices=ATURAN_NOL, default="baku", help="perlakuan target 0; bawaan: baku"
    )
    p.add_argument(
        "--angka",
        choices=BENTUK,
        default="auto",
        help="bentuk angka yang dapat dibaca dua cara: id (1.234,56) atau en (1,234.56); bawaan: auto",
    )
    p.add_argument("--json", action="store_true", help="tulis hasil sebagai JSON")


def _daftarkan_capaian(bagian: Any) -> None:
    p = bagian.add_parser(
        "capaian",
        help="capaian satu indikator",
        description="Capaian satu indikator dalam persen, dengan langkah dan dasarnya.",
        epilog="Contoh: opensakip hitung capaian --target 90 --realisasi 83,5 --arah naik",
    )
    p.add_argument("--target", required=True, help="misalnya 90, 40%%, 4-6, 3,5 Skala 5, WTP")
    p.add_argument("--realisasi", required=True, help="seperti target; - bila belum ada")
    p.add_argument("--arah", required=True, choices=[a.value for a in Arah], help="arah yang lebih baik")
    p.add_argument("--rumus", choices=[r.value for r in Rumus], help="bawaan: maks, min_2t, rentang, ordinal")
    p.add_argument(
        "--ordinal", metavar="DAFTAR", help="daftar dari terburuk ke terbaik, misalnya TMP,TW,WDP,WTP"
    )
    _pilihan_kebijakan(p)
    p.set_defaults(jalankan=jalankan_capaian)


def _daftarkan_berkas(bagian: Any) -> None:
    p = bagian.add_parser(
        "berkas",
        help="capaian setiap baris sebuah berkas CSV",
        description="Membaca kolom target, realisasi, arah (dan rumus bila ada), menulis berkas baru dengan "
        "kolom capaian. Kolom lain, urutan, dan jumlah baris tetap.",
        epilog="Kode keluar: 0 semua baris dihitung, 1 sebagian belum, 2 berkas tidak terbaca.",
    )
    p.add_argument("masuk", metavar="MASUK.csv", help="berkas yang dibaca; - untuk masukan baku")
    p.add_argument("keluar", metavar="KELUAR.csv", help="berkas yang ditulis; - untuk keluaran baku")
    _pilihan_kebijakan(p)
    p.set_defaults(jalankan=jalankan_berkas)


def _daftarkan_terbilang(bagian: Any) -> None:
    p = bagian.add_parser("terbilang", help="angka dengan kata", description="Menulis angka dengan kata.")
    p.add_argument("nilai", metavar="ANGKA", help="misalnya 87,25 atau 1.234.567.890")
    p.add_argument("--rupiah", action="store_true", help="jumlah uang, bulat")
    p.set_defaults(jalankan=jalankan_terbilang)


def _cetak(teks: str) -> None:
    print(teks)  # noqa: T201  results go to standard output


def _pesan(teks: str) -> None:
    print(teks, file=sys.stderr)  # noqa: T201  messages go to standard error


def _angka_pilihan(teks: str | None, nama: str, bentuk: Any) -> Decimal | None:
    if teks is None:
        return None
    try:
        return baca_angka(teks, bentuk=bentuk)
    except AngkaSalah as galat:
        raise GalatPerintah(f"{nama}: {galat}") from galat


def _kebijakan(args: argparse.Namespace) -> Kebijakan:
    """Build the policy from the options."""
    rumus = getattr(args, "rumus", None)
    try:
        return Kebijakan(
            rumus=Rumus(rumus) if rumus else None,
            batas_atas=_angka_pilihan(args.batas_atas, "--batas-atas", args.angka),
            batas_bawah=_angka_pilihan(args.batas_bawah, "--batas-bawah", args.angka),
            aturan_nol=args.aturan_nol,
        )
    except KebijakanSalah as galat:
        raise GalatPerintah(str(galat)) from galat


def _nilai(teks: str, nama: str, args: argparse.Namespace) -> Nilai | None:
    """Read one value of the command line; blank or a dash means not there."""
    if nilai_kosong(teks):
        return None
    ordinal = tuple(k.strip() for k in (args.ordinal or "").split(",") if k.strip())
    try:
        return baca_nilai(teks, bentuk=args.angka, ordinal=ordinal)
    except AngkaSalah as galat:
        raise GalatPerintah(f"{nama}: {galat}") from galat


def jalankan_capaian(args: argparse.Namespace) -> int:
    """Compute one capaian; exit 1 when it has no value."""
    kebijakan = _kebijakan(args)
    target = _nilai(args.target, "--target", args)
    realisasi = _nilai(args.realisasi, "--realisasi", args)
    try:
        hasil = capaian(target, realisasi, Arah(args.arah), kebijakan)
    except KebijakanSalah as galat:
        raise GalatPerintah(f"--rumus: {galat}") from galat
    _cetak(_sebagai_json(hasil.ke_json()) if args.json else _sebagai_teks(hasil))
    return BERHASIL if hasil.ada else SEBAGIAN


def _sebagai_json(isi: dict[str, Any]) -> str:
    return json.dumps(isi, ensure_ascii=False, indent=2)


def _sebagai_teks(hasil: Hasil) -> str:
    """Write a result for the eye."""
    baris = [f"Capaian: {hasil.tampil}"]
    baris += [f"  {langkah}" for langkah in hasil.langkah]
    baris += [f"Dasar: {dasar}" for dasar in hasil.dasar]
    baris.append(f"Aturan: {hasil.aturan}")
    return "\n".join(baris)


def jalankan_berkas(args: argparse.Namespace) -> int:
    """Compute every row of a file; exit 1 when some have no value (the file is written all the same)."""
    from .berkas_csv import baca_tabel, tulis_tabel, wajib_berbeda
    from .hitung_berkas import BOLEH, WAJIB, hitung_berkas

    kebijakan = _kebijakan(args)
    wajib_berbeda(args.masuk, args.keluar)
    if args.json and args.keluar == "-":
        raise GalatPerintah("--json tidak dapat bersama KELUAR.csv -; keduanya memakai keluaran baku")
    tabel = baca_tabel(args.masuk, WAJIB, BOLEH)
    hasil = hitung_berkas(tabel, kebijakan=kebijakan, angka=args.angka, maju=_kemajuan())
    tulis_tabel(args.keluar, hasil.tabel)
    for t in hasil.tertolak[:_TAMPAK]:
        _pesan(f"baris {t.nomor}: {t.pesan}")
    if len(hasil.tertolak) > _TAMPAK:
        _pesan(f"… dan {len(hasil.tertolak) - _TAMPAK} baris lain; lihat kolom capaian_keterangan")
    jumlah = hasil.dihitung + len(hasil.tertolak)
    _pesan(f"{hasil.dihitung} dari {jumlah} baris dihitung; ditulis ke {args.keluar}")
    if args.json:
        _cetak(_sebagai_json(_ringkasan(args, hasil.dihitung, hasil.tertolak, jumlah)))
    return SEBAGIAN if hasil.tertolak else BERHASIL


def _kemajuan() -> Callable[[int, int], None] | None:
    """Progress of a long file, on one line of a terminal; nothing where nobody watches."""
    if not sys.stderr.isatty():
        return None

    def maju(ke: int, dari: int) -> None:
        if ke:
            sys.stderr.write(f"\r{ke} dari {dari} baris …\r")
            sys.stderr.flush()

    return maju


def _ringkasan(args: argparse.Namespace, dihitung: int, tertolak: Any, jumlah: int) -> dict[str, Any]:
    return {
        "masuk": args.masuk,
        "keluar": args.keluar,
        "baris": jumlah,
        "dihitung": dihitung,
        "belum": [{"baris": t.nomor, "keterangan": t.pesan} for t in tertolak],
    }


def jalankan_terbilang(args: argparse.Namespace) -> int:
    """Write a number in words."""
    try:
        _cetak(terbilang(args.nilai, rupiah=args.rupiah))
    except AngkaSalah as galat:
        raise GalatPerintah(str(galat)) from galat
    return BERHASIL
