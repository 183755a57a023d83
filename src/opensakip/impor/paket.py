"""The example agencies that the product ships, loaded and frozen at a fixed clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.db import transaction

from opensakip.audit.services import Pelaku
from opensakip.impor.baca import baca_folder
from opensakip.impor.ketik import ketik
from opensakip.impor.muat import HasilMuat, muat
from opensakip.impor.pemuat import Kemajuan, diam
from opensakip.inti import jam
from opensakip.organisasi.models import Instansi
from opensakip.pelaporan.models import Cuplikan
from opensakip.pelaporan.services import bekukan

FOLDER = Path(__file__).parent / "contoh"
PELAKU_CONTOH = Pelaku(nama="Koordinator", peran="koordinator", sumber="impor")


@dataclass(frozen=True, slots=True)
class Contoh:
    """One example: where its files are, what it is, when it was frozen."""

    slug: str
    nama: str
    tahun: int
    folder: Path
    dibekukan_pada: datetime | None


def daftar_contoh() -> list[Contoh]:
    """The examples shipped with this version, by name of the folder."""
    hasil = []
    for folder in sorted(p for p in FOLDER.iterdir() if (p / "instansi.csv").is_file()):
        kumpulan, _ = ketik(baca_folder(folder))
        b = kumpulan.instansi
        if b is not None:
            hasil.append(Contoh(b["slug"], b["nama"], b["tahun"], folder, b["dibekukan_pada"]))
    return hasil


def muat_contoh(contoh: Contoh, *, kemajuan: Kemajuan = diam) -> tuple[HasilMuat, Cuplikan]:
    """Load an example and freeze its figures, at the moment its files name.

    Loading and freezing with a held clock makes the snapshot the same bytes on every machine. An
    example that is loaded already is left as it is, and keeps its own snapshot.

    Raises:
        ImporDitolak: the example of this version differs from the one that is loaded.
    """
    kini = contoh.dibekukan_pada or jam.kini()
    with transaction.atomic(), jam.tetap(kini):
        hasil = muat(contoh.folder, kemajuan=kemajuan)
        instansi = Instansi.objects.get(slug=contoh.slug)
        cuplikan = Cuplikan.semua.filter(instansi=instansi, tahun=contoh.tahun).order_by("-nomor").first()
        if cuplikan is None:
            kemajuan(f"membekukan angka {contoh.tahun}")
            cuplikan, _ = bekukan(instansi=instansi, tahun=contoh.tahun, oleh=PELAKU_CONTOH)
    return hasil, cuplikan
