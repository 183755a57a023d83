"""From a figure on a page back to the place in the uploaded file."""

from __future__ import annotations

from pathlib import Path

import pytest

from opensakip.impor import services
from opensakip.impor.muat import muat
from opensakip.organisasi.models import Instansi, Unit
from opensakip.pelaporan.services import bekukan
from tests.impor.kecil import KECIL, tulis
from tests.impor.test_batch import OLEH, berkas
from tests.impor.test_batch_ukur import LAPORAN
from tests.web.klien import Klien
from tests.web.test_impor import orang

pytestmark = pytest.mark.django_db


@pytest.fixture
def dinas(tmp_path: Path) -> Instansi:
    """A small agency of its own, signed in to by its coordinator in the tests."""
    muat(tulis(tmp_path / "dinas", KECIL))
    return Instansi.objects.get(slug="dinas-uji")


def muat_berkas(dinas: Instansi, nama: str, isi: bytes, sebagai: str) -> None:
    unit = Unit.semua.get(instansi=dinas, kode="DINAS")
    batch = services.unggah(
        instansi=dinas, unit=unit, tahun=2025, nama=nama, isi=isi, sebagai=sebagai, oleh=OLEH
    )
    services.terapkan(batch=batch, oleh=OLEH)


def test_dari_mana_angka_ini_menyebut_berkas_dan_barisnya(dinas: Instansi, klien: Klien) -> None:
    muat_berkas(dinas, "renja-2025.txt", berkas(), "renja")
    muat_berkas(dinas, "laporan-2025.md", LAPORAN.encode(), "capaian")
    bekukan(instansi=dinas, tahun=2025, oleh=OLEH)
    klien.asli.force_login(orang(dinas, "koordinator", unit="DINAS"))
    h = klien.buka("/i/dinas-uji/2025/angka/ind.IKU-1.realisasi/")
    assert "laporan-2025.md" in h.teks
    assert "90,25" in h.teks
    anggaran = klien.buka("/i/dinas-uji/2025/anggaran/")
    pagu = [a for a in anggaran.tautan() if "/angka/pagu." in a]
    assert pagu
    teks = " ".join(klien.buka(a).teks for a in dict.fromkeys(pagu))
    assert "renja-2025.txt" in teks
    assert "baris 6" in teks
