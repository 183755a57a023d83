"""Making a report beside the request that asked for it, with its progress where every worker can see it.

State lives in files of the data folder, so it holds for several server processes: one builds, the others
wait for its file. A lock that its process left behind is taken over after a while.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from opensakip.inti import jam
from opensakip.inti.errors import TidakDapatDilakukan
from opensakip.pelaporan import keluaran
from opensakip.pelaporan.models import Cuplikan

CATAT = logging.getLogger(__name__)
BASI_DETIK = 120


@dataclass(frozen=True, slots=True)
class Keadaan:
    """Where a format of a report stands: ready with its size, being made, or failed with a reason."""

    format: str
    siap: bool = False
    ukuran: int = 0
    langkah: str = ""
    ke: int = 0
    dari: int = 0
    gagal: str = ""

    @property
    def berjalan(self) -> bool:
        """Whether somebody is making it now."""
        return bool(self.langkah) and not self.siap and not self.gagal


def berkas(cuplikan: Cuplikan, format: str, simpanan: Path) -> Path:
    """Where the finished file of a snapshot is kept."""
    return simpanan / f"{keluaran.tanda_keluaran(cuplikan)}.{format}"


def keadaan(cuplikan: Cuplikan, format: str, simpanan: Path) -> Keadaan:
    """The state of one format."""
    jadi = berkas(cuplikan, format, simpanan)
    with contextlib.suppress(OSError):
        return Keadaan(format, siap=True, ukuran=jadi.stat().st_size)
    laju = _laju(jadi)
    isi: dict[str, Any] = {}
    with contextlib.suppress(OSError, ValueError):
        isi = json.loads(laju.read_text(encoding="utf-8"))
    if not isi or (not isi.get("gagal") and _basi(laju)):
        return Keadaan(format)
    return Keadaan(
        format,
        langkah=str(isi.get("langkah") or ""),
        ke=int(isi.get("ke") or 0),
        dari=int(isi.get("dari") or 0),
        gagal=str(isi.get("gagal") or ""),
    )


def mulai(cuplikan: Cuplikan, format: str, simpanan: Path) -> Keadaan:
    """Begin to make a format unless it is ready or being made; returns at once.

    Raises:
        OSError: the data folder cannot be written.
    """
    kini = keadaan(cuplikan, format, simpanan)
    if kini.siap or kini.berjalan:
        return kini
    jadi = berkas(cuplikan, format, simpanan)
    simpanan.mkdir(parents=True, exist_ok=True)
    laju = _laju(jadi)
    if laju.exists():  # a failure before, or a lock whose owner is gone
        laju.unlink(missing_ok=True)
    try:
        nomor = os.open(laju, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return keadaan(cuplikan, format, simpanan)
    os.close(nomor)
    _tulis(laju, langkah=keluaran.LANGKAH[format][0], ke=1, dari=len(keluaran.LANGKAH[format]))
    threading.Thread(target=_kerjakan, args=(cuplikan, format, jadi), daemon=True).start()
    return keadaan(cuplikan, format, simpanan)


def _kerjakan(cuplikan: Cuplikan, format: str, jadi: Path) -> None:
    """The work itself; whatever goes wrong is told to whoever waits."""
    laju = _laju(jadi)
    try:
        hasil = keluaran.buat(
            cuplikan, format, laju=lambda nama, ke, dari: _tulis(laju, langkah=nama, ke=ke, dari=dari)
        )
        keluaran.tulis_utuh(jadi, hasil.isi)
        laju.unlink(missing_ok=True)
    except TidakDapatDilakukan as sebab:
        _gagal(laju, str(sebab))
    except OSError as sebab:
        _gagal(
            laju,
            f"Berkas tidak dapat disimpan ({sebab.strerror}). Kosongkan ruang penyimpanan lalu coba lagi.",
        )
    except Exception:  # noqa: BLE001  last stop of the thread: told and logged, never lost
        CATAT.exception("laporan %s cuplikan %s tidak tersusun", format, cuplikan.pk)
        _gagal(laju, "Laporan tidak tersusun karena kesalahan tak terduga; rinciannya ada pada log server.")


def _gagal(laju: Path, alasan: str) -> None:
    with contextlib.suppress(OSError):
        _tulis(laju, gagal=alasan)


def _laju(jadi: Path) -> Path:
    return jadi.with_name(f".{jadi.name}.laju")


def _tulis(laju: Path, **isi: Any) -> None:
    """Replace the state in one step, so that nobody reads half of it."""
    sementara = laju.with_name(f"{laju.name}.{os.getpid()}.{threading.get_ident()}")
    sementara.write_text(json.dumps(isi), encoding="utf-8")
    sementara.replace(laju)


def _basi(laju: Path) -> bool:
    with contextlib.suppress(OSError):
        return int(jam.kini().timestamp()) - int(laju.stat().st_mtime) > BASI_DETIK
    return True
