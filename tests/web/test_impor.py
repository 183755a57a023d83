"""Pages of the import: who may, the whole way from upload to undo without a script, and nothing leaks."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from opensakip.akun import services as akun
from opensakip.impor import selectors
from opensakip.impor.models import Batch, TanyaImpor
from opensakip.organisasi.models import Instansi, Unit
from opensakip.perencanaan.models import Butir, VersiDokumen
from tests.impor.test_batch import berkas
from tests.web.klien import Halaman, Klien
from tests.web.perabot import AWAL, OLEH, SANDI, petugas, tanam

AKAR = "/i/dinas-uji/2030/impor/"
RAGU = (("\t\t\t\t\t\tPenyiraman\t", "\t\t\t\t\t\t\t"),)


def orang(instansi: Instansi, peran: str, unit: str = "DKP") -> Any:
    p = akun.daftarkan_pengguna(surel=f"{peran}@uji.example", nama=f"Jabatan {peran}", sandi=SANDI, oleh=OLEH)
    tempat = Unit.semua.get(instansi=instansi, kode=unit)
    akun.tugaskan(pengguna=p, instansi=instansi, peran=peran, unit=tempat, mulai=AWAL, oleh=OLEH)
    return p


def kirim(klien: Klien, isi: bytes, **lain: str) -> Any:
    data = {"berkas": SimpleUploadedFile("renja.txt", isi), **lain}
    return klien.asli.post(f"{AKAR}unggah/", data)


@pytest.fixture
def masuk(dinas: Instansi, klien: Klien) -> Klien:
    """Signed in as somebody who fills data."""
    klien.asli.force_login(orang(dinas, "operator"))
    return klien


def tulisan(h: Halaman, jalur: str) -> list[str]:
    return [h.tulisan(x) for x in h.semua(jalur)]


def test_dari_unggah_sampai_urung_tanpa_skrip(masuk: Klien, dinas: Instansi) -> None:
    h = masuk.buka(AKAR)
    assert h.judul == "Impor dokumen 2030"
    assert "Belum ada berkas" in h.teks
    jawaban = kirim(masuk, berkas(*RAGU), unit="DKP")
    assert jawaban.status_code == 303
    alamat = jawaban.headers["Location"]
    h = masuk.buka(alamat)
    assert "Dikenali sebagai Rencana kerja (Renja) dengan pagu" in h.teks
    assert "Masih 1 pertanyaan" in h.teks
    (kutipan,) = tulisan(h, "//blockquote")
    assert "Jumlah Petak Disiram" in kutipan
    assert not h.semua("//form[contains(@action, '/terapkan/')]"), "belum boleh diterapkan"
    (soal,) = TanyaImpor.semua.all()
    assert (
        masuk.asli.post(f"{alamat}jawab/", {f"p-{soal.urut}": "isian", f"i-{soal.urut}": "Siram"}).status_code
        == 303
    )
    h = masuk.buka(alamat)
    assert "siap diterapkan" in h.teks
    baris = tulisan(h, "//section[@aria-labelledby='pratinjau']//tbody/tr")
    assert len(baris) == 7
    assert any("Siram" in b and "Baru" in b and "200.000" in b for b in baris)
    assert masuk.asli.post(f"{alamat}terapkan/").status_code == 303
    assert Butir.semua.filter(teks="Siram").count() == 2
    h = masuk.buka(alamat)
    assert "Diterapkan" in h.teks
    assert "Jabatan operator" in h.teks
    assert masuk.asli.post(f"{alamat}urungkan/", {"alasan": "salah tahun"}).status_code == 303
    assert not Butir.semua.exists()
    assert "Diurungkan" in masuk.buka(AKAR).teks


def test_beranda_menunjuk_impor_hanya_bagi_yang_boleh(masuk: Klien, dinas: Instansi) -> None:
    assert AKAR in set(masuk.buka("/i/dinas-uji/").tautan())
    lain = Klien()
    assert AKAR not in set(lain.buka("/i/dinas-uji/").tautan())
    lain.asli.force_login(orang(dinas, "pembaca"))
    assert AKAR not in set(lain.buka("/i/dinas-uji/").tautan())


def test_pemetaan_dan_jenis_dapat_dibetulkan(masuk: Klien, dinas: Instansi) -> None:
    alamat = kirim(masuk, berkas()).headers["Location"]
    data = {
        "dokumen": "renja-taman",
        "uang-murni": "lewati",
        "uang-perubahan": "perubahan",
        "pemilik-1": "BID2",
    }
    assert masuk.asli.post(f"{alamat}petakan/", data | {"berlaku-perubahan": "2030-09-01"}).status_code == 303
    batch = Batch.semua.get()
    assert batch.pemetaan["pemilik"] == {"BIDANG SATU": "", "Petugas Luar": "BID2"}
    assert masuk.asli.post(f"{alamat}kenali/", {"sebagai": "rka"}).status_code == 409
    assert masuk.asli.post(f"{alamat}terapkan/").status_code == 303
    versi = VersiDokumen.semua.get()
    assert (versi.dokumen.kode, versi.tahap, str(versi.berlaku_mulai)) == (
        "renja-taman",
        "perubahan",
        "2030-09-01",
    )


def test_usulan_untuk_semua_pada_satu_kelompok(masuk: Klien, dinas: Instansi) -> None:
    isi = berkas(("Pohon\t40", "Phon\t40"), ("Pohon Dipangkas", "Pohon Dipangkas dan"))
    alamat = kirim(masuk, isi).headers["Location"]
    assert masuk.asli.post(f"{alamat}usulan/", {"jenis": "nama_terpotong"}).status_code == 303
    assert not [t for t in TanyaImpor.semua.filter(jenis="nama_terpotong") if not t.pilihan]


def test_saringan_pratinjau(masuk: Klien, dinas: Instansi) -> None:
    alamat = kirim(masuk, berkas(*RAGU)).headers["Location"]
    assert len(masuk.buka(f"{alamat}?tindakan=ragu").semua("//tbody/tr")) == 1
    assert len(masuk.buka(f"{alamat}?tindakan=baru&halaman=99").semua("//tbody/tr")) == 6
    assert len(masuk.buka(f"{alamat}?tindakan=%3Cb%3E&halaman=x").semua("//tbody/tr")) == 7


@pytest.mark.parametrize("peran", ["pembaca", "apip", "pimpinan", "verifikator", "evaluator"])
def test_peran_lain_tidak_menemukan_halamannya(dinas: Instansi, klien: Klien, peran: str) -> None:
    klien.asli.force_login(orang(dinas, peran))
    klien.buka(AKAR, 404)
    assert kirim(klien, berkas()).status_code == 404
    assert not Batch.semua.exists()


def test_pengunjung_petugas_unit_dan_instansi_lain_mendapat_404(dinas: Instansi, masuk: Klien) -> None:
    alamat = kirim(masuk, berkas(*RAGU)).headers["Location"]
    lain = tanam("lain", contoh=False)
    for siapa in (None, orang(dinas, "koordinator", unit="BID1"), petugas(lain, surel="lain@uji.example")):
        klien = Klien()
        if siapa is not None:
            klien.asli.force_login(siapa)
        klien.buka(AKAR, 404)
        klien.buka(alamat, 404)
        klien.buka(alamat.replace("dinas-uji", "lain"), 404)
        for aksi in ("jawab", "petakan", "kenali", "usulan", "terapkan", "urungkan", "buang"):
            assert klien.asli.post(f"{alamat}{aksi}/").status_code == 404
    assert Batch.semua.get().keadaan == "dikenali"
    masuk.buka(alamat.replace("/2030/", "/2029/"), 404)
    assert masuk.asli.post(f"{alamat}entah/").status_code == 404


def test_formulir_tanpa_tanda_ditolak(dinas: Instansi) -> None:
    klien = Client(enforce_csrf_checks=True)
    klien.force_login(orang(dinas, "operator"))
    data = {"berkas": SimpleUploadedFile("renja.txt", berkas())}
    assert klien.post(f"{AKAR}unggah/", data).status_code == 403
    assert not Batch.semua.exists()


@pytest.mark.parametrize(
    ("data", "kata"),
    [
        ({}, "Belum ada berkas"),
        ({"berkas": b"hanya surat\n"}, "tidak ditemukan tabel"),
        ({"berkas": b"PK\x03\x04rusak"}, "renja.txt"),
        ({"berkas": b"x\ty\n", "sebagai": "gaib"}, "Pilih dari daftar"),
        ({"berkas": b"x\ty\n", "unit": "GAIB"}, "Pilih dari daftar"),
    ],
)
def test_unggahan_yang_tidak_dapat_dipakai(
    masuk: Klien, dinas: Instansi, data: dict[str, Any], kata: str
) -> None:
    isi = dict(data)
    if "berkas" in isi:
        isi["berkas"] = SimpleUploadedFile("renja.txt", isi["berkas"])
    jawaban = masuk.asli.post(f"{AKAR}unggah/", isi)
    assert jawaban.status_code == 409
    assert kata in jawaban.content.decode()
    assert not Batch.semua.exists()


def test_teks_dari_berkas_tidak_menjadi_markah(masuk: Klien, dinas: Instansi) -> None:
    isi = berkas(("Penyiraman\t", "<script>x</script> dan\t"))
    h = masuk.buka(kirim(masuk, isi).headers["Location"])
    assert "<script>x" not in h.html


def test_pertanyaan_basis_data_tidak_bertambah_dengan_baris(masuk: Klien, dinas: Instansi) -> None:
    jumlah = []
    for n in (1, 30):
        tambah = "".join(f"\t\t\t\t\t\tTambahan {i}\tJumlah Berkas {i}\tBerkas\t1\t\t\t\n" for i in range(n))
        alamat = kirim(masuk, berkas() + tambah.encode()).headers["Location"]
        masuk.buka(alamat)
        with CaptureQueriesContext(connection) as catat:
            masuk.buka(alamat)
        jumlah.append(len(catat))
    assert jumlah[0] == jumlah[1]
    assert jumlah[0] <= 24
    assert len(selectors.daftar_batch(dinas, 2030)) == 2
