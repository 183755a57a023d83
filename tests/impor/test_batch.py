"""An uploaded document: staged, mapped, asked, previewed, applied in one go, undone while nothing stands on it."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps

from opensakip.anggaran.models import Pagu
from opensakip.audit.models import Jurnal
from opensakip.audit.services import Pelaku
from opensakip.berkas.selectors import asal_semua
from opensakip.impor import selectors, services
from opensakip.impor.batch.bentuk import NAMA_JENIS
from opensakip.impor.errors import BatchTidakSiap, TidakDikenali
from opensakip.impor.models import Batch, TanyaImpor
from opensakip.impor.muat import muat
from opensakip.organisasi.models import Instansi, Unit
from opensakip.pelaporan.services import bekukan
from opensakip.perencanaan.models import Butir, Dokumen, Target, VersiDokumen
from tests.impor.kecil import KECIL, tulis

pytestmark = pytest.mark.django_db
OLEH = Pelaku(nama="Perencana", peran="operator", sumber="web")

KEPALA = (
    "SASARAN\tINDIKATOR SASARAN\tPROGRAM\tINDIKATOR PROGRAM\tKEGIATAN\tINDIKATOR KEGIATAN\tSUB KEGIATAN\t"
    "INDIKATOR SUB KEGIATAN\tSATUAN\tTARGET\tPAGU ANGGARAN (Rp)\t\tPENANGGUNG JAWAB\n"
    "\t\t\t\t\t\t\t\t\t\tMURNI\tPERUBAHAN\t\n"
)
BARIS = [
    "Taman kota terawat\tIndeks Taman\t\t\t\t\t\t\tNilai\t80,5\t900.000\t800.000\tBIDANG SATU",
    "\t\tProgram Taman\tPersentase Taman Terawat\t\t\t\t\tPersen\t90\t900.000\t800.000\t",
    "\t\t\t\tPerawatan Pohon\tPersentase Pohon Sehat\t\t\tPersen\t95\t600.000\t500.000\t",
    "\t\t\t\t\t\tPemangkasan\tJumlah Pohon Dipangkas\tPohon\t40\t400.000\t300.000\t",
    "\t\t\t\t\t\tPenyiraman\tJumlah Petak Disiram\tPetak\t12\t200.000\t200.000\t",
    "\t\t\t\tPerawatan Jalan\tPersentase Jalan Baik\t\t\tPersen\t70\t300.000\t300.000\tPetugas Luar",
    "\t\t\t\t\t\tPengerasan\tJumlah Ruas Dikeraskan\tRuas\t3\t300.000\t300.000\t",
]


def berkas(*ganti: tuple[str, str]) -> bytes:
    """The text of the table, with replacements; each must hit."""
    teks = KEPALA + "\n".join(BARIS) + "\n"
    for lama, baru in ganti:
        assert lama in teks
        teks = teks.replace(lama, baru)
    return teks.encode()


@pytest.fixture
def dinas(tmp_path: Path) -> Instansi:
    muat(tulis(tmp_path / "dinas", KECIL))
    return Instansi.objects.get(slug="dinas-uji")


def unggah(dinas: Instansi, isi: bytes = b"", **lain: Any) -> Batch:
    unit = Unit.semua.get(instansi=dinas, kode="DINAS")
    isi = isi or berkas()
    return services.unggah(
        instansi=dinas, unit=unit, tahun=2025, nama="renja.txt", isi=isi, oleh=OLEH, **lain
    )


def isi_ruang() -> dict[str, int]:
    """Rows of every table but staging and journal."""
    model = [m for m in apps.get_models() if m.__module__.startswith("opensakip.")]
    return {
        m._meta.label: m._base_manager.count() for m in model if m._meta.app_label not in ("impor", "audit")
    }


def test_unggah_mengenali_dan_tidak_menulis_ke_ruang(dinas: Instansi) -> None:
    sebelum = isi_ruang()
    batch = unggah(dinas)
    assert (batch.sebagai, batch.keadaan) == ("renja", "dikenali")
    assert isi_ruang() == sebelum
    assert not selectors.soal(batch)
    assert batch.pemetaan["pemilik"] == {"BIDANG SATU": "BID1", "Petugas Luar": ""}
    assert unggah(dinas).pk == batch.pk  # the same file is not staged twice


def test_pratinjau_menyebut_baru_lalu_terapkan_menulis_dua_tahap_dengan_asal(dinas: Instansi) -> None:
    batch = unggah(dinas)
    p = selectors.pratinjau(batch)
    assert p.jumlah == {"baru": 7}
    assert p.siap
    services.terapkan(batch=batch, oleh=OLEH)
    versi = list(VersiDokumen.semua.filter(dokumen__kode="renja-2025").order_by("nomor"))
    assert [(v.tahap, v.keadaan) for v in versi] == [("murni", "ditetapkan"), ("perubahan", "ditetapkan")]
    pagu = Pagu.semua.get(versi=versi[1], butir__teks="Pemangkasan")
    assert (pagu.nilai, pagu.peran, pagu.tahun) == (Decimal(300000), "daun", 2025)
    assert Pagu.semua.get(versi=versi[0], butir__teks="Perawatan Pohon").peran == "cetak"
    assert Butir.semua.get(versi=versi[0], teks="Penyiraman").induk.teks == "Perawatan Pohon"
    target = Target.semua.get(versi=versi[0], baris__nama_cetak="Indeks Taman")
    assert target.nilai.angka == Decimal("80.5")
    asal = asal_semua(dinas, ["perencanaan.Target", "anggaran.Pagu"])
    (satu,) = asal[("perencanaan.Target", target.pk, "nilai")]
    assert (satu["judul"], satu["baris"], satu["tercetak"]) == ("renja.txt", "3", "80,5")
    (dua,) = asal[("anggaran.Pagu", pagu.pk, "nilai")]
    assert (dua["baris"], dua["tercetak"]) == ("6", "300.000")
    assert [j.tindakan for j in Jurnal.objects.order_by("seq")][-1] == "impor.batch.diterapkan"


def test_pemilik_yang_tidak_dikenal_diperingatkan_dan_tidak_hilang(dinas: Instansi) -> None:
    batch = services.terapkan(batch=unggah(dinas), oleh=OLEH)
    jalan = Butir.semua.filter(versi__dokumen__kode="renja-2025", teks="Perawatan Jalan").first()
    assert jalan is not None
    assert jalan.catatan == "Penanggung jawab menurut sumber: Petugas Luar."
    assert jalan.unit.kode == "DINAS"
    assert batch.pemetaan["pemilik"]["Petugas Luar"] == ""


def test_pemetaan_diperbaiki_dengan_tangan(dinas: Instansi) -> None:
    batch = unggah(dinas)
    services.petakan(
        batch=batch,
        ubah={
            "dokumen": "rencana-taman",
            "judul": "Rencana Taman",
            "pemilik": {"Petugas Luar": "BID1"},
            "uang": {"murni": "lewati"},
            "berlaku": {"perubahan": "2025-09-01"},
        },
        oleh=OLEH,
    )
    services.terapkan(batch=batch, oleh=OLEH)
    versi = VersiDokumen.semua.get(dokumen__kode="rencana-taman")
    assert (versi.tahap, str(versi.berlaku_mulai)) == ("perubahan", "2025-09-01")
    assert Butir.semua.get(versi=versi, teks="Perawatan Jalan").unit.kode == "BID1"


@pytest.mark.parametrize(
    ("ubah", "kata"),
    [
        ({"pemilik": {"Petugas Luar": "TIDAK"}}, "tidak dikenal"),
        ({"berlaku": {"murni": "kemarin"}}, "2030-12-31"),
        ({"pengali": "7"}, "Pengali"),
        ({"dokumen": "a/b"}, "Kode dokumen"),
    ],
)
def test_pemetaan_yang_salah_ditolak(dinas: Instansi, ubah: dict[str, Any], kata: str) -> None:
    batch = unggah(dinas)
    with pytest.raises(BatchTidakSiap, match=kata):
        services.petakan(batch=batch, ubah=ubah, oleh=OLEH)


def test_pertanyaan_harus_dijawab_sebelum_diterapkan(dinas: Instansi) -> None:
    batch = unggah(dinas, berkas(("\t\t\t\t\t\tPenyiraman\t", "\t\t\t\t\t\t\t")))
    (soal,) = selectors.soal(batch)
    assert soal.jenis == "nama_tidak_tercetak"
    assert "Jumlah Petak Disiram" in soal.kutipan
    assert selectors.pratinjau(batch).jumlah["ragu"] == 1
    with pytest.raises(BatchTidakSiap, match="1 pertanyaan"):
        services.terapkan(batch=batch, oleh=OLEH)
    with pytest.raises(BatchTidakSiap, match="Isi jawabannya"):
        services.jawab(batch=batch, jawaban={soal.urut: ("isian", " ")}, oleh=OLEH)
    services.jawab(batch=batch, jawaban={soal.urut: ("isian", "Menyiram")}, oleh=OLEH)
    services.terapkan(batch=batch, oleh=OLEH)
    assert Butir.semua.filter(teks="Menyiram").count() == 2
    soal.refresh_from_db()
    assert soal.dijawab_oleh == "Perencana"


def test_berkas_yang_sama_kedua_kali_tidak_menulis_apa_pun(dinas: Instansi) -> None:
    services.terapkan(batch=unggah(dinas), oleh=OLEH)
    kedua = unggah(dinas)
    p = selectors.pratinjau(kedua)
    assert p.jumlah == {"sama": 7}
    assert not p.siap
    sebelum = isi_ruang()
    with pytest.raises(BatchTidakSiap, match="sama dengan yang sudah ada"):
        services.terapkan(batch=kedua, oleh=OLEH)
    assert isi_ruang() == sebelum


def test_perbaikan_menjadi_versi_baru_hanya_untuk_tahap_yang_berubah(dinas: Instansi) -> None:
    services.terapkan(batch=unggah(dinas), oleh=OLEH)
    baru = unggah(
        dinas,
        berkas(
            ("900.000\t800.000", "900.000\t810.000"),
            ("300.000\t300.000\tPetugas", "300.000\t310.000\tPetugas"),
            ("Ruas\t3\t300.000\t300.000", "Ruas\t3\t300.000\t310.000"),
        ),
    )
    p = selectors.pratinjau(baru)
    assert p.jumlah == {"berubah": 4, "sama": 3}
    assert "pagu 2025: 300.000 → 310.000" in p.tindakan[p.rencana.baris[6].pengenal][1]
    services.terapkan(batch=baru, oleh=OLEH)
    versi = VersiDokumen.semua.filter(dokumen__kode="renja-2025").order_by("nomor")
    assert [v.tahap for v in versi] == ["murni", "perubahan", "perubahan"]
    lama, kini = (Butir.semua.get(versi=v, teks="Pengerasan") for v in list(versi)[1:])
    assert (lama.pengenal, lama.unsur_id) == (kini.pengenal, kini.unsur_id)
    assert kini.asal_id == lama.pk


def test_urungkan_mengembalikan_semua_seperti_semula(dinas: Instansi) -> None:
    sebelum = isi_ruang()
    batch = services.terapkan(batch=unggah(dinas), oleh=OLEH)
    assert isi_ruang() != sebelum
    services.urungkan(batch=batch, oleh=OLEH, alasan="salah berkas")
    assert isi_ruang() == sebelum
    assert Jurnal.objects.filter(tindakan="impor.batch.diurungkan", alasan="salah berkas").exists()
    with pytest.raises(BatchTidakSiap, match="Hanya batch"):
        services.urungkan(batch=batch, oleh=OLEH)
    services.terapkan(batch=unggah(dinas), oleh=OLEH)  # and it can be loaded again


def test_urungkan_ditolak_selama_ada_yang_berdiri_di_atasnya(dinas: Instansi) -> None:
    pertama = services.terapkan(batch=unggah(dinas), oleh=OLEH)
    kedua = unggah(dinas, berkas(("Petak\t12\t", "Petak\t13\t")))
    services.terapkan(batch=kedua, oleh=OLEH)
    with pytest.raises(BatchTidakSiap, match="versi dokumen yang lebih baru"):
        services.urungkan(batch=pertama, oleh=OLEH)
    services.urungkan(batch=kedua, oleh=OLEH)
    services.urungkan(batch=pertama, oleh=OLEH)
    assert not Dokumen.semua.filter(kode="renja-2025").exists()


def test_urungkan_ditolak_sesudah_angka_dibekukan(dinas: Instansi) -> None:
    batch = services.terapkan(batch=unggah(dinas), oleh=OLEH)
    bekukan(instansi=dinas, tahun=2025, oleh=OLEH)
    with pytest.raises(BatchTidakSiap, match="cuplikan nomor 1"):
        services.urungkan(batch=batch, oleh=OLEH)
    assert Butir.semua.filter(teks="Pengerasan").exists()


def test_gagal_di_tengah_tidak_menyisakan_apa_pun(dinas: Instansi, monkeypatch: pytest.MonkeyPatch) -> None:
    batch = unggah(dinas)
    sebelum = isi_ruang()

    def rusak(**_: object) -> None:
        raise RuntimeError("listrik padam")

    monkeypatch.setattr("opensakip.anggaran.services.isi_pagu", rusak)
    with pytest.raises(RuntimeError):
        services.terapkan(batch=batch, oleh=OLEH)
    assert isi_ruang() == sebelum
    batch.refresh_from_db()
    assert batch.keadaan == "dikenali"


def test_terapkan_dua_kali_hanya_sekali(dinas: Instansi) -> None:
    batch = services.terapkan(batch=unggah(dinas), oleh=OLEH)
    sebelum = isi_ruang()
    services.terapkan(batch=batch, oleh=OLEH)
    assert isi_ruang() == sebelum
    with pytest.raises(BatchTidakSiap, match="sudah diterapkan"):
        services.buang(batch=batch, oleh=OLEH)


def test_batch_yang_dibuang_tidak_meninggalkan_berkasnya(dinas: Instansi) -> None:
    batch = services.buang(batch=unggah(dinas), oleh=OLEH)
    assert not batch.isi
    assert not TanyaImpor.semua.filter(batch=batch).exists()
    assert not selectors.daftar_batch(dinas, 2025)


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        (b"", "kosong"),
        (b"Sebuah surat biasa tanpa tabel.\n", "tidak ditemukan tabel"),
        (b"a\tb\n1\t2\n", "tidak ditemukan tabel"),
        (b"\x00\x01\x02" * 50, "renja.txt"),
    ],
)
def test_berkas_yang_tidak_dapat_dikenali(dinas: Instansi, isi: bytes, kata: str) -> None:
    unit = Unit.semua.get(instansi=dinas, kode="DINAS")
    with pytest.raises(TidakDikenali, match=kata):
        services.unggah(instansi=dinas, unit=unit, tahun=2025, nama="renja.txt", isi=isi, oleh=OLEH)
    assert not Batch.semua.exists()


def test_berkas_terlalu_besar(dinas: Instansi) -> None:
    with pytest.raises(TidakDikenali, match="paling besar 20 MB"):
        unggah(dinas, b"x" * (20 * 1024 * 1024 + 1))


def test_setiap_jenis_punya_nama() -> None:
    assert set(NAMA_JENIS) >= {"renja", "rka", "pk", "iku", "capaian", "pohon", "dpa", "lke", "skm", "kode"}


@pytest.mark.bahan
@pytest.mark.parametrize(
    ("pola", "butir", "batas"), [("seeds/002_*.txt", 314, 40), ("seeds/000_*.txt", 51, 2)]
)
def test_dokumen_nyata_dimuat_lalu_diurungkan(
    dinas: Instansi, bahan: Path, pola: str, butir: int, batas: int
) -> None:
    jalur = next(bahan.glob(pola))
    unit = Unit.semua.get(instansi=dinas, kode="DINAS")
    sebelum = isi_ruang()
    batch = services.unggah(
        instansi=dinas, unit=unit, tahun=2025, nama=jalur.name, isi=jalur.read_bytes(), oleh=OLEH
    )
    wajib = [t for t in selectors.soal(batch) if not t.catatan]
    assert len(wajib) <= batas
    for jenis in {t.jenis for t in wajib}:
        services.jawab_kelompok(batch=batch, jenis=jenis, oleh=OLEH)
    sisa = [t for t in selectors.soal(batch) if not t.pilihan and not t.catatan]
    services.jawab(batch=batch, jawaban={t.urut: ("isian", "Diketik") for t in sisa}, oleh=OLEH)
    services.terapkan(batch=batch, oleh=OLEH)
    for versi in VersiDokumen.semua.filter(dokumen__instansi=dinas):
        assert Butir.semua.filter(versi=versi).count() >= butir
    services.urungkan(batch=batch, oleh=OLEH)
    assert isi_ruang() == sebelum
