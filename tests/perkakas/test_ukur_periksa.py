"""The tools that measure the checks: planting, matching, and the refusal without reference material."""

from __future__ import annotations

import difflib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from alat.tanam.contoh import laporan
from alat.tanam.kebun import BENIH, tanam
from alat.tanam.kena import kena, terbaca
from alat.tanam.pohon import simpul, tukar
from alat.tanam.teks import tulis_teks
from alat.ukur_cocok import Diketahui, angka, pasangkan, putusan, putuskan
from alat.ukur_lapor import persen
from opensakip.dokumen.bacaan import baca_isi
from opensakip.dokumen.bacaan.model import Tempat
from opensakip.periksa.temuan import Lokasi, Temuan, Tingkat
from tests.dukungan.berkas import AKAR


@pytest.mark.parametrize(
    "jenis", ["capaian tabel", "terbilang", "selisih kalimat", "jumlah", "tanggal tanda tangan"]
)
def test_satu_galat_satu_tempat(jenis: str) -> None:
    asli = tulis_teks(laporan()).splitlines()
    kebun = tanam(laporan(), 3, (jenis,))
    assert len(kebun.tanaman) == 1
    t = kebun.tanaman[0]
    baru = tulis_teks(kebun.dok).splitlines()
    beda = [b for b in difflib.ndiff(asli, baru) if b[0] in "+-"]
    assert len(beda) == 2, beda
    assert t.tercetak in beda[1]
    assert t.tercetak != t.asli
    assert terbaca(t, baca_isi("a.txt", "\n".join(baru).encode()))


def test_benih_sama_galat_sama_dan_tanpa_tempat_disebut() -> None:
    a, b = tanam(laporan(), 5), tanam(laporan(), 5)
    assert tulis_teks(a.dok) == tulis_teks(b.dok)
    assert set(a.tiada) | {t.jenis for t in a.tanaman} == set(BENIH)
    assert "kemajuan Renstra" in a.tiada
    assert len({t.tempat for t in a.tanaman}) == len(a.tanaman)


def test_paling_sedikit_dua_puluh_jenis() -> None:
    assert len(BENIH) >= 20


def test_blok_dapat_dibuang() -> None:
    pertama = next(simpul(laporan()))
    sisa = tukar(laporan(), pertama.jalur, None)
    assert len(sisa.bagian[0].blok) == len(laporan().bagian[0].blok) - 1


def _temuan(
    baris: int, tercetak: str | None, seharusnya: str | None = None, jenis: str = "capaian"
) -> Temuan:
    lokasi = (Lokasi("a.txt", Tempat(baris=baris)),)
    return Temuan(jenis, Tingkat.TINGGI, 90, "Nilai taman tidak cocok.", lokasi, tercetak, seharusnya)


def test_kena_menuntut_tempat_dan_angka() -> None:
    kebun = tanam(laporan(), 3, ("selisih kalimat",))
    t = kebun.tanaman[0]
    bacaan = baca_isi("a.txt", tulis_teks(kebun.dok).encode())
    di = next(n for n, b in enumerate(tulis_teks(kebun.dok).splitlines(), 1) if t.tercetak in b)
    assert kena(t, bacaan, [_temuan(di, f"{t.tercetak} poin")])
    assert not kena(t, bacaan, [_temuan(di, "102,00%")])
    assert not kena(t, bacaan, [_temuan(di + 9, f"{t.tercetak} poin")])


DIKETAHUI = Diketahui(
    "X-1", "46,1144 vs tabel 2.1", "target", "target 11,17 (tahun 2025)", "11,1", "tinggi", "target-beda", ""
)


@pytest.mark.parametrize(
    ("temuan", "sama"),
    [
        (_temuan(46, "11,17"), True),
        (_temuan(1145, "11.17", "12"), True),
        (_temuan(46, "11,1", "11,17"), True),
        (_temuan(46, "2025"), False),
        (_temuan(90, "11,17"), False),
        (_temuan(2, "11,17"), False),
        (_temuan(46, "target tidak sama", jenis="target-beda"), False),
    ],
)
def test_galat_dikenal_menurut_baris_dan_angka(temuan: Temuan, sama: bool) -> None:
    assert DIKETAHUI.kena(temuan) is sama
    assert bool(pasangkan([DIKETAHUI], [temuan])["X-1"]) is sama


def test_kata_hanya_untuk_pemeriksaannya() -> None:
    d = Diketahui("X-2", "5", "nama", "Nilai taman kota", "Nilai taman", "rendah", "nama-beda", "")
    assert d.kena(_temuan(5, "Nilai taman kota", jenis="nama-beda"))
    assert not d.kena(_temuan(5, "Nilai taman kota", jenis="lain"))
    e = Diketahui("X-3", "5", "satuan", "7 Persen", "7 Taman", "sedang", "satuan-indikator", "")
    assert e.kena(_temuan(5, "Persen", jenis="satuan-indikator"))
    assert not e.kena(_temuan(5, "Paket", jenis="satuan-indikator"))


def test_angka_dibaca_dalam_satu_ejaan() -> None:
    assert angka("353,842,000 dari Rp353.842.000 tahun 2025") == {"353842000"}
    assert angka("tahun 2025") == {"2025"}


def test_putusan_menurut_id_atau_tempat(tmp_path: Path) -> None:
    t = _temuan(7, "satu dua tiga empat lima enam tujuh")
    berkas = tmp_path / "p.csv"
    berkas.write_text(
        "id,jenis,baris,tercetak,putusan,alasan\nzzz,capaian,7,satu dua tiga empat lima enam,benar,jelas\n",
        "utf-8",
    )
    p = putuskan(t, putusan(berkas))
    assert p is not None
    assert p.putusan == "benar"
    assert putuskan(_temuan(8, "satu"), putusan(berkas)) is None


def test_persen_dibulatkan() -> None:
    assert (persen(2, 3), persen(0, 5), persen(1, 0)) == ("66,7%", "0,0%", "–")


def test_tanpa_bahan_kode_dua(tmp_path: Path) -> None:
    selesai = subprocess.run(
        [sys.executable, "alat/ukur_periksa.py"],
        cwd=AKAR,
        env={**os.environ, "OPENSAKIP_BAHAN": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (selesai.returncode, selesai.stdout) == (2, "")
    assert "OPENSAKIP_BAHAN" in selesai.stderr
