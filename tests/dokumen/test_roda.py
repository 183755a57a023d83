"""The wheel carries fonts and templates: built here, installed elsewhere, it makes the same PDF."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from opensakip.dokumen.pdf import tulis_pdf
from opensakip.pelaporan.laporan import susun_lkjip
from tests.pelaporan.bahan_laporan import Pembuat, cuplikan, indikator

WAKTU = datetime(2026, 2, 27, 2, 0, tzinfo=UTC)
PROGRAM = """
import hashlib, json, sys
from datetime import UTC, datetime
sys.path.insert(0, sys.argv[1])
import opensakip
from opensakip.dokumen import huruf, pdf
from opensakip.pelaporan.laporan import susun_lkjip
assert opensakip.__file__.startswith(sys.argv[1]), opensakip.__file__
assert str(huruf.FOLDER_FON).startswith(sys.argv[1])
isi = json.load(open(sys.argv[2], encoding="utf-8"))
hasil = pdf.tulis_pdf(susun_lkjip(isi), waktu=datetime(2026, 2, 27, 2, 0, tzinfo=UTC))
print(hashlib.sha256(hasil).hexdigest())
"""


def jalankan(*perintah: str, di: Path) -> str:
    """Run a program and return what it printed; its errors are shown on failure."""
    p = subprocess.run(perintah, cwd=di, capture_output=True, text=True, timeout=300)
    assert p.returncode == 0, p.stdout + p.stderr
    return p.stdout


def bangun(akar: Path, tujuan: Path) -> Path:
    """Build the wheel from a copy of the sources, so that the checkout stays clean."""
    salinan = tujuan / "sumber"
    abai = shutil.ignore_patterns("__pycache__", "*.egg-info", "build")
    shutil.copytree(akar / "src", salinan / "src", ignore=abai)
    for nama in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(akar / nama, salinan / nama)
    if int(version("setuptools").split(".")[0]) >= 77:
        pip = (sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "-w")
        jalankan(*pip, str(tujuan / "roda"), ".", di=salinan)
    else:
        uv = str(Path(sys.executable).with_name("uv"))
        jalankan(uv, "build", "-q", "--wheel", "--out-dir", str(tujuan / "roda"), di=salinan)
    (roda,) = (tujuan / "roda").glob("*.whl")
    return roda


def test_pdf_dari_roda_terpasang_sama_dengan_dari_sumber(akar: Path, tmp_path: Path) -> None:
    p = Pembuat()
    isi = cuplikan(p, [indikator(p, "I1", akhir=None, seri=[])])
    berkas = tmp_path / "cuplikan.json"
    berkas.write_text(json.dumps(isi), encoding="utf-8")
    roda = bangun(akar, tmp_path)
    lain = tmp_path / "lain"
    pasang = (
        sys.executable,
        "-m",
        "pip",
        "install",
        "-q",
        "--no-deps",
        "--no-index",
        "--no-compile",
        "--target",
    )
    jalankan(*pasang, str(lain), str(roda), di=tmp_path)
    sidik = jalankan(sys.executable, "-c", PROGRAM, str(lain), str(berkas), di=tmp_path).strip()
    assert sidik == hashlib.sha256(tulis_pdf(susun_lkjip(isi), waktu=WAKTU)).hexdigest()
