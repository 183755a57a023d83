"""Loading: all or nothing, every figure with its origin; loading again brings only what changed."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from opensakip.anggaran.models import Pagu
from opensakip.audit.models import Jurnal
from opensakip.berkas.models import Asal, Fakta, SumberDokumen
from opensakip.berkas.selectors import asal_semua
from opensakip.impor import muat as modul_muat
from opensakip.impor.errors import ImporDitolak
from opensakip.impor.muat import muat, pratinjau
from opensakip.organisasi.models import Instansi, Unit
from opensakip.pelaporan.models import IsianLaporan, Naskah
from opensakip.pengukuran.models import Realisasi
from opensakip.perencanaan.models import Indikator, KartuIndikator, Target, VersiDokumen
from opensakip.perjanjian.models import BarisPK, VersiPK
from tests.impor.kecil import KECIL, RENCANA, ganti, tulis

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A sound small data set with a plan, words and cited sources."""
    return tulis(
        tmp_path / "data",
        KECIL,
        RENCANA,
        {
            "sumber.csv": "kode,judul\nlkj,Laporan Kinerja\n",
            "naskah.csv": "tempat,teks\nsasaran.S1.sebab,Sebabnya.\n",
            "bagian.csv": "jenis,urut,teks,jumlah\npegawai,1,Pelaksana,7\n",
        },
    )


def isi_tabel() -> dict[str, int]:
    """Rows of every table of ours."""
    model = [m for m in apps.get_models() if m.__module__.startswith("opensakip.")]
    return {m._meta.label: m._base_manager.count() for m in model}


def ditolak(folder: Path, **lain: Any) -> tuple[str, list[str]]:
    """Load a folder that must be refused; return the heading and the faults."""
    with pytest.raises(ImporDitolak) as salah:
        muat(folder, **lain)
    return salah.value.kepala, [str(k) for k in salah.value.kesalahan]


def test_memuat_instansi_kecil(folder: Path) -> None:
    hasil = muat(folder)
    assert (hasil.slug, hasil.keadaan, hasil.tahun) == ("dinas-uji", "baru", 2025)
    assert "2 unit" in hasil.baris
    assert "3 realisasi" in hasil.baris
    instansi = Instansi.objects.get(slug="dinas-uji")
    assert instansi.unit_pelapor == "DINAS"
    assert {v.keadaan for v in VersiDokumen.semua.all()} == {"ditetapkan"}
    assert [v.keadaan for v in VersiPK.semua.all()] == ["ditetapkan"]
    assert [(b.sasaran_kode, str(b.nilai.angka), b.nilai_teks) for b in BarisPK.semua.order_by("urut")] == [
        ("S1", "80.5", "80,5"),
        ("S2", "10", "10"),
    ]
    nilai = Realisasi.semua.order_by("indikator__kode", "tahun")
    assert [(r.indikator.kode, r.tahun, r.nilai.angka, r.terkini) for r in nilai] == [
        ("IKU-1", 2024, Decimal(70), True),
        ("IKU-1", 2025, Decimal("84.525"), True),
        ("IKU-2", 2025, Decimal(8), True),
    ]
    assert sorted(Pagu.semua.values_list("versi__nomor", "butir__pengenal", "peran", "nilai")) == [
        (1, "K1", "daun", 1_000_000),
        (1, "P1", "cetak", 1_000_000),
        (2, "P1", "cetak", 900_000),
        (2, "SK1", "daun", 900_000),
    ]
    assert Target.semua.count() == 4
    assert {k.keadaan for k in KartuIndikator.semua.exclude(indikator__kode__startswith="IKU")} == {"ringkas"}


