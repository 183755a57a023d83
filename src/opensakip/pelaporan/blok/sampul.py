"""Cover and contents."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from opensakip.dokumen.model import Bagian, Blok, DaftarIsi, JenisBagian, Judul, Sampul
from opensakip.pelaporan.blok.cuplik import BULAN, Cuplik, waktu_setempat
from opensakip.pelaporan.kode import kode_pendek

PERNYATAAN_CONTOH = "CONTOH, disusun ulang dari laporan publik, bukan dokumen resmi"


def pernyataan(c: Cuplik) -> str:
    """Statement that every page of an example carries; empty for a real agency."""
    instansi = c.isi["meta"]["instansi"]
    if not instansi.get("contoh"):
        return str(instansi.get("pernyataan") or "")
    return str(instansi.get("pernyataan") or PERNYATAAN_CONTOH)


def sidik_pendek(c: Cuplik) -> str:
    """First 16 digits of the hash in groups of four."""
    s = c.sidik[:16]
    return " ".join(s[i : i + 4] for i in range(0, len(s), 4))


def sampul(c: Cuplik, label: str, judul: str) -> Bagian:
    """The cover with the moment of freezing and the hash of the figures."""
    meta = c.isi["meta"]
    instansi = meta["instansi"]
    beku = datetime.fromisoformat(meta["per"]).astimezone(ZoneInfo(instansi["zona"]))
    keterangan = [f"Disusun dari data yang dibekukan pada {waktu_setempat(meta['per'], instansi['zona'])}"]
    nomor = f"Pembekuan ke-{meta.get('nomor', 1)}"
    keterangan.append(f"{nomor} · kode {kode_pendek(c.sidik)}" if c.sidik else nomor)
    if c.sidik:
        keterangan.append(f"Sidik data {sidik_pendek(c)} …")
    tempat = str(instansi.get("tempat") or "")
    waktu = f"{BULAN[beku.month - 1]} {beku.year}"
    return Bagian(
        JenisBagian.SAMPUL,
        (
            Sampul(
                instansi=str(instansi["nama"]),
                label=label,
                judul=judul,
                tahun=str(c.tahun),
                periode=f"Periode 1 Januari–31 Desember {c.tahun}",
                tempat_waktu=f"{tempat}, {waktu}" if tempat else waktu,
                keterangan=tuple(keterangan),
                pernyataan=pernyataan(c),
            ),
        ),
    )


DAFTAR_MULAI = 4


def daftar_isi(*, tabel: int, gambar: int) -> tuple[Blok, ...]:
    """Contents, with lists of tables and pictures where the report has more than a few."""
    blok: list[Blok] = [Judul(1, "Daftar Isi", bernomor=False, daftar=False), DaftarIsi()]
    if tabel + gambar < DAFTAR_MULAI:
        return tuple(blok)
    blok.append(Judul(1, "Daftar Tabel dan Gambar", bernomor=False, daftar=False))
    if tabel:
        blok += [Judul(2, "Daftar Tabel", bernomor=False, daftar=False), DaftarIsi("tabel")]
    if gambar:
        blok += [Judul(2, "Daftar Gambar", bernomor=False, daftar=False), DaftarIsi("gambar")]
    return tuple(blok)
