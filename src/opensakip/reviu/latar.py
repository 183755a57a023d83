"""Reading and checking a report beside the request that asked for it; the round shows how it ended."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from django.conf import settings
from django.db import connection

from opensakip.audit.services import Pelaku
from opensakip.inti.errors import TidakDapatDilakukan
from opensakip.reviu import services
from opensakip.reviu.models import Reviu
from opensakip.reviu.pemeriksaan import baca_dan_periksa, simpan_hasil

CATAT = logging.getLogger(__name__)
Isi = Callable[[], bytes]


def mulai(reviu: Reviu, nama: str, isi: Isi, oleh: Pelaku) -> None:
    """Check the report of a round, in a thread unless the settings say otherwise; returns at once."""
    if not settings.OPENSAKIP_LATAR:
        kerjakan(reviu, nama, isi, oleh)
        return
    threading.Thread(target=_utas, args=(reviu, nama, isi, oleh), daemon=True).start()


def _utas(reviu: Reviu, nama: str, isi: Isi, oleh: Pelaku) -> None:
    try:
        kerjakan(reviu, nama, isi, oleh)
    finally:
        connection.close()


def kerjakan(reviu: Reviu, nama: str, isi: Isi, oleh: Pelaku) -> None:
    """Check and keep the findings; whatever goes wrong ends the round with a reason a person can read."""
    try:
        simpan_hasil(reviu, baca_dan_periksa(nama, isi()))
    except TidakDapatDilakukan as sebab:
        services.gagalkan(reviu=reviu, sebab=str(sebab), oleh=oleh)
    except Exception:  # noqa: BLE001  last stop of the thread: told and logged, never lost
        CATAT.exception("reviu %s tidak terperiksa", reviu.pk)
        services.gagalkan(
            reviu=reviu,
            sebab="Laporan tidak terperiksa karena kesalahan tak terduga; rinciannya ada pada log server.",
            oleh=oleh,
        )