def test_setiap_angka_punya_asal(folder: Path) -> None:
    tulis(
        folder,
        {
            "realisasi.csv": "indikator,tahun,nilai,status,keadaan,sumber\n"
            'IKU-1,2025,"84,52",final,dipulihkan,lkj:12;lkj:14\nIKU-2,2025,8,final,,\n'
        },
    )
    muat(folder)
    instansi = Instansi.objects.get()
    asal = asal_semua(instansi, ["pengukuran.Realisasi"])
    tempat = {
        Realisasi.semua.get(pk=pk).indikator.kode: [
            (a["sumber"], a["baris"], a["tercetak"], a["keadaan"]) for a in isi
        ]
        for (_, pk, _), isi in asal.items()
    }
    assert tempat == {
        "IKU-1": [("lkj", "12", "84,52", "dipulihkan"), ("lkj", "14", "84,52", "dipulihkan")],
        "IKU-2": [("csv:realisasi", "3", "8", "diketik")],
    }
    for model, bidang in ((BarisPK, "nilai"), (Pagu, "nilai"), (Target, "nilai"), (IsianLaporan, "teks")):
        punya = set(
            Asal.semua.filter(
                objek_jenis=model._meta.app_label + "." + model.__name__, bidang=bidang
            ).values_list("objek_id", flat=True)
        )
        assert punya == set(model.semua.values_list("pk", flat=True)), model
    assert Fakta.semua.filter(sumber__kunci="csv:pagu", baris=3).get().rupiah == 1_000_000
    assert SumberDokumen.semua.get(kunci="csv:pagu").judul == "Data yang dimuat: pagu.csv"


def test_jurnal_menyebut_pemuatan(folder: Path) -> None:
    muat(folder)
    entri = Jurnal.objects.get(tindakan="impor.kumpulan.dimuat")
    assert entri.sumber == "impor"
    assert entri.sesudah["baris"]["realisasi"] == 3
    assert "realisasi|IKU-1|2025|" in entri.sesudah["bagian"]
    assert {j.sumber for j in Jurnal.objects.all()} == {"impor"}


def test_muat_ulang_tanpa_perubahan(folder: Path) -> None:
    muat(folder)
    sebelum = isi_tabel()
    assert muat(folder).keadaan == "sama"
    # saved again by a spreadsheet: another delimiter, a BOM, columns in another order
    (folder / "realisasi.csv").write_bytes(
        "\ufeffStatus;Nilai;Tahun;Indikator\r\nfinal;70,0;2024;IKU-1\r\nfinal;84,525;2025;IKU-1\r\n"
        "final;8;2025;IKU-2\r\n".encode()
    )
    assert muat(folder).keadaan == "sama"
    assert isi_tabel() == sebelum


def test_pratinjau_tidak_menulis(folder: Path) -> None:
    hasil = pratinjau(folder)
    assert (hasil.keadaan, hasil.baris[0]) == ("baru", "2 unit")
    assert sum(isi_tabel().values()) == 0
    muat(folder)
    sebelum = isi_tabel()
    ganti(folder, "realisasi.csv", "IKU-2,2025,8,final", "IKU-2,2025,9,final\nIKU-2,2024,11,final")
    hasil = pratinjau(folder)
    assert (hasil.keadaan, hasil.baris) == (
        "berubah",
        ("baru: realisasi IKU-2 2024: 11 (final)", "ubah: realisasi IKU-2 2025: 8 (final) → 9 (final)"),
    )
    assert isi_tabel() == sebelum


def test_realisasi_yang_berubah_menjadi_koreksi_beralasan(folder: Path) -> None:
    muat(folder)
    ganti(folder, "realisasi.csv", "IKU-2,2025,8,final", "IKU-2,2025,9,final")
    sebelum = isi_tabel()
    kepala, pesan = ditolak(folder)
    assert kepala == "Tidak ada yang dimuat: 1 nilai yang sudah tercatat berubah tanpa alasan."
    assert pesan == [
        "realisasi.csv baris 4 kolom nilai: nilai yang sudah tercatat berubah tanpa alasan. Perbaikan: "
        "ulangi "
        'perintahnya dengan --alasan "...".'
    ]
    assert isi_tabel() == sebelum
    assert muat(folder, alasan="salah ketik").keadaan == "berubah"
    versi = Realisasi.semua.filter(indikator__kode="IKU-2").order_by("versi")
    assert [(r.versi, r.nilai_teks, r.terkini, r.alasan_koreksi) for r in versi] == [
        (1, "8", False, ""),
        (2, "9", True, "salah ketik"),
    ]
    assert Jurnal.objects.get(tindakan="pengukuran.realisasi.dikoreksi").alasan == "salah ketik"
    assert muat(folder).keadaan == "sama"


def test_nilai_baru_tidak_memerlukan_alasan(folder: Path) -> None:
    muat(folder)
    ganti(folder, "realisasi.csv", "IKU-2,2025,8,final", "IKU-2,2025,8,final\nIKU-2,2023,14,final")
    assert muat(folder).baris == ("baru: realisasi IKU-2 2023: 14 (final)",)
    assert Realisasi.semua.filter(indikator__kode="IKU-2").count() == 2


