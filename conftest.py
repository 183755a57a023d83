"""Shared ground of the test suite: engines, reproducible properties, counted skips.

``pytest`` runs everything on SQLite. ``OPENSAKIP_UJI_BASISDATA=pg pytest`` runs the database tests once more
on a temporary PostgreSQL that the suite starts and stops itself. ``make test`` does both.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import django
import pytest
from django.db import connections
from hypothesis import HealthCheck, settings

from tests.dukungan import pg_sementara
from tests.dukungan.wajib import daftar_wajib, lewati_atau_gagal

AKAR = Path(__file__).parent
FIXTURE_BASISDATA = frozenset({"db", "transactional_db", "django_db_setup", "live_server"})
MESIN = os.environ.get("OPENSAKIP_UJI_BASISDATA", "sqlite")
PG = pytest.StashKey[pg_sementara.PgSementara]()
PG_TIDAK_ADA = pytest.StashKey[str]()

# The same examples in every run: a red test is red for everybody, and a green one says the same everywhere.
settings.register_profile(
    "opensakip", derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("opensakip")


def pytest_configure(config: pytest.Config) -> None:
    """Check the environment and, in the first process of a PostgreSQL run, start the server."""
    if MESIN not in ("sqlite", "pg"):
        raise pytest.UsageError(f"OPENSAKIP_UJI_BASISDATA={MESIN} tidak dikenal; pilih sqlite atau pg.")
    wajib = daftar_wajib()
    if MESIN == "pg" and not config.option.collectonly:
        _siapkan_pg(config, wajib)
    os.environ["DJANGO_SETTINGS_MODULE"] = "opensakip.proyek.settings.uji"
    django.setup()


def _siapkan_pg(config: pytest.Config, wajib: frozenset[str]) -> None:
    if hasattr(config, "workerinput"):     # xdist: the controller has started it
        if not os.environ.get("OPENSAKIP_UJI_PG_SOKET"):
            config.stash[PG_TIDAK_ADA] = os.environ.get("OPENSAKIP_UJI_PG_SEBAB", "")
        return
    try:
        pg = pg_sementara.mulai()
    except pg_sementara.PgTidakAda as sebab:
        if "pg" in wajib:
            raise pytest.UsageError(f"OPENSAKIP_WAJIB=pg: {sebab}") from None
        os.environ["OPENSAKIP_UJI_PG_SEBAB"] = config.stash[PG_TIDAK_ADA] = str(sebab)
        return
    config.stash[PG] = pg
    os.environ["OPENSAKIP_UJI_PG_SOKET"] = pg.soket
    os.environ["OPENSAKIP_BASIS_DATA"] = f"postgresql://{pg_sementara.PENGGUNA}@/opensakip?host={pg.soket}"


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the temporary server, also after failures (its supervisor does so even after kill -9)."""
    pg = config.stash.get(PG, None)
    if pg is not None:
        pg.berhenti()


def pytest_report_header(config: pytest.Config) -> list[str]:
    """Say in the first lines which engine is used, and that PostgreSQL is missing where it is."""
    pg = config.stash.get(PG, None)
    tiada = config.stash.get(PG_TIDAK_ADA, None)
    keterangan = pg.versi if pg else (f"TIDAK ADA: {tiada}" if tiada is not None else MESIN)
    return [f"basis data uji: {keterangan}", f"wajib ada: {', '.join(sorted(daftar_wajib())) or '-'}"]


def _memakai_basisdata(item: pytest.Item) -> bool:
    return bool(FIXTURE_BASISDATA & set(getattr(item, "fixturenames", ()))) or bool(
        item.get_closest_marker("django_db")
    )


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what uses a database, and choose what belongs to the engine of this run."""
    pilih, buang = [], []
    for item in items:
        if _memakai_basisdata(item):
            item.add_marker("basisdata")
        if AKAR / "tests" / "peramban" in item.path.parents:
            item.add_marker("peramban")
            item.add_marker(pytest.mark.xdist_group("peramban"))     # one Chromium in all
        (pilih if _untuk_mesin_ini(item) else buang).append(item)
    tiada = config.stash.get(PG_TIDAK_ADA, None)
    if tiada is not None:
        for item in pilih:
            item.add_marker(pytest.mark.skip(reason=tiada))
    if buang:
        config.hook.pytest_deselected(items=buang)
    items[:] = pilih


def _untuk_mesin_ini(item: pytest.Item) -> bool:
    ada = {m.name for m in item.iter_markers()}
    if MESIN == "pg":
        return bool(ada & {"basisdata", "pg"}) and not ada & {"sqlite", "peramban"}
    return "pg" not in ada


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Write the counts for alat/uji.py, which adds up both runs."""
    tujuan = os.environ.get("OPENSAKIP_UJI_LAPORAN")
    if not tujuan:
        return
    stat = terminalreporter.stats
    lewat = [
        {"uji": r.nodeid, "sebab": str(r.longrepr[2] if isinstance(r.longrepr, tuple) else r.longrepr)}
        for r in stat.get("skipped", [])
    ]
    isi = {
        "lulus": len(stat.get("passed", [])),
        "gagal": [r.nodeid for r in stat.get("failed", [])],
        "galat": [r.nodeid for r in stat.get("error", [])],
        "lewat": lewat,
        "lain": len(stat.get("xfailed", [])) + len(stat.get("xpassed", [])),
    }
    Path(tujuan).write_text(json.dumps(isi), encoding="utf-8")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Keep the SQLite test database in a file, with WAL as in real use, not in memory."""
    if MESIN == "sqlite":
        berkas = tmp_path_factory.mktemp("basisdata") / "uji.sqlite3"
        connections["default"].settings_dict["TEST"]["NAME"] = str(berkas)


@pytest.fixture(scope="session")
def akar() -> Path:
    """Return the root of the checkout."""
    return AKAR


@pytest.fixture(scope="session")
def bahan() -> Path:
    """Return the folder of reference material (OPENSAKIP_BAHAN, default ../shared), or skip."""
    folder = Path(os.environ.get("OPENSAKIP_BAHAN", AKAR.parent / "shared"))
    if not (folder / "data").is_dir():
        lewati_atau_gagal("bahan", "bahan rujukan tidak ada; tunjuk foldernya dengan OPENSAKIP_BAHAN")
    return folder
