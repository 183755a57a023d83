"""A review from the first round to the statement: what each act refuses, what stays, what changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from opensakip.audit.models import Jurnal
from opensakip.dokumen.bacaan.model import Bacaan, Judul, Paragraf, Sel, Tabel, Tempat
from opensakip.pelaporan.models import Laporan
from opensakip.periksa.jalan import Hasil
from opensakip.periksa.temuan import Lokasi, Temuan, Tingkat
from opensakip.reviu import selectors, services
from opensakip.reviu.cetak import buat_naskah
from opensakip.reviu.errors import BelumDireviu, ReviuTidakSah
from opensakip.reviu.models import PernyataanReviu, Reviu, TemuanReviu
from opensakip.reviu.pemeriksaan import baca_dan_periksa, simpan_hasil
from opensakip.reviu.services import DataPernyataan, DataTemuan
from tests.dokumen.bacaan_pdf import teks as teks_pdf
from tests.ruang.kecil import OLEH, TAHUN, Kecil

BERKAS = "laporan.txt"
TEKS = Paragraf("Target 10 dengan realisasi 9, capaian 95 persen tahun ini.", Tempat(halaman=2, baris=7))
KEPALA = tuple(Sel(x, Tempat(2, 9, 1, 1, n)) for n, x in enumerate(("Indikator", "Target"), 1))
ISI = tuple(Sel(x, Tempat(2, 10, 1, 2, n)) for n, x in enumerate(("Indeks", "11"), 1))
BACAAN = Bacaan(
    BERKAS,
    "teks",
    (
        Judul("Capaian", 1, Tempat(halaman=2, baris=5), "3.1"),
        TEKS,
        Tabel((KEPALA, ISI), Tempat(2, 9, 1), kepala=1, keterangan="Target"),
    ),
    halaman=3,
)


def temuan(jenis: str, tercetak: str, tempat: Tempat, tingkat: Tingkat = Tingkat.TINGGI) -> Temuan:
    """A finding at one place."""
    return Temuan(jenis, tingkat, 90, f"Tercetak {tercetak}.", (Lokasi(BERKAS, tempat),), tercetak, "90")


SALAH = temuan("uji-capaian", "95", TEKS.tempat)
SEL = temuan("uji-target", "11", ISI[1].tempat, Tingkat.SEDANG)
ANEH = temuan("uji-aneh", "9", TEKS.tempat, Tingkat.CATATAN)


def buka(k: Kecil, isi: bytes = b"laporan", *temuan: Temuan) -> Reviu:
    """A round on an uploaded report with these findings."""
    reviu = services.buka_reviu(instansi=k.instansi, tahun=TAHUN, oleh=OLEH, nama_berkas=BERKAS, isi=isi)
    simpan_hasil(reviu, Hasil((BACAAN,), temuan))
    return reviu


def lengkapi(reviu: Reviu) -> None:
    """Answer the whole checklist with yes."""
    jawaban = {i.kode: ("ya", "") for i in selectors.isian_reviu(reviu)}
    services.jawab_daftar(reviu=reviu, jawaban=jawaban, oleh=OLEH)


BERSIH = DataPernyataan("bersih", date(2026, 3, 2), "Inspektur", nomor="700/1")


def test_kutipan_memuat_tanda_dan_sekitar_selnya(kecil: Kecil) -> None:
    reviu = buka(kecil, b"a", SALAH, SEL)
    teks, tabel = reviu.naskah
    assert (teks["judul"], teks["teks"]) == ("3.1 Capaian", TEKS.teks)
    [[awal, akhir, nomor, _jangkar, tingkat]] = teks["tanda"]
    assert (TEKS.teks[awal:akhir], nomor, tingkat) == ("95", 1, "tinggi")
    assert [[s[0] for s in b["sel"]] for b in tabel["baris"]] == [["Indikator", "Target"], ["Indeks", "11"]]
    assert [s[2] and s[2][0][0] for s in tabel["baris"][1]["sel"]] == [[], 2]
    pertama = selectors.temuan_reviu(reviu)[0]
    assert pertama.lokasi[0]["sebut"] == "halaman 2, baris 7"
    assert pertama.lokasi[0]["jangkar"]


def test_satu_putaran_pada_satu_waktu(kecil: Kecil) -> None:
    buka(kecil, b"a")
    with pytest.raises(ReviuTidakSah, match="putaran 1 masih berjalan"):
        buka(kecil, b"b")
    kedua = Reviu.semua.get()
    kedua.pk, kedua.uid, kedua.putaran = None, Reviu().uid, 2
    kedua._state.adding = True
    with pytest.raises(IntegrityError), transaction.atomic():
        kedua.save()


def test_berkas_kosong_dan_rusak_ditolak(kecil: Kecil) -> None:
    with pytest.raises(ReviuTidakSah, match="Berkas laporan kosong"):
        services.buka_reviu(instansi=kecil.instansi, tahun=TAHUN, oleh=OLEH, nama_berkas="x", isi=b"")
    with pytest.raises(ReviuTidakSah):
        baca_dan_periksa("x.txt", b"")


def test_menolak_memerlukan_alasan_juga_menurut_basis_data(kecil: Kecil) -> None:
    reviu = buka(kecil, b"a", SALAH)
    [t] = selectors.temuan_reviu(reviu)
    with pytest.raises(ReviuTidakSah, match="memerlukan alasan"):
        services.putuskan(temuan=t, keputusan="ditolak", alasan="  ", oleh=OLEH)
    with pytest.raises(IntegrityError), transaction.atomic():
        TemuanReviu.semua.filter(pk=t.pk).update(keadaan="ditolak", alasan="")
    services.putuskan(temuan=t, keputusan="ditolak", alasan="Rumus turun dipakai.", oleh=OLEH)
    assert selectors.ringkas(selectors.temuan_reviu(reviu))["sisa"] == 0
    catatan = Jurnal.objects.filter(tindakan="reviu.temuan.ditolak").latest("seq")
    assert (catatan.alasan, catatan.pelaku_nama) == ("Rumus turun dipakai.", OLEH.nama)


def test_mengembalikan_setelah_semua_diputuskan_catatan_tidak_wajib(kecil: Kecil) -> None:
    reviu = buka(kecil, b"a", SALAH, SEL, ANEH)
    satu, dua, _aneh = selectors.temuan_reviu(reviu)
    with pytest.raises(ReviuTidakSah, match="2 temuan belum diputuskan"):
        services.kembalikan(reviu=reviu, catatan="", oleh=OLEH)
    services.putuskan(temuan=satu, keputusan="diterima", oleh=OLEH)
    services.putuskan(temuan=dua, keputusan="ditolak", alasan="PK lain.", oleh=OLEH)
    services.kembalikan(reviu=reviu, catatan="Mohon diperbaiki.", oleh=OLEH)
    assert Reviu.semua.get().keadaan == "dikembalikan"
    services.tanggapi(temuan=selectors.satu_temuan(reviu, 1), tanggapan="Sudah diubah.", oleh=OLEH)
    with pytest.raises(ReviuTidakSah, match="Hanya temuan yang diterima"):
        services.tanggapi(temuan=selectors.satu_temuan(reviu, 2), tanggapan="x", oleh=OLEH)
    isi = teks_pdf(buat_naskah(reviu, "catatan", "pdf"))
    for kata in ("halaman 2, baris 7", "Sudah diubah.", "Mohon diperbaiki."):
        assert kata in " ".join(isi.split())
    assert "PK lain." not in isi


def test_putaran_berikutnya_menyebut_yang_berubah(kecil: Kecil) -> None:
    reviu = buka(kecil, b"a", SALAH, SEL, ANEH)
    for t in selectors.temuan_reviu(reviu)[:2]:
        services.putuskan(temuan=t, keputusan="diterima", oleh=OLEH)
    services.putuskan(temuan=selectors.satu_temuan(reviu, 3), keputusan="ditolak", alasan="Wajar.", oleh=OLEH)
    services.kembalikan(reviu=reviu, catatan="", oleh=OLEH)
    pindah = replace(SEL, lokasi=(Lokasi(BERKAS, TEKS.tempat),))
    kedua = buka(kecil, b"b", pindah, temuan("uji-baru", "7", TEKS.tempat))
    beda = selectors.perubahan(kedua, selectors.temuan_reviu(kedua))
    assert beda is not None
    assert [[t.pemeriksaan for t in x] for x in (beda.hilang, beda.tetap, beda.baru)] == [
        ["uji-capaian"],
        ["uji-target"],
        ["uji-baru"],
    ]
    assert kedua.putaran == 2


def test_temuan_pereviu_langsung_diterima(kecil: Kecil) -> None:
    reviu = buka(kecil, b"a")
    with pytest.raises(ReviuTidakSah, match="judul dan uraian"):
        services.tambah_temuan(reviu=reviu, data=DataTemuan("", "x"), oleh=OLEH)
    t = services.tambah_temuan(
        reviu=reviu, data=DataTemuan("Bukti lemah", "Foto saja.", "tinggi", "halaman 4"), oleh=OLEH
    )
    assert (t.urut, t.keadaan, t.asal, t.lokasi[0]["sebut"]) == (1, "diterima", "pereviu", "halaman 4")


def test_daftar_uji_diusulkan_dari_angka_beku(kecil: Kecil) -> None:
    cuplikan = kecil.bekukan()
    reviu = services.buka_reviu(instansi=kecil.instansi, tahun=TAHUN, oleh=OLEH, cuplikan=cuplikan)
    usul = {i.kode: (i.jawaban_sistem, i.petunjuk, i.jawaban) for i in selectors.isian_reviu(reviu)}
    assert len(usul) == 23
    assert usul["I.2"][0] == "ya"
    assert "indikator bertarget" in usul["I.2"][1]
    assert usul["II.1"] == ("", "", ""), "yang perlu pertimbangan tidak diusulkan"
    assert {j for _, _, j in usul.values()} == {""}, "usul bukan jawaban"


def test_pernyataan_menuntut_daftar_uji_dan_temuan_selesai(kecil: Kecil) -> None:
    reviu = buka(kecil, b"a", SALAH)
    with pytest.raises(ReviuTidakSah, match="1 temuan belum diputuskan"):
        services.nyatakan(reviu=reviu, data=BERSIH, oleh=OLEH)
    services.putuskan(temuan=selectors.satu_temuan(reviu, 1), keputusan="diterima", oleh=OLEH)
    with pytest.raises(ReviuTidakSah, match=r"butir I\.1, .* belum dijawab"):
        services.nyatakan(reviu=reviu, data=BERSIH, oleh=OLEH)
    lengkapi(reviu)
    with pytest.raises(ReviuTidakSah, match="1 temuan tinggi yang diterima"):
        services.nyatakan(reviu=reviu, data=BERSIH, oleh=OLEH)
    with pytest.raises(ReviuTidakSah, match="harus menyebut halnya"):
        services.nyatakan(reviu=reviu, data=replace(BERSIH, simpulan="perhatian"), oleh=OLEH)
    data = replace(BERSIH, simpulan="perhatian", perhatian="Capaian indeks.")
    services.nyatakan(reviu=reviu, data=data, oleh=OLEH)
    assert Reviu.semua.get().keadaan == "selesai"
    with pytest.raises(ReviuTidakSah, match="tidak sedang berjalan"):
        services.putuskan(temuan=selectors.satu_temuan(reviu, 1), keputusan="baru", oleh=OLEH)
    isi = " ".join(teks_pdf(buat_naskah(reviu, "pernyataan", "pdf")).split())
    for kata in ("Capaian indeks.", "Inspektur", "700/1", "2 Maret 2026"):
        assert kata in isi
    assert buat_naskah(reviu, "pernyataan", "docx") == buat_naskah(reviu, "pernyataan", "docx")


def test_pernyataan_tidak_pernah_berubah(kecil: Kecil) -> None:
    reviu = buka(kecil, b"a")
    lengkapi(reviu)
    p = services.nyatakan(reviu=reviu, data=BERSIH, oleh=OLEH)
    with pytest.raises(DatabaseError, match="tidak dapat diubah"), transaction.atomic():
        PernyataanReviu.semua.filter(pk=p.pk).update(simpulan="perhatian", perhatian="x")
    with pytest.raises(DatabaseError, match="tidak dapat diubah"), transaction.atomic():
        PernyataanReviu.semua.filter(pk=p.pk).delete()
    with pytest.raises(ReviuTidakSah, match="sudah mempunyai pernyataan"):
        buka(kecil, b"a")


def test_laporan_tidak_ditetapkan_tanpa_pernyataan_atas_sidiknya(kecil: Kecil) -> None:
    cuplikan = kecil.bekukan()
    laporan = Laporan.semua.get(cuplikan=cuplikan)
    reviu = buka(kecil, b"berkas lain")
    lengkapi(reviu)
    services.nyatakan(reviu=reviu, data=BERSIH, oleh=OLEH)
    with pytest.raises(BelumDireviu, match="pernyataan atas pembekuan lain tidak berlaku"):
        services.tetapkan_laporan(laporan=laporan, oleh=OLEH)
    kedua = services.buka_reviu(instansi=kecil.instansi, tahun=TAHUN, oleh=OLEH, cuplikan=cuplikan)
    simpan_hasil(kedua, Hasil((BACAAN,), ()))
    lengkapi(kedua)
    services.nyatakan(reviu=kedua, data=BERSIH, oleh=OLEH)
    services.tetapkan_laporan(laporan=laporan, oleh=OLEH)
    assert Laporan.semua.get(pk=laporan.pk).keadaan == "ditetapkan"


def test_putaran_yang_gagal_tidak_menghalangi(kecil: Kecil) -> None:
    reviu = services.buka_reviu(instansi=kecil.instansi, tahun=TAHUN, oleh=OLEH, nama_berkas="x", isi=b"x")
    services.gagalkan(reviu=reviu, sebab="PDF ini pindaian tanpa teks.", oleh=OLEH)
    assert buka(kecil, b"y").putaran == 2
