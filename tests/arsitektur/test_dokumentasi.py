"""The documents keep up with the code: glossary, map, links, decisions, commands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.apps import apps

from opensakip.cli.utama import PERINTAH
from tests.dukungan.berkas import AKAR, SRC, milik_proyek, nama, ruang, teks

DOKUMEN = [p for p in milik_proyek() if p.suffix == ".md" and SRC not in p.parents]
ADR = sorted((AKAR / "docs" / "adr").glob("0*.md"))


def test_setiap_tabel_ada_di_daftar_istilah() -> None:
    istilah = teks(AKAR / "docs" / "rujukan" / "istilah.md")
    model = [m for m in apps.get_models() if m.__module__.startswith("opensakip.")]
    assert len(model) > 20
    assert not [m.__name__ for m in model if f"`{m.__name__}`" not in istilah]


def test_peta_memuat_setiap_ruang_dan_folder() -> None:
    peta = teks(AKAR / "MAP.md")
    assert not [r for r in ruang() if not re.search(rf"^  {r}/ ", peta, re.MULTILINE)]
    bagian = [p.relative_to(AKAR).parts for p in milik_proyek()]
    folder = {b[0] for b in bagian if len(b) > 1} - {"src", ".ci"}
    assert not [f for f in folder if not re.search(rf"^{re.escape(f)}/ ", peta, re.MULTILINE)]


def test_peta_menyebut_setiap_variabel_lingkungan() -> None:
    peta = teks(AKAR / "MAP.md")
    kode = [teks(p) for p in milik_proyek() if p.suffix == ".py"]
    dipakai = {v for isi in kode for v in re.findall(r"[\"'](OPENSAKIP_[A-Z_]+)[\"']", isi)}
    bawah_tanah = {"OPENSAKIP_UJI_LAPORAN", "OPENSAKIP_UJI_PG_SOKET", "OPENSAKIP_UJI_PG_SEBAB"}
    setelan = {"OPENSAKIP_BACA_CONTOH"}
    assert not [v for v in sorted(dipakai - bawah_tanah - setelan) if f"`{v}" not in peta]


@pytest.mark.parametrize("berkas", DOKUMEN, ids=nama)
def test_tautan_menuju_berkas_yang_ada(berkas: Path) -> None:
    for sasaran in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", teks(berkas)):
        if "://" not in sasaran:
            assert (berkas.parent / sasaran).exists(), f"{nama(berkas)}: {sasaran} tidak ada"


def test_keputusan_bernomor_urut_dan_satu_halaman() -> None:
    daftar = teks(AKAR / "docs" / "adr" / "README.md")
    assert [int(p.name[:4]) for p in ADR] == list(range(1, len(ADR) + 1))
    for p in ADR:
        assert f"({p.name})" in daftar
        assert len(teks(p).splitlines()) <= 60
        assert all(f"**{b}.**" in teks(p) for b in ("Context", "Decision", "Consequences"))


def test_perintah_make_dan_opensakip_yang_disebut_memang_ada() -> None:
    sasaran = set(re.findall(r"^([a-z-]+):", teks(AKAR / "Makefile"), re.MULTILINE))
    perintah = {p.nama for p in PERINTAH}
    for p in DOKUMEN:
        for blok in re.findall(r"```sh\n(.*?)```|`([^`\n]+)`", teks(p), re.DOTALL):
            isi = "".join(blok)
            assert set(re.findall(r"(?:^|\n)make ([a-z-]+)", isi)) <= sasaran, nama(p)
            assert set(re.findall(r"(?:^|/|\n)opensakip ([a-z][a-z-]*)", isi)) <= perintah, nama(p)
