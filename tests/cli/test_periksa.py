"""``opensakip periksa``: what stands on which stream, exit codes, outputs, and refusals."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from opensakip.cli.utama import utama
from opensakip.dokumen.bacaan.model import Bacaan, Paragraf
from opensakip.periksa import jalan
from opensakip.periksa.temuan import Lokasi, Pemeriksaan, Temuan, Tingkat

ISI = "# BAB III AKUNTABILITAS KINERJA\n\nIndeks Taman [1m]salah[/] pada baris ini.\n\nKalimat lain.\n"


def _cari(tingkat: Tingkat) -> Pemeriksaan:
    """A check of the test's own: the word "salah" is an error."""

    def fungsi(dokumen: tuple[Bacaan, ...]) -> Iterable[Temuan]:
        for b in dokumen:
            for u in b.unsur:
                if isinstance(u, Paragraf) and "salah" in u.teks:
                    lokasi = Lokasi(b.berkas, u.di(u.teks.index("salah")))
                    yield Temuan("kata", tingkat, 50, "Kata ini salah.", (lokasi,), "salah", "benar", "Kamus")

    return Pemeriksaan(
        "kata", "Kata yang salah", tingkat, "Kamus", "Menandai kata yang salah di mana pun.", fungsi
    )


@pytest.fixture
def pakai(monkeypatch: pytest.MonkeyPatch):
    """Put the test's check into the place of all checks."""

    def pasang(tingkat: Tingkat = Tingkat.TINGGI) -> None:
        monkeypatch.setattr(jalan, "muat_semua", lambda: {"kata": _cari(tingkat)})

    return pasang


@pytest.fixture
def berkas(tmp_path: Path) -> Path:
    jalur = tmp_path / "laporan.txt"
    jalur.write_text(ISI, encoding="utf-8")
    return jalur


def jalankan(capsys: pytest.CaptureFixture[str], *argv: object) -> tuple[int, str, str]:
    kode = utama(["periksa", *map(str, argv)])
    keluar = capsys.readouterr()
    return kode, keluar.out, keluar.err


def test_tabel_dan_kode_satu_bila_ada_temuan_tinggi(pakai, berkas, capsys) -> None:
    pakai()
    kode, out, err = jalankan(capsys, berkas)
    assert (kode, err) == (1, "")
    assert "Tinggi" in out
    assert "baris 3" in out
    assert "laporan.txt: 1 temuan (1 tinggi)" in out


@pytest.mark.parametrize("tingkat", [Tingkat.SEDANG, Tingkat.RENDAH, Tingkat.CATATAN])
def test_kode_nol_tanpa_temuan_tinggi(pakai, berkas, capsys, tingkat: Tingkat) -> None:
    pakai(tingkat)
    assert jalankan(capsys, berkas)[0] == 0


def test_json_satu_objek_per_berkas(pakai, berkas, capsys) -> None:
    pakai()
    kedua = berkas.with_name("kedua.txt")
    kedua.write_text("Semua benar.\n", encoding="utf-8")
    kode, out, err = jalankan(capsys, berkas, kedua, "--json")
    satu, dua = (json.loads(b) for b in out.splitlines())
    assert (kode, err) == (1, "")
    assert satu["temuan"][0]["lokasi"][0]["baris"] == 3
    assert (satu["berkas"], dua["berkas"], dua["temuan"]) == ("laporan.txt", "kedua.txt", [])


def test_bandingkan_satu_objek(pakai, berkas, capsys) -> None:
    pakai()
    kedua = berkas.with_name("kedua.txt")
    kedua.write_text("Ini salah juga.\n", encoding="utf-8")
    kode, out, _ = jalankan(capsys, berkas, kedua, "--json", "--bandingkan")
    isi = json.loads(out)
    assert kode == 1
    assert [b["berkas"] for b in isi["berkas"]] == ["laporan.txt", "kedua.txt"]
    assert len(isi["temuan"]) == 2


