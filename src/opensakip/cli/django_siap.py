"""What a command with a database needs first: a writable data folder, Django, tables up to date.

Imported only by commands that need it, inside their function.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from .galat import GalatPerintah

SETELAN_BAWAAN = "opensakip.proyek.settings.demo"


def tulis(teks: str = "") -> None:
    """Write one line of result to standard output, at once: a server may go on for hours after it."""
    sys.stdout.write(f"{teks}\n")
    sys.stdout.flush()


def lapor(teks: str) -> None:
    """Write one line of progress to standard error; standard output is for results."""
    sys.stderr.write(f"{teks}\n")
    sys.stderr.flush()


def wajib_dapat_ditulis(folder: Path) -> Path:
    """Make the data folder and prove that it can be written.

    Raises:
        GalatPerintah: it cannot, with the way out.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as sebab:
        raise _tidak_dapat_ditulis(folder, sebab) from None
    return folder


def _tidak_dapat_ditulis(folder: Path, sebab: OSError) -> GalatPerintah:
    return GalatPerintah(
        f"folder data {folder} tidak dapat ditulis ({sebab.strerror}); beri izin tulis, "
        "atau tunjuk folder lain: OPENSAKIP_DATA=folder-lain"
    )


def siapkan_django() -> Path:
    """Load Django with the settings of the environment, else the embedded ones. Returns the data folder.

    Raises:
        GalatPerintah: the data folder cannot be written, or the address of the database cannot be read.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETELAN_BAWAAN)
    import django
    from django.conf import settings

    try:
        django.setup()
    except ValueError as sebab:
        raise GalatPerintah(str(sebab)) from None
    except OSError as sebab:  # the settings make the secret key in the data folder
        raise _tidak_dapat_ditulis(Path(sebab.filename or "").parent, sebab) from None
    return wajib_dapat_ditulis(settings.OPENSAKIP_DATA)


def migrasi_tertunda() -> int:
    """Return how many migrations the database still lacks.

    Raises:
        GalatPerintah: the database does not answer.
    """
    from django.db import DatabaseError, connection
    from django.db.migrations.executor import MigrationExecutor

    try:
        pelaksana = MigrationExecutor(connection)
    except DatabaseError as sebab:
        raise GalatPerintah(
            f"basis data tidak menjawab ({' '.join(str(sebab).split())}); periksa OPENSAKIP_BASIS_DATA, "
            "atau hapus variabel itu untuk memakai basis data tertanam"
        ) from None
    return len(pelaksana.migration_plan(pelaksana.loader.graph.leaf_nodes()))


def siapkan_basis_data(kemajuan: Callable[[str], None] = lapor) -> int:
    """Bring the tables up to date, if they are not. Returns the number of steps taken."""
    jumlah = migrasi_tertunda()
    if jumlah:
        from django.core.management import call_command

        kemajuan(f"menyiapkan basis data ({jumlah} langkah)")
        call_command("migrate", interactive=False, verbosity=0)
    return jumlah


def siapkan() -> Path:
    """Prepare Django and, for the embedded database, its tables. Returns the data folder.

    A PostgreSQL database is changed only on request (``opensakip basis-data siapkan``), because other
    programs may be running on it.

    Raises:
        GalatPerintah: something is missing; the message says what to do.
    """
    folder = siapkan_django()
    from django.db import connection

    if connection.vendor == "sqlite":
        siapkan_basis_data()
    elif jumlah := migrasi_tertunda():
        raise GalatPerintah(
            f"basis data belum mutakhir ({jumlah} langkah); jalankan dahulu: opensakip basis-data siapkan"
        )
    return folder
