"""Refusals of the room ``pelaporan``."""

from opensakip.inti.errors import TidakDapatDilakukan


class BelumAdaData(TidakDapatDilakukan):
    """Nothing to freeze or to report for this year."""


class AlasanDiperlukan(TidakDapatDilakukan):
    """A snapshot that replaces another needs a reason."""


class CuplikanRusak(TidakDapatDilakukan):
    """The stored text no longer has the hash it was frozen with."""
