"""The one clock of the application.

Everything that needs "now" asks here, so that tests and the frozen examples can hold the clock still.
No other module may read the system clock (an architecture test checks it).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

_tetap: ContextVar[datetime | None] = ContextVar("jam_tetap", default=None)


def kini() -> datetime:
    """Return the current moment in UTC, or the moment held by :func:`tetap`."""
    return _tetap.get() or datetime.now(tz=UTC)


def hari_ini(zona: str = "Asia/Jakarta") -> date:
    """Return today's date in the agency's zone; year boundaries follow the agency, not UTC."""
    return kini().astimezone(ZoneInfo(zona)).date()


@contextmanager
def tetap(waktu: datetime) -> Iterator[datetime]:
    """Hold the clock at ``waktu`` (timezone-aware) inside the block.

    Raises:
        ValueError: ``waktu`` has no timezone.
    """
    if waktu.tzinfo is None:
        raise ValueError("waktu harus menyebut zona, misalnya 2026-02-27T09:00:00+07:00")
    kunci = _tetap.set(waktu.astimezone(UTC))
    try:
        yield waktu
    finally:
        _tetap.reset(kunci)