def test_koreksi_lewat_pintu_lain_tidak_dikembalikan(folder: Path) -> None:
    """An untouched row of the CSV does not put back a value that was corrected elsewhere since."""
    from opensakip.audit.services import Pelaku
    from opensakip.impor.koreksi import ubah_realisasi

    muat(folder)
    ubah_realisasi(
        instansi=Instansi.objects.get(),
        indikator="IKU-1",
        tahun=2025,
        nilai="85",
        alasan="dibetulkan",
        oleh=Pelaku("Koordinator"),
    )
    ganti(folder, "realisasi.csv", "IKU-2,2025,8,final", "IKU-2,2025,9,final")
    muat(folder, alasan="salah ketik")
    kini = {r.indikator.kode: r.nilai_teks for r in Realisasi.semua.filter(terkini=True, tahun=2025)}
    assert kini == {"IKU-1": "85", "IKU-2": "9"}


PENOLAKAN = {
    "pk": (
        "pk_baris.csv",
        "IKU-2,10",
        "IKU-2,9",
        "pk.csv baris 2: PK pk-2025 sudah ditetapkan, isinya tidak berubah lagi (pihak, baris, anggaran). "
        "Perbaikan: "
        "kembalikan barisnya; perubahan ditulis sebagai PK nomor berikutnya dengan alasan di pk.csv.",
    ),
    "pagu": (
        "pagu.csv",
        "renja,2,SK1,2025,daun,900.000",
        "renja,2,SK1,2025,daun,950.000",
        "versi.csv baris 3: renja versi 2 sudah ditetapkan, isinya tidak berubah lagi (versi, butir, "
        "indikator, "
        "target, pagu, pohon). Perbaikan: kembalikan barisnya; perubahan ditulis sebagai versi baru dengan "
        "alasan di "
        "versi.csv.",
    ),
    "kartu": (
        "indikator.csv",
        "Angka keluhan",
        "Banyaknya keluhan",
        "indikator.csv baris 3: kartu indikator IKU-2 versi 1 sudah ditetapkan, isinya tidak berubah lagi. "
        "Perbaikan: "
        "kembalikan barisnya; definisi yang berubah ditulis sebagai versi berikutnya dengan alasan.",
    ),
    "unit": (
        "unit.csv",
        "Bidang Satu,bidang",
        "Bidang Dua,bidang",
        "unit.csv baris 2: susunan unit berubah. Perbaikan: kembalikan isinya; perubahan unit belum dapat "
        "dimuat dari "
        "berkas.",
    ),
    "instansi": (
        "instansi.csv",
        "Dinas Uji Kabupaten",
        "Dinas Lain Kabupaten",
        "instansi.csv baris 2: data instansi berubah. Perbaikan: kembalikan isinya; yang boleh berubah "
        "hanya tahun "
        "laporan.",
    ),
    "dokumen": (
        "dokumen.csv",
        "Rencana Kerja 2025",
        "Rencana Kerja Dinas 2025",
        "dokumen.csv baris 2: dokumen renja berubah. Perbaikan: kembalikan barisnya, atau beri kode "
        "dokumen baru.",
    ),
    "hilang": (
        "realisasi.csv",
        "IKU-2,2025,8,final\n",
        "",
        "realisasi.csv: yang sudah dimuat tidak ada lagi: IKU-2 2025. Perbaikan: kembalikan barisnya; data "
        "yang sudah "
        "tercatat tidak dihapus, nilai yang batal ditulis dengan status belum_ada.",
    ),
}


@pytest.mark.parametrize("nama", PENOLAKAN)
def test_yang_sudah_ditetapkan_tidak_berubah_lewat_muat_ulang(folder: Path, nama: str) -> None:
    """Refused as a whole: a change that would be allowed does not slip in beside it."""
    muat(folder)
    sebelum = isi_tabel()
    ganti(folder, "realisasi.csv", "IKU-2,2025,8,final", "IKU-2,2025,8,final\nIKU-2,2023,14,final")
    berkas, lama, baru, pesan = PENOLAKAN[nama]
    ganti(folder, berkas, lama, baru)
    for coba in (lambda: muat(folder, alasan="x"), lambda: pratinjau(folder)):
        with pytest.raises(ImporDitolak) as salah:
            coba()
        assert [str(k) for k in salah.value.kesalahan] == [pesan]
        assert salah.value.kepala == (
            f"Tidak ada yang dimuat: {pesan.split()[0].rstrip(':')} mengubah data yang sudah ditetapkan."
        )
    assert isi_tabel() == sebelum


