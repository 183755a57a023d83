"""`opensakip tata` and the formats of `lkjip buat`: what an agency chooses reaches its next report."""

from __future__ import annotations

import io
import json
import struct
import zlib
from pathlib import Path
from typing import Any

import pytest

from opensakip.cli.utama import utama
from opensakip.dokumen.lambang import BATAS_BITA, LambangSalah, kenali, sebagai_svg
from opensakip.impor.paket import daftar_contoh, muat_contoh

SLUG = "biro-perencanaan-kemensos"


def png(lebar: int = 4, tinggi: int = 2) -> bytes:
    """A small valid PNG, made by hand."""

    def bagian(nama: bytes, isi: bytes) -> bytes:
        return struct.pack(">I", len(isi)) + nama + isi + struct.pack(">I", zlib.crc32(nama + isi))

    mentah = b"".join(b"\0" + b"\x10\x30\x4f" * lebar for _ in range(tinggi))
    kepala = struct.pack(">IIBBBBB", lebar, tinggi, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + bagian(b"IHDR", kepala)
        + bagian(b"IDAT", zlib.compress(mentah))
        + bagian(b"IEND", b"")
    )


@pytest.fixture
def dimuat(db: None, settings: Any, tmp_path: Path) -> Path:
    settings.OPENSAKIP_DATA = tmp_path / "data"
    muat_contoh(next(c for c in daftar_contoh() if c.slug == SLUG))
    return tmp_path


def test_lambang_dikenali_dan_dijadikan_svg() -> None:
    assert kenali(png()) == "png"
    assert 'viewBox="0 0 4 2"' in sebagai_svg(png(), "png")
    assert sebagai_svg(b"", "") == ""
    assert kenali(b"<svg xmlns='http://www.w3.org/2000/svg'/>") == "svg"


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        (b"", "tidak terbaca"),
        (b"\x89PNG rusak", "tidak terbaca"),
        (b"GIF89a" + b"\0" * 20, "PNG, JPEG, atau SVG"),
        (b"x" * (BATAS_BITA + 1), "1 MB"),
        (b"<svg><script>alert(1)</script></svg>", "skrip"),
        (b"<svg onload='x()'/>", "skrip"),
        (b"<svg><image href='http://luar.example/a.png'/></svg>", "ke luar"),
        (b"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>", "skrip"),
    ],
)
def test_lambang_yang_tidak_dapat_dipakai(isi: bytes, kata: str) -> None:
    with pytest.raises(LambangSalah, match=kata):
        kenali(isi)


def test_tata_berlaku_pada_pembekuan_berikutnya(dimuat: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gambar = dimuat / "lambang.png"
    gambar.write_bytes(png())
    dasar = ["--instansi", SLUG]
    assert utama(["tata", *dasar, "--kertas", "f4", "--motif", "polos", "--lambang", str(gambar)]) == 0
    assert "lambang ada" in capsys.readouterr().out
    assert utama(["bekukan", *dasar, "--tahun", "2023", "--alasan", "tata baru"]) == 0
    capsys.readouterr()
    assert (
        utama(
            [
                "lkjip",
                "buat",
                *dasar,
                "--tahun",
                "2023",
                "--format",
                "semua",
                "--json",
                "--keluaran",
                str(dimuat),
            ]
        )
        == 0
    )
    hasil = json.loads(capsys.readouterr().out)
    assert [b["format"] for b in hasil["berkas"]] == ["pdf", "docx", "html"]
    assert [b["halaman"] is None for b in hasil["berkas"]] == [False, True, True]
    from tests.dokumen.bacaan_pdf import tepi_kanan

    isi = (dimuat / f"lkjip-{SLUG}-2023.pdf").read_bytes()
    assert round(tepi_kanan(isi)[0][2] / 72 * 25.4) == 215, "kertas F4"
    assert b'class="lambang"' in (dimuat / f"lkjip-{SLUG}-2023.html").read_bytes()
    import docx

    dok = docx.Document(io.BytesIO((dimuat / f"lkjip-{SLUG}-2023.docx").read_bytes()))
    assert dok.core_properties.identifier == hasil["sidik"]
    assert utama(["lkjip", "selisih", *dasar, "--tahun", "2023"]) == 0
    assert "nomor 1 ke 2, 0 perbedaan" in capsys.readouterr().out


def test_pilihan_salah_dijawab_jelas(dimuat: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rusak = dimuat / "rusak.png"
    rusak.write_bytes(b"bukan gambar")
    assert utama(["tata", "--instansi", SLUG, "--lambang", str(rusak)]) == 2
    assert "PNG, JPEG, atau SVG" in capsys.readouterr().err
    assert utama(["tata", "--instansi", SLUG, "--lambang", str(dimuat / "tidak-ada.png")]) == 2
    assert "tidak ditemukan" in capsys.readouterr().err
    assert utama(["lkjip", "selisih", "--instansi", SLUG, "--tahun", "2023"]) == 2
    assert "baru mempunyai satu cuplikan" in capsys.readouterr().err
    assert utama(["lkjip", "selisih", "--instansi", SLUG, "--tahun", "2023", "--ke", "9"]) == 2
    assert "yang ada: 1" in capsys.readouterr().err
