"""Running the checks: all of them run, the same is said once, the serious stands first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from opensakip.dokumen.bacaan.model import Bacaan, Tempat
from opensakip.periksa.jalan import gabung, muat_semua, periksa, saring
from opensakip.periksa.temuan import Temuan, Tingkat
from tests.dukungan.bacaan_uji import cek, dokumen, temuan


def _rusak(_: tuple[Bacaan, ...]) -> Iterable[Temuan]:
    yield temuan("rusak")
    raise ZeroDivisionError


def test_satu_pemeriksaan_yang_gagal_menjadi_peringatan() -> None:
    daftar = {"rusak": cek("rusak", _rusak), "baik": cek("baik", lambda _: [temuan("baik")])}
    hasil = periksa([dokumen()], daftar=daftar)
    assert len(hasil.temuan) == 1
    assert len(hasil.peringatan) == 1
    assert "rusak" in hasil.peringatan[0]
    with pytest.raises(ZeroDivisionError):
        periksa([dokumen()], daftar=daftar, ketat=True)


def test_peringatan_pembaca_ikut_dengan_nama_berkas() -> None:
    hasil = periksa([replace(dokumen(), peringatan=("halaman 3 berupa gambar",))], daftar={})
    assert hasil.peringatan == ("laporan.txt: halaman 3 berupa gambar",)


def test_urut_tingkat_lalu_berkas_lalu_tempat() -> None:
    semua = [
        temuan("c", tingkat=Tingkat.CATATAN, tempat=Tempat(baris=1), tercetak="1"),
        temuan("b", tempat=Tempat(baris=120)),
        temuan("a", tempat=Tempat(baris=9)),
        temuan("z", tempat=Tempat(baris=2), berkas="kedua.txt"),
        temuan("r", tingkat=Tingkat.RENDAH, tempat=Tempat(baris=1)),
    ]
    hasil = periksa([dokumen(), dokumen("kedua.txt")], daftar={"x": cek("x", lambda _: semua)})
    assert [t.jenis for t in hasil.temuan] == ["a", "b", "z", "r", "c"]


def test_yang_sama_disebut_sekali_yang_paling_lengkap() -> None:
    kabur = temuan("kabur", keyakinan=60)
    rinci = temuan("rinci", seharusnya="90,63% (72,5 ÷ 80)", keyakinan=99)
    lain_benar = temuan("lain-benar", seharusnya="88%")
    lain_tempat = temuan("lain-tempat", tempat=Tempat(baris=4))
    assert {t.jenis for t in saring([kabur, rinci, lain_benar, lain_tempat])} == {
        "rinci", "lain-benar", "lain-tempat",
    }  # fmt: skip
    assert [t.jenis for t in saring([rinci, kabur])] == ["rinci"]


def test_tanpa_seharusnya_hanya_sama_dengan_sejenis() -> None:
    a = temuan("a", seharusnya=None)
    b = temuan("b", seharusnya=None)
    assert len(saring([a, b])) == 2
    assert len(saring([a, replace(a, keyakinan=50)])) == 1


def test_ringkasan_menghitung_tingkat_dan_jenis() -> None:
    semua = [
        temuan("a"),
        temuan("a", tempat=Tempat(baris=9)),
        temuan("b", tingkat=Tingkat.CATATAN, tercetak="1"),
    ]
    hasil = periksa([dokumen()], daftar={"x": cek("x", lambda _: semua)})
    assert hasil.ringkasan == {
        "jumlah": 3,
        "tingkat": {"tinggi": 2, "sedang": 0, "rendah": 0, "catatan": 1},
        "jenis": {"a": 2, "b": 1},
    }
    assert hasil.ada_tinggi
    assert len(hasil.paling_tidak(Tingkat.RENDAH).temuan) == 2


def test_laju_disebut_sebelum_setiap_pemeriksaan() -> None:
    jejak: list[tuple[str, int, int]] = []
    daftar = {"a": cek("a", lambda _: []), "b": cek("b", lambda _: [])}
    periksa([dokumen()], daftar=daftar, laju=lambda *x: jejak.append(x))
    assert jejak == [("Judul a", 1, 2), ("Judul b", 2, 2)]


def test_gabung_mengurutkan_ulang() -> None:
    satu = periksa([dokumen()], daftar={"x": cek("x", lambda _: [temuan("a", tingkat=Tingkat.RENDAH)])})
    dua = periksa([dokumen("b.txt")], daftar={"x": cek("x", lambda _: [temuan("b", berkas="b.txt")])})
    assert [t.jenis for t in gabung([satu, dua]).temuan] == ["b", "a"]


def test_setiap_pemeriksaan_terdaftar_dapat_diterangkan() -> None:
    for kode, p in muat_semua().items():
        assert p.kode == kode
        assert p.judul
        assert p.dasar
        assert len(p.penjelasan) > 30, kode


def test_pengenal_temuan_tetap_dan_berbeda() -> None:
    assert temuan().id == temuan().id
    assert temuan().id != temuan(tempat=Tempat(baris=4)).id
    assert temuan().id != temuan(tercetak="91,64%").id
