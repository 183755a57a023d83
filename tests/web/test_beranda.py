"""The home of an agency: the cycle with its facts, counts that open their lists, news for this visitor."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from opensakip.audit import services as audit
from opensakip.audit.services import Pelaku
from opensakip.inti import jam
from opensakip.organisasi import services as organisasi
from opensakip.organisasi.services import DataInstansi
from opensakip.pelaporan.models import Cuplikan
from opensakip.web.penyaji.bacaan import Bacaan
from opensakip.web.penyaji.beranda import kotak_unit, legenda
from tests.web.contoh import buat_isi
from tests.web.klien import Halaman, Klien
from tests.web.perabot import OLEH, petugas, tanam

SAAT = datetime(2031, 3, 1, 2, tzinfo=UTC)


def _catat(instansi: Any, tindakan: str, objek: str, menit: int = 0, **lain: Any) -> None:
    oleh = lain.pop("oleh", Pelaku(nama="Kepala Bidang"))
    with jam.tetap(SAAT + timedelta(minutes=menit)):
        audit.catat(
            tindakan,
            instansi_uid=instansi.uid,
            objek_jenis="uji",
            objek_uid=None,
            objek_nama=objek,
            oleh=oleh,
            **lain,
        )


def _kabar(h: Halaman) -> list[str]:
    return [h.tulisan(li) for li in h.semua("//ul[contains(@class, 'kabar')]/li")]


def test_hitungan_membuka_daftarnya(dinas: object, klien: Klien) -> None:
    h = klien.buka("/i/dinas-uji/")
    sel = {h.tulisan(a): a.get("href") for a in h.semua("//div[@class='ringkas']/a")}
    assert sel == {
        "3 dari 4indikator sudah dapat dinilai": "/i/dinas-uji/2030/capaian/",
        "1 dari 4indikator di bawah target": "/i/dinas-uji/2030/capaian/?status=bawah",
        "1 dari 4nilai dibawa dari tahun lain": "/i/dinas-uji/2030/capaian/?status=dibawa",
        "3angka tercetak yang berbeda dari hitungan": "/i/dinas-uji/2030/catatan/",
    }
    bawah = klien.buka("/i/dinas-uji/2030/capaian/?status=bawah")
    assert len(bawah.semua("//tr[starts-with(@id, 'ind-')]")) == 1


def test_tahap_dengan_fakta_dari_datanya(dinas: object, klien: Klien) -> None:
    h = klien.buka("/i/dinas-uji/")
    tahap = [h.tulisan(t) for t in h.semua("//h3[@class='tahap']")]
    assert tahap == [
        "RencanaRenja, perubahan", "PerjanjianPerubahan, 28 Okt", "Pengukuran3 dari 4 dinilai",
        "LaporanBeku 27 Feb 2031", "Reviuuntuk pengawas intern dan penyusun",
        "Evaluasibelum tersedia pada versi ini", "Tindak lanjutbelum tersedia pada versi ini",
        "Layananbelum tersedia pada versi ini",
    ]  # fmt: skip
    hal = [h.tulisan(li) for li in h.semua("//ul[@class='tugas']/li")]
    assert "Pohon anggaran8 baris, pagu Rp5,00 miliar2030Tersusun" in hal
    assert "Perjanjian kinerja, perubahan4 indikator, anggaran Rp5,00 miliar28 Oktober 2030Berlaku" in hal
    assert "Perjanjian kinerja, murni3 indikator, anggaran Rp6,00 miliarJanuari 2030Digantikan" in hal
    assert "Capaian 4 indikator1 melampaui target, 1 sesuai, 1 di bawah.2030Sebagian" in hal
    assert "1 indikator belum dapat dinilaiNilainya belum ada; belum ada bukan nol.Belum ada" in hal


def test_kotak_menurut_unit_dengan_kata() -> None:
    """A square says its state in words; below target on a carried value is a kind of its own."""
    b = Bacaan(buat_isi(ganda=2), "/i/x/2030/")
    b.isi["indikator"][1] |= {"unit_nama": "Bidang Konsumsi"}
    kotak = kotak_unit(b)
    assert [(unit, [k.nomor for k in daftar]) for unit, daftar in kotak] == [
        ("Bidang Ketersediaan Pangan", [1, 3, 4, 5, 6, 7, 8]), ("Bidang Konsumsi", [2]),
    ]  # fmt: skip
    assert [k.jenis for k in kotak[0][1][:3]] == ["o", "mb", "k"]
    assert kotak[0][1][1].kata.endswith("di bawah target dengan nilai 2029")
    assert [(jenis, n) for jenis, _kata, n in legenda(kotak)] == [("o", 4), ("mb", 2), ("k", 2)]
    assert kotak_unit(Bacaan(buat_isi(ganda=16), "/i/x/2030/")) == []


def test_kabar_sejenis_diceritakan_sekali(db: None, klien: Klien) -> None:
    instansi = tanam()
    for kode in ("pk-1", "pk-2", "pk-3"):
        _catat(instansi, "perjanjian.pk.ditetapkan", kode)
    _catat(instansi, "pelaporan.angka.dibekukan", "LKjIP 2030 nomor 1", 5, alasan="Pembetulan tabel")
    _catat(instansi, "pelaporan.angka.dibekukan", "LKjIP 2030 nomor 9", 6, hasil="ditolak")
    kabar = _kabar(klien.buka("/i/dinas-uji/"))
    assert kabar[:2] == [
        "Kepala Bidang membekukan angka LKjIP 2030 nomor 1. Alasan: Pembetulan tabel"
        "1 Maret 2031 pukul 10.05 WITA",
        "Kepala Bidang menetapkan perjanjian kinerja pk-1 dan 2 lainnya.1 Maret 2031 pukul 10.00 WITA",
    ]
    assert not [k for k in kabar if "nomor 9" in k], "yang ditolak bukan kejadian"


TINDAKAN = {
    "bersama": "perencanaan.versi.ditetapkan",
    "seluruh": "pengukuran.realisasi.dikoreksi",
    "akun": "akun.penugasan.ditetapkan",
}


@pytest.mark.parametrize(
    ("siapa", "terlihat"),
    [
        ("pengunjung", {"bersama", "seluruh"}),
        ("koordinator", {"bersama", "seluruh", "akun"}),
        ("bidang", {"bersama"}),
        ("umum", {"bersama"}),
    ],
)
def test_kabar_hanya_yang_boleh_dilihat(db: None, klien: Klien, siapa: str, terlihat: set[str]) -> None:
    """Acts on other units and on accounts do not exist for those who may not see them."""
    instansi, lain = tanam(contoh=siapa == "pengunjung"), tanam("lain", contoh=False)
    if siapa == "umum":
        organisasi.ubah_publik(instansi=instansi, publik=True, oleh=OLEH)
    elif siapa != "pengunjung":
        klien.asli.force_login(petugas(instansi, unit="DKP" if siapa == "koordinator" else "BID2"))
    for nama, tindakan in TINDAKAN.items():
        _catat(instansi, tindakan, f"tanda-{nama}")
        _catat(lain, tindakan, f"rahasia-{nama}", 9)
    h = klien.buka("/i/dinas-uji/")
    assert {n for n in TINDAKAN if f"tanda-{n}" in h.html} == terlihat
    assert "rahasia-" not in h.html


def test_perbuatan_sendiri_selalu_terlihat(db: None, klien: Klien) -> None:
    instansi = tanam(contoh=False)
    orang = petugas(instansi, unit="BID2")
    klien.asli.force_login(orang)
    _catat(
        instansi, TINDAKAN["seluruh"], "tanda-sendiri", oleh=Pelaku(nama="Koordinator SAKIP", uid=orang.uid)
    )
    _catat(instansi, TINDAKAN["seluruh"], "tanda-orang-lain", 1)
    teks = " ".join(_kabar(klien.buka("/i/dinas-uji/")))
    assert "tanda-sendiri" in teks
    assert "tanda-orang-lain" not in teks


def test_petugas_bidang_membaca_bidangnya_saja(db: None, klien: Klien) -> None:
    klien.asli.force_login(petugas(tanam(contoh=False), unit="BID2"))
    h = klien.buka("/i/dinas-uji/")
    assert "Indeks Ketahanan Pangan Wilayah" not in h.html
    assert "tercetak" not in h.teks
    assert not [a for a in h.tautan() if a.endswith("/laporan/")]


def test_tahun_terbaru_dahulu(db: None, klien: Klien) -> None:
    instansi = tanam()
    satu = Cuplikan.semua.get(instansi=instansi)
    for tahun, nomor in ((2029, 1), (2028, 1)):
        Cuplikan.semua.create(
            instansi=instansi,
            unit=satu.unit,
            tahun=tahun,
            nomor=nomor,
            skema=satu.skema,
            isi=satu.isi,
            per=satu.per,
            jurnal_seq=0,
            sidik=satu.sidik,
            sidik_angka=satu.sidik_angka,
        )
    h = klien.buka("/i/dinas-uji/")
    tahun = [h.tulisan(a) for a in h.semua("//ol[@class='versi']/li/a")]
    assert tahun == ["2030", "2029", "2028"]
    assert h.satu("//a[@class='tombol']").get("href") == "/i/dinas-uji/2030/"


def test_tanpa_angka_beku_menyuruh_apa(db: None, klien: Klien) -> None:
    """An agency before its first freeze has a home, not a dead end."""
    data = DataInstansi(
        slug="baru",
        nama="Dinas Baru",
        rumpun="kabkota",
        zona="Asia/Jayapura",
        tempat="Kota Baru",
        contoh=True,
    )
    organisasi.daftarkan_instansi(data=data, oleh=OLEH)
    h = klien.buka("/i/baru/")
    assert h.judul == "Dinas Baru"
    assert h.tulisan(h.satu("//div[@class='hampa']/h2")) == "Belum ada angka yang dibekukan"
    assert "opensakip muat FOLDER" in h.teks
    assert _kabar(h)[0].startswith("Uji mendaftarkan Dinas Baru.")


def test_instansi_tanpa_perjanjian_menyebut_rencananya(db: None, klien: Klien) -> None:
    tanam(tanpa_capaian=True)
    h = klien.buka("/i/dinas-uji/")
    assert h.tulisan(h.satu("//a[@class='tombol']")) == "Rencana dan anggaran 2030"
    assert [h.tulisan(a) for a in h.semua("//div[@class='ringkas']/a")] == [
        "8baris rencana dan anggaran", "2kolom pagu", "0angka tercetak yang berbeda dari hitungan",
    ]  # fmt: skip


def test_remah_kembali_ke_beranda(dinas: object, klien: Klien) -> None:
    for laman in ("", "capaian/", "pk/", "anggaran/", "laporan/"):
        h = klien.buka(f"/i/dinas-uji/2030/{laman}")
        pertama = h.semua("//nav[@class='remah']//a")[0]
        assert (h.tulisan(pertama), pertama.get("href")) == ("DKP", "/i/dinas-uji/")


def test_perbuatan_tanpa_kalimat_disebut_namanya(db: None, klien: Klien) -> None:
    _catat(tanam(), "organisasi.instansi.dibuka", "Dinas")
    assert _kabar(klien.buka("/i/dinas-uji/"))[0].startswith("Dibuka untuk umum: Dinas, oleh Kepala Bidang.")
