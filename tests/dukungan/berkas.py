"""The files of the checkout, as git sees them: tracked and new, without what is ignored."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

AKAR = Path(__file__).resolve().parents[2]
SRC = AKAR / "src" / "opensakip"
BUKAN_TEKS = {".otf", ".ttf", ".woff2", ".png", ".ico", ".pdf", ".mo", ".docx", ".xlsx", ".jpg", ".gz"}


@cache
def milik_proyek() -> tuple[Path, ...]:
    """Return every file that is or would be committed."""
    keluaran = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "-z"], cwd=AKAR, capture_output=True, check=True
    ).stdout.decode()
    return tuple(sorted(p for nama in keluaran.split("\0") if nama and (p := AKAR / nama).is_file()))


@cache
def teks(jalur: Path) -> str:
    """Return the text of a file."""
    return jalur.read_text(encoding="utf-8-sig")


def berkas_teks() -> Iterator[Path]:
    """Yield the text files of the project."""
    return (p for p in milik_proyek() if p.suffix not in BUKAN_TEKS)


def modul_src() -> Iterator[Path]:
    """Yield the Python files of the package."""
    return (p for p in milik_proyek() if p.suffix == ".py" and SRC in p.parents)


@cache
def pohon(jalur: Path) -> ast.Module:
    """Return the syntax tree of a Python file."""
    return ast.parse(teks(jalur), filename=str(jalur))


def nama(jalur: Path) -> str:
    """Return the path as it is written in messages."""
    return jalur.relative_to(AKAR).as_posix()


def ruang() -> tuple[str, ...]:
    """Return the rooms of the package that exist: folders with Python files."""
    return tuple(sorted({p.relative_to(SRC).parts[0] for p in modul_src() if p.parent != SRC}))
