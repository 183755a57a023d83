"""Where data live on this machine, and the secret made once there."""

from __future__ import annotations

import os
import secrets
import sys
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit


def folder_data() -> Path:
    """Return the data folder: ``OPENSAKIP_DATA``, else ``data-lokal/`` in a checkout, else the user's own."""
    if diminta := os.environ.get("OPENSAKIP_DATA"):
        return Path(diminta).expanduser().resolve()
    akar = Path(__file__).resolve().parents[3]
    if (akar / "pyproject.toml").is_file() and (akar / "src" / "opensakip").is_dir():
        return akar / "data-lokal"
    if sys.platform == "win32":
        dasar = Path(os.environ.get("LOCALAPPDATA", str(Path.home())))
    else:
        dasar = Path(os.environ.get("XDG_DATA_HOME", str(Path.home() / ".local" / "share")))
    return dasar / "opensakip"


def kunci_rahasia(folder: Path) -> str:
    """Return the secret key of this installation, made once with mode 600.

    Raises:
        OSError: the data folder cannot be written.
    """
    berkas = folder / "kunci-rahasia"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # figures before ratification lie here
    try:
        nomor = os.open(berkas, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return berkas.read_text(encoding="ascii").strip()
    with os.fdopen(nomor, "w", encoding="ascii") as tulis:
        kunci = secrets.token_urlsafe(50)
        tulis.write(kunci)
    return kunci


def basis_data(folder: Path) -> dict[str, object]:
    """Return the DATABASES entry: ``OPENSAKIP_BASIS_DATA`` (postgresql://...), else the embedded SQLite.

    Raises:
        ValueError: the address is not one of PostgreSQL.
    """
    alamat = os.environ.get("OPENSAKIP_BASIS_DATA", "")
    if not alamat:
        return _sqlite(folder / "opensakip.sqlite3")
    bagian = urlsplit(alamat)
    if bagian.scheme not in {"postgres", "postgresql"}:
        raise ValueError("OPENSAKIP_BASIS_DATA harus berbentuk postgresql://pengguna:sandi@host:port/nama")
    pilihan = dict(parse_qsl(bagian.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(bagian.path.lstrip("/")),
        "USER": unquote(bagian.username or ""),
        "PASSWORD": unquote(bagian.password or ""),
        "HOST": pilihan.pop("host", bagian.hostname or ""),
        "PORT": str(bagian.port or pilihan.pop("port", "")),
        "OPTIONS": pilihan,
        "CONN_MAX_AGE": 60,
    }


def _sqlite(berkas: Path) -> dict[str, object]:
    """Embedded database in WAL with IMMEDIATE transactions: writers wait in line instead of failing."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": berkas,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; "
                "PRAGMA temp_store=MEMORY; PRAGMA mmap_size=268435456; PRAGMA cache_size=-65536;"
            ),
        },
        "CONN_MAX_AGE": None,
    }
