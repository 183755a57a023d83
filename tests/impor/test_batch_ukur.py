"""Measured values and agreements out of a report: mapped by name, compared, written, taken back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from opensakip.berkas.selectors import asal_semua
from opensakip.impor import selectors, services
from opensakip.impor.errors import BatchTidakSiap
from opensakip.impor.models import Batch
from opensakip.impor.muat import muat
from opensakip.organisasi.models import Instansi, Unit
from opensakip.pengukuran.models import Realisasi
from opensakip.perjanjian.models import BarisPK, VersiPK
from tests.impor.kecil import KECIL, tulis
from tests.impor.test_batch import OLEH, isi_ruang

pytestmark = pytest.mark.django_db

LAPORAN = """# LAPORAN KINERJA DINAS UJI TAHUN 2025

## BAB III AKUNTABILITAS KINERJA

Tabel 3.1 Capaian kinerja tahun 2025

No\tSasaran\tIndikator Kinerja\tSatuan\tTarget\tRealisasi\tCapaian
1\tMeningkatnya layanan\tJumlah layanan selesai\tLayanan\t80,5\t90,25\t112,11
2\tMenurunnya keluhan\tAngka keluhan warga\tKeluhan\t10\t7\t130

## LAMPIRAN

PERJANJIAN KINERJA TAHUN 2025

PIHAK PERTAMA berjanji kepada PIHAK KEDUA mencapai target di bawah ini.

Tabel 1 Perjanjian kinerja