def test_tahun_berikutnya_ditambahkan_pada_folder_yang_sama(folder: Path) -> None:
    """The next year: new agreement, new version of the plan, new indicator, new values; the old stays."""
    muat(folder)
    ganti(folder, "instansi.csv", "Makassar,2025", "Makassar,2026")
    tulis(
        folder,
        {
            "pk.csv": KECIL["pk.csv"].replace("pihak_pertama,", "pihak_pertama,")
            + "pk-2026,DINAS,2026,1,murni,2026-01-09,Kepala Dinas,Bupati\n",
            "pk_baris.csv": KECIL["pk_baris.csv"] + "pk-2026,1,S1,Meningkatnya layanan,IKU-3,5\n",
            "indikator.csv": KECIL["indikator.csv"] + "IKU-3,Layanan baru,Layanan,DINAS,angka,naik,\n",
            "realisasi.csv": KECIL["realisasi.csv"] + "IKU-3,2026,6,final\n",
            "versi.csv": RENCANA["versi.csv"] + "renja,3,pergeseran,2025-11-01,Bergeser,\n",
            "naskah.csv": "tempat,teks\nsasaran.S1.sebab,Sebab tahun ini.\n",
        },
    )
    hasil = muat(folder)
    assert (hasil.keadaan, hasil.tahun) == ("berubah", 2026)
    assert VersiPK.semua.get(kode="pk-2026").keadaan == "ditetapkan"
    assert [v.nomor for v in VersiDokumen.semua.order_by("nomor")] == [1, 2, 3]
    assert Indikator.semua.filter(kode="IKU-3").exists()
    assert sorted(Naskah.semua.values_list("tahun", "isi")) == [
        (2025, "Sebabnya."),
        (2026, "Sebab tahun ini."),
    ]
    assert muat(folder).keadaan == "sama"


def test_kartu_versi_berikutnya(folder: Path) -> None:
    """A changed definition is a new row of the card; the old one stays, the identity is one."""
    muat(folder)
    baru = "IKU-1,Jumlah layanan tuntas,Layanan,DINAS,angka,naik,maks,2,2026-01-01,Cara hitung baru,ya\n"
    kepala, *baris = KECIL["indikator.csv"].splitlines()
    isi = [f"{kepala},versi,berlaku_mulai,alasan,putus_deret", *(f"{b},,,," for b in baris)]
    (folder / "indikator.csv").write_text("\n".join(isi) + "\n" + baru, encoding="utf-8")
    assert muat(folder).baris == ("baru: kartu indikator IKU-1 versi 2",)
    kartu = KartuIndikator.semua.filter(indikator__kode="IKU-1").order_by("versi")
    assert [(k.versi, k.nama, k.putus_deret) for k in kartu] == [
        (1, "Jumlah layanan selesai", False),
        (2, "Jumlah layanan tuntas", True),
    ]
    assert Indikator.semua.filter(kode="IKU-1").count() == 1


def test_naskah_dan_bagian_diganti_tanpa_alasan(folder: Path) -> None:
    muat(folder)
    ganti(folder, "naskah.csv", "Sebabnya.", "Sebab lain.")
    ganti(folder, "bagian.csv", "Pelaksana,7", "Pelaksana,8\npegawai,2,Fungsional,3")
    assert muat(folder).baris == ("ubah: naskah 2025 sasaran.S1.sebab", "ubah: bagian 2025")
    assert Naskah.semua.get().isi == "Sebab lain."
    assert list(IsianLaporan.semua.order_by("urut").values_list("jumlah", flat=True)) == [8, 3]


def test_data_salah_tidak_menulis_apa_pun(folder: Path) -> None:
    ganti(folder, "realisasi.csv", "IKU-2,2025,8,final", "IKU-9,2025,8,final")
    kepala, pesan = ditolak(folder)
    assert kepala == "Data tidak dimuat: 1 kesalahan."
    assert len(pesan) == 1
    assert sum(isi_tabel().values()) == 0


LANGKAH: list[tuple[Any, str]] = [
    (modul_muat.muat_rencana, "muat_rencana"),
    (modul_muat.muat_ukur, "muat_pk"),
    (modul_muat.muat_ukur, "muat_realisasi"),
    (modul_muat.muat_ukur, "muat_efisiensi"),
    (modul_muat.muat_laporan, "muat_catatan"),
    (modul_muat.audit, "catat"),
]


