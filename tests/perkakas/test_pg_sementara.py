"""The temporary PostgreSQL really runs, and leaves nothing behind even when the session is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.dukungan import pg_sementara
from tests.dukungan.wajib import lewati_atau_gagal

INDUK = """
import time
from tests.dukungan import pg_sementara
pg = pg_sementara.mulai()
print(pg.soket, flush=True)
time.sleep(120)
"""


@pytest.fixture
def biner() -> Path:
    try:
        return pg_sementara.cari_biner()
    except pg_sementara.PgTidakAda as sebab:
        lewati_atau_gagal("pg", str(sebab))


def _tunggu_hilang(folder: Path) -> bool:
    for _ in range(150):
        if not folder.exists():
            return True
        time.sleep(0.1)
    return False


def test_menjawab_lalu_bersih(biner: Path) -> None:
    import psycopg

    pg = pg_sementara.mulai()
    try:
        with psycopg.connect(host=pg.soket, user=pg_sementara.PENGGUNA, dbname="postgres") as sambungan:
            assert sambungan.execute("select 1 + 1").fetchone() == (2,)
            assert sambungan.execute("show listen_addresses").fetchone() == ("",)
            assert sambungan.execute("show fsync").fetchone() == ("off",)
    finally:
        pg.berhenti()
    assert not Path(pg.soket).exists()


def test_berhenti_walau_induk_dibunuh(biner: Path, akar: Path) -> None:
    induk = subprocess.Popen(
        [sys.executable, "-c", INDUK], cwd=akar, stdout=subprocess.PIPE, text=True, env=dict(os.environ)
    )
    assert induk.stdout is not None
    soket = Path(induk.stdout.readline().strip())
    assert soket.is_dir()
    pid = int((soket / "data" / "postmaster.pid").read_text().splitlines()[0])
    induk.send_signal(signal.SIGKILL)
    induk.wait()
    assert _tunggu_hilang(soket), "folder PostgreSQL sementara tertinggal"
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_tidak_ada_biner_dikatakan(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(pg_sementara.glob, "glob", lambda _: [])
    with pytest.raises(pg_sementara.PgTidakAda, match="apt install postgresql"):
        pg_sementara.mulai()