No\tSasaran Strategis\tIndikator Kinerja\tTarget
1\tMeningkatnya layanan\tJumlah layanan selesai\t85,5
2\tMenurunnya keluhan\tAngka keluhan warga\t10
"""


@pytest.fixture
def dinas(tmp_path: Path) -> Instansi:
    muat(tulis(tmp_path / "dinas", KECIL))
    return Instansi.objects.get(slug="dinas-uji")


def unggah(dinas: Instansi, sebagai: str, isi: str = LAPORAN, **lain: Any) -> Batch:
    unit = Unit.semua.get(instansi=dinas, kode="DINAS")
    return services.unggah(
        instansi=dinas,
        unit=unit,
        tahun=2025,
        nama="laporan.md",
        isi=isi.encode(),
        sebagai=sebagai,
        oleh=OLEH,
        **lain,
    )


def petakan(batch: Batch, **ubah: Any) -> None:
    services.petakan(batch=batch, ubah={"indikator": {"Angka keluhan warga": "IKU-2"}, **ubah}, oleh=OLEH)
    batch.refresh_from_db()


def test_nama_yang_tidak_dikenal_diperingatkan_dan_dapat_dipetakan(dinas: Instansi) -> None:
    batch = unggah(dinas, "capaian")
    assert batch.pemetaan["indikator"] == {"Jumlah layanan selesai": "IKU-1", "Angka keluhan warga": ""}
    p = selectors.pratinjau(batch)
    assert sorted(t for t, _ in p.tindakan.values()) == ["berubah", "lewati"]
    petakan(batch)
    p = selectors.pratinjau(batch)
    assert {x for _, x in p.tindakan.values()} == {"84,525 → 90,25", "8 → 7"}
    with pytest.raises(BatchTidakSiap, match="tidak dikenal"):
        services.petakan(batch=batch, ubah={"indikator": {"Angka keluhan warga": "X"}}, oleh=OLEH)


def test_realisasi_diterapkan_sebagai_koreksi_dengan_asal_lalu_diurungkan(dinas: Instansi) -> None:
    sebelum = isi_ruang()
    batch = unggah(dinas, "capaian")
    petakan(batch, alasan="Laporan yang ditandatangani")
    services.terapkan(batch=batch, oleh=OLEH)
    kini = Realisasi.semua.get(indikator__kode="IKU-1", tahun=2025, terkini=True)
    assert (kini.nilai_teks, kini.versi, kini.alasan_koreksi) == ("90,25", 2, "Laporan yang ditandatangani")
    (asal,) = asal_semua(dinas, ["pengukuran.Realisasi"])[("pengukuran.Realisasi", kini.pk, "nilai")]
    assert (asal["judul"], asal["tercetak"], asal["baris"]) == ("laporan.md", "90,25", "8")
    assert selectors.pratinjau(unggah(dinas, "capaian")).tindakan["r1-2025"][0] == "sama"
    services.urungkan(batch=batch, oleh=OLEH)
    assert isi_ruang() == sebelum
    lama = Realisasi.semua.get(indikator__kode="IKU-1", tahun=2025, terkini=True)
    assert lama.nilai_teks == "84,525"


def test_urung_ditolak_bila_realisasi_sudah_dikoreksi_lagi(dinas: Instansi) -> None:
    batch = services.terapkan(batch=unggah(dinas, "capaian"), oleh=OLEH)
    services.terapkan(batch=unggah(dinas, "capaian", LAPORAN.replace("90,25", "91")), oleh=OLEH)
    with pytest.raises(BatchTidakSiap, match="realisasi yang lebih baru"):
        services.urungkan(batch=batch, oleh=OLEH)


def test_nilai_yang_tercetak_berbeda_ditanyakan(dinas: Instansi) -> None:
    isi = LAPORAN.replace(
        "## LAMPIRAN",
        "Realisasi Jumlah layanan selesai tahun 2025 sebesar 90,52 dari target 80,5.\n\n## LAMPIRAN",
    )
    batch = unggah(dinas, "capaian", isi)
    (soal,) = selectors.soal(batch)
    assert soal.jenis == "nilai_berbeda"
    assert soal.usul == "90,25"
    assert "90,52" in soal.kalimat
    services.jawab(batch=batch, jawaban={soal.urut: ("isian", "90,52")}, oleh=OLEH)
    services.terapkan(batch=batch, oleh=OLEH)
    assert Realisasi.semua.filter(nilai_teks="90,52", terkini=True).exists()


def test_perjanjian_memerlukan_tanggal_dan_seluruh_indikator(dinas: Instansi) -> None:
    batch = unggah(dinas, "pk")
    p = selectors.pratinjau(batch)
    assert not p.siap
    assert any("tanggal" in x for x in p.rencana.kurang)
    with pytest.raises(BatchTidakSiap, match="tanggal"):
        services.terapkan(batch=batch, oleh=OLEH)
    petakan(batch, berlaku={"pk": "2025-10-28"})
    assert selectors.pratinjau(batch).tindakan["pk1"] == ("berubah", "80,5 → 85,5")
    services.terapkan(batch=batch, oleh=OLEH)
    versi = VersiPK.semua.order_by("-nomor").first()
    assert versi is not None
    assert (versi.nomor, versi.tahap, versi.keadaan, str(versi.tanggal)) == (
        2,
        "perubahan",
        "ditetapkan",
        "2025-10-28",
    )
    assert [b.nilai_teks for b in BarisPK.semua.filter(versi=versi).order_by("urut")] == ["85,5", "10"]
    with pytest.raises(BatchTidakSiap, match="versi baru"):
        services.urungkan(batch=batch, oleh=OLEH)


def test_laporan_dikenali_sebagai_nilai_bila_tidak_disebut_jenisnya(dinas: Instansi) -> None:
    assert unggah(dinas, "").sebagai in ("pk", "capaian")


@pytest.mark.bahan
def test_capaian_sebuah_laporan_nyata(dinas: Instansi, bahan: Path) -> None:
    jalur = next(bahan.glob("seeds/002_*.txt"))
    unit = Unit.semua.get(instansi=dinas, kode="DINAS")
    batch = services.unggah(
        instansi=dinas,
        unit=unit,
        tahun=2025,
        nama=jalur.name,
        isi=jalur.read_bytes(),
        sebagai="capaian",
        oleh=OLEH,
    )
    p = selectors.pratinjau(batch)
    assert len({b.isi["nama"] for b in p.rencana.baris}) >= 12
    assert {b.isi["tahun"] for b in p.rencana.baris} >= {2022, 2023, 2024, 2025}
    assert {t for t, _ in p.tindakan.values()} <= {
        "lewati",
        "ragu",
    }  # names of another agency: warned, not lost
