"""Refusals of the room ``perencanaan``."""

from opensakip.inti.errors import TidakDapatDilakukan


class VersiSudahDitetapkan(TidakDapatDilakukan):
    """The version is set; a change is a new version."""


class SusunanButirSalah(TidakDapatDilakukan):
    """A row is unknown, stands twice, hangs in a cycle, or its level may not stand there."""


class KartuBelumLengkap(TidakDapatDilakukan):
    """A card lacks what scoring needs (direction, scale)."""
