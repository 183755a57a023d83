"""Empty CSV files to start from."""

from __future__ import annotations

from pathlib import Path

FOLDER_TEMPLAT = Path(__file__).parent / "templat"


def tulis_templat(tujuan: Path) -> list[Path]:
    """Write the empty templates into a folder. Existing files are left alone and not in the answer.

    Raises:
        OSError: the folder cannot be written.
    """
    tujuan.mkdir(parents=True, exist_ok=True)
    ditulis = []
    for asal in sorted(p for p in FOLDER_TEMPLAT.iterdir() if p.is_file()):
        berkas = tujuan / asal.name
        if not berkas.exists():
            berkas.write_bytes(asal.read_bytes())
            ditulis.append(berkas)
    return ditulis
