"""Pages of the review: who may do what, the whole way from a report to its statement, and nothing leaks."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from opensakip.akun import services as akun
from opensakip.organisasi.models import Instansi, Unit
from opensakip.periksa.jalan import Hasil
from opensakip.reviu import services
from opensakip.reviu.models import Reviu, TemuanReviu
from opensakip.reviu.pemeriksaan import simpan_hasil
from tests.ruang.test_reviu import ANEH, BACAAN, SALAH, SEL
from tests.web.klien import Halaman, Klien
from tests.web.perabot import AWAL, OLEH, SANDI, petugas, tanam

AKAR = "/i/dinas-uji/2030/reviu/"
SATU = f"{AKAR}1/"


def orang(instansi: Instansi, peran: str, unit: str = "DKP") -> Any:
    """A person with one role."""
    p = akun.daftarkan_pengguna(surel=f"{peran}@uji.example", nama=f"Jabatan {peran}", sandi=SANDI, oleh=OLEH)
    tempat = Unit.semua.get(instansi=instansi, kode=unit)
    akun.tugaskan(pengguna=p, instansi=instansi, peran=peran, unit=tempat, mulai=AWAL, oleh=OLEH)
    return p


@pytest.fixture
def putaran(dinas: Instansi) -> Reviu:
    """A running round with three findings."""
    reviu = services.buka_reviu(
        instansi=dinas, tahun=2030, oleh=OLEH, nama_berkas="laporan.txt", isi=b"laporan"
    )
    simpan_hasil(reviu, Hasil((BACAAN,), (SALAH, SEL, ANEH)))
    return reviu


def test_pengunjung_dan_petugas_unit_tidak_melihat_reviu(
    dinas: Instansi, putaran: Reviu, klien: Klien
) -> None:
    """A working paper is not public, even of an example, and not for a person of one unit."""
    for alamat in (AKAR, SATU, f"{SATU}daftar-uji/", f"{SATU}catatan.pdf"):
        klien.buka(alamat, 404)
    klien.asli.force_login(orang(dinas, "operator", unit="BID1"))
    for alamat in (AKAR, SATU, f"{SATU}daftar-uji/", f"{SATU}catatan.pdf"):
        klien.buka(alamat, 404)


def test_petugas_instansi_lain_mendapat_404_juga_saat_menulis(
    dinas: Instansi, putaran: Reviu, klien: Klien
) -> None:
    klien.asli.force_login(petugas(tanam("lain", contoh=False)))
    for alamat in (AKAR, SATU, f"{SATU}daftar-uji/", f"{SATU}catatan.docx"):
        klien.buka(alamat, 404)
    for alamat in (
        "buka/",
        "tetapkan/",
        "1/temuan/1/",
        "1/tambah/",
        "1/kembalikan/",
        "1/nyatakan/",
        "1/daftar-uji/",
    ):
        assert klien.asli.post(AKAR + alamat, {"tindakan": "terima"}).status_code == 404
    assert set(TemuanReviu.semua.values_list("keadaan", flat=True)) == {"baru"}


def test_naskah_di_samping_temuan(dinas: Instansi, putaran: Reviu, klien: Klien) -> None:
    klien.asli.force_login(orang(dinas, "apip"))
    h = klien.buka(SATU)
    assert [h.tulisan(x)[0] for x in h.semua("//ol[@class='temuan']/li/h3")] == ["1", "2", "3"]
    tanda = h.semua("//a[contains(@class, 'temu ')]")
    assert {x.get("href") for x in tanda} == {"#t1", "#t2", "#t3"}
    for x in h.semua("//div[@class='atas']/a"):
        assert h.semua(f"//*[@id='{x.get('href')[1:]}']"), "tempat temuan menunjuk kutipannya"
    h = klien.buka(f"{SATU}?tingkat=sedang")
    assert len(h.semua("//ol[@class='temuan']/li")) == 1
    assert {x.get("href") for x in h.semua("//a[contains(@class, 'temu ')]")} == {"#t2"}
    klien.buka(f"{SATU}?tingkat=%3Cscript%3E&jenis=zzz")


def test_hanya_apip_memutuskan_hanya_koordinator_menanggapi(
    dinas: Instansi, putaran: Reviu, klien: Klien
) -> None:
    klien.asli.force_login(orang(dinas, "koordinator"))
    assert not klien.buka(SATU).semua("//button[@value='terima']")
    for alamat in ("temuan/1/", "tambah/", "kembalikan/", "nyatakan/", "daftar-uji/"):
        assert klien.asli.post(SATU + alamat, {"tindakan": "terima"}).status_code == 403
    klien.asli.force_login(orang(dinas, "apip"))
    assert klien.asli.post(f"{SATU}temuan/1/", {"tindakan": "tolak", "teks": ""}).status_code == 409
    assert klien.asli.post(f"{SATU}temuan/1/", {"tindakan": "terima"}).status_code == 303
    assert klien.asli.post(f"{SATU}temuan/1/", {"tindakan": "tanggapi", "teks": "x"}).status_code == 403
    assert klien.asli.post(f"{SATU}temuan/99/", {"tindakan": "terima"}).status_code == 404


def test_dari_unggahan_sampai_pernyataan(dinas: Instansi, klien: Klien) -> None:
    """The whole way: upload, decide, checklist, statement; then the papers are there."""
    klien.asli.force_login(orang(dinas, "apip"))
    assert klien.asli.post(f"{AKAR}buka/", {"sumber": "unggahan"}).status_code == 409
    berkas = SimpleUploadedFile("laporan.txt", b"# BAB I\n\nIsi laporan tanpa angka.\n")
    jawaban = klien.asli.post(f"{AKAR}buka/", {"sumber": "unggahan", "berkas": berkas})
    assert (jawaban.status_code, jawaban.headers["Location"]) == (303, SATU)
    klien.buka(SATU)
    isian = {"judul": "Bukti kurang", "kalimat": "Foto saja.", "tingkat": "rendah", "tempat": "halaman 4"}
    assert klien.asli.post(f"{SATU}tambah/", isian).status_code == 303
    for t in TemuanReviu.semua.filter(keadaan="baru"):
        klien.asli.post(f"{SATU}temuan/{t.urut}/", {"tindakan": "tolak", "teks": "Di luar lingkup."})
    h = klien.buka(f"{SATU}daftar-uji/")
    kode = {x.get("name")[2:] for x in h.semua("//input[@type='radio']")}
    assert len(kode) == 23
    klien.asli.post(f"{SATU}daftar-uji/", {f"j-{k}": "ya" for k in kode})
    assert "Semua butir sudah dijawab" in klien.buka(f"{SATU}daftar-uji/").teks
    surat = {"simpulan": "bersih", "tanggal": "2031-03-02", "jabatan": "Inspektur", "nomor": "700/1"}
    assert klien.asli.post(f"{SATU}nyatakan/", surat | {"tanggal": "besok"}).status_code == 409
    assert klien.asli.post(f"{SATU}nyatakan/", surat).status_code == 303
    for nama, awal in (("pernyataan.pdf", b"%PDF"), ("pernyataan.docx", b"PK"), ("catatan.pdf", b"%PDF")):
        assert klien.asli.get(SATU + nama).content.startswith(awal)
    assert klien.asli.get(f"{SATU}lain.pdf").status_code == 404
    h = klien.buka(AKAR)
    assert "selesai, pernyataan terbit" in h.teks
    assert "belum dapat ditetapkan" in h.teks, "pernyataan atas unggahan tidak berlaku bagi pembekuan"
    assert klien.asli.post(f"{AKAR}tetapkan/").status_code == 403, "penetapan pada koordinator"


def test_unggahan_terlalu_besar_ditolak(dinas: Instansi, klien: Klien, settings: Any) -> None:
    settings.OPENSAKIP_UNGGAH_MB = 0
    klien.asli.force_login(orang(dinas, "apip"))
    jawaban = klien.asli.post(
        f"{AKAR}buka/", {"sumber": "unggahan", "berkas": SimpleUploadedFile("a.txt", b"isi")}
    )
    assert jawaban.status_code == 409
    assert not Reviu.semua.exists()


def test_halaman_putaran_pertama_dan_yang_gagal(dinas: Instansi, klien: Klien) -> None:
    klien.asli.force_login(orang(dinas, "apip"))
    assert "Belum ada reviu" in klien.buka(AKAR).teks
    klien.buka(SATU, 404)
    reviu = services.buka_reviu(instansi=dinas, tahun=2030, oleh=OLEH, nama_berkas="x.pdf", isi=b"x")
    assert "sedang dibaca" in klien.buka(SATU).teks
    services.gagalkan(reviu=reviu, sebab="PDF ini pindaian tanpa teks.", oleh=OLEH)
    assert "PDF ini pindaian tanpa teks." in klien.buka(SATU).teks


def test_tahap_reviu_hanya_bertautan_bagi_yang_boleh(dinas: Instansi, putaran: Reviu, klien: Klien) -> None:
    def tautan() -> set[str]:
        return {a for a in klien.buka("/i/dinas-uji/2030/").tautan() if "/reviu/" in a}

    assert tautan() == set()
    klien.asli.force_login(orang(dinas, "operator", unit="BID1"))
    assert tautan() == set()
    klien.asli.force_login(orang(dinas, "pimpinan"))
    assert tautan() == {AKAR}
    tahap = klien.buka("/i/dinas-uji/2030/").semua("//nav[@class='siklus']//li[5]")
    assert "Putaran 1" in Halaman.tulisan(tahap[0])
