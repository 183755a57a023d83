"""Running ``opensakip`` as a user does: in a process of its own, with a data folder of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

OPENSAKIP = [sys.executable, "-m", "opensakip.cli.utama"]


def lingkungan(data: Path | str, **lain: str) -> dict[str, str]:
    """Return the environment without what the test suite itself has set."""
    milik_suite = {"DJANGO_SETTINGS_MODULE", "OPENSAKIP_BASIS_DATA"}
    luar = {k: v for k, v in os.environ.items() if k not in milik_suite}
    return luar | {"OPENSAKIP_DATA": str(data)} | lain


def opensakip(data: Path | str, *argumen: str, **lain: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end; ``lain`` are further environment variables."""
    return subprocess.run(
        [*OPENSAKIP, *argumen], env=lingkungan(data, **lain),
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