def test_tingkat_menyembunyikan_tetapi_kode_tetap(pakai, berkas, capsys) -> None:
    pakai(Tingkat.RENDAH)
    _, out, _ = jalankan(capsys, berkas, "--json", "--tingkat", "sedang")
    assert json.loads(out)["temuan"] == []
    pakai(Tingkat.TINGGI)
    kode, out, _ = jalankan(capsys, berkas, "--json", "--tingkat", "tinggi")
    assert (kode, len(json.loads(out)["temuan"])) == (1, 1)


def test_html_dan_xlsx_ditulis_utuh(pakai, berkas, tmp_path: Path, capsys) -> None:
    pakai()
    html, xlsx = tmp_path / "h.html", tmp_path / "h.xlsx"
    kode, _, err = jalankan(capsys, berkas, "--html", html, "--xlsx", xlsx)
    assert kode == 1
    assert err.splitlines() == [f"ditulis: {html}", f"ditulis: {xlsx}"]
    assert '<mark class="tinggi">salah</mark>' in html.read_text(encoding="utf-8")
    assert xlsx.read_bytes()[:2] == b"PK"


def test_tidak_terbaca_kode_dua_dan_yang_lain_tetap_diperiksa(pakai, berkas, capsys) -> None:
    pakai()
    kode, out, err = jalankan(capsys, berkas, berkas.with_name("hilang.pdf"), "--json")
    assert kode == 2
    assert len(out.splitlines()) == 1
    assert "hilang.pdf" in err
    kode, out, err = jalankan(capsys, berkas.with_name("hilang.pdf"))
    assert (kode, out) == (2, "")
    assert err.startswith("opensakip: hilang.pdf: ")


def test_bandingkan_menolak_bila_satu_tidak_terbaca(pakai, berkas, capsys) -> None:
    pakai()
    kode, out, _ = jalankan(capsys, berkas, berkas.with_name("hilang.pdf"), "--json", "--bandingkan")
    assert (kode, out) == (2, "")


@pytest.mark.parametrize(
    ("argumen", "pesan"),
    [
        ([], "sebutkan berkas"),
        (["a.txt", "--bandingkan"], "paling sedikit dua berkas"),
        (["a.txt", "--html", "a.txt"], "pilih nama lain"),
        (["--jelaskan", "tidak-ada"], "tidak dikenal"),
        (["a.txt", "--tingkat", "gawat"], "tidak dikenal"),
    ],
)
def test_pemakaian_salah(argumen: list[str], pesan: str, capsys) -> None:
    kode, out, err = jalankan(capsys, *argumen)
    assert (kode, out) == (2, "")
    assert pesan in err


def test_daftar_dan_jelaskan(capsys) -> None:
    kode, out, _ = jalankan(capsys, "--daftar")
    assert kode == 0
    ada = [b.split()[0] for b in out.splitlines()]
    assert sorted(ada) == sorted(jalan.muat_semua())
    kode, out, _ = jalankan(capsys, "--jelaskan", ada[0])
    assert kode == 0
    assert "dasar: " in out


def test_tanpa_django_dan_tanpa_folder_data(berkas, tmp_path: Path) -> None:
    skrip = (
        "import sys; from opensakip.cli.utama import utama; kode = utama(sys.argv[1:]); "
        "sys.exit(99 if 'django' in sys.modules else kode)"
    )
    lingkungan = {
        **os.environ,
        "OPENSAKIP_DATA": str(tmp_path / "tiada"),
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    selesai = subprocess.run(
        [sys.executable, "-c", skrip, "periksa", str(berkas), "--html", str(tmp_path / "h.html"), "--json"],
        capture_output=True, text=True, env=lingkungan, check=False,
    )  # fmt: skip
    assert selesai.returncode in (0, 1), selesai.stderr
    assert json.loads(selesai.stdout)["berkas"] == "laporan.txt"
    assert not (tmp_path / "tiada").exists()
