"""``opensakip impor`` as a person meets it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from opensakip.cli.utama import utama
from opensakip.impor.models import Batch
from opensakip.perencanaan.models import Butir, VersiDokumen
from tests.impor.kecil import KECIL, tulis
from tests.impor.test_batch import berkas

pytestmark = pytest.mark.django_db


@pytest.fixture
def renja(tmp_path: Path) -> Path:
    assert utama(["muat", str(tulis(tmp_path / "dinas", KECIL))]) == 0
    jalur = tmp_path / "renja.txt"
    jalur.write_bytes(berkas(("\t\t\t\t\t\tPenyiraman\t", "\t\t\t\t\t\tPenyiraman dan\t")))
    return jalur


def jalan(*argumen: str | Path) -> int:
    return utama(["impor", *map(str, argumen), "--instansi", "dinas-uji", "--tahun", "2025"])


def test_pratinjau_tidak_menyimpan_apa_pun(renja: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert jalan(renja, "--pratinjau") == 0
    teks = capsys.readouterr().out
    assert "Rencana kerja (Renja) dengan pagu, 7 baris." in teks
    assert "6 baru, 1 ragu" in teks
    assert "tampak terpotong" in teks
    assert not Batch.semua.exclude(keadaan="dibuang").exists()
    assert not VersiDokumen.semua.exists()


def test_terapkan_menunggu_jawaban_lalu_jadi_dan_dapat_diurungkan(
    renja: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert jalan(renja, "--terapkan") == 1
    assert "Belum diterapkan" in capsys.readouterr().out
    assert jalan(renja, "--terapkan", "--usulan") == 0
    kode = re.search(r"--urungkan (\S+)", capsys.readouterr().out)
    assert kode
    assert Butir.semua.filter(teks="Penyiraman dan").count() == 2
    assert jalan("--urungkan", kode[1]) == 0
    assert not Butir.semua.exists()
    assert jalan("--urungkan", kode[1]) == 2


@pytest.mark.parametrize(
    ("argumen", "kata"),
    [
        (["tidak-ada.txt"], "tidak ditemukan"),
        ([], "sebutkan berkasnya"),
        (["--urungkan", "xyz"], "tidak terbaca"),
        (["RENJA", "--unit", "BUKAN"], "unit “BUKAN” tidak ada"),
        (["RENJA", "--sebagai", "rka"], "tidak ditemukan tabel"),
    ],
)
def test_salah_pakai_disebut_dengan_jalan_keluarnya(
    renja: Path, argumen: list[str], kata: str, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert jalan(*[str(renja) if a == "RENJA" else a for a in argumen]) == 2
    galat = capsys.readouterr().err
    assert kata in galat
    assert "Traceback" not in galat