class Terputus(RuntimeError):
    """The fault put in the middle."""


@pytest.mark.parametrize(("tempat", "nama"), LANGKAH, ids=[n for _, n in LANGKAH])
def test_galat_di_tengah_tidak_meninggalkan_apa_pun(
    folder: Path, monkeypatch: pytest.MonkeyPatch, tempat: Any, nama: str
) -> None:
    asli: Callable[..., Any] = getattr(tempat, nama)

    def putus(*args: Any, **kwargs: Any) -> None:
        if nama == "catat" and args[0] != modul_muat.TINDAKAN:  # let the acts write, break the last entry
            asli(*args, **kwargs)
            return
        raise Terputus(nama)

    with monkeypatch.context() as tambal:
        tambal.setattr(tempat, nama, putus)
        with pytest.raises(Terputus):
            muat(folder)
        assert sum(isi_tabel().values()) == 0
    assert muat(folder).keadaan == "baru"


def test_galat_di_tengah_perubahan_tidak_meninggalkan_apa_pun(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    muat(folder)
    sebelum = isi_tabel()
    ganti(folder, "realisasi.csv", "IKU-2,2025,8,final", "IKU-2,2025,9,final")
    ganti(folder, "naskah.csv", "Sebabnya.", "Sebab lain.")

    def putus(*_: Any) -> None:
        raise Terputus

    monkeypatch.setattr(modul_muat.muat_laporan, "muat_naskah", putus)
    with pytest.raises(Terputus):
        muat(folder, alasan="x")
    assert isi_tabel() == sebelum
    assert Realisasi.semua.get(indikator__kode="IKU-2", terkini=True).nilai_teks == "8"


def test_penolakan_ruang_menjadi_satu_kalimat(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A refusal of a room that the checks did not foresee is still a refusal, not a crash."""
    from opensakip.perjanjian.errors import PKTidakSah

    def tolak(*_: Any) -> None:
        raise PKTidakSah("PK “x” tidak sah. Perbaiki.")

    monkeypatch.setattr(modul_muat.muat_ukur, "muat_pk", tolak)
    assert ditolak(folder) == ("Data tidak dimuat: PK “x” tidak sah. Perbaiki.", [])
    assert Unit.semua.count() == 0


def test_instansi_yang_tidak_dibuat_dari_berkas(folder: Path) -> None:
    Instansi.objects.create(slug="dinas-uji", nama="Lain", rumpun="kabkota")
    assert ditolak(folder)[1] == [
        "instansi.csv baris 2 kolom slug: instansi dinas-uji sudah ada dan tidak dibuat dari berkas. "
        "Perbaikan: pakai "
        "slug lain."
    ]


def test_jumlah_kueri_tidak_bertambah_dengan_baris(folder: Path, tmp_path: Path) -> None:
    """Ten times the values: the same statements, but for the batches of bulk inserts."""
    with CaptureQueriesContext(connection) as sedikit:
        muat(folder)
    besar = tulis(
        tmp_path / "besar",
        {p.name: p.read_text(encoding="utf-8") for p in folder.iterdir()},
        {
            "instansi.csv": KECIL["instansi.csv"].replace("dinas-uji", "dinas-besar"),
            "indikator.csv": KECIL["indikator.csv"]
            + "".join(f"X-{i},Indikator {i},Buah,DINAS,angka,naik,\n" for i in range(100)),
            "realisasi.csv": KECIL["realisasi.csv"]
            + "".join(f"X-{i},{tahun},{i},final\n" for i in range(100) for tahun in (2024, 2025)),
        },
    )
    with CaptureQueriesContext(connection) as banyak:
        muat(besar)
    assert len(banyak) - len(sedikit) <= 25, "ada kueri per baris"


def test_contoh_terbesar_dimuat_dengan_sedikit_kueri() -> None:
    """Some four thousand rows with their origins in a few hundred statements: seconds on any machine."""
    from opensakip.impor.paket import daftar_contoh

    terbesar = next(c for c in daftar_contoh() if c.slug == "setda-banten")
    with CaptureQueriesContext(connection) as kueri:
        assert muat(terbesar.folder).keadaan == "baru"
    assert Asal.semua.count() > 1_000
    assert len(kueri) < 450
